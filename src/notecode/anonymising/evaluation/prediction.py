"""The anonymiser run over labelled notes: what it masks and flags, counted in the raw text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from notecode.anonymising import findings as kinds
from notecode.anonymising.cases import AnonymisedNote
from notecode.anonymising.engine import Anonymiser
from notecode.anonymising.evaluation.gold import GoldFile, GoldNote
from notecode.model import Span
from notecode.raw import Person, RawNote, Roster
from notecode.text.alignment import AlignedText, align

GOLD_TYPES: Final[Mapping[str, str]] = {
    kinds.PERSON: "PERSON",
    kinds.AGE: "AGE",
    kinds.DATE: "DATE",
    kinds.DATE_OF_BIRTH: "DATE",
    kinds.PHONE: "PHONE",
    kinds.EMAIL: "EMAIL",
    kinds.HANDLE: "HANDLE",
    kinds.URL: "HANDLE",
    kinds.POSTCODE: "POSTCODE",
    kinds.ADDRESS: "ADDRESS",
    kinds.PLACE: "LOCATION",
    kinds.SCHOOL: "ORG",
    kinds.SURGERY: "ORG",
    kinds.WORKPLACE: "ORG",
    kinds.HOSPITAL: "ORG",
    kinds.PRISON: "LOCATION",
    kinds.WORSHIP: "ORG",
    kinds.NATIONALITY: "NRP",
    kinds.RELIGION: "NRP",
    kinds.LANGUAGE: "NRP",
    kinds.VEHICLE: "VRM",
}
"""A mask's type -> its type in a gold file; every other is a number or reference: ID."""

_NUMBER: Final = "ID"


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedSpan:
    """A masked range of a raw text; ``person`` is an id of the roster, or ""."""

    span: Span
    type: str
    person: str
    score: float
    recogniser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedFlag:
    """A range of a raw text that a person is asked to look at."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What the anonymiser did to one note, in offsets of the text as given; it holds no text."""

    id: str
    spans: tuple[PredictedSpan, ...]
    flags: tuple[PredictedFlag, ...]

    def as_json(self) -> dict[str, object]:
        """The line of a predictions file."""
        return {
            "id": self.id,
            "spans": [
                {
                    "start": each.span.start,
                    "end": each.span.end,
                    "type": each.type,
                    "person": each.person or None,
                    "score": round(each.score, 4),
                    "recogniser": each.recogniser,
                }
                for each in self.spans
            ],
            "flags": [
                {"start": each.span.start, "end": each.span.end, "reason": each.reason}
                for each in self.flags
            ],
        }


def gold_type(kind: str) -> str:
    """The type that a mask's type has in a gold file."""
    return GOLD_TYPES.get(kind, _NUMBER)


def case_people(notes: Sequence[GoldNote]) -> tuple[Person, ...]:
    """The people of a case: those of all its notes, each once."""
    return tuple(dict.fromkeys(person for note in notes for person in note.roster))


def cases_of(file: GoldFile) -> dict[str, list[GoldNote]]:
    """The notes of a gold file by case, as they come."""
    cases: dict[str, list[GoldNote]] = {}
    for note in file.notes:
        cases.setdefault(note.case_id, []).append(note)
    return cases


def protected_names(
    files: Sequence[GoldFile], more: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """The agency names to keep by site, sites told apart by file.

    ``more`` holds names by site ("" for every site) from elsewhere, such as a codebook.
    """
    names: dict[str, list[str]] = {"": list(more.get("", ()))}
    for number, file in enumerate(files):
        for note in file.notes:
            place = names.setdefault(_site(number, note), list(more.get(note.site, ())))
            place.extend(name for name in note.agencies if name not in place)
    return names


def predict(
    anonymiser: Anonymiser,
    files: Sequence[GoldFile],
    *,
    with_roster: bool = True,
    others: Mapping[str, Sequence[RawNote]] = MappingProxyType({}),
    progress: Callable[[int], None] = lambda _: None,
) -> Iterator[list[Prediction]]:
    """For each file its predictions, in the order of its notes; ``progress`` gets notes done.

    The notes of a case are anonymised together, and with them the ``others`` of that case, which
    nobody labelled. Ids are replaced by numbers for the run: a name in an id would make the
    anonymiser refuse the case, and is not what is measured here.
    """
    done = 0
    for number, file in enumerate(files):
        predictions: dict[str, Prediction] = {}
        for case_id, notes in cases_of(file).items():
            people = case_people(notes) if with_roster else ()
            site, along = _site(number, notes[0]), others.get(case_id, ())
            for each in _predict_case(anonymiser, site, notes, people, along):
                predictions[each.id] = each
            done += len(notes)
            progress(done)
        yield [predictions[note.id] for note in file.notes]


def _site(number: int, note: GoldNote) -> str:
    return f"{number}: {note.site}"


def _predict_case(
    anonymiser: Anonymiser,
    site: str,
    notes: Sequence[GoldNote],
    people: tuple[Person, ...],
    along: Sequence[RawNote],
) -> Iterator[Prediction]:
    ordered = sorted(notes, key=lambda note: (note.date or date.max, note.id))
    aligned = {f"{rank:06}": align(note.text) for rank, note in enumerate(ordered)}
    raw = [
        RawNote(
            id=key,
            case_id="0",
            text=text.text,
            site=site,
            date=note.date,
            author=note.author,
            author_role=note.author_role,
        )
        for (key, text), note in zip(aligned.items(), ordered, strict=True)
    ]
    raw += [
        replace(note, id=f"along {place:06}", case_id="0", site=site)
        for place, note in enumerate(sorted(along, key=lambda note: note.id))
    ]
    done = {
        item.note.id: item
        for item in anonymiser.anonymise_case("0", site, raw, Roster("0", people)).notes
    }
    for (key, text), note in zip(aligned.items(), ordered, strict=True):
        yield _prediction(note.id, done[key], text, {person.id for person in people})


def _prediction(
    note_id: str, done: AnonymisedNote, text: AlignedText, people: set[str]
) -> Prediction:
    spans = tuple(
        PredictedSpan(
            span=text.as_given(place.raw.start, place.raw.end),
            type=gold_type(place.type),
            # Authors are people of the case too, with ids that only the run knows.
            person=place.person_id if place.person_id in people else "",
            score=mask.score,
            recogniser=mask.recogniser,
        )
        for place, mask in zip(done.source.masked, done.masks, strict=True)
    )
    flags = []
    for flag in done.flags:
        raw = done.source.to_raw(flag.span)
        if raw is not None:
            place = text.as_given(raw.start, raw.end)
            flags.append(PredictedFlag(span=place, reason=flag.reason))
    return Prediction(id=note_id, spans=spans, flags=tuple(flags))
