"""Find the words of a note that stand for an agency or its worker, by the codebook's aliases.

A note is read once, word by word; each word is looked up among the first words of the aliases, the
longest alias is tried first, and a worker's noun or role tag after it joins the span ("CGL worker",
"OM [OM_1]"). What a sentence or its words rule out is left out; see ``context``, ``exclusions``
and ``involvement``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notecode.model import Codebook, Mention, Note, Span
from notecode.suggesting.context import Sentence, read_sentences
from notecode.suggesting.exclusions import exclusion_reason
from notecode.suggesting.involvement import ROW, Candidate, involvement_of
from notecode.suggesting.titles import joined, titled

_TOKEN = re.compile(r"\[([A-Z]+(?:_[A-Z]+)*)(?:_\d+)?\]|[^\W_]+(?:['’][^\W_]+)?|&")
_BETWEEN = re.compile(r"['’]?[ \t]?[ \t-]?")
_ROW = re.compile(r"\s*(?:,|/|&|\+|;|,?\s(?:and|or|nor|with))\s*(?:the\s+)?", re.IGNORECASE)
_SLUG = re.compile(r"[^a-z0-9]+")
# Nouns that make a worker or team of an agency's name: "prison" and "prison staff" are one agency.
_WORKERS = frozenset(
    [
        "officer", "officers", "worker", "workers", "keyworker", "keyworkers", "team", "teams",
        "staff", "manager", "managers", "adviser", "advisers", "advisor", "advisors", "nurse",
        "service", "services", "unit", "receptionist", "sgt", "sergeant", "caseworker", "clerk",
        "provider", "providers", "lead", "rep", "reps", "desk", "duty", "people", "practitioner",
        "practitioners", "coordinator", "co-ordinator", "nurses", "helpline", "dept", "department",
        "admin", "colleague", "colleagues", "lady", "lot", "caseworkers", "specialist", "trust",
    ]
)  # fmt: skip
# What else may follow an alias that ends in a star: "alcohol *" is no agency without it.
_HEADS = _WORKERS | frozenset(
    [
        "hub", "office", "line", "clinic", "clinics", "centre", "consultant", "doctor", "mentor",
        "therapist", "counsellor", "navigator", "outreach", "project", "partnership", "agency",
        "charity", "programme", "assessor", "tutor", "inbox", "triage", "liaison", "senior",
        "supervisor", "deputy", "director", "man", "woman", "guy", "chap", "sister", "secretary",
        "psychologist", "inspector", "constable", "pc", "dc", "sw", "head", "panel", "reception",
        "assistant", "facilitator", "sergeants", "leads", "switchboard", "tutors", "volunteer",
        "squad", "prescriber", "chaplain", "warden", "engagement",
    ]
)  # fmt: skip
_STAR = " *"
_WORKER_PAIRS = frozenset({("key", "worker"), ("support", "worker"), ("duty", "officer")})
_SHORTEST_SWAP = 4
_SHORTEST_SLIP = 6
# English words that are a letter away from an alias.
_NO_SLIPS = frozenset(
    [
        "hotel",
        "hosted",
        "teaches",
        "reaches",
        "preacher",
        "counsel",
        "consoler",
        "resident",
        "refugee",
        "refugees",
        "probating",
        "hostile",
        "hosiery",
        "mourning",
        "offender",
        "offenders",
        "curse",
        "nurses",
        "purse",
        "dental",
        "dentist",
        "prices",
        "office",
        "offices",
        "worker",
        "workers",
        "walker",
        "walkers",
        "social",
        "soviet",
        "session",
        "service",
        "services",
        "series",
        "police",
        "counselled",
        "house",
        "houses",
        "rousing",
        "hosing",
    ]
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One alias, cut into words; ``exact`` words are compared letter by letter."""

    words: tuple[str, ...]
    agency: str
    rule: str
    exact: bool
    headed: bool
    """Whether a worker's or team's noun must follow: the alias ends in a star."""


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

    def __init__(self, codebook: Codebook, site: str = "") -> None:
        """Index the aliases that hold at ``site``: those for it, and those for everywhere."""
        self._involvement = involvement_of(codebook)
        self._roles: dict[str, str] = {}
        self._by_first: dict[str, list[_Entry]] = {}
        self._spellings: dict[str, str] = {}
        for agency in codebook.agencies:
            if agency.status == "retired":
                continue
            for role in agency.roles:
                self._roles.setdefault(role, agency.id)
            for alias in agency.aliases:
                if not alias.sites or site in alias.sites:
                    self._add(agency.id, alias.text, exact=alias.exact)
        self._slips: dict[str, str] = {}
        self._longest = 0
        self._known = set(_long_words(self._by_first, 1)) | (_NO_SLIPS - {"hosing"})
        self._known |= {f"{word}s" for word in self._known} | {f"{w}'s" for w in self._known}
        for word in _long_words(self._by_first, _SHORTEST_SWAP):
            self._spellings.setdefault(_letters(word), word)
            if len(word) > _SHORTEST_SLIP:
                self._longest = max(self._longest, len(word))
                self._slips[word] = word
                for at in range(1, len(word) - 1):
                    self._slips.setdefault(f"{word[:at]}?{word[at + 1 :]}", word)
        for entries in self._by_first.values():
            entries.sort(key=lambda e: (-len(e.words) - int(e.headed), e.headed, not e.exact))

    def _add(self, agency: str, alias: str, *, exact: bool) -> None:
        words = tuple(
            match.group() if exact else _fold(match.group()) for match in _TOKEN.finditer(alias)
        )
        if words:
            slug = _SLUG.sub("-", alias.lower()).strip("-")
            headed = alias.endswith(_STAR)
            entry = _Entry(words, agency, f"alias:{agency}:{slug}", exact, headed)
            self._by_first.setdefault(_fold(words[0]), []).append(entry)

    def _respelt(self, word: str) -> str:
        """The alias word of which this is a slip with two neighbouring letters changed over."""
        if len(word) < _SHORTEST_SWAP or word in self._known:
            return word
        meant = self._spellings.get(_letters(word), word)
        if meant != word and _changed_over(word, meant):
            return meant
        return self._one_letter_out(word) if len(word) >= _SHORTEST_SLIP else word

    def _one_letter_out(self, word: str) -> str:
        """The alias word of which this is a slip by one letter within: too many, too few, wrong."""
        if len(word) > self._longest + 1:
            return word
        for gone in range(1, len(word) - 1):
            for key in (word[:gone] + word[gone + 1 :], f"{word[:gone]}?{word[gone + 1 :]}"):
                if key in self._slips:
                    return self._slips[key]
        for gap in range(1, len(word)):
            if f"{word[:gap]}?{word[gap:]}" in self._slips:
                return self._slips[f"{word[:gap]}?{word[gap:]}"]
        return word

    def candidates(self, text: str) -> Iterator[tuple[Span, str, str]]:
        """Span, agency and rule of every alias or role tag in ``text``, in order, not excluded."""
        words = [
            _Word(m.start(), m.end(), m.group(), self._respelt(_fold(m.group())), m.group(1) or "")
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
            if _linked(text, words, after) and words[after].folded in _WORKERS | {"head"}:
                end, after = words[after].end, after + 1
            return _Found(first.start, end, agency, f"role:{agency}:{first.role}", after)
        for entry in self._by_first.get(first.folded, ()) or self._by_first.get(
            _singular(first.folded), ()
        ):
            after = _match(text, words, at, entry)
            if after:
                return self._extend(text, words, first.start, after, entry)
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
            elif words[taken].folded in _WORKERS:
                taken += 1
        worker = taken > after or entry.headed or entry.words[-1].lower() in _WORKERS
        if taken < len(words) and words[taken].role and _linked(text, words, taken):
            owner = self._roles.get(words[taken].role)
            if owner == entry.agency or (owner is not None and worker):
                taken += 1
        last = words[taken - 1]
        end = last.end - (2 if _possessive(last) else 0)
        return _Found(start, end, entry.agency, entry.rule, taken)

    def judged(self, sentence: Sentence) -> list[Candidate]:
        """The words for agencies of one sentence, each with why it may be none."""
        if sentence.kind not in ("record", "mail"):
            return []
        offset, text = sentence.span.start, sentence.text
        found = [
            (span, agency, rule, exclusion_reason(text, span, agency))
            for span, agency, rule in self.candidates(text)
            if offset + span.start < sentence.plan_from
        ]
        candidates = []
        for at, (span, agency, rule, reason) in enumerate(found):
            beside = [found[n] for n in (at - 1, at + 1) if 0 <= n < len(found)]
            row = tuple(near[3] for near in beside if _in_a_row(text, span, near[0]))
            # In a row of agencies, "housing, police, us", a need is one of them.
            why = ROW if reason == "need" and "" in row else reason
            place = Span(offset + span.start, offset + span.end)
            candidates.append(Candidate(place, agency, rule, why, row))
        return candidates

    def in_sentence(self, sentence: Sentence, named: frozenset[str]) -> Iterator[Candidate]:
        """The mentions of one sentence; ``named`` are the agencies of those before it."""
        found = self.judged(sentence)
        return self._involvement.kept(sentence, found, named) if found else iter(())

    def mentions(self, note_id: str, sentences: list[Sentence]) -> tuple[Mention, ...]:
        """All mentions of a note, in order."""
        found: list[list[Mention]] = []
        named: frozenset[str] = frozenset()
        for sentence in sentences:
            here = [
                Mention(note_id=note_id, span=each.span, agency=each.agency, rule=each.rule)
                for each in self.in_sentence(sentence, named)
            ]
            named |= {each.agency for each in here}
            found.append(joined(sentence, here))
        every = [each for group in found for each in group]
        every += titled(sentences, found, note_id)
        return tuple(sorted(every, key=lambda mention: mention.span.start))


def find_mentions(note: Note, codebook: Codebook, site: str = "") -> tuple[Mention, ...]:
    """The mentions of one note. For many notes, build one ``AgencyMatcher`` and keep it."""
    return AgencyMatcher(codebook, site).mentions(note.id, read_sentences(note.text))


def _long_words(entries: dict[str, list[_Entry]], shortest: int) -> Iterator[str]:
    for group in entries.values():
        for entry in group:
            for word in entry.words:
                if len(word) >= shortest and not entry.exact:
                    yield word


def _in_a_row(text: str, one: Span, other: Span) -> bool:
    left, right = sorted((one, other), key=lambda span: span.start)
    return _ROW.fullmatch(text, left.end, right.start) is not None


def _letters(word: str) -> str:
    """A key that words share when they have the same letters and begin alike."""
    return word[:1] + "".join(sorted(word[1:]))


def _changed_over(word: str, meant: str) -> bool:
    """Whether two neighbouring letters, and no more, have changed places."""
    apart = [at for at, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


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
    if entry.headed:
        after = at + size
        if not _linked(text, words, after) or words[after].folded not in _HEADS:
            return 0
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
    return at + size + int(entry.headed)


def _linked(text: str, words: list[_Word], at: int) -> bool:
    """Whether only blanks or one hyphen stand between this word and the one before it."""
    if at >= len(words):
        return False
    return _BETWEEN.fullmatch(text, words[at - 1].end, words[at].start) is not None


def _adjoin(text: str, left: _Found, right: _Found) -> bool:
    return text[left.end : right.start] == " "
