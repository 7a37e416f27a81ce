"""Case-management exports -> raw notes, rosters, cases: the first step of the method.

Each of ``read_notes``, ``read_people`` and ``read_cases`` returns values and problems; one bad
row never hides the others. No message, problem or ``repr`` here holds a cell's text.
"""

from notecode.importing.cases import CasesFile, read_cases
from notecode.importing.cleaning import CleaningCounts, clean
from notecode.importing.layout import Choice, Proposal, propose_layout
from notecode.importing.notes import NotesFile, read_notes
from notecode.importing.people import PeopleFile, read_people
from notecode.importing.tables import Row, Table, read_table

__all__ = [
    "CasesFile",
    "Choice",
    "CleaningCounts",
    "NotesFile",
    "PeopleFile",
    "Proposal",
    "Row",
    "Table",
    "clean",
    "propose_layout",
    "read_cases",
    "read_notes",
    "read_people",
    "read_table",
]
