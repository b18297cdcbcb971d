"""The sides of a calculation: a part of the question's words each, searched as a question of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tickmark.index.asked.left_out import adds_up, left_out
from tickmark.index.asked.named_unit import UNITS
from tickmark.index.asked.set_aside import set_aside
from tickmark.index.checking.sameness import JOINING, PEOPLE, unit_key
from tickmark.index.question import WEAK_CONCEPTS, Question, asked_in
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import is_concept, terms
from tickmark.index.words.unit_families import family
from tickmark.ingest.model import Figure, Period
from tickmark.service.fitting import LIMITS, fits
from tickmark.service.wording import unit_words

__all__ = [
    "TAKEN_OFF",
    "addable",
    "another",
    "countable",
    "counts_another",
    "divided_otherwise",
    "is_divided",
    "named_metric",
    "of_any_measure",
    "of_each_one",
    "of_other_limits",
    "of_pay",
    "only_bounded",
    "operand",
    "operand_question",
    "says_apart",
    "takes_off",
    "told_per_head",
    "unit_of",
]

# words that make another thing of what they stand before: what is left over, what has gathered over the years
_OTHER = re.compile(r"\bother\b(?!\s+than\b)|其他|其它", re.IGNORECASE)
_ACCUMULATED = re.compile(r"\baccumulated\b|累计|累計", re.IGNORECASE)
_APART = (_OTHER, _ACCUMULATED)
TAKEN_OFF = re.compile(
    r"\b(?:excluding|excludes?|excl\b\.?|except|without|exclusive of|deducting|leaving out|other than|before|ex"
    r"|adjusted|net of|non[- ]?(?:recurring|gaap|core)|underlying)\b|扣除|剔除|不含|不包括|除去",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?P<a>\d+)\s+(?:or|and)\s+(?:younger|under|below|less|fewer|older|over|above|more|up)\b"
    r"|\b(?:under|below|over|above|older than|younger than|up to|at least|at most)\s+(?P<b>\d+)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:pay|paid|salar(?:y|ies)|wages?|remunerat\w+|compensation|earns?|earned|earnings)\b|薪|[工年月]资|[工年月]資",
    re.IGNORECASE,
)
_EACH_ONE = re.compile(r"/|\b(?:per|average|mean|rates?|intensity)\b|[每均率]", re.IGNORECASE)
_BOUNDS = frozenset({"more than", "less than", "at least", "at most"})
_PER = re.compile(r"(?:\bper\b|/)\s*(?P<by>.+)$", re.IGNORECASE)
_DONE = re.compile(
    r"^\W*(?:[\w-]+\s+){0,2}?(?:sessions?|courses?|classes|events?|meetings?|drills?|activit(?:y|ies)|cases?|incidents?|accidents?"
    r"|visits?|audits?"
    r"|projects?|awards?|sites?|plants?|factor(?:y|ies)|suppliers?|customers?|patents?)\b|^[场場次宗件项項]",
    re.IGNORECASE,
)
_HEADS = frozenset(term for word in (*PEOPLE, "head", "capita") for term in terms(word))
_ATTENDING = frozenset(term for word in ("participants", "attendees", "trainees", "learners") for term in terms(word))
_RATES = frozenset({"%", "percentage points"})
_WEEK = 8
_WHOLLY = 0.95  # of what was asked: a line of the same column may say more, and still be meant
_NEAR = 0.15  # how much a figure of the same table may fit less well than one from elsewhere


def named_metric(part: str) -> bool:
    """Whether some words of a question name a metric: more than fillers, units and words that only qualify one."""
    return any(want.weight >= 1.0 and want.term not in WEAK_CONCEPTS for want in asked_in(part))


def operand_question(question: Question, part: str) -> str:
    """``part`` as a question by itself, about the same issuer and periods."""
    when = " ".join(dict.fromkeys(p.text for p in question.spans))
    issuer = question.issuers[0] if question.issuers else ""
    numbered = "," if part[-1:].isdigit() else ""  # "motion 2, May 2024" is of no second of May
    return f"{issuer} {part}{numbered} {when}"


def _one_table(a: Figure, b: Figure) -> bool:
    return a.cell is not None and b.cell is not None and a.cell.table == b.cell.table


def _alike(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are of one unit. In one table a number without a unit is of that of its neighbours.

    Accounts print the sign of the currency in their first and last rows only.
    """
    if unit_key(a.figure) == unit_key(b.figure) or _of_a_year(a.figure) == _of_a_year(b.figure):
        return True
    bare = [c.figure for c in (a, b) if not c.figure.unit and c.figure.currency is None]
    other = b if bare and bare[0] is a.figure else a
    together = a.filing.id == b.filing.id and _one_table(a.figure, b.figure)
    return len(bare) == 1 and together and other.figure.currency is not None and "/" not in (other.figure.unit or "")


