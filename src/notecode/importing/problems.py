"""Collects a file's problems, so that all are reported at once and none drowns the others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from notecode.errors import Problem

SHOWN = 20
"""How many problems of one kind are listed before the rest are only counted."""


class ProblemLog:
    """The problems of one file, in the order they were found."""

    def __init__(self, file: str, earlier: Iterable[Problem] = ()) -> None:
        self.file = file
        self._problems = list(earlier)
        self._seen: Counter[tuple[str, str | None, bool]] = Counter()
        self._rows: dict[tuple[str, str | None], list[int]] = {}

    def add(
        self,
        message: str,
        *,
        row: int | None = None,
        column: str | None = None,
        line: int | None = None,
        hint: str = "",
        fatal: bool = True,
    ) -> None:
        """Note a problem; of one message and column only the first ones are kept whole.

        A warning is kept once, with all of its rows.
        """
        kind = (message, column, fatal)
        if row is not None and not fatal:
            rows = self._rows.setdefault((message, column), [])
            rows.append(row)
            if len(rows) > 1:
                return
        self._seen[kind] += 1
        if self._seen[kind] <= SHOWN:
            self._problems.append(
                Problem(
                    file=self.file,
                    message=message,
                    hint=hint,
                    row=row,
                    column=column,
                    line=line,
                    fatal=fatal,
                )
            )

    def warn(self, message: str, *, row: int | None = None, column: str | None = None) -> None:
        """Note a problem that stops nothing."""
        self.add(message, row=row, column=column, fatal=False)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems that were found elsewhere, as they are."""
        self._problems.extend(problems)

    def all(self) -> tuple[Problem, ...]:
        """Every problem, and for each kind that was cut short how many more there are."""
        more = [
            Problem(
                file=self.file,
                message=f"{message}: {count - SHOWN} more rows",
                column=column,
                fatal=fatal,
            )
            for (message, column, fatal), count in self._seen.items()
            if count > SHOWN
        ]
        return (*map(self._with_rows, self._problems), *more)

    def _with_rows(self, problem: Problem) -> Problem:
        """A warning of several rows names and counts them; any other problem is as it was."""
        rows = self._rows.get((problem.message, problem.column), [])
        if len(rows) < 2 or problem.fatal:
            return problem
        message = f"{problem.message}: {name_rows(rows)} ({len(rows)} rows)"
        return replace(problem, row=None, line=None, message=message)


def name_rows(rows: Sequence[int]) -> str:
    """The rows in words, "rows 3, 8 and 11", cut after the first twenty."""
    if len(rows) == 1:
        return f"row {rows[0]}"
    if len(rows) > SHOWN:
        return f"rows {', '.join(map(str, rows[:SHOWN]))} and {len(rows) - SHOWN} more"
    return f"rows {', '.join(map(str, rows[:-1]))} and {rows[-1]}"
