"""Blocks to passages and figure rows.

Three passes, as in a good chunker: blocks of one section are gathered; what is too long is split (prose by
langchain-text-splitters, tables between rows with the header repeated on every piece); what is too short is merged
with its neighbour. Each passage has a text to show and a text to find: the latter starts with one context line (issuer,
form, period, section, caption, unit), which is deterministic and costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from langchain_text_splitters import RecursiveCharacterTextSplitter

from tickmark.ingest.lines import Lines
from tickmark.ingest.markup import clean, plain, verbatim
from tickmark.ingest.model import Callout, FigureRow, Filing, Heading, Paragraph, Passage, PassageKind, Row, Span, Table
from tickmark.ingest.rows import figure_rows

__all__ = ["SplitSettings", "context_line", "split"]


@dataclass(frozen=True, slots=True)
class SplitSettings:
    """Sizes in characters. ``prose`` and ``table`` bound a passage; one shorter than ``merge`` joins its neighbour."""

    prose: int = 700
    table: int = 900
    merge: int = 250


@dataclass(slots=True)
class _Draft:
    kind: PassageKind
    text: str
    chars: tuple[int, int]
    section: tuple[str, ...]
    blocks: list[int]
    table: Table | None = None
    extra: str = ""


_MOST_HEADS = 2


@cache
def _splitter(size: int) -> RecursiveCharacterTextSplitter:
    return RecursiveCharacterTextSplitter(
        chunk_size=size,
        chunk_overlap=0,
        separators=["\n\n", "\n", r"(?<=[.!?;])\s+(?=[A-Z\"“(])", r"(?<=[。！？；])", r"\s+"],
        is_separator_regex=True,
        keep_separator=True,
    )


def context_line(filing: Filing, section: tuple[str, ...], table: Table | None = None) -> str:
    """Issuer, form, period, section, caption, unit: what a passage is about, in one line."""
    period = filing.period.text if filing.period else ""
    parts = [filing.issuer, filing.form or "", period, filing.published or "", *section[-2:]]
    if table is not None:
        parts += [table.caption if table.caption not in section else "", table.unit_line]
    return " | ".join(dict.fromkeys(p for p in parts if p))


def _around(*places: tuple[int, int]) -> tuple[int, int]:
    """The place around all of these: what is read in order may stand out of order in the source (a late caption)."""
    return min(start for start, _ in places), max(stop for _, stop in places)


@dataclass(slots=True)
class _Gather:
    """Headings and paragraphs of one section on their way to a passage."""

    settings: SplitSettings
    drafts: list[_Draft] = field(default_factory=list)
    heads: list[tuple[int, Heading]] = field(default_factory=list)

    def heading(self, block: Heading, index: int) -> None:
        """Headings wait for the text below them, so that no passage is a heading alone."""
        self.heads.append((index, block))

    def add(self, draft: _Draft) -> None:
        """Adds a draft; a short one joins the one before it in the same section."""
        if len(self.heads) > _MOST_HEADS:
            self.flush(self.heads[0][1].section, keep=_MOST_HEADS)
        if self.heads:
            if draft.kind != "table":  # a table's headings stand in its context line
                draft.text = "\n".join([*(head.text for _, head in self.heads), draft.text])
                draft.blocks = [*(index for index, _ in self.heads), *draft.blocks]
            draft.chars = _around(*(head.span.chars for _, head in self.heads), draft.chars)
        last = self.drafts[-1] if self.drafts else None
        joins = (
            last is not None
            and not self.heads
            and last.kind == draft.kind == "prose"
            and last.section == draft.section
            and min(len(last.text), len(draft.text)) < self.settings.merge
            and len(last.text) + len(draft.text) <= self.settings.prose
        )
        if joins and last is not None:
            last.text = f"{last.text}\n{draft.text}"
            last.chars = _around(last.chars, draft.chars)
            last.blocks += draft.blocks
        else:
            self.drafts.append(draft)
        self.heads = []

    def flush(self, section: tuple[str, ...], keep: int = 0) -> None:
        """Headings with nothing below them (all but the last ``keep``) become a passage of their own."""
        alone, self.heads = self.heads[: len(self.heads) - keep], self.heads[len(self.heads) - keep :]
        if alone:
            text = "\n".join(head.text for _, head in alone)
            chars = _around(*(head.span.chars for _, head in alone))
            self.drafts.append(_Draft("prose", text, chars, section, [index for index, _ in alone]))


def _prose(filing: Filing, block: Paragraph, index: int, settings: SplitSettings) -> Iterator[_Draft]:
    """A paragraph, split between sentences when it is long; every piece keeps its exact place in the source.

    A piece whose words are not found in the source as they are (markup of its own kind stands between) has the place of
    its paragraph: nothing is lost.
    """
    if len(block.text) <= settings.prose:
        yield _Draft("prose", block.text, block.span.chars, block.section, [index])
        return
    # what stands on pages was composed, not written with markup: an asterisk there is an asterisk
    marked = verbatim(filing.text, *block.span.chars) if filing.pages else clean(filing.text, *block.span.chars)
    at = 0
    for piece in _splitter(settings.prose).split_text(block.text):
        # a stretch without any blank is not cut by the splitter: cut it anywhere
        for start in range(0, len(piece), settings.prose):
            text = piece[start : start + settings.prose].strip()
            here = marked.text.find(text, at)
            if text and here >= 0:
                at = here + len(text)
                yield _Draft("prose", text, marked.chars(here, at), block.section, [index])
            elif text:
                yield _Draft("prose", text, block.span.chars, block.section, [index])


def _row_text(table: Table, row: Row) -> str:
    parts = [" > ".join(row.label_path)]
    if row.unit:
        scale = "" if row.scale == 1 else f" x{row.scale}"
        parts.append(f"[{row.unit}{scale}]")
    parts += [cell.printed for cell in row.cells]
    return " | ".join(p for p in parts if p)


def _other_lines(filing: Filing, table: Table, lines: Lines) -> Iterator[tuple[str, tuple[int, int]]]:
    """Lines of a table that are no row of it and stand in no label either: headings over headings, remarks."""
    covered = {n for row in table.rows for n in range(row.span.lines[0], row.span.lines[1] + 1)}
    covered |= {noise.line for noise in table.noise}
    said = {part for row in table.rows for part in row.label_path} | {part for c in table.columns for part in c.path}
    header = " ".join([*table.stub, *(part for c in table.columns for part in c.path)])
    first, last = table.span.lines
    if filing.media_type == "text/html":  # lines of markup say nothing: the grid does
        yield from _other_rows(table, said, header)
        return
    for number in range(first, last + 1):
        if number in covered:
            continue
        start, stop = lines.bounds(number)
        start, stop = max(start, table.span.chars[0]), min(stop, table.span.chars[1])
        cells = [plain(cell) for cell in re.split(r"\t|(?<!\\)\|", filing.text[start:stop])]
        new = [cell for cell in cells if re.search(r"[^\W\d_]", cell) and cell not in said and cell not in header]
        if new and number >= first + table.header_rows:
            yield " | ".join(new), (start, stop)


def _other_rows(table: Table, said: set[str], header: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Rows of a printed grid that are no row of the table; each stands where the row above it ends."""
    places = {row.grid_row: row.span.chars for row in table.rows}
    at = table.span.chars[0]
    for number, cells in enumerate(table.grid):
        if number in places:
            at = places[number][1]
            continue
        new = [cell for cell in cells if re.search(r"[^\W\d_]", cell) and cell not in said and cell not in header]
        if new and number >= table.header_rows:
            yield " | ".join(new), (at, at)


