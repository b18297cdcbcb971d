"""Numbers as a spreadsheet shows them: number formats, after ECMA-376 part 1, 18.8.30 and 18.8.31.

A cell keeps a number and a format, and a person sees only what the two print together: 0.0664 under ``0.0%`` is
"6.6%", -231.202 under ``#,##0_);(#,##0)`` is "(231)". What is read has to be what is seen, since that is what a
citation shows: so the number is written out first, with every digit that the format shows and no more.

Dates are written as their format has them, but for those of digits alone with the year last ("03/04/2024"), whose
order depends on whose machine it is: these are written as ISO dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from itertools import pairwise

__all__ = ["BUILT_IN", "general", "shown"]

# By number. Currencies (5-8, 42, 44) stand without the sign, which is that of whoever opens the file.
BUILT_IN: dict[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "#,##0_);(#,##0)", 6: "#,##0_);(#,##0)", 7: "#,##0.00_);(#,##0.00)", 8: "#,##0.00_);(#,##0.00)",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);(#,##0.00)",
    41: '#,##0_);(#,##0);"-"_)', 42: '#,##0_);(#,##0);"-"_)',
    43: '#,##0.00_);(#,##0.00);"-"??_)', 44: '#,##0.00_);(#,##0.00);"-"??_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|(?P<general>General)'
    r"|(?P<noon>AM/PM|A/P)|(?P<exponent>E[+-])|(?P<date>y+|m+|d+|h+|s+)|(?P<digit>[0#?])|(?P<end>;)|(?P<char>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PRECISE = Context(prec=15, rounding=ROUND_HALF_UP)  # what a spreadsheet keeps of a number
_GENERAL = Context(prec=10, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_LATEST = 2_958_465

Token = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the formats that semicolons divide, with its condition."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None

    @property
    def dated(self) -> bool:
        return any(kind in {"date", "elapsed"} for kind, _ in self.tokens)


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    tokens: list[Token] = []
    condition = None
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or "char"
        text = found[kind]
        if kind == "end":
            sections.append(_Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind in {"quoted", "escaped"}:
            tokens.append(("text", text))
        elif kind == "pad":
            tokens.append(("text", " "))
        elif kind == "bracket":
            if told := _CONDITION.fullmatch(text):
                condition = told[1], Decimal(told[2])
            elif text.startswith("$"):
                tokens.append(("text", text[1:].partition("-")[0]))
            elif re.fullmatch(r"h+|m+|s+", text, re.IGNORECASE):
                tokens.append(("elapsed", text.lower()))
        elif kind != "fill":
            tokens.append((kind, text.lower() if kind == "date" else text))
    return (*sections, _Section(tuple(tokens), condition))


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    sign, limit = condition
    return {
        "<": value < limit,
        ">": value > limit,
        "=": value == limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
    }[sign]


def _choose(sections: Sequence[_Section], value: Decimal) -> tuple[_Section, Decimal]:
    """The section for a value, and the value as that section is to show it."""
    conditional = [s for s in sections if s.condition]
    if conditional:
        for section in sections:
            if section.condition is None or _holds(section.condition, value):
                return section, abs(value) if section is not sections[0] and value < 0 else value
        return sections[-1], value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def shown(number: str, code: str, from_1904: bool = False) -> str | None:
    """A stored number under a format code.

    Args:
        number: as the file writes it ("0.0664", "1.5E-2").
        code: the number format ("#,##0.0%").
        from_1904: whether days are counted from 1904 (files of old Macintosh programs).

    Returns:
        The text, blanks at its ends taken off; None when the number or the format is not understood.
    """
    try:
        value = _PRECISE.create_decimal(number.strip())
        if not value.is_finite() or value.adjusted() > 300:
            return None
        section, value = _choose(_sections(code), value)
        text = _date(section, value, from_1904) if section.dated else _number(section, value)
    except (ArithmeticError, ValueError):  # numbers and formats beyond all measure
        return None
    return None if text is None else " ".join(text.split())


def general(number: str) -> str:
    """A number without a format: every digit of a whole one, ten of any other. What is no number stays as it is."""
    try:
        value = _PRECISE.create_decimal(number.strip())
    except (ArithmeticError, ValueError):
        return number
    if value.is_zero():
        return "0"
    if not value.is_finite() or abs(value.adjusted()) > 300:
        return number
    if value == value.to_integral_value():
        return f"{value.to_integral_value(context=_WIDE):f}"
    return f"{_GENERAL.create_decimal(value).normalize():f}"


def _number(section: _Section, value: Decimal) -> str | None:
    tokens = section.tokens
    kinds = [kind for kind, _ in tokens]
    if "exponent" in kinds or "noon" in kinds:
        return None
    if "general" in kinds or ("char", "@") in tokens:
        return "".join(general(str(value)) if kind == "general" or text == "@" else text for kind, text in tokens)
    digits = [i for i, kind in enumerate(kinds) if kind == "digit"]
    if not digits:
        return "".join(text for _, text in tokens)
    first, last = digits[0], digits[-1]
    if first and tokens[first - 1] == ("char", "."):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == ("char", ","):
        last += 1
    core = tokens[first : last + 1]
    if any(kind != "digit" and text not in {",", "."} for kind, text in core):
        return None  # fractions, telephone numbers
    value = value.scaleb(2 * sum(token == ("char", "%") for token in tokens))
    printed = _digits("".join(text for _, text in core), abs(value))
    before, after = ("".join(text for _, text in part) for part in (tokens[:first], tokens[last + 1 :]))
    minus = "-" if value < 0 and re.search(r"[1-9]", printed) else ""
    return f"{minus}{before}{printed}{after}"


def _digits(pattern: str, value: Decimal) -> str:
    """The digits of a number under a pattern of placeholders ("#,##0.0#,")."""
    stripped = pattern.rstrip(",")
    whole, _, decimals = stripped.partition(".")
    scaled = len(pattern) - len(stripped) + len(whole) - len(whole.rstrip(","))
    decimals = decimals.replace(".", "").replace(",", "")
    grouped = "," in whole.rstrip(",")
    rounded = value.scaleb(-3 * scaled).quantize(Decimal(1).scaleb(-len(decimals)), context=_WIDE)
    left, _, right = f"{rounded:f}".partition(".")
    least = whole.count("0")
    left = left.lstrip("0").rjust(least, "0")
    if grouped:
        left = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", left)
    while right and decimals[len(right) - 1] != "0" and right[-1] == "0":
        right = right[:-1]
    return left + ("." + right if right or (decimals and "." in stripped and "0" in decimals) else "")


def _date(section: _Section, value: Decimal, from_1904: bool) -> str | None:
    if value < 0 or value > _LATEST:
        return None
    seconds = int((value * 86_400).to_integral_value(ROUND_HALF_UP))
    base = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value >= 60 else 31)
    try:
        moment = base + timedelta(seconds=seconds)
    except OverflowError:
        return None
    tokens = _ordered(_minutes(section.tokens))
    half = any(kind == "noon" for kind, _ in tokens)
    return "".join(_part(kind, text, moment, seconds, half) for kind, text in tokens)


def _minutes(tokens: Sequence[Token]) -> list[Token]:
    """Tells minutes from months: an "m" beside hours or seconds."""
    told = list(tokens)
    timed = [i for i, (kind, _) in enumerate(told) if kind in {"date", "elapsed"}]
    for before, here in pairwise(timed):
        if told[here][1] in {"m", "mm"} and told[before][1][0] == "h":
            told[here] = ("minute", told[here][1])
        if told[here][1][0] == "s" and told[before][1] in {"m", "mm"}:
            told[before] = ("minute", told[before][1])
    return told


def _ordered(tokens: list[Token]) -> list[Token]:
    """Dates of digits alone whose year stands last, as ISO dates."""
    parts = [(i, text) for i, (kind, text) in enumerate(tokens) if kind == "date" and text[0] in "ymd"]
    letters = "".join(text[0] for _, text in parts)
    if letters not in {"dmy", "mdy"} or any(text[0] != "y" and len(text) > 2 for _, text in parts):
        return tokens
    first, last = parts[0][0], parts[-1][0]
    if any(kind == "text" and text.strip(" /.-") for kind, text in tokens[first:last]):
        return tokens
    iso: list[Token] = [("date", "yyyy"), ("text", "-"), ("date", "mm"), ("text", "-"), ("date", "dd")]
    return [*tokens[:first], *iso, *tokens[last + 1 :]]


def _part(kind: str, text: str, moment: datetime, seconds: int, half: bool) -> str:
    """One part of a date or a time."""
    if kind == "elapsed":
        return str(seconds // {"h": 3600, "m": 60, "s": 1}[text[0]])
    if kind == "noon":
        return "AM" if moment.hour < 12 else "PM"
    if kind == "minute":
        return f"{moment.minute:0{len(text)}d}"
    if kind != "date":
        return "" if kind == "digit" else text
    wide = len(text)
    if text[0] == "y":
        return f"{moment.year:04d}" if wide > 2 else f"{moment.year % 100:02d}"
    if text[0] == "m":
        name = _MONTHS[moment.month - 1]
        return (f"{moment.month:0{wide}d}", name[:3], name, name[:1])[max(0, min(wide - 2, 3))]
    if text[0] == "d":
        name = _DAYS[moment.weekday()]
        return (f"{moment.day:0{wide}d}", name[:3], name)[max(0, min(wide - 2, 2))]
    if text[0] == "h":
        hour = (moment.hour - 1) % 12 + 1 if half else moment.hour
        return f"{hour:0{min(wide, 2)}d}"
    return f"{moment.second:0{min(wide, 2)}d}"
