"""Age groups as people speak of them ("under-31s", "over fifties", "in their 30s", "51+"), in the words of a table.

Tables print "30 or below", "31-40", "51 or above". Bounds that a question puts otherwise are put that way; who
counts no people keeps the words ("over 50 suppliers").
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["plain_ages"]

_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_DECADES: Final = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60}
_NUMBER: Final = r"(?P<n>[2-7]\d|twenty|thirty|forty|fifty|sixty)"
_YEARS: Final = r"(?>(?:\s*(?:-|\s)?\s*(?:years?+|yrs?+)(?>(?:[- ]olds?|\s+of\s+age)?)|\s*yo)?)"
# a number of other things, or of a measure
_JOINING: Final = (
    r"in|at|of|among|amongst|who|that|and|or|as|on|for|by|to|were|was|are|is|had|have|has|did|do|does|left|quit"
    r"|resigned|joined|back"
    r"|during|vs|versus|within|with|than|from|there|age|ages|group|groups|bracket|band|category|cohort"
)
_NOT_OF_THINGS: Final = (
    rf"(?!\s+(?!(?:{_JOINING})\b)[a-z]|\s+of\s+(?:service|experience|work|tenure)|[\d.,]*\d"
    r"|\s*(?:%|percent|per cent|million|billion|thousand|days?|hours?|months?|tonnes?|tons?|kg|db|rmb))"
)
_PEOPLE = re.compile(
    r"\b(?:age[ds]?|ages|aging|old(?:er|est)?|young(?:er|est)?|staff|employees?|workers?|workforce|people|persons?"
    r"|headcount|colleagues"
    r"|hires?|hired|joiners|recruits?|leavers|turnover|attrition|churn|quit|resign\w*|women|men|female|male|personnel"
    r"|bracket|band"
    r"|cohort|generation|(?:under|over)[- ](?:twenties|thirties|forties|fifties|sixties))\b|人|岁|歲|员工|年龄",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"\b(?:(?:aged?|ages)\s+)?(?:under|below|younger\s+than|less\s+than"
    rf"|sub)[-\s]+(?:the\s+age\s+of\s+)?(?:{_NUMBER}(?:['’]?s)?\b{_YEARS}{_NOT_OF_THINGS}|(?P<d>{'|'.join(_DECADES)})\b)",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    rf"\b(?:(?:aged?|ages)\s+)?(?:(?:up\s+to|no\s+older\s+than|not\s+older\s+than"
    rf"|at\s+most)\s+{_NUMBER.replace('?P<n>', '?P<m>')}"
    rf"|{_NUMBER}{_YEARS}\s*(?:and|or|&)\s+(?:under|below|less)(?:\s+(?:years|of\s+age))?)\b{_NOT_OF_THINGS}"
    rf"|\b(?:(?:aged?|ages)\s+)?{_NUMBER.replace('?P<n>', '?P<y>')}{_YEARS}\s*(?:and|or|&)\s+younger\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"\b(?:(?:aged?|ages)\s+)?(?:over|above|older\s+than|beyond|more\s+than"
    rf"|past)[-\s]+(?:the\s+age\s+of\s+)?(?:the\s+)?"
    rf"(?:{_NUMBER}(?:['’]?s)?\b{_YEARS}{_NOT_OF_THINGS}|(?P<d>{'|'.join(_DECADES)})\b)",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:(?:aged?|ages)\s+)?{_NUMBER}{_YEARS}\s*(?:\+|(?:plus|and\s+(?:over|above|older|up|upwards)|or\s+(?:over"
    rf"|above|older|more))\b)"
    r"(?:['’]?s\b)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\b(?:(?:aged?|ages)\s+)?(?:between|from)\s+(?:the\s+ages\s+of\s+)?(?P<a>[1-7]\d){_YEARS}\s+(?:and"
    rf"|to)\s+(?P<n>[2-7]\d)\b"
    rf"{_YEARS}{_NOT_OF_THINGS}",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?:in\s+(?:their|his|her)\s+|(?P<the>the\s+|aged?\s+|of\s+))?(?:(?:early|mid|late)[- ])?"
    rf"(?:(?P<n>[2-6]0)['’]?s|(?P<w>{'|'.join(_DECADES)})|(?P<s>twenty|thirty|forty|fifty)[- ]?somethings?)\b",
    re.IGNORECASE,
)
_CHINESE = (
    (re.compile(r"(?P<n>\d{2})\s?(?:周)?[岁歲]\s?(?:或|及|和|以)?\s?(?:以下|之?下|及以下|或以下)"), "below"),
    (re.compile(r"(?P<n>\d{2})\s?(?:周)?[岁歲]\s?(?:或|及|和)?\s?(?:以上|之?上)"), "above"),
    (re.compile(r"(?:低于|小于|未满|未滿|不足|不到)\s?(?P<n>\d{2})\s?(?:周)?[岁歲]"), "under"),
    (re.compile(r"(?:超过|超過|大于|大於|高于|高於)\s?(?P<n>\d{2})\s?(?:周)?[岁歲]"), "over"),
    (re.compile(r"(?P<a>\d{2})\s?[岁歲]?\s?[-–—~至到]\s?(?P<n>\d{2})\s?[岁歲]"), "range"),
)


def _value(said: str) -> int:
    return _TENS.get(said.lower()) or int(said)


def _at_most(years: int) -> str:
    return f" {years} or below "


def _at_least(years: int) -> str:
    return f" {years} or above "


def _below(found: re.Match[str]) -> str:
    """Under 31 is 30 or below; of those under 30, tables print whether 30 is in it, and nobody who asks cares."""
    years = _DECADES[found["d"].lower()] if found["d"] else _value(found["n"])
    return _at_most(years - 1 if years % 10 == 1 else years)


def _above(found: re.Match[str]) -> str:
    """Over 50 is 51 or above."""
    years = _DECADES[found["d"].lower()] + 9 if found["d"] else _value(found["n"])
    return _at_least(years + 1 if years % 10 in {0, 9} else years)


def _decade(found: re.Match[str]) -> str:
    if found["n"] and not found["the"] and not found[0].lower().startswith("in"):
        return found[0]
    word = (found["w"] or found["s"] or "").lower()
    first = int(found["n"]) if found["n"] else _DECADES.get(word) or _TENS[word]
    return f" {first + 1}-{first + 10} "


_NUMERAL = re.compile(r"(?P<tens>[二三四五六七])?十(?P<ones>[一二三四五六七八九])?(?=\s?(?:周)?[岁歲])")
_DIGITS = {numeral: digit for digit, numeral in enumerate("一二三四五六七八九", 1)}


def _in_digits(found: re.Match[str]) -> str:
    """Years of age: "三十五" is 35."""
    return str(_DIGITS.get(found["tens"] or "一", 1) * 10 + _DIGITS.get(found["ones"] or "", 0))


def _chinese(text: str) -> str:
    text = _NUMERAL.sub(_in_digits, text)
    for pattern, kind in _CHINESE:
        for found in reversed(list(pattern.finditer(text))):
            years = int(found["n"])
            if kind == "range":
                said = f" {found['a']}-{years} "
            elif kind in {"below", "under"}:
                said = _at_most(years - 1 if kind == "under" and years % 10 == 1 else years)
            else:
                said = _at_least(years + 1 if kind == "over" and years % 10 == 0 else years)
            text = f"{text[: found.start()]}{said}{text[found.end() :]}"
    return text


def plain_ages(text: str) -> str:
    """A question with its age groups in the words of a table, where it counts people."""
    if not _PEOPLE.search(text):
        return text
    text = _BETWEEN.sub(lambda m: f" {m['a']}-{m['n']} " if m["a"] < m["n"] else m[0], text)
    text = _UP_TO.sub(lambda m: _at_most(_value(m["m"] or m["n"] or m["y"])), text)
    text = _FROM.sub(lambda m: _at_least(_value(m["n"])), text)
    text = _BELOW.sub(_below, text)
    text = _ABOVE.sub(_above, text)
    return _chinese(_DECADE.sub(_decade, text))
