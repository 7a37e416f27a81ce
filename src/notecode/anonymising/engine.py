"""One case at a time: its raw notes and its roster in, anonymised notes out.

``load_anonymiser`` assembles Presidio from this package's recognisers over one language model.
``Anonymiser.anonymise_case`` is a pure function of its arguments: notes are taken by date and
id, whatever order they come in, and nothing is remembered from one case to the next.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from notecode.anonymising.assembly import analyser_of, recognisers, silence_presidio
from notecode.anonymising.case_ids import refuse_naming_ids
from notecode.anonymising.cases import AnonymisedCase, AnonymisedNote, CaseReading, CaseText
from notecode.anonymising.findings import Finding
from notecode.anonymising.flags import flags_for, new_guesses
from notecode.anonymising.names.nicknames import Nicknames
from notecode.anonymising.people.authors import with_authors
from notecode.anonymising.people.bearers import Bearers
from notecode.anonymising.people.carried_names import CarriedNames
from notecode.anonymising.people.disguised_names import DisguisedNames
from notecode.anonymising.people.initials_in_company import InitialsInCompany
from notecode.anonymising.people.left_at_starts import LeftAtStarts
from notecode.anonymising.people.recalled_names import recalled_names
from notecode.anonymising.people.roster import RosterNames
from notecode.anonymising.people.short_names import ShortNames
from notecode.anonymising.propagation import Propagation
from notecode.anonymising.protection import Protection
from notecode.anonymising.pseudonyms.memory import FORGETFUL, TagMemory
from notecode.anonymising.pseudonyms.replacement import replace_findings
from notecode.anonymising.pseudonyms.role_tags import in_fixed_order
from notecode.anonymising.pseudonyms.tags import Pseudonyms, Written
from notecode.anonymising.pseudonyms.wording import TAGS, CaseWording, Wording
from notecode.anonymising.review.rulings import PlacedDecision, Rulings, Settled
from notecode.anonymising.widening import Widening
from notecode.anonymising.words.spelling import tokens
from notecode.anonymising.words.unlisted import Doubt, UnlistedWords
from notecode.model import Mask, Note
from notecode.raw import RawNote, Roster
from notecode.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine

    from notecode.anonymising.name_models import NameModel
    from notecode.anonymising.words.dictionary import Dictionary

EVERYWHERE = ""
"""The site under which agencies are protected at every site."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})

_NoteTexts = tuple[Settled, Settled, Settled]
"""What was settled on a note's text, its contact type and its author's role."""


def load_anonymiser(
    model: str = DEFAULT_MODEL,
    *,
    protected: Mapping[str, Sequence[str]] = _NOTHING,
    pseudonyms: Mapping[str, str] = _NOTHING,
    wording: Wording = TAGS,
) -> "Anonymiser":
    """Load the language model and assemble the recognisers; takes a few seconds.

    ``protected`` lists, by site ("" for every site), names of agencies that must stay.
    ``pseudonyms`` maps a role of the people file to the stem of its tag, over the usual ones
    ("HEALTH_VISITOR": "HV" gives ``[HV_1]``). ``wording`` says whether people and days become
    tags; names and shifted days need a linking key, that of the ``memory`` of each case.

    Raises:
        ProjectError: if surrogate names are asked for and Faker is not installed.
        ModelError: if the model is not installed or not fit; it is never downloaded.

    """
    silence_presidio()
    from notecode.anonymising.language_model import load_model

    wording.refuse_if_lacking()
    language, dictionary = load_model(model)
    return Anonymiser(language, dictionary, protected, pseudonyms, wording)


