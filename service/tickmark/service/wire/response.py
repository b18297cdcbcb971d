"""From the nouns to the wire: fills the shapes of :mod:`tickmark.service.wire.shapes` and its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Protocol

from tickmark.index.model import FigureHit, FilingSummary, PassageHit
from tickmark.ingest.model import Cell, CellRef, Figure, Filing, Period, Reading, Row, Span, Table
from tickmark.service.model import Answer, Calculation
from tickmark.service.wire import shapes, tables
from tickmark.service.wire.explained import ExplainedResponse, explanation_out

__all__ = ["document", "flat_figure", "search_response", "source_url", "table", "value_of"]

TextOf = Callable[[str], str]


class Named(Protocol):
    """What a citation says of a filing: both ``Filing`` and ``FilingSummary`` do."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def issuer(self) -> str: ...
    @property
    def form(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...


def source_url(filing_id: str, chars: tuple[int, int] | None = None) -> str:
    """The page that shows the filing, opened at ``chars``."""
    base = f"/documents/{filing_id}/source"
    return base if chars is None else f"{base}#c{chars[0]}-{chars[1]}"


def search_response(answer: Answer, text_of: TextOf) -> ExplainedResponse | shapes.SearchResponse:
    """The contract's object for an answer.

    Args:
        answer: what the engine said.
        text_of: gives the source text of a filing by its id; passages are quoted from it.
    """
    told, said = answer.interpretation, answer.verdict
    plainly = shapes.SearchResponse(
        query=answer.query,
        interpretation=shapes.InterpretationOut(
            issuers=list(told.issuers),
            metrics=list(told.metrics),
            periods=[_period_out(period) for period in told.periods],
            intent=told.intent,
            language=told.language,
            forms=list(told.forms),
        ),
        answer=shapes.AnswerOut(
            status=said.status,
            text=said.text,
            figure_ids=list(said.figure_ids),
            passage_ids=list(said.passage_ids),
            calculation=_calculation(said.calculation),
            reason=said.reason,
        ),
        figures=[_figure_hit(hit) for hit in answer.figures],
        passages=[_passage_hit(hit, text_of) for hit in answer.passages],
        timings_ms={name: round(spent, 3) for name, spent in answer.timings_ms.items()},
    )
    if answer.explanation is None:
        return plainly
    return ExplainedResponse(**dict(plainly), explanation=explanation_out(answer.explanation, _period_out))


def flat_figure(figure: Figure, filing: Named) -> shapes.FlatFigure:
    """A figure as one line of ``tickmark figures``."""
    period, cell = figure.period, figure.cell
    return shapes.FlatFigure(
        **_figure_fields(figure, filing),
        document_id=filing.id,
        source=filing.source,
        table_index=cell.table if cell else None,
        row=cell.row if cell else None,
        col=cell.column if cell else None,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        period_kind=period.kind if period else None,
        period_label=period.text if period else None,
    )


def document(summary: FilingSummary) -> shapes.DocumentOut:
    """A filing in the index."""
    return shapes.DocumentOut(
        document_id=summary.id,
        source=summary.source,
        title=summary.title,
        issuer=summary.issuer,
        issuer_names=list(summary.issuer_names),
        stock_code=summary.stock_code,
        form=summary.form,
        published=summary.published,
        period=_period(summary.period),
        language=summary.language,
        media_type=summary.media_type,
        chars=summary.chars,
        tables=summary.tables,
        figures=summary.figures,
        passages=summary.passages,
        warnings=list(summary.warnings),
        url=source_url(summary.id),
        tickers=list(summary.tickers),
        cik=summary.cik,
        accession=summary.accession,
        currency=summary.currency,
        fiscal_year=summary.fiscal_year,
        fiscal_period=summary.fiscal_period,
        fiscal_year_end=summary.fiscal_year_end,
        amends=summary.amends,
    )


def table(rebuilt: Table, filing: Filing) -> tables.TableOut:
    """A table as it was rebuilt."""
    return tables.TableOut(
        table=rebuilt.index,
        lines=rebuilt.span.lines,
        section=list(rebuilt.section),
        caption=rebuilt.caption,
        lead_in=rebuilt.lead_in,
        unit=rebuilt.unit_line,
        stub=list(rebuilt.stub),
        columns=[
            tables.ColumnOut(
                path=list(column.path),
                period=_period(column.period),
                unit=column.unit,
                currency=column.currency,
                scale=column.scale,
            )
            for column in rebuilt.columns
        ],
        rows=[_row(row, filing) for row in rebuilt.rows],
        noise=[(piece.line, piece.text) for piece in rebuilt.noise],
    )


def _row(row: Row, filing: Filing) -> tables.RowOut:
    return tables.RowOut(
        lines=row.span.lines,
        number=row.number,
        label_path=list(row.label_path),
        unit=row.unit,
        footnotes=list(row.footnotes),
        cells=[_table_cell(cell, filing) for cell in row.cells],
    )


def _table_cell(cell: Cell, filing: Filing) -> tables.TableCellOut:
    figures = [shapes.FigureFields(**_figure_fields(figure, filing)) for figure in cell.figures]
    return tables.TableCellOut(
        column=cell.column,
        printed=cell.printed,
        figure=figures[0] if figures else None,
        figures=figures if len(figures) > 1 else [],
    )


def _figure_hit(hit: FigureHit) -> shapes.FigureOut:
    return shapes.FigureOut(
        **_figure_fields(hit.figure, hit.filing),
        conflicts_with=list(hit.conflicts_with),
        score=round(hit.score, 6),
        superseded_by=hit.superseded_by,
    )


def _passage_hit(hit: PassageHit, text_of: TextOf) -> shapes.PassageOut:
    passage = hit.passage
    quote = text_of(passage.filing_id)[slice(*passage.span.chars)]
    return shapes.PassageOut(
        id=passage.id,
        kind=passage.kind,
        text=passage.text,
        score=round(hit.score, 6),
        table=passage.table,
        citation=_citation(hit.filing, passage.span, passage.section, quote),
    )


def _figure_fields(figure: Figure, filing: Named) -> dict[str, Any]:
    return {
        "id": figure.id,
        "label_path": list(figure.label_path),
        "column_path": list(figure.column_path),
        "printed": figure.printed,
        "number": figure.number,
        "low": figure.low,
        "high": figure.high,
        "scale": figure.scale,
        "value": value_of(figure),
        "unit": figure.unit,
        "currency": figure.currency,
        "period": _period(figure.period),
        "qualifiers": list(figure.qualifiers),
        "status": figure.status,
        "footnotes": list(figure.footnotes),
        "origin": figure.origin,
        "context": figure.context,
        "citation": _citation(filing, figure.span, figure.section, figure.quote, figure.cell),
        "concept": figure.concept,
        "dimensions": [shapes.DimensionOut(axis=axis, member=member) for axis, member in figure.dimensions],
        "tagged_value": figure.tagged_value,
        "other_concepts": list(figure.other_concepts),
        "printed_as": _reading(figure.printed_as),
        "disagrees": list(figure.disagrees),
    }


def _reading(reading: Reading | None) -> shapes.ReadingOut | None:
    if reading is None:
        return None
    return shapes.ReadingOut(
        number=reading.number,
        scale=reading.scale,
        value=value_of(reading),
        unit=reading.unit,
        currency=reading.currency,
        period=_period(reading.period),
    )


def value_of(figure: Figure | Reading) -> Decimal | None:
    """The value; a scaled one without the zeros that multiplying left behind ("1500000", not "1500000.00")."""
    value = figure.value
    if value is None or figure.scale == 1 or not value.is_finite():
        return value
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _citation(
    filing: Named, span: Span, section: tuple[str, ...], quote: str, cell: CellRef | None = None
) -> shapes.CitationOut:
    return shapes.CitationOut(
        document_id=filing.id,
        source=filing.source,
        title=filing.title,
        issuer=filing.issuer,
        form=filing.form,
        published=filing.published,
        page=span.page,
        section=list(section),
        lines=span.lines,
        chars=span.chars,
        cell=shapes.CellOut(table=cell.table, row=cell.row, column=cell.column) if cell else None,
        quote=quote,
        url=source_url(filing.id, span.chars),
        box=span.box,
    )


def _period_out(period: Period) -> shapes.PeriodOut:
    return shapes.PeriodOut(kind=period.kind, start=period.start, end=period.end, text=period.text)


def _period(period: Period | None) -> shapes.PeriodOut | None:
    return None if period is None else _period_out(period)


def _calculation(calculation: Calculation | None) -> shapes.CalculationOut | None:
    if calculation is None:
        return None
    return shapes.CalculationOut(expression=calculation.expression, result=calculation.result, unit=calculation.unit)
