"""Rows of a page as lines of a table: a label, and the segments behind it that hold values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tickmark.ingest.readers.pdf.page import Row
from tickmark.ingest.readers.pdf.segments import Segment, segments_of

__all__ = ["YEAR", "Line", "apart", "line_of", "not_label"]

YEAR = re.compile(r"^(?:FY\s?|CY\s?|Q[1-4]\s?|H[12]\s?)?'?(?:19|20)\d\d(?:/\d\d|E|A)?[*¹²³]*$|^FY\d\d[EA]?$")


@dataclass(eq=False)
class Line:
    """A row as a line of a table might be: its segments, and those that hold values."""

    row: Row
    segments: list[Segment]
    values: list[Segment] = field(default_factory=list)

    @property
    def label(self) -> Segment | None:
        """The segment before the values."""
        first = self.segments[0]
        return None if self.values and first is self.values[0] else first

    @property
    def single(self) -> bool:
        """Whether it is one run of words."""
        return len(self.segments) == 1


def line_of(row: Row) -> Line:
    """A row with its values told apart: numbers after the first segment, or all of them; years alone are a header."""
    segments = segments_of(row)
    numbers = [s for s in segments if s.numeric]
    values = numbers if len(numbers) == len(segments) else [s for s in segments[1:] if s.numeric]
    years = [s for s in numbers if YEAR.match(s.text)]
    if values and len(years) == len(numbers):
        rest = [s for s in segments if s not in years]
        if len(years) > 1 or not rest or segments[0] in years or not_label(rest):
            values = []
    return Line(row, segments, values)


def not_label(rest: list[Segment]) -> bool:
    """Whether the words beside years head columns, and are no label: "December 31,", "Year ended"."""
    text = " ".join(s.text for s in rest)
    return re.match(r"^\(|(?:ended|ending|at|of|December|June|March|September|\d,)$", text) is not None


def apart(above: Line, below: Line) -> float:
    """The free height between two lines, in heights of their letters."""
    return (below.row.base - above.row.base) / max(1.0, min(above.row.size, below.row.size)) - 1
