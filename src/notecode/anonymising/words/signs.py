"""What speaks for or against a name in a word that no recogniser masked.

A sign is a plain observation of a word's shape, of the lists it is in, of its neighbours, or of
the rest of its case. ``words.sign_weights`` says how much each counts.
"""

from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType

from notecode.anonymising.findings import PERSON
from notecode.anonymising.marked_text import KEPT, MarkedText
from notecode.anonymising.names.lists import (
    FREQUENT_WORDS,
    GIVEN_NAMES,
    SHORT_FORMS,
    SURNAMES,
    WORD_NAMES,
)
from notecode.anonymising.names.ordinary_use import is_ordinary_use, stands_for_a_name
from notecode.anonymising.names.small_letters import Reading, read_small
from notecode.anonymising.places.listed import ONE_WORD_PLACES
from notecode.anonymising.recognisers.institution_kinds import KINDS
from notecode.anonymising.words.case_signs import CaseSigns
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import is_capitalised, word_set
from notecode.anonymising.words.vocabulary import (
    ARTICLES,
    CONTACT_WORDS,
    KEPT_WORDS,
    MODAL_VERBS,
    NAME_VERBS,
    SURE_NAME_LEADS,
    TELLING_VERBS,
)

_KIN = word_set(
    """
    son daughter brother sister mum mother mam mummy dad father nan gran grandad uncle aunt auntie
    cousin niece nephew friend mate partner ex boyfriend girlfriend husband wife missus fiance
    fiancee baby child twins stepson stepdaughter stepdad stepmum neighbour landlord worker officer
    visitor manager midwife nurse solicitor teacher advisor adviser keyworker colleague mr mrs ms
    wkr wrkr kw sw om hv idva isva pc dc ds sgt cpn gp miss dr pastor lad girl supervisor cover
    """
)
_PRONOUNS = word_set("i he she it we they you that this these those his her their my our your")
_SUBJECTS = word_set("i he she it we they you who to not dont didnt su vs")
_PREPOSITIONS = word_set("to of in on at from with for by as up out down off about")
_NAMING = word_set(
    "called named known aka nicknamed nickname goes preferred signed uses pronounced"
)
_PLACE_LEADS = word_set("in at from near outside to behind opposite past into")
_KIND_WORDS = frozenset(phrase[0] for phrase in KINDS if len(phrase) == 1) | word_set(
    "road street lane avenue drive close house primary high rd st ave way terrace place"
)
_QUOTES = frozenset("\"'“”‘’«»")
_SEPARATORS = frozenset({"/", " / ", ", ", " & ", "&", " + ", "+", " – "})
_ENDS = frozenset(".,;:!?)]")
_VOWELS = frozenset("aeiouy")
_STATES = word_set(
    "is was are were be been being am have has had having get gets got getting feel feels felt"
    " seem seems seemed looks looked s m re ve very so too really quite"
)
"""Words that a state or a participle follows: "he's long overdue", "i have read"."""
_HEADS = frozenset({": ", ":", " - ", " – ", " — ", ":\t", " : "})
_READINGS = MappingProxyType(
    {
        Reading.NAME: "reads small as a name",
        Reading.GUESS: "reads small as a likely name",
        Reading.DOUBT: "reads small as either",
        Reading.WORD: "reads small as a word",
    }
)
_SHORT = 3
_LONGEST_RUN = 6


