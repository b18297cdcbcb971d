"""The nouns of a table by geometry: its cells, rows and columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from tickmark.ingest.readers.pdf.page import Word

__all__ = ["Cell", "Column", "TableRow"]


@dataclass(slots=True)
class Cell:
    """Words of one cell, line by line; ``width`` counts the columns it reaches over."""

    lines: list[list[Word]]
    column: int
    width: int = 1


@dataclass(slots=True)
class TableRow:
    """Cells by column; the first column holds the labels.

    ``again``: a header said again where a page begins. ``centred``: values in the middle of a label of two lines.
    """

    cells: dict[int, Cell] = field(default_factory=dict)
    header: bool = False
    again: bool = False
    centred: bool = False
    base: float = 0.0
    size: float = 0.0

    def put(self, column: int, width: int, words: list[Word]) -> None:
        """Words in a cell; where it has some already, they go on with these."""
        cell = self.cells.get(column)
        if cell is None:
            self.cells[column] = Cell([list(words)], column, width)
        else:
            cell.lines[-1] += words
            cell.width = max(cell.width, width)


@dataclass(slots=True)
class Column:
    """Where the values of a column stand, and the lines that have one."""

    x0: float
    x1: float
    lines: set[int] = field(default_factory=set)
    dashes: bool = True

    @property
    def middle(self) -> float:
        """Centre."""
        return (self.x0 + self.x1) / 2
