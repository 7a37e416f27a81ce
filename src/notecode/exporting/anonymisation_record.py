"""The record of anonymising for an ethics file: what was done, by what and whom, in counts alone.

After what trusted practice asks for (UK Data Service on anonymising qualitative data; the ICO's
guidance on pseudonymisation): who did it, with what, what was replaced, what a person reviewed,
and how well it is known to work.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from notecode.exporting.writing import Artefact, text_artefact

RECORD = "anonymisation-record.md"
RECORD_JSON = "anonymisation-record.json"

_SHARES = (
    ("direct", "direct identifiers masked"),
    ("quasi", "indirect (quasi) identifiers masked"),
    ("exact", "numbers, contacts, plates, dates of birth masked"),
    ("roster_people", "names of people in the people file masked"),
    ("other_people", "names of other people masked"),
    ("notes_leaking", "notes that still showed a direct identifier before review"),
    ("notes_leaking_after_flags", "the same, once every flag was acted on"),
    ("token_precision", "masked words that were identifiers"),
    ("kept", "protected words that stayed"),
)
"""Figures of an evaluation that the record states, by name and in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCase:
    """One case of the record. ``masks`` are replacements by identifier type."""

    case_id: str
    finished: str
    notes: int
    words: int
    masks: Mapping[str, int]
    flags: int
    reviewed: int
    signed_off_by: str
    signed_off_at: str
    changed_since_sign_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Who reviewed: notes looked at, decisions by action, first and last day (UTC)."""

    reviewer: str
    notes: int
    decisions: Mapping[str, int]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymisationRecord:
    """All that the record says.

    ``settings`` are the settings under which cases were done, each with its number of cases.
    ``measured`` is the last evaluation that was recorded, as it was stored, or None.
    """

    project: str
    made_at: str
    version: str
    synthetic: bool
    settings: Sequence[tuple[Mapping[str, str], int]]
    cases: Sequence[RecordedCase]
    recognisers: Mapping[str, int]
    reviewers: Sequence[Reviewer]
    originals: str
    linking_key: str
    measured: Mapping[str, Any] | None = field(default=None)
    as_they_are: int = 0
    """Cases whose notes were stored as they came, as already anonymised."""
    runs: Sequence[Mapping[str, Any]] = ()
    """What each run was given and came to, the first one first."""
    exports: Sequence[tuple[str, str]] = ()
    """When something was written for others, and what, and how it was searched."""

    @property
    def masks(self) -> dict[str, int]:
        """Replacements by identifier type, over all cases."""
        total: dict[str, int] = {}
        for case in self.cases:
            for kind, number in case.masks.items():
                total[kind] = total.get(kind, 0) + number
        return dict(sorted(total.items()))


def record_artefacts(record: AnonymisationRecord) -> tuple[Artefact, ...]:
    """The record to be read, and the same for programs."""
    files = {RECORD: "\n".join(_lines(record)) + "\n", RECORD_JSON: _json(record)}
    return tuple(text_artefact(name, text) for name, text in files.items())


def _json(record: AnonymisationRecord) -> str:
    data = asdict(record) | {"masks": record.masks}
    data["settings"] = [{**kept, "cases": cases} for kept, cases in record.settings]
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _lines(record: AnonymisationRecord) -> Iterable[str]:
    yield from _opening(record)
    yield from _done(record)
    yield from _runs(record)
    yield "## What was replaced"
    yield ""
    yield from _table(
        ("identifier type", "replacements"), [(kind, f"{n:,}") for kind, n in record.masks.items()]
    )
    yield from _table(
        ("found by", "replacements"), [(name, f"{n:,}") for name, n in record.recognisers.items()]
    )
    yield from _review(record)
    yield from _measured(record.measured)
    yield from _exports(record)
    yield "## By case"
    yield ""
    kinds = list(record.masks)
    yield from _table(
        ("case", "finished", "notes", "words", *kinds, "flags left", "reviewed", "signed off"),
        [_case_row(case, kinds) for case in record.cases],
    )


def _opening(record: AnonymisationRecord) -> Iterable[str]:
    """What the record is, and what it is not."""
    cases = record.cases
    yield f"# Record of anonymising: {record.project}"
    yield ""
    if record.synthetic:
        yield "**SYNTHETIC DATA:** every person, place and event in these notes is invented."
        yield ""
    yield f"Made {record.made_at} by notecode {record.version}. It holds counts and ids alone:"
    yield "no note text, no name, nothing of what was replaced."
    yield ""
    if record.as_they_are < len(cases):
        yield "The notes are **pseudonymised, not anonymous**: what identifies people was replaced"
        yield "as far as it was found. What follows says how far that is known."
        yield ""
    if record.as_they_are:
        yield f"**The notes of {record.as_they_are} of {len(cases)} cases came in as already"
        yield "anonymised.** notecode replaced nothing in them, nor looked for people whom no"
        yield "people file lists: they were searched for what is written like a British number,"
        yield "postcode or e-mail address, and for the people of a people file if one was given."
        yield ""


def _done(record: AnonymisationRecord) -> Iterable[str]:
    """How much there is, and under which settings it was done."""
    cases = record.cases
    notes, words = sum(c.notes for c in cases), sum(c.words for c in cases)
    yield "## What was done"
    yield ""
    yield f"{len(cases)} cases, {notes:,} notes, {words:,} words (counted after replacing)."
    yield ""
    for kept, number in record.settings:
        said = ", ".join(f"{name} {value}" for name, value in kept.items() if value)
        yield f"- {number} cases under: {said or 'settings that were not kept'}"
    if record.as_they_are:
        yield f"- {record.as_they_are} cases as they came: nothing was replaced by notecode"
    yield f"- Originals: {record.originals}"
    yield f"- Linking key: {record.linking_key}"
    yield ""


def _runs(record: AnonymisationRecord) -> Iterable[str]:
    """Which files went in, when and by whom."""
    if not record.runs:
        return
    yield "## What went in"
    yield ""
    for run in record.runs:
        refused = f"; {len(run['refused'])} refused ({', '.join(run['refused'])})"
        yield (
            f"- {run['at']}, by {run['by']}: {run['what']}, {run['notes']:,} notes of"
            f" {run['cases']:,} cases read, {run['done']:,} cases stored"
            + (refused if run["refused"] else "")
        )
        for file in run["files"]:
            yield (
                f"  - {file['kind']} file {file['name']}: {file['bytes']:,} bytes,"
                f" {file['rows']:,} rows; columns read: {', '.join(file['columns'])};"
                f" {file['columns_left_out']} left out"
            )
        if not any(file["kind"] == "people" for file in run["files"]):
            yield "  - **no people file was given**"
        for role, missing in run["without"].items():
            if missing:
                yield f"  - no {role} is listed for {len(missing)} cases: {', '.join(missing)}"
    yield ""


def _exports(record: AnonymisationRecord) -> Iterable[str]:
    """What was written for others, and how it was searched."""
    yield "## What was written for others"
    yield ""
    if not record.exports:
        yield "Nothing was exported."
    yield from (f"- {at}: {said}" for at, said in record.exports)
    yield ""


def _review(record: AnonymisationRecord) -> Iterable[str]:
    notes = sum(case.notes for case in record.cases)
    reviewed = sum(case.reviewed for case in record.cases)
    signed = sum(1 for case in record.cases if case.signed_off_by)
    flags = sum(case.flags for case in record.cases)
    yield "## Who reviewed it"
    yield ""
    if not record.reviewers:
        yield f"**Nobody has reviewed these notes.** {flags:,} doubtful places are flagged in them."
        yield ""
        return
    yield f"{reviewed:,} of {notes:,} notes were looked at by a person, {signed} of"
    yield f"{len(record.cases)} cases are signed off, {flags:,} flags are left."
    yield ""
    rows = [
        (
            each.reviewer,
            f"{each.notes:,}",
            ", ".join(f"{action} {n}" for action, n in each.decisions.items()) or "none",
            f"{each.first[:10]} to {each.last[:10]}",
        )
        for each in record.reviewers
    ]
    yield from _table(("reviewer", "notes", "decisions", "when"), rows)


def _measured(measured: Mapping[str, Any] | None) -> Iterable[str]:
    yield "## How well it is known to work"
    yield ""
    if measured is None:
        yield "**Not measured on this study's notes.** Label a random sample of them"
        yield "(`notecode sample-for-labelling`, `notecode label`), then run"
        yield "`notecode evaluate anonymisation FILE --record`, and make this record again."
        yield ""
        return
    figures = measured["all"]
    files = ", ".join(str(each["file"]) for each in measured["files"])
    people = "with" if measured["roster_given"] else "without"
    yield f"Measured {measured['at']} on {figures['notes']:,} hand-labelled notes of"
    yield f"{figures['cases']} cases ({files}), {people} the people file, language model"
    yield f"{measured['model']}, notecode {measured['version']}. Interval: {measured['interval']}."
    yield ""
    for sample in measured.get("samples", ()):
        yield _how_drawn(sample)
    if by := measured.get("recorded_by"):
        yield f"Recorded by {by}. Who labelled them is not known to notecode."
    yield ""
    rows = [(words, *_share(figures[name])) for name, words in _SHARES if name in figures]
    yield from _table(("measure", "share", "95% interval", "counted"), rows)


def _how_drawn(sample: Mapping[str, Any]) -> str:
    """How one file of labelled notes came about, in a sentence."""
    labelled = f"{sample['lines'] - sample['open']:,} of its {sample['lines']:,} notes labelled"
    drawn = sample["drawn"]
    if not drawn:
        return f"{sample['file']}: {labelled}; **it does not say that it was drawn at random.**"
    if "frame" not in drawn:
        return f"{sample['file']}: {labelled}; drawn at random within each site."
    return (
        f"{sample['file']}: {labelled}; drawn at random within each of {drawn['sites']} sites by"
        f" {drawn['by']}, {drawn['notes']:,} of {drawn['frame']:,} notes, seed {drawn['seed']}."
    )


def _share(share: Mapping[str, Any]) -> tuple[str, str, str]:
    counted = f"{share['hits']:,} of {share['total']:,}"
    if share["value"] is None:
        return "undefined: nothing of the kind was labelled", "", counted
    return (
        f"{share['value']:.1%}",
        f"{100 * share['low']:.1f} to {100 * share['high']:.1f}",
        counted,
    )


def _case_row(case: RecordedCase, kinds: Sequence[str]) -> tuple[str, ...]:
    signed = f"{case.signed_off_by} {case.signed_off_at[:10]}" if case.signed_off_by else "no"
    if case.changed_since_sign_off:
        signed = "no longer: changed since"
    return (
        case.case_id,
        case.finished[:10],
        f"{case.notes:,}",
        f"{case.words:,}",
        *(f"{case.masks.get(kind, 0):,}" for kind in kinds),
        f"{case.flags:,}",
        f"{case.reviewed:,}",
        signed,
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """A Markdown table, and an empty line after it."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""
