"""Every reference of a code with its context, sorted and filtered."""

from functools import partial

from notecode.analysing.quotations import COLUMNS, DEFINITION, draw_quotations, quotation_cells
from notecode.analysing.report import Report
from notecode.model import Span
from notecode.passages import Quotation
from notecode.project.looking.scope import Asked, look
from notecode.project.project import Project
from notecode.store.doubtful import doubts_in_places
from notecode.store.retrieval import SortKey
from notecode.store.retrieval import quotations as stored_quotations


def quotes(
    project: Project, asked: Asked, *, sort: SortKey = "case", context: int = 80, limit: int = 0
) -> Report:
    """The references asked for, each with up to ``context`` code points of its note a side.

    ``limit`` is how many are given, 0 for all.

    Raises:
        UsageError: if what is asked names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    with look(project, asked) as here:
        found = stored_quotations(here.db, here.places, sort=sort, limit=limit, around=context)
        return Report(
            name="quotes",
            title=f"References with their context, by {SORTED_BY[sort]}",
            row_is="one reference: a coded passage of one note",
            unit="reference",
            columns=COLUMNS,
            rows=tuple(quotation_cells(quotation, here.codebook) for quotation in found),
            shown=len(found),
            total=here.base.references,
            base=here.base,
            definitions=(DEFINITION,),
            nothing="no reference is coded so",
            asked={**asked.fields, "sort": sort, "context": context},
            draw=partial(draw_quotations, found, here.codebook),
            doubts=doubts_in_places(here.db, map(_shown, found)),
        )


def _shown(quotation: Quotation) -> tuple[str, Span]:
    """The note and what of it is shown: the passage with its context."""
    start = quotation.span.start - len(quotation.before)
    end = quotation.span.end + len(quotation.after)
    return quotation.place.note_id, Span(start, end)


SORTED_BY: dict[SortKey, str] = {
    "case": "case and date",
    "code": "code",
    "site": "site",
    "month": "month of the intervention",
    "coder": "coder",
    "newest": "when they were coded, the newest first",
    "longest": "length, the longest first",
}
