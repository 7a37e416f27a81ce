"""What the columns of exports are called: the known headers of each field, best first.

A header is compared *squashed*: letters and digits only, in lower case, so that "Note ID",
"note_id" and "NoteID" are one. A *weak* name means several things ("contact", "client"); it
counts only when the column's contents agree.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from notecode.settings import Kind


def squash(header: str) -> str:
    """The header's letters and digits in lower case."""
    folded = unicodedata.normalize("NFKC", header).casefold()
    return "".join(character for character in folded if character.isalnum())


_CASE = """
    caseid caseref casereference casenumber caseno casecode referralid referralref
    referralreference referralnumber referralno personid personoid personref personnumber clientid
    clientref clientreference clientnumber clientno clientoid suid suref sunumber serviceuserid
    serviceuserref serviceusernumber participantid participantref studyid mosaicid swiftid
    nominalid urn uniquereferencenumber
"""
_SITE = "site area sitename areaname locality localauthority borough district region hub team"

STRONG: Mapping[Kind, Mapping[str, str]] = {
    "notes": {
        "id": """noteid noteref notereference notenumber noteno casenoteid casenoteref contactid
            contactref contactnumber entryid eventid recordid activityid actionid id""",
        "case": _CASE,
        "site": _SITE,
        "date": """contactdate dateofcontact notedate dateofnote casenotedate eventdate dateofevent
            activitydate actiondate entrydate dateofentry date datetime contactdatetime dateandtime
            createdon datecreated createddate createdat recordedon daterecorded recordeddate
            dateentered occurredon""",
        "contact_type": """contacttype typeofcontact notetype typeofnote casenotetype contactmethod
            methodofcontact activitytype eventtype entrytype actiontype type method""",
        "author": """recordedby createdby author authorname enteredby writtenby completedby addedby
            worker workername staffname staffmember staff casemanager casemanagername keyworker
            username""",
        "author_role": """authorrole workerrole recordedbyrole createdbyrole staffrole role
            jobtitle jobrole position""",
        "text": """casenote notetext casenotetext note casenotes notes notebody notecontent
            notedetails notedetail narrative contactnotes contactnote freetext details detail
            description body text content comments comment recording""",
        "su_first_name": """sufirstname suforename serviceuserfirstname serviceuserforename
            clientfirstname clientforename firstname forename givenname firstnames forenames""",
        "su_last_name": """sulastname susurname serviceuserlastname serviceusersurname
            clientlastname clientsurname lastname surname familyname""",
        "su_name": """suname sufullname serviceusername serviceuserfullname clientname
            clientfullname personname fullname""",
    },
    "people": {
        "case": _CASE,
        "id": "personid personref personnumber personoid partyid contactid relationid id",
        "role": """role personrole roleincase relationship relationshiptocase relationshiptosu
            partytype persontype""",
        "title": "title salutation honorific",
        "first_name": "firstname forename givenname firstnames forenames",
        "last_name": "lastname surname familyname",
        "name": "name fullname personname",
        "known_as": """knownas aka alias aliases alsoknownas preferredname nickname nicknames
            othernames""",
        "dob": "dob dateofbirth birthdate birthday",
        "phone": """phone phonenumber telephone telephonenumber tel mobile mobilenumber mobilephone
            homephone workphone phone1 phone2 landline""",
        "email": "email emailaddress mail",
        "address": """address homeaddress fulladdress currentaddress address1 addressline1 street
            address2 addressline2 address3 addressline3 town city county postcode""",
        "identifier": """crn nhs nhsnumber nhsno pnc pncid pncnumber nino nationalinsurancenumber
            ninumber prisonnumber prisonerid nomisid nomis prn custodynumber delius deliusid
            occurrencenumber crimereference crimenumber crimeref nichenumber warrantnumber
            swiftnumber passportnumber drivinglicence""",
    },
    "cases": {
        "case": _CASE,
        "site": _SITE,
        "start": """startdate datestarted casestart casestartdate start intakedate dateofintake
            allocationdate dateallocated allocated referraldate dateofreferral dateopened openeddate
            opendate opened""",
        "end": """enddate dateended caseend caseenddate end closeddate dateclosed closuredate
            dateofclosure closed exitdate dateofexit""",
    },
}
"""Squashed headers that mean one field, by kind and field."""

