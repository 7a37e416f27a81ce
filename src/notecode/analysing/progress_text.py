"""The progress of the coding as lines of text, for the coder's screen and the command alike."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from notecode.analysing.progress import (
    LEAST_MINUTES,
    LEAST_NOTES,
    CodingProgress,
    NoteTally,
    Stretch,
)
from notecode.analysing.saturation import draw_heights, verdict
from notecode.text.layout import Line, bar, counted, draw_grid, pad, printable, shorten, wrap

_NAME = 14
_BAR = 40
_DAYS = 10
_COUNTING = "counting …"
_TALLY = [
    ["notes"],
    ["coded"],
    ["done"],
    ["decided"],
    ["un-", "touched"],
    ["sugg.", "open"],
    ["share", "coded"],
]
_MEANING = (
    "Coded: with a reference. Done: without one, but marked as done: read, and nothing in it to"
    " code. Decided: neither, but with a suggestion accepted or rejected. Untouched: none of"
    " these. Sugg. open: notes with an open suggestion, whichever of the four they are."
)


class TextLine(NamedTuple):
    """One line, and whether it is a heading."""

    text: str
    is_heading: bool = False


def progress_lines(found: CodingProgress, width: int) -> list[TextLine]:
    """Everything that has been counted, part by part."""
    parts: Sequence[tuple[str, Callable[[CodingProgress, int], Iterable[str] | None]]] = (
        (f"Progress of {printable(found.coder)}", _notes),
        ("Pace, by the log of actions", _pace),
        ("What is left", _left),
        ("Codes", _codes),
        ("Open suggestions by rule", _rules),
        ("Saturation so far", _saturation),
        ("By coder", _coders),
        ("By site", lambda found, width: _tallies(found.sites, width, "none recorded")),
        ("By case", lambda found, width: _tallies(found.cases, width)),
    )
    lines: list[TextLine] = []
    for title, draw in parts:
        lines += [TextLine("")] if lines else []
        lines.append(TextLine(title, is_heading=True))
        drawn = draw(found, width)
        lines += [TextLine(text) for text in ([_COUNTING] if drawn is None else drawn)]
    return lines


def _notes(found: CodingProgress, width: int) -> list[str]:
    whole = found.whole
    cells = max(min(width - _NAME, 60), 10)
    coded = round(cells * whole.coded / whole.notes) if whole.notes else 0
    decided = round(cells * whole.decided / whole.notes) if whole.notes else 0
    done = round(cells * whole.done / whole.notes) if whole.notes else 0
    drawn = ("█" * coded + "▓" * done + "▒" * decided)[:cells]
    said = (
        f"{whole.coded:,} coded, {whole.done:,} done, {whole.decided:,} decided on,"
        f" {whole.untouched:,} untouched, of {counted(whole.notes, 'note')}"
    )
    marked = f"{whole.marked:,}, coded or not; {whole.notes - whole.marked:,} not marked"
    suggestions = f"{found.suggestions:,} open, on {counted(whole.waiting, 'note')}"
    return [
        *_named("notes", said, width),
        " " * _NAME + drawn.ljust(cells, "·"),
        *_named("suggestions", suggestions, width),
        *_named("marked done", marked, width),
        *wrap(_MEANING, width),
    ]


def _pace(found: CodingProgress, width: int) -> list[str] | None:
    if found.days is None:
        return None
    if found.session is None:
        return wrap("Nothing that this coder did is in the log yet.", width)
    session = found.session
    lines = _named("pace", _how_fast(found), width)
    lines += _named("last session", f"{_when(session)}: {_what(session)}", width)
    rows = [
        Line(
            f"{day.began:%Y-%m-%d}",
            0,
            (
                f"{day.began:%H:%M}-{day.ended:%H:%M}",
                f"{day.notes:,}",
                f"{day.new_notes:,}",
                f"{day.references:,}",
            ),
        )
        for day in found.days[-_DAYS:]
    ]
    headings = [["from - to"], ["notes"], ["new", "notes"], ["references"]]
    lines += ["", *draw_grid("day of work", headings, rows, width)]
    if len(found.days) > _DAYS:
        lines.append(f"the last {_DAYS} of {len(found.days):,} days of work")
    return lines


def _how_fast(found: CodingProgress) -> str:
    """New notes an hour of work, or how much work it takes to say that."""
    days = counted(len(found.days_of_pace), "day")
    worked = f"{_hours(found.minutes_worked / 60)} of work on {days}"
    new = counted(found.new_notes, "new note")
    if (pace := found.hour_pace) is not None:
        return f"{pace:.0f} new notes an hour of work ({new} in {worked})"
    least = f"{LEAST_MINUTES} minutes of work and {LEAST_NOTES} new notes"
    return f"too early to say: {new} in {worked}; it takes {least}"


def _when(session: Stretch) -> str:
    until = f"{session.ended:%H:%M}"
    if session.ended.date() != session.began.date():
        until = f"{session.ended:%Y-%m-%d %H:%M}"
    return f"{session.began:%Y-%m-%d %H:%M}-{until}"


def _what(session: Stretch) -> str:
    notes, made = counted(session.notes, "note"), counted(session.references, "reference")
    return f"{notes} ({session.new_notes:,} new), {made} that still stand"


def _left(found: CodingProgress, width: int) -> list[str] | None:
    if found.days is None:
        return None
    left = found.whole.untouched
    if not left:
        return wrap("No note is untouched.", width)
    notes = counted(left, "untouched note")
    if (pace := found.hour_pace) is None:
        return wrap(f"{notes}: too early to say how long they take.", width)
    said = f"{notes}: about {_hours(left / pace)} of work at {pace:.0f} new notes an hour."
    guess = (
        "A guess: notes differ in length; breaks under half an hour count as work, longer ones and"
        " the reading before a day's first action do not."
    )
    return [*wrap(said, width), *wrap(guess, width)]


def _hours(number: float) -> str:
    if number >= 1:
        return f"{_rough(number)} hours"
    return counted(max(round(number * 60), 1), "minute")


def _rough(number: float) -> str:
    """A guess in no more digits than it deserves."""
    return f"{number:.1f}" if number < 10 else f"{number:,.0f}"


def _codes(found: CodingProgress, width: int) -> list[str] | None:
    if found.codes is None:
        return None
    most = max((use.total for use in found.codes), default=0)
    figures = 22
    room = max(min(_BAR, width - figures - 28), 0)
    label = min(max(width - figures - room - 2, 12), 46)
    head = f"{'':{label}} {'own':>6} {'all':>6} {'cases':>6}"
    lines = [head]
    for use in found.codes:
        indent = "  " * use.depth
        name = pad(indent + shorten(use.label, label - len(indent)), label)
        drawn = bar(use.total, most, room)
        lines.append(f"{name} {use.own:>6,} {use.total:>6,} {use.cases:>6,}  {drawn}".rstrip())
    lines += wrap("All: with the codes beneath it. Cases: with any of them.", width)
    return lines


def _rules(found: CodingProgress, width: int) -> list[str]:
    if not found.rules:
        return ["none"]
    most = max(found.rules.values())
    label = min(max(map(len, found.rules)), max(width - 30, 12))
    return [
        f"{pad(shorten(rule, label), label)} {number:>7,}  {bar(number, most, 16)}".rstrip()
        for rule, number in found.rules.items()
    ]


def _saturation(found: CodingProgress, width: int) -> list[str] | None:
    if found.steps is None:
        return None
    if not found.steps:
        return ["nothing has been coded"]
    about = "One column a case, in the order in which they were coded first."
    return [
        *draw_heights(found.steps, width),
        *wrap(verdict(found.steps), width),
        *wrap(about, width),
    ]


def _coders(found: CodingProgress, width: int) -> list[str] | None:
    if found.coders is None:
        return None
    lines = _tallies(found.coders, width)
    made = ", ".join(
        f"{printable(name)} {number:,}" for name, number in (found.references or {}).items()
    )
    return [*lines, *wrap(f"References: {made or 'none'}.", width)]


def _tallies(tallies: Sequence[NoteTally], width: int, unnamed: str = "") -> list[str]:
    rows = [
        Line(
            printable(one.name) or unnamed,
            0,
            (
                f"{one.notes:,}",
                f"{one.coded:,}",
                f"{one.done:,}",
                f"{one.decided:,}",
                f"{one.untouched:,}",
                f"{one.waiting:,}",
                f"{one.coded / one.notes:.0%}" if one.notes else "n/a",
            ),
        )
        for one in tallies
    ]
    return draw_grid("", _TALLY, rows, width) if rows else ["none"]


def _named(name: str, said: str, width: int) -> list[str]:
    first, *rest = wrap(said, max(width - _NAME, 20))
    return [pad(name, _NAME) + first, *(" " * _NAME + line for line in rest)]


def iso(moment: datetime) -> str:
    """A moment as JSON has it."""
    return moment.isoformat(timespec="seconds")


def progress_to_json(found: CodingProgress) -> dict[str, object]:
    """The same facts as dicts, lists and numbers; what cannot be said is None."""
    return {
        "coder": found.coder,
        "notes": _tally_json(found.whole),
        "open_suggestions": found.suggestions,
        "open_suggestions_by_rule": dict(found.rules),
        "last_session": _stretch_json(found.session) if found.session else None,
        "days": [_stretch_json(day) for day in found.days or ()],
        "minutes_worked": found.minutes_worked,
        "new_notes_per_hour": found.hour_pace,
        "hours_left": found.whole.untouched / found.hour_pace if found.hour_pace else None,
        "codes": [
            {
                "code": use.code,
                "references": use.own,
                "with_descendants": use.total,
                "cases": use.cases,
            }
            for use in found.codes or ()
        ],
        "saturation": {
            "verdict": verdict(found.steps or ()),
            "cases": [
                {"case": step.name, "new_codes": len(step.new_codes), "codes": step.codes_so_far}
                for step in found.steps or ()
            ],
        },
        "by_coder": [_tally_json(one) for one in found.coders or ()],
        "references": dict(found.references or {}),
        "by_site": [_tally_json(one) for one in found.sites],
        "by_case": [_tally_json(one) for one in found.cases],
    }


def _tally_json(one: NoteTally) -> dict[str, object]:
    return {
        "name": one.name,
        "notes": one.notes,
        "coded": one.coded,
        "done": one.done,
        "decided": one.decided,
        "untouched": one.untouched,
        "with_open_suggestions": one.waiting,
        "marked_done": one.marked,
    }


def _stretch_json(one: Stretch) -> dict[str, object]:
    return {
        "began": iso(one.began),
        "ended": iso(one.ended),
        "actions": one.actions,
        "notes": one.notes,
        "new_notes": one.new_notes,
        "references": one.references,
        "minutes": one.minutes,
    }
