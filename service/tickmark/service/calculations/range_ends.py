"""One end of a range set against another time: "at the low end of the guidance, how much above last year?"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Final, Literal

from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.ingest.model import Period
from tickmark.service.calculations.between import divided_by_earlier
from tickmark.service.calculations.compute import changed
from tickmark.service.calculations.operands import addable, another, named_metric
from tickmark.service.calculations.times import spans_of, years_before
from tickmark.service.fitting import Decision, metric_fits
from tickmark.service.members import months_of

__all__ = ["RangeEnd", "end_asked", "end_of", "range_end_moved"]

RangeEnd = Literal["low", "high", "middle"]
"""Which number of a range is meant."""

_LOOKED_AT: Final = 60
_LOW: Final = re.compile(
    r"\b(?:low(?:er|est)?|bottom|minimum|floors?)\b(?=[^?]*\b(?:ends?|bounds?|limits?|ranges?|guid))|下限",
    re.IGNORECASE,
)
_HIGH: Final = re.compile(
    r"\b(?:high(?:er|est)?|upper|top|maximum|ceilings?)\b(?=[^?]*\b(?:ends?|bounds?|limits?|ranges?|guid))|上限",
    re.IGNORECASE,
)
_MIDDLE: Final = re.compile(r"\bmid[- ]?(?:points?|range)\b|\bmiddles?\b|中[点點位]值?|中间值", re.IGNORECASE)
_TIMES: Final = re.compile(r"\b(?:how\s+many\s+times|multiple|fold)\b|[几幾]倍|多少倍", re.IGNORECASE)
_MOVED: Final = re.compile(
    r"\b(?:more|less|higher|lower|above|below|over|exceed\w*|than|up|increas\w*|grow\w*|ris(?:e|es|ing)|rose|gains?"
    r"|improv\w*|jump\w*|change|difference|gap"
    r"|versus|vs\.?|against|compared|minus|yoy|y/y|year[- ]o(?:n|ver)[- ]year)(?=\W|$)|同比|[增多高]|比",
    re.IGNORECASE,
)
_END: Final = r"(?:low(?:er|est)?|bottom|minimum|floor|high(?:er|est)?|upper|top|maximum|ceiling|mid[- ]?point|middle)"
# which end of the range, how it is set against the other time, and in what it is told: none of it names the metric
_AROUND: Final = re.compile(
    rf"\b(?:(?:comes?|came|coming|lands?|is|were|was|be)\s+(?:in\s+|out\s+)?)?(?:at|to|of|from|using|taking"
    rf"|with)?\s*(?:the|its)?\s*\b{_END}(?:\s+(?:ends?|bounds?|limits?|values?|number|figure))?"
    r"(?:\s+of)?(?:\s+(?:the|its|that))?(?:\s+(?:guided|guidance|forecast|expected|estimated|profit|earnings"
    r"|preliminary|range|ranges|estimates?))*\b"
    r"|\b(?:guided|guidance|range|ranges|if|assuming|suppose|would|will|could|that|it|this|is|be|by|than|did|does|do"
    r"|how\s+(?:much|many)(?:\s+times)?|what(?:['’]s)?|percent(?:age)?"
    r"|per\s?cent|pct|times|multiple\s+of|as|a|in|an|the|same\s+period|rmb|yuan|cny|usd|hkd|millions?|mn|billions?|bn"
    r"|terms|work(?:s|ed)?\s+out)\b"
    rf"|{_MOVED.pattern}|%|[上下]限|中值|多少|[几幾]倍|百分之[几幾]|区间|預計|预计",
    re.IGNORECASE,
)


def end_asked(text: str) -> RangeEnd | None:
    """The one number of the printed ranges that a text asks for; None where it says none, or two of them."""
    if _MIDDLE.search(text):
        return "middle"
    low, high = _LOW.search(text) is not None, _HIGH.search(text) is not None
    return None if low == high else ("low" if low else "high")


def end_of(candidate: FigureCandidate, end: RangeEnd | None) -> Decimal | None:
    """The number printed, or the end of a range that is asked for."""
    figure = candidate.figure
    if end == "middle" and figure.low is not None and figure.high is not None:
        return (figure.low + figure.high) / 2 * figure.scale
    bound = {"low": figure.low, "high": figure.high}.get(end or "")
    return figure.value if bound is None else bound * figure.scale


def range_end_moved(searcher: Searcher, result: SearchResult) -> Decision | None:
    """One end of a printed range less the same of another time, or how many times that it is.

    None where no end is asked for, nothing is set against it, or either time is not there.
    """
    question = result.question
    end, times = end_asked(question.without_issuer), _TIMES.search(question.rest) is not None
    if end is None or not (times or _MOVED.search(question.rest)):
        return None
    spans = spans_of(question)
    spans = [years_before(spans[0], 1), *spans] if len(spans) == 1 else spans
    bare = re.sub(r"\s+", " ", _AROUND.sub(" ", question.rest)).strip(" ,;:?.")
    if len(spans) != 2 or months_of(spans[0]) != months_of(spans[1]) or not named_metric(bare):
        return None
    issuer = question.issuers[0] if question.issuers else ""
    found = searcher.again(f"{issuer} {bare}", result).figures[:_LOOKED_AT]
    fitting = [c for c in found if metric_fits(c) and c.figure.unit != "%" and not another(bare, c.figure)]
    ranges = [c for c in fitting if c.figure.low is not None and _is_of(c, spans[1])]
    before = [c for c in fitting if c.figure.value is not None and _is_of(c, spans[0])]
    for later, earlier in product(ranges, before):
        if later.figure.label_path == earlier.figure.label_path and addable([later, earlier]):
            at_end = _at(later, end)
            made = divided_by_earlier(at_end, earlier) if times else changed(earlier, at_end, question)
            return replace(made, figures=[earlier, later]) if made is not None else None
    return None


def _is_of(candidate: FigureCandidate, span: Period) -> bool:
    period = candidate.figure.period
    return period is not None and period.end == span.end and months_of(period) == months_of(span)


def _at(candidate: FigureCandidate, end: RangeEnd) -> FigureCandidate:
    """The candidate with one end of its range as its number."""
    value, figure = end_of(candidate, end), candidate.figure
    number = value / figure.scale if value is not None else None
    return replace(candidate, figure=replace(figure, number=number, low=None, high=None))
