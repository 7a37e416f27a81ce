"""The ``notecode.toml`` of a new project."""

from notecode.settings.file import DEFAULT_MODEL
from notecode.settings.layout import FIELDS
from notecode.settings.toml import toml_value

_ANONYMISE = f"""\
[anonymise]
# The spaCy model that looks for names. It must be installed; nothing is downloaded.
model = {toml_value(DEFAULT_MODEL)}

# What people become: "role" gives [OM_1], "surrogate" gives Rhian Pugh [OM_1], an invented name in
# the style of the real one (needs Faker: pip install 'notecode[surrogates]').
names = "role"

# What days become: "tag" gives [DATE_1]; "shift" moves all days of a case by the same number of
# weeks and keeps how they are written; "month" gives [MONTH_3], the month of the intervention.
# After a change of names or dates, `notecode anonymise` does every case again.
dates = "tag"

"""

_LAYOUTS = f"""\
# Which column is what. Each import proposes a layout from headers and contents and remembers it
# here; what is written here wins. field = "Header"; field = "" says: there is no such column.
#
# [layout.notes]   {", ".join(FIELDS["notes"][:6])},
#                  {", ".join(FIELDS["notes"][6:])}, "attribute:<name>"
# [layout.people]  {", ".join(FIELDS["people"][:9])},
#                  {", ".join(FIELDS["people"][9:])}
#                  (several columns: phone = ["Home", "Mobile"])
# [layout.cases]   {", ".join(FIELDS["cases"])}, "attribute:<name>"
#                  (every other column of a case file is an attribute under its own header: name
#                  one only to call it otherwise, or "attribute:<header>" = "" to leave it out)
#
# In each also, where the file does not make it plain: date_order = "day-first" or "month-first",
# encoding = "cp1252", delimiter = ";", sheet = "Notes" (or "2", its number), header_row = 4.

"""

_ATTRIBUTES = """\
# What the attributes and assessments of the cases are. `notecode attributes` shows what is inferred
# from their values, and writes it here with --write.
#
# [attributes]
# age = "number"                    (or "date", "yes/no", "category")
# "physical abuse" = ["none", "standard", "moderate", "high"]    (levels, the least first)
# age = { bands = [18, 25, 35, 50] }    (a number, counted as under 18, 18 to 24 …; or bands = 10)

"""

_WORDS = """\
# Which words `notecode words` leaves out beside the, and, he and the like; and which it does not.
#
# [words]
# stop = ["su", "cm"]
# keep = ["we"]

"""

_SUGGEST = """\
# Names that the notes explain ("Upland Homes", then "Upland rang") are learnt as names of local
# services: `notecode suggest --names` lists them. Here are those that are none; ["*"] is all.
#
# [suggest]
# no_names = ["Riverside"]

"""

_TABLES = """\
# Tables that are made again with `notecode tables`; `notecode counts … --save NAME` writes one.
#
# [tables.agency-by-site]
# title = "Information sharing by agency and site"
# by = ["agency"]
# across = ["site"]
# only = ["code=information-sharing"]
"""


def default_settings_text(title: str) -> str:
    """The commented ``notecode.toml`` of a new project."""
    begin = f"""\
# Settings of this project. Everything has a default; delete a line to go back to it.

# The project's title, as reports print it.
title = {toml_value(title)}

[coder]
# Whose coding it is when --coder does not say it; "" is the login name.
name = ""

# The colours of the screens: "dark", "light", or "auto" by what the terminal says.
theme = "auto"

# Once the last suggestion of a note is accepted or rejected: "note" goes on to the next note that
# has some.
advance = "suggestion"

# Keys of your own; `notecode code --keys` lists the actions. A small letter or a digit is a code.
#
# [coder.keys]
# next-note = "ctrl+n"
# next-reference = ["F5", ">"]

"""
    return begin + _ANONYMISE + _LAYOUTS + _ATTRIBUTES + _WORDS + _SUGGEST + _TABLES
