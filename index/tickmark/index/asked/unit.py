"""Whether a figure's unit can be the one asked for: "how many tonnes", "in RMB", "what share", "how much was spent"."""

from __future__ import annotations

import re
from functools import lru_cache

from tickmark.index.asked.kind import asks_for_people, given_number, kind_fit
from tickmark.index.asked.number import asks_amount
from tickmark.index.question import Question
from tickmark.index.ranking.own_words import own_label
from tickmark.index.words.terms import all_terms
from tickmark.index.words.unit_families import PHYSICAL, family, only_families_of
from tickmark.ingest.model import Figure

__all__ = ["UnitFits", "unit_fit"]

_FOR_MONEY = re.compile(r"/\s*(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|AUD|[$€£¥])", re.IGNORECASE)
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})


def _is_intensity(unit: str) -> bool:
    """Whether a unit is so much of something for an amount of money: "kg/RMB'000 of revenue"."""
    return _FOR_MONEY.search(unit) is not None


def _named_unit(asked: str, figure: Figure, percent: bool, money: bool, rest: str) -> float:
    """The question names a measure: tonnes, MWh, hours."""
    wanted, found = family(asked), family((figure.unit or "").partition("/")[0])
    if wanted == "points":
        return 0.4 if figure.unit == "percentage points" else -1.0
    if wanted != found and {wanted, found} <= only_families_of(rest):
        return 0.2  # a tonne of water is a cubic metre of it
    if wanted == found and _is_intensity(figure.unit or "") and _ASKS_MEAN.search(rest) is None:
        return -0.5  # so much for each thousand of revenue
    if wanted == found and _spelt(asked) != _spelt((figure.unit or "").partition("/")[0]):
        return 0.2  # kilograms asked for, and these are tonnes
    if wanted == found or (wanted == "mass" and found == "carbon") or {wanted, found} == {"shares", "votes"}:
        return 0.3
    if percent or money:
        return -1.0
    return -0.5 if not figure.unit else -0.8


_SPELT = {
    "kilogram": "kg",
    "kilo": "kg",
    "t": "tonne",
    "ton": "tonne",
    "tco2e": "tonne",
    "hr": "hour",
    "m³": "m3",
    "m²": "m2",
}
_POWERS = (("cubic met", "m3"), ("square met", "m2"), ("sq", "m2"))


def _spelt(unit: str) -> str:
    """A unit in one spelling."""
    bare = unit.lower().strip().removesuffix("s")
    power = next((short for long, short in _POWERS if bare.startswith(long)), bare)
    return _SPELT.get(power, power)


# what is told per share though nobody says so: earnings per share, a dividend, a price
_PER_SHARE = re.compile(r"\b(?:shares?|eps|dps|dividends?|price|par|nominal|nav)\b|每股|股息|股利", re.IGNORECASE)
_ASKS_PER_SHARE = re.compile(r"\b(?:per|each) share\b|每股", re.IGNORECASE)
_IN_ALL = re.compile(r"\b(?:paid|payments?|payout|cash|total|aggregate)\b", re.IGNORECASE)


@lru_cache(maxsize=1_024)
def _asks_per_share(asked: str) -> bool:
    return _ASKS_PER_SHARE.search(asked) is not None


def _told_per_share(question: Question, figure: Figure) -> bool:
    """Whether a sum is asked for and this is what each share gets of it: "cash dividends paid", not those per share."""
    if not (figure.unit or "").endswith("/share") or re.search(r"\bper\b|\beach\b|每股", question.rest, re.I):
        return False
    return not _PER_SHARE.search(question.rest) or _IN_ALL.search(question.rest) is not None


_ASKS_ALL = re.compile(
    r"\b(?:total|in all|altogether|overall|combined|summed|all told|sum|aggregate)\b|[总總]|合[计計]", re.I
)
_ASKS_MEAN = re.compile(
    r"\b(?:per|each|every|average|avg|mean|typical(?:ly)?|capita|intensity)\b|/|[每均]", re.IGNORECASE
)


@lru_cache(maxsize=4_096)
def _asks_all(asked: str) -> bool:
    return _ASKS_ALL.search(asked) is not None and _ASKS_MEAN.search(asked) is None


_PART = -0.4
_WHOLE = 0.15
_TOTAL_HEAD = re.compile(
    r"^(?:(?:19|20)\d\d\s+)?(?:grand\s+)?totals?\b|\btotal(?:\s+(?:19|20)\d\d)?$|^合[计計]$", re.IGNORECASE
)


