"""Names whose kind comes first: Ysgol Pen-y-Waun, Meddygfa'r Felin, Masjid Noor, Our Lady."""

from notecode.anonymising.findings import HOSPITAL, PLACE, SCHOOL, SURGERY, WORSHIP
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_SMALL = (
    r"(?i:gynradd|gyfun|uwchradd|feithrin|gymraeg|babanod|iau|rygbi|"
    r"p[eê]l[ -]droed|dewi|y|yr|'r|o|a|ar)"
)
_NAME = (
    rf"(?:[ \-']{_SMALL}(?=[ \-])){{0,3}}(?:[ \-](?:\p{{Lu}}[\p{{L}}'’]+|"
    rf"{_SMALL})(?:-\p{{L}}+){{0,4}}){{1,4}}"
)
_ANY = rf"(?:[ \-']{_SMALL}(?=[ \-])){{0,3}}[ \-]\p{{L}}[\p{{L}}'’]+(?:-\p{{L}}+){{0,4}}"
_SAINTS = (
    "mary|mary's|marys|john|john's|johns|james|james's|peter|peter's|peters|paul|"
    "paul's|pauls|george's|"
    "georges|andrew's|andrews|david's|davids|patrick's|patricks|michael's|"
    "michaels|thomas'?|luke's|lukes|"
    "mark's|marks|oswald's|oswalds|wilfrid's|wilfrids|cuthbert's|cuthberts|"
    "joseph's|josephs|anne's|annes|"
    "ann's|anns|catherine's|catherines|margaret's|margarets|nicholas|stephen's|"
    "stephens|bede's|bedes|"
    "bernadette's|bernadettes|teresa's|teresas|anthony's|anthonys|francis|"
    "hilda's|hildas|aidan's|aidans|"
    "chad's|chads|edmund's|edmunds|edward's|edwards|martin's|martins|matthew's|matthews|vincent's|"
    "vincents|saviour's|saviours|jude's|judes|clare's|clares|barnabas|"
    "augustine's|augustines|gregory's"
)
_DEDICATIONS = (
    "all saints|all souls|all hallows|holy trinity|holy family|holy cross|holy rood|holy name|"
    "holy rosary|holy spirit|holy ghost|holy redeemer|holy innocents|sacred heart|"
    "blessed sacrament|blessed trinity|corpus christi|christ the king|christ the saviour|"
    "christ church|christchurch|good shepherd|precious blood|immaculate conception|"
    "immaculate heart|english martyrs|forty martyrs|ss peter and paul|star of the sea|"
    "queen of heaven|our lady|most holy trinity|prince of peace|king of kings|resurrection church"
)
"""What churches and their schools are called that bear no saint's name."""
_COUNTIES = (
    "durham|antrim|armagh|down|fermanagh|londonderry|derry|tyrone|carlow|cavan|clare|cork|donegal|"
    "dublin|galway|kerry|kildare|kilkenny|laois|leitrim|limerick|longford|louth|mayo|meath|monaghan|"
    "offaly|roscommon|sligo|tipperary|waterford|westmeath|wexford|wicklow"
)
"""Counties that are written with "Co.": Durham and those of Ireland."""

_STREET_NAME = (
    r"\b(?!(?i:at|in|to|from|the|near|outside|behind|opposite|attends?|attended|attending|visits?|"
    r"visited|of|by|via|for|with|goes|go|and|or|called|rang|school|church|hospital|parish|"
    r"contacted|emailed|phoned|met|seen|left|told|hospice|college|academy|primary|ward)\b)"
    r"\p{Lu}\p{L}{2,19}[ ]"
)
"""What stands before the St of a street: "Mare St", but not "at St Mary's"."""


class WelshSchoolRecogniser(CasedPatternRecogniser):
    """Schools and colleges by their Welsh names, in any letter case."""

    type = SCHOOL
    recogniser = "welsh-school"
    expressions = (
        ("school", rf"\b(?i:ysgol|coleg|cylch meithrin|meithrinfa){_NAME}", 0.83),
        ("school, small or in capitals", rf"\b(?i:ysgol|coleg){_ANY}", 0.83),
        (
            "university",
            r"\b(?i:university|uni)[ ](?:of|Of|OF)[ ](?:the )?\p{Lu}[\p{L}]+(?:[ ]\p{Lu}\p{L}+)?",
            0.83,
        ),
    )


