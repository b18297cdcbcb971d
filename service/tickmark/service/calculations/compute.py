"""Exact arithmetic over cited figures: change, growth and share, with the expression as a person would write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.statements.measures import OF_A_PART
from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import terms
from tickmark.index.words.unit_families import family
from tickmark.ingest.model import Figure, Period
from tickmark.service.calculations.operands import addable, another, of_any_measure, operand, takes_off, unit_of
from tickmark.service.fitting import LIMITS, Decision, fits, metric_fits
from tickmark.service.members import asked_for, over_time
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["change", "change_by_event", "changed", "in_percent_words", "is_total", "ratio", "spent"]

_PERCENT = re.compile(
    r"%|percent|per cent|\bpct\b|growth|grow|\brate\b|yoy|year[- ]on[- ]year|how fast|\bpace\b|同比|增长率|百分",
    re.IGNORECASE,
)
_GROWTH_RATE = re.compile(r"\b(?P<moved>growth|change|increase|decrease)\s+rate\b", re.IGNORECASE)
_PERCENT_WORDS = re.compile(
    r"%|\b(?:by what percentage|in percent|percentage|percent|per cent|pct)\b|百分之(?:[几幾]|多少)|百分比",
    re.IGNORECASE,
)
# said outright of how something moved: "the rate of decline", "pace of growth"
_RATE_OF_MOVE = re.compile(
    r"\b(?:rate|pace|speed)\s+of\s+(?:the\s+)?(?:declines?|decreases?|reductions?|drops?|falls?|growth|increases?|rises?"
    r"|changes?|improvements?|expansion|contraction)\b|\bat\s+what\s+(?:rate|pace)\s+(?:did|has|have|had)\b",
    re.IGNORECASE,
)
# what columns say of the state before an event, and of that after it ("upon the change", "closing", "年末")
_BEFORE = re.compile(r"\b(?:before|prior to|pre|opening|beginning)\b|[前初](?=[^前初]*$)", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|upon|following|post|closing|end)\b|[后後末](?=[^后後末]*$)", re.IGNORECASE)
# "headcount growth": a rate, though people are counted; "how many more" are so many
_GROWTH: Final = re.compile(r"^(?!.*\bhow\s+(?:many|much)\b).*\bgrowth\b", re.IGNORECASE | re.DOTALL)
# "growth rate" and "percentage change" say it outright; "the change of the tax rate" does not
_CHANGE_PERCENT = re.compile(
    r"(?:%|percent\w*|per cent|pct)\s+(?:change|increase|decrease|growth|rise|fall|decline)|growth rate"
    r"|(?:change|increase|decrease|grow\w*|rise|rose|fall|fell)\s+(?:by|in)\s+(?:what\s+)?"
    r"(?:%|per\s?cent(?!age points?))",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\bchanges? (?:in|of|between)\b|\bdifference\b|\bhow (?:much|many)\b", re.IGNORECASE)
# "增加了多少元": the amount is asked for, whatever the verb is mostly used with
_AMOUNT_ZH = re.compile(
    r"多少(?!个?百分|個?百分|倍)(?:[万萬亿億千百]*[元吨噸人名家个個项項股天件次升克]|小时|小時|平方|立方|港元|美元)"
)
_UNDIRECTED = re.compile(r"\b(?:difference|gap)\b|差额|差額|相差", re.IGNORECASE)
_DIRECTED = re.compile(r"\bfrom\b", re.IGNORECASE)
_TOTAL = re.compile(r"\btotal\b|\ball\b|合[计計]|总[计額额]|總[計額]", re.IGNORECASE)
_TOTALS = re.compile(r"(?:grand\s+)?totals?|合[计計]|总[计額额]|總[計額]", re.IGNORECASE)
_WHOLE = Decimal(100)
_HUNDREDTH = Decimal("0.01")
_NEAR = 0.15  # how much less well the level before an event may fit than what fits best


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def change(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The change of a metric between two periods: those asked for, or the one asked for and the one before it."""
    question = result.question
    if question.strong_percent:  # the change is wanted in percent, the metric need not be
        result = searcher.again(_GROWTH_RATE.sub(r"\g<moved>", _PERCENT_WORDS.sub(" ", question.text)), result)
    metric = [c for c in result.figures[:80] if metric_fits(c) and c.figure.value is not None]
    metric = [c for c in metric if -0.5 < c.features.change <= 0 and c.figure.period is not None]
    if family(question.unit or "") == "points":
        metric = [c for c in metric if c.figure.unit == "%"]  # only percentages differ by percentage points
    metric = [c for c in metric if c.features.unit > LIMITS.unit] or metric
    metric = [c for c in metric if not another(question.text, c.figure)]
    if any(span.kind == "instant" for span in question.spans):  # of a day: what flows in a year is another thing
        metric = [c for c in metric if c.figure.period is not None and c.figure.period.kind == "instant"]
    tables = [c for c in metric if c.figure.origin == "cell" and len(c.row.figure_ids) > 1]
    best = (tables or metric)[0] if metric else None
    if best is None or _ranges_before(result, best):
        return None
    members = [m for m in over_time(result, best) if m.figure.value is not None]
    pair = _first_and_last(members, question, best.filing.period)
    return changed(*pair, question) if pair is not None and addable(pair) else None


