"""A metric over time: the figures of one row, and of rows that say the same of other periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from tickmark.index.asked.years import in_each_period
from tickmark.index.checking.sameness import COMMON, same_metric, unit_key
from tickmark.index.question import Question, fillers
from tickmark.index.search import FigureCandidate, SearchResult
from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import terms
from tickmark.ingest.model import Period
from tickmark.service.fitting import LIMITS, Decision, metric_fits
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["asked_count", "asked_for", "months_of", "of_year", "over_periods", "over_time", "series", "told_in_turn"]

_WEEK: Final = 8
_AS_GOOD: Final = 0.1  # how much less well a row may fit that gives more of the periods
_TELLING: Final = 3  # digits that make a number one of its kind in a filing
_WHEN: Final = re.compile(r"\b(?:which|what) (?:(?:fiscal|financial) )?(?:year|quarter)\b|哪一?[年季]", re.IGNORECASE)
_LEAST: Final = re.compile(r"\b(?:lowest|least|smallest|fewest|lower|smaller|fewer)\b|最[低少小]", re.IGNORECASE)


def months_of(period: Period) -> int:
    """How many months a period counts, the first and the last one included; 0 for a moment."""
    if period.start is None or period.end is None:
        return 0
    return (int(period.end[:4]) - int(period.start[:4])) * 12 + int(period.end[5:7]) - int(period.start[5:7]) + 1


def _alike(period: Period, ours: Period, *, one_row: bool) -> bool:
    """Whether two periods are of one length. In one row a year beside a day of the year before is that day's year."""
    if period.kind == ours.kind:
        return abs(months_of(period) - months_of(ours)) <= (1 if months_of(ours) > 11 else 0)
    whole = period if period.kind == "duration" else ours
    return one_row and 12 <= months_of(whole) <= 13 and (period.end or "")[4:] == (ours.end or "")[4:]


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
        if ours is not None and not _alike(period, ours, one_row=candidate.row.id == best.row.id):
            continue
        members.setdefault((period.start, period.end), candidate)
    return sorted(members.values(), key=lambda c: (c.figure.period and c.figure.period.end) or "")


def asked_for(members: Sequence[FigureCandidate], spans: Sequence[Period]) -> list[FigureCandidate]:
    """The members of the periods asked for.

    Those that end with one; else those inside one ("since 2021", "by quarter in 2023"); else, where fiscal years end in
    other months, those of the years named.
    """
    asked = len({span.end for span in spans})
    ending = [m for m in members if _ends_with(m.figure.period, spans)]
    if len({m.figure.period and m.figure.period.end for m in ending}) >= asked > 1:
        return ending
    inside = [m for m in members if m in ending or _inside(m.figure.period, spans)]
    return inside if len(inside) >= asked else of_year(members, spans) or inside


def _ends_with(period: Period | None, spans: Sequence[Period]) -> bool:
    return period is not None and any(period.end == span.end or _near(period, span) for span in spans)


def _inside(period: Period | None, spans: Sequence[Period]) -> bool:
    if period is None or period.end is None:
        return False
    return any(
        months_of(span) > months_of(period) and (span.start or "") <= period.end <= (span.end or "") for span in spans
    )


def _near(period: Period, span: Period) -> bool:
    """Whether a period ends within eight days of a quarter or year: those of whole weeks end on a weekday."""
    if period.end is None or span.end is None or months_of(span) < 3:
        return False
    return abs((date.fromisoformat(period.end) - date.fromisoformat(span.end)).days) <= _WEEK


def of_year(members: Sequence[FigureCandidate], spans: Sequence[Period]) -> list[FigureCandidate]:
    """The members of the years asked for, where fiscal years end in other months: one a year, or none at all."""
    years = {span.end[:4] for span in spans if span.end and months_of(span) == 12}
    ends = [(m.figure.period.end or "")[:4] if m.figure.period else "" for m in members]
    if len(years) != len({span.end for span in spans}) or any(ends.count(year) != 1 for year in years):
        return []
    return [m for m, end in zip(members, ends, strict=True) if end in years]


def asked_count(question: Question, filing: Period | None) -> int:
    """How many periods a question names one by one; 0 where it names a stretch of several years."""
    spans = question.spans_for(filing)
    if any(months_of(span) > 12 for span in spans):
        return 0
    return len({span.end for span in spans})


