"""From characters to words, and from words to rows."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tickmark.ingest.markup import raised
from tickmark.ingest.readers.pdf.glyphs import Glyph, Glyphs
from tickmark.ingest.readers.pdf.page import Row, Word, turned

__all__ = ["is_wide", "rows_of", "words_of"]

# of the letters' height: gaps that divide words, where PDFium sees a blank and where it does not (a blank is about .22)
_APART, _FAR_APART = 0.06, 0.19
_MARK = re.compile(r"^[(\[]?[\da-z*†‡][)\]]?$")
_BRACKETED = re.compile(r"^[(\[][a-z][)\]]$")
_LIGATURE = 0.42  # of the height of its box: an "f" is narrower, "ff" drawn as one letter is wider
_LEAST, _MOST = 0.5, 2.0  # of the height of its box: a letter's height by its font
_WIDE = re.compile(
    r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff]"
)
_LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LEADER = re.compile(r"^[.·…‥․_]{2,}$|^[.·…_]$|^[-–—=_]{4,}$")  # leader dots, and rules that are typed


def words_of(glyphs: Glyphs) -> tuple[list[Word], list[Word], int]:
    """The words of a page set the way most of it is, those set otherwise, and the turn that makes the first upright.

    Both are given turned upright; the boxes of their characters stay those of the page as shown.
    """
    turns = Counter(g.turn for g in glyphs.glyphs if g.text != " ")
    main = turns.most_common(1)[0][0] if turns else 0
    words: list[Word] = []
    aside: list[Word] = []
    for turn in turns:
        run = [g for g in glyphs.glyphs if g.turn == turn]
        found = [_word(part, glyphs, turn) for part in _runs(run, glyphs, turn)]
        if turn == main:
            words = found
        else:
            aside += found
    return words, aside, main


def _upright(glyph: Glyph, glyphs: Glyphs, turn: int) -> tuple[float, float, float, float, float]:
    """(left, top, right, bottom, base line) of a glyph on the page turned so that it is upright."""
    if not turn:
        return *glyph.box, glyph.base[1]
    back = -turn % 4
    box = turned(glyph.box, back, glyphs.width, glyphs.height)
    return *box, turned((*glyph.base, *glyph.base), back, glyphs.width, glyphs.height)[1]


_Set = tuple[Glyph, float, float, float, float, float]


def _runs(run: list[Glyph], glyphs: Glyphs, turn: int) -> Iterator[list[_Set]]:
    """Characters that follow one another without a blank, as the file draws them."""
    word: list[_Set] = []
    for glyph in run:
        if glyph.text == " ":
            if word:
                yield word
            word = []
            continue
        here: _Set = (glyph, *_upright(glyph, glyphs, turn))
        if word and not _joins(word[-1], here):
            yield word
            word = []
        if word and _struck_twice(word[-1], here):
            continue
        word.append(here)
    if word:
        yield word


def _joins(last: _Set, here: _Set) -> bool:
    if _sum_follows(last[0].text, here[0].text):
        return False
    if last[0].box == here[0].box and not _struck_twice(last, here):
        return True  # the letters of a ligature
    size = max(last[4] - last[2], here[4] - here[2])
    gap = here[1] - last[3]
    if abs(here[5] - last[5]) > 0.1 * size or not -0.6 * size < gap < _FAR_APART * size:
        return False
    if gap < _APART * size:
        return True
    return not (here[0].apart or _WIDE.match(last[0].text) or _WIDE.match(here[0].text))


def _struck_twice(last: _Set, here: _Set) -> bool:
    """Whether a character is drawn over itself, to look bold; the letters of a wide "ff" stand in one place as well."""
    if last[0].box == here[0].box and here[0].text == "f" and here[3] - here[1] > _LIGATURE * (here[4] - here[2]):
        return False
    return last[0].text == here[0].text and abs(here[1] - last[1]) < 0.3 * (last[3] - last[1])


def _word(part: list[_Set], glyphs: Glyphs, turn: int) -> Word:
    text, boxes = "", array("f")
    for glyph, *_ in part:
        char = _LIGATURES.get(glyph.text, glyph.text)
        text += char
        boxes.extend(glyph.box * len(char))
    bold, italic = glyphs.style(part[0][0].index)
    return Word(
        text=text,
        x0=min(g[1] for g in part),
        top=min(g[2] for g in part),
        x1=max(g[3] for g in part),
        bottom=max(g[4] for g in part),
        base=part[-1][5],
        size=_size(part, glyphs),
        boxes=boxes,
        bold=bold,
        italic=italic,
        hidden=glyphs.hidden(part[0][0].index),
    )


def _size(part: list[_Set], glyphs: Glyphs) -> float:
    """The height of a word's letters; that of their boxes where the font says no likely one."""
    boxed = max(g[4] - g[2] for g in part)
    said = glyphs.letters(part[0][0].index)
    return said if _LEAST * boxed < said < _MOST * boxed else boxed


