"""Every failure that a user can meet: what went wrong, where, and what to do.

The wording of an error never holds note text or a person's name: it names files, rows, columns,
ids, counts and types. Each class has its own exit code, listed in ``docs/commands.md``.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in a file, placed as exactly as is known.

    ``row`` and ``line`` count from 1, as an editor or a spreadsheet shows them.
    ``fatal`` tells a problem that stops the work from one that is only reported.
    """

    file: str
    message: str
    hint: str = ""
    row: int | None = None
    column: str | None = None
    line: int | None = None
    fatal: bool = True

    @property
    def where(self) -> str:
        """File, line, row and column in one phrase, as far as they are known."""
        parts = [self.file]
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column is not None:
            parts.append(f"column {self.column!r}")
        return ", ".join(parts)

    def __str__(self) -> str:
        level = "" if self.fatal else "warning: "
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.where}: {level}{self.message}{hint}"


class NotecodeError(Exception):
    """An expected failure: what is wrong, where it is, and a hint on what to do."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        """Keep the three parts apart, so that ``--json`` can print them as fields."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}\n  {self.hint}" if self.hint else text


class UsageError(NotecodeError):
    """The command's words contradict each other or name nothing that exists."""

    exit_code = 2


class InputError(NotecodeError):
    """A file that was given cannot be used; carries all of its problems."""

    exit_code = 3

    def __init__(
        self, what: str, *, problems: Sequence[Problem] = (), where: str = "", hint: str = ""
    ) -> None:
        """Take the headline and every problem found, in the order of the file."""
        super().__init__(what, where=where, hint=hint)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {problem}" for problem in self.problems)])


class CodebookError(InputError):
    """codebook.yaml cannot be used; carries all of its problems with their lines."""

    exit_code = 4


class SettingsError(InputError):
    """notecode.toml cannot be used; carries all of its problems."""

    exit_code = 4


class ProjectError(NotecodeError):
    """There is no project here, or it lacks what this command needs."""

    exit_code = 5


class DatabaseError(NotecodeError):
    """The project database is damaged, locked, too new, or cannot be written."""

    exit_code = 6


class DamagedError(DatabaseError):
    """The file of the database is damaged: nothing more may be written into it."""


class ModelError(NotecodeError):
    """The language model is not installed or is not the one that was named."""

    exit_code = 7


class LeakError(NotecodeError):
    """Something about to be written holds an identifier; nothing was written."""

    exit_code = 8


class DisclosureError(LeakError):
    """What is to be written would give away withheld numbers beside it; nothing was written."""


class ConflictError(NotecodeError):
    """What a change was based on has been changed meanwhile by another process."""

    exit_code = 9


class CodingError(NotecodeError):
    """A coding action that means nothing here, such as the same code on the same span."""

    exit_code = 10


class WriteError(NotecodeError):
    """A file could not be written (disk full, no permission); what was there is unharmed."""

    exit_code = 11


class PassphraseError(NotecodeError):
    """The vault's passphrase is missing, wrong, empty or too short."""

    exit_code = 12


class VaultError(NotecodeError):
    """The vault is damaged, locked, missing, too new, or another project's."""

    exit_code = 13


class WorkerError(NotecodeError):
    """A process that did a part of the work was ended from outside; what was finished is kept."""

    exit_code = 14


class ReviewError(CodingError):
    """A decision of the review that means nothing where it was made."""


class DeliberateError(ReviewError):
    """A name of the people file would be let stand: only on purpose, after a question."""
