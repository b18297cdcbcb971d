"""Tables of contents among printed grids: what they count are pages, which are no figures.

One entry a row, its words and then its page. Pages never fall, which chance alone rarely does; that is not enough for a
short table, or for one that has a header of its own, so the header ("Page") or the entries ("Item 7.", "Report of the
auditor") must say what it is as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tickmark.ingest.tables.grid import Grid, GridRow
from tickmark.ingest.tables.unit_notes import note_of
from tickmark.ingest.tables.when import when_of

__all__ = ["lists_pages"]

_ONE = r"(?:[A-Z]{1,3}[-–])?\d{1,3}"
_PAGE = re.compile(
    rf"(?P<said>p{{1,2}}\.\s?|pages?\s)?(?P<first>{_ONE})(?:\s?(?:[-–—,&]|to|and)\s?{_ONE})*", re.IGNORECASE
)
_ROMAN = re.compile(r"[ivxl]+(?:\s?[-–]\s?[ivxl]+|\s[ivxl]+)*")
_NO_PAGE = re.compile(r"[-–—*]+|n/?a|none", re.IGNORECASE)
_PAGE_HEAD = re.compile(
    r"(?:(?:beginning|starting|report)\s+)?(?:pages?|pp?\.)(?:\s*\(s\))?(?:\s+(?:no|number|ref(?:erence)?"
    r"|location)s?\.?)?(?:\s*\(s\))?",
    re.IGNORECASE,
)
_BESIDE_HEAD = re.compile(r"beginning|starting|no\.?|numbers?|references?|form\s+\d+-[A-Z]\b.{0,20}|#", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:table\s+of\s+)?contents|目录|目錄|index\s+to\s+(?:the\s+)?(?:consolidated\s+)?financial\s.{0,60}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(  # "Item 7A.", but no "Notes receivable" and no "Partners"
    r"(?i:items?|parts?|notes?|articles?|sections?|chapters?|schedules?|exhibits?|appendix|annex|attachment)\s+"
    r"(?:\d|\(|[IVXL]+\b|[A-Z]\b)"
)
_ENTRY = re.compile(
    r"\b(?:report|statements?\s+of|(?:financial|chairman.s|chair.s)\s+statements?|notes\s+to|balance\s+sheets?"
    r"|introduction|definitions"
    r"|signatures?|glossary|reviews?|overview|governance|risk\s+factors|properties|legal\s+proceedings|accounting"
    r"|exhibits"
    r"|directors|controls\s+and\s+procedures|management.s|letter|directory|information|shareholders?|policy)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[$£€¥%]|\d[.,]\d")
_NUMBER_ALONE = re.compile(r"[\d.,()\s-]*\d[\d.,()\s-]*")
_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM = re.compile(r"(?:sub-?)?total\b", re.IGNORECASE)
_COUNTED = re.compile(r"\bnumber\s+of\b", re.IGNORECASE)
_MOST_PAGES = 999
_FEWEST_UNSAID = 8  # entries: so many pages do not rise by chance


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: its words, where its page stands, and the kind ("F-", "" for plain numbers) and number of that page.

    ``said``: it is printed as one ("p. 12"). The words of an entry broken over lines may stand on the line above it.
    """

    words: str
    column: int
    kind: str
    page: int
    said: bool


def lists_pages(grid: Grid, above: tuple[str, ...], pages: int, earlier: bool = False) -> bool:
    """Whether a grid is a table of contents.

    Args:
        grid: the printed grid.
        above: the texts over it, nearest first.
        pages: how many pages the document has; 0 where it has none.
        earlier: whether it follows a table of contents, and may go on with it.
    """
    rows = [row for row in grid.rows if row.filled]
    found: list[_Entry] = []
    heads: list[GridRow] = []
    rest: list[GridRow] = []
    for row in rows:
        if _is_headed(heads) and _is_tail(row):
            continue
        if len(row.filled) > 1 and not _fits(row):
            return False
        entry = _entry(row)
        if entry is not None:
            found.append(entry)
        else:
            (rest if found else heads).append(row)
    if sum(e.words != "" for e in found) < max(2, len(found) / 2) or 5 * len(found) < len(rows):
        return False
    column = min(e.column for e in found)
    if not all(map(_without_page, rest)) or not _heads_fit(heads, column):
        return False
    if not (_is_headed(heads) if not _rise(found) else _told(found, heads, above, earlier)):
        return False
    return _within(found, pages)


