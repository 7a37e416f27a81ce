"""The small codebook of the tests that change it, and what stands coded under it."""

from notecode.model import Reference, Span
from notecode.project import Project
from notecode.project.codebook.changes import Author
from notecode.project.coding.session import open_coding
from notecode.store.reference_rows import select_references

CODES = """\
title: Small
codes:
  # What is said.
  - id: talk
    label: Talking
    definition: Words pass.
    key: t
  - id: chat
    label: Chatting
    definition: Light words.
    example: Of the weather.
    key: c
    parent: talk
  - id: ring
    label: Ringing
    definition: By telephone.
    key: r
"""
BOOK = f"""\
{CODES}agencies:
  - {{id: police, label: Police, definition: The police., key: p}}
  - {{id: housing, label: Housing, definition: Landlords., key: h}}
"""
WHO = Author(name="lead", why="to see")


def text_of(project: Project) -> str:
    """The codebook's file."""
    return project.codebook_path.read_text(encoding="utf-8")


def references(project: Project) -> list[Reference]:
    """Everybody's references as they count, by id."""
    with project.database() as db:
        return select_references(db, "ORDER BY r.id", ())


def code_as(project: Project, coder: str, *coded: tuple[str, int, int, str]) -> None:
    """Code these spans: note, start, end, code."""
    with open_coding(project, coder) as session:
        for note, start, end, code in coded:
            session.code_span(note, Span(start, end), code)
