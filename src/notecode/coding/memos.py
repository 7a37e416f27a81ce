"""Memos: write, change and delete them. Each makes a Change; ids stand in its words, never text."""

import re
import unicodedata

from notecode.coding.commands import Hand
from notecode.coding.identifiers import new_id
from notecode.errors import CodingError
from notecode.model import Change, Memo, MemoChange, Thing

LONGEST = 20_000
"""Characters of a memo: more does not fit the cell of a spreadsheet beside others."""

MINE = "———"
"""The line between two versions of a memo that were written at the same time."""

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SEEN = frozenset("\n\t\u200d")  # the last joins emoji and letters to one
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # controls, marks of direction, nothing of any width


def seen(text: str) -> str:
    """The text with LF line ends, and without what takes no place and could lead astray."""
    return "".join(
        char
        for char in _LINE_ENDS.sub("\n", text)
        if char in _SEEN or unicodedata.category(char) not in _UNSEEN
    )


def clean(text: str) -> str:
    """The text as it is stored: NFC, LF line ends, nothing unseen, no space at the end.

    Raises:
        CodingError: if it is longer than ``LONGEST`` characters.

    """
    text = unicodedata.normalize("NFC", seen(text)).rstrip()
    if len(text) > LONGEST:
        raise CodingError(
            f"this memo has {len(text):,} characters, and {LONGEST:,} are the most",
            hint="Divide it, and link the parts: [[memo:…]].",
        )
    return text if text.strip() else ""


def write(hand: Hand, on: Thing, text: str) -> Change:
    """A new memo of this coder on a thing."""
    memo = Memo(id=new_id(), on=on, coder=hand.coder, text=text, created=hand.now, changed=hand.now)
    return _changed(hand, MemoChange(before=None, after=memo), "written")


def edit(hand: Hand, memo: Memo, text: str) -> Change:
    """Another text for a memo, whoever began it; an empty one deletes it."""
    if not text:
        return delete(hand, memo)
    after = Memo(
        id=memo.id,
        on=memo.on,
        coder=memo.coder,
        text=text,
        created=memo.created,
        changed=hand.now,
    )
    return _changed(hand, MemoChange(before=memo, after=after), "changed")


def delete(hand: Hand, memo: Memo) -> Change:
    """Take a memo away; the log keeps it, and undo brings it back."""
    return _changed(hand, MemoChange(before=memo, after=None), "deleted")


def both(theirs: str, mine: str) -> str:
    """Two versions of a memo one above the other, so that none is lost; one if they are alike."""
    if mine.startswith(theirs):
        return mine
    return theirs if theirs.startswith(mine) else f"{theirs}\n\n{MINE}\n\n{mine}"


def _changed(hand: Hand, change: MemoChange, done: str) -> Change:
    return Change(
        action="memo",
        coder=hand.coder,
        note_id="",
        note_digest="",
        summary=f"memo on {_said(hand, change.memo.on)} {done}",
        memos=(change,),
    )


def _said(hand: Hand, on: Thing) -> str:
    """What a memo is on, in words that hold nothing of a note."""
    if on.kind == "code" and (code := hand.codebook.code_by_id.get(on.id)):
        return f"code {code.label}"
    if on.kind == "project":
        return "the project"
    return "a reference" if on.kind == "reference" else f"{on.kind} {on.id}"
