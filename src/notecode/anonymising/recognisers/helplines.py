"""Telephone numbers that services publish for everybody: they lead to nobody, and stay."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from notecode.anonymising.findings import Finding

HELPLINES: Final = frozenset(
    {
        "08082000247",  # National Domestic Abuse Helpline
        "08088024040",  # Respect Phoneline
        "08088010327",  # Men's Advice Line
        "08088010800",  # Live Fear Free
        "08000271234",  # Scotland's Domestic Abuse and Forced Marriage Helpline
        "08088021414",  # Domestic and Sexual Abuse Helpline, Northern Ireland
        "08005999247",  # Karma Nirvana
        "08000121700",  # Modern Slavery and Exploitation Helpline
        "08081689111",  # Victim Support
        "08085002222",  # Rape and Sexual Abuse Support Line
        "08088004444",  # Shelter
        "08088005000",  # NSPCC
        "08001111",  # Childline
        "0800555111",  # Crimestoppers
        "08009177650",  # Alcoholics Anonymous
        "03001236600",  # Frank
    }
)
"""Digits of national helplines, as their services publish them."""

_WRITTEN: Final = re.compile(
    rf"(?<!\d)(?:{'|'.join('[ -]?'.join(number) for number in sorted(HELPLINES))})(?!\d)"
)


def without_helplines(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that are no part of a helpline's number."""
    lines = [match.span() for match in _WRITTEN.finditer(text)]
    for finding in findings:
        if not any(start < finding.end and finding.start < end for start, end in lines):
            yield finding
