"""What can be said: answered, not disclosed, conflicting, or not found, and with which figures.

The order of thought is that of a careful reader: is the company here? is the metric? in that period? in that unit? and
does the filing say the same thing wherever it says it?
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, PassageCandidate, Searcher, SearchResult
from tickmark.index.terms import is_concept, terms
from tickmark.ingest.model import Figure, Period
from tickmark.service.model import AnswerStatus, Calculation
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["Decision", "Thresholds", "decide", "same_value"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a candidate is what was asked for. ``cover`` for figures, with ``dense`` where words differ."""

    cover: float = 0.62
    cover_with_dense: float = 0.42
    dense: float = 0.56
    passage_cover: float = 0.5
    period: float = 0.55
    unit: float = -0.75


@dataclass(slots=True)
class Decision:
    """The verdict and what it rests on. ``operands`` asks for a calculation; ``support`` are further places."""

    status: AnswerStatus
    text: str = ""
    reason: str | None = None
    figures: list[FigureCandidate] = field(default_factory=list)
    support: list[FigureCandidate] = field(default_factory=list)
    passages: list[PassageCandidate] = field(default_factory=list)
    conflicts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    operands: list[FigureCandidate] = field(default_factory=list)
    calculation: Calculation | None = None


LIMITS = Thresholds()


def _metric_fits(candidate: FigureCandidate) -> bool:
    """Whether the candidate measures what was asked for, periods and units aside."""
    features = candidate.features
    if features.cover >= LIMITS.cover:
        return True
    return features.cover >= LIMITS.cover_with_dense and features.dense >= LIMITS.dense


def _fits(candidate: FigureCandidate) -> bool:
    features = candidate.features
    return _metric_fits(candidate) and features.period >= LIMITS.period and features.unit > LIMITS.unit


