"""The lines of the primary statements: which row of a statement prints the one that a formula names.

A row is taken by its whole label (``data/lines.toml``), so that "Other current assets" are no current assets; where two
rows of one label differ, or none has it, there is no answer: a wrong operand is worse than none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tickmark.index.statements.primary import Statement
from tickmark.ingest.model import FigureRow

__all__ = ["Line", "line_named", "rows_of_line", "statement_rows"]

_NOTES: Final = re.compile(r"\((?:see )?notes?\b[^()]*\)|\(\d{1,2}\)|\([a-z]\)|[¹²³⁴-⁹*†‡]+", re.IGNORECASE)
_APOSTROPHE: Final = re.compile(r"[’`´]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a statement.

    ``flow``: of a year, not of a day. ``outflow``: taken off, so that brackets say no more than its name does.
    ``positive``: below zero it means another thing, an income tax that is a benefit. ``alone``: labels of rows beside
    which it is no whole.
    """

    key: str
    statement: str
    labels: tuple[re.Pattern[str], ...]
    flow: bool
    outflow: bool
    positive: bool
    alone: re.Pattern[str] | None = None


@cache
def _lines() -> Mapping[str, Line]:
    """Each line by each of its names."""
    raw = tomllib.loads((files("tickmark.index") / "data" / "lines.toml").read_text("utf-8"))
    named: dict[str, Line] = {}
    for key, entry in raw.items():
        labels = tuple(re.compile(label, re.IGNORECASE) for label in entry["labels"])
        line = Line(
            key, entry["statement"], labels,
            flow=entry.get("flow", False), outflow=entry.get("outflow", False), positive=entry.get("positive", False),
            alone=re.compile(entry["alone"], re.IGNORECASE) if "alone" in entry else None,
        )  # fmt: skip
        named.update((name, line) for name in entry["asked"])
    return named


def line_named(name: str) -> Line | None:
    """The line that a name in a formula means."""
    return _lines().get(name)


def statement_rows(statement: Statement, rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The rows that stand in a statement, of all the rows of its filing."""
    spans = [p.span.chars for p in statement.passages if p.kind == "table"]
    return [row for row in rows if row.origin == "cell" and any(a <= row.span.chars[0] < b for a, b in spans)]


def rows_of_line(line: Line, rows: Sequence[FigureRow]) -> list[FigureRow]:
    """The rows whose label is the surest of the line's that any row has."""
    labels = [_label(row) for row in rows]
    for pattern in line.labels:
        found = [(row, label) for row, label in zip(rows, labels, strict=True) if pattern.fullmatch(label)]
        if found:
            others = set(labels) - {label for _, label in found}
            whole = found[0][1].lower().startswith("total")
            parted = line.alone is not None and not whole and any(line.alone.fullmatch(other) for other in others)
            return [] if parted else [row for row, _ in found]
    return []


def _label(row: FigureRow) -> str:
    """The innermost label of a row, without the marks of notes."""
    label = _APOSTROPHE.sub("'", row.label.rsplit(" > ", 1)[-1])
    return " ".join(_NOTES.sub(" ", label).split()).strip(" ,:.—–-")
