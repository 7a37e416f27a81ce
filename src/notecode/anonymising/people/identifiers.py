"""The numbers of a case's people: telephone numbers, e-mail addresses, references, birth dates.

They are known exactly, so they are found however they are spaced or punctuated.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notecode.anonymising.findings import DATE_OF_BIRTH, EMAIL, PHONE, REFERENCE, Finding
from notecode.raw import Person

_SHORTEST_REFERENCE = 4
_SHORTEST_PHONE = 6


class _Known(NamedTuple):
    pattern: str
    type: str
    person_id: str


class IdentifierMatcher:
    """Finds the known numbers of one roster in a text, in one compiled pass."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Compile the numbers of all people; of a shared number the first person is the owner."""
        known = [item for person in people for item in _known(person)]
        self._known = sorted(dict.fromkeys(known), key=lambda item: -len(item.pattern))
        self._pattern = (
            re.compile("|".join(f"({item.pattern})" for item in self._known), re.IGNORECASE)
            if self._known
            else None
        )

    def find(self, text: str) -> list[Finding]:
        """Each known number in the text."""
        if self._pattern is None:
            return []
        return [self._finding(match) for match in self._pattern.finditer(text)]

    def _finding(self, match: re.Match[str]) -> Finding:
        known = self._known[(match.lastindex or 1) - 1]
        return Finding(
            match.start(), match.end(), known.type, 0.98, "roster-identifier", known.person_id
        )


def _known(person: Person) -> Iterator[_Known]:
    for phone in person.phones:
        national = national_number(phone)
        if len(national) >= _SHORTEST_PHONE:
            digits = r"[\s().\-]{0,3}".join(national)
            prefix = (
                r"(?<![0-9])(?:(?:\+|00)?44[\s().\-]{0,3}(?:0[\s().\-]{0,3})?|\(?0[\s().\-]{0,3})?"
            )
            yield _Known(prefix + digits + r"(?![0-9])", PHONE, person.id)
    for email in person.emails:
        if "@" in email:
            yield _Known(r"(?<![\w.+-])" + re.escape(email.strip()) + r"(?!\w)", EMAIL, person.id)
    for reference in person.identifiers:
        plain = plain_reference(reference)
        if len(plain) >= _SHORTEST_REFERENCE and any(c.isdigit() for c in plain):
            body = r"[\s./\-]{0,2}".join(map(re.escape, plain))
            yield _Known(rf"(?<![A-Za-z0-9]){body}(?![A-Za-z0-9])", REFERENCE, person.id)
    if person.dob is not None:
        day, month, year = person.dob.day, person.dob.month, person.dob.year
        body = rf"0?{day}[\s./\-]{{0,2}}0?{month}[\s./\-]{{0,2}}(?:{year}|{year % 100:02})"
        yield _Known(rf"(?<![0-9/]){body}(?![0-9/])", DATE_OF_BIRTH, person.id)


def national_number(phone: str) -> str:
    """A British number's digits without 0 or +44; other numbers keep all their digits."""
    digits = "".join(c for c in phone if c.isdigit() and c.isascii())
    for prefix in ("0044", "44"):
        if digits.startswith(prefix) and len(digits) >= len(prefix) + 9:
            digits = digits.removeprefix(prefix)
            break
    return digits.removeprefix("0")


def plain_reference(reference: str) -> str:
    """A reference's letters and digits alone, lower case."""
    return "".join(c for c in reference.lower() if c.isalnum() and c.isascii())
