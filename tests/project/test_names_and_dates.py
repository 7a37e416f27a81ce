"""Surrogate names and moved dates through a whole study: stored, suggested, exported, redone."""

import re
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.errors import LeakError, ProjectError
from notecode.model import Span, month_of_intervention
from notecode.project import Project, find_project
from notecode.project.anonymising import case_work
from notecode.project.anonymising.linking_key import destroy_linking_key, linking_key_path
from notecode.project.anonymising.study import AnonymiseSummary, anonymise
from notecode.project.coding.session import open_coding
from notecode.project.exporting.study import export
from notecode.project.reading import Inputs
from notecode.project.reviewing.start import open_review
from notecode.project.reviewing.wishes import Wish
from notecode.project.suggesting import suggest
from notecode.store import notes as stored_notes
from notecode.store.masked_notes import load_masked_notes

HEAD = "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note\n"
EARLY = (
    "N1,C1,North,03/02/2017,Telephone,Case Manager,"
    "T/C to OM Catherine Pryce about Zebediah Quillfeather on 14/02/17.\n"
    "N2,C1,North,20/02/2017,Email,Case Manager,"
    "Emailed Pryce. Quillfeather seen 12th-14th Feb. Barnaby Wexcombe rang on 3 March.\n"
)
LATE = (
    "N3,C1,North,09/03/2017,Email,Case Manager,"
    "Rang C. Pryce: zebediah missed Tues 7th March. Mr Wexcombe's view.\n"
)
OTHER = "N4,C2,South,05/03/2017,Telephone,Case Manager,Rang Oriel Thistlewood on 01/03/2017.\n"
PEOPLE = (
    "case_id,person_id,role,first_name,last_name,dob\n"
    "C1,P1,SU,Zebediah,Quillfeather,03/02/1981\n"
    "C1,P2,OFFENDER_MANAGER,Catherine,Pryce,\n"
    "C2,P3,SU,Oriel,Thistlewood,\n"
)
CASES = "case_id,site,start_date,end_date\nC1,North,10/01/2017,10/11/2017\nC2,South,01/02/2017,\n"


