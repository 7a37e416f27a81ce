"""Codebooks to other forms and back: tables, REFI-QDA, pages."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.errors import InputError
from notecode.exchanging.aliases import alias_text, aliases_text, read_alias, read_aliases
from notecode.exchanging.descriptions import describe, read_description
from notecode.exchanging.draft import Draft, slug
from notecode.exchanging.pages import codebook_html, codebook_markdown
from notecode.exchanging.qdc import XMLNS, codebook_qdc, guid, read_qdc
from notecode.exchanging.rows import COLUMNS, codebook_rows, read_rows
from notecode.exchanging.tables import codebook_csv, codebook_xlsx, read_csv, read_xlsx
from notecode.model import Agency, Alias, Code, Codebook
from notecode.text.spreadsheets import is_formula

XSD = Path(__file__).parents[3] / "shared" / "refi" / "Codebook.xsd"
"""The standard's own schema, where somebody has put it beside the repository."""


@pytest.fixture(scope="module")
def shipped() -> Codebook:
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    return book


SMALL = Codebook(
    title="Small <book>",
    digest="0123456789abcdef",
    codes=(
        Code(id="talk", label="Talking", definition="=words & 'signs'", key="t", colour="#56B4E9"),
        Code(id="chat", label="Chatting", definition="Light.\nId: no", parent="talk"),
        Code(id="gone", label="Gone", definition="", status="retired", merged_into="talk"),
        Code(id="cut", label="Cut", definition="", status="retired", split_into=("talk", "chat")),
        Code(id="new", label="New", definition="\\Id: x", origin="emergent", formerly=("old",)),
    ),
    agencies=(
        Agency(
            id="idva",
            label="Idva",
            definition="Advisors.",
            key="i",
            aliases=(
                Alias(text="idva"),
                Alias(text="CAB", exact=True),
                Alias(text="The Willows", sites=("Site 1", "Site 2")),
                Alias(text="HA", exact=True, sites=("Site 1",)),
                Alias(text="unit (east)"),
            ),
            roles=("IDVA", "ISVA"),
        ),
        Agency(
            id="refuge",
            label="Refuge",
            definition="",
            status="retired",
            merged_into="idva",
            formerly=("shelter", "house"),
        ),
    ),
)

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters="|"), max_size=20
).map(lambda text: " ".join(text.split()))
NAME = TEXT.filter(bool)


def books() -> st.SearchStrategy[Codebook]:
    def build(parts: list[tuple[str, str, str, str]]) -> Codebook:
        codes = []
        for number, (label, definition, use_when, example) in enumerate(parts):
            parent = f"c-{number // 2}" if number else ""
            codes.append(
                Code(
                    id=f"c-{number + 1}",
                    label=f"{label} {number}".strip(),
                    definition=definition,
                    use_when=use_when,
                    example=example,
                    parent=parent if parent != "c-0" else "",
                )
            )
        return Codebook(title="x", codes=tuple(codes), agencies=())

    return st.lists(st.tuples(NAME, TEXT, TEXT, TEXT), min_size=1, max_size=5).map(build)


def through(form: str, book: Codebook, known: Codebook | None = None) -> Draft:
    if form == "csv":
        return read_rows(read_csv(codebook_csv(book), "f.csv"), "f.csv", known)
    if form == "xlsx":
        return read_rows(read_xlsx(codebook_xlsx(book), "f.xlsx"), "f.xlsx", known)
    return read_qdc(codebook_qdc(book, origin="test"), "f.qdc", known)


FORMS = ["csv", "xlsx", "qdc"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("which", ["small", "shipped"])
def test_all_of_a_codebook_comes_back(form: str, which: str, shipped: Codebook) -> None:
    book = SMALL if which == "small" else shipped
    draft = through(form, book)
    assert draft.problems == ()
    assert sorted(draft.codes, key=lambda code: code.id) == sorted(book.codes, key=lambda c: c.id)
    assert draft.agencies == book.agencies


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None)
@given(book=books())
def test_any_codebook_comes_back(form: str, book: Codebook) -> None:
    draft = through(form, book)
    assert draft.problems == ()
    assert sorted(draft.codes, key=lambda c: c.id) == sorted(book.codes, key=lambda c: c.id)


@given(st.lists(st.sampled_from(["a: b", "Id: x", "\\Id: x", "", "Key", "\\"]), max_size=5))
def test_descriptions_come_back_whatever_they_say(lines: list[str]) -> None:
    text = "\n".join(lines).strip()
    fields = {"definition": text, "use_when": text, "id": "x-1"}
    wanted = {name: value for name, value in fields.items() if value or name == "definition"}
    assert read_description(describe(fields)) == wanted


@pytest.mark.parametrize("alias", SMALL.agencies[0].aliases, ids=str)
def test_aliases_come_back_from_one_line(alias: Alias) -> None:
    assert read_alias(alias_text(alias)) == alias


ANY = st.text(alphabet="ab |,;:\"()\\\\'", min_size=1, max_size=12).map(str.strip)
SITES = st.lists(ANY.filter(bool), max_size=3, unique=True).map(tuple)


