"""What must hold in a codebook beyond its shape: ids, keys, parents, aliases, patterns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from notecode.codebook.colours import confusable
from notecode.codebook.mentions import check_mentions, warn_of_retired
from notecode.codebook.nodes import Record, Report, is_entry, line_of, nearest
from notecode.codebook.succession import check_circles, check_succession
from notecode.model import Agency, Alias, Code, Rule

PHRASE_NAME = re.compile(r"[a-z][a-z_]*")
_PHRASE_USE = re.compile(r"\{([a-z][a-z_]*)\}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY = re.compile(r"[a-z0-9]")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ROLE = re.compile(r"[A-Z]+(?:_[A-Z]+)*")


def check_codes(codes: Sequence[tuple[Code, Record]], report: Report) -> None:
    """Ids, keys, colours, parents and definitions of the activity codes."""
    _check_ids("code", [(code.id, entry) for code, entry in codes], report)
    _check_keys("code", [(code.key, entry) for code, entry in codes], report)
    parents = {code.id: code.parent for code, _ in codes}
    for code, entry in codes:
        if code.colour and not _COLOUR.fullmatch(code.colour):
            report.error(
                entry.line_of("colour"),
                f"{entry.what}: colour {code.colour!r}",
                "write it as '#rrggbb', in quotes",
            )
        if code.parent and code.parent not in parents:
            report.error(
                entry.line_of("parent"),
                f"{entry.what}: no code {code.parent!r} to be its parent",
                nearest(code.parent, parents),
            )
        _warn_missing_definition(code.definition, entry, report)
    check_circles(codes, parents, "parent", report)
    check_succession("code", codes, report)
    _warn_like_colours(codes, report)
    _warn_like_labels(codes, report)


def _warn_like_colours(codes: Sequence[tuple[Code, Record]], report: Report) -> None:
    """Colours of groups that not everybody can tell apart, at the first use of the later one."""
    lines: dict[str, int] = {}
    for code, entry in codes:
        if _COLOUR.fullmatch(code.colour):
            lines.setdefault(code.colour.upper(), entry.line_of("colour"))
    for one, other, who in confusable(list(lines)):
        report.warn(
            lines[other],
            f"the colours {one} and {other} look alike to {who}",
            "take one of #56B4E9, #E69F00, #009E73, #D55E00, #F0E442 and #CC79A7",
        )


def _warn_like_labels(codes: Sequence[tuple[Code, Record]], report: Report) -> None:
    """A label of two codes in use, at the second: readers and tables cannot tell them apart."""
    first: dict[str, str] = {}
    for code, entry in codes:
        label = " ".join(code.label.casefold().split())
        if code.status == "retired" or not label:
            continue
        if label in first:
            report.warn(
                entry.line_of("label"),
                f"{entry.what} has the label of code {first[label]!r}",
                "give each a label that tells it apart",
            )
        first.setdefault(label, code.id)


def check_agencies(agencies: Sequence[tuple[Agency, Record]], report: Report) -> None:
    """Ids, keys, aliases, roles and definitions of the agencies."""
    _check_ids("agency", [(agency.id, entry) for agency, entry in agencies], report)
    _check_keys("agency", [(agency.key, entry) for agency, entry in agencies], report)
    seen: dict[str, list[tuple[Alias, str]]] = {}
    roles: dict[str, str] = {}
    for agency, entry in agencies:
        lines = [line_of(node) for node in entry.items("aliases") if is_entry(node)]
        for alias, line in zip(agency.aliases, lines, strict=False):
            _check_alias(alias, agency.id, seen, line, report)
        for role, line in entry.texts("roles"):
            _check_role(role, agency.id, roles, line, report)
        _warn_missing_definition(agency.definition, entry, report)
    check_succession("agency", agencies, report)


def _check_alias(
    alias: Alias,
    agency: str,
    seen: dict[str, list[tuple[Alias, str]]],
    line: int,
    report: Report,
) -> None:
    """An alias must not stand for two agencies at one site."""
    if not any(char.isalnum() for char in alias.text):
        report.error(line, f"agency {agency!r}: an alias without a letter", "write a name")
    others = seen.setdefault(" ".join(alias.text.casefold().split()), [])
    for other, owner in others:
        if alias.exact and other.exact and alias.text != other.text:
            continue
        if alias.sites and other.sites and not set(alias.sites) & set(other.sites):
            continue
        if owner != agency:
            report.error(
                line,
                f"alias {alias.text!r} stands for both {owner!r} and {agency!r}",
                "keep it for one of them, or give each its own 'sites'",
            )
        else:
            report.warn(line, f"agency {agency!r}: alias {alias.text!r} is given twice", "keep one")
        break
    others.append((alias, agency))


def _check_role(role: str, agency: str, roles: dict[str, str], line: int, report: Report) -> None:
    """A role is the stem of a tag, and stands for one agency."""
    if not _ROLE.fullmatch(role):
        report.error(
            line,
            f"agency {agency!r}: role {role!r} cannot stand in a tag",
            "use capitals and underscores, as in OM or SOCIAL_WORKER",
        )
    if role in roles:
        report.error(
            line, f"role {role!r} stands for both {roles[role]!r} and {agency!r}", "keep one"
        )
    roles.setdefault(role, agency)


def check_rules(
    rules: Sequence[tuple[Rule, Record]],
    codes: Sequence[Code],
    agencies: Sequence[Agency],
    phrases: "Phrases",
    report: Report,
) -> None:
    """Rules name known codes and agencies, and their patterns compile and mean something."""
    _check_ids("rule", [(rule.id, entry) for rule, entry in rules], report)
    status = {code.id: code.status for code in codes}
    heirs = {code.id: code.split_into or (code.merged_into,) for code in codes}
    check_mentions(rules, list(status), [agency.id for agency in agencies], report)
    retired = {a.id: a.merged_into for a in agencies if a.status == "retired"}
    warn_of_retired(rules, retired, report)
    for rule, entry in rules:
        if status.get(rule.code) == "retired":
            report.warn(
                entry.line_of("code"),
                f"{entry.what} suggests the retired code {rule.code!r}",
                f"name {' or '.join(filter(None, heirs[rule.code])) or 'another code'},"
                " or delete the rule",
            )
        if rule.only and rule.agencies == "none":
            report.error(
                entry.line_of("only"),
                f"{entry.what} has 'only' but wants no agency",
                "delete 'only', or set 'agencies: required'",
            )
        _check_rule_patterns(rule, entry, phrases, report)


def _check_rule_patterns(rule: Rule, entry: Record, phrases: "Phrases", report: Report) -> None:
    if not (rule.any or rule.says or rule.tokens or rule.dependency or rule.points):
        report.error(entry.line, f"{entry.what} has no pattern", "add one under 'says:' or 'any:'")
    if rule.points and rule.enough <= 0:
        report.error(
            entry.line, f"{entry.what} has points, and no number is enough", "add 'enough:'"
        )
    for name in ("any", "unless"):
        for pattern, line in entry.texts(name):
            if check_pattern(pattern, phrases, entry.what, line, report):
                report.error(
                    line,
                    f"{entry.what}: the pattern {_short(pattern)!r} matches every sentence",
                    "make at least one part of it obligatory",
                )


def check_pattern(pattern: str, phrases: "Phrases", what: str, line: int, report: Report) -> bool:
    """Report a pattern that does not compile; whether it matches an empty text.

    Each phrase has been compiled on its own, so a short stand-in takes its place here: compiling
    the whole would take most of the time of loading a codebook.
    """
    stand_in = _PHRASE_USE.sub(lambda use: "(?:x)" + phrases.optional(use.group(1)), pattern)
    try:
        return re.compile(stand_in, re.IGNORECASE).search("") is not None
    except (re.error, OverflowError, RecursionError) as error:
        report.error(
            line,
            f"{what}: the pattern {_short(pattern)!r} is no regular expression: {error}",
            "mend it, or escape the character with a backslash",
        )
        return False


@dataclass(slots=True)
class Phrases:
    """The named pieces of pattern: each with those before it put in, and which may be empty."""

    patterns: dict[str, str] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)

    def add(self, name: str, pattern: str, line: int, report: Report) -> None:
        """Check a phrase and keep it under its name."""
        what = f"phrase {name!r}"
        if check_pattern(pattern, self, what, line, report):
            self.empty.add(name)
        self.patterns[name] = self.expand(pattern, what, line, report)

    def optional(self, name: str) -> str:
        """A question mark for a phrase that may match nothing, else nothing."""
        return "?" if name in self.empty else ""

    def expand(self, pattern: str, what: str, line: int, report: Report) -> str:
        """The pattern with each ``{name}`` replaced by the phrase of that name, as one group."""

        def piece(use: re.Match[str]) -> str:
            name = use.group(1)
            if name not in self.patterns:
                report.error(line, f"{what}: no phrase {name!r}", nearest(name, self.patterns))
                return use.group()
            return f"(?:{self.patterns[name]})"

        return _PHRASE_USE.sub(piece, pattern)


def _check_ids(kind: str, ids: Sequence[tuple[str, Record]], report: Report) -> None:
    first: dict[str, int] = {}
    for id_, entry in ids:
        if not id_:
            continue
        if not _SLUG.fullmatch(id_):
            report.error(
                entry.line_of("id"),
                f"{kind} id {id_!r}",
                "use small letters, digits and single hyphens",
            )
        if id_ in first:
            report.error(
                entry.line_of("id"),
                f"{kind} id {id_!r} is given twice",
                f"rename one; the first is on line {first[id_]}",
            )
        first.setdefault(id_, entry.line_of("id"))


def _check_keys(kind: str, keys: Sequence[tuple[str, Record]], report: Report) -> None:
    first: dict[str, Record] = {}
    for key, entry in keys:
        if not key:
            continue
        if not _KEY.fullmatch(key):
            report.error(
                entry.line_of("key"), f"{entry.what}: key {key!r}", "use one small letter or digit"
            )
        if key in first:
            report.error(
                entry.line_of("key"),
                f"{entry.what}: key {key!r} belongs to {first[key].what}",
                f"choose a key that no other {kind} has",
            )
        first.setdefault(key, entry)


def _warn_missing_definition(definition: str, entry: Record, report: Report) -> None:
    if not definition:
        report.warn(entry.line, f"{entry.what} has no definition", "say what it means")


def _short(pattern: str) -> str:
    return pattern if len(pattern) <= 60 else f"{pattern[:57]}..."