class Anonymiser:
    """Anonymises cases with one language model. Make it with ``load_anonymiser``."""

    def __init__(
        self,
        language: "NameModel",
        dictionary: "Dictionary",
        protected: Mapping[str, Sequence[str]],
        pseudonyms: Mapping[str, str],
        wording: Wording = TAGS,
    ) -> None:
        """Assemble the recognisers over a loaded model."""
        from presidio_anonymizer import AnonymizerEngine

        self._language = language
        self._dictionary = dictionary
        self._protected = {site: tuple(names) for site, names in protected.items()}
        self._stems = dict(pseudonyms)
        self._wording = wording
        self._recognisers = recognisers(dictionary)
        self._analysers: dict[str, tuple[Protection, AnalyzerEngine]] = {}
        self._replacer: AnonymizerEngine = AnonymizerEngine()  # type: ignore[no-untyped-call]

    def anonymise_case(
        self,
        case_id: str,
        site: str,
        notes: Sequence[RawNote],
        roster: Roster,
        *,
        memory: TagMemory = FORGETFUL,
        decisions: Sequence[PlacedDecision] = (),
        start: date | None = None,
    ) -> AnonymisedCase:
        """The case's notes with everything identifying replaced by tags.

        With the ``memory`` of earlier exports their tags are kept and never given again;
        ``decisions`` are those of a review, the oldest first. ``start`` is the day on which the
        case starts, for days that are given as months.

        Raises:
            LeakError: if the id of the case or of a note holds a name of the roster.
            ProjectError: if names or shifted days are asked for and there is no linking key.

        """
        reading = self.read_case(case_id, site, notes, roster, memory=memory, start=start)
        return self.mask_case(reading, decisions)

    def read_case(
        self,
        case_id: str,
        site: str,
        notes: Sequence[RawNote],
        roster: Roster,
        *,
        memory: TagMemory = FORGETFUL,
        start: date | None = None,
    ) -> CaseReading:
        """Find everything that identifies; the slow half of ``anonymise_case``.

        Raises:
            LeakError: if the id of the case or of a note holds a name of the roster.

        """
        ordered = sorted(notes, key=lambda note: (note.date or date.max, note.id, note.text))
        refuse_naming_ids(case_id, ordered, roster)
        people = with_authors(Roster(case_id, tuple(in_fixed_order(roster.people))), ordered)
        names = RosterNames(people, self._dictionary)
        texts, passed_over = self._read(site, ordered, names, people, memory)
        tags = Pseudonyms(people, self._stems, (), texts=texts, memory=memory).people
        return CaseReading(
            case_id, tuple(ordered), people, tags, names, texts, memory, start, passed_over
        )

    def mask_case(
        self, reading: CaseReading, decisions: Sequence[PlacedDecision] = ()
    ) -> AnonymisedCase:
        """Apply the decisions and replace what identifies; the quick half of it."""
        person_of = {tag: person for person, tag in reading.tags.items()}
        raw = {note.id: note.text for note in reading.notes}
        rulings = Rulings(decisions, raw, person_of, self._dictionary)
        settled = self._settle(reading, rulings)
        tags = Pseudonyms(
            reading.people,
            self._stems,
            _written(settled),
            texts=reading.texts,
            memory=reading.memory,
        )
        wording = self._word(reading, settled, tags)
        asked = set(reading.passed_over)
        done = tuple(
            self._anonymise(
                note,
                texts,
                wording,
                reading.names,
                rulings,
                doubts=reading.texts[note.text].doubts,
                asked=asked,
            )
            for note, texts in zip(reading.notes, settled, strict=True)
        )
        counts = Counter(mask.type for item in done for mask in item.masks)
        return AnonymisedCase(
            case_id=reading.case_id,
            notes=done,
            counts=dict(sorted(counts.items())),
            tags=(*tags.given(), *wording.given()),
        )

    def _settle(self, reading: CaseReading, rulings: Rulings) -> list[_NoteTexts]:
        """What is masked in the text, the contact type and the author's role of each note."""
        plain = {raw: self._settled(rulings, "", text) for raw, text in reading.texts.items()}
        own = {
            note.id: self._settled(rulings, note.id, reading.texts[note.text])
            for note in reading.notes
            if rulings.has_own(note.id)
        }
        return [
            (
                own.get(note.id, plain[note.text]),
                plain[note.contact_type],
                plain[note.author_role],
            )
            for note in reading.notes
        ]

    def _word(
        self, reading: CaseReading, settled: Sequence[_NoteTexts], tags: Pseudonyms
    ) -> CaseWording:
        """What is written in place of each finding of the case."""
        return CaseWording(
            self._wording,
            tags,
            reading.people,
            [text for texts in settled for text in texts],
            words=(word.folded for text in reading.texts.values() for word in text.words),
            memory=reading.memory,
            start=reading.start,
            dictionary=self._dictionary,
        )

    def _read(
        self,
        site: str,
        notes: Sequence[RawNote],
        names: RosterNames,
        people: Roster,
        memory: TagMemory,
    ) -> tuple[dict[str, CaseText], frozenset[str]]:
        """Every text of the case with what is to be masked in it, and what is not asked about."""
        raw = dict.fromkeys(
            text for note in notes for text in (note.text, note.contact_type, note.author_role)
        )
        protection, analyser = self._analyser(site)
        found = self._analyse(analyser, list(raw), names)
        parts = {text: tokens(text) for text in raw}
        pairs = [(text, finding) for text in raw for finding in found[text]]
        of_the_case = (
            Propagation(pairs, self._dictionary),
            CarriedNames(pairs, self._dictionary),
            ShortNames(pairs, people.people, self._dictionary),
            Nicknames(pairs, people.people, self._dictionary),
            DisguisedNames(people.people),
        )
        texts: dict[str, CaseText] = {}
        for text, words in parts.items():
            kept = protection.spans(text, words)
            recalled = recalled_names(text, words, memory, self._dictionary)
            findings = [*found[text], *recalled]
            findings += [item for view in of_the_case for item in view.find(text, words)]
            texts[text] = CaseText(text, words, kept, findings)
        return self._with_unlisted(texts, people)

    def _with_unlisted(
        self, texts: dict[str, CaseText], people: Roster
    ) -> tuple[dict[str, CaseText], frozenset[str]]:
        """The texts with guesses and doubts about the words that nothing was found in."""
        found = {raw: (text.words, text.findings, text.kept) for raw, text in texts.items()}
        unlisted = UnlistedWords(found, people.people, self._dictionary)
        at_starts = LeftAtStarts(texts, self._dictionary)
        widening = Widening(self._dictionary)
        bearers = Bearers(people.people)
        views = {raw: unlisted.marked(raw) for raw in texts}
        company = InitialsInCompany(
            [(raw, masked) for raw, (_, masked) in views.items()], people.people, self._dictionary
        )
        done: dict[str, CaseText] = {}
        for raw, text in texts.items():
            guesses, doubts = unlisted.on(raw)
            asked = {doubt.start for doubt in doubts}
            doubts += [each for each in at_starts.find(raw, text) if each.start not in asked]
            view, masked = views[raw]
            wider = [*widening.find(view, masked), *company.find(view)]
            findings = [*text.findings, *guesses, *wider, *bearers.told(raw, [*masked, *wider])]
            done[raw] = CaseText(raw, text.words, text.kept, findings, doubts)
        return done, unlisted.passed_over

    def _analyse(
        self, analyser: "AnalyzerEngine", texts: list[str], names: RosterNames
    ) -> dict[str, list[Finding]]:
        from presidio_analyzer import BatchAnalyzerEngine

        from notecode.anonymising.language_model import BATCH_SIZE, LANGUAGE
        from notecode.anonymising.recognisers.results import finding
        from notecode.anonymising.recognisers.roster_recogniser import RosterRecogniser

        results = BatchAnalyzerEngine(analyser).analyze_iterator(
            texts, LANGUAGE, batch_size=BATCH_SIZE, ad_hoc_recognizers=[RosterRecogniser(names)]
        )
        return {
            text: [finding(item) for item in items]
            for text, items in zip(texts, results, strict=True)
        }

    def _analyser(self, site: str) -> tuple[Protection, "AnalyzerEngine"]:
        """What is protected at the site, and Presidio's engine that knows it."""
        if site not in self._analysers:
            own = () if site == EVERYWHERE else self._protected.get(site, ())
            protection = Protection(self._protected.get(EVERYWHERE, ()), own)
            engine = analyser_of(self._language, self._dictionary, protection, self._recognisers)
            self._analysers[site] = (protection, engine)
        return self._analysers[site]

    def _anonymise(
        self,
        note: RawNote,
        texts: tuple[Settled, Settled, Settled],
        wording: CaseWording,
        names: RosterNames,
        rulings: Rulings,
        *,
        doubts: Sequence[Doubt],
        asked: set[str],
    ) -> AnonymisedNote:
        text, contact_type, author_role = texts
        tags = wording.replacements(text, note.date)
        masked, source = replace_findings(self._replacer, note.text, text.findings, tags)
        masks = tuple(
            Mask(
                span=place.anonymised,
                type=finding.type,
                pseudonym=tag,
                recogniser=finding.recogniser,
                score=finding.score,
            )
            for place, finding, tag in zip(source.masked, text.findings, tags, strict=True)
        )
        new = new_guesses(text.raw, text.findings, asked)
        found = flags_for(masked, text.findings, source, names, doubts, asked=new)
        decided = [(item.decision.id, source.to_anonymised(item.span)) for item in text.ruled]
        return AnonymisedNote(
            note=Note(
                id=note.id,
                case_id=note.case_id,
                text=masked,
                date=wording.day(note.date),
                contact_type=self._short(contact_type, wording, note.date),
                author_role=self._short(author_role, wording, note.date),
            ),
            masks=masks,
            flags=rulings.flags(note.id, masked, source, text, found),
            source=source,
            decided=tuple((decision, span) for decision, span in decided if span is not None),
            yielded=tuple(item.decision.id for item in text.yielded),
        )

    def _settled(self, rulings: Rulings, note_id: str, text: CaseText) -> Settled:
        settled = rulings.settle(note_id, text.raw, text.words, text.findings, text.kept)
        return self._wording.with_whole_days(settled)

    def _short(self, text: Settled, wording: CaseWording, noted: date | None) -> str:
        replacements = wording.replacements(text, noted)
        return replace_findings(self._replacer, text.raw, text.findings, replacements)[0]


def _written(notes: Iterable[Iterable[Settled]]) -> Iterator[Written]:
    """Every finding of the case with its surface, in the order of the notes."""
    for texts in notes:
        for text in texts:
            for finding in text.findings:
                yield finding, text.raw[finding.start : finding.end]
