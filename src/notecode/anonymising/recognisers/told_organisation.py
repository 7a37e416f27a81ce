"""Firms, schools and places of plain words that what is said around them tells: "runs Lantern".

"Her school, Lantern, rang", "in his Lantern fleece", "sub-contracts to Lantern", "at Tunley's on
Friday". A capital by itself is not enough where plain words may have one, and neither is what is
said around them without it.
"""

from collections.abc import Iterable, Iterator

import regex

from notecode.anonymising.findings import PLACE, SCHOOL, WORKPLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.lists import GIVEN_NAMES, SHORT_FORMS, WORD_NAMES
from notecode.anonymising.places.chains import EMPLOYERS
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.institution_kinds import KIND_WORDS
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import folded_words, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS, TITLES

_WORD = r"\p{Lu}[\p{L}'’]*\p{Ll}[\p{L}'’]*"
_NAME = rf"{_WORD}(?:[ ](?:(?:&|and|of|the)[ ])?{_WORD}){{0,3}}"
_ONE = rf"{_WORD}(?:[ ]{_WORD}){{0,2}}"
_KIND = (
    r"(?i:work|workplace|employers?|school|primary|nursery|college|academy|gp|doctors?|surgery|gym|"
    r"church|mosque|temple|pub|local|club|hostel|hotel|firm|company|shop|salon|garage|barbers?|"
    r"hairdressers?|landlord|solicitors?|bank|bookies|dentist|childminder|takeaway|restaurant|cafe|"
    r"bakery|agency|refuge|care home|nursing home|placement|team|factory|warehouse|business|"
    r"charity)"
)
_WORN = (
    r"(?i:uniform|fleece|hi-?vis|jacket|polo|jumper|blazer|badge|lanyard|payslips?|payroll|wages|"
    r"rota|depot|warehouse|distribution cent(?:re|er)|store|branch|car ?park|shifts?|contract|"
    r"apron|tabard|t-?shirt|overalls|bag for life|staff)"
)
_ENDS = (
    r"(?=[ ]?[.,;:!?)\n]|[ ]?$|[ ](?:and|on|in|for|with|when|at|until|till|but|as|then|last|this|"
    r"next|he|she|they|who|where|is|was|has|have|had|to|after|before|since|again|now|nights|days|"
    r"so|every|all|by|from|if|because|about|today|tonight|yesterday|that|which|rang|say|said|"
    r"are)\b)"
)
_GOES = (
    r"(?i:went|goes|going|gone|go|walk(?:s|ed|ing)?|dr[io]ve(?:s|n)?|driving|move(?:s|d)?|moving|"
    r"taken|took|takes|sent|came|comes|got|bus|train|taxi|lift|run(?:s|ning)?|ran|back|nipped|"
    r"popped|invited|headed|turned up|fled|ran off|returned|returning|travelled|"
    r"flew|flown|transferred|recalled|remanded|deported|way|bailed|sent|driven|ended up|released)"
)
_TOLD = (
    (
        WORKPLACE,
        rf"\b(?i:sub-? ?contract(?:s|ed|ing|or)?|contract(?:s|ed|or)?|seconded|signed (?:up|on)|"
        rf"deliver(?:s|ing|ed)?|dr[io]ves?(?: an? (?:\p{{L}}+ )?\p{{L}}+)?|on the tools|"
        rf"on the books|"
        rf"full[ -]time|part[ -]time|shifts?|overtime|banks?|an? account|tenan(?:cy|t)|mortgage|"
        rf"insured|fits \p{{L}}+|lays \p{{L}}+|sells \p{{L}}+|cleans)[ ](?i:to|for|with|of|at)[ ]"
        rf"(?P<found>(?:[Tt]he )?{_NAME}){_ENDS}",
    ),
    (
        WORKPLACE,
        rf"\b(?i:he|she|they|su|vs|v/s|who|now|dad|mum|brother|uncle|family)[ ](?i:also |now |"
        rf"still )?"
        rf"(?i:runs?|owns?|co-owns|manages?|managed|opened|set up|started up|part owns)[ ]"
        rf"(?i:an? )?"
        rf"(?P<found>(?:[Tt]he )?{_ONE}){_ENDS}",
    ),
    (
        WORKPLACE,
        rf"\b(?i:occupation|job|employment|works?|workplace|employer|employed)(?:[ ]?[:=]|[ ]-)?[ ]"
        rf"(?:\p{{Ll}}[\p{{Ll}} ]{{2,20}},[ ])?(?P<found>(?:[Tt]he )?{_NAME}){_ENDS}",
    ),
    (
        WORKPLACE,
        rf"\b(?i:his|her|their|my|a|the|old|in|wearing|"
        rf"new)[ ](?P<found>(?:[Tt]he )?{_ONE})(?=[ ]{_WORN}\b)",
    ),
    (
        WORKPLACE,
        rf"\b(?i:his|her|their|the|my|a|\p{{L}}+'s)[ ](?:\p{{L}}+[ ])?{_KIND},[ ]"
        rf"(?P<found>(?:[Tt]he )?{_NAME})(?=,|[ ]?[.;)\n]|[ ]?$|[ ](?i:has|have|rang|say|is|"
        rf"are)\b)",
    ),
    (WORKPLACE, rf"\b{_KIND}[ ]\((?P<found>(?:[Tt]he )?{_NAME})(?=[),])"),
    (
        SCHOOL,
        rf"\b(?i:head ?(?:teacher|master|mistress)? of|gates? of|governor of|pupils? of|attending|"
        rf"starts?|started|starting|joins?|transfer(?:s|red)? to)[ ](?P<found>(?:[Tt]he )?{_ONE})"
        rf"(?=[ ](?i:in september|in sept|after (?:the )?(?:summer|easter|half term)|"
        rf"next (?:term|year)"
        rf"|school|primary|high|at home time|gates?)\b|[ ]?[.,;)\n]|[ ]?$)",
    ),
    (
        # "Alfie 7 - Lantern - y2"
        SCHOOL,
        rf"[0-9)](?:[ ]?[–-][ ]|,[ ])(?P<found>{_ONE})"
        r"(?=[ ]?[–,(-][ ]?(?i:(?:y|yr|year)[ ]?(?:[0-9]|1[0-3])\b|reception\b|nursery\b))",
    ),
    (
        PLACE,
        rf"\b(?i:(?:thrown|chucked|kicked|turfed|coming|came|slung) out of|"
        rf"within [0-9]+ ?m(?:etres|iles"
        rf"|iles?)? of|enter(?:ing)?|zone (?:of|is|covers|covering|includes)|exclusion (?:from|of)|"
        rf"all round|round|around|through|past|hanging round|"
        rf"between)[ ](?P<found>(?:[Tt]he )?{_ONE}){_ENDS}",
    ),
    (PLACE, rf"\b(?i:down|up|over|out)[ ](?P<found>(?:[Tt]he )?{_ONE})(?=[ ]way\b)"),
    (
        PLACE,
        rf"\b(?i:the|in|from|a|on)[ ](?P<found>(?:[Tt]he )?{_ONE})"
        rf"(?=[ ](?:area|end|lads?|lass|lot|side of town|district|ward)\b)",
    ),
    (
        PLACE,
        rf"\b{_GOES}[ ](?:(?:down|up|over|round|back|out|along|straight|him|her|them)[ ])?to[ ]"
        rf"(?P<found>(?:the )?{_ONE}){_ENDS}",
    ),
    (PLACE, rf"\b(?i:along|across|onto|off|into|beside|by)[ ](?P<found>the[ ]{_ONE}){_ENDS}"),
)
_NO_HOME = regex.compile(
    r"\b(?i:scans?|midwi(?:fe|ves)|admitted|born|wards?|nurses?|operation|outpatients|appt|"
    r"appointment|prescription|works?|worked|working|job|shifts?|cleans|cleaner|chef|manager|"
    r"employed|interview|pupil|attends|enrolled|reception|year [0-9]+|yr [0-9]+|y[0-9]+|mass|choir)"
    r"(?:[ ]\p{Ll}+)?[ ]$"
)
"""What is before "at Jessop's" where that is nobody's home."""
_LONGEST_LEAD = 30
_POSSESSIVE = regex.compile(
    r"\b(?:at|in|from|outside|into|inside|near|opposite|for|@|round|than)[ ](?:the )?"
    rf"(?P<found>(?:{_WORD}[ ]){{0,2}}\p{{Lu}}\p{{L}}{{2,}}['’]s){_ENDS}"
)
_NO_NAME = word_set(
    """
    time out safety plan plans risk group groups session programme project order court crown victim
    child children adult family probation police school church house home office team centre line
    section stage phase week module reception maternity segregation healthcare induction education
    workshop kitchen security visits wing night day days work universal credit bail licence curfew
    christmas easter halloween ramadan eid university internet zoom teams portal system form report
    data protection core strategy conference panel board hub forum review registry visa passport
    god lord bible quran holy spirit dad mum nan covid lockdown brexit army navy raf police
    first second last high low medium standard very green amber red white black asian power control
    wheel cycle circle respect anger alcohol drugs early help adult mental health duty legal housing
    mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends evenings mornings
    government council parliament state crisis job jobs green blue yellow pink orange purple
    """
)
_TITLES = TITLES | word_set("mr mrs miss dr father uncle aunt auntie nan grandad")
_GIVEN = GIVEN_NAMES | frozenset(SHORT_FORMS)
_CALLED = _GIVEN | WORD_NAMES
_LIKELY, _GUESS = 0.78, 0.63


