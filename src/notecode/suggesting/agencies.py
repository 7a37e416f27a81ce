"""Find the words of a note that stand for an agency or its worker, by the codebook's aliases.

A note is read once, word by word; each word is looked up among the first words of the aliases, the
longest alias is tried first, and a worker's noun or role tag after it joins the span ("CGL worker",
"OM [OM_1]"). What a sentence or its words rule out is left out; see ``context``, ``exclusions``
and ``involvement``.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from notecode.model import Codebook, Mention, Note, Span
from notecode.suggesting.back_references import (
    BETWEEN,
    HEADS,
    LIST,
    WORKERS,
    BackReferences,
    Named,
    as_named,
    may_stand_between,
)
from notecode.suggesting.context import Sentence, read_sentences
from notecode.suggesting.exclusions import exclusion_reason
from notecode.suggesting.involvement import ROW, Candidate, involvement_of
from notecode.suggesting.local_names import LocalName, common_heads, learn_names
from notecode.suggesting.spellings import Spellings, written_out
from notecode.suggesting.titles import at_their_place, joined

_TOKEN = re.compile(
    r"\[([A-Z]+(?:_[A-Z]+)*)(?:_\d+)?\]|[Tt]['’](?=\w{3})|[^\W_]+(?:['’][^\W_]+)?|&"
)
_BETWEEN = re.compile(r"['’]?[ \t]?[ \t-]?")
_ROW = re.compile(r"\s*(?:,|/|&|\+|;|,?\s(?:and|or|nor|with))\s*(?:the\s+)?", re.IGNORECASE)
_SLUG = re.compile(r"[^a-z0-9]+")
_STAR = " *"
_WORKER_PAIRS = frozenset({("key", "worker"), ("support", "worker"), ("duty", "officer")})
_BETWEEN_AT_MOST = 2
_SHORTEST_TAG = 2
_OF = frozenset(["of", "for", "from", "in", "at"])


@dataclass(frozen=True, slots=True)
class _Entry:
    """One alias, cut into words; ``exact`` words are compared letter by letter."""

    words: tuple[str, ...]
    agency: str
    rule: str
    exact: bool
    headed: bool
    """Whether a worker's or team's noun must follow: the alias ends in a star."""
    second: str
    """Its second word, folded; "" if it has but one."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a sentence: where, as written, folded, and its role stem if it is a tag."""

    start: int
    end: int
    written: str
    folded: str
    role: str


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    agency: str
    rule: str
    next_word: int