WEAK: Mapping[Kind, Mapping[str, str]] = {
    "notes": {
        "id": "ref reference oid uid number contact refno refnumber referencenumber note casenote",
        "case": "referral case client serviceuser su person ref refno refnumber reference",
        "site": "patch location",
        "date": "contact created when day action",
        "contact_type": "contact action activity category mode",
        "text": "action contact actions contacts entry summary outcome",
        "su_name": "client serviceuser su person name",
        "author": "user officer",
    },
    "people": {
        "case": "case referral client refno refnumber referencenumber ref reference",
        "id": "ref reference oid refno",
        "name": "person contact",
        "role": "type",
    },
    "cases": {
        "case": "id case referral client ref reference person refno refnumber referencenumber",
        "site": "patch location",
    },
}
"""Squashed headers that mean the field only if the contents agree."""

_ALSO = """
    title gender sex age ethnicity employment employmentstatus status createdby lastupdatedby
    lastupdatedon updatedby updatedon modifiedby modifiedon relationship children accommodation
    subject priority time duration
"""

PERSONAL = frozenset[str]().union(
    *(
        STRONG["people"][name].split()
        for name in (
            "title",
            "first_name",
            "last_name",
            "name",
            "known_as",
            "dob",
            "phone",
            "email",
            "address",
            "identifier",
        )
    ),
    *(STRONG["notes"][name].split() for name in ("su_first_name", "su_last_name", "su_name")),
    STRONG["notes"]["author"].split(),
) - {"town", "city", "county"}
"""Squashed headers of columns that identify somebody."""

_PERSONAL_PARTS = (
    *("surname", "forename", "firstname", "lastname", "fullname", "dateofbirth", "dob"),
    *("phone", "mobile", "email", "address", "postcode", "nhsno", "nhsnumber"),
)

_NUMBERED = re.compile(r"([a-z]+?)0*([0-9]+)")
_STAGED = re.compile(r".+\((.+)\)\s*", re.DOTALL)

_STAGES = {
    "intake": "intake initial baseline atintake",
    "3 months": "3months 3month month3 3m threemonths at3months",
    "6 months": "6months 6month month6 6m sixmonths at6months",
    "9 months": "9months 9month month9 9m ninemonths at9months",
    "closure": "closure close closed exit atclosure atexit final",
}


@cache
def _stages() -> dict[str, str]:
    return {word: stage for stage, words in _STAGES.items() for word in words.split()}


@cache
def known_headers() -> frozenset[str]:
    """Every squashed header that some kind of file knows."""
    lists = [*STRONG.values(), *WEAK.values()]
    words = [names.split() for fields in lists for names in fields.values()]
    return frozenset(_ALSO.split()).union(*words)


def is_known(header: str) -> bool:
    """Whether the cell reads like a column's header, whatever kind the file is."""
    squashed = squash(header)
    return squashed in known_headers() or bool(stage_of(header)[1]) or is_numbered_note(squashed)


def is_personal(header: str) -> bool:
    """Whether the column identifies somebody and so is never taken as an attribute unasked."""
    squashed = squash(header)
    return (
        squashed in PERSONAL
        or squashed.endswith(("name", "names"))
        or any(part in squashed for part in _PERSONAL_PARTS)
    )


def stage_of(header: str) -> tuple[str, str]:
    """Name and stage of "Engagement (3 months)"; the stage is "" where there is none."""
    found = _STAGED.fullmatch(header)
    stage = _stages().get(squash(found[1]), "") if found else ""
    name = header[: found.start(1) - 1] if found and stage else header
    return " ".join(name.split()), stage


def stage_in_words(header: str) -> str:
    """The stage the header names, and what it is called there if that is another word."""
    stage = stage_of(header)[1]
    found = _STAGED.fullmatch(header)
    if not stage or not found or squash(found[1]).removeprefix("at") == squash(stage):
        return stage
    return f"{stage}: ({found[1].strip()}) -> {stage}"


def is_numbered_note(squashed: str) -> bool:
    """Whether the squashed header is one of numbered ones: "note1", "note2" and so on."""
    found = _NUMBERED.fullmatch(squashed)
    return found is not None and found[1] in _note_stems()


@cache
def _note_stems() -> frozenset[str]:
    return frozenset([*STRONG["notes"]["text"].split(), "contact", "action", "entry"])
