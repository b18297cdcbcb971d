"""Figures ranked for a question: those of the rows that were drawn, by how well they agree with it.

A figure counts by its own features (:mod:`tickmark.index.ranking.matching`), less what it loses by where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tickmark.index.asked.pointed_back import NamedBefore
from tickmark.index.asked.unit import UnitFits
from tickmark.index.filters import Filters
from tickmark.index.model import FilingSummary
from tickmark.index.question import Question
from tickmark.index.ranking.candidates import Pool
from tickmark.index.ranking.cover import Wanted
from tickmark.index.ranking.kept import Kept
from tickmark.index.ranking.matching import Features, Weights, figure_features, total_of
from tickmark.index.ranking.passages import PassageFeatures, total
from tickmark.index.ranking.period_fit import PeriodFits
from tickmark.index.ranking.sections import beside_the_named
from tickmark.index.statements.needed import Needed
from tickmark.ingest.model import Figure, FigureRow, Passage

__all__ = ["FigureCandidate", "rank_figures"]

_Scored = Sequence[tuple[Passage, PassageFeatures]]
LEAST_COVER: Final = 0.2  # share of what was asked that a figure's words have to cover to be weighed at all
# what a figure's score loses for each point by which its filing's best passage ranks behind the best, and at most
BEHIND: Final = 0.02
MOST_BEHIND: Final = 0.12
CONVERTED: Final = 0.05  # what it loses where it is told in another currency than the filing's own
BESIDE: Final = 0.20  # what it loses where a section beside its own is the one that is named
_LOOKED_AT: Final = 60  # the likeliest figures, among which such sections are looked for
OUTSIDE: Final = 0.10  # what it loses where the question needs a statement and it stands in another place


@dataclass(frozen=True, slots=True)
class FigureCandidate:
    """A figure with its row, its filing, and why it ranks where it does.

    ``behind`` is what its score lost because its filing's best passage ranks behind the best of all, and because it
    stands outside the statement that the question needs; ``in_statement``: it stands inside of that, or of another
    primary one.
    """

    figure: Figure
    row: FigureRow
    filing: FilingSummary
    features: Features
    score: float
    behind: float = 0.0
    in_statement: bool = False


def rank_figures(
    question: Question,
    rows: Pool,
    scored: _Scored,
    kept: Kept,
    *,
    filters: Filters,
    statements: Needed,
    weights: Weights,
) -> list[FigureCandidate]:
    """The figures that a question may be about, best first.

    Args:
        question: As understood.
        rows: The rows that were drawn; they and their figures have been read (:meth:`Kept.read_rows`).
        scored: The passages that were drawn with their features, best first.
        kept: What is kept of the index.
        filters: Figures of other periods are left out.
        statements: What of the statements the question needs.
        weights: What each feature counts.
    """
    shares = rows.shares()
    floor = rows.floor.dense
    known = [(kept.rows[i], rows.dense.get(i, floor), shares.get(i, 0.0)) for i in rows.ids if i in kept.rows]
    wanted = Wanted(question.asked, kept.frequency, kept.spellings)
    named = NamedBefore(question.names, (passage for passage, _ in scored))
    periods, units, behind = PeriodFits(question), UnitFits(question), _behind(scored)
    ranked: list[tuple[float, FigureCandidate]] = []
    for row, dense, words in known:
        filing = kept.filings.get(row.filing_id)
        if filing is None:
            continue
        loss = behind.get(row.filing_id, MOST_BEHIND)
        distance = statements.distance(row.filing_id, row.span.chars[0])
        loss += OUTSIDE * distance
        inside = bool(statements.places) and distance < 1
        for figure, words_said in kept.told.get(row.id, ()):
            said = named.of(figure, row.filing_id, words_said)
            cover = wanted.cover(said.worth)
            if question.asked and cover < LEAST_COVER:
                continue  # drawn by its meaning, or by a word among many: no answer
            if not filters.admits_period(figure.period) or not _is_tagged(figure, question):
                continue
            features = figure_features(
                question, figure, said, wanted, cover=cover, line=inside,
                period=periods.of(figure, filing.period, filing.published, row.index_text), unit=units.of(figure),
                dense=max(0.0, dense), lexical=words, published=filing.published,
            )  # fmt: skip
            lost = loss + (CONVERTED if _converted(figure, filing, question) else 0.0)
            added = total_of(features, weights)
            score = max(0.0, min(1.0, added) - lost)
            ranked.append((added - lost, FigureCandidate(figure, row, filing, features, score, lost, inside)))
    # by the sum before it is clipped: several may be shown as 1, and yet differ in their period
    ranked.sort(key=lambda scored: (-scored[0], *_latest_first(scored[1])))
    beside = beside_the_named(question, ((c.filing.id, c.figure) for _, c in ranked[:_LOOKED_AT]))
    if beside:
        ranked = [(worth - BESIDE, _set_back(c)) if c.figure.id in beside else (worth, c) for worth, c in ranked]
        ranked.sort(key=lambda scored: (-scored[0], *_latest_first(scored[1])))
    return [candidate for _, candidate in ranked]


def _set_back(candidate: FigureCandidate) -> FigureCandidate:
    return replace(candidate, score=max(0.0, candidate.score - BESIDE), behind=candidate.behind + BESIDE)


def _behind(scored: _Scored) -> dict[str, float]:
    """What figures lose in each filing by how far its best passage ranks behind the best of all.

    Passages tell which filing is asked about better than rows do; which row of it, the rows tell better.
    """
    totals: dict[str, float] = {}
    for passage, features in scored:
        if passage.filing_id not in totals:  # the best comes first
            totals[passage.filing_id] = total(features)
    best = max(totals.values(), default=0.0)
    return {filing: min(MOST_BEHIND, BEHIND * (best - own)) for filing, own in totals.items()}


def _converted(figure: Figure, filing: FilingSummary, question: Question) -> bool:
    """Whether a cell is in another currency than its filing reports in, and the question asks for none."""
    if figure.origin != "cell" or figure.currency is None or filing.currency is None or question.currency:
        return False
    return figure.currency != filing.currency and question.demanded is None


def _is_tagged(figure: Figure, question: Question) -> bool:
    """Whether a figure is of the concept that the question names, if it names one."""
    if not question.concept:
        return True
    names = {name.lower() for name in (figure.concept, *figure.other_concepts) if name}
    return question.concept.lower() in names


def _latest_first(candidate: FigureCandidate) -> tuple[int, int, int, str]:
    """Ties: the later period, the later filing, the earlier place."""
    end = candidate.figure.period.end if candidate.figure.period else None
    return -_number(end), -_number(candidate.filing.published), candidate.figure.span.chars[0], candidate.figure.id


@lru_cache(maxsize=4_096)
def _number(day: str | None) -> int:
    """An ISO date as a number that sorts like it; 0 for none."""
    return int(day.replace("-", "")) if day else 0
