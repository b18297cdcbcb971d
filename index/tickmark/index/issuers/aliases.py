"""Every way to write the name of an issuer: shorter and shorter names, initials, tickers, and how to tell each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from typing import Final

from tickmark.index.issuers.places import is_place
from tickmark.index.words.ordinary import ordinary

__all__ = [
    "GENERIC",
    "by_capitals",
    "capital_pattern",
    "chinese_aliases",
    "folded",
    "full_name",
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


_DOTTED: Final = re.compile(r"\b(?:[A-Za-z]\.\s?){2,}")  # "p.l.c.", "S.A."
_GLUED: Final = re.compile(r"(?<=[a-z]{4})(?:group|corp|bank|holdings)$", re.IGNORECASE)
_SHORTEST_CAPITAL: Final = 4
_PAIR: Final = 2
_ALONE: Final = 5  # letters of a part of a name from which on it may stand for all of it


def folded(text: str) -> str:
    """A text without the marks on its letters, each letter in its place: "Estée" is "Estee"."""
    return text if text.isascii() else "".join(map(_bare_letter, text))


def _bare_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)
    return base[0] if len(base) > 1 and base[0].isascii() and base[0].isalpha() else letter


def _parts(name: str) -> list[str]:
    together = _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m[0]) + " ", folded(name))
    return re.findall(r"[\w&]+(?:['’-][\w&]+)*", together)


def full_name(name: str) -> str:
    """A name without its punctuation: the longest of its aliases."""
    return " ".join(_parts(name))


# what stands before a name inside of a question
_LEADS: Final = (
    "did", "does", "do", "has", "had", "is", "was", "will", "of", "at", "by", "for", "from", "about", "how",
)  # fmt: skip


def latin_aliases(name: str) -> list[str]:
    """The full name, then shorter and shorter ones, down to its distinctive words; the first word by itself last."""
    parts = _parts(name)
    aliases = [" ".join(parts)]
    if len(parts) > 2 and parts[0].lower() == "the":
        parts = parts[1:]
        aliases.append(" ".join(parts))
    while parts and parts[-1].lower().strip(".") in GENERIC:
        parts = parts[:-1]
        if parts:
            aliases.append(" ".join(parts))
    core = [p for p in parts if not set(re.split(r"[-]", p.lower())) <= GENERIC]
    if core:
        aliases.append(" ".join(core))
        if len(core[0]) >= 4 and core[0].lower() not in _COMMON_FIRST:
            aliases.append(core[0])  # "Northwind" for Northwind Magnetics Ltd.
            first = core[0].partition("-")[0]
            if len(first) >= _ALONE and not ordinary(first.lower()):
                aliases.append(first)  # "Colgate" for Colgate-Palmolive
            if len(core) == 1 and (short := _GLUED.sub("", core[0])) != core[0]:
                aliases.append(short)  # "Citi" for Citigroup
    return [a for a in dict.fromkeys(aliases) if len(a) >= 2 and a.lower() not in _COMMON_FIRST]


def by_capitals(name: str, known: Set[str]) -> Iterator[str]:
    """Short names that only their capitals tell from other words: "Capital One", "Disney", "Target" beside any goal.

    Args:
        name: of the issuer.
        known: its other names, in small letters.
    """
    parts = [part for part in _parts(name) if part.lower() != "the"]
    if len(parts) == 1:
        return
    while parts and parts[-1].lower() in GENERIC:
        parts.pop()
    if parts and "-" in parts[0] and len(first := parts[0].partition("-")[0]) >= _ALONE and first.lower() not in known:
        yield first
    if len(parts) == 1:
        if parts[0].lower() not in known and len(parts[0]) >= _SHORTEST_CAPITAL:
            yield parts[0]
        return
    last = parts[-1].lower() if parts else ""
    if (
        len(parts) == _PAIR
        and len(last) >= _ALONE
        and not last.endswith("s")
        and last not in GENERIC | _COMMON_FIRST | known
    ):
        yield parts[1]  # "Disney" of The Walt Disney Company
    two = parts[:_PAIR]
    common = all(part.lower() in GENERIC or part.lower() in _COMMON_FIRST for part in two)
    if len(parts) > _PAIR and not common and " ".join(two).lower() not in known and not is_place(two[0].lower()):
        yield " ".join(two)


def initials(name: str) -> Iterator[str]:
    """Reads "P&G" out of Procter & Gamble, "AMD" out of Advanced Micro Devices."""
    parts = _parts(name)
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
            text += r"(?:\s*(?:&|\band\b)\s*|n)" if tight else r"[\s.,]*(?:&|\band\b|n)?[\s.,]*"
        else:
            text += ("" if not before or before == "&" else r"[\s.,'’-]*") + re.escape(piece)
    return re.compile(r"(?<![A-Za-z0-9])" + text + r"(?:['’]s)?(?![A-Za-z0-9])", re.IGNORECASE)


def capital_pattern(alias: str) -> re.Pattern[str]:
    """Words that are a name by their capitals ("Capital One", "Target's"); a single one not at a sentence's start."""
    words = [word.capitalize() for word in alias.split()]
    if len(words) > 1:
        either = "|".join((r"\s+".join(map(re.escape, words)), r"\s+".join(re.escape(w.upper()) for w in words)))
        return re.compile(rf"(?<![\w-])(?:{either})(?:['’]s)?(?![\w-])")
    led = "|".join(rf"(?<=\b{word} )" for word in _LEADS)
    return re.compile(rf"(?:{led}){words[0]}(?:['’]s)?(?![\w-])(?!\s+[A-Z])|(?<![\w-]){words[0]}['’]s?(?!\w)")


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
