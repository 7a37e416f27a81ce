"""The forms of English words: "rang", "rings" and "ringing" are all of "ring".

Notes are telegraphic, and a part-of-speech tagger errs on them ("rang om" as two names). So the
words of the codebook's classes are put into all of their forms once, and a note's words are looked
up among these: no model, no guess from context, the same answer every time.
"""

import re
from functools import cache

# Past and participle of the irregular verbs that notes use.
_IRREGULAR = """
arise arose arisen;be was been am is are were being;become became;begin began begun;bend bent
bind bound;bite bit bitten;blow blew blown;break broke broken;bring brought;build built;buy bought
catch caught;choose chose chosen;come came;creep crept;cut cut;deal dealt;dig dug;do did done does
draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed
feel felt;fight fought;find found;flee fled;fly flew flown;forget forgot forgotten
forgive forgave forgiven;freeze froze frozen;get got gotten;give gave given;go went gone goes
grow grew grown;hang hung;have had has;hear heard;hide hid hidden;hit hit;hold held;hurt hurt
keep kept;know knew known;lay laid;lead led;learn learnt;leave left;lend lent;let let;lie lay lain
light lit;lose lost;make made;mean meant;meet met;oversee oversaw overseen;pay paid;put put
read read;redo redid redone;rewrite rewrote rewritten;ride rode ridden;ring rang rung
rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;send sent;resend resent
set set;shake shook shaken;show showed shown;shut shut;sing sang sung;sink sank sunk;sit sat
sleep slept;speak spoke spoken;spell spelt;spend spent;split split;spread spread;stand stood
steal stole stolen;stick stuck;strike struck;swear swore sworn;take took taken;retake retook retaken
teach taught;tear tore torn;tell told;think thought;rethink rethought;throw threw thrown
understand understood;wake woke woken;wear wore worn;win won;withdraw withdrew withdrawn
withhold withheld;withstand withstood;write wrote written;undo undid undone;uphold upheld
overturn overturned;cc ccd cc'd cced;email e-mail emailed e-mailed;dna dna'd dnad
child children;man men;woman women;person people;life lives;wife wives;baby babies
"""
_VOWELS = "aeiou"
_ENDS_DOUBLE = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")


def _irregular() -> dict[str, tuple[str, ...]]:
    lines = re.split(r"[;\n]", _IRREGULAR)
    return {words[0]: tuple(words[1:]) for line in lines if (words := line.split())}


IRREGULAR = _irregular()
_PASTS = frozenset(
    form
    for word, forms in IRREGULAR.items()
    for form in forms
    if word not in ("be", "child", "man", "woman", "person", "life", "wife", "baby", "cc")
    and not form.endswith(("s", "ing"))
)

_NO_PASTS = frozenset(
    [
        "speed",
        "indeed",
        "exceed",
        "proceed",
        "succeed",
        "breed",
        "bleed",
        "hundred",
        "sacred",
        "naked",
        "wicked",
        "related",
        "biased",
        "unemployed",
        "bored",
        "tired",
        "scared",
        "worried",
        "married",
        "divorced",
    ]
)


@cache
def forms_of(word: str) -> frozenset[str]:
    """Every form of a word as a verb and as a noun; a word that has none gives more than it has.

    Forms that no one writes do no harm: no note holds them.
    """
    forms = {word}
    if not word.isalpha() or len(word) < 3:
        return frozenset(forms | {f"{word}s"} if word.isalpha() and len(word) == 2 else forms)
    forms.update(IRREGULAR.get(word, ()))
    stem = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    if word.endswith("y") and word[-2] not in _VOWELS:
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    elif word.endswith("ie"):
        forms |= {f"{word}s", f"{word}d", f"{word[:-2]}ying"}
    else:
        forms |= {f"{word}s", f"{word}d" if word.endswith("e") else f"{word}ed", f"{stem}ing"}
        if word.endswith(("s", "x", "z", "ch", "sh")):
            forms.add(f"{word}es")
        if _ENDS_DOUBLE.search(word):
            forms |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return frozenset(forms)


def is_past(form: str) -> bool:
    """Whether a word in small letters looks like a past tense or a past participle."""
    if form in _PASTS:
        return True
    return len(form) > 4 and form.endswith("ed") and form not in _NO_PASTS
