"""The tables of the study that notecode was made for, as queries on any codebook like its own.

They count what was delivered, multi-agency working by agency with and without information
sharing, information sharing by agency, direct work by kind, site and month, and the cases with
each code.
"""

from notecode.model import Codebook, CountSpec, NamedCount

INDIRECT = "indirect-work"
DIRECT = "direct-work"
SHARING = "information-sharing"
NEEDED = (INDIRECT, DIRECT, SHARING)
"""The codes that the tables are about."""


def study_tables(codebook: Codebook) -> tuple[NamedCount, ...]:
    """The study's tables, but for those about codes that the codebook has not."""
    made: tuple[tuple[str, NamedCount], ...] = (
        ("", _query("delivered", "What was delivered: references and cases by activity", "code")),
        (
            INDIRECT,
            _query(
                "multi-agency-working",
                "Multi-agency working by agency",
                "agency",
                codes=(INDIRECT,),
            ),
        ),
        (INDIRECT, _without_sharing(codebook)),
        (
            SHARING,
            _query(
                "information-sharing", "Information sharing by agency", "agency", codes=(SHARING,)
            ),
        ),
        (DIRECT, _query("direct-work-kinds", "Direct work by kind", "code", codes=(DIRECT,))),
        (
            DIRECT,
            _query(
                "direct-work-sites", "Direct work by kind and site", "code", "site", codes=(DIRECT,)
            ),
        ),
        (
            DIRECT,
            _query(
                "direct-work-months",
                "Direct work by month of the intervention and site",
                "month",
                "site",
                codes=(DIRECT,),
            ),
        ),
        ("", _cases()),
    )
    return tuple(query for code, query in made if not code or code in codebook.code_by_id)


def _query(name: str, title: str, *by: str, codes: tuple[str, ...] = ()) -> NamedCount:
    only = (("code", codes),) if codes else ()
    return NamedCount(name, CountSpec(by=by, only=only, roll_up="descendants"), title)


def _without_sharing(codebook: Codebook) -> NamedCount:
    """Multi-agency working in the narrower sense: each code by itself, information sharing not."""
    codes = tuple(
        code.id
        for code in codebook.tree
        if (path := {step.id for step in codebook.path(code.id)}) and INDIRECT in path
        if SHARING not in path
    )
    return NamedCount(
        "multi-agency-without-sharing",
        CountSpec(by=("agency",), only=(("code", codes),), roll_up="own"),
        "Multi-agency working by agency, without information sharing",
    )


def _cases() -> NamedCount:
    """In how many cases each code occurs, and how often in a case."""
    return NamedCount(
        "cases-with-each-code",
        CountSpec(
            by=("code",),
            roll_up="descendants",
            measures=("cases", "share_of_cases", "per_case"),
        ),
        "Cases with each code, and references per case",
    )