def _table(filing: Filing, block: Table, index: int, lines: Lines, settings: SplitSettings) -> Iterator[_Draft]:
    """A table in pieces of whole rows, caption and header on each."""
    header = " | ".join(" / ".join(c.path) for c in block.columns if c.path)
    head = "\n".join(p for p in (block.caption, block.lead_in, block.unit_line, header) if p)[:400]
    rows = [(_row_text(block, row), row.span.chars) for row in block.rows]
    rows = sorted([*rows, *_other_lines(filing, block, lines)], key=lambda row: row[1])
    if not any(text for text, _ in rows):
        rows = [(" | ".join(c for c in line if c), block.span.chars) for line in block.grid]
    batch: list[str] = []
    start = block.span.chars[0]
    for text, chars in rows:
        if batch and len(head) + sum(map(len, batch)) + len(text) > settings.table:
            yield _Draft("table", "\n".join([head, *batch]), (start, chars[0]), block.section, [index], block)
            batch, start = [], chars[0]
        batch.append(text)
    if batch and (head or any(batch)):  # what was set aside as noise below the last row belongs to the last piece
        yield _Draft("table", "\n".join([head, *batch]), (start, block.span.chars[1]), block.section, [index], block)


def _drafts(filing: Filing, settings: SplitSettings) -> list[_Draft]:
    gather = _Gather(settings)
    section: tuple[str, ...] = ()
    lines = Lines(filing.text)
    for index, block in enumerate(filing.blocks):
        if isinstance(block, Heading):
            gather.heading(block, index)
            section = (*block.section, block.text)
        elif isinstance(block, Paragraph):
            for draft in _prose(filing, block, index, settings):
                gather.add(draft)
        elif isinstance(block, Callout):
            gather.add(_Draft("callout", block.text, block.span.chars, block.section, [index]))
        else:
            for draft in _table(filing, block, index, lines, settings):
                gather.add(draft)
    gather.flush(section)
    return gather.drafts


def _span(filing: Filing, draft: _Draft, lines: Lines) -> Span:
    """Where a passage stands; on a page, the box around those of its blocks that begin there."""
    span, page = lines.span(*draft.chars), filing.page_of(draft.chars[0])
    if page is None:
        return span
    places = [filing.blocks[index].span for index in draft.blocks]
    boxes = [place.box for place in places if place.page == page and place.box is not None]
    if not boxes:
        return replace(span, page=page)
    left, top, right, bottom = zip(*boxes, strict=True)
    return replace(span, page=page, box=(min(left), min(top), max(right), max(bottom)))


def split(filing: Filing, settings: SplitSettings | None = None) -> tuple[list[Passage], list[FigureRow]]:
    """Passages and figure rows of a filing, in reading order."""
    settings = settings or SplitSettings()
    lines = Lines(filing.text)
    passages = []
    for number, draft in enumerate(_drafts(filing, settings), 1):
        context = context_line(filing, draft.section, draft.table)
        passages.append(
            Passage(
                id=f"{filing.id}-p{number}",
                filing_id=filing.id,
                kind=draft.kind,
                text=draft.text,
                index_text=f"{context}\n{draft.text}",
                span=_span(filing, draft, lines),
                section=draft.section,
                table=draft.table.index if draft.table else None,
                blocks=tuple(draft.blocks),
            )
        )
    return passages, list(figure_rows(filing))
