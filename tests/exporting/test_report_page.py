"""The report's page and pictures: whole, self-contained, escaped, searched, shown by a browser."""

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from export_examples import PROVENANCE
from report_examples import AWKWARD, KINDS, MONTHS, SITES, bars, report

from notecode.errors import LeakError
from notecode.exporting.frames import WITHHELD
from notecode.exporting.report_page import (
    PAGE_NAME,
    Axis,
    Bar,
    Chart,
    draw_chart,
    report_artefacts,
    why_not_drawn,
)
from notecode.exporting.report_page.page import render_page
from notecode.exporting.writing import Artefact, Said, write_all
from notecode.text.layout import Line

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here to show the page (Debian: apt install chromium)"
)


def written(artefact: Artefact) -> bytes:
    """The file's bytes."""
    with TemporaryDirectory() as folder:
        artefact.write(Path(folder) / artefact.name)
        return (Path(folder) / artefact.name).read_bytes()


@pytest.fixture(scope="module")
def artefacts() -> tuple[Artefact, ...]:
    return report_artefacts(report())


@pytest.fixture(scope="module")
def page(artefacts: tuple[Artefact, ...]) -> str:
    return written(artefacts[0]).decode("utf-8")


class Reader(HTMLParser):
    """What a page says, and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.loads += [v or "" for name, v in attrs if name in {"src", "href", "xlink:href"}]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open[-1:]) and data.strip():
            self.texts.append(data.strip())


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_page_comes_first_with_two_pictures_for_each_chart(
    artefacts: tuple[Artefact, ...],
) -> None:
    assert [each.name for each in artefacts] == [
        PAGE_NAME,
        "study-kinds.svg",
        "study-kinds.png",
        "study-sites.svg",
        "study-sites.png",
    ]
    assert written(artefacts[1]).startswith(b"<svg")
    assert written(artefacts[2]).startswith(b"\x89PNG\r\n\x1a\n")


def test_the_same_report_makes_the_same_bytes(artefacts: tuple[Artefact, ...]) -> None:
    again = report_artefacts(report())
    assert [written(each) for each in again] == [written(each) for each in artefacts]


def test_every_title_cell_and_sentence_stands_on_the_page(page: str) -> None:
    said = "\n".join(read(page).texts)
    for part in report().sections:
        for text in (part.title, part.base, part.empty, *part.notes):
            assert text in said
        for table in part.tables:
            for line in table.lines:
                assert line.label in said
                assert all(cell in said for cell in line.cells)
    assert "SYNTHETIC: all of it is made up." in said
    assert "A reference is one coded passage." in said


def test_labels_are_text_and_never_markup(page: str) -> None:
    assert AWKWARD not in page
    assert read(page).tags.count("script") == 1, "the page's own"


def test_the_page_loads_nothing(page: str) -> None:
    assert all(each.startswith(("#", "data:")) for each in read(page).loads)
    assert "default-src 'none'" in page
    without_names = page.replace("http://www.w3.org/2000/svg", "").replace(
        "http://www.w3.org/1999/xlink", ""
    )
    assert not re.search(r"https?://|@import|url\(\s*['\"]?(?!#)", without_names)


def test_a_searcher_sees_all_that_a_reader_sees(artefacts: tuple[Artefact, ...], page: str) -> None:
    """Cells apart, which are counts and shares, and what the page itself says around them."""
    searched = artefacts[0].says[0].text
    own = {"Contents", "How to read the numbers", "Share of 1,021"}
    cells = {c for p in report().sections for t in p.tables for line in t.lines for c in line.cells}
    shown = [
        text
        for text in read(page).texts
        if text not in own | cells and not re.fullmatch(r"[0-9.,%]+", text)
    ]
    assert shown
    for text in shown:
        assert text in searched, text
    assert "\n".join(text for _, text in artefacts[0].says[0].parts()) == searched


@pytest.mark.parametrize("name", ["study-kinds.svg", "study-sites.png"])
def test_a_picture_is_searched_too(
    artefacts: tuple[Artefact, ...], name: str, tmp_path: Path
) -> None:
    (picture,) = (each for each in artefacts if each.name == name)
    assert AWKWARD in picture.says[0].text

    def gate(said: Said) -> None:
        if said.name.startswith(name[:-4]) and "Støtte" in said.text:
            raise LeakError("found")

    with pytest.raises(LeakError):
        write_all(tmp_path / "report", artefacts, gate)
    assert not (tmp_path / "report").exists(), "nothing was written"


def numbered(*numbers: int | None) -> Chart:
    """A chart over the kinds with these bars."""
    made = tuple(Bar((at,), number) for at, number in enumerate(numbers))
    return replace(bars(KINDS), bars=made)


@pytest.mark.parametrize(
    ("chart", "why_not"),
    [
        (bars(KINDS), ""),
        (bars(MONTHS), ""),
        (bars(KINDS, SITES), ""),
        (bars(Axis(title="x", labels=("a",), depths=(0,)), SITES), ""),
        (numbered(3, None), ""),
        (numbered(), "nothing was recorded"),
        (numbered(0, 0), "nothing was recorded"),
        (numbered(None, None), "every number above 0 is withheld"),
        (numbered(0, None), "every number above 0 is withheld"),
        (replace(bars(KINDS), axes=()), "one or two dimensions"),
        (
            bars(Axis(title="Case", labels=("c",) * 61, depths=(0,) * 61, is_time=True)),
            "more than 60 bars",
        ),
        (
            bars(KINDS, Axis(title="Case", labels=("c",) * 13, depths=(0,) * 13)),
            "more than 12 panels",
        ),
    ],
)
def test_what_can_be_drawn_and_why_not(chart: Chart, why_not: str) -> None:
    said = why_not_drawn(chart)
    assert why_not in said
    assert bool(said) is bool(why_not)


def numbers_in(svg: str) -> list[str]:
    return re.findall(r">([0-9,]+)</text>", svg)


def test_each_bar_has_its_number_and_each_place_its_label() -> None:
    svg = draw_chart(bars(KINDS)).svg
    assert {"0", "1", "2"} <= set(numbers_in(svg))
    assert "Direct work" in svg
    assert "Støtte" in svg
    assert "&lt;script&gt;" in svg, "a label stays text inside the picture"


def test_two_places_of_one_label_are_two_bars() -> None:
    twice = Axis(title="Code", labels=("Other", "Other"), depths=(1, 1))
    svg = draw_chart(bars(twice)).svg
    assert svg.count(">Other</text>") == 2


def test_panels_carry_their_names_and_months_run_from_left_to_right() -> None:
    svg = draw_chart(bars(MONTHS, SITES)).svg
    assert svg.index(">North</text>") < svg.index(">South</text>")
    assert "Month of the intervention" in svg


@pytest.mark.parametrize("axes", [(KINDS,), (KINDS, SITES), (MONTHS,), (MONTHS, SITES)])
def test_a_withheld_bar_keeps_its_label_and_says_so(axes: tuple[Axis, ...]) -> None:
    """The second place of the first axis has no bar in any panel."""
    whole = bars(*axes)
    gaps = tuple(replace(bar, number=None) if bar.places[0] == 1 else bar for bar in whole.bars)
    svg = draw_chart(replace(whole, bars=gaps)).svg
    hidden = sum(bar.number is None for bar in gaps)
    assert svg.count(">withheld</text>") == hidden
    shown = {str(bar.number) for bar in gaps if bar.number is not None}
    assert shown <= set(numbers_in(svg))
    label = "&lt;script&gt;" if axes[0] is KINDS else ">2</text>"
    assert label in svg
    assert "null" not in svg


def test_a_place_without_any_bar_stays_on_the_axis() -> None:
    whole = bars(MONTHS)
    svg = draw_chart(replace(whole, bars=(whole.bars[0], whole.bars[2]))).svg
    assert [">1</text>" in svg, ">3</text>" in svg] == [True, True]
    axis = re.findall(r">([123])</text>", svg)
    assert axis[:3] == ["1", "2", "3"]


def test_the_page_has_the_chart_without_its_title_since_the_heading_says_it() -> None:
    drawing = draw_chart(bars(KINDS))
    assert ">Direct work by kind</text>" in drawing.svg
    assert ">Direct work by kind</text>" not in drawing.untitled


def browse(page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Show a page in a browser that may not look anything up, in a profile of its own."""
    return subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={page.parent / 'profile'}",
            "--enable-logging=stderr",
            *options,
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def hosts_asked(log: Path) -> set[str]:
    """The hosts that a browser wanted something of, by its log of the network."""
    return set(re.findall(r'"url":"(?:https?|wss?)://([^/"]*)', log.read_text(encoding="utf-8")))


