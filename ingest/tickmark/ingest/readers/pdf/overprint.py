"""Words printed over each other: bold faked by printing twice, a shadow, the hidden words of text recognition.

Of two copies of a word one is read, of a printed and a hidden word the printed one. Two different words in the same
place cannot be told apart by what is drawn later (either may be meant), so that neither is read, and the page says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tickmark.ingest.readers.pdf.page import Word

__all__ = ["without_overprint"]

_SAME_LINE = 0.3  # of the letters' height: base lines of words in the same place
_ALIKE = 1.6  # times: how much higher the letters of one may be (a watermark is far higher)
_OVER = 0.4  # of the narrower word
_ALONG = 0.6  # of the letters' height: hidden words that go on so close to printed ones are the same line found again
_PART = 0.3  # of the letters' height: how far a part of a word may stand out of it


def without_overprint(words: list[Word]) -> tuple[list[Word], int]:
    """The words that can be read, in the order given, and how many are left out because another stands there."""
    pairs = list(_overlapping(words))
    if not pairs:
        return words, 0
    gone: set[int] = set()
    unread: set[int] = set()
    for a, b in pairs:
        if a in gone or b in gone:
            continue
        one, other = words[a], words[b]
        if one.hidden != other.hidden:
            gone.add(a if one.hidden else b)
        elif _is_copy(one, other):
            gone.add(b if len(one.text) >= len(other.text) else a)
        else:
            unread |= {a, b}
    kept = [word for at, word in enumerate(words) if at not in gone and at not in unread]
    return kept, len(unread - gone)


def _overlapping(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Pairs of words, by their places in the list, that stand on one base line and over each other."""
    lines: dict[int, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        if word.size > 0 and any(char.isalnum() for char in word.text):
            lines[int(word.base // word.size)].append(at)
            lines[int(word.base // word.size) + 1].append(at)
    seen: set[tuple[int, int]] = set()
    for line in lines.values():
        line.sort(key=lambda at: words[at].x0)
        reaching: list[int] = []
        for at in line:
            word = words[at]
            reaching = [other for other in reaching if words[other].x1 + _ALONG * word.size > word.x0]
            for other in reaching:
                pair = (min(at, other), max(at, other))
                if pair not in seen and _in_one_place(words[other], word):
                    seen.add(pair)
                    yield pair
            reaching.append(at)


def _in_one_place(a: Word, b: Word) -> bool:
    smaller, larger = sorted((a.size, b.size))
    if larger > _ALIKE * smaller or abs(a.base - b.base) > _SAME_LINE * smaller:
        return False
    if a.hidden != b.hidden:
        return _shared(a, b) > -_ALONG * smaller
    return _shared(a, b) > _OVER * min(a.x1 - a.x0, b.x1 - b.x0)


def _shared(a: Word, b: Word) -> float:
    return min(a.x1, b.x1) - max(a.x0, b.x0)


def _is_copy(a: Word, b: Word) -> bool:
    """Whether two words in one place say the same; one may be a part of the other, where that part stands."""
    part, whole = sorted((a, b), key=lambda word: len(word.text))
    if a.text == b.text:
        return True
    room = _PART * whole.size
    return part.text in whole.text and whole.x0 - room < part.x0 and part.x1 < whole.x1 + room
