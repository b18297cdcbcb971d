"""How passages are ranked: what the views say of a passage, of the figure rows in it and of the window around it.

A small linear model, learned by ``benchmarks/learn_ranking.py`` from questions whose passages are known; its weights
are data (``data/ranking.json``). Every feature stays on the candidate, so that a ranking can be explained.

What a view did not draw has no score there. It scored no better than the last one drawn, so that is what it is given.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul
from typing import NamedTuple

from tickmark.index.ranking.candidates import Candidates, Drawn, Pool
from tickmark.index.views.tantivy_index import WindowHit
from tickmark.ingest.model import FigureRow, Passage

__all__ = ["NAMES", "PassageFeatures", "chance", "features_of", "total"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHY = re.compile(
    r"\bwhy\b|\breasons?\b|\bwhat (?:drove|caused|led to)\b|\bdrivers?\b"
    r"|为什么|為什麼|原因",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:due to|because|mainly|as a result|owing to|caused by|attributable to the|driven by|primarily|resulted)\b"
    r"|由于|因为",
    re.IGNORECASE,
)


class PassageFeatures(NamedTuple):
    """What speaks for a passage. ``dense`` are cosines, ``words`` and ``pairs`` BM25 scores, ``years`` a share.

    ``expanded`` is BM25 with the glossary's other words for what is asked as well; ``row_*`` are of the best figure row
    in the passage, ``window_*`` of the window around it; ``years`` is the share of the question's years that are
    printed in the window, and ``cause`` whether a passage gives reasons where the question asks for them.
    """

    words: float = 0.0
    expanded: float = 0.0
    dense: float = 0.0
    row_words: float = 0.0
    row_dense: float = 0.0
    window_words: float = 0.0
    window_pairs: float = 0.0
    years: float = 0.0
    cause: float = 0.0


@dataclass(frozen=True, slots=True)
class _Model:
    weights: tuple[float, ...]
    scale: float
    offset: float


NAMES = PassageFeatures._fields


@cache
def _model() -> _Model:
    raw = json.loads((files("tickmark.index") / "data" / "ranking.json").read_text("utf-8"))
    return _Model(
        tuple(float(raw["weights"].get(name, 0.0)) for name in NAMES), float(raw["scale"]), float(raw["offset"])
    )


def total(features: PassageFeatures) -> float:
    """The weighted sum: comparable within one question."""
    return float(sum(map(mul, features, _model().weights)))


def chance(sum_of_features: float) -> float:
    """The weighted sum as a score in (0, 1), about the chance that such a passage answers."""
    model = _model()
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, model.scale * sum_of_features + model.offset))))


def features_of(
    question: str, passages: Sequence[Passage], found: Candidates, rows: Mapping[str, FigureRow]
) -> dict[str, PassageFeatures]:
    """The features of every passage, by its id.

    Args:
        question: As asked.
        passages: The candidates.
        found: What the views said of them.
        rows: The rows that the views drew, by id.
    """
    around = {passage_id: number for number, window in enumerate(found.windows) for passage_id in window.passage_ids}
    inside: dict[int, list[Passage]] = {}
    for passage in passages:
        inside.setdefault(around.get(passage.id, -1 - len(inside)), []).append(passage)
    best = _best_rows(passages, found.passage_rows, rows)
    nowhere = _last(found.windows)
    why = _WHY.search(question) is not None
    years = frozenset(_YEAR.findall(question))
    features: dict[str, PassageFeatures] = {}
    expanded, floor = found.expanded.words, found.expanded.floor.words
    for number, members in inside.items():
        window = found.windows[number] if number >= 0 else nowhere
        printed = _years(years, members)
        for passage in members:
            own, row = found.passages.drawn(passage.id), best.get(passage.id, found.passage_rows.floor)
            features[passage.id] = PassageFeatures(  # hundreds a question, so by place: by name takes twice as long
                own.words,
                expanded.get(passage.id, floor),
                own.dense,
                row.words,
                row.dense,
                window.words,
                window.pairs,
                printed,
                1.0 if why and _CAUSE.search(passage.text) is not None else 0.0,
            )
    return features


def _last(windows: Sequence[WindowHit]) -> WindowHit:
    """What a window that was not drawn is given."""
    return WindowHit((), min((w.words for w in windows), default=0.0), min((w.pairs for w in windows), default=0.0))


def _best_rows(passages: Iterable[Passage], pool: Pool, rows: Mapping[str, FigureRow]) -> dict[str, Drawn]:
    """The best BM25 and the best cosine of the rows that stand in each passage."""
    places, floor = _Places(passages), pool.floor
    words: dict[str, float] = {}
    dense: dict[str, float] = {}
    for id_ in pool.ids:
        row = rows.get(id_)
        passage = places.passage_at(row.filing_id, row.span.chars[0]) if row is not None else None
        if passage is not None:
            words[passage.id] = max(pool.words.get(id_, floor.words), words.get(passage.id, floor.words))
            dense[passage.id] = max(pool.dense.get(id_, floor.dense), dense.get(passage.id, floor.dense))
    return {passage_id: Drawn(best, dense[passage_id]) for passage_id, best in words.items()}


class _Places:
    """Which of some passages a place in a filing stands in."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._of: dict[str, list[Passage]] = {}
        for passage in sorted(passages, key=_start):
            self._of.setdefault(passage.filing_id, []).append(passage)
        self._starts = {filing_id: [_start(passage) for passage in members] for filing_id, members in self._of.items()}

    def passage_at(self, filing_id: str, at: int) -> Passage | None:
        """The passage around a character; None where none of these is."""
        found = bisect_right(self._starts.get(filing_id, ()), at) - 1
        if found < 0:
            return None
        passage = self._of[filing_id][found]
        return passage if at < passage.span.chars[1] else None


def _start(passage: Passage) -> int:
    return passage.span.chars[0]


def _years(asked: frozenset[str], passages: Iterable[Passage]) -> float:
    """The share of the years asked for that are printed in these passages, their context lines included."""
    if not asked:
        return 0.0
    return len(asked & frozenset[str]().union(*(_printed_years(p.index_text) for p in passages))) / len(asked)


@lru_cache(maxsize=16_384)
def _printed_years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))
