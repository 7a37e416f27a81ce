"""The case set from a command: every wish is checked before the first is stored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from notecode.coding import case_values as commands
from notecode.errors import CodingError, NotecodeError, UsageError
from notecode.model import Attribute, Case, CodedValue, Presence, Span
from notecode.project.anonymising.identifying_values import refuse_identifying_words
from notecode.project.coding.case_values import (
    CaseLine,
    Place,
    Support,
    case_lines,
    clear_value,
    known_attributes,
    named_place,
    quotation,
    set_value,
)
from notecode.project.coding.session import CodingSession, coder_name, open_coding
from notecode.project.people_file import people_to_find
from notecode.project.project import Project, current_codebook, now
from notecode.raw import Roster
from notecode.store import coded_values as stored_values
from notecode.store import facts
from notecode.store import notes as stored_notes
from notecode.text.nearest import meant


@dataclass(frozen=True, slots=True)
class Wish:
    """What one line of a case is to say; ``state`` None takes one's coding off."""

    wanted: str
    state: Presence | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a value is supported: a note, and a range of its text or words that it has once."""

    note_id: str
    start: int | None = None
    end: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of a case with the words that support it."""

    line: CaseLine
    quotation: str


@contextmanager
def open_case(project: Project, coder: str, *, to_write: bool) -> Iterator[CodingSession]:
    """The project for one coder, who becomes known to it only if something is to be written.

    Raises:
        ProjectError: if no notes are stored yet.
        UsageError: if the name stands for everybody.

    """
    if to_write:
        with open_coding(project, coder) as session:
            yield session
        return
    with project.database() as db:
        yield CodingSession(project, db, current_codebook(project, db), coder_name(project, coder))


def find_case(session: CodingSession, wanted: str) -> Case:
    """The case of this id, in any letter case.

    Raises:
        UsageError: if there is none, with the nearest.

    """
    cases = {case.id: case for case in stored_notes.load_cases(session.db)}
    by_fold = {case_id.casefold(): case for case_id, case in cases.items()}
    found = cases.get(wanted) or by_fold.get(wanted.casefold())
    if found is None:
        known = {case_id: case_id for case_id in cases}
        raise UsageError(f"there is no case {wanted!r}", hint=meant("case", wanted, known))
    return found


def show_case(session: CodingSession, case: Case) -> list[ShownLine]:
    """The case's attributes, then its assessments by stage."""
    return [
        ShownLine(line, quotation(session, line.value)) for line in case_lines(session, case.id)
    ]


def fulfil(
    session: CodingSession,
    case: Case,
    wishes: Sequence[Wish],
    *,
    passage: Passage | None = None,
    new: bool = False,
    people: Path | None = None,
    forgotten: str = "",
) -> list[str]:
    """Set what is wished of a case, all of it or nothing; returns what was done, in words.

    ``new``: attributes and stages that no case has yet may be named. With ``people`` the names of
    the case are looked for in what is typed, as when a case file is read. ``forgotten`` is a line
    of which all that this coder ever coded is taken out, from the undo log too.

    Raises:
        UsageError: if something is named that there is not, with everything that is wrong; if
            nothing was ever coded of the line to be forgotten.
        InputError: if the people file cannot be read, or names nobody of the case.
        LeakError: if a value or a name holds an identifier.
        CodingError: if a value is said already, or the passage is not of the case.

    """
    if not wishes and not forgotten:
        return []
    known = known_attributes(session)
    found = people_to_find(session.project, people, [case.id])
    rosters = [roster for roster in found if roster.case_id == case.id]
    support = _support(session, passage) if passage else None
    checked = _all_checked(wishes, known, rosters, new=new)
    with session.db.together(lambda: True):
        done = [
            clear_value(session, case.id, place).summary
            if wish.state is None
            else set_value(
                session,
                case.id,
                place,
                wish.state,
                wish.text,
                support=support,
                attribute=known.get(place.name),
            ).summary
            for place, wish in checked
        ]
        if forgotten:
            done.append(_forget(session, case, forgotten))
    if forgotten and not session.db.forget_replaced_texts():
        done.append(facts.left_to_forget(session.db))
    return done


