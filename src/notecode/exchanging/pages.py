"""The codebook as pages to be read and printed: Markdown, and HTML for a report's appendix.

Both hold all they need: no script, no font and no picture is fetched. The same codebook makes the
same page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from notecode.exchanging.aliases import alias_text
from notecode.model import Agency, Code, Codebook

_DIGEST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One code or agency as it is printed: its number, its heading, its lines."""

    number: str
    label: str
    level: int
    colour: str
    marks: tuple[str, ...]
    definition: str
    lines: tuple[tuple[str, str], ...]


def entries_of(book: Codebook) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The codes, numbered by their place in the tree, and the agencies, numbered in order."""
    counters: dict[str, int] = {}
    numbers: dict[str, str] = {}
    codes = []
    for code in book.tree:
        parent = code.parent if code.parent in book.code_by_id else ""
        counters[parent] = counters.get(parent, 0) + 1
        above = numbers.get(parent)
        numbers[code.id] = f"{above}.{counters[parent]}" if above else str(counters[parent])
        codes.append(_code_entry(book, code, numbers[code.id]))
    agencies = [_agency_entry(book, agency, str(n)) for n, agency in enumerate(book.agencies, 1)]
    return tuple(codes), tuple(agencies)


def _code_entry(book: Codebook, code: Code, number: str) -> Entry:
    marks = [code.id]
    if code.origin == "emergent":
        marks.append("emerged from the notes")
    if code.merged_into:
        marks.append(f"merged into {_label(book, code.merged_into)}")
    elif code.split_into:
        marks.append(f"split into {', '.join(_label(book, id_) for id_ in code.split_into)}")
    if code.status == "retired":
        marks.append("retired")
    lines = (("Use when", code.use_when), ("Not when", code.not_when), ("Example", code.example))
    return Entry(
        number=number,
        label=code.label,
        level=number.count(".") + 1,
        colour=next((s.colour for s in reversed(book.path(code.id)) if s.colour), ""),
        marks=tuple(marks),
        definition=code.definition,
        lines=tuple((name, text) for name, text in lines if text),
    )


def _agency_entry(book: Codebook, agency: Agency, number: str) -> Entry:
    aliases = ", ".join(alias_text(alias) for alias in agency.aliases)
    lines = (("Also called", aliases), ("Role tags", ", ".join(agency.roles)))
    marks = [agency.id]
    if agency.merged_into in book.agency_by_id:
        marks.append(f"merged into {book.agency_by_id[agency.merged_into].label}")
    if agency.status == "retired":
        marks.append("retired")
    return Entry(
        number=number,
        label=agency.label,
        level=1,
        colour="",
        marks=tuple(marks),
        definition=agency.definition,
        lines=tuple((name, text) for name, text in lines if text),
    )


def _label(book: Codebook, id_: str) -> str:
    return book.code_by_id[id_].label if id_ in book.code_by_id else id_


def _origin(book: Codebook) -> str:
    active = sum(code.status == "active" for code in book.codes)
    return (
        f"{active} codes in use, {len(book.codes) - active} retired, {len(book.agencies)} agencies."
        f" Codebook {book.digest[:_DIGEST_SHOWN]}."
    )


def codebook_markdown(book: Codebook) -> str:
    """The codebook as Markdown, with a heading for each code and agency."""
    codes, agencies = entries_of(book)
    parts = [f"# {_plain(book.title)}", _plain(_origin(book)), "## Activities"]
    parts += [part for entry in codes for part in _markdown(entry)]
    if agencies:
        parts.append("## Agencies")
        parts += [part for entry in agencies for part in _markdown(entry)]
    return "\n\n".join(parts) + "\n"


def _markdown(entry: Entry) -> Iterator[str]:
    heading = "#" * min(entry.level + 2, 6)
    yield f"{heading} {entry.number} {_plain(entry.label)}"
    yield f"*{_plain(' · '.join(entry.marks))}*"
    if entry.definition:
        yield _plain(entry.definition)
    if entry.lines:
        yield "\n".join(f"- **{name}**: {_plain(text)}" for name, text in entry.lines)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    marked = "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~" else char for char in text)
    return " ".join(marked.split())


_STYLE = """
body { font: 11pt/1.45 Georgia, 'Times New Roman', serif; max-width: 46em; margin: 2em auto;
  padding: 0 1em; color: #111; background: #fff; }
h1, h2, h3 { font-family: Helvetica, Arial, sans-serif; line-height: 1.2; }
h2 { border-bottom: 1px solid #999; margin-top: 2em; }
section { margin: 1.1em 0 1.1em calc((var(--level) - 1) * 1.6em); break-inside: avoid;
  border-left: 6px solid var(--colour); padding-left: .8em; }
section h3 { margin: 0; font-size: 1.05em; }
.marks { color: #444; font-size: .85em; margin: .1em 0; }
p { margin: .3em 0; }
dl { margin: .3em 0; display: grid; grid-template-columns: 6.5em 1fr; gap: .15em .6em; }
dt { font-style: italic; }
dd { margin: 0; }
nav ol { list-style: none; padding-left: 1.2em; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } a { color: inherit; } }
"""


def codebook_html(book: Codebook) -> str:
    """The codebook as one HTML page, contents first, ready to be printed."""
    codes, agencies = entries_of(book)
    body = [
        f"<h1>{escape(book.title)}</h1>",
        f"<p>{escape(_origin(book))}</p>",
        "<nav><h2>Contents</h2><ol>",
        *(_contents(entry, "c") for entry in codes),
        "</ol></nav>",
        "<h2>Activities</h2>",
        *(_html(entry, "c") for entry in codes),
    ]
    if agencies:
        body += ["<h2>Agencies</h2>", *(_html(entry, "a") for entry in agencies)]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(book.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _contents(entry: Entry, kind: str) -> str:
    indent = f' style="padding-left: {(entry.level - 1) * 1.4:.1f}em"'
    name = escape(f"{entry.number} {entry.label}")
    return f'<li{indent}><a href="#{kind}{entry.number}">{name}</a></li>'


def _html(entry: Entry, kind: str) -> str:
    colour = entry.colour or "#BBBBBB"
    parts = [
        f'<section id="{kind}{entry.number}" style="--level: {entry.level};'
        f' --colour: {escape(colour)}">',
        f"<h3>{escape(f'{entry.number} {entry.label}')}</h3>",
        f'<p class="marks">{escape(" · ".join(entry.marks))}</p>',
    ]
    if entry.definition:
        parts.append(f"<p>{escape(entry.definition)}</p>")
    if entry.lines:
        lines = "".join(
            f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in entry.lines
        )
        parts.append(f"<dl>{lines}</dl>")
    return "\n".join([*parts, "</section>"])
