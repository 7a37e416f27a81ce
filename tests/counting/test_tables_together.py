"""Tables counted together share what they have in common, and say what each says alone."""

from itertools import product

from notecode.model import CountSpec
from notecode.project.counting import Counting, count_in

LIMITS = (
    (),
    (("code", ("direct-work",)),),
    (("agency", ("police",)),),
    (("attribute:gender", ("male",)), ("site", ("",))),
)
BY = (("code",), ("agency",), ("code", "agency"), ("agency", "site"), ("site", "agency"))


def test_a_table_among_others_is_the_table_alone(study, book) -> None:
    specs = [
        CountSpec(by=by, coder=coder, roll_up=roll_up, only=only, measures=("words",))
        for roll_up, coder, only, by in product(
            ("own", "descendants", "spans"), ("", "ben"), LIMITS, BY
        )
    ]
    with study.database() as db, db.reading():
        together = Counting(db, book, specs, study.settings.attributes)
        for spec in specs:
            assert together.table(spec) == count_in(db, book, spec, study.settings.attributes), spec
