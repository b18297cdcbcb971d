"""When two figures are of the same metric, of the same time, and say the same."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tickmark.index.ranking.own_words import full_path
from tickmark.index.search import FigureCandidate
from tickmark.index.words.stems import stem
from tickmark.index.words.tagged import other_tag
from tickmark.index.words.terms import is_concept, terms
from tickmark.ingest.model import Figure, FigureRow, Period

__all__ = [
    "COMMON",
    "DIVIDING",
    "JOINING",
    "PARTS",
    "PEOPLE",
    "beside_period",
    "besides",
    "differ",
    "far_apart",
    "in_full",
    "metric_names",
    "of_period_column",
    "same_metric",
    "same_time",
    "same_value",
    "unit_key",
]

# words that a label may have or lack and still name the same metric
COMMON: Final = frozenset(
    [
        "total",
        "number",
        "of",
        "the",
        "amount",
        "by",
        "annual",
        "reach",
        "compani",
        "in",
        "and",
        "overal",
        "for",
        "a",
        "to",
        "is",
        "was",
        "on",
        "at",
        "year",
        "EMPLOYEE",
        "PERCENTAGE",
    ]
)
# what a group is divided by
DIVIDING: Final = frozenset(
    [
        "REGION",
        "AGE",
        "GENDER",
        "categori",
        "type",
        "method",
        "depart",
        "number",
        "total",
        "amount",
        "percentag",
        "kind",
    ]
)
# names of parts: what a breakdown lists
PARTS: Final = frozenset(
    {
        "MALE",
        "FEMALE",
        "SENIOR_MANAGEMENT",
        "MIDDLE_MANAGEMENT",
        "JUNIOR_MANAGEMENT",
        "MANAGEMENT",
        "NON_MANAGEMENT",
        "AGE_UP_TO_30",
        "AGE_31_TO_40",
        "AGE_41_TO_50",
        "AGE_OVER_50",
        "LOCAL",
        "FOREIGN",
        "EMPLOYEE",
        "other",
        "basic",
        "rest",
    }
)
PEOPLE: Final = frozenset(["person", "persons", "people", "employees", "employee", "staff", "headcount"])
# stems of what a column's header says of the period alone
_CALENDAR: Final = frozenset(
    stem(word)
    for word in (
        "reporting", "current", "previous", "prior", "same", "last", "this", "corresponding", "preceding", "rmb",
        "yuan",
        "three", "six", "nine", "twelve", "month", "quarter", "half", "year", "week", "fiscal", "financial",
        "period", "ended", "ending", "end", "as", "at", "of", "on", "to", "from", "for", "the", "and", "in",
        "date", "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
        "oct", "nov", "dec", "q1", "q2", "q3", "q4", "h1", "h2", "fy", "audited", "unaudited", "restated",
        "thousand", "million", "billion",
    )
)  # fmt: skip
_FISCAL: Final = re.compile(r"(?:fy|cy|[hq][1-4])\d{0,4}")  # "FY2024" is a period as well
JOINING: Final = frozenset(["of", "the", "in", "for", "by", "and", "a", "to"])


def same_value(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same, within the rounding of the coarser one."""
    if a.low is not None or b.low is not None:
        return (a.low, a.high, a.scale) == (b.low, b.high, b.scale)
    if a.value is None or b.value is None:
        return a.status == b.status
    return abs(a.value - b.value) <= max(_half_unit(a), _half_unit(b))


def _half_unit(figure: Figure) -> Decimal:
    """Half a unit of the last printed digit; more for qualified figures, which say that they are not exact."""
    exponent = figure.number.as_tuple().exponent if figure.number is not None else 0
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * figure.scale
    return step * (5 if figure.qualifiers else 1) / 2


def _name(text: str) -> frozenset[str]:
    """The words of a label that tell it from others; all of them when nothing else is left."""
    words = frozenset(terms(text))
    return words - COMMON or words