class WelshSurgeryRecogniser(CasedPatternRecogniser):
    """Surgeries by their Welsh names."""

    type = SURGERY
    recogniser = "welsh-surgery"
    expressions = (
        ("surgery", rf"\b(?i:meddygfa|canolfan iechyd|canolfan feddygol)(?:'r|'R)?{_ANY}", 0.83),
    )


class WelshHospitalRecogniser(CasedPatternRecogniser):
    """Hospitals by their Welsh names."""

    type = HOSPITAL
    recogniser = "welsh-hospital"
    expressions = (
        ("hospital", rf"\b(?i:ysbyty){_NAME}", 0.83),
        (
            "royal",
            r"\b(?i:at|in|to|from|@)[ ](?i:the )?(?P<found>Royal[ ](?!Mail\b|Navy|Family|Air|"
            r"Marine|Assent|College|Commission|British|Oak|Bank|Society|Court)\p{Lu}\p{L}{2,})"
            r"(?![ ](?i:road|rd|street|st|avenue|court|hotel|arms|inn|estate|close|way)\b)",
            0.8,
        ),
        (
            "in brackets",
            r"\b(?i:a ?& ?e|a ?\+ ?e|hospital|hosp|ed|maternity|antenatal)[ ]\("
            r"(?P<found>(?!(?i:dv|the|"
            r"his|her|via|by|with|on|re|not)\b)\p{Lu}\p{L}{2,}(?:[ ]\p{Lu}\p{L}+){0,2})(?=\))",
            0.8,
        ),
        (
            "general",
            r"\b(?i:at|in|to|from|@)[ ](?i:the )?(?P<found>(?!Attorney|Solicitor|Director|In\b)"
            r"\p{Lu}\p{L}{2,}[ ](?:General|Infirmary)|(?:City|County|"
            r"District|Children['’]?s)[ ](?:General )?Hospital)\b(?![ ](?i:public|manager|data|"
            r"office))",
            0.8,
        ),
    )


class WorshipRecogniser(CasedPatternRecogniser):
    """Places of worship whose kind comes first, and those called after a saint."""

    type = WORSHIP
    recogniser = "worship"
    expressions = (
        ("Welsh", rf"\b(?i:eglwys|capel){_ANY}(?:[ ](?:\p{{Lu}}\p{{L}}+|sant|SANT))?", 0.83),
        (
            "mosque",
            r"\b(?i:masjid|jamia)(?:[ \-](?i:masjid|e|i|al|ul|un|an|ur|"
            r"mosque))*[ \-]\p{L}[\p{L}'’\-]+",
            0.83,
        ),
        ("Jamia Masjid alone", r"\b(?i:jamia (?:masjid|mosque))\b", 0.83),
        (
            "Our Lady",
            r"\b(?i:our lady)(?:[ ](?i:and|&|of)[ ](?:(?i:the)[ ])?(?:(?i:st)\.?[ ])?"
            r"\p{Lu}[\p{L}'’]+|[ ]Immaculate){1,3}",
            0.83,
        ),
        (
            "of the town",
            r"\b(?i:(?:central|grand|town|city) (?:mosque|masjid|gurdwara|synagogue))\b",
            0.82,
        ),
        (
            "church of",
            r"\b(?i:church of)[ ](?!England|Wales|Scotland|Ireland|ENGLAND|WALES|"
            r"Jesus)(?:the )?\p{Lu}[\p{L}'’]+(?:[ ]\p{Lu}[\p{L}'’]+){0,3}",
            0.83,
        ),
    )


class SaintRecogniser(CasedPatternRecogniser):
    """Places called after a saint and nothing else: "plays at St Vincents", "born in St Mary's"."""

    type = PLACE
    recogniser = "saint"
    expressions = (
        (
            "saint",
            rf"\b(?<!{_STREET_NAME}St|{_STREET_NAME}ST)(?:St|ST|SS)\.?[ ]"
            r"(?!(?i:at|on|in|the|to|by|and|leger|helens?|albans|ives|austell|neots|asaph)\b)"
            r"(?:\p{Lu}[\p{L}]+(?:['’]s|['’])?)(?:[ ](?:&|and|of)[ ](?:(?:St|"
            r"ST)\.?[ ])?(?:the )?\p{Lu}[\p{L}'’]+)?"
            r"(?:[ ](?:RC|CE|C of E))?(?<![’'])(?![ ](?i:road|rd|street|st|avenue|ave|"
            r"close|lane|drive|terrace|court|way|gardens)\b)",
            0.83,
        ),
        (
            "small, where somebody is",
            r"\b(?:at|from|attends|outside|near|behind|in)[ ]"
            r"(?P<found>st\.?[ ](?!leger|helens|albans|ives)"
            r"\p{Ll}{4,}(?:s|['’]s))(?![\w'’-])",
            0.8,
        ),
        ("small", rf"\b(?i:st\.?|saint)[ ](?i:{_SAINTS})(?![\w'’])", 0.83),
        (
            "dedication",
            rf"\b(?i:at|from|outside|near|is|in|attends|to|of|by|behind|opposite|@|school|church|"
            rf"primary|parish)[ :(,-]{{1,3}}(?i:the )?(?P<found>(?i:{_DEDICATIONS}))\b"
            r"(?!['’]|[ ](?i:day|road|rd|street|st|avenue|close|lane|drive|court)\b)",
            0.82,
        ),
    )


