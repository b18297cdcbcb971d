"""Sums, differences, quotients and averages that a question spells out: "A less B", "A and B combined", "A per B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.asked_kind import family
from tickmark.index.left_out import adds_up
from tickmark.index.question import WEAK_CONCEPTS, Question, asked_in
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.terms import glossary, terms
from tickmark.ingest.model import Figure
from tickmark.service.fitting import LIMITS, Decision, fits
from tickmark.service.members import asked_count, over_periods, series
from tickmark.service.model import Calculation
from tickmark.service.operands import addable, another, countable, named_metric, operand, unit_of
from tickmark.service.operations import (
    Operation,
    Over,
    mixed,
    named_operation,
    over_periods_asked,
    shares_asked,
    without_operation,
)
from tickmark.service.wording import amount, label_of, number_words, operand_words, period_words, with_unit

__all__ = ["average_or_total", "half_only", "of_periods", "of_things", "sum_of"]

_HUNDREDTH = Decimal("0.01")
_SIGNS = {"difference": "-", "sum": "+", "quotient": "/"}
_SAID = {"difference": " less ", "sum": " plus ", "quotient": " per "}
_PER = re.compile(r"\bper\b|/|\bintensity\b|\baverage\b|每|人均|密度", re.IGNORECASE)
_DIVIDED = re.compile(r"/|^(?:pence|pennies|cents?)\b", re.IGNORECASE)
_ADD_UP = re.compile(r"\b(?:add(?:ed)? up|adds? together|sum(?: up)? of|sum up)\b|加总|加總|相加", re.IGNORECASE)
_PRINTED = {
    "average": re.compile(r"\b(?:average|mean)\b|平均", re.I),
    "total": re.compile(r"\btotal\b|合计|合計", re.I),
}
_PRINTED_ITSELF = 0.95
_LOOKED_AT = 10


def of_things(searcher: Searcher, result: SearchResult) -> Decision | None:
    """Figures added, subtracted, averaged or divided: the question names each, and no filing prints the outcome."""
    question = result.question
    if len({p.end for p in question.spans}) > 1:  # between two periods: a change
        return None
    for wanted in named_operation(question.rest):
        if not all(map(named_metric, wanted.sides)) or _printed_itself(wanted, result):
            continue
        if wanted.kind == "quotient" and next(shares_asked(question.rest), None) is not None:
            continue  # "as a share of the earnings per share"
        if wanted.kind == "quotient" and len(terms(" per ".join(wanted.sides))) == 1:
            continue  # "book value per share": one thing, that is printed or not
        if made := _worked_out(searcher, result, wanted):
            return made
    return None


def _printed_itself(wanted: Operation, result: SearchResult) -> bool:
    """Whether a filing prints what the words seem to ask to be worked out."""
    if wanted.kind == "quotient":  # "emissions per tonne"
        divided = _telling(wanted.sides[0])
        printed = (c for c in result.figures[:40] if fits(c) and divided - set(c.features.missing))
        return any(_PER.search(_described(c)) for c in printed)
    if wanted.kind in {"sum", "average"}:  # "total of property, plant and equipment"
        return any(
            fits(c) and min(c.features.own, c.features.precision) >= _PRINTED_ITSELF for c in result.figures[:10]
        )
    return False


def _telling(side: str) -> set[str]:
    """The terms of a side that name its metric."""
    return {want.term for want in asked_in(side) if want.weight >= 1.0 and want.term not in WEAK_CONCEPTS}


# "after the new pledge, ...": when it was, none of the things to be added up
_WHEN: Final = re.compile(r"\s*(?:after|before|upon|following|since|as of|as at)\b", re.IGNORECASE)


def _is_quotient(figure: Figure) -> bool:
    """Whether a figure is told per something already: "USD/day", "Charter rate per day"."""
    return "/" in (figure.unit or "") or re.search(r"\bper\b", " ".join(figure.label_path[-1:]), re.I) is not None


def half_only(question: Question, made: Decision) -> bool:
    """Whether a single figure says nothing of one of the things that a sum, difference or quotient is asked of."""
    if len(made.figures) != 1 or made.calculation is not None:
        return False
    missing = set(made.figures[0].features.missing)
    for wanted in named_operation(question.rest):
        sides = [_telling(side) for side in wanted.sides if not _WHEN.match(side)]
        if len(sides) < 2:
            continue
        if wanted.kind == "quotient" and "PER_CAPITA" in missing and not _is_quotient(made.figures[0].figure):
            return True
        own = [side - set[str].intersection(*sides) for side in sides]
        looked_for = own[1:] if wanted.kind == "quotient" else own  # the first is told in many other words
        if all(own) and any(side <= missing for side in looked_for):
            return True
    return False


def _worked_out(searcher: Searcher, result: SearchResult, wanted: Operation) -> Decision | None:
    found: list[FigureCandidate] = []
    rates = wanted.kind in {"difference", "average"}
    points = wanted.kind == "difference" and family(result.question.unit or "") == "points"
    for side in (f"{side} %" if points else side for side in wanted.sides):
        beside = found[0] if found else None
        alike = wanted.kind != "quotient"
        got = operand(searcher, result, side, beside, same_unit=alike, rates=rates, line=alike)
        if got is None or got.figure.id in {c.figure.id for c in found}:
            return None
        found.append(got)
    values = [c.figure.value for c in found if c.figure.value is not None]
    if (
        len(values) != len(found)
        or not _aligned(found)
        or (wanted.kind == "quotient" and not _divides(found[0], found[1], wanted.sides[1]))
    ):
        return None
    unit = unit_of(found)
    if wanted.kind == "quotient":
        outcome, unit = (values[0] / values[1]).quantize(_HUNDREDTH, ROUND_HALF_UP), _per(found[0], found[1])
    elif wanted.kind == "average":
        outcome = (sum(values, Decimal(0)) / len(values)).quantize(_HUNDREDTH, ROUND_HALF_UP)
    else:
        outcome = sum(values, Decimal(0)) if wanted.kind == "sum" else values[0] - values[1]
        unit = "percentage points" if unit == "%" and wanted.kind == "difference" else unit
    if wanted.kind == "average":
        expression = f"({' + '.join(map(operand_words, values))}) / {len(values)}"
        name = f"Average of {', '.join(label_of(c.figure) for c in found)}"
    else:
        expression = f" {_SIGNS[wanted.kind]} ".join(map(operand_words, values))
        name = _SAID[wanted.kind].join(label_of(c.figure) for c in found)
    of = f"{', '.join(amount(c.figure) for c in found[:-1])} and {amount(found[-1].figure)}"
    text = f"{name}: {with_unit(outcome, unit)} ({of}) {period_words(found[0].figure.period)}."
    return _made(text, found, Calculation(expression, outcome, unit))


def _aligned(found: Sequence[FigureCandidate]) -> bool:
    """Whether the cells of one table that take part stand in one row or in one column of it."""
    cells = [c.figure.cell for c in found if c.figure.cell is not None and c.filing.id == found[0].filing.id]
    if len(cells) < len(found) or len({cell.table for cell in cells}) > 1:
        return True
    heads = {c.figure.column_path for c in found}
    return len({cell.row for cell in cells}) == 1 or len({cell.column for cell in cells}) == 1 or len(heads) == 1


def _described(candidate: FigureCandidate) -> str:
    return " ".join((*candidate.figure.label_path, *candidate.figure.column_path, candidate.figure.unit or ""))


def _divides(first: FigureCandidate, second: FigureCandidate, phrase: str) -> bool:
    """Whether both sides are surely what was meant: "per region" only sounds like a division.

    What is told per share already is no divisor: "net asset value per share" has been divided.
    """
    if _DIVIDED.search(second.figure.unit or "") or not countable(second.figure, phrase):
        return False
    sure = all(c.features.own >= LIMITS.own_share and c.figure.unit for c in (first, second))
    return sure and second.figure.value != 0


def _per(first: FigureCandidate, second: FigureCandidate) -> str | None:
    if not first.figure.unit or not second.figure.unit:
        return None
    each = second.figure.unit
    return f"{first.figure.unit} per {each.removesuffix('s') if len(each) > 3 else each}"


def of_periods(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The average or the total of a metric over the periods asked for, all of which have to be there."""
    question = result.question
    if not question.periods and question.intent not in {"figure", "series", "calculation"}:
        return None
    ends = len({p.end for p in question.spans})
    if mixed(question.text) and ends > 1:
        return _without(searcher, result)
    wanted, outright = over_periods_asked(question.text, ends)
    if wanted == "average" and not ends and _printed_as(wanted, result):
        return None  # "average annual salary"
    if wanted is None or (wanted == "total" and not ends):
        return None
    members = over_periods(searcher.again(without_operation(question.text), result))
    if not outright or len(members) < 2:
        whole = over_periods(result)
        if not outright and whole and _PRINTED[wanted].search(_described(whole[0])):
            return None  # "total revenue", "average number of employees": printed as such, of each period
        members = members if len(members) > 1 else whole
    if any(another(question.text, m.figure) for m in members):
        return None
    if len(members) < max(2, asked_count(question, members[0].filing.period if members else None)):
        return None
    return average_or_total(wanted, members)


