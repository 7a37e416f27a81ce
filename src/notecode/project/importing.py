"""Looking at an export before anything is stored, and taking in notes that need no masking."""

from notecode.anonymising.leak_check import find_leaks
from notecode.errors import LeakError
from notecode.model import Note
from notecode.project.anonymising import keep_apart
from notecode.project.project import Project, now
from notecode.project.reading import Inputs, Sources, read_sources, refuse_fatal, remember_layouts
from notecode.raw import RawNote
from notecode.store import notes as stored_notes
from notecode.store.connection import create_database

ALREADY = "already anonymised"


def check_import(project: Project, inputs: Inputs) -> Sources:
    """Read everything and store nothing.

    Raises:
        InputError: if a file cannot be read as a table at all.

    """
    return read_sources(project, inputs)


def import_anonymised(project: Project, inputs: Inputs) -> Sources:
    """Store notes as they are, because they hold no identifier any more.

    With a people file, the notes are searched for its names first.

    Raises:
        InputError: if the files have problems; nothing was stored.
        LeakError: if a name of the people file stands in a note; nothing was stored.

    """
    sources = read_sources(project, inputs)
    refuse_fatal(sources)
    texts = ((note.id, _all_text(note)) for notes in sources.notes.values() for note in notes)
    leaks = find_leaks(texts, sources.rosters.values())
    if leaks:
        ids = sorted({leak.id for leak in leaks})
        raise LeakError(
            f"{len(ids)} notes hold a name or number of the people file; nothing was stored",
            where=f"notes {', '.join(ids[:10])}{' …' if len(ids) > 10 else ''}",
            hint="These notes are not anonymised: use `notecode anonymise`.",
        )
    create_database(project.database_path)
    moment = now()
    with project.database() as db:
        keep_apart(db, synthetic=False)
        for case_id, notes in sources.notes.items():
            plain = [stored_notes.StoredNote(note=_as_it_is(note)) for note in notes]
            stored_notes.save_anonymised_case(
                db, sources.cases[case_id], plain, settings=ALREADY, now=moment
            )
        stored_notes.save_cases(db, sources.cases.values(), sources.values)
    remember_layouts(project, sources)
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
