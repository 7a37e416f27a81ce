"""How the time of each pattern grows with the text: names those that grow faster than the text.

Each expression is run over long rows of one piece ("1 ", "Ab ", "number " …), the kind of text in
which an expression that tries again and again gives itself away.
"""

import time
from collections.abc import Iterator

from notecode.anonymising.assembly import recognisers
from notecode.anonymising.language_model import load_model
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser
from notecode.settings import DEFAULT_MODEL

PIECES = (
    *("1 ", "a ", "A ", "Ab ", "1", "- ", "12/", "x@", "a.", "number ", "\t", "ab1 ", "no 1 "),
    *("Mr ", "Ab, ", "A1", "(", ". ", "1, ", "Ab\n", "at the ", "http://", "07", "@", "and "),
    *(" ", "\n", "AB12 ", "1st ", "age 1 ", "x-"),
)
SHORT, LONG = 3_000, 12_000
SLOW = 0.05
"""Seconds for the long row from which a pattern is looked at."""
STEEP = 8
"""Four times the text may take this many times as long before it is named."""


def growth() -> Iterator[tuple[str, str, str, float, float]]:
    """Recogniser, expression, piece, and the seconds for the short and the long row."""
    for recogniser in recognisers(load_model(DEFAULT_MODEL)[1]):
        if not isinstance(recogniser, CasedPatternRecogniser):
            continue
        for (name, _, _), (pattern, _, _) in zip(
            recogniser.expressions, recogniser._compiled, strict=True
        ):
            for piece in PIECES:
                seconds = []
                for length in (SHORT, LONG):
                    text = (piece * length)[:length]
                    began = time.process_time()
                    for _ in pattern.finditer(text):
                        pass
                    seconds.append(time.process_time() - began)
                yield type(recogniser).__name__, name, piece, *seconds


if __name__ == "__main__":
    steep = 0
    for recogniser, name, piece, short, long in growth():
        if long > SLOW and long > STEEP * max(short, 1e-5):
            steep += 1
            print(f"{recogniser} {name!r} on {piece!r}: {short:.3f} s, {long:.3f} s")
    print(f"{steep} expressions grow faster than the text ({SHORT:,} to {LONG:,} characters)")
