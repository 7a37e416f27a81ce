"""What a recogniser found in a raw text, before it is decided what becomes of it."""

from dataclasses import dataclass
from typing import Final

PERSON: Final = "PERSON"
AGE: Final = "AGE"
DATE: Final = "DATE"
DATE_OF_BIRTH: Final = "DATE_OF_BIRTH"
PHONE: Final = "PHONE"
EMAIL: Final = "EMAIL"
HANDLE: Final = "HANDLE"
URL: Final = "URL"
POSTCODE: Final = "POSTCODE"
ADDRESS: Final = "ADDRESS"
PLACE: Final = "PLACE"
SCHOOL: Final = "SCHOOL"
SURGERY: Final = "SURGERY"
HOSPITAL: Final = "HOSPITAL"
PRISON: Final = "PRISON"
WORKPLACE: Final = "WORKPLACE"
WORSHIP: Final = "WORSHIP"
NATIONALITY: Final = "NATIONALITY"
RELIGION: Final = "RELIGION"
LANGUAGE: Final = "LANGUAGE"
NHS_NUMBER: Final = "NHS_NUMBER"
NATIONAL_INSURANCE: Final = "NATIONAL_INSURANCE"
VEHICLE: Final = "VEHICLE"
REFERENCE: Final = "REFERENCE"

NAMED_PLACES: Final = frozenset({PLACE, SCHOOL, SURGERY, HOSPITAL, PRISON, WORKPLACE, WORSHIP})
"""Names of organisations and places, which may hold the name of an agency: it stays."""

REVIEW: Final = "review"
"""The recogniser of what a person masked: it comes before all others."""

UNCHECKED: Final = "nhs-number-check-digit"
"""The recogniser of a number that is announced or grouped as an NHS number and does not add up."""

SURE: Final = 0.8
"""From this score on a finding is masked whatever else is found across it."""

GUESS_BELOW: Final = 0.7
"""Below this score a mask is a guess, which a person is asked to look at."""


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """A range of a raw text that identifies somebody.

    ``person_id`` names a person of the roster, or is the tag by which a reviewer said that somebody
    outside it goes, or "". ``score`` orders findings that overlap:
    1.0 for the roster, .85 to .95 for patterns, .8 for cues, below that for guesses.
    """

    start: int
    end: int
    type: str
    score: float
    recogniser: str
    person_id: str = ""
    shared: bool = False

    def __repr__(self) -> str:
        return f"Finding({self.type}, {self.start}-{self.end}, {self.recogniser})"

    __str__ = __repr__

    def __len__(self) -> int:
        return self.end - self.start