def _all_checked(
    wishes: Sequence[Wish], known: Mapping[str, Attribute], rosters: Sequence[Roster], *, new: bool
) -> list[tuple[Place, Wish]]:
    """What is wished of which line; refused with everything that is wrong with it."""
    checked: list[tuple[Place, Wish]] = []
    problems: list[str] = []
    for wish in wishes:
        try:
            place = named_place(wish.wanted, known, new=new)
            checked.append((place, _checked(wish, place, known.get(place.name), rosters)))
        except (UsageError, CodingError) as error:
            problems.append(_said(error))
    places = [place for place, _ in checked]
    problems += [f"{place} is set twice" for place in sorted({*places}) if places.count(place) > 1]
    if problems:
        raise UsageError("; ".join(problems), hint="Nothing was stored.")
    return checked


def _forget(session: CodingSession, case: Case, wanted: str) -> str:
    known = known_attributes(session)
    # What was coded of an attribute and undone is known to the log alone.
    place = named_place(wanted, known, new=True)
    gone = stored_values.forget_value(
        session.db, (case.id, place.name, place.stage, session.coder), now()
    )
    if not gone:
        raise UsageError(f"{session.coder} has never coded {place} of case {case.id}")
    return f"{case.id}, {place}: forgotten, with {gone} logged"


def _checked(
    wish: Wish, place: Place, attribute: Attribute | None, rosters: Iterable[Roster]
) -> Wish:
    if wish.state != "value":
        return wish
    attribute = attribute or Attribute(name=place.name, type="category")
    text = commands.checked_value(attribute, wish.text)
    refuse_identifying_words([(f"the value of {place}", text)], rosters)
    return Wish(wish.wanted, "value", text)


def _said(error: NotecodeError) -> str:
    return f"{error.what} ({error.hint})" if error.hint else error.what


def _support(session: CodingSession, passage: Passage) -> Support:
    note = stored_notes.load_note(session.db, passage.note_id)
    if note is None:
        raise UsageError(f"there is no note {passage.note_id!r}")
    if passage.words:
        at = note.text.find(passage.words)
        if at < 0 or note.text.find(passage.words, at + 1) >= 0:
            times = "more than once" if at >= 0 else "nowhere"
            raise UsageError(
                f"these words stand {times} in note {note.id}",
                hint="Give words that stand in it once, letter by letter, or its place with --at.",
            )
        return Support(note, Span(at, at + len(passage.words)))
    if passage.start is None or passage.end is None:
        return Support(note, Span(0, max(len(note.text), 1)))
    if not 0 <= passage.start < passage.end <= len(note.text):
        raise UsageError(
            f"there is no such passage in note {note.id}",
            hint=f"0 <= START < END <= {len(note.text)}, in characters",
        )
    return Support(note, Span(passage.start, passage.end))


def wish_of(text: str) -> Wish:
    """What ``NAME[@STAGE]=VALUE`` says.

    Raises:
        UsageError: if there is no ``=`` in it.

    """
    wanted, sign, value = text.partition("=")
    if not sign:
        raise UsageError("--set needs NAME=VALUE or NAME@STAGE=VALUE")
    return Wish(wanted, "value", value)


def case_to_json(case: Case, lines: Iterable[ShownLine]) -> dict[str, object]:
    """A case as dicts, lists and strings."""
    return {
        "case": case.id,
        "site": case.site,
        "values": [_line_to_json(shown) for shown in lines],
    }


def _line_to_json(shown: ShownLine) -> dict[str, object]:
    line, value = shown.line, shown.line.value
    coded = value if isinstance(value, CodedValue) else None
    others = line.entry.others if line.entry else ()
    return {
        "name": line.place.name,
        "stage": line.place.stage,
        "state": value.state,
        "value": value.value,
        "origin": value.origin if line.entry else None,
        "coder": value.coder or None,
        "at": coded.at if coded else None,
        "note": (coded.note_id or None) if coded else None,
        "start": coded.start if coded and coded.note_id else None,
        "end": coded.end if coded and coded.note_id else None,
        "quotation": shown.quotation or None,
        "others": [
            {"origin": o.origin, "coder": o.coder or None, "state": o.state, "value": o.value}
            for o in others
        ],
    }
