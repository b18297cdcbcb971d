"""Bands added up to a limit: those older than 40, where a table prints 41-50 and 51 or above.

Limits stand in a question as tables word them ("41 or above", :mod:`tickmark.index.asked.ages`). The bands of a group
have to follow each other without a gap, and one of them has to end where the limit is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from tickmark.index.checking.sameness import COMMON, DIVIDING
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.calculations.operands import operand_question, unit_of
from tickmark.service.fitting import LIMITS, Decision, vetoed
from tickmark.service.model import Calculation
from tickmark.service.parts.siblings import parts_of
from tickmark.service.wording import amount, label_of, operand_words, period_words, with_unit

__all__ = ["in_bands"]

_LOOKED_AT: Final = 40
_LEAST: Final = 3  # bands in a group
_WHOLE: Final = Decimal(100)
_ROUNDING: Final = Decimal(1)
_HUNDREDTH: Final = Decimal("0.01")
_LIMIT: Final = re.compile(
    r"\b(?:(?P<to>\d{2}) or below|(?P<from>\d{2}) or above"
    r"|(?:between\s+)?(?P<a>\d{2})\s*(?:-|–|to|and)\s*(?P<b>\d{2})(?!\d|\s*%))(?!\w)",
    re.IGNORECASE,
)
_TO: Final = r"(?:below|under|younger|less|fewer)"
_BAND: Final = re.compile(
    rf"\D*(?P<a>\d{{1,3}})\s*(?:-|–|—|to|至|~)\s*(?P<b>\d{{1,3}})\D*|\D*(?P<to>\d{{1,3}})\D*(?:\b{_TO}|以下)\D*"
    rf"|\D*\b(?P<strictly>under|below|less than|younger than|<)\s*(?P<below>\d{{1,3}})\D*"
    r"|\D*(?P<from>\d{1,3})\D*(?:\b(?:above|over|older|more|up)\b|\+|以上)\D*|\D*\b(?:over|above"
    r"|>)\s*(?P<above>\d{1,3})\D*",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(
    r"\b(?:as\s+(?:an?\s+)?)?(?:what\s+)?(?:percentage|percent|per\s?cent|pct|share|proportion|portion"
    r"|fraction)(?:\s+of\b)?|%|\(\s*(?:in\s*)?\)"
    r"|占.*|比例|比重|百分之[几幾]",
    re.IGNORECASE,
)
_RATE: Final = re.compile(r"\brates?\b|\baverage\b|率|平均", re.IGNORECASE)
_AGED: Final = re.compile(r"\b(?:aged?|years?\s+old|old(?:er)?|young(?:er)?|between)\b", re.IGNORECASE)


class _Band(NamedTuple):
    """The first and the last number of a band; None where it is open."""

    low: int | None
    high: int | None


def in_bands(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The bands up to, from or between limits added up, or their share of all; None where one band is just that."""
    question = result.question
    found = _LIMIT.search(question.rest)
    if found is None or question.strangers or question.change or len({span.end for span in question.spans}) > 1:
        return None
    wanted = _Band(*(int(n) if n else None for n in (found["from"] or found["a"], found["to"] or found["b"])))
    rest = f"{question.rest[: found.start()]} {question.rest[found.end() :]}"
    bare = re.sub(r"\s+", " ", _AGED.sub(" ", _SHARE.sub(" ", rest))).strip(" ,?")
    share = question.percent or question.strong_percent
    again = searcher.again(operand_question(question, f"{bare} by age"), result)
    rate = _RATE.search(bare) is not None
    for group in _groups(searcher, again, rates=rate):
        inside = _inside(group, wanted)
        if inside is not None and len(inside) > 1:
            return _for_each(inside) if rate else _worked_out(group, inside, share=share)
        if inside is not None:
            return None
    return None


def _for_each(inside: Sequence[FigureCandidate]) -> Decision:
    names = ", ".join(label_of(c.figure) for c in inside)
    reason = f"It is given here for each of {names} alone, and rates do not add up."
    return Decision("not_found", f"Not found in these filings. {reason}", reason)


