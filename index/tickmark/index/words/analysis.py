"""How text becomes terms for the lexical view; the same steps for what is kept and for what is asked.

::

    "R&D"  "PP & E"  "CO₂"  "tCO2e"       r&d  pp&e  co2  tco2e           a short compound is one word
    "e-mail"  "non-current"               email e mail, noncurrent non current   found by either writing
    "105,925"  "1,234.56"  "17.55%"       105925  1234.56  17.55          separators go, points stay
    "06680"  "06680.HK"                   06680 6680  hk                  leading zeros may be left out
    "the Company's emissions"             the compani emiss               English stemming
    "温室气体排放"                         温室 室气 气体 体排 排放            pairs; a lone character by itself

The steps up to words are here, in Python; splitting at blanks and stemming are tantivy's, so that a long text costs one
pass. Stop words are kept in the index and dropped from questions, since "IT" and "A shares" are words somewhere.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["ANALYSIS", "STOP_WORDS", "words"]

# Part of the lexical view's format: a change below makes another, and views are rebuilt.
ANALYSIS = 1

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """a about all also an and any are as at be been but by can could did do does for from had has have how i if in
    into is it its many me much my of on or our please shall should show so tell than that the their them then there
    these they this those to was we were what when where which who whom whose why will with would you your""",
    )
)

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
_HYPHENS = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens and joiners: nobody sees them
_DASHES = re.compile("[\u2010\u2011\u2012\u2212]")
_AMPERSAND = re.compile(r"\b([a-z]{1,3})\s*&\s*([a-z]{1,3})\b")
_TOKEN = re.compile(
    rf"[{_CJK}]+"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"  # 105,925  1,234.56
    r"|\d+\.\d+(?![\w.])"  # 3.24
    r"|[a-z]{1,3}(?:&[a-z]{1,3})+(?![a-z])"  # r&d  pp&e
    r"|(?:[a-z]\.){2,}[a-z]?(?![a-z])"  # u.s.  e.g.
    rf"|[^\W_{_CJK}]+(?:['’\-][^\W_{_CJK}]+)*"  # words, with their apostrophes and hyphens
)
_POSSESSIVE = re.compile(r"['’]s?$")


def words(text: str) -> list[str]:
    """The words of a text, in order, lower-cased, not yet stemmed. None of them is empty or holds a blank."""
    folded = unicodedata.normalize("NFKC", text).lower()
    folded = _AMPERSAND.sub(r"\1&\2", _DASHES.sub("-", _HYPHENS.sub("", folded)))
    found: list[str] = []
    for match in _TOKEN.finditer(folded):
        token = match.group()
        if token[0] >= "\u3040" and re.match(f"[{_CJK}]", token):
            found += [token[n : n + 2] for n in range(len(token) - 1)] or [token]
        elif token[0].isdigit():
            found += _number(token)
        else:
            found += _word(token)
    return found


def _number(token: str) -> list[str]:
    token = token.replace(",", "")
    if "-" in token:
        return [word for part in token.split("-") for word in _number(part) if part]
    stripped = token.lstrip("0")
    return [token, stripped] if token.isdigit() and stripped and stripped != token else [token]


def _word(token: str) -> list[str]:
    token = _POSSESSIVE.sub("", token).replace("'", "").replace("’", "")
    if "." in token:
        return [token.replace(".", "")]
    if "-" not in token:
        return [token] if token else []
    parts = [part for part in token.split("-") if part]
    # A long chain of hyphens is not one word that anybody asks for.
    return (["".join(parts)] if 2 <= len(parts) <= 3 else []) + parts