def rows_of(words: Iterable[Word], *, glue: bool = True) -> list[Row]:
    """Words by base line, from top to bottom; leader dots are left out, raised marks told apart, bits glued.

    ``glue=False`` hands on the very words that were given.
    """
    rows: list[list[Word]] = []
    base = 0.0
    for word in sorted((w for w in words if not _LEADER.match(w.text)), key=lambda w: (w.base, w.x0)):
        size = min(word.size, rows[-1][-1].size) if rows else 0.0
        if rows and word.base - base <= 0.33 * size:
            rows[-1].append(word)
            base = max(base, word.base) if word.size >= size else base
        else:
            rows.append([word])
            base = word.base
    if not glue:
        return [Row(sorted(row, key=lambda w: w.x0)) for row in rows]
    return [Row(_glued(sorted(row, key=lambda w: w.x0))) for row in _with_marks(rows)]


def _with_marks(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows that hold only small raised marks go with the row that they stand over."""
    kept: list[list[Word]] = []
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else []
        small = below and all(w.size < 0.85 * below[0].size and len(w.text) < 6 for w in row)
        if (
            small
            and max(w.base for w in row) > max(w.base for w in below) - 0.6 * below[0].size
            and _beside(row, below)
        ):
            below += row
        else:
            kept.append(row)
    return kept


def _beside(marks: list[Word], row: list[Word]) -> bool:
    if all(any(-1 <= m.x0 - w.x1 < 0.4 * w.size for w in row) for m in marks):
        return True
    # a mark that found no room on the line of its label stands alone before the numbers
    return len(marks) == 1 and _MARK.match(marks[0].text) is not None and marks[0].x1 < min(w.x0 for w in row) - 20


def _glued(words: list[Word]) -> list[Word]:
    """Marks raised and set close to what they mark; bits of one word that were drawn apart put together."""
    size = max((w.size for w in words), default=0.0)
    full = [w for w in words if w.size > 0.9 * size]
    base = max((w.base for w in full), default=0.0)
    row: list[Word] = []
    for each in words:
        word = each
        last = row[-1] if row else None
        gap = word.x0 - last.x1 if last else size
        if word.size < 0.82 * size and base - word.base > 0.15 * size and len(word.text) < 6:
            word = replace(word, text=_raised(word.text), raised=True, close=gap < 0.35 * size)
        elif last is not None and _one_word(last, word, gap, size):
            word = replace(word, close=True)
        row.append(word)
    return row


def _raised(text: str) -> str:
    """A raised mark as superscripts; a letter in brackets is one as well."""
    return text[0] + raised(text[1:-1]) + text[-1] if _BRACKETED.match(text) else raised(text)


def _one_word(last: Word, word: Word, gap: float, size: float) -> bool:
    """Whether no blank belongs between two neighbours: Chinese, bits drawn apart, a word in small capitals."""
    if _wide(last, word):
        return gap < 0.9 * size
    if _sum_follows(last.text, word.text):
        return False
    return (gap < 0.02 * size and not last.raised) or (_small_capitals(last, word) and gap < 0.3 * last.size)


def _sum_follows(before: str, after: str) -> bool:
    """Whether a currency sign stands right after a word, its blank lost ("was$23"); "US$" and "A$" are one."""
    return after[0] in "$€£¥" and before[-1].islower()


def _small_capitals(last: Word, word: Word) -> bool:
    """Whether a lone capital and smaller ones after it are one word: "R ESORTS", drawn in two sizes with a blank."""
    lone = len(last.text) == 1 and last.text.isupper()
    smaller = 0.55 * last.size < word.size < 0.9 * last.size
    return lone and smaller and word.text.isupper() and abs(word.base - last.base) < 0.05 * last.size


def is_wide(char: str) -> bool:
    """Whether a character is set in a square of its own (Chinese, Japanese, Korean): no blanks between words."""
    return _WIDE.match(char) is not None


def _wide(last: Word, word: Word) -> bool:
    return is_wide(last.text[-1]) and is_wide(word.text[0])
