"""What can be done now, by the keys that this user has: in fuller and in shorter words."""

from notecode.text.grid import printable
from notecode.tui.coder.desk import Desk
from notecode.tui.keymap import KeyNames

_SHORT = {"Backspace": "Bksp"}


def hints(desk: Desk) -> tuple[str, ...]:
    """What the keys do here, the fullest wording first."""
    if desk.mode == "resize":
        return _resizing(desk.keys)
    if desk.mode == "agencies":
        ended = f"{desk.keys['accept']} end"
        return (f"an agency's letter toggles it  {ended}", f"letter toggles  {ended}")
    if desk.mode == "recode":
        return (f"the new code's letter  {desk.keys['cancel']} cancel",)
    if desk.at_hit:
        going = f"{desk.keys['accept']} next place"
        codes = "a letter codes these words"
        return (f"{going}  {codes}  {desk.keys['cancel']} ends", f"{going}  {codes}", going)
    if desk.new_bounds is not None:
        return _in_new_bounds(desk.keys)
    if desk.suggestion is not None:
        exact = desk.suggestion.span == desk.selection
        return _deciding(desk.keys) if exact else _beside(desk.keys)
    help_ = f"{desk.keys['help']} help"
    if desk.reference is not None:
        return _on_a_reference(desk.keys, _onward(desk), help_)
    units = f"{desk.keys['narrow']} {desk.keys['widen']} other unit"
    last = desk.codebook.code_by_id.get(desk.last_code)
    again = f"{desk.keys['repeat']} {printable(last.label)}" if last else ""
    following = _onward(desk) or f"{desk.keys['next-suggestion']} next suggestion"
    return (
        _line("a letter codes", again, units, following, help_),
        _line("a letter codes", again, following, help_),
        _line(again, following, help_),
        _line(following, help_),
        help_,
    )


def _line(*parts: str) -> str:
    return "  ".join(filter(None, parts))


def _onward(desk: Desk) -> str:
    """How to go on from a note with nothing left to be decided on."""
    coded = desk.page.coded
    return "" if coded.suggestions or coded.done else f"{desk.keys['done']} done with the note"


def _resizing(keys: KeyNames) -> tuple[str, ...]:
    words, letters = (
        f"{keys['left']} {keys['right']}",
        f"{keys['extend-left']} {keys['extend-right']}",
    )
    saved, left = f"{keys['accept']} save", f"{keys['cancel']} cancel"
    other = f"{keys['other-end']} other end"
    if letters == "Shift+← Shift+→":
        letters = "Shift+← →"
    return (
        f"{words} by word  {letters} by letter  {other}  {saved}  {left}",
        f"{words} word  {letters} letter  {other}  {saved}",
        f"{other}  {saved}  {left}",
    )


def _in_new_bounds(keys: KeyNames) -> tuple[str, ...]:
    accept, back = f"{keys['accept']} accept", f"{keys['cancel']} its own bounds"
    return (
        f"{accept} in these bounds  another letter codes and leaves it open  {back}",
        f"{accept}  another letter leaves it open  {back}",
        f"{accept}  another letter leaves it open",
        f"{accept}  {back}",
    )


def _beside(keys: KeyNames) -> tuple[str, ...]:
    """On other words than the suggestion's, which lies about the cursor."""
    there, codes = f"{keys['accept']} selects what is suggested", "a letter codes these words"
    return (f"{there}  {codes}  {keys['help']} help", f"{there}  {codes}", there)


def _deciding(keys: KeyNames) -> tuple[str, ...]:
    no = _SHORT.get(keys["reject"], keys["reject"])
    accept, reject = f"{keys['accept']} accept", f"{no} reject"
    following, help_ = f"{keys['next-suggestion']} next", f"{keys['help']} help"
    return (
        f"{accept}  {reject}  letter other code  {following}  {help_}",
        f"{accept}  {reject}  letter other  {following}  {help_}",
        f"{accept}  {reject}  {following}  {help_}",
        f"{accept}  {reject}  {help_}",
        f"{keys['accept']}/{no}  {following}  {help_}",
        help_,
    )


def _on_a_reference(keys: KeyNames, onward: str, help_: str) -> tuple[str, ...]:
    recode, agencies = f"{keys['recode']} recode", f"{keys['agencies']} agencies"
    bounds, delete = f"{keys['resize']} bounds", f"{keys['delete']} delete"
    return (
        _line(recode, agencies, bounds, delete, onward, help_),
        _line(recode, agencies, bounds, delete, help_),
        _line(recode, agencies, onward, help_),
        _line(recode, agencies, help_),
        help_,
    )
