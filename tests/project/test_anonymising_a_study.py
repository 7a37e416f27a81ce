"""From files to stored notes: resumed, refused case by case, never half-done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from notecode.errors import InputError, LeakError, ProjectError
from notecode.model import Span
from notecode.project import Project, find_project
from notecode.project.anonymising import run_settings
from notecode.project.anonymising import study as use_case
from notecode.project.anonymising.linking_key import (
    cases_without_link,
    destroy_linking_key,
    destroy_linking_key_alone,
    linking_key_path,
)
from notecode.project.anonymising.study import AnonymiseSummary, anonymise
from notecode.project.coding.session import open_coding
from notecode.project.importing import import_anonymised
from notecode.project.reading import Inputs
from notecode.store import facts, pseudonyms
from notecode.store import notes as stored_notes

HEAD = "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note\n"
FIRST = (
    "N1,C1,North,03/02/2017,Telephone,Case Manager,T/C to Zebediah Quillfeather about housing.\n"
    "N2,C1,North,09/02/2017,Email,Case Manager,Emailed police. Quillfeather attended.\n"
)
SECOND = "N3,C2,South,03/03/2017,Telephone,Case Manager,Rang Oriel Thistlewood. No reply.\n"
PEOPLE = (
    "case_id,person_id,role,first_name,last_name\n"
    "C1,P1,SU,Zebediah,Quillfeather\nC2,P2,SU,Oriel,Thistlewood\n"
)
CASES = "case_id,site,start_date,gender\nC1,North,2017-01-01,male\nC2,South,2017-02-01,male\n"


class Study:
    """A project and the files that it is given."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        self.folder = folder
        self.write("notes.csv", HEAD + FIRST + SECOND)
        self.write("people.csv", PEOPLE)
        self.write("cases.csv", CASES)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def inputs(self, *, cases: bool = True) -> Inputs:
        return Inputs(
            exports=(self.folder / "notes.csv",),
            people=self.folder / "people.csv",
            cases=self.folder / "cases.csv" if cases else None,
        )

    def run(self, *, again: bool = False, cases: bool = True) -> AnonymiseSummary:
        project = find_project(self.project.directory)
        return anonymise(project, self.inputs(cases=cases), lambda *_: None, again=again)

    def texts(self) -> dict[str, str]:
        with self.project.database() as db:
            return {note.id: note.text for note in stored_notes.load_notes(db)}


@pytest.fixture
def study(project: Project, tmp_path: Path) -> Study:
    return Study(project, tmp_path)


def test_people_become_roles_and_what_is_done_is_passed_over(study: Study) -> None:
    done = study.run()
    assert (done.cases, done.notes, done.skipped_cases) == (2, 3, 0)
    assert study.texts()["N1"] == "T/C to [SU] about housing."
    assert study.texts()["N3"] == "Rang [SU]. No reply."
    again = study.run()
    assert (again.cases, again.skipped_cases) == (0, 2)


