"""Nationalities and ethnic origins: Polish, half Jamaican, White Irish; not nail polish."""

from notecode.anonymising.findings import NATIONALITY
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_ANY_CASE = (
    "afghan|afghani|albanian|algerian|angolan|antiguan|argentinian|armenian|australian|austrian|"
    "azerbaijani|bajan|bangladeshi|barbadian|belarusian|belgian|bengali|bolivian|bosnian|brazilian|"
    "bulgarian|burmese|burundian|cambodian|cameroonian|canadian|chilean|chinese|colombian|"
    "congolese|croatian|cuban|cypriot|czech|danish|dominican|dutch|ecuadorian|egyptian|eritrean|"
    "estonian|ethiopian|fijian|filipin[ao]|finnish|gambian|georgian|german|ghanaian|grenadian|"
    "gujarati|guyanese|haitian|hungarian|icelandic|indian|indonesian|iranian|iraqi|israeli|italian|"
    "ivorian|jamaican|japanese|jordanian|kashmiri|kazakh|kenyan|korean|kosovan|kosovar|kurd(?:ish)?|"
    "kuwaiti|latvian|lebanese|liberian|libyan|lithuanian|macedonian|malawian|malaysian|maltese|"
    "mauritian|mexican|moldovan|mongolian|montenegrin|moroccan|mozambican|namibian|nepal(?:i|ese)|"
    "nigerian|norwegian|pakistani|palestinian|persian|peruvian|portuguese|punjabi|romanian|"
    "russian|rwandan|samoan|saudi|scottish|senegalese|serbian|sierra leonean|singaporean|slovak|"
    "slovakian|slovenian|somali|sri lankan|sudanese|swedish|syrian|taiwanese|tamil|tanzanian|thai|"
    "tibetan|tongan|trinidadian|tunisian|turk|turkish|ugandan|ukrainian|uruguayan|uzbek|"
    "venezuelan|vietnamese|welsh|yemeni|yoruba|igbo|zambian|zimbabwean|english|irish|spanish|"
    "romany|caribbean|south african|north african|west african|east african|african"
)
_CAPITAL = "Polish|POLISH|Pole|Swiss|Roma|French|Greek|American|Scots?|British|Gypsy|Chechen|Hindu"
_SPOKEN = r"(?![ ](?i:breakfast|law|course|lessons?|gcse|teacher|defence league|channel|bank))"
_NO_LANGUAGE = r"(?<!\b(?i:no|little|speaks?|speaking|good|poor|fluent|in|of|maths and|limited)[ ])"


class NationalityRecogniser(CasedPatternRecogniser):
    """Nationalities of a list, a few of them only with a capital."""

    type = NATIONALITY
    recogniser = "nationality"
    expressions = (
        (
            "any case",
            rf"(?:{_NO_LANGUAGE}|(?!(?i:english)))\b(?<![/\-])(?i:{_ANY_CASE})(?i:s)?\b"
            rf"{_SPOKEN}",
            0.73,
        ),
        (
            "polish after a cue",
            r"(?<=\b(?i:part|half|white|is|are|both|yrs?,|years,)[ ])polish\b(?![ ](?:off|up|on))",
            0.73,
        ),
        ("capital", rf"\b(?:{_CAPITAL})\b(?![ ](?i:kiss|doors?|fries|windows?|gas|red))", 0.73),
    )