def test_a_picture_says_its_base_and_its_source():
    chart = bars(KINDS)
    drawing = draw_chart(chart, "SYNTHETIC: invented. References of ann. Codebook 0123.")
    assert "SYNTHETIC: invented. References of ann." in drawing.svg
    assert chart.caption.split()[0] in drawing.svg
    assert "SYNTHETIC" not in drawing.untitled


@needs_browser
@pytest.mark.slow
def test_a_browser_shows_it_says_nothing_and_asks_for_nothing(page: str, tmp_path: Path) -> None:
    sorting = """<script>
    const heading = document.querySelector("#study-kinds thead th:nth-child(2) button");
    heading.click(); heading.click();
    const rows = [...document.querySelectorAll("#study-kinds tbody tr th")];
    const button = document.querySelector("th button");
    document.body.dataset.band = button.getClientRects().length;
    document.body.dataset.order = rows.map((row) => row.textContent.slice(0, 3)).join("|");
    </script></body>"""
    shown = tmp_path / "report.html"
    shown.write_text(page.replace("</body>", sorting), encoding="utf-8")
    log = tmp_path / "net.json"
    done = browse(shown, "--dump-dom", f"--log-net-log={log}")
    blank = tmp_path / "blank.html"
    blank.write_text("<!DOCTYPE html><title>nothing</title>", encoding="utf-8")
    own = tmp_path / "own.json"
    browse(blank, "--dump-dom", f"--log-net-log={own}")
    order = 'data-order="Stø|&lt;sc|Dir|All|Cas"'
    assert order in done.stdout, "sorted by number, the total and the base last"
    assert 'data-band="0"' in done.stdout, "no empty band where a table goes on"
    assert "broken" not in done.stdout.partition("<title>")[2].partition("</title>")[0]
    assert "<svg" in done.stdout
    assert "CONSOLE" not in done.stderr
    assert hosts_asked(log) <= hosts_asked(own), "nothing but what the browser asks by itself"


