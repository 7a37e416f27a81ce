"""Checking a codebook without changing anything: the file, and what coding it leaves open."""

from collections import Counter
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from notecode.codebook import agency_heirs, heirs, parse_codebook, read_codebook
from notecode.codebook.nodes import ids_in
from notecode.errors import Problem
from notecode.model import Codebook
from notecode.project.project import Project
from notecode.store import codebooks, reconsidering
from notecode.store.agency_heirs import given_totals
from notecode.store.kinds import kinds_of_notes
from notecode.suggesting.examples import failed_examples

_KNOWN = 8
"""Values that a hint names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What coding leaves open under a codebook.

    ``vanished`` counts the references of each code that is in the file no more,
    ``vanished_agencies`` those of each agency; ``waiting`` counts the references that are to be
    looked at again, by code.
    """

    vanished: dict[str, int] = field(default_factory=dict)
    vanished_agencies: dict[str, int] = field(default_factory=dict)
    waiting: dict[str, int] = field(default_factory=dict)


def check_codebook(path: Path) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """The codebook, or None, and every problem and warning.

    Raises:
        CodebookError: if the file cannot be read at all.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return read_codebook(path), ()
    book, problems = parse_codebook(text, path.name)
    if book is None:
        return None, problems
    return book, (*problems, *_examples_that_fail(book, text, path.name))


def silencing(book: Codebook) -> dict[str, tuple[int, int]]:
    """Of each code that a rule's ``least`` points hold back: the points, and its other rules.

    Where a sentence has fewer, none of them suggests the code, whatever they find.
    """
    rules_of = Counter(rule.code for rule in book.rules)
    least = {rule.code: rule.least for rule in book.rules if rule.least is not None}
    return {code: (points, rules_of[code] - 1) for code, points in least.items()}


def _examples_that_fail(book: Codebook, text: str, file: str) -> list[Problem]:
    """A warning for each example beside a rule that is not suggested for, or is, as it says."""
    lines = text.split("\n")
    found = []
    in_use = {rule.id for rule in book.rules if book.code_by_id[rule.code].status == "active"}
    for each in failed_examples(book):
        if each.rule not in in_use:
            continue  # it suggests nothing, which is told of the rule
        line = next((n for n, have in enumerate(lines, 1) if each.example in have), None)
        what = "is not suggested for" if each.wanted else "is suggested for by this rule"
        found.append(
            Problem(
                file=file,
                line=line,
                message=f"rule {each.rule!r}: the example {each.example!r} {what}",
                hint="change the rule, or the example",
                fatal=False,
            )
        )
    return found


def never_met(project: Project, book: Codebook) -> tuple[Problem, ...]:
    """A warning for each contact type, author role and site that no note of the project has."""
    if not project.database_path.is_file():
        return ()
    with project.database() as db:
        kinds = kinds_of_notes(db)
    lines = project.codebook_path.read_text(encoding="utf-8").split("\n")
    asked: dict[tuple[str, str], list[str]] = {}
    for rule in book.rules:
        for kind, values in (("contact type", rule.contact_types), ("author role", rule.roles)):
            for value in values:
                asked.setdefault((kind, value), []).append(f"rule {rule.id!r}")
    for agency in book.agencies:
        for site in (site for alias in agency.aliases for site in alias.sites):
            asked.setdefault(("site", site), []).append(f"agency {agency.id!r}")
    found = []
    for (kind, value), who in asked.items():
        if kinds[kind] and value not in kinds[kind]:
            near = get_close_matches(value, kinds[kind], n=1)
            known = ", ".join(sorted(kinds[kind])[:_KNOWN])
            found.append(
                Problem(
                    file=project.codebook_path.name,
                    line=next((n for n, text in enumerate(lines, 1) if value in text), None),
                    message=f"no note has the {kind} {value!r}: {', '.join(dict.fromkeys(who))}",
                    hint=f"did you mean {near[0]!r}?" if near else f"there are: {known}",
                    fatal=False,
                )
            )
    return tuple(found)


def lost_entries(project: Project, path: Path) -> dict[str, int]:
    """What a file that cannot be used has no more: codes and agencies, with their references."""
    text = path.read_text(encoding="utf-8", errors="replace")
    codes, agencies = ids_in(text, "codes"), ids_in(text, "agencies")
    if not codes or not project.database_path.is_file():
        return {}
    with project.database() as db:
        lost = {
            id_: codebooks.references_of(db, id_) for id_ in set(codebooks.codes_in_use(db)) - codes
        }
        for id_ in set(codebooks.agencies_in_use(db)) - agencies:
            lost[f"agency {id_}"] = codebooks.references_with(db, id_)
        return {id_: number for id_, number in sorted(lost.items()) if number}


def left_open(project: Project, book: Codebook) -> Open:
    """What the project's references leave open under a codebook; nothing without any notes."""
    if not project.database_path.is_file():
        return Open()
    with project.database() as db:
        chain, agency_chain = heirs(book), agency_heirs(book)
        vanished = {
            code: number
            for code, number in codebooks.codes_as_coded(db).items()
            if chain.get(code, code) not in book.code_by_id
        }
        waiting: dict[str, int] = {}
        for (code, reason), number in reconsidering.count_waiting(db, book).items():
            if reason != "gone":
                waiting[code] = waiting.get(code, 0) + number
        return Open(
            vanished=vanished,
            vanished_agencies={
                agency: number
                for agency, number in given_totals(db).items()
                if agency_chain.get(agency, agency) not in book.agency_by_id
            },
            waiting=waiting,
        )
