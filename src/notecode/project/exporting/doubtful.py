"""What may not leave the project unsaid: places in quoted notes that nobody has decided on."""

from collections.abc import Mapping

from notecode.errors import LeakError

SHOWN = 10
"""How many notes are named."""


def said_of_doubts(doubts: Mapping[str, int]) -> str:
    """How many flags nobody has decided on in what is quoted, in words; "" if there are none."""
    if not doubts:
        return ""
    places = sum(doubts.values())
    said = "1 doubtful place" if places == 1 else f"{places:,} doubtful places"
    notes = "1 note" if len(doubts) == 1 else f"{len(doubts):,} notes"
    return f"{said} not reviewed, in what is quoted of {notes}"


def refuse_doubts(doubts: Mapping[str, int], *, unreviewed: bool) -> None:
    """Refuse to quote what a person has not decided on, unless that is asked for.

    A flag lies where the anonymiser was in doubt: there a name may stand that no search knows.

    Raises:
        LeakError: naming the notes.

    """
    if not doubts or unreviewed:
        return
    notes = sorted(doubts)
    shown = notes[:SHOWN] + ([f"and {len(notes) - SHOWN:,} more"] if len(notes) > SHOWN else [])
    raise LeakError(
        f"{said_of_doubts(doubts)}: a name may stand there; nothing was written",
        where=f"{'note' if len(notes) == 1 else 'notes'} {', '.join(shown)}",
        hint="Decide on them (`notecode review EXPORT --people PEOPLE`). To write them as they"
        " are, say --unreviewed: every file then says so.",
    )
