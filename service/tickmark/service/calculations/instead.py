"""Whether what a question's cues ask to be worked out counts before what was found for it otherwise."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tickmark.index.checking.sameness import COMMON, DIVIDING
from tickmark.index.question import WEAK_CONCEPTS, Question, asked_in
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.calculations.demand import demanded
from tickmark.service.calculations.operands import divided_otherwise, takes_off, told_per_head
from tickmark.service.calculations.planned import Planned, apart, planned
from tickmark.service.calculations.planned_over import planned_over
from tickmark.service.calculations.plans import Plan, plans
from tickmark.service.calculations.points import in_points, of_points
from tickmark.service.calculations.printed_first import printed_first
from tickmark.service.calculations.prints import prints, prints_outcome
from tickmark.service.calculations.quotient_over import divided_and_moved, quotient_moved
from tickmark.service.calculations.reckoned import Reckoned, reckoned
from tickmark.service.calculations.times import asked_times
from tickmark.service.fitting import Decision
from tickmark.service.parts.told_each import told_each
from tickmark.service.parts.wholes import column_names, goes_on, of_all, of_own_whole, told_of_another

__all__ = ["one_alone", "worked_out_instead"]

_POINT, _SOME = Decimal(1), Decimal("0.05")  # by how much a printed share may be rounded, or be of another day
_LESS_WELL: Final = 0.15  # how much less of the question a printed outcome may say than the operands do
_SURER: Final = 0.05  # how much better other operands have to fit than those found by the question's form
_LOOSE: Final = 0.3  # share of the words of a label that was asked for,
_BY_NAME: Final = 0.8  # and that of one which is surely meant
_COMBINED: Final = re.compile(r"\b(?:combined|joint|together|jointly|aggregate)\b|合[计計]", re.IGNORECASE)
_IN_PERCENT: Final = frozenset({"%", "percentage points"})
_OF_SEVERAL: Final = frozenset({"times", "ratio", "difference", "sum", "per"})
_WEIGHTY: Final = 0.5  # of a term: "upon the change" says only when
_PAIR: Final = 2  # more figures than these are a list that was asked for
_AS_MUCH: Final = 0.02
# "how many were there, and what portion of them ...": the first of two questions is answered by what it asks for itself
_TWO: Final = re.compile(
    r"\b(?:how|what|which|who|when|where)\b.{5,}?[,;]?\s+and\s+(?:what|how|which|who|when|where)\b"
    r"(?!(?:['’]s|\s+(?:is|was))?\s+(?:the\s+)?(?:difference|gap)\b)",
    re.IGNORECASE,
)
# labels of what is itself a change: "Delivery time shortened", "Improvement days"
_MOVED: Final = re.compile(
    r"\b(?:shorten|cut|sav|reduc|lower|fewer|faster|slower|improv|increas|decreas|grow|ris)\w*\b|缩短|縮短|减少|減少|降低|提高",
    re.IGNORECASE,
)
_BY_HOW_MUCH: Final = re.compile(r"\bby how (?:much|many)\b|\bhow (?:much|many)\b.*\b[a-z]+er\b", re.IGNORECASE)
_LIST: Final = re.compile(r"\band\b|&|[和与與及、]", re.IGNORECASE)


def worked_out_instead(searcher: Searcher, result: SearchResult, made: Decision | None) -> Decision | None:
    """The decision, or the calculation that the question asks for where the decision is none and does not print it."""
    chosen = _worked_out_instead(searcher, result, made)
    chosen = made if printed_first(searcher, result, made, chosen) else chosen
    worked_out = chosen.calculation if chosen is not None else None
    if worked_out and in_points(result.question) and not of_points(worked_out.unit):
        chosen = None  # an amount is told in no points
    plan = divided_and_moved(result.question)
    parts = chosen is not None and len(chosen.figures) > 1 and chosen.calculation is None
    if parts and result.question.intent == "breakdown":
        return chosen  # "growth per segment" is that of each
    if plan is None or (chosen is not None and (chosen.status != "answered" or _told_by(chosen, plan))):
        return chosen
    return quotient_moved(searcher, result, plan)  # by how much what divides has moved is no answer


def _told_by(made: Decision, plan: Plan) -> bool:
    """Whether figures are told for each of something, and of nothing else than is to divide them."""
    return any(told_each(c) and not divided_otherwise(c.figure, plan.operands[1][0]) for c in made.figures)


def _worked_out_instead(searcher: Searcher, result: SearchResult, made: Decision | None) -> Decision | None:
    question = result.question
    if made is not None and made.status not in {"answered", "not_found"}:
        found = planned(searcher, result) if made.status == "conflicting" else None
        operands = {c.figure.id for c in found.decision.figures} if found is not None else set[str]()
        of_one = any(c.figure.id in operands for c in made.figures)  # of one of the things that are to be reckoned with
        divided = found is not None and found.plan.kind == "per" and not any(told_each(c) for c in made.figures)
        return found.decision if found is not None and (of_one or divided) else made
    if made is not None and made.calculation is not None and len(made.figures) < 2:
        return made
    if made is not None and _TWO.search(question.text):
        return made
    moves = _moves(made, question)
    if (not moves or _loosely(made, question)) and (over := planned_over(searcher, result)) is not None:
        printed = made is not None and prints_outcome(made, over.calculation, question)
        printed = printed or (moves and made is not None and _beside(made, over))
        if not printed and (not moves or all(c.features.precision >= _BY_NAME for c in over.figures)):
            return over
    alone = made is not None and one_alone(made, question)
    listed = made is not None and question.intent in {"breakdown", "series"} and len(made.figures) > _PAIR
    if (listed and not alone) or len({span.end for span in asked_times(question)}) > 1:
        return None if alone else made
    jointly = _LIST.search(question.rest) and next((d.kind for d in demanded(question)), None) == "joint"
    if not jointly and (
        made is None or made.calculation is None or (made.calculation.unit == "%" and not question.change)
    ):
        found = planned(searcher, result)
        if found is not None and not (made is not None and made.figures and _prints_it(made, found)):
            return found.decision
    made = _by_cover(searcher, result, made)
    return None if made is not None and one_alone(made, question) else made


def one_alone(made: Decision, question: Question) -> bool:
    """Whether a single figure says nothing of one of several things that are outright to be reckoned with."""
    plan = next(plans(question.rest), None)
    if plan is None or not made.figures or made.calculation is not None:
        return False
    if plan.kind == "per" and all(told_per_head(c.figure, plan.operands[1][0]) for c in made.figures):
        return True
    if len(made.figures) != 1:
        return False
    (figure,) = made.figures
    if plan.kind == "per" and (
        divided_otherwise(figure.figure, plan.operands[1][0]) or not (told_each(figure) or figure.figure.unit == "%")
    ):
        return True
    if plan.kind == "rest":
        return _taken_off_alone(figure, plan)
    if plan.kind not in _OF_SEVERAL or prints(figure, plan.kind):
        return False
    missing = set(figure.features.missing)
    wanted = apart(plan)[1:] if plan.kind == "per" else apart(plan)  # what is divided is told in many other words
    return any(own and own.keys() <= missing for own in wanted)


def _taken_off_alone(candidate: FigureCandidate, plan: Plan) -> bool:
    """Whether a figure is only of what is to be taken off: shares pledged, where those free of it are asked for."""
    figure = candidate.figure
    whole, taken_off = (
        {want.term for want in asked_in(phrases[0]) if want.weight >= _WEIGHTY} for phrases in plan.operands
    )
    taken = taken_off - whole
    said = " ".join((*figure.label_path, *figure.column_path))
    return bool(taken) and taken <= set(terms(said)) and not prints(candidate, "rest") and not takes_off(said)


def _beside(made: Decision, over: Decision) -> bool:
    """Whether a printed change stands in a row that was reckoned with: it is of that very metric."""
    return made.calculation is None and made.figures[0].row.id in {c.row.id for c in over.figures}


def _loosely(made: Decision | None, question: Question) -> bool:
    """Whether a change is told by a sentence that is mostly about other things, or is that of another metric."""
    figure = made.figures[0] if made is not None and made.figures and made.calculation is None else None
    if figure is None or (figure.figure.origin != "cell" and figure.features.precision < _LOOSE):
        return figure is not None
    return _of_another_metric(figure, question)


def _of_another_metric(candidate: FigureCandidate, question: Question) -> bool:
    """Whether the labels of a figure name what nobody asked for: the growth of training hours, not of the staff."""
    named = {term for term in terms(" ".join(candidate.figure.label_path)) if is_concept(term)}
    asked = candidate.features.wanted | {want.term for want in question.asked}
    return bool(named - asked - WEAK_CONCEPTS - COMMON - DIVIDING)


def _comes_out_otherwise(candidate: FigureCandidate, found: Planned) -> bool:
    """Whether a printed share is far from what the two things come to that are outright to be divided."""
    printed, worked_out = candidate.figure, found.decision.calculation
    if printed.unit != "%" or printed.value is None or worked_out is None or worked_out.unit != "%":
        return False
    return abs(printed.value - worked_out.result) > max(_POINT, abs(worked_out.result) * _SOME)


def _prints_it(made: Decision, found: Planned) -> bool:
    return _says_it(made, found) and not (found.plan.outright and _comes_out_otherwise(made.figures[0], found))


def _says_it(made: Decision, found: Planned) -> bool:
    """Whether a figure is what a plan comes to: by its unit, its label or value, or as it says all of both operands."""
    if prints_outcome(made, found.decision.calculation, found.question):
        return True
    kind, figure = found.plan.kind, made.figures[0]
    if kind == "share" and goes_on(figure, found.decision.figures[0], found.plan.operands[1][0]):
        return True
    if figure.features.change < 0 and kind in {"share", "ratio", "times"}:
        return False  # by how much things have moved is no part of them
    operands = {c.figure.id for c in found.decision.figures}
    if kind in {"difference", "sum", "times", "ratio"} and any(c.figure.id in operands for c in made.figures):
        return False  # one of the things alone
    if kind == "share" and of_all(figure):
        return False  # of what was asked for some are a part
    if kind == "per" and all(told_per_head(c.figure, found.plan.operands[1][0]) for c in made.figures):
        return False
    if len(made.figures) > _PAIR:
        return True
    missing = set(figure.features.missing)
    if kind == "per" and divided_otherwise(figure.figure, found.plan.operands[1][0]):
        return False
    if kind == "rest" and figure.figure.unit == "%" and not found.question.percent:
        return False  # so many are left, and no share of them
    if kind == "per" and _of_another_dividend(figure, found):
        return False
    if prints(figure, kind):
        unsaid = any(own and own <= missing for own in found.told)
        rate = of_own_whole(found.question, figure, found.plan.operands[1][0])
        another = unsaid or rate or _of_more(made, found)
        return not (kind == "share" and another)
    if kind not in {"difference", "ratio"}:
        return False  # what names all things of a sum and is not their sum is one of more things
    return not any(own & missing for own in found.told)


def _of_another_dividend(figure: FigureCandidate, found: Planned) -> bool:
    """Whether a printed quotient says nothing of what names the thing to be divided: training per head, not safety."""
    named = {want.term for want in asked_in(found.plan.operands[0][0]) if want.weight >= 1.0} & found.told[0]
    return bool(named) and named <= set(figure.features.missing)


def _of_more(made: Decision, found: Planned) -> bool:
    """Whether a printed share is of another whole: its label says so, or it stands beside the part and says less.

    Its column then says nothing of what makes the whole ("of the shares pledged"), or the whole is a sum of rows.
    """
    printed, (part, whole, *_), asked = made.figures[0], found.decision.figures, found.plan.operands[1][0]
    if told_of_another(asked, printed):
        return True
    if printed.row.id != part.row.id and printed.figure.label_path != part.figure.label_path:
        return False
    if _COMBINED.search(asked) is not None:
        return True
    heads = part.figure.column_path[:-1]
    if heads and part.row.id == printed.row.id and heads == printed.figure.column_path[:-1]:
        return False  # "Against: votes, %": of the number beside it
    said, known = (set(terms(" ".join(c.figure.column_path))) for c in (whole, printed))
    return not column_names(asked, printed) and any(is_concept(term) for term in (said & set(terms(asked))) - known)


def _by_cover(searcher: Searcher, result: SearchResult, made: Decision | None) -> Decision | None:
    found = reckoned(searcher, result)
    if found is None or (made is not None and made.figures and _stays(searcher, made, found)):
        return made
    return found.decision


def _moves(made: Decision | None, question: Question) -> bool:
    """Whether a decision is a calculation over two periods, or prints a change."""
    if made is None or not made.figures:
        return False
    first = made.figures[0]
    outright = made.calculation is None and first.features.own >= _BY_NAME and _BY_HOW_MUCH.search(question.text)
    if outright and _MOVED.search(" ".join(first.figure.label_path)):
        return True  # "by how much did it get shorter": the label tells it in the same way
    said = {
        terms(found[0])[0] for found in _MOVED.finditer(" ".join(made.figures[0].figure.label_path)) if terms(found[0])
    }
    if made.calculation is None and said & set(terms(question.text)):
        return True
    ends = {c.figure.period.end for c in made.figures if c.figure.period is not None}
    return made.figures[0].features.change > 0 or (made.calculation is not None and len(ends) > 1)


def _stays(searcher: Searcher, made: Decision, found: Reckoned) -> bool:
    """Whether a decision with figures is as good as the calculation."""
    if prints_outcome(made, found.decision.calculation, found.pool.result.question):
        return True
    coverage = searcher.coverage(found.pool.result.question, made.figures)
    if made.calculation is not None:
        same = found.decision.calculation is not None and found.decision.calculation.result == made.calculation.result
        if same or found.demand.kind == "rest":
            return True  # what is left of a row's own whole was looked for by its own words
        known = {c.figure.id: c for c in found.pool.result.figures}
        operands = [known.get(c.figure.id, c) for c in made.figures]
        return found.pool.rated(operands, coverage).score >= found.fit.score - _SURER
    printed = prints(made.figures[0], found.demand.kind)
    if printed and (found.demand.kind == "per" or _one_row(made, found)):
        return True
    own = max(coverage.together([c.figure.id]) for c in made.figures)
    if found.demand.kind == "sum" and own >= found.fit.own - _AS_MUCH:
        return True
    return own >= found.fit.own - _LESS_WELL and printed


def _one_row(made: Decision, found: Reckoned) -> bool:
    """Whether the row of an operand, or one of its name elsewhere, prints the outcome itself."""
    names = {c.figure.label_path for c in found.fit.members}
    return made.figures[0].figure.label_path in names or made.figures[0].row.id in {c.row.id for c in found.fit.members}
