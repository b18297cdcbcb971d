"""Rows of a table of people that hold no one's name but the office of the person above: "Chief Financial Officer".

What people are paid is printed a person a block: the name beside the newest year, the office under it, the older years
beside or below that. The office is no heading of the next person, and the older years are not those of an office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.ingest.tables.condense import Strip

__all__ = ["is_office", "offices_of", "with_office"]

_BEFORE = (
    r"(?:(?:former|acting|interim|executive|non-executive|senior|group|global|deputy|assistant|principal|corporate"
    r"|independent|lead|our|and|&)\s+|co-\s?)*"
)
_OFFICE = re.compile(
    rf"{_BEFORE}(?:chair(?:man|woman|person)?|president|vice[\s-]president|chief\s+(?:(?:\w+\s+){{1,3}}?officer"
    rf"|executive|financial|operating|accounting|technology|legal)|C[EFOT]O"
    r"|secretary|general\s+(?:counsel|manager)|treasurer|controller|officer|(?:managing\s+)?director)\b(?!['’]|s\b"
    r"|\s+(?:fees|compensation|pay|group)\b)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?[A-Z][\w’'-]*\.?(?:\s+(?:[A-Z][\w’'-]*\.?|(?:de|van|von|der|den|la"
    r"|du))){1,4}(?:,?\s+(?:Jr|Sr|I{2,3})\.?)?"
)
_MARKS = re.compile(r"(?:\s?[(\[]\w{1,2}[)\]])+$|[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]++$")
_GOES_ON = re.compile(r"(?:\b(?:and|of|the|for)|[,&])$", re.IGNORECASE)
_LONGEST = 120
_FEWEST = 2


def is_office(text: str) -> bool:
    """Whether a text names an office and no person."""
    return len(text) <= _LONGEST and _OFFICE.match(text) is not None


def with_office(name: str, office: str) -> str:
    """A person's name with the office: "A. Lund, President"."""
    return f"{_bare(name)}, {office}"


def _may_stand_under(strip: Strip) -> bool:
    """Whether a row has nothing but words, or is one of a year."""
    return not strip.numbers or any(item.year for item in strip.items)


def _bare(name: str) -> str:
    """A name without the leaders, the comma and the footnote marks behind it."""
    name = name[:_LONGEST].rstrip(" .,")
    return _MARKS.sub("", name, count=1).rstrip(" .,")


def offices_of(strips: Sequence[Strip], rows: Sequence[int]) -> dict[int, tuple[list[int], str]]:
    """The offices printed under names: by the row of a name, the rows that its office takes and the whole of it.

    Empty where offices stand over names, or under few of them: there they are headings.
    """
    found: dict[int, tuple[list[int], str]] = {}
    names: list[int] = []
    for row in rows:
        text = next((item.text.text for item in strips[row].items if item.reading.kind == "text"), "")
        if not text:
            continue
        own = found.get(names[-1]) if names else None
        if is_office(text) and _may_stand_under(strips[row]):
            if not names:
                return {}
            taken, said = own or ([], "")
            found[names[-1]] = ([*taken, row], f"{said} {text}".strip())
        elif own and _GOES_ON.search(own[1]) and not strips[row].numbers:
            found[names[-1]] = ([*own[0], row], f"{own[1]} {text}")
        elif _NAME.fullmatch(_bare(text)) and len(strips[row].numbers) >= _FEWEST:
            names.append(row)
    return found if len(names) >= _FEWEST and _FEWEST * len(found) > len(names) else {}
