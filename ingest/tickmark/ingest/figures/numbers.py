"""Numbers as filings print them, in cells and in running text.

:func:`scan` finds every number with what belongs to it: sign, currency, scale word, unit, qualifier, footnote mark.
Nothing here knows of tables or sentences; results carry offsets into the text they were given. What a whole cell is,
:mod:`.readings` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tickmark.ingest.figures.units import CURRENCY, MEASURE, SCALE, currency_of, scale_of, tidy_unit
from tickmark.ingest.markup import SUPERSCRIPTS, lowered

__all__ = ["DIRECTION", "Mention", "scan"]

ONE = Decimal(1)

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[\u00a0\u202f' ]\d{3})+(?![\d,])|\d+)(?:\.\d+)?(?!\d)"
    r"|(?<![\d.])\.\d+"
)
_QUALIFIER = (
    r"(?:approximately|approx\.?|about|around|nearly|almost|circa|c\.|roughly|an average of|on average"
    r"|no less than|not less than|at least|a minimum of|no more than|not more than|at most|up to|a maximum of"
    r"|more than|greater than|exceeding|in excess of|over|above|less than|fewer than|below|under|not exceeding"
    r"|约|約|大约|大約|超过|超過|不少于|不少於|不低于|不低於|不超过|不超過|逾|近|≤|≥|<|>|≈|(?<![\w%] )(?<![\w%])~)"
)
DIRECTION = (
    r"(?:increased?|decreased?|declined?|rose|fell|up|down|reduced|dropped|grew|growth"
    r"|增加|增长|增長|减少|減少|下降|上升)"
)
_SUFFIX = (
    rf"(?P<pct>\s?(?:%|％|percentage points?|percent\b|per cent\b|ppts?\b|pp\b|个百分点|個百分點|百分点))"
    rf"|(?P<pence>\s?(?-i:p))(?!\w|/|\.\w|\.\s\d|\s?[<=>≤≥-])"
    rf"|(?:(?:[ -]?(?P<scale>{SCALE})(?![a-z])|(?P<letter>[kKmMbB]n?)(?![\w²³]))?"
    rf"(?:(?P<foot2>\s?[{SUPERSCRIPTS}]+)(?=\s|$))?"
    rf"(?:\s?(?P<unit>{MEASURE})(?![a-zA-Z]))?(?P<per>\s?(?:/|per )\s?(?:year|annum|month|day|hour|share|tonne"
    rf"|unit)s?\b)?"
    rf"(?:\s?(?P<money>美元|港元|日元|元人民币|元))?)"
)
_MENTION = re.compile(
    # nothing begins inside a word, which is where most characters stand
    rf"(?!(?<=[A-Za-z])[A-Za-z])(?:(?P<qual>(?<![\w]){_QUALIFIER})\s*)?"
    rf"(?P<cur>(?<![A-Za-z])(?:(?:HK|US)(?=\s?\d[\d.,]*\s?cents\b)|{CURRENCY}\s?))?"
    rf"(?P<sign>(?<![\w)\d%])[-−–+](?=[\d.(])|\((?=\s?[\d$£€¥]))?"
    rf"(?P<cur2>[$£€¥]\s?)?"
    rf"(?P<num>(?<![\w.,])(?:{_NUMBER})|(?<=RMB|CNY|HKD|USD|GBP|EUR)(?:{_NUMBER})|(?<=(?-i:HK"
    rf"|US))(?:{_NUMBER})(?=\s?cents\b)|(?<=[\u4e00-\u9fff])(?:{_NUMBER}))"
    rf"(?P<foot>\s?[{SUPERSCRIPTS}]+|(?<=\.\d\d)\s\d{{1,2}}(?=\s{SCALE}\b))?(?P<shut>\s?\)(?=\s?[%％])"
    rf"|(?(sign)\)(?=\s?{SCALE}(?![a-z]))|(?!)))?"
    rf"(?:{_SUFFIX})",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# characters before the first digit: a currency with its signs, and before the white space there a qualifier
_LONGEST_SIGNS, _LONGEST_QUALIFIER = 14, 16
_RANGE = re.compile(r"\s*(?:~|～|—|–|-|to|and|至|到)\s*", re.IGNORECASE)
_BETWEEN_DIGITS = re.compile(r"[,\s\u00a0\u202f']")
_APPROXIMATE = re.compile(r"approx|about|around|nearly|almost|circa|^c\.|roughly|average|约|約|≈|^~|近$", re.IGNORECASE)
_WORDED: Final[dict[str, str]] = {
    "at least": r"no less|not less|at least|minimum|≥|不少|不低",
    "at most": r"no more|not more|at most|up to|maximum|not exceeding|≤|不超",
    "more than": r"more than|greater|exceeding|excess|over|above|>|超过|超過|逾",
    "less than": r"less than|fewer|below|under|<",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """One number (or range) and what belongs to it. ``start``/``stop`` bound all of it, ``core`` the digits alone."""

    start: int
    stop: int
    core: tuple[int, int]
    printed: str
    number: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = ONE
    unit: str | None = None
    currency: str | None = None
    qualifiers: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing but the digits was printed: no unit, no currency, no scale."""
        return self.unit is None and self.scale == ONE


