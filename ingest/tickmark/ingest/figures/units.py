"""Units as filings write them: "RMB million", "tCO ₂ e", "in 10 thousand", "ten thousand tonnes", "HK$'000".

:func:`parse_unit` reads a whole unit expression (a unit column's cell, brackets in a header, a unit line);
the patterns are shared with the number scanner, so that prose and tables agree on what a unit is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

__all__ = [
    "CURRENCY",
    "MEASURE",
    "NO_UNIT",
    "NO_UNIT_SPEC",
    "SCALE",
    "UnitSpec",
    "currency_of",
    "is_unit",
    "parse_unit",
    "scale_of",
    "tidy_unit",
]

ONE = Decimal(1)

# printed form (lower case) -> (normal written form, ISO 4217 code)
_CURRENCIES: Final[dict[str, tuple[str, str]]] = {
    "rmb": ("RMB", "CNY"),
    "cny": ("RMB", "CNY"),
    "renminbi": ("RMB", "CNY"),
    "yuan": ("RMB", "CNY"),
    "人民币": ("RMB", "CNY"),
    "人民幣": ("RMB", "CNY"),
    "元人民币": ("RMB", "CNY"),
    "hk$": ("HKD", "HKD"),
    "hkd": ("HKD", "HKD"),
    "hong kong dollars": ("HKD", "HKD"),
    "港元": ("HKD", "HKD"),
    "港币": ("HKD", "HKD"),
    "港幣": ("HKD", "HKD"),
    "us$": ("USD", "USD"),
    "usd": ("USD", "USD"),
    "u.s. dollars": ("USD", "USD"),
    "us dollars": ("USD", "USD"),
    "dollars": ("USD", "USD"),
    "$": ("USD", "USD"),
    "美元": ("USD", "USD"),
    "eur": ("EUR", "EUR"),
    "€": ("EUR", "EUR"),
    "euros": ("EUR", "EUR"),
    "euro": ("EUR", "EUR"),
    "gbp": ("GBP", "GBP"),
    "£": ("GBP", "GBP"),
    "pounds sterling": ("GBP", "GBP"),
    "jpy": ("JPY", "JPY"),
    "yen": ("JPY", "JPY"),
    "¥": ("JPY", "JPY"),
    "日元": ("JPY", "JPY"),
    "a$": ("AUD", "AUD"),
    "aud": ("AUD", "AUD"),
    "c$": ("CAD", "CAD"),
    "cad": ("CAD", "CAD"),
    "s$": ("SGD", "SGD"),
    "sgd": ("SGD", "SGD"),
    "chf": ("CHF", "CHF"),
    "zar": ("ZAR", "ZAR"),
    "inr": ("INR", "INR"),
    "₹": ("INR", "INR"),
    "krw": ("KRW", "KRW"),
    "₩": ("KRW", "KRW"),
    "twd": ("TWD", "TWD"),
    "nt$": ("TWD", "TWD"),
    "元": ("RMB", "CNY"),
    "pence": ("pence", "GBP"),
    "hk cents": ("HK cents", "HKD"),
    "us cents": ("US cents", "USD"),
    "rmb cents": ("RMB cents", "CNY"),
    "cents": ("cents", "USD"),
}

_SCALES: Final[dict[str, Decimal]] = {
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "thousands": Decimal(1_000),
    "000s": Decimal(1_000),
    "000": Decimal(1_000),
    "'000": Decimal(1_000),
    "’000": Decimal(1_000),
    "k": Decimal(1_000),
    "ten thousand": Decimal(10_000),
    "10 thousand": Decimal(10_000),
    "10,000": Decimal(10_000),
    "hundred thousand": Decimal(100_000),
    "lakh": Decimal(100_000),
    "million": Decimal(1_000_000),
    "millions": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "mm": Decimal(1_000_000),
    "m": Decimal(1_000_000),
    "ten million": Decimal(10_000_000),
    "crore": Decimal(10_000_000),
    "hundred million": Decimal(100_000_000),
    "billion": Decimal(1_000_000_000),
    "billions": Decimal(1_000_000_000),
    "bn": Decimal(1_000_000_000),
    "b": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
    "tn": Decimal(1_000_000_000_000),
    "千": Decimal(1_000),
    "万": Decimal(10_000),
    "萬": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "百萬": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "千萬": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "億": Decimal(100_000_000),
    "十亿": Decimal(1_000_000_000),
    "十億": Decimal(1_000_000_000),
}

CURRENCY: Final = (
    r"(?:(?:RMB|CNY|Renminbi|HKD|USD|EUR|GBP|JPY|AUD|CAD|CHF|ZAR|SGD|INR|KRW|TWD|Yen)(?![a-ln-z]|m[a-hj-z])"
    r"|(?:HK|US|NT|A|C|S)\$|人民币|人民幣|港币|港幣|[$€£¥₹₩])"
)
# scale words that may follow a number or a currency in running text; single letters only glued to the number
SCALE: Final = (
    r"(?:(?:ten|hundred|10) thousand|(?:ten|hundred) million|thousand|million|billion|trillion|hundred|mn|bn|tn"
    r"|crore|lakh"
    r"|十亿|十億|百万|百萬|千万|千萬|万|萬|亿|億|千)"
)
_MEASURES = (
    r"tCO\s?[2₂]\s?-?e(?:q)?|t\s?CO[2₂]e|tonnes of CO[2₂]e?|metric tons?|tonnes?|tons?|kilograms?|kg|grams?|mg"
    r"|litres?|liters?|m\s?[3³]|m\s?[2²]"
    r"|cubic met(?:re|er)s?|square met(?:re|er)s?|square feet|sq\.? ?(?:m|ft)|hectares?|acres?|km|kilomet(?:re"
    r"|er)s?|miles?"
    r"|kWh|MWh|GWh|TWh|GJ|TJ|MJ|kW|MW|GW|barrels?|bbl|boe|ounces?|oz"
    r"|basis points?|bps|percentage points?|ppts?|pp"
    r"|hours?|(?:(?:working|business|trading|calendar) )?days?|months?|weeks?|minutes?|years?"
    r"|person-times?|man-hours?|persons?|people|employees|staff|headcount|points?|times|sets?|units?|pieces?|items?"
    r"|shares?|votes?|stores|suppliers|customers|patents|sessions|measures"
    r"|pence|(?:(?:HK|US|RMB) )?cents"
    r"|吨二氧化碳当量|噸二氧化碳當量|吨|噸|公斤|千克|兆瓦时|兆瓦時|千瓦时|千瓦時|小时|小時|人次|人|股|个百分点|個百分點|百分点"
    r"|立方米|平方米|家|台|项|項|次|件|天"
)
MEASURE: Final = rf"(?:{_MEASURES})"
_ENGLISH: Final[dict[str, str]] = {
    "吨": "tonnes", "噸": "tonnes", "公斤": "kg", "千克": "kg", "克": "g", "千瓦时": "kWh", "千瓦時": "kWh",
    "兆瓦时": "MWh", "兆瓦時": "MWh", "立方米": "m3", "平方米": "m2", "小时": "hours", "小時": "hours",
    "人次": "person-times", "人": "persons", "股": "shares", "个百分点": "percentage points",
    "個百分點": "percentage points", "百分点": "percentage points", "台": "units", "家": "companies",
    "项": "items", "項": "items", "次": "times", "件": "pieces", "天": "days", "年": "year",
    "吨二氧化碳当量": "tCO2e", "噸二氧化碳當量": "tCO2e",
}  # fmt: skip
NO_UNIT: Final = frozenset({"", "-", "–", "—", "/", "n/a", "N/A", "no.", "nil", "number", "#"})

_SCALE_HEAD = re.compile(rf"^(?:in\s+)?(?P<scale>{SCALE}s?|10,000|['’]000s?|000s)\b\.?\s*(?:of\s+)?", re.IGNORECASE)
_SCALE_HEAD_CJK = re.compile(r"^(?P<scale>十亿|十億|百万|百萬|千万|千萬|万|萬|亿|億|千)")
_SCALE_TAIL = re.compile(
    rf"(?:\s+in)?[\s(]*(?P<scale>(?<![a-z]){SCALE}s?|10,000|['’]\s?000s?|(?<=[$€£¥BYDRP])000s?|(?<=[$€£¥\s])(?:m|mm|k"
    rf"|bn))\)?$",
    re.IGNORECASE,
)
_CURRENCY_WORD = re.compile(
    rf"^(?:(?:(?:hk |us |rmb )?cents|u\.?s\.? dollars|hong kong dollars|dollars|euros?|pounds sterling|pence|yen|yuan)"
    rf"(?![a-z])|{CURRENCY}|港元|美元|日元|元)",
    re.IGNORECASE,
)
_PER = re.compile(r"\s*(?:/|\bper\b)\s*", re.IGNORECASE)
_SUBSCRIPT = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_FILLER = re.compile(
    r"\b(?:unit|units|expressed|stated|amounts?|figures?|all|are|is|in|of|the|unless otherwise stated)\b[:：]?",
    re.IGNORECASE,
)
# a whole unit expression, for telling a column of units from a column of words; nouns that also name rows are left out
_HARD = (
    r"(?:(?!(?:employees|staff|people|headcount|stores|suppliers|customers|patents|sessions|measures|items?|shares?"
    r"|votes?)\b)"
    rf"(?:{_MEASURES})|%|[千万萬亿億]?[元吨噸股人])"
)
_WHOLE_UNIT = re.compile(
    rf"^(?:in )?(?:{SCALE} )?(?:{CURRENCY}\s?)?(?:{SCALE}|['’]000)?s?\s?(?:{_HARD})?(?:\s?(?:/|\bper\b)\s?.{{1,40}})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class UnitSpec:
    """A unit expression resolved: ``unit`` in its normal written form, its ISO currency, its scale."""

    unit: str | None = None
    currency: str | None = None
    scale: Decimal = ONE

    def __bool__(self) -> bool:
        return self.unit is not None or self.scale != ONE


NO_UNIT_SPEC: Final = UnitSpec()


def currency_of(word: str) -> tuple[str, str] | None:
    """(normal form, ISO 4217) of a currency word or sign, or None."""
    return _CURRENCIES.get(word.strip().lower())


def scale_of(word: str | None) -> Decimal:
    """What a scale word multiplies by; 1 when there is none."""
    if not word:
        return ONE
    folded = re.sub(r"\s+", " ", word.strip().lower().replace("’", "'"))
    folded = folded.replace("' 000", "'000").removesuffix("s") if folded not in _SCALES else folded
    return _SCALES.get(folded, ONE)


def tidy_unit(text: str) -> str:
    """A unit in its normal written form: no blanks inside formulas, no sub- or superscripts, one space elsewhere."""
    text = unicodedata.normalize("NFKC", text.translate(_SUBSCRIPT))
    text = re.sub(r"\s+", " ", text).strip(" .:：;")
    text = re.sub(r"\bt\s?CO\s?2\s?-?e(?:q)?\b", "tCO2e", text, flags=re.IGNORECASE)
    text = re.sub(r"\bm\s([23])\b", r"m\1", text)
    text = re.sub(r"\s*/\s*", "/", text)
    text = "/".join(_ENGLISH.get(part, part) for part in text.split("/"))
    if re.fullmatch(r"[A-Z][a-z]{2,}(?:\s.*)?", text):  # "Persons", "Tonnes"; not "MWh", "RMB"
        text = text[0].lower() + text[1:]
    return re.sub(r"^percent(?:age)?$|^per cent$|^pct$", "%", text, flags=re.IGNORECASE)


def _one(unit: str) -> str:
    """The denominator of a ratio in the singular: "RMB/share"."""
    return re.sub(r"^(share|person|tonne|employee|hour|year|unit)s$", r"\1", unit)


def _ratio(text: str) -> UnitSpec | None:
    """One unit, never scaled by its denominator: "RMB/share", "RMB per share", "tCO2e/RMB'000 of revenue"."""
    parts = _PER.split(text, maxsplit=1)
    if len(parts) != 2 or not parts[0] or not parts[1]:
        return None
    money = currency_of(parts[0])
    if money:
        return UnitSpec(f"{money[0]}/{_one(tidy_unit(parts[1]))}", money[1])
    return UnitSpec(tidy_unit(f"{parts[0]}/{parts[1]}"))


def is_unit(text: str) -> bool:
    """Whether a text is a unit and nothing else ("ten thousand tonnes", "tonne/RMB'000 of revenue")."""
    text = tidy_unit(text)
    return 0 < len(text) <= 60 and _WHOLE_UNIT.match(text) is not None and bool(parse_unit(text))


@lru_cache(maxsize=4_096)
def parse_unit(text: str) -> UnitSpec:
    """Reads a whole unit expression; an empty :class:`UnitSpec` when it says nothing."""
    text = re.sub(
        r"^\W*(?:units?|单位|單位)\s*[:：]\s*", "", text.strip().strip("()[]（）").strip(), flags=re.IGNORECASE
    )
    if text.strip().lower() in NO_UNIT:
        return UnitSpec()
    text = re.split(r"[,;]\s*(?=except|other|unless)", text)[0]
    if text in {"%", "％"}:
        return UnitSpec("%")
    ratio = _ratio(text)
    if ratio is not None:
        return ratio
    scale, currency = ONE, None
    text = _FILLER.sub(" ", text).strip(" ,")
    for _ in range(3):  # "RMB million", "million RMB", "million tonnes", "HK$'000", "$ in millions"
        head = _SCALE_HEAD.match(text) or _SCALE_HEAD_CJK.match(text)
        tail = _SCALE_TAIL.search(text)
        money = _CURRENCY_WORD.match(text)
        if head and (not money or money.end() == 0):
            scale, text = scale_of(head["scale"]), text[head.end() :].strip()
        elif tail and tail.start() > 0:
            scale, text = scale_of(tail["scale"]), text[: tail.start()].strip(" (")
        elif money and currency is None:
            currency, text = currency_of(money[0]), text[money.end() :].strip()
        else:
            break
    rest = tidy_unit(text)
    if currency:
        return UnitSpec(currency[0], currency[1], scale)
    return UnitSpec(rest if rest and rest.lower() not in NO_UNIT else None, None, scale)
