"""Memos: what was written on references, notes, cases, codes and the project, and what links there.

A memo names what it is on and holds on to nothing: where that is deleted the memo waits, out of
the lists, and is there again once the deletion is undone. Where it lies by now is worked out: a
reference may be folded under another one, a code may have an heir.
"""

import json
import re
from collections.abc import Iterable, Sequence
from sqlite3 import Row

from notecode.memos import MEMO_KINDS, ThingKind, first_line
from notecode.model import Memo, PlacedMemo, Thing
from notecode.store.connection import Database

_WORD = re.compile(r"\w+")

_ON = {
    "reference": "SELECT ? UNION SELECT id FROM folded_references WHERE into_id = ?",
    "code": "SELECT ? UNION SELECT id FROM codes WHERE heir = ?",
}
"""What a memo may say it is on, so that it lies on this thing by now."""

_THERE = {
    "case": "SELECT 1 FROM cases WHERE id = ?",
    "note": "SELECT 1 FROM notes WHERE id = ?",
    "code": "SELECT 1 FROM codes WHERE id = ? AND (status != 'not in codebook' OR heir NOT NULL)",
    "reference": "SELECT 1 FROM coded_references WHERE id = ?1"
    " UNION SELECT 1 FROM folded_references WHERE id = ?1",
    "memo": "SELECT 1 FROM memos WHERE id = ?",
}


def load_memo(db: Database, memo_id: str) -> Memo | None:
    """One memo, or None if there is none of this id."""
    found = db.rows("SELECT * FROM memos WHERE id = ?", (memo_id,))
    return _memo(found[0]) if found else None


def memo_ids(db: Database, beginning: str) -> list[str]:
    """Ids of memos that begin so, in any letter case."""
    rows = db.rows(
        "SELECT id FROM memos WHERE substr(id, 1, ?) = ? ORDER BY id",
        (len(beginning), beginning.upper()),
    )
    return [row[0] for row in rows]


def memos_on(db: Database, thing: Thing) -> list[Memo]:
    """Everybody's memos that lie on a thing now, those that say so themselves first."""
    targets = _ON.get(thing.kind)
    some = f"target IN ({targets})" if targets else "target = ?"
    rows = db.rows(
        f"SELECT * FROM memos WHERE kind = ? AND {some} ORDER BY target != ?, id",
        (thing.kind, *(thing.id,) * (some.count("?") + 1)),
    )
    return [_memo(row) for row in rows]


def ids_of_memos(
    db: Database, words: str = "", *, kind: str = "", coder: str = "", gone: bool = False
) -> list[str]:
    """Ids of the memos in which all the words, or words that begin so, stand; newest change first.

    Of one kind of thing and one coder if they are named. Those whose thing is gone are found by
    ``gone`` alone.
    """
    query = " ".join(f'"{word}"*' for word in _WORD.findall(words))
    if words.strip() and not query:
        return []
    among = "SELECT rowid FROM memos_text WHERE memos_text MATCH :query"
    rows = db.rows(
        "SELECT id FROM memo_details WHERE (place IS NULL) = :gone AND :kind IN ('', kind)"
        " AND :coder IN ('', coder)"
        + (f" AND id IN (SELECT id FROM memos WHERE rowid IN ({among}))" if query else "")
        + " ORDER BY changed DESC, id DESC",
        {"query": query, "kind": kind, "coder": coder, "gone": gone},
    )
    return [row[0] for row in rows]


def placed_memos(db: Database, ids: Sequence[str]) -> list[PlacedMemo]:
    """These memos with where they lie now, in the order given; one that is gone is left out."""
    rows = db.rows(
        "SELECT d.* FROM json_each(?) wanted JOIN memo_details d ON d.id = wanted.value"
        " ORDER BY wanted.key",
        (json.dumps(list(ids)),),
    )
    return [_placed(row) for row in rows]


def find_memos(
    db: Database, words: str = "", *, kind: str = "", coder: str = "", gone: bool = False
) -> list[PlacedMemo]:
    """The memos that ``ids_of_memos`` finds."""
    return placed_memos(db, ids_of_memos(db, words, kind=kind, coder=coder, gone=gone))


def count_memos(db: Database, coder: str = "") -> dict[ThingKind, int]:
    """How many memos lie on each kind of thing, without those whose thing is gone."""
    rows = db.rows(
        "SELECT kind, count(*) FROM memo_details WHERE place IS NOT NULL AND ? IN ('', coder)"
        " GROUP BY kind",
        (coder,),
    )
    counted = {row[0]: row[1] for row in rows}
    return {kind: counted[kind] for kind in MEMO_KINDS if kind in counted}


def count_of_gone(db: Database) -> int:
    """How many memos wait for a thing that is gone."""
    return int(db.value("SELECT count(*) FROM memo_details WHERE place IS NULL"))


