"""The issuers that a question names, by full name, short name, ticker, code, in Chinese, or misspelt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tickmark.index.filters import issuer_key
from tickmark.index.issuers.aliases import (
    GENERIC,
    by_capitals,
    capital_pattern,
    chinese_aliases,
    folded,
    full_name,
    initials,
    initials_pattern,
    latin_aliases,
    name_pattern,
    ticker_pattern,
)
from tickmark.index.issuers.behind import alike, without_place, words_further
from tickmark.index.model import FilingSummary
from tickmark.index.words.analysis import STOP_WORDS
from tickmark.index.words.ordinary import ordinary
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms

__all__ = ["IssuerName", "find_issuers", "issuer_names", "same_issuers"]

_ABBREVIATED = re.compile(r"[A-Z]{3}")  # "QVZ Holdings, Inc." is called QVZ
_HAN = re.compile("[\u4e00-\u9fff]")
# "Major Customers The Company", "Directors of the Company": a heading and the words after it, not a name
_NO_NAME = re.compile(r"\bthe (?:company|group|corporation|registrant)$", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"\b(?:inc|corp(?:oration)?|ltd|limited|plc|co|company|llc|n\.v|s\.a|ag|se|asa|ab)\b\.?,?$", re.IGNORECASE
)
_FORMERLY = re.compile(r"\(\s*(?:formerly|previously|f/k/a)\b[^()]*\)", re.IGNORECASE)
_NO_ABBREVIATION = 5  # letters from which on a stem is that of a word
_SHORTENED_BY = 3  # letters that a name of one word may lose at its end
_TICKER = re.compile(r"[A-Z]{1,5}(?:\.[A-Z])?")


@dataclass(frozen=True, slots=True)
class IssuerName:
    """One way to name an issuer of the index: a full name, a short name, a code. ``key`` is the issuer's own.

    ``written`` tells names that may be misspelt from tickers and codes, which may not; a ``shouted`` name counts only
    where not everything is in capitals.
    """

    key: str
    issuer: str
    pattern: re.Pattern[str]
    short: str
    written: bool = True
    shouted: bool = False


def _distinctive(alias: str, name: str) -> bool:
    """Whether a name can only be a name: "FY19 Group" and "Revenue The Company" were misread off some line."""
    if not alias.isascii():
        return True
    plain = [w for w in re.findall(r"[A-Za-z0-9]+", alias.lower()) if w not in GENERIC]
    if any(not _in_glossary(w, t) and not re.fullmatch(r"fy\d+|q\d|h\d", w) for w in plain for t in terms(w)[:1]):
        return True
    return alias == full_name(name) and (len(plain) > 1 or _LEGAL_FORM.search(name) is not None)


def _in_glossary(word: str, term: str) -> bool:
    """Whether a word is one of the glossary's, and does not only have the stem of an abbreviation ("Boeing", BOE)."""
    if not is_concept(term):
        return False
    stemmed = stem(word)
    return len(stemmed) >= _NO_ABBREVIATION or word.removesuffix("s") == stemmed


def _named(filing: FilingSummary, key: str, issuer: str) -> list[IssuerName]:
    """The names that one filing gives its issuer."""
    tickers = {t for t in (*filing.tickers, filing.stock_code or "") if _TICKER.fullmatch(t)}
    found: list[IssuerName] = []
    for name in filing.issuer_names or (filing.issuer,):
        if name in tickers or _NO_NAME.search(name):
            continue
        aliases = chinese_aliases(name) if _HAN.search(name) else latin_aliases(name)
        found += [IssuerName(key, issuer, name_pattern(a), a) for a in aliases if _distinctive(a, name)]
        if not _HAN.search(name):
            capitals = by_capitals(name, frozenset(a.lower() for a in aliases if _distinctive(a, name)))
            found += [IssuerName(key, issuer, capital_pattern(a), a, False, True) for a in capitals]
        short = [letters for letters in initials(name) if not _HAN.search(name) and _distinctive(letters, name)]
        first = name.split(maxsplit=1)[0].strip(",.")
        if _ABBREVIATED.fullmatch(first) and not ordinary(first.lower()) and _distinctive(first, name):
            short.append(first)
        found += [IssuerName(key, issuer, initials_pattern(a), a, False, "&" not in a) for a in dict.fromkeys(short)]
    for ticker in sorted(tickers):
        word = any(is_concept(t) for t in terms(ticker)[:1])
        found.append(IssuerName(key, issuer, ticker_pattern(ticker, word), ticker, False, True))
    code = (filing.stock_code or "").split(".")[0]
    if code and code not in tickers:
        codes = dict.fromkeys((code, code.lstrip("0")) if code.isdigit() else (code,))
        found += [IssuerName(key, issuer, name_pattern(c), c, False) for c in codes if len(c) >= 2]
    if filing.cik:
        pattern = re.compile(rf"\bCIK\s*(?:no\.?|number|code|#)?\s*[:=]?\s*0*{filing.cik.lstrip('0')}\b", re.IGNORECASE)
        found.append(IssuerName(key, issuer, pattern, f"CIK {filing.cik}", False))
    return found


def same_issuers(filings: Sequence[FilingSummary]) -> dict[str, str]:
    """One key for each issuer by the key of each filing: Chinese filings of a company name it otherwise.

    They are of one issuer where one of them prints the other's name as well.
    """
    own = {key for filing in filings if (key := issuer_key(filing.issuer))}
    one = {key: key for key in own}
    for filing in filings:
        keys = {key for key in map(issuer_key, (filing.issuer, *filing.issuer_names)) if key in own}
        latin = sorted(key for key in keys if key.isascii())
        if len(latin) == 1:
            one.update((key, latin[0]) for key in keys if not key.isascii())
    return one


