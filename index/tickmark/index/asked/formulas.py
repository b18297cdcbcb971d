"""Formulas as people write them ("365 x average payables / (cost of sales + change in inventory)"), read into a tree.

The leaves are names of lines of the statements; which row prints a line is for :mod:`tickmark.index.statements.lines`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, cast

__all__ = ["Formula", "Leaf", "Number", "Operation", "defined_in", "leaves", "read_formula"]

Take = Literal["value", "average", "change"]
Sign = Literal["+", "-", "*", "/"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in the formula itself: 365."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Leaf:
    """A line: its value, the average of opening and closing value, or the change between them.

    ``years`` are those that the words name ("FY2019", "between FY2018 and FY2019"), none where they name none.
    """

    name: str
    take: Take = "value"
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """Two formulas and what is done with them."""

    sign: Sign
    left: Formula
    right: Formula


Formula = Number | Leaf | Operation

_SIGNS: Final = (
    (re.compile(r"[×*]|(?<=\d)\s+x\s+|\s+x\s+(?=\d|\()|\bmultiplied by\b|\btimes\b"), " * "),
    (re.compile(r"[÷/]|\bdivided by\b"), " / "),
    (re.compile(r"\s[-–—−]\s|\b(?:minus|less)\b"), " - "),
    (re.compile(r"\+|\bplus\b"), " + "),
    (re.compile(r"\("), " ( "),
    (re.compile(r"\)"), " ) "),
)
_TOKEN: Final = re.compile(r"\s([-+*/()])(?=\s)")
_YEAR: Final = re.compile(r"\(?\b(?:fy|fiscal(?: year)?)?\s?'?((?:19|20)\d\d)\b\)?", re.IGNORECASE)
_SPAN: Final = re.compile(r"\b(?:between|from|over)\b(?=.*\b(?:fy|fiscal)?\s?'?(?:19|20)\d\d\b).*$", re.IGNORECASE)
_TAKES: Final[tuple[tuple[Take, re.Pattern[str]], ...]] = (
    ("average", re.compile(r"^(?:the\s+)?average\s+(?:of\s+)?", re.IGNORECASE)),
    ("change", re.compile(r"^(?:the\s+)?(?:change|increase)\s+in\s+", re.IGNORECASE)),
)
_EMPTY: Final = re.compile(
    r"^(?:the|its|total of|year[- ]end|ending|closing)\s+|\s+(?:in|for|at|of|during)$", re.IGNORECASE
)
_DEFINED: Final = re.compile(
    r"\b(?:is|are)?\s*(?:defined|calculated|computed|measured)\s+(?:as|by)\s*:?\s*|\bis\s*[:=]\s*|\s=\s", re.IGNORECASE
)


def defined_in(definition: str) -> str:
    """The formula of a sentence that defines a measure ("DPO is defined as: ..."), without the sentence's end."""
    found = _DEFINED.search(definition)
    return definition[found.end() :].strip().rstrip(".;") if found else ""


def read_formula(text: str) -> Formula | None:
    """A formula as a tree; None where it is none, or has more than numbers, names, brackets and + - * /."""
    spaced = f" {text.strip()} "
    for pattern, sign in _SIGNS:
        spaced = pattern.sub(sign, spaced)
    tokens = [part for part in (token.strip() for token in _TOKEN.split(spaced)) if part]
    reader = _Reader(tokens)
    made = reader.sum()
    return made if made is not None and reader.at == len(tokens) else None


class _Reader:
    """Recursive descent over the tokens; None where they make no formula."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens, self.at = tokens, 0

    def _next(self, among: str) -> str | None:
        if self.at < len(self.tokens) and self.tokens[self.at] in among:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def sum(self) -> Formula | None:
        return self._chain("+-", self.product)

    def product(self) -> Formula | None:
        return self._chain("*/", self.single)

    def _chain(self, signs: str, part: Callable[[], Formula | None]) -> Formula | None:
        made = part()
        while made is not None and (sign := self._next(signs)):
            right = part()
            made = Operation(cast("Sign", sign), made, right) if right is not None else None
        return made

    def single(self) -> Formula | None:
        if self._next("("):
            inside = self.sum()
            return inside if self._next(")") else None
        if self.at == len(self.tokens) or self.tokens[self.at] in "+-*/()":
            return None
        self.at += 1
        return _leaf(self.tokens[self.at - 1])


def _leaf(words: str) -> Formula | None:
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return Number(Decimal(words))
    years = tuple(sorted({int(year) for year in _YEAR.findall(words)}))
    name = " ".join(_YEAR.sub(" ", _SPAN.sub(" ", words)).split())
    take: Take = "value"
    for kind, pattern in _TAKES:
        if pattern.search(name):
            take, name = kind, pattern.sub("", name)
    before = None
    while before != name:
        before, name = name, _EMPTY.sub("", name).strip(" ,:")
    return Leaf(name.lower().replace("’", "'"), take, years) if re.search(r"[a-z]{2}", name, re.IGNORECASE) else None


def leaves(formula: Formula) -> list[Leaf]:
    """The lines that a formula needs, in their order."""
    if isinstance(formula, Operation):
        return [*leaves(formula.left), *leaves(formula.right)]
    return [formula] if isinstance(formula, Leaf) else []
