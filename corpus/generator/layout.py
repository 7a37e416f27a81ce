"""Sets sentences out as an author does, and keeps every offset in place."""

from dataclasses import dataclass, field

from .dice import Dice
from .grammar import Label, Piece
from .scene import Sentence


@dataclass(slots=True)
class Draft:
    """A note as it grows: lines of sentences, each sentence with what goes before it."""

    text: str = ""
    labels: list[Label] = field(default_factory=list)
    sentences: list[tuple[int, int, Sentence]] = field(default_factory=list)

    def add(self, sentence: Sentence, before: str = "") -> None:
        """Append a sentence; ``before`` stands outside it."""
        self.text += before
        start = len(self.text)
        self.text += sentence.piece.text
        self.labels += [label.moved(start) for label in sentence.piece.labels]
        self.sentences.append((start, len(self.text), sentence))


@dataclass(slots=True)
class Block:
    """Sentences that are set out in one way; blocks stand on lines of their own."""

    layout: str
    sentences: list[Sentence]
    stop: str = "."


def draft(blocks: list[Block], dice: Dice) -> Draft:
    """Blocks as one text, with every offset in place."""
    note = Draft()
    for block in blocks:
        for n, sentence in enumerate(block.sentences):
            last = n == len(block.sentences) - 1
            _close(sentence, block, last)
            if block.layout.startswith("times"):
                _timed(sentence, int(block.layout[6:]) + n, dice)
            note.add(sentence, _before(block.layout, n, bool(note.text)))
    return note


_GLUE = {"prose": " ", "dashes": " - ", "dots": "... "}


def _close(sentence: Sentence, block: Block, last: bool) -> None:
    """The full stop, where the author sets one and none stands."""
    stop = block.stop or ("." if block.layout == "prose" and not last else "")
    if block.layout in ("dashes", "dots"):
        stop = ""
    if sentence.piece.text[-1] not in ".!?:":
        sentence.piece.add(stop)


def _timed(sentence: Sentence, hour: int, dice: Dice) -> None:
    """Put the time of day before an entry; it is part of its line."""
    entry = Piece(f"{hour:02}.{dice.pick(['00', '10', '15', '25', '40', '55'])} ")
    entry.take(sentence.piece)
    sentence.piece = entry


def _before(layout: str, n: int, started: bool) -> str:
    """What stands before the nth sentence of a block."""
    line = "\n" if started else ""
    if layout == "bullets":
        return f"{line}- "
    if layout == "numbers":
        return f"{line}{n + 1}) "
    return _GLUE[layout] if n and layout in _GLUE else line
