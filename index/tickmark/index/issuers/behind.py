"""What stands behind an issuer's name and belongs to it: words of a longer name, a legal form, its town, its ticker.

The words may be misspelt ("Palevsky Ferites") or short ("Palevsky Ferr", "Larkmoor Intl"). None of this is asked for,
so none of it may be missed in a filing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from rapidfuzz.distance import OSA

from tickmark.index.issuers.places import is_region
from tickmark.index.words.ordinary import ordinary

__all__ = ["alike", "of_exchange", "without_place", "words_further"]

# "Ford Motor Co" of Ford Motor Company: the legal form behind a name, whichever it is
_LEGAL_FORM: Final = re.compile(
    r"(?:[\s,.]*\b(?:(?i:co|company|companies|corp|corporation|inc|incorporated|limited|ltd|llc|plc)|LP|L\.P|NV|N\.V|SA"
    r"|S\.A|AG|SE)"
    r"(?![\w-])\.?)+(?:['’]s?(?!\w))?"
)
# what an issuer is, behind its short name: "Larkmoor REIT", "Larkmoor Re", "Larkmoor Community Bank"
_KIND: Final = re.compile(
    r"\s+(?:REIT|BDC|SPAC|Re(?=\W*(?:$|\s))|(?:(?:Community|Savings|National|State|Commercial|Investment)\s+)?Bank"
    r"(?!\s+(?i:loans?|borrowings?|deposits?|balances?|overdrafts?|debts?|facilit\w+|charges?|covenants?|guarantees?"
    r"|acceptances?|notes?|bills?|interest|accounts?|lenders?)\b))(?:['’]s?)?(?![\w&-])"
)
_TOWN: Final = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}"
_REGION: Final = r"(?P<region>[A-Z][\w.]+(?:\s[A-Z][a-z]+){0,2}|[A-Z]\.[A-Z]\.)"
# "Larkmoor Bancorp (Salem, OR)", "Larkmoor Bancorp of Salem, OR," and "Larkmoor (NASDAQ: LKMR)"
_PLACE: Final = re.compile(rf"(?P<of>\s*\(|,\s+|\s+(?:of|from|based in|in)\s+){_TOWN},\s*{_REGION}(?P<to>\)|,|\b)")
_EXCHANGE: Final = r"(?i:nyse(?: american)?|nasdaq|lse|aim|tsxv?|asx|hkex|sehk|euronext|otc\w*|tse|jse|nse|bse|sgx)"
_TICKER: Final = re.compile(rf"\s*\({_EXCHANGE}\s*[:\s]\s*[A-Z0-9][A-Z0-9.]{{0,7}}\)")
_LISTED: Final = re.compile(rf"{_EXCHANGE}:")
_SHORTEST: Final = 3
_BEGINNING: Final = 4  # letters of a word's beginning that stand for it ("Pharma")
_CUT: Final = 2
_DOT: Final = re.compile(r"\.(?=,|\s*\w)")  # of an abbreviation
_WORD: Final = re.compile(r"[\s,]*([A-Za-z][\w'-]*|&)")


def words_further(text: str, stop: int, longer: Sequence[str], short: str) -> int:
    """Where a name ends when the words behind it are of a longer name, or a legal form.

    Args:
        text: a question.
        stop: where the name ends that was found.
        longer: all names of the issuer that are written out.
        short: the name that was found.
    """
    stop = _of_longer(text, stop, longer, short)
    stop = kind.end() if (kind := _KIND.match(text, stop)) else stop
    return form.end() if (form := _LEGAL_FORM.match(text, stop)) else stop


def without_place(text: str, stop: int) -> int:
    """Where a name ends with the town or the ticker behind it."""
    if (ticker := _TICKER.match(text, stop)) is not None:
        return ticker.end()
    place = _PLACE.match(text, stop)
    if place is None or not is_region(place["region"]):
        return stop
    return place.end() if (place["of"].strip() == "(") == (place["to"] == ")") else stop


def of_exchange(named: str) -> bool:
    """Whether a name with a colon is a ticker behind its exchange ("ASX:LKM")."""
    return _LISTED.match(named) is not None


def _of_longer(text: str, stop: int, longer: Sequence[str], short: str) -> int:
    for full in longer:
        if not full.lower().startswith(short.lower() + " "):
            continue
        wanted = full[len(short) :].replace("&", "and").split()
        given = list(_WORD.finditer(text[stop : stop + 80]))[: len(wanted)]
        pairs = [(g[1].lower().replace("&", "and"), w.lower()) for g, w in zip(given, wanted, strict=False)]
        if len(pairs) == len(wanted) and all(alike(g, w) for g, w in pairs):
            return stop + given[-1].end()
        said = list(takewhile(lambda one: _own(one[0][1], one[1]), zip(given, wanted, strict=False)))
        if said:
            end = stop + said[-1][0].end()  # "Palevsky Ferrites'" of Palevsky Ferrites Mining Co.
            return end + (_DOT.match(text, end) is not None)
    return stop


def _own(given: str, wanted: str) -> bool:
    """Whether a word is one of a name's: with a capital, with or without a possessive, or an abbreviation of it."""
    bare = re.sub(r"['’]s?$", "", given)
    return (given[:1].isupper() and bare.lower() == wanted.lower()) or _abbreviates(bare, wanted.lower())


def _abbreviates(given: str, wanted: str) -> bool:
    """Whether a word is short for one of a name's: its consonants to the last one ("Mkts"), or its beginning.

    A beginning that is a word by itself ("auto") counts with a capital only.
    """
    short = re.sub(r"['’.]", "", given.lower())
    if len(short) < _SHORTEST or len(wanted) - len(short) < _CUT or short[0] != wanted[0]:
        return False
    if len(short) >= _BEGINNING and wanted.startswith(short):
        return given[:1].isupper() or not ordinary(short)
    letters = iter(wanted)
    skeleton = re.search("[aeiou]", short[1:]) is None and all(letter in letters for letter in short)
    return skeleton and short[-1] in {wanted[-1], wanted.removesuffix("s")[-1]}


def alike(given: str, wanted: str) -> bool:
    """Whether two words are the same but for one slip, two in a long word, none in a short one."""
    slips = 0 if len(wanted) < 5 else 1 if len(wanted) < 8 else 2
    if slips == 0:
        return given == wanted
    return given[:1] == wanted[:1] and OSA.distance(given, wanted) <= slips
