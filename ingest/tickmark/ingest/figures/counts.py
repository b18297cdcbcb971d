"""Small numbers as filings write them out before "months" and "weeks"."""

from __future__ import annotations

from typing import Final

__all__ = ["COUNT", "count_of"]

_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty-four": 24, "twenty-five": 25, "twenty-six": 26, "twenty-seven": 27, "twenty-eight": 28, "thirty-six": 36,
    "thirty-nine": 39, "forty": 40, "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip
COUNT: Final = r"\d{1,2}|" + "|".join(sorted((word.replace("-", "[- ]") for word in _WORDS), key=len, reverse=True))


def count_of(text: str) -> int:
    """The number that a match of :data:`COUNT` writes, in digits or in words."""
    return int(text) if text.isdigit() else _WORDS[text.lower().replace(" ", "-")]
