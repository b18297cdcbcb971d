"""Dates in Chinese questions: years of two digits, the ends of a year, a year that nothing parts from its words."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

__all__ = ["chinese_dates"]

_YEAR: Final = r"(?:19|20)\d{2}"
_NEAR: Final = range(18, 36)  # two digits that are a year: 2018 to 2035
_SPAN_SHORT_ZH = re.compile(r"(?<!\d)(?P<a>\d{2})年?(?P<to>[-–—~至到])(?P<b>\d{2})年")
_SHORT_ZH = re.compile(r"(?<![\d.近前后後过過第满滿])(?P<y>\d{2})年(?![来來间間以期後后前工历歷经經]|的?[时時])")
_ENDS_ZH = re.compile(rf"(?P<y>{_YEAR})\s?年?度?\s?(?:年(?P<a>[初末底头頭])|期(?P<b>[初末])|(?P<c>[初末底])(?!\w*期))")
_BESIDE_ZH = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?={_YEAR}(?!\d))|(?<={_YEAR})(?<!\d{_YEAR})(?=[\u4e00-\u9fff])(?!年|[-–—至到第上下])"
)
# "2025年前六个月", "25年头三个月", "2025年前三季度": the months that a year begins with
_FIRST_ZH = re.compile(
    r"(?<!\d)(?P<y>(?:20)?\d{2})\s?年度?(?:的)?[头頭前首]"
    r"(?:(?P<months>[三六九369])[个個]?月|(?P<quarters>[两兩二三23])[个個]?季度|(?P<half>半年))"
)
_MONTHS_ZH: Final = {
    **dict.fromkeys("三3", "three"), **dict.fromkeys("六6", "six"), **dict.fromkeys("九9", "nine")
}  # fmt: skip
_QUARTERS_ZH: Final = {**dict.fromkeys("两兩二2", "six"), **dict.fromkeys("三3", "nine")}
# "二零二五年"
_SPELT_ZH = re.compile(r"(?P<y>二[零〇○][零〇○一二三四五六七八九]{2})(?=年)")
_DIGITS_ZH: Final = str.maketrans("零〇○一二三四五六七八九", "000123456789")
# "截至2025年6月30日止三个月"
_ENDED_ZH = re.compile(
    rf"(?:截至|截止)?\s*(?P<y>{_YEAR})年(?P<m>1[0-2]|0?[1-9])月(?P<d>[12]\d|3[01]|0?[1-9])日止(?:的)?"
    r"(?P<n>三|六|九|十二|3|6|9|12)[个個]月"
)
_SO_MANY_ZH: Final = {**_MONTHS_ZH, "十二": "twelve", "12": "twelve"}
_PART_ZH = re.compile(rf"(?P<y>{_YEAR})年(?:的)?\s*(?P<part>[QH][1-4]|[1-4][QH])", re.IGNORECASE)
# "上年末", "前一年"
_LAST_END_ZH = re.compile(r"(?:上一?年度?|前一年度?)[末底]")
_LAST_ZH = re.compile(r"(?<![比较與与和跟同較])(?:上|前)一年(?!度?[末底])")
_OPENING_ZH: Final = frozenset("初头頭")


def chinese_dates(text: str) -> str:
    """A text with the years of Chinese words in full and set apart; one in other words is as it was."""
    text = _SPELT_ZH.sub(lambda m: m["y"].translate(_DIGITS_ZH), text)
    text = _ENDED_ZH.sub(_ended_zh, _FIRST_ZH.sub(_first_zh, text))
    text = _PART_ZH.sub(r" \g<part> \g<y> ", text)
    text = _LAST_ZH.sub("上年", _LAST_END_ZH.sub(" at the end of the previous year ", text))
    text = _SPAN_SHORT_ZH.sub(lambda m: f"20{m['a']}{m['to']}20{m['b']}年", text)
    text = _SHORT_ZH.sub(lambda m: f"20{m['y']}年" if int(m["y"]) in _NEAR else m[0], text)
    return _BESIDE_ZH.sub(" ", _ENDS_ZH.sub(_ends_zh, text))


def _ends_zh(found: re.Match[str]) -> str:
    """2023年年初: the day before it begins; 2023年底: its last."""
    said = found["a"] or found["b"] or found["c"]
    return f" {'start' if said in _OPENING_ZH else 'end'} of {found['y']} "


def _first_zh(found: re.Match[str]) -> str:
    """2025年前六个月: the first six months of 2025."""
    year = found["y"] if len(found["y"]) == 4 else f"20{found['y']}"
    if int(year[2:]) not in _NEAR:
        return found[0]  # "25年前" may be long ago
    months = _MONTHS_ZH.get(found["months"]) or _QUARTERS_ZH.get(found["quarters"]) or "six"
    return f" first {months} months of {year} "


def _ended_zh(found: re.Match[str]) -> str:
    """截至2025年6月30日止三个月: the three months ended on that day."""
    day = date(int(found["y"]), int(found["m"]), 1)
    return f" {_SO_MANY_ZH[found['n']]} months ended {found['d']} {day:%B} {found['y']} "
