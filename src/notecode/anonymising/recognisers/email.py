"""E-mail addresses, also those spelt out: name at example dot com.

Whether the domain exists is not asked: that would need the list of public suffixes, which
Presidio's own recogniser fetches from the network, and an address that is misspelt still
identifies its owner.
"""

from notecode.anonymising.findings import EMAIL
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser


class EmailRecogniser(CasedPatternRecogniser):
    """Anything written like an e-mail address."""

    type = EMAIL
    recogniser = "email"
    expressions = (
        (
            "address",
            r"(?<![\w.+%\-])[\w.+%'’\-]{1,64}[ ]?@[ ]?[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5}",
            0.96,
        ),
        (
            "spelt out",
            r"\b[\w.\-]{2,40}[ ]?(?i:\(at\)|\[at\]| at )[ ]?[\w\-]{2,40}[ ]?(?i:\(dot\)"
            r"|\[dot\]| dot )[ ]?"
            r"(?i:com|co[ .]uk|co dot uk|org|net|uk)\b",
            0.9,
        ),
    )
