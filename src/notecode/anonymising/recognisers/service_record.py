"""Numbers of social care, housing, benefits, health and schools: Mosaic 456123, rent ref 00123."""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.announcing import announced, announced_in_groups
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_SYSTEMS = (
    r"mosaic|lcs|las|ics|liquid ?logic|care ?first|care ?director|frame ?work ?i|azeus|protocol|"
    r"eclipse|swift|paris|rio|system ?one|systmone|emis|carenotes|epex|lorenzo|cerner|pas|eclypse|"
    r"northgate|capita|orchard|civica|aareon|academy|abritas|locata|jigsaw|oasis|"
    r"halo|bomic|theseus|"
    r"nebula|illy|links|modus|iaptus|pcmis|charity ?log|in-?form|empowerdb|"
    r"on ?track|core\+?|childview|"
    r"impulse|tribal|capita one|sims|cpoms|upn|uln|uci|person id|social care|childrens? services|"
    r"csc|cyps|css|lac|early help|ehm|mash|iro|"
    r"hospital|hosp|mrn|unit|patient|k ?number|a&e|casenote|ward|dental|gp|chi"
)
_ACCOUNTS = (
    r"tenancy|tenant|rent(?: account| acc| a/c)?|housing(?: application| app|"
    r" register| benefit)?|hb|"
    r"home ?choice|bidding|band|property|uprn|council tax|ctax|ct|"
    r"homeless(?:ness)?(?: app(?:lication)?)?|"
    r"uc|universal credit|esa|pip|jsa|dwp|hmrc|utr|tax|tax credits?|child benefit|"
    r"cms case|csa|claim(?:ant)?|"
    r"award|journal|giro|bt|gas|electric(?:ity)?|water|meter|mpan|mprn|sky|virgin|insurance|policy|"
    r"invoice|debt|loan|fine|tv licen[cs]e|pcn|penalty charge|parking|legal aid|laa|solicitors?|"
    r"swift|booking|appointment|delivery|parcel|tracking|imei|serial|sim|badge|"
    r"staff|employee|payroll|"
    r"clock|student|pupil|member(?:ship)?|customer|client|service user|su|"
    r"referral|drive|contact|episode"
)


class ServiceRecordRecogniser(CasedPatternRecogniser):
    """What a service's records call a person, a tenancy or a claim."""

    type = REFERENCE
    recogniser = "service-record"
    needs = "0-9"
    expressions = (
        ("system", announced(_SYSTEMS, 4), 0.9),
        ("account", announced(_ACCOUNTS, 4), 0.9),
        (
            "system's number",
            announced(rf"(?:{_SYSTEMS}|{_ACCOUNTS})[ ](?:ref(?:erence)?|no|number|num|id)", 2),
            0.9,
        ),
        (
            "in groups",
            announced_in_groups(
                rf"(?:{_SYSTEMS}|{_ACCOUNTS})[ ](?:ref(?:erence)?|no|number|id)", 5
            ),
            0.9,
        ),
        ("UPN", r"\b[A-Z][0-9]{12}\b", 0.92),
    )
