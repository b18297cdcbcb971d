"""An answer as the page shows it: every piece decided here, so that the templates only lay it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.index.model import FigureHit, Interpretation, PassageHit
from tickmark.service.model import Answer, AnswerStatus
from tickmark.service.web.chart import Chart, Share, chart, over_time, shares, side_by_side
from tickmark.service.web.figure import FigureView, Place, figure_view, period_title, place
from tickmark.service.web.others import OtherFiling, other_filings
from tickmark.service.web.source_table import can_show
from tickmark.service.web.table import TableView, table_view
from tickmark.service.wire.shapes import plain
from tickmark.service.wording import number_words

__all__ = ["CalculationView", "PassageView", "ResultView", "result_view"]

TABLES = 2
LONG_PASSAGE = 300
PASSAGES = 5

_STATUS_WORDS: dict[AnswerStatus, str] = {
    "answered": "Answered",
    "not_disclosed": "Not disclosed",
    "conflicting": "Conflicting",
    "not_found": "Not found",
}
_INTENT_WORDS = {
    "figure": "one figure",
    "series": "a series over time",
    "breakdown": "a breakdown",
    "comparison": "a comparison",
    "calculation": "a calculation",
    "fact": "a statement",
    "list": "a list",
    "yes_no": "yes or no",
}


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its citation. A table is shown rebuilt; of long text, ``rest`` is shown when asked for."""

    text: str
    rest: str
    table: TableView | None
    place: Place


@dataclass(frozen=True, slots=True)
class CalculationView:
    """Arithmetic over cited operands."""

    expression: str
    result: str
    unit: str
    operands: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class ResultView:
    """An answer. ``figure`` is the one set large; ``several`` are the values of a conflict, side by side."""

    status: AnswerStatus
    status_words: str
    title: str
    text: str
    reason: str
    company: str
    figure: FigureView | None
    several: tuple[FigureView, ...]
    statement: PassageView | None
    calculation: CalculationView | None
    chart: Chart | None
    chart_asked: bool
    parts: tuple[Share, ...]
    tables: tuple[TableView, ...]
    others: tuple[OtherFiling, ...]
    passages: tuple[PassageView, ...]
    understood: tuple[tuple[str, str], ...]


def result_view(library: Library, said: Answer, filters: Filters, k: int) -> ResultView:
    """Everything that the page says of an answer.

    Args:
        library: the index it came from; tables and other filings are read from it.
        said: the answer.
        filters: those it was asked with.
        k: how many results to look for in other filings.
    """
    verdict = said.verdict
    cited = [hit for hit in said.figures if hit.figure.id in verdict.figure_ids]
    calculation = _calculation(said, cited)
    series, asked = _series(library, said, cited)
    compared = len({hit.filing.issuer for hit in cited}) > 1
    several = not (asked or calculation) and verdict.status != "conflicting" and len(cited) > 1
    parts = (side_by_side if compared else shares)(cited) if several else ()
    single = cited and not calculation and not parts and not asked and verdict.status != "conflicting"
    tables = _tables(library, cited)
    passages = _passages(library, said.passages, {table.key for table in tables})
    stated = passages[0] if verdict.status in {"answered", "not_disclosed"} and not cited and passages else None
    figure = figure_view(cited[0]) if single else None
    return ResultView(
        status=verdict.status,
        status_words=_STATUS_WORDS[verdict.status],
        title=_title(said, figure, calculation),
        text=verdict.text,
        reason=verdict.reason or "",
        company=cited[0].filing.issuer if cited and not compared else "",
        figure=figure,
        several=tuple(figure_view(hit) for hit in cited) if verdict.status == "conflicting" else (),
        statement=stated,
        calculation=calculation,
        chart=series,
        chart_asked=asked,
        parts=parts,
        tables=tables,
        others=tuple(other_filings(library, said, filters, k)),
        passages=tuple(each for each in passages if each is not stated)[:PASSAGES],
        understood=_understood(said.interpretation),
    )


