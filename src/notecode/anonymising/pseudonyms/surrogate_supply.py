"""Where surrogate names come from: Faker's lists by locale, and lists of this project.

Faker is an extra of the package and is imported here alone. Its names are picked by a number
that the caller works out; no generator of random numbers is shared with anything else.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from notecode.anonymising.names.lists import SHORT_FORMS
from notecode.anonymising.names.origins import FEMALE, MALE, NAME_LISTS, Gender, Origin
from notecode.anonymising.words.spelling import fold
from notecode.errors import ProjectError

if TYPE_CHECKING:
    from faker import Faker

LOCALES: Mapping[Origin, tuple[str, ...]] = MappingProxyType(
    {
        "english": ("en_GB",),
        "irish": ("en_IE",),
        "polish": ("pl_PL",),
        "romanian": ("ro_RO",),
        "lithuanian": ("lt_LT",),
        "portuguese": ("pt_PT",),
        "indian": ("en_IN",),
        "west-african": ("yo_NG", "ig_NG", "tw_GH"),
        "vietnamese": ("vi_VN",),
    }
)
"""Origin -> Faker's locales for it: those that write Latin letters. The others have lists here."""

_TITLES: Mapping[str, Gender] = MappingProxyType(
    {
        **dict.fromkeys(("mr", "sir"), "male"),
        **dict.fromkeys(("mrs", "ms", "miss", "lady", "wpc"), "female"),
    }
)
_ROLES: Mapping[str, Gender] = MappingProxyType(
    {
        **dict.fromkeys(("MOTHER", "STEPMOTHER", "GRANDMOTHER", "DAUGHTER"), "female"),
        **dict.fromkeys(("FATHER", "STEPFATHER", "GRANDFATHER", "SON"), "male"),
    }
)


class FullName(NamedTuple):
    """A surrogate: one given name and one surname, each of one word."""

    first: str
    last: str


def refuse_without_faker() -> None:
    """Say clearly that the extra is missing.

    Raises:
        ProjectError: if Faker is not installed.

    """
    try:
        import faker  # noqa: F401  whether it is there is all that is asked
    except ImportError as error:
        raise ProjectError(
            "surrogate names need the package Faker, which is not installed",
            hint="Install it: pip install 'notecode[surrogates]'. Or set names = \"role\" under"
            " [anonymise] in notecode.toml.",
        ) from error


def candidate(origin: Origin, gender: Gender, number: int) -> FullName:
    """The name that this number picks among those of an origin and, if it is known, a gender."""
    locales = LOCALES.get(origin)
    if locales is None:
        return _from_lists(origin, gender, number)
    source = _source(locales[number % len(locales)])
    source.seed_instance(number)
    if gender == "female" or (not gender and number // 7 % 2):
        return FullName(source.first_name_female(), source.last_name_female())
    return FullName(source.first_name_male(), source.last_name_male())


def gender_of(first: str, *, title: str = "", role: str = "") -> Gender:
    """What a title, a role of the people file or a given name (folded) tells, in this order."""
    told = _TITLES.get(title) or _ROLES.get(role)
    if told:
        return told
    female, male = _given_names()
    names = {first, *SHORT_FORMS.get(first, ())} if first else set()
    is_female, is_male = bool(names & female), bool(names & male)
    if is_female and is_male:
        is_female, is_male = first in female, first in male
    if is_female == is_male:
        return ""
    return "female" if is_female else "male"


def _from_lists(origin: Origin, gender: Gender, number: int) -> FullName:
    names = NAME_LISTS[origin]
    first = {"female": names.female, "male": names.male}.get(gender, names.female + names.male)
    return FullName(first[number % len(first)], names.last[(number >> 40) % len(names.last)])


@lru_cache(maxsize=32)
def _source(locale: str) -> "Faker":
    from faker import Faker

    return Faker(locale)


@lru_cache(maxsize=1)
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Given names of women and of men, folded."""
    from faker.providers.person.en_GB import Provider

    female, male = (
        set(map(fold, Provider.first_names_female)),
        set(map(fold, Provider.first_names_male)),
    )
    return frozenset(female | FEMALE), frozenset(male | MALE)
