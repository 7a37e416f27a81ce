"""`notecode review` without a screen: the list, decisions from a file, the vault, refusals."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from review_study import ReviewStudy

Run = Callable[..., Any]


def given(review: ReviewStudy) -> tuple[object, ...]:
    return ("review", review.folder / "notes.csv", "--people", review.folder / "people.csv")


def apply(review: ReviewStudy, run: Run, *lines: object, as_json: bool = True) -> Any:
    path = review.folder / "decisions.jsonl"
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines))
    options = ("--json",) if as_json else ()
    return run(
        *given(review), "--reviewer", "ann", "--apply", path, *options, cwd=review.project.directory
    )


def line(review: ReviewStudy, note: str, part: str, action: str, **more: object) -> dict[str, Any]:
    span = review.span(note, part)
    return {"note": note, "action": action, "start": span.start, "end": span.end, **more}


def test_the_list_says_what_is_left_without_text(review: ReviewStudy, run: Run) -> None:
    ran = run("review", "--list", cwd=review.project.directory)
    assert ran.code == 0
    assert "0 of 3 notes reviewed, 1 flag left, 0 of 1 case signed off" in ran.out
    assert "C1  N2  1 × masked on a guess" in ran.out
    data = json.loads(run("review", "--list", "--json", cwd=review.project.directory).out)
    assert [item["note"] for item in data["left"]] == ["N2", "N1", "N3"]
    (flag,) = data["left"][0]["flags"]
    assert review.text("N2")[flag["start"] : flag["end"]] == "[PERSON_1]"
    assert review.note("N2").digest.startswith(data["left"][0]["digest"])
    assert "police" not in json.dumps(data)


def test_decisions_of_a_file_are_applied_case_by_case(review: ReviewStudy, run: Run) -> None:
    ran = apply(
        review,
        run,
        line(review, "N1", "lodger", "mask", type="PERSON", everywhere=True),
        line(review, "N1", "pillowed", "mask", person="[VS]"),
        line(review, "N2", "[PERSON_1]", "unmask", digest=review.note("N2").digest[:16]),
        {"note": "N1", "action": "reviewed"},
        {"note": "N2", "action": "reviewed"},
        {"note": "N3", "action": "reviewed"},
        {"note": "N3", "action": "unreviewed"},
        "",
        {"note": "N3", "action": "reviewed"},
        {"case": "C1", "action": "sign off"},
    )
    assert ran.code == 0, ran.err
    assert json.loads(ran.out) == {
        "decisions": 3,
        "notes_marked": 5,
        "cases_signed_off": 1,
        "refused": [],
    }
    assert "The [PERSON_2] [VS] him." in review.text("N1")
    assert "attended with Otolie. pillowed" in review.text("N2")
    ran = run("review", "--list", cwd=review.project.directory)
    assert "3 of 3 notes reviewed, 0 flags left, 1 of 1 case signed off" in ran.out
    assert review.words_on_disk("lodger") == []


def test_of_a_case_with_a_refused_decision_nothing_is_done_and_all_of_it_is_named(
    review: ReviewStudy, run: Run
) -> None:
    start = review.text("N1").index("housing")
    ran = apply(
        review,
        run,
        {"note": "N1", "action": "mask", "start": start, "end": start + 7, "type": "PLACE"},
        {"note": "N1", "action": "mask", "start": 0, "end": 9999, "type": "PERSON"},
        {"note": "N9", "action": "mask", "start": 0, "end": 3, "type": "PLACE"},
        {"note": "N8", "action": "reviewed"},
        {"note": "N2", "action": "reviewed"},
        {"case": "C1", "action": "sign off"},
        as_json=False,
    )
    assert ran.code == 10
    assert "0 decisions applied, 0 notes marked, 0 cases signed off" in ran.out
    assert "5 refusals" in ran.err
    assert "case C1, of which no decision was applied" in ran.err
    assert "note N2 was not marked" in ran.err
    assert "case C1 was not signed off" in ran.err
    assert review.text("N1").startswith("T/C to [SU] about housing")


def test_an_unknown_note_keeps_nothing_else_from_being_done(review: ReviewStudy, run: Run) -> None:
    ran = apply(
        review,
        run,
        {"note": "N8", "action": "reviewed"},
        {"note": "N1", "action": "reviewed"},
        as_json=False,
    )
    assert ran.code == 10
    assert "1 note marked" in ran.out
    assert "1 refusal; what is not named was done" in ran.err


def test_a_listed_name_needs_deliberate(review: ReviewStudy, run: Run) -> None:
    ran = apply(review, run, line(review, "N3", "[VS]", "unmask"))
    assert ran.code == 10
    assert "only on purpose" in ran.err
    assert '"deliberate": true' in ran.err
    assert '"deliberate": true' in run("review", "--help", cwd=review.folder).out
    ran = apply(review, run, line(review, "N3", "[VS]", "unmask", deliberate=True))
    assert ran.code == 0
    assert review.text("N3").startswith("Ngozi was")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{", "not a JSON object"),
        ("[1]", "not a JSON object"),
        ({"action": "burn"}, "action must be one of"),
        ({"action": "reviewed"}, "note is missing"),
        ({"action": "sign off", "case": 3}, "case must be a text"),
        ({"action": "mask", "note": "N1", "start": 5, "end": 2, "type": "X"}, "start before end"),
        ({"action": "mask", "note": "N1", "start": 0, "end": 2}, "type or person is missing"),
        ({"action": "person", "note": "N1", "start": 0, "end": 2}, "person is missing"),
        ({"action": "dismiss", "note": "N1", "start": True, "end": 2}, "start must be a number"),
        ({"action": "dismiss", "note": "N1", "start": 0, "end": 2, "name": "Zeb"}, "1 field is"),
    ],
)
def test_a_file_with_a_wrong_line_does_nothing_and_names_the_line(
    review: ReviewStudy, run: Run, bad: object, said: str
) -> None:
    ran = apply(review, run, {"note": "N1", "action": "reviewed"}, bad)
    assert ran.code == 3
    assert "line 2" in ran.err
    assert said in ran.err
    assert "Zeb" not in ran.err
    assert review.log() == []


def test_an_unknown_type_is_refused_with_the_nearest_and_all_problems_at_once(
    review: ReviewStudy, run: Run
) -> None:
    ran = apply(
        review,
        run,
        line(review, "N1", "lodger", "mask", type="PERSN"),
        line(review, "N1", "lodger", "mask", type="PLACE"),
        line(review, "N1", "pillowed", "mask", type="Quillfeather"),
        line(review, "N1", "[SU]", "dismiss", nme="x"),
    )
    assert ran.code == 3
    assert "3 problems" in ran.err
    assert "line 1: type is not known; one of PERSON" in ran.err
    assert "line 3: type is not known; one of" in ran.err
    assert "line 4: 1 field is not known" in ran.err
    assert "Quillfeather" not in ran.err
    assert review.log() == []
    assert "lodger" in review.text("N1")


def test_every_type_of_a_key_can_be_given_in_a_file() -> None:
    from notecode.project.reviewing import decision_file as review_file
    from notecode.tui.review import actions as review_actions

    assert {kind.id for kind in review_actions.MASK_TYPES} <= set(review_file.MASK_TYPES)


def test_the_screen_needs_a_terminal_and_originals(review: ReviewStudy, run: Run) -> None:
    assert run("review", cwd=review.project.directory).code == 2
    path = review.folder / "decisions.jsonl"
    path.write_text('{"note": "N1", "action": "reviewed"}')
    ran = run("review", "--apply", path, cwd=review.project.directory)
    assert ran.code == 2
    assert "Give the export again" in ran.err
    ran = run("review", "--apply", review.folder / "none", *given(review)[1:], cwd=review.folder)
    assert ran.code == 5, "no project here"
    ran = run(*given(review), "--apply", review.folder / "none", cwd=review.project.directory)
    assert ran.code == 3


def test_from_the_vault_no_export_is_needed_and_it_is_kept_in_step(
    review: ReviewStudy, run: Run
) -> None:
    from notecode.anonymising.vault import Passphrase
    from notecode.project.anonymising.study import anonymise
    from notecode.project.anonymising.vault import finish_vault, make_vault, open_project_vault
    from notecode.project.reading import read_sources
    from notecode.project.reviewing.start import open_review

    secret = Passphrase("a long enough passphrase")
    project = make_vault(review.project, secret)
    with open_project_vault(project, secret, writing=True) as vault, project.database() as db:
        finish_vault(vault, db, read_sources(project, review.inputs))
    wish = review.wish("N1", "lodger", "mask", type="PERSON")
    with open_project_vault(project, secret, writing=True) as vault:
        open_review(project, None, vault, name="ann").decide([wish])
    assert "The [PERSON_2] pillowed" in review.text("N1")
    with open_project_vault(project, secret) as vault:
        replaced = vault.read_case("C1").replaced["N1"]
    assert ("PERSON", "lodger") in [tuple(passage) for passage in replaced.passages]
    assert replaced.digest == review.note("N1").digest
    assert review.words_on_disk("lodger") == []
    with open_project_vault(project, secret, writing=True) as vault:
        again = anonymise(project, review.inputs, lambda *_: None, vault=vault, jobs=1)
    assert (again.changed, again.uncompared, again.cases) == (0, 0, 0), "the same notes"