@given(
    st.lists(
        st.builds(
            Alias,
            text=ANY.filter(lambda text: bool(text) and not text.endswith("\\")),
            sites=SITES,
            exact=st.booleans(),
        )
        | st.sampled_from(
            [
                Alias(text="CAB (exact)"),
                Alias(text="unit (sites: x)"),
                Alias(text="Safe Futures", sites=("Kent, Medway", 'the "Yard"', "a|b")),
            ]
        ),
        max_size=3,
    )
)
def test_any_names_come_back_from_one_line(aliases: list[Alias]) -> None:
    assert read_aliases(aliases_text(aliases)) == tuple(aliases)


def test_names_as_earlier_tables_had_them_are_read() -> None:
    assert read_aliases("a|b (sites: Site (1), Site 2) | c (exact; sites: X)") == (
        Alias(text="a"),
        Alias(text="b", sites=("Site (1)", "Site 2")),
        Alias(text="c", sites=("X",), exact=True),
    )


def test_a_label_of_two_codes_says_which_are_meant() -> None:
    book = replace(SMALL, codes=(*SMALL.codes, Code(id="chat-2", label="chatting", definition="")))
    table = "label,definition\nChatting,Other.\n"
    (problem,) = read_rows(read_csv(table.encode(), "f.csv"), "f.csv", book).problems
    assert (problem.row, problem.message) == (2, "'Chatting' is the label of chat and chat-2")


def test_a_table_guards_against_formulas_and_workbooks_hold_text() -> None:
    content = codebook_csv(SMALL).decode("utf-8-sig")
    assert content.splitlines()[0] == ",".join(COLUMNS)
    assert ",'=words" in content
    sheet = load_workbook(io.BytesIO(codebook_xlsx(SMALL))).worksheets[0]
    cell = sheet.cell(2, COLUMNS.index("definition") + 1)
    assert (cell.value, cell.data_type) == ("=words & 'signs'", "s")


@pytest.mark.parametrize("cell", ["=1+1", "'=1", " =1+1", "\n=1", "＝1", "'word'", "word"])
def test_what_is_guarded_comes_back_as_it_was(cell: str) -> None:
    code = replace(SMALL.codes[0], definition=cell)
    content = codebook_csv(replace(SMALL, codes=(code,), agencies=()))
    [header, row] = read_csv(content, "f.csv")
    assert row[header.index("definition")] == cell
    raw = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1]
    assert not is_formula(raw[header.index("definition")]), "no spreadsheet runs it"


def test_tables_of_other_programs_are_understood() -> None:
    table = "Name;Description;Parent Name\nTalking;Words.;\nSmall talk;Light.;talking\n"
    draft = read_rows(read_csv(table.encode(), "f.csv"), "f.csv")
    assert draft.problems == ()
    assert [(code.id, code.definition, code.parent) for code in draft.codes] == [
        ("talking", "Words.", ""),
        ("small-talk", "Light.", "talking"),
    ]


def test_ids_follow_the_known_codebook_by_label() -> None:
    table = "label,definition\nCHATTING,Other.\nÉté,\n中文,\n"
    draft = read_rows(read_csv(table.encode(), "f.csv"), "f.csv", SMALL)
    assert [code.id for code in draft.codes] == ["chat", "ete", "code"]
    assert slug("  Été & co. ") == "ete-co"


@pytest.mark.parametrize(
    ("table", "row", "column", "message"),
    [
        ("", None, None, "empty"),
        ("id,key\na,b\n", 1, None, "no column"),
        ("label,parent\nA,nobody\n", 2, "parent", "no code 'nobody'"),
        ("label,id\n,a\n", 2, "label", "no label"),
        ("label,origin\nA,old\n", 2, "origin", "origin is 'old'"),
        ("label,status\nA,old\n", 2, "status", "status is 'old'"),
        ("label,facet\nA,place\n", 2, "facet", "facet is 'place'"),
        ("label,id\nA,a\nB,a\n", 3, "id", "the id 'a' stands twice"),
        ("label\nChatting\nchatting\n", 3, "label", "'chatting' stands in another row"),
    ],
)
def test_problems_of_a_table_are_placed(
    table: str, row: int | None, column: str | None, message: str
) -> None:
    (problem,) = read_rows(read_csv(table.encode(), "f.csv"), "f.csv", SMALL).problems
    assert (problem.row, problem.column) == (row, column)
    assert message in problem.message


