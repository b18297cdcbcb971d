"""Whether the figures found for the operands of a plan belong together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tickmark.index.named_unit import UNITS
from tickmark.index.question import WEAK_CONCEPTS
from tickmark.index.sameness import COMMON, DIVIDING, unit_key
from tickmark.index.search import FigureCandidate
from tickmark.index.terms import is_concept, terms
from tickmark.service.operand_sets import TOTAL
from tickmark.service.operands import addable, countable, of_any_measure, of_each_one
from tickmark.service.plans import Plan

__all__ = ["TOGETHER", "belong"]

TOGETHER: Final = 3
"""Lines of one stretch of text."""


def belong(plan: Plan, chosen: Sequence[FigureCandidate]) -> bool:
    """Whether operands can be reckoned with together: one unit, one time, one issuer, a part and its own whole."""
    first = chosen[0]
    if len({c.figure.id for c in chosen}) < len(chosen):
        return False
    if plan.kind != "per" and not (addable(chosen) and len({of_each_one(c.figure) for c in chosen}) == 1):
        return False
    if plan.kind == "per" and not (plan.outright or countable(chosen[1].figure, plan.operands[1][0])):
        return False
    if plan.kind == "per" and _measured_alike(*chosen):
        return False
    if plan.kind in {"per", "ratio", "times"} and _one_figure(*chosen, alike=plan.kind != "per"):
        return False
    for other in chosen[1:]:
        if not _one_time(first, other) or _in_unasked_column(first, other, plan):
            return False
        if first.filing.issuer != other.filing.issuer:
            return False
    if plan.kind in {"share", "rest"}:
        part, whole = (chosen[0], chosen[1]) if plan.kind == "share" else (chosen[1], chosen[0])
        if not 0 < _value(part) < _value(whole) or _side_by_side(part, whole) or of_any_measure(part, whole):
            return False
        return plan.kind != "share" or _is_named(whole, plan.operands[1])
    return True


def _one_figure(a: FigureCandidate, b: FigureCandidate, *, alike: bool) -> bool:
    """Whether one figure is printed twice, ``alike``: in one unit. Nothing is divided by itself."""
    return _value(a) == _value(b) and (not alike or unit_key(a.figure) == unit_key(b.figure))


def _measured_alike(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are measured in one unit: hours for each hour are nothing."""
    return unit_key(a.figure) == unit_key(b.figure) and UNITS.fullmatch(b.figure.unit or "") is not None


def _in_unasked_column(a: FigureCandidate, b: FigureCandidate, plan: Plan) -> bool:
    """Whether one of two cells of a row stands in a column that nobody asked for: votes against beside those for."""
    if a.figure.cell is None or b.figure.cell is None or a.row.id != b.row.id:
        return False
    heads = [{term for term in terms(" ".join(c.figure.column_path)) if is_concept(term)} for c in (a, b)]
    asked = {term for phrases in plan.operands for phrase in phrases for term in terms(phrase)}
    return bool((heads[0] ^ heads[1]) - asked - WEAK_CONCEPTS - COMMON - DIVIDING)


def _is_named(whole: FigureCandidate, phrases: Sequence[str]) -> bool:
    """Whether a row under an outer label is a whole: a total, or its own name is asked for, not its group's alone."""
    path = whole.figure.label_path
    if whole.figure.cell is None or len(path) < 2 or TOTAL.fullmatch(path[-1].strip(" :")):
        return True
    return not {term for phrase in phrases for term in terms(phrase)}.isdisjoint(terms(path[-1]))


def _side_by_side(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two rows of a table stand under one group: both are parts, and none the whole of the other."""
    x, y = a.figure, b.figure
    if x.cell is None or y.cell is None or a.filing.id != b.filing.id or x.cell.table != y.cell.table:
        return False
    same_group = len(x.label_path) > 1 and x.label_path[:-1] == y.label_path[:-1]
    return same_group and a.row.id != b.row.id and TOTAL.fullmatch(y.label_path[-1].strip(" :")) is None


def _one_time(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are of one time: one end, or told in one stretch of text."""
    ours, theirs = a.figure.period, b.figure.period
    if ours is None or theirs is None or ours.end == theirs.end:
        return True
    told = a.figure.cell is None and b.figure.cell is None and a.filing.id == b.filing.id
    return told and abs(a.figure.span.lines[0] - b.figure.span.lines[0]) <= TOGETHER


def _value(candidate: FigureCandidate) -> Decimal:
    return candidate.figure.value if candidate.figure.value is not None else Decimal(0)
