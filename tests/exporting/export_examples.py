"""A small project's export: three cases, four references, tables counted by hand."""

from dataclasses import replace
from datetime import date

from notecode.counting import build_table, definitions
from notecode.exporting import (
    COUNT_TABLES,
    AuditLine,
    Coverage,
    ExportData,
    ExportTable,
    Provenance,
    ReferenceRow,
    Said,
)
from notecode.model import Agency, Attribute, Case, CaseValue, Code, Codebook, Count, CountSpec

BOOK = Codebook(
    title="A codebook",
    codes=(
        Code(id="direct", label="Direct work", definition="Contact with the SU"),
        Code(id="support", label="Direct support", definition="Practical help", parent="direct"),
        Code(
            id="information-sharing",
            label="Information sharing",
            definition="Asking, giving, chasing",
            example='"Emailed [OM_1], chased"',
            origin="emergent",
        ),
        Code(id="old", label="Old", definition="No longer used", status="retired"),
    ),
    agencies=(
        Agency(id="police", label="Police", definition="Forces"),
        Agency(id="childrens-services", label="Children's services", definition="CSS"),
    ),
    digest="fedcba9876543210" * 4,
)
CASES = (
    Case(id="002", site="South"),
    Case(id="001", site="North", start=date(2024, 1, 15), end=date(2024, 11, 14)),
    Case(id="003", site=""),
)
VALUES = (
    CaseValue(case_id="001", name="gender", state="value", value="male"),
    CaseValue(case_id="002", name="gender", state="absent"),
    CaseValue(case_id="001", name="severity", stage="3 months", state="value", value="None"),
    CaseValue(case_id="002", name="severity", stage="3 months", state="missing"),
    CaseValue(case_id="001", name="age", state="value", value="44"),
    CaseValue(case_id="002", name="age", state="absent"),
    CaseValue(case_id="003", name="age", state="value", value="about 30"),
    CaseValue(case_id="001", name="referred", state="value", value="14/01/2024"),
)
ATTRIBUTES = {
    "severity": Attribute(
        name="severity",
        type="ordered",
        levels=("none", "standard", "moderate", "high"),
        stages=("3 months",),
    ),
    "age": Attribute(name="age", type="number"),
    "referred": Attribute(name="referred", type="date"),
}


def row(key: str, case: str, note: str, code: str, *agencies: str, **more) -> ReferenceRow:
    base = ReferenceRow(
        id=key,
        note_id=note,
        case_id=case,
        site={"001": "North", "002": "South"}.get(case, ""),
        month=None if case == "003" else 2,
        contact_type="call",
        author_role="",
        code=code,
        agencies=agencies,
        coder="ann",
        origin="hand",
        words=7,
    )
    return base._replace(**more)


ROWS = (
    row("R4", "002", "0010", "information-sharing", "police"),
    row("R1", "001", "0001", "support", "childrens-services", "police"),
    row("R2", "001", "0001", "direct", origin="rule", month=-1),
    row("R3", "001", "0002", "information-sharing", coder="bob", origin="rule-changed"),
)


def counted(by: tuple, cells: dict[tuple, tuple], base=(4, 2, 3), **spec) -> ExportTable:
    table = build_table(
        CountSpec(by=by, **spec),
        [
            Count(keys=k, references=r, cases=c, notes=n, case_base=3)
            for k, (r, c, n) in cells.items()
        ],
        Count(keys=(), references=base[0], cases=base[1], notes=base[2]),
        BOOK,
        values={
            "code": [code.id for code in BOOK.codes if code.status == "active"],
            "agency": [agency.id for agency in BOOK.agencies],
            "site": ("North", "South"),
            "month": ("2", "3", "4") if base[0] else (),
            "case": [case.id for case in CASES],
            "contact_type": ("call",),
            "author_role": ("",),
        },
        coders=("ann", "bob"),
        all_cases=3 if base[0] else 0,
        all_notes=5 if base[0] else 0,
    )
    return ExportTable(table=table, definitions=definitions(table))


CELLS = {
    ("code",): {
        ("direct",): (1, 1, 1),
        ("support",): (1, 1, 1),
        ("information-sharing",): (2, 2, 2),
    },
    ("agency",): {
        ("police",): (2, 2, 2),
        ("childrens-services",): (1, 1, 1),
        ("",): (2, 1, 2),
    },
    ("site",): {("North",): (3, 1, 2), ("South",): (1, 1, 1)},
    ("month",): {("-1",): (1, 1, 1), ("2",): (3, 2, 3)},
    ("code", "agency"): {
        ("direct", ""): (1, 1, 1),
        ("support", "police"): (1, 1, 1),
        ("support", "childrens-services"): (1, 1, 1),
        ("information-sharing", "police"): (1, 1, 1),
        ("information-sharing", ""): (1, 1, 1),
    },
    ("code", "site"): {
        ("direct", "North"): (1, 1, 1),
        ("support", "North"): (1, 1, 1),
        ("information-sharing", "North"): (1, 1, 1),
        ("information-sharing", "South"): (1, 1, 1),
    },
    ("code", "month"): {
        ("direct", "-1"): (1, 1, 1),
        ("support", "2"): (1, 1, 1),
        ("information-sharing", "2"): (2, 2, 2),
    },
    ("agency", "site"): {("police", "North"): (1, 1, 1), ("police", "South"): (1, 1, 1)},
    ("agency", "month"): {("police", "2"): (2, 2, 2)},
}


def covered(site: str | None, *numbers: int) -> Coverage:
    names = ("cases_coded", "cases_read", "cases_open", "notes_coded", "notes_read", "notes_open")
    return Coverage(site=site, **dict(zip(names, numbers, strict=True)))


PROVENANCE = Provenance(
    project="The study",
    version="0.1.0",
    codebook_title=BOOK.title,
    codebook_digest=BOOK.digest,
    coders=("ann", "bob"),
    cases=3,
    notes=5,
    references=4,
    as_of="2026-02-03T04:05:06+00:00",
)
DATA = ExportData(
    provenance=PROVENANCE,
    codebook=BOOK,
    cases=CASES,
    case_values=VALUES,
    attributes=ATTRIBUTES,
    notes_by_case={"001": 3, "002": 2},
    references=ROWS,
    tables=tuple(counted(by, CELLS[by]) for by in COUNT_TABLES),
    coverage=(covered(None, 2, 0, 1, 3, 1, 1), covered("North", 1, 0, 0, 2, 1, 0)),
    audit=(
        AuditLine(topic="coding", what="references", of="ann", number=3),
        AuditLine(topic="review", what="notes reviewed", of="", number=0),
    ),
)
EMPTY = ExportData(
    provenance=replace(PROVENANCE, coders=(), cases=0, notes=0, references=0),
    codebook=BOOK,
    cases=(),
    tables=tuple(counted(by, {}, base=(0, 0, 0)) for by in COUNT_TABLES),
)


def quoted(text: str) -> ExportData:
    """The export with one quotation, and the same text wherever free text can stand."""
    first = ROWS[1]._replace(quotation=text, contact_type=text)
    value = CaseValue(case_id="001", name="gender", state="value", value=text)
    return replace(
        DATA,
        references=(first,),
        case_values=(value,),
        quotations=True,
        provenance=replace(PROVENANCE, project=text),
    )


def open_gate(said: Said) -> None:
    """A gate that lets everything through."""
