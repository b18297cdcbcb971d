"""Sums, differences, quotients and averages that a question spells out: "A less B", "A and B combined", "A per B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.fitting import LIMITS, Decision, fits
from tickmark.service.members import over_periods
from tickmark.service.model import Calculation
from tickmark.service.operands import named_metric, operand
from tickmark.service.wording import amount, label_of, number_words, period_words

__all__ = ["of_periods", "of_two", "sum_of"]

Kind = Literal["difference", "sum", "quotient"]
_HUNDREDTH = Decimal("0.01")
_SIGNS = {"difference": "-", "sum": "+", "quotient": "/"}
# the sides, as the question without issuer and period words them
_WORDED: tuple[tuple[Kind, str], ...] = (
    ("difference", r"\b(?:difference|gap)\s+between\s+(?P<a>.{3,80}?)\s+and\s+(?P<b>.{3,80})$"),
    (
        "difference",
        r"^how\s+much\s+(?:more|higher|larger|greater|bigger)\s+(?:(?:is|are|was|were)\s+)?"
        r"(?P<a>.{3,80}?)\s+than\s+(?P<b>.{3,80})$",
    ),
    ("difference", r"(?P<a>[^()]{3,80}?)\s+(?:minus|less)\s+(?P<b>[^()]{3,80})$"),
    ("sum", r"\b(?:sum|total)\s+of\s+(?P<a>.{3,80}?)\s+and\s+(?P<b>.{3,80})$"),
    ("sum", r"\bcombined\s+(?P<a>.{3,80}?)\s+and\s+(?P<b>.{3,80})$"),
    ("sum", r"(?P<a>.{3,80}?)\s+and\s+(?P<b>.{3,80}?)\s+(?:combined|(?:taken |added )?together|added up)$"),
    ("sum", r"(?P<a>.{3,80}?)\s+plus\s+(?P<b>.{3,80})$"),
    ("quotient", r"(?P<a>.{3,80}?)\s+(?:per|for each|for every)\s+(?P<b>.{3,60})$"),
)
_TWO = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WORDED)
_LEAD = re.compile(
    r"^(?:(?:what|how much|how many)\s+)?(?:(?:is|are|was|were|would be|did)\s+)?(?:the\s+)?"
    r"(?:(?:calculate|compute|work out|give me|tell me)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:on average|average (?:annual|yearly|of)|annual average|(?:average|mean)\b.{0,60}\b(?:over|across|between))\b"
    r"|平均每年|年均",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:cumulative(?:ly)?|in total (?:over|across|between|from)|(?:sum|total)\b.{0,60}\b(?:over|across)"
    r"|add(?:ed)? (?:up|together)|altogether (?:over|from|between))\b|累计|累計|合共",
    re.IGNORECASE,
)
_PER = re.compile(r"\bper\b|/|\bintensity\b|\baverage\b|每|人均|密度", re.IGNORECASE)
_ADD_UP = re.compile(r"\b(?:add(?:ed)? up|adds? together|sum(?: up)? of|sum up)\b|加总|加總|相加", re.IGNORECASE)


class _Two(NamedTuple):
    kind: Kind
    first: str
    second: str


def _spelled_out(text: str) -> _Two | None:
    """What the words ask to be done with which two things; None when they spell out nothing."""
    text = _LEAD.sub("", re.sub(r"\s+", " ", text).strip(" ?.!"))
    for kind, pattern in _TWO:
        if found := pattern.search(text):
            return _Two(kind, found["a"], found["b"])
    return None


def of_two(searcher: Searcher, result: SearchResult) -> Decision | None:
    """Two figures added, subtracted or divided, where the question names both and no filing prints the outcome."""
    wanted = _spelled_out(result.question.rest)
    if wanted is None or len({p.end for p in result.question.spans}) > 1:  # between two periods: a change
        return None
    if not (named_metric(wanted.first) and named_metric(wanted.second)):
        return None
    if wanted.kind == "quotient" and any(fits(c) and _PER.search(_described(c)) for c in result.figures[:40]):
        return None  # "emissions per tonne": printed as such
    first = operand(searcher, result, wanted.first, None)
    second = operand(searcher, result, wanted.second, first, same_unit=wanted.kind != "quotient")
    if first is None or second is None:
        return None
    a, b = first.figure.value, second.figure.value
    if a is None or b is None or (wanted.kind == "quotient" and not _divides(first, second)):
        return None
    outcome = {"difference": a - b, "sum": a + b}.get(wanted.kind)
    unit = first.figure.unit
    if outcome is None:
        outcome, unit = (a / b).quantize(_HUNDREDTH, ROUND_HALF_UP), _per(first, second)
    said = {"difference": "less", "sum": "plus", "quotient": "per"}[wanted.kind]
    expression = f"{_operand(a)} {_SIGNS[wanted.kind]} {_operand(b)}"
    text = (
        f"{label_of(first.figure)} {said} {label_of(second.figure)}: "
        f"{number_words(outcome)}{' ' + unit if unit else ''} "
        f"({amount(first.figure)} and {amount(second.figure)}) {period_words(first.figure.period)}."
    )
    return _made(text, [first, second], Calculation(expression, outcome, unit))


def _described(candidate: FigureCandidate) -> str:
    return " ".join((*candidate.figure.label_path, *candidate.figure.column_path, candidate.figure.unit or ""))


def _operand(value: Decimal) -> str:
    """A number inside an expression; a negative one in brackets, so that the signs read."""
    return number_words(value) if value >= 0 else f"({number_words(value)})"


def _divides(first: FigureCandidate, second: FigureCandidate) -> bool:
    """Whether both sides are surely what was meant: "per region" only sounds like a division."""
    sure = all(c.features.own >= LIMITS.own_share and c.figure.unit for c in (first, second))
    return sure and second.figure.value != 0


def _per(first: FigureCandidate, second: FigureCandidate) -> str | None:
    if not first.figure.unit or not second.figure.unit:
        return None
    each = second.figure.unit
    return f"{first.figure.unit} per {each.removesuffix('s') if len(each) > 3 else each}"


def of_periods(result: SearchResult) -> Decision | None:
    """The average or the total of a metric over the periods asked for."""
    text = result.question.text
    average, total = _AVERAGE.search(text) is not None, _TOTAL.search(text) is not None
    if average == total or not result.question.periods:
        return None
    members = over_periods(result)
    values = [m.figure.value for m in members if m.figure.value is not None]
    if len(values) < 2 or len(values) != len(members):
        return None
    summed = " + ".join(map(_operand, values))
    if total:
        outcome, expression, name = sum(values, Decimal(0)), summed, "total"
    else:
        outcome = (sum(values, Decimal(0)) / len(values)).quantize(_HUNDREDTH, ROUND_HALF_UP)
        expression, name = f"({summed}) / {len(values)}", "average"
    unit = members[0].figure.unit
    text = (
        f"{label_of(members[0].figure)}: {name} of {number_words(outcome)}{' ' + unit if unit else ''} over "
        f"{', '.join(period_words(m.figure.period).removeprefix('in ') for m in members)}."
    )
    return _made(text, members, Calculation(expression, outcome, unit))


def sum_of(question: str, parts: Decision | None) -> Decision | None:
    """A breakdown added up, where the question asks for that ("add up the drills by type")."""
    if parts is None or parts.status != "answered" or not _ADD_UP.search(question):
        return None
    values = [m.figure.value for m in parts.figures if m.figure.value is not None]
    if len(values) < 2 or len(values) != len(parts.figures):
        return None
    outcome, unit = sum(values, Decimal(0)), parts.figures[0].figure.unit
    text = f"{parts.text} Added up: {number_words(outcome)}{' ' + unit if unit else ''}."
    return _made(text, parts.figures, Calculation(" + ".join(map(_operand, values)), outcome, unit))


def _made(text: str, operands: Sequence[FigureCandidate], calculation: Calculation) -> Decision:
    return Decision("answered", re.sub(r"\s+", " ", text), figures=list(operands), calculation=calculation)