def signs_of(
    view: MarkedText,
    index: int,
    case: CaseSigns,
    dictionary: Dictionary,
    unlisted: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """The signs of a word that was left standing; ``unlisted`` are taken to be in no list."""
    shape = _shape(view, index)
    folded = view.words[index].folded
    lists = (
        frozenset({"unknown word"}) if folded in unlisted else frozenset(_lists(folded, dictionary))
    )
    signs = {shape, *lists}
    signs.update(f"{shape}, {name}" for name in lists)
    signs.update(_neighbours(view, index))
    signs.update(_masked_neighbours(view, index))
    signs.update(_marks(view, index))
    signs.update(_on_its_line(view, index))
    signs.update(_capitals_beside(view, index))
    signs.update(_verbs_beside(view, index, dictionary))
    if folded in WORD_NAMES or folded in FREQUENT_WORDS:
        signs.update(_reading(view, index, dictionary))
    signs.update(case.signs(view, index))
    return frozenset(signs)


def _shape(view: MarkedText, index: int) -> str:
    """How the word is written; exactly one of these holds."""
    written, casing = view.written(index), view.casing(index)
    if len(written) == 1:
        return "one capital" if written.isupper() else "one small letter"
    if casing == "upper":
        return "in a line of capitals"
    if written.isupper():
        return "a few capitals" if len(written) <= _SHORT else "many capitals"
    if is_capitalised(written):
        return "capital at a start" if view.starts(index) else "capital in mid-sentence"
    if any(c.isupper() for c in written):
        return "capital inside"
    return "small in a small line" if casing == "lower" else "small"


def _lists(folded: str, dictionary: Dictionary) -> Iterator[str]:
    if folded in FUNCTION_WORDS:
        yield "function word"
        return
    if folded in KEPT_WORDS:
        named = folded in GIVEN_NAMES or folded in SHORT_FORMS
        yield "name and word of the field" if named else "word of the field"
    elif folded in WORD_NAMES or folded in FREQUENT_WORDS:
        yield "name and word"
    elif folded in GIVEN_NAMES or folded in SHORT_FORMS:
        yield "given name"
    elif folded in SURNAMES:
        yield "surname"
    elif folded in ONE_WORD_PLACES:
        yield "place"
    elif folded in dictionary or _is_built(folded, dictionary):
        yield "plain word"
    else:
        yield "unknown word"
        if len(folded) > 1 and not _VOWELS & set(folded):
            yield "no vowel"


def _is_built(folded: str, dictionary: Dictionary) -> bool:
    """Whether a plain word stands behind a prefix: "rebooked", "nonfatal"."""
    return any(
        folded.startswith(prefix) and folded[len(prefix) :] in dictionary
        for prefix in ("re", "un", "non", "pre", "mis")
        if len(folded) > len(prefix) + _SHORT
    )


def _neighbours(view: MarkedText, index: int) -> Iterator[str]:
    """What the words before and behind it are; each holds of one of them at the most."""
    before, after = view.before(index), view.after(index)
    second = view.before(index - 1) if before else ""
    contact = before in {"to", "from"} and second in CONTACT_WORDS
    naming = before in {"as", "is"} and second in _NAMING
    yield from _first(
        ("after a word of contact", contact or before in SURE_NAME_LEADS - _KIN),
        ("after kin or a role", before in _KIN),
        ("after a word that names", naming or before in _NAMING),
        ("after a word of place", before in _PLACE_LEADS),
        ("after an article", before in ARTICLES),
        ("after a subject", before in _SUBJECTS),
        ("after a modal verb", before in MODAL_VERBS),
        (f'after "{before}"', before in {"and", "with", "for", "by"}),
    )
    yield from _first(
        ("before a verb of telling", after in TELLING_VERBS),
        ("before a person's verb", after in NAME_VERBS | MODAL_VERBS),
        ("before a kind of place", after in _KIND_WORDS),
        ("before a pronoun", after in _PRONOUNS),
        ("before an article", after in ARTICLES),
        ("before a preposition", after in _PREPOSITIONS),
        (f'before "{after}"', after in {"and", "is", "was", "has"}),
    )
    if view.text[view.words[index].end : view.words[index].end + 2].lower() in {"'s", "’s"}:
        yield "possessive"


def _first(*signs: tuple[str, bool]) -> Iterator[str]:
    yield from (name for name, holds in islice((s for s in signs if s[1]), 1))


def _masked_neighbours(view: MarkedText, index: int) -> Iterator[str]:
    """Names that were masked beside the word."""
    last = index + 1 == len(view.words)
    for side, neighbour, gap in (
        ("behind", index - 1, view.gap_before(index)),
        ("before", index + 1, view.gap_after(index)),
    ):
        cover = (
            ""
            if (side == "behind" and not index) or (side == "before" and last)
            else (view.cover[neighbour])
        )
        if cover == PERSON and gap in {" ", "-", "  "}:
            yield f"right {side} a masked name"
        elif cover == PERSON and gap in _SEPARATORS | {" (", ") ", ' "', '" '}:
            yield f"{side} a masked name and a mark"
        elif cover == KEPT:
            yield f"{side} an agency"
        elif cover:
            yield f"{side} another mask"
    for step in (-2, 2):
        other = index + step
        if 0 <= other < len(view.words) and view.cover[other] == PERSON:
            between = view.words[index + step // 2].folded
            if between in {"and", "or"}:
                yield "in a list with a masked name"


def _marks(view: MarkedText, index: int) -> Iterator[str]:
    """The marks around the word."""
    word, text = view.words[index], view.text
    left, right = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 1]
    sides = {left, right}
    if left in _QUOTES and right in _QUOTES:
        yield "in quotation marks"
    if (left, right) == ("(", ")"):
        yield "alone in brackets"
    if "/" in sides:
        yield "beside a slash"
    if "-" in sides:
        yield "beside a hyphen"
    if right == ".":
        yield "before a full stop"
    if "_" in sides or left.isdigit() or right.isdigit():
        yield "glued to a number"
    elif left in _ENDS:
        yield "glued to a mark"
    if text[word.end : word.end + 2] in {": ", ":\n"}:
        yield "before a colon"


def _on_its_line(view: MarkedText, index: int) -> Iterator[str]:
    if view.names_on_line(index):
        yield "a masked name on its line"
    if view.is_alone(index):
        yield "alone on its line"


def _verbs_beside(view: MarkedText, index: int, dictionary: Dictionary) -> Iterator[str]:
    """Verbs behind the word: only a name or a noun has a finite one."""
    after = view.after(index)
    if after and dictionary.is_finite_verb(after):
        yield "before a finite verb"
    elif after and dictionary.is_bare_verb(after) and after not in NAME_VERBS:
        yield "before a bare verb"
    if view.before(index) in _STATES:
        yield "after be or have"
    if after.isdigit():
        yield "before a number"
    if view.gap_after(index) in _HEADS and view.starts(index):
        yield "heads a line"


def _reading(view: MarkedText, index: int, dictionary: Dictionary) -> Iterator[str]:
    """How a name that is also a word reads from what stands beside it."""
    small = view.casing(index) != "mixed" or view.written(index).islower()
    if small:
        yield _READINGS[read_small(view.text, view.words, index, dictionary)]
    elif view.starts(index):
        meant = stands_for_a_name(view.text, view.words, index, view.after(index))
        yield "reads at a start as a name" if meant else "reads at a start as a word"
    elif is_ordinary_use(view.text, view.words, index):
        yield "reads as a word"


def _capitals_beside(view: MarkedText, index: int) -> Iterator[str]:
    for side, neighbour, gap in (
        ("behind", index - 1, view.gap_before(index)),
        ("before", index + 1, view.gap_after(index)),
    ):
        if gap not in {" ", "-"} or not 0 <= neighbour < len(view.words) or view.cover[neighbour]:
            continue
        if not is_capitalised(view.written(neighbour)):
            continue
        known = view.words[neighbour].folded in KEPT_WORDS
        yield f"{side} a capitalised {'word of the field' if known else 'word'}"
    if view.written(index).islower():
        return
    last, end = index, min(len(view.words), index + _LONGEST_RUN)
    while last + 1 < end and view.gap_after(last) == " " and not view.cover[last]:
        if view.written(last + 1).islower():
            break
        last += 1
    if last > index and view.words[last].folded in KEPT_WORDS:
        yield "in a capitalised run that ends in a word of the field"
