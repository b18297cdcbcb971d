"""Answers of several figures: a series over periods, a breakdown into parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.index.sameness import same_metric, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import terms
from tickmark.ingest.model import Period
from tickmark.service.fitting import LIMITS, Decision, fits, metric_fits
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["breakdown", "over_time", "series"]

_DIMENSION = re.compile(
    r"(?:\bby|\bper|split by|across)\s+([\w ]{3,30})|按(\S{1,6})|(\w+) (?:structure|distribution|profile"
    r"|mix|split|breakdown)",
    re.IGNORECASE,
)


def _months(period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    return (int(period.end[:4]) - int(period.start[:4])) * 12 + int(period.end[5:7]) - int(period.start[5:7]) + 1


def over_time(result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
    """The figures of the best row, and of rows that say the same of other periods: one a period, oldest first."""
    rest = [
        c
        for c in result.figures
        if c.row.id != best.row.id
        and c.filing.issuer == best.filing.issuer
        and metric_fits(c)
        and same_metric(best.figure, c.figure)
    ]
    members: dict[tuple[str | None, str | None], FigureCandidate] = {}
    ours = best.figure.period
    for candidate in [*(c for c in result.figures if c.row.id == best.row.id), *rest]:
        period = candidate.figure.period
        if period is None or unit_key(candidate.figure) != unit_key(best.figure):
            continue
        if ours is not None and (period.kind != ours.kind or _months(period) != _months(ours)):
            continue
        members.setdefault((period.start, period.end), candidate)
    return sorted(members.values(), key=lambda c: (c.figure.period and c.figure.period.end) or "")


def _asked_for(period: Period | None, spans: Sequence[Period]) -> bool:
    """Whether a period ends where one asked for does, or inside one that spans several years ("since 2021")."""
    if period is None or period.end is None:
        return False
    return any(
        period.end == span.end
        or (_months(span) > _months(period) and (span.start or "") <= period.end <= (span.end or ""))
        for span in spans
    )


def series(result: SearchResult) -> Decision | None:
    """A metric over the periods that the filings give; a table row with several periods beats a single figure."""
    question = result.question
    fitting = [c for c in result.figures[:80] if metric_fits(c) and c.features.unit > LIMITS.unit]
    if not fitting:
        return None
    tables = [c for c in fitting if c.figure.origin == "cell" and len(c.row.figure_ids) > 1]
    best = tables[0] if tables and tables[0].score >= fitting[0].score - 0.25 else fitting[0]
    members = over_time(result, best)
    if question.periods:
        members = [m for m in members if _asked_for(m.figure.period, question.spans_for(best.filing.period))]
    if not members:
        return None
    parts = [f"{period_words(m.figure.period).removeprefix('in ')}: {amount(m.figure)}" for m in members]
    where = f" ({best.filing.issuer})" if best.filing.issuer else ""
    return Decision("answered", f"{label_of(best.figure)}{where}: " + "; ".join(parts) + ".", figures=members)


def _dimension(text: str) -> frozenset[str]:
    found = _DIMENSION.search(text)
    return frozenset(terms(next(g for g in found.groups() if g))) if found else frozenset()


def _group_fit(candidate: FigureCandidate, asked: frozenset[str], dimension: frozenset[str]) -> float:
    """How well the group a figure stands in is the one to be broken down; 0 when it has nothing of the question."""
    path = candidate.figure.label_path
    if len(path) < 2 or candidate.figure.cell is None or candidate.features.period < LIMITS.period:
        return 0.0
    inside = frozenset(terms(path[-2]))
    around = inside | frozenset(terms(" ".join(candidate.figure.section[-1:])))
    if not asked & inside:
        return 0.0
    fit = len(asked & around) + 0.5 * len(asked & inside) - 0.15 * len(inside - asked)
    return fit + (2.0 if dimension & inside else 0.0) + candidate.score


def breakdown(searcher: Searcher, result: SearchResult) -> Decision | None:
    """All rows of the group that fits best: the rows under the same outer label of the same table and column."""
    question = result.question
    asked = frozenset(a.term for a in question.asked)
    dimension = _dimension(question.text)
    rated = [(_group_fit(c, asked, dimension), c) for c in result.figures[:120]]
    best_fit, best = max(rated, key=lambda r: r[0], default=(0.0, None))
    if best is not None and best_fit > 0:
        return _listed(best, _siblings(searcher, result, best))
    whole = next((c for c in result.figures[:40] if fits(c) and c.figure.cell is not None), None)
    if whole is None:
        return None
    members = _siblings(searcher, result, whole)
    return _listed(whole, members) if len(members) <= 15 else None


def _siblings(searcher: Searcher, result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
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


def _listed(best: FigureCandidate, members: list[FigureCandidate]) -> Decision | None:
    if len(members) < 2:
        return None
    if all(m.figure.status == "not_disclosed" for m in members):
        printed = members[0].figure.printed
        text = f"Not disclosed: the filing prints {printed!r} for every part of {best.figure.label_path[-2]}."
        return Decision("not_disclosed", text, "The filing prints no values for these rows.", members)
    parts = [f"{m.figure.label_path[-1]}: {amount(m.figure)}" for m in members if m.figure.label_path]
    head = " > ".join(best.figure.label_path[:-1]) or "Breakdown"
    when = period_words(best.figure.period)
    return Decision("answered", f"{head}{' ' + when if when else ''}: " + "; ".join(parts) + ".", figures=members)
