"""The sentences in the cells of tables whose grids are certain: their figures are read as those of prose.

What a row's label or a header cell says is a name, however many numbers stand in it ("5% notes due 2027"), and stays
one: only what speaks (a verb, a pronoun) is read. Under a table's "in millions" nobody can tell whether a sentence's
bare "$1,498" is meant so as well: such numbers are counted, and are no figures.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tickmark.ingest.figures.counts import holds_number
from tickmark.ingest.figures.make import Around
from tickmark.ingest.figures.prose import prose_figures
from tickmark.ingest.model import CellRef, Column, Figure, Table
from tickmark.ingest.source import Source
from tickmark.ingest.tables.condense import Item, Strip
from tickmark.ingest.tables.sheet import Sheet
from tickmark.ingest.tables.unit_notes import is_note_alone

__all__ = ["is_name", "speaks", "with_sentences"]

_LONGEST_NAME = 10
_FEWEST_WORDS = 4  # of a cell that says something
_FEWEST_SIGNS = 8  # of one in Chinese
_NAMED = re.compile(r"[\"'“‘]?[^\W\d_]")
_MARK = re.compile(r"\(?\d{1,2}\)?\s*(?=[A-Z][a-z])")
_STOPPED = re.compile(r"[a-z0-9%)\"”’][.!?]\s*[\"”’)]*$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_STOPS = re.compile(r"[，。；！？]")
# what a list of exhibits names are documents, and what a form asks on its cover is no word of the issuer
_FORMAL = re.compile(
    r"\bincorporated\s+(?:herein\s+)?by\s+reference\b|\bfiled\s+herewith\b|\bnot\s+(?:been\s+)?filed\b"
    r"|\bRegulation\s+S-[KT]\b|\bwhether\s+the\s+registrant\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:we|i|he|she|it|they|there|who|which|is|are|was|were|be|been|has|have|had|will|would|shall|(?-i:may)|might"
    r"|can|could|must"
    r"|does|did|do|(?:in|de)creas(?:ed|es)(?=\s+(?:by|to|from|over|\W?\d))|rose|rises|fell|falls|grew|grows|declined"
    r"|declines|dropped|improved|reached|reduced"
    r"|sold|bought|paid|received|made|held|met|led|spent|won|built|opened|closed|completed|achieved|exceeded|generated"
    r"|delivered|launched|acquired|issued|repaid|produced|recorded|reported|amounted|totall?ed|remained|represents?"
    r"|contributed"
    r"|includes?|provides?|requires?|accounts\s+for|employs?|owns?|operates?|serves?|covers?)\b",
    re.IGNORECASE,
)


def is_name(text: str) -> bool:
    """Whether a cell beside sentences names what they are about."""
    return _NAMED.match(text) is not None and len(text.split()) <= _LONGEST_NAME and not re.search(r"\d", text)


def speaks(text: str) -> bool:
    """Whether a cell holds a sentence, with its stop or without, and no name or heading."""
    if _HAN.search(text):
        return len(_HAN.findall(text)) >= _FEWEST_SIGNS and _HAN_STOPS.search(text) is not None
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) >= _FEWEST_WORDS and _SAYS.search(text) is not None and _FORMAL.search(text) is None


def with_sentences(sheet: Sheet, source: Source) -> tuple[Table, int]:
    """The table of a sheet, with the figures of its sentences among those that stand in no value cell.

    Returns:
        The table, and how many numbers of its sentences were set aside, for the table's scale may be theirs or not.
    """
    table = sheet.table
    if sheet.context.contents:
        return table, 0
    scaled = sheet.note is not None and sheet.note.scale != 1
    figures: list[Figure] = []
    unclear = 0
    for strip in sheet.strips:
        for at, item in enumerate(strip.items):
            text = item.text.text
            if item.reading.kind != "text" or not holds_number(text) or not speaks(text):
                continue
            if _is_label(sheet, strip, at):
                continue
            found = _figures(sheet, strip, at, source)
            note = at == 0 and bool(sheet.lanes)
            kept = [figure for figure in found if not scaled or _clear(figure, note)]
            unclear += len(found) - len(kept)
            figures += kept
    return (replace(table, loose=(*table.loose, *figures)) if figures else table), unclear


def _figures(sheet: Sheet, strip: Strip, at: int, source: Source) -> list[Figure]:
    item = strip.items[at]
    column = _column(sheet, item)
    around = Around(
        "prose",
        label_path=tuple(other.text.text for other in strip.items[:at] if is_name(other.text.text)),
        column_path=column.path,
        period=column.period,
        section=sheet.context.section,
        cell=CellRef(sheet.index, strip.row, item.column),
    )
    mark = _MARK.match(item.text.text)  # a note's own mark is no number of its sentence
    return prose_figures(source, item.text.part(mark.end(), len(item.text.text)) if mark else item.text, around)


def _clear(figure: Figure, note: bool) -> bool:
    """Whether a figure in a scaled table says its own scale, or needs none. ``note``: it explains the table."""
    if figure.scale != 1 or figure.unit == "%" or "/" in (figure.unit or ""):
        return True
    return not note and figure.currency is None


def _is_label(sheet: Sheet, strip: Strip, at: int) -> bool:
    """Whether the words at the left of a table with numbers name a row; a note in a row of its own does not.

    Neither does a unit note, wherever it stands.
    """
    text = strip.items[at].text.text
    if is_note_alone(text):
        return True
    if at or not sheet.lanes:
        return False
    return len(strip.items) > 1 or _STOPPED.search(text) is None


def _column(sheet: Sheet, item: Item) -> Column:
    """What the header says of the column of a cell, where it stands in one and no more."""
    lanes = [n for n, lane in enumerate(sheet.lanes) if lane.touches(item.first, item.last)]
    if len(lanes) == 1:
        band, periods = next(
            (pair for pair in zip(sheet.bands, sheet.periods, strict=True) if item.row in pair[0].body),
            (sheet.bands[0], sheet.periods[0]),
        )
        return Column(band.paths[lanes[0]], periods.columns[lanes[0]])
    top = next((strip for strip in sheet.strips if strip.items), None)
    if lanes or top is None or top.row == item.row or len(top.items) < 2:
        return Column(())
    return Column(tuple(h.text.text for h in top.items if h.first <= item.column <= h.last and is_name(h.text.text)))