@needs_browser
@pytest.mark.slow
def test_months_are_sorted_as_numbers(tmp_path: Path) -> None:
    labels = ("month 10", "month 2", "(not known)", "month 1", "month -1")
    lines = tuple(Line(label, 0, ("1", "1%")) for label in labels)
    data = report()
    (section, *_) = data.sections
    table = replace(section.tables[0], lines=lines)
    text = render_page(replace(data, sections=(replace(section, tables=(table,)),)), {})
    sorting = """<script>
    document.querySelector("#study-kinds thead th button").click();
    const rows = [...document.querySelectorAll("#study-kinds tbody tr th")];
    document.body.dataset.order = rows.map((row) => row.textContent.trim()).join("|");
    </script></body>"""
    shown = tmp_path / "report.html"
    shown.write_text(text.replace("</body>", sorting), encoding="utf-8")
    done = browse(shown, "--dump-dom")
    assert 'data-order="month -1|month 1|month 2|month 10|(not known)"' in done.stdout
    assert "CONSOLE" not in done.stderr


@needs_browser
@pytest.mark.slow
def test_it_prints(page: str, tmp_path: Path) -> None:
    shown = tmp_path / "report.html"
    shown.write_text(page, encoding="utf-8")
    printed = tmp_path / "report.pdf"
    browse(shown, f"--print-to-pdf={printed}")
    assert printed.read_bytes().startswith(b"%PDF")
    assert printed.stat().st_size > 10_000


