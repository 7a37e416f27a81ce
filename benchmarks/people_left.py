"""Which labelled mentions of listed people the anonymiser leaves in the sample (ids, no text).

The sample is synthetic and the rules were tuned on it: on real notes expect more.
"""

from pathlib import Path

from notecode.anonymising import load_anonymiser
from notecode.project import find_project
from notecode.project.anonymising.run_settings import protected_names
from notecode.project.evaluating.labelled_sample import MentionsLeft, SampleLabels
from notecode.project.project import current_codebook
from notecode.project.reading import Inputs, read_sources

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "sample"

if __name__ == "__main__":
    project = find_project(ROOT)
    inputs = Inputs(
        exports=(SAMPLE / "notes.csv",),
        people=SAMPLE / "people.csv",
        cases=SAMPLE / "cases.csv",
    )
    sources = read_sources(project, inputs)
    labels = SampleLabels(project, inputs, SAMPLE / "gold_identifiers.jsonl")
    engine = load_anonymiser(
        project.settings.model, protected=protected_names(current_codebook(project))
    )
    left = MentionsLeft()
    for case_id, notes in sources.notes.items():
        roster = sources.rosters[case_id]
        site = sources.cases[case_id].site
        left += labels.left_in(engine.anonymise_case(case_id, site, notes, roster))
    print(f"{left.mentions:,} labelled mentions of listed people")
    print(f"{len(left.names)} left as listed: {' '.join(left.names)}")
    print(f"{len(left.forms)} left in another form: {' '.join(left.forms)}")
