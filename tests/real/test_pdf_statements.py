"""Statement pages of real reports, where these are at hand, against their figures as read by eye off the pages.

``pdf_statements.jsonl`` holds no words of them: the page, the period, currency and scale of each column, and the
numbers of each row. ``apart`` gives, by the row's number, the currency and scale of rows that count something else
(amounts a share, shares, percentages: no currency), ``moments`` the days of rows that are balances.
"""

import json
import os
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tickmark.ingest import read

PAGES = [json.loads(line) for line in (Path(__file__).parent / "pdf_statements.jsonl").read_text().splitlines()]


def face_and_page(path, page):
    """The first three pages of a file and the one that is asked for: as much as the reading of it needs."""
    with pdfium.PdfDocument(path) as whole, pdfium.PdfDocument.new() as part:
        part.import_pages(whole, [*range(min(3, page - 1)), page - 1])
        out = BytesIO()
        part.save(out)
    return out.getvalue()


def columns_of(fact, row):
    """What the cells of a row mean: [start, end, currency, scale] for each."""
    columns = fact["columns"]
    apart = fact.get("apart", {}).get(str(row))
    if apart is not None:
        each = apart if isinstance(apart[0], list) else [apart] * len(columns)
        columns = [[*column[:2], *other] for column, other in zip(columns, each, strict=True)]
    days = fact.get("moments", {}).get(str(row))
    return [[None, day, *column[2:]] for column, day in zip(columns, days, strict=True)] if days else columns


@pytest.mark.parametrize("fact", PAGES, ids=lambda fact: f"{fact['file'][-12:-4]}-{fact['page']}")
def test_the_figures_of_a_statement_page(fact):
    path = Path(os.environ.get("TICKMARK_SHARED", "/nowhere")) / "bench" / fact["file"]
    if not path.is_file():
        pytest.skip("the published reports are not here: set TICKMARK_SHARED to the folder that has bench/")
    filing = read(face_and_page(path, fact["page"]), path.name)
    tables = [table for table in filing.tables if table.span.page == len(filing.pages)]
    table = max(tables, key=lambda one: len(one.rows))
    width = len(fact["columns"])
    read_rows = [[cell.figures[0] for cell in row.cells if cell.figures][-width:] for row in table.rows]
    read_rows = [row for row in read_rows if len(row) == width]
    assert [["nil" if f.status == "nil" else str(f.number) for f in row] for row in read_rows] == fact["rows"]
    cells = [
        (figure, column)
        for at, row in enumerate(read_rows)
        for figure, column in zip(row, columns_of(fact, at), strict=True)
        if "apart" not in fact or figure.status == "value"
    ]
    meant = [
        figure.period is not None
        and [figure.period.start, figure.period.end, figure.currency, str(figure.scale)] == column
        for figure, column in cells
    ]
    # a balance at a period's beginning, or a number of shares, is not of the column's period or currency
    assert sum(meant) >= 0.89 * len(meant)
    for figure, _ in cells:
        assert figure.span.box is not None
        assert filing.text[slice(*figure.span.chars)] == figure.quote
