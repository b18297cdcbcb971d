"""The amounts of sentences in the scale that is said above them, where the tables of the filing bear it out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tickmark.ingest.model import Block, Callout, Figure, Heading, Paragraph, Table
from tickmark.ingest.readers.told_scale import Stretch, amounts, stretches

__all__ = ["with_prose_scales"]

ONE = Decimal(1)
_FEWEST = 3  # different amounts that sentences and tables print alike
_SURE = 3  # times as many as are written out in full
_OWN = 4  # at least so many amounts without a scale for one that names it
_ROUND = 100
_FEWEST_DIGITS = 100
_TWICE = 2
_LONG = 1_000_000
_DECIMALS = re.compile(r"\.\d")


@dataclass(slots=True)
class _Printed:
    """The amounts that scaled tables print, by scale and currency."""

    numbers: dict[tuple[Decimal, str], set[Decimal]] = field(default_factory=lambda: defaultdict(set))
    decimals: set[Decimal] = field(default_factory=set)

    def add(self, figure: Figure) -> None:
        if figure.number is None or figure.currency is None or figure.scale == ONE:
            return
        self.numbers[figure.scale, figure.currency].add(abs(figure.number))
        if _DECIMALS.search(figure.printed):
            self.decimals.add(figure.scale)


def with_prose_scales(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], int]:
    """The blocks, amounts in sentences in the scale that the head above them says; and how many took one."""
    made = list(blocks)
    took = 0
    known: _Printed | None = None
    for stretch in stretches(blocks):
        known = known or _printed(blocks)
        figures = list(_amounts(blocks, stretch, known))
        if not _borne_out(figures, _named(blocks, stretch), stretch, known):
            continue
        scaled = {figure.id for figure in figures if _fits(figure, stretch, known)}
        took += len(scaled)
        for at in range(stretch.first, stretch.stop):
            made[at] = _scaled(made[at], scaled, stretch.note.scale)
    return tuple(made), took


def _printed(blocks: Sequence[Block]) -> _Printed:
    known = _Printed()
    for block in blocks:
        for figure in block.figures if isinstance(block, Table) else ():
            known.add(figure)
    return known


def _amounts(blocks: Sequence[Block], stretch: Stretch, known: _Printed) -> Iterator[Figure]:
    """The amounts of the sentences of a stretch that name no scale."""
    for block in blocks[stretch.first : stretch.stop]:
        if isinstance(block, Paragraph | Callout):
            yield from amounts(block.figures, decimals=stretch.note.scale in known.decimals)


def _named(blocks: Sequence[Block], stretch: Stretch) -> int:
    """How many amounts of a stretch name their own scale."""
    texts = (b for b in blocks[stretch.first : stretch.stop] if isinstance(b, Paragraph | Callout))
    return sum(f.scale != ONE and f.currency is not None for block in texts for f in block.figures)


def _borne_out(figures: list[Figure], named: int, stretch: Stretch, known: _Printed) -> bool:
    """Whether sentences print what the tables print, and next to none of it in full or with its own scale."""
    alike: set[Decimal] = set()
    full: set[Decimal] = set()
    for figure in figures:
        assert figure.number is not None and figure.currency is not None
        number, printed = abs(figure.number), known.numbers[stretch.note.scale, figure.currency]
        if number >= _FEWEST_DIGITS and number % _ROUND and number in printed:
            alike.add(number)
        whole = (number / stretch.note.scale).to_integral_value()
        if whole >= _FEWEST_DIGITS and whole in printed:
            full.add(number)
    return len(alike) >= max(_FEWEST, _SURE * len(full)) and len(figures) >= _OWN * named


def _fits(figure: Figure, stretch: Stretch, known: _Printed) -> bool:
    """Whether an amount is of the size that the tables print: one that is larger may be written out."""
    printed, number = known.numbers[stretch.note.scale, figure.currency or ""], abs(figure.number or ONE)
    return bool(printed) and number <= max(printed) * (1 if number >= _LONG else _TWICE)


def _scaled(block: Block, ids: set[str], scale: Decimal) -> Block:
    if isinstance(block, Heading | Table) or not ids:
        return block
    return replace(block, figures=tuple(replace(f, scale=scale) if f.id in ids else f for f in block.figures))
