"""What a name sounds like, or looks like in a bad scan, whatever its spelling; pet forms of it.

Oksana and Oxana, Nusrat and Nusrath, Dimitrov and Dirnitrov; Tamsy for Tamsin.
"""

import re

_ENDINGS = re.compile("(?:sy|sie|zza|za|rie|ie|ey|y|i|o|ers|er|s)$")
_SHORTEST_STEM = 3
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("rn", "m"),
        ("vv", "w"),
        ("ph", "f"),
        ("x", "ks"),
        ("ck|q|ch(?=[rlou])|c(?![eiyh])", "k"),
        ("w", "v"),
        ("z|ce|ci", "s"),
        ("y|ee|ie|ei|ey|j(?![aeiou])", "i"),
        ("oo|ou", "u"),
        ("(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
        ("e$", ""),
    )
)


def sound(folded: str) -> str:
    """The folded name with one letter for each sound that is written in several ways."""
    for pattern, replacement in _SOUNDS:
        folded = pattern.sub(replacement, folded)
    return folded


def is_pet_form(folded: str, name: str) -> bool:
    """Whether a folded word is the beginning of a first name with a pet ending: "Tamsy"."""
    match = _ENDINGS.search(folded)
    if match is None:
        return False
    stem = folded[: match.start()]
    if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return len(stem) >= _SHORTEST_STEM and name.startswith(stem) and name != folded
