"""Rows of rates that print their per-cent sign once: "Effective tax rate | 15.7% | 11.5 | 15.4".

The sign in one cell speaks for the others where the label names a rate, and the columns are one thing at different
times. Beside a column of its own ("Rate", "Amount") it says nothing of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tickmark.ingest.tables.condense import Item
from tickmark.ingest.tables.tells_time import tells_time

__all__ = ["groups_of_rates", "is_rate", "names_rate", "rates_between", "runs_of_rates", "shared_percent"]

_RATE = re.compile(
    r"\b(?:rates?|percent(?:age)?s?|margins?|ratios?|yields?)\b|\bas\s+an?\s+%|%\s+of\b|率|百分比|佔比|占比",
    re.IGNORECASE,
)
# what is named after a rate, and is none: "Interest rate swaps"
_NAMED_AFTER = re.compile(
    r"\brates?\s+(?:swaps?|caps?|collars?|contracts?|derivatives?|notes?|debt|loans?|borrowings?|securities|bonds?"
    r"|instruments?"
    r"|products?|agreements?|locks?|hedges?|mortgages?)\b|\bmargin\s+(?:loans?|deposits?|calls?)\b",
    re.IGNORECASE,
)
_PERCENT_OF = re.compile(r"\bpercent(?:age)?s?\b", re.IGNORECASE)
# what is a rate for certain; "Interest rate" alone may head what interest rates have moved
_A_RATE = re.compile(
    r"(?:.*\s)?(?:effective|coupon|(?:contractual|stated|effective|nominal|(?:weighted[\s-])?average|annual)"
    r"\s+(?:[\w-]+\s+){0,2}?(?:interest|discount|coupon|tax|borrowing))\s+rates?\W*(?:[(\[][^()\[\]]*[)\]]\W*)?",
    re.IGNORECASE,
)
_ENDS_IN_RATE = re.compile(
    r"(?:\b(?:ratio|rate|percentage|margin)|\breturn\s+on\s+(?:\w+\s+)?\w+)\W*(?:[(\[]\w{1,2}[)\]])?$", re.IGNORECASE
)
_OF_EXCHANGE = re.compile(
    r"\b(?:exchange|currency|conversion|spot|forward|charter|day|run|room|hire|wage|hourly)\b", re.IGNORECASE
)
_LEAST, _MOST = Decimal("0.5"), Decimal(30)
_DECIMALS = re.compile(r"\.\d")
_GROUPED = re.compile(r"\d[,\s']\d{3}")
_USUAL = 100  # per cent
_GROWN = 999  # a growth may be more
_LIKE = 4  # times as much


def names_rate(text: str) -> bool:
    """Whether a label names a rate, a percentage, a margin, a ratio or a yield."""
    return _RATE.search(text) is not None and _NAMED_AFTER.search(text) is None


def shared_percent(label: str, row: Sequence[tuple[Item, tuple[str, ...]]]) -> frozenset[int]:
    """The grid columns of the bare numbers of a row that its printed per-cent sign speaks for.

    Args:
        label: the label of the row.
        row: its numbers, each with the header path of its column.
    """
    dated = [item for item, path in row if item.value and path and tells_time(path[-1])]
    signed = [item for item in dated if item.percent]
    bare = [item for item in dated if not item.percent]
    if not signed or not bare or not names_rate(label):
        return frozenset()
    most = max((abs(m.number) for item in signed for m in item.reading.mentions if m.number is not None), default=0)
    if not all(_alike(item, max(_USUAL, _LIKE * int(most))) for item in bare):
        return frozenset()
    return frozenset(item.column for item in bare)


def groups_of_rates(rows: Iterable[tuple[tuple[str, ...], Sequence[Item]]]) -> frozenset[tuple[str, ...]]:
    """The groups named after rates whose first and last rows print a per-cent sign: it holds for the rows between.

    Of a group named after percentages the first row is enough.

    Args:
        rows: the group of each row, from outermost to innermost, and its numbers.
    """
    signed: dict[tuple[str, ...], list[bool]] = {}
    for group, numbers in rows:
        first = next((item for item in numbers if item.value), None)
        if first is not None and group and names_rate(group[-1]):
            signed.setdefault(group, []).append(first.percent)
    return frozenset(
        group
        for group, rates in signed.items()
        if len(rates) > 1 and rates[0] and (rates[-1] or _PERCENT_OF.search(group[-1]))
    )


def rates_between(row: Sequence[Item], group: tuple[str, ...] = ()) -> frozenset[int]:
    """The grid columns of the bare numbers of a row among signed ones; ``group``: the one that it stands in."""
    most = _GROWN if group and _PERCENT_OF.search(group[-1]) else _USUAL
    return frozenset(item.column for item in row if item.value and not item.percent and _alike(item, most))


def runs_of_rates(rows: Iterable[tuple[int, str, Sequence[Item]]]) -> frozenset[int]:
    """The rows named after ratios that print no per-cent sign, in a run of such rows whose first and last print it.

    Args:
        rows: the number of each row, its label and its numbers.
    """
    found: set[int] = set()
    run: list[int] | None = None  # the bare rows since one with a sign
    for at, label, numbers in rows:
        values = [item for item in numbers if item.value]
        if values and values[0].percent:
            found.update(run or ())
            run = []
        elif run is not None and _ENDS_IN_RATE.search(label) and all(_DECIMALS.search(i.core.text) for i in values):
            run.append(at)
        else:
            run = None
    return frozenset(found)


def is_rate(item: Item, label: str, head: str) -> bool:
    """Whether a number without a sign is a percentage because its row or its column is a rate and nothing else."""
    if item.sign is not None or item.percent or not item.value or not _alike(item, _USUAL):
        return False
    if not _DECIMALS.search(item.core.text) or not any(
        _A_RATE.fullmatch(t) and not _OF_EXCHANGE.search(t) for t in (label, head)
    ):
        return False
    number = item.reading.mentions[0].number
    return number is not None and _LEAST <= abs(number) <= _MOST


def _alike(item: Item, most: int) -> bool:
    """Whether a number prints no unit of its own and is no larger than ``most``."""
    mentions = item.reading.mentions
    if item.sign is not None or len(mentions) != 1 or mentions[0].unit is not None or _GROUPED.search(item.core.text):
        return False
    return mentions[0].number is not None and abs(mentions[0].number) <= most
