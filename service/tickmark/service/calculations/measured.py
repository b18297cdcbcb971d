"""Measures that analysts work out of the statements: margins, turnovers, days, coverage.

Every operand is the line of that name in the primary statement, of the very day or year, all of one filing. Where one
is not there, or stands there twice with different values, nothing is worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from tickmark.index.asked.formulas import Formula, Leaf, defined_in, leaves, read_formula
from tickmark.index.checking.sameness import besides
from tickmark.index.filters import issuer_key
from tickmark.index.model import FilingSummary
from tickmark.index.question import Question, asked_in
from tickmark.index.search import Searcher, SearchResult
from tickmark.index.statements.lines import line_named
from tickmark.index.statements.measures import OF_A_PART, Measure, measure_named, measures_in
from tickmark.index.words.terms import terms
from tickmark.ingest.metadata import EVENTS
from tickmark.ingest.model import Period
from tickmark.service.calculations.evaluate import Book, Worked, evaluate
from tickmark.service.calculations.operations import over_periods_asked
from tickmark.service.fitting import Decision
from tickmark.service.members import months_of
from tickmark.service.model import Calculation
from tickmark.service.wording import amount, label_of, period_words, with_unit

__all__ = ["measured", "prints_it", "stated"]

_HUNDREDTH: Final = Decimal("0.01")
# other numbers than the lines of the statements as they stand
_NOT_AS_PRINTED: Final = re.compile(
    r"\b(?<!un)(?:non[- ]?gaap|core|normali[sz]ed|pro forma|excluding|excl|except|per (?!cents?\b|annum\b|year\b)\w+"
    r"|numerator|denominator|budget\w*|quarter(?:ly)?|peers?|industry|sector|accumulated"
    r"|gross(?! (?:profit|margins?)))\b"
    r"|经调整|經調整|预计|預計",
    re.IGNORECASE,
)
_MOVING: Final = re.compile(
    r"\b(?:improv\w*|increas\w*|decreas\w*|declin\w*|chang\w*|compar\w*|better|worse|higher|lower|trend\w*"
    r"|gr[eo]w\w*)\b"
    r"|提高|下降|上升|变化|變化|同比",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"\s*\(\w{1,2}\)$")  # of a footnote behind a label
_LOOKED_AT: Final = 30
_SAYING_LITTLE: Final = frozenset({"net", "amount", "total", "valu", "end", "balanc", "year"})
_ANNUAL: Final = ("10-K", "20-F", "40-F")


class _Asked(NamedTuple):
    """What is to be worked out: its name, the ways to do it for each of its measures, and its unit."""

    name: str
    ways: tuple[tuple[Formula, ...], ...]
    unit: str


class _Year(NamedTuple):
    """What came out for one period."""

    span: Period
    worked: tuple[Worked, ...]


def prints_it(made: Decision, question: Question) -> bool:
    """Whether an answer's first figure is printed under the very name of the measure that is asked for.

    "Changes in working capital" are no working capital.
    """
    measure = _measure(question)
    if not made.figures or measure is None or question.definition:
        return False
    figure = made.figures[0].figure
    named = (*figure.label_path[-1:], *figure.column_path)
    label = next((part for part in named if measure.pattern.search(part)), None)
    further = asked_in(measure.pattern.sub(" ", f"{label} {' '.join(besides(figure))}")) if label else ()
    known = _SAYING_LITTLE | {want.term for want in question.asked}
    return label is not None and all(want.term in known for want in further)


def measured(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The measure that a question names or defines, worked out for each period asked for; None where any part fails."""
    question = result.question
    asked = _asked(question)
    if asked is None or _of_something_else(question) or _of_a_line(result):
        return None
    for filing in _in_order(question, result.filings):
        spans = _spans(question, filing)
        book = Book(searcher, filing)
        years = [_year(book, asked, span) for span in spans]
        if years and all(year is not None and _in_currency(question, asked, year.worked) for year in years):
            return _said(book, question, asked, [year for year in years if year])
    return None


