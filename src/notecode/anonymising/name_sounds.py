"""What a name sounds like, roughly, whatever its spelling: Oksana and Oxana, Nusrat and Nusrath."""

import re

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
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
