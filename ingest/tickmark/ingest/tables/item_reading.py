"""What is printed in a cell of certain columns, with the glue around it: a number, a sign for nothing, or a text.

"( 1,234 )" is a number in spite of its blanks, "$ -" is nothing, and "$750 3.5%, Feb 2027" is the name of a note.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.readings import CellReading, read_cell
from tickmark.ingest.markup import SUPERSCRIPTS, Marked

__all__ = ["NIL", "NUMERAL", "SIGNS", "item_reading", "starts_number"]

SIGNS = r"(?:(?:US|HK|C|A|CA|CAD|NZ|S|R|NT)?\s?\$|US\$|[€£¥₹₩]|RMB|EUR|USD|GBP|CHF)"
NIL = re.compile(rf"(?:{SIGNS})?\s*\(?\s*[-−–—―‒]+\s*\)?\s*[%)]*(?:\s*\(\w{{1,2}}\)|[{SUPERSCRIPTS}*])*", re.IGNORECASE)
_NOTHING = re.compile(r"(?:n\.?\s?m\.?|nm|\*+|n/?m|n\.?/?a\.?|not meaningful|not applicable)\s*%?", re.IGNORECASE)
# an amount with its coupon is the name of a note: "$750 3.5%, Feb 2027"
_NOTE_NAME = re.compile(rf"(?:{SIGNS})?\s?[\d,.]+\s+\d[\d.]*\s?%,?\s+(?:\w+\s+){{0,3}}\w*20\d\d\W*", re.IGNORECASE)
_TIMES = re.compile(r"\(?[\d,.]+\)?\s?x|[\d.]+\s?(?:pts?|bps)\.?", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_PLAIN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_LOOSE = re.compile(r"(?<=[\d)])\s+(?=[%)])|(?<=\()\s+(?=[\d$.])|(?<=[$€£])\s+")
# how long, over a column: "Less than 12 months", "Greater than 3 months, 6 months or less"
_HOW_LONG = re.compile(
    r"(?:greater|more|less|fewer|longer|over|under|within|up\s+to|after)\s+(?:than\s+)?[\w-]+\s+(?:months?|years?"
    r"|days)\b.{0,40}"
    r"|[\w-]+\s+(?:months?|years?|days)\s+or\s+(?:less|more|greater|longer|fewer|over)",
    re.IGNORECASE,
)
NUMERAL = re.compile(rf"[\s$€£¥()\d.,%+{SUPERSCRIPTS}*†‡-]+")


def starts_number(opening: str, text: str) -> bool:
    """Whether a cell goes on with the number that the cells before it open."""
    if opening.strip() in {"-", "−"}:
        return re.match(r"[\d.]", text) is not None
    return (
        (NUMERAL.fullmatch(text) is not None and _DIGITS.search(text) is not None)
        or NIL.fullmatch(text) is not None
        or _NOTHING.fullmatch(text) is not None
    )


def item_reading(whole: Marked) -> CellReading:
    """What an item is; a dash with a currency or per-cent sign is nothing as well."""
    text = whole.text
    if len(text) <= 60 and _PLAIN.fullmatch(text):
        return read_cell(text)  # as most are
    if NIL.fullmatch(text):
        return CellReading("nothing", status="nil")
    if _NOTHING.fullmatch(text):
        return CellReading("nothing", status="not_disclosed")
    if len(text) > 60 or _HOW_LONG.fullmatch(text) or _NOTE_NAME.fullmatch(text):
        return CellReading("text")
    if text[:1] in {"(", "-", "−", "–"} or not text[:1].isalpha():
        spaced = _LOOSE.sub("", text)
        if spaced != text and NUMERAL.fullmatch(text):
            reading = read_cell(spaced)
            return replace(reading, mentions=tuple(_shifted(m, spaced, text) for m in reading.mentions))
    if _TIMES.fullmatch(text):
        return _with_tail(text)
    return read_cell(text)


def _with_tail(text: str) -> CellReading:
    found = re.match(r"\(?[\d,.]+\)?", text)
    return read_cell(found[0]) if found else CellReading("text")


def _shifted(mention: Mention, spaced: str, text: str) -> Mention:
    """A mention read in ``spaced`` with its offsets in ``text``, which has more blanks."""
    places, at = [], 0
    for char in spaced:
        while text[at] != char:
            at += 1
        places.append(at)
        at += 1
    places.append(len(text))
    core = (places[mention.core[0]], places[mention.core[1] - 1] + 1)
    return replace(mention, start=places[mention.start], stop=places[mention.stop - 1] + 1, core=core)
