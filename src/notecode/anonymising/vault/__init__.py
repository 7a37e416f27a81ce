"""The vault: a study's originals in one encrypted file, read case by case.

``create_vault`` makes one, ``open_vault`` opens it with its passphrase. ``read_header_of`` says
whose it is without the passphrase; ``destroy_vault`` needs none either. docs/decisions/vault.md
describes the file and what it protects from.
"""

from notecode.anonymising.vault.contents import Replaced, VaultCase
from notecode.anonymising.vault.files import work_path
from notecode.anonymising.vault.header import Header
from notecode.anonymising.vault.keys import KeyCost, Passphrase
from notecode.anonymising.vault.opening import (
    any_file_of,
    create_vault,
    destroy_vault,
    open_vault,
    read_header_of,
    refuse_existing,
)
from notecode.anonymising.vault.vault import Vault

__all__ = [
    "Header",
    "KeyCost",
    "Passphrase",
    "Replaced",
    "Vault",
    "VaultCase",
    "any_file_of",
    "create_vault",
    "destroy_vault",
    "open_vault",
    "read_header_of",
    "refuse_existing",
    "work_path",
]
