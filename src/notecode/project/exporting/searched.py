"""What a file says of the search before it was written: what for, and what not for."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notecode.project.anonymising.vault_state import has_vault
from notecode.project.project import Project
from notecode.project.reviewing.let_stand import StandingWord, said_of

if TYPE_CHECKING:
    from notecode.anonymising.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """In words: what is searched for, and what it could be and is not ("" if nothing)."""

    sought: str
    unsought: str


_NAMES = (
    "names as they are written there, not misspelt or in another grammatical form, and such as are"
    " ordinary words too only where they read as a name"
)
"""What a search for names cannot promise."""


def searched_for(
    project: Project,
    people: Path | None = None,
    vault: "Vault | None" = None,
    *,
    let_stand: Iterable[StandingWord] = (),
) -> Searched:
    """What a file is searched for with this people file and this vault.

    The words ``let_stand`` are passed over, which is said where names are looked for at all.
    """
    sought = ["UK patterns of numbers, postcodes and e-mail addresses"]
    if people:
        sought.append("everybody in the people file")
    if vault:
        cases = len(vault.case_ids())
        sought.append(
            f"everybody in the {cases} cases of the vault and what was replaced there, but for"
            " ages, nationalities, days without a year and numbers of few figures"
        )
    sought += [_NAMES] if people or vault else []
    if (people or vault) and (but_for := said_of(let_stand)):
        sought.append(but_for)
    unsought = ["originals of the vault"] if has_vault(project) and not vault else []
    unsought += ["names of people"] if not people and not vault else []
    return Searched(sought="; ".join(sought), unsought=" and ".join(unsought))
