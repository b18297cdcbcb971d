"""What speaks against the figures of an answer: other places that print them otherwise, and tables that do not add up.

Said with every answer that such a place touches, with both cells cited.
"""

from __future__ import annotations

from collections.abc import Sequence

from tickmark.index.checking.conflicts import disagreeing, distinct
from tickmark.index.checking.footing import Misfit
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.fitting import Decision
from tickmark.service.wording import amount, label_of, misfit_words, period_words

__all__ = ["with_doubts"]

_MOST_FIGURES = 12
_MOST_SAID = 3
_LOOKED_AT = 80


def with_doubts(searcher: Searcher, result: SearchResult, made: Decision) -> Decision:
    """The decision, with a sentence for each place that contradicts a figure of it."""
    if made.status != "answered" or not made.figures:
        return made
    said: list[str] = []
    if len(made.figures) > 1:
        for one in made.figures[:_MOST_FIGURES]:
            others = _elsewhere(one, made.figures, result)
            made.disputed += [(other, one.figure.id) for other in others]
            said += [_otherwise(one, other) for other in others]
    said += [_misfitting(misfit) for misfit in _misfits_of(searcher, made.figures)]
    made.text = " ".join([made.text, *dict.fromkeys(said[:_MOST_SAID])])
    return made


def _elsewhere(one: FigureCandidate, given: Sequence[FigureCandidate], result: SearchResult) -> list[FigureCandidate]:
    ids = {c.figure.id for c in given}
    others = [c for c in disagreeing(one, result.figures[:_LOOKED_AT]) if c.figure.id not in ids]
    return distinct(others)[:1]


def _otherwise(one: FigureCandidate, other: FigureCandidate) -> str:
    where = f"line {other.figure.span.lines[0]} of {other.filing.source}"
    when = period_words(one.figure.period)
    return f"Note: {where} prints {amount(other.figure)} for {label_of(one.figure)}{' ' + when if when else ''}."


def _misfits_of(searcher: Searcher, given: Sequence[FigureCandidate]) -> list[Misfit]:
    """What does not add up in the tables of the answer, where one of its figures takes part in it."""
    ids = {c.figure.id for c in given}
    tables = {(c.filing.id, c.figure.cell.table) for c in given[:_MOST_FIGURES] if c.figure.cell is not None}
    found: list[Misfit] = []
    for filing_id, index in sorted(tables):
        found += [m for m in searcher.misfits(filing_id, index) if ids & {m.figure.id, *(f.id for f in m.operands)}]
    return found


def _misfitting(misfit: Misfit) -> str:
    return f"Note: {misfit_words(misfit)}"
