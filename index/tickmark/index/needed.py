"""The passages of the statements that a question needs: one for each line, of the filings that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tickmark.index.filters import issuer_key
from tickmark.index.measures import Need, needs_of
from tickmark.index.model import FilingSummary
from tickmark.index.question import Question
from tickmark.index.statements import Statement
from tickmark.index.terms import all_terms
from tickmark.ingest.metadata import EVENTS
from tickmark.ingest.model import Passage

__all__ = ["Needed", "needed"]

_MOST_FILINGS: Final = 3  # issuers that are compared


@dataclass(frozen=True, slots=True)
class Needed:
    """What of the statements a question needs: passages to show, and where those statements stand, by filing."""

    passages: tuple[Passage, ...] = ()
    places: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def stands_outside(self, filing_id: str, at: int) -> bool:
        """Whether a character of a filing is in none of the statements that are needed, where there are any."""
        return bool(self.places) and not any(a <= at < b for a, b in self.places.get(filing_id, ()))


def needed(
    question: Question,
    filings: Sequence[FilingSummary],
    statements: Callable[[str], Mapping[str, Statement]],
) -> Needed:
    """The passages a question needs, those of each statement by turns; nothing where it names no measure or statement.

    Args:
        question: as understood.
        filings: those that it is about.
        statements: gives the primary statements of a filing.
    """
    needs = needs_of(question)
    shown: dict[str, Passage] = {}
    places: dict[str, tuple[tuple[int, int], ...]] = {}
    for filing in _meant(filings, question) if needs else ():
        found = statements(filing.id)
        shown.update((p.id, p) for p in _of_filing(needs, found, question))
        spans = [p.span.chars for need in needs if need.statement in found for p in found[need.statement].passages]
        if spans:
            places[filing.id] = tuple(spans)
    return Needed(tuple(shown.values()), places)


def _meant(filings: Sequence[FilingSummary], question: Question) -> list[FilingSummary]:
    """One filing of each issuer: its report, the newest of several."""
    newest: dict[str, FilingSummary] = {}
    for filing in sorted(filings, key=_standing):
        newest[issuer_key(filing.issuer)] = filing
    chosen = list(newest.values())
    return chosen if len(chosen) <= max(1, min(_MOST_FILINGS, len(question.issuer_keys))) else []


def _standing(filing: FilingSummary) -> tuple[str, bool, str]:
    """Later periods over earlier ones, reports over announcements of their results."""
    event = filing.form in EVENTS
    end = filing.period.end if filing.period and filing.period.end and not event else ""
    return end or "", (filing.form or "").startswith(("10-", "20-F", "40-F")), filing.published or ""


def _of_filing(needs: Iterable[Need], found: Mapping[str, Statement], question: Question) -> list[Passage]:
    """For each need in turn its best passage first; then the passages of its further lines."""
    first: list[Passage] = []
    further: list[Passage] = []
    for need in needs:
        statement = found.get(need.statement)
        if statement is None:
            continue
        tables = [p for p in statement.passages if p.kind == "table"] or list(statement.passages)
        lines = [_best(tables, line) for line in need.lines or (question.rest or question.text,)]
        first += lines[:1]
        further += lines[1:]
    return [*first, *further]


def _best(passages: Sequence[Passage], line: str) -> Passage:
    """The passage that prints a line: by the share of its words, then of those that stand in one label."""
    wanted = all_terms(line)
    return max(passages, key=lambda p: (_in_a_label(p, wanted), len(wanted & all_terms(p.text))))


def _in_a_label(passage: Passage, wanted: frozenset[str]) -> float:
    """The most of some words that one label has, as a share of both."""
    labels = (all_terms(row.split(" | ", 1)[0].split(" > ")[-1]) for row in passage.text.split("\n"))
    return max((2 * len(wanted & label) / (len(wanted) + len(label)) for label in labels if label), default=0.0)
