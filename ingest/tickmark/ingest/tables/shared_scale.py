"""The scale of a table that says none, from a table of the same filing that says its own and prints the same amounts.

A summary in a report's discussion often leaves out the "in millions" of the statements it repeats. Where at least three
of its amounts stand in such a statement, number for number, under the same words and for the same time, they are the
same amounts, and so is their scale. One that is written out in full there, or stands under two scales, says no.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tickmark.ingest.model import Block, Figure, Row, Table

__all__ = ["with_shared_scales"]

ONE = Decimal(1)
_FEWEST = 3  # amounts that two tables share
_FEWEST_DIGITS = 3
_MOST_ALIKE = 200  # places that one number for one time is remembered in
_WORDS = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"\((?:\d{1,2}|[a-z])\)")
_OWN_WORDS = re.compile(r"[A-Za-z]{4}|[千万萬亿億]|\b(?:bn|mn?|k)\b")  # "$5 million" says its own scale
_PER = re.compile(r"\bper\b|每", re.IGNORECASE)
# what a label ends in, or begins with, that counts things and no money, unless a sign says otherwise
_THINGS = re.compile(
    r"^(?:average\s+|total\s+)?number\s+of\b"
    r"|\b(?:days|hours|nights|months|years|employees|headcount|customers|subscribers|passengers|visitors|guests|vessels"
    r"|ships|aircraft"
    r"|stores|branches|hotels|rooms|tons|tonnes|barrels|miles|ounces|gallons|units|shares|volumes?)\W*$",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[$£€¥₹₩]|[A-Z]{2,3}")
_CENTS = re.compile(r"\.\d\d\b")

_Key = tuple[Decimal, str | None, str | None]


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of a statement that tells its scale: of which table, under which words."""

    table: int
    words: frozenset[str]
    scale: Decimal


@dataclass(slots=True)
class _Known:
    """The amounts of tables that tell a scale: by number and period as printed, and with the number in full."""

    printed: dict[_Key, set[_Amount]] = field(default_factory=lambda: defaultdict(set))
    full: dict[_Key, set[_Amount]] = field(default_factory=lambda: defaultdict(set))

    def add(self, figure: Figure, number: Decimal, amount: _Amount) -> None:
        for kept, key in ((self.printed, number), (self.full, number * figure.scale)):
            alike = kept[_key(figure, key)]
            if len(alike) < _MOST_ALIKE:
                alike.add(amount)


def with_shared_scales(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], int]:
    """The blocks, their tables without a scale in that of tables with the same amounts; and how many took one."""
    known = _Known()
    silent: list[int] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Table):
            continue
        amounts = [(figure, number) for figure in block.figures if (number := _amount(figure)) is not None]
        scaled = [(figure, number) for figure, number in amounts if figure.scale != ONE]
        if amounts and not scaled:
            silent.append(at)
        for figure, number in scaled:
            if _digits(number) >= _FEWEST_DIGITS and (words := _words(figure)):
                known.add(figure, number, _Amount(block.index, words, figure.scale))
    made = list(blocks)
    took = 0
    for at in silent:
        table = made[at]
        assert isinstance(table, Table)
        scale = _scale_of(table, known)
        if scale is not None:
            made[at] = _scaled(table, scale)
            took += 1
    return tuple(made), took


def _amount(figure: Figure) -> Decimal | None:
    """The number of a figure that is money in a cell and prints no scale itself, without its sign."""
    if figure.origin != "cell" or figure.number is None or figure.currency is None or figure.unit != figure.currency:
        return None
    if (
        _counts_things(figure)
        or _PER.search(" ".join((*figure.label_path[-1:], *figure.column_path[-1:])))
        or _OWN_WORDS.search(figure.printed)
    ):
        return None
    return abs(figure.number)


def _counts_things(figure: Figure) -> bool:
    """Whether a label says that its row counts days, ships or shares, although its unit was read as money."""
    label = _MARKS.sub(" ", figure.label_path[-1] if figure.label_path else "").strip()
    return _THINGS.search(label) is not None and _SIGN.search(figure.printed) is None


def _digits(number: Decimal) -> int:
    return len(str(number).replace(".", "").lstrip("0"))


def _words(figure: Figure) -> frozenset[str]:
    label = figure.label_path[-1] if figure.label_path else ""
    return frozenset(_WORDS.findall(_MARKS.sub(" ", label.lower())))


def _key(figure: Figure, number: Decimal) -> _Key:
    period = figure.period
    return (number, period.start if period else None, period.end if period else None)


def _scale_of(table: Table, known: _Known) -> Decimal | None:
    """The one scale under which another table prints at least three of the amounts of a table."""
    shared: dict[tuple[int, Decimal], set[_Key]] = defaultdict(set)
    for figure, number in _told(table):
        words, key = _words(figure), _key(figure, number)
        if any(_same(words, amount.words) for amount in known.full.get(key, ())):
            return None  # written out in full
        for amount in known.printed.get(key, ()):
            if _same(words, amount.words):
                shared[amount.table, amount.scale].add(key)
    scales = Counter(scale for (_, scale), keys in shared.items() if len({k[0] for k in keys}) >= _FEWEST)
    others = {scale for _, scale in shared}
    return next(iter(scales)) if len(scales) == 1 == len(others) else None


def _told(table: Table) -> Iterator[tuple[Figure, Decimal]]:
    """The labelled amounts of a table that have a time and enough digits to be known again."""
    for figure in table.figures:
        number = _amount(figure)
        dated = figure.period is not None and figure.period.end is not None
        if number is not None and dated and _digits(number) >= _FEWEST_DIGITS and _words(figure):
            yield figure, number


def _same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return ours <= theirs or theirs <= ours


def _scaled(table: Table, scale: Decimal) -> Table:
    """The table in a scale; what is given per share or unit, and cents among whole amounts, stay as they are."""
    amounts = [figure for figure in table.figures if _amount(figure) is not None]
    cents = 2 * sum(_CENTS.search(figure.printed) is not None for figure in amounts) > len(amounts)

    def laid(figure: Figure) -> Figure:
        whole = _amount(figure) is not None and (cents or not _CENTS.search(figure.printed))
        return replace(figure, scale=scale) if whole else figure

    def row(old: Row) -> Row:
        cells = (replace(cell, figures=tuple(map(laid, cell.figures))) for cell in old.cells)
        return replace(old, cells=tuple(cells))

    return replace(table, rows=tuple(map(row, table.rows)), loose=tuple(map(laid, table.loose)))
