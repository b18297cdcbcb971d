"""Whether the figures found for the operands of a plan belong together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import Final

from tickmark.index.asked.named_unit import UNITS
from tickmark.index.checking.sameness import COMMON, DIVIDING, JOINING, unit_key
from tickmark.index.question import WEAK_CONCEPTS, asked_in
from tickmark.index.search import FigureCandidate
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.calculations.operand_sets import TOTAL
from tickmark.service.calculations.operands import addable, countable, of_any_measure, of_each_one
from tickmark.service.calculations.plans import Plan
from tickmark.service.parts.named_parts import apart, words_of
from tickmark.service.wording import label_of

__all__ = ["belong", "left_out_of", "nearness", "said_of_all", "told_alike"]

_JOINING: Final = words_of("of the to in a")
_NEAR: Final = (0.15, 0.05)  # what speaks for one column or stretch of text, and for one filing
_ONE_SENTENCE: Final = 0.05  # and for one sentence of it
_TELLING: Final = 0.5  # weight of a term that says what is meant
_BEFORE: Final = re.compile(r"\b(?:before|prior to)\b|[变變]动前|[变變]動前", re.IGNORECASE)
_WHEN: Final = re.compile(r"\b(?:upon|after|following)\s+(?:the|this|that|its)\s+[\w-]+(?:\s+[\w-]+)?\b", re.IGNORECASE)
_AFTER: Final = re.compile(r"\b(?:upon|after|following)\b|[变變]动[后後]|[变變]動[后後]", re.IGNORECASE)
_TOGETHER: Final = 3
"""Lines of one stretch of text."""


def belong(plan: Plan, chosen: Sequence[FigureCandidate]) -> bool:
    """Whether operands can be reckoned with together: one unit, one time, one issuer, a part and its own whole."""
    first = chosen[0]
    twice = plan.kind == "sum" and any(
        _told_twice(a, b) or _of_two_moments(a, b) or _in_total(a, b) or _in_total(b, a)
        for a, b in combinations(chosen, 2)
    )
    if twice or len({c.figure.id for c in chosen}) < len(chosen):
        return False
    if plan.kind != "per" and not (addable(chosen) and len({of_each_one(c.figure) for c in chosen}) == 1):
        return False
    if plan.kind == "per" and not (plan.outright or countable(chosen[1].figure, plan.operands[1][0])):
        return False
    if plan.kind == "per" and _measured_alike(*chosen):
        return False
    if plan.kind in {"per", "ratio", "times"} and _one_figure(*chosen, alike=plan.kind != "per"):
        return False
    for other in chosen[1:]:
        if _of_two_letters(plan) and not _named_alike(first, other):
            return False
        if not _one_time(first, other) or _in_unasked_column(first, other, plan):
            return False
        if plan.kind == "difference" and _of_other_columns(first, other, plan):
            return False
        if first.filing.issuer != other.filing.issuer:
            return False
    if plan.kind in {"share", "rest"}:
        part, whole = (chosen[0], chosen[1]) if plan.kind == "share" else (chosen[1], chosen[0])
        if not 0 < _value(part) < _value(whole) or _side_by_side(part, whole) or of_any_measure(part, whole):
            return False
        return _is_its_whole(part, whole, plan) if plan.kind == "share" else not _has_it_off(part, whole, plan)
    return True


def _is_its_whole(part: FigureCandidate, whole: FigureCandidate, plan: Plan) -> bool:
    """Whether a figure is what a share is to be of, and no other part."""
    return _is_named(whole, plan.operands[1]) and not (_of_two_moments(part, whole) or _headed_as_part(whole, plan))


def _of_two_moments(part: FigureCandidate, whole: FigureCandidate) -> bool:
    """Whether two columns count one thing before and after something happened: one is no part of the other."""
    if part.figure.label_path != whole.figure.label_path:
        return False
    heads = [" ".join(c.figure.column_path) for c in (part, whole)]
    return any(_BEFORE.search(one) and _AFTER.search(other) for one, other in permutations(heads, 2))


def _headed_as_part(whole: FigureCandidate, plan: Plan) -> bool:
    """Whether the column of a whole says what only the part is asked by: those pledged are none of "all the shares"."""
    part, told = (
        {want.term for want in asked_in(_WHEN.sub(" ", phrases[-1])) if want.weight >= _TELLING}
        for phrases in plan.operands
    )
    own = {term for term in part - told if is_concept(term)} - COMMON - WEAK_CONCEPTS - DIVIDING
    return not own.isdisjoint(terms(" ".join(whole.figure.column_path)))


def said_of_all(plan: Plan) -> dict[str, float]:
    """The terms that every operand is asked for by, and what they count: what is the same of all of them."""
    told = [{want.term: want.weight for want in asked_in(phrases[0])} for phrases in plan.operands]
    return {term: weight for term, weight in told[0].items() if all(term in other for other in told[1:])}


def left_out_of(common: Mapping[str, float], chosen: Sequence[FigureCandidate]) -> float:
    """How much of what is asked of all operands one of them leaves out."""
    missing = frozenset().union(*(one.features.missing for one in chosen))
    return sum(w for term, w in common.items() if term in missing) / max(sum(common.values()), 1.0)


def nearness(a: FigureCandidate, b: FigureCandidate) -> float:
    """What speaks for two operands for how near to each other they stand: in one column, one stretch of text."""
    column, filing = _NEAR
    if a.filing.id != b.filing.id:
        return 0.0
    x, y = a.figure.cell, b.figure.cell
    if x is not None and y is not None and x.table == y.table:
        sentence = _ONE_SENTENCE * (a.row.id == b.row.id and a.figure.origin != "cell")
        # rows under an outer label may print the same column one place further on
        one_column = x.column == y.column or a.figure.column_path == b.figure.column_path != ()
        return (column if one_column or x.row == y.row else -column) + sentence
    if x is None and y is None and abs(a.figure.span.lines[0] - b.figure.span.lines[0]) <= _TOGETHER:
        return column - _ONE_SENTENCE * (a.row.id != b.row.id)  # told in one stretch of text
    return filing


def _of_two_letters(plan: Plan) -> bool:
    """Whether nothing but a letter tells operands apart ("the A class meeting plus the H class meeting")."""
    said = [words_of(phrases[0]) for phrases in plan.operands]
    letters = {frozenset(word for word in words if word.endswith("!")) for words in said}
    return len(letters) == len(said) and all(letters) and _one_says_all(plan)


def _one_says_all(plan: Plan) -> bool:
    """Whether an operand says nothing that another does not say as well."""
    told = [{want.term for want in asked_in(phrases[0])} for phrases in plan.operands]
    return any(own <= other for own, other in permutations(told, 2))


def _named_alike(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are of one thing, told of it in two places: votes against one motion at two meetings."""
    ours, theirs = ({word for word in words_of(label_of(c.figure)) if len(word.strip("!")) > 1} for c in (a, b))
    return ours == theirs and a.figure.column_path == b.figure.column_path


