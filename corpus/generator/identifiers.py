"""Invented numbers: in ranges that are set aside for fiction, or that nobody holds."""

from datetime import date, timedelta

from .dice import Dice

_INWARD = "ABDEFGHJLNPQRSTUWXYZ"
_AREAS = {"Site 1": "HB", "Site 2": "TG", "Site 3": "KE"}
_PLATE = "ABCDEFGHJKLMNOPRSTUVWXY"


def phone(dice: Dice) -> str:
    """A number of the ranges that the regulator keeps for drama, in one of its usual spacings."""
    if dice.chance(0.78):
        tail = dice.digits(3)
        return dice.pick([f"07700 900{tail}", f"07700900{tail}", f"07700 900 {tail}"])
    tail = dice.digits(3)
    return dice.pick([f"01632 960{tail}", f"01632960{tail}", f"(01632) 960 {tail}"])


def postcode(dice: Dice, site: str) -> str:
    """A postcode of an area that does not exist."""
    outward = f"{_AREAS[site]}{dice.between(1, 19)}"
    return f"{outward} {dice.between(1, 9)}{dice.pick(_INWARD)}{dice.pick(_INWARD)}"


def nhs_number(dice: Dice) -> str:
    """A number of the test range 999, with its check digit right."""
    while True:
        body = "999" + dice.digits(6)
        rest = 11 - sum(int(d) * (10 - n) for n, d in enumerate(body)) % 11
        if rest != 10:
            whole = body + str(rest % 11)
            return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def crn(dice: Dice) -> str:
    """A probation case reference: a letter and six digits."""
    return dice.pick("DEXVF") + dice.digits(6)


def pnc(dice: Dice) -> str:
    """A Police National Computer id."""
    return f"{dice.between(88, 99)}/{dice.digits(7)}{dice.pick('ABCDEFHJKLMNPQRTUVWXYZ')}"


def crime_reference(dice: Dice, day: date) -> str:
    """A crime or occurrence number of that year."""
    year = day.year % 100
    return dice.pick(
        [
            f"{dice.between(10, 49)}{dice.pick('ABDEHMNP')}/{dice.digits(5)}/{year}",
            f"OCC/{dice.digits(6)}/{year}",
            f"{dice.digits(2)}000{dice.digits(5)}/{year}",
        ]
    )


def prison_number(dice: Dice) -> str:
    """A prison number: letter, four digits, two letters."""
    return f"A{dice.digits(4)}{dice.pick(_PLATE)}{dice.pick(_PLATE)}"


def number_plate(dice: Dice) -> str:
    """A registration with an age mark that was never issued."""
    letters = "".join(dice.pick(_PLATE) for _ in range(5))
    mark = dice.between(38, 49)
    return dice.pick([f"{letters[:2]}{mark} {letters[2:]}", f"{letters[:2]}{mark}{letters[2:]}"])


def birthday(dice: Dice, age: int, on: date) -> date:
    """A date of birth that makes somebody this old on that day."""
    return date(on.year - age, on.month, min(on.day, 28)) - timedelta(days=dice.between(1, 363))


def written(day: date, form: int) -> str:
    """A date as case notes write it; ``form`` from 0 to 9 chooses the habit."""
    month, short = day.strftime("%B"), day.strftime("%b")
    ordinal = f"{day.day}{_suffix(day.day)}"
    weekday = _WEEKDAYS[day.weekday()]
    return (
        f"{day.day}/{day.month}",
        f"{day.day}/{day.month}/{day.year % 100}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}.{day.month}.{day.year % 100}",
        f"{ordinal} {short}",
        f"{weekday} {ordinal} {short}",
        f"{day.day} {month}",
        f"{ordinal} {month} {day.year}",
        f"{ordinal} of {month}",
        f"{weekday} {day.day}/{day.month}",
    )[form]


_WEEKDAYS = ("Mon", "Tues", "Weds", "Thurs", "Fri", "Sat", "Sun")


def _suffix(day: int) -> str:
    if 11 <= day <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
