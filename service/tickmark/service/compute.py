"""Exact arithmetic over cited figures: change, growth and share, with the expression as a person would write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import glossary, terms
from tickmark.ingest.model import Figure
from tickmark.service.fitting import Decision, metric_fits
from tickmark.service.members import over_time
from tickmark.service.model import Calculation
from tickmark.service.operands import operand
from tickmark.service.wording import amount, label_of, number_words, period_words

__all__ = ["change", "change_by_event", "ratio"]

_PERCENT = re.compile(
    r"%|percent|per cent|growth|grow|\brate\b|yoy|year[- ]on[- ]year|how fast|同比|增长率|百分", re.IGNORECASE
)
_PERCENT_WORDS = re.compile(
    r"%|\b(?:by what percentage|in percent|percentage|percent|per cent|pct)\b|百分之几|百分比", re.IGNORECASE
)
_BEFORE = re.compile(r"\b(?:before|opening|beginning)\b|[前初](?=[^前初]*$)", re.IGNORECASE)
_AFTER = {"before": "after", "opening": "closing", "beginning": "end", "前": "后", "初": "末"}
_WHOLE = Decimal(100)
_HUNDREDTH = Decimal("0.01")
_OF = re.compile(
    r"^(?P<part>.{3,80}?)\s+as\s+(?:an?\s+)?(?:share|percentage|proportion|percent|%"
    r"|fraction)\s+of\s+(?P<whole>.{3,80})$",
    re.IGNORECASE,
)
_WHAT_SHARE = re.compile(
    r"what\s+(?:percentage|share|proportion|portion|percent|%"
    r"|fraction)\s+of\s+(?P<whole>.{3,60}?)\s+(?:were|was|are|is|came from|come from|went to"
    r"|goes to)\s+(?P<part>.{3,60})$",
    re.IGNORECASE,
)
_SHARE_IN = re.compile(
    r"(?:share|portion|proportion|percentage)\s+of\s+(?P<part>.{3,60}?)\s+in\s+(?P<whole>.{3,60}?)(?:,\s*%)?$",
    re.IGNORECASE,
)
_RATIO_OF = re.compile(r"ratio\s+of\s+(?P<part>.{3,60}?)\s+to\s+(?P<whole>.{3,60})$", re.IGNORECASE)
_DIVIDED = re.compile(
    r"\((?P<part>[\w&' -]{3,60}?)\s*(?:/|÷|divided by|over)\s*(?P<whole>[\w&' -]{3,60})\)"
    r"|(?P<p2>[\w&' -]{3,60}?)\s+divided by\s+(?P<w2>[\w&' -]{3,60})",
    re.IGNORECASE,
)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def change(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The change of a metric between two periods: those asked for, or the one asked for and the one before it."""
    question = result.question
    if question.strong_percent:  # the change is wanted in percent, the metric need not be
        result = searcher.again(_PERCENT_WORDS.sub(" ", question.text), result)
    metric = [c for c in result.figures[:80] if metric_fits(c) and c.figure.value is not None]
    metric = [c for c in metric if -0.5 < c.features.change <= 0 and c.figure.period is not None]
    tables = [c for c in metric if c.figure.origin == "cell" and len(c.row.figure_ids) > 1]
    best = (tables or metric)[0] if metric else None
    if best is None:
        return None
    members = {
        m.figure.period.end: m for m in over_time(result, best) if m.figure.period and m.figure.value is not None
    }
    ends = sorted(e for e in members if e)
    wanted = sorted({p.end for p in question.spans if p.end} & set(ends))
    if len(wanted) < 2:
        last = wanted[-1] if wanted else (ends[-1] if not question.periods and ends else None)
        earlier = [e for e in ends if last and e < last]
        if not earlier or last is None:
            return None
        wanted = [earlier[-1], last]
    return _changed(members[wanted[0]], members[wanted[-1]], question)


