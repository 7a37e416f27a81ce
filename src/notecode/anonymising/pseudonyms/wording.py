"""What stands in a text in the place of each finding: its tag or, by option, a name or a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.pseudonyms.date_shifting import (
    MonthTags,
    ShiftedDates,
    case_offset,
    moved,
    with_months,
)
from notecode.anonymising.pseudonyms.memory import GivenTag, TagMemory
from notecode.anonymising.pseudonyms.tags import Pseudonyms
from notecode.anonymising.review.rulings import Settled
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Roster
from notecode.settings import Dates, Names

if TYPE_CHECKING:
    from notecode.anonymising.pseudonyms.surrogates import Surrogates

_NEAR = 20
"""Code points before a name in which a title is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How people and days are written once they are replaced; ``notecode.toml`` says it."""

    names: Names = "role"
    dates: Dates = "tag"

    def refuse_if_lacking(self) -> None:
        """Refuse what needs a package that is not installed.

        Raises:
            ProjectError: if surrogate names are asked for and Faker is not there.

        """
        if self.names == "surrogate":
            from notecode.anonymising.pseudonyms.surrogate_supply import refuse_without_faker

            refuse_without_faker()

    def with_whole_days(self, text: Settled) -> Settled:
        """The text with the month that follows a day taken in, where days are written anew.

        Where they become tags, the month of "12th-14th Feb" stays.
        """
        if self.dates == "tag":
            return text
        return replace(text, findings=list(with_months(text.raw, text.findings)))


TAGS: Final = Wording()
"""Tags for everything."""


class CaseWording:
    """The replacements of one case."""

    def __init__(
        self,
        wording: Wording,
        tags: Pseudonyms,
        people: Roster,
        texts: Sequence[Settled],
        *,
        words: Iterable[str],
        memory: TagMemory,
        start: date | None,
        dictionary: Dictionary,
    ) -> None:
        """Settle what is to be written.

        ``texts`` are all texts of the case in the order of its notes, ``words`` all their words
        (folded), ``start`` the day on which the case starts.

        Raises:
            ProjectError: if names or shifted days are asked for and there is no linking key.

        """
        self._tags = tags
        self._offset = case_offset(memory) if wording.dates == "shift" else timedelta()
        never = frozenset(person.dob for person in people.people if person.dob)
        self._days: ShiftedDates | MonthTags | None = None
        if wording.dates == "shift":
            self._days = ShiftedDates(self._offset, never)
        elif wording.dates == "month" and start is not None:
            self._days = MonthTags(start, never)
        self._surrogates = None
        if wording.names == "surrogate":
            self._surrogates = self._surrogates_of(people, texts, words, memory, dictionary)

    def replacements(self, text: Settled, noted: date | None) -> list[str]:
        """What stands for each finding of a text; ``noted`` is the date of its note."""
        days = self._days.write(text.raw, text.findings, noted) if self._days else {}
        return [
            days.get(number) or self._named(finding, text.raw[finding.start : finding.end])
            for number, finding in enumerate(text.findings)
        ]

    def day(self, noted: date | None) -> date | None:
        """The date that a note gets in the record."""
        return moved(noted, self._offset)

    def given(self) -> tuple[GivenTag, ...]:
        """What is to be remembered, beside the tags, so that a later run writes the same."""
        return self._surrogates.given() if self._surrogates else ()

    def _named(self, finding: Finding, written: str) -> str:
        tag = self._tags.tag(finding, written)
        if self._surrogates is None or finding.type != PERSON:
            return tag
        return self._surrogates.write(tag, written)

    def _surrogates_of(
        self,
        people: Roster,
        texts: Sequence[Settled],
        words: Iterable[str],
        memory: TagMemory,
        dictionary: Dictionary,
    ) -> "Surrogates":
        from notecode.anonymising.pseudonyms import surrogates as names

        roster = {self._tags.people[each.id]: each for each in people.people}
        bearers = {tag: names.bearer_of(person) for tag, person in roster.items()}
        strangers: dict[str, set[names.NameSeen]] = {}
        for tag, written, before in self._people_in(texts):
            if tag not in roster:
                strangers.setdefault(tag, set()).add(names.NameSeen(written, before))
        for tag in sorted(strangers):
            bearers[tag] = names.bearer_seen(strangers[tag])
        taken = {*words, *names.real_words(people.people)}
        return names.Surrogates(bearers, taken, memory, dictionary)

    def _people_in(self, texts: Sequence[Settled]) -> Iterator[tuple[str, str, str]]:
        """Tag of each name in the texts, the name as written, and the word before it, folded."""
        for text in texts:
            for finding in text.findings:
                if finding.type == PERSON:
                    written = text.raw[finding.start : finding.end]
                    before = tokens(text.raw[max(0, finding.start - _NEAR) : finding.start])
                    yield (
                        self._tags.tag(finding, written),
                        written,
                        (before[-1].folded if before else ""),
                    )