def things_with_memos(db: Database, note_id: str) -> frozenset[Thing]:
    """The note, if a memo lies on it, and those of its references on which one lies now."""
    rows = db.rows(
        "SELECT 'note' AS kind, target FROM memos WHERE kind = 'note' AND target = :note"
        " UNION SELECT 'reference', r.id FROM coded_references r CROSS JOIN memos m"
        " ON m.kind = 'reference' AND m.target = r.id WHERE r.note_id = :note"
        " UNION SELECT 'reference', f.into_id FROM folded_references f CROSS JOIN memos m"
        " ON m.kind = 'reference' AND m.target = f.id WHERE f.note_id = :note",
        {"note": note_id},
    )
    return frozenset(Thing(row[0], row[1]) for row in rows)


def links_to(db: Database, things: Iterable[Thing]) -> list[PlacedMemo]:
    """The memos whose text links to one of the things; those that link to an heir's former id too.

    The newest change comes first.
    """
    found: dict[str, PlacedMemo] = {}
    for thing in things:
        targets = _ON.get(thing.kind, "SELECT ?")
        rows = db.rows(
            "SELECT d.* FROM memo_details d JOIN memo_links l ON l.memo_id = d.id"
            f" WHERE d.place IS NOT NULL AND l.kind = ? AND l.target IN ({targets})",
            (thing.kind, *(thing.id,) * targets.count("?")),
        )
        found |= {row["id"]: _placed(row) for row in rows}
    return sorted(found.values(), key=lambda each: (each.memo.changed, each.memo.id), reverse=True)


def is_there(db: Database, thing: Thing) -> bool:
    """Whether a link to the thing leads somewhere, and a memo on it would lie on something."""
    return thing.kind == "project" or db.value(_THERE[thing.kind], (thing.id,)) is not None


def labels_of(db: Database, kind: str) -> dict[str, str]:
    """The ids of all cases, notes or codes, each with what it is known by as well."""
    label = "label" if kind == "code" else "id"
    return dict(map(tuple, db.rows(f"SELECT id, {label} FROM {kind}s ORDER BY rowid")))


def note_of(db: Database, reference_id: str) -> str:
    """The note in which a reference lies, or ""."""
    return db.value("SELECT note_id FROM coded_references WHERE id = ?", (reference_id,)) or ""


def things_to_link(db: Database, typed: str, most: int) -> list[tuple[Thing, str]]:
    """Cases, codes and notes in whose id or label all typed words stand, with a wording; memos too.

    What begins so comes first; at most ``most`` of each kind. A memo needs words that begin so.
    """
    found: list[tuple[Thing, str]] = []
    for kind, query in _TO_LINK.items():
        rows = db.rows(query, {"typed": _like(typed), "first": _like(typed)[1:], "most": most})
        found += [(Thing(kind, row[0]), row[1]) for row in rows]
    memos = placed_memos(db, ids_of_memos(db, typed)[:most])
    return found + [(each.memo.thing, _wording(each)) for each in memos]


def _wording(found: PlacedMemo) -> str:
    return f"on {found.place or found.memo.on}: {first_line(found.memo.text, 80)}"


_TO_LINK: dict[ThingKind, str] = {
    "case": "SELECT id, site FROM cases WHERE id || ' ' || site LIKE :typed ESCAPE '\\'"
    " ORDER BY id NOT LIKE :first ESCAPE '\\', id LIMIT :most",
    "code": "SELECT id, label FROM codes WHERE status = 'active'"
    " AND label || ' ' || id LIKE :typed ESCAPE '\\'"
    " ORDER BY label NOT LIKE :first ESCAPE '\\', position LIMIT :most",
    "note": "SELECT id, case_id || ' ' || coalesce(date, '') || ' ' || contact_type FROM notes"
    " WHERE id || ' ' || case_id || ' ' || coalesce(date, '') LIKE :typed ESCAPE '\\'"
    " ORDER BY id NOT LIKE :first ESCAPE '\\', case_id, date, id LIMIT :most",
}


def _like(typed: str) -> str:
    escaped = re.sub(r"([\\%_])", r"\\\1", typed.strip())
    return "%" + re.sub(r"\s+", "%", escaped) + "%"


def _memo(row: Row) -> Memo:
    return Memo(
        id=row["id"],
        on=Thing(row["kind"], row["target"]),
        coder=row["coder"],
        text=row["text"],
        created=row["created"],
        changed=row["changed"],
    )


def _placed(row: Row) -> PlacedMemo:
    place = None if row["place"] is None else Thing(row["kind"], row["place"])
    return PlacedMemo(
        memo=_memo(row),
        place=place,
        note_id=row["note_id"] or "",
        case_id=row["case_id"] or "",
        code=row["code"] or "",
    )
