"""An explanation in a terminal: one row a candidate, and below it what counted for it and against it."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.table import Table as Grid
from rich.text import Text

from tickmark.service.commands.render import console, safe
from tickmark.service.explanation import CandidateExplained, Explanation
from tickmark.service.wording import label_of, period_words

__all__ = ["print_explanation"]


def print_explanation(explained: Explanation) -> None:
    """The terms searched for, and the candidates, best first."""
    out = console()
    out.print()
    terms = ", ".join(f"{term} {weight:g}" for term, weight in explained.asked)
    filings = "1 filing" if explained.filings == 1 else f"{explained.filings} filings"
    out.print(Text(f"Searched {filings} for: {safe(terms) or 'nothing that names a metric'}", style="bold"))
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False)
    for head, justify in (("#", "right"), ("Score", "right"), ("Sure", "right"), ("Figure", "left"), ("Why", "left")):
        grid.add_column(head, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for each in explained.figures:
        grid.add_row(str(each.rank), f"{each.candidate.score:.2f}", f"{each.confidence:.2f}", _figure(each), _why(each))
    out.print(grid)
    out.print(Text(f"Given from {explained.threshold:.2f} sure on, of the period and in the unit asked for."))


def _figure(each: CandidateExplained) -> Text:
    figure, filing = each.candidate.figure, each.candidate.filing
    what = f"{label_of(figure)}: {figure.printed} {figure.unit or ''} {period_words(figure.period)}"
    return Text(f"{safe(what)}\n{safe(filing.source)}, line {figure.span.lines[0]}")


def _why(each: CandidateExplained) -> Text:
    """The verdict, where it came from, and the points by weight."""
    drawn = f"words {each.by_words:.2f}, meaning {each.by_meaning:.2f}"
    ordered = sorted(each.points.items(), key=lambda point: -abs(point[1]))
    points = ", ".join(f"{name} {value:+.2f}" for name, value in ordered)
    return Text(f"{each.verdict}\ndrawn by {drawn}; {points}")
