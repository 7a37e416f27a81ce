"""What edited rules would change, for reading: a table, and the sentences themselves."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from notecode.text.layout import one_line, wrap

if TYPE_CHECKING:
    from notecode.project.evaluating.preview import Difference, MentionDifference, Preview

_SIGNS = {"added": "+", "dropped": "-"}


def preview_lines(found: "Preview", *, show: int | None, width: int) -> Iterator[str]:
    """The numbers by rule and by agency; of each kind the first ``show`` with their words.

    ``show`` is 0 for all, None for none.
    """
    if not found.suggestions and not found.mentions:
        yield "Nothing would change."
        return
    if found.suggestions:
        yield from _rules(found.suggestions)
    if found.mentions:
        yield from _agencies(found.mentions)
    if show is not None:
        entries = [_of_rule(each) for each in found.suggestions]
        yield from _listed("suggestions", entries, show, width)
        yield from _listed("mentions", [_of_agency(each) for each in found.mentions], show, width)
        yield ""
    if found.suggestions:
        yield from wrap(
            "Nothing was stored. What was decided before is not asked again; recoded is what was "
            "taken as another code.",
            width,
        )
    else:
        yield "Nothing was stored."
    if show is None:
        yield "The sentences: --show, or --rule ID."


def _rules(differences: "tuple[Difference, ...]") -> Iterator[str]:
    tally: dict[str, Counter[str]] = {}
    for each in differences:
        counts = tally.setdefault(each.rule, Counter())
        counts[each.change] += 1
        counts[f"{each.change} coded"] += each.coded
        counts[f"{each.change} {each.answer}"] += bool(each.answer)
    yield (
        f"{'rule':<28} {'':<7} {'all':>5} {'coded notes':>11} {'accepted':>8} {'recoded':>7}"
        f" {'rejected':>8}"
    )
    for rule, counts in sorted(tally.items()):
        for change in _changes(counts):
            yield (
                f"{rule[:28]:<28} {change:<7} {counts[change]:>5,}"
                f" {counts[f'{change} coded']:>11,} {counts[f'{change} accepted']:>8,}"
                f" {counts[f'{change} recoded']:>7,} {counts[f'{change} rejected']:>8,}"
            )


def _agencies(differences: "tuple[MentionDifference, ...]") -> Iterator[str]:
    tally: dict[str, Counter[str]] = {}
    for each in differences:
        tally.setdefault(each.agency, Counter())[each.change] += 1
    yield f"{'mentions of':<28} {'':<7} {'all':>5}"
    for agency, counts in sorted(tally.items()):
        for change in _changes(counts):
            yield f"{agency[:28]:<28} {change:<7} {counts[change]:>5,}"


def _changes(counts: Mapping[str, int]) -> list[str]:
    return [change for change in _SIGNS if counts.get(change)]


def _listed(what: str, entries: list[str], show: int, width: int) -> Iterator[str]:
    """The first entries, behind a blank line; nothing where there are none."""
    if not entries:
        return
    yield ""
    for entry in entries[: show or None]:
        yield from wrap(one_line(entry), width, indent=4)
    if show and len(entries) > show:
        yield f"Shown: the first {show:,} of {len(entries):,} {what} (--limit 0 shows all)."


def _of_rule(each: "Difference") -> str:
    answer = f", {_ANSWERS.get(each.answer, each.answer)}" if each.answer else ""
    return f"{_SIGNS[each.change]} {each.note_id} {each.code} ({each.rule}{answer}): {each.text}"


_ANSWERS = {"both": "coders differ"}


def _of_agency(each: "MentionDifference") -> str:
    from notecode.analysing.quotations import CLOSES, OPENS

    words = f"{each.before}{OPENS}{each.text}{CLOSES}{each.after}"
    return f"{_SIGNS[each.change]} {each.note_id} {each.agency} ({each.rule}): {words}"