def _ranges_before(result: SearchResult, best: FigureCandidate) -> bool:
    """Whether what fits better than the best value is a range ("between 400 and 460"), which has no one change."""
    lead = next((c for c in result.figures[:80] if metric_fits(c)), best)
    return lead.figure.low is not None and lead.row.id != best.row.id and lead.score > best.score


def _first_and_last(
    members: list[FigureCandidate], question: Question, filing: Period | None
) -> tuple[FigureCandidate, FigureCandidate] | None:
    """The members of the first and last period asked for; with one asked for, it and the one before."""
    spans = sorted(question.spans_for(filing), key=lambda span: span.end or "")
    if len({span.end for span in spans}) > 1:
        ends = [asked_for(members, [span]) for span in (spans[0], spans[-1])]
        return (ends[0][-1], ends[1][-1]) if all(ends) and ends[0][-1] is not ends[1][-1] else None
    wanted = asked_for(members, spans) if spans else []
    last = wanted[-1] if wanted else (members[-1] if not question.periods and members else None)
    place = members.index(last) if last is not None else 0
    return (members[place - 1], members[place]) if place > 0 else None


def change_by_event(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The change over an event: of two cells of one row whose columns differ in "before" and "after".

    The row is the best one, or one that fits about as well. The day of the event may be named, but no second one.
    """
    question = result.question
    if len({p.end for p in question.spans}) > 1:
        return None
    if question.strong_percent:  # the change is wanted in percent, the metric need not be
        result = searcher.again(_GROWTH_RATE.sub(r"\g<moved>", _PERCENT_WORDS.sub(" ", question.text)), result)
    fitting = metric_fits if not question.periods else fits
    metric = [c for c in result.figures[:80] if fitting(c) and c.figure.value is not None]
    for first in metric:
        head = " ".join(first.figure.column_path)
        if found := _BEFORE.search(head):
            same = f"{head[: found.start()]}{head[found.end() :]}".lower()
            row = (c for c in metric if c.row.id == first.row.id)
            if last := next((c for c in row if _after(c) == same), None):
                return changed(first, last, question) if first.score >= metric[0].score - _NEAR else None
    return None


def _after(candidate: FigureCandidate) -> str | None:
    """What a column is headed with beside that it is of the state after an event; None where it does not say so."""
    head = " ".join(candidate.figure.column_path)
    found = _AFTER.search(head)
    return f"{head[: found.start()]}{head[found.end() :]}".lower() if found else None


def changed(first: FigureCandidate, last: FigureCandidate, question: Question) -> Decision | None:
    """The change of a metric between two of its values, in percent where the question wants that."""
    before, after = first.figure.value, last.figure.value
    if before is None or after is None:
        return None
    difference, unit = after - before, unit_of([first, last])
    # of two losses or costs in brackets the greater is the growth of it; from a loss to a profit things went up
    base = before if (before < 0) == (after < 0) else abs(before)
    share = _rounded(difference / base * 100) if base else None
    if share is not None and _in_percent(question, unit):
        result = share
        expression = f"({operand_words(after)} - {operand_words(before)}) / {operand_words(base)} x 100"
        unit, said = "%", f"{result}%"
    else:
        unit = "percentage points" if unit == "%" else unit
        result, expression = difference, f"{operand_words(after)} - {operand_words(before)}"
        if difference < 0 and _UNDIRECTED.search(question.text) and not _DIRECTED.search(question.text):
            result, expression = -difference, f"{operand_words(before)} - {operand_words(after)}"
        said = with_unit(difference, unit)
        if share is not None and unit != "percentage points":
            said += f" ({share}%)"
    text = (
        f"{label_of(last.figure)}: change of {said}, from {amount(first.figure)} {period_words(first.figure.period)} "
        f"to {amount(last.figure)} {period_words(last.figure.period)}."
    )
    return Decision(
        "answered", re.sub(r"\s+", " ", text), figures=[first, last], calculation=Calculation(expression, result, unit)
    )


def in_percent_words(text: str) -> bool:
    """Whether the words of a question allow for an answer in percent: "growth", "by what percentage"."""
    if _AMOUNT_ZH.search(text):
        return False
    return _PERCENT.search(text) is not None or not _AMOUNT.search(text)


def _in_percent(question: Question, unit: str | None) -> bool:
    """Whether a change is wanted as a share of what was before: of a rate it is not, unless that is said outright."""
    named = question.unit is not None or question.currency or (question.count and not _GROWTH.search(question.text))
    if unit != "%" and _RATE_OF_MOVE.search(question.text):
        return True
    if named and not question.strong_percent:  # "by how many hours", "in RMB"
        return False
    if _AMOUNT_ZH.search(question.text):
        return False
    if unit == "%":
        return _CHANGE_PERCENT.search(question.text) is not None
    return _PERCENT.search(question.text) is not None


def _defined(question: Question) -> Iterator[tuple[str, str]]:
    """Parts and wholes of the derived metrics that a question names ("net margin"), by the glossary's definition."""
    if takes_off(question.rest) or OF_A_PART.search(question.rest):
        return  # an adjusted margin, or that of a segment: its parts are not the lines of the definition
    names = glossary().words
    for term in (want.term for want in question.asked if want.term in glossary().ratios):
        part, whole = glossary().ratios[term]
        yield names[part.upper()][0], names[whole.upper()][0]


def _belong_together(part: Figure, whole: Figure, asked: str) -> bool:
    """Two cells of one table are a part and its whole only within one row or one column.

    Within one row the column of the whole has to be what was ``asked`` for, or a total: "Men" is no whole of "Women".
    """
    if part.cell is None or whole.cell is None or part.cell.table != whole.cell.table:
        return True
    if part.cell.row != whole.cell.row:
        # rows of one table may print the same column at different places
        same_column = bool(part.column_path) and part.column_path == whole.column_path
        return same_column or part.cell.column == whole.cell.column
    head = " ".join(whole.column_path[-1:])
    return _TOTAL.search(head) is not None or set(terms(head)) <= set(terms(asked))


def is_total(figure: Figure) -> bool:
    """Whether a cell stands in the row of a total: one that is called so, or that has no label at all."""
    label = " ".join(figure.label_path[-1:]).strip(" :")
    return not label or _TOTALS.fullmatch(label) is not None


def _one_name(part: Figure, whole: Figure) -> bool:
    """Whether two cells are the same line of two tables: none is a part of the other."""
    names = [" ".join(figure.label_path[-1:]).lower() for figure in (part, whole)]
    return part.value == whole.value and names[0] == names[1]


def spent(candidate: FigureCandidate) -> Decimal | None:
    """The amount as an operand: what is spent counts as such, also where brackets print that it is taken off."""
    value = candidate.figure.value
    if value is not None and value < 0 and glossary().outflows & set(terms(label_of(candidate.figure))):
        return -value
    return value


def ratio(searcher: Searcher, result: SearchResult) -> Decision | None:
    """A derived metric: one figure as a share of another of the same unit and period, where its name is defined so."""
    for part, whole in _defined(result.question):
        above = operand(searcher, result, part, None)
        below = operand(searcher, result, whole, above) if above is not None else None
        if above is None or below is None or not _belong_together(above.figure, below.figure, whole):
            continue
        top, bottom = spent(above), spent(below)
        if top is None or not bottom or _one_name(above.figure, below.figure) or of_any_measure(above, below):
            continue
        share = _rounded(top / bottom * 100)
        if abs(share) > _WHOLE:
            continue  # a part is not more than its whole: these two do not belong together
        text = (
            f"{label_of(above.figure)} as a share of {label_of(below.figure)}: {share}% "
            f"({amount(above.figure)} of {amount(below.figure)}) {period_words(above.figure.period)}."
        )
        expression = f"{operand_words(top)} / {operand_words(bottom)} x 100"
        return Decision(
            "answered",
            re.sub(r"\s+", " ", text),
            figures=[above, below],
            calculation=Calculation(expression, share, "%"),
        )
    return None
