"""What a table says about itself: its title, and the sentences that define its numbers."""

from notecode.counting.tables import NONE_RECORDED, label_of
from notecode.model import CountTable
from notecode.text.layout import counted

DIMENSION_NAMES = {
    "code": "code",
    "agency": "agency",
    "site": "site",
    "month": "month of the intervention",
    "case": "case",
    "contact_type": "contact type",
    "author_role": "author role",
}
DIGEST_SHOWN = 12
"""So many hex digits of the codebook's digest are printed."""


def title(table: CountTable) -> str:
    """The heading of a table: what is counted, by what."""
    names = [DIMENSION_NAMES[dimension] for dimension in table.spec.by]
    by = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"References and cases by {by}"


def filter_text(table: CountTable) -> str:
    """The filters of a table in words, or "" if it has none."""
    parts = []
    for name, dimension, asked in (
        ("codes", "code", table.spec.codes),
        ("agencies", "agency", table.spec.agencies),
        ("sites", "site", table.spec.sites),
    ):
        if asked:
            named = ", ".join(label_of(table, dimension, key) for key in asked)
            parts.append(f"{name}: {named}")
    return "; ".join(parts)


def definitions(table: CountTable) -> tuple[str, ...]:
    """The sentences that stand under a table, wherever it is printed or exported."""
    spec, base = table.spec, table.base
    sentences = [
        "A reference is one coded passage of one note under one activity code; a long meeting "
        "and a short e-mail count once each.",
        "A case counts once in every row in which it has at least one reference: cases are "
        "never added up over rows, months or the codes beneath a code.",
        _whose(table),
    ]
    if "code" in spec.by or spec.codes:
        sentences.append(_roll_up(table))
    if "agency" in spec.by:
        sentences.append(
            "A reference with several agencies counts once under each of them and once in the "
            "base, so rows by agency may add up to more than the base."
        )
    if "month" in spec.by:
        sentences.append(
            "Month 1 begins on the day the case starts, and each month is 30.4375 days (a twelfth "
            "of a year), counted in days from there; a note from before that day has month 0 or "
            "less."
        )
    if filter_text(table):
        sentences.append(f"Counted only: {filter_text(table)}; nothing else is in the base.")
    sentences += [
        f"Base: {counted(base.references, 'reference')} in {counted(base.cases, 'case')} and "
        f"{counted(base.notes, 'note')}. Shares of references are of "
        f"{counted(base.references, 'reference')}; shares of cases are of "
        f"{counted(table.all_cases, 'case')}, coded or not "
        f"({counted(table.all_notes, 'note')} in all).",
        "0 means that nothing was recorded. Not recorded is never no.",
    ]
    unknown = [
        f'"{NONE_RECORDED[dimension]}"'
        for place, dimension in enumerate(spec.by)
        if any(row.keys[place] == "" for row in table.rows)
    ]
    if unknown:
        sentences.append(f"{' and '.join(unknown)}: references for which none is recorded.")
    digest = table.codebook_digest[:DIGEST_SHOWN]
    sentences.append(f"Codebook {digest}." if digest else "The codebook has no digest.")
    return tuple(sentences)


def _whose(table: CountTable) -> str:
    """Whose coding is counted."""
    if table.spec.coder:
        return f"Coding of {table.spec.coder} alone."
    if not table.coders:
        return "Nobody has coded yet."
    if len(table.coders) == 1:
        return f"Coding of {table.coders[0]}, the only coder."
    return (
        f"Coding of all coders together ({', '.join(table.coders)}): the same passage coded by "
        "two of them is two references."
    )


def _roll_up(table: CountTable) -> str:
    """How a code and the codes beneath it are counted."""
    if table.spec.roll_up == "own":
        return (
            "A code's row counts the references coded with that very code; those of the codes "
            "beneath it have their own rows."
        )
    return (
        "A code's row counts the references of the code and of every code beneath it, each once, "
        "so the rows of a code and of the codes beneath it overlap."
    )
