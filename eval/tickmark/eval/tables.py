"""Scores and comparisons as plain text for a terminal, and as Markdown for documents."""

from __future__ import annotations

from collections.abc import Sequence

from tickmark.eval.compare import Comparison, Difference
from tickmark.eval.score import Scores, Summary

__all__ = ["compared", "grid", "number", "scored"]


def number(value: float | None, unit: str = "") -> str:
    """Three decimals for shares; one, with its unit, for times."""
    if value is None:
        return "-"
    return f"{value:.1f} {unit}" if unit else f"{value:.3f}"


def grid(rows: Sequence[Sequence[str]], *, markdown: bool = False) -> str:
    """Columns in line; the first row is the header, the first column is text and the others are numbers."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]

    def line(row: Sequence[str]) -> str:
        cells = [
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        return f"| {' | '.join(cells)} |" if markdown else "  ".join(cells).rstrip()

    rule = "|" + "|".join(("-" * (w + 2)) if n == 0 else "-" * (w + 1) + ":" for n, w in enumerate(widths)) + "|"
    lines = [line(row) for row in rows]
    return "\n".join([lines[0], rule, *lines[1:]] if markdown else lines)


def scored(runs: Sequence[Scores], *, markdown: bool = False) -> str:
    """One column a run; the interval only where there is one run."""
    # The run with the most measures has them in their order.
    names = [name for run in sorted(runs, key=lambda run: -len(run.summaries)) for name in _names(run)]
    if len(runs) == 1:
        rows = [["measure", runs[0].system, "95 % interval", "questions"]]
        rows += [[s.name, number(s.value, s.unit), _interval(s), str(s.questions)] for s in runs[0].summaries]
    else:
        rows = [["measure", *(run.system for run in runs)]]
        for name in dict.fromkeys(names):
            found = [run.summary(name) for run in runs]
            rows.append([name, *(number(s.value, s.unit) if s else "-" for s in found)])
    return grid(rows, markdown=markdown)


def _names(run: Scores) -> list[str]:
    return [summary.name for summary in run.summaries]


def _interval(item: Summary | Difference) -> str:
    if item.low is None or item.high is None:
        return "-"
    return f"{number(item.low)} to {number(item.high)}" if not item.unit else f"{item.low:.1f} to {item.high:.1f}"


def compared(comparison: Comparison, *, markdown: bool = False) -> str:
    """One row a measure."""
    rows = [["measure", comparison.a, comparison.b, "difference", "95 % interval", "p", "p adj.", "won", "lost"]]
    rows += [
        [
            d.name,
            number(d.a, d.unit),
            number(d.b, d.unit),
            f"{d.difference:+.1f}" if d.unit else f"{d.difference:+.3f}",
            _interval(d),
            _p(d.p),
            _p(d.p_adjusted),
            str(len(d.won)),
            str(len(d.lost)),
        ]
        for d in comparison.differences
    ]
    return grid(rows, markdown=markdown)


def _p(value: float | None) -> str:
    if value is None:
        return "-"
    return "<.001" if value < 0.001 else f"{value:.3f}"
