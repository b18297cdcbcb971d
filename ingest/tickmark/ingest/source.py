"""One source text on its way to becoming a filing: its lines, its calendar, and the numbering of its figures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Span

if TYPE_CHECKING:
    from tickmark.ingest.readers.draft import Places

__all__ = ["Source"]


@dataclass(slots=True)
class Source:
    """The text being read and what all passes share. ``notes``: footnote marks that the document explains, and how.

    ``pages``: how many pages it has; 0 where it has none.
    """

    filing_id: str
    text: str
    lines: Lines
    calendar: Calendar = field(default_factory=Calendar)
    notes: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    places: Places | None = None
    pages: int = 0
    marks: frozenset[str] = field(init=False)
    """The footnote marks that the document explains, as they are printed."""
    _figures: int = 0
    _last: Span | None = None

    def __post_init__(self) -> None:
        self.marks = frozenset(mark for mark in self.notes if not mark.startswith("^"))

    def figure_id(self) -> str:
        """The next figure id of the filing."""
        self._figures += 1
        return f"{self.filing_id}-f{self._figures}"

    def span(self, chars: tuple[int, int]) -> Span:
        """The span of a character range, with its page and box where there are pages.

        A figure and its cell stand in the same place: they share one span.
        """
        if self._last is None or self._last.chars != chars:
            span = self.lines.span(*chars)
            place = self.places.place(*chars) if self.places else None
            self._last = replace(span, page=place[0], box=place[1]) if place else span
        return self._last
