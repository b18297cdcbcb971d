"""What people call an issuer: the short names that its own filing defines ("Apple", "P&G") beside the full one."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["short_names"]

_QUOTED = re.compile(r"[“\"「『]\s*(?:the\s+)?(?P<n>[^”“\"」』()]{2,40}?)\s*[,.]?\s*[”\"」』]", re.IGNORECASE)
_LEGAL = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|llc|ltd|limited|plc|holdings?|group|l\.?p|n\.?v|s\.?a|ag"
    r"|se)\b\.?",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"[“\"](?P<n>[^”“\"()]{2,40}?),?[”\"][^.\n]{0,90}?\b(?:refers?|means?)\s+(?:only\s+)?to\b", re.IGNORECASE
)
# what filings call any company: no name of this one
_ANYBODY = frozenset(
    re.findall(
        r"\w+",
        "company group registrant issuer corporation bank trust parent firm partnership fund management board we us our"
        " ours it its holding holdings listed manager business entity borrower guarantor director directors plan act"
        " adviser reporting period year 本公司 公司 本集团 本集團 集团 集團 发行人 發行人",
    )
)
_BETWEEN = frozenset(["subsidiaries", "subsidiary", "and", "a", "an", "delaware", "nyse", "nasdaq", "its"])
_LOOKED_AT = 150_000
_MOST = 5


def short_names(issuer: str, words: str) -> tuple[str, ...]:
    """Names defined beside the full one ('Apple Inc. ("Apple")'), or in words ('"Epson" refers to ...'), in order.

    Args:
        issuer: the full name.
        words: the words of the filing, without markup.
    """
    head = words[:_LOOKED_AT]
    found = dict.fromkeys(name for name in (*_beside(issuer, head), *_in_words(head)) if _is_name(name, issuer))
    return tuple(found)[:_MOST]


def _beside(issuer: str, head: str) -> Iterator[str]:
    core = _core(issuer)
    full = re.compile(
        r"(?<!\w)"
        + r"[\s.,]+".join(map(re.escape, core))
        + r"(?P<gap>(?:[^()（）“\"\n]|\([A-Z][A-Za-z]{2,9}:[^()\n]{1,12}\)){0,90})"
        r"[(（](?P<in>[^()（）]{3,240})[)）]",
        re.IGNORECASE,
    )  # fmt: skip
    for defined in full.finditer(head):
        said = _LEGAL.sub("", defined["gap"])
        between = re.findall(r"\w+", re.sub(r"\([^()]*\)", " ", said))
        named = len(core) > 1 or said != defined["gap"]  # one common word alone is no company
        if named and not any(w[0].isupper() and w.casefold() not in _BETWEEN for w in between):
            yield from (quoted["n"] for quoted in _QUOTED.finditer(defined["in"]))


def _in_words(head: str) -> Iterator[str]:
    return (found["n"] for found in _REFERS.finditer(head) if len(found["n"]) > 3)


def _core(issuer: str) -> list[str]:
    """The words of a name before its legal form; a name that is nothing else stays whole."""
    words = issuer.removeprefix("The ").removeprefix("THE ").split()
    while len(words) > 1 and _LEGAL.fullmatch(words[-1].strip(",.")):
        words.pop()
    return [word.strip(",") for word in words]


def _is_name(name: str, issuer: str) -> bool:
    """Whether a defined term is a name of the issuer: written like one, and with something in common with it."""
    bare = name.strip(" ,.")
    words = re.findall(r"\w+", bare.casefold())
    if (
        not words
        or set(words) <= _ANYBODY | {"the", "of", "and"}
        or len(bare) > 40
        or bare.casefold() == issuer.casefold()
    ):
        return False
    if not bare[0].isupper() and not bare[0].isdigit() and bare.isascii():
        return False
    letters = re.sub(r"\W", "", issuer.casefold())
    if all(word[:3] in letters for word in words):
        return True
    return len(words) == 1 and bare.isupper() and bare[0].casefold() == letters[:1]
