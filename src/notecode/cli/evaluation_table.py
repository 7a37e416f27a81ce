"""The figures of an evaluation for reading, 80 columns wide."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notecode.anonymising.evaluation.scoring import Evaluation, TypeScore
    from notecode.intervals import Share
    from notecode.project.evaluating.anonymisation import Measured

_LABEL = 42

_TYPES = {
    "PERSON": "names of people",
    "DATE": "dates",
    "AGE": "ages",
    "PHONE": "phone numbers",
    "EMAIL": "e-mail addresses",
    "HANDLE": "accounts and web addresses",
    "ADDRESS": "addresses and streets",
    "POSTCODE": "postcodes",
    "VRM": "vehicle registrations",
    "ID": "reference and identity numbers",
    "ORG": "schools, surgeries, workplaces",
    "LOCATION": "places",
    "NRP": "nationalities and religions",
}


def evaluation_table(measured: "Measured") -> Iterator[str]:
    """The lines of the table: all files together, then each file if there are several."""
    every = measured.every
    notes = "hand-labelled note" if every.notes == 1 else "hand-labelled notes"
    cases = "case" if every.cases == 1 else "cases"
    yield (
        f"{every.notes:,} {notes} of {every.cases:,} {cases}: {every.words:,} words,"
        f" {every.spans:,} identifiers"
    )
    roster = "with the people of each case" if measured.with_roster else "without the people file"
    kept = "the files and the codebook" if measured.codebook else "the files (no project here)"
    yield f"language model {measured.model}, {roster}"
    yield f"agencies kept: those of {kept}"
    if measured.whole_cases:
        yield "anonymised along with the other notes of their cases"
    yield ""
    yield from _body(every)
    if len(measured.files) > 1:
        yield ""
        yield from _by_file(measured)
    yield ""
    yield from _NOTES


def _body(found: "Evaluation") -> Iterator[str]:
    yield f"{'':<{_LABEL}} {'share':>6}  {'95% interval':^13} {'counted':>15}"
    yield "Masked, of all that was labelled"
    yield _row("direct identifiers", found.direct)
    yield _row("indirect (quasi) identifiers", found.quasi)
    yield _row("numbers, contacts, plates, births (*)", found.exact)
    yield _row("names of people in the people file", found.roster_people)
    yield _row("names of other people", found.other_people)
    yield _row("people masked wherever they are named", found.people_fully_masked)
    yield "Notes that still show a direct identifier"
    yield _row("before a person reviews them", found.notes_leaking)
    yield _row("once every flag is acted on", found.notes_leaking_after_flags)
    yield "What was masked, and what should have stayed"
    yield _row("masked words that were labelled", found.token_precision)
    yield _row("protected words that stayed", found.kept)
    yield "Who is who"
    yield _row("names given to the right person", found.right_person)
    yield _row("names given to a wrong person", found.wrong_person)
    flags = found.flags
    if flags.value is not None:
        between = "" if flags.low is None else f"{flags.low:.1f} to {flags.high:.1f}"
        yield (
            f"{'Flags for review in 1,000 words':<{_LABEL}} {flags.value:>6.1f}"
            f"  {between:^13} {flags.events:>15,}"
        )
    yield ""
    yield f"{'By type':<32} {'masked':>6}  {'95% interval':^13} {'of':>6}  {'masks right':>15}"
    for each in found.types:
        if each.recall.total or each.precision.total:
            yield _type_row(each)


def _type_row(score: "TypeScore") -> str:
    recall, precision = score.recall, score.precision
    right = _percent(precision.value)
    if precision.total:
        right = f"{right} of {precision.total:,}"
    return (
        f"{f'  {_TYPES[score.type]}':<32} {_percent(recall.value):>6}  {_between(recall):^13}"
        f" {recall.total:>6,}  {right:>15}"
    )


def _by_file(measured: "Measured") -> Iterator[str]:
    yield f"{'By file':<32} {'direct':>8} {'quasi':>8} {'(*)':>8} {'words':>8} {'leaking':>9}"
    for name, each in measured.files:
        shares = (each.direct, each.quasi, each.exact, each.token_precision, each.notes_leaking)
        cells = [_percent(share.value) for share in shares]
        yield f"  {name[:30]:<30} " + " ".join(f"{cell:>8}" for cell in cells)


def _row(label: str, share: "Share") -> str:
    counted = f"{share.hits:,} of {share.total:,}"
    return (
        f"{f'  {label}':<{_LABEL}} {_percent(share.value):>6}  {_between(share):^13} {counted:>15}"
    )


def _between(share: "Share") -> str:
    if share.low is None or share.high is None:
        return ""
    return f"{100 * share.low:.1f} to {100 * share.high:.1f}"


def _percent(value: float | None) -> str:
    return "none" if value is None else f"{100 * value:.1f}%"


_NOTES = (
    "A label counts as masked when each letter and digit in it is masked.",
    "(*) identity and reference numbers, phones, e-mails, accounts, postcodes,",
    "    plates, dates of birth. 'Masks right': masked words of the type that were",
    "    labelled, as whatever. Intervals: Wilson's on the effective sample size,",
    "    since notes of one case resemble each other. It holds for notes like these.",
)
