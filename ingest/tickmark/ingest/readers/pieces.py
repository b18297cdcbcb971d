"""First cut of a text: paragraphs, headings, rules and printed grids, in reading order, by shape alone.

Three kinds of table stand inside texts: lines with tabs, Markdown pipe tables, and HTML ``<table>`` fragments. What is
none of these is a paragraph: a run of lines without a blank one between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import Marked, clean
from tickmark.ingest.readers.fragments import fragment_grid, fragment_ranges
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["Piece", "cut"]

_ATX = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_RULE = re.compile(r"^\s*(?:[-=_*·.]\s?){5,}\s*$")
_LIST_ITEM = re.compile(r"^\s*(?:[-*•●▪◦‣]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)]|\([ivx]{1,4}\))\s+\S")
_SUPERSCRIPT_NOTE = re.compile(r"^\s*(?:[⁰¹²³⁴-⁹ᵃ-ᶻ]{1,3}|\[\w{1,3}\]|<sup>)\s*\S")
_NOISE_LINE = re.compile(r"^[\s\d,.;:<>|'`~^_-]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the text. ``level`` is set for Markdown headings; ``grid`` for tables."""

    kind: Literal["text", "heading", "grid"]
    text: Marked
    lines: tuple[int, int]
    level: int = 0
    grid: Grid | None = None
    item: bool = False
    note: bool = False


def _tab_grid(source: str, lines: Lines, first: int, last: int) -> Grid:
    rows = []
    for number in range(first, last + 1):
        start, stop = lines.bounds(number)
        cells, at = [], start
        for part in source[start:stop].split("\t"):
            cells.append(GridCell(clean(source, at, at + len(part))))
            at += len(part) + 1
        rows.append(GridRow(tuple(cells), number, (start, stop)))
    return Grid(tuple(rows))


def _pipe_bounds(raw: str, start: int) -> list[tuple[int, int]]:
    """Character ranges of the cells of a pipe row; a bar with a backslash does not divide."""
    cuts = [m.start() for m in re.finditer(r"(?<!\\)\|", raw)]
    stripped = raw.strip()
    if not stripped.startswith("|"):
        cuts.insert(0, -1)
    if not stripped.endswith("|") or stripped.endswith("\\|"):
        cuts.append(len(raw))
    return [(start + a + 1, start + b) for a, b in pairwise(cuts)]


def _pipe_grid(source: str, lines: Lines, first: int, last: int) -> Grid:
    rows, header = [], True
    for number in range(first, last + 1):
        start, stop = lines.bounds(number)
        raw = source[start:stop]
        if _PIPE_RULE.match(raw):
            header = False
            continue
        cells = tuple(GridCell(clean(source, a, b), header=header) for a, b in _pipe_bounds(raw, start))
        rows.append(GridRow(cells, number, (start, stop)))
    return Grid(tuple(rows), exact=True)


def _tab_run(raws: list[str], at: int) -> int:
    """Last index (exclusive) of the table that starts at line index ``at``; label and noise lines are bridged."""
    end = at + 1
    probe = end
    while probe < len(raws) and raws[probe].strip():
        if "\t" in raws[probe]:
            end = probe + 1
        elif probe - end >= 3:
            break
        probe += 1
    return end


def _paragraph(source: str, lines: Lines, first: int, last: int) -> Piece:
    start, stop = lines.bounds(first)[0], lines.bounds(last)[1]
    raw = source[start:stop]
    return Piece(
        "text",
        clean(source, start, stop),
        (first, last),
        item=_LIST_ITEM.match(raw) is not None,
        note=_SUPERSCRIPT_NOTE.match(raw) is not None,
    )


def _in_fragment(start: int, ranges: list[tuple[int, int]]) -> tuple[int, int] | None:
    return next(((a, b) for a, b in ranges if a <= start < b), None)


def cut(source: str, lines: Lines) -> Iterator[Piece]:
    """The pieces of ``source`` in reading order."""
    raws = [source[slice(*lines.bounds(i))] for i in range(1, len(lines) + 1)]
    fragments = fragment_ranges(source)
    index = 0
    while index < len(raws):
        raw, start = raws[index], lines.bounds(index + 1)[0]
        inside = next(((a, b) for a, b in fragments if a < lines.bounds(index + 1)[1] and start < b), None)
        if inside is not None:
            yield from _fragment(source, lines, inside, start)
            fragments = [f for f in fragments if f != inside]
            index = max(index + 1, lines.line_of(inside[1] - 1))
            continue
        if not raw.strip() or (_RULE.match(raw) and not raw.strip().isdigit()):
            index += 1
            continue
        if heading := _ATX.match(raw):
            yield Piece(
                "heading",
                clean(source, start + heading.start(2), start + heading.end(2)),
                (index + 1, index + 1),
                len(heading[1]),
            )
            index += 1
            continue
        end = _table_end(raws, index)
        if end is not None:
            make = _tab_grid if "\t" in raw else _pipe_grid
            grid = make(source, lines, index + 1, end)
            bounds = lines.bounds(index + 1)[0], lines.bounds(end)[1]
            yield Piece("grid", clean(source, *bounds), (index + 1, end), grid=grid)
            index = end
            continue
        end = index + 1
        while end < len(raws) and _goes_on(raws, end):
            end += 1
        yield _paragraph(source, lines, index + 1, end)
        index = end


def _fragment(source: str, lines: Lines, inside: tuple[int, int], line_start: int) -> Iterator[Piece]:
    if source[line_start : inside[0]].strip():
        first = lines.line_of(line_start)
        yield Piece("text", clean(source, line_start, inside[0]), (first, first))
    span = lines.span(*inside)
    yield Piece("grid", clean(source, *inside), span.lines, grid=fragment_grid(source, lines, *inside))
    end = lines.bounds(span.lines[1])[1]
    if source[inside[1] : end].strip():
        yield Piece("text", clean(source, inside[1], end), (span.lines[1], span.lines[1]))


def _table_end(raws: list[str], index: int) -> int | None:
    """Where the table that starts at ``index`` ends (exclusive), or None when no table starts here."""
    raw = raws[index]
    opens = "\t" in raw and bool(raw.strip()) and index + 1 < len(raws) and "\t" in raws[index + 1].strip("\t ")
    if "\t" in raw.strip("\t ") or (raw.startswith("\t") and raw.strip()) or opens:
        end = _tab_run(raws, index)
        return end if end - index > 1 or raw.strip().count("\t") >= 1 else None
    if "|" in raw and index + 1 < len(raws) and "|" in raws[index + 1] and _PIPE_RULE.match(raws[index + 1]):
        end = index + 2
        while end < len(raws) and "|" in raws[end] and raws[end].strip():
            end += 1
        return end
    return None


def _goes_on(raws: list[str], index: int) -> bool:
    """Whether the line at ``index`` belongs to the paragraph above it."""
    raw = raws[index]
    return bool(raw.strip()) and not (
        _ATX.match(raw)
        or _RULE.match(raw)
        or _LIST_ITEM.match(raw)
        or _SUPERSCRIPT_NOTE.match(raw)
        or _table_end(raws, index)
    )
