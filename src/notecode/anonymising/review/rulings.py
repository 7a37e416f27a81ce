"""The decisions of a review, applied to the raw texts of a case when it is anonymised again.

A decision is made at a place. Made for the whole case, it holds wherever the same words stand,
whatever their accents, and whatever their letter case unless they are plain English words: "Will"
is not "will". A plain word with a capital is a name in one place and begins a sentence in another:
it is masked where it reads as a name and doubted elsewhere; let stand as a word, it stays masked
where it reads as a name. Where several decisions meet, one made at the place comes before one that
reached it from elsewhere, and of these the later one before the earlier. What a reviewer masks is
masked against every other finding and even within the name of an agency; what they let stand is
kept against everything, save that a name or number of the people file is masked all the same
unless it was let stand on purpose.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from notecode.anonymising.conflicts import resolve
from notecode.anonymising.findings import PERSON, REVIEW, Finding
from notecode.anonymising.names.cues import reads_as_name
from notecode.anonymising.protection import Kept
from notecode.anonymising.review.span_map import SpanMap
from notecode.anonymising.words.phrases import PhraseMatcher
from notecode.anonymising.words.spelling import Token, starts_sentence, tokens
from notecode.decisions import MaskDecision
from notecode.model import Flag, Span

LOST = "a decision of the review could not be applied here again: look through this note"
OUT_OF_REACH = (
    "a decision for the whole case was made in notes that are not in this export: its words were"
    " not looked for here, read this note"
)
DOUBTFUL = "decisions of the review side by side, told apart by guess: check each of them"
YIELDED = "let stand in the review, and a name of the people file: decide again"
SAME_WORD = "masked elsewhere in this case, and here perhaps an ordinary word: check which"

_MISSPELT = "roster-misspelt"


@dataclass(frozen=True, slots=True, repr=False)
class PlacedDecision:
    """A decision with the raw ranges on which it lies, as (note id, range); in memory only.

    ``origin`` is the one where it was made, or None. ``lost`` are notes in which it lay and has
    no certain place any more, ``doubtful`` those where it was guessed; ``unread`` says that it
    lies only in notes that are not given.
    """

    decision: MaskDecision
    origin: tuple[str, Span] | None
    others: tuple[tuple[str, Span], ...] = ()
    lost: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    unread: bool = False

    def __repr__(self) -> str:
        return f"PlacedDecision({self.decision.id}, {len(self.others)} further places)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False)
class Ruled:
    """A raw range of one note on which a decision has a say; the ``first`` ones win."""

    span: Span
    decision: MaskDecision
    first: tuple[int, int]

    def __repr__(self) -> str:
        return f"Ruled({self.decision.id}, {self.span.start}-{self.span.end})"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, repr=False)
class Settled:
    """What is masked in one text once all decisions have been applied, from left to right.

    ``ruled`` are all places on which a decision has a say, ``yielded`` those of them that were
    let stand and are masked all the same. ``doubted`` are words like one that was masked for the
    whole case, where they are perhaps no name.
    """

    raw: str
    findings: list[Finding]
    ruled: list[Ruled] = field(default_factory=list)
    yielded: list[Ruled] = field(default_factory=list)
    doubted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The words of one decision for the whole case: how its plain words are written.

    ``as_word``: it was let stand where it did not read as a name.
    """

    number: int
    decision: MaskDecision
    written: frozenset[str]
    as_word: bool


