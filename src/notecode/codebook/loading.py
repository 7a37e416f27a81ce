"""Read ``codebook.yaml`` into a ``Codebook``, with every problem of the file and its line."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from notecode.codebook import checking
from notecode.codebook.nodes import Record, Report, compose, line_of, pairs, record, scalar_text
from notecode.codebook.rules import read_rules, read_word_classes
from notecode.errors import CodebookError, Problem
from notecode.model import Agency, Alias, Code, Codebook, CodeOrigin, Status

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

_TOP = ("title", "codes", "agencies", "word_classes", "phrases", "rules")
CODE_FIELDS = (
    "id",
    "label",
    "definition",
    "use_when",
    "not_when",
    "example",
    "key",
    "parent",
    "colour",
    "origin",
    "status",
    "merged_into",
    "split_into",
    "formerly",
)
"""The fields of a code, in the order in which they are written."""
AGENCY_FIELDS = (
    "id",
    "label",
    "definition",
    "key",
    "aliases",
    "roles",
    "status",
    "merged_into",
    "formerly",
)
"""The fields of an agency, in the order in which they are written."""
_ALIAS = ("text", "exact", "sites")


def read_codebook(path: Path) -> Codebook:
    """The codebook of a file; warnings are passed over (``parse_codebook`` has them).

    Raises:
        CodebookError: if the file is missing, cannot be read, or has a fatal problem; it
            carries all problems with their lines.

    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CodebookError(
            "there is no codebook", where=str(path), hint="create it with 'notecode init'"
        ) from None
    except UnicodeDecodeError as error:
        raise CodebookError(
            f"not UTF-8 text (byte {error.start + 1})", where=str(path), hint="save it as UTF-8"
        ) from None
    except OSError as error:
        raise CodebookError(
            f"cannot be read: {error.strerror}", where=str(path), hint="check the file's rights"
        ) from None
    book, problems = parse_codebook(text, path.name)
    if book is None:
        # Its warnings are for 'notecode codebook check': here they would hide what stops it.
        fatal = [problem for problem in problems if problem.fatal]
        raise CodebookError(
            f"the codebook has {len(fatal)} problem{'s' if len(fatal) > 1 else ''}",
            problems=fatal,
            where=str(path),
            hint="Mend these lines",
        )
    return book


