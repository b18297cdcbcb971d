"""How a quotient moved that no filing prints ("investment per employee"): worked out for each time, then set apart."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.question import Question
from tickmark.index.search import Searcher, SearchResult
from tickmark.service.calculations.compute import in_percent_words
from tickmark.service.calculations.planned import Planned, planned
from tickmark.service.calculations.plans import Plan, plans
from tickmark.service.calculations.times import spans_of, years_before
from tickmark.service.fitting import Decision
from tickmark.service.model import Calculation
from tickmark.service.wording import label_of, number_words, operand_words, period_words, with_unit

__all__ = ["divided_and_moved", "quotient_moved"]

_HUNDREDTH: Final = Decimal("0.01")
_TWO: Final = 2
_MOVES: Final = re.compile(
    r"[:,;–-]?\s*\b(?:by\s+)?(?:how\s+(?:much|far|fast)|(?:by\s+)?what\s+(?:percentage|percent|%))\b"
    r"|\b(?:did|does|has|have|it|they|was|were|is)\b|\b(?:percentage|percent|%)"
    r"|\b(?:grow|grew|grown|growth|rise|rose|risen|increase[ds]?|decrease[ds]?|fall|fell|fallen|drop(?:ped)?"
    r"|decline[ds]?"
    r"|change[ds]?|go|went|gone|up|down|year[- ]on[- ]year|yoy|in|from|to|between|and)\s*(?=$|[:,;(–-])",
    re.IGNORECASE,
)


def divided_and_moved(question: Question) -> Plan | None:
    """What is to be divided by what where it is asked how the outcome moved: "investment per employee: growth"."""
    plan = next(plans(question.rest), None)
    return plan if plan is not None and plan.kind == "per" and question.change else None


def quotient_moved(searcher: Searcher, result: SearchResult, plan: Plan) -> Decision | None:
    """The change of a quotient between two times; None where it cannot be worked out for both, of the same lines."""
    question = result.question
    spans = spans_of(question)
    spans = [years_before(spans[0], 1), *spans] if len(spans) == 1 else spans
    if len(spans) != _TWO:
        return None
    issuer = question.issuers[0] if question.issuers else ""
    above, below = (_bare(phrases[0]) for phrases in plan.operands)
    each: list[Planned] = []
    for span in spans:
        when = span.text or (span.end or "")[:4]
        made = planned(searcher, searcher.again(f"{issuer} {above} per {below} {when}", result))
        ends = {c.figure.period.end for c in made.decision.figures if c.figure.period} if made is not None else set()
        if made is None or made.plan.kind != "per" or ends != {span.end}:
            return None
        each.append(made)
    return _set_apart(each[0].decision, each[1].decision, question)


def _bare(phrase: str) -> str:
    return re.sub(r"\s+", " ", _MOVES.sub(" ", phrase)).strip(" :,;–-(")


def _set_apart(first: Decision, last: Decision, question: Question) -> Decision | None:
    labels = [[c.figure.label_path for c in one.figures] for one in (first, last)]
    units = {one.calculation.unit for one in (first, last) if one.calculation is not None}
    if labels[0] != labels[1] or len(units) != 1:
        return None
    (top, by), (top_after, by_after) = ([c.figure.value or Decimal(0) for c in one.figures] for one in (first, last))
    if not (top and by and by_after):
        return None
    before, after = top / by, top_after / by_after
    ratios = f"{_quotient(top_after, by_after)}", f"{_quotient(top, by)}"
    (unit,) = units
    if in_percent_words(question.text):
        outcome, unit = _rounded((after / before - 1) * 100), "%"
        expression = f"(({ratios[0]}) / ({ratios[1]}) - 1) x 100"
    else:
        outcome, expression = _rounded(after - before), f"{ratios[0]} - {ratios[1]}"
    name = " per ".join(label_of(c.figure) for c in last.figures)
    told = " to ".join(
        f"{number_words(_rounded(value))} {period_words(one.figures[0].figure.period)}"
        for value, one in ((before, first), (after, last))
    )
    text = f"{name}: change of {with_unit(outcome, unit)}, from {told}."
    figures = [*first.figures, *last.figures]
    return Decision("answered", text, figures=figures, calculation=Calculation(expression, outcome, unit))


def _quotient(above: Decimal, below: Decimal) -> str:
    return f"{operand_words(above)} / {operand_words(below)}"


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP)
