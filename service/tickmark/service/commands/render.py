"""What a person reads in a terminal. Everything here prints to standard output.

Text from filings is shown, never interpreted: control characters are taken out (they could move the cursor or change
the window's title), and nothing in it is read as markup.
"""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from tickmark.index.checking.footing import Misfit
from tickmark.index.model import FigureHit, FilingSummary, PassageHit
from tickmark.ingest.figures.units import currency_of
from tickmark.ingest.model import Figure, Filing, Period, Span, Table
from tickmark.service.model import Answer
from tickmark.service.wire.response import value_of
from tickmark.service.wire.shapes import plain
from tickmark.service.wording import disagreement, misfit_words

if TYPE_CHECKING:
    from tickmark.service.wire.shapes import FlatFigure

__all__ = ["figures_table", "print_answer", "print_conflicts", "print_filings", "print_misfits", "print_tables"]

TableOf = Callable[[str, int], Table | None]

PIPE_WIDTH = 200
MOST_COLUMNS = 6
MOST_PASSAGE_CHARS = 600
CITED = "bold reverse"
_SIGN = re.compile(r"(?:US|HK|NT|[ACRS])?\$|[£€¥]")


def safe(text: str) -> str:
    """``text`` on one line, without control characters; those that steer writing direction go too."""
    folded = " ".join(text.split())
    return "".join(char for char in folded if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def console(stream: TextIO | None = None) -> Console:
    """Standard output as rich sees it; as wide as a wide terminal where there is none, so that nothing is cut."""
    stream = stream or sys.stdout
    width = None if stream.isatty() else max(PIPE_WIDTH, shutil.get_terminal_size((PIPE_WIDTH, 24)).columns)
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def print_answer(answer: Answer, table_of: TableOf) -> None:
    """The answer line, each figure with its unit, period and citation, and the cited rows with the cells marked.

    Args:
        answer: what the engine said.
        table_of: gives a table by the id of its filing and its index.
    """
    out = console()
    said = answer.verdict
    out.print(Text(safe(said.text), style="bold"))
    if said.reason and said.reason.strip() not in said.text:
        out.print(Text(f"Why: {safe(said.reason)}"))
    if said.calculation:
        unit = f" {said.calculation.unit}" if said.calculation.unit else ""
        out.print(Text(f"{safe(said.calculation.expression)} = {plain(said.calculation.result)}{unit}"))
    wanted = set(said.figure_ids)
    cited = [hit for hit in answer.figures if hit.figure.id in wanted]
    for hit in cited:
        out.print()
        _print_figure(out, hit)
    for filing, table_index in _tables_of(cited):
        table = table_of(filing.id, table_index)
        if table is not None:
            _print_cited_rows(out, table, [hit.figure for hit in cited if hit.filing.id == filing.id])
    shown = [hit for hit in answer.passages if hit.passage.id in set(said.passage_ids)]
    if not cited:
        for passage in shown:
            _print_passage(out, passage)


def _print_figure(out: Console, hit: FigureHit) -> None:
    figure = hit.figure
    head = Text("  ")
    head.append(amount(figure), style="bold")
    if period := period_words(figure.period):
        head.append(f"   {period}")
    out.print(head)
    label = " > ".join((*figure.label_path, *figure.column_path))
    if label:
        out.print(Text(f"  {safe(label)}"))
    for note in (*figure.qualifiers, *figure.footnotes):
        out.print(Text(f"  note: {safe(note)}"))
    out.print(Text(f"  {place(hit.filing, figure.span, figure.section)}", style="dim"))
    if figure.concept:
        out.print(Text(f"  tagged as {safe(figure.concept)}", style="dim"))
    if warning := disagreement(figure):
        out.print(Text(f"  {safe(warning)}", style="yellow"))
    if hit.conflicts_with:
        out.print(Text("  disagrees with another figure of the same thing", style="yellow"))


def _print_passage(out: Console, hit: PassageHit) -> None:
    out.print()
    text = safe(hit.passage.text)
    cut = text if len(text) <= MOST_PASSAGE_CHARS else text[:MOST_PASSAGE_CHARS].rsplit(" ", 1)[0] + " ..."
    out.print(Text(cut))
    out.print(Text(f"  {place(hit.filing, hit.passage.span, hit.passage.section)}", style="dim"))


def _tables_of(hits: Sequence[FigureHit]) -> list[tuple[FilingSummary, int]]:
    """The tables that the figures stand in, each once, in the order of the figures."""
    found = {(hit.filing.id, hit.figure.cell.table): hit.filing for hit in hits if hit.figure.cell}
    return [(filing, table) for (_, table), filing in found.items()]


def _print_cited_rows(out: Console, table: Table, cited: Sequence[Figure]) -> None:
    """The rows of the cited cells under their header. The mark can be seen without colour as well."""
    cells = {(f.cell.row, f.cell.column) for f in cited if f.cell and f.cell.table == table.index}
    rows = [row for row in table.rows if any(row.grid_row == at for at, _ in cells)]
    at = sorted({c.column for row in rows for c in row.cells if (row.grid_row, c.grid_column) in cells})
    shown = _window(len(table.columns), at)
    grid = Grid(box=SIMPLE_HEAD, title=safe(table.caption) or None, title_justify="left", pad_edge=False)
    grid.add_column(Text(safe(" / ".join(table.stub))))
    for column in shown:
        grid.add_column(Text(safe(" / ".join(table.columns[column].path))), justify="right")
    for row in rows:
        line = {c.column: c for c in row.cells}
        texts = [Text(safe(" > ".join(row.label_path)))]
        for column in shown:
            cell = line.get(column)
            lit = cell is not None and (row.grid_row, cell.grid_column) in cells
            printed = safe(cell.printed) if cell else ""
            texts.append(Text(f"→ {printed} ←", style=CITED) if lit else Text(printed))
        grid.add_row(*texts)
    out.print()
    out.print(grid)


def _window(count: int, wanted: Sequence[int]) -> list[int]:
    """At most a handful of the columns, with all the wanted ones among them."""
    wanted = [column for column in wanted if column < count]
    if count <= MOST_COLUMNS:
        return list(range(count))
    near = sorted(range(count), key=lambda c: (min((abs(c - w) for w in wanted), default=c), c))
    return sorted({*near[:MOST_COLUMNS], *wanted})


def amount(figure: Figure) -> str:
    """The figure as printed, with its unit unless the print already says it."""
    printed = safe(figure.printed)
    if figure.status == "not_disclosed":
        return f"{printed} (not disclosed)"
    if figure.status == "nil":
        return f"{printed} (nil)"
    value = value_of(figure)
    scale = "" if figure.scale == 1 or value is None else f" (= {plain(value)})"
    unit = figure.unit or ""
    told = not unit or unit.casefold() in printed.casefold() or _signed(figure)
    return f"{printed}{'' if told else ' ' + safe(unit)}{scale}"


def _signed(figure: Figure) -> bool:
    """Whether the print holds the sign of the figure's currency ("$293,618")."""
    known = [currency_of(sign) for sign in _SIGN.findall(figure.printed)]
    return figure.unit == figure.currency and any(found and found[1] == figure.currency for found in known)


def period_words(period: Period | None) -> str:
    """The period as the filing says it, and in dates."""
    if period is None or period.kind == "none":
        return ""
    dates = period.end or "" if period.kind == "instant" else f"{period.start or '?'} to {period.end or '?'}"
    return f"{safe(period.text)} ({dates})" if period.text and period.text != dates else dates


def place(filing: FilingSummary | Filing, span: Span, section: Sequence[str]) -> str:
    """Where it stands: source, page or line, section."""
    first, last = span.lines
    lines = f"line {first}" if first == last else f"lines {first}-{last}"
    where = [safe(filing.source), f"page {span.page}, {lines}" if span.page else lines]
    if section:
        where.append(safe(" > ".join(section)))
    return ", ".join(where)


def print_filings(summaries: Sequence[FilingSummary]) -> None:
    """One filing a line."""
    grid = _grid("id", "source", "issuer", "code", "form", "period", "published", "tables>", "figures>", "passages>")
    for one in summaries:
        counts = (one.tables, one.figures, one.passages)
        code = one.stock_code or one.cik or ""
        words = (one.id, one.source, one.issuer, code, one.form or "", _reported(one), one.published or "")
        grid.add_row(*(Text(safe(word)) for word in words), *(Text(str(count)) for count in counts))
    console().print(grid)


def _reported(filing: FilingSummary) -> str:
    """What a filing reports on: "FY2024", "Q2 2025", else the last day of it."""
    if filing.fiscal_year and filing.fiscal_period:
        return f"{filing.fiscal_period}{'' if filing.fiscal_period == 'FY' else ' '}{filing.fiscal_year}"
    return (filing.period.end if filing.period else None) or ""


def figures_table(figures: Iterable[FlatFigure], stream: TextIO) -> None:
    """Figures to look at: the columns a person wants first."""
    grid = _grid("source", "line>", "label", "column", "printed>", "value>", "unit", "period")
    for figure in figures:
        period = figure.period_end or figure.period_label or ""
        grid.add_row(
            Text(safe(figure.source)),
            Text(str(figure.citation.lines[0])),
            Text(safe(" > ".join(figure.label_path))),
            Text(safe(" > ".join(figure.column_path))),
            Text(safe(figure.printed)),
            Text("" if figure.value is None else plain(figure.value)),
            Text(safe(figure.unit or "")),
            Text(safe(period)),
        )
    console(stream).print(grid)


def print_tables(filing: Filing) -> None:
    """Each table as it was rebuilt, and what was set aside."""
    out = console()
    for table in filing.tables:
        first, last = table.span.lines
        out.print(Text(f"table {table.index}, lines {first}-{last}: {safe(table.caption)}".rstrip(": "), style="bold"))
        for name, said in (("section", " > ".join(table.section)), ("unit", table.unit_line)):
            if said:
                out.print(Text(f"  {name}: {safe(said)}"))
        grid = _grid("line>", " / ".join(table.stub), *(f"{' / '.join(c.path)}>" for c in table.columns), "unit")
        for row in table.rows:
            line = {cell.column: safe(cell.printed) for cell in row.cells}
            values = (line.get(column, "") for column in range(len(table.columns)))
            words = (str(row.span.lines[0]), safe(" > ".join(row.label_path)), *values, safe(row.unit or ""))
            grid.add_row(*map(Text, words))
        if not table.rows:
            grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_header=False)
            for printed in table.grid:
                grid.add_row(*(Text(safe(cell)) for cell in printed))
        out.print(grid)
        for piece in table.noise:
            out.print(Text(f"  set aside, line {piece.line}: {safe(piece.text)}", style="dim"))
    if not filing.tables:
        out.print(Text("No tables."))


