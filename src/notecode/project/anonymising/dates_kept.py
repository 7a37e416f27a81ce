"""Days of a case in the record: note dates, start and end, all moved alike or not at all.

The month of the intervention is counted in days from the start, so that moving leaves it. And a
case never holds notes whose dates were moved beside others whose dates were not.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from notecode.anonymising.pseudonyms.date_shifting import case_offset, moved
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.anonymising.pseudonyms.wording import Wording
from notecode.errors import Problem, ProjectError
from notecode.model import Case
from notecode.project.anonymising.run_settings import kept_settings
from notecode.store.connection import Database
from notecode.store.notes import anonymised_cases, load_cases


class DatesKept:
    """How the dates of the stored cases were written, and how this run writes them."""

    def __init__(self, db: Database, wording: Wording) -> None:
        """Read what is stored before the run changes it."""
        self.dates, self._names = wording.dates, wording.names
        settings, done = kept_settings(db), anonymised_cases(db)
        forms = {digest: each.get("dates", "tag") for digest, each in settings.items()}
        names = {digest: each.get("names", "role") for digest, each in settings.items()}
        self._all_forms = frozenset(forms.values())
        self._stored = {
            case_id: (forms.get(digest), ids) for case_id, (digest, ids) in done.items()
        }
        self._stored_names = {
            case_id: names.get(digest, wording.names) for case_id, (digest, _) in done.items()
        }
        self._cases = {case.id: case for case in load_cases(db)}

    def reworded(self, case_ids: Iterable[str]) -> tuple[Problem, ...]:
        """A word to the user if stored cases are done again since names or dates were changed."""
        count = sum(
            case_id in self._stored
            and (
                self._stored_names[case_id] != self._names
                or not self._forms_of(case_id) <= {self.dates}
            )
            for case_id in case_ids
        )
        if not count:
            return ()
        return (
            Problem(
                file="notecode.toml",
                message=f'names = "{self._names}" and dates = "{self.dates}" are new:'
                f" {count} cases are done again",
                hint="their texts change; references go with them",
                fatal=False,
            ),
        )

    def as_exported(self, case: Case, memory: TagMemory) -> Case:
        """The case with the true start and end: its own, else those stored, moved back.

        Raises:
            ProjectError: if they were moved under a key that is gone.

        """
        known = self._cases.get(case.id)
        if known is None or (case.start and case.end):
            return case
        forms = self._forms_of(case.id)
        back = timedelta()
        if "shift" in forms and (known.start or known.end):
            if memory.is_forgotten or forms != {"shift"}:
                raise ProjectError(
                    "its start was moved, and nothing says any more by how much",
                    where=f"case {case.id}",
                    hint="Give the case file with it: --cases FILE.",
                )
            back = -case_offset(memory)
        start, end = moved(known.start, back), moved(known.end, back)
        return replace(case, start=case.start or start, end=case.end or end)

    def as_recorded(self, case: Case, memory: TagMemory) -> Case:
        """A case that is done now, with start and end as they are to be stored.

        Raises:
            ProjectError: as ``as_exported``.

        """
        case = self.as_exported(case, memory)
        if self.dates != "shift":
            return case
        offset = case_offset(memory)
        return replace(case, start=moved(case.start, offset), end=moved(case.end, offset))

    def as_passed_over(self, case: Case, memory: TagMemory) -> Case:
        """A case that was done before, with start and end as they are to be stored.

        None leaves what is stored: where the key is gone, so is what it was moved by.
        """
        if self.dates == "shift" and memory.is_forgotten:
            return replace(case, start=None, end=None)
        return case if self.dates != "shift" else self.as_recorded(case, memory)

    def start_for_review(self, case_id: str, memory: TagMemory) -> date | None:
        """The stored start; refuses a case done before the settings said what they say now.

        Raises:
            ProjectError: naming the case.

        """
        same_dates = self._forms_of(case_id) <= {self.dates}
        lost = memory.is_forgotten and (self.dates == "shift" or self._names == "surrogate")
        if lost or not same_dates or self._stored_names.get(case_id, self._names) != self._names:
            raise ProjectError(
                "names or dates of this case were written under other settings, or another key",
                where=f"case {case_id}",
                hint="Anonymise it again first: `notecode anonymise … --again`.",
            )
        known = self._cases.get(case_id)
        return known.start if known else None

    def refuse_mixing(self, case_id: str, given: Collection[str], memory: TagMemory) -> None:
        """Refuse a part of a case whose other notes have their dates in another way.

        ``given`` are the ids of the notes that are anonymised now.

        Raises:
            ProjectError: naming the case.

        """
        stored = self._stored.get(case_id, (None, frozenset()))[1]
        before = self._forms_of(case_id)
        if stored <= frozenset(given) or "shift" not in {*before, self.dates}:
            return
        if before != {self.dates} or memory.is_forgotten:
            raise ProjectError(
                "the dates of its other notes are not moved as these would be",
                where=f"case {case_id}",
                hint="Give all notes of the case, those of earlier exports too.",
            )

    def _forms_of(self, case_id: str) -> frozenset[str]:
        """How the stored dates of a case may have been written; one, if it is known."""
        form = self._stored.get(case_id, (None, frozenset()))[0]
        return frozenset({form}) if form else self._all_forms