def _printed_as(wanted: Over, result: SearchResult) -> bool:
    """Whether the first figure that fits says itself that it is an average."""
    best = next((c for c in result.figures[:_LOOKED_AT] if fits(c)), None)
    return best is not None and _PRINTED[wanted].search(_described(best)) is not None


def _without(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The figures alone, where two operations at once are asked for; nothing where the average itself is printed."""
    found = over_periods(result)
    if found and _PRINTED["average"].search(_described(found[0])):
        return None
    made = series(searcher.again(without_operation(result.question.text), result))
    note = "Only the figures are given: more than one operation is asked for."
    return replace(made, text=f"{made.text} {note}", reason=note) if made else None


def average_or_total(wanted: Over, members: list[FigureCandidate]) -> Decision | None:
    """The mean or the sum of a metric's values over periods; None for what does not add up."""
    values = [m.figure.value for m in members if m.figure.value is not None]
    if len(values) != len(members) or not addable(members):
        return None
    if all(value < 0 for value in values) and glossary().outflows & set(terms(label_of(members[0].figure))):
        values = [-value for value in values]  # brackets only say that costs are taken off
    summed, unit = " + ".join(map(operand_words, values)), unit_of(members)
    if wanted == "total":
        outcome, expression, name = sum(values, Decimal(0)), summed, "total"
        if unit == "%" or any(adds_up(label_of(m.figure)) for m in members):
            return None  # percentages of different wholes do not add up, nor does what is a running total already
    else:
        outcome = (sum(values, Decimal(0)) / len(values)).quantize(_HUNDREDTH, ROUND_HALF_UP)
        expression, name = f"({summed}) / {len(values)}", "average"
    parts = [f"{period_words(m.figure.period).removeprefix('in ')}: {amount(m.figure)}" for m in members]
    text = f"{label_of(members[0].figure)}: {name} of {with_unit(outcome, unit)} over {'; '.join(parts)}."
    return _made(text, members, Calculation(expression, outcome, unit))


def sum_of(question: str, parts: Decision | None) -> Decision | None:
    """A breakdown added up, where the question asks for that ("add up the drills by type")."""
    if parts is None or parts.status != "answered" or not _ADD_UP.search(question):
        return None
    values = [m.figure.value for m in parts.figures if m.figure.value is not None]
    if len(values) < 2 or len(values) != len(parts.figures) or not addable(parts.figures):
        return None
    outcome, unit = sum(values, Decimal(0)), parts.figures[0].figure.unit
    text = f"{parts.text} Added up: {number_words(outcome)}{' ' + unit if unit else ''}."
    return _made(text, parts.figures, Calculation(" + ".join(map(operand_words, values)), outcome, unit))


def _made(text: str, operands: Sequence[FigureCandidate], calculation: Calculation) -> Decision:
    return Decision("answered", re.sub(r"\s+", " ", text), figures=list(operands), calculation=calculation)
