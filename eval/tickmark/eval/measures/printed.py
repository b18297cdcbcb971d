"""Whether the number that answers is printed in the first passages: a measure that any system can be held to."""

from __future__ import annotations

import re
from decimal import Decimal

from tickmark.eval.measures.base import Measure
from tickmark.eval.model import GoldFigure, Question, Response

__all__ = ["PrintedWithin", "numbers_printed"]

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?")


def numbers_printed(text: str) -> set[Decimal]:
    """Every number in a text, separators removed, signs left aside, trailing zeros dropped."""
    return {Decimal(match.group().replace(",", "")).normalize() for match in _NUMBER.finditer(text)}


def _wanted(figure: GoldFigure) -> list[list[Decimal]]:
    """The numbers to look for: all of one of these lists. A value may be printed at any scale of a thousand."""
    if figure.low is not None and figure.high is not None:
        return [[abs(figure.low).normalize(), abs(figure.high).normalize()]]
    if figure.number is not None:
        return [[abs(figure.number).normalize()]]
    if figure.value is not None:
        return [[abs(figure.value).scaleb(-shift).normalize()] for shift in (0, 3, 6, 9, -2)]
    return []


class PrintedWithin(Measure):
    """Whether the number of an answer is printed in the first ``cutoff`` passages."""

    def __init__(self, cutoff: int) -> None:
        self.cutoff = cutoff
        self.name = f"number@{cutoff}"
        first = "the first passage" if cutoff == 1 else f"the first {cutoff} passages"
        self.help = f"the number that answers is printed in {first}"

    def value(self, question: Question, response: Response) -> float | None:
        """1 where it is; asked where one figure answers."""
        figures = [figure for figure in question.figures if figure.role == "alternative"]
        wanted = [numbers for figure in figures for numbers in _wanted(figure)]
        if not wanted or question.status not in {None, "answered"}:
            return None
        texts = [passage.text or "" for passage in response.passages[: self.cutoff]]
        printed = numbers_printed("\n".join(texts))
        return float(any(printed.issuperset(numbers) for numbers in wanted))
