"""Notes on what a statement's numbers count: "(in millions, except per share data)", "£'000", "Dollars in thousands".

A note has a main scale, perhaps a currency, and exceptions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from tickmark.ingest.figures.units import currency_of

__all__ = ["UnitNote", "is_note_alone", "note_for_all", "note_of"]

ONE = Decimal(1)
_SCALES = {"thousand": Decimal(1_000), "million": Decimal(1_000_000), "billion": Decimal(1_000_000_000)}
_MONEY = (
    r"(?:U\.?S\.?\s*dollars?|dollars?|US\s?\$|HK\s?\$|C\s?\$|A\s?\$|\$|£|€|¥|RMB|euros?"
    r"|pounds?(?:\s+sterling)?|rand|yen|EUR|GBP|USD|CAD|AUD|ZAR|CHF)"
)
_IN = re.compile(
    rf"(?P<money>{_MONEY})?(?:\s+amounts?)?[\s,(]*(?:\b(?:are|is|presented|expressed|stated|shown|reported"
    rf"|amounts?|all)\s+)*"
    rf"\(?(?:\bin|\bof|\bto\s+the\s+nearest)?\s*(?P<money2>{_MONEY})?\s*\(?\b(?P<scale>thousand|million"
    rf"|billion)s?\b(?P<money3>\s+(?:of\s+)?{_MONEY})?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:in|of|nearest)\s+(?:the\s+)?(?:[\w.$£€]+\s+){0,3}|^[(\s]*(?:[$£€]|US\$|dollars)?\s*|[($£€]\s*)$",
    re.IGNORECASE,
)
_ZEROS = re.compile(r"(?P<money>[$£€¥R]|US\$|HK\$|RMB)?\s?\(?['’‘`]?\s?000['’]?s?\b(?!,)", re.IGNORECASE)
_MILLIONS_SIGN = re.compile(r"(?P<money>[$£€¥]|US\$)\s?(?P<m>m|mn|bn|k)\b", re.IGNORECASE)
_SCALE_WORD = re.compile(r"\b(thousand|million|billion)s?\b", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:except|excluding|other than)\b(?P<what>[^.;]*)", re.IGNORECASE)
_PER_SHARE = re.compile(
    r"\bper[\s-]+(?:\w+[\s-]+){0,2}(?:share|unit|ADS|warrant|option)s?\b|\bpar\s+value\b", re.IGNORECASE
)
_SHARES = re.compile(r"\b(?:number\s+of\s+)?shares?\b(?![\s-]+(?:data|amounts?|information)?\s*$)", re.IGNORECASE)
_SHARES_IN = re.compile(
    r"(?:\bshares?\b(?:[^;,()]{0,40}?|,\s*which\s+(?:are|is)\s+\w+\s+)"
    r"|(?:^|[(,;]\s?|\band\s)(?:stock\s)?(?:options|units|awards|warrants|RSUs|PSUs)\s)\bin\s+(thousand|million"
    r"|billion)s\b",
    re.IGNORECASE,
)
_SHORT = (
    (re.compile(r"\bthous\b\.?", re.IGNORECASE), "thousands"),
    (re.compile(r"\bmill?s?\.", re.IGNORECASE), "millions"),
    (re.compile(r"(?<=[$£€(])\s?MM\b", re.IGNORECASE), " millions"),
)
# "(in whole dollars)": said where the numbers around it are in millions
_WHOLE = re.compile(
    r"[(\[]\s*(?:amounts?\s+)?(?:in\s+)?(?:whole|actual)\s+(?:U\.?S\.?\s+)?dollars\s*[)\]]", re.IGNORECASE
)
_ALONE = re.compile(
    r"[(\[]?\s*(?:unaudited[\s,;-]*)?[(\[]?(?:(?:all\s+)?(?:tabular\s+)?(?:amounts?|figures|dollars?|tables?"
    r"|numbers)\b.{0,50}|expressed\s+|stated\s+|USD\s+|US\$\s*|\$\s*|£\s*)?"
    r"[(]?\s*(?:in|of)?\s*(?:\w+\s+)?(?:[$£€]\s*)?(?:thousands|millions|billions)\b.{0,140}",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"\b(?:all|tabular|the)\s+(?:[\w-]+\s+){0,5}(?:amounts|dollars|figures)\b[^.;]{0,120}?\bin\s+(?:thousands"
    r"|millions|billions)\b[^.;]{0,100}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class UnitNote:
    """What a note says. ``shares``: the scale of share counts where it is said, or None for the main scale.

    ``per_share``: it leaves out what is given per share.
    """

    scale: Decimal = ONE
    currency: tuple[str, str] | None = None
    shares: Decimal | None = None
    per_share: bool = field(default=False, compare=False)


def _currency(word: str | None) -> tuple[str, str] | None:
    if not word:
        return None
    word = word.strip().lower().removeprefix("of ").strip()
    if "dollar" in word or word == "u.s.":
        return "USD", "USD"
    if word.startswith("pound"):
        return "GBP", "GBP"
    if word in {"r", "rand"}:
        return "ZAR", "ZAR"
    return currency_of(word.replace(" ", ""))


@lru_cache(maxsize=8_192)
def note_of(text: str) -> UnitNote | None:
    """The note in a text; None when it holds none. A scale word that follows a number is that number's."""
    if _WHOLE.search(text):
        return UnitNote(ONE, _currency("dollars"))
    if not re.search(r"thous|million|mill?s?\.|billion|000|[$£€(]\s?(?:m|mm|bn|k)\b", text, re.IGNORECASE):
        return None
    for abbreviated, word in _SHORT:
        text = abbreviated.sub(word, text)
    zeros = _ZEROS.search(text)
    if zeros and not re.search(r"[\d,.]$", text[: zeros.start()]):
        return UnitNote(Decimal(1_000), _currency(zeros["money"]))
    if (sign := _MILLIONS_SIGN.search(text)) and len(text) < 30:
        scale = {"m": _SCALES["million"], "mn": _SCALES["million"], "bn": _SCALES["billion"], "k": _SCALES["thousand"]}
        return UnitNote(scale[sign["m"].lower()], _currency(sign["money"]))
    shares_in = _SHARES_IN.search(text)
    for found in _SCALE_WORD.finditer(text):
        before = text[: found.start()]
        if re.search(r"\d\s*$", before) or not _LEAD.search(before[-60:]):
            continue
        if (
            shares_in
            and found.start() >= shares_in.start()
            and found.end() <= shares_in.end()
            and not re.search(r"dollars?\s+and\s+shares?|amounts?\s+and\s+shares?", text, re.IGNORECASE)
        ):
            continue
        whole = next((m for m in _IN.finditer(text) if m.start("scale") == found.start()), None)
        money = _currency(whole["money"] or whole["money2"] or whole["money3"]) if whole else None
        return UnitNote(_SCALES[found[1].lower()], money, _share_scale(text, shares_in), _per_share_left_out(text))
    return UnitNote(ONE, None, _SCALES[shares_in[1].lower()]) if shares_in else None


def _share_scale(text: str, shares_in: re.Match[str] | None) -> Decimal | None:
    """How share counts are scaled, where a note says so."""
    if shares_in:
        return _SCALES[shares_in[1].lower()]
    excepted = _EXCEPT.search(text)
    if excepted is None:
        return None
    what = _PER_SHARE.sub(" ", excepted["what"])
    return ONE if re.search(r"\bshares?\b|\bunits?\b", what, re.IGNORECASE) else None


def _per_share_left_out(text: str) -> bool:
    excepted = _EXCEPT.search(text)
    return excepted is not None and _PER_SHARE.search(excepted["what"]) is not None


def is_note_alone(text: str) -> bool:
    """Whether a text is such a note and nothing else, so that it speaks for all that follows."""
    return len(text) < 200 and _ALONE.match(text) is not None and note_of(text) is not None


def note_for_all(text: str) -> UnitNote | None:
    """The note in a text that speaks for all tables after it: one on its own, or a sentence that says so."""
    if is_note_alone(text):
        return note_of(text)
    if len(text) < 4_000 and (said := _FOR_ALL.search(text)):
        return note_of(said[0])
    return None
