"""From the flow of an HTML document to pieces: headings by how they are set, furniture set aside, tables as grids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import Marked
from tickmark.ingest.readers.html_grid import grid_of, is_layout, nested_in
from tickmark.ingest.readers.html_nodes import Flow, Paragraph, TableNode
from tickmark.ingest.readers.html_pre import pre_pieces
from tickmark.ingest.readers.html_words import words_of
from tickmark.ingest.readers.pieces import Piece
from tickmark.ingest.tables.unit_notes import is_note_alone

__all__ = ["pieces_of"]

_LONGEST = 20_000
_NOTHING = Marked("", (), 0)
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\W*(?:[A-Z]{1,2}-)?(?:\d{1,4}|[ivxlc]{1,6})\W*(?:of\s+\d{1,4})?", re.IGNORECASE)
_PART = re.compile(r"part\s+[ivx]{1,4}\b", re.IGNORECASE)
_ITEM = re.compile(r"item\s+\d{1,2}[a-c]?\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:note\s+)?\d{1,2}[.:]?\s+\S|note\s+\d", re.IGNORECASE)
_LIST_ITEM = re.compile(r"(?:[-*•●▪◦‣■–]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)]|\([ivx]{1,4}\))\s+\S")
_FOOTNOTE = re.compile(r"(?:[⁰¹²³⁴-⁹ᵃ-ᶻ]{1,3}|[*†‡]{1,3}|\((?:\d{1,2}|[a-z])\))\s*\S")
_NOT_HEADING_END = re.compile(r"[;,:]$|\w{3,}\.$")


@dataclass(slots=True)
class _Block:
    """A paragraph with its words, or a table."""

    words: Marked
    paragraph: Paragraph | None = None
    table: TableNode | None = None


def _blocks(source: str, flow: Flow) -> Iterator[_Block]:
    """Paragraphs and true tables in reading order; layout tables are opened up."""
    waiting: list[Iterator[_Block | Paragraph | TableNode]] = [iter(flow)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
        elif isinstance(node, _Block):
            yield node
        elif isinstance(node, Paragraph):
            yield _Block(words_of(source, node), node)
        elif not is_layout(source, node):
            waiting.append(iter([each for row in node.rows for cell in row.cells for each in nested_in(cell)]))
            yield _Block(_NOTHING, table=node)
        else:
            waiting.append(_opened(source, node))


def _opened(source: str, table: TableNode) -> Iterator[_Block | Paragraph | TableNode]:
    """What stands in a layout table, row by row; the short cells of a row (a bullet and its text) are one paragraph."""
    yield from table.caption
    for row in table.rows:
        cells = [cell for cell in row.cells if cell.flow]
        nodes = [node for cell in cells for node in cell.flow]
        simple = all(isinstance(node, Paragraph) for node in nodes) and len(nodes) == len(cells)
        paragraphs = [node for node in nodes if isinstance(node, Paragraph)]
        if simple and len(cells) == 2 and paragraphs[0].length <= 12:
            whole = replace(
                paragraphs[0],
                runs=[*paragraphs[0].runs, (paragraphs[1].runs[0][0],) * 2 + (False,), *paragraphs[1].runs],
                length=paragraphs[0].length + paragraphs[1].length,
                bold=paragraphs[0].bold + paragraphs[1].bold,
            )
            yield _Block(words_of(source, whole), whole)
        else:
            yield from nodes


def _furniture(blocks: list[_Block]) -> set[int]:
    """Indices of page numbers and running heads: short lines beside page breaks that come again and again."""
    breaks = [i for i, b in enumerate(blocks) if b.paragraph is not None and b.paragraph.page_break]
    if len(breaks) < 2:
        return set()
    near: dict[int, str] = {}
    for at in breaks:
        for side in (range(at - 1, max(-1, at - 4), -1), range(at, min(len(blocks), at + 3))):
            for i in side:
                text = blocks[i].words.text
                if blocks[i].paragraph is None or len(text) > 110 or is_note_alone(text):
                    break
                near[i] = "#" if _PAGE_NUMBER.fullmatch(text) else re.sub(r"\d+", "#", text).lower()
    counted = Counter(near.values())
    often = max(3, len(breaks) // 6)
    return {i for i, text in near.items() if counted[text] >= often or (text == "#" and counted["#"] > 1)}


def _body_size(blocks: list[_Block]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        if block.paragraph is not None:
            sizes[block.paragraph.size] += block.paragraph.length
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _level(block: _Block, body: float) -> int | None:
    """The level of a paragraph that is set as a heading, or None."""
    paragraph, text = block.paragraph, block.words.text
    assert paragraph is not None
    if paragraph.level:
        return paragraph.level
    if len(text) > 220 or not re.search(r"[^\W\d_]{2}", text) or (_LIST_ITEM.match(text) and len(text) > 60):
        return None
    whole = 0.9 * paragraph.length
    bold, lined, italic = paragraph.bold >= whole, paragraph.underlined >= whole, paragraph.italic >= whole
    larger = bool(body) and paragraph.size >= body + 2
    linked = paragraph.linked >= whole
    if linked or not (bold or larger or lined or italic) or (text[:1] in "(*" and not bold):
        return None
    if _PART.match(text) and len(text) < 60:
        return 1
    if _ITEM.match(text):
        return 2
    if _NOT_HEADING_END.search(text) and len(text) > 90:
        return None
    upper = text.upper() == text
    if larger:
        return 2 if paragraph.size >= body + 6 else 3
    if bold and (upper or paragraph.align == "center" or _NOTE.match(text)):
        return 3 if upper or _NOTE.match(text) else 4
    if bold:
        return 6 if italic else 5
    return 7 if len(text) < 120 else None


def pieces_of(source: str, lines: Lines, flow: Flow, tables: int, warnings: list[str]) -> list[Piece]:
    """The pieces of the document, in reading order; what was set aside is counted in ``warnings``.

    ``tables``: how many are marked up; those set with blanks are numbered after them.
    """
    blocks = list(_blocks(source, flow))
    aside = _furniture(blocks)
    if aside:
        warnings.append(f"{len(aside)} page numbers and running heads are set aside")
    body = _body_size(blocks)
    pieces: list[Piece] = []
    for index, block in enumerate(blocks):
        if index in aside:
            continue
        if block.table is not None:
            grid, beyond = grid_of(source, lines, block.table, warnings)
            if grid.rows:
                span = lines.span(block.table.start, block.table.stop).lines
                pieces.append(Piece("grid", _NOTHING, span, grid=grid, styled=True))
            for words in beyond:
                pieces += _in_pieces(lines, words)
        elif block.paragraph is not None and block.paragraph.preformatted:
            cut = list(pre_pieces(source, lines, block.paragraph, tables, warnings))
            tables += sum(piece.grid is not None for piece in cut)
            pieces += cut
        elif block.words:
            pieces += _pieces(lines, block, body, warnings)
    return pieces


def _pieces(lines: Lines, block: _Block, body: float, warnings: list[str]) -> Iterator[Piece]:
    """A heading, or a paragraph; one far longer than any filing has comes in pieces, cut between words."""
    words = block.words
    span = lines.span(*words.chars()).lines
    level = _level(block, body)
    if level is not None:
        yield Piece("heading", words, span, level, styled=True)
        return
    if len(words.text) > _LONGEST:
        warnings.append(f"line {span[0]}: a paragraph of {len(words.text)} characters is read in pieces")
    yield from _in_pieces(lines, words)


def _in_pieces(lines: Lines, words: Marked) -> Iterator[Piece]:
    """A paragraph in pieces of bounded length, cut between words."""
    text, start = words.text, 0
    span = lines.span(*words.chars()).lines
    item, note = _LIST_ITEM.match(text) is not None, _FOOTNOTE.match(text) is not None
    while start < len(text):
        stop = len(text)
        if stop - start > _LONGEST:
            blank = text.rfind(" ", start + 1, start + _LONGEST)
            stop = start + _LONGEST if blank < 0 else blank
        yield Piece(
            "text", words.part(start, stop), span, item=item and not start, note=note and not start, styled=True
        )
        start = stop
