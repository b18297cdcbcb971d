"""Small numbers as filings write them out: "three months ended", "five committees", "eight of the ten largest"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.references import counted_noun

__all__ = ["COUNT", "count_of", "holds_number", "worded"]

_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty-four": 24, "twenty-five": 25, "twenty-six": 26, "twenty-seven": 27, "twenty-eight": 28, "thirty-six": 36,
    "thirty-nine": 39, "forty": 40, "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip
COUNT: Final = r"\d{1,2}|" + "|".join(sorted((word.replace("-", "[- ]") for word in _WORDS), key=len, reverse=True))
# "one" is more often a pronoun than a number
_COUNTING: Final = tuple(word for word, number in _WORDS.items() if 1 < number < 20)
_WORDED = re.compile(rf"(?<![\w-])(?:{'|'.join(_COUNTING)})(?![\w-])", re.IGNORECASE)
# "the five modules" were counted before; "top ten" is a name
_COUNTED_BEFORE = re.compile(
    r"\b(?:the|these|those|its|our|their|all|both|other|last|past|first|next|previous|recent|following|top|no|nos"
    r"|number"
    r"|rule|section|chapter|part|note|article|schedule|level|tier|phase|stage|grade|or|to|between|every|each)\s+$",
    re.IGNORECASE,
)
# sorts and sides of a thing, not things
_SORTS = re.compile(
    r"\b(?:aspects|types|kinds|parts|dimensions|ways|steps|principles|elements|areas|categories|factors|levels|phases"
    r"|stages|perspectives|fields|pillars|points|days|weeks|months|years|hours|minutes|times|decades|halves|thirds)$",
    re.IGNORECASE,
)
_OF_MORE = re.compile(r"\s+of\s+(?:the|our|its|their|them|whom|which|these|those)\b", re.IGNORECASE)
_OF_DIGITS = re.compile(r"\s+of\s+(?:the|our|its|their)\s+\d")
_DIGIT = re.compile(r"\d")
_NOT_A_PHRASE = 60
_LONGEST_BEFORE = 20  # what may stand before a number and say that it was counted, with the space between


def count_of(text: str) -> int:
    """The number that a match of :data:`COUNT` writes, in digits or in words."""
    return int(text) if text.isdigit() else _WORDS[text.lower().replace(" ", "-")]


def holds_number(text: str) -> bool:
    """Whether a text may print a number, in digits or in words."""
    return _DIGIT.search(text) is not None or _WORDED.search(text) is not None


def worded(text: str) -> Iterator[Mention]:
    """The numbers of a sentence that are written out and count something: "four meetings", "two of its plants"."""
    for found in _WORDED.finditer(text):
        after = text[found.end() : found.end() + _NOT_A_PHRASE]
        noun = counted_noun(after)
        part = _OF_MORE.match(after) is not None
        if _OF_DIGITS.match(after):
            continue  # "four of the 9 directors": the whole is the figure
        before = _COUNTED_BEFORE.search(text, max(0, found.start() - _LONGEST_BEFORE), found.start())
        if before or not (noun or part) or (noun and _SORTS.search(noun)):
            continue
        number = Decimal(_WORDS[found[0].lower()])
        yield Mention(found.start(), found.end(), found.span(), found[0], number)
