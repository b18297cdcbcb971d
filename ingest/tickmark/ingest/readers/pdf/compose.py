"""The text of a document from its words, and where each of its characters stands on the pages."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

import numpy as np

from tickmark.ingest.markup import Marked
from tickmark.ingest.readers.pdf.page import Box, Row, Word
from tickmark.ingest.readers.pdf.words import is_wide

__all__ = ["Composer", "PagePlaces"]

_NOWHERE = (np.inf, np.inf, -np.inf, -np.inf)
_HYPHEN = re.compile(r"[^\W\d_][-‐]$")


class PagePlaces:
    """The page and box of any stretch of the text."""

    def __init__(self, boxes: array[float], starts: list[int], pages: list[int]) -> None:
        self._boxes = np.frombuffer(boxes, dtype=np.float32).reshape(-1, 4) if boxes else np.empty((0, 4), np.float32)
        self._starts = starts
        self._pages = pages

    @property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each page begins."""
        return tuple(self._starts)

    def place(self, start: int, end: int) -> tuple[int, Box] | None:
        """See :class:`~tickmark.ingest.readers.draft.Places`."""
        boxes = self._boxes[start:end]
        printed = np.flatnonzero(boxes[:, 2] >= boxes[:, 0])
        if not len(printed):
            return None
        at = bisect_right(self._starts, start + int(printed[0])) - 1
        stop = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._boxes)
        boxes = boxes[: max(1, stop - start)]
        low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        left, top, right, bottom = (round(float(v), 2) for v in (*low, *high))
        return self._pages[at], (left, top, right, bottom)


class Composer:
    """Writes words one after the other; ``known`` are the words of the document, to mend those broken over lines."""

    def __init__(self, known: frozenset[str]) -> None:
        self._parts: list[str] = []
        self._boxes = array("f")
        self._starts: list[int] = []
        self._pages: list[int] = []
        self._known = known
        self.length = 0
        self.line = 1

    def page(self, number: int) -> None:
        """What is written from here on stands on that page."""
        if not self._pages or self._pages[-1] != number:
            self._starts.append(self.length)
            self._pages.append(number)

    def _put(self, text: str, boxes: array[float] | None = None) -> None:
        self._parts.append(text)
        self.length += len(text)
        self.line += text.count("\n")
        self._boxes.extend(_NOWHERE * len(text) if boxes is None else boxes)

    def sign(self, text: str) -> None:
        """White space between what is written."""
        self._put(text)

    def lines(self, lines: list[list[Word]], between: str = "\n") -> Marked:
        """Words line by line, words broken over two lines put together on the first; returns what was written."""
        start = self.length
        moved = 0
        for at, line in enumerate(lines):
            following = lines[at + 1] if at + 1 < len(lines) else []
            words = line[moved:]
            mended = self._mended(line[-1], following[0]) if following else None
            for i, word in enumerate(words):
                if i and not word.close:
                    self._put(" ")
                last = mended == "" and i == len(words) - 1
                self._put(word.text[:-1] if last else word.text, word.boxes[:-4] if last else word.boxes)
            moved = 0
            if mended is not None and words:
                self._put(following[0].text, following[0].boxes)
                moved = 1
            if following and len(following) > moved:
                runs_on = not moved and is_wide(line[-1].text[-1]) and is_wide(following[0].text[0])
                self._put("" if runs_on else between)
        return self.marked(start)

    def marked(self, start: int) -> Marked:
        """What was written since ``start``, white space folded to blanks."""
        text = "".join(self._tail(start))
        return Marked(re.sub(r"\s", " ", text), range(start, self.length), self.length)

    def _tail(self, start: int) -> list[str]:
        parts, length = [], self.length
        for part in reversed(self._parts):
            if length <= start:
                break
            parts.append(part)
            length -= len(part)
        return parts[::-1]

    def _mended(self, last: Word, first: Word) -> str | None:
        """How a word goes on that a line breaks off with a hyphen: "" or "-" between its halves; None if it does not.

        The hyphen goes where the whole word stands elsewhere in the document, and where neither half does.
        """
        if not _HYPHEN.search(last.text) or not re.match(r"^[a-zà-ÿ]", first.text):
            return None
        tail = re.match(r"^[^\W\d_]+", first.text)
        head = re.search(r"[^\W\d_]+(?=.$)", last.text)
        if not tail or not head:
            return "-"
        if (head[0] + tail[0]).lower() in self._known:
            return ""
        halves = {head[0].lower(), tail[0].lower()}
        return "-" if f"{head[0]}-{tail[0]}".lower() in self._known or halves <= self._known else ""

    def finish(self) -> tuple[str, PagePlaces]:
        """The whole text and the places of its characters."""
        return "".join(self._parts), PagePlaces(self._boxes, self._starts, self._pages)


def known_words(rows: list[Row]) -> frozenset[str]:
    """The words of rows, lower case, those at line ends left out where a hyphen ends them."""
    return frozenset(
        found.lower()
        for row in rows
        for word in row.words
        for found in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-$)", word.text)
    )
