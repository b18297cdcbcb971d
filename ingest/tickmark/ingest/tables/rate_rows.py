"""Rows of rates that print their per-cent sign once: "Effective tax rate | 15.7% | 11.5 | 15.4".

The sign in one cell speaks for the others where the label names a rate, and the columns are one thing at different
times. Beside a column of its own ("Rate", "Amount") it says nothing of the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.ingest.tables.condense import Item
from tickmark.ingest.tables.tells_time import tells_time

__all__ = ["names_rate", "shared_percent"]

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
_GROUPED = re.compile(r"\d[,\s']\d{3}")
_USUAL = 100  # per cent
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


def _alike(item: Item, most: int) -> bool:
    """Whether a number prints no unit of its own and is no larger than ``most``."""
    mentions = item.reading.mentions
    if item.sign is not None or len(mentions) != 1 or mentions[0].unit is not None or _GROUPED.search(item.core.text):
        return False
    return mentions[0].number is not None and abs(mentions[0].number) <= most