def _told(found: list[_Entry], heads: list[GridRow], above: tuple[str, ...], earlier: bool) -> bool:
    """Whether more than rising numbers says that these are pages."""
    if _is_headed(heads) or 2 * sum(e.said for e in found) > len(found):
        return True
    if any(note_of(text) or _COUNTED.search(text) for text in above[:1]):
        return False
    if any(_CONTENTS.fullmatch(text.strip()) for text in above[:2]):
        return True
    numbered = sum(_NUMBERED.match(e.words) is not None for e in found)
    named = sum(_NUMBERED.match(e.words) is not None or _ENTRY.search(e.words) is not None for e in found)
    apart = len({(e.kind, e.page) for e in found})
    if 2 * numbered > len(found) and (apart > 1 or earlier):
        return len(found) > 2 or earlier
    if 2 * named > len(found) and 2 * apart > len(found):
        return len(found) > 3 or earlier
    dated = sum(bool(when_of(e.words)) for e in found)
    return len(found) >= _FEWEST_UNSAID and 2 * apart > len(found) and 5 * named > len(found) and 3 * dated < len(found)


def _fits(row: GridRow) -> bool:
    """Whether nothing in a row is an amount, or a number beside that of the page."""
    *before, last = [row.text(column) for column in row.filled]
    if _SUM.match(before[0]) or _AMOUNT.search(last):
        return False
    numbers = [(at, text) for at, text in enumerate(before) if _NUMBER_ALONE.fullmatch(text)]
    return all(_ROW_NUMBER.fullmatch(text) if at == 0 else _YEAR.fullmatch(text) for at, text in numbers)


def _is_tail(row: GridRow) -> bool:
    """Whether a row is the end of an entry that was broken before a year: "2014" and a page."""
    texts = [row.text(column) for column in row.filled]
    return len(texts) == 2 and _YEAR.fullmatch(texts[0]) is not None and _PAGE.fullmatch(texts[1]) is not None


def _entry(row: GridRow) -> _Entry | None:
    """The entry of a row that has a page."""
    texts = [row.text(column) for column in row.filled]
    page = _PAGE.fullmatch(texts[-1].strip())
    words = " ".join(texts[:-1])
    if page is None or row.filled[-1] == 0 or (words and not re.search(r"[^\W\d_]{2}", words)):
        return None
    number = re.search(r"\d+", page["first"])
    assert number is not None
    kind = page["first"][: number.start()].upper()
    return _Entry(words, row.filled[-1], kind, int(number[0]), page["said"] is not None)


def _without_page(row: GridRow) -> bool:
    """Whether a row among the entries is a heading of some, an entry without a page, or one of the pages in front."""
    last = row.text(row.filled[-1]).strip()
    return (
        len(row.filled) == 1 or not re.match(r"\W*\d", last) or bool(_ROMAN.fullmatch(last) or _NO_PAGE.fullmatch(last))
    )


def _heads_fit(heads: list[GridRow], column: int) -> bool:
    """Whether the rows above the first entry say nothing of the column of pages, or that it counts pages."""
    allowed = (_PAGE_HEAD, _ROMAN, *((_BESIDE_HEAD,) if _is_headed(heads) else ()))
    for row in heads:
        over = [row.text(at).strip() for at in row.filled if at > 0 and _reaches(row, at, column)]
        if any(when_of(text) for text in over):
            return False
        if over and not any(p.fullmatch(over[-1]) for p in allowed):
            return False
    return True


def _reaches(row: GridRow, at: int, column: int) -> bool:
    cell = row.cells[at]
    return cell is not None and at + cell.width > column


def _is_headed(heads: list[GridRow]) -> bool:
    return any(_PAGE_HEAD.fullmatch(row.text(column).strip()) for row in heads for column in row.filled)


def _rise(found: list[_Entry]) -> bool:
    """Whether pages of one kind never fall; those of another ("F-1" after 80) begin anew."""
    return all(a.page <= b.page for a, b in pairwise(found) if a.kind == b.kind)


def _within(found: list[_Entry], pages: int) -> bool:
    """Whether the document may have so many pages; a part of a longer one prints the numbers of the whole."""
    most = max(e.page for e in found)
    return most <= (max(2 * pages, pages + 40) if pages else _MOST_PAGES)
