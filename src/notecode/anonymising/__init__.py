"""From identifiable notes to anonymised ones: raw note and roster in, note, masks and flags out.

``load_anonymiser`` loads the language model and gives an ``Anonymiser``; ``find_leaks`` is the
gate before anything is written. Importing this package loads neither spaCy nor Presidio.
"""

from notecode.anonymising.cases import AnonymisedCase, AnonymisedNote
from notecode.anonymising.engine import Anonymiser, load_anonymiser
from notecode.anonymising.leak_check import Leak, find_leaks
from notecode.anonymising.review.span_map import MaskedSpan, SpanMap

__all__ = [
    "AnonymisedCase",
    "AnonymisedNote",
    "Anonymiser",
    "Leak",
    "MaskedSpan",
    "SpanMap",
    "find_leaks",
    "load_anonymiser",
]
