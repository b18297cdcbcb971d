"""Whose dollars "$" means: those that the filing reports in.

A bare "$" is read as the dollar of the United States. In a filing that reports in Australian dollars it is Australian,
save where the page says otherwise ("US$", "USD") on the number, in its labels or above its table.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tickmark.ingest.model import Block, Callout, Column, Figure, Filing, Paragraph, Row, Table

__all__ = ["in_own_dollars"]

_DOLLARS: Final = frozenset({"AUD", "CAD", "HKD", "SGD", "NZD", "TWD"})
_AMERICAN = re.compile(
    r"US\s?\$|\bUSD\b|\bU\.?S\.?\s+(?:dollars?|cents?)|United\s+States\s+dollars?|美元", re.IGNORECASE
)
# above a table an amount ("of which US$1.2 million") says nothing of its unit
_UNIT_LINE = re.compile(rf"(?:{_AMERICAN.pattern})(?!\s?\d)", re.IGNORECASE)


def in_own_dollars(filing: Filing) -> Filing:
    """The filing with its bare dollars in its own currency; unchanged where that is no dollar or the American one."""
    if filing.currency not in _DOLLARS:
        return filing
    code = filing.currency
    return replace(filing, blocks=tuple(_block(block, code) for block in filing.blocks))


def _block(block: Block, code: str) -> Block:
    if isinstance(block, Table):
        return _table(block, code)
    if isinstance(block, Paragraph | Callout):
        return replace(block, figures=tuple(_figure(f, code) for f in block.figures))
    return block


def _table(table: Table, code: str) -> Table:
    above = " ".join((table.unit_line, table.caption, table.lead_in))
    if _UNIT_LINE.search(above):
        return table
    return replace(
        table,
        columns=tuple(_column(column, code) for column in table.columns),
        rows=tuple(_row(row, code) for row in table.rows),
        loose=tuple(_figure(f, code) for f in table.loose),
    )


def _row(row: Row, code: str) -> Row:
    cells = tuple(replace(c, figures=tuple(_figure(f, code, in_table=True) for f in c.figures)) for c in row.cells)
    if row.currency != "USD" or _AMERICAN.search(" ".join(row.label_path)):
        return replace(row, cells=cells)
    return replace(row, cells=cells, currency=code, unit=_unit(row.unit, code))


def _column(column: Column, code: str) -> Column:
    if column.currency != "USD" or _AMERICAN.search(" ".join(column.path)):
        return column
    return replace(column, currency=code, unit=_unit(column.unit, code))


def _figure(figure: Figure, code: str, *, in_table: bool = False) -> Figure:
    if figure.currency != "USD" or figure.concept is not None:
        return figure
    around = " ".join((*figure.label_path, *figure.column_path)) if in_table else ""
    if _AMERICAN.search(f"{figure.printed} {figure.quote} {around}"):
        return figure
    return replace(figure, currency=code, unit=_unit(figure.unit, code))


def _unit(unit: str | None, code: str) -> str | None:
    """The unit with the other code ("USD/share"); "cents" stay cents."""
    return re.sub(r"\bUSD\b", code, unit) if unit else unit