def metric_names(figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of the innermost label, and of all labels: figures of one metric share one of the two."""
    return (_name(figure.label_path[-1]) if figure.label_path else frozenset()), _whole(figure)


def in_full(figure: Figure, row: FigureRow) -> Figure:
    """A figure of a table with the label of its row, which names what its group leaves out ("By gender")."""
    return replace(figure, label_path=full_path(figure, row))


def same_metric(a: Figure, b: Figure) -> bool:
    """Whether two labels name the same thing: the innermost agree, and the groups too where those say too little."""
    if not a.label_path or not b.label_path or other_tag(a, b):
        return False
    if (a.concept is None) != (b.concept is None) and far_apart(a, b):
        return False  # where pages are tagged, an untagged number of another size is a part, or a total
    if a.origin != b.origin and far_apart(a, b):
        return False  # a number set large on its own often leaves out what it is a part of
    if not (_telling(_whole(a)) and _telling(_whole(b))):
        return False
    if _whole(a) == _whole(b):
        return True
    if _name(a.label_path[-1]) != _name(b.label_path[-1]):
        return False
    if a.origin != b.origin:
        return all(len(f.label_path) == 1 or _words(f) >= 2 for f in (a, b))
    ours, theirs = _group(a), _group(b)
    if a.origin == "cell" and min(_words(a), _words(b)) >= 3 and not (ours and theirs):
        return True  # "By category" says nothing more than the label below it
    return ours == theirs


def _whole(figure: Figure) -> frozenset[str]:
    """The words of all labels together, without those that only join or divide."""
    return frozenset(terms(" ".join(figure.label_path))) - DIVIDING - JOINING


def _telling(words: frozenset[str]) -> bool:
    """Whether words name a metric, and not only a part of one ("Male", "Jiangxi", "Total")."""
    left = words - PARTS
    return len(left) >= 2 or any(is_concept(w) for w in left)


def far_apart(a: Figure, b: Figure) -> bool:
    """Whether one value is more than twice the other."""
    if a.value is None or b.value is None:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return high > 2 * low


def _group(figure: Figure) -> frozenset[str]:
    """The telling words of the outer labels: what is divided, not by what."""
    return frozenset(terms(" ".join(figure.label_path[:-1]))) - DIVIDING - JOINING


def _words(figure: Figure) -> int:
    """How many words the innermost label has: "Female" alone names no metric."""
    return len(frozenset(terms(figure.label_path[-1])) - JOINING)


def unit_key(figure: Figure) -> tuple[str, str | None]:
    """What must agree for two figures to be comparable: unit without its plural, and currency."""
    unit = (figure.unit or "").lower().rstrip("s")
    return ("person" if unit in PEOPLE else unit), figure.currency


def _effective(candidate: FigureCandidate) -> Period | None:
    """A call-out that names no period speaks of its filing's."""
    if candidate.figure.period is None and candidate.figure.origin == "callout":
        return candidate.filing.period
    return candidate.figure.period


def same_time(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two figures are of the same stretch of time, or of the same moment."""
    ours, theirs = _effective(a), _effective(b)
    if ours is None or theirs is None or ours.end != theirs.end:
        return False
    return ours.start == theirs.start or "instant" in {ours.kind, theirs.kind}


def of_period_column(figure: Figure) -> bool:
    """Whether the figure's column is a period, so that its row alone names the metric ("Shares held" is none)."""
    if not figure.column_path:
        return True
    return figure.period is not None and figure.period.text in " ".join(figure.column_path)


def besides(figure: Figure) -> frozenset[str]:
    """The words of a figure's column beside its period and its unit: "Change" and "Core" tell of another metric."""
    return beside_period(figure, " ".join(figure.column_path))


def beside_period(figure: Figure, head: str) -> frozenset[str]:
    """The words of a column's header that are of no period and no unit."""
    words = frozenset(t for t in terms(head) if t[:1].isalpha() and t.isascii() and not _FISCAL.fullmatch(t))
    return words - _CALENDAR - frozenset(terms(figure.unit or ""))


def differ(a: Figure, b: Figure) -> bool:
    """Whether two figures contradict each other.

    Brackets around what is taken off elsewhere contradict nothing; nor does a number whose scale was not told there.
    """
    if same_value(a, b):
        return False
    if a.value is None or b.value is None:
        return True
    if a.number is not None and b.number is not None and abs(a.number) == abs(b.number):
        return 1 not in (a.scale, b.scale) and a.scale != b.scale
    return abs(a.value + b.value) > max(_half_unit(a), _half_unit(b))
