"""A project in a notebook: its counts as pandas DataFrames, with their base and definitions.

``notecode.Project`` is this module's; pandas is imported by its methods alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from notecode.analysing.cooccurrence import Nearness
from notecode.analysing.report import Report, report_to_json
from notecode.counting import definitions, table_to_json, title
from notecode.errors import SettingsError, UsageError
from notecode.model import CountSpec, CountTable, Dimension, Measure, RollUp, filters_of
from notecode.project import Project as StoredProject
from notecode.project import find_project
from notecode.project.counting import count_asked
from notecode.project.looking.cooccurrence import cooccurrence
from notecode.project.looking.outcomes import OutcomeSpec, outcomes_report
from notecode.project.looking.quotes import quotes
from notecode.project.looking.saturation import saturation
from notecode.project.looking.scope import Asked
from notecode.project.looking.words import words
from notecode.project.tables import make_tables

if TYPE_CHECKING:
    import pandas as pd

Filters = Mapping[Dimension, str | Iterable[str]] | Iterable[str]
"""Filters as a mapping of dimensions to keys, or as words such as "site=North"."""


class Limits(TypedDict, total=False):
    """The filters that have a name of their own: one key, or several of which any will do."""

    code: str | Iterable[str]
    agency: str | Iterable[str]
    site: str | Iterable[str]


class Project:
    """A project to read from. Make one with ``Project.open``.

    >>> import notecode
    >>> study = notecode.Project.open("my-study")
    >>> study
    Project('my-study')
    """

    def __init__(self, stored: StoredProject) -> None:
        """Wrap a project of the command line; use ``open`` instead."""
        self._stored = stored

    @classmethod
    def open(cls, directory: str | Path) -> "Project":
        """The project in a directory.

        Raises:
            ProjectError: if there is none.
            SettingsError: if its ``notecode.toml`` cannot be used.

        """
        return cls(find_project(Path(directory)))

    def __repr__(self) -> str:
        return f"Project({str(self._stored.directory)!r})"

    def counts(
        self,
        by: str | Sequence[Dimension] = ("code",),
        *,
        only: Filters = (),
        coder: str = "",
        roll_up: RollUp = "descendants",
        measures: Sequence[Measure] = (),
        resamples: int = 0,
        seed: int = 1,
        within_sites: bool = False,
        **limits: Unpack[Limits],
    ) -> "pd.DataFrame":
        """References, cases and notes by up to four dimensions: one row a combination, zeros too.

        ``by`` are dimensions as ``notecode counts --by`` takes them, ``only`` limits the count
        (``code=``, ``agency=``, ``site=`` too), ``coder`` says whose coding ("all" for all),
        ``measures`` may ask for "words", "characters" and "per_case" besides, ``resamples`` for
        95% bootstrap intervals, of cases drawn from all or ``within_sites``. The ``attrs`` of the
        frame hold title, base, definitions, coders and the codebook's digest. An undefined number
        is missing (NaN), never 0.

        >>> import notecode
        >>> study = notecode.Project.open("my-study")
        >>> agencies = study.counts(by=["agency"], only={"code": "information-sharing"})
        >>> agencies[["agency_label", "references", "cases"]].to_dict("records")[0]
        {'agency_label': 'Idva service', 'references': 6, 'cases': 4}
        >>> agencies.attrs["base"]["references"]
        12
        >>> study.counts(by="site", measures=["per_case"])["per_case_of_all_median"].tolist()
        [10.0, 10.5, 9.5]

        Raises:
            UsageError: if something is named that does not exist, or it is open whose coding is
                meant.
            ProjectError: if no notes are stored yet.

        """
        spec = CountSpec(
            by=(by,) if isinstance(by, str) else tuple(by),
            only=_filters(only, limits),
            coder=coder,
            roll_up=roll_up,
            measures=tuple(measures),
            resamples=resamples,
            seed=seed,
            within_sites=within_sites,
        )
        table, _, synthetic = count_asked(self._stored, spec)
        return frame_of(table, synthetic=synthetic)

    def tables(
        self, names: Sequence[str] = (), *, preset: str = "", coder: str = ""
    ) -> "dict[str, pd.DataFrame]":
        """The saved tables by name, or those of the preset "study", as ``counts`` gives them.

        >>> import notecode
        >>> study = notecode.Project.open("my-study")
        >>> tables = study.tables(preset="study")
        >>> tables["information-sharing"].attrs["title"]
        'Information sharing by agency'

        Raises:
            UsageError: if a name is unknown, or it is open whose coding is meant.
            SettingsError: if a saved query names what does not exist.
            ProjectError: if no notes are stored yet.

        """
        made = make_tables(self._stored, names, preset=preset, coder=coder)
        if made.problems:
            raise SettingsError("saved tables cannot be made", problems=made.problems)
        return {
            each.query.name: frame_of(each.table, synthetic=made.synthetic) for each in made.tables
        }

    def outcomes(
        self,
        names: Sequence[str] = (),
        *,
        codes: Sequence[str] = (),
        agencies: Sequence[str] = (),
        by: Sequence[str] = (),
        start: str = "",
        end: str = "",
        coder: str = "",
    ) -> "pd.DataFrame":
        """Change of assessments, and differences between groups: one row a figure.

        As ``notecode outcomes``: ``names`` are assessments, their stages ("abuse@closure") or
        attributes, none stands for every assessment with an order; ``codes``, ``agencies`` and
        ``by`` group the cases. ``attrs`` hold title, base and definitions.

        >>> import notecode
        >>> study = notecode.Project.open("my-study")
        >>> found = study.outcomes(["notes"], codes=["information-sharing"])
        >>> found.loc[found["measure"] == "known", "value"].tolist()
        [6.0, 0.0]

        Raises:
            UsageError: if something is named that does not exist, or cannot be compared.
            ProjectError: if no notes are stored yet.

        """
        spec = OutcomeSpec(
            names=tuple(names),
            codes=tuple(codes),
            agencies=tuple(agencies),
            by=tuple(by),
            start=start,
            end=end,
            coder=coder,
        )
        return report_frame(outcomes_report(self._stored, spec))

    def cooccurrence(
        self,
        within: Nearness = "overlap",
        *,
        days: int = 7,
        only: Filters = (),
        coder: str = "",
        **limits: Unpack[Limits],
    ) -> "pd.DataFrame":
        """Which codes stand together: one row a pair, as ``notecode cooccurrence`` has it.

        Raises:
            UsageError: if something is named that does not exist.

        """
        asked = Asked(coder=coder, only=_filters(only, limits))
        return report_frame(cooccurrence(self._stored, asked, within, days=days))

    def quotes(
        self,
        *,
        only: Filters = (),
        coder: str = "",
        context: int = 80,
        **limits: Unpack[Limits],
    ) -> "pd.DataFrame":
        """Coded passages with the words around them: one row a reference.

        Raises:
            UsageError: if something is named that does not exist.

        """
        asked = Asked(coder=coder, only=_filters(only, limits))
        return report_frame(quotes(self._stored, asked, context=context))

    def words(
        self,
        *,
        only: Filters = (),
        coder: str = "",
        **limits: Unpack[Limits],
    ) -> "pd.DataFrame":
        """Word frequencies, stop words left out: one row a word.

        Raises:
            UsageError: if something is named that does not exist.

        """
        return report_frame(words(self._stored, Asked(coder=coder, only=_filters(only, limits))))

    def saturation(
        self,
        *,
        only: Filters = (),
        coder: str = "",
        **limits: Unpack[Limits],
    ) -> "pd.DataFrame":
        """What was new in each case, in the order of coding: one row a case.

        Raises:
            UsageError: if something is named that does not exist.

        """
        return report_frame(
            saturation(self._stored, Asked(coder=coder, only=_filters(only, limits)))
        )


def report_frame(report: Report) -> "pd.DataFrame":
    """A report as a DataFrame; what stands around its rows is in ``attrs``."""
    import pandas as pd

    record = report_to_json(report)
    del record["rows"]
    names = [column.name for column in report.columns]
    frame = pd.DataFrame([dict(zip(names, row, strict=True)) for row in report.rows], columns=names)
    for column in report.columns:
        if column.kind == "text":
            continue
        # A word among numbers ("infinity") is no number of a frame.
        numbers = pd.to_numeric(frame[column.name], errors="coerce")
        whole = column.kind == "integer"
        frame[column.name] = numbers.astype("Int64") if whole else numbers.astype("float64")
    frame.attrs |= record
    return frame


def frame_of(table: CountTable, *, synthetic: bool = False) -> "pd.DataFrame":
    """A table as a DataFrame: one row a combination, what it is and is not in ``attrs``."""
    import pandas as pd

    record = table_to_json(table)
    rows = record["rows"]
    frame = pd.json_normalize(rows if isinstance(rows, list) else [], sep="_")
    for dimension in table.spec.by:
        if dimension == "month" and dimension in frame:
            frame[dimension] = pd.to_numeric(frame[dimension]).astype("Int64")
        elif dimension not in frame:
            frame[dimension] = pd.Series(dtype="str")
    # Plain values, so that a frame with them can be written wherever pandas writes.
    frame.attrs |= {
        "title": title(table),
        "base": record["base"],
        "definitions": list(definitions(table)),
        "spec": record["spec"],
        "coders": list(table.coders),
        "codebook": table.codebook_digest,
        "synthetic": synthetic,
    }
    return frame


def _filters(only: Filters, limits: Limits) -> tuple[tuple[Dimension, tuple[str, ...]], ...]:
    """What a count is limited to; what is named twice is limited to the keys of both.

    Raises:
        UsageError: if a word is no filter.

    """
    if isinstance(only, Mapping):
        found = {name: _keys(keys) for name, keys in only.items()}
    else:
        words: Any = [only] if isinstance(only, str) else only
        try:
            found = dict(filters_of(words))
        except ValueError as error:
            raise UsageError(
                f"{error.args[0]!r} is no filter", hint='for example only={"site": "North"}'
            ) from error
    given: Mapping[str, Any] = limits
    for name, keys in given.items():
        if name not in Limits.__annotations__:
            raise UsageError(
                f"there is no option {name!r}", hint=f'a filter is given as only={{"{name}": …}}'
            )
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), *_keys(keys))))
    return tuple(found.items())


def _keys(keys: str | Iterable[str]) -> tuple[str, ...]:
    return (keys,) if isinstance(keys, str) else tuple(map(str, keys))