class ToldOrganisationRecogniser(NoteRecogniser):
    """Names of plain words in lines typed as usual, by what is said around them."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[SCHOOL, WORKPLACE, PLACE], name="told-organisation")
        self._dictionary = dictionary
        self._told = [(kind, regex.compile(told)) for kind, told in _TOLD]

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The organisations and places in the text that are told."""
        for kind, told in self._told:
            for match in told.finditer(text, overlapped=False):
                start, end = match.span("found")
                if note.casing_at(start) == "mixed" and self._is_name(text[start:end]):
                    yield Finding(start, end, kind, _GUESS, "told-organisation")
        yield from self._possessive(text, note)

    def _possessive(self, text: str, note: NoteArtifacts) -> Iterator[Finding]:
        """A shop or ward that is called after somebody: "a scan at Jessop's next week"."""
        for match in _POSSESSIVE.finditer(text):
            start, end = match.span("found")
            words = folded_words(text[start : end - 2])
            lead = text[max(0, match.start() - _LONGEST_LEAD) : match.start()]
            home = words[0] in _CALLED and not _NO_HOME.search(lead)
            if note.casing_at(start) != "mixed" or home:
                continue
            if not any(word in KEPT_WORDS or word in _NO_NAME for word in words):
                yield Finding(start, end, WORKPLACE, _LIKELY, "told-organisation")

    def _is_name(self, written: str) -> bool:
        """Whether none of the words says what a service or a post is, nor that a person follows."""
        words = [word for part in written.split() for word in folded_words(part)]
        words = words[1:] if words[0] in {"the", "a"} else words
        if (
            not words
            or all(word in KIND_WORDS for word in words)
            or words[0] in _TITLES
            or words[0] in _GIVEN
        ):
            return False
        return not any(
            (word in KEPT_WORDS and word not in EMPLOYERS)
            or word in _NO_NAME
            or (word in FUNCTION_WORDS and number in {0, len(words) - 1})
            for number, word in enumerate(words)
        )
