"""Write the two Office filings of the corpus: ``python corpus/make_office.py``, then ``corpus/build_manifest.py``.

The same bytes come out each time (with the same versions of the libraries): nothing in them depends on the day.
"""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from openpyxl.worksheet.worksheet import Worksheet

FILINGS = Path(__file__).resolve().parent / "filings"
WRITTEN = datetime(2024, 11, 1, tzinfo=UTC)
SAMPLE = "Sample filing written for Tickmark; the issuer and every figure in it are invented."
ACCOUNTING = '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)'

QUARTILES = [
    ("Pay quartile", "Share of each quartile (%)", "", "Employees", ""),
    ("", "Men", "Women", "Men", "Women"),
    ("Upper", "71.4", "28.6", "329", "132"),
    ("Upper middle", "68.9", "31.1", "317", "143"),
    ("Lower middle", "63.2", "36.8", "291", "169"),
    ("Lower", "60.1", "39.9", "277", "184"),
]
GAPS = [
    ("Measure", "Kind of pay", "5 April 2024", "5 April 2023"),
    ("Mean gap", "Hourly pay", "9.7%", "11.2%"),
    ("", "Bonus pay", "18.4%", "21.9%"),
    ("Median gap", "Hourly pay", "6.3%", "7.8%"),
    ("", "Bonus pay", "(1.5)%", "2.4%"),
]


def fill(document: Document, rows: list[tuple[str, ...]]) -> docx.table.Table:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text:
                table.cell(r, c).text = text
    return table


def word() -> bytes:
    """The pay gap report: two header levels, a cell over rows, a raised mark, brackets."""
    document = docx.Document()
    document.add_heading("Harrowgate Instruments plc", 0)
    document.add_paragraph("Stock code: HGWI")
    document.add_heading("Sustainability report on gender pay 2024", 1)
    document.add_paragraph("Published 1 October 2024")
    document.add_paragraph(
        "This report shows what men and women in the United Kingdom were paid at the snapshot date of 5 April 2024. "
        "It covers the companies of the Group in that country."
    )
    document.add_heading("Difference between the pay of men and women", 2)
    gaps = fill(document, GAPS)
    gaps.cell(1, 0).merge(gaps.cell(2, 0))
    gaps.cell(3, 0).merge(gaps.cell(4, 0))
    gaps.cell(4, 1).paragraphs[0].add_run("1").font.superscript = True
    document.add_paragraph("A gap in brackets is in favour of women.")
    document.add_heading("Men and women by quartile of pay", 2)
    quartiles = fill(document, QUARTILES)
    quartiles.cell(0, 1).merge(quartiles.cell(0, 2))
    quartiles.cell(0, 3).merge(quartiles.cell(0, 4))
    document.add_paragraph("A bonus was paid to 84.1% of the men and 86.7% of the women.")
    note = document.add_paragraph()
    note.add_run("1").font.superscript = True
    note.add_run(" Most bonuses are paid in the same amount to everyone at a site, whatever the grade.")
    document.add_paragraph(SAMPLE)
    for name in ("created", "modified"):
        setattr(document.core_properties, name, WRITTEN)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rows_of(sheet: Worksheet, rows: list[list[object]], formats: dict[str, str]) -> None:
    """Append rows; numbers under a header have the format that their row's label asks for."""
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row][1:]:
            code = next((code for label, code in formats.items() if row and str(row[0] or "").startswith(label)), None)
            if code and isinstance(cell.value, int | float):
                cell.number_format = code


def spreadsheet() -> bytes:
    """The payment practices: numbers seen through formats, a merged banner, a blank row, a hidden sheet."""
    book = openpyxl.Workbook()
    days, value = book.active, book.create_sheet("Late payment")
    days.title = "Days to pay"
    formats = {"Within": "0.0%", "From": "0.0%", "After": "0.0%", "Invoices": "#,##0", "Average": "0"}
    rows_of(
        days,
        [
            ["Harrowgate Instruments plc"],
            ["Stock code: HGWI"],
            ["Supplier payment: sustainability data sheet 2024"],
            ["Published 31 July 2024"],
            [],
            ["How suppliers were paid"],
            [None, "Six months ended"],
            ["Measure", "31 December 2023", "30 June 2024"],
            ["Invoices paid", 18452, 19307],
            ["Average days to pay", 34, 31],
            [],
            ["Share of invoices paid:"],
            ["Within 30 days", 0.6127, 0.6843],
            ["From 31 to 60 days", 0.3018, 0.2562],
            ["After 60 days", 0.0855, 0.0595],
        ],
        formats,
    )
    days.merge_cells("B7:C7")
    rows_of(
        value,
        [
            ["Late payment of suppliers"],
            ["£'000"],
            ["Item", "Year ended 30 June 2024", "Year ended 30 June 2023"],
            ["Invoices paid late, amount", 21864.2, 26410.7],
            ["Interest claimed by suppliers", 47.6, 63.1],
            ["Interest credited back by suppliers", -12.4, 0],
            ["* The amounts are those of the companies in the United Kingdom and have not been audited."],
            [],
            [SAMPLE],
        ],
        {"I": ACCOUNTING},
    )
    workings = book.create_sheet("Workings")
    workings.append(["Invoices paid", 99999])
    workings.sheet_state = "hidden"
    book.properties.created = book.properties.modified = WRITTEN.replace(tzinfo=None)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def settled(data: bytes) -> bytes:
    """The package with its parts in order, of one date, and without the time at which it was saved."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as archive:
        for name in sorted(given.namelist()):
            if name in {"docProps/core.xml", "docProps/thumbnail.jpeg"}:
                part = CORE if name.endswith("core.xml") else b""
            else:
                part = given.read(name)
            info = zipfile.ZipInfo(name, (2024, 11, 1, 0, 0, 0))
            info.create_system = 3
            archive.writestr(info, part, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Tickmark</dc:creator></cp:coreProperties>'
)

if __name__ == "__main__":
    (FILINGS / "harrowgate-pay-gap-2024.docx").write_bytes(settled(word()))
    (FILINGS / "harrowgate-payment-practices-2024.xlsx").write_bytes(settled(spreadsheet()))
