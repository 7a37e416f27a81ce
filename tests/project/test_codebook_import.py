"""A table of the codebook edited elsewhere and taken in: each edit is made or refused."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import living_study
import pytest

from notecode.codebook import parse_codebook
from notecode.errors import CodebookError, InputError, NotecodeError
from notecode.model import Codebook
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook import exchange
from notecode.project.codebook.changes import Author
from notecode.project.project import current_codebook

BOOK = f"""\
{living_study.CODES}agencies:
  - id: police
    label: Police
    definition: The police.
    key: p
    aliases:
      # the force
      - police
      - {{text: Safe Futures, sites: ["Kent, Medway"]}}
    roles: [PC]
  - id: housing
    label: Housing
    definition: Landlords.
    key: h
    aliases: [housing]
"""
WHO = Author(name="lead", why="agreed in the workshop")


@pytest.fixture
def edited(study: Project, tmp_path: Path) -> Callable[..., exchange.Imported]:
    """Export the codebook, change cells, given as (id, column, value), and import it."""

    def take_in(*cells: tuple[str, str, str], without: str = "") -> exchange.Imported:
        path = tmp_path / "table.csv"
        exchange.export_codebook(study, path, unsearched=True)
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        for id_, column, value in cells:
            next(row for row in rows if row["id"] == id_)[column] = value
        columns = [name for name in rows[0] if name != without]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return exchange.import_codebook(study, path, WHO)

    return take_in


def book_of(study: Project) -> Codebook:
    book, _ = parse_codebook(study.codebook_path.read_text(encoding="utf-8"), "codebook.yaml")
    assert book is not None
    return book


EDITS = [
    ("police", "aliases", 'police | old bill | Safe Futures (sites: "Kent, Medway")'),
    ("police", "aliases", "police"),
    ("police", "aliases", ""),
    ("police", "roles", "PC | SGT"),
    ("police", "roles", ""),
    ("police", "key", "x"),
    ("police", "status", "retired"),
    ("chat", "label", "Gossip"),
    ("chat", "definition", ""),
    ("chat", "definition", "Few words."),
    ("chat", "example", ""),
    ("chat", "parent", ""),
    ("chat", "parent", "Ringing"),
    ("chat", "key", "z"),
    ("chat", "key", ""),
    ("chat", "colour", "#56B4E9"),
    ("chat", "origin", "emergent"),
    ("chat", "status", "retired"),
    ("chat", "split_into", "talk | ring"),
    ("chat", "formerly", "gossip"),
]


@pytest.mark.parametrize(("id_", "column", "value"), EDITS)
def test_each_edit_of_a_cell_is_made(
    study: Project, edited: Callable[..., exchange.Imported], id_: str, column: str, value: str
) -> None:
    done = edited((id_, column, value))
    assert [(d.id, [c.field for c in d.fields]) for d in done.differences] == [(id_, [column])]
    again = edited()
    assert (again.differences, again.changed) == ((), None)
    living.undo(study, WHO)
    assert study.codebook_path.read_text(encoding="utf-8") == BOOK


def test_many_edits_of_one_table_are_made_at_once(
    study: Project, edited: Callable[..., exchange.Imported]
) -> None:
    edited(
        ("chat", "status", "retired"), ("chat", "merged_into", "ring"), ("chat", "key", ""),
        ("ring", "key", "c"), ("talk", "key", "r"), ("police", "key", "h"),
        ("housing", "key", "p"), ("police", "aliases", "housing"), ("housing", "aliases", "police"),
    )  # fmt: skip
    book = book_of(study)
    assert [code.key for code in book.codes] == ["r", "", "c"]
    assert book.code_by_id["chat"].merged_into == "ring"
    assert [agency.key for agency in book.agencies] == ["h", "p"]
    assert [agency.aliases[0].text for agency in book.agencies] == ["housing", "police"]


REFUSED: list[tuple[tuple[str, str, str], type[NotecodeError], str]] = [
    (("chat", "key", "t"), CodebookError, "key 't'"),
    (("chat", "key", "tt"), CodebookError, "key 'tt'"),
    (("chat", "merged_into", "ring"), CodebookError, "merged and still in use"),
    (("chat", "merged_into", "nobody"), CodebookError, "no code 'nobody'"),
    (("chat", "label", "RINGING"), CodebookError, "the label 'Ringing'"),
    (("chat", "label", ""), InputError, "no label"),
    (("chat", "status", "gone"), InputError, "status is 'gone'"),
    (("police", "status", "gone"), InputError, "status is 'gone'"),
    (("chat", "id", "talk"), InputError, "the id 'talk' stands twice"),
    (("police", "roles", "pc"), CodebookError, "role 'pc'"),
    (("police", "aliases", "housing"), CodebookError, "stands for both"),
    (("chat", "id", "gossip"), CodebookError, "the label 'Chatting'"),
]


@pytest.mark.parametrize(("cell", "error", "message"), REFUSED)
def test_what_cannot_be_made_is_refused_whole(
    study: Project,
    edited: Callable[..., exchange.Imported],
    cell: tuple[str, str, str],
    error: type[NotecodeError],
    message: str,
) -> None:
    with pytest.raises(error) as caught:
        edited(cell, ("ring", "definition", "Also this."))
    assert message in str(caught.value)
    assert study.codebook_path.read_text(encoding="utf-8") == BOOK


def test_without_ids_a_label_names_its_code_and_empty_cells_change_nothing(
    study: Project, edited: Callable[..., exchange.Imported]
) -> None:
    done = edited(("ring", "definition", ""), ("chat", "definition", "Few."), without="id")
    assert [(d.id, [c.field for c in d.fields]) for d in done.differences] == [
        ("chat", ["definition"])
    ]
    assert done.unsaid > 0


def test_without_ids_no_other_code_of_that_label_is_written_over(
    study: Project, edited: Callable[..., exchange.Imported]
) -> None:
    text = BOOK.replace("label: Ringing", "label: talking")
    study.codebook_path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        edited(without="id")
    assert "'Talking' is the label of talk and ring" in str(caught.value)
    assert study.codebook_path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("form", ["csv", "xlsx", "qdc"])
def test_a_site_with_a_comma_comes_back(study: Project, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"out.{form}"
    exchange.export_codebook(study, path, unsearched=True)
    made = exchange.convert_codebook(path, tmp_path / "own.yaml", "Own")
    assert made.agencies == book_of(study).agencies


def test_a_merger_of_agencies_in_the_table_is_one(
    study: Project, edited: Callable[..., exchange.Imported]
) -> None:
    edited(("housing", "status", "retired"), ("housing", "merged_into", "police"))
    book = current_codebook(study)
    assert (book.agency_by_id["housing"].status, book.agency_by_id["housing"].merged_into) == (
        "retired", "police",
    )  # fmt: skip
    living.undo(study, WHO)
    assert study.codebook_path.read_text(encoding="utf-8") == BOOK
