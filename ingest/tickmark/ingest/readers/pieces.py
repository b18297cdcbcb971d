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
from tickmark.ingest.readers.bounds import MOST_COLUMNS, rows_read
from tickmark.ingest.readers.fragments import fragment_grid, fragment_ranges
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow

__all__ = ["Piece", "cut"]

_ATX = re.compile(r"^ {0,3}(#{1,6})\s+")
_PIPE_RULE = re.compile(r"^\s*+\|?\s*+:?-{2,}+:?\s*+(?>(?:\|\s*+:?-{2,}+:?\s*+)*)\|?\s*$")
_RULE = re.compile(r"^\s*(?:[-=_*·.]\s?){5,}\s*$")
_LIST_ITEM = re.compile(r"^\s*(?:[-*•●▪◦‣]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)]|\([ivx]{1,4}\))\s+\S")
_SUPERSCRIPT_NOTE = re.compile(r"^\s*(?:[⁰¹²³⁴-⁹ᵃ-ᶻ]{1,3}|\[\w{1,3}\]|<sup>)\s*\S")
_LONGEST = 20_000
_NOTHING = Marked("", (), 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the text. ``level`` is set for headings that are marked as such; ``grid`` for tables.

    ``styled``: the format says how the piece is set, so that what is no heading there is none by its words either.
    """

    kind: Literal["text", "heading", "grid"]
    text: Marked
    lines: tuple[int, int]
    level: int = 0
    grid: Grid | None = None
    item: bool = False
    note: bool = False
    styled: bool = False


@dataclass(frozen=True, slots=True)
class _Raw:
    """One line (or the part of it outside an HTML table): its number, its place, its text."""

    number: int
    start: int
    stop: int
    text: str


def _tab_grid(source: str, raws: list[_Raw]) -> Grid:
    rows = []
    for raw in raws:
        cells, at = [], raw.start
        for part in raw.text.split("\t"):
            cells.append(GridCell(clean(source, at, at + len(part))))
            at += len(part) + 1
        rows.append(GridRow(tuple(cells), raw.number, (raw.start, raw.stop)))
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


def _pipe_grid(source: str, raws: list[_Raw]) -> Grid:
    rows, header = [], True
    for raw in raws:
        if _PIPE_RULE.match(raw.text):
            header = False
            continue
        cells = tuple(GridCell(clean(source, a, b), header=header) for a, b in _pipe_bounds(raw.text, raw.start))
        rows.append(GridRow(cells, raw.number, (raw.start, raw.stop)))
    return Grid(tuple(rows), exact=True)


def _tabbed(text: str) -> bool:
    return "\t" in text.strip("\t ") and text.count("\t") <= MOST_COLUMNS


def _tab_run(raws: list[_Raw], at: int) -> int:
    """Last index (exclusive) of the table that starts at line index ``at``; label and noise lines are bridged."""
    end = at + 1
    probe = end
    while probe < len(raws) and raws[probe].text.strip():
        if "\t" in raws[probe].text and raws[probe].text.count("\t") <= MOST_COLUMNS:
            end = probe + 1
        elif probe - end >= 3:
            break
        probe += 1
    return end


def _table_end(raws: list[_Raw], index: int) -> int | None:
    """Where the table that starts at ``index`` ends (exclusive), or None when no table starts here."""
    text = raws[index].text
    following = raws[index + 1].text if index + 1 < len(raws) else ""
    if not text.strip() or text.count("\t") > MOST_COLUMNS or text.count("|") > MOST_COLUMNS:
        return None
    if _tabbed(text) or text.startswith("\t") or ("\t" in text and _tabbed(following)):
        end = _tab_run(raws, index)
        return end if end - index > 1 or text.strip().count("\t") >= 1 else None
    if "|" in text and "|" in following and _PIPE_RULE.match(following):
        end = index + 2
        while end < len(raws) and "|" in raws[end].text and raws[end].text.count("|") <= MOST_COLUMNS:
            end += 1
        return end
    return None


def _goes_on(raws: list[_Raw], index: int) -> bool:
    """Whether the line at ``index`` belongs to the paragraph above it."""
    text = raws[index].text
    return bool(text.strip()) and not (
        _ATX.match(text)
        or _RULE.match(text)
        or _LIST_ITEM.match(text)
        or _SUPERSCRIPT_NOTE.match(text)
        or _table_end(raws, index)
    )


def _paragraph(source: str, raws: list[_Raw], warnings: list[str]) -> Iterator[Piece]:
    """A paragraph; one far longer than any filing has comes in pieces, cut between words."""
    start, stop, text = raws[0].start, raws[-1].stop, raws[0].text
    lines = (raws[0].number, raws[-1].number)
    if stop - start > _LONGEST:
        warnings.append(f"line {lines[0]}: a paragraph of {stop - start} characters is read in pieces")
    while start < stop:
        end = min(stop, start + _LONGEST)
        if end < stop:
            blank = source.rfind(" ", start + 1, end)
            end = end if blank < 0 else blank
        item, note = _LIST_ITEM.match(text) is not None, _SUPERSCRIPT_NOTE.match(text) is not None
        yield Piece("text", clean(source, start, end), lines, item=item, note=note)
        start, text = end, ""


def _plain(source: str, raws: list[_Raw], warnings: list[str]) -> Iterator[Piece]:
    """The pieces of a stretch of lines without HTML tables."""
    index = 0
    while index < len(raws):
        raw = raws[index]
        if not raw.text.strip() or (_RULE.match(raw.text) and not raw.text.strip().isdigit()):
            index += 1
            continue
        if heading := _ATX.match(raw.text):
            words = raw.text.rstrip().rstrip("#").rstrip()  # a heading may be closed as it was opened
            place = raw.start + heading.end(), raw.start + max(heading.end(), len(words))
            yield Piece("heading", clean(source, *place), (raw.number, raw.number), len(heading[1]))
            index += 1
            continue
        end = _table_end(raws, index)
        if end is not None:
            make, mark = (_tab_grid, "\t") if "\t" in raw.text else (_pipe_grid, "|")
            most = rows_read((row.text.count(mark) + 1 for row in raws[index:end]), most_rows=len(raws))
            if most < end - index:
                warnings.append(f"line {raw.number}: a table of {end - index} rows: only {most} are read")
            last = raws[end - 1].number
            yield Piece("grid", _NOTHING, (raw.number, last), grid=make(source, raws[index : index + most]))
            index = end
            continue
        if max(raw.text.count("\t"), raw.text.count("|")) > MOST_COLUMNS:
            warnings.append(f"line {raw.number}: more than {MOST_COLUMNS} columns: read as text")
        end = index + 1
        while end < len(raws) and _goes_on(raws, end):
            end += 1
        yield from _paragraph(source, raws[index:end], warnings)
        index = end


def _raws(source: str, lines: Lines, start: int, stop: int) -> list[_Raw]:
    """The lines of ``source[start:stop]``; the first and the last may be parts of lines."""
    found = []
    for number in range(lines.line_of(start), lines.line_of(stop - 1) + 1):
        first, last = lines.bounds(number)
        a, b = max(first, start), min(last, stop)
        found.append(_Raw(number, a, b, source[a:b]))
    return found


def cut(source: str, lines: Lines, warnings: list[str]) -> Iterator[Piece]:
    """The pieces of ``source`` in reading order; what was cut or could not be told goes into ``warnings``."""
    at = 0
    for start, end in [*fragment_ranges(source), (len(source), len(source))]:
        if start > at:
            yield from _plain(source, _raws(source, lines, at, start), warnings)
        if end > start:
            if not re.search(r"</table\s*>\s*$", source[max(start, end - 40) : end], re.IGNORECASE):
                warnings.append(
                    f"line {lines.line_of(start)}: a table is never closed; it is read to the next blank line"
                )
            grid = fragment_grid(source, lines, start, end, warnings)
            yield Piece("grid", _NOTHING, lines.span(start, end).lines, grid=grid)
        at = max(at, end)
