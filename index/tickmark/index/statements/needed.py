"""The passages of the statements that a question needs: one for each line, of the filings that it is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tickmark.index.filters import issuer_key
from tickmark.index.model import FilingSummary
from tickmark.index.question import Question
from tickmark.index.statements.measures import Need, needs_of
from tickmark.index.statements.primary import STATEMENTS, Statement
from tickmark.index.words.terms import all_terms
from tickmark.ingest.metadata import EVENTS
from tickmark.ingest.model import Passage

__all__ = ["Needed", "needed"]

_Place = tuple[int, int]
"""Where something begins and ends, in characters."""
_PRIMARY: Final = STATEMENTS[:3]
_MOST_FILINGS: Final = 3  # issuers that are compared


@dataclass(frozen=True, slots=True)
class Needed:
    """What of the statements a question needs: passages to show, and where statements stand, by filing.

    ``places`` are those of the statements that are needed, ``others`` those of the other primary ones: income of three
    months is in the income statement where the cash flow statement has that of six.
    """

    passages: tuple[Passage, ...] = ()
    places: Mapping[str, tuple[_Place, ...]] = field(default_factory=dict)
    others: Mapping[str, tuple[_Place, ...]] = field(default_factory=dict)

    def distance(self, filing_id: str, at: int) -> float:
        """How far a character of a filing is from what is needed: 0 inside, .5 in another primary statement, or 1.

        Nothing is far where no statement is needed.
        """
        if not self.places or _within(at, self.places.get(filing_id, ())):
            return 0.0
        return 0.5 if _within(at, self.others.get(filing_id, ())) else 1.0


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
    places: dict[str, tuple[_Place, ...]] = {}
    others: dict[str, tuple[_Place, ...]] = {}
    for filing in _meant(filings, question) if needs else ():
        found = statements(filing.id)
        shown.update((p.id, p) for p in _of_filing(needs, found, question))
        wanted = {need.statement for need in needs}
        if spans := _spans(found, wanted):
            places[filing.id] = spans
            others[filing.id] = _spans(found, set(_PRIMARY) - wanted)
    return Needed(tuple(shown.values()), places, others)


def _spans(found: Mapping[str, Statement], kinds: Collection[str]) -> tuple[_Place, ...]:
    return tuple(p.span.chars for kind in STATEMENTS if kind in kinds and kind in found for p in found[kind].passages)


def _within(at: int, places: Iterable[_Place]) -> bool:
    return any(a <= at < b for a, b in places)


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
