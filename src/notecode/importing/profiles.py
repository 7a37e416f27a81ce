"""What a column holds, in shares and lengths: the evidence for saying which column is what."""

from collections.abc import Sequence
from dataclasses import dataclass

from notecode.importing.dates import share_of_dates

_SAMPLED = 400


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

    @property
    def is_text(self) -> bool:
        """Whether it may be notes: sentences rather than words."""
        return self.mean_length >= 20 and self.with_space >= 0.5 and self.dates < 0.5

    @property
    def is_id(self) -> bool:
        """Whether it may be ids: short, in one piece, with a digit."""
        return self.with_digit >= 0.9 and self.longest <= 40 and self.dates < 0.5

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
    if not count:
        return Profile(0, 0, 0, 0, 0, 0, 0)
    return Profile(
        filled=count,
        mean_length=sum(map(len, sample)) / count,
        longest=max(map(len, sample)),
        dates=share_of_dates(cell for cell in sample if len(cell) <= 60) if count else 0,
        with_digit=sum(any(c.isdigit() for c in cell) for cell in sample) / count,
        with_space=sum(" " in cell or "\n" in cell for cell in sample) / count,
        distinct=len(set(sample)) / count,
    )
