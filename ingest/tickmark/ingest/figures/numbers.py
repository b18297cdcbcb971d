"""Numbers as filings print them, in cells and in running text.

:func:`scan` finds every number with what belongs to it: sign, currency, scale word, unit, qualifier, footnote mark.
:func:`read_cell` decides whether a whole cell is a value (and which), a sign for "nothing", text, or noise.
Nothing here knows of tables or sentences; results carry offsets into the text they were given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from tickmark.ingest.figures.units import CURRENCY, MEASURE, SCALE, currency_of, scale_of, tidy_unit
from tickmark.ingest.model import FigureStatus

__all__ = ["CellReading", "Mention", "read_cell", "scan"]

ONE = Decimal(1)
SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")

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
_DIRECTION = r"(?:increased?|decreased?|declined?|rose|fell|up|down|reduced|dropped|grew|growth|增加|增长|增長|减少|減少|下降|上升)"
_SUFFIX = (
    rf"(?P<pct>\s?(?:%|％|percentage points?|percent\b|per cent\b|ppts?\b|pp\b|个百分点|個百分點|百分点))"
    rf"|(?:(?:[ -]?(?P<scale>{SCALE})(?![a-z])|(?P<letter>[kKmMbB]n?)(?![\w²³]))?"
    rf"(?:(?P<foot2>\s?[{SUPERSCRIPTS}]+)(?=\s|$))?"
    rf"(?:\s?(?P<unit>{MEASURE})(?![a-zA-Z]))?(?P<per>\s?(?:/|per )\s?(?:year|annum|month|day|hour|share|tonne|unit)s?\b)?"
    rf"(?:\s?(?P<money>美元|港元|日元|元人民币|元))?)"
)
_MENTION = re.compile(
    rf"(?:(?P<qual>(?<![\w]){_QUALIFIER})\s*)?"
    rf"(?P<cur>(?<![A-Za-z]){CURRENCY}\s?)?"
    rf"(?P<sign>(?<![\w)\d%])[-−–+](?=[\d.(])|\((?=\s?[\d$£€¥]))?"
    rf"(?P<cur2>[$£€¥]\s?)?"
    rf"(?P<num>(?<![\w.,])(?:{_NUMBER})|(?<=RMB|CNY|HKD|USD|GBP|EUR)(?:{_NUMBER})|(?<=[\u4e00-\u9fff])(?:{_NUMBER}))"
    rf"(?P<foot>\s?[{SUPERSCRIPTS}]+)?(?:\s?\)(?=\s?[%％]))?"
    rf"(?:{_SUFFIX})",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:~|～|—|–|-|to|and|至|到)\s*", re.IGNORECASE)
_DASH = re.compile(r"^[-−–—―]+$")
_NOT_DISCLOSED = re.compile(
    r"^(?:/|n\.?/?a\.?|not applicable|not disclosed|not available|n\.d\.|\*+|不适用|不適用|未披露)$", re.IGNORECASE
)
_GLUED_MARK = re.compile(
    rf"(?:\s*[{SUPERSCRIPTS}]+|\s*\[\w{{1,3}}\]|\s*\((?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})\)|\s+\d{{1,2}}|\s*[*†‡§#]+)$"
)
_CHANGE_WORDS = re.compile(
    rf"\b{_DIRECTION}\b|\bby\b|\bas compared with\b.*|\bcompared (?:with|to)\b.*|\bover\b.*|year[- ]on[- ]year|[↑↓▲▼△▽]",
    re.IGNORECASE,
)
_DOWN = re.compile(r"\b(?:decreased?|declined?|fell|down|reduced|dropped|lower)\b|[↓▼]|减少|減少|下降", re.IGNORECASE)
_UP = re.compile(r"\b(?:increased?|rose|up|grew|growth|higher)\b|[↑▲]|增加|增长|增長|上升", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a cell is. ``value``: ``mentions`` hold its numbers; ``nothing``: ``status`` says which kind of nothing."""

    kind: Literal["value", "nothing", "text", "noise", "empty"]
    mentions: tuple[Mention, ...] = ()
    status: FigureStatus = "value"


def _qualifier(word: str | None) -> tuple[str, ...]:
    """The normal form of a qualifier as printed: "over" is "more than", "≤" is "at most"."""
    if not word:
        return ()
    for normal, pattern in _WORDED.items():
        if re.search(pattern, word, re.IGNORECASE):
            return (normal,)
    return ("approximate",) if _APPROXIMATE.search(word) else ()


def _decimal(text: str) -> Decimal:
    return Decimal(re.sub(r"[,\s\u00a0\u202f']", "", text))


def _unit(found: re.Match[str]) -> tuple[str | None, str | None]:
    """(unit, currency) that a match prints."""
    if found["pct"]:
        word = found["pct"].strip().lower()
        points = word.startswith(("percentage", "pp")) or "百分点" in word or "百分點" in word
        return ("percentage points" if points else "%"), None
    money = currency_of(found["cur"] or found["cur2"] or found["money"] or "")
    per = tidy_unit(found["per"]) if found["per"] else ""
    per = re.sub(r"^per ", "/", per)
    if money:
        return money[0] + per, money[1]
    if found["unit"]:
        return tidy_unit(found["unit"]) + per, None
    return (per.lstrip("/") and f"per {per.lstrip('/')}" or None), None