def _of_a_year(figure: Figure) -> tuple[str, str | None]:
    """The unit, whether or not it says that it is of a year: "tonnes/year" of a year are tonnes."""
    unit, currency = unit_key(figure)
    whole = re.sub(r"\s*(?:/|\bper)\s*(?:year|annum)$", "", unit)
    return (whole.rstrip("s"), currency)


def addable(figures: Sequence[FigureCandidate]) -> bool:
    """Whether figures may be added, subtracted and averaged: one unit, and no scale that was read for some only.

    Two cells of one row, printed alike, of which one is in millions and the other is not, were not both read right.
    """
    first = figures[0]
    for other in figures[1:]:
        if not _alike(first, other):
            return False
        one_row = first.row.id == other.row.id and first.figure.origin == "cell"
        if one_row and first.figure.scale != other.figure.scale:
            return False
        if _one_table(first.figure, other.figure) and first.filing.id == other.filing.id:
            scales = {first.figure.scale, other.figure.scale}
            if len(scales) == 2 and 1 in scales and not (first.figure.unit and other.figure.unit):
                return False
    return True


def unit_of(figures: Sequence[FigureCandidate]) -> str | None:
    """The unit that the figures share."""
    return next((unit for c in figures if (unit := unit_words(c.figure))), None)


def countable(divisor: Figure, phrase: str) -> bool:
    """Whether a divisor is a number of things; what is measured has to be asked for in its unit ("per tonne")."""
    unit = divisor.unit or ""
    measured = divisor.currency is not None or unit in _RATES or UNITS.fullmatch(unit) is not None
    return not measured or bool(set(terms(unit)) & set(terms(phrase)))


def is_divided(figure: Figure) -> bool:
    """Whether a figure is told per something already."""
    return any(_PER.search(said) for said in (*figure.label_path[-1:], figure.unit or ""))


def divided_otherwise(figure: Figure, divisor: str) -> bool:
    """Whether a figure is told per something else than is to divide it: per unit of revenue, not per employee.

    Per head is per whoever is counted.
    """
    found = " ".join(m["by"] for said in (*figure.label_path[-1:], figure.unit or "") if (m := _PER.search(said)))
    wanted, own = set(terms(divisor)) - JOINING, set(terms(found)) - JOINING
    measured = family(divisor)
    if not own or not wanted or own & _HEADS or (measured is not None and measured == family(found)):
        return False
    return not wanted & own


def told_per_head(figure: Figure, divisor: str) -> bool:
    """Whether a figure is told per head where it is asked for per thing that is held or done: per session."""
    found = (m["by"] for said in figure.label_path if (m := _PER.search(said)))
    return _DONE.search(divisor) is not None and any(not _HEADS.isdisjoint(terms(by)) for by in found)


def takes_off(text: str) -> bool:
    """Whether a text takes something off what it names: "adjusted", "excluding", "before".

    What is asked for before something is stripped out has it in.
    """
    return TAKEN_OFF.search(left_out(set_aside(text).rest).rest) is not None


def another(text: str, figure: Figure) -> bool:
    """Whether one of question and label says "other", or "accumulated", and the other does not: it is another thing.

    So is one that takes nothing off where the question does ("profit without one-off items").
    """
    label = " ".join((*figure.label_path[-1:], *figure.column_path))
    if takes_off(text) and not takes_off(" ".join((*figure.label_path, *figure.column_path))):
        return True
    if _ACCUMULATED.search(text) and adds_up(label):
        return _OTHER.search(text) is None and _OTHER.search(label) is not None  # "since it was founded"
    return any((word.search(text) is None) != (word.search(label) is None) for word in _APART)


def of_any_measure(part: FigureCandidate, whole: FigureCandidate) -> bool:
    """Whether a part is named by its segment alone, in another table than the whole: of whatever measure that is."""
    a, b = part.figure, whole.figure
    named = {t for label in a.label_path for t in terms(label) if is_concept(t)}
    if a.cell is None or not named or named - {"SEGMENT"}:
        return False
    return b.cell is None or part.filing.id != whole.filing.id or a.cell.table != b.cell.table


def of_pay(text: str) -> bool:
    """Whether a text speaks of what people are paid: that is money."""
    return _PAY.search(text) is not None


