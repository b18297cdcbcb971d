"""What sets of operands come to: every set of a pool that an operation can be done to, with its outcome."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from tickmark.index.checking.sameness import unit_key
from tickmark.index.search import FigureCandidate
from tickmark.index.words.terms import all_terms
from tickmark.service.calculations.demand import Demand, Kind
from tickmark.service.calculations.operand_sets import OperandSet, Pool
from tickmark.service.calculations.operands import addable, countable, of_any_measure, unit_of
from tickmark.service.calculations.rounding import rounded, so_many_times
from tickmark.service.model import Calculation
from tickmark.service.wording import operand_words

__all__ = ["OUTCOMES"]

_NAMED: Final = 0.5  # share of a label's words that has to be asked for where amounts of two kinds are divided
_CONTAINED: Final = 0.12  # what speaks for a part of the very whole that it is set against
_DIVISOR: Final = 0.3  # weight of how well the divisor of two kinds of things is named
_IN_PERCENT: Final = re.compile(r"%|\b(?:percent\w*|per\s?cent|pct)\b|百分", re.IGNORECASE)
_Found = Iterator[tuple[OperandSet, Calculation]]
_Pairs = Iterator[tuple[FigureCandidate, FigureCandidate]]


def _value(candidate: FigureCandidate) -> Decimal:
    return candidate.figure.value if candidate.figure.value is not None else Decimal(0)


def _added(members: Sequence[FigureCandidate]) -> tuple[Decimal, str]:
    values = [_value(c) for c in members]
    return sum(values, Decimal(0)), " + ".join(map(operand_words, values))


def _quotient(
    above: FigureCandidate, below: FigureCandidate, unit: str | None, *, percent: bool = False
) -> Calculation:
    top, bottom = _value(above), _value(below)
    expression = f"{operand_words(top)} / {operand_words(bottom)}{' x 100' if percent else ''}"
    outcome = rounded(top / bottom * 100) if percent else so_many_times(top / bottom)
    return Calculation(expression, outcome, unit)


def _less(first: FigureCandidate, second: FigureCandidate) -> Calculation:
    unit = unit_of([first, second])
    expression = f"{operand_words(_value(first))} - {operand_words(_value(second))}"
    return Calculation(expression, _value(first) - _value(second), "percentage points" if unit == "%" else unit)


def _parts_and_wholes(pool: Pool) -> _Pairs:
    for a, b in pool.pairs():
        for part, whole in ((a, b), (b, a)):
            smaller = 0 < _value(part) < _value(whole)
            if smaller and pool.adds_up(part, whole) and not of_any_measure(part, whole):
                yield part, whole


def _by_themselves(pool: Pool, a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are named each by itself, and neither is a part of another whole than was asked for."""
    return pool.told_apart(a, b) and pool.unbound(a) and pool.unbound(b)


def _compared(pool: Pool) -> _Pairs:
    """Two figures of one unit in the order in which the question names them."""
    for a, b in pool.pairs():
        if pool.told_apart(a, b) or pool.part_of(a, b) or pool.part_of(b, a):
            yield _in_order(pool, a, b)


def _shares(pool: Pool, demand: Demand) -> _Found:
    for part, whole in _parts_and_wholes(pool):
        contained = pool.part_of(part, whole)
        if not pool.side_by_side(part, whole) and (contained or _by_themselves(pool, part, whole)):
            yield pool.rated((part, whole), more=_CONTAINED * contained), _quotient(part, whole, "%", percent=True)


def _rests(pool: Pool, demand: Demand) -> _Found:
    for part, whole in _parts_and_wholes(pool):
        if pool.part_of(part, whole) or _by_themselves(pool, part, whole):
            yield pool.rated((whole, part), more=_CONTAINED), _less(whole, part)


def _times(pool: Pool, demand: Demand) -> _Found:
    for first, second in _compared(pool):
        if _value(second):
            yield pool.rated((first, second)), _quotient(first, second, "times")


def _ratios(pool: Pool, demand: Demand) -> _Found:
    """Quotients of one unit, in percent where that is asked for or less than one; of two kinds with a named divisor."""
    if demand.divisor:
        yield from _pers(pool, demand)
        return
    percent = _IN_PERCENT.search(pool.result.question.text) is not None
    for fit, made in _times(pool, demand):
        above, below = fit.members
        in_percent = percent or abs(_value(above)) < abs(_value(below))
        yield fit, _quotient(above, below, "%", percent=True) if in_percent else made