def _one_figure(a: FigureCandidate, b: FigureCandidate, *, alike: bool) -> bool:
    """Whether one figure is printed twice, ``alike``: in one unit. Nothing is divided by itself."""
    return _value(a) == _value(b) and (not alike or unit_key(a.figure) == unit_key(b.figure))


def told_alike(chosen: Sequence[FigureCandidate]) -> bool:
    """Whether the same is told of each of several things: "so many tonnes avoided" under the name of each process."""
    paths = {c.figure.label_path for c in chosen}
    return len(paths) == len(chosen) and len({path[-1:] for path in paths}) == 1


def _told_twice(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether one thing is told in two places: the same number, and one name says all that the other does."""
    ours, theirs = (set(terms(" ".join(c.figure.label_path))) - COMMON - JOINING for c in (a, b))
    elsewhere = a.figure.cell is None or b.figure.cell is None or a.figure.cell.table != b.figure.cell.table
    return elsewhere and _one_figure(a, b, alike=False) and (ours <= theirs or theirs <= ours)


def _in_total(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether one figure is in the other already: a row in the total of its column, shares pledged in those held."""
    x, y = a.figure.cell, b.figure.cell
    if x is None or y is None or x.table != y.table or a.filing.id != b.filing.id:
        return False
    if a.row.id == b.row.id:
        return _headed(a, "PLEDGE") and not _headed(b, "PLEDGE") and _headed(b, "STAKE")
    total = TOTAL.fullmatch(" ".join(b.figure.label_path[-1:]).strip(" :")) is not None
    return total and a.figure.column_path == b.figure.column_path


def _headed(candidate: FigureCandidate, term: str) -> bool:
    return term in terms(" ".join(candidate.figure.column_path))


def _measured_alike(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are measured in one unit: hours for each hour are nothing."""
    return unit_key(a.figure) == unit_key(b.figure) and UNITS.fullmatch(b.figure.unit or "") is not None


def _in_unasked_column(a: FigureCandidate, b: FigureCandidate, plan: Plan) -> bool:
    """Whether one of two cells of a row stands in a column that nobody asked for: votes against beside those for."""
    if a.figure.cell is None or b.figure.cell is None or a.row.id != b.row.id:
        return False
    heads = [{term for term in terms(" ".join(c.figure.column_path)) if is_concept(term)} for c in (a, b)]
    asked = {term for phrases in plan.operands for phrase in phrases for term in terms(phrase)}
    return bool((heads[0] ^ heads[1]) - asked - WEAK_CONCEPTS - COMMON - DIVIDING)


def _of_other_columns(a: FigureCandidate, b: FigureCandidate, plan: Plan) -> bool:
    """Whether two rates of one thing are of wholes that the operands do not tell apart: each is of its own column."""
    if a.figure.cell is None or a.figure.label_path != b.figure.label_path or a.figure.unit != "%":
        return False
    if _one_says_all(plan) and not _of_two_letters(plan):
        return True
    heads = [words_of(" ".join(c.figure.column_path)) - _JOINING for c in (a, b)]
    said = [words_of(phrases[0]) for phrases in plan.operands]
    return any(own and own.isdisjoint(said[i]) for i, own in enumerate(apart(heads)))


def _is_named(whole: FigureCandidate, phrases: Sequence[str]) -> bool:
    """Whether a row under an outer label is a whole: a total, or its own name is asked for, not its group's alone."""
    path = whole.figure.label_path
    if whole.figure.cell is None or len(path) < 2 or TOTAL.fullmatch(path[-1].strip(" :")):
        return True
    return not {term for phrase in phrases for term in terms(phrase)}.isdisjoint(terms(path[-1]))


def _has_it_off(part: FigureCandidate, whole: FigureCandidate, plan: Plan) -> bool:
    """Whether of one thing the whole is named by what is to be taken off: pledged shares are no whole of shares."""
    if part.figure.label_path != whole.figure.label_path:
        return False
    kept, off = ({term for phrase in phrases for term in terms(phrase)} for phrases in plan.operands)
    return any(is_concept(term) for term in (off - kept) & set(terms(" ".join(whole.figure.column_path))))


def _side_by_side(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two rows of a table stand under one group: both are parts, and none the whole of the other."""
    x, y = a.figure, b.figure
    if x.cell is None or y.cell is None or a.filing.id != b.filing.id or x.cell.table != y.cell.table:
        return False
    same_group = len(x.label_path) > 1 and x.label_path[:-1] == y.label_path[:-1]
    return same_group and a.row.id != b.row.id and TOTAL.fullmatch(y.label_path[-1].strip(" :")) is None


def _one_time(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are of one time: one end, or told in one stretch of text or one under the other's label."""
    ours, theirs = a.figure.period, b.figure.period
    if ours is None or theirs is None or ours.end == theirs.end:
        return True
    told = a.figure.cell is None and b.figure.cell is None and a.filing.id == b.filing.id
    if told and ours.end and theirs.end and _told_under(a, b):
        return True
    return told and abs(a.figure.span.lines[0] - b.figure.span.lines[0]) <= _TOGETHER


def _told_under(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether one figure is told of the other: "so many shares vested, to so many recipients"."""
    ours, theirs = a.figure.label_path, b.figure.label_path
    return (
        ours != theirs and () not in {ours, theirs} and (ours[: len(theirs)] == theirs or theirs[: len(ours)] == ours)
    )


def _value(candidate: FigureCandidate) -> Decimal:
    return candidate.figure.value if candidate.figure.value is not None else Decimal(0)
