"""Notes as the rules read them: under role tags, whatever stands in the place of names and days.

The codebook's rules look for "[OM_1] said" and "rang [SU]". So a note with surrogates or moved
days is read with its tags alone, and what is found is put back to where it stands in the note.
"""

from collections.abc import Sequence
from dataclasses import replace

from notecode.anonymising.review.span_map import MaskedSpan, SpanMap
from notecode.model import Codebook, Mask, Mention, Note, Span, Suggestion
from notecode.store import notes as stored_notes
from notecode.store.connection import Database
from notecode.store.masked_notes import load_given
from notecode.suggesting import compile_suggester
from notecode.suggesting.rules import Suggester, suggestion_id

Found = tuple[tuple[Mention, ...], tuple[Suggestion, ...]]


class StoredNotesReader:
    """The rules of a codebook, at work on stored notes: what is found is the same for every use."""

    def __init__(self, db: Database, codebook: Codebook) -> None:
        self._db, self._codebook = db, codebook
        self._suggester = compile_suggester(codebook)
        self._sites = {case.id: case.site for case in stored_notes.load_cases(db)}
        self._reworded = bool(load_given(db))

    def read(self, note: Note) -> Found:
        """The mentions and suggestions of a stored note."""
        masks = stored_notes.load_masks(self._db, note.id) if self._reworded else ()
        return suggest_for(self._suggester, self._codebook, note, masks, self._sites[note.case_id])


def suggest_for(
    suggester: Suggester, codebook: Codebook, note: Note, masks: Sequence[Mask], site: str
) -> Found:
    """The mentions and suggestions of one stored note, the same as under role tags.

    ``masks`` are those of the note, in order.
    """
    if all(mask.pseudonym.startswith("[") for mask in masks):
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
