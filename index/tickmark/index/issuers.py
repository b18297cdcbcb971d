"""Every way to name an issuer, and the issuers a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from tickmark.index.filters import issuer_key
from tickmark.index.model import FilingSummary
from tickmark.index.terms import is_concept, terms

__all__ = ["IssuerName", "find_issuers", "issuer_names"]


@dataclass(frozen=True, slots=True)
class IssuerName:
    """One way to name an issuer of the index: a full name, a short name, a code. ``key`` is the issuer's own."""

    key: str
    issuer: str
    pattern: re.Pattern[str]
    short: str


_GENERIC_NAME = frozenset(
    [
        "co",
        "company",
        "corp",
        "corporation",
        "inc",
        "incorporated",
        "limited",
        "ltd",
        "llc",
        "lp",
        "nv",
        "plc",
        "sa",
        "ag",
        "se",
        "group",
        "holdings",
        "holding",
        "international",
        "global",
        "technology",
        "technologies",
        "tech",
        "science",
        "industries",
        "industry",
        "enterprises",
        "instruments",
        "rare",
        "earth",
        "rareearth",
        "the",
        "of",
        "and",
    ]
)


def _latin_aliases(name: str) -> list[str]:
    """The full name, then shorter and shorter ones, down to its distinctive words."""
    parts = re.findall(r"[\w&]+(?:['’-][\w&]+)*", name)
    aliases = [" ".join(parts)]
    while parts and parts[-1].lower().strip(".") in _GENERIC_NAME | {"co", "ltd"}:
        parts = parts[:-1]
        if parts:
            aliases.append(" ".join(parts))
    core = [p for p in parts if not set(re.split(r"[-]", p.lower())) <= _GENERIC_NAME]
    if core:
        aliases.append(" ".join(core))
        if len(core[0]) >= 5:
            aliases.append(core[0])  # "Northwind" for Northwind Magnetics Ltd.
    return [a for a in dict.fromkeys(aliases) if len(a) >= 2]


def _chinese_aliases(name: str) -> list[str]:
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


def _pattern(alias: str) -> re.Pattern[str]:
    if re.search("[\u4e00-\u9fff]", alias):
        return re.compile(re.escape(alias))
    pieces = re.findall(r"[A-Za-z]+|\d+", alias)
    return re.compile(
        r"(?<![A-Za-z0-9])" + r"[\s.,&'’-]*".join(map(re.escape, pieces)) + r"(?:['’]s)?(?![A-Za-z0-9])", re.IGNORECASE
    )


# "Major Customers The Company", "Directors of the Company": a heading and the words after it, not a name
_NO_NAME = re.compile(r"\bthe (?:company|group|corporation|registrant)$", re.IGNORECASE)


def _distinctive(alias: str) -> bool:
    """Whether a name can only be a name: "FY19 Group" and "Revenue The Company" were misread off some line."""
    if not alias.isascii():
        return True
    plain = [w for w in re.findall(r"[A-Za-z0-9]+", alias.lower()) if w not in _GENERIC_NAME]
    return any(not is_concept(t) and not re.fullmatch(r"fy\d+|q\d|h\d", w) for w in plain for t in terms(w)[:1])


def issuer_names(filings: Sequence[FilingSummary]) -> list[IssuerName]:
    """Every way to name an issuer of these filings, the longest first."""
    found: dict[tuple[str, str], IssuerName] = {}
    for filing in filings:
        key = issuer_key(filing.issuer)
        if not key:
            continue
        aliases: list[str] = []
        for name in filing.issuer_names or (filing.issuer,):
            if _NO_NAME.search(name):
                continue
            aliases += _chinese_aliases(name) if re.search("[\u4e00-\u9fff]", name) else _latin_aliases(name)
        code = (filing.stock_code or "").split(".")[0]
        if code:
            aliases += [code, code.lstrip("0")] if code.isdigit() else [code]
        for alias in aliases:
            if len(alias) >= 2 and _distinctive(alias):
                found.setdefault((key, alias.lower()), IssuerName(key, filing.issuer, _pattern(alias), alias))
    return sorted(found.values(), key=lambda n: -len(n.short))


def find_issuers(text: str, names: Sequence[IssuerName]) -> tuple[dict[str, str], str]:
    """Issuers named in the text (key to name), and the text without them. Misspelt names are found by likeness."""
    found: dict[str, str] = {}
    rest = text
    for name in names:
        if name.pattern.search(rest):
            found[name.key] = name.issuer
            rest = name.pattern.sub(" ", rest)
    if found:
        return found, rest
    tokens = [(m.start(), m.end(), m[0]) for m in re.finditer(r"[A-Za-z][\w&'-]+", rest)]
    for name in names:
        size = len(re.findall(r"[A-Za-z]+", name.short))
        if len(re.sub(r"\W", "", name.short)) < 5 or not size or not name.short.isascii() or name.short.isdigit():
            continue
        wanted = re.sub(r"[^a-z]", "", name.short.lower())
        for width in {size, max(1, size - 1)}:
            for i in range(len(tokens) - width + 1):
                start, end = tokens[i][0], tokens[i + width - 1][1]
                given = re.sub(r"[^a-z]", "", rest[start:end].lower())
                if abs(len(given) - len(wanted)) <= 2 and given[:1] == wanted[:1] and fuzz.ratio(given, wanted) >= 84:
                    return {name.key: name.issuer}, rest[:start] + " " + rest[end:]
    return found, rest
