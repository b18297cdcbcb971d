"""The part column of a judgement: which part of a document answers.

::

    part      = need *( ";" need )       all of them are needed
    need      = place *( "|" place )     any of them will do
    place     = ""                       the whole document
              | "page:12"                a page, counted from 1 (or from 0, see ``pages_from``)
              | "lines:10-20" | "line:10"    lines, counted from 1, both included
              | "table:17" | "table"     a table, counted from 0 over all of the document; the first
              | "table:17:r6" | "table:r6"   a row of it, header rows included, counted from 0
              | "p2"                     a line of running text, counted from 1
              | "text:3"                 the same, counted from 0

In plain text a table is a run of lines that hold tabs (or of Markdown's pipe rows), and a line of running text is any
other line that is not blank. In HTML every ``<table>`` counts, nested ones too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tickmark.eval.datasets.visible import HtmlTable, Visible
from tickmark.eval.model import Place

__all__ = ["Layout", "needs_of"]

T = TypeVar("T")
Range = tuple[int, int]
_PART = re.compile(
    r"(?:page:(?P<page>\d+)|lines?:(?P<first>\d+)(?:-(?P<last>\d+))?|p(?P<para>\d+)|text:(?P<text>\d+)"
    r"|table(?::(?P<table>\d+))?(?::r(?P<row>\d+))?)"
)
_PIPE_ROW = re.compile(r"\s*\|.*\|\s*")
_PIPE_RULE = re.compile(r"\s*\|?[\s:|-]+\|?\s*")


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's source text, and where its lines, tables, text lines and pages stand in it."""

    id: str
    text: str
    lines: tuple[Range, ...]
    tables: tuple[HtmlTable, ...]
    prose: tuple[Range, ...]
    pages: dict[int, Range] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: str, text: str, seen: Visible, pages: dict[int, Range] | None = None) -> Layout:
        """Look over a document. ``seen.tables`` is taken where the document is HTML."""
        starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
        ends = [*(match.start() for match in re.finditer(r"\r\n|\r|\n", text)), len(text)]
        lines = tuple(zip(starts, ends, strict=True))
        if seen.seen:
            return cls(doc, text, lines, seen.tables, (), pages or {})
        tables, prose = _plain(text, lines)
        return cls(doc, text, lines, tables, prose, pages or {})

    def place(self, part: str, pages_from: int = 1) -> Place | None:
        """The place that one part names; None when the document has no such place."""
        if not part:
            return Place(self.id)
        match = _PART.fullmatch(part)
        if match is None:
            return None
        chars: Range | None
        if match["page"]:
            chars = self.pages.get(int(match["page"]) - pages_from + 1)
        elif match["first"]:
            chars = self._lines(int(match["first"]), int(match["last"] or match["first"]))
        elif match["para"] or match["text"]:
            chars = _at(self.prose, int(match["para"]) - 1 if match["para"] else int(match["text"]))
        else:
            table = _at(self.tables, int(match["table"] or 0))
            if table is None or not match["row"]:
                chars = table.chars if table else None
            else:
                chars = _at(table.rows, int(match["row"]))
        return Place(self.id, chars) if chars else None

    def _lines(self, first: int, last: int) -> Range | None:
        begin, end = _at(self.lines, first - 1), _at(self.lines, last - 1)
        return (begin[0], end[1]) if begin and end and first <= last else None

    def line_of(self, char: int) -> int:
        """The 1-based line that a character stands on."""
        return bisect_right([start for start, _ in self.lines], char)


def _at(items: Sequence[T], index: int) -> T | None:
    return items[index] if 0 <= index < len(items) else None


def _plain(text: str, lines: Sequence[Range]) -> tuple[tuple[HtmlTable, ...], tuple[Range, ...]]:
    """Tables and lines of running text in plain text and Markdown."""
    tables: list[list[Range]] = []
    prose: list[Range] = []
    inside = False
    for start, end in lines:
        line = text[start:end]
        row = "\t" in line or _PIPE_ROW.fullmatch(line) is not None
        if row and not inside:
            tables.append([])
        if row and not ("|" in line and "\t" not in line and _PIPE_RULE.fullmatch(line)):
            tables[-1].append((start, end))
        elif not row and line.strip():
            prose.append((start, end))
        inside = row
    return tuple(HtmlTable((rows[0][0], rows[-1][1]), tuple(rows)) for rows in tables if rows), tuple(prose)


def needs_of(
    part: str, layout: Layout | None, doc: str, pages_from: int = 1
) -> tuple[list[tuple[Place, ...]], list[str]]:
    """What one line of judgements needs.

    Args:
        part: The part column.
        layout: The document; None when it could not be read: then no passage can meet the judgement.
        doc: Its id.
        pages_from: The number of the first page in the judgements, 0 or 1.

    Returns:
        One tuple of places for each need, and the parts that name no place. A need all of whose parts are lost is
        kept, without places: it counts, and cannot be met.
    """
    needs: list[tuple[Place, ...]] = []
    lost: list[str] = []
    for need in part.split(";"):
        places: list[Place] = []
        for one in (piece.strip() for piece in need.split("|")):
            place = layout.place(one, pages_from) if layout else (Place(doc) if not one else None)
            if place is None:
                lost.append(one)
            else:
                places.append(place)
        needs.append(tuple(places))
    return needs, lost