@lru_cache(maxsize=4)
def parse_codebook(text: str, name: str) -> tuple[Codebook | None, tuple[Problem, ...]]:
    """The codebook in ``text`` and all of its problems; no codebook if one of them is fatal.

    ``name`` stands for the file in the problems. The last texts are remembered: a command asks
    for the codebook more than once, and YAML is slow to read.
    """
    report = Report(name)
    text = text.removeprefix("\ufeff")
    node = compose(text, report)
    top = record(node, "the codebook", _TOP, report) if node is not None else None
    if top is None:
        return None, report.in_order()
    codes = _codes(top, report)
    agencies = _agencies(top, report)
    phrases = _phrases(top, report)
    classes = read_word_classes(top, report)
    rules = read_rules(top, phrases, classes, [a.id for a, _ in agencies], report)
    checking.check_codes(codes, report)
    checking.check_agencies(agencies, report)
    checking.check_rules(
        rules, [code for code, _ in codes], [a for a, _ in agencies], phrases, report
    )
    if not codes and not report.fatal:
        report.error(top.line_of("codes"), "the codebook has no codes", "add one under 'codes:'")
    if report.fatal:
        return None, report.in_order()
    book = Codebook(
        title=top.text("title", "Codebook"),
        codes=tuple(code for code, _ in codes),
        agencies=tuple(agency for agency, _ in agencies),
        rules=tuple(rule for rule, _ in rules),
        word_classes=classes,
        digest=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    return book, report.in_order()


def shipped_codebook_text() -> str:
    """The text of the codebook that ships with notecode.

    Raises:
        CodebookError: if the installation is incomplete and has none.

    """
    return _shipped("codebook.yaml")


def shipped_codebook_edited() -> bool:
    """Whether the codebook that new projects begin with is no longer the one that ships.

    A clone's own codebook.yaml is both that and the sample's, which people play with.

    Raises:
        CodebookError: if the installation is incomplete.

    """
    recorded = _shipped("codebook.sha256").split()[0]
    return sha256(shipped_codebook_text().encode()).hexdigest() != recorded


def codebook_schema_text() -> str:
    """The JSON Schema by which editors check and complete ``codebook.yaml``.

    Raises:
        CodebookError: if the installation is incomplete and has none.

    """
    return _shipped("codebook.schema.json")


def _shipped(name: str) -> str:
    from importlib.resources import files

    packaged = files("notecode.codebook").joinpath(name)
    if packaged.is_file():
        return packaged.read_text(encoding="utf-8")
    # An editable install reads the repository's own file, three folders above this package.
    in_repository = Path(__file__).parents[3] / name
    if in_repository.is_file():
        return in_repository.read_text(encoding="utf-8")
    raise CodebookError(f"the shipped {name} is missing", hint="install notecode again")


def _codes(top: Record, report: Report) -> list[tuple[Code, Record]]:
    found = []
    for node in top.items("codes"):
        entry = record(node, _named("code", node), CODE_FIELDS, report)
        if entry is None:
            continue
        code = Code(
            id=entry.text("id", required=True),
            label=entry.text("label", required=True),
            definition=entry.text("definition"),
            use_when=entry.text("use_when"),
            not_when=entry.text("not_when"),
            example=entry.text("example"),
            key=entry.text("key"),
            colour=entry.text("colour"),
            parent=entry.text("parent"),
            origin=cast("CodeOrigin", entry.choice("origin", ("pre-set", "emergent"), "pre-set")),
            status=cast("Status", entry.choice("status", ("active", "retired"), "active")),
            merged_into=entry.text("merged_into"),
            split_into=tuple(text for text, _ in entry.texts("split_into")),
            formerly=tuple(text for text, _ in entry.texts("formerly")),
        )
        found.append((code, entry))
    return found


def _agencies(top: Record, report: Report) -> list[tuple[Agency, Record]]:
    found = []
    for node in top.items("agencies"):
        entry = record(node, _named("agency", node), AGENCY_FIELDS, report)
        if entry is None:
            continue
        agency = Agency(
            id=entry.text("id", required=True),
            label=entry.text("label", required=True),
            definition=entry.text("definition"),
            key=entry.text("key"),
            aliases=_aliases(entry, report),
            roles=tuple(text for text, _ in entry.texts("roles")),
            status=cast("Status", entry.choice("status", ("active", "retired"), "active")),
            merged_into=entry.text("merged_into"),
            formerly=tuple(text for text, _ in entry.texts("formerly")),
        )
        found.append((agency, entry))
    return found


def _aliases(entry: Record, report: Report) -> tuple[Alias, ...]:
    found = []
    for node in entry.items("aliases"):
        plain = scalar_text(node)
        if plain:
            found.append(Alias(text=plain))
            continue
        alias = record(node, f"{entry.what}, alias", _ALIAS, report)
        if alias is not None:
            found.append(
                Alias(
                    text=alias.text("text", required=True),
                    sites=tuple(site for site, _ in alias.texts("sites")),
                    exact=alias.flag("exact"),
                )
            )
    return tuple(found)


def _phrases(top: Record, report: Report) -> checking.Phrases:
    from ruamel.yaml.nodes import MappingNode

    phrases = checking.Phrases()
    node = top.fields.get("phrases")
    if node is None:
        return phrases
    if not isinstance(node, MappingNode):
        top.wrong_type("phrases", "a mapping of names to patterns")
        return phrases
    for name, key, value in pairs(node, "phrases", report):
        pattern = scalar_text(value)
        if not checking.PHRASE_NAME.fullmatch(name):
            report.error(line_of(key), f"phrase name {name!r}", "use small letters and underscores")
        elif not pattern:
            report.error(line_of(value), f"phrase {name!r} is not text", "write one pattern")
        else:
            phrases.add(name, pattern, line_of(value), report)
    return phrases


def _named(kind: str, node: "Node") -> str:
    """How messages call an entry: by its id if it has one, else by its line."""
    entries = node.value if isinstance(node.value, list) else []
    for entry in entries:
        if isinstance(entry, tuple) and entry[0].value == "id" and isinstance(entry[1].value, str):
            return f"{kind} {entry[1].value!r}"
    return f"the {kind} on line {line_of(node)}"
