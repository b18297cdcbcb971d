"""The primary statements: which of them a question names, and where they stand in a filing.

A balance sheet is told by its lines: no other page prints as many of them. Nothing is read at ingest for this, so an
index made before knows its statements as well. Names and lines are data (``data/statements.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from tickmark.ingest.model import Passage

__all__ = ["STATEMENTS", "Statement", "find_statements", "named_statements"]

STATEMENTS: Final = (
    "balance_sheet",
    "income_statement",
    "cash_flow_statement",
    "equity_statement",
    "comprehensive_income",
)
_FEWEST: Final = 6  # lines that make a statement
_TITLE: Final = 3  # what its title counts for, in lines
_OTHERS: Final = 5  # what is taken off where it is that of a parent company, a guarantor or a segment
_NEAR: Final = 0.75  # of the most lines: places that print as many may be it; that nearest to the balance sheet is
_CONTINUED: Final = 3  # further lines that make the next page a part of it
_NOT_THE_GROUPS: Final = re.compile(
    r"\bparent\b|consolidating|guarantor|\bschedule i\b|pro forma|equity method|unconsolidated|common[- ]size",
    re.IGNORECASE,
)
_VALUE: Final = re.compile(r"[\d)—–-]\s*$")


@dataclass(frozen=True, slots=True)
class Statement:
    """One primary statement of a filing: its kind and its passages, in reading order."""

    kind: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    names: re.Pattern[str]
    any_line: re.Pattern[str]
    lines: tuple[re.Pattern[str], ...]


@cache
def _forms() -> Mapping[str, _Form]:
    raw = tomllib.loads((files("tickmark.index") / "data" / "statements.toml").read_text("utf-8"))
    made = {}
    for kind in STATEMENTS:
        names, lines = raw[kind]["names"], raw[kind]["lines"]
        made[kind] = _Form(
            # "total" may stand before any name of a line, and a letter is the end of no word
            re.compile("|".join(rf"(?<![a-z]){n}(?![a-z])" if n.isascii() else n for n in names), re.IGNORECASE),
            re.compile("|".join(f"(?:{line})" for line in lines)),
            tuple(re.compile(line) for line in lines),
        )
    return made


def named_statements(text: str) -> tuple[str, ...]:
    """The statements that a text names, in their usual order."""
    plain = " ".join(text.split())
    return tuple(kind for kind, form in _forms().items() if form.names.search(plain))


@lru_cache(maxsize=65_536)
def _lines_of(label: str) -> frozenset[tuple[str, int]]:
    """Which lines of which statements a label is."""
    return frozenset(
        (kind, number)
        for kind, form in _forms().items()
        if form.any_line.match(label)
        for number, line in enumerate(form.lines)
        if line.match(label)
    )


def _labels(passage: Passage) -> Iterable[str]:
    for line in passage.text.split("\n"):
        if passage.kind != "table" and not _VALUE.search(line):
            continue  # a sentence; a line of a table that was not rebuilt ends in its values
        for part in line.split(" | ", 1)[0].split(" > "):
            label = " ".join(part.split()).lower()[:160]
            if label:
                yield label


@dataclass(slots=True)
class _Place:
    """A page of a paged filing, or a table of another, with the lines that it prints."""

    passages: list[Passage]
    lines: dict[str, set[int]]
    titles: str = ""

    def score(self, kind: str) -> int:
        printed = len(self.lines.get(kind, ()))
        if _forms()[kind].names.search(self.titles):
            printed += _TITLE
        return printed - _OTHERS * bool(_NOT_THE_GROUPS.search(self.titles))


def _places(passages: Iterable[Passage]) -> list[_Place]:
    places: dict[tuple[str, int], _Place] = {}
    for passage in passages:
        if passage.span.page is not None:
            key = ("page", passage.span.page)
        elif passage.table is not None:
            key = ("table", passage.table)
        else:
            continue
        place = places.setdefault(key, _Place([], {}))
        place.passages.append(passage)
        for label in _labels(passage):
            for kind, number in _lines_of(label):
                place.lines.setdefault(kind, set()).add(number)
        if passage.kind == "table" or len(passage.text) < 250:
            head = passage.text[:250] if passage.kind == "table" else passage.text
            place.titles += f" {' '.join(passage.section[-2:])} {' '.join(head.split())}"
    return list(places.values())


def find_statements(passages: Sequence[Passage]) -> dict[str, Statement]:
    """The primary statements of a filing by kind: the place that prints about as many of its lines as any.

    Of several (selected data, a guarantor's statements) the balance sheet is the first; the others stand next to it.

    Args:
        passages: those of one filing, in reading order.
    """
    places = _places(passages)
    found: dict[str, Statement] = {}
    beside = 0
    for kind in STATEMENTS:
        scores = [place.score(kind) for place in places]
        most = max(scores, default=0)
        if most < _FEWEST:
            continue
        near = [n for n, score in enumerate(scores) if score >= max(_FEWEST, _NEAR * most)]
        at = min(near, key=lambda n: (abs(n - beside), -scores[n]))
        at = max(range(at, min(at + 2, len(places))), key=lambda n: scores[n])
        beside = at if kind == STATEMENTS[0] else beside
        members = list(places[at].passages)
        for other in (at - 1, at + 1):
            if 0 <= other < len(places) and _continues(places[at], places[other], kind):
                members = [*places[other].passages, *members] if other < at else [*members, *places[other].passages]
        found[kind] = Statement(kind, tuple(members))
    return found


def _continues(place: _Place, near: _Place, kind: str) -> bool:
    """Whether a neighbouring page is a part of the same statement: further lines of it, and no other statement's."""
    further = near.lines.get(kind, set()) - place.lines.get(kind, set())
    other = max((near.score(k) for k in STATEMENTS[:3] if k != kind), default=0)
    return len(further) >= _CONTINUED and near.score(kind) > other
