"""Helpers for the tests of ingest: small filings around one table, and short forms of what was read."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from decimal import Decimal
from pathlib import Path

from tickmark.ingest import read
from tickmark.ingest.model import Figure, Filing, Table

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT / "corpus" / "filings").iterdir())
HEAD = "Example Works plc\n\nResults for the year ended 31 December 2023\n\n"


def filing(text: str, head: str = HEAD) -> Filing:
    return read((head + text).encode(), "example.txt")


def table(text: str, head: str = HEAD) -> Table:
    """The last table of a small filing that holds ``text``."""
    return filing(text, head).tables[-1]


def tabs(*rows: str) -> str:
    """Rows written with bars, as lines with tabs: "Item | 2023 | 2022"."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows) + "\n"


def plain(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def when(figure: Figure) -> str | None:
    """ "2023-01-01/2023-12-31", "/2023-12-31" for an instant."""
    period = figure.period
    return None if period is None else f"{period.start or ''}/{period.end}"


def values(one: Table) -> dict[str, list[str]]:
    """Numbers by label: {"Group > Revenue": ["12", "10"]}; "/" and "-" as their status."""
    found: dict[str, list[str]] = {}
    for row in one.rows:
        line = found.setdefault(" > ".join(row.label_path), [])
        line += [
            plain(f.number) or (f"{plain(f.low)}~{plain(f.high)}" if f.low is not None else f.status)
            for f in figures(row)
        ]
    return found


def figures(row: object) -> list[Figure]:
    return [f for cell in row.cells for f in cell.figures]  # type: ignore[attr-defined]


def units(one: Table) -> dict[str, list[tuple[str | None, str]]]:
    """(unit, scale) of each figure, by label."""
    return {" > ".join(row.label_path): [(f.unit, plain(f.scale) or "") for f in figures(row)] for row in one.rows}


def periods(one: Table) -> list[str | None]:
    """Periods of the first row that has figures."""
    return next(([when(f) for f in figures(row)] for row in one.rows if figures(row)), [])


def label_hash(path: list[str] | tuple[str, ...]) -> str:
    """Eight hex digits that stand for a label path, without its words."""
    folded = unicodedata.normalize("NFKC", " ".join(path)).casefold()
    return hashlib.sha256(" ".join(re.findall(r"[^\W_]+|%", folded)).encode()).hexdigest()[:8]


def shared_filings() -> dict[str, Path]:
    """The published filings, by the first three letters of their names, where they are at hand."""
    given = os.environ.get("TICKMARK_SHARED")
    folder = (Path(given) if given else ROOT.parent / "shared") / "filings"
    return {path.name[:3]: path for path in sorted(folder.glob("*.txt"))}
