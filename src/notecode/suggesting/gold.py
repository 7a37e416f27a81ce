"""Hand-coded notes to measure suggestions by: one JSON object a line, spans in code points."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notecode.errors import InputError, Problem
from notecode.model import Note, Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with its label (a code, an agency or a reason), and the agencies of a reference."""

    span: Span
    label: str
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldNote:
    """A note as a person coded it.

    ``mentions`` is None where nobody marked mentions. ``neutral`` and ``neutral_references`` are
    contested and never scored; ``look_alikes`` have the reason why they are no mention.
    """

    note: Note
    site: str
    mentions: tuple[Labelled, ...] | None
    references: tuple[Labelled, ...]
    look_alikes: tuple[Labelled, ...] = ()
    neutral: tuple[Span, ...] = ()
    neutral_references: tuple[Labelled, ...] = ()


def read_coded_notes(path: Path) -> tuple[GoldNote, ...]:
    """The notes of a gold file.

    Raises:
        InputError: if the file is missing or has problems, all of them with their lines.

    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "the file of coded notes cannot be read",
            where=str(path),
            hint=f"It is no UTF-8 text, or not there ({type(error).__name__}).",
        ) from None
    notes: list[GoldNote] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            notes.append(_note(json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            kind = f"no {error}" if isinstance(error, KeyError) else type(error).__name__
            problems.append(
                Problem(
                    file=path.name,
                    line=number,
                    message=f"not a coded note: {kind}",
                    hint="a line needs id, case_id, text, references; a span start < end",
                )
            )
    if not notes and not problems:
        problems.append(Problem(file=path.name, message="no notes", hint="name another file"))
    if problems:
        raise InputError(
            "the file of coded notes has problems",
            where=str(path),
            problems=tuple(problems),
            hint="Mend these lines and try again.",
        )
    return tuple(notes)


def _note(data: dict[str, Any]) -> GoldNote:
    text = data["text"]
    mentions = data.get("mentions")
    return GoldNote(
        note=Note(
            id=str(data["id"]),
            case_id=str(data["case_id"]),
            text=text,
            contact_type=data.get("contact_type") or "",
            author_role=data.get("author_role") or "",
        ),
        site=data.get("site") or "",
        mentions=None if mentions is None else _labelled(mentions, "agency", text),
        references=_labelled(data["references"], "activity", text),
        look_alikes=_labelled(data.get("non_mentions", ()), "reason", text),
        neutral=tuple(_span(each, text) for each in data.get("neutral", ())),
        neutral_references=_labelled(data.get("neutral_references", ()), "activity", text),
    )


def _labelled(entries: Iterable[dict[str, Any]], label: str, text: str) -> tuple[Labelled, ...]:
    return tuple(
        Labelled(_span(each, text), str(each[label]), tuple(each.get("agencies", ())))
        for each in entries
    )


def _span(data: dict[str, Any], text: str) -> Span:
    span = Span(data["start"], data["end"])
    if span.end > len(text):
        raise ValueError("a span ends behind the text")
    return span
