"""Figure rows, the unit of figure search: one row of a table, one call-out, one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from tickmark.ingest.concepts import concept_words
from tickmark.ingest.figures.prose import sentences
from tickmark.ingest.markup import SUPERSCRIPTS
from tickmark.ingest.model import Callout, Figure, FigureRow, Filing, Heading, Paragraph, Row, Span, Table

__all__ = ["figure_rows", "headed_by"]

ZERO = Decimal(0)
_PARTED = " | "  # what is said of a row, one thing after another
_LED_IN = 300
_WORDS_OF_A_CELL = 80  # a longer one is a sentence of its own
_WORD = re.compile(r"[^\W\d_]{3}|[\u3400-\u9fff]{2}")
# a group that says by what it divides, and leaves out what
_DIVIDES = re.compile(
    r"(?:by|per|split by|of which|thereof|including)\b"
    r"|(?:gender|sex|age|region|location|category|type|grade|level)s?(?: group)?$"
    r"|按|其中",
    re.IGNORECASE,
)
# a share or a change that does not say of what: it is of the row above
_OF_ABOVE = re.compile(
    r"(?:(?:the )?(?:ratio|percentage|proportion|share|%) (?:of|to|in) (?:the )?(?:total|group)\b.*"
    r"|as (?:a |an )?(?:%|percentage|proportion|share) of .*"
    r"|(?:(?:year|period)[- ](?:on|over)[- ](?:year|period)|yoy|annual)?\s*(?:growth|increase|decrease|change)"
    r"(?: rate)?\s*[(（]?%?[)）]?|占.{0,8}(?:比例|比重)|同比.{0,4})",
    re.IGNORECASE,
)
# label, text to find, figures, place, table
_Group = tuple[str, str, list[Figure], Span, int | None]


def figure_rows(filing: Filing) -> Iterator[FigureRow]:
    """The figure rows of a filing, in reading order."""
    number = 0
    for block in filing.blocks:
        if isinstance(block, Heading) or not block.figures:
            continue
        groups = _table_rows(block) if isinstance(block, Table) else _text_rows(block)
        for label, text, figures, span, table in groups:
            number += 1
            yield FigureRow(
                id=f"{filing.id}-r{number}",
                filing_id=filing.id,
                label=label,
                index_text=text,
                figure_ids=tuple(f.id for f in figures),
                origin=figures[0].origin,
                span=span,
                section=block.section,
                table=table,
            )


def _table_rows(block: Table) -> Iterator[_Group]:
    stub = block.stub[0] if block.stub and len(block.stub[0]) < 60 else ""
    left_out = _left_out(block.rows)
    for at, row in enumerate(block.rows):
        figures = [f for cell in row.cells for f in cell.figures]
        written = [f for f in figures if f.origin == "prose"]  # a cell that holds sentences
        figures = [f for f in figures if f.origin != "prose"]
        yield from _sentence_rows(written, (block.caption, block.section[-1] if block.section else ""), block.index)
        if not figures:
            continue
        label = " > ".join((*left_out.get(at, ()), *row.label_path))
        columns = "; ".join(dict.fromkeys(" ".join(f.column_path) for f in figures if f.column_path))
        number = f"No. {row.number.strip('.()')}" if row.number else ""
        around = (
            stub,
            number,
            figures[0].unit or "",
            block.caption,
            block.lead_in[:120],
            block.section[-1] if block.section else "",
            columns,
            _concepts(figures),
            _worded(row),
        )
        text = _PARTED.join((label, *dict.fromkeys(p for p in around if p)))
        yield label, text, figures, row.span, block.index
    said = [f for f in block.loose if f.origin == "prose"]
    yield from _sentence_rows(said, (block.caption, block.section[-1] if block.section else ""), block.index)
    for figure in (f for f in block.loose if f.origin != "prose"):
        label = " > ".join(figure.label_path)
        text = _PARTED.join(p for p in (label, figure.context, block.caption, _concepts([figure])) if p)
        yield label, text, [figure], figure.span, block.index


def headed_by(row: FigureRow) -> str:
    """What stands over the labels of a row's table ("Name of holder"): the first thing said of it behind its label."""
    return row.index_text.removeprefix(row.label).removeprefix(_PARTED).split(_PARTED, 1)[0]