def _mention(found: re.Match[str]) -> Mention:
    unit, currency = _unit(found)
    number = _decimal(found["num"])
    start, stop = found.start(), found.end()
    if found["sign"] and found["sign"] in "-−–":
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
        footnotes=(marks.translate(_TO_DIGITS),) if marks else (),
    )


def _join_range(text: str, low: Mention, high: Mention) -> Mention | None:
    """ "RMB400 million ~ RMB460 million", "31.17% ~ 50.84%", "10 to 15 tonnes": one mention, or None."""
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


def scan(text: str) -> list[Mention]:
    """Every number in ``text``, left to right, ranges joined. Years, dates and references are not told apart here."""
    found = [_mention(m) for m in _MENTION.finditer(text)]
    joined: list[Mention] = []
    for mention in found:
        ranged = _join_range(text, joined[-1], mention) if joined and joined[-1].low is None else None
        if ranged is not None:
            joined[-1] = ranged
        else:
            joined.append(mention)
    return joined


def _rest(text: str, mentions: list[Mention]) -> str:
    """What is left of a cell when its numbers, marks and change words are taken out."""
    left, at = [], 0
    for m in mentions:
        left.append(text[at : m.start])
        at = m.stop
    left.append(text[at:])
    rest = _CHANGE_WORDS.sub(" ", " ".join(left))
    return re.sub(rf"[\s(){SUPERSCRIPTS}*†‡§$£€¥,;:]+", "", rest)


def _is_noise(text: str, mentions: list[Mention]) -> bool:
    """Broken grouping ("11,020,70 1,272.00", "100 100 000 00") or bare punctuation (", , , ,", "- : ,: ;", "<")."""
    if not re.search(r"[^\W_]", text):
        return True
    if re.search(r"[A-Za-z\u4e00-\u9fff]{2}", text) or not mentions:
        return False
    broken = re.search(
        r",\d{1,2}(?:\D|$)(?!\d*%)|\d,\s+\d|\d\s+\d{1,2}\s+\d|\d{2,3} \d{3} \d{3} \d{2}\b|\d \d,\d", text
    )
    return broken is not None and len(mentions) != 1 or bool(re.fullmatch(r"\d+(?: \d+){2,} \d{1,2}", text))


def _signed(text: str, mention: Mention) -> Mention:
    """The sign that a cell prints in brackets: "(1,234)". Words ("Decrease by") are qualifiers, never a sign."""
    number = mention.number
    bracketed = re.fullmatch(rf"[$£€¥A-Z\s]*\(\s*[^()]+\)?\s*[%％)]*[{SUPERSCRIPTS}\s]*", text) is not None
    if number is not None and number > 0 and bracketed and "(" in text[: mention.core[0]]:
        start, stop = min(mention.start, text.index("(")), _close(text, mention.stop)
        return replace(mention, number=-number, start=start, stop=stop, printed=text[start:stop])
    return mention


def _close(text: str, stop: int) -> int:
    found = re.compile(r"\s*\)").match(text, stop)
    return found.end() if found else stop


def _without_mark(text: str) -> tuple[str, str | None]:
    """A footnote mark set after the number, also where it came out as plain digits ("224.17 23")."""
    found = _GLUED_MARK.search(text)
    if not found or not re.search(r"\d", text[: found.start()]):
        return text, None
    if found[0].strip().isdigit() and not re.search(r"[.,]\d+$|\d{4,}$|[%％]$", text[: found.start()]):
        return text, None
    mark = found[0].strip().strip("[]()").translate(_TO_DIGITS)
    return text[: found.start()], mark


def read_cell(text: str) -> CellReading:
    """Decides what a whole cell is. Offsets of its mentions are into ``text`` as given."""
    text = text.rstrip()
    if not text:
        return CellReading("empty")
    if _DASH.match(text):
        return CellReading("nothing", status="nil")
    if _NOT_DISCLOSED.match(text):
        return CellReading("nothing", status="not_disclosed")
    body, mark = _without_mark(text)
    mentions = scan(body)
    if _is_noise(body, mentions):
        return CellReading("noise")
    if body.count("(") != body.count(")") or not mentions or _rest(body, mentions) or re.match(r"\d{1,2}[.)]$", body):
        return CellReading("text")
    if len(mentions) == 1:
        mentions = [_signed(body, mentions[0])]
    elif len(mentions) == 2 and re.search(r"\(\s*$", body[: mentions[1].core[0]].rstrip("-−– $")):
        # "659,910,462 (99.9825%)": the brackets hold a second number, not a sign
        second = mentions[1]
        mentions[1] = replace(second, start=second.core[0], printed=body[second.core[0] : second.stop])
    else:
        return CellReading("text")
    if mark:
        mentions = [replace(m, footnotes=(*m.footnotes, mark)) for m in mentions]
    if _UP.search(body) or _DOWN.search(body):
        change = "decrease" if _DOWN.search(body) else "increase"
        mentions = [replace(m, qualifiers=(*m.qualifiers, change)) for m in mentions]
    return CellReading("value", tuple(mentions))
