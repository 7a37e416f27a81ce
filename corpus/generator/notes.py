"""Puts sentences together into notes: calls, e-mails, meetings, visits, diaries, long accounts."""

import re
from collections.abc import Callable
from dataclasses import replace

from .banks import ACTS
from .dice import Dice
from .layout import Block, Draft, draft
from .scene import Scene, Sentence
from .voices import Voice

_SHARING = (
    ("get", 32.0),
    ("ask", 22.0),
    ("give", 25.0),
    ("chase", 13.0),
    ("both", 3.0),
    ("again", 5.0),
)
_WITH = (
    ("idva", 28.0),
    ("om", 24.0),
    ("police", 14.5),
    ("sw", 15.0),
    ("marac", 6.0),
    ("mappa", 2.5),
    ("forum", 5.5),
    ("ho", 6.0),
    ("kw", 4.5),
    ("mh", 3.5),
    ("gp", 2.5),
    ("teacher", 2.5),
    ("hv", 1.5),
    ("hmp", 7.0),
    ("court", 3.0),
    ("dwp", 2.0),
    ("council", 1.0),
    ("ovs", 2.0),
    ("hosp", 1.0),
)
_ASIDE = (
    ("context.any", 46.0),
    ("went", 9.0),
    ("thought", 14.0),
    ("person", 13.0),
    ("intent", 8.0),
    ("sense", 4.5),
    ("history", 4.0),
    ("need", 3.0),
    ("negated", 2.5),
    ("supposed", 2.5),
    ("place", 2.0),
    ("victim", 3.0),
)
_TELLING = ("went", "went", "context.any", "thought")
_WRITERS = ("idva", "om", "police", "ho", "kw", "mh", "sw", "teacher")


