"""Word patterns: a sentence as a line of signs, and patterns over it as regular expressions.

Each word of a sentence becomes a cell: one character for each word, class, person or agency that
it stands for, and a blank. A pattern ``<tell> .. @police`` then is a regular expression over
cells, a hundred patterns are ruled out by a look at which characters the line holds, and the
meaning of a word is looked up once for all of them.

    word      the word in any of its forms         ..    up to five words, within a clause
    <class>   a word or phrase of a class          ...   any words
    @who      a person or an agency                _     one word, whichever
    ( | )     one of these                         x?    x or nothing
    !x        here must not stand x                ^  $  begin and end of the sentence
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from notecode.codebook.words import forms_of
from notecode.cues import WordClass

PEOPLE = {
    "agency": "any agency that is mentioned",
    "us": "the author or the service",
    "our": "our, my",
    "him": "the service user",
    "his": "his",
    "vs": "the victim/survivor, named as such",
    "she": "she, her",
    "they": "they, them",
    "child": "a child of the case",
    "family": "a relative, partner or friend",
    "other": "another name or place under a tag",
    "not": "a negation",
    "future": "will, to be, going to",
    "maybe": "if, would, could, might, should",
    "stop": "a comma, colon, dash or full stop",
    "and": "and, or, a slash",
    "colon": "a colon or dash that sets a heading off",
    "number": "a number or time",
    "past": "a verb in the past",
    "said": "words in quotation marks begin or end",
}
"""What may stand after ``@``, besides the ids of agencies."""
_FIRST = 0xE000
_LEX = re.compile(r"\.\.\.|\.\.|<[a-z_]+>|@[a-z-]+|[()|?!^$_]|[^\s()|?!^$<>@]+")
# "clare's law" is three words, as in a note; the mark after a plural is none.
_POSSESSIVE = re.compile(r"(?<=\w)(?:('s)\b|'(?!\w))")
_CELL = "[^ ]*"
_GAP = 5


class PatternError(ValueError):
    """A word pattern that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True)
class WordPattern:
    """A pattern that was read: what it is over cells, and signs without which it cannot fit."""

    source: str
    number: int
    cells: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression; most patterns of a codebook are checked, and never sought."""
        return re.compile(self.cells)

    def may_fit(self, held: frozenset[str]) -> bool:
        """Whether a line with these signs can fit at all."""
        return all(not need.isdisjoint(held) for need in self.needs)


class Signs:
    """The signs of a codebook: each word, class, person and agency has a character."""

    def __init__(self, classes: Iterable[WordClass], agencies: Iterable[str]) -> None:
        """Index the words of all classes, in all of their forms."""
        self._signs: dict[str, str] = {}
        self._forms: dict[str, str] = {}
        # By the first word, then by the second, "*" where any may stand: what follows, the sign.
        self._phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        self._words: set[str] = set()
        self._compiled: dict[str, WordPattern] = {}
        self._by_sign: dict[str, set[int]] = {}
        for name in [*PEOPLE, *agencies]:
            self._sign(f"@{name}")
        self.classes = {each.name: each.words for each in classes}
        for name in self.classes:
            self._sign(f"<{name}>")
            for entry in self._entries(name, ()):
                words = _POSSESSIVE.sub(r" \1", entry.casefold()).split()
                self._add(words, self._signs[f"<{name}>"])

    def _entries(self, name: str, trail: tuple[str, ...]) -> Iterator[str]:
        """The words of a class and of the classes that it takes in."""
        if name in trail:
            raise PatternError(f"word class {name!r} takes in itself")
        if name not in self.classes:
            raise PatternError(f"there is no word class {name!r}")
        for entry in self.classes[name]:
            if entry.startswith("<") and entry.endswith(">"):
                yield from self._entries(entry[1:-1], (*trail, name))
            else:
                yield entry

    def _sign(self, name: str) -> str:
        found = self._signs.get(name)
        if found is None:
            at = _FIRST + len(self._signs)
            # Past the private-use area of the first plane there is a larger one.
            found = self._signs[name] = chr(at if at <= 0xF8FF else at - 0xF900 + 0xF0000)
        return found

    def _add(self, words: list[str], sign: str) -> None:
        if len(words) == 1:
            for form in forms_of(words[0]):
                held = self._forms.get(form, "")
                if sign not in held:
                    self._forms[form] = held + sign
            return
        for word in words:
            if word != "*":
                self._word(word)
        gap = words[1] == "*"
        rest = tuple(words[1:] if gap else words[2:])
        for form in forms_of(words[0]):
            seconds = self._phrases.setdefault(form, {})
            for second in ("*",) if gap else forms_of(words[1]):
                seconds.setdefault(second, []).append((rest, sign))

    def _word(self, word: str) -> str:
        """The sign of a single word; from now on its forms carry it."""
        sign = self._sign(word)
        if word not in self._words:
            self._words.add(word)
            for form in forms_of(word):
                self._forms[form] = self._forms.get(form, "") + sign
        return sign

    def words_of(self, name: str) -> tuple[str, ...]:
        """The words of a class, those of the classes in it too.

        Raises:
            PatternError: if there is no class of this name.

        """
        return tuple(self._entries(name, ()))

    def used_by(self, patterns: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The classes that patterns use, each with all of its words."""
        names = {name for pattern in patterns for name in re.findall(r"<([a-z_]+)>", pattern)}
        return tuple(
            (name, tuple(self._entries(name, ()))) for name in sorted(names & set(self.classes))
        )

    def person(self, name: str) -> str:
        """The sign of ``@name``."""
        return self._signs[f"@{name}"]

    def agency(self, name: str) -> str:
        """The sign of an agency, or "" if the codebook has none of this id."""
        return self._signs.get(f"@{name}", "")

    def of(self, words: list[str]) -> list[str]:
        """The signs of each word of a sentence, in small letters; "" are cells to pass over."""
        signs = [self._forms.get(word, "") for word in words]
        phrases = self._phrases
        for at, word in enumerate(words):
            seconds = phrases.get(word)
            if seconds is None:
                continue
            for rest, sign in seconds.get("*", ()):
                if self._follows(words, at + 1, rest):
                    signs[at] += sign
            after = words[at + 1] if at + 1 < len(words) else ""
            for rest, sign in seconds.get(after, ()):
                if self._follows(words, at + 2, rest):
                    signs[at] += sign
        return signs

    def _follows(self, words: list[str], at: int, rest: tuple[str, ...]) -> bool:
        for step, wanted in enumerate(rest):
            if wanted == "*":
                tail = rest[step + 1 :]
                return any(self._follows(words, at + skip, tail) for skip in range(5))
            if at >= len(words) or words[at] not in forms_of(wanted):
                return False
            at += 1
        return True

    def compile(self, source: str) -> WordPattern:
        """A pattern ready to be used.

        Raises:
            PatternError: if it cannot be read, or names a class or person that is not there.

        """
        known = self._compiled.get(source)
        if known is not None:
            return known
        reader = _Reader(_LEX.findall(source), self)
        expression, needs = reader.alternatives()
        if reader.at < len(reader.parts):
            raise PatternError(f"{reader.parts[reader.at]!r} was not expected")
        if not needs:
            raise PatternError("the pattern fits every sentence")
        pattern = WordPattern(
            source, len(self._compiled), f"(?:^|(?<= )){expression}", tuple(needs)
        )
        self._compiled[source] = pattern
        # By its rarest need alone a pattern is looked for, so that most cost a line nothing.
        for sign in min(needs, key=len):
            self._by_sign.setdefault(sign, set()).add(pattern.number)
        return pattern

    def possible(self, held: frozenset[str]) -> frozenset[int]:
        """The numbers of the patterns that a line with these signs may fit."""
        found: set[int] = set()
        for sign in held:
            found |= self._by_sign.get(sign, set())
        return frozenset(found)

    def named(self, part: str) -> str:
        """The sign of one part of a pattern."""
        if part.startswith(("<", "@")):
            if part not in self._signs:
                kind = "word class" if part[0] == "<" else "person or agency"
                alike = [name for name in self._signs if name[0] == part[0]]
                near = get_close_matches(part, alike, n=1)
                meant = f" (did you mean {near[0]}?)" if near else ""
                raise PatternError(f"there is no {kind} {part.strip('<>@')!r}{meant}")
            return self._signs[part]
        return self._word(part.casefold())