def print_conflicts(groups: Iterable[Any]) -> None:
    """The places that disagree, group by group."""
    out = console()
    count = 0
    for count, group in enumerate(groups, 1):
        out.print(Text(f"{count}. {safe(str(getattr(group, 'label', group)))}", style="bold"))
        for hit in getattr(group, "hits", ()):
            _print_figure(out, hit)
    out.print(Text(f"{count} {'conflict' if count == 1 else 'conflicts'} found."))


def print_misfits(found: Iterable[tuple[Misfit, FilingSummary]]) -> None:
    """The totals that do not foot and the changes that do not recompute, each with the cells it comes from."""
    out = console()
    count = 0
    for count, (misfit, filing) in enumerate(found, 1):
        out.print(Text(f"{count}. {safe(misfit_words(misfit))}", style="bold"))
        for figure in (misfit.figure, *misfit.operands):
            label = " > ".join((*figure.label_path[-2:], *figure.column_path))
            out.print(Text(f"  {safe(figure.printed)}   {safe(label)}"))
            out.print(Text(f"  {place(filing, figure.span, figure.section)}", style="dim"))
    out.print(Text(f"{count} {'figure does' if count == 1 else 'figures do'} not add up."))


def _grid(*headers: str) -> Grid:
    """A table under these headers; one that ends in ``>`` is set to the right."""
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        right = header.endswith(">")
        grid.add_column(Text(safe(header.removesuffix(">"))), justify="right" if right else "left", overflow="fold")
    return grid
