"""Finding a code by what is typed of it, and what a new code could be called. Pure."""

import re
from collections.abc import Iterable
from string import ascii_lowercase, digits
from unicodedata import normalize

from notecode.model import Code, Codebook

_WORD = re.compile(r"[^\W_]+")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40
_SMALL_WORDS = {"a", "and", "for", "in", "into", "of", "on", "the", "to", "with"}
_NONE = 99
_TELLING = 3  # letters without which a word of a definition is no sign of anything
_BEFORE = 15  # letters shown before the place in a definition


def matching_codes(book: Codebook, typed: str) -> list[Code]:
    """The codes in use that fit what is typed, best first; all of them if nothing is typed.

    Best is its key, then the beginning of its label, of a word of it, the first letters of its
    words, a part of the label, a word of its path or id, and last what is said in its definition.
    Of several words each must fit. Codes that fit equally stand in the codebook's order.
    """
    wanted = typed.casefold().split()
    ranked = []
    for at, code in enumerate(book.codes):
        if code.status == "active":
            rank = _rank(book, code, wanted)
            if rank < _NONE:
                ranked.append((rank, at, code))
    return [code for _, _, code in sorted(ranked, key=lambda found: found[:2])]


def place_in_definition(code: Code, typed: str) -> str:
    """What a code's definition says around a typed word that its label has not; "" if none."""
    label, said = code.label.casefold(), f"{code.definition} {code.use_when}"
    for word in typed.casefold().split():
        at = said.casefold().find(word) if len(word) >= _TELLING and word not in label else -1
        if at >= 0:
            start = said.find(" ", max(at - _BEFORE, 0), at) + 1 if at > _BEFORE else 0
            return ("…" if start else "") + said[start:].strip()
    return ""


def _rank(book: Codebook, code: Code, wanted: list[str]) -> int:
    label = code.label.casefold()
    if label.startswith(" ".join(wanted)):
        return 1 if wanted and wanted != [code.key] else 0
    path = [step.label.casefold() for step in book.path(code.id)[:-1]]
    said = f"{code.definition} {code.use_when}".casefold()
    return max(_rank_of_word(code, label, path, said, word) for word in wanted)


def _rank_of_word(code: Code, label: str, path: list[str], said: str, word: str) -> int:
    words = _WORD.findall(label)
    fits = (
        word == code.key,
        label.startswith(word),
        any(part.startswith(word) for part in words),
        len(word) > 1 and _initials(words).startswith(word),
        len(word) > 1 and "".join(part[0] for part in words).startswith(word),
        word in label,
        any(part.startswith(word) for step in path for part in _WORD.findall(step)),
        word in code.id,
        len(word) >= _TELLING and any(part.startswith(word) for part in _WORD.findall(said)),
        len(word) >= _TELLING and word in said,
    )
    return next((rank for rank, fit in enumerate(fits) if fit), _NONE)


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL_WORDS)


def spelled_id(label: str) -> str:
    """The label's letters and digits as an id has them; "" if an id has none of its letters."""
    plain = normalize("NFKD", label).encode("ascii", "ignore").decode().casefold()
    slug = _NOT_IN_ID.sub("-", plain)[:_LONGEST_ID].strip("-")
    lost = any(c.isalpha() for c in label) and not any(c.isalpha() for c in slug)
    return "" if lost else slug


def proposed_id(book: Codebook, label: str) -> str:
    """An id that no code has or had, made of a label; "" if the label has no letter or digit.

    Where an id has none of the label's letters it is a number: "code-1".
    """
    slug = spelled_id(label)
    number = 2
    if not slug:
        if not any(c.isalnum() for c in label):
            return ""
        slug, number = "code", 1
    taken = {*book.code_by_id, *(former for code in book.codes for former in code.formerly)}
    found = slug if number > 1 else f"{slug}-{number}"
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found


def free_keys(book: Codebook) -> list[str]:
    """The letters and digits that are no code's key, letters first."""
    taken = {code.key for code in book.codes}
    return [key for key in ascii_lowercase + digits if key not in taken]


def proposed_key(book: Codebook, label: str) -> str:
    """A free key for a label: the first letter of a word, another letter of it, any; or ""."""
    free = free_keys(book)
    words = _WORD.findall(label.casefold())
    wishes = [_initials(words), "".join(words)]
    return next((key for wish in wishes for key in wish if key in free), free[0] if free else "")
