"""The cast of a case: who is who, drawn once, so that all notes agree on it."""

from dataclasses import dataclass, field
from datetime import date

from . import identifiers, names
from .dice import Dice
from .places import PLACES, STREETS, TOWNS

START = date(2016, 5, 2)


@dataclass(slots=True)
class Person:
    """Somebody in a case. Empty fields are not recorded in the roster.

    ``unrecorded`` holds what the notes know and the roster does not.
    """

    id: str
    role: str
    first: str
    last: str
    woman: bool
    title: str = ""
    known_as: str = ""
    dob: date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    crn: str = ""
    nhs: str = ""
    unrecorded: dict[str, str] = field(default_factory=dict)

    @property
    def full(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def initials(self) -> str:
        """The first letters of both names."""
        return names.folded(self.first[0] + self.last[0])


@dataclass(slots=True)
class Case:
    """One case of the sample: its people, places, numbers and the threads of its story."""

    id: str
    site: str
    number: int
    start: date
    end: date
    people: dict[str, Person]
    has_children: bool
    threads: list[tuple[str, int, int]] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    children_coded: bool = False
    direct: int = 0
    behaviour: int = 0
    advocacy: int = 0


# role in the roster, chance of a woman, who does not change from case to case of a site
_WORKERS = {
    "om": ("OFFENDER_MANAGER", 0.6, 3),
    "idva": ("IDVA", 1.0, 3),
    "oic": ("OIC", 0.45, 0),
    "sw": ("SOCIAL_WORKER", 0.8, 0),
    "ho": ("HOUSING_OFFICER", 0.55, 4),
    "teacher": ("TEACHER", 0.75, 0),
    "kw": ("KEY_WORKER", 0.5, 3),
    "gp": ("GP", 0.5, 0),
    "mh": ("MENTAL_HEALTH_WORKER", 0.6, 0),
    "hv": ("HEALTH_VISITOR", 1.0, 0),
}
_MAIL = {
    "om": "probation",
    "idva": "idva",
    "oic": "police",
    "sw": "council",
    "ho": "homes",
    "teacher": "school",
    "kw": "recovery",
    "gp": "surgery",
    "mh": "health",
    "hv": "health",
    "cm": "service",
}


class Casting:
    """Draws people; keeps a site's recurring professionals and the names already given."""

    def __init__(self, seed: int) -> None:
        """Start with nobody."""
        self.dice = Dice(f"{seed} people")
        self._regulars: dict[str, list[Person]] = {}
        self._taken: set[str] = set()
        self._present: set[str] = set()
        self._count = 0

    def _name(self, woman: bool, tradition: str, first: str = "") -> tuple[str, str]:
        for attempt in range(200):
            given = first or self.dice.pick(names.pool(tradition, woman))
            if not first and attempt < 150 and given in self._present:
                continue
            last = names.surname(self.dice, tradition)
            if f"{given} {last}" not in self._taken and given != last:
                self._taken.add(f"{given} {last}")
                self._present.add(given)
                return given, last
        raise ValueError(f"no name left for {tradition}")

    def person(self, role: str, woman: bool, tradition: str = "", first: str = "") -> Person:
        """A new person of this role."""
        tradition = tradition or self.dice.weighted(names.WEIGHTS)
        given, last = self._name(woman, tradition, first)
        self._count += 1
        return Person(f"P{self._count:03}", role, given, last, woman)

    def worker(self, slot: str, site: str) -> Person:
        """A professional: a regular of the site, or somebody new."""
        role, women, regulars = _WORKERS[slot]
        known = self._regulars.setdefault(f"{site} {slot}", [])
        free = [one for one in known if one.first not in self._present]
        if regulars and len(known) >= regulars and free:
            chosen = self.dice.pick(free)
            self._present.add(chosen.first)
            return chosen
        worker = self.person(role, self.dice.chance(women))
        worker.email = self._mail(worker, slot, site)
        worker.phone = identifiers.phone(self.dice) if self.dice.chance(0.6) else ""
        if slot == "gp":
            worker.title = "Dr"
        elif slot == "oic":
            worker.title = self.dice.pick(["DC", "PC", "DC", "DS"])
        elif self.dice.chance(0.3):
            worker.title = self.dice.pick(["Ms", "Mrs"]) if worker.woman else "Mr"
        known.append(worker)
        return worker

    def _mail(self, worker: Person, slot: str, site: str) -> str:
        first, last = (names.folded(n).lower() for n in (worker.first, worker.last))
        last = last.replace(" ", "").replace("'", "")
        domain = f"{_MAIL[slot]}{site[-1]}.example.org"
        return self.dice.pick([f"{first}.{last}@{domain}", f"{first[0]}.{last}@{domain}"])

    def manager(self, site: str, role: str = "CASE_MANAGER") -> Person:
        """A member of the service itself."""
        member = self.person(role, self.dice.chance(0.65))
        member.email = self._mail(member, "cm", site)
        return member

    def home(self, site: str) -> tuple[str, str]:
        """A house and its postcode."""
        number = self.dice.between(1, 98)
        flat = f"Flat {self.dice.between(1, 9)}, " if self.dice.chance(0.2) else ""
        letter = "a" if self.dice.chance(0.1) else ""
        street = self.dice.pick(STREETS)
        return f"{flat}{number}{letter} {street}", identifiers.postcode(self.dice, site)

    def detailed(self, person: Person, site: str, age: int, on: date) -> Person:
        """The person with a birthday, numbers and an address, a few of them unrecorded."""
        dice = self.dice
        person.title = ("Ms" if person.woman else "Mr") if age > 16 else ""
        person.dob = identifiers.birthday(dice, age, on)
        if age > 15:
            person.phone = identifiers.phone(dice)
            person.address, person.postcode = self.home(site)
        number = identifiers.nhs_number(dice)
        if dice.chance(0.6):
            person.nhs = number
        else:
            person.unrecorded["nhs"] = number
        nick = names.DIMINUTIVES.get(person.first)
        if nick and dice.chance(0.6):
            person.known_as = nick
        elif not nick and person.role == "SU":
            person.known_as = dice.pick(names.BYNAMES)
        return person

    def case(self, site: str, number: int, start: date, end: date, kids: int) -> Case:
        """Everybody of one case."""
        dice = self.dice
        self._present = set()
        his = dice.weighted(names.WEIGHTS)
        hers = his if dice.chance(0.6) else dice.weighted(names.WEIGHTS)
        rank = (int(site[-1]) - 1) * 10 + number
        first_m = names.WORD_NAMES_M[rank // 3 % 10] if rank % 3 == 0 else ""
        first_f = names.WORD_NAMES_F[rank // 4 % 9] if rank % 4 == 1 else ""
        su = self.detailed(
            self.person("SU", False, "english" if first_m else his, first_m),
            site,
            dice.between(20, 52),
            start,
        )
        reference = identifiers.crn(dice)
        if dice.chance(0.85):
            su.crn = reference
        else:
            su.unrecorded["crn"] = reference
        vs = self.detailed(
            self.person("VS", True, "english" if first_f else hers, first_f),
            site,
            dice.between(19, 48),
            start,
        )
        mail = f"{names.folded(vs.first).lower()}{dice.digits(2)}@mail.example.com"
        if dice.chance(0.5):
            vs.email = mail
        else:
            vs.unrecorded["email"] = mail
        if dice.chance(0.25):
            vs.address, vs.postcode = su.address, su.postcode
        people = {"su": su, "vs": vs}
        for n in range(1, kids + 1):
            girl = dice.chance(0.5)
            free = [one for one in names.CHILDREN[girl].split() if one not in self._present]
            child = self.person("CHILD", girl, first=dice.pick(free))
            child.last = dice.pick([su.last, su.last, vs.last])
            people[f"child{n}"] = self.detailed(child, site, dice.between(1, 14), start)
        for n in (1, 2):
            kin = self.person("FAMILY", dice.chance(0.65), his)
            kin.last = su.last if n == 1 else vs.last
            kin.phone = identifiers.phone(dice) if dice.chance(0.4) else ""
            kin.address, kin.postcode = self.home(site)
            people[f"family{n}"] = kin
        partner = self.detailed(self.person("PARTNER", True), site, dice.between(19, 41), start)
        people["partner"] = partner
        for slot in _WORKERS:
            if kids or slot not in ("teacher", "hv", "sw"):
                people[slot] = self.worker(slot, site)
        made = Case(f"S{site[-1]}-{number:02}", site, number, start, end, people, kids > 0)
        self._furnish(made)
        made.numbers["nrp su"] = dice.pick(names.NATIONS[his])
        made.numbers["nrp vs"] = dice.pick(names.NATIONS[hers])
        return made

    def _furnish(self, case: Case) -> None:
        dice, site = self.dice, case.site
        for kind, choices in PLACES[site].items():
            case.places[kind] = dice.pick(choices)
        case.places["town"], case.places["town2"] = dice.pick(TOWNS[:12]), dice.pick(TOWNS[12:])
        case.places["street"], case.places["street2"] = dice.pick(STREETS), dice.pick(STREETS)
        new_home, new_code = self.home(site)
        case.places["address"], case.places["postcode"] = new_home, new_code
        nick = names.folded(case.people["su"].known_as or case.people["su"].first).lower()
        her = names.folded(case.people["vs"].first).lower().replace("'", "")
        year = case.people["su"].dob
        case.numbers = {
            "pnc": identifiers.pnc(dice),
            "crime": identifiers.crime_reference(dice, case.start),
            "prison": identifiers.prison_number(dice),
            "plate": identifiers.number_plate(dice),
            "mobile": identifiers.phone(dice),
            "handle": dice.pick(
                [
                    f"@{nick}_{dice.digits(2)}",
                    f"@big{nick}{dice.digits(2)}",
                    f"{nick}.{year.year % 100 if year else 80}.x",
                ]
            ),
            "her_handle": dice.pick([f"@{her}xo{dice.digits(2)}", f"@miss.{her}{dice.digits(1)}"]),
            "ref": f"HB{dice.digits(6)}",
        }