class ClubRecogniser(CasedPatternRecogniser):
    """Clubs, halls and pubs whose kind comes first."""

    type = PLACE
    recogniser = "welsh-club"
    expressions = (
        ("Welsh", rf"\b(?i:clwb|tafarn|canolfan|neuadd|gwesty){_NAME}", 0.83),
        ("county", rf"\b(?:Co\.?|CO\.?|co\.)[ ](?i:{_COUNTIES})\b", 0.82),
        (
            "ship or shore base",
            r"\b(?:HMS|RAF|RFA|RNAS)[ ]\p{Lu}\p{L}{2,}(?:[ ]\p{Lu}\p{Ll}+)?",
            0.82,
        ),
        (
            "estate",
            r"\b(?i:on|from|off|around|onto|in|of|round)[ ](?i:the )(?P<found>(?!(?:Housing|"
            r"Council|Same|Real|Local|Industrial|Trading|Other|Late|New)\b)(?:\p{Lu}\p{L}{2,}[ ])"
            r"{1,2}(?i:estate|est))\b(?![ ](?i:agents?|office)\b)",
            0.82,
        ),
        (
            "estate with a capital",
            r"\b(?<![.!?\n][ ]|^)(?:(?!(?:Housing|Council|Real|Local|Industrial|Trading|Other|The|"
            r"Whole|New)\b)\p{Lu}\p{Ll}{2,}[ ]){1,2}(?:Estate|Meadows?(?= (?:site|camp)))\b"
            r"(?![ ](?i:agents?|office|manager)\b)",
            0.82,
        ),
        (
            "club of a nation or a faith",
            r"\b(?i:(?:caribbean|west indian|polish|ukrainian|irish|serbian|italian|greek|cypriot|"
            r"turkish|punjabi|pakistani|indian|bengali|bangladeshi|somali|kurdish|afghan|chinese|"
            r"jamaican|hungarian|latvian|lithuanian|portuguese|spanish|german|welsh|scottish|"
            r"catholic|conservative|liberal|labour|workingmen['’]?s|working men['’]?s|"
            r"comrades|trades|railway|miners['’]?|british legion|ex[ -]servicemen['’]?s)[ ]"
            r"(?:social club|club|welfare|community association|cultural centre|association))\b"
            r"(?![ ](?:level|night out))",
            0.82,
        ),
        (
            "club by letters",
            r"\b(?:AFC|RFC|FC|ABC|RUFC|RLFC)[ ](?!(?:The|And|On|At)\b)\p{Lu}\p{Ll}[\p{L}'’]+",
            0.82,
        ),
        (
            "football club",
            r"\b(?i:at|for|with|from|plays|coaches|of|against|captain,?|team,?|side,?|manages)[ ]"
            r"(?P<found>(?:\p{Lu}\p{L}{2,}[ ]){1,3}"
            r"(?:Rangers|Rovers|Wanderers|Athletic|Albion|Celtic|Colts|Cowboys|Juniors|Panthers|"
            r"Tigers|Eagles|Lions|Saints|Warriors|Sharks|Wolves|Dynamos?|Harriers|Swifts|Hornets|"
            r"United(?:[ ]\p{Lu}\p{Ll}+)?|Town(?=[ ](?:[Uu][0-9]|FC|Juniors))|City(?=[ ](?:[Uu]"
            r"[0-9]|FC|"
            r"Juniors))))\b",
            0.82,
        ),
        (
            "bar or hotel",
            r"\b(?:Bar|Café|Cafe|Hotel|Club|Gym)[ ]\p{Lu}\p{Ll}[\p{L}'’]+(?:[ ]"
            r"\p{Lu}\p{Ll}[\p{L}'’]+)?",
            0.83,
        ),
    )
