"""Employers, public houses and hospitals that the words around them give away."""

import re
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PLACE, WORKPLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import UNLIKE_ANY_OTHER
from notecode.anonymising.places.chains import EMPLOYERS
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import CONTACT_WORDS, KEPT_WORDS

_WORK = re.compile(
    r"\b(?:works?|working|worked|jobs?|shifts?|employed|hired|sacked|cleans|"
    r"labouring|starting|started|"
    r"interview|apprenticeship|apprentice|pay rise|trial|placement|drives|driving|"
    r"taxi driving|chef|cook|"
    r"fitter|baker|cleaner|porter|manager|supervisor|foreman|driver|labourer|"
    r"welder|mechanic|barber|"
    r"waiter|waitress|carer|security|doorman|warehouse|packer|picker|bar work|"
    r"agency work|steelworker|"
    r"colleague|colleagues|employee|boss|gaffer|laid off|paid off|let go|"
    r"dismissed|temping|temp|temps|op|operative|contract|zero[ -]hours|rota|induction|role|post|"
    r"position|labours|grafts|grafting|tills|kp|kitchen hand|bar staff|barmaid|barman|"
    r"electrician|plumber|joiner|plasterer|scaffolder|roofer|dinner lady|caretaker|"
    r"hca|delivering|deliveries|stacking shelves|offered work|dismissed|owner|receptionist|"
    r"assistant|volunteers|volunteering)[ ]"
    r"(?:part[ -]time |full[ -]time |nights |days |again |there |now |up |down |"
    r"out |is |was |mornings |as an? (?:\w+ ){1,3}|\w+ing )?"
    r"(?:at|@|for|by|from|with|w/|of|in|thru|through|via|off)[ ](?:the )?"
    r"|\b(?:works|working)[ ](?=[A-Z][a-z])(?![A-Z][a-z]+days?\b)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z]&[A-Z]\b(?!&)")
"""Employers that are two letters: "works at B&Q"."""
_LETTERED_FIRM = re.compile(
    r"\b[A-Z][ ]?&[ ]?[A-Z][ ](?!(?:At|On|In|For|To|And|The|With|From|Team|Dept)\b)[A-Z][a-z]"
    r"[\w'’]+"
    r"(?:[ ][A-Z][a-z][\w'’]+)?"
)
"""Firms by two letters and a name: "R&D Davies Interiors"."""
_POLICE = re.compile(r"(?<=Police)|(?<=Constabulary)|(?<=Probation)|[ ](?:Police|Constabulary)\b")
_FAMILY_FIRM = re.compile(
    r"\b(?!(?:He|She|Her|His|Him|Mum|Dad|The|VS|SU|Mother|Father|Partner|Wife|Ex)\b)"
    r"(?P<name>(?:[A-Z][\w'’.]{0,20}[ ]){0,2}[A-Z][\w'’]{1,20}[ ]"
    r"(?:(?:&|[Aa]nd|AND)[ ](?:Sons?|Daughters?|Bros|SONS?|BROS)|&[ ](?:sons?|bros))\b"
    r"(?i:[ ](?:ltd|limited|builders|roofing|surfacing|paving|removals|haulage|scaffolding|tyres|"
    r"butchers|bakers|motors|joinery|plumbing)\b)?)"
    r"|\b(?i:trades|trading)[ ]as[ ](?P<trading>[\w'’.]{1,24}"
    r"(?:[ ](?:&[ ])?(?!(?:though|but|and|he|she|they|which|for|from|with|in|at|on|so|now)\b)"
    r"[\w'’.]{1,24}){0,3})"
    r"(?=[,.;)\n]|$)"
)
_TRADES = (
    "scaffolding|roofing|kitchens|motors|builders?|plumbing|joinery|logistics|haulage|foods|bakery|"
    "cleaners|cleaning|tyres|taxis|cabs|couriers|fencing|flooring|windows|packaging|poultry|"
    "recruitment|garage|salon|nails|barbers|hairdressers|cafe|takeaway|paving|groundworks|salvage"
)
_PUBS = (
    "swan|crown(?! (?:court|pros))|red lion|white lion|black lion|golden lion|white hart|"
    "white horse|black horse|black bull|black swan|white swan|kings? arms|kings? head|"
    "queens? head|royal oak|plough|bell|ship|anchor|blue anchor|george|wheatsheaf|fox|"
    "fox and hounds|railway|nags head|rose and crown|coach and horses|bulls? head|blue boar|"
    "green man|duke of \\w+|prince of wales|cross keys|"
    "three (?:larks|tuns|horseshoes|crowns|pigeons|kings|swans|stags)|"
    "travellers rest|chequers|"
    "woolpack|greyhound|old bull|new inn|drovers|star|sun|eagle|falcon|volunteer|victoria|"
    "albert|globe|castle|\\w+ (?:and|&) (?:barrel|bottle|hounds|crown|bell|"
    "horses|anchor|firkin|ferret|plough|"
    "cushion|grapes|compass|compasses|garter|feathers|trumpet|thistle|dragon|fiddle|castle)|"
    "bridge inn|miners arms|masons arms|hare and hounds"
)
_PUB = re.compile(
    rf"\b(?:in|at|from|outside|behind|near|to|by|above|over|opposite|into|down|"
    rf"round|up|off|down at|of|him|her|them)[ ](?P<name>the[ ](?P<sign>(?:{_PUBS})|"
    r"(?:[^\W\d_]{3,15}(?:['’]s)?[ ]){1,2}(?:arms|inn|tavern|rest)))\b"
    r"(?![ ](?:court|project|centre|"
    r"street|road|house|of|for|hotel|team|school|station|line|hostel))",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?:{_PUBS})|\w+ (?:inn|tavern)", re.IGNORECASE)
