"""What a row of the log holds of its action; a row that is damaged is named, never guessed at."""

import json
from typing import Any

from notecode.errors import DatabaseError


def logged_values(event: int, change: str) -> dict[str, Any]:
    """The values of a logged change.

    Raises:
        DatabaseError: if it cannot be read, naming the row.

    """
    try:
        values = json.loads(change)
    except ValueError as error:
        raise unreadable(event) from error
    if not isinstance(values, dict):
        raise unreadable(event)
    return values


def unreadable(event: int) -> DatabaseError:
    """The error of a row of the log that cannot be read."""
    return DatabaseError(
        "what this row of the log says of its action is damaged and cannot be read",
        where=f"events, row {event}",
        hint="Restore corpus/notecode.db from a back-up that is whole.",
    )
