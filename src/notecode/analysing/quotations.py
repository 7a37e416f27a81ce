"""Coded passages with the words around them, as rows and as they are read on a terminal."""

import re
from collections.abc import Sequence

from notecode.analysing.report import Column
from notecode.model import Codebook
from notecode.passages import Place, Quotation
from notecode.text.layout import one_line, wrap

OPENS, CLOSES = "»", "«"
"""What stands around the coded words where their context is shown."""

ORIGINS = {
    "hand": "by hand",
    "rule": "from a suggestion",
    "rule-changed": "from a suggestion, changed",
    "gold": "from a gold file",
}
_INDENT = "    "

PLACE_COLUMNS = (
    Column("case_id", "Case", "text", "the case"),
    Column("note_id", "Note", "text", "the note"),
    Column("site", "Site", "text", "the case's site", "none recorded"),
    Column(
        "month",
        "Month",
        "integer",
        "month of the intervention; 1 begins on the day the case starts",
        "the note's date or the case's start is unknown",
    ),
    Column("contact_type", "Contact", "text", "the note's contact type", "none recorded"),
    Column("author_role", "Author", "text", "the role of the note's author", "none recorded"),
)
COLUMNS = (
    Column("reference_id", "Reference", "text", "the reference's own id"),
    *PLACE_COLUMNS,
    Column("code", "Code", "text", "id of the activity code"),
    Column("code_label", "Code", "text", "its label"),
    Column("agencies", "Agencies", "text", 'ids of its agencies, joined by ";"', "none recorded"),
    Column("coder", "Coder", "text", "who coded it"),
    Column(
        "origin",
        "Origin",
        "text",
        '"hand", "rule" (an accepted suggestion, with its code and bounds), "rule-changed" (from a'
        ' suggestion, with another code or other bounds) or "gold"',
    ),
    Column("start", "From", "integer", "first code point of the passage in the note's text"),
    Column("end", "To", "integer", "the code point after its last"),
    Column("before", "Before", "text", "words of the note before the passage", "it starts there"),
    Column("quotation", "Quotation", "text", "the coded passage"),
    Column("after", "After", "text", "words of the note after the passage", "it ends there"),
)
DEFINITION = (
    "A reference is one coded passage of one note under one activity code; each stands here once."
)


def place_cells(place: Place) -> tuple[str | int | None, ...]:
    """The cells of ``PLACE_COLUMNS``."""
    head = (place.case_id, place.note_id, place.site or None, place.month)
    return (*head, place.contact_type or None, place.author_role or None)


def quotation_cells(quotation: Quotation, codebook: Codebook) -> tuple[str | int | None, ...]:
    """The cells of ``COLUMNS``."""
    return (
        quotation.reference_id,
        *place_cells(quotation.place),
        quotation.code,
        label_of(codebook, quotation.code),
        ";".join(quotation.agencies) or None,
        quotation.coder,
        quotation.origin,
        quotation.span.start,
        quotation.span.end,
        whole_words_before(quotation.before, cut=quotation.cut_before) or None,
        quotation.text,
        whole_words_after(quotation.after, cut=quotation.cut_after) or None,
    )


def label_of(codebook: Codebook, code: str) -> str:
    """A code's label; the id itself for one that is not in the codebook any more."""
    known = codebook.code_by_id.get(code)
    return known.label if known else code


def whole_words_before(text: str, *, cut: bool) -> str:
    """What stands before a passage, from the first whole word on."""
    if not cut:
        return text
    found = re.search(r"\s", text)
    return text[found.end() :] if found else text


def whole_words_after(text: str, *, cut: bool) -> str:
    """What stands behind a passage, up to the last whole word."""
    if not cut:
        return text
    if text[-1:].isspace():
        return text[:-1]
    # What stands behind the last blank, or all of it if there is none.
    rest = len(text.rsplit(None, 1)[-1]) if text else 0
    return text[: len(text) - rest - 1] if rest < len(text) else text


def draw_quotations(
    quotations: Sequence[Quotation], codebook: Codebook, width: int = 80
) -> list[str]:
    """Each passage under a line that says what it is and where it stands."""
    lines: list[str] = []
    for number, quotation in enumerate(quotations, 1):
        lines += [""] if lines else []
        lines += wrap(f"{number}. {_what(quotation, codebook)}", width, indent=len(_INDENT))
        lines += _indented(_where(quotation), width)
        lines += _indented(_passage(quotation), width)
    return lines


def _indented(text: str, width: int) -> list[str]:
    return [_INDENT + line for line in wrap(one_line(text), width - len(_INDENT))]


def _what(quotation: Quotation, codebook: Codebook) -> str:
    """The code, and the agencies if there are any."""
    named = [codebook.agency_by_id.get(agency) for agency in quotation.agencies]
    labels = [
        found.label if found else agency
        for found, agency in zip(named, quotation.agencies, strict=True)
    ]
    with_ = f" with {', '.join(labels)}" if labels else ""
    return one_line(label_of(codebook, quotation.code) + with_)


def _where(quotation: Quotation) -> str:
    origin = ORIGINS.get(quotation.origin, quotation.origin)
    return f"{place_line(quotation.place)}; {quotation.coder}, {origin}"


def place_line(place: Place) -> str:
    """Where a note stands, in one phrase: case, site, note, month, contact type."""
    month = "no month" if place.month is None else f"month {place.month}"
    parts = [f"case {place.case_id}", place.site, f"note {place.note_id}", month]
    return ", ".join(filter(None, (*parts, place.contact_type)))


def _passage(quotation: Quotation) -> str:
    """The passage between its marks, in its context."""
    before = whole_words_before(quotation.before, cut=quotation.cut_before)
    after = whole_words_after(quotation.after, cut=quotation.cut_after)
    dots_before = "… " if quotation.cut_before else ""
    dots_after = " …" if quotation.cut_after else ""
    return f"{dots_before}{before}{OPENS}{quotation.text}{CLOSES}{after}{dots_after}"
