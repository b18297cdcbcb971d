"""Every row of the things that a question wants one of each of: each holder of a table of holders, each resolution."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tickmark.index.asked.parts import dimension_terms, dimensions_in
from tickmark.index.checking.sameness import COMMON, unit_key
from tickmark.index.ranking.holdings import other_shares
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.ingest.model import FigureRow
from tickmark.ingest.rows import headed_by
from tickmark.service.fitting import LIMITS, Decision
from tickmark.service.parts.named_parts import TOTAL, WAYS, words_of
from tickmark.service.parts.printed_groups import ASKING_PARTS, unsaid
from tickmark.service.parts.siblings import listed, row_of, without_total

__all__ = ["each_row"]

# what follows the thing: "holder as of that day", "resolution at the meeting"
_BEHIND: Final = re.compile(r"\b(?:as|at|of|in|for|on|from|to|with|during|and|or|the|this|that)\b|\d", re.IGNORECASE)
_BEFORE: Final = re.compile(r"^(?:(?:of|the|these|those|its|their|single|one)\s+)+", re.IGNORECASE)
_NO_THINGS: Final = frozenset(term for word in ("share", "year", "unit", "number") for term in terms(word))
_LOOKED_AT: Final = 60
_MOST_UNSAID: Final = 0.5


def each_row(searcher: Searcher, result: SearchResult, said: str, by: frozenset[str]) -> Decision | None:
    """One figure for every row of such a thing, in the unit asked for; None where no table is headed by the thing.

    Tables that stand under one heading, and have that column both, are one ("Ordinary resolutions", "Special ...").

    Args:
        searcher: Of the library.
        result: What was found for the question.
        said: What the question divides by, in its words ("resolution at the meeting").
        by: The dimensions that these name.
    """
    thing = _BEHIND.split(_BEFORE.sub("", said.strip()), maxsplit=1)[0]
    things = frozenset(terms(thing)) - COMMON - _NO_THINGS - dimension_terms("type")
    by -= {"type"}
    asked = {want.term for want in result.question.asked}
    if len(WAYS & asked) > 1:
        return None

    def of_them(row: FigureRow) -> bool:
        head = headed_by(row)
        return bool(by & dimensions_in(head) or things & frozenset(terms(head)))

    for seed in result.figures[:_LOOKED_AT]:
        if not _may_be_one(result, seed, things) or not of_them(seed.row):
            continue
        row = [c.figure for c in row_of(searcher, result, seed)]
        if "holder" in by and other_shares(result.question, seed.figure, row):
            continue
        members = without_total(_alike(searcher, result, seed, of_them))
        members = [c for c in members if not TOTAL.fullmatch(c.figure.label_path[-1].strip(" :"))]
        if len(members) > 1:
            return listed(seed, members, of=" > ".join((*seed.figure.section[-1:], *seed.figure.column_path)))
    return None


def _may_be_one(result: SearchResult, seed: FigureCandidate, things: frozenset[str]) -> bool:
    """Whether a figure is of the metric, in its time and unit, and of nothing that is not meant."""
    figure, features = seed.figure, seed.features
    if figure.cell is None or not figure.label_path or features.names or features.untold:
        return False
    if features.period < LIMITS.period or features.unit <= LIMITS.unit:
        return False
    asked, under = (_letters(text) for text in (result.question.text, " ".join(figure.section[-1:])))
    if asked and under and asked.isdisjoint(under):
        return False  # the meeting of another class
    return unsaid(result, seed, things | ASKING_PARTS | dimension_terms()) <= _MOST_UNSAID


def _letters(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of(text) if word.endswith("!"))


def _alike(
    searcher: Searcher, result: SearchResult, seed: FigureCandidate, of_them: Callable[[FigureRow], bool]
) -> list[FigureCandidate]:
    """The figures of the seed's column in the rows of such things under the seed's heading, in reading order."""
    ours, known = seed.figure, {c.figure.id: c for c in result.figures}
    rows = {
        i: row
        for row in searcher.rows_of(seed.row.filing_id)
        if row.section == seed.row.section and row.table is not None and of_them(row)
        for i in row.figure_ids
    }
    return [
        known.get(f.id, FigureCandidate(f, rows[f.id], seed.filing, seed.features, seed.score))
        for f in searcher.figures(list(rows))
        if f.column_path == ours.column_path
        and f.label_path[:-1] == ours.label_path[:-1]
        and f.label_path
        and unit_key(f) == unit_key(ours)
    ]
