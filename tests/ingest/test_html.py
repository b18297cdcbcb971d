"""HTML documents: words, headings, tables, and the places of all of them in the source."""

from __future__ import annotations

from decimal import Decimal

from tickmark.ingest.model import Filing, Heading
from tickmark.ingest.readers import read

STATEMENT = """<!DOCTYPE html><html><head><title>x</title><style>p {color: red}</style></head><body>
<p style="font-weight:bold;text-align:center">Statements of Operations</p>
<p style="text-align:center">(in millions, except per share data)</p>
<table>
<tr><td></td><td></td><td colspan="7" style="font-weight:bold">Three Months Ended March 31,</td></tr>
<tr><td></td><td></td><td colspan="3">2024</td><td></td><td colspan="3">2023</td></tr>
<tr><td>Net sales</td><td></td><td>$</td><td>1,250</td><td></td><td></td><td>$</td><td>1,105</td><td></td></tr>
<tr><td>Loss on disposals</td><td></td><td></td><td>(12</td><td>)</td><td></td><td></td><td>(7</td><td>)</td></tr>
<tr><td>Earnings per share, diluted</td><td></td><td>$</td><td>0.52</td><td></td><td></td><td>$</td><td>0.48</td></tr>
<tr><td>Margin</td><td></td><td></td><td>14.2</td><td>%</td><td></td><td></td><td>13.1</td><td>%</td></tr>
</table></body></html>"""


def document(body: str) -> Filing:
    return read(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "made.htm")


def test_a_statement_is_read_as_a_person_reads_it() -> None:
    filing = read(STATEMENT.encode(), "made.htm")
    (table,) = filing.tables
    found = [(f.label_path[-1], f.value, f.unit, f.period and (f.period.start, f.period.end)) for f in table.figures]
    this, before = ("2024-01-01", "2024-03-31"), ("2023-01-01", "2023-03-31")
    assert found == [
        ("Net sales", Decimal(1_250_000_000), "USD", this),
        ("Net sales", Decimal(1_105_000_000), "USD", before),
        ("Loss on disposals", Decimal(-12_000_000), "USD", this),
        ("Loss on disposals", Decimal(-7_000_000), "USD", before),
        ("Earnings per share, diluted", Decimal("0.52"), "USD/share", this),
        ("Earnings per share, diluted", Decimal("0.48"), "USD/share", before),
        ("Margin", Decimal("14.2"), "%", this),
        ("Margin", Decimal("13.1"), "%", before),
    ]
    assert [f.cell.column for f in table.figures if f.cell] == [3, 7, 3, 7, 3, 7, 3, 7]


def test_the_media_type_and_the_quotes_are_those_of_the_source() -> None:
    filing = read(STATEMENT.encode(), "made.htm")
    assert filing.media_type == "text/html"
    assert all(filing.text[slice(*f.span.chars)] == f.quote for f in filing.figures())


def test_headings_are_told_by_how_they_are_set() -> None:
    filing = document("<p><b>ITEM 1. Business</b></p><p>Our Mills And Presses</p><h3>Mills</h3><p>We run two.</p>")
    heads = [(block.text, block.level) for block in filing.blocks if isinstance(block, Heading)]
    assert heads == [("ITEM 1. Business", 2), ("Mills", 3)]


def test_what_is_hidden_is_no_text() -> None:
    filing = document(
        "<script>var a = '<p>no</p>';</script><div style='display:none'><p>Assets 9,999</p></div><p>Shown</p>"
        "<ix:header><ix:hidden>12</ix:hidden></ix:header><!-- <p>off</p> -->"
    )
    assert [block.text for block in filing.blocks if not hasattr(block, "rows")] == ["Shown"]


def test_a_bullet_in_a_table_is_a_paragraph() -> None:
    filing = document("<table><tr><td>•</td><td>Two mills were rebuilt in the year.</td></tr></table>")
    assert filing.tables == ()
    assert [getattr(block, "text", "") for block in filing.blocks] == ["• Two mills were rebuilt in the year."]


def test_tables_count_as_the_document_counts_them() -> None:
    filing = document(
        "<table><tr><td>Only words stand here</td></tr></table>"
        "<table><tr><td>As of June 30, 2024</td><td>Tonnes</td></tr><tr><td>Barley</td><td>41</td></tr>"
        "<tr><td>Oats</td><td>17</td></tr></table>"
    )
    assert [table.index for table in filing.tables] == [1]
