"""Nationalities and ethnic origins: Polish, half Jamaican, Black African; not nail polish."""

from collections.abc import Iterator

import regex

from notecode.anonymising.findings import NATIONALITY, Finding
from notecode.anonymising.recognisers.alternation import factored
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

NATIONS = (
    "afghan|afghani|albanian|algerian|angolan|antiguan|argentinian|armenian|australian|austrian|"
    "azerbaijani|bajan|bahraini|bangladeshi|barbadian|belarusian|belgian|bengali|"
    "bolivian|bosnian|brazilian|"
    "bulgarian|burmese|burundian|cambodian|cameroonian|canadian|chadian|chilean|chinese|colombian|"
    "congolese|croatian|cuban|cypriot|czech|danish|dominican|dutch|ecuadorian|"
    "egyptian|emirati|eritrean|"
    "estonian|ethiopian|fijian|filipin[ao]|finnish|gabonese|gambian|georgian|"
    "german|ghanaian|ghanian|grenadian|"
    "gujarati|guinean|guyanese|haitian|hungarian|icelandic|indian|indonesian|"
    "iranian|iraqi|israeli|italian|"
    "ivorian|jamaican|japanese|jordanian|kashmiri|kazakh|kenyan|korean|kosovan|"
    "kosovar|kurd(?:ish)?|"
    "kuwaiti|kyrgyz|latvian|lebanese|liberian|libyan|lithuanian|macedonian|"
    "malawian|malaysian|maltese|"
    "mauritian|mexican|mirpuri|moldovan|mongolian|montenegrin|moroccan|"
    "mozambican|namibian|nepal(?:i|ese)|"
    "nigerian|norwegian|omani|pakistani|palestinian|pashtun|pathan|persian|"
    "peruvian|portuguese|punjabi|romanian|rumanian|"
    "russian|rwandan|samoan|saudi|scottish|senegalese|serbian|seychellois|"
    "sierra leonean|singaporean|slovak|"
    "slovakian|slovenian|somali|somalian|sri lankan|sudanese|swedish|sylheti|"
    "syrian|tajik|taiwanese|tamil|tanzanian|thai|"
    "tibetan|togolese|tongan|trinidadian|tunisian|turk|turkish|turkmen|ugandan|"
    "ukrainian|uruguayan|uyghur|uzbek|"
    "venezuelan|madeiran|habesha|tigray(?:an)?|british(?![ ](?i:gas|legion|"
    "transport|red cross|heart|airways|telecom|museum|rail|council|library|"
    "standard|summer))|vietnamese|vincentian|welsh|yemeni|yoruba|igbo|hausa|"
    "zambian|zimbabwean|zulu|irish|spanish|"
    "romany|romani|caribbean|south african|north african|west african|"
    "east african|african|afro[ \\-]caribbean|"
    "south asian|east asian|eastern european|middle eastern|latin american|"
    "northern irish|oromo|hazara|berber|"
    "st lucian|kittitian|bermudian|guadeloupean|montserratian|glaswegian|geordie|"
    "scouser?|brummie|londoner|mancunian|liverpudlian|yorkshire(?:man|woman)|"
    "portugese|ukranian|carribean|carribbean|phill?ippino|fillipino|morrocan|columbian|"
    "romainian|romanain|lithuanan|lithuainian|pakistanian|jamacian|zimbabwian|hungarien|"
    "andorran|argentine|azeri|bahamian|basque|belizean|beninese|bhutanese|botswanan|bruneian|"
    "burkinabe|catalan|comorian|croat|djiboutian|guatemalan|honduran|laotian|luxembourger|"
    "malagasy|maldivian|malian|mauritanian|nicaraguan|nigerien|panamanian|paraguayan|qatari|"
    "salvadoran|serb|surinamese|swazi|trini|hispanic|latin[ao]|rohingya|sinti|fulani|ashanti|"
    "amhara|goan|parsi|anglo[ \\-]indian|eurasian|african[ \\-]caribbean|assyrian|chaldean|copt|"
    "bosniak|walloon|orcadian|manx(?![ ]cat)|bidoo?u?n|timorese|bissau[ \\-]guinean|melanesian|"
    r"malay|tigrayan|amazigh|bedouin|baloch|balochi|uighur|maori|inuit|sahrawi|zanzibari|"
    r"gibraltarian|faroese|greenlander|cape verdean|south sudanese|equatorial guinean|"
    r"papuan|barbudan|st helenian|anguillan|aruban|martinican|monegasque|tahitian|hawaiian|"
    r"puerto rican|basotho|batswana|channel islander|falkland islander|pacific islander|"
    r"crimean tatar|tatar|chechen|ingush|dagestani|ossetian|abkhaz|karelian|breton|corsican|"
    r"sicilian|sardinian|galician|andalusian|bavarian|flemish|kikuyu|baganda|wolof|mandinka|"
    r"mende|sidama|dinka|nuer|shona|ndebele|xhosa|tswana|sinhalese|malayali|telugu|marathi|"
    r"bihari|rajasthani|sindhi|hakka|hmong|khmer|"
    "highlander|cornish|traveller(?=[ ](?:communit|famil|herit|backgr|site))"
)
_CAPITAL = (
    "Polish|POLISH|Pole|Poles|Swiss|Roma|ROMA|French|FRENCH|Greek|GREEK|American|"
    "AMERICAN|Scots?|Gypsy|GYPSY|"
    "Chechen|Traveller|Travellers|Asian|ASIAN|Arab|ARAB|Arabic|"
    "European(?![ ]?(?:Union|Court|Arrest|Convention))|Chinese|Japanese|Black|"
    "White(?=[ ](?:British|Irish|European|Other))"
)
_SPOKEN = (
    r"(?![ ](?i:breakfast|law|course|classes|class|lessons?|gcse|teacher|tutor|"
    r"defence league|channel|bank|"
    r"cakes?|dresser|rugby|flag|dragon|tv|football|premier|summer|weather|countryside|rarebit|"
    r"takeaway|take away|restaurant|pastr(?:y|ies)|food|meal|chippy|kebab|barbers?|shop|"
    r"yog(?:h)?urts?|cheese|bread|bacon|sausages?|stick|sticks|toast|salad|rolls?|beer|wine|lager|"
    r"whisk(?:e)?y|coffee|pizza|curry|sweets|chocolate|delight|courage|leave|letters?|plaits?|"
    r"supermarket|government|assembly|"
    r"power|water|gas|airways|legion|transport|heart|red cross|shepherd|staffie|"
    r"bulldog|terrier|bull|"
    r"language|literature|and maths|assessment|as (?:a|his|her) second|embassy|consulate)\b)"
)
_NO_LANGUAGE = (
    r"(?<!\b(?i:no|little|speaks?|speaking|spoken|good|poor|fluent|in|of|"
    r"maths and|limited|basic|broken|"
    r"understands?|understand|learning|learn|his|her|their|some|any|much|written|plain)[ ])"
)
_PERSON = (
    r"(?i:man|woman|male|female|boy|girl|lad|guy|lady|family|families|couple|child|children|kids|"
    r"ethnicity|heritage|background|origin|descent|british|african|caribbean|"
    r"other|irish|european|mixed|"
    r"american|people|person|youth|teenager|men|women|mother|father|partner|community|muslim|"
    r"minority|ethnic|su|perp|perpetrator|lads|girls|boys|guys|males|females|wife|husband|"
    r"girlfriend|boyfriend|mum|dad|parents?|relatives?|neighbours?|teens?|teenage|victim|suspect|"
    r"descent|skinned|english|scottish|welsh|asian)"
)