def stated(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The line that a question asks for, of the statement that it names; None where it asks for more than the line."""
    question = result.question
    named = [m for m in measures_in(question.text) if not m.formula]
    if len(named) != 1 or not question.statements or question.change or _of_something_else(question):
        return None
    lines = [name for kind, names in named[0].lines if kind in question.statements for name in names]
    further = asked_in(named[0].pattern.sub(" ", question.rest), issuers=question.issuers)
    if len(lines) != 1 or line_named(lines[0]) is None or any(w.term not in _SAYING_LITTLE for w in further):
        return None
    for filing in _in_order(question, result.filings):
        spans = _spans(question, filing)
        worked = evaluate(Book(searcher, filing), Leaf(lines[0]), spans[0]) if len(spans) == 1 else None
        if worked is not None and question.demanded in {None, worked.operands[0].figure.currency}:
            figure = worked.operands[0].figure
            by = f" ({filing.issuer})" if filing.issuer else ""
            text = f"{label_of(figure)}: {amount(figure)} {period_words(figure.period)}{by}."
            return Decision("answered", text, figures=list(worked.operands))
    return None


def _of_something_else(question: Question) -> bool:
    """Whether a part of the company is asked about, a story, or numbers that the statements do not print."""
    other = _NOT_AS_PRINTED.search(question.text) or OF_A_PART.search(question.text)
    return other is not None or bool(question.names) or bool(question.strangers)


def _of_a_line(result: SearchResult) -> bool:
    """Whether the word before the measure is itself what a row is named: "services gross margin" is not that of all."""
    measure = _measure(result.question)
    said = measure.pattern.search(result.question.rest) if measure is not None else None
    before = terms(result.question.rest[: said.start()])[-1:] if said is not None else ()
    rows = (
        tuple(terms(_NOTE.sub("", c.figure.label_path[-1]))) for c in result.figures[:_LOOKED_AT] if c.figure.label_path
    )
    return bool(before) and tuple(before) in rows


def _in_currency(question: Question, asked: _Asked, worked: Sequence[Worked]) -> bool:
    """Whether sums of money are in the currency that the question wants; ratios are in none."""
    sums = [w for w in worked if w.amount and not asked.unit]
    return all(question.demanded in {None, w.operands[0].figure.currency} for w in sums)


def _measure(question: Question) -> Measure | None:
    named = [measure for measure in measures_in(question.text) if measure.formula]
    return named[0] if len(named) == 1 else None


def _asked(question: Question) -> _Asked | None:
    measure = _measure(question)
    defined = defined_in(question.definition)
    if measure is None:
        return None
    ways = tuple(tuple(_read(part)) for part in ([defined] if defined else measure.formula.split(";")))
    said = measure.pattern.search(question.text)
    name = said[0] if said and said[0].isupper() else measure.key.replace("_", " ").capitalize()
    return _Asked(name, ways, measure.unit) if all(ways) else None


def _read(text: str) -> Iterator[Formula]:
    """Each way of a formula that is made of known lines and of other measures."""
    for way in text.split(" or "):
        tree = read_formula(way)
        if tree is not None and all(_known(leaf) for leaf in leaves(tree)):
            yield tree


def _known(leaf: Leaf) -> bool:
    nested = measure_named(leaf.name)
    return line_named(leaf.name) is not None or (nested is not None and leaf.take == "value" and bool(nested.formula))


def _in_order(question: Question, filings: Sequence[FilingSummary]) -> list[FilingSummary]:
    """The filings to work it out of: of the year asked for before later ones, annual reports before releases."""
    issuers = {issuer_key(f.issuer) for f in filings}
    dated = [f for f in filings if _end(f) and months_of(f.period or Period("none")) in {0, 11, 12, 13}]
    if not dated or (len(issuers) > 1 and len(question.issuer_keys) != 1):
        return []
    asked = max((p.end or "" for p in question.spans), default="") or max(_end(f) for f in dated)

    def order(filing: FilingSummary) -> tuple[int, bool, str]:
        years = (date.fromisoformat(_end(filing)) - date.fromisoformat(asked)).days / 365
        report = (filing.form or "").startswith(_ANNUAL) or filing.form == "annual report"
        return round(years), not report or filing.form in EVENTS, filing.id

    return sorted((f for f in dated if 0 <= order(f)[0] <= 2), key=order)


def _end(filing: FilingSummary) -> str:
    return (filing.period.end if filing.period else None) or ""


def _spans(question: Question, filing: FilingSummary) -> list[Period]:
    """The periods asked for, the filing's own where none is; none at all where one is no year and no day."""
    spans = list({p.end: p for p in question.spans_for(filing.period)}.values())
    if not spans and filing.period is not None:
        spans = [filing.period]
    whole = all(p.end and (p.kind == "instant" or 11 <= months_of(p) <= 13) for p in spans)
    return sorted(spans, key=lambda p: p.end or "") if whole else []


def _year(book: Book, asked: _Asked, span: Period) -> _Year | None:
    """Each measure for one period; None where one cannot be worked out."""
    found = [_first(book, ways, span) for ways in asked.ways]
    worked = tuple(w for w in found if w is not None)
    return _Year(span, worked) if len(worked) == len(found) else None


def _first(book: Book, ways: Sequence[Formula], span: Period) -> Worked | None:
    return next((made for way in ways if (made := evaluate(book, way, span)) is not None), None)


def _year_before(book: Book, asked: _Asked, span: Period) -> _Year | None:
    """The same of the year before, where the filing prints it."""
    if span.start is None or span.end is None or "02-29" in {span.start[5:], span.end[5:]}:
        return None
    start, end = (f"{int(day[:4]) - 1}{day[4:]}" for day in (span.start, span.end))
    return _year(book, asked, Period(span.kind, start, end, end[:4]))


def _result(worked: Worked, unit: str) -> tuple[Decimal, str | None]:
    """What came out, rounded unless it is a sum of money, and its unit."""
    if worked.amount and not unit:
        return worked.value, worked.operands[0].figure.currency
    value = worked.value * 100 if unit == "%" else worked.value
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP), unit or None


