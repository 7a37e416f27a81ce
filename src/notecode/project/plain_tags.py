"""Notes as the rules read them: under role tags, whatever stands in the place of names and days.

The codebook's rules look for "[OM_1] said" and "rang [SU]". So a note with surrogates or moved
days is read with its tags alone, and what is found is put back to where it stands in the note.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from notecode.anonymising.review.span_map import MaskedSpan, SpanMap
from notecode.model import Codebook, Mask, Mention, Note, Span, Suggestion
from notecode.store import notes as stored_notes
from notecode.store.connection import Database
from notecode.store.masked_notes import load_given
from notecode.suggesting import compile_suggester
from notecode.suggesting.local_names import LocalName, names_in
from notecode.suggesting.rules import Suggester, suggestion_id

Found = tuple[tuple[Mention, ...], tuple[Suggestion, ...]]


class StoredNotesReader:
    """The rules of a codebook, at work on stored notes: what is found is the same for every use."""

    def __init__(self, db: Database, codebook: Codebook, no_names: Sequence[str] = ()) -> None:
        """``no_names`` are not learnt as names of local services; "*" stands for all."""
        self._db, self._codebook, self._no_names = db, codebook, frozenset(no_names)
        self._suggester = compile_suggester(codebook)
        self._sites = {case.id: case.site for case in stored_notes.load_cases(db)}
        self._reworded = bool(load_given(db))

    def learn(self, notes: Iterable[Note]) -> dict[str, tuple[LocalName, ...]]:
        """Learn the names of local services from all notes; returns them by site."""
        by_site: dict[str, dict[str, str]] = {}
        for note in () if "*" in self._no_names else notes:
            texts = by_site.setdefault(self._sites[note.case_id], {})
            texts[note.id] = _under_tags(note, self._masks(note)).text
        for site, texts in sorted(by_site.items()):
            self._suggester.learn(site, texts, self._no_names)
        return self._suggester.learnt

    def learnt_in(self, note: Note) -> str:
        """The learnt names that stand in a note, each with its agency, as stored with the note."""
        learnt = self._suggester.learnt.get(self._sites[note.case_id], ())
        agencies = {each.name: each.agency for each in learnt}
        names = names_in(note.text, agencies)
        return "; ".join(f"{name}={agencies[name]}" for name in names)

    def read(self, note: Note) -> Found:
        """The mentions and suggestions of a stored note."""
        site = self._sites[note.case_id]
        return suggest_for(self._suggester, self._codebook, note, self._masks(note), site)

    def _masks(self, note: Note) -> tuple[Mask, ...]:
        return stored_notes.load_masks(self._db, note.id) if self._reworded else ()


def suggest_for(
    suggester: Suggester, codebook: Codebook, note: Note, masks: Sequence[Mask], site: str
) -> Found:
    """The mentions and suggestions of one stored note, the same as under role tags.

    ``masks`` are those of the note, in order.
    """
    if _says_tags(masks):
        return suggester.for_note(note, site)
    plain, source = _with_tags(note, masks)
    mentions, suggestions = suggester.for_note(plain, site)
    rules = {rule.id: rule for rule in codebook.rules}

    def there(span: Span) -> Span:
        found = source.to_raw(span)
        assert found is not None
        return found

    placed = []
    for each in suggestions:
        span = there(each.span)
        id_ = suggestion_id(note.id, span, rules[each.rule])
        evidence = tuple(there(place) for place in each.evidence)
        placed.append(replace(each, id=id_, span=span, evidence=evidence))
    moved = tuple(replace(mention, span=there(mention.span)) for mention in mentions)
    return moved, tuple(placed)


def _says_tags(masks: Sequence[Mask]) -> bool:
    return all(mask.pseudonym.startswith("[") for mask in masks)


def _under_tags(note: Note, masks: Sequence[Mask]) -> Note:
    return note if _says_tags(masks) else _with_tags(note, masks)[0]


def _with_tags(note: Note, masks: Sequence[Mask]) -> tuple[Note, SpanMap]:
    """The note with a tag for each mask, and where each piece of it stands in the note."""
    text = ""
    position = 0
    places: list[MaskedSpan] = []
    for mask in masks:
        text += note.text[position : mask.span.start]
        tag = mask.tag if mask.pseudonym.endswith("]") else f"[{mask.type}_1]"
        tagged = Span(len(text), len(text) + len(tag))
        places.append(MaskedSpan(raw=mask.span, anonymised=tagged, type=mask.type))
        text += tag
        position = mask.span.end
    text += note.text[position:]
    return replace(note, text=text), SpanMap(tuple(places), len(note.text), len(text))
