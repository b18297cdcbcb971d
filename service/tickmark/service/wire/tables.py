"""Rebuilt tables on the wire: what ``tickmark tables --json`` says of columns, rows and what was set aside."""

from __future__ import annotations

from tickmark.service.wire.shapes import FigureFields, Out, Pair, PeriodOut, Plain

__all__ = ["ColumnOut", "RowOut", "TableCellOut", "TableOut"]


class ColumnOut(Out):
    """One value column of a rebuilt table."""

    path: list[str]
    period: PeriodOut | None
    unit: str | None
    currency: str | None
    scale: Plain


class TableCellOut(Out):
    """One cell: its first figure, and ``figures``, all of them, when it holds more than one."""

    column: int
    printed: str
    figure: FigureFields | None
    figures: list[FigureFields]


class RowOut(Out):
    """One row of a rebuilt table."""

    lines: Pair
    number: str | None
    label_path: list[str]
    unit: str | None
    footnotes: list[str]
    cells: list[TableCellOut]


class TableOut(Out):
    """A table as it was rebuilt, and what was set aside in doing so."""

    table: int
    lines: Pair
    section: list[str]
    caption: str
    lead_in: str
    unit: str
    stub: list[str]
    columns: list[ColumnOut]
    rows: list[RowOut]
    noise: list[tuple[int, str]]
