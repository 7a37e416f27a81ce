"""What a table says about itself: its title, and the sentences that define its numbers."""

from collections.abc import Sequence

from notecode.counting.intervals import LEVEL
from notecode.counting.tables import (
    NONE_RECORDED,
    filter_label_of,
    has_own_base,
    of_cases,
    rows_down,
)
from notecode.model import USUAL_MEASURES, CountTable, Dimension, Measure
from notecode.tables import dimension_words, limits_in_words, whose_words
from notecode.text.layout import counted

DIMENSION_NAMES = {
    "code": "code",
    "branch": "branch of the code tree",
    "agency": "agency",
    "facet": "facet",
    "site": "site",
    "month": "month of the intervention",
    "third": "third of the intervention",
    "case": "case",
    "contact_type": "contact type",
    "author_role": "author role",
    "coder": "coder",
    "origin": "origin",
}
DIGEST_SHOWN = 12
"""So many hex digits of the codebook's digest are printed."""

WITHHELD = (
    '"withheld": few cases stand behind these numbers, or they would tell one of which few do.'
)
BASES_WITHHELD = (
    "How many cases there are by {}, coded or not, is not said, nor what share of them is meant: "
    "where there are few, that would tell numbers that are withheld."
)

MOST_NAMED = 3
"""A title names so many keys of a filter; of more the first, and how many there are."""

OF_DIMENSION = {
    "agency": "A reference with several agencies counts once under each of them and once in the "
    "base, so rows by agency may add up to more than the base.",
    "branch": "A branch is a code at the top of the tree with all that lies beneath it; a "
    "reference is in one branch.",
    "facet": 'The facets of a reference are its activity and its agencies: "activity alone" has '
    "no agency.",
    "month": "Month 1 begins on the day the case starts, and each month is 30.4375 days (a twelfth "
    "of a year), counted in days from there; a note from before that day has month 0 or less, and "
    "one without a date, or of a case without a start, has none. A case is in the base of every "
    "month from its start to its end (to its last note, if no end is recorded), and of any other "
    "month in which it has a note.",
    "third": "The days of a case from its start to its end, both included, are parted into three "
    "equal parts; a day that straddles two belongs to the earlier one. A note without a date, or "
    "of a case without start or end, is in none. A case with a start and an end is in the base of "
    "each third; in that of before the start, or after the end, is one that has a note there.",
    "origin": 'References "by rule, accepted" have the code and the passage that a rule suggested '
    'and a coder accepted; those "by rule, changed" were taken from a suggestion with another code '
    "or other bounds, or given them since. A further code on the same passage is by hand.",
}
"""What a dimension means, where its name does not say it."""

OF_MEASURE = {
    "share_of_row": "Shares of a row are of the references of that row as a whole, each once.",
    "share_of_column": "Shares of a column are of the references of that column as a whole, each "
    "once.",
    "words": "Words are those of the notes, parted by blanks, of which any character lies in a "
    "coded passage of the row; a word in several passages counts once.",
    "characters": "Characters (code points) are those of the notes that lie in a coded passage of "
    "the row; passages that overlap do not count twice.",
    "per_case": "References per case are given over the cases with at least one, and over all "
    "cases of the base, zeros included; the median is the middle value, the range the least and "
    "the most.",
}
"""What a measure means that not every table has."""

CROSSED_MEASURES: tuple[Measure, ...] = ("references", "cases")
"""The measures of a cross-table that asks for none in particular."""

COUNTED_BY: dict[Measure, str] = {
    "cases": "cases",
    "share_of_cases": "cases",
    "notes": "notes",
    "words": "words",
    "characters": "characters",
}
"""What a measure counts, where it is not references."""


def measures_of(table: CountTable) -> tuple[Measure, ...]:
    """The measures that are printed of a table: those asked for, or the usual ones.

    Shares of cases are not among them where they would tell a base that is withheld.
    """
    crossed = rows_down(table.spec) < len(table.spec.by)
    measures = table.spec.measures or (CROSSED_MEASURES if crossed else USUAL_MEASURES)
    return tuple(m for m in measures if m != "share_of_cases" or not table.bases_withheld)


def dimension_name(dimension: Dimension) -> str:
    """What a dimension is called in print: "gender", "physical abuse (intake)"."""
    return DIMENSION_NAMES.get(dimension) or dimension_words(dimension)


def title(table: CountTable) -> str:
    """The heading of a table: its own, or what is counted, by what, and of what alone."""
    if table.title:
        return table.title
    names = [dimension_name(dimension) for dimension in table.spec.by]
    by = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    measures = table.spec.measures or CROSSED_MEASURES
    things = list(dict.fromkeys(COUNTED_BY.get(measure, "references") for measure in measures))
    what = things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
    return f"{what.capitalize()} by {by}{_of_what(table)}"


def _of_what(table: CountTable) -> str:
    """The filters of a table as its title has them: a few keys by name, more by their number."""
    few = tuple(
        (dimension, keys if len(keys) <= MOST_NAMED else keys[:1])
        for dimension, keys in table.spec.only
    )
    said = limits_in_words(
        few,
        lambda dimension, key: (
            filter_label_of(table, dimension, key)
            + (
                f" and {len(keys) - 1} more"
                if len(keys := table.spec.chosen(dimension)) > MOST_NAMED
                else ""
            )
        ),
    )
    return f" ({said})" if said else ""