def same_value(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same, within the rounding of the coarser one."""
    if a.low is not None or b.low is not None:
        return (a.low, a.high, a.scale) == (b.low, b.high, b.scale)
    if a.value is None or b.value is None:
        return a.status == b.status
    return abs(a.value - b.value) <= max(_half_unit(a), _half_unit(b))


def _half_unit(figure: Figure) -> Decimal:
    """Half a unit of the last printed digit; more for qualified figures, which say that they are not exact."""
    exponent = figure.number.as_tuple().exponent if figure.number is not None else 0
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * figure.scale
    return step * (5 if figure.qualifiers else 1) / 2


def _key(figure: Figure) -> tuple[frozenset[str], str | None, str | None, str | None]:
    """What must agree for two figures to be the same metric: the words of the label, the period's end, the unit."""
    drop = {"total", "number", "of", "the", "amount", "by", "annual", "reach", "compani", "in", "and", "overal"}
    label = frozenset(terms(" ".join(figure.label_path[-1:]))) - drop
    unit = (figure.unit or "").lower().rstrip("s")
    return label, figure.period.end if figure.period else None, unit, figure.currency


def _conflicts(best: FigureCandidate, candidates: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """Other figures that claim to be the same metric for the same period, of the same issuer, and differ."""
    if best.figure.status != "value":
        return []
    label, end, unit, currency = _key(best.figure)
    found = []
    for other in candidates:
        figure = other.figure
        if figure.id == best.figure.id or figure.status != "value" or other.filing.issuer != best.filing.issuer:
            continue
        other_label, other_end, other_unit, other_currency = _key(figure)
        if (other_unit, other_currency) != (unit, currency) or (
            figure.column_path[-1:] != best.figure.column_path[-1:] and not (end and other_end)
        ):
            continue
        if end != other_end and not (other_end is None and other.filing.period and other.filing.period.end == end):
            continue
        if figure.period and best.figure.period and figure.period.start != best.figure.period.start:
            continue
        alike = other_label == label or (
            len(label & other_label) >= 2
            and len(label ^ other_label) <= 1
            and other.features.cover >= best.features.cover - 0.02
        )
        if alike and _fits(other) and not same_value(best.figure, figure) and figure.origin != "prose":
            found.append(other)
    return found


def _name_reason(question: Question, result: SearchResult) -> str | None:
    """When words of the question name nothing in the index, it asks for somebody or something that is not here."""
    if not result.filings:
        return (
            "No filing here passes the filters."
            if not question.issuers
            else f"No filing here by {question.issuers[0]} passes the filters."
        )
    if question.strangers:
        named = ", ".join(repr(s) for s in question.strangers)
        return f"Nothing in these filings mentions {named}."
    return None


def _period_list(candidates: Sequence[FigureCandidate]) -> str:
    ends: dict[str, Period] = {}
    for candidate in candidates:
        if candidate.figure.period and candidate.figure.period.end:
            ends.setdefault(period_words(candidate.figure.period), candidate.figure.period)
    ordered = sorted(ends, key=lambda w: ends[w].end or "")
    return ", ".join(w.removeprefix("in ").removeprefix("at ") for w in ordered[:6])


def _not_found(result: SearchResult) -> Decision:
    """Says which part failed: the issuer, the period, the unit, or the metric."""
    question = result.question
    reason = _name_reason(question, result)
    metric = [c for c in result.figures[:60] if _metric_fits(c)]
    if reason is None and metric and question.periods:
        same = [c for c in metric if c.row.id == metric[0].row.id] or metric[:1]
        asked = " or ".join(dict.fromkeys(p.text.strip() for p in question.spans))
        label = label_of(metric[0].figure)
        known = _period_list(same) or "other periods"
        if all(c.features.period < LIMITS.period for c in metric):
            reason = f"{label} is given here for {known}, not for {asked}."
        else:
            reason = f"{label} is given here for {asked} only in another unit than the one asked for."
    elif reason is None and metric:
        reason = f"{label_of(metric[0].figure)} is given here only in another unit than the one asked for."
    if reason is None:
        what = question.rest or question.text
        reason = f"No figure or passage here is about {what!r}."
    return Decision("not_found", f"Not found in these filings. {reason}", reason)


def _sentence(candidate: FigureCandidate) -> str:
    figure = candidate.figure
    when = period_words(figure.period)
    where = f" ({candidate.filing.issuer})" if candidate.filing.issuer else ""
    return f"{label_of(figure)}: {amount(figure)}{' ' + when if when else ''}{where}."


def _one_figure(result: SearchResult) -> Decision | None:
    fitting = [c for c in result.figures[:80] if _fits(c)]
    if not fitting:
        return None
    best = fitting[0]
    figure = best.figure
    if figure.status == "not_disclosed":
        when = period_words(figure.period)
        text = (
            f"Not disclosed: the filing prints {figure.printed!r} for {label_of(figure)}{' ' + when if when else ''}."
        )
        return Decision("not_disclosed", text, f"The filing prints {figure.printed!r} in this cell.", [best])
    if figure.status == "nil":
        text = (
            f"{label_of(figure)}: nil (the filing prints {figure.printed!r}) {period_words(figure.period)}".strip()
            + "."
        )
        return Decision("answered", text, figures=[best])
    differing = _conflicts(best, result.figures[:80])
    if differing:
        shown = [best, *_distinct(differing)]
        values = " and ".join(f"{amount(c.figure)} (line {c.figure.span.lines[0]} of {c.filing.source})" for c in shown)
        text = f"{label_of(figure)} {period_words(figure.period)}: the filings give {values}."
        ids = {c.figure.id for c in shown}
        conflicts = {c.figure.id: tuple(sorted(ids - {c.figure.id})) for c in shown}
        reason = "The same metric is printed with different values."
        return Decision("conflicting", re.sub(r"\s+", " ", text), reason, shown, conflicts=conflicts)
    agreeing = [
        c
        for c in fitting[1:12]
        if same_value(best.figure, c.figure) and c.figure.value == figure.value and c.figure.period == figure.period
    ]
    return Decision("answered", _sentence(best), figures=[best], support=agreeing)


def _distinct(candidates: list[FigureCandidate]) -> list[FigureCandidate]:
    kept: list[FigureCandidate] = []
    for candidate in candidates:
        if not any(same_value(candidate.figure, k.figure) for k in kept):
            kept.append(candidate)
    return kept[:4]


def _row_members(searcher: Searcher, result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
    """All figures of the best row and of rows that say the same of other periods, one a period, oldest first."""
    label, _, unit, currency = _key(best.figure)
    members: dict[tuple[str | None, str | None], FigureCandidate] = {}
    pool = [c for c in result.figures if c.row.id == best.row.id]
    pool += [
        c
        for c in result.figures
        if c.row.id != best.row.id
        and c.filing.issuer == best.filing.issuer
        and _metric_fits(c)
        and _key(c.figure)[0] == label
        and _key(c.figure)[2:] == (unit, currency)
    ]
    for candidate in pool:
        period = candidate.figure.period
        if period is None or period.kind != (best.figure.period.kind if best.figure.period else period.kind):
            continue
        if (candidate.figure.unit, candidate.figure.currency) != (best.figure.unit, best.figure.currency):
            continue
        if best.figure.period and _length(period) != _length(best.figure.period):
            continue
        members.setdefault((period.start, period.end), candidate)
    return sorted(
        members.values(), key=lambda c: c.figure.period.end if c.figure.period and c.figure.period.end else ""
    )


def _length(period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    return (int(period.end[:4]) - int(period.start[:4])) * 12 + int(period.end[5:7]) - int(period.start[5:7]) + 1


def _series(searcher: Searcher, result: SearchResult) -> Decision | None:
    question = result.question
    fitting = [c for c in result.figures[:80] if _metric_fits(c) and c.features.unit > LIMITS.unit]
    if not fitting:
        return None
    tables = [c for c in fitting if c.figure.origin == "cell" and len(c.row.figure_ids) > 1]
    best = tables[0] if tables and tables[0].score >= fitting[0].score - 0.12 else fitting[0]
    members = _row_members(searcher, result, best)
    if question.periods:
        wanted = {p.end for p in question.spans}
        members = [m for m in members if m.figure.period and m.figure.period.end in wanted] or members
    if not members:
        return _one_figure(result)
    parts = [f"{period_words(m.figure.period).removeprefix('in ')}: {amount(m.figure)}" for m in members]
    where = f" ({best.filing.issuer})" if best.filing.issuer else ""
    return Decision("answered", f"{label_of(best.figure)}{where}: " + "; ".join(parts) + ".", figures=members)


def _breakdown(searcher: Searcher, result: SearchResult) -> Decision | None:
    """All rows of the group that fits best: its members are the rows under the same outer label of the same table."""
    question = result.question
    best: FigureCandidate | None = None
    best_score = 0.0
    asked = {a.term for a in question.asked}
    for candidate in result.figures[:120]:
        path = candidate.figure.label_path
        if len(path) < 2 or candidate.figure.cell is None or candidate.features.period < LIMITS.period:
            continue
        group = set(terms(path[-2])) | set(terms(" ".join(candidate.figure.section[-1:])))
        inside = set(terms(path[-2]))
        share = len(asked & group) + 0.5 * len(asked & inside) - 0.15 * len(inside - asked)
        score = share + candidate.score
        if asked & inside and score > best_score:
            best, best_score = candidate, score
    if best is None:
        return _breakdown_by_prefix(searcher, result)
    members = _siblings(searcher, result, best)
    return _listed(best, members)


def _siblings(searcher: Searcher, result: SearchResult, best: FigureCandidate) -> list[FigureCandidate]:
    figure = best.figure
    ids = [i for row in searcher.rows_of(best.row.filing_id) if row.table == best.row.table for i in row.figure_ids]
    known = {c.figure.id: c for c in result.figures}
    members = []
    for other in searcher.figures(ids):
        if (
            other.label_path[:-1] == figure.label_path[:-1]
            and other.column_path == figure.column_path
            and other.unit == figure.unit
        ):
            candidate = known.get(other.id)
            members.append(candidate or FigureCandidate(other, best.row, best.filing, best.features, best.score))
    return members


def _breakdown_by_prefix(searcher: Searcher, result: SearchResult) -> Decision | None:
    """A small table that is a breakdown as a whole ("Type | Unit | 2023")."""
    fitting = [c for c in result.figures[:40] if _fits(c) and c.figure.cell is not None]
    if not fitting:
        return None
    best = fitting[0]
    members = [m for m in _siblings(searcher, result, best)]
    return _listed(best, members) if 2 <= len(members) <= 15 else None


def _listed(best: FigureCandidate, members: list[FigureCandidate]) -> Decision | None:
    if len(members) < 2:
        return None
    if all(m.figure.status == "not_disclosed" for m in members):
        text = f"Not disclosed: the filing prints {members[0].figure.printed!r} for {label_of(best.figure)}."
        return Decision("not_disclosed", text, "The filing prints no values for these rows.", members)
    parts = [f"{m.figure.label_path[-1]}: {amount(m.figure)}" for m in members]
    head = " > ".join(best.figure.label_path[:-1]) or "Breakdown"
    when = period_words(best.figure.period)
    return Decision("answered", f"{head}{' ' + when if when else ''}: " + "; ".join(parts) + ".", figures=members)


_SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|\n")


def _fact(result: SearchResult) -> Decision | None:
    """The passage that answers, and its best sentence as the text."""
    question = result.question
    asked = {a.term: a.weight for a in question.asked}
    good = [p for p in result.passages if p.cover >= LIMITS.passage_cover]
    if not good or not asked or any(p in question.strangers for p in asked):
        return None
    best = good[0]
    pieces = [s for s in _SENTENCE.split(best.passage.text) if len(s) > 20] or [best.passage.text]
    sentence = max(pieces, key=lambda s: sum(asked.get(t, 0.0) for t in set(terms(s))))
    return Decision("answered", sentence.strip()[:600], passages=good[:3])


def decide(searcher: Searcher, result: SearchResult) -> Decision:
    """The decision for a search result."""
    question = result.question
    if not result.filings or not question.asked:
        return _not_found(result)
    stranger = any(not is_concept(s) for s in question.strangers)
    made: Decision | None = None
    if question.intent == "fact":
        made = _fact(result)
    elif question.intent == "series":
        made = _series(searcher, result)
    elif question.intent == "breakdown":
        made = _breakdown(searcher, result) or _one_figure(result)
    elif question.intent == "calculation":
        made = _calculation(searcher, result) or _one_figure(result)
    elif question.intent == "yes_no":
        made = _one_figure(result) or _fact(result)
    else:
        made = _one_figure(result)
    if made is None or (stranger and made.figures and made.figures[0].features.cover < 0.8):
        return _not_found(result)
    return made


def _calculation(searcher: Searcher, result: SearchResult) -> Decision | None:
    """A change that the filing prints itself, or the operands from which it is computed."""
    question = result.question
    direct = [c for c in result.figures[:40] if _fits(c)]
    years = sorted({p.end or "" for p in question.spans})
    if question.change and direct and len(years) < 2:
        best = direct[0]
        if best.features.change > 0 and best.features.cover >= LIMITS.cover:
            return _one_figure(result)
    metric = [
        c
        for c in result.figures[:80]
        if (_metric_fits(c) and c.features.change == -0.2) or (_metric_fits(c) and not question.change)
    ]
    metric = [c for c in metric if c.figure.value is not None]
    if not metric:
        return None
    if question.change or len(years) >= 2:
        best = metric[0]
        members = {m.figure.period.end: m for m in _row_members(searcher, result, best) if m.figure.period}
        ends = [y for y in years if y in members]
        if len(ends) >= 2:
            return Decision("answered", figures=[], operands=[members[ends[0]], members[ends[-1]]])
        if len(ends) == 1:
            earlier = [e for e in sorted(m for m in members if m) if e < ends[0]]
            if earlier:
                return Decision("answered", operands=[members[earlier[-1]], members[ends[0]]])
    return None
