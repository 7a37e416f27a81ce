"""Counting references and cases: the spec is checked, the store counts, the table is filled in."""

from notecode.counting import build_table, check_spec
from notecode.errors import UsageError
from notecode.model import Codebook, CountSpec, CountTable
from notecode.project.project import Project, current_codebook
from notecode.store import counts, facts, references
from notecode.store import notes as stored_notes
from notecode.store.connection import Database

ALL_CODERS = "all"


def count(project: Project, spec: CountSpec) -> tuple[CountTable, Codebook]:
    """One table of counts, with the codebook that labels it.

    Raises:
        UsageError: if the spec names what does not exist, or leaves open whose coding is meant.
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        codebook = current_codebook(project, db)
        return count_in(db, codebook, spec), codebook


def count_in(db: Database, codebook: Codebook, spec: CountSpec) -> CountTable:
    """One table of counts from an open database."""
    cases = stored_notes.load_cases(db)
    sites = sorted({case.site for case in cases})
    known = references.coders(db)
    check_spec(spec, codebook, sites, list(known))
    all_cases, all_notes = counts.count_all(db, spec.sites)
    return build_table(
        spec,
        counts.count_cells(db, spec),
        counts.count_base(db, spec),
        codebook,
        sites=sites,
        months=[int(month) for month in counts.distinct_values(db, "month") if month],
        cases=cases,
        contact_types=counts.distinct_values(db, "contact_type"),
        author_roles=counts.distinct_values(db, "author_role"),
        coders=[spec.coder] if spec.coder else list(known),
        all_cases=all_cases,
        all_notes=all_notes,
    )


def is_synthetic(project: Project) -> bool:
    """Whether the project's notes are the bundled sample's."""
    with project.database() as db:
        return facts.load_fact(db, facts.SYNTHETIC) == "yes"


def whose_coding(db: Database, asked: str) -> str:
    """The coder to count: the one asked for, else the only one; "" stands for all together.

    Raises:
        UsageError: if several have coded and none was named: their references on one text would
            otherwise be counted twice.

    """
    if asked == ALL_CODERS:
        return ""
    known = references.coders(db)
    if asked or len(known) <= 1:
        return asked or next(iter(known), "")
    raise UsageError(
        f"{len(known)} coders have coded ({', '.join(known)}): whose references are meant?",
        hint="Name one with --coder NAME, or take --coder all to count everybody's together"
        " (then two coders' references on one text are two).",
    )
