"""A random sample of a study's own notes, to be labelled by hand: what recall is measured on."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notecode.errors import InputError, Problem, UsageError
from notecode.project.anonymising.identifiable_files import json_line, refuse_exposed, write_private
from notecode.project.anonymising.run_settings import agency_names
from notecode.project.authors import author_name
from notecode.project.project import Project, current_codebook
from notecode.project.reading import (
    Inputs,
    Sources,
    read_sources,
    refuse_fatal,
    remember_layouts,
)
from notecode.raw import Person, RawNote, Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """One site: its notes with text, and how many of them are in the sample."""

    site: str
    notes: int
    sampled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What was drawn, and from what. ``blank`` notes are outside the sampling frame."""

    path: Path
    seed: int
    strata: tuple[Stratum, ...]
    cases: int
    cases_sampled: int
    words: int
    blank: int
    without_people: int
    warnings: tuple[Problem, ...]

    @property
    def notes(self) -> int:
        """Notes in the sample."""
        return sum(stratum.sampled for stratum in self.strata)

    @property
    def frame(self) -> int:
        """Notes from which it was drawn."""
        return sum(stratum.notes for stratum in self.strata)


def sample_for_labelling(
    project: Project, inputs: Inputs, path: Path, *, notes: int, seed: int
) -> Sample:
    """Draw notes at random within each site, and write them unlabelled to ``path``.

    Sites share the sample in proportion to their notes. The same files, number and seed give the
    same sample, whatever the order of the files. What the anonymiser makes of a note plays no part.

    Raises:
        UsageError: if ``path`` exists, or would be exposed (see ``refuse_exposed``).
        InputError: if the files have problems, or hold no note with text.
        WriteError: if the file cannot be written.

    """
    refuse_exposed(path)
    if path.exists():
        raise UsageError(
            "there is a file of this name already, perhaps with labels in it",
            where=str(path),
            hint="Choose another name.",
        )
    sources = read_sources(project, inputs)
    refuse_fatal(sources)
    frame = _by_site(sources)
    if not frame:
        raise InputError("there is no note with text in these files")
    strata, drawn = _draw(frame, notes, seed)
    # The notes of a case stand together: who is who is looked up once.
    drawn.sort(key=lambda note: (note.case_id, note.date.isoformat() if note.date else "", note.id))
    agencies = agency_names(current_codebook(project))
    drawing = {
        "seed": seed,
        "by": author_name(project.settings.coder),
        "notes": len(drawn),
        "frame": sum(map(len, frame.values())),
        "sites": len(frame),
    }
    lines = [_line(note, sources, agencies, drawing) for note in drawn]
    write_private(path, "".join(map(json_line, lines)))
    remember_layouts(project, sources)
    return Sample(
        path=path,
        seed=seed,
        strata=strata,
        cases=len({note.case_id for part in frame.values() for note in part}),
        cases_sampled=len({note.case_id for note in drawn}),
        words=sum(len(note.text.split()) for note in drawn),
        blank=sources.note_count - sum(map(len, frame.values())),
        without_people=sum(1 for line in lines if not line["roster"]),
        warnings=sources.problems,
    )


def shares(sizes: Sequence[int], wanted: int) -> list[int]:
    """``wanted`` split in proportion to the sizes, by largest remainder; none above its size.

    While there is enough to share, nobody who has something is left with nothing.
    """
    total = sum(sizes)
    if not total:
        return [0] * len(sizes)
    wanted = min(wanted, total)
    given = [wanted * size // total for size in sizes]
    by_remainder = sorted(range(len(sizes)), key=lambda at: (-(wanted * sizes[at] % total), at))
    for at in by_remainder[: wanted - sum(given)]:
        given[at] += 1
    for at, size in enumerate(sizes):
        richest = max(range(len(sizes)), key=lambda other: given[other])
        if size and not given[at] and given[richest] > 1:
            given[at], given[richest] = 1, given[richest] - 1
    return given


def _by_site(sources: Sources) -> dict[str, list[RawNote]]:
    """The notes with text, by site, each site's by case and id."""
    sites: dict[str, list[RawNote]] = {}
    for case_id, notes in sources.notes.items():
        site = sources.cases[case_id].site
        sites.setdefault(site, []).extend(
            note for note in notes if any(c.isalnum() for c in note.text)
        )
    return {
        site: sorted(sites[site], key=lambda note: (note.case_id, note.id))
        for site in sorted(sites)
        if sites[site]
    }


def _draw(
    frame: Mapping[str, list[RawNote]], wanted: int, seed: int
) -> tuple[tuple[Stratum, ...], list[RawNote]]:
    counts = shares([len(notes) for notes in frame.values()], wanted)
    strata: list[Stratum] = []
    drawn: list[RawNote] = []
    for (site, notes), count in zip(frame.items(), counts, strict=True):
        # Each site draws with a generator of its own: one more site does not change the others.
        draw = random.Random(f"{seed} {site}")  # noqa: S311 - a sample, not a secret
        drawn += draw.sample(notes, count)
        strata.append(Stratum(site=site, notes=len(notes), sampled=count))
    return tuple(strata), drawn


def _line(
    note: RawNote,
    sources: Sources,
    agencies: Mapping[str, Sequence[str]],
    drawing: Mapping[str, object],
) -> dict[str, object]:
    site = sources.cases[note.case_id].site
    roster = sources.rosters.get(note.case_id, Roster(note.case_id))
    return {
        "id": note.id,
        "case_id": note.case_id,
        "site": site,
        "date": note.date.isoformat() if note.date else None,
        "text": note.text,
        "author": note.author,
        "author_role": note.author_role,
        "roster": [_person(person) for person in roster.people],
        "agencies": list(
            dict.fromkeys((*agencies.get("", ()), *(agencies.get(site, ()) if site else ())))
        ),
        "spans": [],
        "must_not_mask": [],
        "done": False,
        "sample": drawing,
    }


def _person(person: Person) -> dict[str, object]:
    """A person of the people file, without the fields that are empty."""
    fields: dict[str, object] = {
        "id": person.id,
        "role": person.role,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "known_as": list(person.known_as),
        "title": person.title,
        "dob": person.dob.isoformat() if person.dob else "",
        "phones": list(person.phones),
        "emails": list(person.emails),
        "address": list(person.addresses),
        "identifiers": list(person.identifiers),
    }
    return {name: value for name, value in fields.items() if value}