_SMALL_SIGNS = word_set(
    "crown swan plough wheatsheaf chequers woolpack greyhound drovers railway volunteer"
)
"""Signs that are enough in a line typed without capitals."""
_BEFORE_HOSPITAL = word_set("at to in from")
_HOSPITAL = re.compile(
    r"^[ ,(]{1,3}(?:a[ ]?[&+][ ]?e|hospital|ward|maternity|ed|casualty|antenatal)\b"
    r"|^[ ]\([^)\n]{0,20}hospital",
    re.IGNORECASE,
)
_ADMITTED = word_set(
    "admitted inpatient hospitalised hospital ward midwife maternity scan born antenatal"
)
_PLAIN_EMPLOYERS = word_set("boots next iceland amazon subway costa spar")
_MOST_WORDS = 4
_NEAR = 4
_LONGEST_CUE = 30


class VenueRecogniser(NoteRecogniser):
    """Named places of work, drink and treatment; the list of pubs needs "in the" or the like."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PLACE, WORKPLACE], name="venue")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The venues in the text."""
        words = note.words
        yield from self._employers(text, words)
        for match in _PUB.finditer(text):
            sign = match.group("sign")
            if (
                is_capitalised(sign.split()[0])
                or self._is_house(sign)
                or (note.casing_at(match.start()) == "lower" and sign.lower() in _SMALL_SIGNS)
            ):
                start, end = match.span("name")
                yield Finding(start, end, PLACE, 0.68, "public-house")
        for match in _LETTERED_FIRM.finditer(text):
            known = match[0].startswith(("A&E", "A & E", "E&D", "T&C"))
            if not known and not _POLICE.match(text, match.end()):
                yield Finding(*match.span(), WORKPLACE, 0.83, "lettered-firm")
        for match in _FAMILY_FIRM.finditer(text):
            name = "name" if match["name"] else "trading"
            yield Finding(*match.span(name), WORKPLACE, 0.82, "family-firm")
        yield from self._hospitals(text, words)

    @staticmethod
    def _is_house(sign: str) -> bool:
        """Whether a sign typed without capitals is a public house's, not an ordinary word or two.

        "The upper arms" and "the rest" are none.
        """
        return len(sign.split()) > 1 and _LISTED.fullmatch(sign) is not None

    def _employers(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        starts = {word.start: index for index, word in enumerate(words)} if words else {}
        for match in _WORK.finditer(text):
            index = starts.get(match.end())
            if index is None:
                continue
            letters = _LETTERS.match(text, match.end())
            if letters:
                yield Finding(*letters.span(), WORKPLACE, 0.79, "employer")
                continue
            last = self._last_of_name(text, words, index)
            if last is not None:
                yield Finding(words[index].start, words[last].end, WORKPLACE, 0.79, "employer")

    def _last_of_name(self, text: str, words: Sequence[Token], index: int) -> int | None:
        """The index of the last word of the employer's name that begins at this word."""
        last: int | None = None
        for position in range(index, min(index + _MOST_WORDS, len(words))):
            word = words[position]
            gap = text[words[position - 1].end : word.start] if position > index else " "
            if gap not in {" ", " & ", "-", "'", "’"} or (
                word.folded in KEPT_WORDS and word.folded not in EMPLOYERS
            ):
                break
            trade = position > index and re.fullmatch(_TRADES, word.folded)
            shouted = text[word.start : word.end].isupper() and (
                word.folded in EMPLOYERS or word.folded not in self._dictionary
            )
            if not (
                is_capitalised(text[word.start : word.end])
                or trade
                or shouted
                or word.folded == "s"
                or word.folded in EMPLOYERS - _PLAIN_EMPLOYERS
            ):
                following = words[position + 1] if position + 1 < len(words) else None
                if following is None or not re.fullmatch(_TRADES, following.folded):
                    break
                if word.folded in {"a", "an", "the", "his", "her", "their", "same", "local"}:
                    break
            last = position
        return last

    def _hospitals(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for index in range(1, len(words)):
            lead, name = words[index - 1], words[index]
            if lead.folded not in _BEFORE_HOSPITAL or text[lead.end : name.start] != " ":
                continue
            if not is_capitalised(text[name.start : name.end]):
                continue
            if name.folded in KEPT_WORDS or name.folded in UNLIKE_ANY_OTHER:
                continue
            before = {word.folded for word in words[max(0, index - _NEAR) : index - 1]}
            if lead.folded == "to" and before & CONTACT_WORDS:
                continue
            beside = _HOSPITAL.match(text[name.end : name.end + _LONGEST_CUE])
            if beside or before & _ADMITTED:
                yield Finding(name.start, name.end, PLACE, 0.8, "hospital")
