"""The nouns of a page on its way to text: words, rules, rows, and the page that holds them.

Lengths are points, the origin is the page's top left corner as it is shown (its own rotation applied).
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from functools import cached_property

__all__ = ["Box", "Page", "Row", "Rule", "Word", "turned"]

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Word:
    """Characters set without a blank between; ``boxes`` has four numbers a character, as they stand on the page.

    They are packed: a document of thousands of pages has tens of millions of them.

    ``x0 .. bottom`` may be those of a page turned so that its text is upright; ``base`` is the base line there.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    boxes: array[float]
    bold: bool = False
    italic: bool = False
    raised: bool = False
    hidden: bool = False  # drawn without ink: what text recognition found
    close: bool = False  # set without a blank after the word before it (Chinese, "$" and its number)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line; one of ``x0 == x1`` or ``y0 == y1`` holds, nearly."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def across(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(eq=False)
class Row:
    """Words on one base line, from left to right."""

    words: list[Word]

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return max(w.x1 for w in self.words)

    @cached_property
    def top(self) -> float:
        """Upper edge."""
        return min(w.top for w in self.words)

    @cached_property
    def bottom(self) -> float:
        """Lower edge."""
        return max(w.bottom for w in self.words)

    @cached_property
    def base(self) -> float:
        """The base line, that of the widest word that is not raised."""
        return max(self.words, key=lambda w: (not w.raised, w.x1 - w.x0)).base

    @cached_property
    def size(self) -> float:
        """Height of the letters most of the row is set in."""
        return max(self.words, key=lambda w: (not w.raised, w.x1 - w.x0)).size

    @cached_property
    def text(self) -> str:
        """The words with blanks between."""
        return "".join(w.text if w.close or not i else f" {w.text}" for i, w in enumerate(self.words))

    @cached_property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(w.bold for w in self.words)

    @cached_property
    def italic(self) -> bool:
        """Whether every word is slanted."""
        return all(w.italic for w in self.words)


@dataclass(slots=True)
class Page:
    """One page: 1-based ``number``, its size as shown, its words (in no order) and rules.

    ``turn``: quarter turns clockwise by which words and rules stand turned so that the page's text is upright.
    ``overprinted``: words that are left out because others are printed over them; ``unmapped``: characters that are
    drawn with a font that does not say which letters they are.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    aside: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    turn: int = 0
    cut: bool = False
    broken: bool = False
    overprinted: int = 0
    unmapped: int = 0


def turned(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box on a page of that size after the page is turned clockwise by quarters."""
    x0, y0, x1, y1 = box
    if quarters == 1:
        return height - y1, x0, height - y0, x1
    if quarters == 2:
        return width - x1, height - y1, width - x0, height - y0
    if quarters == 3:
        return y0, width - x1, y1, width - x0
    return box