class AgencyMatcher:
    """The aliases and roles of a codebook at one site, ready to be looked up."""

    def __init__(
        self, codebook: Codebook, site: str = "", learnt: Sequence[LocalName] = ()
    ) -> None:
        """Index the aliases that hold at ``site`` or everywhere, and ``learnt`` names of it."""
        self._involvement = involvement_of(codebook)
        self._back = BackReferences(codebook, site)
        self._roles: dict[str, str] = {}
        self._by_first: dict[str, list[_Entry]] = {}
        for agency in codebook.agencies:
            if agency.status == "retired":
                continue
            for role in agency.roles:
                self._roles.setdefault(role, agency.id)
            for alias in agency.aliases:
                held = not alias.sites or site in alias.sites
                if held and not alias.text.startswith(LIST):
                    self._add(agency.id, alias.text, exact=alias.exact)
        self._roles |= _tags_of(self._by_first, self._roles)
        for name in learnt:
            for text in dict.fromkeys((name.name, name.name.upper())):
                self._add(name.agency, text, exact=True, rule=f"learnt:{name.agency}")
        spellings = Spellings(_long_words(self._by_first))
        self._meant = lru_cache(maxsize=1 << 14)(lambda word: spellings.meant(_fold(word)))
        for entries in self._by_first.values():
            entries.sort(key=lambda e: (-len(e.words) - int(e.headed), e.headed, not e.exact))

    def _add(self, agency: str, alias: str, *, exact: bool, rule: str = "") -> None:
        words = tuple(
            match.group() if exact else _fold(match.group()) for match in _TOKEN.finditer(alias)
        )
        if words:
            headed = alias.endswith(_STAR)
            second = _fold(words[1]) if len(words) > 1 else ""
            rule = rule or f"alias:{agency}:{_slug(alias)}"
            entry = _Entry(words, agency, rule, exact, headed, second)
            self._by_first.setdefault(_fold(words[0]), []).append(entry)

    def names_explained(self, texts: Mapping[str, str], site: str) -> tuple[LocalName, ...]:
        """The names of local services that the notes of one site explain; ``texts`` by note id."""
        last = (each.words[-1] for group in self._by_first.values() for each in group)
        return learn_names(texts, site, self.candidates, common_heads(last))

    def candidates(self, text: str) -> Iterator[tuple[Span, str, str]]:
        """Span, agency and rule of every alias or role tag in ``text``, in order, not excluded."""
        meant = self._meant
        words = [
            _Word(
                m.start(),
                m.end(),
                m.group(),
                meant(m.group()),
                m.group(1) or "",
            )
            for m in _TOKEN.finditer(text)
        ]
        at = 0
        held: _Found | None = None
        while at < len(words):
            found = self._at(text, words, at)
            if found is None:
                at += 1
                continue
            at = found.next_word
            if held is not None and held.agency == found.agency and _adjoin(text, held, found):
                held = _Found(held.start, found.end, held.agency, held.rule, found.next_word)
                continue
            if held is not None:
                yield Span(held.start, held.end), held.agency, held.rule
            held = found
        if held is not None:
            yield Span(held.start, held.end), held.agency, held.rule

    def _at(self, text: str, words: list[_Word], at: int) -> _Found | None:
        """The longest alias, or the role tag, that begins at this word."""
        first = words[at]
        if first.role:
            agency = self._roles.get(first.role)
            if agency is None:
                return None
            end, after = first.end, at + 1
            if _linked(text, words, after) and words[after].folded in WORKERS | {"head"}:
                end, after = words[after].end, after + 1
            return _Found(first.start, end, agency, f"role:{agency}:{first.role}", after)
        # Hundreds of aliases begin with "community": most are ruled out by their second word.
        following = words[at + 1].folded if at + 1 < len(words) else ""
        seconds = ("", following, _singular(following))
        for entry in self._by_first.get(first.folded, ()) or self._by_first.get(
            _singular(first.folded), ()
        ):
            after = _match(text, words, at, entry) if entry.second in seconds else 0
            if after:
                return self._extend(text, words, first.start, after, entry)
        return self._head_of(text, words, at) if first.folded in HEADS else None

    def _head_of(self, text: str, words: list[_Word], at: int) -> _Found | None:
        """A topic after its head: "officer for lettings", "head of the early help"."""
        topic = at + 1
        if not (_linked(text, words, topic) and words[topic].folded in _OF):
            return None
        topic += 1
        if _linked(text, words, topic) and words[topic].folded == "the":
            topic += 1
        if not _linked(text, words, topic):
            return None
        for entry in self._by_first.get(words[topic].folded, ()):
            whole = _match(text, words, topic, entry)
            if whole and (words[at].folded not in WORKERS or not entry.headed):
                return None
            if entry.headed:
                after = whole or _match(text, words, topic, replace(entry, headed=False))
                if after:
                    found = self._extend(text, words, words[topic].start, after, entry)
                    return replace(found, start=words[at].start)
        return None

    def _extend(
        self, text: str, words: list[_Word], start: int, after: int, entry: _Entry
    ) -> _Found:
        """Take in a worker's noun and a role tag that follow the alias."""
        taken = after
        if _linked(text, words, taken) and not _possessive(words[taken - 1]):
            pair = tuple(word.folded for word in words[taken : taken + 2])
            if pair in _WORKER_PAIRS and _linked(text, words, taken + 1):
                taken += 2
            elif words[taken].folded in WORKERS:
                taken += 1
        worker = taken > after or entry.headed or entry.words[-1].lower() in WORKERS
        if taken < len(words) and words[taken].role and _linked(text, words, taken):
            owner = self._roles.get(words[taken].role)
            if owner == entry.agency or (owner is not None and worker):
                taken += 1
        last = words[taken - 1]
        end = last.end - (2 if _possessive(last) else 0)
        return _Found(start, end, entry.agency, entry.rule, taken)

    def judged(
        self, sentence: Sentence, before: Sequence[Named] = (), number: int = 0
    ) -> list[Candidate]:
        """The words for agencies of one sentence, each with why it may be none.

        ``before`` are the agencies named in earlier sentences; ``number`` is this one's.
        """
        if sentence.kind not in ("record", "mail"):
            return []
        offset, text = sentence.span.start, sentence.text
        found = []
        known = list(before)
        for span, agency, rule in self._pointed(sentence, known, number):
            reason = exclusion_reason(text, span, agency)
            if not reason:
                place = Span(offset + span.start, offset + span.end)
                known.append(as_named(sentence, place, agency, number))
            found.append((span, agency, rule, reason))
        candidates = []
        for at, (span, agency, rule, reason) in enumerate(found):
            beside = [found[n] for n in (at - 1, at + 1) if 0 <= n < len(found)]
            row = tuple(near[3] for near in beside if _in_a_row(text, span, near[0]))
            # In a row of agencies, "housing, police, us", a need is one of them.
            why = ROW if reason == "need" and "" in row else reason
            place = Span(offset + span.start, offset + span.end)
            candidates.append(Candidate(place, agency, rule, why, row))
        return candidates

    def _pointed(
        self, sentence: Sentence, known: Sequence[Named], number: int
    ) -> Iterator[tuple[Span, str, str]]:
        """The candidates before a plan sets in; "the nurse" is of the agency named before."""
        for span, agency, rule in at_their_place(sentence.text, self.candidates(sentence.text)):
            if sentence.span.start + span.start >= sentence.plan_from:
                return
            meant = ""
            if not rule.startswith("role:"):
                offset = sentence.span.start
                meant = self._back.of(sentence.text, span, known, number, offset)
            if meant and meant != agency:
                yield span, meant, f"back:{meant}:{_slug(span.cut(sentence.text))}"
            else:
                yield span, agency, rule

    def mentions(self, note_id: str, sentences: list[Sentence]) -> tuple[Mention, ...]:
        """All mentions of a note, in order."""
        every: list[Mention] = []
        before: list[Named] = []
        agencies: frozenset[str] = frozenset()
        for number, sentence in enumerate(sentences):
            judged = self.judged(sentence, before, number)
            kept = self._involvement.kept(sentence, judged, agencies) if judged else ()
            here = [_mention(note_id, each) for each in kept]
            agencies |= {each.agency for each in here}
            known = before + [as_named(sentence, m.span, m.agency, number) for m in here]
            here += self._referring(note_id, sentence, number, known, judged)
            here = joined(sentence, sorted(here, key=lambda mention: mention.span.start))
            before += [as_named(sentence, m.span, m.agency, number) for m in here]
            every += here
        return tuple(every)

    def _referring(
        self,
        note_id: str,
        sentence: Sentence,
        number: int,
        known: Sequence[Named],
        judged: Sequence[Candidate],
    ) -> Iterator[Mention]:
        """The words of a sentence that are no alias, and mean an agency named before."""
        if sentence.kind not in ("record", "mail"):
            return
        taken = [each.span for each in judged]
        for span, agency, head in self._back.in_sentence(sentence, number, known, taken):
            place = Span(span.start - sentence.span.start, span.end - sentence.span.start)
            if span.start >= sentence.plan_from:
                return
            if exclusion_reason(sentence.text, place, "") in ("", "need"):
                rule = f"back:{agency}:{_slug(head)}"
                yield Mention(note_id=note_id, span=span, agency=agency, rule=rule)