def _said(book: Book, question: Question, asked: _Asked, years: list[_Year]) -> Decision:
    """The decision: the average over the years where that is asked for, else each; the arithmetic is the last one's."""
    last = years[-1].worked[0]
    expression = last.expression
    if over_periods_asked(question.text, len(years))[0] == "average" and len(years) > 1:
        mean = sum((year.worked[0].value for year in years), Decimal(0)) / len(years)
        last = last._replace(value=mean)
        expression = f"({' + '.join(f'({year.worked[0].expression})' for year in years)}) / {len(years)}"
        lead = f"average of {with_unit(*_result(last, asked.unit))} over "
    else:
        lead = ""
        if len(years) == 1 and _MOVING.search(question.text):
            before = _year_before(book, asked, years[0].span)
            years = [before, *years] if before else years
    each = "; ".join(
        f"{with_unit(*_result(worked, asked.unit))} {period_words(year.span)} ({worked.words})"
        for year in years
        for worked in year.worked
    )
    operands = list({c.figure.id: c for year in years for worked in year.worked for c in worked.operands}.values())
    named = "; ".join(f"{label_of(c.figure)} {amount(c.figure)} {period_words(c.figure.period)}" for c in operands)
    by = f" ({book.filing.issuer})" if book.filing.issuer else ""
    text = re.sub(r"\s+", " ", f"{asked.name}: {lead}{each}{by}. Worked out of {named}.")
    result, unit = _result(last, asked.unit)
    expression += " x 100" if asked.unit == "%" else ""
    return Decision("answered", text, figures=operands, calculation=Calculation(expression, result, unit))
