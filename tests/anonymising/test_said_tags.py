"""Tags that a reviewer said somebody goes by: kept as said, never anybody else's."""

from notecode.anonymising.findings import PERSON, REVIEW, Finding
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.anonymising.pseudonyms.tags import Pseudonyms, is_remembered, next_person_tag
from notecode.raw import Person, Roster

KEY = b"k" * 32
ROSTER = Roster("C", (Person(id="vs", role="VS", first_name="Ngozi", last_name="Adeyinka"),))


def said(tag: str) -> Finding:
    return Finding(0, 5, PERSON, 1.0, REVIEW, tag)


def found(recogniser: str = "model", person: str = "") -> Finding:
    return Finding(0, 5, PERSON, 0.9, recogniser, person)


def tags(*written: tuple[Finding, str], memory: TagMemory | None = None) -> Pseudonyms:
    return Pseudonyms(ROSTER, {}, written, memory=memory or TagMemory("C", KEY))


def test_a_name_of_the_people_file_is_somebody_else_where_it_was_said() -> None:
    made = tags(
        (said("[PERSON_2]"), "Ngozi"), (found("roster", "vs"), "Ngozi"), (found(), "Otolie")
    )
    assert made.tag(said("[PERSON_2]"), "Ngozi") == "[PERSON_2]"
    assert made.tag(found("roster", "vs"), "Ngozi") == "[VS]"
    assert made.tag(found(), "Otolie") == "[PERSON_3]", "above the tag that was said"


def test_a_tag_that_was_said_is_never_given_to_anybody_else() -> None:
    rows = tags((said("[PERSON_4]"), "Ngozi")).given()
    later = tags((found(), "Otolie"), memory=TagMemory("C", KEY, rows))
    assert later.tag(found(), "Otolie") == "[PERSON_5]"
    forgotten = [row._replace(digest="") for row in rows]
    assert next_person_tag(TagMemory("C", KEY, forgotten), ()) == "[PERSON_5]"
    assert next_person_tag(TagMemory("C", KEY), ("Rang [PERSON_7].",)) == "[PERSON_8]"


def test_the_words_are_known_again_under_the_tag_that_was_said() -> None:
    memory = TagMemory("C", KEY, tags((said("[PERSON_4]"), "Ngozi")).given())
    assert is_remembered(memory, PERSON, "NGOZI", "[PERSON_4]")
    assert not is_remembered(memory, PERSON, "Ngozi", "[PERSON_1]")
    assert not is_remembered(memory, PERSON, "Otolie", "[PERSON_4]")
    assert not is_remembered(TagMemory("C", b"x" * 32, ()), PERSON, "Ngozi", "[PERSON_4]")


def test_an_id_that_looks_like_a_tag_says_nothing_without_a_reviewer() -> None:
    made = tags((found("roster", "[PERSON_9]"), "Otolie"))
    assert made.tag(found("roster", "[PERSON_9]"), "Otolie") == "[PERSON_1]"
