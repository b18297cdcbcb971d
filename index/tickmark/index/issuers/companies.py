"""Companies that a question names by their legal form ("Larkmoor Pumps Inc."), whether or not they have filings here.

A name of the index that is part of another company's name does not mean that company: "Albany Foods Ltd" is none of
Albany Pumps plc. A company without a filing is a reason to refuse, whatever its neighbours print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from tickmark.index.issuers.aliases import GENERIC

__all__ = ["companies_in", "is_part_of_another", "printed_as", "shortest"]

_FORM: Final = (
    r"(?:(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|P\.?L\.?C|LLC|L\.P|Bancorp|Bancshares|Holdings)\b\.?"
    r"|plc\b|(?:N\.?V|S\.?A|AG|SE|ASA|AB|Oyj|GmbH|KGaA|Co)\b\.?(?=\W*(?:$|[,;:?!)\"”]|[a-z(]|Ltd|Limited)))"
)
_WORD: Final = r"(?:[A-Z0-9][\w&'’.-]*|&|of|and|de|the|for)"
_NAME = re.compile(rf"(?<![\w])(?P<n>[A-Z0-9][\w&'’.-]*(?:,?\s+{_WORD}){{0,7}}?,?\s+{_FORM}(?:,?\s+{_FORM})*)")
# words with a capital that open a question, not a name
_OPENING: Final = frozenset(
    re.findall(
        r"\w+",
        "a according an and are as at by can compare compared could did do does for from give had has have how in is"
        " list of on please show tell the to was were what when where which who whose why will with would",
    )
)
_FACE: Final = 6_000


def companies_in(text: str) -> list[str]:
    """The companies that a text names with their legal form, without the words of the question around them."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        words = match["n"].split()
        while words and words[0].lower().strip(",.") in _OPENING:
            words = words[1:]
        if len(words) > 1:
            found.append(" ".join(words).rstrip(","))
    return found


def _tails(company: str) -> list[str]:
    """A name, and what may be it alone behind a joining word ("segment of Larkmoor Pumps Inc."), longest first."""
    cuts = [0, *(found.end() for found in re.finditer(r"\b(?:of|for|and|the)\s+", company))]
    return [company[cut:] for cut in cuts if len(company[cut:].split()) > 1]


def _telling(name: str) -> list[str]:
    return [w for w in re.findall(r"[a-z0-9]+", name.lower()) if w not in GENERIC and len(w) > 1]


def is_part_of_another(text: str, names: Sequence[str]) -> str | None:
    """The company of the text whose name has words that none of an issuer's ``names`` has, if there is one."""
    own = {w for name in names for w in _telling(name)}
    for company in companies_in(text):
        tails = [_telling(tail) for tail in _tails(company)]
        whole = [all(_known(w, own) for w in words) for words in tails if words]
        if whole and not any(whole) and any(_known(w, own) for w in tails[-1]):
            return company
    return None


def _known(word: str, own: set[str]) -> bool:
    """Whether a word is one of a name's, but for a slip or two, or parts of it written apart."""
    return any(
        word == other
        or (len(word) > 3 and (word in other or other in word))
        or (
            min(len(word), len(other)) >= 5
            and word[0] == other[0]
            and OSA.distance(word, other) <= 1 + (len(other) > 7)
        )
        for other in own
    )


def printed_as(company: str, face: Iterable[tuple[int, str]]) -> str | None:
    """The part of a company's name that the first pages of a filing print, or None.

    Args:
        company: from :func:`companies_in`.
        face: where passages of the filing start, in characters, and their texts.
    """
    pages = " ".join(_plain(text) for start, text in face if start < _FACE)
    return next((tail for tail in _tails(company) if f" {_plain(tail)} " in f" {pages} "), None)


def shortest(company: str) -> str:
    """What is surely the company's own name."""
    return _tails(company)[-1]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
