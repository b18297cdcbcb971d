"""One-offs that a filing takes off a profit without printing them: the profit less the same after deducting them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tickmark.index.asked.left_out import ONE_OFFS
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.service.calculations.operands import TAKEN_OFF, unit_of
from tickmark.service.fitting import LIMITS, Decision, fits
from tickmark.service.model import Calculation
from tickmark.service.parts.siblings import column_of
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["taken_off"]

_LOOKED_AT: Final = 40
_HUNDREDTH: Final = Decimal("0.01")
_AFTER: Final = re.compile(r"\W*\b(?:after|before)?\W*$", re.IGNORECASE)
_SET_APART: Final = re.compile(r"\b(?:minus|less|gap|difference|versus|vs)\b|减去?|減去?|差额|差額", re.IGNORECASE)
# what names them, or the tax, takes nothing off
_THEMSELVES: Final = re.compile(
    r"\bnon[- ]?recurring\b|\b(?:net\s+of|before|after|excluding)\s+(?:\w+\s+)?tax(?:es|ation)?\b|[税稅][前后後]",
    re.IGNORECASE,
)
# the profit without them is asked for, not they
_WITHOUT: Final = re.compile(
    rf"{TAKEN_OFF.pattern}|\b(?:after|stripp\w+|ignoring|core|clean|recurring\s+only|aside|removed)\b"
    r"|\b(?:taken?|left|leave|leaving|taking|keep|keeping|kept|factor|factored|strip)\s+out\b|\bw/o\b|[扣除后後]",
    re.IGNORECASE,
)


def taken_off(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The one-offs in a profit, as an amount or as a share of it; None where they are not what is asked for."""
    question = result.question
    if (
        question.change
        or question.strangers
        or not ONE_OFFS & {want.term for want in question.asked}
        or len({span.end for span in question.spans}) > 1
    ):
        return None
    rest = _THEMSELVES.sub(" ", question.rest)
    set_apart = _SET_APART.search(rest) is not None
    if _WITHOUT.search(rest) and not set_apart:
        return None
    direct = next((c for c in result.figures[:_LOOKED_AT] if fits(c) and _are_named(c)), None)
    if direct is not None and not set_apart:
        text = f"{label_of(direct.figure)}: {amount(direct.figure)} {period_words(direct.figure.period)}."
        return Decision("answered", re.sub(r"\s+", " ", text), figures=[direct])
    for bare in result.figures[:_LOOKED_AT]:
        figure = bare.figure
        if figure.cell is None or figure.value is None or figure.unit == "%" or bare.features.period < LIMITS.period:
            continue
        found = TAKEN_OFF.search(figure.label_path[-1]) if figure.label_path else None
        if found is None or not ONE_OFFS & set(terms(figure.label_path[-1])):
            continue
        name = terms(_AFTER.sub("", figure.label_path[-1][: found.start()]))
        wholes = [c for c in column_of(searcher, bare) if terms(" ".join(c.figure.label_path[-1:])) == name]
        if name and len(wholes) == 1 and wholes[0].figure.value is not None:
            return _worked_out(wholes[0], bare, share=question.strong_percent and not set_apart)
    return None


def _are_named(candidate: FigureCandidate) -> bool:
    """Whether a figure is of the one-offs themselves."""
    label = label_of(candidate.figure)
    return bool(ONE_OFFS & set(terms(label))) and TAKEN_OFF.search(_THEMSELVES.sub(" ", label)) is None


def _worked_out(whole: FigureCandidate, bare: FigureCandidate, *, share: bool) -> Decision | None:
    more, less = whole.figure.value, bare.figure.value
    if not more or less is None:
        return None
    outcome, unit = more - less, unit_of([whole, bare])
    expression = f"{operand_words(more)} - {operand_words(less)}"
    if share:
        outcome, unit = (outcome / more * 100).quantize(_HUNDREDTH, ROUND_HALF_UP), "%"
        expression = f"({expression}) / {operand_words(more)} x 100"
    text = (
        f"{label_of(whole.figure)} less {label_of(bare.figure)}: {with_unit(outcome, unit)} "
        f"({amount(whole.figure)} and {amount(bare.figure)}) {period_words(whole.figure.period)}."
    )
    made = Calculation(expression, outcome, unit)
    return Decision("answered", re.sub(r"\s+", " ", text), figures=[whole, bare], calculation=made)
