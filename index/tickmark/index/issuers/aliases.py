"""Every way to write the name of an issuer: shorter and shorter names, initials, tickers, and how to tell each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = [
    "GENERIC",
    "chinese_aliases",
    "initials",
    "initials_pattern",
    "latin_aliases",
    "name_pattern",
    "ticker_pattern",
]

# words that companies share: none of them tells one from another
GENERIC: Final = frozenset(
    re.findall(
        r"\w+",
        "co company companies corp corporation inc incorporated limited ltd llc lp nv plc sa ag se group holdings"
        " holding international global technology technologies tech science industries industry enterprises instruments"
        " motor motors rare earth rareearth the of and",
    )
)
# first words that are no name by themselves
_COMMON_FIRST: Final = frozenset(
    re.findall(
        r"\w+",
        "advanced american best capital central china commonwealth consolidated digital eastern energy financial first"
        " general golden great health home hong national natural new north northern pacific premier public royal south"
        " southern standard texas union united universal western world",
    )
)
# tickers that are words: read as tickers only where they are written like one
_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "all and any are beat big bill can car cash cat cost core dear eat fast form fun gain gold good has hope key"
        " land life live loan love low main nice now open out pays plan play post real rent ride run safe save see ship"
        " site snow tell tree trip true turn two wash well wood work you",
    )
)
_TICKER_SHORTEST: Final = 3
_EXCHANGES: Final = "nyse|nasdaq|lse|aim|tsx|asx|hkex|sehk|tickers?|symbol"


def latin_aliases(name: str) -> list[str]:
    """The full name, then shorter and shorter ones, down to its distinctive words; the first word by itself last."""
    parts = re.findall(r"[\w&]+(?:['’-][\w&]+)*", name)
    aliases = [" ".join(parts)]
    while parts and parts[-1].lower().strip(".") in GENERIC:
        parts = parts[:-1]
        if parts:
            aliases.append(" ".join(parts))
    core = [p for p in parts if not set(re.split(r"[-]", p.lower())) <= GENERIC]
    if core:
        aliases.append(" ".join(core))
        if len(core[0]) >= 4 and core[0].lower() not in _COMMON_FIRST:
            aliases.append(core[0])  # "Northwind" for Northwind Magnetics Ltd.
    return [a for a in dict.fromkeys(aliases) if len(a) >= 2 and a.lower() not in _COMMON_FIRST]


def initials(name: str) -> Iterator[str]:
    """Reads "P&G" out of Procter & Gamble, "AMD" out of Advanced Micro Devices."""
    parts = re.findall(r"[\w&]+(?:['’-][\w&]+)*", name)
    while parts and parts[-1].lower().strip(".") in GENERIC:
        parts = parts[:-1]
    words = [p for p in parts if p.lower() not in {"the", "of", "and", "&"}]
    joined = len(words) == 2 and len(parts) >= 3 and {"&", "and"} & {p.lower() for p in parts}
    if joined:
        yield f"{words[0][0].upper()}&{words[1][0].upper()}"
    elif 3 <= len(words) <= 5 and all(w[0].isalpha() for w in words):
        yield "".join(w[0] for w in words).upper()


def chinese_aliases(name: str) -> list[str]:
    """The full name and what is left without the province in front and the legal form behind."""
    short = re.sub(
        r"(?:科技|技术|技術|控股|集团|集團|实业|實業)?(?:股份)?有限(?:责任|責任)?公司$|集团$|集團$", "", name
    )
    bare = re.sub(
        r"^(?:中国|中國|江西|广东|廣東|北京|上海|浙江|江苏|江蘇|深圳|四川|山东|山東|福建|湖南|湖北|河南|河北|安徽|香港)",
        "",
        short,
    )
    return [a for a in dict.fromkeys((name, short, bare)) if len(a) >= 2]


def name_pattern(alias: str) -> re.Pattern[str]:
    """A name with any punctuation, "and" for "&", spaces where its capitals are, and a possessive."""
    if re.search("[\u4e00-\u9fff]", alias):
        return re.compile(re.escape(alias))
    pieces = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z]|\d+|&", alias)
    pieces = ["&" if p.lower() == "and" else p for p in pieces]
    tight = sum(map(len, pieces)) <= 5
    text = ""
    for before, piece in zip(["", *pieces], pieces, strict=False):
        if piece == "&":
            text += r"\s*(?:&|\band\b)\s*" if tight else r"[\s.,]*(?:&|\band\b|n)?[\s.,]*"
        else:
            text += ("" if not before or before == "&" else r"[\s.,'’-]*") + re.escape(piece)
    return re.compile(r"(?<![A-Za-z0-9])" + text + r"(?:['’]s)?(?![A-Za-z0-9])", re.IGNORECASE)


def initials_pattern(letters: str) -> re.Pattern[str]:
    """Initials: in capitals, or with their "&"."""
    if "&" in letters:
        return name_pattern(letters)
    return re.compile(rf"(?<![\w$&.'’/-]){letters}(?:['’]s)?(?![\w&/-])")


def ticker_pattern(ticker: str, is_word: bool) -> re.Pattern[str]:
    """A ticker behind "$" or its exchange; alone in capitals; in small letters too where it is no word.

    Args:
        ticker: in capitals.
        is_word: whether it means something else in questions ("ESG").
    """
    exact = re.escape(ticker)
    forms = [rf"\$\s?{exact}\b", rf"\b(?i:{_EXCHANGES})\s*(?i:symbols?)?\s*[:：]?\s*{exact}\b"]
    if ticker not in {"A", "I"} and not is_word:
        forms.append(rf"(?<![\w$&.'’/-]){exact}(?:['’]s)?(?![\w&/-])")
    if len(ticker) >= _TICKER_SHORTEST and not is_word and ticker.lower() not in _WORDS:
        forms.append(rf"(?<![\w$&.'’/-])(?i:{exact})(?:['’]s)?(?![\w&/-])")
    return re.compile("|".join(forms))