def over_periods(result: SearchResult) -> list[FigureCandidate]:
    """One metric over the periods asked for (all that are given, when none is), oldest first; empty when none fits.

    A table row with several periods beats a single figure.
    """
    fitting = [c for c in result.figures[:80] if metric_fits(c) and c.features.unit > LIMITS.unit]
    if not fitting:
        return []
    tables = [c for c in fitting if c.figure.origin == "cell" and len(c.row.figure_ids) > 1]
    best = tables[0] if tables and tables[0].score >= fitting[0].score - 0.25 else fitting[0]
    members = max((_of_periods(result, one) for one in _as_good(best, tables)), key=_given)
    if len(members) < 2 and best.figure.origin != "cell":
        printed = next((c for c in result.figures if _prints_the_same(c, best)), None)
        tabled = _of_periods(result, printed) if printed is not None else []
        members = max(members, tabled, key=len)
    return members


def _as_good(best: FigureCandidate, tables: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """The best, and the first cells of other rows of its table that fit as well: leavers, and their rate."""
    rows = {best.row.id: best}
    for one in tables:
        alike = one.row.table == best.row.table and one.filing.id == best.filing.id
        if alike and one.score >= best.score - _AS_GOOD and one.figure.label_path[-1:] == best.figure.label_path[-1:]:
            rows.setdefault(one.row.id, one)
    return list(rows.values())


def _given(members: Sequence[FigureCandidate]) -> int:
    """For how many periods a value is printed."""
    return sum(m.figure.value is not None for m in members)


def _of_periods(result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
    """What stands in the best figure's row, and in rows that say the same, for the periods asked for."""
    question, members = result.question, over_time(result, best)
    if question.periods:
        spans = question.spans_for(best.filing.period)
        asked = asked_for(members, spans)
        if len(asked) < 2 and len(spans) == 1 and in_each_period(question.text):
            # "all years in the 2023 report": the one year is that of the report
            asked = [m for m in members if _not_after(m.figure.period, spans[0])]
        return asked
    return members[-question.newest :] if question.newest else members


def _not_after(period: Period | None, span: Period) -> bool:
    return period is not None and (period.end or "") <= (span.end or "")


def _prints_the_same(cell: FigureCandidate, told: FigureCandidate) -> bool:
    """Whether a cell of a table over several periods prints the very number that a sentence tells, of the same thing.

    The sentence words it otherwise; one number of three digits or more, of one day and under one of its names, is one.
    """
    ours, theirs = told.figure, cell.figure
    if theirs.origin != "cell" or len(cell.row.figure_ids) < 2 or cell.filing.id != told.filing.id:
        return False
    if ours.value is None or theirs.value != ours.value or len(ours.value.normalize().as_tuple().digits) < _TELLING:
        return False
    ends = {f.period.end for f in (ours, theirs) if f.period is not None}
    shared = set(terms(label_of(ours))) & set(terms(label_of(theirs))) - COMMON - fillers()
    return len(ends) == 1 and bool(shared) and ours.currency == theirs.currency


def _the_most(question: Question, members: Sequence[FigureCandidate]) -> FigureCandidate | None:
    """The member that is highest, or lowest, where the question is when that was.

    Costs in brackets count as costs: the greatest of them is the highest.
    """
    values = [m.figure.value for m in members if m.figure.value is not None]
    if not _WHEN.search(question.text) or len(values) < max(2, len(members)):
        return None
    if all(value <= 0 for value in values) and glossary().outflows & set(terms(label_of(members[0].figure))):
        values = [-value for value in values]
    wanted = min(values) if _LEAST.search(question.text) else max(values)
    found = [m for m, value in zip(members, values, strict=True) if value == wanted]
    return found[0] if len(found) == 1 else None


def series(result: SearchResult) -> Decision | None:
    """A metric over the periods that the filings give."""
    members = over_periods(result)
    return told_in_turn(result, members) if members else None


def told_in_turn(result: SearchResult, members: Sequence[FigureCandidate]) -> Decision:
    """The figures of one metric as a series, one period after the other; the highest or lowest first, if asked for."""
    parts = [f"{period_words(m.figure.period).removeprefix('in ')}: {amount(m.figure)}" for m in members]
    named = members[0]
    where = f" ({named.filing.issuer})" if named.filing.issuer else ""
    if most := _the_most(result.question, members):
        word = "lowest" if _LEAST.search(result.question.text) else "highest"
        parts.insert(0, f"{word} {period_words(most.figure.period)}, {amount(most.figure)}")
        members = [most, *(m for m in members if m is not most)]
    return Decision("answered", f"{label_of(named.figure)}{where}: " + "; ".join(parts) + ".", figures=list(members))