class _Reader:
    """Reads the parts of one pattern into a regular expression over cells."""

    def __init__(self, parts: list[str], signs: Signs) -> None:
        self.parts = parts
        self.at = 0
        self.signs = signs

    def alternatives(self) -> tuple[str, list[frozenset[str]]]:
        """What stands between brackets, or the whole: one or more sequences."""
        options = [self._sequence()]
        while self.at < len(self.parts) and self.parts[self.at] == "|":
            self.at += 1
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        joined = "|".join(expression for expression, _ in options)
        if any(not needs for _, needs in options):
            return f"(?:{joined})", []
        return f"(?:{joined})", [frozenset().union(*(needs[0] for _, needs in options))]

    def _sequence(self) -> tuple[str, list[frozenset[str]]]:
        expression, needs = "", []
        while self.at < len(self.parts) and self.parts[self.at] not in ")|":
            piece, need = self._piece()
            expression += piece
            needs += need
        if not expression:
            raise PatternError("a part of the pattern is empty")
        return expression, needs

    def _piece(self) -> tuple[str, list[frozenset[str]]]:
        part = self.parts[self.at]
        self.at += 1
        fixed = {"^": "^", "$": "$", "...": f"(?:{_CELL} )*?"}
        if part in fixed:
            return fixed[part], []
        if part == "..":
            stop = self.signs.person("stop")
            return f"(?:[^ {stop}]* ){{0,{_GAP}}}?", []
        if part == "!":
            if self.at >= len(self.parts):
                raise PatternError("'!' at the end")
            return f"(?!{self._piece()[0]})", []
        if part == "(":
            expression, needs = self.alternatives()
            if self.at >= len(self.parts) or self.parts[self.at] != ")":
                raise PatternError("a bracket is not closed")
            self.at += 1
            expression = f"(?:{expression})"
        elif part == "_":
            expression, needs = f"{_CELL} ", []
        elif part in "?)":
            raise PatternError(f"{part!r} was not expected")
        else:
            sign = self.signs.named(part)
            expression, needs = f"{_CELL}{sign}{_CELL} ", [frozenset(sign)]
        if self.at < len(self.parts) and self.parts[self.at] == "?":
            self.at += 1
            return f"(?:{expression})?", []
        return expression, needs
