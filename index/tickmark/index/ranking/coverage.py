"""What several figures say of a question between them, term by term: by their labels and by what stands around them.

Where a question asks for something to be worked out, no figure says all of it: each operand says its own part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tickmark.index.ranking.cover import Wanted
from tickmark.index.ranking.figure_words import FigureWords

__all__ = ["Coverage"]

_Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Coverage:
    """For each figure, by its id, how much of each term it says.

    Attributes:
        weights: What each term of the question counts.
        own: By the figure's own labels and column.
        around: By whatever is said of it, its section and its row's sentence as well.
    """

    weights: _Shares
    own: Mapping[str, _Shares]
    around: Mapping[str, _Shares]

    @classmethod
    def of(cls, wanted: Wanted, words: Mapping[str, FigureWords]) -> Coverage:
        """The coverage of what is ``wanted`` by figures with these words."""
        own = {figure: wanted.each(said.own) for figure, said in words.items()}
        return cls(wanted.weights, own, {figure: wanted.each(said.worth) for figure, said in words.items()})

    def joined(self, other: Coverage) -> Coverage:
        """This coverage with that of further figures by the same question."""
        return Coverage(self.weights, {**self.own, **other.own}, {**self.around, **other.around})

    def together(self, figures: Iterable[str], *, own: bool = True) -> float:
        """The share of the question, by weight, that at least one of the figures says."""
        said = [(self.own if own else self.around).get(figure, {}) for figure in figures]
        found = sum(w * max((one.get(term, 0.0) for one in said), default=0.0) for term, w in self.weights.items())
        total = sum(self.weights.values())
        return found / total if total else 0.0

    def beyond(self, figure: str, other: str) -> dict[str, float]:
        """What the labels of one figure say of the question and those of the other do not, by weight."""
        ours, theirs = self.own.get(figure, {}), self.own.get(other, {})
        more = {term: weight * (ours.get(term, 0.0) - theirs.get(term, 0.0)) for term, weight in self.weights.items()}
        return {term: weight for term, weight in more.items() if weight > 0}
