"""A user's own keys laid over a table of actions, with everything that is wrong with them. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from notecode.errors import Problem, SettingsError
from notecode.settings import OwnKeys, nearest
from notecode.tui.actions import Action
from notecode.tui.key_words import key_named, key_shown


class KeyNames:
    """How the keys of actions are shown, by action id: what hints and messages say."""

    def __init__(self, actions: Iterable[Action]) -> None:
        """Know the keys of these actions."""
        self._shown = {action.id: action.shown for action in actions}

    def __getitem__(self, action_id: str) -> str:
        """The first of the keys that the action has."""
        return self._shown[action_id].split()[0]


@dataclass(frozen=True, slots=True)
class Written:
    """Where a user's keys are written, and what lists the actions."""

    file: str = ""
    table: str = "coder.keys"
    listed: str = "`notecode code --keys` lists them"


IN_THE_CODER = Written()
"""The coder's keys."""


def own_actions(
    actions: Sequence[Action],
    own: Mapping[str, OwnKeys],
    *,
    written: Written = IN_THE_CODER,
    letters: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Action, ...]:
    """The actions with the user's own keys; a key that is given to one is taken from another.

    ``letters`` are the labels of what the small letters and digits stand for.

    Raises:
        SettingsError: with every problem: an action that there is not, a word that is no key, a
            key of two actions, a small letter or digit, an action left without a key.

    """
    chosen = _Chosen(actions, own, written, letters)
    given = chosen.keys()
    result = []
    for action in actions:
        if action.id in given:
            keys = given[action.id]
            shown = " ".join(map(key_shown, keys))
        else:
            keys = tuple(key for key in action.keys.split(",") if key not in chosen.taken)
            same = len(keys) == len(action.keys.split(","))
            shown = action.shown if same else " ".join(map(key_shown, keys))
        if not keys and action.id not in chosen.wrong:
            chosen.left_without(action)
        result.append(replace(action, keys=",".join(keys), shown=shown))
    if chosen.problems:
        problems = sorted(chosen.problems, key=lambda problem: problem.line or 0)
        raise SettingsError("the keys cannot be used", problems=problems, where=written.file)
    return tuple(result)


class _Chosen:
    """The keys that a user chose, checked one by one."""

    def __init__(
        self,
        actions: Sequence[Action],
        own: Mapping[str, OwnKeys],
        written: Written,
        letters: Mapping[str, str],
    ) -> None:
        self.known = {action.id: action for action in actions}
        self.own = own
        self.written = written
        self.letters = letters
        self.taken: dict[str, str] = {}
        self.wrong: set[str] = set()
        self.problems: list[Problem] = []

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys by action; what is wrong is told."""
        given = {}
        for action_id, keys in self.own.items():
            if action_id not in self.known:
                near = nearest(action_id, self.known)
                self.tell(
                    action_id, "is no action", near if near.endswith("?") else self.written.listed
                )
                continue
            given[action_id] = tuple(dict.fromkeys(self._read(action_id, keys.words)))
        return given

    def _read(self, action_id: str, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            try:
                key = key_named(word)
            except ValueError as error:
                label = self.letters.get(word)
                self.tell(action_id, f'"{word}" {error}', f"here of {label}" if label else "")
                continue
            other = self.taken.setdefault(key, action_id)
            if other != action_id:
                self.tell(action_id, f'"{word}" is the key of {other} too', "give one another key")
            yield key

    def left_without(self, action: Action) -> None:
        """Tell that an action has no key any more, and what took it."""
        takers = [self.taken[key] for key in action.keys.split(",") if key in self.taken]
        if takers and action.id not in self.own:
            what = f"leaves {action.id} without a key: {action.shown} was its own"
            self.tell(takers[0], what, f"write {action.id} = another key")
        else:
            self.tell(
                action.id, "is left without a key", "the usual one comes back without this line"
            )

    def tell(self, action_id: str, what: str, hint: str = "") -> None:
        self.wrong.add(action_id)
        line = self.own[action_id].line if action_id in self.own else None
        message = f"[{self.written.table}] {action_id} {what}"
        self.problems.append(Problem(file=self.written.file, message=message, hint=hint, line=line))
