"""References of merged codes and agencies: whose they are now, and how that is taken back.

What a coder coded is never written over. A reference whose code has an heir stands in
``coded_references`` under the heir, with the code that the coder gave beside it (``coded_as``).
Where two references of one coder would so come to lie on one span with one code, one is counted,
with the agencies of both, and the other is kept in ``folded_references`` as it was coded. What a
reference's agencies count for stands in the same way beside those that the coder gave
(``agency_heirs``). So what is counted follows from what was coded and from the heirs of the present
codebook, and is the same again when a merger is taken back, whatever was coded, undone and redone
in between.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

from notecode.model import Change, Reference
from notecode.store.agency_heirs import give_to_heirs, given_of, touched_by
from notecode.store.connection import Database
from notecode.store.reference_rows import (
    delete_reference,
    insert_reference,
    reference_from_json,
    references_on,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a new codebook did to the references: how many have another code now.

    ``folded`` of them lie under another one of the same coder on the same span; a negative
    number says how many came out again. ``reassigned`` count under another agency now.
    """

    recoded: int = 0
    folded: int = 0
    reassigned: int = 0

    def __str__(self) -> str:
        have = "reference has" if self.recoded == 1 else "references have"
        said = [f"{self.recoded} {have} another code"] if self.recoded else []
        if self.folded > 0:
            said.append(f"{self.folded} folded into one that the coder had on the same span")
        elif self.folded < 0:
            said.append(f"{-self.folded} unfolded again")
        if self.reassigned:
            have = "reference has" if self.reassigned == 1 else "references have"
            said.append(f"{self.reassigned} {have} another agency")
        return ", ".join(said)


def as_coded(reference: Reference) -> Reference:
    """The reference with the code that the coder gave."""
    return replace(reference, code=reference.coded_as or reference.code, coded_as="")


class Heirs(NamedTuple):
    """The heir of each code, and of each agency, that has one."""

    codes: Mapping[str, str]
    agencies: Mapping[str, str]


def stored_heirs(db: Database) -> Heirs:
    """The heirs by the codebook in use."""
    codes, agencies = (
        {row[0]: row[1] for row in db.rows(f"SELECT id, heir FROM {table} WHERE heir IS NOT NULL")}
        for table in ("codes", "agencies")
    )
    return Heirs(codes, agencies)


def settle(db: Database) -> Settled:
    """Give every reference the code and the agencies that the heirs in use say, inside ``writing``.

    References that have a span to themselves are given them one by one; where a coder has another
    one on the same span that could meet it, all of theirs on the note are put back and folded anew.
    """
    heirs = stored_heirs(db)
    before = _folded(db)
    moves = _moves(db, heirs.codes)
    rows = db.rows("SELECT DISTINCT note_id, coder FROM folded_references")
    knotted = {(row["note_id"], row["coder"]) for row in rows} | _meeting(db, moves)
    alone = [move for move in moves if (move.note_id, move.coder) not in knotted]
    db.execute_many(
        "UPDATE coded_references SET code = ?, coded_as = ? WHERE id = ?",
        [(move.after, "" if move.after == move.base else move.base, move.id) for move in alone],
    )
    recoded = len(alone)
    touched = [id_ for id_, *place in touched_by(db, heirs.agencies) if (*place,) not in knotted]
    reassigned = give_to_heirs(db, touched, heirs.agencies)
    for note_id, coder in sorted(knotted):
        seen = {each.id: each for each in references_on(db, note_id, coder)}
        unfold(db, note_id, coder)
        fold(db, note_id, coder, heirs)
        for now in references_on(db, note_id, coder):
            was = seen.get(now.id, now)
            recoded += was.code != now.code
            reassigned += was.code == now.code and was.agencies != now.agencies
    return Settled(recoded=recoded, folded=_folded(db) - before, reassigned=reassigned)


class _Move(NamedTuple):
    """A reference that is another code's now: the code that was given, and the one after."""

    id: str
    note_id: str
    coder: str
    base: str
    after: str


def _moves(db: Database, heirs: Mapping[str, str]) -> list[_Move]:
    """The references whose code is not the one that the heirs say."""
    rows = db.rows(
        "SELECT id, note_id, coder, code, coded_as FROM coded_references WHERE coded_as != ''"
        " OR code IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(heirs)),),
    )
    found = []
    for row in rows:
        base = row["coded_as"] or row["code"]
        after = heirs.get(base, base)
        if after != row["code"]:
            found.append(_Move(row["id"], row["note_id"], row["coder"], base, after))
    return found


def _meeting(db: Database, moves: Sequence[_Move]) -> set[tuple[str, str]]:
    """Notes and coders where a reference would meet another on its span, or cross its way."""
    after = {move.id: move.after for move in moves}
    rows = db.rows(
        "SELECT r.id, o.id AS other, o.code, r.note_id, r.coder FROM coded_references r"
        " JOIN coded_references o ON o.coder = r.coder AND o.note_id = r.note_id"
        ' AND o.start = r.start AND o."end" = r."end" AND o.id != r.id'
        " WHERE r.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(after)),),
    )
    return {
        (row["note_id"], row["coder"])
        for row in rows
        if row["other"] in after or row["code"] == after[row["id"]]
    }


