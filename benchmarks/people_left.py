"""Which labelled mentions of listed people the anonymiser leaves in the sample (ids, no text).

The sample is synthetic and the rules were tuned on it: on real notes expect more.
"""

import json
from pathlib import Path

from notecode.project import find_project
from notecode.project.anonymising import load_anonymiser
from notecode.project.project import current_codebook
from notecode.project.reading import Inputs, read_sources

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "sample"

if __name__ == "__main__":
    project = find_project(ROOT)
    files = (SAMPLE / "notes.csv",)
    inputs = Inputs(exports=files, people=SAMPLE / "people.csv", cases=SAMPLE / "cases.csv")
    sources = read_sources(project, inputs)
    protected: dict[str, list[str]] = {}
    for agency in current_codebook(project).agencies:
        for alias in agency.aliases:
            for site in alias.sites or ("",):
                protected.setdefault(site, []).append(alias.text)
    engine = load_anonymiser(project.settings.model, protected=protected)
    with (SAMPLE / "gold_identifiers.jsonl").open(encoding="utf-8") as lines:
        gold = {note["id"]: note["spans"] for note in map(json.loads, lines)}
    mentions = left = plain = 0
    for case_id, notes in sources.notes.items():
        roster = sources.rosters[case_id]
        people = {person.id: person for person in roster.people}
        raw = {note.id: note.text for note in notes}
        case = engine.anonymise_case(case_id, sources.cases[case_id].site, notes, roster)
        for done in case.notes:
            text = raw[done.note.id]
            covered = {i for m in done.source.masked for i in range(m.raw.start, m.raw.end)}
            for span in gold[done.note.id]:
                person = people.get(span.get("entity", ""))
                if span["type"] != "PERSON" or person is None:
                    continue
                mentions += 1
                letters = [i for i in range(span["start"], span["end"]) if text[i].isalnum()]
                if covered.issuperset(letters):
                    continue
                names = {person.first_name, person.last_name, *person.known_as}
                word = text[span["start"] : span["end"]].casefold()
                listed = word in {name.casefold() for name in names}
                left, plain = left + 1, plain + listed
                print(f"{done.note.id} {person.id} {'listed name' if listed else 'other form'}")
    print(f"{left} of {mentions:,} not wholly masked, {plain} of them plain listed names")