def only_bounded(figure: Figure) -> bool:
    """Whether a sentence tells only what a number is more or less than: a rule's limit, and no amount."""
    return figure.origin != "cell" and not _BOUNDS.isdisjoint(figure.qualifiers)


def of_each_one(figure: Figure) -> bool:
    """Whether a figure is told of each one, and not of all together: hours per capita, an average, a rate."""
    return _EACH_ONE.search(" ".join((*figure.label_path, figure.unit or ""))) is not None


def counts_another(figure: Figure, phrase: str) -> bool:
    """Whether a sentence counts other things by their own name than are asked for: 13 complaints are no customers."""
    unit = set(terms(figure.unit or ""))
    if figure.origin == "cell" or figure.currency is not None or not unit or UNITS.fullmatch(figure.unit or ""):
        return False
    named = set(terms(phrase))
    return not unit & (_HEADS | named | (_ATTENDING if named & _ATTENDING else frozenset()))


def says_apart(figure: Figure, text: str) -> bool:
    """Whether a label says "other", or "accumulated", and the text does not."""
    label = " ".join((*figure.label_path[-1:], *figure.column_path))
    return any(word.search(label) is not None and word.search(text) is None for word in _APART)


def of_other_limits(figure: Figure, text: str) -> bool:
    """Whether a label is of a range that ends or begins with a number where all below or above it is asked for."""
    label = " ".join((*figure.label_path, *figure.column_path))
    numbers = {found["a"] or found["b"] for found in _OPEN.finditer(text)}
    return any(re.search(rf"\d\s*(?:-|–|to)\s*{n}\b|\b{n}\s*(?:-|–|to)\s*\d", label) for n in numbers)


def operand(
    searcher: Searcher,
    result: SearchResult,
    part: str,
    beside: FigureCandidate | None,
    *,
    same_unit: bool = True,
    rates: bool = False,
    line: bool = False,
) -> FigureCandidate | None:
    """The best amount for one side, or None.

    Rates are no operands unless ``rates`` is true. The second side (``beside`` is the first) must be of the same
    period, and of the same unit unless ``same_unit`` is false (a quotient: tonnes per employee); one from the same
    column of the same table is taken before one from elsewhere that fits a little better. ``line``: another line of it
    column may say more than was asked, as long as it says all of that.
    """
    fitting = []
    for candidate in searcher.again(operand_question(result.question, part), result).figures[:30]:
        figure = candidate.figure
        if figure.value is None or (figure.unit in _RATES and not rates) or not fits(candidate):
            continue
        if candidate.features.cover < LIMITS.cover or candidate.features.change > 0 or another(part, figure):
            continue
        if of_other_limits(figure, part):
            continue
        if figure.origin != "cell" and candidate.features.own < LIMITS.own_change:
            continue  # the words around a number of a sentence are too loose to reckon with
        if beside is not None and not _belongs(candidate, beside, same_unit=same_unit, line=line):
            continue
        fitting.append(candidate)
    if beside is not None and beside.figure.cell is not None:
        near = [c for c in fitting if c.score >= fitting[0].score - _NEAR]
        column = [c for c in near if _same_column(c, beside)]
        fitting = [*column, *fitting]
    return fitting[0] if fitting else None


def _belongs(candidate: FigureCandidate, beside: FigureCandidate, *, same_unit: bool, line: bool) -> bool:
    ours, theirs = beside.figure.period, candidate.figure.period
    if same_unit and not addable([beside, candidate]):
        return False
    if ours and theirs and (ours.end != theirs.end or not _one_length(ours, theirs)):
        return False
    wholly = line and candidate.features.own >= _WHOLLY and _same_column(candidate, beside)
    if candidate.figure.origin == "cell" and candidate.features.precision < LIMITS.precision and not wholly:
        return False  # "Upper middle" for the upper quartile
    return candidate.figure.id != beside.figure.id


def _one_length(a: Period, b: Period) -> bool:
    """Whether two periods with one end are as long as each other; a day stands beside any of them."""
    if a.start is None or b.start is None:
        return True
    return abs((date.fromisoformat(a.start) - date.fromisoformat(b.start)).days) <= _WEEK


def _same_column(candidate: FigureCandidate, beside: FigureCandidate) -> bool:
    a, b = candidate.figure.cell, beside.figure.cell
    return (
        a is not None
        and b is not None
        and candidate.filing.id == beside.filing.id
        and (a.table, a.column) == (b.table, b.column)
    )