def _groups(searcher: Searcher, result: SearchResult, *, rates: bool) -> Iterator[list[tuple[_Band, FigureCandidate]]]:
    """The groups of bands of what is asked for, in order, the best first: rates, or what adds up."""
    seen, asked = set[str](), {want.term for want in result.question.asked}
    for seed in result.figures[:_LOOKED_AT]:
        figure = seed.figure
        other = {t for t in terms(" ".join(figure.label_path[:-1])) if is_concept(t)} - asked - DIVIDING - COMMON
        lacks = other or vetoed(seed) or any(is_concept(term) for term in seed.features.missing)
        lacks = lacks or seed.features.cover < LIMITS.cover
        if figure.cell is None or figure.id in seen or lacks or seed.features.period < LIMITS.period:
            continue
        if not figure.label_path or not _BAND.fullmatch(figure.label_path[-1]):
            continue
        parts = [c for c in parts_of(searcher, result, seed) if c.figure.value is not None]
        seen |= {c.figure.id for c in parts}
        bands = [(_band(c.figure.label_path[-1]), c) for c in parts]
        group = [(band, c) for band, c in bands if band is not None]
        if len(group) == len(parts) >= _LEAST and _adds_up(parts) != rates:
            yield sorted(group, key=lambda one: one[0].low or 0)


def _band(label: str) -> _Band | None:
    found = _BAND.fullmatch(label)
    if found is None:
        return None
    if found["a"]:
        return _Band(int(found["a"]), int(found["b"]))
    if found["below"]:
        return _Band(None, int(found["below"]) - 1)
    if found["above"]:
        return _Band(int(found["above"]) + 1, None)
    return _Band(None, int(found["to"])) if found["to"] else _Band(int(found["from"]), None)


def _adds_up(parts: Sequence[FigureCandidate]) -> bool:
    """Whether figures are counts, or shares of one whole; rates of each band are neither."""
    if parts[0].figure.unit != "%":
        return "/" not in (parts[0].figure.unit or "")
    return abs(sum((c.figure.value or Decimal(0) for c in parts), Decimal(0)) - _WHOLE) <= _ROUNDING


def _inside(group: Sequence[tuple[_Band, FigureCandidate]], wanted: _Band) -> list[FigureCandidate] | None:
    """The bands between the limits; None where they leave a gap, or none ends at a limit."""
    for (before, _), (after, _) in pairwise(group):
        if before.high is None or after.low is None or after.low - before.high not in {0, 1}:
            return None
    starts = [i for i, (band, _) in enumerate(group) if band.low == wanted.low]
    ends = [i for i, (band, _) in enumerate(group) if band.high == wanted.high]
    first, last = (0 if wanted.low is None else next(iter(starts), None)), next(iter(reversed(ends)), None)
    last = len(group) - 1 if wanted.high is None else last
    return [c for _, c in group[first : last + 1]] if first is not None and last is not None else None


def _worked_out(
    group: Sequence[tuple[_Band, FigureCandidate]], inside: Sequence[FigureCandidate], *, share: bool
) -> Decision:
    values = [c.figure.value or Decimal(0) for c in inside]
    summed, unit = " + ".join(map(operand_words, values)), unit_of(inside)
    outcome, operands = sum(values, Decimal(0)), list(inside)
    if share and unit != "%":
        whole = sum((c.figure.value or Decimal(0) for _, c in group), Decimal(0))
        summed, unit = f"({summed}) / {operand_words(whole)} x 100", "%"
        outcome = (outcome / whole * 100).quantize(_HUNDREDTH, ROUND_HALF_UP)
    name = " plus ".join(label_of(c.figure) for c in inside)
    of = f"{', '.join(amount(c.figure) for c in inside[:-1])} and {amount(inside[-1].figure)}"
    said = f"{'share of ' if share else ''}{name}: {with_unit(outcome, unit)} ({of})"
    text = re.sub(r"\s+", " ", f"{said[:1].upper()}{said[1:]} {period_words(inside[0].figure.period)}.")
    return Decision("answered", text, figures=operands, calculation=Calculation(summed, outcome, unit))