def test_nothing_is_loaded_when_nothing_is_left_to_do(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    study.run()

    def fails(*_: object, **__: object) -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(use_case, "load_anonymiser", fails)
    assert study.run().skipped_cases == 2


def test_an_interrupted_run_goes_on_to_the_same_result(study: Study, tmp_path: Path) -> None:
    def interrupt(done: int, total: int, unit: str) -> None:
        assert done <= total
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        anonymise(study.project, study.inputs(), interrupt)
    assert set(study.texts()) == {"N1", "N2"}
    with study.project.database() as db:
        assert {v.case_id for v in stored_notes.load_case_values(db)} == {"C1"}
    assert "[layout.notes]" in study.project.settings_path.read_text()
    done = study.run()
    assert (done.cases, done.skipped_cases) == (1, 1)
    assert set(study.texts()) == {"N1", "N2", "N3"}


def test_a_later_run_without_the_case_file_keeps_the_start(study: Study) -> None:
    study.run()
    study.run(again=True, cases=False)
    with study.project.database() as db:
        assert all(case.start for case in stored_notes.load_cases(db))


def test_one_refused_case_does_not_stop_the_others(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST)
    study.write("people.csv", PEOPLE)
    study.run()
    with open_coding(study.project, "amina") as session:
        session.code_span("N1", Span(11, 24), "information-sharing")
    before = study.texts()["N1"]
    study.write("notes.csv", HEAD + FIRST.replace("about", "over") + SECOND)
    with pytest.raises(ProjectError, match="1 cases were not stored, all others were") as caught:
        study.run(again=True)
    assert "N1" in str(caught.value)
    assert "Quillfeather" not in str(caught.value)
    assert study.texts()["N1"] == before
    assert "N3" in study.texts()


STRANGERS = (
    "N4,C1,North,01/05/2017,Email,Case Manager,Emailed Barnaby Wexcombe and Otolie Prewitt.\n"
)
MORE = "N9,C1,North,09/05/2017,Email,Case Manager,Otolie Prewitt rang Zebediah.\n"
EARLIER = "N0,C1,North,01/01/2017,Email,Case Manager,Emailed Casimir Wrzos and Mr Wexcombe.\n"


def test_a_part_of_a_case_joins_the_rest_under_the_same_tags(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST + STRANGERS)
    study.run()
    before = study.texts()
    assert before["N4"] == "Emailed [PERSON_1] and [PERSON_2]."
    study.write("notes.csv", HEAD + MORE + EARLIER)
    study.run()
    assert study.texts() == {
        **before,
        "N9": "[PERSON_2] rang [SU].",
        "N0": "Emailed [PERSON_3] and Mr [PERSON_1].",
    }


def test_the_whole_case_again_in_another_order_of_files_keeps_every_tag(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST + STRANGERS)
    study.run()
    before = study.texts()
    study.write("notes.csv", HEAD + EARLIER + MORE + STRANGERS + FIRST)
    study.write("people.csv", PEOPLE.replace("C1,P1", "C1,P9,CHILD,Rowan,Quillfeather\nC1,P1"))
    study.run(again=True)
    after = study.texts()
    assert {key: after[key] for key in before} == before


def test_a_part_under_other_settings_leaves_the_rest_to_be_done_again(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    study.run()
    monkeypatch.setattr(run_settings, "__version__", "99")
    study.write("notes.csv", HEAD + MORE)
    study.run()
    study.write("notes.csv", HEAD + FIRST + MORE)
    assert study.run().cases == 1, "N1 and N2 are still those of the older version"
    assert study.run().skipped_cases == 1


def test_without_the_key_nobody_gets_the_tag_of_somebody_else(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST + STRANGERS)
    study.run()
    assert destroy_linking_key(study.project)
    assert not destroy_linking_key(study.project)
    with study.project.database() as db:
        assert not any(digest for digest, _, _ in pseudonyms.load_tags(db, "C1"))
    study.write("notes.csv", HEAD + MORE)
    study.run()
    assert study.texts()["N9"] == "[PERSON_3] rang [SU]."


def test_a_key_that_was_replaced_by_hand_is_noticed(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST + STRANGERS)
    study.run()
    linking_key_path(study.project).write_bytes(b"k" * 32)
    study.write("notes.csv", HEAD + MORE)
    study.run()
    assert study.texts()["N9"] == "[PERSON_3] rang [SU]."


def test_the_key_is_its_owners_alone_and_never_in_the_database(study: Study) -> None:
    study.run()
    path = linking_key_path(study.project)
    assert path.stat().st_mode & 0o777 == 0o600
    for file in study.project.database_path.parent.glob("notecode.db*"):
        assert path.read_bytes() not in file.read_bytes()
        assert path.read_bytes().hex().encode() not in file.read_bytes()


def test_what_is_no_key_is_refused(study: Study) -> None:
    study.project.database_path.parent.mkdir(exist_ok=True)
    linking_key_path(study.project).write_bytes(b"short")
    with pytest.raises(ProjectError, match="this is no linking key: it has 5 bytes"):
        study.run()


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("C1,North,2017-01-01,male", "C1,Quillfeather House,2017-01-01,male", "site"),
        ("C1,North,2017-01-01,male", "C1,North,2017-01-01,Zebediah", "gender"),
        ("C1,North,2017-01-01,male", "C1,North,2017-01-01,07700 900123", "gender"),
    ],
)
def test_a_case_record_that_identifies_is_refused_by_column(
    study: Study, old: str, new: str, column: str
) -> None:
    study.write("cases.csv", CASES.replace(old, new))
    with pytest.raises(LeakError) as caught:
        study.run()
    assert column in str(caught.value)
    assert new.rpartition(",")[2] not in str(caught.value)
    assert "Quillfeather" not in str(caught.value)
    assert not study.project.database_path.exists()


