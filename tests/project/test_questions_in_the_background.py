"""Questions that are given up before or while they are asked."""

from notecode.project.coding import lookup
from notecode.project.coding.lookup import Lookup


def test_a_question_given_up_before_it_has_a_connection_is_not_asked(session, monkeypatch):
    asked = Lookup(session)
    opened = lookup.open_database

    def slow_to_open(path, *, patience):
        asked.give_up()
        return opened(path, patience=patience)

    monkeypatch.setattr(lookup, "open_database", slow_to_open)
    begun: list[str] = []

    def question(db, coder):
        begun.append(coder)
        yield coder

    asked.ask(question, begun.append)
    assert not begun


def test_a_question_given_up_while_it_is_asked_says_nothing(session):
    asked = Lookup(session)
    taken: list[int] = []

    def question(db, coder):
        yield 1
        asked.give_up()
        yield 2

    asked.ask(question, taken.append)
    assert taken == [1]
