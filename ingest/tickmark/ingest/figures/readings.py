"""What a whole cell is: a value, a sign for "nothing", text, or noise left by text recognition."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from tickmark.ingest.figures.numbers import DIRECTION, Mention, scan
from tickmark.ingest.markup import SUPERSCRIPTS, lowered
from tickmark.ingest.model import FigureStatus

__all__ = ["CellReading", "read_cell"]

_DASH = re.compile(r"^(?:(?:US|HK)?[$€£¥]\s?)?[-−–—―]+$")  # "$—": the sign of a column that holds nothing here
_NOT_DISCLOSED = re.compile(
    r"^(?:/|n\.?/?a\.?|not applicable|not disclosed|not available|n\.d\.|\*+|不适用|不適用|未披露)$", re.IGNORECASE
)
_GLUED_MARK = re.compile(
    rf"(?:\s*[{SUPERSCRIPTS}]+|\s*\[\^?\w{{1,3}}\]|\s*\((?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})\)|\s+\d{{1,2}}|\s*[*†‡§#]+)$"
)
_CHANGE_WORDS = re.compile(
    rf"\b{DIRECTION}\b|\bby\b|\b(?:as )?compared (?:with|to)\b.*|\bover\b.*|year[- ]on[- ]year|\byoy\b|[↑↓▲▼△▽]"
    r"|同比|环比|環比|增加|增长|增長|减少|減少|下降|上升",
    re.IGNORECASE,
)
# said of a change ("Growth on the year before: 31%"), these words leave the cell a value
_COMPARED_WORDS = re.compile(
    r"\b(?:on|to|from|of|than|in|as|a|an|the|same|corresponding|year|period|before|earlier|ago|last|previous|prior"
    r"|preceding)\b"
    r"|[比较較与與]?(?:上年|去年)(?:同期)?",
    re.IGNORECASE,
)
# "($)(1)" over a column: its unit, and a mark
_UNIT_IN_BRACKETS = re.compile(r"\(\s*(?:[A-Z]{1,3}\s?)?[$£€¥%#]\s*\)(?:\s*\(\w{1,3}\))+")
_LONGEST_VALUE = 240
_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_COUNTER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.:]?")
_DOWN = re.compile(r"\b(?:decreased?|declined?|fell|down|reduced|dropped|lower)\b|[↓▼]|减少|減少|下降", re.IGNORECASE)
_UP = re.compile(r"\b(?:increased?|rose|up|grew|growth|higher)\b|[↑▲]|增加|增长|增長|上升", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a cell is. ``value``: ``mentions`` hold its numbers; ``nothing``: ``status`` says which kind of nothing."""

    kind: Literal["value", "nothing", "text", "noise", "empty"]
    mentions: tuple[Mention, ...] = ()
    status: FigureStatus = "value"


def _rest(text: str, mentions: list[Mention]) -> str:
    """What is left of a cell when its numbers, marks and change words are taken out."""
    left, at = [], 0
    for m in mentions:
        left.append(text[at : m.start])
        at = m.stop
    left.append(text[at:])
    whole = " ".join(left)
    rest = _CHANGE_WORDS.sub(" ", whole)
    if _UP.search(whole) or _DOWN.search(whole):
        rest = _COMPARED_WORDS.sub(" ", rest)
    return re.sub(rf"[\s(){SUPERSCRIPTS}*†‡§$£€¥,;:]+", "", rest)


def _is_noise(text: str, mentions: list[Mention]) -> bool:
    """Broken grouping ("11,020,70 1,272.00", "100 100 000 00") or bare punctuation (", , , ,", "- : ,: ;", "<")."""
    if not re.search(r"[^\W_]", text):
        return True
    if re.search(r"[A-Za-z\u4e00-\u9fff]{2}", text) or not mentions:
        return False
    if re.fullmatch(r"[\d\s.,:;'’_|<>~^-]+", text) and not _COUNTER.fullmatch(text) and _rest(text, mentions):
        return True  # digits and punctuation that no number accounts for: "7 021 .", ", . 0 ;"
    broken = re.search(
        r",\d{1,2}(?:\D|$)(?!\d*%)|\d,\s+\d|\d\s+\d{1,2}\s+\d|\d{2,3} \d{3} \d{3} \d{2}\b|\d \d,\d", text
    )
    return (broken is not None and len(mentions) != 1) or bool(re.fullmatch(r"\d+(?: \d+){2,} \d{1,2}", text))


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
    mark = lowered(found[0].strip().strip("[]()^"))
    return text[: found.start()], mark


@lru_cache(maxsize=16_384)
def read_cell(text: str) -> CellReading:
    """Decides what a whole cell is. Offsets of its mentions are into ``text`` as given."""
    text = text.rstrip()
    if not text:
        return CellReading("empty")
    if len(text) > _LONGEST_VALUE or _UNIT_IN_BRACKETS.fullmatch(text):
        return CellReading("text")
    if _PLAIN.fullmatch(text):  # as most cells are: no sign, unit or mark to look for
        end = len(text)
        return CellReading("value", (Mention(0, end, (0, end), text, Decimal(text.replace(",", ""))),))
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
