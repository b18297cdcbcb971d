"""What sort of number is asked for, by the words of the question: so many per cent, an amount of money, a count.

It may be of several sorts: "what share of the costs" asks for per cent, and speaks of money. Which units a figure may
have then is told by :mod:`tickmark.index.asked.unit`.
"""

from __future__ import annotations

import re

from tickmark.index.asked.terms import SLICE

__all__ = [
    "asks_amount",
    "asks_count",
    "asks_currency",
    "asks_money",
    "asks_percent",
    "asks_percent_alone",
    "asks_spending",
]

_PERCENT = re.compile(
    r"%|\b(?:percent(?:age)?s?|per cent|pct|(?<![ABH]\s)(?<!\bper\s)(?<!\beach\s)share(?![- ]based\b)|proportion"
    r"|portion|ratio|rate(?! per (?:day|hour|night|room|tonne|ton|unit|vessel))|margin|coverage|stake|spread|yield"
    r"|(?:which|what) (?:part|fraction) of"
    rf"|{SLICE})\b"
    r"|占比|比例|率",
    re.IGNORECASE,
)

_STRONG_PERCENT = re.compile(
    r"%|\b(?:percent(?:age)?|per cent|pct|portion|proportion"
    r"|(?:which|what) (?:part|fraction|share) of|turnout(?![^?]*\bhow many\b)"
    r"|(?:interest|coupon|tax|growth|default|vacancy|occupancy|approval) rate|rate of (?:approval|support)"
    rf"|{SLICE}"
    r"|(?:as|how (?:big|large|small|high)) an? (?:part|fraction|slice|chunk|piece|share|stake) in"
    # a result is an amount: "share of profit of associates"
    r"|(?<!per )(?<!each )(?<!\ba )share of(?! (?:(?:the|its|their|net|total|comprehensive|other|operating) )*"
    r"(?:profits?|loss(?:es)?|results?|income|earnings|equity|assets)\b))\b|占比|百分|投票率|出席率|占.{1,12}(?:比|多少(?![股人吨元份]))",
    re.IGNORECASE,
)

_MONEY = re.compile(
    r"\b(?:rmb|yuan|cny|usd|us\$|dollars?|hk\$|hkd|eur|euros?|gbp|pounds?|spend|spent|spending|cost|costs"
    r"|invest(?:ed|ment|ing)?|expenditure|capex|money|cash|donat(?:ed|ion|ions)|funds?|funding|bonus(?:es)?|pay-?outs?"
    r"|revenue"
    r"|(?<!after )(?<!after-)sales(?!\s*[/&]|\s*,\s*[a-z]|\s+(?:and|staff|force|teams?|people|reps?|offices?|outlets?"
    r"|departments?|volumes?|units?|network|channels?)\b)|profit|income|budget|expenses?)\b|[$£€¥元]|投入|费用|金额|利润"
    r"|收入",
    re.IGNORECASE,
)

_SPENDING = re.compile(
    r"\b(?:spend|spent|spending|money|cost|costs|capex|expenditure|paid|budget"
    r"|borrow(?:ed|s)?|lent|lends?|loan (?:amount|size|sum|value)"
    r"|(?:amount|size|sum|value|principal) of (?:the |its |this )?(?:loan|borrowing|credit|financing)"
    r"|how much (?:cash|money|went (?:on|into|towards?))"
    r"|(?:put|poured|ploughed|sunk) into"
    r"(?! (?:the )?(?:air|atmosphere|environment|sea|ocean|rivers?|water|ground|soil|sewers?|drains?)\b)"
    r"|(?:compensation|remuneration|salar(?:y|ies)|wages) (?:of|for|paid|to))\b"
    r"|\b(?:in|rmb) (?:rmb|usd|gbp|eur|hkd)\b|花费|费用|多少[钱錢]",
    re.IGNORECASE,
)

_CURRENCY = re.compile(
    r"(?<!per thousand )(?<!per )(?:\bin\s+|[(,]\s*)?\b(?:rmb|yuan|cny|usd|us dollars|hkd|gbp|eur|euros)\b(?!\s?\d)",
    re.IGNORECASE,
)

_COUNT = re.compile(
    r"\bhow many\b|\b(?:number|no\.|nr\.?) of\b(?!\s*(?:rmb|yuan|us\$|usd|hkd|eur|dollars|euros|pounds))|#\s?of\b"
    r"|\bcount\b|\bheadcount\b|多少(?:人|名|家|个|項|项|件|台|套|起|宗|次|场|場|份|位|条|條)|的人(?:员|員)?(?:一共|总共)?有?多少|人数|人數|数量|數量|次数|次數",
    re.IGNORECASE,
)


# the metric ends with a noun for money, whatever follows as to where and whose
_AMOUNT = re.compile(
    r"^\W*(?:(?:what|how much)\b(?:\s+(?:was|were|is|are|did|does|do|has|had))?\s+)?(?:(?:the|its|their)\s+)?"
    r"(?:[\w&'’-]+\s+){0,4}?"
    r"(?:revenues?|sales|turnover|income|profits?|expenses?|costs?|expenditures?|fees?|loss(?:es)?)\W*"
    r"(?:$|(?:in|for|from|of|on|at|by|under|during|within|across)\b)",
    re.IGNORECASE,
)


def asks_percent(rest: str) -> bool:
    """Whether per cent may be asked for: a share, a rate, a margin."""
    return _PERCENT.search(rest) is not None


def asks_percent_alone(rest: str) -> bool:
    """Whether nothing but per cent can be asked for."""
    return _STRONG_PERCENT.search(rest) is not None


def asks_money(rest: str) -> bool:
    """Whether a question speaks of money, or of what is told in money."""
    return _MONEY.search(rest) is not None


def asks_spending(rest: str) -> bool:
    """Whether an amount that was spent, borrowed, lent or paid to people is asked for."""
    return _SPENDING.search(rest) is not None


def asks_amount(rest: str) -> bool:
    """Whether what is asked for is a line of money itself ("total revenue in", "2022 rent expense under ...")."""
    return _AMOUNT.search(rest) is not None


def asks_count(rest: str) -> bool:
    """Whether people or things are to be counted."""
    return _COUNT.search(rest) is not None


def asks_currency(rest: str, demanded: str | None) -> bool:
    """Whether an amount in a named currency is asked for: a margin "(in USD)" is still one in per cent."""
    return (_CURRENCY.search(rest) is not None or demanded is not None) and not asks_percent_alone(rest)
