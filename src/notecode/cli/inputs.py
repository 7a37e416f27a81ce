"""The options that say which files a study gives."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_FILE = click.Path(dir_okay=False, path_type=Path)


def input_options(function: F) -> F:
    """Add EXPORT…, ``--people``, ``--cases`` and ``--column``."""
    return _with_inputs(function, required=True)


def optional_input_options(function: F) -> F:
    """The same, where the command has something to do without files too."""
    return _with_inputs(function, required=False)


def _with_inputs(function: F, *, required: bool) -> F:
    for add in (
        click.option(
            "--column",
            "columns",
            multiple=True,
            metavar="[KIND.]FIELD=HEADER",
            help="Which column is what, where the proposal is wrong: text=Recording for the"
            " notes, people.role=Part or cases.site=Area for the other files. May be repeated.",
        ),
        click.option("--cases", type=_FILE, help="The case file: attributes and assessments."),
        click.option("--people", type=_FILE, help="The people file: who is who in each case."),
        click.argument(
            "exports",
            nargs=-1,
            required=required,
            type=_FILE,
            metavar="EXPORT..." if required else "[EXPORT...]",
        ),
    ):
        function = add(function)
    return function
