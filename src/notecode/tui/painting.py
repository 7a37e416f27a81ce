"""How a row of a note is drawn: the margin with its stripes, then the text in its styles.

Every sign has a form without colour: a coded span is underlined (bold where two overlap) and has
its letter in the margin, a suggestion is italic with a "?" there, a mention of an agency is bold,
what was looked for is reversed and underlined with a "/", a bookmark has a "#" in the margin,
a doubtful place is reversed (within a reversed selection bold and not reversed) with a "!" there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from notecode.model import Reference, Span
from notecode.tui.colours import legible
from notecode.tui.page import Page
from notecode.tui.palettes import DARK, WITHOUT_COLOUR, Palette

LANES = 4
"""Stripes side by side; a row with more shows "+" in the last lane."""

MARGIN = LANES + 3
"""Cells left of the text: the lanes, the signs of suggestions, of doubt and of a memo."""

MEMO = "*"
"""The sign of a memo: where its reference begins, in the list of notes, beside what it is on."""


@dataclass(frozen=True, slots=True)
class Selected:
    """What is selected, the cluster that the cursor stands on, and the reference acted on."""

    span: Span | None = None
    focus: Span | None = None
    reference: str = ""


class Look:
    """The styles of a note, for a codebook's colours, or without colour."""

    def __init__(
        self,
        colours: dict[str, str],
        keys: dict[str, str],
        *,
        no_color: bool,
        palette: Palette = DARK,
    ) -> None:
        """``colours`` and ``keys`` are by code id; colours are made legible on the palette."""
        self.no_color = no_color
        self._known: dict[tuple[str, int, bool, bool, bool, bool, bool, bool], Style] = {}
        self._own = colours
        self.keys = keys
        self.wear(palette)

    def wear(self, palette: Palette) -> None:
        """Go on with the styles of a palette."""
        self.palette = palette
        style = WITHOUT_COLOUR.__getitem__ if self.no_color else partial(getattr, palette)
        self.selected: Style = style("selected")
        self.focus: Style = style("focus")
        self.mention: Style = style("mention")
        self.sign: Style = style("sign")
        self.flag: Style = style("flag")
        self.flag_selected: Style = style("flag_selected")
        self.flag_sign: Style = style("flag_sign")
        self.hit: Style = style("hit")
        self.hit_selected: Style = style("hit_selected")
        self.take(self._own, self.keys)

    def take(self, colours: dict[str, str], keys: dict[str, str]) -> None:
        """Go on with the colours and keys of another codebook."""
        self._own, self.keys = colours, keys
        grounds, light = self.palette.grounds, self.palette.ground == "light"
        fitted = {own: legible(own, grounds, light=light) for own in set(colours.values())}
        self.colours = {code: fitted[own] for code, own in colours.items()}
        self._known.clear()

    def code(self, code_id: str, *, bold: bool = True) -> Style:
        """The style of a code's letter and stripe."""
        colour = None if self.no_color else self.colours.get(code_id)
        return Style(color=colour, bold=bold)

    def text(
        self,
        code_id: str,
        depth: int,
        *,
        suggested: bool,
        mention: bool,
        flagged: bool,
        hit: bool,
        selected: bool,
        focus: bool,
    ) -> Style:
        """The style of a stretch of text; ``depth`` is the number of references on it."""
        key = (code_id, depth, suggested, mention, flagged, hit, selected, focus)
        if key not in self._known:
            style = Style(italic=True) if suggested else Style()
            if mention:
                style += self.mention
            if depth:
                style += self.code(code_id, bold=depth > 1 or mention) + Style(underline=True)
            if selected:
                style += self.selected
            if flagged:
                style += self.flag_selected if selected else self.flag
            if hit:
                style += self.hit_selected if selected else self.hit
            self._known[key] = style + self.focus if focus else style
        return self._known[key]


def paint(
    page: Page, number: int, selected: Selected, look: Look, *, base: Style, width: int
) -> Strip:
    """One row of the note, ``width`` cells wide."""
    segments = [*_margin(page, number, selected, look), *_text(page, number, selected, look)]
    styled = [Segment(text, base + style) for text, style in segments]
    return Strip(styled).adjust_cell_length(width, base)


