"""Days that open the lines of a chronology: "07.02 allocated", "9/2 moved out"."""

import re
from collections.abc import Iterator

from notecode.anonymising.findings import DATE, Finding
from notecode.anonymising.recognisers.calendar import DAY, MONTH

_OPENS_A_LINE = re.compile(
    r"^[ \t>*•\-–]*(?P<day>[0-9]{1,2}[./][0-9]{1,2})(?![0-9:./]|[ ]?(?:am|pm|hrs|%))",
    re.MULTILINE | re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(rf"{DAY}[./]{MONTH}")
_FEWEST_LINES = 3


def chronology(text: str) -> Iterator[Finding]:
    """The days that open lines, if several do and all of them may be days.

    One such line may begin with a time; several that all name a month do not.
    """
    opening = list(_OPENS_A_LINE.finditer(text))
    if len(opening) >= _FEWEST_LINES and all(_DAY_AND_MONTH.fullmatch(m["day"]) for m in opening):
        for match in opening:
            yield Finding(*match.span("day"), DATE, 0.83, "date")
