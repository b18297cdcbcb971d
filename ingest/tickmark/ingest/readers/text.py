"""Plain text and Markdown, with tables of tabs, pipes or HTML fragments inside: from text to blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tickmark.ingest.figures.callouts import Item, State, read_item, read_items
from tickmark.ingest.figures.captions import Line, callout_runs, leading_number
from tickmark.ingest.figures.make import Around
from tickmark.ingest.figures.numbers import scan
from tickmark.ingest.figures.prose import prose_figures, sentences
from tickmark.ingest.markup import SUPERSCRIPTS, lowered
from tickmark.ingest.model import Block, Callout, Figure, Heading, Paragraph
from tickmark.ingest.readers.cell_prose import with_prose
from tickmark.ingest.readers.foot_units import unit_below
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.readers.sheets import Sheets
from tickmark.ingest.source import Source
from tickmark.ingest.tables.columns import table_unit
from tickmark.ingest.tables.grid import TableContext
from tickmark.ingest.tables.rebuild import Rebuild, rebuild

__all__ = ["footnotes", "read_blocks"]

_ENUMERATION = re.compile(
    r"^(?:[IVX]{1,5}[.、)]|[A-Z][.)]|\(?\d{1,2}(?!\d)(?:\.\d{1,2}(?!\d))*[.)、]?|[(（][a-z一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|Note \d+|Item \d+[A-Z]?\.)\s*(?=\S)"
)
_UNIT_LINE = re.compile(
    r"^[(（]?\s*(?:units?|单位|單位|expressed|stated|amounts?|in (?:thousands|millions|billions)|in RMB|RMB"
    r"|HK\$|US\$|[$£€])",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(rf"^\s*(?:([{SUPERSCRIPTS}]+|\d{{1,2}}(?=\s+[A-Z]))|\[\^?(\w{{1,3}})\])")
_BROKEN_OFF = re.compile(r"[\w,]$")
_YEAR_BEFORE = re.compile(r"^(?:19|20)\d{2}\s+(?=[A-Z])")
_NOT_HEADING_END = re.compile(r"[.;,。；，:：!?]$")


@dataclass(slots=True)
class _Walk:
    """The walk over the pieces: where we are in the outline, and the blocks so far."""

    source: Source
    pieces: list[Piece]
    blocks: list[Block] = field(default_factory=list)
    outline: list[tuple[int, str]] = field(default_factory=list)
    tables: int = 0
    last_table: tuple[int, Rebuild] | None = None
    taken: set[int] = field(default_factory=set)
    sheets: Sheets | None = None

    @property
    def section(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.outline)

    def head(self, piece: Piece, text: str, level: int) -> None:
        """Enters a heading: the outline above it stays, what was as deep or deeper goes."""
        while self.outline and self.outline[-1][0] >= level:
            self.outline.pop()
        self.blocks.append(Heading(text, level, self.source.span(piece.text.chars()), self.section))
        self.outline.append((level, text))


def footnotes(pieces: list[Piece]) -> dict[str, str]:
    """Footnote marks that the document explains, and the explanation ("⁷ During the reporting period ...")."""
    notes: dict[str, str] = {}
    plain: set[int] = set()
    for piece in pieces:
        found = _NOTE_MARK.match(piece.text.text) if piece.kind == "text" else None
        if found and (piece.note or len(piece.text.text) > 30):
            mark = lowered(found[1]) if found[1] else f"^{found[2]}"  # "[1]" explains no plain digit
            # the same mark explained twice (numbers that start again on every page) says nothing for certain
            notes[mark] = "" if mark in notes else piece.text.text
            if found[1] and found[1].isdecimal() and found[1].isascii():
                plain.add(int(mark))
    # "12 Directors attended" is no note: plain digits count only where they run on from one note to the next
    loose = {str(n) for n in plain if n != 1 and str(n - 1) not in notes and str(n + 1) not in notes}
    return {mark: text for mark, text in notes.items() if mark not in loose}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w'’-]*", text)


def _heading_level(piece: Piece, following: Piece | None, markdown: bool) -> int | None:
    """The level of a piece that is a heading by its looks, or None. Markdown headings carry their own."""
    text = piece.text.text
    bare = _ENUMERATION.sub("", text)
    words = _words(bare)
    if not words and not re.search(r"[\u4e00-\u9fff]", bare):
        return None
    if len(text) > 160 or _NOT_HEADING_END.search(text) or piece.note or len(words) > 22 or following is None:
        return None
    if scan(bare) and not re.search(r"\b(?:19|20)\d{2}\b|[IVX\d]", text):
        return None
    if re.match(r"^[a-z(]|^[-•●▪◦]\s", bare) or "@" in bare or re.search(r":\s", bare):
        return None
    capital = [w for w in words if len(w) > 3]
    upper = bool(capital) and all(w.isupper() for w in capital)
    titled = bool(capital) and sum(w[0].isupper() for w in capital) >= 0.6 * len(capital)
    enumerated = bare != text
    if upper and len(words) <= 40:
        return 3 if enumerated else 2
    if enumerated and (titled or len(words) <= 8) and len(text) < 100:
        return 4 if re.match(r"^\(?\d|^[(（]", text) else 3
    if titled and len(words) <= 14:
        return 5
    undated = _YEAR_BEFORE.sub("", bare)
    if len(words) <= 5 and undated[:1].isupper() and not scan(undated):
        return 6
    return None


def _lead_in(walk: _Walk, index: int) -> tuple[str, str, str]:
    """(caption, lead-in, unit line) from the pieces directly above a table."""
    caption = lead = unit = ""
    for back in range(index - 1, max(-1, index - 4), -1):
        piece = walk.pieces[back]
        if piece.kind == "grid" or piece.note or back in walk.taken:
            break
        text = piece.text.text
        if not unit and _UNIT_LINE.match(text) and len(text) < 120 and table_unit(text):
            unit = text
        elif piece.kind == "heading" or (len(text) < 90 and not text.endswith((".", ":", "：", ";"))):
            caption = caption or text
            break
        elif not lead and len(text) < 400:
            lead = text
            if text.endswith((":", "：")) or re.search(r"follow|below|table", text, re.IGNORECASE):
                continue
            break
        else:
            break
    return caption, lead, unit


def _table(walk: _Walk, piece: Piece, index: int) -> None:
    assert piece.grid is not None
    if piece.grid.index is not None:
        if walk.sheets is None:
            walk.sheets = Sheets(walk.source, walk.pieces)
        walk.blocks.append(walk.sheets.read(index, walk.section))
        return
    caption, lead, unit = _lead_in(walk, index)
    context = TableContext(
        walk.section, piece.grid.caption or caption, lead, unit, walk.source.marks, unit_below(walk.pieces, index)
    )
    earlier = None
    if walk.last_table is not None:
        between = walk.pieces[walk.last_table[0] + 1 : index]
        if all(p.note or re.fullmatch(r"\W*\d{0,4}\W*", p.text.text) for p in between):
            earlier = walk.last_table[1]
    if not piece.grid.rows:
        return
    built = rebuild(piece.grid, context, walk.source, walk.tables, earlier)
    table = built.table
    walk.blocks.append(with_prose(table, built, walk.source))
    walk.tables += 1
    walk.last_table = (index, built)


def _callouts(walk: _Walk) -> dict[int, list[Item]]:
    """Call-outs by the index of their first piece: items that follow one another without a line between."""
    lines: list[Line | None] = []
    for index, piece in enumerate(walk.pieces):
        over_table = index + 1 < len(walk.pieces) and walk.pieces[index + 1].kind == "grid"
        captions_table = over_table and piece.text.text[:1].isupper()
        if piece.kind != "text" or piece.note or piece.styled:
            lines.append(None)
        else:
            mention = None if piece.item else leading_number(piece.text.text)
            lines.append(None if captions_table and mention is None else Line(piece.text, index, mention, piece.item))
    groups = [group for run in callout_runs(lines) for group in read_items(run)]
    return {group[0].lines[0].index: group for group in groups}


def _callout(walk: _Walk, items: list[Item]) -> set[int]:
    """One call-out block; returns the indices of the pieces it took."""
    state, figures = State(), []
    for item in items:
        figures.append(read_item(walk.source, item, state, Around("callout", section=walk.section)))
        for caption in (*item.lead, *item.above, *item.below):
            figures += prose_figures(walk.source, caption.text, Around("prose", section=walk.section))
    lines = [line for item in items for line in item.lines]
    chars = (lines[0].text.chars()[0], lines[-1].text.chars()[1])
    figures.sort(key=lambda figure: figure.span.chars)
    text = "\n".join(line.text.text for line in lines)
    walk.blocks.append(Callout(text, walk.source.span(chars), walk.section, tuple(figures)))
    return {line.index for line in lines}


def _text(walk: _Walk, piece: Piece, index: int) -> None:
    following = walk.pieces[index + 1] if index + 1 < len(walk.pieces) else None
    plain = not piece.styled and (not piece.item or len(piece.text.text) < 100)
    level = _heading_level(piece, following, False) if plain else None
    if level is not None:
        walk.head(piece, piece.text.text, level)
        return
    around = Around("prose", section=walk.section)
    figures: list[Figure] = prose_figures(walk.source, piece.text, around, _broken_off(walk, piece))
    walk.blocks.append(Paragraph(piece.text.text, walk.source.span(piece.text.chars()), walk.section, tuple(figures)))


def _broken_off(walk: _Walk, piece: Piece) -> str:
    """The sentence that the paragraph before broke off in (at the end of a page), where this one goes on with it."""
    last = walk.blocks[-1] if walk.blocks else None
    if not isinstance(last, Paragraph) or not piece.text.text[:1].islower() or not _BROKEN_OFF.search(last.text):
        return ""
    start, stop = sentences(last.text)[-1]
    return last.text[start:stop]


def read_blocks(source: Source, pieces: list[Piece]) -> tuple[Block, ...]:
    """The blocks of a text, in reading order."""
    walk = _Walk(source, pieces)
    callouts = _callouts(walk)
    for index, piece in enumerate(pieces):
        if index in walk.taken or not (piece.text or piece.grid):
            continue
        if piece.kind == "heading":
            walk.head(piece, piece.text.text, piece.level)
        elif piece.kind == "grid":
            _table(walk, piece, index)
        elif index in callouts:
            walk.taken |= _callout(walk, callouts[index])
        else:
            _text(walk, piece, index)
    if walk.sheets is not None:
        walk.sheets.report()
    return tuple(walk.blocks)
