"""What the agencies are called: each site has words of its own, and some services of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """An agency's id, the words for one of its workers, and for itself."""

    agency: str
    worker: tuple[str, ...]
    body: tuple[str, ...]


def _words(agency: str, worker: str, body: str) -> Words:
    return Words(agency, tuple(worker.split("; ")), tuple(body.split("; ")))


_COMMON = {
    "gp": _words("health", "GP; surgery; GP practice; doctor's receptionist",
                 "GP surgery; surgery; GP"),
    "hosp": _words("health", "A&E nurse; ward sister; hospital safeguarding nurse",
                   "A&E; hospital; hospital ward"),
    "hv": _words("health", "health visitor; HV; midwife; school nurse", "health visiting team"),
    "court": _words("courts-cps", "CPS; witness care; court clerk; Cafcass officer",
                    "CPS; Magistrates Court; court; Crown Court; witness care"),
    "dwp": _words("benefits", "work coach; DWP; adviser at Jobcentre",
                  "DWP; Jobcentre; benefits office"),
    "council": _words("council", "council ASB officer; environmental health",
                      "council; council ASB team; adult social care"),
    "teacher": _words("schools", "DSL; head teacher; class teacher; school; deputy head",
                      "school; nursery"),
    "marac": _words("multi-agency-fora", "Marac coordinator; MARAC chair", "Marac; MARAC"),
    "mappa": _words("multi-agency-fora", "MAPPA coordinator", "MAPPA"),
    "hmp": _words("prison", "prison OM; offender supervisor; prison healthcare; wing officer; OMU",
                  "HMP; OMU; prison"),
}  # fmt: skip

SITES: dict[str, dict[str, Words]] = {
    "Site 1": _COMMON | {
        "om": _words("probation", "OM; offender manager; NPS OM; OM; probation duty officer",
                     "NPS; probation; National Probation Service"),
        "police": _words("police", "OIC; DAU officer; police; neighbourhood officer; custody sgt",
                         "Domestic Abuse Unit; DAU; police; custody"),
        "idva": _words("idva", "Idva; IDVA; IDVA; hospital Idva; duty Idva",
                       "Idva service; Harbour Idva team; Idva team"),
        "sw": _words("children-social-services", "SW; social worker; CSS duty worker",
                     "CSS; Children's Services; children's social services"),
        "ho": _words("housing", "housing officer; HO; HA officer; tenancy support worker",
                     "Housing Options; Bridgeway Homes; housing; HA"),
        "kw": _words("substance-misuse", "drugs worker; Clearwater worker; recovery worker",
                     "Clearwater; drug service; Clearwater alcohol team"),
        "mh": _words("mental-health", "CPN; crisis team; care coordinator; IAPT",
                     "CMHT; mental health team; crisis team"),
        "ovs": _words("other-vs-services", "refuge worker; outreach worker",
                      "Willow House refuge; Women's Aid; Victim Support"),
        "forum": _words("multi-agency-fora", "MASH", "MASH; MARAT"),
    },
    "Site 2": _COMMON | {
        "om": _words("probation", "PO; probation officer; CRC OM; PO; CRC worker",
                     "CRC; Probation; probation"),
        "police": _words("police", "OIC; PPU officer; DC at PPU; PCSO; response officer",
                         "Public Protection Unit; PPU; Police; custody suite"),
        "idva": _words("idva", "IDVA; IDVA worker; Idva; IDVA",
                       "IDVA service; Safe Futures; IDVA team"),
        "sw": _words("children-social-services", "SW; CYPS worker; duty social worker; CYPS SW",
                     "CYPS; social services; CYPS duty team"),
        "ho": _words("housing", "housing officer; hostel keyworker; hostel staff; council HO",
                     "Northbank hostel; council housing; homeless team; housing"),
        "kw": _words("substance-misuse", "alcohol worker; Turnpike key worker; drugs worker",
                     "Turnpike; Turnpike Recovery; drug and alcohol team; DAT"),
        "mh": _words("mental-health", "CPN; mental health nurse; psychiatric liaison",
                     "mental health team; Psychiatric liaison; community mental health"),
        "ovs": _words("other-vs-services", "outreach worker; refuge worker; ISVA",
                      "Women's Aid; refuge; Victim Support"),
        "forum": _words("multi-agency-fora", "MASH; MARAT rep", "MASH; MARAT"),
    },
    "Site 3": _COMMON | {
        "om": _words("probation", "offender manager; OM; probation officer; probation",
                     "probation; Probation; CRC; approved premises"),
        "police": _words("police", "OIC; PVP officer; PVP; DC; beat officer",
                         "PVP; police; PVP unit; custody"),
        "idva": _words("idva", "idva; IDVA; Idva worker; IDVA",
                       "Idva team; Rowan Idva service; IDVA service"),
        "sw": _words("children-social-services", "CSC worker; SW; social worker; CSC",
                     "CSC; Childrens Social Care; CSC front door"),
        "ho": _words("housing", "landlord liaison officer; housing officer; estate officer",
                     "Calder Homes; supported housing; housing; Housing Solutions"),
        "kw": _words("substance-misuse", "Lantern worker; drug worker; alcohol nurse",
                     "Lantern; the Lantern Project; substance misuse service"),
        "mh": _words("mental-health", "CPN; psychiatrist's secretary; IAPT worker; CMHT",
                     "CMHT; IAPT; mental health team"),
        "ovs": _words("other-vs-services", "outreach worker; Haven worker",
                      "Haven outreach; Victim Support; Women's Aid"),
        "forum": _words("multi-agency-fora", "MADAP; MASH", "MADAP; MASH; MADAP panel"),
    },
}  # fmt: skip

# slot -> the slot of the person who works there, where the roster has one
PERSON_OF = {
    "om": "om", "police": "oic", "idva": "idva", "sw": "sw", "ho": "ho", "kw": "kw", "mh": "mh",
    "gp": "gp", "hv": "hv", "teacher": "teacher",
}  # fmt: skip
