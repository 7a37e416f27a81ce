"""Bank details: sort codes, account numbers, IBANs, card numbers."""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.announcing import announced
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_ACCOUNT = (
    r"acc(?:oun)?t?(?: ?(?:no|number|num|#))?|a/c|bank(?: details| account| acc)?|acct|accnt|"
    r"(?:debit |credit )?card|roll|iban|bic|swift|barclays|lloyds|natwest|hsbc|santander|halifax|"
    r"nationwide|monzo|starling|tsb|rbs|co-?op bank|post office account"
)


class BankRecogniser(CasedPatternRecogniser):
    """Sort codes, accounts, IBANs and cards."""

    type = REFERENCE
    recogniser = "bank"
    needs = "0-9"
    expressions = (
        (
            "sort code, announced",
            r"\b(?i:sort[ ]?code|s/c|s\.c\.|sc|sort)[ ]?(?i:no|"
            r"number)?\.?[ ]?[:#\-=]?[ ]{0,2}(?i:is )?"
            r"(?P<found>[0-9]{2}[ \-–./]?[0-9]{2}[ \-–./]?[0-9]{2})\b",
            0.93,
        ),
        ("sort code", r"(?<![\w/£.\-])[0-9]{2}-[0-9]{2}-[0-9]{2}(?![\w\-/])", 0.84),
        (
            "account",
            rf"\b(?i:{_ACCOUNT})(?i:[ ](?:no|number|num))?\.?[ ]?[:#\-=]?[ ]{{0,2}}(?i:is |no\.? )?"
            r"(?P<found>(?<!£)[0-9](?:[ \-]?[0-9]){5,11})(?![0-9/]|[.,][0-9])",
            0.91,
        ),
        (
            "after a sort code",
            r"[0-9]{2}[ \-–]?[0-9]{2}[ \-–]?[0-9]{2}[ ,;/]{1,3}(?i:a/?c(?:c|count)?(?: no|"
            r" number)?[ :.]{0,3})?"
            r"(?P<found>[0-9]{4}[ ]?[0-9]{3,4})(?![0-9])",
            0.9,
        ),
        (
            "IBAN",
            r"\b(?=[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 \-]{0,34}?[0-9]{4})"
            r"(?:[A-Z]{2}|gb)[0-9]{2}[ ]?(?:(?i:[A-Z0-9]{4})[ \-]?){3,7}(?i:[A-Z0-9]{1,4})?\b",
            0.92,
        ),
        ("card", r"(?<![\w£.\-])[0-9]{4}(?:[ \-]?[0-9]{4}){2}[ \-]?[0-9]{3,4}(?![\w])", 0.91),
        ("announced", announced(_ACCOUNT, 4), 0.9),
    )
