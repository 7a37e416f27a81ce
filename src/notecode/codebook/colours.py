"""Whether the colours of a codebook can be told apart, also by those who see fewer of them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

LEAST_DISTANCE = 15.0
"""How far apart in CIELAB (CIE 1976) two colours are at least that count as different.

The six colours of Okabe and Ito that the coder uses are 16 apart or more, whoever sees them.
"""

_Matrix = tuple[tuple[float, float, float], ...]

_SEEN: dict[str, _Matrix] = {
    "everybody": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "readers without red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "readers without green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "readers without blue cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Linear RGB as it is seen. Source: Machado, Oliveira and Fernandes, A Physiologically-based Model
for Simulation of Color Vision Deficiency, IEEE TVCG 15(6), 2009, at severity 1."""


def confusable(colours: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of different colours (#rrggbb) that look alike, and to whom."""
    for one, other in combinations(dict.fromkeys(colour.upper() for colour in colours), 2):
        for who, matrix in _SEEN.items():
            if distance(one, other, matrix) < LEAST_DISTANCE:
                yield one, other, who
                break


def distance(one: str, other: str, matrix: _Matrix = _SEEN["everybody"]) -> float:
    """How far apart two colours are seen, in CIELAB."""
    pair = (_lab(_seen(_linear(colour), matrix)) for colour in (one, other))
    return float(sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5)


def _linear(colour: str) -> tuple[float, ...]:
    """Linear RGB, 0 to 1. Source: IEC 61966-2-1 (sRGB)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def _seen(linear: tuple[float, ...], matrix: _Matrix) -> tuple[float, ...]:
    seen = (sum(m * part for m, part in zip(row, linear, strict=True)) for row in matrix)
    return tuple(min(1.0, max(0.0, part)) for part in seen)


def _lab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    """CIELAB under D65. Source: CIE 15:2004."""
    red, green, blue = linear
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
