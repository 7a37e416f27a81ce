"""The record of anonymising, from the store to a file for the ethics committee."""

from collections import Counter
from pathlib import Path

from notecode import __version__
from notecode.errors import ProjectError
from notecode.exporting.anonymisation_record import (
    AnonymisationRecord,
    RecordedCase,
    Reviewer,
    record_artefacts,
)
from notecode.exporting.placing import telling_what_stays
from notecode.exporting.writing import write_all
from notecode.project.anonymising.linking_key import (
    KEY_DESTROYED,
    KEY_MADE,
    linking_key_path,
)
from notecode.project.anonymising.run_settings import kept_settings
from notecode.project.anonymising.runs import kept_runs
from notecode.project.anonymising.vault_state import VAULT_DESTROYED, has_vault
from notecode.project.evaluating.anonymisation import recorded
from notecode.project.exporting.noting import EXPORTED
from notecode.project.gate import open_gate
from notecode.project.importing import ALREADY
from notecode.project.people_file import people_of_cases
from notecode.project.project import Project, now
from notecode.store import anonymisation_record as counted
from notecode.store import facts
from notecode.store.connection import Database


def write_record(project: Project, people: Path | None = None) -> tuple[Path, ...]:
    """Write the record into the exports directory: one file to read, one for programs.

    With the ``people`` file it is searched for everybody in it before it is written.

    Raises:
        ProjectError: if nothing was anonymised in this project.
        InputError: if the people file cannot be read, or names nobody of the cases.
        WriteError: if a file cannot be written; what was there before is unharmed.
        LeakError: if a case id or a reviewer looks like an identifier; nothing was written.

    """
    if not project.database_path.exists():
        raise ProjectError(
            "nothing was anonymised in this project yet",
            where=str(project.directory),
            hint="Run `notecode anonymise EXPORT --people PEOPLE` first.",
        )
    record = anonymisation_record(project)
    with project.database() as db:
        rosters = people_of_cases(project, people, db)
        gate = open_gate(db, rosters, None, (), named=_workers(record))
    with telling_what_stays(project.exports):
        return write_all(project.exports, record_artefacts(record), gate, owner_only=True)


def _workers(record: AnonymisationRecord) -> list[str]:
    """Whom the record names: who ran, reviewed, signed off, recorded, and drew samples."""
    named = [each.reviewer for each in record.reviewers]
    named += [run["by"] for run in record.runs]
    named += [case.signed_off_by for case in record.cases]
    measured = record.measured or {}
    named.append(str(measured.get("recorded_by", "")))
    named += [str((each["drawn"] or {}).get("by", "")) for each in measured.get("samples", ())]
    return [name for name in dict.fromkeys(named) if name]


def anonymisation_record(project: Project) -> AnonymisationRecord:
    """Everything that the record says."""
    measured = recorded(project)
    with project.database() as db:
        cases = _cases(db)
        kept = kept_settings(db)
        used = Counter(case.settings for case in counted.case_counts(db))
        return AnonymisationRecord(
            project=project.settings.title or project.directory.name,
            made_at=now(),
            version=__version__,
            synthetic=facts.load_fact(db, facts.SYNTHETIC) == "yes",
            settings=tuple(
                (kept.get(digest, {}), n) for digest, n in sorted(used.items()) if digest != ALREADY
            ),
            as_they_are=used[ALREADY],
            runs=kept_runs(db),
            exports=tuple(facts.logged(db, EXPORTED)),
            cases=cases,
            recognisers=dict(counted.masks_by_recogniser(db)),
            reviewers=tuple(
                Reviewer(
                    reviewer=each.reviewer,
                    notes=each.notes,
                    decisions=each.decisions,
                    first=each.first,
                    last=each.last,
                )
                for each in counted.reviewer_counts(db)
            ),
            originals=_originals(project, facts.last_event(db, VAULT_DESTROYED)),
            linking_key=_linking_key(project) + _former_keys(db),
            measured=measured,
        )


def _cases(db: Database) -> tuple[RecordedCase, ...]:
    masks: dict[str, dict[str, int]] = {}
    for case_id, kind, number in counted.masks_by_case(db):
        masks.setdefault(case_id, {})[kind] = number
    return tuple(
        RecordedCase(
            case_id=each.case_id,
            finished=each.finished,
            notes=each.notes,
            words=each.words,
            masks=masks.get(each.case_id, {}),
            flags=each.flags,
            reviewed=each.reviewed,
            signed_off_by=each.signed_off_by,
            signed_off_at=each.signed_off_at,
            changed_since_sign_off=each.changed_since_sign_off,
        )
        for each in counted.case_counts(db)
    )


def _originals(project: Project, destroyed: str) -> str:
    if has_vault(project):
        return "kept in the project's vault, encrypted under a passphrase"
    if destroyed:
        day = destroyed[:10]
        return (
            f"kept in a vault until {day}, destroyed on {day}; the export itself is in the study's"
            " own care"
        )
    return "not kept by notecode; the export itself is in the study's own care"


def _linking_key(project: Project) -> str:
    if has_vault(project):
        return "kept in the vault: whoever opens it can link later exports"
    if linking_key_path(project).exists():
        return "kept in a file beside the database, for later exports; to be destroyed after them"
    return "destroyed, or never made: tags cannot be linked to people any more"


def _former_keys(db: Database) -> str:
    """What the record says of linking keys before the present one; "" if there was none."""
    made = facts.last_event(db, KEY_MADE)
    destroyed = max(facts.last_event(db, event) for event in (VAULT_DESTROYED, KEY_DESTROYED))
    if made >= destroyed and made:
        before = f"; it was destroyed on {destroyed[:10]}" if destroyed else ""
        return f" (made on {made[:10]} in the place of an earlier one{before})"
    return f" (destroyed on {destroyed[:10]})" if destroyed else ""
