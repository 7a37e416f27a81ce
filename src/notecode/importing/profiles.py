"""What a column holds, in shares and lengths: the evidence for saying which column is what."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notecode.importing.columns import squash
from notecode.importing.dates import share_of_dates
from notecode.importing.roles import known_role

_SAMPLED = 400
_LONG_CELL = 40
_MOST_WORDS = 4
_OFTEN = 0.2
_REFERENCE = re.compile(r"[A-Za-z]{0,6}[-/_]?\d[\w/-]*")
# Numbers of people: CRN, prison, NINO, PNC; telephone and NHS numbers.
_OF_A_PERSON = re.compile(
    r"[A-Za-z]\d{6}|[A-Za-z]\d{4}[A-Za-z]{2}|[A-Za-z]{2}\d{6}[A-Da-d]|\d{2,4}/\d+[A-Za-z]|\d{10,}"
)
_WAYS_OF_CONTACT = """
    phone telephone tel call phonecall telephonecall telcall telephonecontact phonecontact email
    mail emailin emailout text sms textmessage letter post visit homevisit officevisit hv ov
    meeting facetoface f2f 1to1 121 onetoone video videocall teams zoom skype whatsapp voicemail
    inperson office officeappointment appointment session groupsession casenote filenote fax
    professionalsmeeting multiagencymeeting supervision
"""
_WAYS = frozenset(_WAYS_OF_CONTACT.split())


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares (0 to 1) over the filled cells of a sample of the column; lengths in characters."""

    filled: int
    mean_length: float
    longest: int
    dates: float
    with_digit: float
    with_space: float
    distinct: float
    bare: float
    """The share of cells that are digits alone."""
    references: float
    """The share that is written like a reference and not like a person's number."""
    roles: float
    ways: float
    """The share that is a known way of contact."""
    wordy: float
    """The share of more than forty characters, or of more than four words that stand once."""

    @property
    def is_text(self) -> bool:
        """Whether it may be notes: sentences rather than words."""
        return self.mean_length >= 20 and self.with_space >= 0.5 and self.dates < 0.5

    @property
    def is_id(self) -> bool:
        """Whether it may be ids: short, in one piece, with a digit."""
        no_dates = self.dates < 0.5 or self.bare >= 0.9
        return self.with_digit >= 0.9 and self.longest <= 40 and no_dates

    @property
    def is_reference(self) -> bool:
        """Whether it may be ids whatever its header: several, all written like references."""
        # One or two digits count something; of a reference there are three and more.
        long_enough = self.bare < 0.5 or self.mean_length >= 3
        written = self.references >= 0.9 and self.longest <= 20
        return self.is_id and self.filled >= 3 and written and long_enough

    @property
    def is_free_text(self) -> bool:
        """Whether its cells are often written freely, and so may hold anything."""
        return self.longest > 80 or self.wordy >= _OFTEN

    @property
    def is_names(self) -> bool:
        """Whether it may be people's names."""
        return self.with_digit < 0.1 and self.longest <= 60 and self.distinct > 0

    @property
    def is_category(self) -> bool:
        """Whether it may be one of a few words."""
        return self.mean_length <= 30 and self.longest <= 80 and self.dates < 0.5


def profile(cells: Sequence[str]) -> Profile:
    """Measure a column on at most some hundred cells, taken evenly from top to bottom."""
    step = max(1, len(cells) // _SAMPLED)
    sample = [cell.strip() for cell in cells[::step] if cell.strip()]
    count = len(sample)
    times = Counter(sample)
    if not count:
        return Profile(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    def share(test: Callable[[str], object]) -> float:
        return sum(bool(test(cell)) for cell in sample) / count

    return Profile(
        filled=count,
        mean_length=sum(map(len, sample)) / count,
        longest=max(map(len, sample)),
        dates=share_of_dates(cell for cell in sample if len(cell) <= 60) if count else 0,
        with_digit=share(lambda cell: any(c.isdigit() for c in cell)),
        with_space=share(lambda cell: " " in cell or "\n" in cell),
        distinct=len(set(sample)) / count,
        bare=share(str.isdecimal),
        references=share(lambda c: _REFERENCE.fullmatch(c) and not _OF_A_PERSON.fullmatch(c)),
        roles=share(known_role),
        ways=share(lambda cell: squash(cell) in _WAYS),
        wordy=share(
            lambda c: len(c) > _LONG_CELL or (len(c.split()) > _MOST_WORDS and times[c] == 1)
        ),
    )
