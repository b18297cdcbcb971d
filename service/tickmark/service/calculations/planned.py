"""A plan carried out: each operand looked for as a question of its own, all of them chosen together.

The best figure for one phrase alone may be a neighbour of what is meant. Operands therefore count together: each has to
fit its own phrase and to say what tells that phrase apart, and they have to belong together in unit, time and table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Final, NamedTuple

from tickmark.index.asked.number import asks_money
from tickmark.index.asked.periods import periods_of
from tickmark.index.asked.unwanted import without_unwanted
from tickmark.index.checking.sameness import COMMON, DIVIDING
from tickmark.index.question import WEAK_CONCEPTS, Question, asked_in
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import is_concept, terms
from tickmark.index.words.unit_families import family
from tickmark.ingest.model import Figure
from tickmark.service.calculations.belonging import belong, left_out_of, nearness, said_of_all, told_alike
from tickmark.service.calculations.operands import (
    another,
    counts_another,
    is_divided,
    named_metric,
    of_other_limits,
    of_pay,
    only_bounded,
    operand_question,
    unit_of,
)
from tickmark.service.calculations.plans import Plan, plans
from tickmark.service.calculations.points import in_points, of_points
from tickmark.service.calculations.rounding import rounded, so_many_times
from tickmark.service.fitting import Decision, fits
from tickmark.service.model import Calculation
from tickmark.service.wording import OPERATIONS, amount, label_of, operand_words, period_words, with_unit

__all__ = ["Planned", "apart", "planned"]

_LOOKED_AT: Final = 30
_KEPT: Final = 6
_RATES: Final = frozenset({"%", "percentage points"})
_TOPIC: Final = 0.15  # what speaks for a dividend that is of all that is said of the divisor
_OF_IT: Final = 0.15  # what speaks for the whole that a part is told of ("of these, so many were ...")
_ALIKE: Final = 0.1  # what speaks for two things told in the same words
_LEFT_OUT: Final = 0.3  # what speaks against operands that leave out what is asked of all of them
_TOLD_OF: Final = 3  # terms that name a thing with its topic
_MOST: Final = 0.5  # of what tells an operand from the others
_OTHER_UNIT: Final = -0.35  # of a figure that is counted in something else than was asked
_NAMED: Final = 0.5  # share of a label's words that has to be asked for where amounts of two kinds are divided
_UNASKED: Final = 0.1
_MOST_UNASKED: Final = 2
_LAST_WORD: Final = re.compile(r"[A-Za-z][\w-]*$")
_SCOPE: Final = "SCOPE_"
_TWO_VERBS: Final = re.compile(r"\b(?:owns?|holds?|held|owned|has|have)\s+(?:is|are|was|were)\b", re.IGNORECASE)
_OF_TWO: Final = frozenset({"difference", "sum", "times"})


class Planned(NamedTuple):
    """A calculation, the plan that it carries out, and the terms that tell each of its operands from the others."""

    decision: Decision
    plan: Plan
    told: tuple[frozenset[str], ...]
    question: Question


class _Found(NamedTuple):
    """A figure for an operand, how well it fits, and how many concepts its label names that nobody asked for."""

    candidate: FigureCandidate
    score: float
    unasked: int


def planned(searcher: Searcher, result: SearchResult) -> Planned | None:
    """What the words ask to be worked out, where all of its operands are found and belong together."""
    question = result.question
    # "other than": what is left out is an operand here
    text = periods_of(without_unwanted(question.text), question.calendar)[1] if question.left_out else question.rest
    for plan in plans(text):
        if not all(any(map(_names_something, phrases)) for phrases in plan.operands):
            continue
        if plan.kind == "share" and not apart(plan)[0]:
            continue  # the whole itself
        if plan.kind == "share" and _TWO_VERBS.search(plan.operands[1][0]):
            continue  # "all that it owns is pledged": not only the whole
        chosen = _together(searcher, result, plan)
        if chosen is None:
            continue
        made = _worked_out(plan, chosen, question)
        if made is not None:
            decision = _decided(plan, [one.candidate for one in chosen], made)
            return Planned(decision, plan, tuple(map(frozenset, apart(plan))), question)
    return None


def _names_something(phrase: str) -> bool:
    return any(want.weight >= 0.5 for want in asked_in(phrase))


def _together(searcher: Searcher, result: SearchResult, plan: Plan) -> Sequence[_Found] | None:
    """The operands that fit best together; None where others fit about as well and come out otherwise."""
    each: list[list[_Found]] = []
    told = apart(plan)
    for at, (phrases, own) in enumerate(zip(plan.operands, told, strict=True)):
        found = _figures(searcher, result, plan, phrases, own)
        if plan.kind in _OF_TWO:
            others = frozenset[str]().union(*told[:at], *told[at + 1 :]) & frozenset(result.question.names)
            found = [one for one in found if not _named_other(one.candidate, others)]
        if not found:
            return None
        each.append(_counted(found, phrases[0]) if plan.kind == "per" and at else found)

    if plan.kind == "per" and asks_money(plan.operands[0][0]) and each[0][0].candidate.figure.currency:
        each[0] = [one for one in each[0] if one.candidate.figure.currency]  # a bonus, and not how often it was paid

    common = said_of_all(plan) if plan.kind in _OF_TWO else {}

    def fit(chosen: Sequence[_Found]) -> float:
        more = _one_topic(plan, chosen[0].candidate) if plan.kind == "per" else _of_its_whole(plan, chosen)
        left_out = left_out_of(common, [one.candidate for one in chosen])
        alike = plan.kind in _OF_TWO and not left_out and told_alike([one.candidate for one in chosen])
        return _fit(chosen) + more + (_ALIKE if alike else 0.0) - _LEFT_OUT * left_out

    def best(carried_out: Plan) -> Sequence[_Found] | None:
        sets = (chosen for chosen in product(*each) if belong(carried_out, [one.candidate for one in chosen]))
        return max(sets, key=fit, default=None)

    chosen = best(plan)
    if plan.outright and plan.kind == "ratio" and chosen is not None:
        of_two_units = best(plan._replace(kind="per"))
        return chosen if of_two_units is None or fit(of_two_units) <= fit(chosen) else None
    return chosen


def _counted(found: list[_Found], phrase: str) -> list[_Found]:
    """The divisors that say the very thing that is counted, where any does: activities, and not those who took part."""
    word = _LAST_WORD.search(phrase)
    head = {want.term for want in asked_in(word[0])} if word else set[str]()
    return [one for one in found if head.isdisjoint(one.candidate.features.missing)] or found


def _one_topic(plan: Plan, dividend: FigureCandidate) -> float:
    """What speaks for a dividend of the divisor's topic: the bonus of those very awards per winner of them."""
    topic = {want.term for want in asked_in(plan.operands[1][0])}
    said = topic & set(terms(" ".join(dividend.figure.label_path)))
    return _TOPIC * len(said) / len(topic) if len(topic) >= _TOLD_OF else 0.0


