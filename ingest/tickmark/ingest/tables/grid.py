"""The printed grid: what every reader hands to the table passes, whatever the format it came in."""

from __future__ import annotations

from dataclasses import dataclass, field

from tickmark.ingest.figures.readings import CellReading, read_cell
from tickmark.ingest.figures.units import NO_UNIT_SPEC, UnitSpec
from tickmark.ingest.markup import Marked

__all__ = ["Grid", "GridCell", "GridRow", "TableContext"]

EMPTY = Marked("", (), 0)


@dataclass(frozen=True, slots=True)
class GridCell:
    """One printed cell; ``width`` and ``height`` are its spans. Only its first place holds it, the others are ``None``.

    ``bold`` and ``indent`` (points) are how it is set, where the format says.
    """

    text: Marked
    width: int = 1
    header: bool = False
    height: int = 1
    bold: bool = False
    indent: float = 0.0

    @property
    def reading(self) -> CellReading:
        """What the cell's text is, as a value."""
        return read_cell(self.text.text)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One printed row; ``cells[i]`` is grid column ``i``. ``chars`` bounds the row in the source."""

    cells: tuple[GridCell | None, ...]
    line: int
    chars: tuple[int, int]

    def text(self, column: int) -> str:
        """The text at a grid column; empty where nothing is printed."""
        cell = self.cells[column] if 0 <= column < len(self.cells) else None
        return cell.text.text if cell else ""

    @property
    def width(self) -> int:
        """Grid columns of the row, trailing blanks counted."""
        return len(self.cells)

    @property
    def filled(self) -> list[int]:
        """The grid columns where something is printed."""
        return [i for i, cell in enumerate(self.cells) if cell and cell.text]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows as printed. ``exact``: columns are certain (HTML, pipes); otherwise rows may be shifted (tabs).

    ``spans``: how far a header cell reaches is certain too (HTML); otherwise blanks beside it may belong to it.
    ``index``: its 0-based number among all tables of the document, where the format counts them (HTML documents: nested
    tables and layout tables count as well); such a grid is read by its geometry (:mod:`.sheet`).
    ``whole``: signs and brackets stand in the cells of their numbers (PDF): a dash in a cell of its own is nothing.
    """

    rows: tuple[GridRow, ...]
    exact: bool = False
    spans: bool = False
    caption: str = ""
    index: int | None = None
    whole: bool = False

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((row.width for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class TableContext:
    """What stands around a table and bears on its cells.

    ``before`` is the text directly above (captions, lead-in), nearest last; ``marks`` the footnote marks that the
    document explains, so that a digit glued to a label can be told from a part of its name; ``below`` the unit that the
    words under the table give it.
    """

    section: tuple[str, ...] = ()
    caption: str = ""
    lead_in: str = ""
    unit_line: str = ""
    marks: frozenset[str] = field(default_factory=frozenset)
    below: UnitSpec = NO_UNIT_SPEC
