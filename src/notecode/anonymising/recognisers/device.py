"""What leads to a device or a spot: network addresses, wallets, coordinates, three words."""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser


class DeviceRecogniser(CasedPatternRecogniser):
    """IP and MAC addresses, serial numbers of phones, wallets and positions on a map."""

    type = REFERENCE
    recogniser = "device"
    expressions = (
        ("IP", r"(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w]|\.[0-9])", 0.9),
        ("MAC", r"\b(?i:[0-9A-F]{2}(?:[:\-][0-9A-F]{2}){5})\b", 0.92),
        ("IMEI", r"\b(?i:imei)[ ]?:?[ ]?(?P<found>[0-9](?:[ \-]?[0-9]){13,16})(?![0-9])", 0.93),
        ("wallet", r"\b(?:bc1|0x)[A-Za-z0-9]{20,60}\b", 0.9),
        (
            "position",
            r"(?<![\w.])-?[0-9]{1,2}\.[0-9]{3,8}°?[NS]?,?[ ]{1,2}(?i:(?:long?|lng)[ :]{1,2})?"
            r"-?[0-9]{1,3}\.[0-9]{3,8}(?:°?[EW])?(?![\w])",
            0.88,
        ),
        ("three words", r"(?<![/\w:])/{3}\p{Ll}+\.\p{Ll}+\.\p{Ll}+", 0.9),
        (
            "grid reference",
            r"\b(?i:grid ref(?:erence)?)[ ]?:?[ ]?(?P<found>[A-Z]{2}[ ]?[0-9]{2,5}[ ]?"
            r"[0-9]{2,5})\b",
            0.88,
        ),
    )