def issuer_names(filings: Sequence[FilingSummary]) -> list[IssuerName]:
    """Every way to name an issuer of these filings, the longest first; a single word that two share names neither."""
    found: dict[tuple[str, str], IssuerName] = {}
    owners: dict[str, set[str]] = defaultdict(set)
    one = same_issuers(filings)
    names = {issuer_key(filing.issuer): filing.issuer for filing in reversed(filings)}
    for filing in filings:
        key = one.get(issuer_key(filing.issuer), "")
        for name in _named(filing, key, names[key]) if key else ():
            if len(name.short) >= 2 or name.shouted:
                found.setdefault((key, name.short.lower()), name)
                owners[name.short.lower()].add(key)
    kept = [
        n
        for n in found.values()
        if len(owners[n.short.lower()]) == 1 or not n.written or " " in n.short or issuer_key(n.short) == n.key
    ]
    return sorted(kept, key=lambda n: -len(n.short))


def find_issuers(
    text: str, names: Sequence[IssuerName], known: Callable[[str], bool] | None = None
) -> tuple[dict[str, str], str]:
    """Issuers named in the text (key to name), and the text without them. Misspelt names are found by likeness.

    Args:
        text: a question.
        names: from :func:`issuer_names`.
        known: whether a word means something in the filings, so that it is no misspelt name.
    """
    before = _FORMERLY.sub(" ", text)
    if before != text and (first := find_issuers(before, names, known))[0]:
        return first  # "Larkmoor (formerly Marlow)" is Larkmoor, where both have filings
    found: dict[str, str] = {}
    rest = text
    shouting = text.upper() == text and len(text.split()) > 3
    for name in names:
        if name.shouted and shouting:
            continue
        while (named := name.pattern.search(folded(rest))) is not None:
            found[name.key] = name.issuer
            stop = named.end()
            if name.short.isascii():
                longer = [n.short for n in names if n.key == name.key and n.written and name.written]
                stop = words_further(rest, stop, longer, name.short)
            rest = f"{rest[: named.start()]} {rest[without_place(rest, stop) :]}"
    if found:
        return found, rest
    known = known or (lambda _: False)
    found, rest = _misspelt(text, names, known)
    return (found, rest) if found else _shortened(rest, names, known)


def _bare(text: str) -> str:
    """A text's Latin letters alone, in lower case."""
    return re.sub(r"[^a-z]", "", text.lower())


@lru_cache(maxsize=4_096)
def _letters(name: str) -> tuple[str, int]:
    """The letters of a name, and how many words they make."""
    return _bare(name), len(re.findall(r"[A-Za-z]+", name))


def _misspelt(text: str, names: Sequence[IssuerName], known: Callable[[str], bool]) -> tuple[dict[str, str], str]:
    """The issuer whose name is written with a slip or two, the longest name first."""
    places = [m.span() for m in re.finditer(r"[A-Za-z][\w&'-]+", text)]
    runs: dict[int, list[tuple[int, int, str]]] = {}  # by how many words: where such a run stands, and its letters
    for name in names:
        wanted, size = _letters(name.short)
        if not name.written or not name.short.isascii() or len(wanted) < 5:
            continue
        for width in {size, max(1, size - 1)}:
            if width not in runs:
                ends = zip(places, places[width - 1 :], strict=False)
                runs[width] = [(a, b, _bare(re.sub(r"['’]s$", "", text[a:b]))) for (a, _), (_, b) in ends]
            for start, end, given in runs[width]:
                if alike(given, wanted) and not (width == 1 and _means_something(given, known)):
                    shorts = [n.short for n in names if n.key == name.key and n.written]
                    return {
                        name.key: name.issuer
                    }, f"{text[:start]} {text[without_place(text, words_further(text, end, shorts, name.short)) :]}"
    return {}, text


def _shortened(text: str, names: Sequence[IssuerName], known: Callable[[str], bool]) -> tuple[dict[str, str], str]:
    """The one issuer that a word with a capital shortens: "NorMag" of Northwind Magnetics, "Larkm" of Larkmoor."""
    for token in re.finditer(r"(?<![\w&'’-])[A-Z][A-Za-z]{3,}", text):
        word = token[0].lower()
        if _means_something(word, known):
            continue
        meant = {n.key: n.issuer for n in names if n.written and n.short.isascii() and _shortens(word, n.short.lower())}
        if len(meant) == 1:
            stop = (
                token.end() + len(possessive[0])
                if (possessive := re.match("['’]s", text[token.end() :]))
                else token.end()
            )
            return meant, f"{text[: token.start()]} {text[stop:]}"
    return {}, text


def _shortens(word: str, name: str) -> bool:
    """Whether a word is the beginnings of a name's first two words, or all but the end of its only one."""
    first, *others = re.findall(r"[a-z]+", name) or [""]
    if not others:
        return len(word) > 4 and first.startswith(word) and len(first) - len(word) <= _SHORTENED_BY
    return any(
        first.startswith(word[:at]) and others[0].startswith(word[at:])
        for at in range(2, len(word) - 1)
        if at < len(first)
    )


def _means_something(word: str, known: Callable[[str], bool]) -> bool:
    """Whether a word is one of the language, as "being" is, and not a slip in "Boeing"."""
    return word in STOP_WORDS or any(is_concept(t) for t in terms(word)[:1]) or known(word)
