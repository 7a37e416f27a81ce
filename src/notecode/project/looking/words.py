"""How often words stand in the notes, or in what of them is coded."""

from dataclasses import replace
from functools import partial

from notecode.analysing.report import Base, Cell, Column, Report, draw_table
from notecode.analysing.words import WordFrequencies, stop_words, word_frequencies
from notecode.project.looking.scope import Asked, Look, look
from notecode.project.project import Project
from notecode.store.word_texts import coded_texts, note_texts


def words(
    project: Project,
    asked: Asked,
    *,
    limit: int = 0,
    every_word: bool = False,
    tags: bool = False,
) -> Report:
    """The commonest words; of coded passages alone where codes, agencies or a coder are asked for.

    ``every_word``: stop words too. ``tags``: the tags that stand for people and places instead.

    Raises:
        UsageError: if what is asked names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    of_references = asked.of_references
    with look(project, replace(asked, anybody=not of_references), references=of_references) as here:
        texts = (coded_texts if of_references else note_texts)(here.db, here.places)
        settings = project.settings
        stop = stop_words(settings.stop_words, settings.keep_words)
        counted = word_frequencies(texts, stop=() if every_word else stop, limit=limit, tags=tags)
        return _report(here, counted, of_references=of_references, every_word=every_word, tags=tags)


def _report(
    here: Look, found: WordFrequencies, *, of_references: bool, every_word: bool, tags: bool
) -> Report:
    base = here.base if of_references else here.notes_base
    total = found.tags if tags else found.words
    unit = "kind of tag" if tags else "word"
    thing = "kind" if tags else "different word"
    of = f"{total:,} {'tags' if tags else 'words'}"
    columns = _columns(unit, of, base)
    rows: list[tuple[Cell, ...]] = [
        (count.word, count.times, count.times / total, total, count.notes, count.cases)
        for count in found.counts
    ]
    where = "coded passages" if of_references else "the notes"
    return Report(
        name="tags" if tags else "words",
        title=f"{'Tags' if tags else 'Words'} in {where}, the most frequent first",
        row_is=f"one {unit}",
        unit=thing,
        columns=columns,
        rows=tuple(rows),
        shown=len(rows),
        total=found.distinct,
        base=base,
        definitions=_definitions(found, of_references=of_references, every_word=every_word or tags),
        nothing=f"no {unit} stands there",
        asked={
            **here.asked.fields,
            "tags": tags,
            "every_word": every_word,
            "coded_passages": of_references,
        },
        # The base of the shares stands in their heading.
        draw=partial(
            draw_table,
            [column for column in columns if column.name != "share_base"],
            [(*row[:3], *row[4:]) for row in rows],
        ),
    )


def _columns(unit: str, of: str, base: Base) -> tuple[Column, ...]:
    what = of.rsplit(maxsplit=1)[-1]
    return (
        Column("word", unit[0].upper() + unit[1:], "text", f"the {unit}, in small letters"),
        Column("times", "Times", "integer", "how often it stands there"),
        Column("share", f"Share\nof {of}", "share", f"of {of}, stop words among them"),
        Column("share_base", "Share of", "integer", f"how many {what} the share is of"),
        Column("notes", f"Notes\nof {base.notes:,}", "integer", "notes in which it stands"),
        Column("cases", f"Cases\nof {base.cases:,}", "integer", "cases of these notes"),
    )


def _definitions(
    found: WordFrequencies, *, of_references: bool, every_word: bool
) -> tuple[str, ...]:
    said = [
        f"Counted: {found.words:,} words. Apart from them stand {found.tags:,} tags such as "
        f"[OM_1], which --tags counts, and {found.numbers:,} numbers.",
        "A word is letters and digits with the apostrophes, hyphens and slashes inside it, in any "
        "letter case; forms of a word (call, called) are words of their own.",
    ]
    if not every_word:
        said.append(
            f"Left out: {found.stopped:,} of them, stop words that hold sentences together "
            "(--all-words counts them; [words] in notecode.toml adds and keeps words)."
        )
    if of_references:
        said.append("Text that lies in several of the coded passages is counted once.")
    return tuple(said)
