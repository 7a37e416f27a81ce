"""``notecode status``: what has been done, and what is next."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.output import counted, json_option, print_json, project_option, terminal_width

if TYPE_CHECKING:
    from notecode.project.anonymising.vault_state import VaultState
    from notecode.project.status import Status

_NAMES = 14
"""Cells before the second column."""

_ON = {
    "reference": "references",
    "note": "notes",
    "case": "cases",
    "code": "codes",
    "project": "the project",
}


@click.command("status")
@json_option
@project_option
def command(*, as_json: bool, directory: Path | None) -> None:
    """Say what has been done in the project and what comes next.

    \b
    Example:
      notecode status
    """
    from notecode.project import find_project
    from notecode.project.status import project_status

    status = project_status(find_project(directory))
    if as_json:
        print_json(
            {
                "title": status.title,
                "directory": status.directory,
                "synthetic": status.synthetic,
                "codebook": {"title": status.codebook.title, "digest": status.codebook.digest},
                "totals": asdict(status.totals) if status.totals else None,
                "review": asdict(status.review) if status.review else None,
                "replaced": status.masks,
                "coders": status.coders,
                "memos": status.memos,
                "vanished_codes": status.vanished_codes,
                "exports": status.exports,
                "vault": _vault(status.vault),
                "vault_destroyed": status.vault_destroyed or None,
                "set_aside": status.set_aside,
                "next": status.next_step,
            }
        )
        return
    _show(status)


def _vault(state: "VaultState | None") -> dict[str, object] | None:
    if state is None:
        return None
    return {"file": state.file, "size": state.size, "problem": state.problem}


def _show(status: "Status") -> None:
    totals = status.totals
    _say(f"{status.title}  ({status.directory})")
    if status.synthetic:
        _say("SYNTHETIC: the notes are the bundled sample's, all invented")
    book = status.codebook
    emergent = sum(code.origin == "emergent" for code in book.codes)
    _say(
        f"  codebook    {len(book.codes)} codes ({emergent} emergent), {len(book.agencies)}"
        f" agencies, {len(book.rules)} rules; {book.digest[:12]}"
    )
    if totals is None:
        _say("  notes       none yet")
    else:
        _say(
            f"  notes       {totals.notes:,} in {counted(totals.cases, 'case')};"
            f" {counted(totals.masks, 'identifier')} replaced,"
            f" {counted(totals.flags, 'place')} flagged"
        )
        if status.review is not None:
            _say(
                f"  reviewed    {counted(status.review.reviewed, 'note')};"
                f" {counted(status.review.signed_off, 'case')} signed off"
                + (
                    f", {status.review.no_longer_signed_off:,} no longer, since they have changed"
                    if status.review.no_longer_signed_off
                    else ""
                )
            )
        waiting = totals.notes_to_suggest
        _say(
            f"  suggested   {totals.suggestions:,} suggestions, {totals.mentions:,} mentions"
            + (f"; {counted(waiting, 'note')} not run under this codebook" if waiting else "")
        )
        for coder, number in status.coders.items():
            _say(f"  coded       {counted(number, 'reference')} by {coder}")
    _show_memos(status)
    _say(f"  exported    {counted(status.exports, 'file')} in exports/")
    _show_vault(status)
    for code, number in status.vanished_codes.items():
        _say(
            f"  warning: the code {code!r} has {counted(number, 'reference')}"
            " and is not in the codebook"
        )
    _say(f"Next: {status.next_step}")


def _show_vault(status: "Status") -> None:
    if status.set_aside:
        _say(f"  set aside   {status.set_aside:,} in corrected notes, to be decided again")
    if status.vault is None and status.vault_destroyed:
        _say(f"  vault       destroyed on {status.vault_destroyed[:10]}, kept until then")
    elif status.vault is None:
        _say("  vault       none: originals are not kept")
    else:
        problem = f"; {status.vault.problem}" if status.vault.problem else ""
        _say(f"  vault       {status.vault.file}, {status.vault.size:,} bytes{problem}")


def _show_memos(status: "Status") -> None:
    if status.memos:
        kinds = ", ".join(f"{number:,} on {_ON[kind]}" for kind, number in status.memos.items())
        _say(f"  memos       {sum(status.memos.values()):,}: {kinds}")


def _say(text: str) -> None:
    """Print a line; what does not fit the terminal goes on beneath its second column."""
    from notecode.text.layout import width_of, wrap

    if width_of(text) <= terminal_width():
        click.echo(text)
        return
    name, told = text[:_NAMES], text[_NAMES:]
    if not text.startswith("  ") or not name.endswith(" "):
        lead = text[: len(text) - len(text.lstrip())]
        lines = wrap(text, terminal_width() - len(lead), indent=2)
        click.echo("\n".join(lead + line for line in lines))
        return
    first, *rest = wrap(told, terminal_width() - _NAMES)
    click.echo("\n".join([name + first, *(" " * _NAMES + line for line in rest)]))