@pytest.mark.parametrize(
    ("read", "content"),
    [
        (read_csv, b"label\ncaf\x81\xe9\n"),
        (read_csv, "label\ncafé\n".encode("utf-16")),
        (read_csv, b'label\n"a\n'),
        (read_xlsx, b"label\n"),
    ],
)
def test_files_that_are_none_are_refused(read: object, content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(content, "f")  # type: ignore[operator]
    assert caught.value.where == "f"


def test_a_table_as_windows_writes_it_is_read_and_told(caplog: pytest.LogCaptureFixture) -> None:
    assert read_csv("label\nCafé – “tea”\n".encode("cp1252"), "f.csv")[1] == ["Café – “tea”"]
    assert "f.csv is not UTF-8" in caplog.text
    caplog.clear()
    assert read_csv("label\nCafé\n".encode(), "f.csv")[1] == ["Café"]
    assert caplog.text == ""


def test_a_qdc_file_has_tree_colours_sets_and_steady_guids(shipped: Codebook) -> None:
    content = codebook_qdc(shipped, origin="notecode")
    assert content == codebook_qdc(shipped, origin="notecode")
    root = ET.fromstring(content)
    name = {"q": XMLNS}
    top = root.findall("q:Codes/q:Code", name)
    assert [element.get("name") for element in top] == ["Indirect work", "Direct work", "Agencies"]
    assert top[2].get("isCodable") == "false"
    assert len(top[2].findall("q:Code", name)) == len(shipped.agencies)
    guids = [element.get("guid") for element in root.iter(f"{{{XMLNS}}}Code")]
    assert len(set(guids)) == len(guids)
    sets = root.findall("q:Sets/q:Set", name)
    members = [m.get("guid") for each in sets for m in each.findall("q:MemberCode", name)]
    assert set(members) < set(guids)
    assert len(members) == len(shipped.codes) + len(shipped.agencies)


@pytest.mark.skipif(not XSD.is_file(), reason="the standard's schema is not there")
@pytest.mark.parametrize("which", ["small", "shipped", "strange"])
def test_a_qdc_file_is_valid(which: str, shipped: Codebook) -> None:
    from lxml import etree

    strange = Code(id="x", label="a\x0b<b>\ufffe", definition="\x07", colour="red")
    book = {"small": SMALL, "shipped": shipped, "strange": replace(SMALL, codes=(strange,))}[which]
    schema = etree.XMLSchema(etree.parse(XSD))
    schema.assertValid(etree.fromstring(codebook_qdc(book, origin="notecode")))


FOREIGN = f"""<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="{XMLNS}" origin="Another 1.0">
  <Codes>
    <Code guid="{{5A6B7C8D-1111-2222-3333-444455556666}}" name="Feelings" isCodable="true"
      color="#0af">
      <Description>How he feels.
Line two.</Description>
      <Code guid="5a6b7c8d-1111-2222-3333-444455556667" name="Chatting" isCodable="true"/>
      <Code guid="5a6b7c8d-1111-2222-3333-444455556668" name="Feelings" isCodable="false"/>
    </Code>
    <Code guid="{guid("code", "talk").upper()}" name="Speaking" isCodable="true"/>
  </Codes>
  <Sets><Set guid="5a6b7c8d-1111-2222-3333-444455556669" name="Some"/></Sets>
</CodeBook>
"""


def test_a_qdc_file_of_another_program_is_read() -> None:
    draft = read_qdc(FOREIGN.encode(), "f.qdc", SMALL)
    assert draft.problems == ()
    assert [(code.id, code.label, code.parent) for code in draft.codes] == [
        ("feelings", "Feelings", ""),
        ("chat", "Chatting", "feelings"),
        ("feelings-2", "Feelings", "feelings"),
        ("talk", "Speaking", ""),
    ]
    assert draft.codes[0].colour == "#00aaff"
    assert draft.codes[0].definition == "How he feels.\nLine two."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<CodeBook", "no XML"),
        (b"<Project xmlns='urn:QDA-XML:project:1.0'/>", "no REFI-QDA codebook"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><CodeBook/>", "document type"),
    ],
)
def test_what_is_no_qdc_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_qdc(content, "f.qdc")


def test_a_code_without_a_name_is_told() -> None:
    content = FOREIGN.replace('name="Speaking"', 'name=" "').encode()
    (problem,) = read_qdc(content, "f.qdc").problems
    assert "without a name" in problem.message


class Page(HTMLParser):
    """Tags that are open, addresses, and the page's text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.addresses.append(value or "")
            if name == "id":
                self.ids.add(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_page_holds_all_and_fetches_nothing(shipped: Codebook) -> None:
    html = codebook_html(shipped)
    page = Page()
    page.feed(html)
    assert page.open == []
    assert all(a.startswith("#") and a[1:] in page.ids for a in page.addresses)
    assert "http" not in html
    assert "@import" not in html
    assert "url(" not in html
    text = " ".join(page.texts)
    for code in shipped.codes:
        for said in (code.label, code.definition, code.use_when, code.not_when, code.example):
            assert said in text
    assert shipped.digest[:12] in text
    assert html == codebook_html(shipped)


def test_pages_number_the_tree_and_escape_what_is_markup() -> None:
    html, markdown = codebook_html(SMALL), codebook_markdown(SMALL)
    assert "Small &lt;book&gt;" in html
    assert "1.1 Chatting" in html
    assert "merged into Talking" in html
    assert "split into Talking, Chatting" in html
    assert markdown.startswith("# Small \\<book\\>\n")
    assert "#### 1.1 Chatting" in markdown
    assert "emerged from the notes" in markdown


def test_rows_have_one_cell_a_column(shipped: Codebook) -> None:
    assert {len(row) for row in codebook_rows(shipped)} == {len(COLUMNS)}