_MEAL = regex.compile(
    r"\b(?:had|have|having|got|gets?|ordered|ordering|order|eating|ate|eat|shared|fancied|fetched|"
    r"cooked|want(?:s|ed)?|buy|bought|deliver(?:s|ed|ing)|collect(?:s|ed|ing)?)"
    r"[ ](?:an? |some |the )?"
    r"(?:chinese|indian|thai|italian|turkish|greek|mexican|japanese)"
    r"(?=[ ]?[.,;:?!)\n]|[ ]?$|"
    r"[ ](?:and|for (?:tea|dinner|lunch)|last night|together|with|on|in|at)\b)",
    regex.IGNORECASE,
)
"""A meal: "they had a Chinese"."""


class NationalityRecogniser(CasedPatternRecogniser):
    """Nationalities and ethnic groups of a list, a few of them only with a capital or a cue."""

    type = NATIONALITY
    recogniser = "nationality"
    expressions = (
        (
            "any case",
            rf"(?<![\w\-]|(?<!\p{{L}}{{3}})/)(?i:{factored(NATIONS)})(?i:s)?\b{_SPOKEN}",
            0.81,
        ),
        (
            "behind a hyphen",
            r"(?<=\b(?i:\p{L}{3,}(?:ish|ian|ean|ese|ani|shi|ali|aqi|han)|half|part|anglo|afro|"
            r"white|"
            rf"black|scots)-)(?i:{factored(NATIONS)}|polish|greek|french)\b",
            0.81,
        ),
        ("half, before a hyphen", rf"\b(?i:half|part)-(?i:{factored(NATIONS)}|polish)\b", 0.81),
        (
            "names by which people are called",
            r"\b(?i:pakis?|pikeys?|brits?|aussies?|yanks?)\b",
            0.8,
        ),
        (
            "English",
            rf"\b(?i:english)\b{_NO_LANGUAGE[:-1]}(?i:english))(?<!/english){_SPOKEN}",
            0.81,
        ),
        (
            "polish after a cue",
            r"\b(?i:part|half|white|is|are|both|yrs?|years,|a|from a|nationality:?|"
            r"ethnicity:?|speaks?|they're|he's|she's)[ ]"
            r"(?P<found>polish)\b(?![ ](?:off|up|on|his|her|the))",
            0.81,
        ),
        (
            "polish between commas, or before what is Polish",
            r"(?<=,[ ])polish(?=[ ]?[,.;)]|[ ]?$)|(?<!\b(?i:nail|shoe|floor|furniture|silver|to) )"
            r"\bpolish(?=[ ](?i:interp|terp|speak|saturday|shop|church|mass|club|cent|passport|"
            r"national|embassy|lads?|famil|communit|food|vodka|school|priest|consul|citizen))",
            0.81,
        ),
        ("Gypsy", r"\b(?i:gyps(?:y|ies))\b(?![ ](?i:hill|lane|moth|rose))", 0.81),
        (
            "capital",
            rf"\b(?:(?!Black|White|Asian|ASIAN|European)(?:{_CAPITAL})\b(?![ ](?i:kiss|"
            rf"doors?|fries|windows?|gas|red|stick|salad))|"
            r"(?:Asian|ASIAN|European)\b(?![ ](?i:union|court|arrest|convention|women)))" + _SPOKEN,
            0.81,
        ),
        (
            "colour of a person",
            rf"\b(?i:black|white|brown|mixed|asian|arab)\b(?=[ /\-](?:and |"
            rf"or )?{_PERSON}\b)(?![ ](?i:male|female)[ ](?i:voice|pattern))",
            0.81,
        ),
        (
            "of a person that is told",
            r"\b(?:(?i:he|she|su|vs|v/s|who|mum|dad|mother|father|partner|ex|client|family|"
            r"perp|victim|parents)[ ](?i:is|are)|(?i:they|both|parents|family|all)[ ](?i:are)|"
            r"(?i:he's|she's|hes|shes|they're)|(?i:described as|presents as|appears))[ ]"
            r"(?i:a |an |being |from a |all |half |part |both )?"
            r"(?P<found>(?i:white|black|asian|arab|mixed|brown|french|greek|american|swiss|"
            r"scots|roma|gypsy|gypsies|travellers?|(?:irish|romany|welsh|scottish) "
            r"travellers?|eu national))\b(?!(?i: (?:and blue|listed|out|up|with|feelings|"
            r"emotions|ambulance)|ed\b|[ -]eyed))",
            0.81,
        ),
        (
            "of a description",
            r"\b(?i:male|female|man|woman|ethnicity|lad|girl|boy)[,;:][ ](?P<found>(?i:white|black|"
            r"asian|mixed|arab))(?=[,;.]|$)",
            0.81,
        ),
        ("police code", r"\bIC[1-9]\b", 0.81),
        (
            "small, of a person",
            rf"\b(?P<found>(?i:polish|french|greek|american|roma|swiss|gypsy|european|"
            rf"romany gypsy))(?=[ ]{_PERSON}\b)|\b(?i:half|part)[ \-](?P<found>(?i:greek|french|"
            rf"american|swiss|roma|gypsy))\b",
            0.81,
        ),
        ("EU", r"\b(?P<found>EU|EEA)(?=[ ](?i:nationals?|citizens?|migrant|settled)\b)", 0.8),
        (
            "Irish traveller",
            r"\b(?i:(?:irish|romany|welsh|scottish) (?:travellers?|gyps(?:y|ies)))\b",
            0.81,
        ),
        (
            "mixed",
            r"\b(?i:mixed[ \-](?:race|heritage|ethnicity|parentage)|dual[ \-](?:heritage|"
            r"ethnicity|nationality)|bi-?racial|"
            r"(?:mixed )?(?:white|black|asian)[ ]?(?:/|and|&)[ ]?(?:black|asian|white)(?: african|"
            r" caribbean| asian)?(?! (?:photo|copy|print|tv|film|striped))|half[ \-]caste|"
            r"bame|bme|eastern europeans?)\b",
            0.81,
        ),
        (
            "after a cue",
            r"\b(?i:ethnicity|ethnic (?:origin|background)|race|ethn?|nationality|identifies as|"
            r"self[ \-]defines as|heritage|describes (?:him|her)self as)"
            r"[ ]?(?i:is|as|was)?[ ]?[:\-]?[ ]?(?P<found>(?i:black|white|asian|arab|mixed|"
            r"brown|gypsy|traveller|roma|polish|british|chinese|other)\b"
            r"(?:[ ]?[/\-–(][ ]?(?i:black|white|asian|british|african|caribbean|irish|"
            r"other|european)\b\)?)*)",
            0.82,
        ),
        (
            "irish traveller",
            r"\b(?i:(?:irish |romany |welsh )?(?:gypsy|gypsies|travellers?)(?=[ ](?:site|"
            r"camp|communit|famil|heritage|background|women|man|woman|children|girl)))",
            0.81,
        ),
    )

    def find(self, text: str) -> Iterator[Finding]:
        """The nationalities, without those that are meals."""
        meals = {match.end() for match in _MEAL.finditer(text)}
        yield from (finding for finding in super().find(text) if finding.end not in meals)
