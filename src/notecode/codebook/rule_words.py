"""A rule in plain words: what it looks for, where it holds, and what of it a sentence has."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from notecode.codebook.signs import PEOPLE
from notecode.codebook.words import forms_of
from notecode.cues import Rule
from notecode.model import Codebook

_CLASS = re.compile(r"<([a-z_]+)>")
_WHO = re.compile(r"@([a-z-]+)")
_MOST = 8  # kinds of words that are named; more say no more
_EXAMPLES = 3
_SPEAKERS = {
    "us": "the author or the service",
    "agency": "an agency",
    "him": "the service user",
    "other": "somebody else",
    "unsaid": "nobody who is named",
}


def rule_name(rule_id: str) -> str:
    """The id of a rule as words."""
    return rule_id.replace("-", " ").replace("_", " ")


def rule_sentences(codebook: Codebook, rule: Rule) -> list[str]:
    """What the rule asks for and where it gives way, a sentence each."""
    said = [_looks_for(rule), *_examples(rule), *_agencies(codebook, rule), *_told(rule)]
    if rule.follows:
        said.append(f"Only after a sentence that fits {_any_of(_codes(codebook, rule.follows))}.")
    for names, what in ((rule.contact_types, "notes of"), (rule.roles, "notes written by")):
        if names:
            said.append(f"Only in {what}: {', '.join(names)}.")
    if number := len(rule.without) + len(rule.unless):
        said.append(
            f"Not where {'an exception' if number == 1 else f'one of {number} exceptions'} holds."
        )
    if rule.yields_to:
        said.append(f"It gives way to {_any_of(_codes(codebook, rule.yields_to))}.")
    return [sentence for sentence in said if sentence]


def _looks_for(rule: Rule) -> str:
    says = (*rule.says, *rule.also)
    kinds = [name.replace("_", " ") for name in _most_frequent(_CLASS, says)]
    who = [name for name in _most_frequent(_WHO, says) if name in _NAMED]
    number = len(rule.says) + len(rule.any) + len(rule.tokens) + len(rule.dependency)
    wordings = "1 wording" if number == 1 else f"{number:,} wordings"
    parts = [f"words that mean “{'”, “'.join(kinds)}”"] if kinds else []
    parts += [_NAMED[name] for name in who]
    return f"It knows {wordings}" + (f", with {_any_of(parts, 'and')}." if parts else ".")


_NAMED = {
    name: PEOPLE[name] for name in ("agency", "us", "him", "vs", "child", "family", "not", "number")
}
"""Who and what is worth naming; the rest is grammar."""


def _most_frequent(pattern: re.Pattern[str], texts: Iterable[str]) -> list[str]:
    found = Counter(name for text in texts for name in pattern.findall(text))
    return [name for name, _ in found.most_common(_MOST)]


def _examples(rule: Rule) -> list[str]:
    said = []
    for start, examples in (("Such as", rule.match), ("Unlike", rule.no_match)):
        if examples:
            said.append(f"{start}: {' '.join(f'“{each}”' for each in examples[:_EXAMPLES])}")
    return said


def _agencies(codebook: Codebook, rule: Rule) -> list[str]:
    known = codebook.agency_by_id
    only, forbid = (
        _any_of([known[each].label if each in known else each for each in ids])
        for ids in (rule.only, rule.forbid)
    )
    said = {"required": "An agency must be mentioned", "none": "No agency may be mentioned"}
    sentence = said.get(rule.agencies, "")
    if only:
        sentence = f"{sentence or 'An agency that is mentioned must be one'}: {only}"
    return [f"{sentence}." if sentence else "", f"Not with {forbid}." if forbid else ""]


def _told(rule: Rule) -> list[str]:
    said = []
    if rule.speaker:
        said.append(f"It is told of {_any_of([_SPEAKERS.get(s, s) for s in rule.speaker])}.")
    if rule.tense:
        said.append(f"It is told in the {_any_of(rule.tense)} tense.")
    if rule.negated:
        said.append(f"{'A' if rule.negated == 'yes' else 'No'} negation stands in it.")
    return said


def _codes(codebook: Codebook, ids: Sequence[str]) -> list[str]:
    known = codebook.code_by_id
    return [known[each].label if each in known else f"the rule {each}" for each in ids]


def _any_of(words: Sequence[str], last: str = "or") -> str:
    *first, end = words or ("",)
    return f"{', '.join(first)} {last} {end}" if first else end


def meanings_in(codebook: Codebook, rule: Rule, text: str) -> list[tuple[str, str]]:
    """The words of a text that are of a kind which the rule looks for: the words, then the kind.

    Each is named once, in the order of the text, under the first kind in the codebook that has it.
    Words with a gap in them ("let * know") are not looked for.
    """
    asked = {name for said in (*rule.says, *rule.also) for name in _CLASS.findall(said)}
    places: dict[tuple[int, int], str] = {}
    for word_class in codebook.word_classes:
        if word_class.name in asked:
            for start, end in _places(word_class.words, text):
                places.setdefault((start, end), word_class.name.replace("_", " "))
    found: list[tuple[str, str]] = []
    reached = 0
    for (start, end), kind in sorted(places.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= reached:
            found.append((text[start:end], kind))
            reached = end
    return list(dict.fromkeys(found))


def _places(words: Iterable[str], text: str) -> Iterable[tuple[int, int]]:
    """Where one of the words stands, in any of its forms."""
    forms = sorted(
        {form for word in words if "*" not in word for form in _forms(word)}, key=len, reverse=True
    )
    if not forms:
        return ()
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)"
    return (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def _forms(phrase: str) -> set[str]:
    """The forms of a word; of several, those of the first: "catch up", "caught up"."""
    first, blank, rest = phrase.partition(" ")
    return {f"{form}{blank}{rest}" for form in forms_of(first)}
