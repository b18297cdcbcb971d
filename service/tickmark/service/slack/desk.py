"""The desk that the bot takes questions to: the index, behind three calls that do not hold up the event loop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tickmark.index.model import FigureHit, FilingSummary
from tickmark.ingest.model import Table
from tickmark.service.asking import checked_question
from tickmark.service.model import Answer

if TYPE_CHECKING:
    from tickmark.index.library import Library
    from tickmark.service.api.state import Service

__all__ = ["Desk", "Found", "IndexDesk", "cited"]

Tables = Mapping[tuple[str, int], Table]


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and the tables that its figures stand in, by filing and index."""

    answer: Answer
    tables: Tables = field(default_factory=dict)


class Desk(Protocol):
    """What the bot needs to know of the index."""

    async def ask(self, question: str) -> Found:
        """Answer a question. Raises TickmarkError."""
        ...

    async def filings(self) -> Sequence[FilingSummary]:
        """What is in the index. Raises TickmarkError."""
        ...


class IndexDesk:
    """The desk of the service: every question goes to the one ``answer`` that all doors share."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def ask(self, question: str) -> Found:
        """Answer a question."""
        checked = checked_question(question, self._service.settings)
        return await self._service.read(lambda library: _ask(library, checked))

    async def filings(self) -> Sequence[FilingSummary]:
        """What is in the index."""
        return await self._service.read(lambda library: library.summaries())


def cited(answer: Answer) -> list[FigureHit]:
    """The figures that the verdict rests on, in its order."""
    hits = {hit.figure.id: hit for hit in answer.figures}
    return [hits[each] for each in answer.verdict.figure_ids if each in hits]


def _ask(library: Library, question: str) -> Found:
    from tickmark.service.answer import answer  # noqa: PLC0415 - brings the searchers with it

    found = answer(library, question)
    tables = {}
    for hit in cited(found):
        if hit.figure.cell is not None:
            key = (hit.filing.id, hit.figure.cell.table)
            if key not in tables and (table := library.table(*key)) is not None:
                tables[key] = table
    return Found(found, tables)
