"""Running heads and feet, and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections import defaultdict

from tickmark.ingest.readers.pdf.page import Page, Row
from tickmark.ingest.readers.pdf.words import rows_of

__all__ = ["set_aside_furniture"]

_EDGE = 0.16  # of the page's height
_MOST_ROWS = 5
_FEWEST_PAGES, _SHARE = 3, 0.04
_SAME = 4.0  # points
_NUMBER = re.compile(
    r"^(?:page\s*)?[-–—|\s]*(?:[A-Z]{1,2}[-–.])?(?:#|[ivxlc]{1,6})[-–—|\s]*(?:(?:of|/)\s*#)?$", re.IGNORECASE
)
_UNITS = re.compile(
    r"\b(?:millions?|thousands?|billions?|expressed|unaudited)\b|[$£€¥]|['’]#|[万萬亿億]元|单位|單位", re.IGNORECASE
)

# a running head that says a period says its year; the banner of a table leaves it to the columns
_PERIOD = re.compile(r"\b(?:years?|months|weeks|quarters?)\s+end(?:ed|ing)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def set_aside_furniture(pages: list[Page]) -> int:
    """Takes running heads, feet and page numbers off the pages; returns on how many pages there were any."""
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for page, (head, foot) in zip(pages, edges, strict=True):
        for row in (*head, *foot):
            seen[_shape(row)].append((page.number, row.base))
    stamped: dict[str, set[int]] = defaultdict(set)
    for page in pages:
        for row in rows_of(page.aside, glue=False):
            if _may_go(row):
                stamped[_shape(row)].add(page.number)
    fewest = max(_FEWEST_PAGES, _SHARE * len(pages))
    touched = 0
    for page, (head, foot) in zip(pages, edges, strict=True):
        gone: set[int] = set()
        for rows in (head, foot):
            for row in rows:
                alike = {number for number, base in seen[_shape(row)] if abs(base - row.base) < _SAME}
                if len(alike) < fewest or not _may_go(row):
                    break
                gone |= {id(w) for w in row.words}
        stamps = _stamps(page, stamped, fewest)
        if gone or stamps:
            page.words = [w for w in page.words if id(w) not in gone]
            page.aside = [w for w in page.aside if id(w) not in stamps]
            touched += 1
    return touched


def _stamps(page: Page, stamped: dict[str, set[int]], fewest: float) -> set[int]:
    """Words set at another angle than the page's text that come back on page after page: stamps, numbers of pages."""
    return {id(w) for row in rows_of(page.aside, glue=False) if len(stamped[_shape(row)]) >= fewest for w in row.words}


def _edge(page: Page, *, top: bool) -> list[Row]:
    """Rows near an edge of the page, the outermost first."""
    height = page.width if page.turn % 2 else page.height
    near = [w for w in page.words if (w.base < _EDGE * height if top else w.base > (1 - _EDGE) * height)]
    rows = rows_of(near, glue=False)
    return rows[:_MOST_ROWS] if top else rows[: -_MOST_ROWS - 1 : -1]


def _shape(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _may_go(row: Row) -> bool:
    """A row of values, of units or of periods is no running head, however often it comes back at the same place."""
    shape = _shape(row)
    if _UNITS.search(shape) or (_PERIOD.search(shape) and not _YEAR.search(row.text)):
        return False
    return _NUMBER.match(shape) is not None or re.search(r"[^\W\d_]{2}", shape) is not None
