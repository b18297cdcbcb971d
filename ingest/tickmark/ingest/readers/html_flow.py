"""From tags and text to the flow of a document: paragraphs and tables in reading order, each with its exact place.

What an element means here is little: is it a block (it ends a paragraph), a part of a table, or does it change the
style of its text. Elements may be closed by what follows them, as in old filings, and nothing is recursive: a thousand
nested tables are a loop, and those deeper than any filing's are read as text of the cell that they stand in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from tickmark.ingest.readers.html_elements import BLOCK, CELLS, CLOSES, ROWS, TABLE_PARTS, UNSEEN, VOID
from tickmark.ingest.readers.html_nodes import CellNode, Flow, Paragraph, RowNode, TableNode
from tickmark.ingest.readers.html_style import PLAIN, Style, styled
from tickmark.ingest.readers.html_tokens import Tag, Text, attributes, tokens

__all__ = ["flow_of"]

MOST_NESTED = 24
_MOST_OPEN = 400
_MOST_SPAN = 1_000
_BREAKS = re.compile(r"<(?:p|div|br|td|li|h[1-6])\b", re.IGNORECASE)
_SPAN = re.compile(r"\s*(\d{1,6})")


@dataclass(slots=True)
class _Open:
    """An open element: its name, and the style around it."""

    name: str
    style: Style


@dataclass(slots=True)
class _Frame:
    """An open table: where its element stands on the stack, and which flow we are writing to."""

    table: TableNode
    height: int
    cell: CellNode | None = None
    in_caption: bool = False


class _Builder:
    """Walks the tokens once."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.typed = len(_BREAKS.findall(source)) * 40 < source.count("\n")  # lines set by hand: next to no markup
        self.flow: Flow = []
        self.stack: list[_Open] = []
        self.open: defaultdict[str, int] = defaultdict(int)
        self.frames: list[_Frame] = []
        self.style = PLAIN
        self.paragraph = Paragraph()
        self.tables = 0
        self.deep = 0
        self.too_deep = 0
        self.breaks = False

    # ---- text

    def target(self) -> Flow:
        """The flow that a paragraph ends up in: the innermost open cell's, else the document's."""
        for frame in reversed(self.frames):
            if frame.in_caption:
                return frame.table.caption
            if frame.cell is not None:
                return frame.cell.flow
        return self.flow

    def flush(self) -> None:
        """Ends the paragraph that is open."""
        done = self.paragraph
        if done.length:
            done.page_break = self.breaks
            self.breaks = False
            self.target().append(done)
        if done.runs or done.level or done.item:
            self.paragraph = Paragraph()

    def text(self, token: Text) -> None:
        """Adds a run of text to the paragraph."""
        style = self.style
        if style.hidden:
            return
        run = self.source[token.start : token.stop]
        count = len(run) - run.count(" ")
        if (
            not count
            or run.isspace()
            or (run[:1] == "&" and not run.replace("&#160;", "").replace("&nbsp;", "").strip())
        ):
            if self.paragraph.runs:
                self.paragraph.runs.append((token.start, token.start, False))
            return
        into = self.paragraph
        if not into.runs:
            into.align, into.indent = style.align, style.indent
        into.runs.append((token.start, token.stop, style.raised))
        into.length += count
        into.bold += count * style.bold
        into.underlined += count * style.underlined
        into.italic += count * style.italic
        into.size = max(into.size, 0.0 if style.raised else style.size)
        into.linked += count * (self.open["a"] > 0)
        into.preformatted |= self.typed or self.open["pre"] > 0 or (self.open["text"] > 0 and not self.open["html"])

    # ---- elements

    def pop_to(self, index: int) -> None:
        """Closes the elements from ``index`` on."""
        for element in self.stack[index:]:
            self.open[element.name] -= 1
        self.style = self.stack[index].style
        del self.stack[index:]

    def close(self, names: frozenset[str]) -> bool:
        """Closes the innermost open element of these names, no further out than the cell or table we are in."""
        for name in names:
            if self.open[name]:
                break
        else:
            return False
        floor = self.frames[-1].height if self.frames else 0
        for index in range(len(self.stack) - 1, floor - 1, -1):
            if self.stack[index].name in names:
                self.pop_to(index)
                return True
            if self.stack[index].name in {"td", "th", "caption"} and not names & TABLE_PARTS:
                return False
        return False

    def start(self, tag: Tag) -> None:
        """A start tag."""
        name = tag.name
        if name == "br":
            runs = self.paragraph.runs
            if (
                len(runs) > 1
                and runs[-1][0] == runs[-1][1]
                and self.source[runs[-1][0] : runs[-1][0] + 3].lower() == "<br"
            ):
                self.flush()
            elif runs:
                runs.append((tag.start, tag.start, False))
            return
        if name in BLOCK:
            self.flush()
            closed = CLOSES.get(name) or (CLOSES["p"] if name not in TABLE_PARTS else None)
            if closed:
                self.close(closed)
        if name in VOID:
            self.breaks |= name == "hr" and styled(self.style, name, tag.inside)[1]
            return
        if name == "table" or name in TABLE_PARTS:
            self.table_part(tag)
            return
        if tag.inside.endswith("/") and name not in BLOCK:
            return
        self.push(tag)
        if name in BLOCK:
            if len(name) == 2 and name[0] == "h" and name[1].isdigit():
                self.paragraph.level = int(name[1])
            self.paragraph.item |= name == "li"

    def push(self, tag: Tag) -> None:
        """Opens an element."""
        style, breaks = styled(self.style, tag.name, tag.inside)
        self.breaks |= breaks
        if len(self.stack) >= _MOST_OPEN and tag.name not in TABLE_PARTS and tag.name != "table":
            return
        self.stack.append(_Open(tag.name, self.style))
        self.open[tag.name] += 1
        if tag.name in UNSEEN and not style.hidden:
            style = Style(hidden=True)
        self.style = style

    def end(self, tag: Tag) -> None:
        """An end tag."""
        name = tag.name
        if name in BLOCK:
            self.flush()
        if name == "table":
            self.end_table(tag.stop)
        elif name in TABLE_PARTS:
            self.end_part(name, tag.stop)
        else:
            self.close(frozenset({name}))

    # ---- tables

    def table_part(self, tag: Tag) -> None:
        """The start of a table or of a part of one."""
        name = tag.name
        if name == "table":
            index = self.tables
            self.tables += 1
            if len(self.frames) >= MOST_NESTED or self.style.hidden:
                self.deep += 1
                self.too_deep += not self.style.hidden
                return
            node = TableNode(index, tag.start, tag.stop)
            self.target().append(node)
            self.push(tag)
            self.frames.append(_Frame(node, len(self.stack)))
            return
        if self.deep or not self.frames:
            return
        frame = self.frames[-1]
        if name == "caption":
            frame.in_caption = True
        elif name in {"tr", "tbody", "thead", "tfoot"}:
            self.end_part("tr", tag.start)
        else:
            self.end_part("td", tag.start)
        if name == "tr":
            frame.table.rows.append(RowNode(tag.start, tag.stop))
        self.push(tag)
        if name in {"td", "th"}:
            self.open_cell(frame, tag)

    def open_cell(self, frame: _Frame, tag: Tag) -> None:
        """Opens a cell; one without a row begins a row."""
        if not frame.table.rows:
            frame.table.rows.append(RowNode(tag.start, tag.stop))
        given = attributes(tag.inside)
        cell = CellNode(tag.stop, _span(given.get("colspan")), _span(given.get("rowspan")), tag.name == "th")
        hidden = self.style.hidden
        if not hidden or given:
            frame.table.rows[-1].cells.append(cell)
        frame.cell = cell

    def end_part(self, name: str, place: int) -> None:
        """The end of a cell, a row or a caption, said or not."""
        if self.deep or not self.frames:
            return
        frame = self.frames[-1]
        if name == "caption":
            frame.in_caption = False
            self.close(frozenset({"caption"}))
            return
        frame.in_caption = False
        if frame.cell is not None:
            self.close(CELLS)
            frame.cell = None
        if name in {"tr", "tbody", "thead", "tfoot"}:
            self.close(ROWS)
        if name in {"tbody", "thead", "tfoot"}:
            self.close(frozenset({name}))
        if frame.table.rows:
            frame.table.rows[-1].stop = max(frame.table.rows[-1].stop, place)

    def end_table(self, place: int) -> None:
        """The end of the innermost table."""
        if self.deep:
            self.deep -= 1
            return
        if not self.frames:
            return
        self.end_part("tr", place)
        frame = self.frames.pop()
        frame.table.stop = place
        self.pop_to(frame.height - 1)

    def finish(self) -> None:
        """The end of the document: what is open ends here."""
        self.flush()
        while self.frames:
            self.deep = 0
            self.end_table(len(self.source))


def _span(value: str | None) -> int:
    found = _SPAN.match(value or "")
    return max(1, min(int(found[1]), _MOST_SPAN)) if found else 1


def flow_of(source: str) -> tuple[Flow, int, int]:
    """``(flow, number of tables, tables nested too deep)`` of an HTML source."""
    builder = _Builder(source)
    for token in tokens(source):
        if isinstance(token, Text):
            builder.text(token)
        elif token.end:
            builder.end(token)
        else:
            builder.start(token)
    builder.finish()
    return builder.flow, builder.tables, builder.too_deep