def _qualifier(word: str | None) -> tuple[str, ...]:
    """The normal form of a qualifier as printed: "over" is "more than", "≤" is "at most"."""
    if not word:
        return ()
    for normal, pattern in _WORDED.items():
        if re.search(pattern, word, re.IGNORECASE):
            return (normal,)
    return ("approximate",) if _APPROXIMATE.search(word) else ()


def _decimal(text: str) -> Decimal:
    return Decimal(text if text.isdecimal() else _BETWEEN_DIGITS.sub("", text))


def _per(printed: str | None) -> str:
    """The denominator that a number prints: "/share" of " per share"."""
    unit = tidy_unit(printed) if printed else ""
    return f"/{unit[4:]}" if unit.startswith("per ") else unit


def _unit(found: re.Match[str]) -> tuple[str | None, str | None]:
    """(unit, currency) that a match prints."""
    if found["pct"]:
        word = found["pct"].strip().lower()
        points = word.startswith(("percentage", "pp")) or "百分点" in word or "百分點" in word
        return ("percentage points" if points else "%"), None
    if found["pence"]:
        return "pence", "GBP"
    if found["unit"] and found["unit"].lower() == "cents" and found["cur"]:  # "HK5.0 cents"
        coin = currency_of(f"{found['cur'].strip()} cents")
        return (coin[0] + _per(found["per"]), coin[1]) if coin else ("cents", None)
    money = currency_of(found["cur"] or found["cur2"] or found["money"] or "")
    per = _per(found["per"])
    if money:
        return money[0] + per, money[1]
    if found["unit"]:
        coin = currency_of(found["unit"])
        return (coin[0] + per, coin[1]) if coin else (tidy_unit(found["unit"]) + per, None)
    return ((per.lstrip("/") and f"per {per.lstrip('/')}") or None), None


def _mention(found: re.Match[str]) -> Mention:
    if found.span("num") == found.span():  # a number alone
        return Mention(found.start(), found.end(), found.span(), found[0], _decimal(found[0]))
    unit, currency = _unit(found)
    number = _decimal(found["num"])
    start, stop = found.start(), found.end()
    scaled = found["sign"] == "(" and found["shut"] is not None and found["scale"] is not None
    if found["sign"] == "(" and found.start("sign") == start and not scaled:
        start += 1  # whether the brackets are a sign, the cell as a whole says
    if found["sign"] and (scaled or found["sign"] in "-−–"):  # "$(1.5) million"
        number = -number
    scale = scale_of(found["scale"])
    if found["letter"] and (currency or found["letter"] in {"bn", "Bn", "M", "K"}):
        scale = scale_of(found["letter"])
    marks = "".join(m.strip() for m in (found["foot"], found["foot2"]) if m)
    while stop > start and found.string[stop - 1] == " ":
        stop -= 1
    return Mention(
        start=start,
        stop=stop,
        core=found.span("num"),
        printed=found.string[start:stop],
        number=number,
        scale=scale,
        unit=unit,
        currency=currency,
        qualifiers=_qualifier(found["qual"]),
        footnotes=(lowered(marks),) if marks else (),
    )


def _join_range(text: str, low: Mention, high: Mention) -> Mention | None:
    """One mention of two numbers, or None: "RMB400 million ~ RMB460 million", "31.17% ~ 50.84%", "10 to 15 tonnes"."""
    gap = _RANGE.fullmatch(text, low.stop, high.start)
    if gap is None or low.number is None or high.number is None:
        return None
    joint = gap[0].strip().lower()
    if joint == "and" and not re.search(r"\bbetween\s*$", text[: low.start], re.IGNORECASE):
        return None
    if joint == "to" and re.search(r"\bfrom\s*$", text[: low.start], re.IGNORECASE):
        return None  # "from 3 to 5" is a change, not a range
    if (low.unit or high.unit) != high.unit or low.unit not in {None, high.unit}:
        return None
    low_number, high_number = low.number, high.number
    if joint in {"-", "–", "—"}:
        high_number = abs(high_number)
    if low_number > high_number:
        return None
    if low.scale not in {high.scale, ONE}:
        return None
    return replace(
        high,
        start=low.start,
        core=(low.core[0], high.core[1]),
        printed=text[low.start : high.stop],
        number=None,
        low=low_number,
        high=high_number,
        qualifiers=low.qualifiers,
        footnotes=low.footnotes + high.footnotes,
    )


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Every match of the pattern, looked for only where a number can begin: shortly before the next digit."""
    at = 0
    while digit := _DIGIT.search(text, at):
        start = max(at, digit.start() - _LONGEST_SIGNS)
        while start > at and text[start - 1].isspace():
            start -= 1
        found = _MENTION.search(text, max(at, start - _LONGEST_QUALIFIER))
        if found is None:
            return
        yield found
        at = found.end()


def scan(text: str) -> list[Mention]:
    """Every number in ``text``, left to right, ranges joined. Years, dates and references are not told apart here."""
    found = map(_mention, _matches(text))
    joined: list[Mention] = []
    for mention in found:
        ranged = _join_range(text, joined[-1], mention) if joined and joined[-1].low is None else None
        if ranged is not None:
            joined[-1] = ranged
        else:
            joined.append(mention)
    return joined
