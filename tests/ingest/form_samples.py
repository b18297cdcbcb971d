"""Pages of an invented company, and what is read of their tables."""

from __future__ import annotations

from collections.abc import Sequence

from tickmark.ingest.model import Figure
from tickmark.ingest.readers import read

COVER = "<p>FORM 10-K</p><p>For the fiscal year ended December 31, 2023</p><p>Quillmark Works, Inc.</p>"
COVER_10Q = "<p>FORM 10-Q</p><p>For the quarterly period ended June 30, 2024</p><p>Quillmark Works, Inc.</p>"

APART = "<p>We make paper.</p>" * 5  # so much text that the cover above says nothing of a table below


def html_table(rows: Sequence[Sequence[str]]) -> str:
    """An HTML table of plain cells; "text*3" spans three columns."""
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            text, _, span = cell.partition("*")
            cells.append(f'<td colspan="{span}">{text}</td>' if span else f"<td>{text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def figures(body: str, cover: str = COVER) -> dict[str, list[Figure]]:
    """The figures of the cells of a page, by the last part of their label, in the order printed."""
    filing = read(f"<html><body>{cover}{body}</body></html>".encode(), "sample.htm")
    found: dict[str, list[Figure]] = {}
    for figure in filing.figures():
        assert filing.text[slice(*figure.span.chars)] == figure.quote
        if figure.cell is not None:
            found.setdefault(figure.label_path[-1] if figure.label_path else "", []).append(figure)
    return found


def periods(figs: Sequence[Figure]) -> list[tuple[str | None, str | None]]:
    return [(f.period.start, f.period.end) if f.period else (None, None) for f in figs]


def counted(figs: Sequence[Figure]) -> list[tuple[str, str | None]]:
    """(value, unit) of each."""
    return [(str(f.value), f.unit) for f in figs]