def change_by_event(result: SearchResult) -> Decision | None:
    """The change between two cells of the best row whose columns differ in one word: before the event, and after."""
    metric = [c for c in result.figures[:80] if metric_fits(c) and c.figure.value is not None]
    if not metric or result.question.periods:
        return None
    row = [c for c in metric if c.row.id == metric[0].row.id and c.figure.cell is not None]
    for first in row:
        head = " ".join(first.figure.column_path)
        if found := _BEFORE.search(head):
            after = f"{head[: found.start()]}{_AFTER[found[0].lower()]}{head[found.end() :]}".lower()
            if last := next((c for c in row if " ".join(c.figure.column_path).lower() == after), None):
                return _changed(first, last, result.question)
    return None


def _changed(first: FigureCandidate, last: FigureCandidate, question: Question) -> Decision | None:
    before, after = first.figure.value, last.figure.value
    if before is None or after is None:
        return None
    difference, unit = after - before, last.figure.unit
    counted = (question.unit is not None or question.count) and not question.strong_percent  # "by how many hours"
    if _PERCENT.search(question.text) and before != 0 and not counted:
        result = _rounded(difference / before * 100)
        expression = f"({number_words(after)} - {number_words(before)}) / {number_words(before)} x 100"
        unit, said = "%", f"{result}%"
    else:
        result, expression = difference, f"{number_words(after)} - {number_words(before)}"
        said = f"{number_words(difference)}{' ' + unit if unit else ''}"
    text = (
        f"{label_of(last.figure)}: change of {said}, from {amount(first.figure)} {period_words(first.figure.period)} "
        f"to {amount(last.figure)} {period_words(last.figure.period)}."
    )
    return Decision(
        "answered", re.sub(r"\s+", " ", text), figures=[first, last], calculation=Calculation(expression, result, unit)
    )


def _parts(question: Question) -> Iterator[tuple[str, str]]:
    """(part, whole) as the question words them; derived metrics ("net margin") by the glossary's definition."""
    text = re.sub(r"\s+", " ", question.rest).strip(" ?.!")
    defined = [want.term for want in question.asked if want.term in glossary().ratios]
    names = glossary().words
    for term in defined:
        part, whole = glossary().ratios[term]
        yield names[part.upper()][0], names[whole.upper()][0]
    if question.intent != "calculation":
        return
    for pattern in (_OF, _RATIO_OF, _SHARE_IN):
        if found := pattern.search(text):
            yield found["part"], found["whole"]
    if found := _WHAT_SHARE.search(text):
        yield f"{found['part']} {found['whole']}", found["whole"]
        yield found["part"], found["whole"]
    if found := _DIVIDED.search(text):
        yield found["part"] or found["p2"], found["whole"] or found["w2"]


def _belong_together(part: Figure, whole: Figure) -> bool:
    """Two cells of one table are a part and its whole only within one row or one column."""
    if part.cell is None or whole.cell is None or part.cell.table != whole.cell.table:
        return True
    return part.cell.row == whole.cell.row or part.cell.column == whole.cell.column


def _spent(candidate: FigureCandidate) -> Decimal | None:
    """The amount as an operand: what is spent counts as such, also where brackets print that it is taken off."""
    value = candidate.figure.value
    if value is not None and value < 0 and glossary().outflows & set(terms(label_of(candidate.figure))):
        return -value
    return value


def ratio(searcher: Searcher, result: SearchResult) -> Decision | None:
    """One figure as a share of another of the same unit and period, where the question is worded as one."""
    question = result.question
    for part, whole in _parts(question):
        above = operand(searcher, result, part, None)
        below = operand(searcher, result, whole, above)
        if above is None or below is None or not _belong_together(above.figure, below.figure):
            continue
        top, bottom = _spent(above), _spent(below)
        if top is None or not bottom:
            continue
        share = _rounded(top / bottom * 100)
        if abs(share) > _WHOLE and not _RATIO_OF.search(question.rest):
            continue  # a part is not more than its whole: these two do not belong together
        text = (
            f"{label_of(above.figure)} as a share of {label_of(below.figure)}: {share}% "
            f"({amount(above.figure)} of {amount(below.figure)}) {period_words(above.figure.period)}."
        )
        expression = f"{number_words(top)} / {number_words(bottom)} x 100"
        return Decision(
            "answered",
            re.sub(r"\s+", " ", text),
            figures=[above, below],
            calculation=Calculation(expression, share, "%"),
        )
    return None