def test_fatal_problems_stop_before_anything_is_stored(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST + FIRST.replace("attended", "rang"))
    with pytest.raises(InputError):
        study.run()
    assert not study.project.database_path.exists()


def test_what_the_anonymiser_leaves_is_not_stored(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = use_case.load_anonymiser

    class Blind:
        """Anonymises the first case as if it had nobody in its roster, and finds no names."""

        def __init__(self, inner: object) -> None:
            self.inner = inner

        def anonymise_case(self, case_id, site, notes, roster, **rest):  # type: ignore[no-untyped-def]
            from dataclasses import replace

            case = self.inner.anonymise_case(case_id, site, notes, roster, **rest)  # type: ignore[attr-defined]
            if case_id != "C1":
                return case
            raw = {note.id: note.text for note in notes}
            bare = tuple(
                replace(each, note=replace(each.note, text=raw[each.note.id]), masks=(), flags=())
                for each in case.notes
            )
            return replace(case, notes=bare)

    monkeypatch.setattr(use_case, "load_anonymiser", lambda *a, **k: Blind(real(*a, **k)))
    with pytest.raises(LeakError, match="still in 2 notes of 1 cases") as caught:
        study.run()
    assert "Quillfeather" not in str(caught.value)
    assert set(study.texts()) == {"N3"}


def test_replaced_texts_leave_the_file_altogether(study: Study) -> None:
    study.write("people.csv", PEOPLE.replace("C1,P1,SU,Zebediah,Quillfeather\n", ""))
    more = "N4,C1,North,12/02/2017,Email,Case Manager,quillfeather quilled featherly pillowed.\n"
    study.write("notes.csv", HEAD + FIRST + more + SECOND)
    study.run()
    assert b"pillowed" in study.project.database_path.read_bytes()
    study.write("notes.csv", HEAD + FIRST + more.replace("pillowed", "rested") + SECOND)
    study.write("people.csv", PEOPLE)
    study.run(again=True)
    for path in study.project.database_path.parent.iterdir():
        content = path.read_bytes().lower()
        assert b"pillowed" not in content
        assert b"quillfeather" not in content


def test_synthetic_and_other_notes_never_mix(study: Study) -> None:
    study.run()
    with pytest.raises(ProjectError, match="must not be mixed"):
        anonymise(study.project, study.inputs(), lambda *_: None, synthetic=True)
    with study.project.database() as db:
        assert facts.load_fact(db, facts.SYNTHETIC) == "no"


@pytest.mark.parametrize(
    "text", ["Rang Zebediah today", "his number is 07700 900123", "lives at SW1A 1AA"]
)
def test_notes_said_to_be_anonymised_are_searched(study: Study, text: str) -> None:
    study.write("notes.csv", HEAD + f"N1,C1,North,03/02/2017,Email,Case Manager,{text}\n")
    with pytest.raises(LeakError, match="1 notes hold what looks like an identifier"):
        import_anonymised(study.project, study.inputs())
    assert not study.project.database_path.exists()


def test_the_hook_sees_each_case_after_it_was_stored(study: Study) -> None:
    seen: list[tuple[str, int]] = []

    def hook(case: use_case.AnonymisedCase) -> None:
        seen.append((case.case_id, len(study.texts())))

    watch: Callable[[int, int, str], None] = lambda *_: None  # noqa: E731
    anonymise(study.project, study.inputs(), watch, hook=hook)
    assert seen == [("C1", 2), ("C2", 3)]


def test_a_corrected_note_is_noticed_and_its_case_done_again(study: Study) -> None:
    study.run()
    study.write("notes.csv", HEAD + FIRST.replace("about housing", "about debts") + SECOND)
    done = study.run()
    assert (done.cases, done.skipped_cases, done.changed, done.uncompared) == (1, 1, 1, 0)
    assert study.texts()["N1"] == "T/C to [SU] about debts."
    again = study.run()
    assert (again.cases, again.changed) == (0, 0)


def test_a_corrected_date_is_noticed_too(study: Study) -> None:
    study.run()
    study.write("notes.csv", HEAD + FIRST + SECOND.replace("03/03/2017", "04/03/2017"))
    assert study.run().changed == 1


def test_without_its_linking_key_a_run_says_what_it_could_not_compare(study: Study) -> None:
    study.run()
    destroy_linking_key_alone(study.project)
    with study.project.database() as db:
        assert not pseudonyms.load_note_digests(db)
    study.write("notes.csv", HEAD + FIRST.replace("about housing", "about debts") + SECOND)
    done = study.run()
    # What cannot be the original of the stored text is noticed without a key.
    assert (done.cases, done.changed, done.uncompared) == (1, 1, 1)
    assert study.texts()["N1"].endswith("about debts.")
    assert any("a new one was made" in str(each) for each in done.warnings)
    study.run(again=True)
    assert study.run().uncompared == 0


def test_another_key_compares_nothing(study: Study) -> None:
    study.run()
    linking_key_path(study.project).write_bytes(bytes(32))
    done = study.run()
    assert (done.cases, done.changed, done.uncompared) == (0, 0, 3)


def test_stored_notes_that_the_files_lack_are_counted_and_stay(study: Study) -> None:
    study.run()
    study.write("notes.csv", HEAD + FIRST.splitlines(keepends=True)[0])
    done = study.run()
    assert (done.cases, done.missing) == (0, 2)
    assert set(study.texts()) == {"N1", "N2", "N3"}


def test_the_digest_of_a_note_is_of_no_use_without_the_key(study: Study) -> None:
    study.run()
    with study.project.database() as db:
        before = pseudonyms.load_note_digests(db)
    destroy_linking_key(study.project)
    study.run(again=True)
    with study.project.database() as db:
        after = pseudonyms.load_note_digests(db)
    assert before.keys() == after.keys()
    assert not set(before.values()) & set(after.values())


def test_a_run_says_whose_tags_are_numbered_anew(study: Study) -> None:
    def said(*, again: bool) -> list[str]:
        warnings = map(str, study.run(again=again).warnings)
        return [each for each in warnings if "numbered anew" in each]

    assert said(again=False) == []
    destroy_linking_key(study.project)
    assert cases_without_link(study.project) == ("C1", "C2")
    (warning,) = said(again=True)
    assert "C1, C2" in warning
    assert cases_without_link(study.project) == ()
    assert said(again=True) == []


def test_a_key_that_was_replaced_by_hand_is_told(study: Study) -> None:
    study.run()
    linking_key_path(study.project).write_bytes(bytes(32))
    said = [str(each) for each in study.run(again=True).warnings]
    assert any("replaced by hand or lost" in each for each in said)
    assert any("C1, C2" in each and "numbered anew" in each for each in said)
