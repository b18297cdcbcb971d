"""Word documents (.docx): paragraphs, headings, lists, notes, text boxes and tables, in the order of the document.

The text that every span points into is composed here (:mod:`.compose`). What Word keeps beside the words is told apart:
tracked deletions and hidden text are no text; insertions are. Running headers and footers and comments are set aside,
and pictures cannot be read: all of them are counted in the warnings. Numbers that Word sets before list items and
headings by itself are not part of the text.

The document's own properties (title, author, dates) are not used: they are as often left over from the file that the
document was made from as they are true, and what the document prints says the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.figures.readings import read_cell
from tickmark.ingest.readers.bounds import MOST_COLUMNS
from tickmark.ingest.readers.compose import Composer, Printed
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.ooxml import Package, attribute, child, local
from tickmark.ingest.readers.word_text import Notes, Said, Style, Styles, inline, said_in

__all__ = ["MEDIA_TYPE", "read_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADING = re.compile(r"heading (\d)")
_DEEPEST = 8
_LONGEST_HEADING = 300
_WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice", "body"}


def read_docx(data: bytes, source: str) -> Draft:
    """The draft of a Word document.

    Raises:
        UnreadableFile: the package is damaged or encrypted, holds no words, or unpacks to more than can be read.
    """
    package = Package.open(data, source)
    main = package.main()
    root = package.part(main)
    related = package.related(main)
    styles = next((package.part(path) for kind, path in related.values() if kind == "styles"), None)
    said = Said(Styles.of(styles), Notes.of(package, related))
    walk = _Walk(said)
    body = child(root, "body")
    if body is not None:
        walk.blocks(body)
    walk.notes()
    _set_aside(package, related, said.left_out)
    composer = walk.composer
    composer.warnings += [f"{count} {what} are left out" for what, count in said.left_out.items() if count]
    draft = composer.draft(MEDIA_TYPE)
    if not draft.pieces:
        raise UnreadableFile(
            "there are no words in this document", where=source, hint="Pictures of text cannot be read"
        )
    return draft


def _set_aside(package: Package, related: dict[str, tuple[str, str]], left_out: Counter[str]) -> None:
    """Counts the parts beside the body that hold words."""
    for kind, path in related.values():
        if kind in {"header", "footer"}:
            root = package.part(path)
            left_out["running headers and footers"] += root is not None and bool(said_in(root).strip())
        elif kind == "comments":
            root = package.part(path)
            left_out["comments"] += len(root) if root is not None else 0


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as read: ``kind`` is "toc", "tabs" for one that may be the row of a table set with tabs, or "" ."""

    text: str
    level: int
    item: bool
    kind: str
    boxes: list[Element]
    noted: int


