"""What a searcher keeps of an index between questions, for one generation of it."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tickmark.index.figure_words import FigureWords, words_of
from tickmark.index.issuers import same_issuers
from tickmark.index.library import Library
from tickmark.index.model import FilingSummary
from tickmark.index.question import IssuerName, issuer_names
from tickmark.index.statements import Statement
from tickmark.index.terms import all_terms, is_concept
from tickmark.ingest.model import Figure, FigureRow, Passage

__all__ = ["Kept", "fill"]

_T = TypeVar("_T")
_SAMPLE: Final = 6_000  # rows that words are counted in
_WORDS_KEPT: Final = 20_000
_KEPT: Final = 50_000


@dataclass(slots=True)
class Kept:
    """The filings, how issuers are named, how rare each term is, and what earlier questions have read.

    ``frequency`` weighs a term by how rare it is among rows: from 1, never seen, down to 0.25, in every row.
    ``vocabulary`` holds the plain words that a misspelt one may have been meant for.
    """

    generation: int
    filings: dict[str, FilingSummary]
    names: list[IssuerName]
    issuers: dict[str, str]
    frequency: dict[str, float]
    vocabulary: list[str]
    rows: OrderedDict[str, FigureRow] = field(default_factory=OrderedDict)
    figures: OrderedDict[str, Figure] = field(default_factory=OrderedDict)
    words: OrderedDict[str, FigureWords] = field(default_factory=OrderedDict)
    passages: OrderedDict[str, Passage] = field(default_factory=OrderedDict)
    by_filing: dict[str, list[Passage]] = field(default_factory=dict)
    statements: dict[str, dict[str, Statement]] = field(default_factory=dict)

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

    def words_of(self, figure: Figure, row: FigureRow) -> FigureWords:
        """The words a figure can be found by, worked out once."""
        found = self.words.get(figure.id)
        if found is None:
            found = self.words[figure.id] = words_of(figure, row)
            while len(self.words) > _WORDS_KEPT:
                self.words.popitem(last=False)
        return found


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


def fill(cache: OrderedDict[str, _T], ids: Sequence[str], load: Callable[[list[str]], list[tuple[str, _T]]]) -> None:
    """Loads what a cache lacks of ``ids``, and lets go of what has been there longest."""
    missing = [i for i in ids if i not in cache]
    if missing:
        cache.update(load(missing))
        while len(cache) > _KEPT:
            cache.popitem(last=False)
