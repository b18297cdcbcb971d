"""What the numbers of a grid print beside their digits, by value column: currency signs, per-cent signs, hundredths."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tickmark.ingest.tables.condense import Item

__all__ = ["in_hundredths", "percents_of", "signs_of"]

_HUNDREDTHS = re.compile(r"\.\d\d\b(?!\d)")


def signs_of(numbers: Iterable[tuple[Item, int | None]]) -> dict[int, str]:
    """The currency sign printed in each value column, the first of it; ``numbers`` come with theirs."""
    signs: dict[int, str] = {}
    for item, lane in numbers:
        if item.sign and lane is not None:
            signs.setdefault(lane, item.sign)
    return signs


def percents_of(numbers: Iterable[tuple[Item, int | None]]) -> set[int]:
    """The value columns whose first number is a percentage."""
    first: dict[int, bool] = {}
    for item, lane in numbers:
        if item.value and lane is not None:
            first.setdefault(lane, item.percent)
    return {lane for lane, percent in first.items() if percent}


def in_hundredths(numbers: Iterable[Item]) -> bool:
    """Whether many amounts have two decimals."""
    values = [item.core.text for item in numbers if item.value and not item.percent]
    return 3 * sum(_HUNDREDTHS.search(text) is not None for text in values) > len(values)
