"""Seeded chance that gives the same numbers on every supported Python."""

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws built on ``Random.random`` alone, whose sequence is fixed for a seed.

    ``choice``, ``sample`` and ``shuffle`` of the standard library may differ between versions.
    """

    def __init__(self, seed: str) -> None:
        """Start from a text, so that parts of the work can have a stream of their own."""
        self._random = Random(seed).random
        self._used: Counter[tuple[str, int]] = Counter()

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self._random() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """Any one of the items, each as likely as the next."""
        return items[int(self._random() * len(items))]

    def weighted(self, items: Sequence[tuple[T, float]]) -> T:
        """One of the items, by weight."""
        point = self._random() * sum(weight for _, weight in items)
        for item, weight in items:
            point -= weight
            if point < 0:
                return item
        return items[-1][0]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in a random order."""
        return [item for _, _, item in sorted((self._random(), n, x) for n, x in enumerate(items))]

    def fresh(self, bank: str, count: int) -> int:
        """An index below ``count``: the least used of three draws, so that a bank wears evenly."""
        draws = [int(self._random() * count) for _ in range(3)]
        best = min(draws, key=lambda n: self._used[bank, n])
        self._used[bank, best] += 1
        return best

    def digits(self, count: int) -> str:
        """So many random digits, as text."""
        return "".join(str(self.between(0, 9)) for _ in range(count))
