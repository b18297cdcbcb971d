"""Whether a figure as it is printed counts before a calculation that the words of a question seem to ask for.

"Training costs per worker" is a row of its own, and nothing is to be divided; a sentence that tells by how much filters
cut the dust below the permitted level says more of such a question than the dust of two years.
"""

from __future__ import annotations

from typing import Final

from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.fitting import Decision

__all__ = ["printed_first"]

_JUST_THAT: Final = 0.95  # share of the question that a label says, and of the label that was asked for
_SURE: Final = 0.85  # score of a figure that is meant
_LITTLE: Final = 0.8  # share of its own phrase that an operand says at most, to be found loosely,
_LOOSE: Final = 0.5  # or of its label that was asked for
_FAR: Final = 0.4  # share of the question by which a figure says more than all operands together


def printed_first(searcher: Searcher, result: SearchResult, made: Decision | None, worked_out: Decision | None) -> bool:
    """Whether one printed figure is just what was asked for, and the operands of a calculation are far from it.

    The bounds were found on the questions over the five filings (decision 12): of 256 calculations that stood in place
    of one printed figure nine were wrong and sixteen needless; none of the other 231 is undone.
    """
    if made is None or worked_out is None or worked_out is made or worked_out.calculation is None:
        return False
    if made.status != "answered" or made.calculation is not None or len(made.figures) != 1:
        return False
    (figure,) = made.figures
    return (_is_just_that(figure) and _found_loosely(worked_out) and not result.question.left_out) or _says_far_more(
        searcher, result, figure, worked_out
    )


def _is_just_that(figure: FigureCandidate) -> bool:
    features = figure.features
    return figure.score >= _SURE and min(features.own, features.precision) >= _JUST_THAT


def _found_loosely(worked_out: Decision) -> bool:
    return any(c.features.own <= _LITTLE or c.features.precision <= _LOOSE for c in worked_out.figures)


def _says_far_more(searcher: Searcher, result: SearchResult, figure: FigureCandidate, worked_out: Decision) -> bool:
    """Whether a figure says far more of the question than the operands between them."""
    coverage = searcher.coverage(result.question, [figure, *worked_out.figures])
    operands = coverage.together(c.figure.id for c in worked_out.figures)
    return coverage.together([figure.figure.id]) >= operands + _FAR
