"""Counting in the plainest Python there is: what every other way of counting must agree with."""

from collections.abc import Iterable
from itertools import product

from notecode.model import Case, Codebook, Count, CountSpec, Note, Reference, month_of_intervention


def with_ancestors(code: str, codebook: Codebook) -> list[str]:
    found = [code]
    while codebook.code_by_id[found[-1]].parent:
        found.append(codebook.code_by_id[found[-1]].parent)
    return found


def count_references(
    references: Iterable[Reference],
    notes: Iterable[Note],
    cases: Iterable[Case],
    spec: CountSpec,
    codebook: Codebook,
) -> tuple[list[Count], Count]:
    """The combinations in which something is recorded, and the base, one reference at a time."""
    note_of = {note.id: note for note in notes}
    case_of = {case.id: case for case in cases}
    cells: dict[tuple[str, ...], list[Reference]] = {}
    selected = []
    for reference in references:
        note = note_of[reference.note_id]
        case = case_of[note.case_id]
        codes = [reference.code]
        if spec.roll_up == "descendants":
            codes = with_ancestors(reference.code, codebook)
        if spec.coder and reference.coder != spec.coder:
            continue
        if spec.codes and not set(codes) & set(spec.codes):
            continue
        if spec.agencies and not set(reference.agencies) & set(spec.agencies):
            continue
        if spec.sites and case.site not in spec.sites:
            continue
        selected.append(reference)
        month = month_of_intervention(note.date, case.start)
        places = {
            "code": codes,
            "agency": list(reference.agencies) or [""],
            "site": [case.site],
            "month": ["" if month is None else str(month)],
            "case": [case.id],
            "contact_type": [note.contact_type],
            "author_role": [note.author_role],
        }
        for keys in product(*(places[dimension] for dimension in spec.by)):
            cells.setdefault(keys, []).append(reference)

    def count(keys: tuple[str, ...], counted: list[Reference]) -> Count:
        return Count(
            keys=keys,
            references=len(counted),
            cases=len({note_of[reference.note_id].case_id for reference in counted}),
            notes=len({reference.note_id for reference in counted}),
        )

    return [count(keys, counted) for keys, counted in cells.items()], count((), selected)