def find_mentions(note: Note, codebook: Codebook, site: str = "") -> tuple[Mention, ...]:
    """The mentions of one note. For many notes, build one ``AgencyMatcher`` and keep it."""
    return AgencyMatcher(codebook, site).mentions(note.id, read_sentences(note.text))


def _mention(note_id: str, found: Candidate) -> Mention:
    return Mention(note_id=note_id, span=found.span, agency=found.agency, rule=found.rule)


def _slug(text: str) -> str:
    return _SLUG.sub("-", text.lower()).strip("-")


def _long_words(entries: dict[str, list[_Entry]]) -> Iterator[str]:
    for group in entries.values():
        for entry in group:
            if not entry.exact:
                yield from entry.words


def _tags_of(entries: dict[str, list[_Entry]], known: Container[str]) -> dict[str, str]:
    """The role tags that read as an alias does: "[HOUSING_NEEDS_OFFICER_1]", "[SUBSTANCE_1]"."""
    tags: dict[str, str] = {}
    for group in entries.values():
        for entry in group:
            tag = "_".join(entry.words).upper()
            if tag not in known and (len(tag) > _SHORTEST_TAG or entry.exact):
                tags.setdefault(tag, entry.agency)
    return tags


def _in_a_row(text: str, one: Span, other: Span) -> bool:
    left, right = sorted((one, other), key=lambda span: span.start)
    return _ROW.fullmatch(text, left.end, right.start) is not None


def _fold(word: str) -> str:
    return written_out(word.casefold().replace("’", "'"))


def _singular(word: str) -> str:
    """The word without a plural or possessive ending."""
    if word.endswith("'s"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 2 else word


def _possessive(word: _Word) -> bool:
    return word.folded.endswith("'s")


def _match(text: str, words: list[_Word], at: int, entry: _Entry) -> int:
    """The index after the alias, with its noun if it wants one, if it stands at ``at``, else 0."""
    size = len(entry.words)
    if at + size > len(words):
        return 0
    for step, wanted in enumerate(entry.words):
        word = words[at + step]
        if step and not _linked(text, words, at + step):
            return 0
        have = word.written if entry.exact else word.folded
        if have == wanted:
            continue
        if step < size - 1 or (_singular(have) != wanted and have != f"{wanted}'S"):
            return 0
    return _after_head(text, words, at + size) if entry.headed else at + size


def _after_head(text: str, words: list[_Word], at: int) -> int:
    """The index after the head of a topic, with no more than two words before it; else 0.

    A word that nobody listed may be one of the two: "recovery outreach nurse".
    """
    unlisted = 0
    for step in range(at, min(at + 1 + _BETWEEN_AT_MOST, len(words))):
        if not _linked(text, words, step):
            return 0
        word = words[step].folded
        if word in HEADS and not (word in BETWEEN and _heads_next(text, words, step + 1)):
            return step + 1
        if word not in BETWEEN:
            unlisted += 1
            if unlisted > 1 or not may_stand_between(word):
                return 0
    return 0


def _heads_next(text: str, words: list[_Word], at: int) -> bool:
    return _linked(text, words, at) and words[at].folded in HEADS


def _linked(text: str, words: list[_Word], at: int) -> bool:
    """Whether only blanks or one hyphen stand between this word and the one before it."""
    if at >= len(words):
        return False
    return _BETWEEN.fullmatch(text, words[at - 1].end, words[at].start) is not None


def _adjoin(text: str, left: _Found, right: _Found) -> bool:
    return text[left.end : right.start] == " "
