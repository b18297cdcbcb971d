"""What the views draw for a question: figure rows, passages and windows, by words and by meaning.

Words are asked for in two ways: as the question puts them, and with the glossary's other words for what it names. Two
views' candidates are fused by rank (reciprocal rank fusion, Cormack et al. 2009), and each keeps the scores it had.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tickmark.index.library import Library
from tickmark.index.question import Question
from tickmark.index.views.tantivy_index import WindowHit
from tickmark.index.words.glossary import glossary
from tickmark.index.words.kindred import kindred
from tickmark.index.words.terms import is_concept
from tickmark.index.words.topics import told_words

__all__ = ["Candidates", "Drawn", "Pool", "draw", "fused", "joined"]

ROWS: Final = 110
HOME_ROWS: Final = 40  # of the filings of the period asked for, besides
# drawn to score passages by: cheap, since nothing is loaded of most of them
PASSAGES: Final = 120
PASSAGE_ROWS: Final = 120
WINDOWS: Final = 80
OPENED: Final = 12  # windows whose passages are all candidates
_RRF: Final = 60
_WORTH_SEARCHING: Final = 0.2
_NEAR: Final = 4  # words near in meaning that are looked for in the place of an unknown one

_Found = Sequence[tuple[str, float]]


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

    def shares(self) -> dict[str, float]:
        """BM25 as a share of the best, of those that the lexical view drew."""
        best = max(self.words.values(), default=0.0)
        return {id_: score / best for id_, score in self.words.items()}


def fused(words: _Found, dense: _Found, k: int) -> Pool:
    """The first ``k`` of two views, each best first, as one pool."""
    score: dict[str, float] = {}
    views = words[:k], dense[:k]
    for view in views:
        for rank, (id_, _) in enumerate(view):
            score[id_] = score.get(id_, 0.0) + 1 / (_RRF + rank)
    floor = Drawn(*(view[-1][1] if len(view) == k else 0.0 for view in views))
    return Pool(sorted(score, key=score.__getitem__, reverse=True), dict(views[0]), dict(views[1]), floor)


def joined(first: Pool, second: Pool) -> Pool:
    """Both pools as one, without their common ones twice; nothing is said of what neither drew."""
    ids = list(dict.fromkeys([*first.ids, *second.ids]))
    floor = Drawn(min(first.floor.words, second.floor.words), min(first.floor.dense, second.floor.dense))
    return Pool(ids, {**second.words, **first.words}, {**second.dense, **first.dense}, floor)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was drawn. ``rows`` are to rank figures by, ``passage_rows`` more of them to rank passages by.

    ``expanded`` are passages with the glossary's words asked for as well; ``rows`` are asked for so too.
    """

    rows: Pool
    passage_rows: Pool
    passages: Pool
    expanded: Pool
    windows: Sequence[WindowHit]

    def passage_ids(self) -> list[str]:
        """All passages to rank: those drawn, and all of the best windows."""
        opened = sorted(self.windows, key=lambda w: -(w.words + w.pairs))[:OPENED]
        around = (id_ for window in opened for id_ in window.passage_ids)
        return list(dict.fromkeys([*self.passages.ids, *self.expanded.ids, *around]))


def draw(
    library: Library,
    question: Question,
    ids: Collection[str] | None,
    home: Collection[str] | None = None,
    *,
    known: Container[str] = (),
    translate: bool = False,
) -> Candidates:
    """The candidates for a question, in these filings (None is all); passages in those of ``home``, if any.

    Rows are drawn of ``home`` by themselves as well: those of an issuer's other years are as near and crowd them out.

    ``known`` are the terms of the rows: of a word that they do not use, those near in meaning are looked for as well.
    ``translate``: a Chinese question is compared in meaning by the English names of what it asks for.
    """
    near = home or ids
    told = told_words(question.text)
    asked = question.without_issuer or question.text
    expanded = _expand(question, known)
    meant = _translated(question) if translate and question.language.startswith("zh") else ""
    vector = library.embed(meant or question.rest or question.text)
    dense_rows = library.dense(vector, PASSAGE_ROWS, "row", ids)
    rows = library.lexical(expanded, ROWS, "row", ids)
    passage_rows = library.lexical(asked, PASSAGE_ROWS, "row", near)
    near_rows = library.dense(vector, PASSAGE_ROWS, "row", near) if home else dense_rows
    if question.intent in {"fact", "yes_no"}:
        vector = library.embed(meant or question.text)
    dense = library.dense(vector, PASSAGES, "passage", near)
    drawn = fused(rows, dense_rows, ROWS)
    if home:
        drawn = joined(fused(library.lexical(expanded, HOME_ROWS, "row", near), near_rows, HOME_ROWS), drawn)
    return Candidates(
        rows=drawn,
        passage_rows=fused(passage_rows, near_rows, PASSAGE_ROWS),
        passages=fused(library.lexical(asked, PASSAGES, "passage", near), dense, PASSAGES),
        expanded=fused(library.lexical(" ".join((expanded, *told)), PASSAGES, "passage", near), (), PASSAGES),
        windows=library.windows(asked, WINDOWS, near),
    )


def _translated(question: Question) -> str:
    """The glossary's plainest words for what is asked, with the names in Latin letters; empty where it lacks one."""
    names = glossary().names
    words = [names.get(want.term, want.term) for want in question.asked if want.term.isascii()]
    return " ".join(words) if len(words) == len(question.asked) else ""


def _single(term: str) -> list[str]:
    """The other single words for a plain one; those of a phrase would draw rows for their parts."""
    return [word for word in glossary().plain.get(term, ()) if word.isascii() and " " not in word][:3]


def _expand(question: Question, in_rows: Container[str]) -> str:
    """The words to search for: the question's own, and the first few ways to write each concept it names."""
    # the words of a change ("increase", "fell") would only draw rows that print changes
    words = [] if question.change else [question.rest or question.text]
    words += [question.concept] if question.concept else []
    known = glossary().words
    for want in question.asked:
        if want.weight < _WORTH_SEARCHING:
            continue
        if is_concept(want.term):
            words += known.get(want.term, known.get(want.term.removeprefix("NON_"), ()))[:4]
        else:
            words += (want.term, *_single(want.term))
            if want.term not in in_rows:
                words += [word for word in sorted(kindred(want.term)) if word in in_rows][:_NEAR]
    return " ".join(words) or question.text
