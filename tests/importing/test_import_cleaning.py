"""What is a remnant of the export is taken out of a text; what is text stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.importing import CleaningCounts, clean
from notecode.importing.cleaning import clean_words
from notecode.text.normalise import normalise


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("<p>T/C to OM.</p><p>No reply.</p>", "T/C to OM.\n\nNo reply."),
        ("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<ul><li>one</li><li>two</li></ul>after", "one\ntwo\n\nafter"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ('<span style="color: red">red</span> text', "red text"),
        ("<font face=Arial size=2>plain</font>", "plain"),
        ("<o:p></o:p>word", "word"),
        ("<!-- Word\nsays -->seen<STYLE type='a'>p {x}</Style><script>go()</script>", "seen"),
        ("SU&nbsp;seen &amp; spoken&#160;to", "SU seen & spoken to"),
        ("&quot;no&quot; &#39;yes&#39; &apos;x&apos;", "\"no\" 'yes' 'x'"),
        ("&pound;20 &ndash; &rsquo; &#x2013;", "£20 – ’ –"),
        ("&amp;nbsp;double &amp;amp; more", "double & more"),
        ("&lt;b&gt; was typed", "<b> was typed"),
        ("I &lt;3 you", "I <3 you"),
        ("one_x000D_\ntwo", "one\ntwo"),
        ("one_x000D_\r\ntwo", "one\ntwo"),
        ("one_x000D_two_x0009_tab_x0007_", "one\ntwo\ttab"),
        ("_x005F_x000D_", "_x000D_"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("  \n outer \t ", "outer"),
    ],
)
def test_remnants_are_cleaned(text: str, cleaned: str) -> None:
    assert clean(text)[0] == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "he wrote <3 and >:(",
        "risk < 5 and > 3",
        "<unknown> <A Smith> <someone@example.org> <br",
        "A&E; R&D, B&B & M&S; AT&T",
        "&notanentity; &; &#; &#x;",
        "_x000G_ x000D _x00D_ file_x_1",
        "x\N{NO-BREAK SPACE}y\N{ZERO WIDTH JOINER}z\ttab\x07bell",
        "1 <b 2 and p> 3",
        "\N{SMILING FACE WITH OPEN MOUTH} “quoted” – ’",
        "line\N{LINE SEPARATOR}separator\x0bvertical\x85next",
        "a   b\n\n\n\nc",
    ],
)
def test_text_stays(text: str) -> None:
    assert clean(text) == (text, CleaningCounts())


def test_what_was_cleaned_is_counted() -> None:
    text = "<p>a</p>&nbsp;&amp;\r\nb_x000D_\nc e\N{COMBINING ACUTE ACCENT}"
    counts = clean(text)[1]
    assert counts == CleaningCounts(tags=2, entities=2, escapes=1, line_ends=1, composed=1)
    assert counts + counts == CleaningCounts(4, 4, 2, 2, 2)


def test_a_word_is_put_on_one_line() -> None:
    assert clean_words(" Phone &amp;\n e-mail ") == "Phone & e-mail"


PLAIN = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="<&_\r"), max_size=200
).map(lambda text: unicodedata.normalize("NFC", text))


@given(PLAIN)
def test_text_without_remnants_comes_back_code_point_for_code_point(text: str) -> None:
    assert clean(text) == (text.strip(), CleaningCounts())


@given(st.text(max_size=200))
def test_cleaned_text_is_always_normal(text: str) -> None:
    cleaned = clean(text)[0]
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\r" not in cleaned
    assert cleaned == cleaned.strip()


@pytest.mark.parametrize(
    "text", ["a < b > a", "5 <1 & 2> a;", " _x00D_ &nsp; &#; a ", "<1> </ a> &", "a\n\nb = 'x'"]
)
def test_what_is_near_a_remnant_and_none_is_left_alone(text: str) -> None:
    assert clean(text) == (text.strip(), CleaningCounts())


@given(st.text(alphabet="ab<>/pbr &;nsx0_D5F\r\n#1'\"=", max_size=60))
def test_nothing_near_a_remnant_breaks_it(text: str) -> None:
    cleaned, counts = clean(text)
    assert cleaned == text.strip() or counts != CleaningCounts()


@given(st.text(max_size=200))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        (" \r\n x \r", "x"),
        ("A\N{COMBINING RING ABOVE}", "Å"),
        ("", ""),
    ],
)
def test_normalise(text: str, normal: str) -> None:
    assert normalise(text) == normal


@pytest.mark.parametrize("text", ["<" * 20_000, "<p " * 7_000, "&" * 20_000, "<!--" * 5_000])
def test_hostile_texts_take_no_time(text: str) -> None:
    assert clean(text)[0] == text.strip()
