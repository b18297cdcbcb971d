"""Several years named at once ("2021-2023", "21 22 23", "three years to 2023"), and words that ask for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tickmark.ingest.figures.calendar import MONTH

__all__ = ["YearsNamed", "in_each_period", "without_each_period", "years_named"]

_YEAR: Final = r"(?:19|20)\d{2}"
_TO: Final = r"[-=]{1,2}>|→|-|–|—|~|～|\.{2,3}|…|(?:up\s+)?to|thru|through(?:\s+to)?|until|till|至|到"
_SPAN: Final = re.compile(
    rf"(?:FY\s?)?(?P<a>{_YEAR}|'?\d{{2}})(?:年度?)?\s?(?:{_TO})\s?(?:FY\s?)?(?P<b>{_YEAR}|'?\d{{2}})"
    rf"(?![-/]?\d)(?![A-Za-z_])(?!\s(?:{MONTH})\b)(?:年度?)?",  # "1 January 2026 to 30 June 2026" are days
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    rf"\bbetween\s+(?:FY\s?)?(?P<a>{_YEAR}|'\d\d)\s+and\s+(?:FY\s?)?(?P<b>{_YEAR}|'\d\d)\b", re.I
)
# so many years that end with one
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ENDING: Final = re.compile(
    r"\b(?:the\s+)?(?:(?:last|past|previous|recent)\s+)?(?P<n>[2-9]|two|three|four|five|six)[ -]"
    r"(?:(?:fiscal|financial|full)\s+)?years?(?:\s+(?:trend|history|record|series|view|period|run))?,?\s+"
    r"(?:(?:running\s+)?up\s+to|to|through|until|till|ending(?:\s+in)?|ended(?:\s+in)?|prior\s+to\s+and\s+including)\s+"
    rf"(?:and\s+including\s+)?(?:the\s+end\s+of\s+|end[- ](?:of\s+)?)?(?:FY\s?)?(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
# a list of years, all but the first of which may be cut to two digits
_LIST: Final = re.compile(
    r"(?<![\w./-])(?<!\d,)(?:FY\s?)?'?(?P<first>(?:19|20)?\d{2})"
    r"(?P<more>(?:\s*(?:,\s*and|,|/|&|\+|、|\band\b|和|及|\s)\s*(?:FY\s?)?'?\d{2}(?![\d.,%]*\d|%))+)",
    re.IGNORECASE,
)
_FIRST_CUT, _LAST_CUT = 15, 30  # two digits that may be a year of this century in a list of such
_LONGEST, _LATEST = 10, 2036

_SO_MANY: Final = r"(?:(?:[2-6]|two|three|four|five|six)\s+)"
_MAYBE_MANY: Final = rf"{_SO_MANY}?"
_SO_MANY_ZH: Final = "[两兩二三四五几幾2-6]"
_GIVING: Final = "reported|reporting|disclosed|published|available|covered"
_GIVEN: Final = rf"(?:(?:fiscal|financial|calendar|full|{_GIVING})\s+)?"
_SHOWN: Final = r"(?:\s+(?:shown|given|reported|available|disclosed|covered|on record))?"
_NUMBERS: Final = "(?:figures|values|numbers|data|series|readings|totals|amounts|counts)"
_PERIODS: Final = r"(?:years?|yrs?|quarters?|periods?|half[- ]years?)"
_EACH: Final = re.compile(
    r"\b(?:in|for|over|across|during|through)?\s*(?:the\s+)?(?:each|every)\s+(?:(?:single|of the|and every)\s+)?"
    rf"(?:(?:fiscal|financial|reporting|reported|calendar)\s+)?{_PERIODS}\b(?:\s+(?:shown|given|reported|available"
    rf"|disclosed))?"
    rf"|\bby\s+(?:(?:fiscal|financial|reporting|calendar)\s+)?(?:year|quarter)\b(?![- ]end)"
    rf"|\b{_PERIODS}[- ]wise\b|\b(?:annual|yearly|quarterly|year[- ]on[- ]year)\s+{_NUMBERS}\b"
    rf"|\byearly(?=\s+(?:[\w-]+\s+){{1,3}}{_NUMBERS}\b)"
    rf"|\b(?:for|in|over|across|of)\s+all\s+(?:of\s+)?(?:the\s+)?(?:(?:\d|two|three|four|five|reported"
    rf"|available)\s+)*{_PERIODS}\b"
    rf"(?:\s+(?:shown|given|reported|available|disclosed|of\s+the\s+record))?"
    rf"|\ball\s+(?:the\s+)?(?:(?:\d|two|three|four|five|reported|available)\s+)*(?:years|yrs)\b(?:\s+(?:shown|given"
    rf"|reported|available|disclosed))?"
    r"|\b(?:one|a)\s+(?:number|figure|value)\s+(?:per|a|for each|for every)\s+(?:year|quarter)\b"
    r"|\b(?:from\s+)?year[- ](?:by|to|after)[- ]year\b(?!\s+(?:growth|change|increase|decrease|comparison))"
    r"|\b(?:over|through|across|down)\s+the\s+years\b|\bover\s+time\b|\btime[- ]?(?:series|line)\b"
    r"|\b(?:(?:[2-9]|two|three|four|five|multi)[- ]years?\s+)?"
    # "research and development", of which the history is not asked for
    r"(?:trend|history|evolution|(?<!\band )(?<!& )(?<!&)development|track record|time\s?series)s?\b"
    r"(?=\s*(?:$|[,;:?!.()]|\s-|please|pls|of\b|for\b|in\b|over\b|to\b))"
    rf"|\b(?:in|for|over|across|during|through|of)?\s*(?:(?:the|all|both)\s+)+{_SO_MANY}{_GIVEN}{_PERIODS}{_SHOWN}"
    rf"|\b(?:in|for|over|across|during)\s+{_SO_MANY}(?:years|yrs)\b{_SHOWN}"
    rf"|\b(?:in|for|over|across|during)?\s*both\s+(?:of\s+)?(?:the\s+)?{_GIVEN}(?:years|yrs|quarters|periods)\b{_SHOWN}"
    rf"|\b(?:each|every one)\s+of\s+(?:the|those|these|its)\s+{_MAYBE_MANY}(?:(?:{_GIVING})\s+)?{_PERIODS}\b{_SHOWN}"
    rf"|\b(?:in|for|over|across|during)\s+(?:the\s+)?(?:{_GIVING})\s+(?:years|yrs|quarters|periods)\b"
    r"|\b(?:this|the\s+current)\s+(?:year\s+)?(?:and|vs\.?|versus|/)\s+(?:the\s+)?(?:last|prior|previous)(?:\s+year)?\b"
    rf"|(?<=[,;:–—-])\s*{_SO_MANY}{_GIVEN}(?:years|yrs)\b(?=\s*[?.!]*$)"
    rf"|\b(?:in|for|over|across|during|through|of)?\s*(?:the\s+)?(?:last|past|previous)\s+{_SO_MANY}{_GIVEN}(?:years"
    rf"|yrs)\b"
    rf"|(?:最?近|过去|過去|最近|[这這])的?{_SO_MANY_ZH}个?個?(?:会计|財政|财政)?年度?(?:来|來|间|間|内|內)?的?|(?<!\d){_SO_MANY_ZH}年(?:来|來|[间間](?!接))的?"
    rf"|{_SO_MANY_ZH}年(?=(?:里|裡)?(?:分别|分別|各[自为為是有]|都|依次))|(?:报告|報告|披露)(?:期内?)?的?{_SO_MANY_ZH}年(?:里|裡|间|間|内|內)?"
    rf"|(?<!\d){_SO_MANY_ZH}年的?(?:变化|變化|趋势|趨勢|走势|走勢|数据|數據)"
    r"|逐年|历年|歷年|每一?年度?|各年度?|分年度?|各个?年度|各季度?|逐季度?|每个?季度?",
    re.IGNORECASE,
)


# "how have payouts moved", "what did water use do": how it went
_WENT: Final = re.compile(
    r"(?<=\s)(?:moved|gone|trended|progressed|fared|looked|done)\b|(?<=\s)(?:move|go|trend|progress|fare"
    r"|do)(?=\s*(?:[?,;:.]|$))",
    re.IGNORECASE,
)


class YearsNamed(NamedTuple):
    """The years that a question names at once, and where it does so."""

    start: int
    stop: int
    years: tuple[int, ...]


def _full(text: str) -> int:
    digits = text.strip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def years_named(text: str) -> YearsNamed | None:
    """The first stretch or list of years in a text, of ten years at most; None where it names none."""
    return next((n for n in (*_stretches(text), *_lists(text)) if n is not None), None)


def _stretches(text: str) -> Iterator[YearsNamed | None]:
    if found := _ENDING.search(text):
        last, count = int(found["y"]), found["n"].lower()
        years = _COUNTS.get(count) or int(count)
        yield YearsNamed(*found.span(), tuple(range(last - years + 1, last + 1)))
    for found in (*_SPAN.finditer(text), *_BETWEEN.finditer(text)):  # "31 to 40" may stand before "2021-2023"
        first, last = _full(found["a"]), _full(found["b"])
        if 1 <= last - first <= _LONGEST and first >= 1990 and last <= _LATEST:
            yield YearsNamed(*found.span(), tuple(range(first, last + 1)))


def _lists(text: str) -> Iterator[YearsNamed | None]:
    """Lists with years cut to two digits: three that follow each other, or such after one in full ("2021/22/23")."""
    for found in _LIST.finditer(text):
        cut = [int(d) for d in re.findall(r"\d{2}", found["more"])]
        whole = len(found["first"]) == 4
        years = [_full(found["first"]), *(2000 + n for n in cut)]
        steps = {b - a for a, b in pairwise(years)}
        likely = all(2000 + _FIRST_CUT <= y <= 2000 + _LAST_CUT for y in years)
        # "2021/22" is the name of a fiscal year
        if likely and steps in ({1}, {-1}) and len(years) > 2 and (whole or len(cut) > 1):
            yield YearsNamed(*found.span(), tuple(sorted(years)))


def in_each_period(text: str) -> bool:
    """Whether a text asks for the figure of each period: "each year", "year-wise", "3-year trend", "逐年"."""
    return _EACH.search(text) is not None


def without_each_period(text: str) -> str:
    """The text without the words that ask for each period; as it is where nothing else would be left."""
    bare = _WENT.sub(" ", _EACH.sub(" ", text))
    return bare if any(c.isalnum() for c in bare) else text
