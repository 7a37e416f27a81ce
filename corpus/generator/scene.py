"""Turns a template into a sentence with its labels, for one author, case and day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from . import names
from .agencies import PERSON_OF, SITES
from .banks import BANKS, THREADS
from .banks.notation import Act
from .dice import Dice
from .grammar import Bank, Choice, Label, Node, Piece, Slot, Words, parse
from .identifiers import birthday, phone, written
from .people import Case, Person
from .slots import (
    ASIDES,
    CHILD_WORDS,
    CONTESTED,
    DATES,
    HE,
    KIN,
    NEEDS_CHILD,
    NOBODYS,
    NUMBERS,
    ORDINARY_WORD,
    PLACE_TYPES,
    PLAIN,
    PRIVATE,
    PROFESSIONAL,
    VOICED,
    WORKS,
)
from .voices import Voice, spoken


@dataclass(slots=True)
class Sentence:
    """One unit of coding: text with labels, its activities, and with whom they were done."""

    piece: Piece
    codes: tuple[str, ...] = ()

    @property
    def agencies(self) -> list[str]:
        """The agencies of its references, sorted, each once."""
        return sorted(set(self.piece.agencies))


@dataclass(slots=True)
class Scene:
    """What a note is written in: who writes, about which case, when, and of what.

    ``thread`` is the matter in hand and ``threads`` are all of that month; ``agency`` is the slot
    that ``{A}`` stands for; ``inside`` says whether he is in prison about now; ``seen`` are the
    lines that this note has used; ``last`` are the agencies of the act before.
    """

    case: Case
    voice: Voice
    dice: Dice
    day: date
    thread: str
    threads: Sequence[str]
    agency: str = "om"
    inside: bool = False
    seen: set[str] = field(default_factory=set)
    last: list[str] = field(default_factory=list)

    def sentence(self, bank: Act | Sequence[str], name: str, agency: str = "") -> Sentence:
        """One sentence from an act, or from templates that record none."""
        self.agency = agency or self.agency
        templates = bank.templates if isinstance(bank, Act) else bank
        piece = Piece()
        self._walk(parse(self._line(templates, name)), piece)
        if not isinstance(bank, Act):
            piece.agencies = []
        self.last = piece.agencies or self.last
        piece.tidy()
        self._contested(piece)
        codes = bank.codes if isinstance(bank, Act) else ()
        if "information-sharing" in codes and self._about_a_child(piece):
            codes = tuple(dict.fromkeys([*codes, "child-safeguarding"]))
        return Sentence(piece, codes)

    def _contested(self, piece: Piece) -> None:
        """Label what coders disagree about, where nothing else stands on it."""
        for match in CONTESTED.finditer(piece.text):
            low, high = match.span()
            if not any(x.start < high and low < x.end for x in piece.labels):
                piece.labels.append(Label(low, high, "neutral"))

    def _about_a_child(self, piece: Piece) -> bool:
        """Whether facts about a child are told: then the act safeguards the child as well."""
        if not self.case.has_children:
            return False
        young = {p.id for p in self.case.people.values() if p.role == "CHILD"}
        named = any(label.entity in young for label in piece.labels)
        return named or bool(CHILD_WORDS.search(piece.text))

    def plain(self, bank: str, agency: str = "") -> Sentence:
        """A sentence that records no act."""
        return self.sentence(BANKS[bank], bank, agency)

    def _line(self, templates: Sequence[str], name: str) -> str:
        """A line that this case can use: none about children where there are none."""
        for attempt in range(80):
            line = templates[self.dice.fresh(name, len(templates))]
            if line in self.seen and len(line) > 9 and attempt < 40:
                continue
            barred = NEEDS_CHILD if not self.case.has_children else None
            if not (barred and barred.search(line)) and (self.inside or "{hmp" not in line):
                self.seen.add(line)
                return line
        raise ValueError(f"no line of {name} fits a case without children")

    def _walk(self, nodes: Sequence[Node], piece: Piece) -> None:
        for node in nodes:
            if isinstance(node, Words):
                self._literal(node.text, piece)
            elif isinstance(node, Choice):
                self._walk(self.dice.pick(node.options), piece)
            elif isinstance(node, Bank):
                self._bank(node.name, piece)
            elif isinstance(node, Slot):
                self._slot(node.name, piece)

    def _literal(self, text: str, piece: Piece) -> None:
        text = spoken(text, self.voice, self.dice)
        start = 0
        for match in ORDINARY_WORD.finditer(text):
            piece.add(text[start : match.start()])
            piece.add(match[0], "keep")
            start = match.end()
        piece.add(text[start:])

    def _bank(self, name: str, piece: Piece) -> None:
        """A line of a bank; the matters in hand and the agency choose among some."""
        label = f"{name}.{self.agency}" if f"{name}.{self.agency}" in BANKS else name
        templates: Sequence[str] = BANKS.get(label, ())
        if label in ("about", "ask", "tell", "context"):
            templates, label = THREADS[self.thread][name], f"{self.thread}.{name}"
        elif name in VOICED:
            habit = sum(map(ord, self.voice.key))
            templates = [line for n, line in enumerate(templates) if (n * 7 + habit) % 3]
            label = f"{name} {self.voice.key}"
        self._walk(parse(self._line(templates, label)), piece)

    def _slot(self, name: str, piece: Piece) -> None:
        if name.startswith("!"):
            reason, words = name[1:].split(":", 1)
            self._marked(words, "non_mention", reason, piece)
        elif name.startswith("?"):
            self._marked(name[1:], "neutral", "", piece)
        elif name.startswith("="):
            inferred = self.last if name == "=last" else [self._agency(name[1:])]
            piece.agencies += inferred
        elif name.startswith("+"):
            slot, words = name[1:].split(":", 1)
            piece.agencies.append(self._agency(slot))
            start = len(piece.text)
            piece.add(words, "keep")
            piece.mark(start, "mention", self._agency(slot))
        elif name.startswith("~"):
            aside = Piece()
            self._mention(name[1:], aside)
            aside.agencies = []
            piece.take(aside)
        elif _stem(name) in self._words() or _stem(name) == "A":
            self._mention(name, piece)
        else:
            self._detail(name, piece)

    def _marked(self, words: str, kind: str, value: str, piece: Piece) -> None:
        inner = Piece()
        if words.startswith("@"):
            self._mention(words[1:], inner)
            inner.labels = [x for x in inner.labels if x.kind != "mention"]
            inner.agencies = []
        else:
            inner.add(words)
        start = len(piece.text)
        piece.take(inner)
        if kind == "non_mention":
            piece.mark(start, "non_mention", value)
        else:
            piece.mark(start, "neutral", value)

    def _words(self) -> dict[str, object]:
        return dict(SITES[self.case.site])

    def _agency(self, slot: str) -> str:
        return SITES[self.case.site][self.agency if slot == "A" else slot].agency

    def _mention(self, name: str, piece: Piece) -> None:
        """An agency or its worker: by role, by role and name, by name, or as a body."""
        stem, _, form = name.partition(".")
        slot = self.agency if stem == "A" else stem
        words = SITES[self.case.site][slot]
        worker = self.case.people.get(PERSON_OF.get(slot, ""))
        if form in ASIDES:
            self._aside(form, worker, words.agency, piece)
            return
        piece.agencies.append(words.agency)
        if not form:
            form = self.dice.weighted(
                [
                    ("w", 0.62 - 0.3 * self.voice.names),
                    ("wn", 0.38 * self.voice.names),
                    ("n", 0.5 * self.voice.names),
                    ("b", 0.2),
                ]
            )
        if worker is None and form in ("wn", "n"):
            form = "w"
        start = len(piece.text)
        if form in ("w", "wn"):
            own = words.worker[: 3 if form == "wn" else None]
            piece.add(self.dice.pick(own), "keep")
        if form == "wn":
            piece.add(" ")
        if form in ("wn", "n") and worker:
            self._name(worker, piece, titled=form == "n")
        if form == "b":
            self._body(slot, words.body, piece)
        piece.mark(start, "mention", words.agency)

    def _aside(self, form: str, worker: Person | None, agency: str, piece: Piece) -> None:
        """A pronoun, a greeting, a signature or a number: no mention of the agency."""
        start = len(piece.text)
        if form in HE:
            woman = worker is None or worker.woman
            piece.add(HE[form][0] if woman else HE[form][1])
        elif worker is None:
            piece.add("the team")
        elif form in ("phone", "email"):
            self._contact(form, worker, piece)
        else:
            names_of = {"sign": ("first", "first", "initials"), "signfull": ("full",)}
            self._name(worker, piece, form=self.dice.pick(names_of.get(form, ("first", "nick"))))
            piece.mark(start, "neutral", agency)

    def _body(self, slot: str, body: tuple[str, ...], piece: Piece) -> None:
        place = {"teacher": "school", "gp": "surgery"}.get(slot)
        if place and self.dice.chance(0.4):
            piece.add(self.case.places[place], "identifier", "ORG QUASI")
        elif slot == "hmp" and self.dice.chance(0.6):
            piece.add("HMP", "keep")
            piece.add(" ")
            piece.add(self.case.places["prison"], "identifier", "LOCATION QUASI")
        else:
            piece.add(self.dice.pick(body), "keep")

    def _name(self, person: Person, piece: Piece, titled: bool = True, form: str = "") -> None:
        """A person's name in one of its forms; the title stays outside the label."""
        form = form or self.dice.weighted(
            PROFESSIONAL if person.email and person.role != "VS" else PRIVATE
        )
        text = self._written_name(person, form)
        if titled and form == "surname":
            title = person.title or ("Ms" if person.woman else "Mr")
            piece.add(f"{title} ")
        piece.add(text, "identifier", "PERSON DIRECT", person.id)

    def _written_name(self, person: Person, form: str) -> str:
        nick = person.known_as or names.DIMINUTIVES.get(person.first, "")
        if form == "nick" and not nick:
            form = "first"
        if form in ("initials", "dotted") and (person.role == "CHILD" or person.initials in WORKS):
            form = "first"
        long_first = len(person.first) > 4 and person.first.isalpha()
        if form == "slip" and not long_first:
            form = "first"
        folded = names.folded(person.first)
        text = {
            "full": person.full,
            "first": person.first,
            "surname": person.last,
            "listed": f"{person.last}, {person.first}",
            "LISTED": f"{person.last.upper()}, {person.first}",
            "nick": nick,
            "initials": person.initials,
            "dotted": ".".join(person.initials) + ".",
            "upper": person.first.upper(),
            "lower": person.first.lower(),
        }.get(form, person.first)
        if form == "slip":
            text = names.misspelt(person.first, self.dice)
        accented = folded != person.first or names.folded(person.last) != person.last
        return names.folded(text) if accented and self.dice.chance(0.4) else text

    def _detail(self, name: str, piece: Piece) -> None:
        stem, _, rest = name.partition(":")
        if stem in DATES:
            low, high = DATES[stem]
            day = self.day + timedelta(days=self.dice.between(low, high))
            if stem == "next" and day.weekday() > _FRIDAY:
                day += timedelta(days=2)
            self._date(day, piece)
        elif stem == "n":
            low, high = (int(part) for part in rest.split("-"))
            piece.add(str(self.dice.between(low, high)))
        elif stem in PLAIN:
            piece.add(self.dice.pick(PLAIN[stem]))
        elif not self._person_slot(stem, rest, piece):
            self._identifier(stem, rest, piece)

    def _person_slot(self, stem: str, rest: str, piece: Piece) -> bool:
        """Somebody's name, or the role that stands for it; False if the slot is no person."""
        people, voice = self.case.people, self.voice
        if stem == "su" and not rest and not self.dice.chance(voice.names * 0.7):
            piece.add(voice.su, "keep")
        elif stem == "vs" and not rest and not self.dice.chance(voice.names):
            piece.add(self.dice.pick(voice.vs), "keep")
        elif stem in ("su", "vs", "partner"):
            form = "surname" if rest == "bare" else rest
            self._name(people[stem], piece, titled=rest != "bare", form=form)
        elif stem in ("child", "child1", "child2", "family", "family1", "family2"):
            self._name(self._kin(stem), piece, form=rest or self.dice.weighted(KIN))
        elif stem == "cm.phone":
            self._contact("phone", voice.author, piece)
        elif stem in ("person", "name"):
            self._name(people[rest], piece, form="full" if stem == "person" else "first")
        elif stem == "cm":
            self._name(voice.author, piece, form=rest or "first")
        else:
            return False
        return True

    def _kin(self, stem: str) -> Person:
        if stem == "child":
            stem = "child1"
        elif stem == "family":
            stem = self.dice.pick(["family1", "family2", "family1"])
        return self.case.people.get(stem) or self.case.people["child1"]

    def _date(self, day: date, piece: Piece, entity: str = "") -> None:
        form = self.dice.pick(self.voice.dates)
        piece.add(written(day, form), "identifier", "DATE QUASI", entity)

    def _identifier(self, stem: str, rest: str, piece: Piece) -> None:
        """A number or a place, labelled with what it is and whose it is."""
        case = self.case
        person = case.people.get(rest)
        entity = person.id if person else ""
        if stem == "age" and person and person.dob:
            years = (self.day - person.dob).days // 365
            piece.add(str(max(years, 1)), "identifier", "AGE QUASI", entity)
        elif stem == "dob" and person:
            born = person.dob or birthday(self.dice, 30, case.start)
            self._date_of_birth(born, piece, entity)
        elif stem in ("phone", "email", "address", "postcode", "nhs", "crn") and person:
            self._contact(stem, person, piece)
        elif stem in NUMBERS:
            key, kind = NUMBERS[stem]
            owner = "su" if stem != "her_handle" else "vs"
            entity = case.people[owner].id if stem not in NOBODYS else ""
            piece.add(case.numbers[key], "identifier", kind, entity)
        elif stem == "place":
            piece.add(case.places[rest], "identifier", PLACE_TYPES[rest])
        elif stem == "nrp":
            piece.add(case.numbers[f"nrp {rest or 'su'}"], "identifier", "NRP QUASI")
        else:
            raise ValueError(f"unknown slot {stem}:{rest}")

    def _date_of_birth(self, born: date, piece: Piece, entity: str) -> None:
        form = self.dice.pick([2, 1, 3])
        piece.add(written(born, form), "identifier", "DATE QUASI", entity)

    def _contact(self, stem: str, person: Person, piece: Piece) -> None:
        value = getattr(person, stem)
        kind = {"nhs": "ID", "crn": "ID"}.get(stem, stem.upper())
        level = "QUASI" if kind == "POSTCODE" else "DIRECT"
        if not value and stem == "phone" and stem not in person.unrecorded:
            person.unrecorded[stem] = phone(self.dice)
        value = value or person.unrecorded.get(stem, "")
        if not value:
            raise ValueError(f"no {stem} for {person.role}")
        piece.add(value, "identifier", f"{kind} {level}", person.id)


_FRIDAY = 4


def _stem(name: str) -> str:
    return name.partition(".")[0]
