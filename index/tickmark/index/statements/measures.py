"""What a question has to be answered from: lines of statements, told by the measure it asks for.

"Fixed asset turnover" stands on no page; revenue stands in the income statement, property in the balance sheet.
Which measures need which lines is data (``data/measures.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from tickmark.index.question import Question
from tickmark.index.statements.primary import STATEMENTS

__all__ = ["OF_A_PART", "Measure", "Need", "measure_named", "measures_in", "needs_of"]

# a figure of a part, or a story: the statement of the whole is not where that is told
OF_A_PART: Final = re.compile(
    r"\b(?:segments?|regions?|geograph\w*|countr(?:y|ies)|products?|categor(?:y|ies)|brands?|franchises?|customers?"
    r"|divisions?|business (?:units?|lines?)|channels?|which|who|why|what (?:drove|caused)|drivers?|types? of|guidance"
    r"|outlook|forecast(?:s|ing)?|expects?|expected|target(?:s|ed)?|organic(?:ally)?|adjusted|per employee|backlog)\b"
    r"|分部|地区|地區|产品|產品|客户|客戶|为什么|為什麼|原因",
    re.IGNORECASE,
)


_WORD: Final = re.compile(r"\w+")
_SHORT: Final = {"operating": r"op(?:erating|\b\.?)"}  # words that are cut short in any name
_CUT: Final = {"operating": "op"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its names as one pattern, and by statement the lines it needs. ``formula`` is empty for a line.

    ``begins`` are the first words of its English names; ``chinese``: it has others as well.
    ``unit`` is that of what the formula gives: "%", "days", or empty for a plain ratio or an amount.
    """

    key: str
    pattern: re.Pattern[str]
    formula: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    begins: frozenset[str]
    chinese: bool
    unit: str = ""

    def may_be_in(self, words: frozenset[str], text: str) -> bool:
        """Whether a text of these words can name it: a look before its pattern is tried at every character."""
        return not self.begins.isdisjoint(words) or (self.chinese and not text.isascii())


@dataclass(frozen=True, slots=True)
class Need:
    """A statement that a question needs, and the words of the lines in it.

    ``sure``: the question names it, or a ratio that is worked out of its lines.
    """

    statement: str
    lines: tuple[str, ...]
    sure: bool = True


def _pattern(name: str) -> str:
    if not name.isascii():
        return re.escape(name)
    words = [_SHORT.get(word, re.escape(word)) for word in re.split(r"[\s-]+", name)]
    return r"(?<![\w&])" + r"[\s-]+".join(words) + r"(?![\w&])"


def _begins(names: Sequence[str]) -> frozenset[str]:
    first = {_WORD.findall(name.lower())[0] for name in names}
    return frozenset(first | {_CUT[word] for word in first if word in _CUT})


@cache
def _measures() -> tuple[Measure, ...]:
    raw = tomllib.loads((files("tickmark.index") / "data" / "measures.toml").read_text("utf-8"))
    return tuple(
        Measure(
            key,
            re.compile("|".join(_pattern(n) for n in sorted(entry["names"], key=len, reverse=True)), re.IGNORECASE),
            entry.get("formula", ""),
            tuple((kind, tuple(entry[kind])) for kind in STATEMENTS if kind in entry),
            _begins([name for name in entry["names"] if name.isascii()]),
            not all(name.isascii() for name in entry["names"]),
            entry.get("unit", ""),
        )
        for key, entry in raw.items()
    )


@lru_cache(maxsize=1_024)
def measures_in(text: str) -> tuple[Measure, ...]:
    """The measures that a text names; a name inside a longer one ("working capital" in its ratio) does not count."""
    words = frozenset(_WORD.findall(text.lower()))
    tried = (measure for measure in _measures() if measure.may_be_in(words, text))
    found = [(m.start(), m.end(), measure) for measure in tried for m in measure.pattern.finditer(text)]
    kept = [
        (start, measure)
        for start, end, measure in found
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in found)
    ]
    return tuple({measure.key: measure for _, measure in sorted(kept, key=lambda k: k[0])}.values())


def measure_named(name: str) -> Measure | None:
    """The measure whose name this is, the whole of it."""
    return next((measure for measure in _measures() if measure.pattern.fullmatch(name)), None)


def needs_of(question: Question) -> tuple[Need, ...]:
    """The statements that a question needs, those that it names or defines first."""
    named, asked = question.statements, question.text
    ratios = [m for m in measures_in(asked) if m.formula]
    lines = [m for m in measures_in(question.definition or asked) if not m.formula or question.definition]
    wanted: dict[str, list[str]] = {kind: [] for kind in named}
    for kind, words in _lines([*ratios, *lines] if ratios or named or question.definition else []):
        if kind in wanted or not named:
            wanted.setdefault(kind, []).extend(words)
    if wanted:
        return tuple(Need(kind, tuple(dict.fromkeys(words))) for kind, words in wanted.items())
    if OF_A_PART.search(asked):
        return ()
    for kind, words in _lines(lines):
        wanted.setdefault(kind, []).extend(words)
    return tuple(Need(kind, tuple(dict.fromkeys(words)), sure=False) for kind, words in wanted.items())


def _lines(measures: Sequence[Measure]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for measure in measures:
        yield from measure.lines
