"""A study with a case that is worth reviewing, over one language model for all tests."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from notecode.anonymising import engine
from notecode.model import Note, Span
from notecode.project import Project, find_project
from notecode.project.anonymising import study as anonymising_case
from notecode.project.anonymising.study import AnonymiseSummary, anonymise
from notecode.project.reading import Inputs
from notecode.project.reviewing import reviewer as reviewing_case
from notecode.project.reviewing.reviewer import Reviewer
from notecode.project.reviewing.start import open_review
from notecode.project.reviewing.wishes import Applied, Wish
from notecode.project.setup import create_project
from notecode.store import notes as stored_notes
from notecode.store import review

HEAD = "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note\n"
NOTES = {
    "N1": "T/C to Zebediah Quillfeather about housing. The lodger pillowed him. Emailed police.",
    "N2": "Emailed police. Quillfeather attended with Otolie. pillowed again, she says.",
    "N3": "Ngozi was at the meeting. They spoke about a place.",
}
PEOPLE = (
    "case_id,person_id,role,first_name,last_name\n"
    "C1,P1,SU,Zebediah,Quillfeather\nC1,P2,VS,Ngozi,Adeyinka\n"
)


@cache
def loaded(protected: tuple[tuple[str, tuple[str, ...]], ...]) -> engine.Anonymiser:
    return engine.load_anonymiser(protected=dict(protected))


def load_once(model: str = "", *, protected: Any = (), **_: Any) -> engine.Anonymiser:
    """In the place of ``load_anonymiser``: the model is loaded once for all tests."""
    return loaded(tuple(sorted((site, tuple(names)) for site, names in protected.items())))


class ReviewStudy:
    """A project with one anonymised case, the files it came from, and a reviewer."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, *, like: Path | None = None
    ) -> None:
        """Make a study in ``folder``, or one as another that lies in a folder ``like`` it."""
        for module in (anonymising_case, reviewing_case):
            monkeypatch.setattr(module, "load_anonymiser", load_once)
        self.folder = folder
        self.monkeypatch = monkeypatch
        if like is not None:
            shutil.copytree(like, folder, dirs_exist_ok=True)
            return
        create_project(folder / "study", "Study")
        codebook = folder / "study" / "codebook.yaml"
        # A word of the notes that the codebook has is on disk, whatever is masked.
        text = codebook.read_text(encoding="utf-8").replace("lodger", "tenant")
        codebook.write_text(text, encoding="utf-8")
        self.write(NOTES)
        self.people(PEOPLE)

    @property
    def project(self) -> Project:
        return find_project(self.folder / "study")

    @property
    def inputs(self) -> Inputs:
        return Inputs(exports=(self.folder / "notes.csv",), people=self.folder / "people.csv")

    def write(self, notes: dict[str, str], case_id: str = "C1") -> None:
        rows = "".join(
            f'{note_id},{case_id},North,{day:02}/03/2017,Telephone,Case Manager,"{text}"\n'
            for day, (note_id, text) in enumerate(notes.items(), start=13)
        )
        (self.folder / "notes.csv").write_text(HEAD + rows, encoding="utf-8")

    def people(self, text: str) -> None:
        (self.folder / "people.csv").write_text(text, encoding="utf-8")

    def anonymise(self) -> AnonymiseSummary:
        return anonymise(self.project, self.inputs, lambda *_: None, again=True, jobs=1)

    def anonymise_new(self) -> AnonymiseSummary:
        """What ``anonymise`` does without ``again``."""
        return anonymise(self.project, self.inputs, lambda *_: None, jobs=1)

    def reviewer(self, name: str = "ann") -> Reviewer:
        return open_review(self.project, self.inputs, name=name)

    def note(self, note_id: str) -> Note:
        with self.project.database() as db:
            note = stored_notes.load_note(db, note_id)
        assert note is not None
        return note

    def text(self, note_id: str) -> str:
        return self.note(note_id).text

    def span(self, note_id: str, part: str, nth: int = 0) -> Span:
        text, start = self.text(note_id), -1
        for _ in range(nth + 1):
            start = text.index(part, start + 1)
        return Span(start, start + len(part))

    def wish(self, note_id: str, part: str, action: Any, **more: Any) -> Wish:
        return Wish(note_id=note_id, span=self.span(note_id, part), action=action, **more)

    def decide(self, note_id: str, part: str, action: Any, **more: Any) -> Applied:
        return self.reviewer().decide([self.wish(note_id, part, action, **more)])

    def flags(self, note_id: str) -> list[tuple[str, str]]:
        text = self.text(note_id)
        with self.project.database() as db:
            return [
                (flag.span.cut(text), flag.reason) for flag in stored_notes.load_flags(db, note_id)
            ]

    def recognisers(self, note_id: str) -> dict[str, str]:
        with self.project.database() as db:
            return {m.pseudonym: m.recogniser for m in stored_notes.load_masks(db, note_id)}

    def log(self) -> list[str]:
        with self.project.database() as db:
            return [r[0] for r in db.rows("SELECT summary FROM events WHERE action = 'review'")]

    def decisions(self, state: review.State = "active") -> list[Any]:
        with self.project.database() as db:
            return review.load_decisions(db, state=state)

    def words_on_disk(self, *words: str) -> list[str]:
        """Which of the words stand in any file of the project."""
        found = []
        for path in (self.folder / "study").rglob("*"):
            if path.is_file():
                content = path.read_bytes().lower()
                found += [word for word in words if word.lower().encode() in content]
        return sorted(set(found))
