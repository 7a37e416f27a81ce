"""Tables behind the slots of a template: names of days, forms of names, kinds of numbers."""

import re

ORDINARY = (
    "will", "mark", "april", "grace", "hope", "precious", "joy", "faith", "summer", "rose", "dawn",
    "drew", "bill", "rob", "jack", "pat", "frank", "max", "guy", "may", "sunny",
)  # fmt: skip
"""Words that are also first names, wherever they stand as words."""
ORDINARY_WORD = re.compile(rf"\b(?:{'|'.join(ORDINARY)})\b", re.IGNORECASE)
WORKS = [
    "CM",
    "SM",
    "OM",
    "PO",
    "VS",
    "SU",
    "HO",
    "GP",
    "SW",
    "MH",
    "DC",
    "PC",
    "DS",
    "PA",
    "IA",
    "RO",
    "TC",
    "LM",
    "NR",
    "AM",
    "PM",
    "IS",
    "IT",
    "HV",
    "CP",
    "UC",
    "AS",
    "AT",
]
HE = {"she": ("she", "he"), "her": ("her", "him"), "his": ("her", "his")}
ASIDES = (*HE, "first", "sign", "signfull", "phone", "email")
VOICED = {"rang", "re", "told", "asked", "mailed", "noreply", "met"}
NEEDS_CHILD = re.compile(
    r"\{(?:child|kids|school|teacher|hv|sw|~teacher|~sw|~hv|=sw|dob:child|age:child|name:child"
    r"|place:school)|\bchildren|\bdad\b|CHILD\b"
)
CONTESTED = re.compile(
    r"\b(?:orders?|999|prison|key work|sergeant"
    r"|breach(?:es|ed)?|recall(?:ed)?|detox|solicitors?|script|panel|tenancy|licen[cs]e"
    r"|curfew|tag|officer|dc|conference|custody|ward|landlords?|unpaid work|chair|uc|inspector"
    r"|drug(?: testing)?|manager|court|notice|signing|bail|sanction)\b",
    re.IGNORECASE,
)
CHILD_WORDS = re.compile(
    r"\b(?:child|children|kids|baby|unborn|conference|CP plan)\b", re.IGNORECASE
)
PROFESSIONAL = [
    ("first", 46.0),
    ("full", 22.0),
    ("surname", 13.0),
    ("nick", 6.0),
    ("initials", 6.0),
    ("slip", 3.0),
    ("upper", 2.0),
    ("dotted", 2.0),
]
PRIVATE = [
    ("first", 50.0),
    ("full", 16.0),
    ("surname", 9.0),
    ("nick", 11.0),
    ("initials", 5.0),
    ("slip", 3.5),
    ("upper", 2.0),
    ("lower", 2.0),
    ("listed", 1.0),
    ("LISTED", 0.7),
    ("dotted", 1.0),
]
KIN = [("first", 70.0), ("nick", 12.0), ("full", 9.0), ("slip", 4.0), ("upper", 2.0)]
DATES = {
    "date": (-20, -1),
    "past": (-24, -1),
    "next": (1, 24),
    "old": (-1400, -300),
    "today": (0, 0),
}
PLAIN = {
    "day": (
        "Mon",
        "Tues",
        "Weds",
        "Thurs",
        "Fri",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Sat",
        "Sun",
    ),
    "wday": ("Mon", "Tues", "Weds", "Thurs", "Fri", "Monday", "Tuesday", "Thursday", "Friday"),
    "days": ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Tues", "Weds"),
    "time": (
        "9am",
        "9.15",
        "9.30am",
        "10",
        "10am",
        "10.30",
        "11",
        "11.15am",
        "12 noon",
        "1.30",
        "2pm",
        "2",
        "2.30pm",
        "3",
        "3.45",
        "4pm",
        "4.20",
        "5pm",
    ),
    "month": ("January", "February", "March", "June", "July", "Sept", "October", "Nov"),
    "year": ("2005", "2008", "2009", "2011", "2012", "2013"),
}
NUMBERS = {
    "pnc": ("pnc", "ID DIRECT"),
    "crime": ("crime", "ID DIRECT"),
    "prisonno": ("prison", "ID DIRECT"),
    "plate": ("plate", "VRM DIRECT"),
    "mobile": ("mobile", "PHONE DIRECT"),
    "handle": ("handle", "HANDLE DIRECT"),
    "her_handle": ("her_handle", "HANDLE DIRECT"),
    "ref": ("ref", "ID DIRECT"),
}
NOBODYS = {"crime"}
PLACE_TYPES = {
    "school": "ORG QUASI",
    "surgery": "ORG QUASI",
    "pub": "ORG QUASI",
    "work": "ORG QUASI",
    "hostel": "ORG QUASI",
    "prison": "LOCATION QUASI",
    "town": "LOCATION QUASI",
    "town2": "LOCATION QUASI",
    "street": "LOCATION QUASI",
    "street2": "LOCATION QUASI",
    "address": "ADDRESS DIRECT",
    "postcode": "POSTCODE QUASI",
}
