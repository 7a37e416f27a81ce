"""The people file beside what is to be written or typed: whom it is searched for."""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from notecode.errors import InputError, Problem
from notecode.importing import read_people
from notecode.project.project import Project
from notecode.raw import Person, Roster
from notecode.store.connection import Database
from notecode.store.notes import load_cases

_BY_OPTION = re.compile(r"--column .*?, or in notecode\.toml")
"""The way of naming a column that only the commands that import have."""
_IN_SETTINGS = (
    "Give the people file that the notes were imported with; which of its columns is what can be"
    ' said in notecode.toml: [layout.people] case = "Header"'
)


def people_of_cases(project: Project, people: Path | None, db: Database) -> tuple[Roster, ...]:
    """``people_to_find`` for the cases that are stored.

    Raises:
        InputError: as there.

    """
    return people_to_find(project, people, [case.id for case in load_cases(db)])


def people_to_find(
    project: Project, people: Path | None, case_ids: Collection[str] = ()
) -> tuple[Roster, ...]:
    """Everybody in the people file, read as it was when the notes were imported.

    A file in which nobody of ``case_ids``, if there are any, is named is no search at all. Without
    a file there is nobody.

    Raises:
        InputError: if the file cannot be read, has problems for which an import is refused, or
            names nobody of these cases.

    """
    if people is None:
        return ()
    try:
        found = read_people(people, remembered=project.settings.layouts.get("people"))
    except InputError as error:
        raise InputError(
            error.what,
            problems=[_without_option(each) for each in error.problems],
            where=error.where,
            hint=_IN_SETTINGS if "--column" in error.hint else error.hint,
        ) from error
    fatal = [_without_option(problem) for problem in found.problems if problem.fatal]
    if fatal:
        plural = "s" if len(fatal) > 1 else ""
        raise InputError(
            f"{len(fatal)} problem{plural} in the people file; nothing was written",
            problems=fatal,
            hint="Give the people file that the notes were imported with.",
        )
    named = {roster.case_id for roster in found.rosters.values() if any(map(_named, roster.people))}
    if not named or (case_ids and named.isdisjoint(case_ids)):
        whom = "nobody of the cases here" if named else "nobody"
        raise InputError(
            f"the people file names {whom}, so there is nobody to search for; nothing was written",
            where=people.name,
            hint="Give the people file that the notes were imported with.",
        )
    return tuple(found.rosters.values())


def _named(person: Person) -> bool:
    """Whether there is anything by which the person could be found."""
    names = (person.first_name, person.last_name, *person.known_as)
    return any((*names, *person.phones, *person.emails, *person.addresses, *person.identifiers))


def _without_option(problem: Problem) -> Problem:
    return replace(problem, hint=_BY_OPTION.sub("in notecode.toml", problem.hint))
