"""The rebuilt table around a figure: header levels, groups of rows, units, and the cited cells lit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby

from tickmark.index.model import FilingSummary
from tickmark.ingest.model import Cell, Column, Row, Table
from tickmark.service.web.figure import Place, place
from tickmark.service.wire.response import source_url
from tickmark.service.wording import scale_words

__all__ = ["CellView", "HeadCell", "RowView", "TableView", "table_view"]

# How many rows on either side of a lit one are shown at once, and how many are on the page at all.
NEAR = 4
MOST = 60


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A header cell over ``span`` columns; ``lit`` when a cited cell stands below it."""

    text: str
    span: int
    innermost: bool
    lit: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell. ``url`` opens the filing at it."""

    text: str
    url: str | None = None
    lit: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """One row, or the title of a group of rows (then there are no cells). ``far`` rows are shown when asked for."""

    label: str
    depth: int
    cells: tuple[CellView, ...] = ()
    unit: str = ""
    lit: bool = False
    far: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as the page shows it. ``left_out`` counts rows that only the filing itself shows."""

    key: str
    title: str
    lead_in: str
    units: str
    stub: str
    head: tuple[tuple[HeadCell, ...], ...]
    rows: tuple[RowView, ...]
    columns: int
    with_units: bool
    hidden: int
    total: int
    left_out: int
    place: Place


def table_view(table: Table, filing: FilingSummary, cited: Collection[str]) -> TableView:
    """The table, with the cells of the figures called ``cited`` lit.

    Args:
        table: as it was rebuilt; with at least one row and one column.
        filing: the one it stands in.
        cited: ids of figures.
    """
    lit_rows = [at for at, row in enumerate(table.rows) if _lit_columns(row, cited)] or [0]
    lit_columns = {column for row in table.rows for column in _lit_columns(row, cited)}
    first, last = max(0, lit_rows[0] - MOST), min(len(table.rows), lit_rows[-1] + MOST + 1)
    rows = tuple(_rows(table, filing, cited, range(first, last), lit_rows))
    hidden = sum(row.far for row in rows if not row.group)
    return TableView(
        key=f"{filing.id}-t{table.index}",
        title=table.caption or (table.section[-1] if table.section else "Table"),
        lead_in=table.lead_in,
        units=_units(table),
        stub=" / ".join(part for part in table.stub if part),
        head=tuple(_head(table.columns, lit_columns)),
        rows=rows if hidden > 1 else tuple(replace(row, far=False) for row in rows),
        columns=len(table.columns),
        with_units=any(row.unit for row in table.rows),
        hidden=hidden if hidden > 1 else 0,
        total=len(table.rows),
        left_out=len(table.rows) - (last - first),
        place=place(filing, table.span, table.section),
    )


def _lit_columns(row: Row, cited: Collection[str]) -> set[int]:
    return {cell.column for cell in row.cells if any(figure.id in cited for figure in cell.figures)}


def _units(table: Table) -> str:
    """The table's own unit line, or what its columns have in common: "GBP thousand"."""
    if table.unit_line:
        return table.unit_line
    common = {(column.unit, column.scale) for column in table.columns}
    if len(common) != 1 or any(row.unit for row in table.rows):
        return ""
    unit, scale = common.pop()
    return " ".join(part for part in (unit, scale_words(scale)) if part)


def _head(columns: Sequence[Column], lit: Set[int]) -> Iterator[tuple[HeadCell, ...]]:
    """The header levels, outermost first; neighbours under one banner share its cell."""
    depth = max((len(column.path) for column in columns), default=0)
    padded = [(at, ("",) * (depth - len(column.path)) + column.path) for at, column in enumerate(columns)]
    for level in range(depth - 1):
        cells = []
        for path, group in groupby(padded, key=lambda each: each[1][: level + 1]):
            below = [at for at, _ in group]
            cells.append(HeadCell(path[-1], len(below), innermost=False, lit=not lit.isdisjoint(below)))
        yield tuple(cells)
    if depth:
        yield tuple(HeadCell(path[-1], 1, innermost=True, lit=at in lit) for at, path in padded)


def _rows(
    table: Table, filing: FilingSummary, cited: Collection[str], shown: range, lit_rows: Sequence[int]
) -> Iterator[RowView]:
    """The rows, a title before each group. A title is as near as the nearest of its rows."""
    paths = [tuple(part for part in row.label_path[:-1] if part) for row in table.rows]
    near = [any(abs(at - lit) <= NEAR for lit in lit_rows) for at in range(len(table.rows))]
    above: tuple[str, ...] = ()
    for at in shown:
        row, groups = table.rows[at], paths[at]
        for depth, title in enumerate(groups):
            path = groups[: depth + 1]
            if path != above[: depth + 1]:
                end = next((j for j in range(at, shown.stop) if paths[j][: len(path)] != path), shown.stop)
                yield RowView(title, depth, far=not any(near[at:end]), group=True)
        above = groups
        lit = _lit_columns(row, cited)
        by_column = {cell.column: cell for cell in row.cells}
        yield RowView(
            label=row.label_path[-1] if row.label_path else "",
            depth=len(groups),
            cells=tuple(
                _cell(by_column.get(column), filing, lit=column in lit) for column in range(len(table.columns))
            ),
            unit=row.unit or "",
            lit=bool(lit),
            far=not near[at],
        )


def _cell(cell: Cell | None, filing: FilingSummary, *, lit: bool) -> CellView:
    if cell is None:
        return CellView("")
    figure = cell.figures[0] if cell.figures else None
    return CellView(cell.printed, source_url(filing.id, figure.span.chars) if figure else None, lit)
