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
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from tickmark.index.tantivy_index import WindowHit
from tickmark.ingest.model import FigureRow, Passage

__all__ = ["NAMES", "Drawn", "PassageFeatures", "Pool", "Rows", "chance", "features_of", "fused", "total"]

_RRF = 60

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHY = re.compile(r"\bwhy\b|\breasons?\b|为什么|為什麼|原因", re.IGNORECASE)
_CAUSE = re.compile(
    r"\b(?:due to|because|mainly|as a result|owing to|caused by|attributable to the|resulted)\b|由于|因为",
    re.IGNORECASE,
)


class Drawn(NamedTuple):
    """What the views say of a passage or row: BM25 and cosine."""

    words: float
    dense: float


@dataclass(frozen=True, slots=True)
class Pool:
    """What both views drew of one kind: ids, best first by reciprocal rank, and each view's own scores.

    ``floor`` is the score of the last one drawn by each view: nothing that it did not draw scored better.
    """

    ids: list[str]
    words: Mapping[str, float]
    dense: Mapping[str, float]
    floor: Drawn

    def drawn(self, id_: str) -> Drawn:
        """BM25 and cosine of one, floors where a view did not draw it."""
        return Drawn(self.words.get(id_, self.floor.words), self.dense.get(id_, self.floor.dense))

    def share(self, id_: str) -> float:
        """BM25 as a share of the best; 0 where the lexical view did not draw it."""
        return self.words[id_] / max(self.words.values()) if id_ in self.words else 0.0


Ranked = Sequence[tuple[str, float]]


def fused(words: Ranked, dense: Ranked, k: int) -> Pool:
    """The first ``k`` of two views, each best first, as one pool (reciprocal rank fusion, Cormack et al. 2009)."""
    score: dict[str, float] = {}
    views = words[:k], dense[:k]
    for view in views:
        for rank, (id_, _) in enumerate(view):
            score[id_] = score.get(id_, 0.0) + 1 / (_RRF + rank)
    floor = Drawn(*(view[-1][1] if len(view) == k else 0.0 for view in views))
    return Pool(sorted(score, key=lambda i: -score[i]), dict(views[0]), dict(views[1]), floor)


@dataclass(frozen=True, slots=True)
class Rows:
    """The figure rows that the views drew, and the scores that no row they did not draw can pass."""

    drawn: Sequence[tuple[FigureRow, Drawn]]
    floor: Drawn


@dataclass(frozen=True, slots=True)
class PassageFeatures:
    """What speaks for a passage. ``dense`` are cosines, ``words`` and ``pairs`` BM25 scores, ``years`` a share.

    ``row_*`` are of the best figure row in the passage, ``window_*`` of the window around it, ``window_row_*`` of the
    best row in that window; ``years`` is the share of the question's years that are printed in the window, and
    ``cause`` whether a passage gives reasons where the question asks for them.
    """

    words: float = 0.0
    dense: float = 0.0
    row_words: float = 0.0
    row_dense: float = 0.0
    window_words: float = 0.0
    window_pairs: float = 0.0
    window_best_words: float = 0.0
    window_best_dense: float = 0.0
    window_row_words: float = 0.0
    window_row_dense: float = 0.0
    years: float = 0.0
    cause: float = 0.0


@dataclass(frozen=True, slots=True)
class _Model:
    weights: tuple[float, ...]
    scale: float
    offset: float


NAMES = tuple(one.name for one in fields(PassageFeatures))


@cache
def _model() -> _Model:
    raw = json.loads((files("tickmark.index") / "data" / "ranking.json").read_text("utf-8"))
    return _Model(
        tuple(float(raw["weights"].get(name, 0.0)) for name in NAMES), float(raw["scale"]), float(raw["offset"])
    )


def total(features: PassageFeatures) -> float:
    """The weighted sum: comparable within one question."""
    return float(sum(w * getattr(features, name) for name, w in zip(NAMES, _model().weights, strict=True)))


def chance(sum_of_features: float) -> float:
    """The weighted sum as a score in (0, 1), about the chance that such a passage answers."""
    model = _model()
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, model.scale * sum_of_features + model.offset))))


def features_of(
    question: str, passages: Sequence[Passage], pool: Pool, rows: Rows, windows: Sequence[WindowHit]
) -> dict[str, PassageFeatures]:
    """The features of every passage, by its id.

    Args:
        question: As asked.
        passages: The candidates.
        pool: What the views drew of passages.
        rows: The rows that the views drew.
        windows: The windows that the lexical view drew.
    """
    around = {passage_id: number for number, window in enumerate(windows) for passage_id in window.passage_ids}
    best = _best_rows(passages, rows)
    inside: dict[int, list[Passage]] = {}
    for passage in passages:
        inside.setdefault(around.get(passage.id, -1 - len(inside)), []).append(passage)
    nowhere = WindowHit((), min((w.words for w in windows), default=0.0), min((w.pairs for w in windows), default=0.0))
    why = _WHY.search(question) is not None
    years = frozenset(_YEAR.findall(question))
    found: dict[str, PassageFeatures] = {}
    for number, members in inside.items():
        own = [pool.drawn(p.id) for p in members]
        its_rows = [best.get(p.id, rows.floor) for p in members]
        window = windows[number] if number >= 0 else nowhere
        shared = {
            "window_words": window.words,
            "window_pairs": window.pairs,
            "window_best_words": max(one.words for one in own),
            "window_best_dense": max(one.dense for one in own),
            "window_row_words": max(row.words for row in its_rows),
            "window_row_dense": max(row.dense for row in its_rows),
            "years": _years(years, members),
        }
        for passage, one, row in zip(members, own, its_rows, strict=True):
            found[passage.id] = PassageFeatures(
                words=one.words,
                dense=one.dense,
                row_words=row.words,
                row_dense=row.dense,
                cause=float(why and _CAUSE.search(passage.text) is not None),
                **shared,
            )
    return found


def _best_rows(passages: Iterable[Passage], rows: Rows) -> dict[str, Drawn]:
    """The best BM25 and the best cosine of the rows that stand in each passage."""
    of_filing: dict[str, list[Passage]] = {}
    for passage in passages:
        of_filing.setdefault(passage.filing_id, []).append(passage)
    for members in of_filing.values():
        members.sort(key=_start)
    best: dict[str, Drawn] = {}
    for row, scores in rows.drawn:
        members = of_filing.get(row.filing_id, [])
        at = bisect_right(members, row.span.chars[0], key=_start) - 1
        if at >= 0 and row.span.chars[0] < members[at].span.chars[1]:
            known = best.get(members[at].id, rows.floor)
            best[members[at].id] = Drawn(max(known.words, scores.words), max(known.dense, scores.dense))
    return best


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
