"""Whatever is coded, undone and edited in any order: no reference lost, doubled, re-attributed.

The oracle is what was coded: it changes by coders' actions alone, a coder's undo brings back what
was there before, and what is shown follows from it and from the heirs of the present codebook.
"""

import atexit
import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from notecode.codebook import agency_heirs, heirs
from notecode.errors import CodebookError, CodingError, ConflictError, UsageError
from notecode.model import Agency, Case, Code, Note, Reference, Span
from notecode.project import Project, find_project
from notecode.project.codebook import changes as living
from notecode.project.codebook.changes import Author
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.project import current_codebook
from notecode.project.setup import create_project
from notecode.store.connection import create_database
from notecode.store.folding import as_coded
from notecode.store.notes import StoredNote, save_anonymised_case
from notecode.store.reference_rows import reference_from_json, select_references

BOOK = """\
codes:
  - {id: talk, label: Talking, definition: Words pass.}
  - {id: chat, label: Chatting, definition: Light words., parent: talk}
  - id: ring
    label: Ringing
    definition: By telephone.
  - id: write
    label: Writing
    definition: On paper.
agencies:
  - {id: police, label: Police, definition: The police., aliases: [police, nick], roles: [PC]}
  - id: housing
    label: Housing
    definition: Landlords.
    aliases:
      - housing
  - {id: council, label: Council, definition: The town hall.}
rules:
  - id: chatter
    code: chat
    says: [chatted, "@police .. said", "( @housing | @council )"]
    follows: [ring, talk]
    yields_to: [write]
    only: [police, housing]
    forbid:
      - council
      - housing
"""
CODERS = st.sampled_from(["amina", "ben"])
SPANS = st.sampled_from([Span(0, 4), Span(0, 9), Span(5, 9)])
CODES = st.sampled_from(["talk", "chat", "ring", "write", "call", "wave"])
AGENCIES = st.sampled_from(["police", "housing", "council", "bailiffs"])
PICK = st.integers(min_value=0, max_value=30)
WHO = Author(name="lead", why="to see")
Snapshot = frozenset[Reference]
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where nobody waits for a disk: every step of every example is stored for good."""


def template() -> Path:
    """A project with one note, made once."""
    directory = Path(tempfile.mkdtemp(dir=IN_MEMORY)) / "study"
    atexit.register(shutil.rmtree, directory.parent, ignore_errors=True)
    create_project(directory, "Study")
    (directory / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    project = find_project(directory)
    create_database(project.database_path)
    with project.database() as db:
        current_codebook(project, db)
        note = StoredNote(note=Note(id="N1", case_id="C1", text="T/C to OM, no reply."))
        case = Case(id="C1", site="Site 1")
        save_anonymised_case(db, case, [note], settings="test", now="2017-01-01T00:00:00+00:00")
    return directory


class LivingStudy(RuleBasedStateMachine):
    """Two coders and a lead at work."""

    made: Path | None = None

    @initialize()
    def begin(self) -> None:
        LivingStudy.made = LivingStudy.made or template()
        self.directory = Path(tempfile.mkdtemp(dir=IN_MEMORY)) / "study"
        shutil.copytree(LivingStudy.made, self.directory)
        self.project: Project = find_project(self.directory)
        self.past: dict[str, list[Snapshot]] = {"amina": [], "ben": []}
        self.future: dict[str, list[Snapshot]] = {"amina": [], "ben": []}
        self.coded: dict[str, Snapshot] = {"amina": frozenset(), "ben": frozenset()}
        self.texts = [BOOK]
        self.frozen: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "directory"):
            self.take_all_back()
            shutil.rmtree(self.directory.parent)

    def take_all_back(self) -> None:
        """Undo everything: the coders' actions, then every change of the codebook."""
        for coder in ("amina", "ben"):
            with open_coding(self.project, coder) as session:
                while session.undo() is not None:
                    pass
        assert self.visible() == []
        with pytest.raises(UsageError, match="no change of the codebook"):
            while living.undo(self.project, WHO):
                pass
        assert self.project.codebook_path.read_text(encoding="utf-8") == BOOK

    def visible(self) -> list[Reference]:
        with self.project.database() as db:
            return select_references(db, "ORDER BY r.id", ())

    def stored_as_coded(self) -> dict[str, Snapshot]:
        """What was coded, put together from the three tables."""
        with self.project.database() as db:
            folded = db.rows("SELECT into_id, reference, brought FROM folded_references")
            agencies = db.rows("SELECT reference_id, agency, coded_as FROM reference_agencies")
        under = [reference_from_json(json.loads(row["reference"])) for row in folded]
        brought: dict[str, set[str]] = {}
        for row in folded:
            brought.setdefault(row["into_id"], set()).update(json.loads(row["brought"]))
        given: dict[str, set[str]] = {}
        for id_, agency, coded_as in agencies:
            given.setdefault(id_, set()).update(coded_as.split(";") if coded_as else [agency])
        own = [
            replace(
                as_coded(reference),
                agencies=tuple(
                    sorted(given.get(reference.id, set()) - brought.get(reference.id, set()))
                ),
            )
            for reference in self.visible()
        ]
        return {
            coder: frozenset(r for r in (*own, *under) if r.coder == coder)
            for coder in ("amina", "ben")
        }

    def act(self, coder: str, action: Callable[[CodingSession], object]) -> None:
        """A coder's action, or its refusal, which changes nothing."""
        with open_coding(self.project, coder) as session:
            try:
                action(session)
            except CodingError:
                return
        self.past[coder].append(self.coded[coder])
        self.future[coder].clear()
        self.coded[coder] = self.stored_as_coded()[coder]

    def on_one(self, coder: str, pick: int, act: Callable[[CodingSession, str], object]) -> None:
        mine = [reference for reference in self.visible() if reference.coder == coder]
        if mine:
            self.act(coder, lambda session: act(session, mine[pick % len(mine)].id))

    @rule(coder=CODERS, span=SPANS, code=CODES)
    def code(self, coder: str, span: Span, code: str) -> None:
        self.act(coder, lambda session: session.code_span("N1", span, code))

    @rule(coder=CODERS, pick=PICK)
    def delete(self, coder: str, pick: int) -> None:
        self.on_one(coder, pick, lambda session, id_: session.delete(id_))

    @rule(coder=CODERS, pick=PICK, code=CODES)
    def recode(self, coder: str, pick: int, code: str) -> None:
        self.on_one(coder, pick, lambda session, id_: session.recode(id_, code))

    @rule(coder=CODERS, pick=PICK)
    def keep(self, coder: str, pick: int) -> None:
        self.on_one(coder, pick, lambda session, id_: session.keep(id_))

    @rule(coder=CODERS, pick=PICK, span=SPANS)
    def resize(self, coder: str, pick: int, span: Span) -> None:
        self.on_one(coder, pick, lambda session, id_: session.resize(id_, span))

    @rule(coder=CODERS, pick=PICK, agency=AGENCIES)
    def toggle(self, coder: str, pick: int, agency: str) -> None:
        self.on_one(coder, pick, lambda session, id_: session.toggle_agency(id_, agency))

    @rule(coder=CODERS)
    def undo(self, coder: str) -> None:
        with open_coding(self.project, coder) as session:
            done = session.undo()
        assert (done is not None) == bool(self.past[coder])
        if self.past[coder]:
            self.future[coder].append(self.coded[coder])
            self.coded[coder] = self.past[coder].pop()

    @rule(coder=CODERS)
    def redo(self, coder: str) -> None:
        with open_coding(self.project, coder) as session:
            done = session.redo()
        assert (done is not None) == bool(self.future[coder])
        if self.future[coder]:
            self.past[coder].append(self.coded[coder])
            self.coded[coder] = self.future[coder].pop()

    def lead(self, change: Callable[[], object]) -> None:
        """A change of the codebook, or its refusal, which changes nothing."""
        before = self.project.codebook_path.read_text(encoding="utf-8")
        try:
            change()
        except (UsageError, CodebookError, ConflictError):
            assert self.project.codebook_path.read_text(encoding="utf-8") == before
        else:
            self.texts.append(before)

    @rule(code=CODES, heir=CODES)
    def merge(self, code: str, heir: str) -> None:
        self.lead(lambda: living.merge(self.project, code, heir, WHO))

    @rule(agency=AGENCIES, heir=AGENCIES)
    def merge_agencies(self, agency: str, heir: str) -> None:
        self.lead(lambda: living.merge(self.project, agency, heir, WHO, section="agencies"))

    @rule(agency=AGENCIES, new=AGENCIES)
    def rename_agency(self, agency: str, new: str) -> None:
        self.lead(lambda: living.rename(self.project, agency, WHO, new_id=new, section="agencies"))

    @rule(agency=AGENCIES)
    def retire_agency(self, agency: str) -> None:
        self.lead(lambda: living.retire(self.project, agency, WHO, section="agencies"))

    @rule(agency=AGENCIES)
    def restore_agency(self, agency: str) -> None:
        self.lead(lambda: living.restore(self.project, agency, WHO, section="agencies"))

    @rule(agency=AGENCIES)
    def add_agency(self, agency: str) -> None:
        new = Agency(id=agency, label=agency.capitalize(), definition="Anew.")
        self.lead(lambda: living.add(self.project, new, WHO))

    @rule(code=CODES, new=CODES)
    def rename(self, code: str, new: str) -> None:
        self.lead(lambda: living.rename(self.project, code, WHO, new_id=new))

    @rule(code=CODES, one=CODES, other=CODES)
    def split(self, code: str, one: str, other: str) -> None:
        into = [(one, ""), (other, "")]
        self.lead(lambda: living.split(self.project, code, into, WHO))

    @rule(code=CODES)
    def retire(self, code: str) -> None:
        self.lead(lambda: living.retire(self.project, code, WHO))

    @rule(code=CODES)
    def add(self, code: str) -> None:
        new = Code(id=code, label=code.capitalize(), definition="Anew.")
        self.lead(lambda: living.add(self.project, new, WHO))

    @rule(code=CODES, words=st.sampled_from(["Other.", "Yet other."]))
    def define(self, code: str, words: str) -> None:
        self.lead(lambda: living.define(self.project, code, {"definition": words}, WHO))

    @rule()
    def undo_codebook(self) -> None:
        self.lead(lambda: living.undo(self.project, WHO))

    @rule()
    def redo_codebook(self) -> None:
        self.lead(lambda: living.redo(self.project, WHO))

    @rule(code=CODES)
    def restore(self, code: str) -> None:
        self.lead(lambda: living.restore(self.project, code, WHO))

    @rule()
    def freeze(self) -> None:
        name = f"version {len(self.frozen)}"
        living.freeze(self.project, name, WHO)
        self.frozen.append(name)

    @precondition(lambda self: self.frozen)
    @rule(pick=PICK)
    def thaw(self, pick: int) -> None:
        name = self.frozen[pick % len(self.frozen)]
        self.lead(lambda: living.thaw(self.project, name, WHO))

    @rule(code=CODES, heir=CODES)
    def try_a_merger(self, code: str, heir: str) -> None:
        before = (self.project.codebook_path.read_text(encoding="utf-8"), self.visible())
        with suppress(UsageError, CodebookError, ConflictError):
            living.merge(self.project, code, heir, replace(WHO, dry_run=True))
        after = (self.project.codebook_path.read_text(encoding="utf-8"), self.visible())
        assert after == before

    @invariant()
    def rules_name_what_is_there(self) -> None:
        if hasattr(self, "project"):
            book = current_codebook(self.project)
            for each in book.rules:
                assert {each.code, *each.follows, *each.yields_to} <= set(book.code_by_id)
                assert {*each.only, *each.forbid} <= set(book.agency_by_id)

    @precondition(lambda self: len(self.texts) > 1)
    @rule(pick=PICK)
    def go_back_by_hand(self, pick: int) -> None:
        """An earlier text from version control, codes that have been used since or not."""
        text = self.texts[pick % len(self.texts)]
        self.project.codebook_path.write_text(text, encoding="utf-8")
        with self.project.database() as db:
            current_codebook(self.project, db)

    @invariant()
    def what_was_coded_is_there_once_and_shown_under_its_heir(self) -> None:
        if not hasattr(self, "project"):
            return
        assert self.stored_as_coded() == self.coded
        book = current_codebook(self.project)
        chain, agency_chain = heirs(book), agency_heirs(book)
        shown: dict[tuple[str, Span, str], set[str]] = {}
        for reference in (*self.coded["amina"], *self.coded["ben"]):
            place = (reference.coder, reference.span, chain.get(reference.code, reference.code))
            counted = {agency_chain.get(agency, agency) for agency in reference.agencies}
            shown.setdefault(place, set()).update(counted)
        visible = self.visible()
        assert {(r.coder, r.span, r.code): set(r.agencies) for r in visible} == shown
        assert len(visible) == len(shown)


LivingStudy.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
test_a_living_study = LivingStudy.TestCase
