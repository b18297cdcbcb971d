"""A calculation as the answer: what the filing prints itself comes first, then what can be worked out of that.

A change ("by how much did it grow?") and a quotient ("what share of it?") are printed by many filings, beside the
amounts that they come from; which of the two is meant is told by the words of the question.
"""

from __future__ import annotations

import re

from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.calculations.compute import change, change_by_event, in_percent_words, ratio
from tickmark.service.calculations.demand import demanded
from tickmark.service.calculations.operations import shares_asked
from tickmark.service.calculations.planned_over import sets_things_apart
from tickmark.service.calculations.printed_change import of_year_before
from tickmark.service.calculations.prints import prints_outcome
from tickmark.service.fitting import LIMITS, Decision, fits
from tickmark.service.members import series
from tickmark.service.one_figure import one_figure, printed_share
from tickmark.service.parts.wholes import names_whole, of_another_whole, of_own_whole, without_its_whole
from tickmark.service.wording import label_of, period_words

__all__ = ["calculation"]

_VERSUS = re.compile(r"\b(?:versus|vs)\b", re.IGNORECASE)
# "as reported": what is printed, not what can be worked out
_AS_PRINTED = re.compile(r"\bas (?:reported|printed|disclosed|stated|published|shown)\b", re.IGNORECASE)
# labels of what is itself a change: "Delivery time shortened", "Target: energy reduced by"
_MOVED = re.compile(
    r"\b(?:shorten|cut|sav|reduc|lower|fewer|less|more|higher|faster|slower|improv|increas|decreas|grow|ris)(?:\w*)\b"
    r"|缩短|縮短|减少|減少|降低|提高",
    re.IGNORECASE,
)
_SAVING = frozenset({"SAVED", "DECREASE"})
_FAR = 0.3  # share of the words asked for, by which one figure says more than another
_OF_IT = 0.3  # share of the words of a printed change's label that has to be asked for


def calculation(searcher: Searcher, result: SearchResult) -> Decision | None:
    """A change or a quotient, printed or worked out; None where neither is there."""
    direct = next((c for c in result.figures[:40] if fits(c)), None)
    return _moved(searcher, result, direct) if result.question.change else _quotient(searcher, result, direct)


def _moved(searcher: Searcher, result: SearchResult, direct: FigureCandidate | None) -> Decision | None:
    """By how much something has changed; ``direct`` is the figure that fits best."""
    question = result.question
    made = change_by_event(searcher, result)
    if made and not (direct and direct.features.change > 0 and direct.row.id == made.figures[0].row.id):
        return made
    one_year = len({p.end for p in question.spans}) < 2
    alone = one_year or _AS_PRINTED.search(question.text) is not None
    if direct is not None and direct.features.change > 0 and alone and _names_it(direct):
        return _printed_change(searcher, result, direct)
    if one_year and sets_things_apart(question):
        return None  # the one against itself is no answer to "more than the other"
    made = change(searcher, result) or _told_change(result, direct)
    if made is not None and direct is not None and _says_what_was_saved(question, direct, made):
        return one_figure(result)
    told = direct is not None and direct.features.change > 0 and direct.features.own >= LIMITS.own_change
    if made is not None and direct is not None and told and of_year_before(question, direct, made):
        return one_figure(result)
    return made


def _printed_change(searcher: Searcher, result: SearchResult, direct: FigureCandidate) -> Decision | None:
    """A change as it is printed, unless it is that of a thing which its label names beside, or in per cent only."""
    question, printed = result.question, one_figure(result)
    if not _names_no_more(direct):
        worked_out = change(searcher, result)
        outcome = worked_out.calculation if worked_out is not None else None
        return printed if printed and prints_outcome(printed, outcome, question) else worked_out or printed
    in_percent = in_percent_words(question.text) and not (question.currency and not question.strong_percent)
    percent_asked = in_percent or _AS_PRINTED.search(question.text) is not None
    amount_asked = direct.figure.unit == "%" and not percent_asked
    return (change(searcher, result) or printed) if amount_asked else printed


def _quotient(searcher: Searcher, result: SearchResult, direct: FigureCandidate | None) -> Decision | None:
    """A share or a ratio; ``direct`` is the figure that fits best."""
    question = result.question
    several = len({p.end for p in question.spans}) > 1
    direct = printed_share(result, direct)
    level = direct is not None and direct.features.change >= 0  # a change of it is no share
    if direct is not None and level and direct.figure.unit == "%" and direct.features.own >= LIMITS.own_share:
        surely = of_own_whole(question, direct) or without_its_whole(question, direct)
        share = ratio(searcher, result) if surely or of_another_whole(question, direct) else None
        if share or surely:
            return share
        over_time = series(result) if several else None
        of_its_row = over_time is not None and any(c.row.id == direct.row.id for c in over_time.figures)
        return over_time if of_its_row else one_figure(result)
    if direct is not None and level and direct.figure.unit == "%" and names_whole(question, direct):
        return one_figure(result)
    set_against = several and not _taken_together(question)
    made = ratio(searcher, result) or (change(searcher, result) if set_against else None)
    if made is None and direct is not None and direct.figure.unit != "%" and _share_asked(question):
        return None  # the part alone is no share of the whole
    if made is None and direct is not None and not level and _share_asked(question):
        return None  # by how much the part has grown is none either
    return made or _told_change(result, direct)


def _says_what_was_saved(question: Question, direct: FigureCandidate, made: Decision) -> bool:
    """Whether a sentence tells all of a saving that is asked for, and what has changed is far from being that.

    "By how much do the filters cut the dust below the permitted level" is no change of the dust between two years.
    """
    asked = {want.term for want in question.asked} - set(direct.features.missing)
    of_another = all(direct.features.own - c.features.own >= _FAR for c in made.figures)
    return direct.figure.origin != "cell" and bool(asked & _SAVING) and of_another


def _taken_together(question: Question) -> bool:
    """Whether what is told of several times is to be added up or averaged, and not set against each other."""
    kinds = {demand.kind for demand in demanded(question)}
    return not kinds.isdisjoint({"sum", "average"}) and "difference" not in kinds and not _VERSUS.search(question.rest)


def _share_asked(question: Question) -> bool:
    return question.percent and next(shares_asked(question.rest), None) is not None


def _told_change(result: SearchResult, direct: FigureCandidate | None) -> Decision | None:
    """A change that a filing tells. The level of one period alone is no answer where two were asked for."""
    named = len({p.end for p in result.question.spans}) > 1
    if direct is None or not named:
        return one_figure(result)
    moves = direct.features.change > 0
    if (moves and _names_no_more(direct)) or (not moves and _MOVED.search(label_of(direct.figure))):
        return one_figure(result)
    when = period_words(direct.figure.period)
    reason = (
        f"{label_of(direct.figure)} is given here {when or 'once'}, with nothing of the same kind to compare it with."
    )
    return Decision("not_found", f"Not found in these filings. {reason}", reason)


def _names_it(candidate: FigureCandidate) -> bool:
    return candidate.features.own >= LIMITS.own_change or candidate.score >= LIMITS.score_change


def _names_no_more(candidate: FigureCandidate) -> bool:
    """Whether a change that a table prints is of the metric itself, and not of one that its label names beside it."""
    return candidate.figure.origin != "cell" or candidate.features.precision >= _OF_IT