def _worded(row: Row) -> str:
    """What the cells without a number say: to whom a holding is pledged, where a plant stands."""
    said = (" ".join(cell.printed.split()) for cell in row.cells if not cell.figures)
    return "; ".join(dict.fromkeys(text for text in said if len(text) <= _WORDS_OF_A_CELL and _WORD.search(text)))


def _concepts(figures: Iterable[Figure]) -> str:
    """The concepts that figures are tagged with, by name and in words: "us-gaap:AssetsCurrent Assets current"."""
    names = dict.fromkeys(n for f in figures for n in (f.concept, *f.other_concepts) if n)
    return "; ".join(f"{name} {concept_words(name)}" for name in names)


def _left_out(rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """What is divided in groups that only say by what ("By gender"): the row above them in the same unit.

    Where the parts of the group add up to a row above, it is that one: "Employees 90", "Of these new 10", "By gender".
    """
    found: dict[int, tuple[str, ...]] = {}
    for key, group in groupby(range(len(rows)), lambda at: rows[at].label_path[:1] if rows[at].label_path[1:] else ()):
        members = list(group)
        if not key or not _DIVIDES.match(key[0]):
            continue
        whole = [rows[at] for at in range(members[0]) if len(rows[at].label_path) == 1 and _values(rows[at])]
        units = {f.unit for at in members for f in rows[at].cells[0].figures[:1]} if rows[members[0]].cells else set()
        alike = [row for row in whole if {f.unit for c in row.cells[:1] for f in c.figures[:1]} == units]
        sums = [sum(column, ZERO) for column in zip(*(_values(rows[at]) for at in members), strict=False)]
        adding = [row for row in alike if _values(row) == sums]
        near = bool(alike) and (
            units == {"%"} or alike[-1] is rows[members[0] - 1] or _shared(alike[-1], rows[members[0]])
        )
        if adding or near:
            label = (adding or alike)[-1].label_path
            found.update(dict.fromkeys(members, label))
    for at in range(1, len(rows)):
        if at not in found and _of_above(rows[at - 1], rows[at]):
            found[at] = rows[at - 1].label_path
    return found


def _of_above(above: Row, row: Row) -> bool:
    """Whether a row is a share or a change of the one above it: "Shares granted 12", "Ratio to the total capital"."""
    if len(row.label_path) != 1 or not _OF_ABOVE.fullmatch(row.label_path[0]):
        return False
    ours, theirs = ({f.unit for c in each.cells for f in c.figures[:1]} for each in (row, above))
    return ours == {"%"} and bool(theirs) and "%" not in theirs


def _shared(whole: Row, part: Row) -> bool:
    """Whether the labels of a row and of a part share two words: "Hours per person", "Men, hours per person"."""
    ours, theirs = (frozenset(re.findall(r"\w{3,}", row.label_path[-1].lower())) for row in (whole, part))
    return len(ours & theirs) >= 2


def _values(row: Row) -> list[Decimal]:
    return [f.value for c in row.cells for f in c.figures[:1] if f.value is not None]


def _text_rows(block: Paragraph | Callout) -> Iterator[_Group]:
    section = block.section[-1] if block.section else ""
    if isinstance(block, Paragraph):
        yield from _sentence_rows(block.figures, (section,), None, block.text)
        return
    for figure in block.figures:
        label = " > ".join(figure.label_path)
        parts = (label, figure.context, section, _concepts([figure]))
        text = _PARTED.join(dict.fromkeys(p for p in parts if p))
        yield label, text, [figure], figure.span, None


def _sentence_rows(
    figures: Sequence[Figure], around: tuple[str, ...], table: int | None, text: str = ""
) -> Iterator[_Group]:
    """A row for each sentence: the sentence, what it stands under, and the sentence before it, which it may lean on."""
    before: dict[str, str] = {}
    previous = ""
    for start, stop in sentences(text):
        sentence = re.sub(rf"[{SUPERSCRIPTS}]+", "", text[start:stop]).strip()
        before.setdefault(sentence, previous[:_LED_IN])
        previous = sentence
    by_sentence: dict[str, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.context, []).append(figure)
    for context, found in by_sentence.items():
        outer = [part for part in found[0].label_path[:-1] if part not in context]
        parts = (context, *outer, *around, before.get(context, ""), _concepts(found))
        yield context, _PARTED.join(dict.fromkeys(p for p in parts if p)), found, found[0].span, table
