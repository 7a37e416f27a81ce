"""Lines in, answers out: one for each, in their order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from notecode.errors import InputError, NotecodeError, UsageError
from notecode.project.coding.applying.reading import read_line
from notecode.project.coding.applying.table import LINE_ACTIONS
from notecode.project.coding.applying.words import LineAction, Result
from notecode.project.coding.session import CodingSession
from notecode.project.project import now
from notecode.settings import nearest
from notecode.store.references import add_coder

Manner = Literal["each", "all", "none"]
"""What is stored: each line by itself, all of them or nothing, nothing (a rehearsal)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one line, counted from 1; ``exit_code`` is 0 if it could be done.

    ``stored`` tells whether what it changed has been kept; None for what changes nothing.
    """

    line: int
    action: str = ""
    tag: object = None
    result: Result = field(default_factory=dict)
    error: NotecodeError | None = None
    stored: bool | None = None

    @property
    def exit_code(self) -> int:
        """0, or that of the error."""
        return self.error.exit_code if self.error else 0

    def as_data(self) -> Result:
        """The answer as JSON has it."""
        begin: Result = {"line": self.line, "ok": self.error is None}
        if self.action:
            begin["action"] = self.action
        if self.tag is not None:
            begin["tag"] = self.tag
        if self.error is not None:
            error = self.error
            parts: Result = {"what": error.what, "where": error.where, "hint": error.hint}
            if isinstance(error, InputError) and error.problems:
                parts["problems"] = [str(problem) for problem in error.problems]
            return {**begin, "error": {**parts, "exit_code": error.exit_code}}
        if self.stored is not None:
            begin["stored"] = self.stored
        return {**begin, **self.result}


def apply_lines(
    session: CodingSession, lines: Iterable[str], manner: Manner = "each"
) -> Iterator[Answer]:
    """Do what each line says, and answer it before the next is read; blank lines are passed over.

    All or nothing, and in a rehearsal, the lines are read first, and answered when it is known
    what is kept; a line that fails does not keep the others from being tried.

    Raises:
        DatabaseError, WriteError: if the database cannot be written at all, for ``all``, ``none``.

    """
    if manner == "each":
        yield from (_answer(session, number, line, manner) for number, line in _numbered(lines))
        return
    read = list(_numbered(lines))
    answers: list[Answer] = []

    def keep() -> bool:
        return manner == "all" and all(answer.error is None for answer in answers)

    with session.db.together(keep):
        # One who only rehearses may not be known as a coder yet.
        add_coder(session.db, session.coder, now())
        answers.extend(_answer(session, number, line, manner) for number, line in read)
    kept = keep()
    yield from (answer if answer.stored is None else _settled(answer, kept) for answer in answers)


def _numbered(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _settled(answer: Answer, kept: bool) -> Answer:
    return Answer(
        line=answer.line,
        action=answer.action,
        tag=answer.tag,
        result=answer.result,
        stored=kept and bool(answer.stored),
    )


def _answer(session: CodingSession, number: int, line: str, manner: Manner) -> Answer:
    name, tag = "", None
    try:
        said = read_line(line)
        tag = said.pop("tag", None)
        action = _action(said.pop("action", None))
        name = action.name
        if action.outside and manner != "each":
            raise UsageError(
                f"{name} writes a file, which cannot be tried or taken back with the rest",
                hint="Give it in a run of its own, before this one.",
            )
        result = action.run(session, action.read(said))
    except NotecodeError as error:
        return Answer(line=number, action=name, tag=tag, error=error)
    stored = bool(result.get("changed")) if action.writes else None
    return Answer(line=number, action=name, tag=tag, result=result, stored=stored)


def _action(name: object) -> LineAction:
    known: Mapping[str, LineAction] = LINE_ACTIONS
    if not isinstance(name, str) or name not in known:
        near = nearest(name, known) if isinstance(name, str) else ""
        raise UsageError(
            "there is no such action" if name is not None else "'action' is missing",
            hint=near or f"known: {', '.join(known)}",
        )
    return known[name]