@lru_cache(maxsize=4_096)
def _heads_total(column: tuple[str, ...]) -> bool:
    """Whether a column is headed as the total of those beside it."""
    return _TOTAL_HEAD.search(" ".join(column[-1:]).strip()) is not None


_IN_PART = re.compile(r"\b(?:non-?\s?current|current|short[- ]term|long[- ]term|due within)\b", re.IGNORECASE)


_REST = re.compile(r"\bother\b", re.IGNORECASE)
_HEADS_REST = re.compile(r"(?:all\s+)?other\b", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _is_rest(column: tuple[str, ...]) -> bool:
    """Whether a column is headed as what is left beside the others: "All other pay"."""
    return _HEADS_REST.match(" ".join(column[-1:]).strip()) is not None


def _told_in_part(question: Question, figure: Figure) -> bool:
    """Whether a figure is an average, or its own name says that it is one part: "Borrowings, non-current"."""
    if "PER_CAPITA" in all_terms(" ".join((*figure.label_path, *figure.column_path))):
        return True
    if _is_rest(figure.column_path) and not _REST.search(question.rest):
        return True
    own = " ".join(figure.label_path[-1:]) if figure.origin == "cell" else ""
    return _IN_PART.search(own) is not None and not (_IN_PART.search(question.rest) or _ASKS_ALL.search(own))


def _measured_in(question: Question) -> bool:
    """Whether a question says the unit of its answer ("in tonnes", "(MWh)"), not only names a thing measured in it."""
    named = rf"(?:\bin\s+(?:thousands?\s+|millions?\s+|1,?000\s+)?(?:of\s+)?|[(（,]\s*){re.escape(question.unit or '')}"
    return re.search(named, question.rest, re.IGNORECASE) is not None


class UnitFits:
    """How well the units of figures fit one question (:func:`unit_fit`).

    Of a cell it is told by unit and currency alone, where no total is asked for, and a question is compared with many
    cells of few units.
    """

    def __init__(self, question: Question) -> None:
        self._question = question
        self._all = _asks_all(question.rest)
        self._of_cells: dict[tuple[str | None, str | None], float] = {}

    def of(self, figure: Figure) -> float:
        """The fit of one figure."""
        if not self._all:
            return self._by_unit(figure)
        part = _PART if _told_in_part(self._question, figure) else _WHOLE if _heads_total(figure.column_path) else 0.0
        return max(-1.0, self._by_unit(figure) + part)

    def _by_unit(self, figure: Figure) -> float:
        if figure.origin != "cell":
            return _fit(self._question, figure)
        unit = figure.unit, figure.currency
        fit = self._of_cells.get(unit)
        if fit is None:
            fit = self._of_cells[unit] = _fit(self._question, figure)
        return fit


def unit_fit(question: Question, figure: Figure) -> float:
    """Above 0 where the unit is the one asked for, down to -1 where it cannot be.

    Less where the total is asked for and a label says that the figure is a part of it, or what each had of it.
    """
    return UnitFits(question).of(figure)


def _fit(question: Question, figure: Figure) -> float:
    if given_number(question, figure) or _other_currency(question, figure) or _of_pieces(question, figure):
        return -1.0
    return max(-1.0, _asked_unit(question, figure) + kind_fit(question, figure) + _yearly(question, figure))


_A_YEAR = re.compile(r"\b(?:(?:per|a|each|every) year|annually|yearly)\b|每年", re.IGNORECASE)
_PER_THING = re.compile(
    r"\bper (?P<thing>day|night|hour|barrel|ounce|oz|tonne|ton|pound|lb|mile|gallon|vessel|ship|room|bed|seat)\b"
    r"|\b(?P<daily>daily)\b",
    re.IGNORECASE,
)
_SAYS_PER = re.compile(r"\b(?:per|each|every|a|daily|rates?|unit|intensity|average)\b|/", re.IGNORECASE)
_ALL_OF_IT = -0.3


def _yearly(question: Question, figure: Figure) -> float:
    """Above 0 for so much a year or a day, where it is asked for like that; below 0 for all of it."""
    unit = figure.unit or ""
    if unit.endswith("/year") and _A_YEAR.search(f"{question.rest} {question.text}"):
        return 0.25
    asked = _PER_THING.search(question.rest)
    if asked is None:
        return 0.0
    thing = (asked["thing"] or "day").lower()
    if unit.endswith(f"/{thing}"):
        return 0.25
    return 0.0 if _SAYS_PER.search(" ".join((unit, *figure.label_path, *figure.column_path))) else _ALL_OF_IT


def _other_currency(question: Question, figure: Figure) -> bool:
    """Whether the question demands one currency and the figure is in another."""
    return question.demanded is not None and figure.currency is not None and figure.currency != question.demanded


def _of_pieces(question: Question, figure: Figure) -> bool:
    """Whether pieces of something are asked for and this is how heavy they are, or how large."""
    return family(figure.unit or "") in PHYSICAL and question.unit is None and _PIECES.search(question.rest) is not None


def _time(question: Question, figure: Figure) -> bool:
    """Whether a figure is a stretch of time where something else was to be counted."""
    unit = (figure.unit or "").lower().rstrip("s").rsplit(" ", maxsplit=1)[-1]  # "working days" are days
    return unit in _TIMES and unit not in question.rest.lower()


_NAMED_SCORE = re.compile(r"\b(?:score|rating)s?\W*$", re.IGNORECASE)
_SCORE = re.compile(r"points?|scores?|marks?|stars?|分", re.IGNORECASE)


def _scored(question: Question, figure: Figure) -> bool:
    """Whether a figure is a score where something was to be counted: "how many complaints", and not 98 points."""
    if _SCORE.search(question.rest) is not None:
        return False
    return _SCORE.fullmatch(figure.unit or "") is not None or (
        not figure.unit and _NAMED_SCORE.search(own_label(figure)) is not None
    )


def _counts_things(figure: Figure) -> bool:
    """Whether a figure is so many of something that has no measure: programmes, stores."""
    return figure.currency is None and bool(figure.unit) and family(figure.unit or "") is None


# told in points or in percent, whichever the questionnaire had
_IN_EITHER = re.compile(r"\bsatisf\w*|满意|滿意", re.IGNORECASE)
_PIECES = re.compile(r"\b(?:items|pieces|pcs)\b", re.IGNORECASE)  # are counted, however heavy
_IN_COINS = re.compile(r"(?:\bin |\()(?:pence|pennies|cents)\b", re.IGNORECASE)


def _coins(figure: Figure) -> float:
    """The fit of a figure where pence or cents are asked for: in what else money is told will do."""
    if (figure.unit or "").startswith(("pence", "cent")):
        return 0.3
    return 0.0 if figure.currency is not None else -1.0


def _of_money(question: Question, figure: Figure) -> float:
    """The fit where an amount of money is asked for: a sentence that counts things, or tells a share, has none."""
    percent = figure.unit in {"%", "percentage points"}
    if figure.currency is not None:
        return 0.2
    if figure.origin == "prose" and (percent or _counts_things(figure)) and asks_amount(question.rest):
        return -1.0
    return -0.5 if percent else -0.1


def _asked_unit(question: Question, figure: Figure) -> float:
    if _IN_COINS.search(question.rest):
        return _coins(figure)
    if _told_per_share(question, figure):
        return -0.6
    if _asks_per_share(question.rest) and not (question.percent or question.strong_percent or question.change):
        return 0.3 if (figure.unit or "").endswith("/share") else -0.8 if figure.unit == "%" else -0.3
    percent = figure.unit in {"%", "percentage points"}
    money = figure.currency is not None
    if (question.amount and percent) or (question.currency and not money):
        return -1.0
    of_shares = family(question.unit or "") in {"shares", "votes"}
    part_asked = percent and (question.strong_percent or question.change) and not _measured_in(question)
    if part_asked and question.unit is not None and family(question.unit) != "points":
        return 0.3 if question.strong_percent else 0.0  # "training hours" name no unit for their growth
    # "how much was lent against the shares"
    of_money = question.spending and not question.count and family(question.unit or "") == "shares"
    if question.unit is not None and not (
        of_shares and (question.strong_percent or of_money or asks_for_people(question))
    ):
        return _named_unit(question.unit, figure, percent, money, question.rest)
    if question.strong_percent:
        return 0.4 if percent else -0.8
    if question.count:
        return -0.9 if percent or money or _time(question, figure) or _scored(question, figure) else 0.2
    if question.spending and not money and not (percent and question.change):
        return -0.8 if percent or figure.unit else -0.7  # what is so many shares, or payments, was not paid
    if question.percent:
        if figure.unit and not (percent or money or family(figure.unit) or "/" in figure.unit):
            return -0.2  # so many sessions are no coverage
        return 0.3 if percent else (-0.4 if money and not question.money else 0.0)
    if question.money and not question.change:
        return _of_money(question, figure)
    told = question.change or _IN_EITHER.search(question.rest) is not None
    return (-0.1 if figure.origin == "prose" else -0.3) if percent and not told else 0.0
