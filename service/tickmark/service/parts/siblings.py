"""The figures that stand beside one in a table, and how several of them are said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tickmark.index.checking.sameness import DIVIDING, JOINING, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.service.fitting import Decision
from tickmark.service.wording import amount, period_words

__all__ = ["across_listed", "column_of", "fullest_row", "listed", "parts_of", "row_of", "siblings", "without_total"]

_PAIR: Final = 2
_TOTAL: Final = re.compile(r"\btotals?\b|合[计計]|总[计额]|總[計額]", re.IGNORECASE)


def row_of(searcher: Searcher, result: SearchResult, one: FigureCandidate) -> list[FigureCandidate]:
    """All figures of a candidate's row, in the order of its columns."""
    known = {c.figure.id: c for c in result.figures}
    found = searcher.figures(list(one.row.figure_ids))
    return [known.get(f.id, FigureCandidate(f, one.row, one.filing, one.features, one.score)) for f in found]


def fullest_row(fitting: Sequence[FigureCandidate], one: FigureCandidate) -> FigureCandidate:
    """One, or the cell of another row of that name, of which more of the question is said: of another meeting, say.

    The cells of a row rank by what each of them says; which row is asked for, their best tells.
    """
    return max((c for c in fitting if c.figure.label_path == one.figure.label_path), key=lambda c: c.features.cover)


def siblings(searcher: Searcher, result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
    """The figures under the same outer labels of the same column, in the order of the table."""
    figure = best.figure
    rows = {
        i: row for row in searcher.rows_of(best.row.filing_id) if row.table == best.row.table for i in row.figure_ids
    }
    known = {c.figure.id: c for c in result.figures}
    members = []
    for other in searcher.figures(list(rows)):
        same_group = other.label_path[:-1] == figure.label_path[:-1] and other.column_path == figure.column_path
        if same_group and other.unit == figure.unit:
            made = FigureCandidate(other, rows[other.id], best.filing, best.features, best.score)
            members.append(known.get(other.id, made))
    return members


def column_of(searcher: Searcher, one: FigureCandidate) -> list[FigureCandidate]:
    """All figures of a candidate's column in its table and of its unit, each with the candidate's own features."""
    rows = {i: row for row in searcher.rows_of(one.row.filing_id) if row.table == one.row.table for i in row.figure_ids}
    return [
        FigureCandidate(other, rows[other.id], one.filing, one.features, one.score)
        for other in searcher.figures(list(rows))
        if other.column_path == one.figure.column_path and unit_key(other) == unit_key(one.figure)
    ]


def without_total(members: list[FigureCandidate]) -> list[FigureCandidate]:
    """The members less the one that is the sum of the others: it is what was divided, not a part.

    A total stands first or last, or says that it is one: two parts of a whole may come to a third by chance.
    """
    values = [m.figure.value for m in members]
    summed = sum((v for v in values if v is not None), Decimal(0))
    totals = [i for i, v in enumerate(values) if v is not None and v != 0 and summed - v == v]
    if len(totals) != 1 or len(members) <= _PAIR:
        return members
    named = _TOTAL.search(" ".join(members[totals[0]].figure.label_path[-1:])) is not None
    if named or totals[0] in {0, len(members) - 1}:
        return [m for i, m in enumerate(members) if i != totals[0]]
    return members


def parts_of(searcher: Searcher, result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
    """The parts in a figure's group: no total, and no row that only follows it in the table.

    Where a whole that is named like the group stands above it, and the first rows of the group come to it exactly, what
    follows them is of another thing ("New employees" under "Employees by grade").
    """
    members = without_total(siblings(searcher, result, best))
    start = members[0].figure.span.chars[0] if members else 0
    named = _told(best.figure.label_path[-2:-1])
    above = (c.figure for c in column_of(searcher, best) if c.figure.span.chars[0] < start)
    wholes = {f.value for f in above if f.value and f.label_path and _told(f.label_path[-1:]) & named}
    total = Decimal(0)
    for count, value in enumerate((m.figure.value for m in members), 1):
        total += value or 0
        if count >= _PAIR and total in wholes:
            return members[:count]
    return members


def _told(labels: Sequence[str]) -> frozenset[str]:
    """What labels say, without what only joins or divides."""
    return frozenset(terms(" ".join(labels))) - JOINING - DIVIDING


def across_listed(whole: FigureCandidate, members: Sequence[FigureCandidate]) -> Decision:
    """The cells of one row, each by what its column is headed with alone."""
    level = next((i for i in range(9) if len({m.figure.column_path[i : i + 1] for m in members}) > 1), -1)
    parts = [f"{m.figure.column_path[level]}: {amount(m.figure)}" for m in members if m.figure.column_path[level:]]
    when = period_words(whole.figure.period)
    head = " > ".join(whole.figure.label_path)
    return Decision("answered", f"{head}{' ' + when if when else ''}: " + "; ".join(parts) + ".", figures=list(members))


def listed(best: FigureCandidate, members: Sequence[FigureCandidate], of: str = "") -> Decision | None:
    """The cells of one column, each by its row's label; None for fewer than two."""
    if len(members) < 2:
        return None
    if all(m.figure.status == "not_disclosed" for m in members):
        printed = members[0].figure.printed
        named = best.figure.label_path[-2] if len(best.figure.label_path) > 1 else "this table"
        text = f"Not disclosed: the filing prints {printed!r} for every part of {named}."
        return Decision("not_disclosed", text, "The filing prints no values for these rows.", list(members))
    parts = [f"{m.figure.label_path[-1]}: {amount(m.figure)}" for m in members if m.figure.label_path]
    head = " > ".join(best.figure.label_path[:-1]) or of or " ".join(best.figure.section[-1:]) or "Breakdown"
    when = period_words(best.figure.period)
    return Decision("answered", f"{head}{' ' + when if when else ''}: " + "; ".join(parts) + ".", figures=list(members))