class Writer:
    """Writes the notes of one day in one case."""

    def __init__(self, scene: Scene, bag: list[str]) -> None:
        """Take acts from ``bag`` as they are written up."""
        self.scene, self.bag, self.dice = scene, bag, scene.dice
        self.voice = scene.voice

    # -- acts ---------------------------------------------------------------------------------

    def agency(self, among: tuple[str, ...] = ()) -> str:
        """With whom an act is done: those who lead, mostly, and who the case has."""
        scene = self.scene
        fit = [
            (slot, weight)
            for slot, weight in _WITH
            if (not among or slot in among)
            and (scene.case.has_children or slot not in ("sw", "teacher", "hv"))
            and (scene.inside or slot != "hmp")
        ]
        return self.dice.weighted(fit)

    def take(self, *wanted: str) -> str | None:
        """The next act of the bag that begins with one of these, or None."""
        for n, name in enumerate(self.bag):
            if not wanted or name.startswith(wanted):
                return self.bag.pop(n)
        return None

    def write(self, name: str, agency: str = "") -> Sentence:
        """One act as a sentence."""
        if name == "is":
            name = self.dice.weighted(_SHARING)
            if name == "again" and not self.scene.last:
                name = "chase"
        if name != "again":
            agency = agency or self.agency()
        return self.finished(self.scene.sentence(ACTS[name], name, agency))

    def aside(self) -> Sentence:
        """A sentence beside the acts."""
        name = self.dice.weighted(_ASIDE)
        return self.finished(self.scene.plain(name, self.agency(("idva", "om", "police", "ho"))))

    def finished(self, sentence: Sentence) -> Sentence:
        """The sentence in the author's letter case."""
        piece = sentence.piece
        if self.voice.casing == "upper":
            piece.recase(str.upper)
        elif self.voice.casing == "lower":
            piece.recase(str.lower)
        elif piece.text[:1].islower() and self.dice.chance(0.94):
            piece.recase(lambda text: text[0].upper() + text[1:])
        return sentence

    # -- kinds of note ------------------------------------------------------------------------

    def single(self) -> list[Block]:
        """One act, perhaps with a word on it."""
        body = [self.write(self.take() or "is")]
        if self.dice.chance(self.voice.wordy):
            body.append(self.aside())
        return [self.laid(body)]

    def failed(self) -> list[Block]:
        """A call that came to nothing."""
        if self.take("is") is None:
            return self.single()
        return [self.laid([self.write("short")])]

    def several(self) -> list[Block]:
        """Two to five acts, with asides between them."""
        return [self.laid(self.mixed(self.dice.between(2, 5), self.voice.wordy * 0.8))]

    def mixed(self, acts: int, wordy: float) -> list[Sentence]:
        """So many acts, each followed by an aside at this rate."""
        body: list[Sentence] = []
        for _ in range(acts):
            name = self.take()
            if name is None and body:
                break
            body.append(self.write(name or "is"))
            if self.dice.chance(wordy):
                body.append(self.aside())
        return body

    def account(self) -> list[Block]:
        """A long account of a bad day: who rang whom, what came of it, what it was about."""
        blocks = []
        matters = self.dice.shuffled(self.scene.threads)
        for n in range(self.dice.between(2, 4)):
            self.scene.thread = matters[n % len(matters)]
            body = [self.told("context.any")] if self.dice.chance(0.5) else []
            for _ in range(self.dice.between(1, 2)):
                body.append(self.write(self.take() or "is"))
                body += [
                    self.told(self.dice.pick(_TELLING)) for _ in range(self.dice.between(1, 3))
                ]
            blocks.append(Block("prose", body))
        blocks[-1].sentences.append(self.aside())
        return blocks

    def told(self, bank: str) -> Sentence:
        """What an act was about: a sentence that is not coded again."""
        return self.finished(self.scene.plain(bank, "om"))

    def diary(self) -> list[Block]:
        """Entries of one day under the time of each."""
        hour = self.dice.between(8, 10)
        body = self.mixed(self.dice.between(3, 5), 0.15)
        return [Block(f"times {hour}", body, self.voice.stop)]

    def session(self) -> list[Block]:
        """Time with the service user, and who was told of it."""
        first = self.take("contact", "support", "change")
        if first is None:
            return self.several()
        body = [self.write(first)]
        for _ in range(self.dice.between(1, 3)):
            more = self.take("support", "change")
            body.append(self.write(more) if more else self.aside())
        if self.dice.chance(0.45) and self.take("is"):
            body.append(self.write("give", self.agency(("om", "idva", "sw", "kw"))))
        return [self.laid(body)]

    def email(self) -> list[Block]:
        """A pasted e-mail, coded once at its lead line; perhaps the answer, perhaps a tail."""
        if self.take("is") is None:
            return self.several()
        inward = self.dice.chance(0.65)
        agency = self.agency(_WRITERS)
        if self.scene.case.people.get({"police": "oic"}.get(agency, agency)) is None:
            agency = "om"
        blocks = [Block("lines", [self.write("mail.in" if inward else "mail.out", agency)], "")]
        blocks += self.letter("" if inward else ".out", agency)
        if inward and self.dice.chance(0.45):
            self.take("is")
            blocks.append(self.laid([self.write("reply", agency)]))
        if self.dice.chance(0.36):
            tail = [self.pasted("quoted.head")]
            tail += [self.pasted("quoted") for _ in range(self.dice.between(1, 3))]
            blocks.append(Block("lines", tail, ""))
        return blocks

    def pasted(self, bank: str, agency: str = "") -> Sentence:
        """A line in somebody else's hand: the author's own habits do not show."""
        scene = replace(self.scene, voice=_plain_hand(self.voice, self.dice))
        sentence = scene.plain(bank, agency)
        if sentence.piece.text[:1].islower() and self.dice.chance(0.8):
            sentence.piece.recase(lambda text: text[0].upper() + text[1:])
        return sentence

    def letter(self, kind: str, agency: str) -> list[Block]:
        """Greeting, body and signature."""
        blocks = [Block("lines", [self.pasted(f"hello{kind}", agency)], "")]
        body = [self.pasted(f"body{kind}", agency) for _ in range(self.dice.between(1, 4))]
        blocks.append(Block("prose", body))
        if self.dice.chance(0.75):
            blocks.append(Block("lines", [self.pasted("bye")], ""))
        sign = "sign.out" if kind else "sign.in"
        blocks.append(Block("lines", [self.pasted(sign, agency)], ""))
        if self.dice.chance(0.12):
            blocks.append(Block("lines", [self.pasted("template")], ""))
        return blocks

    def meeting(self) -> list[Block]:
        """Minutes: the meeting, who came, what each said, what was decided."""
        lead = self.take("dis.fora", "cs.meet")
        if lead is None:
            return self.several()
        young = lead == "cs.meet"
        blocks = [self.laid([self.write(lead)])]
        if self.dice.chance(0.6):
            bank = "attended.child" if young else "attended"
            blocks.append(Block("lines", [self.finished(self.scene.plain(bank))], ""))
        said = []
        for _ in range(self.dice.between(1, 4)):
            if self.take("is"):
                who = (
                    ("sw", "teacher", "hv", "police")
                    if young
                    else ("om", "idva", "police", "ho", "kw", "mh", "sw")
                )
                said.append(self.write("said", self.agency(who)))
            if self.dice.chance(0.35):
                said.append(self.finished(self.scene.plain("context.any")))
        if decided := self.take("dis.order", "dis.watch") if not young else self.take("cs.share"):
            said.append(self.write(decided))
        if said:
            blocks.append(self.laid(said))
        if self.dice.chance(0.55):
            tail = [self.finished(self.scene.plain("actions")) for _ in range(2)]
            blocks.append(Block("lines", tail[: self.dice.between(1, 2)], ""))
        return blocks

    def office(self) -> list[Block]:
        """The service's own business, which is not coded."""
        body = [self.finished(self.scene.plain("admin"))]
        if self.dice.chance(0.35):
            body.append(self.aside())
        if self.dice.chance(0.3):
            body.append(self.finished(self.scene.plain("intent", "om")))
        blocks = [self.laid(body)]
        if self.dice.chance(0.15):
            blocks.append(Block("lines", [self.pasted("template")], ""))
        return blocks

    def profile(self) -> list[Block]:
        """Who is who, at the start: identifiers, and who was asked for more."""
        body = [self.finished(self.scene.plain("person")) for _ in range(self.dice.between(2, 4))]
        body.append(self.finished(self.scene.plain("context.any")))
        if self.take("is"):
            body.append(self.write("ask"))
        return [self.laid(body)]

    # -- setting out --------------------------------------------------------------------------

    def laid(self, sentences: list[Sentence]) -> Block:
        """The sentences in one of the author's layouts."""
        layout = self.dice.weighted(self.voice.layouts)
        if len(sentences) == 1 and layout in ("bullets", "numbers", "dashes"):
            layout = "prose"
        if layout == "dashes" and any(" - " in sentence.piece.text for sentence in sentences):
            layout = "prose"
        return Block(layout, sentences, self.voice.stop)