def _title(said: Answer, figure: FigureView | None, calculation: CalculationView | None) -> str:
    """The answer in a few words, for the title of the window and for who listens."""
    if said.verdict.status != "answered":
        return _STATUS_WORDS[said.verdict.status]
    if figure is not None:
        return figure.quantity.spoken
    if calculation is not None:
        return f"{calculation.result}{calculation.unit and ' '}{calculation.unit}".replace(" %", "%")
    return _STATUS_WORDS["answered"]


def _calculation(said: Answer, cited: Sequence[FigureHit]) -> CalculationView | None:
    made = said.verdict.calculation
    if made is None:
        return None
    return CalculationView(
        expression=made.expression.replace(" x ", " × ").replace(" / ", " ÷ "),
        result=number_words(made.result) if made.result.is_finite() else plain(made.result),
        unit=made.unit or "",
        operands=tuple(figure_view(hit) for hit in cited),
    )


def _series(library: Library, said: Answer, cited: Sequence[FigureHit]) -> tuple[Chart | None, bool]:
    """A chart over time, and whether it is what was asked for, or only stands beside the figure that was."""
    if not cited or said.verdict.calculation is not None or said.verdict.status == "conflicting":
        return None, False
    periods = {hit.figure.period for hit in cited if hit.figure.period}
    one = len({(hit.filing.issuer, hit.figure.unit) for hit in cited}) == 1
    if len(cited) > 1 and len(periods) == len(cited) and one:
        made = chart(cited, [], figure_view(cited[0]).label)
        return made, made is not None
    first = cited[0]
    if len(cited) == 1 and first.figure.cell is not None:
        row = over_time(first, library.table(first.filing.id, first.figure.cell.table))
        return chart(row, [first.figure.id], figure_view(first).label), False
    return None, False


def _tables(library: Library, cited: Sequence[FigureHit]) -> tuple[TableView, ...]:
    """The tables that the cited figures stand in, each once."""
    lit = {hit.figure.id for hit in cited}
    places = {(hit.filing.id, hit.figure.cell.table): hit for hit in cited if hit.figure.cell}
    made = []
    for (filing_id, index), hit in list(places.items())[:TABLES]:
        table = library.table(filing_id, index)
        if table is not None and can_show(table):
            made.append(table_view(table, hit.filing, lit))
    return tuple(made)


def _passages(library: Library, hits: Sequence[PassageHit], shown: set[str]) -> list[PassageView]:
    """The passages, without those that are the tables already shown."""
    made = []
    for hit in hits:
        passage = hit.passage
        table = library.table(hit.filing.id, passage.table) if passage.table is not None else None
        view = table_view(table, hit.filing, ()) if table is not None and can_show(table) else None
        if view is not None and view.key in shown:
            continue
        if view is not None:
            shown.add(view.key)
        text, rest = _cut(passage.text)
        made.append(PassageView(text, rest, view, place(hit.filing, passage.span, passage.section)))
    return made


def _cut(text: str) -> tuple[str, str]:
    """A long text in two, at a word."""
    if len(text) <= LONG_PASSAGE:
        return text, ""
    at = text.rfind(" ", LONG_PASSAGE // 2, LONG_PASSAGE)
    at = at if at > 0 else LONG_PASSAGE
    return text[:at], text[at:]


def _understood(told: Interpretation) -> tuple[tuple[str, str], ...]:
    """How the question was read, as names and values; what was not recognised is left out."""
    periods = [period_title(period) or period.text for period in told.periods]
    lines = (
        ("Looking for", _INTENT_WORDS[told.intent]),
        ("Metric", ", ".join(told.metrics)),
        ("Company", ", ".join(told.issuers)),
        ("Period", ", ".join(dict.fromkeys(periods))),
        ("Form", ", ".join(told.forms)),
    )
    return tuple((name, value) for name, value in lines if value)
