"""Lines of a source text: from character offsets to line numbers and back."""

from __future__ import annotations

import re
from bisect import bisect_right

from tickmark.ingest.model import Span

__all__ = ["Lines"]

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of ``text``, ended by LF, CR LF or CR; numbers are 1-based."""

    def __init__(self, text: str) -> None:
        ends = [(m.start(), m.end()) for m in _LINE_END.finditer(text)]
        self._starts = [0, *(after for _, after in ends)]
        self._stops = [*(before for before, _ in ends), len(text)]
        self._on = (1, 1)

    def __len__(self) -> int:
        return len(self._starts)

    def bounds(self, line: int) -> tuple[int, int]:
        """Character range of a line, without its line end."""
        return self._starts[line - 1], self._stops[line - 1]

    def line_of(self, offset: int) -> int:
        """The line on which the character at ``offset`` stands."""
        return bisect_right(self._starts, offset)

    def span(self, start: int, end: int) -> Span:
        """The span of ``[start, end)`` with its lines."""
        on = self.line_of(start), self.line_of(max(start, end - 1))
        if on != self._on:  # what stands on the same line shares the pair: a table has millions of cells
            self._on = on
        return Span((start, end), self._on)
