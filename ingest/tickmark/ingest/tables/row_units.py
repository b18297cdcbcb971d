"""Units that a row is told by what stands beside or around it: a column of units, a per-cent sign printed once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tickmark.ingest.figures.units import UnitSpec, parse_unit
from tickmark.ingest.tables.bands import Band
from tickmark.ingest.tables.condense import Item, Strip
from tickmark.ingest.tables.rate_rows import groups_of_rates, is_rate, rates_between, runs_of_rates, shared_percent
from tickmark.ingest.tables.stubs import Stub
from tickmark.ingest.tables.tells_time import tells_time

__all__ = ["RowUnits"]

_PERCENT = UnitSpec("%")
# over a column of words: "Unit of measure", "Notional volume unit"
_OF_UNITS = re.compile(r"(?:[\w-]+\s+){0,3}units?(?:\s+of\s+measure(?:ment)?)?", re.IGNORECASE)


# a column of what changed between two times
_CHANGED = re.compile(r"\b(?:change|increase|decrease|variance)\b", re.IGNORECASE)


class RowUnits:
    """The units that rows of one table are told so. ``stubs``: the labels of each band's rows, by row."""

    def __init__(self, strips: Sequence[Strip], bands: Sequence[Band], stubs: Sequence[Mapping[int, Stub]]) -> None:
        self._rated = groups_of_rates((stub.group, strips[row].numbers) for rows in stubs for row, stub in rows.items())
        self._between = runs_of_rates(
            (row, stub.label, strips[row].numbers) for rows in stubs for row, stub in rows.items()
        )
        heads = [item for band in bands for row in band.header for item in strips[row].items]
        self._columns = [head for head in heads if _OF_UNITS.fullmatch(head.text.text)]

    def of(self, strip: Strip, stub: Stub, row: Sequence[tuple[Item, tuple[str, ...]]]) -> dict[int, UnitSpec]:
        """The units of a row's bare numbers, by grid column; ``row``: its numbers, each with the header over it."""
        if (printed := self._printed(strip)) is not None:
            return {item.column: printed for item, _ in row if item.sign is None and not item.percent}
        if strip.row in self._between:
            rates = rates_between([item for item, _ in row])
        elif stub.group in self._rated:
            rates = rates_between([item for item, path in row if path and _of_time(path)], stub.group)
        else:
            rates = shared_percent(stub.label or " ".join(stub.group[-1:]), row)
            rates |= {item.column for item, path in row if is_rate(item, stub.label, path[-1] if path else "")}
        return dict.fromkeys(rates, _PERCENT)

    def _printed(self, strip: Strip) -> UnitSpec | None:
        """The unit that a row prints as a text, under a header that says that this is a unit."""
        for head in self._columns:
            for item in strip.items:
                if item.reading.kind == "text" and item.column > 0 and head.first <= item.column <= head.last:
                    return parse_unit(item.text.text) or None
        return None


def _of_time(path: tuple[str, ...]) -> bool:
    """Whether a column holds its rows at a time, or what changed in them."""
    return tells_time(path[-1]) or any(_CHANGED.search(text) for text in path)