def _pers(pool: Pool, demand: Demand) -> _Found:
    """Amounts divided by what is counted: the divisor bears the name that the question gives it."""
    for a, b in pool.pairs(same_unit=False):
        if min(a.features.precision, b.features.precision) < _NAMED or not pool.adds_up(a, b):
            continue
        if not pool.told_apart(a, b) and (unit_key(a.figure) == unit_key(b.figure) or not pool.differ(a, b)):
            continue
        for first, second in ((a, b), (b, a)) if demand.divisor else (_in_order(pool, a, b),):
            counts = countable(second.figure, demand.divisor) and bool(_value(second))
            named = not demand.divisor or pool.names(second, demand.divisor)
            if counts and named and pool.says_rest(first, demand.divisor):
                more = _DIVISOR * second.features.precision
                yield pool.rated((first, second), more=more), _quotient(first, second, _per(first, second))


def _per(first: FigureCandidate, second: FigureCandidate) -> str | None:
    above, below = unit_of([first]), (unit_of([second]) or "").removesuffix("s")
    return f"{above} per {below}" if above and below else None


def _differences(pool: Pool, demand: Demand) -> _Found:
    for first, second in _compared(pool):
        yield pool.rated((first, second)), _less(first, second)


def _sets(pool: Pool) -> Iterator[tuple[FigureCandidate, ...]]:
    """Sets of figures each two of which are told apart: every pair, with all that are told apart from both."""
    together = [(a, b) for a, b in pool.pairs() if pool.told_apart(a, b)]
    beside: dict[str, set[str]] = {}
    for a, b in together:
        beside.setdefault(a.figure.id, set()).add(b.figure.id)
        beside.setdefault(b.figure.id, set()).add(a.figure.id)
    for pair in together:
        chosen = list(pair)
        for c in pool.members:
            if all(c.figure.id in beside[one.figure.id] for one in chosen):
                chosen.append(c)
        yield _as_named(pool, chosen)


def _sums(pool: Pool, demand: Demand) -> _Found:
    for members in _sets(pool):
        if pool.adds_up(*members):
            outcome, expression = _added(members)
            yield pool.rated(members), Calculation(expression, outcome, unit_of(members))


def _averages(pool: Pool, demand: Demand) -> _Found:
    for members in _sets(pool):
        outcome, expression = _added(members)
        mean = rounded(outcome / len(members))
        yield pool.rated(members), Calculation(f"({expression}) / {len(members)}", mean, unit_of(members))


def _joints(pool: Pool, demand: Demand) -> _Found:
    """The share that several parts have together: printed shares of one column added, or their sum over the whole."""
    for parts in _sets(pool):
        outcome, expression = _added(parts)
        if not pool.in_one_column(parts) or not pool.adds_up(*parts):
            continue
        if all(c.figure.unit == "%" for c in parts):
            yield pool.rated(parts), Calculation(expression, outcome, "%")
        for whole in pool.members:
            if all(pool.part_of(c, whole) for c in parts) and 0 < outcome <= _value(whole) and addable([*parts, whole]):
                made = f"({expression}) / {operand_words(_value(whole))} x 100"
                share = Calculation(made, rounded(outcome / _value(whole) * 100), "%")
                yield pool.rated((*parts, whole), more=_CONTAINED), share


def _in_order(pool: Pool, a: FigureCandidate, b: FigureCandidate) -> tuple[FigureCandidate, FigureCandidate]:
    """Two figures in the order in which the question says what tells them apart."""
    text = pool.result.question.text
    ours, theirs = (_first_said(text, pool.coverage.beyond(x.figure.id, y.figure.id)) for x, y in ((a, b), (b, a)))
    return (a, b) if ours <= theirs else (b, a)


def _as_named(pool: Pool, members: Sequence[FigureCandidate]) -> tuple[FigureCandidate, ...]:
    """Figures in the order in which the question says what none of the others say."""
    text, own = pool.result.question.text, pool.coverage.own
    said = {c.figure.id: set(own.get(c.figure.id, {})) for c in members}

    def place(one: FigureCandidate) -> int:
        others = set[str]().union(*(terms for figure, terms in said.items() if figure != one.figure.id))
        return _first_said(text, said[one.figure.id] - others)

    return tuple(sorted(members, key=place))


def _first_said(text: str, wanted: Collection[str]) -> int:
    """Where in a text the first of some terms is complete; behind its end where none is."""
    ends = (found.end() for found in re.finditer(r"\w(?!\w)|[\u4e00-\u9fff]", text))
    return next((end for end in ends if any(term in all_terms(text[:end]) for term in wanted)), len(text) + 1)


OUTCOMES: Final[Mapping[Kind, Callable[[Pool, Demand], _Found]]] = {
    "share": _shares,
    "joint": _joints,
    "times": _times,
    "ratio": _ratios,
    "per": _pers,
    "difference": _differences,
    "rest": _rests,
    "sum": _sums,
    "average": _averages,
}
"""For each operation, every set of a pool that it can be done to, how well the set fits, and what it comes to."""
