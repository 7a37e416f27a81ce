"""Words taken out of a codebook's text, however they are written in it."""

import pytest

from notecode.codebook import Words, parse_codebook, without_words
from notecode.errors import CodebookError

BOOK = """\
# Begun with Mr Merfyn
# O'Brien of the study.
title: Work
codes:
  - id: chasing  # {name} asked for it
    label: Chasing
    definition: {definition}
    use_when: Somebody is rung again.
agencies:
  - id: probation
    label: Probation
    definition: The service.
    aliases: [PO, {{text: "Merfyn O'Brien", exact: true}}]
    roles: [OM]
"""

WRITTEN = {
    "plain": "As Merfyn O'Brien said",
    "single quotes": "'As Merfyn O''Brien said: so'",
    "double quotes": '"As Merfyn\\u0020O\\u2019Brien said"',
    "curly": "As Merfyn O’Brien said",
    "folded": ">-\n      As Merfyn\n      O'Brien said",
    "literal": "|\n      As Merfyn\n      O'Brien said",
    "over two lines": "'As Merfyn\n      O''Brien said'",
    "alone": "merfyn o'brien",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_words_go_however_they_are_written(written: str) -> None:
    text = BOOK.format(name="Merfyn O'Brien", definition=written)
    words = Words("MERFYN  o'brien")
    assert words.within_yaml(text)
    changed, book, places = without_words(text, words)
    assert places == 4, "two comments, the definition, an alias"
    assert not words.within_yaml(changed)
    assert "brien" not in changed.casefold()
    assert "(forgotten)" in book.codes[0].definition
    assert (book.codes[0].id, book.codes[0].use_when) == ("chasing", "Somebody is rung again.")
    assert [(a.text, a.exact) for a in book.agencies[0].aliases] == [
        ("PO", False),
        ("(forgotten)", True),
    ]
    assert parse_codebook(changed, "again")[0] == book
    assert "# Begun with Mr (forgotten) of the study." in changed


def test_ids_and_keys_stay() -> None:
    text = BOOK.format(name="nobody", definition="of use_when")
    for words in ("chasing", "OM"):
        assert words in without_words(text, Words(words))[0]
    changed, book, places = without_words(text, Words("use_when"))
    assert (places, book.codes[0].definition) == (1, "of (forgotten)")
    assert "    use_when: Somebody" in changed


def test_part_of_a_word_is_another_word() -> None:
    text = BOOK.format(name="nobody", definition="Merfynson")
    assert "Merfynson" in without_words(text, Words("Merfyn"))[0]


def test_a_text_that_is_no_codebook_is_refused() -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        without_words("title: [", Words("Merfyn"))


def test_words_in_json_are_those_of_its_values() -> None:
    assert Words("John Smith").within('{"a":["of\\nJohn\\nSmith"]}')
    assert not Words("John Smith").within('{"a":["of John"],"b":"Smith"}')
    assert repr(Words("John Smith")) == "Words(hidden)"
