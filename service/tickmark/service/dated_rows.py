"""The row of a table that says itself of which day it is: "the pledge dated 19 March 2024", in a column of its own.

The figures of such a row have the period of their table, which is another day. Looked for only where nothing has the
day that was asked for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.ingest.figures.periods import find_periods
from tickmark.service.fitting import LIMITS, metric_fits

__all__ = ["of_dated_rows"]

_LOOKED_AT: Final = 40


def of_dated_rows(searcher: Searcher, result: SearchResult) -> SearchResult | None:
    """The result with the figures alone whose own row names the day asked for; None where there is none."""
    question = result.question
    days = {span.end for span in question.spans if span.kind == "instant"}
    if not days or len(question.spans) > 1:
        return None
    dated = [
        replace(c, features=replace(c.features, period=LIMITS.period))
        for c in result.figures[:_LOOKED_AT]
        if metric_fits(c) and c.features.unit > LIMITS.unit and days & _days_of(searcher, result, c)
    ]
    return replace(result, figures=dated) if dated else None


def _days_of(searcher: Searcher, result: SearchResult, candidate: FigureCandidate) -> set[str | None]:
    """The days that the other cells of a figure's row name."""
    cell = candidate.figure.cell
    table = searcher.library.table(candidate.filing.id, cell.table) if cell is not None else None
    if cell is None or table is None or cell.row >= len(table.grid):
        return set()
    calendar = result.question.calendar
    found = (m.period for text in table.grid[cell.row] for m in find_periods(text, calendar))
    return {period.end for period in found if period.kind == "instant"}
