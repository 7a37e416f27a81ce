"""``notecode review``: a person looks at what was masked, and decides."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.inputs import optional_input_options
from notecode.cli.opening_vault import vault_to_write
from notecode.cli.output import counted, json_option, print_json, project_option
from notecode.cli.passphrase import PassphraseSource, passphrase_options
from notecode.errors import ReviewError, UsageError

if TYPE_CHECKING:
    from notecode.project import Project
    from notecode.project.reviewing.decision_file import FileApplied
    from notecode.project.reviewing.reviewer import Reviewer
    from notecode.project.reviewing.to_review import Left

_SHOWN = 40
"""Notes that are listed before the rest is counted."""


@click.command("review")
@optional_input_options
@click.option(
    "--reviewer", default="", metavar="NAME", help="Who reviews (default: the settings')."
)
@click.option("--list", "listing", is_flag=True, help="Print what is left, by note, without text.")
@click.option(
    "--apply",
    "decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Apply the decisions of a JSON-lines file instead of opening the screen.",
)
@passphrase_options
@json_option
@project_option
def command(
    *,
    exports: tuple[Path, ...],
    people: Path | None,
    cases: Path | None,
    columns: tuple[str, ...],
    reviewer: str,
    listing: bool,
    decisions: Path | None,
    source: PassphraseSource,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Look at each note beside its original; mask what was missed, let stand what is no name.

    The originals come from EXPORT given again or from the project's vault, and stay in memory. Each
    decision is applied at once; the coders' references go with the text. Press ? for the keys.

    With --apply, each line of FILE is one decision, at a place of the stored text as --list --json
    prints them: mask, unmask, retype, person, dismiss, reviewed, unreviewed or sign off.

    \b
      {"note": "N1", "action": "mask", "start": 10, "end": 13, "type": "PERSON"}
      {"note": "N1", "action": "person", "start": 0, "end": 4, "person": "new"}
      {"case": "C1", "action": "sign off"}

    "everywhere": true holds for the whole case; "person" is a tag, or "new" ("new 1" in several
    lines: one person). A name of the people file is let stand only with "deliberate": true. With
    a line that cannot be read nothing is done, with a refused decision nothing on its case.

    \b
    Examples:
      notecode review notes.csv --people people.csv
      notecode review --list --json
      notecode review notes.csv --people people.csv --apply decisions.jsonl
    """
    from notecode.project.reading import Inputs
    from notecode.project.reviewing.start import open_review

    found = source.project(directory)
    if listing:
        _list(found, as_json=as_json)
        return
    if decisions is None:
        _need_terminal()
    given = Inputs(exports=exports, people=people, cases=cases, columns=columns)
    with vault_to_write(found, source, wanted=False) as (project, vault):
        session = open_review(project, given if exports else None, vault, name=reviewer)
        _warn_of_new_numbers(project, ask=decisions is None)
        code = _apply(session, decisions, as_json=as_json) if decisions else _open(project, session)
    sys.exit(code)


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the review needs a terminal", hint="Take --list or --apply in a pipe.")


def _warn_of_new_numbers(project: "Project", *, ask: bool) -> None:
    """Say that a decision will number tags anew where the linking key is gone."""
    from notecode.project.anonymising.linking_key import cases_without_link

    cases = cases_without_link(project)
    if not cases:
        return
    click.echo(
        f"The linking key of {counted(len(cases), 'case')} is gone (destroyed with the vault, or"
        " lost): the first\ndecision in such a case numbers its tags anew in all of its notes;"
        " [SU] and [VS] stay.",
        err=True,
    )
    if ask:
        click.confirm("Go on?", default=True, abort=True, err=True)


def _open(project: "Project", session: "Reviewer") -> int:
    """Run the screen; its exit code."""
    from notecode.project.reviewing.notes import ReviewNotes
    from notecode.tui.review.app import run_review

    with ReviewNotes(project, session) as notes:
        code = run_review(notes, session, project)
    session.forget_replaced_texts()
    return code


def _apply(session: "Reviewer", decisions: Path, *, as_json: bool) -> int:
    from notecode.project.reviewing.decision_file import apply_file

    _show(apply_file(session, decisions), as_json=as_json)
    return 0


def _show(done: "FileApplied", *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "decisions": done.decisions,
                "notes_marked": done.notes_marked,
                "cases_signed_off": done.cases_signed_off,
                "refused": list(done.refused),
            }
        )
    else:
        click.echo(
            f"{counted(done.decisions, 'decision')} applied, {counted(done.notes_marked, 'note')}"
            f" marked, {counted(done.cases_signed_off, 'case')} signed off"
        )
    if done.refused:
        raise ReviewError(
            f"{counted(len(done.refused), 'refusal')}; what is not named was done",
            hint="\n  ".join(done.refused[:_SHOWN]),
        )


def _list(project: "Project", *, as_json: bool) -> None:
    from notecode.project.reviewing.to_review import what_is_left

    progress, left = what_is_left(project)
    if as_json:
        print_json(
            {
                "notes": progress.notes,
                "reviewed": progress.reviewed,
                "flags": progress.flags,
                "cases": progress.cases,
                "signed_off": progress.signed_off,
                "left": [_as_data(item) for item in left],
            }
        )
        return
    click.echo(
        f"{progress.reviewed} of {counted(progress.notes, 'note')} reviewed,"
        f" {counted(progress.flags, 'flag')} left,"
        f" {progress.signed_off} of {counted(progress.cases, 'case')} signed off"
    )
    for item in left[:_SHOWN]:
        reasons = "; ".join(item.why) or "not reviewed"
        click.echo(f"  {item.row.case_id}  {item.row.note_id}  {reasons}")
    if len(left) > _SHOWN:
        click.echo(f"  … and {len(left) - _SHOWN} more notes (--json prints all)")


def _as_data(item: "Left") -> dict[str, object]:
    return {
        "note": item.row.note_id,
        "case": item.row.case_id,
        "state": item.row.state,
        "risk": item.risk,
        "why": list(item.why),
        "digest": item.row.digest[:16],
        "flags": [
            {"start": start, "end": end, "reason": reason} for start, end, reason in item.places
        ],
    }
