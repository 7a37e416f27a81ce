"""Ids sort in the order they were made, also within a millisecond and when the clock goes back."""

import time

import pytest

from notecode.coding.identifiers import new_id


def test_ids_sort_as_they_were_made() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(set(made))


def test_a_clock_set_back_keeps_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 1_500_000_000_000_000_000)
    after = [new_id() for _ in range(3)]
    assert [before, *after] == sorted({before, *after})
    assert {len(id_) for id_ in after} == {26}