def _folded(db: Database) -> int:
    return int(db.value("SELECT count(*) FROM folded_references"))


def unfold(db: Database, note_id: str, coder: str) -> None:
    """Put a coder's references on a note back as they were coded, inside ``writing``."""
    here = (note_id, coder)
    give_to_heirs(db, _ids(db, note_id, coder), {})
    folded = db.rows(
        "SELECT into_id, reference, brought FROM folded_references WHERE note_id = ? AND coder = ?",
        here,
    )
    db.execute_many(
        "DELETE FROM reference_agencies WHERE reference_id = ? AND agency = ?",
        [(row["into_id"], agency) for row in folded for agency in json.loads(row["brought"])],
    )
    db.execute(
        "UPDATE coded_references SET code = coded_as, coded_as = '' WHERE note_id = ?"
        " AND coder = ? AND coded_as != ''",
        here,
    )
    for row in folded:
        insert_reference(db, reference_from_json(json.loads(row["reference"])))
    if folded:
        db.execute("DELETE FROM folded_references WHERE note_id = ? AND coder = ?", here)


def fold(db: Database, note_id: str, coder: str, heirs: Heirs) -> None:
    """Give a coder's references on a note to their heirs, after ``unfold``, inside ``writing``."""
    if heirs.codes:
        groups: dict[tuple[object, str], list[Reference]] = {}
        for reference in references_on(db, note_id, coder):
            place = (reference.span, heirs.codes.get(reference.code, reference.code))
            groups.setdefault(place, []).append(reference)
        for (_, code), members in groups.items():
            if any(member.code != code for member in members):
                _fold_group(db, code, members)
    if heirs.agencies:
        give_to_heirs(db, _ids(db, note_id, coder), heirs.agencies)


def _ids(db: Database, note_id: str, coder: str) -> list[str]:
    rows = db.rows(
        "SELECT id FROM coded_references WHERE note_id = ? AND coder = ?", (note_id, coder)
    )
    return [row[0] for row in rows]


def _fold_group(db: Database, code: str, members: Sequence[Reference]) -> None:
    """Keep the one that was coded so, or else the first; the others lie under it."""
    kept, *others = sorted(members, key=lambda member: (member.code != code, member.id))
    agencies = set(kept.agencies)
    for other in others:
        brought = sorted(set(other.agencies) - agencies)
        agencies.update(brought)
        delete_reference(db, other.id)
        db.execute(
            "INSERT INTO folded_references (id, into_id, note_id, coder, reference, brought)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                other.id,
                kept.id,
                other.note_id,
                other.coder,
                json.dumps(asdict(other)),
                json.dumps(brought),
            ),
        )
    if kept.code != code:
        db.execute(
            "UPDATE coded_references SET code = ?, coded_as = ? WHERE id = ?",
            (code, kept.code, kept.id),
        )
    db.execute_many(
        "INSERT INTO reference_agencies (reference_id, agency) VALUES (?, ?)",
        [(kept.id, agency) for agency in sorted(agencies - set(kept.agencies))],
    )


def unfold_note(db: Database, note_id: str) -> None:
    """Put everybody's references on a note back as they were coded, inside ``writing``."""
    for coder in _coders_on(db, note_id):
        unfold(db, note_id, coder)


def fold_note(db: Database, note_id: str) -> None:
    """Give everybody's references on a note to their heirs, inside ``writing``."""
    heirs = stored_heirs(db)
    for coder in _coders_on(db, note_id):
        fold(db, note_id, coder, heirs)


def _coders_on(db: Database, note_id: str) -> list[str]:
    rows = db.rows("SELECT DISTINCT coder FROM coded_references WHERE note_id = ?", (note_id,))
    return [row[0] for row in rows]


def meant_as_coded(db: Database, change: Change) -> Change:
    """A change to what the coder saw, as a change to what was coded.

    Who acts on a reference under which others lie acts on all of them: they go with it, and what
    is put in its place has the agencies of them all, as these were given.
    """
    removed = []
    given: dict[str, set[str]] = {}
    for seen in change.removed:
        rows = db.rows(
            "SELECT reference, brought FROM folded_references WHERE into_id = ? ORDER BY id",
            (seen.id,),
        )
        brought = {agency for row in rows for agency in json.loads(row["brought"])}
        theirs = given_of(db, [seen.id]).get(seen.id, {})
        for agency, some in theirs.items():
            given.setdefault(agency, set()).update(some)
        own = {each for some in theirs.values() for each in some} - brought
        removed.append(replace(as_coded(seen), agencies=tuple(sorted(own))))
        removed += [reference_from_json(json.loads(row["reference"])) for row in rows]
    added = tuple(
        replace(as_coded(each), agencies=_as_given(each.agencies, given)) for each in change.added
    )
    return replace(change, removed=tuple(removed), added=added)


def _as_given(agencies: Sequence[str], given: Mapping[str, set[str]]) -> tuple[str, ...]:
    return tuple(sorted({each for agency in agencies for each in given.get(agency, {agency})}))
