"""One figure as the answer: printed, not disclosed, nil, or printed twice with different values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.index.checking.conflicts import conflicting, distinct
from tickmark.index.checking.sameness import far_apart, same_value
from tickmark.index.search import FigureCandidate, SearchResult
from tickmark.service.calculations.compute import is_total
from tickmark.service.fitting import LIMITS, Decision, fits, metric_fits, stands_alone, told_in_full
from tickmark.service.said_again import said_again
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["one_figure", "printed_share", "sentence"]

_SAYS_NOTHING = 0.1
_MORE_OWN, _MORE_COVER = 0.4, 0.2  # by how much more is said of a figure that is the one asked for
_LOOKED_AT = 80


def one_figure(result: SearchResult) -> Decision | None:
    """The best figure that fits, or None; a conflict where the filings print it with different values."""
    fitting = [c for c in result.figures[:_LOOKED_AT] if fits(c)]
    if not fitting and not result.question.strangers and (alone := stands_alone(result.figures[:_LOOKED_AT])):
        fitting = [alone]
    if not fitting:
        return None
    if _of_another_period(fitting[0], result.figures[:_LOOKED_AT]):
        return None
    first = said_again(fitting)
    best = first if result.question.change else printed_share(result, first) or first
    best = told_in_full(_of_all(best, fitting), fitting)
    figure = best.figure
    when = period_words(figure.period)
    if figure.status == "not_disclosed":
        text = (
            f"Not disclosed: the filing prints {figure.printed!r} for {label_of(figure)}{' ' + when if when else ''}."
        )
        return Decision("not_disclosed", text, f"The filing prints {figure.printed!r} in this cell.", [best])
    if figure.status == "nil":
        text = f"{label_of(figure)}: nil (the filing prints {figure.printed!r}){' ' + when if when else ''}."
        return Decision("answered", text, figures=[best])
    if differing := conflicting(best, result.figures[:_LOOKED_AT]):
        return _first_reported(best, differing) if result.question.original else _conflict(best, differing)
    agreeing = [c for c in fitting[1:12] if same_value(figure, c.figure) and c.figure.period == figure.period]
    return Decision("answered", sentence(best), figures=[best], support=agreeing)


def printed_share(result: SearchResult, best: FigureCandidate | None) -> FigureCandidate | None:
    """The best candidate, or where a share is asked for and it is none, the share that its row prints beside it."""
    if best is None or not result.question.percent or best.figure.unit == "%" or best.figure.origin != "cell":
        return best
    row = (c for c in result.figures[:_LOOKED_AT] if c.row.id == best.row.id and c.figure.unit == "%")
    return next((c for c in row if fits(c) and c.features.change == 0), best)


def sentence(candidate: FigureCandidate) -> str:
    """A figure in a sentence: its label, amount, period and issuer."""
    when = period_words(candidate.figure.period)
    where = f" ({candidate.filing.issuer})" if candidate.filing.issuer else ""
    return f"{label_of(candidate.figure)}: {amount(candidate.figure)}{' ' + when if when else ''}{where}."


def _of_all(best: FigureCandidate, fitting: Sequence[FigureCandidate]) -> FigureCandidate:
    """The best candidate, or the total of its column where the label of its row says nothing of what was asked.

    What is asked for is then told by the caption of the table, and the whole of it is meant.
    """
    if best.figure.origin != "cell" or best.features.own > _SAYS_NOTHING or best.features.precision > _SAYS_NOTHING:
        return best
    table, column = best.row.table, best.figure.column_path
    same = (c for c in fitting if c.filing.id == best.filing.id and c.row.table == table)
    return next((c for c in same if c.figure.column_path == column and is_total(c.figure)), best)


def _of_another_period(best: FigureCandidate, found: Sequence[FigureCandidate]) -> bool:
    """Whether the filing has the very figure for another period, and this one only shares words with it."""
    ours = best.features
    return any(
        c.filing.id == best.filing.id
        and c.features.period < LIMITS.period
        and c.features.own >= ours.own + _MORE_OWN
        and c.features.cover >= ours.cover + _MORE_COVER
        and c.features.precision >= ours.precision  # "tax on purchases" is no better name of purchases
        and set(c.features.missing) < set(ours.missing)
        and metric_fits(c)
        for c in found
    )


def _first_reported(best: FigureCandidate, differing: Sequence[FigureCandidate]) -> Decision:
    """The reading of the oldest filing, where what was first reported is asked for; the others with it."""
    *later, first = _by_age([best, *distinct(differing)])
    text = f"{sentence(first)} {' '.join(f'{amount(c.figure)} in {c.filing.source}.' for c in later)}"
    return Decision("answered", text, figures=[first], superseded=[(c, first.figure.id) for c in later])


def _conflict(best: FigureCandidate, differing: Sequence[FigureCandidate]) -> Decision:
    others = distinct(differing)
    # less than half or more than twice as much is no restatement: what was found first stays first
    revised = [c for c in others if not far_apart(best.figure, c.figure)]
    shown = [*_by_age([best, *revised]), *(c for c in others if c not in revised)]
    values = " and ".join(f"{amount(c.figure)} (line {c.figure.span.lines[0]} of {c.filing.source})" for c in shown)
    text = f"{label_of(best.figure)} {period_words(best.figure.period)}: the filings give {values}."
    ids = {c.figure.id for c in shown}
    conflicts = {c.figure.id: tuple(sorted(ids - {c.figure.id})) for c in shown}
    reason = "The same metric is printed with different values."
    newest, period = shown[0].filing, best.figure.period
    if newest.published != shown[-1].filing.published and period and newest.period and newest.period.end != period.end:
        reason = f"{newest.source} prints another value for this earlier period than was reported at the time."
    return Decision("conflicting", re.sub(r"\s+", " ", text), reason, shown, conflicts=conflicts)


def _by_age(found: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """The figures, those of the newest filing first, where filings of different days print them."""
    dated = {c.filing.id: c.filing.published for c in found}
    if len(set(dated.values())) < 2 or not all(dated.values()):
        return list(found)
    return sorted(found, key=lambda c: c.filing.published or "", reverse=True)
