"""The study that the tests of reviewing share."""

from pathlib import Path

import pytest

from review_study import ReviewStudy


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReviewStudy:
    """An anonymised case that nobody has reviewed yet."""
    study = ReviewStudy(tmp_path, monkeypatch)
    study.anonymise()
    return study