@dataclass(slots=True)
class _Walk:
    """The walk over the body."""

    said: Said
    composer: Composer = field(default_factory=Composer)

    def blocks(self, container: Element, depth: int = 0) -> None:
        """Everything in a container, in order."""
        if depth > _DEEPEST:
            told = f"nested tables beyond level {_DEEPEST}: of these only the words are kept"
            self.composer.warnings.append(told)
            self.composer.paragraph(said_in(container))
            return
        found = (e if local(e.tag) == "tbl" else self._paragraph(e) for e in self._within(container, {"p", "tbl"}))
        for kind, group in groupby(found, key=lambda each: each.kind if isinstance(each, _Paragraph) else "tbl"):
            if kind in {"toc", "tabs"}:
                self._tabbed(kind, [each for each in group if isinstance(each, _Paragraph)])
                continue
            for each in group:
                if isinstance(each, _Paragraph):
                    self._emit(each, depth)
                else:
                    self._table(each, depth)

    def notes(self, upto: int | None = None) -> None:
        """The notes referred to since the last heading, before the one that is being read."""
        waiting = self.said.notes.waiting
        for mark, body in waiting[:upto]:
            text = " ".join(inline(p, self.said)[0] for p in self._within(body, {"p"}))
            self.composer.paragraph(f"{mark} {text.strip()}", note=True)
        del waiting[:upto]

    def _within(self, container: Element, wanted: set[str]) -> Iterator[Element]:
        """The elements of these names in a container, through what merely wraps them."""
        stack = [iter(container)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
                continue
            name = local(element.tag)
            if name in wanted:
                yield element
            elif name in _WRAPPERS:
                stack.append(iter(element))
            elif name in {"altChunk", "subDoc"}:
                self.said.left_out["documents inside the document"] += 1

    def _paragraph(self, element: Element) -> _Paragraph:
        properties = child(element, "pPr")
        chain = list(self.said.styles.chain(attribute(child(properties, "pStyle"), "val")))
        noted = len(self.said.notes.waiting)
        text, boxes = inline(element, self.said)
        level = self._level(properties, chain)
        listed = attribute(child(properties, "numPr", "numId"), "val")
        item = listed != "0" if listed is not None else any(style.listed for style in chain)
        kind = ""
        if "\t" in text.strip():
            kind = "toc" if chain and re.match(r"toc \d", chain[0].name) else "" if level else "tabs"
        return _Paragraph(text, level if len(text) <= _LONGEST_HEADING else 0, item and not level, kind, boxes, noted)

    @staticmethod
    def _level(properties: Element | None, chain: list[Style]) -> int:
        """The heading level of a paragraph, by its own outline level or by its style; 0 for running text."""
        own = attribute(child(properties, "outlineLvl"), "val")
        if own is not None and own.isdecimal():
            return int(own) + 1 if int(own) < 9 else 0
        for style in chain:
            if found := _HEADING.fullmatch(style.name):
                return int(found[1])
            if style.name == "title":
                return 1
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else 0
        return 0

    def _emit(self, paragraph: _Paragraph, depth: int) -> None:
        if paragraph.level and paragraph.text.strip():
            self.notes(paragraph.noted)
        self.composer.paragraph(paragraph.text, level=paragraph.level, item=paragraph.item)
        for box in paragraph.boxes:
            self.blocks(box, depth + 1)

    def _tabbed(self, kind: str, paragraphs: list[_Paragraph]) -> None:
        """Paragraphs with tabs that follow one another: a table where most of them end with a value."""
        rows = [[cell.strip() for cell in p.text.rstrip().split("\t")] for p in paragraphs]
        if kind == "toc":
            rows = [[" ".join(row[:-1]), row[-1]] for row in rows]
        values = sum(read_cell(row[-1]).kind in {"value", "nothing"} for row in rows)
        if len(rows) < 2 or 2 * values < len(rows):
            for paragraph in paragraphs:
                self._emit(paragraph, _DEEPEST)
            return
        self.composer.table([[Printed(cell) for cell in row] for row in rows], exact=False)
        for box in (box for p in paragraphs for box in p.boxes):
            self.blocks(box, 1)

    def _table(self, table: Element, depth: int) -> None:
        rows: list[list[Printed | None]] = []
        nested: list[Element] = []
        cells = [(row, list(self._within(row, {"tc"}))) for row in self._within(table, {"tr"})]
        if len(cells) == 1 and len(cells[0][1]) == 1:  # a frame around text
            self.blocks(cells[0][1][0], depth + 1)
            return
        for row, here in cells:
            if child(row, "trPr", "del") is not None:
                self.said.left_out["tracked deletions"] += 1
            else:
                rows.append(self._row(row, here, nested))
        self.composer.table(rows)
        for each in nested:  # a table in a cell is read after the table that it stands in
            self._nested(each, depth + 1)

    def _nested(self, table: Element, depth: int) -> None:
        wrapper = Element("body")
        wrapper.append(table)
        self.blocks(wrapper, depth)

    def _row(self, row: Element, cells: list[Element], nested: list[Element]) -> list[Printed | None]:
        printed: list[Printed | None] = [None] * _count(child(row, "trPr", "gridBefore"), 0)
        for cell in cells:
            properties = child(cell, "tcPr")
            width = _count(child(properties, "gridSpan"), 1)
            merged = [child(properties, name) for name in ("vMerge", "hMerge")]
            text = self._cell(cell, nested)
            if any(m is not None and attribute(m, "val") != "restart" for m in merged) and not text.strip():
                printed += [None] * width
            else:
                printed += [Printed(text, width), *[None] * (width - 1)]
        return printed

    def _cell(self, cell: Element, nested: list[Element]) -> str:
        """The words of a cell: its paragraphs in one line."""
        said = []
        for element in self._within(cell, {"p", "tbl"}):
            if local(element.tag) == "tbl":
                nested.append(element)
                continue
            text, boxes = inline(element, self.said)
            said += [text, *map(said_in, boxes)]
        return " ".join(said)


def _count(element: Element | None, otherwise: int) -> int:
    value = attribute(element, "val")
    return max(otherwise, min(int(value), MOST_COLUMNS)) if value and value.isdecimal() else otherwise
