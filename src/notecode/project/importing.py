"""Looking at an export before anything is stored, and taking in notes that need no masking."""

from notecode.anonymising.leak_check import find_leaks
from notecode.errors import LeakError
from notecode.model import Note
from notecode.project.anonymising.identifying_values import refuse_identifying_values
from notecode.project.anonymising.runs import begin_run, keep_run
from notecode.project.anonymising.study import keep_apart
from notecode.project.project import Project, now
from notecode.project.reading import (
    Inputs,
    Sources,
    read_sources,
    refuse_fatal,
    remember_layouts,
)
from notecode.raw import RawNote
from notecode.store import notes as stored_notes
from notecode.store.connection import create_database

ALREADY = "already anonymised"
"""What stands for the settings of cases that were taken in as they are."""
AS_THEY_ARE = "taken in as already anonymised"
"""What such a run is called in the record."""


def check_import(project: Project, inputs: Inputs) -> Sources:
    """Read everything and store nothing.

    Raises:
        InputError: if a file cannot be read as a table at all.

    """
    return read_sources(project, inputs)


def import_anonymised(project: Project, inputs: Inputs) -> Sources:
    """Store notes as they are, because they hold no identifier any more.

    They are searched first: for what is written like a British identifier, and for the names and
    numbers of the people file, if there is one.

    Raises:
        InputError: if the files have problems; nothing was stored.
        LeakError: if an identifier stands in a note or a case value; nothing was stored.

    """
    sources = read_sources(project, inputs, tagged=True)
    refuse_fatal(sources)
    refuse_identifying_values(sources)
    texts = [(note.id, _all_text(note)) for notes in sources.notes.values() for note in notes]
    leaks = find_leaks(texts, sources.rosters.values(), uk_patterns=True)
    if leaks:
        ids = sorted({leak.id for leak in leaks})
        types = ", ".join(sorted({leak.type for leak in leaks}))
        raise LeakError(
            f"{len(ids)} notes hold what looks like an identifier ({types}); nothing was stored",
            where=f"notes {', '.join(ids[:10])}{' …' if len(ids) > 10 else ''}",
            hint="These notes are not anonymised: use `notecode anonymise`.",
        )
    given = begin_run(project, sources, AS_THEY_ARE)
    create_database(project.database_path)
    with project.database() as db:
        keep_apart(db, synthetic=False)
        remember_layouts(project, sources)
        for case_id, notes in sources.notes.items():
            stored_notes.save_anonymised_case(
                db,
                sources.cases[case_id],
                [stored_notes.StoredNote(note=_as_it_is(note)) for note in notes],
                [value for value in sources.values if value.case_id == case_id],
                settings=ALREADY,
                now=now(),
            )
        keep_run(db, given, done=len(sources.notes))
    return sources


def _all_text(note: RawNote) -> str:
    return "\n".join((note.text, note.contact_type, note.author_role, note.id, note.case_id))


def _as_it_is(note: RawNote) -> Note:
    return Note(
        id=note.id,
        case_id=note.case_id,
        text=note.text,
        date=note.date,
        contact_type=note.contact_type,
        author_role=note.author_role,
    )
