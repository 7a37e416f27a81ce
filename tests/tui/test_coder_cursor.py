"""The unit cursor and the painted rows, for any text."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from notecode.model import Case, Mention, Note, Reference, Span, Suggestion
from notecode.project.coding.session import CodedNote
from notecode.text import units
from notecode.text.wrapping import Layout
from notecode.tui.cursor import LEVELS, Cursor, Units
from notecode.tui.page import Page
from notecode.tui.painting import MARGIN, Look, Selected, paint

texts = st.one_of(
    st.lists(
        st.sampled_from(
            [
                "He rang. ",
                "T/C to police, who came; ",
                "\n",
                "\n\n",
                "- ",
                "漢字 ",
                "e\u0301 ",
                "\x1b",
                "  ",
            ]
        ),
        max_size=20,
    ).map("".join),
    st.text(max_size=60),
)
commands = st.lists(
    st.sampled_from(
        [
            "right",
            "left",
            "down",
            "up",
            "page",
            "widen",
            "narrow",
            "mark",
            "clear",
            "swap",
            "xr",
            "xl",
        ]
    ),
    max_size=25,
)


def run(cursor: Cursor, layout: Layout, command: str) -> None:
    actions = {
        "right": lambda: cursor.move(1),
        "left": lambda: cursor.move(-1),
        "xr": lambda: cursor.move(1, extend=True),
        "xl": lambda: cursor.move(-1, extend=True),
        "down": lambda: cursor.move_rows(layout, 1),
        "up": lambda: cursor.move_rows(layout, -1, extend=True),
        "page": lambda: cursor.move_rows(layout, 7),
        "widen": lambda: cursor.resize_unit(1),
        "narrow": lambda: cursor.resize_unit(-1),
        "mark": cursor.set_mark,
        "clear": cursor.clear,
        "swap": cursor.swap_ends,
    }
    actions[command]()


@given(texts, commands, st.integers(2, 40))
def test_the_selection_always_lies_in_the_text(text, typed, width):
    cursor, layout = Cursor(text), Layout(text, width)
    for command in typed:
        run(cursor, layout, command)
        selection = cursor.selection
        assert (selection is None) == (not units.sentences(text)) or cursor.level != "sentence"
        if selection is not None:
            assert 0 <= selection.start < selection.end <= len(text)
            assert cursor.unit is not None
            assert selection.contains(cursor.unit)


@given(texts)
def test_moving_right_visits_every_unit_in_order_and_left_back(text):
    for level in LEVELS:
        cursor = Cursor(text, level)
        if cursor.unit is None:
            continue
        seen = [cursor.unit]
        while cursor.move(1) or cursor.unit != seen[-1]:
            seen.append(cursor.unit)
        every = {"word": units.words, "clause": units.clauses, "sentence": units.sentences}.get(
            level, units.paragraphs
        )(text)
        assert seen == every
        for unit in reversed(every[:-1]):
            cursor.move(-1)
            assert cursor.unit == unit


@given(texts, st.integers(0, 60))
def test_widening_and_narrowing_come_back_to_the_same_word(text, offset):
    cursor = Cursor(text, "word")
    cursor.place(offset)
    before = cursor.unit
    widened = sum(cursor.resize_unit(1) for _ in range(3))
    assert widened == (3 if units.sentences(text) else 0)
    for _ in range(3):
        cursor.resize_unit(-1)
    if before is not None:
        assert cursor.unit == before


@given(texts, st.integers(0, 80))
def test_the_nearest_unit_holds_the_offset_or_comes_next(text, offset):
    known = Units(text)
    for level, spans in (("word", units.words(text)), ("sentence", units.sentences(text))):
        near = known.nearest(level, offset)
        holding = [span for span in spans if span.start <= offset < span.end]
        following = [span for span in spans if span.start > offset]
        expected = (holding + following + spans[-1:])[:1]
        assert near == (expected[0] if expected else None)


def test_holding_a_span_frees_its_end():
    text = "one two three four."
    cursor = Cursor(text)
    cursor.hold(Span(4, 19))
    assert cursor.selection == Span(4, 19)
    cursor.move(-1)
    assert cursor.selection == Span(4, 13)
    cursor.swap_ends()
    cursor.move(-1)
    assert cursor.selection == Span(0, 13)


# Painting

spans_in = st.lists(st.tuples(st.integers(0, 59), st.integers(1, 40)), max_size=6)


def page_of(text: str, width: int, marks: list[tuple[int, int]]) -> Page:
    spans = [Span(a, min(a + n, len(text))) for a, n in marks if a < len(text)]
    note = Note(id="N", case_id="C", text=text)
    references = tuple(
        Reference(
            id=f"r{n}",
            note_id="N",
            span=span,
            code="x",
            agencies=(),
            coder="a",
            origin="hand",
            created="",
            codebook="",
        )
        for n, span in enumerate(spans[::2])
    )
    suggestions = tuple(
        Suggestion(
            id=f"s{n}", note_id="N", span=s, code="x", agencies=(), rule="r", rule_version=""
        )
        for n, s in enumerate(spans[1::2])
    )
    mentions = tuple(Mention(note_id="N", span=s, agency="p", rule="") for s in spans[:1])
    coded = CodedNote(
        note=note,
        case=Case(id="C", site=""),
        month=None,
        references=references,
        suggestions=suggestions,
        mentions=mentions,
    )
    return Page(coded, width)


@given(texts, st.integers(4, 30), spans_in, st.booleans())
def test_a_painted_row_is_the_row_whatever_is_marked_on_it(text, width, marks, no_color):
    page = page_of(text, width, marks)
    look = Look({"x": "#56B4E9"}, {"x": "i"}, no_color=no_color)
    focus = page.layout.cluster_span(0)
    for number, row in enumerate(page.layout.rows):
        strip = paint(
            page, number, Selected(focus, focus, "r0"), look, base=Style(), width=width + MARGIN
        )
        assert strip.cell_length == width + MARGIN
        drawn = page.layout.drawn(number, row.start, row.end)
        assert strip.text[MARGIN:].rstrip() == drawn.rstrip()[: len(strip.text) - MARGIN].rstrip()


@given(texts, spans_in)
def test_every_reference_has_its_letter_in_the_margin_or_a_plus_stands_there(text, marks):
    page = page_of(text, 20, marks)
    look = Look({}, {"x": "i"}, no_color=True)
    for stripe in page.stripes.items:
        strip = paint(page, stripe.rows.start, Selected(), look, base=Style(), width=20 + MARGIN)
        margin = strip.text[:MARGIN]
        assert margin[stripe.lane] == "i" if stripe.lane < 3 else margin[3] in "i+"


def test_what_is_no_unit_narrows_to_the_widest_within_it_and_widens_to_the_narrowest_around():
    text = "Rang police; he came. Then housing.\nNo reply."
    cursor = Cursor(text, "word")
    cursor.select(Span(0, 21))
    assert cursor.resize_unit(-1)
    assert (cursor.level, cursor.unit) == ("clause", Span(0, 12))
    cursor = Cursor(text, "word")
    cursor.select(Span(0, 15))
    assert cursor.resize_unit(1)
    assert (cursor.level, cursor.unit) == ("sentence", Span(0, 21))
    cursor = Cursor(text, "paragraph")
    cursor.select(Span(1, 3))
    assert not cursor.resize_unit(-1), "within a word there is nothing narrower"


@given(texts, st.sampled_from(LEVELS), st.sampled_from((-1, 1)), st.data())
def test_another_unit_of_what_is_no_unit_lies_within_or_around_it(text, level, step, data):
    cursor = Cursor(text, level)
    if not text or cursor.unit is None:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    cursor.select(span)
    if span == cursor.units.nearest(level, start) or not cursor.resize_unit(step):
        return
    inner, outer = (span, cursor.unit) if step > 0 else (cursor.unit, span)
    assert outer.start <= inner.start
    assert inner.end <= outer.end
    assert inner != outer
