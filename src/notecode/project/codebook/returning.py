"""Going back in the codebook's life, and forth again: undo, redo, a version that was frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from notecode.codebook import add_agency, add_code, agency_heirs, heirs, set_fields
from notecode.errors import CodebookError, ConflictError, UsageError
from notecode.model import Agency, Code, Codebook
from notecode.project.codebook.recording import (
    Author,
    Changed,
    codebook_database,
    event_of,
    fitted_agency,
    folded_label,
    held,
    record,
    sound_codebook,
)
from notecode.project.codebook.versions import stored_version
from notecode.project.project import Project, current_codebook
from notecode.store import codebook_events, codebooks, left_behind
from notecode.store.agency_heirs import given_totals
from notecode.store.connection import Database


def _as_read(project: Project, db: Database) -> Codebook:
    """The codebook as its file stands.

    Raises:
        CodebookError: if it has problems, saying how to go on without it.

    """
    try:
        return current_codebook(project, db, to_write=True)
    except CodebookError as error:
        last = codebooks.current_digest(db)[:12]
        raise CodebookError(
            error.what,
            problems=error.problems,
            where=error.where,
            hint="What was edited there by hand is in no version yet, so nothing can take it back."
            " Mend it; or write the version before it with `notecode codebook export last.yaml"
            f" --version {last} --unsearched`, and put that in its place.",
        ) from error


def undo(project: Project, author: Author) -> Changed:
    """Take the last change of the codebook back that stands: its file says what it said before.

    References that a coder changed since stay as that coder left them; ``left`` names them.

    Raises:
        UsageError: if there is none.
        ConflictError: if references would be left with a code that was not there before.

    """
    with codebook_database(project, author) as db, held(db, author):
        book = _as_read(project, db)
        last = codebook_events.last_done(db)
        if last is None:
            raise UsageError("there is no change of the codebook to take back")
        text = codebooks.stored_yaml(db, last.before)
        before = sound_codebook(text)
        _check_nobody_is_left(db, before, book)
        said = f"{last.action} of {last.at[:16]} taken back"
        if last.action == "freeze":
            said = f"the name {last.name!r} taken off the version {last.after[:12]}"
        event = replace(
            event_of(project, "undo", author, before=book.digest, after=before.digest),
            codes=last.codes,
            agencies=last.agencies,
            summary=said,
            state="logged",
        )
        steps = (replace(last, state="undone"),)
        done = record(project, db, (book, before), text, event, steps=steps, dry_run=author.dry_run)
        codes = _separated(heirs(book), heirs(before))
        agencies = _separated(agency_heirs(book), agency_heirs(before))
        left = left_behind.left(db, codes, last.at)
        return replace(done, left=left + left_behind.left_without(db, agencies, last.at))


def _separated(now: Mapping[str, str], then: Mapping[str, str]) -> list[str]:
    """The ids whose references were another's, and are that one's no longer."""
    return [id_ for id_ in now if then.get(id_) != now[id_]]


def redo(project: Project, author: Author) -> Changed:
    """Make the change again that was taken back last.

    Raises:
        UsageError: if none was, or the codebook was changed since.
        ConflictError: if references would be left with a code that is not there then.

    """
    with codebook_database(project, author) as db, held(db, author):
        book = _as_read(project, db)
        undone = codebook_events.last_undone(db)
        if undone is None or undone.before != book.digest:
            raise UsageError(
                "there is no change of the codebook to make again",
                hint="Only what `codebook undo` took back last, before anything else was changed.",
            )
        text = codebooks.stored_yaml(db, undone.after)
        after = sound_codebook(text)
        _check_nobody_is_left(db, after, book)
        event = replace(
            event_of(project, "redo", author, before=book.digest, after=after.digest),
            codes=undone.codes,
            agencies=undone.agencies,
            summary=f"{undone.action} of {undone.at[:16]} made again",
            state="logged",
        )
        steps = (replace(undone, state="done"),)
        return record(project, db, (book, after), text, event, steps=steps, dry_run=author.dry_run)


def _check_nobody_is_left(db: Database, after: Codebook, book: Codebook) -> None:
    """No reference has a code or agency that going there would take out of the codebook."""
    left = {
        id_: number
        for given, now, then in (
            (codebooks.codes_as_coded(db), book.codes, after.codes),
            (given_totals(db), book.agencies, after.agencies),
        )
        for id_, number in given.items()
        if id_ in [entry.id for entry in now] and id_ not in _ids(then)
    }
    if left:
        named = ", ".join(
            f"{id_} ({number} reference{'' if number == 1 else 's'})"
            for id_, number in left.items()
        )
        raise ConflictError(
            f"coded since with what was not there before: {named}",
            hint="Nothing was changed. Code these references otherwise first, or go back with"
            " `codebook thaw #NUMBER`, which keeps these codes and agencies.",
        )


def _ids(entries: Sequence[Code] | Sequence[Agency]) -> set[str]:
    """Every id that codes or agencies have or had."""
    return {id_ for entry in entries for id_ in (entry.id, *entry.formerly)}


def thaw(project: Project, version: str, author: Author) -> Changed:
    """Go on from an earlier version of the codebook; undo takes this back like any change.

    Codes and agencies that are not in it and have references stay, as they are now; one that is in
    it under another id has its references there.

    Raises:
        UsageError: if no such version is stored, or it is the present one.
        CodebookError: if what stays does not fit it.

    """
    with codebook_database(project, author) as db, held(db, author):
        book = _as_read(project, db)
        digest = stored_version(db, version)
        text = codebooks.stored_yaml(db, digest)
        earlier = sound_codebook(text)
        for id_ in codebooks.codes_as_coded(db):
            if id_ in book.code_by_id and id_ not in _ids(earlier.codes):
                text = _with_code(text, book.code_by_id[id_])
        for id_ in given_totals(db):
            if id_ in book.agency_by_id and id_ not in _ids(earlier.agencies):
                text = _with_agency(text, book.agency_by_id[id_])
        after = sound_codebook(text)
        if after.digest == book.digest:
            raise UsageError("the codebook is as this version was", hint="Nothing was changed.")
        event = event_of(project, "thaw", author, before=book.digest, after=after.digest)
        event = replace(event, summary=f"as it was in {version!r} ({digest[:12]})")
        return record(project, db, (book, after), text, event, dry_run=author.dry_run)


def _with_code(text: str, code: Code) -> str:
    """An earlier codebook's text with a code that came later, as it fits there."""
    book = sound_codebook(text)
    owner = next((known for known in code.formerly if known in book.code_by_id), "")
    if owner:
        former = (*book.code_by_id[owner].formerly, code.id)
        return set_fields(text, owner, {"formerly": former})
    known = set(book.code_by_id)
    labels = {folded_label(other.label) for other in book.codes}
    taken = {other.key for other in book.codes}
    fitted = replace(
        code,
        label=f"{code.label} ({code.id})" if folded_label(code.label) in labels else code.label,
        key="" if code.key in taken else code.key,
        parent=code.parent if code.parent in known else "",
        merged_into=code.merged_into if code.merged_into in known else "",
        split_into=tuple(each for each in code.split_into if each in known),
        formerly=tuple(each for each in code.formerly if each not in _ids(book.codes)),
    )
    return add_code(text, fitted)


def _with_agency(text: str, agency: Agency) -> str:
    """An earlier codebook's text with an agency that came later, as it fits there."""
    book = sound_codebook(text)
    owner = next((known for known in agency.formerly if known in book.agency_by_id), "")
    if owner:
        former = (*book.agency_by_id[owner].formerly, agency.id)
        return set_fields(text, owner, {"formerly": former}, section="agencies")
    labels = {folded_label(other.label) for other in book.agencies}
    taken = {other.key for other in book.agencies}
    fitted = replace(
        fitted_agency(agency, book),
        label=f"{agency.label} ({agency.id})"
        if folded_label(agency.label) in labels
        else agency.label,
        key="" if agency.key in taken else agency.key,
        merged_into=agency.merged_into if agency.merged_into in book.agency_by_id else "",
        formerly=tuple(each for each in agency.formerly if each not in _ids(book.agencies)),
    )
    return add_agency(text, fitted)
