"""Lines that say something that cannot be meant: each is refused by itself, with why."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.errors import UsageError
from notecode.project.coding.applying import apply_lines
from notecode.project.coding.applying.reading import read_line
from notecode.project.coding.session import CodingSession

MEMO = '{"action": "memo", "on": "project", "text": "Kept."'


def applied(session: CodingSession, *lines: str) -> list[dict]:
    """Strictly what JSON allows: NaN and the like in an answer fail here."""

    def refuse(name: str) -> None:
        raise AssertionError(name)

    written = [json.dumps(a.as_data(), ensure_ascii=False) for a in apply_lines(session, lines)]
    return [json.loads(line, parse_constant=refuse) for line in written]


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        (', "tag": NaN}', "NaN is no value of JSON"),
        (', "tag": [{"a": -Infinity}]}', "-Infinity is no value of JSON"),
        (', "tag": 1e999}', "this is no JSON object"),
        (', "text": "Another."}', "the line says 'text' more than once"),
        (', "tag": {"a": 1, "a": 2, "b": 1, "b": 1}}', "the line says 'a', 'b' more than once"),
        (', "action": "undo"}', "the line says 'action' more than once"),
        (', "tag": "caf\udce9"}', "this line is not UTF-8 text (character 65)"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_of_it_done(
    session: CodingSession, rest: str, what: str
) -> None:
    refused, done, found = applied(session, MEMO + rest, MEMO + "}", '{"action": "memos"}')
    assert refused["error"]["what"] == what
    assert refused["error"]["exit_code"] == 2
    assert done["stored"], "the next line is done, and the one before had stored nothing"
    assert len(found["memos"]) == 1


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("a"), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), PLAIN))
def test_every_object_of_json_is_read_as_it_is(said: dict[str, object]) -> None:
    assert read_line(json.dumps(said)) == said
    assert read_line(json.dumps(said, ensure_ascii=False)) == said


@given(st.binary(max_size=30))
def test_whatever_bytes_a_line_has_it_is_read_or_refused(line: bytes) -> None:
    try:
        read_line(line.decode(errors="surrogateescape"))
    except UsageError as error:
        str(error).encode()
