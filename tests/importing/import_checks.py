"""The sample's rows, and what the import tests look for in problems."""

from collections.abc import Iterable

from notecode.errors import Problem

HEADERS = "Note ID|Case Ref|Area|Contact Date|Contact Type|Recorded By|Role|Note".split("|")  # noqa: SIM905
"""The headers of the sample export."""


def note_row(number: int, **cells: str) -> list[str]:
    """A plausible row under ``HEADERS``; ``cells`` replace single ones by name of field."""
    row = {
        "id": f"N{number:03d}",
        "case": "C01",
        "site": "North",
        "date": "13/02/2017",
        "type": "Phone",
        "by": "A Worker",
        "role": "Case Manager",
        "text": f"T/C to OM about letter {number}: SU missed his appointment again.",
    }
    return list({**row, **cells}.values())


def find(problems: Iterable[Problem], words: str) -> list[Problem]:
    """The problems whose message or hint has the words."""
    return [p for p in problems if words in p.message or words in p.hint]


def only(problems: Iterable[Problem], words: str) -> Problem:
    """The one problem that has the words."""
    found = find(problems, words)
    assert len(found) == 1, [str(problem) for problem in problems]
    return found[0]
