"""What stands around a printed grid and bears on its cells."""

from __future__ import annotations

from dataclasses import dataclass

from tickmark.ingest.tables.events import Event
from tickmark.ingest.tables.unit_notes import UnitNote

__all__ = ["SheetContext"]


@dataclass(frozen=True, slots=True)
class SheetContext:
    """What stands around a table. ``before``: the texts above it, nearest first; ``note``: a unit note that holds.

    ``events``: those that the words above speak of, nearest first; ``foot``: the line below that says the unit;
    ``titles``: the headings of the section that may say its period; ``contents``: its numbers are those of pages.
    """

    section: tuple[str, ...] = ()
    caption: str = ""
    before: tuple[str, ...] = ()
    note: UnitNote | None = None
    currency: tuple[str, str] | None = None
    events: tuple[Event, ...] = ()
    foot: str = ""
    titles: tuple[str, ...] = ()
    contents: bool = False