def test_pictures_have_a_name_to_be_read_out(page: str) -> None:
    named = re.findall(r'<svg role="img" aria-label="([^"]*)"', page)
    assert named
    assert len(named) == page.count("<svg")
    assert named[0] == "Direct work by kind"


def test_columns_of_words_begin_at_the_left(page: str) -> None:
    data = report()
    (section, *_) = data.sections
    words = replace(section.tables[0], words=frozenset({1}))
    shown = render_page(replace(data, sections=(replace(section, tables=(words,)),)), {})
    assert shown.count('<td class="words">') == len(words.lines)
    assert '<td class="words">' not in page


def test_a_picture_that_was_not_searched_says_so() -> None:
    """A picture is handed on by itself."""
    unsearched = ("NOT SEARCHED FOR", "names of people")
    data = replace(report(), provenance=(*report().provenance, unsearched))
    _, svg, *_ = report_artefacts(data)
    assert "NOT SEARCHED FOR names of people." in re.sub("<[^>]+>", " ", written(svg).decode())
    _, svg, *_ = report_artefacts(report())
    assert "NOT SEARCHED" not in written(svg).decode()


def test_why_tables_are_left_out_is_a_value_and_no_label() -> None:
    given = replace(PROVENANCE, suppressed_below=5, tables_left_out=("month-site", "kinds"))
    told = dict(given.fields)
    assert told["Tables left out"].startswith("month-site, kinds; their numbers stand in none")
    assert max(map(len, told)) < 40
    assert "Tables left out" not in dict(PROVENANCE.fields)


def test_what_is_withheld_is_said_as_each_file_shows_it() -> None:
    said = dict(replace(PROVENANCE, suppressed_below=5).fields)["Withheld"]
    assert "empty and marked as suppressed" in said
    assert f'in the workbook and the report say "{WITHHELD}"' in said


def test_what_heads_a_chart_is_kept_with_it_in_print(page: str) -> None:
    """Heading, base and picture are one block, and no page ends within or after it."""
    heads = re.findall(r'(?s)<div class="head">(.*?)</div>', page)
    assert len(heads) == page.count("<section id") - page.count('<section id="reading"')
    assert all(head.index("<h2>") < head.index('<p class="base">') for head in heads)
    assert sum("<figure>" in head for head in heads) == page.count("<figure>")
    printed = page[page.index("@media print") :]
    assert re.search(r"[^}]*\.head[^{}]*\{ break-inside: avoid; \}", printed)
    assert re.search(r"h2[^{}]*\.head \.base[^{}]*\{ break-after: avoid; \}", printed)


@needs_browser
@pytest.mark.slow
def test_a_long_label_leaves_room_for_what_it_labels(page: str, tmp_path: Path) -> None:
    long = "A label of very many words, such as none should be but any may become, " * 4
    data = replace(report(), provenance=((long, "short"), *report().provenance))
    measuring = """<script>
    const width = (tag) => document.querySelector("dl.provenance " + tag).offsetWidth;
    document.body.dataset.room = width("dd") > width("dt");
    document.body.dataset.fits =
      document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    </script></body>"""
    shown = tmp_path / "report.html"
    shown.write_text(render_page(data, {}).replace("</body>", measuring), encoding="utf-8")
    done = browse(shown, "--dump-dom", "--window-size=800,600")
    assert 'data-room="true"' in done.stdout
    assert 'data-fits="true"' in done.stdout
