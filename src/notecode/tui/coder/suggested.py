"""A suggestion's rule: all that it suggests on this note at once, and why it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from notecode.project.coding.suggestions import Why, decide_rule, why
from notecode.text.grid import printable
from notecode.tui.coder.pane import Pane
from notecode.tui.overlays import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from notecode.model import Code, Rule, Span, Suggestion
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_BOLD = Style(bold=True)
_PLAIN = Style()
_QUIET = Style(dim=True)
_EVIDENCE = Style(bold=True, reverse=True)


class AllOfRule(Pane):
    """All suggestions of one rule on this note, to be accepted or rejected together."""

    def __init__(self, screen: CoderScreen, rule: str) -> None:
        """Ask about ``rule``."""
        self._screen = screen
        self._rule = rule

    def _suggestions(self) -> list[Suggestion]:
        items = self._screen.desk.page.suggestions.items
        return [item for item in items if item.rule == self._rule]

    def take(self, key: str, character: str) -> bool:
        """Enter (or = again) accepts, Backspace rejects; anything else does neither."""
        del character
        self._screen.close_pane(self)
        if key == "enter" or self._screen.action_of(key) == "all-of-rule":
            self._screen.attempt(lambda: self._decide(accept=True))
        elif key in {"backspace", "ctrl+h"}:
            self._screen.attempt(lambda: self._decide(accept=False))
        else:
            self._screen.show()
        return True

    def _decide(self, *, accept: bool) -> None:
        desk = self._screen.desk
        change = decide_rule(desk.session, desk.here.note_id, self._rule, accept=accept)
        desk.decided(change)
        desk.message = f"{change.summary}, {desk.keys['undo']} takes it back"

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The question, and the passages that it is about."""
        del width
        found, desk = self._suggestions(), self._screen.desk
        count = f"{len(found)} suggestion{'s' if len(found) != 1 else ''}"
        question = f" {printable(self._rule)}: {count}  "
        keys = "Enter accepts  Backspace rejects  Esc neither"
        rows: list[list[Piece]] = [[(question, _BOLD), (keys, _PLAIN)]]
        for item in found[: most - 1]:
            words = printable(" ".join(item.span.cut(desk.page.text).split()))
            rows.append([(f"   {printable(desk.label(item.code))}: ", _QUIET), (words, _PLAIN)])
        if len(found) > most - 1:
            rows[-1] = [(f"   and {len(found) - most + 2} more", _QUIET)]
        return rows


def ask_for_all(screen: CoderScreen) -> None:
    """Ask whether all of the rule at the cursor are to be accepted, or rejected."""
    suggestion = screen.desk.suggestion
    if suggestion is None:
        screen.desk.message = f"no suggestion here: {screen.desk.keys['next-suggestion']} goes on"
    else:
        screen.open_pane(AllOfRule(screen, suggestion.rule))


def show_why(screen: CoderScreen) -> None:
    """Lay over the note why this is suggested, or why what was accepted had been."""
    desk = screen.desk
    suggestion, reference = desk.suggestion, desk.reference
    wanted = suggestion.id if suggestion else reference.suggestion if reference else ""
    found = why(desk.session, wanted) if wanted else None
    if found is None:
        desk.message = "coded by hand: nothing suggested it" if reference else "no suggestion here"
    else:
        screen.lay_over(Overlay(why_text(desk, found)))


def why_text(desk: Desk, found: Why) -> Text:
    """The words that made the rule fit, the rule and its version, and what the code means."""
    suggestion, code = found.suggestion, desk.codebook.code_by_id.get(found.suggestion.code)
    text = Text()
    text.append(f"{printable(desk.label(suggestion.code))}\n", _BOLD)
    text.append(f"{_plainly(desk, suggestion)}\n\n")
    _append_marked(text, desk.page.text, suggestion.span, suggestion.evidence)
    evidence = [printable(span.cut(desk.page.text)) for span in suggestion.evidence]
    if evidence:
        text.append("\nThe words that it went by: ")
        text.append(", ".join(f"“{words}”" for words in dict.fromkeys(evidence)) + "\n", _BOLD)
    _append_rule(text, found)
    if code is not None:
        _append_code(text, code)
    return text


def _plainly(desk: Desk, suggestion: Suggestion) -> str:
    """Why it was suggested, in a sentence."""
    words = [printable(span.cut(desk.page.text)) for span in suggestion.evidence]
    quoted = ", ".join(f"“{each}”" for each in dict.fromkeys(words))
    rule = f"the rule {printable(suggestion.rule)}"
    why_ = f"it says {quoted}, which {rule} looks for" if quoted else f"its words fit {rule}"
    return f"Suggested because {why_}. You decide."


def _append_marked(text: Text, note: str, span: Span, evidence: Iterable[Span]) -> None:
    """The passage, with the evidence in it marked."""
    at = span.start
    for mark in sorted(evidence):
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start < end:
            text.append(printable(note[at:start]).replace("\n", " "))
            text.append(printable(note[start:end]), _EVIDENCE)
            at = end
    text.append(printable(note[at : span.end]).replace("\n", " ") + "\n")


def _append_rule(text: Text, found: Why) -> None:
    text.append(f"\nThe rule {printable(found.suggestion.rule)}\n", _BOLD)
    if found.rule is None:
        text.append("  is not in the codebook any more\n")
        return
    version = printable(found.suggestion.rule_version)[:12]
    same = "" if found.same_version else "; the codebook has another version of it by now"
    weight = f"its weight in the codebook is {found.suggestion.score:.2f} of 1"
    text.append(f"  version {version}{same}; {weight}\n", _QUIET)
    for name, values in _conditions(found.rule):
        text.append(f"  {name}: ", "italic")
        text.append(printable(" | ".join(values)) + "\n")


def _conditions(rule: Rule) -> list[tuple[str, tuple[str, ...]]]:
    """What the rule asks for, in the codebook's words; what it says nothing of is left out."""
    asked = (
        ("says", rule.says),
        ("any", rule.any),
        ("tokens", rule.tokens),
        ("dependency", rule.dependency),
        ("and also", rule.also),
        ("but not", (*rule.without, *rule.unless)),
        ("agencies", () if rule.agencies == "optional" else (rule.agencies,)),
        ("only with", rule.only),
        ("not with", rule.forbid),
        ("tense", rule.tense),
        ("speaker", rule.speaker),
        ("contact", rule.contact_types),
        ("written by", rule.roles),
        ("after", rule.follows),
        ("gives way to", rule.yields_to),
        ("such as", rule.match[:3]),
        ("unlike", rule.no_match[:3]),
    )
    return [(name, values) for name, values in asked if values]


def _append_code(text: Text, code: Code) -> None:
    text.append("\nThe code\n", _BOLD)
    text.append(f"  {printable(code.definition)}\n")
    for name, value in (("use when", code.use_when), ("not when", code.not_when)):
        if value:
            text.append(f"  {name}: ", "italic")
            text.append(printable(value) + "\n")


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "all-of-rule": ask_for_all,
    "why": show_why,
}
"""What is asked of a suggestion's rule."""
