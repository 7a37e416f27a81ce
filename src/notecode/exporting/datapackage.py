"""``datapackage.json``: a Frictionless data package around the files of an export.

After the Data Package standard, version 2 (https://datapackage.org/standard/data-package/): the
CSV files are its resources, each with a table schema; the other files are listed with their
sizes and digests. It is the file that says that the export is whole, so it is written last.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from notecode.exporting.csv import PROVENANCE
from notecode.exporting.frames import Column, Frame, Kind
from notecode.exporting.writing import Artefact, Said
from notecode.text.spreadsheets import clean, guarded

PACKAGE = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
DIALECT_PROFILE = "https://datapackage.org/profiles/2.0/tabledialect.json"
TYPES: dict[Kind, str] = {
    "text": "string",
    "level": "string",
    "integer": "integer",
    "number": "number",
    "share": "number",
    "flag": "integer",
}
_CHUNK = 1 << 20


def descriptor(
    title: str,
    provenance: Sequence[tuple[str, str]],
    frames: Sequence[Frame],
    *,
    as_of: str,
    suppressed_below: int,
    state: str,
) -> dict[str, Any]:
    """The package without what is only known of written files; ``frames`` are those in CSV.

    ``suppressed_below`` is the number of cases below which counts are withheld, 0 for none;
    ``state`` that of what they were counted in.
    """
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": _slug(title),
        "title": clean(title),
        "description": "Coded references and frequencies; see README.txt.",
    }
    if as_of:
        package["created"] = as_of.replace("+00:00", "Z")
    package["suppressed_below"] = suppressed_below
    if suppressed_below:
        package["state"] = state
    package["provenance"] = {name: clean(value) for name, value in provenance}
    package["resources"] = [_resource(frame) for frame in frames]
    return package


def package_artefact(package: dict[str, Any], names: Sequence[str]) -> Artefact:
    """The package around files of these ``names``, which lie beside it when it is written."""
    resources = {resource["path"] for resource in package["resources"]}

    def write(path: Path) -> None:
        others = [name for name in names if name not in resources]
        path.write_text(
            package_text(with_files(package, path.parent, others)), encoding="utf-8", newline="\n"
        )

    return Artefact(name=PACKAGE, says=(Said(PACKAGE, lambda: texts_in(package)),), write=write)


def package_text(package: dict[str, Any]) -> str:
    """A descriptor as it is written."""
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def with_files(package: dict[str, Any], directory: Path, others: Sequence[str]) -> dict[str, Any]:
    """The package with sizes and digests of the files as they lie in ``directory``."""
    resources = [
        resource | _facts(directory / resource["path"]) for resource in package["resources"]
    ]
    listed = [{"path": name, **_facts(directory / name)} for name in others]
    return package | {"resources": resources, "otherFiles": listed}


def texts_in(package: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text of a descriptor, with the entry that it stands in."""
    for name, value in package.items():
        if name == "provenance":
            yield name, "\n".join(f"{key}: {text}" for key, text in value.items())
        else:
            yield name, "\n".join(_strings(value))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def files_of(package_file: Path) -> dict[str, str]:
    """The digest of each file that a package lists, by name; empty if it cannot be read."""
    try:
        package = json.loads(package_file.read_text(encoding="utf-8"))
        listed = [*package["resources"], *package["otherFiles"]]
        return {str(file["path"]): str(file["hash"]) for file in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def withheld_below(package_file: Path) -> int:
    """The number of cases below which counts are withheld in a package's files; 0 for none."""
    try:
        return int(json.loads(package_file.read_text(encoding="utf-8"))["suppressed_below"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def state_in(package_file: Path) -> str:
    """The state that the counts in a package's files are of; "" if it does not say."""
    try:
        return str(json.loads(package_file.read_text(encoding="utf-8"))["state"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def digest_of(path: Path) -> str:
    """The digest of a file as a package states it."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return f"sha256:{digest.hexdigest()}"


def _facts(path: Path) -> dict[str, Any]:
    return {"bytes": path.stat().st_size, "hash": digest_of(path)}


def _resource(frame: Frame) -> dict[str, Any]:
    """One CSV file with its table schema."""
    schema: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(column) for column in (*frame.columns, PROVENANCE)],
        "missingValues": [""],
    }
    names = {column.name: column for column in frame.columns}
    if frame.key and all(names[name].empty == "never empty" for name in frame.key):
        schema["primaryKey"] = list(frame.key)
    said = f"One row is {frame.row_is}."
    return {
        "$schema": RESOURCE_PROFILE,
        "name": frame.name.replace("_", "-"),
        "type": "table",
        "path": f"{frame.name}.csv",
        "title": clean(frame.sheet),
        "description": clean(f"{said} {frame.base}" if frame.base else said),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"$schema": DIALECT_PROFILE, "delimiter": ",", "lineTerminator": "\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": TYPES[column.kind]}
    if column.label:
        field["title"] = clean(column.label)
    field["description"] = clean(f"{column.meaning}. Empty: {column.empty}.")
    constraints: dict[str, Any] = {}
    if column.empty == "never empty":
        constraints["required"] = True
    if column.kind == "flag":
        constraints["enum"] = [0, 1]
    if column.kind == "level" and column.levels:
        field["categories"] = [guarded(level) for level in (*column.levels, *column.also)]
        field["categoriesOrdered"] = column.ordered
    if constraints:
        field["constraints"] = constraints
    return field


def _slug(title: str) -> str:
    """A package's name: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-") or "export"
