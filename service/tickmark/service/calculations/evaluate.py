"""A formula worked out of the statements of one filing: exact arithmetic, each operand a cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from operator import add, mul, sub, truediv
from typing import Final, NamedTuple

from tickmark.index.asked.formulas import Formula, Leaf, Number, Operation, read_formula
from tickmark.index.model import FilingSummary
from tickmark.index.ranking.matching import Features
from tickmark.index.search import FigureCandidate, Searcher
from tickmark.index.statements.lines import Line, line_named, rows_of_line, statement_rows
from tickmark.index.statements.measures import measure_named
from tickmark.ingest.model import Figure, FigureRow, Period
from tickmark.service.members import months_of
from tickmark.service.wording import number_words, operand_words

__all__ = ["Book", "Worked", "evaluate"]

_WEEK: Final = 8
_DONE: Final = {"+": add, "-": sub, "*": mul, "/": truediv}
_FEATURES: Final = Features(
    cover=1.0, own=1.0, precision=1.0, dense=0.0, lexical=0.0, period=1.0, unit=0.0, change=0.0, origin=1.0, target=0.0
)


class Worked(NamedTuple):
    """What a formula gives: its value, the arithmetic in numbers and in words, and the operands in their order.

    ``amount``: the value is a sum of money, not a ratio.
    """

    value: Decimal
    expression: str
    words: str
    operands: tuple[FigureCandidate, ...]
    amount: bool
    simple: bool = True


class Book:
    """The rows of the primary statements of one filing, read once for all that is worked out of them."""

    def __init__(self, searcher: Searcher, filing: FilingSummary) -> None:
        self.searcher, self.filing = searcher, filing
        rows = searcher.rows_of(filing.id)
        self.rows = {kind: statement_rows(found, rows) for kind, found in searcher.statements(filing.id).items()}

    def figures(self, line: Line) -> list[tuple[Figure, FigureRow]]:
        """The figures of the rows that print a line, each with its row."""
        rows = {i: row for row in rows_of_line(line, self.rows.get(line.statement, ())) for i in row.figure_ids}
        return [(figure, rows[figure.id]) for figure in self.searcher.figures(list(rows))]


def evaluate(book: Book, formula: Formula, span: Period) -> Worked | None:
    """The value of a formula for a period; None where an operand is not there, is doubtful, or does not fit the others.

    Args:
        book: the filing that all operands are taken from.
        formula: its leaves are lines or other measures.
        span: a year, or a day for what only needs the balance sheet.
    """
    made = _Evaluation(book, span).of(formula)
    if made is None or not made.operands:
        return None
    scales = {c.figure.scale for c in made.operands}
    currencies = {c.figure.currency for c in made.operands}
    return made if len(scales) == len(currencies) == 1 else None


class _Evaluation:
    """One filing and one period; the leaves are looked up as the tree is walked."""

    def __init__(self, book: Book, span: Period) -> None:
        self.book, self.span = book, span

    def of(self, formula: Formula) -> Worked | None:
        if isinstance(formula, Number):
            return Worked(formula.value, number_words(formula.value), number_words(formula.value), (), amount=False)
        if isinstance(formula, Leaf):
            return self._leaf(formula)
        left, right = self.of(formula.left), self.of(formula.right)
        return _joined(formula, left, right) if left is not None and right is not None else None

    def _leaf(self, leaf: Leaf) -> Worked | None:
        line = line_named(leaf.name)
        if line is None:
            return self._nested(leaf)
        ends = self._ends(leaf)
        found = [self._figure(line, end) for end in ends]
        if not ends or not all(found):
            return None
        operands = tuple(c for c in found if c is not None)
        values = [_value(line, c.figure) for c in operands]
        if any(v is None for v in values):
            return None
        now, *before = [v for v in values if v is not None]
        if leaf.take == "average":
            expression = f"({operand_words(now)} + {operand_words(before[0])}) / 2"
            return Worked(
                (now + before[0]) / 2, expression, f"average {leaf.name}", operands, amount=True, simple=False
            )
        if leaf.take == "change":
            expression = f"{operand_words(now)} - {operand_words(before[0])}"
            return Worked(now - before[0], expression, f"change in {leaf.name}", operands, amount=True, simple=False)
        return Worked(now, operand_words(now), leaf.name, operands, amount=True)

    def _nested(self, leaf: Leaf) -> Worked | None:
        """Another measure inside this one: days of inventory in a cash conversion cycle."""
        measure = measure_named(leaf.name)
        ways = measure.formula.split(" or ") if measure is not None and leaf.take == "value" else []
        trees = (read_formula(way) for way in ways)
        made = next((found for tree in trees if tree is not None and (found := self.of(tree)) is not None), None)
        return made._replace(simple=False) if made is not None else None

    def _ends(self, leaf: Leaf) -> list[date]:
        """The days a leaf is of, the latest first; none where its years are not those of the period."""
        end = date.fromisoformat(self.span.end or "")
        wanted = [end] if leaf.take == "value" else [end, _year_before(end)]
        named = [end for end in wanted if not leaf.years or end.year in leaf.years]
        return wanted if len(named) == len(wanted) and len(leaf.years) in {0, len(wanted)} else []

    def _figure(self, line: Line, end: date) -> FigureCandidate | None:
        """The one value that a line has at a day, or in the year that ends there."""
        if line.flow and self.span.kind == "instant":
            return None
        fitting = [(figure, row) for figure, row in self.book.figures(line) if _fits(figure, line, end)]
        if len({(figure.value, figure.scale) for figure, _ in fitting}) != 1:
            return None
        return FigureCandidate(*fitting[0], self.book.filing, _FEATURES, 1.0)


def _fits(figure: Figure, line: Line, end: date) -> bool:
    period = figure.period
    if (
        figure.value is None
        or figure.currency is None
        or "/" in (figure.unit or "")
        or period is None
        or not period.end
    ):
        return False
    if abs((date.fromisoformat(period.end) - end).days) > _WEEK:
        return False
    return 11 <= months_of(period) <= 13 if line.flow else period.kind == "instant"


def _value(line: Line, figure: Figure) -> Decimal | None:
    value = figure.value
    if value is None or (line.positive and value <= 0):
        return None
    return abs(value) if line.outflow else value


def _year_before(end: date) -> date:
    return end.replace(year=end.year - 1, day=28 if (end.month, end.day) == (2, 29) else end.day)


def _joined(formula: Operation, left: Worked, right: Worked) -> Worked | None:
    """Two parts put together; None where that makes no sense.

    A ratio is not added to money, money not multiplied by money, and nothing divided by what is not above zero.
    """
    sign = formula.sign
    if sign in "+-":
        fits, amount = left.amount == right.amount, left.amount
    elif sign == "*":
        fits, amount = not (left.amount and right.amount), left.amount or right.amount
    else:
        fits, amount = right.value > 0 and (left.amount or not right.amount), left.amount and not right.amount
    if not fits:
        return None
    said = "x" if sign == "*" else sign
    return Worked(
        _DONE[sign](left.value, right.value),
        f"{_bracketed(left)} {said} {_bracketed(right)}",
        f"{_worded(left)} {said} {_worded(right)}",
        tuple({c.figure.id: c for c in (*left.operands, *right.operands)}.values()),
        amount=amount,
        simple=False,
    )


def _bracketed(part: Worked) -> str:
    return part.expression if part.simple else f"({part.expression})"


def _worded(part: Worked) -> str:
    compound = any(f" {each} " in part.words for each in "+-x/")
    return f"({part.words})" if compound else part.words