class Study:
    """A project with options, and the files that it is given."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.directory, self.folder = project.directory, folder
        self.give(EARLY, LATE, OTHER)
        self.write("people.csv", PEOPLE)
        self.write("cases.csv", CASES)

    @property
    def project(self) -> Project:
        return find_project(self.directory)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def give(self, *rows: str) -> None:
        self.write("notes.csv", HEAD + "".join(rows))

    def set(self, **options: str) -> None:
        path = self.project.settings_path
        text = path.read_text(encoding="utf-8")
        for name, value in options.items():
            text = re.sub(rf"(?m)^{name} = .*$", f'{name} = "{value}"', text)
        path.write_text(text, encoding="utf-8")

    def inputs(self, *, cases: bool = True) -> Inputs:
        return Inputs(
            exports=(self.folder / "notes.csv",),
            people=self.folder / "people.csv",
            cases=self.folder / "cases.csv" if cases else None,
        )

    def run(self, *, cases: bool = True, again: bool = False, jobs: int = 1) -> AnonymiseSummary:
        inputs = self.inputs(cases=cases)
        return anonymise(self.project, inputs, lambda *_: None, again=again, jobs=jobs)

    def mask(self, note_id: str, part: str, **more: Any) -> None:
        """Mask something in a review of the export, given without the case file."""
        start = self.texts()[note_id].index(part)
        wish = Wish(note_id=note_id, span=Span(start, start + len(part)), action="mask", **more)
        open_review(self.project, self.inputs(cases=False), name="ann").decide([wish])

    def texts(self) -> dict[str, str]:
        with self.project.database() as db:
            return {note.id: note.text for note in stored_notes.load_notes(db)}

    def dates(self) -> dict[str, date]:
        with self.project.database() as db:
            return {note.id: note.date for note in stored_notes.load_notes(db) if note.date}

    def starts(self) -> dict[str, date | None]:
        with self.project.database() as db:
            return {case.id: case.start for case in stored_notes.load_cases(db)}


@pytest.fixture
def study(project: Project, tmp_path: Path) -> Study:
    return Study(project, tmp_path)


def names_of(text: str) -> dict[str, str]:
    """Tag -> the words before it, of a text with surrogates."""
    return {tag: name for name, tag in re.findall(r"((?:[^\W\d_]+ )+)(\[[A-Z]+(?:_\d+)?\])", text)}


# ---- names -----------------------------------------------------------------------------------


def test_names_are_surrogates_with_their_roles(study: Study) -> None:
    study.set(names="surrogate")
    study.run()
    texts = study.texts()
    full = re.fullmatch(
        r"T/C to OM (\w+) (\w+) \[OM_1\] about (\w+) (\w+) \[SU\] on \[DATE_\d\]\.", texts["N1"]
    )
    assert full, "the form of every mention"
    first, last, su_first, su_last = full.groups()
    assert texts["N2"].startswith(f"Emailed {last} [OM_1]. {su_last} [SU] seen ")
    assert texts["N3"].startswith(f"Rang {first[0]}. {last} [OM_1]: {su_first.lower()} [SU] missed")
    stranger = re.search(r"(\w+) (\w+) \[PERSON_1\] rang", texts["N2"])
    assert stranger
    assert f"Mr {stranger[2]} [PERSON_1]'s view" in texts["N3"]
    real = {"zebediah", "quillfeather", "catherine", "pryce", "barnaby", "wexcombe"}
    assert not real & {word.lower() for word in re.findall(r"\w+", " ".join(texts.values()))}


def test_masks_cover_surrogate_and_tag(study: Study) -> None:
    study.set(names="surrogate", dates="shift")
    study.run()
    with study.project.database() as db:
        stored = [each for case in ("C1", "C2") for each in load_masked_notes(db, case)]
    masks = [(mask, each.note.text) for each in stored for mask in each.masks]
    assert all(mask.span.cut(text) == mask.pseudonym for mask, text in masks)
    people = {mask.tag for mask, _ in masks if mask.type == "PERSON"}
    assert people == {"[OM_1]", "[SU]", "[PERSON_1]"}


def test_a_later_export_keeps_every_surrogate(study: Study) -> None:
    study.set(names="surrogate")
    study.run()
    whole = study.texts()
    assert study.run().cases == 0
    study.run(again=True)
    assert study.texts() == whole
    linking_key = linking_key_path(study.project).read_bytes()
    study.project.database_path.unlink()
    study.give(EARLY, OTHER)
    study.run()
    study.give(LATE)
    study.run()
    assert linking_key_path(study.project).read_bytes() == linking_key
    parts = study.texts()
    for tag in ("[OM_1]", "[SU]"):
        assert names_of(parts["N1"])[tag] == names_of(whole["N1"])[tag]
    last = names_of(parts["N2"])["[PERSON_1]"].split()[1]
    assert f"Mr {last} [PERSON_1]'s view" in parts["N3"], "who was met in the first part"
    study.give(LATE, OTHER, EARLY)
    study.run(again=True)
    assert study.texts() == parts, "a title that is read later changes no name"


def test_rules_suggest_the_same_behind_surrogates(study: Study) -> None:
    found = []
    for names, dates in (("role", "tag"), ("surrogate", "shift"), ("surrogate", "month")):
        study.set(names=names, dates=dates)
        study.run()
        suggest(study.project, lambda *_: None)
        with study.project.database() as db:
            mentions = [
                (note, mention.agency, mention.rule)
                for note in sorted(study.texts())
                for mention in stored_notes.load_mentions(db, note)
            ]
            rows = db.rows(
                'SELECT note_id, code, rule, start, "end" FROM suggestions ORDER BY 1, 2'
            )
        spans = [Span(row["start"], row["end"]).cut(study.texts()[row["note_id"]]) for row in rows]
        assert all(each == each.strip() and each.endswith((".", "view")) for each in spans)
        found.append((mentions, [tuple(row)[:3] for row in rows]))
    assert found[0][0], "something is mentioned"
    assert found[0][1], "and suggested"
    assert found[1] == found[0]
    assert found[2] == found[0]


def test_an_export_is_not_refused_for_a_surrogate_but_for_a_name(study: Study) -> None:
    study.set(names="surrogate", dates="shift")
    study.run()
    with open_coding(study.project, "amina") as session:
        session.code_span("N1", Span(0, len(study.texts()["N1"])), "information-sharing")
    first, last = re.findall(r"(\w+) (\w+) \[OM_1\]", study.texts()["N1"])[0]
    namesake = PEOPLE + f"C9,P9,SU,{first},{last},\n"
    study.write("people.csv", namesake)
    assert export(study.project, people=study.folder / "people.csv", quotations=True)
    study.write("people.csv", PEOPLE + "C9,P9,SU,about,Pryce,\n")
    with pytest.raises(LeakError):
        export(study.project, people=study.folder / "people.csv", quotations=True)


@pytest.mark.slow
def test_another_process_writes_the_same(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    study.set(names="surrogate", dates="shift")
    study.run()
    texts, dates = study.texts(), study.dates()
    # One that loads its own model does: what several do is proven where cases are shared out.
    monkeypatch.setattr(
        case_work, "ProcessPoolExecutor", lambda _, **more: ProcessPoolExecutor(1, **more)
    )
    study.run(again=True, jobs=2)
    assert (study.texts(), study.dates()) == (texts, dates)


# ---- review ----------------------------------------------------------------------------------


def test_a_review_writes_names_and_dates_as_the_run_did(study: Study) -> None:
    study.set(names="surrogate", dates="shift")
    study.run()
    texts, dates, starts = study.texts(), study.dates(), study.starts()
    with study.project.database() as db:
        months = stored_notes.load_months(db)
    study.mask("N3", "missed", type="PERSON", tag="[OM_1]")
    assert re.search(r"\[SU\] \w+ \[OM_1\] Tues", study.texts()["N3"])
    assert {n: t for n, t in study.texts().items() if n != "N3"} == {
        n: t for n, t in texts.items() if n != "N3"
    }
    assert (study.dates(), study.starts()) == (dates, starts)
    with study.project.database() as db:
        assert stored_notes.load_months(db) == months


def test_a_review_keeps_months_without_the_case_file(study: Study) -> None:
    study.set(dates="month")
    study.run()
    study.mask("N3", "missed", type="PERSON", tag="[OM_1]")
    assert "[OM_1] [MONTH_2]" in study.texts()["N3"]


def test_a_review_under_other_settings_is_refused(study: Study) -> None:
    study.run()
    for options in ({"names": "surrogate"}, {"names": "role", "dates": "shift"}):
        study.set(**options)
        with pytest.raises(ProjectError, match="other settings"):
            study.mask("N3", "missed", type="PERSON", tag="[OM_1]")


# ---- dates -----------------------------------------------------------------------------------


def test_shifted_dates_keep_their_form_and_the_time_between_them(study: Study) -> None:
    study.set(dates="shift")
    study.run()
    texts, dates, starts = study.texts(), study.dates(), study.starts()
    offset = dates["N1"] - date(2017, 2, 3)
    assert offset
    assert abs(offset) <= timedelta(182)
    assert dates["N2"] - dates["N1"] == timedelta(17)
    assert starts["C1"] == date(2017, 1, 10) + offset
    moved = date(2017, 2, 14) + offset
    assert f"on {moved:%d/%m/%y}." in texts["N1"]
    third = date(2017, 3, 3) + offset
    assert f"rang on {third.day} {third:%B}." in texts["N2"]
    missed = date(2017, 3, 7) + offset
    assert re.search(rf"missed Tues {missed.day}(st|nd|rd|th) {missed:%B}", texts["N3"])
    other = dates["N4"] - date(2017, 3, 5)
    assert f"on {date(2017, 3, 1) + other:%d/%m/%Y}." in texts["N4"]


def test_months_are_the_same_however_far_days_are_moved(study: Study) -> None:
    def months() -> dict[str, int | None]:
        with study.project.database() as db:
            ends = [
                month_of_intervention(case.end, case.start) for case in stored_notes.load_cases(db)
            ]
            return {**stored_notes.load_months(db), "ends": ends[0]}

    # Both sides of every turn of a month of the calendar: moved, some would change sides.
    turns = [date(2017, month, day) for month in range(1, 13) for day in (9, 10)]
    rows = [
        f"M{number},C1,North,{day:%d/%m/%Y},Telephone,Case Manager,Quillfeather seen.\n"
        for number, day in enumerate(turns)
    ]
    study.give(EARLY, *rows)
    study.run()
    true = months()
    study.set(dates="shift")
    study.run()
    assert months() == true
    study.run(cases=False, again=True)
    assert months() == true
    study.give(LATE)
    study.run()
    part = months()
    assert part.pop("N3") == 2
    assert part == true, "a part that is added moves no other note"
    with open_coding(study.project, "amina") as session:
        assert session.open_note("M0").month == true["M0"] == 0
        assert session.open_note("M23").month == true["M23"] == 11


def test_stored_months_leave_every_offset_possible(study: Study) -> None:
    days = [date(2017, month, day) for month in range(1, 13) for day in (8, 9, 10, 11)]
    rows = [
        f"M{number},C1,North,{day:%d/%m/%Y},Telephone,Case Manager,Quillfeather seen.\n"
        for number, day in enumerate(days)
    ]
    study.give(*rows)
    study.set(dates="shift")
    study.run()
    dates, start = study.dates(), study.starts()["C1"]
    assert start is not None
    with study.project.database() as db:
        stored = stored_notes.load_months(db)
    assert len(set(stored.values())) > 10
    possible = [
        weeks
        for weeks in (*range(-26, 0), *range(1, 27))
        if all(
            stored[note]
            == month_of_intervention(day - timedelta(7 * weeks), start - timedelta(7 * weeks))
            for note, day in dates.items()
        )
    ]
    assert len(possible) == 52


def test_months_of_the_intervention(study: Study) -> None:
    study.set(dates="month")
    study.run()
    texts = study.texts()
    assert texts["N1"].endswith("on [MONTH_2].")
    assert "seen [MONTH_2]-[MONTH_2]." in texts["N2"]
    assert texts["N3"].count("[MONTH_2]") == 1
    study.run(cases=False, again=True)
    assert study.texts() == texts, "the start is known"


def test_without_a_start_days_become_tags(study: Study) -> None:
    study.set(dates="month")
    study.run(cases=False)
    assert study.texts()["N1"].endswith("on [DATE_1].")


def test_a_changed_option_does_every_case_again(study: Study) -> None:
    assert not any("done again" in warning.message for warning in study.run().warnings)
    before = study.texts()
    for options in ({"dates": "shift"}, {"dates": "month"}, {"names": "surrogate"}):
        study.set(**options)
        done = study.run()
        assert done.cases == 2
        assert "2 cases are done again" in done.warnings[-1].message
        assert study.run().cases == 0
    study.set(names="role", dates="tag")
    assert study.run().cases == 2
    assert study.texts() == before
    assert study.starts()["C1"] == date(2017, 1, 10)


def test_the_record_is_moved_back_when_the_option_is(study: Study) -> None:
    study.set(dates="shift")
    study.run()
    study.set(dates="tag")
    study.run(cases=False)
    assert study.starts()["C1"] == date(2017, 1, 10)
    assert study.dates()["N1"] == date(2017, 2, 3)


def test_moved_dates_never_stand_beside_others_in_one_case(study: Study) -> None:
    study.give(EARLY, OTHER)
    study.run()
    before = study.texts()
    study.set(dates="shift")
    study.give(LATE)
    with pytest.raises(ProjectError, match="not stored") as caught:
        study.run()
    assert "case C1" in str(caught.value)
    assert study.texts() == before
    assert study.starts()["C1"] == date(2017, 1, 10)
    study.give(EARLY, LATE, OTHER)
    assert study.run().cases == 2


def test_without_the_key_a_part_is_refused_and_the_whole_is_moved_anew(study: Study) -> None:
    study.set(dates="shift")
    study.give(EARLY, OTHER)
    study.run()
    before = study.starts()
    destroy_linking_key(study.project)
    study.give(LATE, OTHER)
    with pytest.raises(ProjectError, match="not stored"):
        study.run()
    assert study.starts() == before, "what is done is left as it is"
    study.give(EARLY, LATE)
    with pytest.raises(ProjectError, match="not stored") as caught:
        study.run(cases=False)
    assert "--cases" in str(caught.value)
    study.run()
    offset = study.dates()["N1"] - date(2017, 2, 3)
    assert study.starts()["C1"] == date(2017, 1, 10) + offset


def test_surrogates_need_faker(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    study.set(names="surrogate")
    monkeypatch.setitem(sys.modules, "faker", None)
    with pytest.raises(ProjectError, match="Faker") as caught:
        study.run()
    assert "notecode[surrogates]" in str(caught.value)


def test_nothing_bare_has_a_key() -> None:
    assert TagMemory("C1", b"").secret_number("x") is None