def filter_text(table: CountTable) -> str:
    """The filters of a table in words, or "" if it has none."""
    return limits_in_words(
        table.spec.only, lambda dimension, key: filter_label_of(table, dimension, key)
    )


def definitions(table: CountTable, *, as_printed: bool = False) -> tuple[str, ...]:
    """The sentences that stand under a table, wherever it is printed or exported.

    ``as_printed``: without those on shares that are not among its measures.
    """
    spec = table.spec
    named = dict.fromkeys((*spec.by, *(name for name, _ in spec.only)))
    sentences = [
        "A reference is one coded passage of one note under one activity code; a long meeting "
        "and a short e-mail count once each.",
        "A case counts once in every row in which it has at least one reference: cases are "
        "never added up over rows, months or the codes beneath a code.",
        _whose(table),
    ]
    if "code" in named or spec.roll_up == "spans":
        sentences.append(_roll_up(table))
    sentences += [OF_DIMENSION[name] for name in named if name in OF_DIMENSION]
    sentences += [OF_MEASURE[name] for name in spec.measures if name in OF_MEASURE]
    if filter_text(table):
        sentences.append(f"Counted only: {filter_text(table)}; nothing else is in the base.")
    sentences += _bases(table, measures_of(table) if as_printed else ("share", "share_of_cases"))
    if spec.resamples:
        sentences.append(_intervals(table))
    sentences.append("0 means that nothing was recorded. Not recorded is never no.")
    if any(row.withheld for row in (*table.rows, *table.totals)):
        sentences.append(WITHHELD)
    unknown = _unknown(table)
    sentences += [unknown] if unknown else []
    sentences += table.remarks
    digest = table.codebook_digest[:DIGEST_SHOWN]
    sentences.append(f"Codebook {digest}." if digest else "The codebook has no digest.")
    return tuple(sentences)


def _bases(table: CountTable, measures: Sequence[Measure]) -> list[str]:
    """Of what the shares are shares, if there are any among the measures."""
    if not {"share", "share_of_cases"} & {*measures}:
        return []
    base = table.base
    of_cases = "there are " if table.bases_withheld else "shares of cases are of "
    sentences = [
        f"Base: {counted(base.references, 'reference')} in {counted(base.cases, 'case')} and "
        f"{counted(base.notes, 'note')}. Shares of references are of "
        f"{counted(base.references, 'reference')}; {of_cases}"
        f"{counted(table.all_cases, 'case')}, coded or not "
        f"({counted(table.all_notes, 'note')} in all)."
    ]
    own = [dimension_name(name) for name in table.spec.by if has_own_base(name) and name != "case"]
    if own and table.bases_withheld:
        sentences.append(BASES_WITHHELD.format(" and ".join(own)))
    elif own and "share_of_cases" in measures:
        sentences.append(
            f"Where cases are told apart by {' and '.join(own)}, shares of cases are of the cases "
            "there, coded or not."
        )
    return sentences


def _intervals(table: CountTable) -> str:
    """What the intervals are."""
    apart = any(of_cases(name) for name in table.spec.by)
    varies = (
        " Cases are drawn from all together, so how many there are of each kind varies too: an"
        " interval of a number may end above the cases there are of the kind."
    )
    varies += " (--within-sites draws each site's by themselves.)" * ("site" in table.spec.by)
    if table.spec.within_sites:
        varies = " Of each site as many cases are drawn as it has."
    return (
        f"Intervals are {LEVEL:.0%} percentile bootstrap intervals (Efron and Tibshirani 1993), "
        f"from {table.spec.resamples:,} resamples of whole cases, seed {table.spec.seed}: how far "
        "a count could differ with other cases like these. They say nothing of how well the notes "
        "were coded."
    ) + (varies if apart or table.spec.within_sites else "")


def _unknown(table: CountTable) -> str:
    """What the rows are for which a key is not known, or ""."""
    names = {
        NONE_RECORDED.get(dimension, "(missing)"): None
        for place, dimension in enumerate(table.spec.by)
        if any(row.keys[place] == "" for row in table.rows)
    }
    quoted = " and ".join(f'"{name}"' for name in names)
    return f"{quoted}: those for which none is recorded." if names else ""


def _whose(table: CountTable) -> str:
    """Whose coding is counted."""
    twice = "one reference" if table.spec.roll_up == "spans" else "two references"
    return whose_words(table.spec.coder, table.coders, twice=twice)


def _roll_up(table: CountTable) -> str:
    """How a code and the codes beneath it are counted."""
    if "code" not in table.spec.by and table.spec.roll_up != "spans":
        beneath = "not" if table.spec.roll_up == "own" else "or"
        return f"Counted with a code is what is coded with it, {beneath} with a code beneath it."
    if table.spec.roll_up == "own":
        return (
            "A code's row counts the references coded with that very code; those of the codes "
            "beneath it have their own rows."
        )
    if table.spec.roll_up == "spans":
        return (
            "A row counts distinct passages: where several codes beneath a code, or several "
            "coders, have exactly the same passage of a note, it counts once."
        )
    return (
        "A code's row counts the references of the code and of every code beneath it, each once, "
        "so the rows of a code and of the codes beneath it overlap."
    )