def _of_its_whole(plan: Plan, chosen: Sequence[_Found]) -> float:
    """What speaks for the whole under whose own label a part is told: "packaging used, of which recycled".

    Or in whose own row, where it is taken off.
    """
    if plan.kind not in {"share", "rest"}:
        return 0.0
    labels = [one.candidate.figure.label_path for one in chosen]
    part, whole = labels if plan.kind == "share" else labels[::-1]
    one_row = plan.kind == "rest" and chosen[0].candidate.row.id == chosen[1].candidate.row.id
    return _OF_IT if one_row or (len(part) > 1 and part[:-1] == whole) else 0.0


def apart(plan: Plan) -> tuple[dict[str, float], ...]:
    """For each operand the terms that tell it from the others, with what they count."""
    told = [{want.term: want.weight for want in asked_in(phrases[0])} for phrases in plan.operands]
    others = [set[str]().union(*(told[:at] + told[at + 1 :])) for at in range(len(told))]
    return tuple({t: w for t, w in own.items() if t not in other} for own, other in zip(told, others, strict=True))


def _figures(
    searcher: Searcher, result: SearchResult, plan: Plan, phrases: Sequence[str], own: Mapping[str, float]
) -> list[_Found]:
    """What fits one of the phrases of an operand, the best first. It says something of what tells it apart."""
    best: dict[str, _Found] = {}
    for phrase in phrases:
        if not named_metric(phrase) and len(phrases) > 1:
            continue
        if best and plan.kind == "share":
            break  # a part that is named without its whole may be one of another
        for candidate in searcher.again(operand_question(result.question, phrase), result).figures[:_LOOKED_AT]:
            if not _may_be(candidate, plan, phrase, result.question):
                continue
            if own and not _says(candidate, own):
                continue
            unasked = _unasked(candidate, result)
            if plan.kind == "per" and unasked > _MOST_UNASKED:
                continue  # what one sentence tells of many things
            known = best.get(candidate.figure.id)
            if known is None or known.score < candidate.score:
                best[candidate.figure.id] = _Found(candidate, candidate.score, unasked)
    return sorted(best.values(), key=lambda one: -one.score)[:_KEPT]


def _says(candidate: FigureCandidate, own: Mapping[str, float]) -> bool:
    """Whether a figure says most of what tells an operand from the others."""
    return sum(w for term, w in own.items() if term in candidate.features.missing) <= (1 - _MOST) * sum(own.values())


