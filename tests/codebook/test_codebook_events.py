"""What two codebooks differ in, field by field, and how that is put in a line."""

from dataclasses import replace

from notecode.codebook.events import compare, summarise, touched
from notecode.model import Agency, Alias, Code, Codebook, Rule, WordClass

TALK = Code(id="talk", label="Talking", definition="Words pass.")
CHAT = Code(id="chat", label="Chatting", definition="Light words.", parent="talk")
POLICE = Agency(
    id="police",
    label="Police",
    definition="The police.",
    aliases=(Alias(text="police"), Alias(text="PC", exact=True)),
)
CHATTER = Rule(id="chatter", code="chat", says=("he <chat>", "they <chat>"), version="1")
BOOK = Codebook(
    title="Small",
    codes=(TALK, CHAT),
    agencies=(POLICE,),
    rules=(CHATTER,),
    word_classes=(WordClass(name="chat", words=("chat", "natter")),),
)


def fields_of(after: Codebook) -> dict[str, dict[str, tuple[str, str]]]:
    return {
        each.id: {change.field: (change.before, change.after) for change in each.fields}
        for each in compare(BOOK, after)
    }


def test_a_new_id_is_one_change_and_no_loss() -> None:
    gossip = replace(CHAT, id="gossip", formerly=("chat",), label="Gossip")
    after = replace(BOOK, codes=(TALK, gossip))
    for one, other in ((BOOK, after), (after, BOOK)):
        (difference,) = compare(one, other)
        assert (difference.what, set(touched("code", [difference]))) == (
            "changed",
            {"chat", "gossip"},
        )
    assert summarise(compare(BOOK, after)) == (
        "code chat has the id gossip now; changed code gossip (label, formerly)"
    )
    assert summarise(compare(after, BOOK)).startswith("code gossip has the id chat now")
    only = replace(BOOK, codes=(TALK, replace(CHAT, id="gossip", formerly=("chat",))))
    assert summarise(compare(BOOK, only)) == "code chat has the id gossip now"


def test_a_rule_is_told_by_its_fields_and_patterns() -> None:
    rule = replace(
        CHATTER, says=("he <chat>", "she <chat>"), without=("not",), tense=("past",), version="2"
    )
    assert fields_of(replace(BOOK, rules=(rule,))) == {
        "chatter": {
            "says": ("they <chat>", "she <chat>"),
            "without": ("", "not"),
            "tense": ("", "past"),
        }
    }


def test_the_words_of_a_rule_are_told() -> None:
    classes = (WordClass(name="chat", words=("chat", "gossip")),)
    after = replace(BOOK, word_classes=classes, rules=(replace(CHATTER, version="2"),))
    assert fields_of(after) == {"chat": {"words": ("natter", "gossip")}, "chatter": {}}
    assert summarise(compare(BOOK, after)) == (
        "changed word class chat (words); changed rule chatter"
    )


def test_of_names_only_those_that_differ_are_told_with_their_sites() -> None:
    aliases = (Alias(text="police", sites=("Kent, Medway",)), Alias(text="PC", exact=True))
    after = replace(BOOK, agencies=(replace(POLICE, aliases=aliases),))
    assert fields_of(after) == {"police": {"aliases": ("police", "police (sites: 'Kent, Medway')")}}
    turned = replace(BOOK, agencies=(replace(POLICE, aliases=POLICE.aliases[::-1]),))
    assert fields_of(turned) == {
        "police": {"aliases": ("police | PC (exact)", "PC (exact) | police")}
    }
