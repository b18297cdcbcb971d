"""The tags laid over the figures that were read off the page, number by number, by their place in the source.

The tag wins for number, scale, unit, currency and period; the sign is the one printed, and the labels are the table's.
What the page alone says is kept beside it (:class:`~tickmark.ingest.model.Reading`), with the fields in which the two
disagree. A tagged number that was not read off the page becomes a figure of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tickmark.ingest.concepts import concept_words
from tickmark.ingest.figures.prose import sentences
from tickmark.ingest.markup import Marked
from tickmark.ingest.model import Block, Callout, Cell, CellRef, Figure, Heading, Paragraph, Period, Row, Table
from tickmark.ingest.readers.ixbrl import Fact
from tickmark.ingest.readers.ixbrl_agreement import same_stretch
from tickmark.ingest.readers.ixbrl_figures import ranged, tagged
from tickmark.ingest.readers.ixbrl_page import PrintedTable, hidden_ranges, printed_sign
from tickmark.ingest.readers.ixbrl_tags import marked
from tickmark.ingest.source import Source

__all__ = ["with_tags"]

_NEAR = 8  # rows that may share a place with the one looked for: a row within a row


def with_tags(blocks: tuple[Block, ...], facts: list[Fact], source: Source) -> tuple[Block, ...]:
    """The blocks with what the tags say; what could not be placed is counted in the warnings of ``source``."""
    if not facts:
        return blocks
    overlay = _Overlay(source, _numbers(facts))
    laid = overlay.lay(blocks)
    overlay.warn(facts)
    return laid


@dataclass(slots=True)
class _Number:
    """One printed number with all tags on it, the outermost first."""

    chars: tuple[int, int]
    facts: list[Fact]
    used: bool = False

    def best(self, period: Period | None) -> Fact:
        """The tag that speaks of the number as the page does: one with a number, of the same period."""
        if len(self.facts) == 1:
            return self.facts[0]
        ranked = sorted(self.facts, key=lambda f: (f.number is None, not (period and _same(period, f.period))))
        return ranked[0]

    def laid_on(self, figure: Figure, *, negative: bool) -> Figure:
        """A figure as the best of the tags says."""
        fact = self.best(figure.period)
        return tagged(figure, fact, [other for other in self.facts if other is not fact], negative=negative)


def _same(a: Period, b: Period | None) -> bool:
    return b is not None and a.kind == b.kind and same_stretch(a, b)


def _numbers(facts: Iterable[Fact]) -> list[_Number]:
    """The printed numbers in the order of the source. Tags that share any character share a number."""
    numbers: list[_Number] = []
    for fact in sorted(facts, key=lambda f: (f.chars[0], -f.chars[1])):
        if fact.hidden or fact.chars[0] == fact.chars[1]:
            continue
        if numbers and fact.chars[0] < numbers[-1].chars[1]:
            numbers[-1].facts.append(fact)
        else:
            numbers.append(_Number(fact.chars, [fact]))
    return numbers


@dataclass(slots=True)
class _Overlay:
    source: Source
    numbers: list[_Number]
    set_aside: int = 0
    hidden: int = 0
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [number.chars[0] for number in self.numbers]

    def warn(self, facts: list[Fact]) -> None:
        """Tells what did not become a figure."""
        unseen = sum(f.hidden or f.chars[0] == f.chars[1] for f in facts) + self.hidden
        left = sum(not number.used for number in self.numbers) - self.hidden
        told = {
            "{} tagged numbers are hidden or print nothing: they are no figures": unseen,
            "{} tagged numbers stand where no text was read: they are no figures": left,
            "{} figures read off the page are parts of one tagged number: set aside": self.set_aside,
        }
        self.source.warnings += [f"inline XBRL: {words.format(count)}" for words, count in told.items() if count > 0]

    def within(self, chars: tuple[int, int]) -> list[_Number]:
        """The numbers that share a character with a stretch of the source."""
        first = max(0, bisect_right(self.starts, chars[0]) - 1)
        last = bisect_left(self.starts, chars[1])
        return [number for number in self.numbers[first:last] if number.chars[1] > chars[0]]

    def lay(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """First the figures that were read, then those that were missed."""
        kept = self._parts_of_one(blocks)
        laid = [self._block(block, kept) for block in blocks]
        hidden = hidden_ranges(self.source.text) if any(not number.used for number in self.numbers) else []
        for number in self.numbers:
            if not number.used and any(a <= number.chars[0] < b for a, b in hidden):
                self.hidden += 1
                number.used = True
        return tuple(self._with_missed(block) for block in laid)

    def _parts_of_one(self, blocks: tuple[Block, ...]) -> dict[int, str]:
        """Of several figures inside one tagged number, which is it: its id by the number's place."""
        inside: dict[int, list[Figure]] = {}
        for block in blocks:
            for figure in () if isinstance(block, Heading) else block.figures:
                for number in self.within(figure.span.chars):
                    inside.setdefault(number.chars[0], []).append(figure)
        kept: dict[int, str] = {}
        for number in self.numbers:
            found = inside.get(number.chars[0], [])
            right = [f for f in found if f.number is not None and abs(f.number) == number.facts[0].number]
            for figure in (right or found)[:1]:
                kept[number.chars[0]] = figure.id
        return kept

    def _block(self, block: Block, kept: dict[int, str]) -> Block:
        if isinstance(block, Table):
            rows = [
                replace(row, cells=tuple(replace(c, figures=self._figures(c.figures, kept)) for c in row.cells))
                for row in block.rows
            ]
            return replace(block, rows=tuple(rows), loose=self._figures(block.loose, kept))
        if isinstance(block, Heading):
            return block
        return replace(block, figures=self._figures(block.figures, kept))

    def _figures(self, figures: tuple[Figure, ...], kept: dict[int, str]) -> tuple[Figure, ...]:
        laid: list[Figure] = []
        for figure in figures:
            here = self.within(figure.span.chars)
            own = [number for number in here if kept.get(number.chars[0]) == figure.id]
            if here and not own and all(_inside(figure.span.chars, number.chars) for number in here):
                self.set_aside += 1
                continue
            laid.append(self._laid(figure, own) if own else figure)
        return tuple(laid)

    def _laid(self, figure: Figure, numbers: list[_Number]) -> Figure:
        """A figure with the tags on it: one number, or the two ends of a range."""
        if figure.low is not None and figure.high is not None:
            for number in numbers:
                number.used = True
            facts = [fact for number in numbers for fact in number.facts]
            return ranged(figure, facts)
        matching = [n for n in numbers if any(f.number == abs(figure.number or Decimal(0)) for f in n.facts)]
        number = (matching or numbers)[0]
        number.used = True
        return number.laid_on(figure, negative=self._negative(figure, number))

    def _negative(self, figure: Figure, number: _Number) -> bool:
        """Whether the page prints a minus or brackets; a dash in the cell before may be a number of its own."""
        printed = self._printed_negative(number, figure.origin != "cell")
        if figure.number is None or figure.number == 0:
            return printed
        return figure.number < 0 and (printed or "(" in figure.printed or figure.origin != "cell")

    def _printed_negative(self, number: _Number, prose: bool) -> bool:
        return printed_sign(self.source.text, number.chars, prose, (number.facts[0].value or 0) < 0)

    def _with_missed(self, block: Block) -> Block:
        missed = [n for n in self.within(block.span.chars) if not n.used]
        if not missed:
            return block
        if isinstance(block, Heading):  # what reports a number is a sentence, however it is set
            block = Paragraph(block.text, block.span, block.section)
        for number in missed:
            number.used = True
        if isinstance(block, Table):
            return self._table(block, missed)
        words = marked(self.source.text, block.span.chars)
        bounds = list(sentences(words.text))
        figures = [*block.figures, *(self._in_text(block, number, words, bounds) for number in missed)]
        return replace(block, figures=tuple(sorted(figures, key=lambda f: f.span.chars)))

    def _table(self, table: Table, missed: list[_Number]) -> Table:
        rows, loose = list(table.rows), list(table.loose)
        printed = PrintedTable(self.source.text, table.span.chars)
        order = sorted(range(len(rows)), key=lambda n: rows[n].span.chars[0])
        starts = [rows[n].span.chars[0] for n in order]
        found: dict[tuple[int, int], list[Figure]] = {}
        for number in missed:
            nearest = bisect_right(starts, number.chars[0])
            near = sorted(order[max(0, nearest - _NEAR) : nearest])
            at = next((n for n in near if _inside(number.chars, rows[n].span.chars)), None)
            row = rows[at] if at is not None else None
            which = (
                next((n for n, c in enumerate(row.cells) if _inside(number.chars, c.span.chars)), None) if row else None
            )
            cell = row.cells[which] if row and which is not None else None
            figure = self._in_table(table, row, cell, number, printed)
            if at is None or row is None or which is None:
                loose.append(figure)
                continue
            found.setdefault((at, which), []).append(figure)
        for (at, which), more in found.items():
            cells = list(rows[at].cells)
            figures = sorted((*cells[which].figures, *more), key=lambda f: f.span.chars)
            cells[which] = replace(cells[which], figures=tuple(figures))
            rows[at] = replace(rows[at], cells=tuple(cells))
        return replace(table, rows=tuple(rows), loose=tuple(sorted(loose, key=lambda f: f.span.chars)))

    def _in_table(
        self, table: Table, row: Row | None, cell: Cell | None, number: _Number, printed: PrintedTable
    ) -> Figure:
        fact = number.facts[0]
        row_at, column_at = printed.place(number.chars[0])
        words = printed.label(number.chars[0])
        label = row.label_path if row and row.label_path else (words or concept_words(fact.concept),)
        column = table.columns[cell.column] if cell and 0 <= cell.column < len(table.columns) else None
        where = CellRef(table.index, row.grid_row if row else row_at, cell.grid_column if cell else column_at)
        parts = (table.caption, " > ".join(label), " > ".join(column.path) if column else "")
        return replace(
            self._figure(number, in_prose=False),
            origin="cell",
            label_path=label,
            column_path=column.path if column else (),
            section=table.section,
            cell=where,
            context=f"{', '.join(p for p in parts if p)}: {number.facts[0].printed}",
        )

    def _in_text(
        self, block: Paragraph | Callout, number: _Number, words: Marked, sentences_at: list[tuple[int, int]]
    ) -> Figure:
        at = bisect_left(words.at, number.chars[0])
        bounds = next(((a, b) for a, b in sentences_at if a <= at < b), (0, len(words.text)))
        return replace(
            self._figure(number, in_prose=True),
            label_path=(concept_words(number.facts[0].concept),),
            section=block.section,
            context=words.text[slice(*bounds)].strip(),
        )

    def _figure(self, number: _Number, *, in_prose: bool) -> Figure:
        """A figure that only the tag tells of."""
        fact = number.facts[0]
        bare = Figure(
            id=self.source.figure_id(),
            printed=fact.printed,
            quote=self.source.text[slice(*number.chars)],
            span=self.source.span(number.chars),
            origin="prose",
        )
        return replace(
            number.laid_on(bare, negative=self._printed_negative(number, in_prose)), printed_as=None, disagrees=()
        )


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
