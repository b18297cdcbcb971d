"""What a searcher keeps of an index between questions, for one generation of it."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

from tickmark.index.checking.footing import Misfit, misfits
from tickmark.index.issuers.named import same_issuers
from tickmark.index.library import Library
from tickmark.index.model import FilingSummary
from tickmark.index.question import IssuerName, issuer_names
from tickmark.index.ranking.figure_words import FigureWords, words_of
from tickmark.index.statements.primary import Statement
from tickmark.index.words.likeness import Spellings
from tickmark.index.words.terms import all_terms, is_concept
from tickmark.ingest.model import Figure, FigureRow, Passage

__all__ = ["Kept", "Told", "fill"]

_T = TypeVar("_T")
_SAMPLE: Final = 6_000  # rows that words are counted in
_TOLD_KEPT: Final = 8_000  # rows with the words of their figures: some 5 KB each
_KEPT: Final = 50_000
_TABLES_KEPT: Final = 4_000
_FILINGS_KEPT: Final = 16  # filings with all their rows: some 2 MB each


class Told(NamedTuple):
    """A figure and what it is told by, which depends on its filing alone."""

    figure: Figure
    words: FigureWords


@dataclass(slots=True)
class Kept:
    """The filings, how issuers are named, how rare each term is, and what earlier questions have read.

    ``frequency`` weighs a term by how rare it is among rows: from 1, never seen, down to 0.25, in every row.
    ``vocabulary`` holds the plain words that a misspelt one may have been meant for, ``spellings`` those that are said
    of the figures read so far; ``told`` what the figures of a row are told by; ``proper`` whether a word is but a name.
    """

    generation: int
    filings: dict[str, FilingSummary]
    names: list[IssuerName]
    issuers: dict[str, str]
    frequency: dict[str, float]
    vocabulary: list[str]
    rows: OrderedDict[str, FigureRow] = field(default_factory=OrderedDict)
    figures: OrderedDict[str, Figure] = field(default_factory=OrderedDict)
    told: OrderedDict[str, tuple[Told, ...]] = field(default_factory=OrderedDict)
    spellings: Spellings = field(default_factory=Spellings)
    passages: OrderedDict[str, Passage] = field(default_factory=OrderedDict)
    by_filing: dict[str, list[Passage]] = field(default_factory=dict)
    all_rows: OrderedDict[str, list[FigureRow]] = field(default_factory=OrderedDict)
    statements: dict[str, dict[str, Statement]] = field(default_factory=dict)
    proper: dict[tuple[str, bool], bool] = field(default_factory=dict)
    misfits: OrderedDict[tuple[str, int], tuple[Misfit, ...]] = field(default_factory=OrderedDict)

    @classmethod
    def of(cls, library: Library, generation: int) -> Kept:
        """What is to be kept of a library from the start."""
        filings = {f.id: f for f in library.summaries()}
        listed = list(filings.values())
        counts, seen = _counted(library, list(filings))
        most = math.log(1 + seen)
        frequency = {t: max(0.25, math.log((1 + seen) / (1 + n)) / most) if most else 1.0 for t, n in counts.items()}
        vocabulary = [t for t in counts if not is_concept(t) and len(t) > 4 and t.isalpha() and t.isascii()]
        return cls(generation, filings, issuer_names(listed), same_issuers(listed), frequency, vocabulary)

    def read_rows(self, library: Library, ids: Sequence[str]) -> None:
        """Makes sure that rows and what their figures are told by are kept (``rows``, ``told``)."""
        fill(self.rows, ids, lambda missing: [(row.id, row) for row in library.rows(missing)])
        fill(self.told, ids, lambda missing: self._told(library, missing), most=_TOLD_KEPT)

    def rows_of(self, library: Library, filing_id: str) -> list[FigureRow]:
        """All figure rows of a filing, in reading order."""
        found = self.all_rows.get(filing_id)
        if found is None:
            found = self.all_rows[filing_id] = library.rows_of(filing_id)
            while len(self.all_rows) > _FILINGS_KEPT:
                self.all_rows.popitem(last=False)
        return found

    def misfits_of(self, library: Library, filing_id: str, table: int) -> tuple[Misfit, ...]:
        """What does not add up in a table, worked out once."""
        key = filing_id, table
        found = self.misfits.get(key)
        if found is None:
            rebuilt = library.table(filing_id, table)
            found = self.misfits[key] = tuple(misfits(rebuilt)) if rebuilt is not None else ()
            while len(self.misfits) > _TABLES_KEPT:
                self.misfits.popitem(last=False)
        return found

    def _told(self, library: Library, ids: Sequence[str]) -> list[tuple[str, tuple[Told, ...]]]:
        rows = [self.rows[i] for i in ids if i in self.rows]
        figures = {f.id: f for f in library.figures([i for row in rows for i in row.figure_ids])}
        told = []
        for row in rows:
            members = [figures[i] for i in row.figure_ids if i in figures]
            told.append((row.id, tuple(Told(figure, words_of(figure, row, members)) for figure in members)))
        self.spellings.learn(term for _, each in told for one in each for term in one.words.worth)
        return told


def _counted(library: Library, ids: Sequence[str]) -> tuple[Counter[str], int]:
    """In how many rows each term stands, and among how many; a sample of the rows of each filing."""
    counts: Counter[str] = Counter()
    seen = 0
    share = max(50, _SAMPLE // max(1, len(ids)))
    for filing_id in ids:
        for row in library.rows_of(filing_id)[:share]:
            counts.update(all_terms(row.index_text))
            seen += 1
    return counts, seen


def fill(
    cache: OrderedDict[str, _T],
    ids: Sequence[str],
    load: Callable[[list[str]], list[tuple[str, _T]]],
    most: int = _KEPT,
) -> None:
    """Loads what a cache lacks of ``ids``, and lets go of what has been there longest."""
    missing = [i for i in ids if i not in cache]
    if missing:
        cache.update(load(missing))
        while len(cache) > most:
            cache.popitem(last=False)
