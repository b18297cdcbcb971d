"""The flow of an HTML document: paragraphs and tables in reading order, as they are marked up."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["CellNode", "Flow", "Paragraph", "RowNode", "TableNode"]


@dataclass(slots=True)
class Paragraph:
    """A run of text without a block inside. ``runs``: (start, stop, raised) in the source; an empty run is a blank.

    ``bold``, ``underlined``, ``italic`` and ``length`` count printed characters; ``size`` is the largest, in points.
    """

    runs: list[tuple[int, int, bool]] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    underlined: int = 0
    italic: int = 0
    linked: int = 0
    size: float = 0.0
    align: str = ""
    indent: float = 0.0
    level: int = 0
    item: bool = False
    preformatted: bool = False
    page_break: bool = False


@dataclass(slots=True)
class CellNode:
    """A cell: its spans, and what stands in it."""

    start: int
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    flow: Flow = field(default_factory=list)


@dataclass(slots=True)
class RowNode:
    """A row of a table; ``[start, stop)`` of the source."""

    start: int
    stop: int
    cells: list[CellNode] = field(default_factory=list)


@dataclass(slots=True)
class TableNode:
    """A table as marked up; ``index`` is its 0-based number among all tables of the document, nested ones counted."""

    index: int
    start: int
    stop: int
    rows: list[RowNode] = field(default_factory=list)
    caption: Flow = field(default_factory=list)


Flow = list[Paragraph | TableNode]