def _margin(page: Page, number: int, selected: Selected, look: Look) -> Iterator[tuple[str, Style]]:
    lanes: list[tuple[str, Style]] = [(" ", Style())] * LANES
    stripes = page.stripes.overlapping(number, number + 1)
    for stripe in stripes:
        if stripe.lane < LANES:
            acted_on = stripe.reference.id == selected.reference
            sign = _stripe_sign(stripe.reference, stripe.rows, number, look, acted_on=acted_on)
            style = look.code(stripe.reference.code)
            lanes[stripe.lane] = (sign, style + Style(reverse=True) if acted_on else style)
    if any(stripe.lane >= LANES for stripe in stripes):
        lanes[-1] = ("+", look.sign)
    yield from lanes
    yield _suggestion_sign(page, number), look.sign
    row = page.layout.rows[number]
    flagged = page.flags.overlapping(row.start, max(row.end, row.start + 1))
    memo = (MEMO, look.sign) if number in page.memo_rows else (" ", Style())
    yield ("!", look.flag_sign) if flagged else memo
    yield _found_sign(page, number, look) or (memo if flagged else (" ", Style()))


def _found_sign(page: Page, number: int, look: Look) -> tuple[str, Style] | None:
    """A bookmark begins on this row, or something stands on it that was looked for."""
    row = page.layout.rows[number]
    end = max(row.end, row.start + 1)
    if any(row.start <= span.start for span in page.bookmarks.overlapping(row.start, end)):
        return "#", look.sign
    return ("/", look.sign) if page.hits.overlapping(row.start, end) else None


def _stripe_sign(
    reference: Reference, rows: Span, number: int, look: Look, *, acted_on: bool
) -> str:
    if number == rows.start:
        return look.keys.get(reference.code) or "•"
    if number == rows.end - 1 and not acted_on:
        return "╵"
    return "│"


def _suggestion_sign(page: Page, number: int) -> str:
    row = page.layout.rows[number]
    here = page.suggestions.overlapping(row.start, max(row.end, row.start + 1))
    if not here:
        return " "
    starts = any(row.start <= suggestion.span.start for suggestion in here)
    return "?" if starts else "┊"


def _text(page: Page, number: int, selected: Selected, look: Look) -> Iterator[tuple[str, Style]]:
    row = page.layout.rows[number]
    if row.start == row.end:
        return
    references = page.references.overlapping(row.start, row.end)
    suggestions = [item.span for item in page.suggestions.overlapping(row.start, row.end)]
    mentions = [item.span for item in page.mentions.overlapping(row.start, row.end)]
    flags = [item.span for item in page.flags.overlapping(row.start, row.end)]
    hits = page.hits.overlapping(row.start, row.end)
    spans = [item.span for item in references] + suggestions + mentions + flags + hits
    spans += [span for span in (selected.span, selected.focus) if span is not None]
    cuts = {row.start, row.end}
    for span in spans:
        cuts.update(at for at in (span.start, span.end) if row.start < at < row.end)
    for start, end in pairwise(sorted(cuts)):
        text = page.layout.drawn(number, start, end)
        if not text:
            continue
        covering = [item for item in references if _covers(item.span, start)]
        top = _on_top(covering, selected.reference)
        yield (
            text,
            look.text(
                top,
                min(len(covering), 2),
                suggested=any(_covers(span, start) for span in suggestions),
                mention=any(_covers(span, start) for span in mentions),
                flagged=any(_covers(span, start) for span in flags),
                hit=any(_covers(span, start) for span in hits),
                selected=_covers(selected.span, start),
                focus=_covers(selected.focus, start),
            ),
        )


def _on_top(covering: list[Reference], acted_on: str) -> str:
    """The code whose colour shows: of the reference acted on, else of the shortest."""
    if not covering:
        return ""
    return min(covering, key=lambda item: (item.id != acted_on, len(item.span))).code


def _covers(span: Span | None, offset: int) -> bool:
    return span is not None and span.start <= offset < span.end
