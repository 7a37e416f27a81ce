"""Invented cases for the vault, and a cost of trying passphrases that suits tests."""

from datetime import date
from pathlib import Path

from notecode.anonymising.vault import (
    KeyCost,
    Passphrase,
    Replaced,
    Vault,
    VaultCase,
    create_vault,
    open_vault,
)
from notecode.raw import Person, RawNote, Roster

CHEAP = KeyCost(n=16)
WORDS = Passphrase("four unlikely little words")
OTHER = Passphrase("another four unlikely words")
PROJECT = "0123456789abcdef0123456789abcdef"
MARKED = "Quillfeather"
"""A name that stands in every case and must never be seen outside the vault."""


def case(number: int, text: str = "") -> VaultCase:
    """A case with one note, one person, and something of everything else."""
    case_id = f"C{number}"
    return VaultCase(
        case_id=case_id,
        notes=(
            RawNote(
                id=f"N{number}",
                case_id=case_id,
                text=text or f"T/C to Zebediah {MARKED}, case {number}.",
                date=date(2017, 2, 3),
                author="A. Manager",
            ),
        ),
        roster=Roster(
            case_id,
            (
                Person(
                    id=f"P{number}",
                    role="SU",
                    first_name="Zebediah",
                    last_name=MARKED,
                    known_as=("Zeb", "Zebby"),
                    dob=date(1984, 8, 9),
                    phones=("07700 900461",),
                ),
            ),
        ),
        memory={"seen": [number, None, "ü"]},
        replaced={f"N{number}": Replaced("ab" * 32, (("PERSON", f"Zebediah {MARKED}"),))},
    )


def make_vault(path: Path, *numbers: int) -> Path:
    """A vault with these cases."""
    create_vault(path, WORDS, project=PROJECT, cost=CHEAP)
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases(map(case, numbers))
    return path


def contents(path: Path, passphrase: Passphrase = WORDS) -> dict[str, VaultCase]:
    """Everything in the vault, checked."""
    with open_vault(path, passphrase) as vault:
        assert vault.check() == []
        return everything(vault)


def everything(vault: Vault) -> dict[str, VaultCase]:
    """Every case of an open vault."""
    return {case_id: vault.read_case(case_id) for case_id in vault.case_ids()}
