"""What decides the result of anonymising, the files aside; kept with every case that was done."""

import hashlib
import json
from collections.abc import Mapping
from importlib import metadata

from notecode import __version__
from notecode.anonymising.pseudonyms.wording import Wording
from notecode.model import Codebook
from notecode.project.project import Project
from notecode.store import facts
from notecode.store.connection import Database

_FACT = "settings "


def run_settings(project: Project, codebook: Codebook) -> dict[str, str]:
    """Each thing that decides the result, by a name that a reader understands.

    The people file is left out on purpose: a digest of names can be tried out name by name.
    """
    protected = repr(sorted(agency_names(codebook).items()))
    settings = {
        "notecode": __version__,
        "language model": project.settings.model,
        "agency names kept": hashlib.sha256(protected.encode()).hexdigest()[:16],
        "names": project.settings.names,
        "dates": project.settings.dates,
    }
    if project.settings.names == "surrogate":
        # Another version of it has other names.
        settings["faker"] = _installed("faker")
    return settings


def wording_of(project: Project) -> Wording:
    """What people and days become in this project."""
    return Wording(names=project.settings.names, dates=project.settings.dates)


def settings_digest(project: Project, codebook: Codebook) -> str:
    """One digest over all of them; a case is done again when it has changed."""
    return _digest(run_settings(project, codebook))


def _digest(settings: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()


def keep_settings(db: Database, project: Project, codebook: Codebook) -> None:
    """Keep what the digest stands for, with the versions of the libraries that were used."""
    settings = run_settings(project, codebook)
    libraries = {name: _installed(name) for name in ("spacy", "presidio-analyzer")}
    model = _installed(settings["language model"].replace("_", "-"))
    kept = {**settings, "language model version": model, **libraries}
    facts.save_fact(db, _FACT + _digest(settings), json.dumps(kept))


def kept_settings(db: Database) -> dict[str, dict[str, str]]:
    """What every digest stands for, by digest."""
    rows = facts.load_facts(db, _FACT)
    return {name.removeprefix(_FACT): json.loads(value) for name, value in rows.items()}


def agency_names(codebook: Codebook) -> dict[str, list[str]]:
    """Agency names that must survive, by site ("" is everywhere)."""
    protected: dict[str, list[str]] = {}
    for agency in codebook.agencies:
        for alias in agency.aliases:
            if alias.text.endswith("*"):
                continue  # "cp *" is a name by the title behind it; "cp" alone may be initials
            for site in alias.sites or ("",):
                protected.setdefault(site, []).append(alias.text)
    return protected


def _installed(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
