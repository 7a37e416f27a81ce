"""Why something was suggested: in plain words first, the patterns of the rule once asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.codebook.rule_words import meanings_in, rule_name, rule_sentences
from notecode.model import Span
from notecode.project.coding.suggestions import Why, why
from notecode.text.grid import printable
from notecode.text.layout import shorten
from notecode.tui.coder.scroll_pane import ScrollPane
from notecode.tui.flowing import flowed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from notecode.model import Code, Rule, Suggestion
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_NAME = Style(italic=True)
_EVIDENCE = Style(bold=True, reverse=True)
_IN = "   "


class WhyPane(ScrollPane):
    """Why this is suggested. The key that opened it shows the patterns too, and then closes it."""

    title = "why"
    action = "why"

    def __init__(self, screen: CoderScreen, found: Why) -> None:
        """``found`` is of the open note."""
        super().__init__(screen)
        self._found = found
        self.whole = False

    def take(self, key: str, character: str) -> bool:
        """Show the rest at first, where there is any."""
        if self.screen.action_of(key) == self.action and not self.whole and self._found.rule:
            self.whole = True
            self.screen.show()
            return True
        return super().take(key, character)

    def note(self, shown: str) -> str:
        """Which lines are in view, and how the patterns are shown."""
        more = not self.whole and self._found.rule is not None
        return f"{shown}  {self.screen.desk.keys['why']} patterns" if more else shown

    def content(self, width: int) -> Sequence[list[Piece]]:
        """The answer, line by line."""
        return why_lines(self.screen.desk, self._found, width, whole=self.whole)


def show_why(screen: CoderScreen) -> None:
    """Say why this is suggested, or why what was accepted had been."""
    desk = screen.desk
    suggestion, reference = desk.suggestion, desk.reference
    wanted = suggestion.id if suggestion else reference.suggestion if reference else ""
    found = why(desk.session, wanted) if wanted else None
    if found is None:
        desk.message = "coded by hand: nothing suggested it" if reference else "no suggestion here"
    else:
        screen.open_pane(WhyPane(screen, found))


def why_lines(desk: Desk, found: Why, width: int, *, whole: bool = False) -> list[list[Piece]]:
    """What was suggested and by which words, what the rule looks for, what the code means.

    The patterns stand in one line, or (``whole``) all of them.
    """
    suggestion, code = found.suggestion, desk.codebook.code_by_id.get(found.suggestion.code)
    label = printable(desk.label(suggestion.code))
    lines = flowed([(label, _BOLD), (_by_what(desk, suggestion), _PLAIN)], width)
    lines += flowed(
        _marked(desk.page.text, suggestion.span, suggestion.evidence), width, first=_IN, rest=_IN
    )
    lines += _matched(desk, found, width)
    lines += [[], *_rule(desk, found, width, whole=whole)]
    if code is not None:
        lines += [[], *_code(code, width)]
    return lines


def _by_what(desk: Desk, suggestion: Suggestion) -> str:
    """Why it was suggested, in a sentence."""
    words = [printable(span.cut(desk.page.text)) for span in suggestion.evidence]
    quoted = ", ".join(f"“{each}”" for each in dict.fromkeys(words))
    because = f"because it says {quoted}" if quoted else "because its words fit a rule"
    return f"is suggested {because}. You decide."


def _marked(note: str, span: Span, evidence: Iterable[Span]) -> Iterator[Piece]:
    """The words of the passage, those with evidence in them marked."""
    marks = list(evidence)
    for word in re.finditer(r"\S+", span.cut(note)):
        place = Span(span.start + word.start(), span.start + word.end())
        found = any(place.overlaps(mark) for mark in marks)
        yield word.group(), _EVIDENCE if found else _PLAIN


def _matched(desk: Desk, found: Why, width: int) -> list[list[Piece]]:
    """What the words of the passage are to the rule."""
    span, text = found.suggestion.span, desk.page.text
    pairs = [
        (mention.span.cut(text), _agency(desk, mention.agency))
        for mention in desk.page.mentions.overlapping(span.start, span.end)
    ]
    if found.rule is not None:
        kinds = meanings_in(desk.codebook, found.rule, span.cut(text))
        pairs = [*((words, f"“{kind}”") for words, kind in kinds), *pairs]
    said = "; ".join(f"“{printable(words)}” means {what}" for words, what in dict.fromkeys(pairs))
    return flowed([("In it:", _NAME), (f"{said}.", _PLAIN)], width, rest=_IN) if pairs else []


def _agency(desk: Desk, agency_id: str) -> str:
    agency = desk.codebook.agency_by_id.get(agency_id)
    return agency.label if agency else agency_id


def _rule(desk: Desk, found: Why, width: int, *, whole: bool) -> list[list[Piece]]:
    suggestion, rule = found.suggestion, found.rule
    head: list[Piece] = [
        ("The rule", _PLAIN),
        (f"“{rule_name(suggestion.rule)}”", _BOLD),
        (f"({suggestion.rule})", _QUIET),
    ]
    if rule is None:
        return flowed([*head, ("is not in the codebook any more.", _PLAIN)], width)
    lines = flowed(head, width)
    for sentence in rule_sentences(desk.codebook, rule):
        lines += flowed([(sentence, _PLAIN)], width, first=_IN, rest=_IN)
    version = suggestion.rule_version[:12]
    same = "" if found.same_version else "; the codebook has another version of it by now"
    weight = f"its weight in the codebook is {suggestion.score:.2f} of 1"
    lines += flowed([(f"Version {version}{same}; {weight}.", _QUIET)], width, first=_IN, rest=_IN)
    return [*lines, *_patterns(desk, rule, width, whole=whole)]


def _patterns(desk: Desk, rule: Rule, width: int, *, whole: bool) -> list[list[Piece]]:
    """What is written in the codebook: one line of it, or all."""
    conditions = _conditions(rule)
    key = desk.keys["why"]
    if not whole:
        first = next((f"{name}: {values[0]}" for name, values in conditions), "")
        shows = f"  {key}: all its patterns"
        said = shorten(printable(first), max(width - len(_IN) - len(shows), 8))
        return [[(f"{_IN}{said}", _QUIET), (shows, _PLAIN)]] if conditions else []
    lines: list[list[Piece]] = []
    for name, values in conditions:
        for value in values:
            lines += flowed([(f"{name}:", _NAME), (value, _QUIET)], width, first=_IN, rest="      ")
    return lines


def _conditions(rule: Rule) -> list[tuple[str, tuple[str, ...]]]:
    """The patterns of a rule under the names that the codebook has for them."""
    asked = (
        ("says", rule.says),
        ("any", rule.any),
        ("tokens", rule.tokens),
        ("dependency", rule.dependency),
        ("also", rule.also),
        ("without", rule.without),
        ("unless", rule.unless),
    )
    return [(name, values) for name, values in asked if values]


def _code(code: Code, width: int) -> list[list[Piece]]:
    lines = flowed([("The code", _PLAIN), (code.label, _BOLD)], width)
    lines += flowed([(code.definition, _PLAIN)], width, first=_IN, rest=_IN)
    for name, value in (("Use when:", code.use_when), ("Not when:", code.not_when)):
        if value:
            lines += flowed([(name, _NAME), (value, _PLAIN)], width, first=_IN, rest=_IN)
    return lines


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"why": show_why}
"""Why something was suggested."""
