"""How a tagged number is written: the transformations of inline XBRL, from the printed words to a decimal.

The registries (XBRL International's "Transformation Rules Registry" 1 to 5 and the SEC's own) give the same rule under
several spellings: ``numdotdecimal`` and ``num-dot-decimal``, ``zerodash`` and ``fixed-zero``. Hyphens and case are left
out of account here, and so is the registry that the prefix names: no two of them give one name to different rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

__all__ = ["is_known", "number_of", "number_words"]

_SPACE = r"\s\u00a0\u2002-\u200b\u202f\u2060\ufeff"
_GROUPS_COMMA = re.compile(rf"[,'’`{_SPACE}]")
_GROUPS_DOT = re.compile(rf"[.'’`{_SPACE}]")
_PLAIN = re.compile(r"\d+(?:\.\d*)?|\.\d+", re.ASCII)
_WITH_UNITS = re.compile(r"(\d[\d.,\s]*?)[^\d.,\s][^\d]*?(\d{1,2})\D*", re.ASCII)
_LONGEST: Final = 64

_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_LARGE: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NONE: Final = frozenset({"no", "none", "nil"})


def _plain(text: str) -> Decimal | None:
    return Decimal(text) if len(text) <= _LONGEST and _PLAIN.fullmatch(text) else None


def _pointed(text: str, point: str, groups: re.Pattern[str]) -> Decimal | None:
    """A number with group separators before its decimal point, and none after it."""
    whole, dot, rest = text.partition(point)
    return _plain(groups.sub("", whole) + ("." + rest if dot else ""))


def _dot_decimal(text: str) -> Decimal | None:
    """Reads "1,234.56", "1 234.56" and "12,34,567.8"."""
    return _pointed(text, ".", _GROUPS_COMMA)


def _comma_decimal(text: str) -> Decimal | None:
    """Reads "1.234,56" and "1 234,56"."""
    return _pointed(text, ",", _GROUPS_DOT)


def _unit_decimal(text: str) -> Decimal | None:
    """Reads "5 pounds 6 pence" as 5.06."""
    found = _WITH_UNITS.fullmatch(text.strip())
    whole = _plain(re.sub(r"[.,\s]", "", found[1])) if found else None
    return whole + Decimal(int(found[2])).scaleb(-2) if found and whole is not None else None


def _zero(text: str) -> Decimal | None:
    """A dash, a word, nothing at all: the tag says that it stands for zero."""
    return Decimal(0)


def _nothing(text: str) -> Decimal | None:
    """Rules whose outcome is no finite number (no content, infinity)."""
    return None


def number_words(text: str) -> Decimal | None:
    """A number in English words ("twenty-five", "one hundred and five", "two million", "no"), or None.

    >>> number_words("three hundred and twenty-one thousand")
    Decimal('321000')
    """
    words = re.findall(r"[a-z]+|[^\sa-z-]+", text.lower())
    if len(words) == 1 and words[0] in _NONE:
        return Decimal(0)
    total, group, largest = 0, 0, 10**15
    said = False
    for place, word in enumerate(words):
        if word in _LARGE and largest > _LARGE[word]:
            largest = _LARGE[word]
            total, group = total + max(group, 0 if said else 1) * largest, 0
        elif word == "hundred" and group < 100:
            group = max(group, 1) * 100
        elif word in _SMALL and _fits(group % 100, _SMALL[word]):
            group += _SMALL[word]
        elif (said and word in {"and", ","}) or (not place and len(words) > 1 and word in {"a", "an"}):
            continue
        else:
            return None
        said = True
    return Decimal(total + group) if said else None


def _fits(below_hundred: int, more: int) -> bool:
    """Whether a word goes on with a number: "twenty" with "five", "hundred" with "five", not "five" with "six"."""
    return not below_hundred or (below_hundred >= 20 and not below_hundred % 10 and 0 < more < 10)


def _words(text: str) -> Decimal | None:
    return number_words(text) if len(text) <= 4 * _LONGEST else None


_RULES: Final[dict[str, Callable[[str], Decimal | None]]] = {
    **dict.fromkeys(
        ("numcommadot", "numdotdecimal", "numdotdecimalapos", "numdotdecimalin", "numspacedot"), _dot_decimal
    ),
    **dict.fromkeys(("numdotcomma", "numcommadecimal", "numcommadecimalapos", "numspacecomma"), _comma_decimal),
    **dict.fromkeys(("numunitdecimal", "numunitdecimalapos", "numunitdecimalin"), _unit_decimal),
    **dict.fromkeys(("numdash", "zerodash", "fixedzero"), _zero),
    **dict.fromkeys(("nocontent", "fixedempty", "numinf", "numneginf", "numnan"), _nothing),
    "numwordsen": _words,
}


def _rule(name: str) -> Callable[[str], Decimal | None] | None:
    return _RULES.get(name.rpartition(":")[2].replace("-", "").strip().lower())


def is_known(name: str | None) -> bool:
    """Whether the transformation (a qualified name; None: the number is printed plainly) is one that is read here."""
    return name is None or _rule(name) is not None


def number_of(printed: str, name: str | None) -> Decimal | None:
    """The number that ``printed`` stands for under the transformation ``name``; never negative.

    None where the transformation is unknown or the words do not fit it: a number is not guessed.
    """
    if name is None:
        return _plain(printed.strip())
    rule = _rule(name)
    return rule(printed.strip()) if rule else None
