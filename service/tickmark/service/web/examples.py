"""Questions to start with, made from what is in the index and kept only when the index answers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tickmark.index.filters import Filters, issuer_key
from tickmark.index.library import Library
from tickmark.index.model import FilingSummary
from tickmark.ingest.errors import TickmarkError
from tickmark.ingest.model import Figure, FigureRow
from tickmark.service.answer import answer
from tickmark.service.web.figure import period_title

__all__ = ["Example", "examples"]

MOST = 6
FILINGS = 8
FIGURE, SERIES, HIDDEN = "A figure", "Over time", "What is not disclosed"
QUOTA = {FIGURE: 3, SERIES: 2, HIDDEN: 1}
ROWS = 40
# A label that reads well in a question: a few words of letters, no brackets, colons or other marks.
_LABEL = re.compile(r"[^\W\d_a-z][\w&'’ ,-]{3,44}")
_LEGAL = re.compile(
    r"(?i)(?:[\s,]+(?:co|company|corp|corporation|inc|incorporated|limited|ltd|llc|nv|plc|sa|ag|se)\b\.?)+$"
)
_VAGUE = re.compile(r"(?i)^(?:sub-?)?total$|^(?:others?|of which|including)\b")


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and what kind of answer it gets."""

    question: str
    kind: str


def examples(library: Library, filings: Sequence[FilingSummary], *, check: bool = True) -> list[Example]:
    """Questions about the filings, turn by turn from each; one kind after the other.

    Args:
        library: the index.
        filings: what it holds.
        check: ask each question first, and keep those that get the figure they were made from.
    """
    sources = [_from_filing(library, filing, check=check) for filing in _spread(filings)]
    made: dict[str, Example] = {}
    while sources and len(made) < MOST:
        for source in list(sources):
            kinds = Counter(each.kind for each in made.values())
            example = next((each for each in source if kinds[each.kind] < QUOTA[each.kind]), None)
            if example is None:
                sources.remove(source)
            elif len(made) < MOST:
                made.setdefault(example.question.casefold(), example)
    return sorted(made.values(), key=lambda each: list(QUOTA).index(each.kind))


def _spread(filings: Sequence[FilingSummary]) -> list[FilingSummary]:
    """Some filings, those of different companies and forms first, and those with most figures before others."""
    ranked = sorted(filings, key=lambda filing: -filing.figures)
    seen: set[tuple[str, str | None]] = set()
    companies: set[str] = set()
    keyed = []
    for filing in ranked:
        kind = (issuer_key(filing.issuer), filing.form)
        keyed.append(((kind[0] in companies, kind in seen), filing))
        seen.add(kind)
        companies.add(kind[0])
    return [filing for _, filing in sorted(keyed, key=lambda pair: pair[0])][:FILINGS]


def _from_filing(library: Library, filing: FilingSummary, *, check: bool) -> Iterator[Example]:
    """Questions that one filing answers: a figure, a series, and what is not disclosed, as far as it has them."""
    if not filing.figures:
        return
    rows = [row for row in islice(library.rows_of(filing.id), 400) if row.table is not None and _readable(row)][:ROWS]
    figures = {figure.id: figure for figure in library.figures([each for row in rows for each in row.figure_ids])}
    for row in rows:
        found = _of_row(filing, [figures[each] for each in row.figure_ids if each in figures])
        if found and (not check or _holds(library, filing, *found)):
            yield found[0]


def _readable(row: FigureRow) -> bool:
    label = row.label.rpartition(" > ")[2].strip()
    return bool(_LABEL.fullmatch(label)) and not _VAGUE.search(label) and 2 <= len(label.split()) <= 7


def _of_row(filing: FilingSummary, figures: Sequence[Figure]) -> tuple[Example, str] | None:
    """A question on a row, and the id of a figure that its answer must hold."""
    dated = [each for each in figures if each.label_path and _of_period_column(each)]
    years = [each for each in dated if period_title(each.period).isdigit()]
    hidden = next((each for each in dated if each.status == "not_disclosed"), None)
    valued = [each for each in dated if each.status == "value"]
    if hidden is not None:
        return _example(filing, hidden, _when(hidden), HIDDEN)
    if len(years) >= 3:
        ends = sorted(period_title(each.period) for each in years)
        return _example(filing, years[0], f"{ends[0]} to {ends[-1]}", SERIES)
    if valued:
        return _example(filing, valued[0], _when(valued[0]), FIGURE)
    return None


def _example(filing: FilingSummary, figure: Figure, when: str, kind: str) -> tuple[Example, str]:
    label = figure.label_path[-1].strip()
    company = _LEGAL.sub("", filing.issuer) or filing.title or filing.source
    return Example(f"{label}, {company}, {when}", kind), figure.id


def _of_period_column(figure: Figure) -> bool:
    """Whether the column is a period, so that the row alone names the metric."""
    period = figure.period
    return period is not None and period.end is not None and period.text in " ".join(figure.column_path)


def _when(figure: Figure) -> str:
    words = period_title(figure.period)
    return words[:1].lower() + words[1:]


def _holds(library: Library, filing: FilingSummary, example: Example, figure_id: str) -> bool:
    """Whether the index answers the question with the figure it was made from."""
    try:
        said = answer(library, example.question, k=1, filters=Filters())
    except TickmarkError:
        return False
    wanted = "not_disclosed" if example.kind == HIDDEN else "answered"
    return said.verdict.status == wanted and figure_id in said.verdict.figure_ids
