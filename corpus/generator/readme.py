"""The sample's README, with the shape and the variety that were measured on it."""
# ruff: noqa: E501 - the README's own lines

from collections import Counter
from collections.abc import Mapping

from .agencies import SITES
from .measure import DIRECT, read_notes, shape, sharing, variety

_TEXT = """# SYNTHETIC sample: an invented case management export

**SYNTHETIC. Nobody and nothing in here is real.** People, events, places, services and numbers were
made up by `corpus/generator`. Telephone numbers are of the ranges kept for drama, e-mail addresses of
the reserved domains, NHS numbers of the test range 999, postcodes of areas that do not exist.
A few towns that people move to or visit are real. Use it to learn the program, to demonstrate it and to test it; never as data
about domestic abuse. Results measured on it flatter: it was written by rule.

    python -m corpus.generator --seed {seed} --out corpus/sample

writes these files again, byte for byte, from the root of the project (Python 3.11 to 3.13, standard
library alone). Another seed gives other people and other notes.

## Files

- `notes.csv`: the export as a case management system gives it: `Note ID, Case Ref, Area, Contact Date`
  (dd/mm/yyyy)`, Contact Type, Recorded By, Role, Note`. UTF-8, line breaks inside cells, rows in the order of recording.
  The text is NFC with LF line ends and no outer space, so reading it changes nothing.
- `people.csv`: who is who in each case; empty where it was not recorded. A professional may appear in several cases of a site under one `person_id`.
- `cases.csv`: the case record: attributes, then assessments as `name (stage)`. Empty is missing; "no" is recorded as absent.
- `gold_identifiers.jsonl`: per note `spans` {{start, end, type, identifier_type, entity}} and `must_not_mask`
  {{start, end}} (agency words, role words such as SU, and words such as "will" or "hope" where they are no name). Types: PERSON DATE AGE PHONE EMAIL HANDLE ADDRESS POSTCODE VRM ID ORG LOCATION NRP.
  Titles and the possessive 's stand outside. Weekdays, months and years alone, and clock times, are not labelled. `entity` is the `person_id`, or "".
- `gold_codes.jsonl`: per note `sentences`, `mentions` {{start, end, agency}}, `references` {{start, end, activity, agencies}},
  `non_mentions` {{start, end, reason}} (sense, need, history, negated, plan, hypothetical, place, template, quoted) and
  `neutral` {{start, end, agency}} (contested: signatures, others' action lists, bail, licence, tenancy; never score them).

All offsets are code points of the `Note` cell, end exclusive. The gold is exact by construction: each sentence is written together with its labels.
It follows the coding manual's unit, the sentence, list item or line. One activity of one sentence is one reference, with every agency the act was done with.

## Measured shape

{notes} notes of {cases} cases in 3 sites, {references} references, {words:.0f} words a note on average (longest {longest}).

| activity | references | share | cases |
|---|---|---|---|
{activities}

Direct work is {direct:.1%} of all references, {at_site:.0%} of it at Site 2. Information sharing by agency: {agencies}.

## Measured variety

With identifiers, agencies, role words, numbers, days and months replaced by slots:

- {sentences:.0f} sentences have {skeletons:.0f} different skeletons; {single:.0%} of the sentences have one that occurs once.
- The commonest skeleton makes up {top:.2%} of the sentences.
- {once:.0%} of the {longer:.0f} notes of more than 8 words have a skeleton that occurs once.

## Services with names of their own

Real areas have local names that no general list knows; so has each site here.

{services}
"""


def readme(seed: int, contents: Mapping[str, str]) -> str:
    """The README for these files."""
    notes = read_notes(contents)
    activities, varied = shape(notes), variety(notes)
    total = sum(row["references"] for row in activities.values())
    rows = [
        f"| {name} | {row['references']} | {row['references'] / total:.1%} | {row['cases']} |"
        for name, row in activities.items()
    ]
    direct = Counter(
        note.site for note in notes for r in note.codes["references"] if r["activity"] in DIRECT
    )
    words = [len(note.text.split()) for note in notes]
    return _TEXT.format(
        seed=seed, notes=len(notes), cases=len({note.case for note in notes}), references=total,
        words=sum(words) / len(words), longest=max(words), activities="\n".join(rows),
        direct=sum(direct.values()) / total, at_site=direct["Site 2"] / sum(direct.values()),
        agencies=", ".join(f"{name} {count}" for name, count in sharing(notes).most_common()),
        sentences=varied["sentences"], skeletons=varied["sentence skeletons"],
        single=varied["sentences whose skeleton occurs once"],
        top=varied["share of the commonest"], longer=varied["longer notes"],
        once=varied["longer notes whose skeleton occurs once"], services=_services(),
    )  # fmt: skip


def _services() -> str:
    slots = ("om", "police", "idva", "sw", "ho", "kw", "mh", "ovs", "forum")
    return "\n".join(
        f"- {site}, {words[slot].agency}: {', '.join(words[slot].body)}"
        for site, words in SITES.items()
        for slot in slots
    )
