"""What a person is in a case, in the words of exports -> one name in capitals for each role."""

import re
from functools import cache

from notecode.importing.columns import squash

OTHER = "OTHER"
"""The role of a person whose role is not said, or not in words that may be printed."""

_ROLES = {
    "SU": """su serviceuser perpetrator perp client subject offender abuser suspect alleged
        allegedperpetrator nominal""",
    "VS": """vs victim survivor victimsurvivor victimsurvivors partner expartner exwife wife
        girlfriend exgirlfriend complainant""",
    "CHILD": "child children son daughter stepchild stepson stepdaughter baby unbornchild",
    "FAMILY": """family familymember relative mother father mum dad brother sister parent
        grandmother grandfather grandparent aunt uncle cousin""",
    "CASE_MANAGER": "casemanager cm drivecasemanager caseworker keyworker",
    "SERVICE_MANAGER": "servicemanager sm teammanager",
    "PRACTICE_ADVISOR": "practiceadvisor practiceadviser pa",
    "IDVA": """idva independentdomesticviolenceadvisor independentdomesticviolenceadviser
        independentdomesticabuseadvisor hospitalidva isva""",
    "OFFENDER_MANAGER": """offendermanager om po probationofficer probation probationworker
        responsibleofficer communityoffendermanager prisonoffendermanager pp probationpractitioner
        offendersupervisor""",
    "OIC": """oic officerincharge officerinthecase officerincase investigatingofficer""",
    "POLICE_OFFICER": "policeofficer police pc policeconstable dc detective detectiveconstable",
    "SOCIAL_WORKER": """socialworker sw childrenssocialworker childsocialworker
        allocatedsocialworker familysocialworker""",
    "HOUSING_OFFICER": "housingofficer housing housingworker",
    "SUBSTANCE_WORKER": "substanceworker substancemisuseworker drugworker alcoholworker",
    "SCHOOL": "school teacher headteacher safeguardinglead",
    "HEALTH_VISITOR": "healthvisitor hv",
    "GP": "gp doctor generalpractitioner",
    "SOLICITOR": "solicitor lawyer",
    "FRIEND": "friend",
    "NEIGHBOUR": "neighbour neighbor",
}
_WORD = re.compile(r"[^\W\d_]+")


ROLES = tuple(_ROLES)
"""Every role that is known."""


@cache
def _by_word() -> dict[str, str]:
    return {word: role for role, words in _ROLES.items() for word in words.split()}


def known_role(text: str) -> str:
    """The role that the words mean, or "" if they are not known."""
    return _by_word().get(squash(text), "")


def role_words(text: str) -> list[str]:
    """The words of a role, to be compared with names."""
    return _WORD.findall(text.casefold())


def spelt_role(text: str) -> str:
    """The words in capitals with underscores: "Housing lead" is HOUSING_LEAD."""
    return "_".join(role_words(text)).upper()
