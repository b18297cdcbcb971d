"""From a number mention to a :class:`~tickmark.ingest.model.Figure`, the same for cells, call-outs and prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.units import NO_UNIT_SPEC, UnitSpec
from tickmark.ingest.markup import SUPERSCRIPTS, lowered
from tickmark.ingest.model import CellRef, Figure, FigureOrigin, FigureStatus, Period
from tickmark.ingest.source import Source

__all__ = ["Around", "make_figure", "split_marks"]

ONE = Decimal(1)
_MARKS = re.compile(
    rf"\s*(?:\(([{SUPERSCRIPTS}]+)\)|\[([{SUPERSCRIPTS}]+)\]|([{SUPERSCRIPTS}]+))|\s?\[\^?(\w{{1,3}})\]$"
)
_INNER_MARK = re.compile(r"(?<=[a-z)])\s+(\d{1,2})(?=\s+(?:of|was|were|is|are|reached)\b)")
_NUMBERED = re.compile(
    r"\b(?:scope|phase|tier|level|stage|category|type|class|grade|part|note|item|no\.?|article|rule|section|version"
    r"|series|model|step|zone|line"
    r"|top|quarter|half|week|group|project|resolution)$",
    re.IGNORECASE,
)
_PLAIN_MARK = re.compile(r"(?<=[A-Za-z)])\s+(\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a number: everything of a figure that the number itself does not print."""

    origin: FigureOrigin
    label_path: tuple[str, ...] = ()
    column_path: tuple[str, ...] = ()
    period: Period | None = None
    unit: UnitSpec = NO_UNIT_SPEC
    section: tuple[str, ...] = ()
    cell: CellRef | None = None
    context: str = ""
    qualifiers: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()


def split_marks(label: str, known: frozenset[str] = frozenset()) -> tuple[str, tuple[str, ...]]:
    """A label without its footnote marks, and the marks; plain digits count only where the document explains them."""
    marks = tuple(lowered("".join(found)) for found in _MARKS.findall(label))
    bare = re.sub(r"\s+", " ", _MARKS.sub("", label)).strip()
    inner = _INNER_MARK.search(bare)
    if inner and inner[1] in known and not _NUMBERED.search(bare[: inner.start()]):
        bare, marks = bare[: inner.start()] + bare[inner.end() :], (*marks, inner[1])
    plain = _PLAIN_MARK.search(bare)
    if plain and plain[1] in known and not _NUMBERED.search(bare[: plain.start()]):
        return bare[: plain.start()], (*marks, plain[1])
    return bare, marks


def _each(own: tuple[str, ...], around: tuple[str, ...]) -> tuple[str, ...]:
    """Both, each word once."""
    return tuple(dict.fromkeys((*own, *around))) if own or around else ()


def make_figure(
    source: Source,
    chars: tuple[int, int],
    printed: str,
    mention: Mention | None,
    around: Around,
    *,
    status: FigureStatus = "value",
) -> Figure:
    """A figure at ``chars`` of the source. What the number prints itself wins over what stands around it."""
    own = mention is not None and mention.unit is not None
    scale = mention.scale if mention is not None and mention.scale != ONE else (ONE if own else around.unit.scale)
    unit, currency = (mention.unit, mention.currency) if own and mention else (around.unit.unit, around.unit.currency)
    if (
        own
        and mention is not None
        and mention.currency
        and around.unit.currency == mention.currency
        and around.unit.unit
    ):
        unit = around.unit.unit if "/" in around.unit.unit and "/" not in (unit or "") else unit
        scale = around.unit.scale if mention.scale == ONE and "/" not in (unit or "") else mention.scale
    quote = source.text[slice(*chars)]
    return Figure(
        id=source.figure_id(),
        printed=printed,
        quote=printed if quote == printed else quote,
        span=source.span(chars),
        origin=around.origin,
        status=status,
        number=mention.number if mention else None,
        low=mention.low if mention else None,
        high=mention.high if mention else None,
        scale=scale,
        unit=unit,
        currency=currency,
        period=around.period,
        label_path=around.label_path,
        column_path=around.column_path,
        qualifiers=_each(mention.qualifiers if mention else (), around.qualifiers),
        footnotes=_each(mention.footnotes if mention else (), around.footnotes),
        cell=around.cell,
        section=around.section,
        context=around.context,
    )