def _plain_hand(voice: Voice, dice: Dice) -> Voice:
    return replace(
        voice,
        casing="normal",
        short=dice.pick([0, 0, 1]),
        typos=0.002,
        apostrophes=True,
        dates=dice.pick([(4, 0), (6,), (1, 5)]),
        names=0.6,
        key="other",
    )


KINDS: tuple[tuple[str, float], ...] = (
    ("single", 11.5),
    ("failed", 6.0),
    ("several", 32.0),
    ("session", 18.0),
    ("email", 10.0),
    ("meeting", 14.0),
    ("account", 6.0),
    ("diary", 4.0),
    ("office", 4.5),
)
_TYPES = (
    ("Meeting", r"core group|conference|meeting|mtg|heard at|cin |icpc|rcpc|strat"),
    ("Letter", r"letter|posted|wrote to|hand delivered"),
    ("Text", r"text"),
    ("Email", r"e-?mail|pasted|^to [^\n]*:\n|from:|request|forwarded|sent |inbox|cc'?d"),
    ("Face to face", r"met |visit|saw |session|took |went with|sat |popped|walk |turned up|dna"),
)


def contact_type(kind: str, note: Draft) -> str:
    """The box that an author would tick for this note, from its kind and its first words."""
    if kind in ("office", "profile"):
        return "Case management"
    start = note.text[:60].lower()
    if kind == "meeting" and re.search(r"marac|mappa|mash|madap|marat", start):
        return "Meeting"
    return next((name for name, words in _TYPES if re.search(words, start)), "Telephone")


def write_note(kind: str, scene: Scene, bag: list[str]) -> Draft:
    """One note of this kind."""
    writer = Writer(scene, bag)
    make: Callable[[], list[Block]] = getattr(writer, kind)
    return draft(make(), scene.dice)
