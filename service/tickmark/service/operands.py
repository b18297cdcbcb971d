"""The two sides of a calculation: a part of the question's words each, searched as a question of its own."""

from __future__ import annotations

from tickmark.index.question import WEAK_CONCEPTS, Question, asked_in
from tickmark.index.sameness import unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.fitting import LIMITS, fits

__all__ = ["named_metric", "operand", "operand_question"]

_RATES = frozenset({"%", "percentage points"})


def named_metric(part: str) -> bool:
    """Whether some words of a question name a metric: more than fillers, units and words that only qualify one."""
    return any(want.weight >= 1.0 and want.term not in WEAK_CONCEPTS for want in asked_in(part))


def operand_question(question: Question, part: str) -> str:
    """``part`` as a question by itself, about the same issuer and periods."""
    when = " ".join(dict.fromkeys(p.text for p in question.spans))
    issuer = question.issuers[0] if question.issuers else ""
    return f"{issuer} {part} {when}"


def operand(
    searcher: Searcher,
    result: SearchResult,
    part: str,
    beside: FigureCandidate | None,
    *,
    same_unit: bool = True,
) -> FigureCandidate | None:
    """The best amount for one side, or None.

    Rates are no operands. The second side (``beside`` is the first) must be of the same period, and of the same unit
    unless ``same_unit`` is false (a quotient: tonnes per employee).
    """
    for candidate in searcher.again(operand_question(result.question, part), result).figures[:30]:
        figure = candidate.figure
        if figure.value is None or figure.unit in _RATES or not fits(candidate):
            continue
        if candidate.features.cover < LIMITS.cover:
            continue
        if beside is not None:
            ours, theirs = beside.figure.period, figure.period
            if same_unit and unit_key(figure) != unit_key(beside.figure):
                continue
            if (ours and theirs and ours.end != theirs.end) or figure.id == beside.figure.id:
                continue
        return candidate
    return None
