"""How often one coder has used each code in a case; of all cases the session knows it."""

from notecode.project.coding.session import CodingSession
from notecode.store.progress import code_counts


def totals_in_case(session: CodingSession, case_id: str) -> dict[str, int]:
    """This coder's references in one case, by code id."""
    counts = code_counts(session.db, session.coder, case_id)
    return {code: number for _, code, number in counts}
