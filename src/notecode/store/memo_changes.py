"""Changes of memos: stored with the change they are part of, joined, and forgotten for good."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from notecode.errors import ConflictError
from notecode.memos import links_in
from notecode.model import Change, Memo, MemoChange, Thing
from notecode.store.connection import Database
from notecode.store.logged import logged_values
from notecode.store.memos import load_memo, memos_on


def apply_memos(db: Database, change: Change) -> None:
    """Write, change and delete the memos of a change, inside ``writing``.

    Raises:
        ConflictError: if one is not as it was by now; nothing may be stored then.

    """
    for each in change.memos:
        if load_memo(db, each.memo.id) != each.before:
            raise _conflict(each)
        if each.before is None and _written_meanwhile(db, each.memo):
            raise _conflict(each)
        if each.before is not None and each.after is not None:
            _update(db, each.after)
        elif each.after is not None:
            _insert(db, each.after)
        else:
            db.execute("DELETE FROM memos WHERE id = ?", (each.memo.id,))


def _written_meanwhile(db: Database, memo: Memo) -> bool:
    """Whether the coder has another memo on the same thing: another window has begun one."""
    return bool(
        db.value(
            "SELECT count(*) FROM memos WHERE kind = ? AND target = ? AND coder = ?",
            (memo.on.kind, memo.on.id, memo.coder),
        )
    )


def _conflict(change: MemoChange) -> ConflictError:
    return ConflictError(
        "this memo has been changed or deleted meanwhile, or another one begun in its place",
        where=f"memo {change.memo.id} on {change.memo.on}",
        hint="Nothing was overwritten.",
    )


def _insert(db: Database, memo: Memo) -> None:
    db.execute(
        "INSERT INTO memos (id, kind, target, coder, text, created, changed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (memo.id, memo.on.kind, memo.on.id, memo.coder, memo.text, memo.created, memo.changed),
    )
    _link(db, memo)


def _update(db: Database, memo: Memo) -> None:
    db.execute(
        "UPDATE memos SET kind = ?, target = ?, text = ?, changed = ? WHERE id = ?",
        (memo.on.kind, memo.on.id, memo.text, memo.changed, memo.id),
    )
    db.execute("DELETE FROM memo_links WHERE memo_id = ?", (memo.id,))
    _link(db, memo)


def _link(db: Database, memo: Memo) -> None:
    db.execute_many(
        "INSERT OR IGNORE INTO memo_links (memo_id, kind, target) VALUES (?, ?, ?)",
        [(memo.id, link.to.kind, link.to.id) for link in links_in(memo.text)],
    )


def taking_memos_along(db: Database, change: Change) -> Change:
    """The change of references, and that the memos of those folded under one go on with it.

    Who changes a reference under which others lie puts one in the place of them all. Where a
    coder has a memo on several of them, they become one, below each other.
    """
    left = {reference.id for reference in change.added}
    gone = [reference.id for reference in change.removed if reference.id not in left]
    if not gone or len(change.added) != 1:
        return change
    heir = Thing("reference", change.added[0].id)
    there = [memo for memo in memos_on(db, heir) if memo.on == heir]
    others = [memo for id_ in gone for memo in memos_on(db, Thing("reference", id_))]
    before: dict[str, Memo] = {}
    after: dict[str, Memo] = {}
    deleted: list[MemoChange] = []
    for memo in (*there, *others):
        if memo.coder not in before:
            before[memo.coder], after[memo.coder] = memo, replace(memo, on=heir)
            continue
        kept = after[memo.coder]
        after[memo.coder] = replace(kept, text=f"{kept.text}\n\n{memo.text}")
        deleted.append(MemoChange(before=memo, after=None))
    moved = [MemoChange(before=before[coder], after=after[coder]) for coder in before]
    changed = [each for each in moved if each.before != each.after]
    return replace(change, memos=(*change.memos, *changed, *deleted))


def join_last_event(db: Database, change: Change, now: str) -> bool:
    """Make a change of a memo one step with the last, if that left the memo as this one found it.

    For the saves of one piece of writing, inside ``writing``; False if the coder's last action
    was another one. What was written and erased again leaves no step.
    """
    found = db.rows(
        "SELECT id, change FROM events WHERE coder = ? AND state = 'done' ORDER BY id DESC LIMIT 1",
        (change.coder,),
    )
    if not found or found[0]["change"] is None or len(change.memos) != 1:
        return False
    logged = logged_values(found[0]["id"], found[0]["change"])
    before = memo_changes_from_json(logged.get("memos", ()))
    if logged["action"] != change.action or len(before) != 1:
        return False
    if before[0].after != change.memos[0].before or before[0].after is None:
        return False
    if before[0].before == change.memos[0].after:
        db.execute("DELETE FROM events WHERE id = ?", (found[0]["id"],))
        return True
    joined = replace(
        change,
        summary=logged["summary"],
        memos=(MemoChange(before=before[0].before, after=change.memos[0].after),),
    )
    db.execute(
        "UPDATE events SET at = ?, change = ? WHERE id = ?",
        (now, json.dumps(asdict(joined)), found[0]["id"]),
    )
    return True


def forget_memo(db: Database, memo_id: str, coder: str, now: str) -> bool:
    """Take a memo out in all its versions, the undo log included; whether there was any of it.

    It is gone from the write-ahead log too once ``Database.forget_replaced_texts`` says so.
    """
    with db.writing():
        gone = db.execute("DELETE FROM memos WHERE id = ?", (memo_id,))
        for event, logged in _naming(db, memo_id):
            gone += 1
            logged["memos"] = [m for m in logged["memos"] if _id_in(m) != memo_id]
            rest = logged["removed"] or logged["added"] or logged["decisions"] or logged["memos"]
            if rest:
                text = json.dumps(logged)
                db.execute("UPDATE events SET change = ? WHERE id = ?", (text, event))
            else:
                db.execute(
                    "UPDATE events SET change = NULL, state = 'logged' WHERE id = ?", (event,)
                )
        if gone:
            db.execute(
                "INSERT INTO events (at, coder, action, summary, state)"
                " VALUES (?, ?, 'forget memo', ?, 'logged')",
                (now, coder, f"memo {memo_id}"),
            )
            # FTS5 only marks the words of what is deleted until its parts are merged.
            db.execute("INSERT INTO memos_text (memos_text) VALUES ('rebuild')")
            db.mark_to_forget()
    return bool(gone)


def _naming(db: Database, memo_id: str) -> list[tuple[int, dict[str, Any]]]:
    """The logged changes of a memo."""
    rows = db.rows(
        "SELECT id, change FROM events WHERE change IS NOT NULL AND instr(change, ?)", (memo_id,)
    )
    logged = [(row["id"], logged_values(row["id"], row["change"])) for row in rows]
    return [
        (event, change)
        for event, change in logged
        if any(_id_in(memo) == memo_id for memo in change.get("memos", ()))
    ]


def _id_in(change: dict[str, Any]) -> str:
    known = change["after"] or change["before"]
    return str(known["id"]) if known else ""


def memo_changes_from_json(stored: Iterable[dict[str, Any]]) -> tuple[MemoChange, ...]:
    """The changes of memos that ``asdict`` turned into this, but for those from nothing to nothing.

    Memos that were written and erased at once have left some.
    """
    return tuple(
        MemoChange(before=_from_json(each["before"]), after=_from_json(each["after"]))
        for each in stored
        if each["before"] or each["after"]
    )


def _from_json(stored: dict[str, Any] | None) -> Memo | None:
    return Memo(**{**stored, "on": Thing(**stored["on"])}) if stored else None
