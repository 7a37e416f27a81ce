"""Points: what words add up to, as a rule writes it: ``12 for patrol, marker, <guard>``.

A cue is a word pattern, most often one word, class or person; or what stands around the sentence:
``after:CODE`` (the last code that was suggested in the note, or ``after:start``), ``type:`` the
note's contact type, ``speaker:`` of whom the sentence tells.
"""

import re
from dataclasses import dataclass

from notecode.codebook.signs import PatternError

AROUND = ("after:", "type:", "speaker:")
"""How the cues begin that are not in the sentence's words."""
_POINTS = re.compile(r"([+-]?\d{1,4}) for (\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Points:
    """So many points for each of these cues; fewer than none speak against the code."""

    number: int
    cues: tuple[str, ...]


def read_points(text: str) -> Points:
    """One entry of a rule's ``points``.

    Raises:
        PatternError: if it does not read ``NUMBER for CUE, CUE``.

    """
    found = _POINTS.fullmatch(text.strip())
    cues = tuple(cue.strip() for cue in found[2].split(",") if cue.strip()) if found else ()
    if found is None or not cues:
        raise PatternError("write it as '12 for word, <class>, @who'")
    return Points(int(found[1]), cues)


def in_words(points: tuple[str, ...]) -> tuple[str, ...]:
    """The cues of all entries that are word patterns."""
    return tuple(
        cue for text in points for cue in read_points(text).cues if not cue.startswith(AROUND)
    )