class Rulings:
    """The decisions on one case, ready to be applied to its texts."""

    def __init__(
        self,
        placed: Sequence[PlacedDecision],
        raw: Mapping[str, str],
        person_of: Mapping[str, str],
        plain: Container[str] = (),
    ) -> None:
        """Take decisions, the oldest first, the raw text of each note, and people by tag.

        ``plain`` are the plain words, folded: these are told apart by their letter case.
        """
        self._plain = plain
        self._person_of = person_of
        self._here: dict[str, list[Ruled]] = {}
        self._lost: dict[str, list[str]] = {}
        self._unread = any(item.unread for item in placed)
        self._doubtful = {(note, p.decision.id) for p in placed for note in p.doubtful}
        spoken: dict[tuple[str, ...], list[_Spoken]] = {}
        for number, item in enumerate(placed):
            decision = item.decision
            for note_id in item.lost:
                self._lost.setdefault(note_id, []).append(decision.id)
            if item.origin is not None:
                note_id, span = item.origin
                ruled = Ruled(span, decision, (1, number))
                self._here.setdefault(note_id, []).append(ruled)
            if decision.everywhere:
                places = item.others if item.origin is None else (item.origin, *item.others)
                as_word = decision.action == "unmask" and self._is_word(raw, places)
                for words, written in self._phrases(span.cut(raw[note]) for note, span in places):
                    told = _Spoken(number, decision, written, as_word)
                    spoken.setdefault(words, []).append(told)
        self._spoken = PhraseMatcher(spoken.items())

    def _phrases(self, surfaces: Iterable[str]) -> Iterable[tuple[tuple[str, ...], frozenset[str]]]:
        """The words of these places, each with the ways in which their plain words are written."""
        found: dict[tuple[str, ...], set[str]] = {}
        for surface in surfaces:
            words = tokens(surface)
            folded = tuple(word.folded for word in words)
            if folded:
                found.setdefault(folded, set()).add(self._written(surface, words))
        return [(folded, frozenset(written)) for folded, written in found.items()]

    def _written(self, text: str, words: Iterable[Token]) -> str:
        """The plain words among these as they are written; the letter case of others is free."""
        return " ".join(text[w.start : w.end] for w in words if w.folded in self._plain)

    def _is_word(self, raw: Mapping[str, str], places: Sequence[tuple[str, Span]]) -> bool:
        """Whether the first of these places has a plain word that does not read as a name."""
        for note_id, span in places[:1]:
            words = tokens(raw[note_id])
            index = next((n for n, word in enumerate(words) if word.start >= span.start), -1)
            if index >= 0 and words[index].end == span.end:
                return self._is_ambiguous(raw[note_id], words, index) and not reads_as_name(
                    raw[note_id], words, index, expected=True
                )
        return False

    def _is_ambiguous(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a capital may come from the start of a sentence and not from a name."""
        word = words[index]
        begins = text[word.start].isupper() and starts_sentence(text, word.start)
        return begins and word.folded in self._plain

    def _fits(self, told: _Spoken, text: str, words: Sequence[Token], first: int) -> bool:
        """Whether a single word is used here as the decision takes it to be."""
        if told.decision.action == "dismiss":
            return True
        if told.as_word:
            return not reads_as_name(text, words, first, expected=True)
        if told.decision.action == "unmask" or not self._is_ambiguous(text, words, first):
            return True
        is_person = told.decision.type in {"", PERSON} or bool(told.decision.tag)
        return is_person and reads_as_name(text, words, first, expected=True)

    def has_own(self, note_id: str) -> bool:
        """Whether a decision was made in just this note."""
        return note_id in self._here

    def on(self, note_id: str, text: str, words: Sequence[Token]) -> list[Ruled]:
        """Every place of a note on which a decision has a say; ``note_id`` may be ""."""
        return self._on(note_id, text, words)[0]

    def _on(
        self, note_id: str, text: str, words: Sequence[Token]
    ) -> tuple[list[Ruled], tuple[Span, ...]]:
        """The same, and the words that would be masked if they read as a name."""
        found = {(ruled.decision.id, ruled.span): ruled for ruled in self._here.get(note_id, ())}
        doubted: dict[Span, None] = {}
        for hit in self._spoken.find(text, words):
            span = Span(hit.start, hit.end)
            for told in hit.value:
                if (
                    self._written(text, words[hit.first : hit.first + hit.count])
                    not in told.written
                ):
                    continue
                if hit.count > 1 or self._fits(told, text, words, hit.first):
                    ruled = Ruled(span, told.decision, (0, told.number))
                    found.setdefault((told.decision.id, span), ruled)
                elif not told.as_word:
                    doubted[span] = None
        ruled_here = sorted(found.values(), key=lambda ruled: ruled.first, reverse=True)
        return ruled_here, tuple(span for span in doubted if not _is_decided(span, ruled_here))

    def settle(
        self,
        note_id: str,
        text: str,
        words: Sequence[Token],
        findings: Sequence[Finding],
        kept: Sequence[Kept],
    ) -> Settled:
        """What is masked in a text, given everything that was found and is to be kept in it."""
        ruled, doubted = self._on(note_id, text, words)
        taken: list[Ruled] = []
        settled = Settled(text, list(findings), ruled, doubted=doubted)
        keep = list(kept)
        for item in ruled:
            if item.decision.action == "dismiss" or _meets(item, taken):
                continue
            taken.append(item)
            if item.decision.action != "unmask":
                settled.findings.append(self._finding(item))
            elif item.decision.deliberate or not _is_listed(item.span, findings):
                keep = _with_kept(keep, item.span)
            else:
                settled.yielded.append(item)
        settled.findings[:] = resolve(text, settled.findings, keep)
        return settled

    def _finding(self, item: Ruled) -> Finding:
        # Somebody outside the people file is called by the tag itself.
        person = self._person_of.get(item.decision.tag, item.decision.tag)
        kind = PERSON if person else item.decision.type or PERSON
        return Finding(item.span.start, item.span.end, kind, 1.0, REVIEW, person)

    def flags(
        self, note_id: str, text: str, source: SpanMap, settled: Settled, found: Iterable[Flag]
    ) -> tuple[Flag, ...]:
        """The flags of an anonymised text, without those dismissed, with those of decisions."""
        stands = _places(source, settled.ruled, "unmask")
        looked_at = _places(source, settled.ruled, "dismiss")
        flags = [*self._losses(note_id, text)]
        flags += (Flag(span=span, reason=YIELDED) for span, _ in _places(source, settled.yielded))
        doubtful = [r for r in settled.ruled if (note_id, r.decision.id) in self._doubtful]
        flags += (Flag(span=span, reason=DOUBTFUL) for span, _ in _places(source, doubtful))
        flags += (
            Flag(span=span, reason=SAME_WORD)
            for word in settled.doubted
            if not any(masked.raw.overlaps(word) for masked in source.masked)
            and (span := source.to_anonymised(word)) is not None
        )
        flags += (flag for flag in found if not _is_fine(flag, stands))
        return tuple(flag for flag in flags if not _is_fine(flag, looked_at))

    def _losses(self, note_id: str, text: str) -> Iterator[Flag]:
        """Flags for what could not be applied again, over the note's first line."""
        reasons = [LOST] if note_id in self._lost else []
        if self._unread:
            reasons.append(OUT_OF_REACH)
        length = len(text.partition("\n")[0].rstrip()) or len(text)
        if length:
            yield from (Flag(span=Span(0, length), reason=reason) for reason in reasons)


def _places(source: SpanMap, ruled: Iterable[Ruled], action: str = "") -> list[tuple[Span, str]]:
    """Where decisions (of one action) lie in the anonymised text, and the flags they dismiss."""
    places = [
        (source.to_anonymised(item.span), item.decision.reason)
        for item in ruled
        if action in {"", item.decision.action}
    ]
    return [(span, reason) for span, reason in places if span is not None]


def _is_fine(flag: Flag, looked_at: Iterable[tuple[Span, str]]) -> bool:
    return any(
        span.overlaps(flag.span) and reason in {"", flag.reason} for span, reason in looked_at
    )


def _is_decided(span: Span, ruled: Iterable[Ruled]) -> bool:
    """Whether a decision masks the place or lets it stand."""
    return any(item.decision.action != "dismiss" and item.span.overlaps(span) for item in ruled)


def _meets(item: Ruled, taken: Iterable[Ruled]) -> bool:
    return any(item.span.overlaps(other.span) for other in taken)


def _is_listed(span: Span, findings: Iterable[Finding]) -> bool:
    """Whether the people file has what stands there, spelt right."""
    return any(
        finding.person_id and finding.recogniser not in {REVIEW, _MISSPELT}
        for finding in findings
        if finding.start < span.end and span.start < finding.end
    )


def _with_kept(kept: Iterable[Kept], span: Span) -> list[Kept]:
    """The ranges to keep with this one among them, none overlapping it."""
    parts = [Kept(span.start, span.end, True)]
    for other in kept:
        if other.end <= span.start or other.start >= span.end:
            parts.append(other)
            continue
        if other.start < span.start:
            parts.append(other._replace(end=span.start))
        if other.end > span.end:
            parts.append(other._replace(start=span.end))
    return sorted(parts)