def _named_other(candidate: FigureCandidate, others: frozenset[str]) -> bool:
    """Whether the labels of a figure have a name that only another operand has."""
    return not others.isdisjoint(terms(" ".join((*candidate.figure.label_path, *candidate.figure.column_path))))


def _unasked(candidate: FigureCandidate, result: SearchResult) -> int:
    if any(
        want.term.isdigit() and f"| No. {want.term} |" in candidate.row.index_text for want in result.question.asked
    ):
        return 0  # "motion 2": its number names it
    named = {term for term in terms(" ".join(candidate.figure.label_path[-1:])) if is_concept(term)}
    asked = candidate.features.wanted | {want.term for want in result.question.asked}
    return len(named - asked - WEAK_CONCEPTS - COMMON - DIVIDING)


def _may_be(candidate: FigureCandidate, plan: Plan, phrase: str, question: Question) -> bool:
    figure = candidate.figure
    if (
        figure.value is None
        or not fits(candidate)
        or candidate.features.change > 0
        or candidate.features.unit < _OTHER_UNIT
    ):
        return False
    if (figure.unit in _RATES and plan.kind != "difference") or _one_of_scopes(figure, phrase):
        return False
    if plan.kind == "difference" and in_points(question) and not of_points(figure.unit):
        return False
    if plan.kind == "per" and (is_divided(figure) or counts_another(figure, phrase)):
        return False
    if plan.kind == "per" and figure.origin == "cell" and candidate.features.precision < _NAMED:
        return False
    if (
        plan.kind in {"difference", "sum"}
        and figure.unit not in _RATES
        and of_pay(question.text)
        and not figure.currency
    ):
        return False  # hours are no pay
    # hours that have gathered over the sessions of a year are all of them, and are divided by these
    named = f"accumulated {phrase}" if plan.kind == "per" and family(figure.unit or "") == "hours" else phrase
    return (
        not (another(phrase, figure) and another(named, figure))
        and not of_other_limits(figure, phrase)
        and not only_bounded(figure)
    )


def _one_of_scopes(figure: Figure, phrase: str) -> bool:
    """Whether a figure is of one of the scopes that a phrase takes together."""
    asked = {term for term in terms(phrase) if term.startswith(_SCOPE)}
    return len(asked) > 1 and len(asked.intersection(terms(" ".join(figure.label_path)))) == 1


def _value(candidate: FigureCandidate) -> Decimal:
    return candidate.figure.value if candidate.figure.value is not None else Decimal(0)


def _fit(chosen: Sequence[_Found]) -> float:
    first, *others = (one.candidate for one in chosen)
    near = min((nearness(first, other) for other in others), default=0.0)
    return sum(one.score - _UNASKED * one.unasked for one in chosen) / len(chosen) + near


def _worked_out(plan: Plan, chosen: Sequence[_Found], question: Question) -> Calculation | None:
    operands = [one.candidate for one in chosen]
    values = [_value(c) for c in operands]
    words = [operand_words(value) for value in values]
    unit = unit_of(operands)
    if plan.kind == "sum":
        return Calculation(" + ".join(words), sum(values, Decimal(0)), unit)
    if plan.kind in {"difference", "rest"}:
        points = "percentage points" if unit == "%" else unit
        return Calculation(f"{words[0]} - {words[1]}", values[0] - values[1], points)
    if not values[1]:
        return None
    percent = plan.kind == "share" or (
        plan.kind == "ratio" and (question.strong_percent or abs(values[0]) < abs(values[1]))
    )
    if percent:
        return Calculation(f"{words[0]} / {words[1]} x 100", rounded(values[0] / values[1] * 100), "%")
    each = "times" if plan.kind != "per" else _per(*operands)
    return Calculation(f"{words[0]} / {words[1]}", so_many_times(values[0] / values[1]), each)


def _per(first: FigureCandidate, second: FigureCandidate) -> str | None:
    above, below = unit_of([first]), (unit_of([second]) or "").removesuffix("s")
    if above and above.removesuffix("s") == below:
        return "times"  # "men per woman"
    return f"{above} per {below}" if above and below else None


def _decided(plan: Plan, operands: Sequence[FigureCandidate], made: Calculation) -> Decision:
    figures = [c.figure for c in operands]
    name = OPERATIONS[plan.kind].join(map(label_of, figures))
    told = f"{', '.join(map(amount, figures[:-1]))} and {amount(figures[-1])}"
    text = f"{name}: {with_unit(made.result, made.unit)} ({told}) {period_words(figures[0].period)}."
    return Decision("answered", re.sub(r"\s+", " ", text), figures=list(operands), calculation=made)
