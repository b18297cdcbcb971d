"""Accounts set as a table a block, or a table a row: the header stands in a table of its own above them."""

import pytest
from ingest_samples import when

from tickmark.ingest import read
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.tables.ahead import looks_ahead
from tickmark.ingest.tables.flows import flow_of_group, flow_of_row, moved_columns, titled

HEAD = "<p>Fenwick Mills Limited</p><p>Financial statements for the year ended 31 March 2024</p>"
YEARS = "<table><tr><td></td><td>2024</td><td></td><td>2023</td></tr></table>"
BALANCE_SHEET = "<p>Statement of Financial Position</p><p>31 March 2024</p>"


def row(*cells):
    return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"


def figures(body):
    found = read(f"<!DOCTYPE html><html><body>{HEAD}{body}</body></html>".encode(), "accounts.htm")
    return [(" > ".join(f.label_path), f.printed, when(f)) for table in found.tables for f in table.figures]


def test_a_table_a_row():
    body = BALANCE_SHEET + YEARS + row("£", "£") + row("Stocks", "11", "702", "", "572")
    body += row("Cash at bank", "1,204", "", "-") + row("1,906", "", "572")
    assert figures(body) == [
        ("Stocks", "702", "/2024-03-31"),
        ("Stocks", "572", "/2023-03-31"),
        ("Cash at bank", "1,204", "/2024-03-31"),
        ("Cash at bank", "-", "/2023-03-31"),
        ("", "1,906", "/2024-03-31"),
        ("", "572", "/2023-03-31"),
    ]


def test_rows_of_a_block_need_not_stand_in_the_same_grid_columns():
    first = "<tr><td>Cost of sales</td><td>4</td><td>(810)</td><td></td><td>(790)</td></tr>"
    second = "<tr><td colspan=2>Gross profit</td><td></td><td>420</td><td></td><td>395</td></tr>"
    body = f"<p>Income Statement</p>{YEARS}<p>Trading</p><table>{first}{second}</table>"
    this, before = "2023-04-01/2024-03-31", "2022-04-01/2023-03-31"
    assert [each for each in figures(body) if each[1] != "4"] == [
        ("Cost of sales", "(810)", this),
        ("Cost of sales", "(790)", before),
        ("Gross profit", "420", this),
        ("Gross profit", "395", before),
    ]


@pytest.mark.parametrize(
    "between", ["<h2>Our people</h2>", "<p>7. Staff</p>", "<p>Page 12</p>", "<p>Year ended 31 March 2022</p>"]
)
def test_what_begins_anew_has_no_header_from_above(between):
    body = BALANCE_SHEET + YEARS + row("Stocks", "702", "572") + between + row("Stocks", "650", "640")
    assert [period for _, printed, period in figures(body) if printed == "640"] != ["/2023-03-31"]


def test_a_table_of_more_columns_has_no_header_from_above():
    body = BALANCE_SHEET + YEARS + row("Reserves", "702", "572", "130", "88")
    assert {period for *_, period in figures(body)} == {"/2024-03-31"}


def test_a_rule_drawn_with_dashes_is_no_figure():
    rows = "<tr><td></td><td>2024</td><td>2023</td></tr><tr><td>Rent</td><td>12</td><td>-</td></tr>"
    rows += "<tr><td></td><td>-------</td><td>-------</td></tr><tr><td>Total</td><td>12</td><td>-</td></tr>"
    found = figures(f"<table>{rows}</table>")
    assert [(label, printed) for label, printed, _ in found] == [
        ("Rent", "12"),
        ("Rent", "-"),
        ("Total", "12"),
        ("Total", "-"),
    ]


def test_columns_of_balances_under_a_year():
    rows = "<tr><td></td><td colspan=3>2024</td></tr>"
    rows += "<tr><td></td><td>Balance brought forward</td><td>Advances</td><td>Balance outstanding</td></tr>"
    rows += "<tr><td>A Mason</td><td>3,687</td><td>(9,147)</td><td>(5,460)</td></tr>"
    assert [period for *_, period in figures(f"<table>{rows}</table>")] == [
        "/2023-03-31",
        "2023-04-01/2024-03-31",
        "/2024-03-31",
    ]


def test_columns_of_balances_need_both_ends():
    assert moved_columns([("Opening",), ("Additions",), ("Outstanding",)]) == ["opening", None, "closing"]
    assert moved_columns([("Granted",), ("Outstanding",)]) == [None, None]


@pytest.mark.parametrize(
    ("label", "flow"),
    [
        ("Depreciation of tangible assets", True),
        ("Impairment of trade investments", True),
        ("Accumulated depreciation", False),
        ("Tangible assets", False),
        ("Ordinary A shares of £1 each", False),
        ("Wages and salaries", True),
    ],
)
def test_what_a_row_speaks_of(label, flow):
    assert flow_of_row(label) is flow


def test_titles_of_the_whole_document_say_nothing_of_a_table():
    assert titled(["Notes to the Financial Statements for the year ended 31 March 2024"]) is None
    assert titled(["Creditors: amounts falling due after more than one year"]) is False


@pytest.mark.parametrize("label", ["Within one year", "Later than one year and not later than five years"])
def test_what_falls_due_is_stated_at_a_moment(label):
    assert looks_ahead([label], Calendar())


def test_the_day_on_which_a_director_left_is_not_the_day_of_the_row():
    rows = "<tr><td></td><td>2024</td></tr><tr><td>A Mason (retired 28 November 2022)</td><td>886</td></tr>"
    assert [period for *_, period in figures(f"<p>Emoluments paid</p><table>{rows}</table>")] == [
        "2023-04-01/2024-03-31"
    ]


def test_heads_are_counted_at_the_end_of_the_year():
    rows = "<tr><td></td><td>2024</td><td>2023</td></tr><tr><td>Wages</td><td>£84,000</td><td>£79,000</td></tr>"
    rows += "<tr><td>Average number of employees</td><td>63</td><td>62</td></tr>"
    rows += "<tr><td>Number of employees at year end</td><td>65</td><td>61</td></tr>"
    body = f"<html><body>{HEAD}<p>Staff costs</p><table>{rows}</table></body></html>"
    found = [(f.printed, f.unit, when(f)) for f in read(body.encode(), "accounts.htm").tables[0].figures][2:]
    assert found == [
        ("63", None, "2023-04-01/2024-03-31"),
        ("62", None, "2022-04-01/2023-03-31"),
        ("65", None, "/2024-03-31"),
        ("61", None, "/2023-03-31"),
    ]


def test_pounds_beside_a_number_of_shares():
    rows = "<tr><td></td><td colspan=2>2024</td></tr><tr><td></td><td>No.</td><td>£</td></tr>"
    rows += "<tr><td>Ordinary shares of £0.25 each</td><td>10,016</td><td>2,504</td></tr>"
    body = f"<html><body>{HEAD}<p>Called up share capital</p><table>{rows}</table></body></html>"
    found = read(body.encode(), "accounts.htm").tables[0].figures
    assert [(f.unit, when(f)) for f in found] == [("shares", "/2024-03-31"), ("GBP", "/2024-03-31")]


def test_a_heading_says_whether_its_rows_are_of_a_time():
    assert flow_of_group(["Capital expenditures", "Europe"]) is True
    assert flow_of_group(["Long-lived assets (c)"]) is False
    assert flow_of_group(["Current assets"]) is None
    rows = "<tr><td></td><td>2024</td></tr><tr><td>Sales</td><td>900</td></tr><tr><td>Interest paid</td><td>4</td></tr>"
    rows += "<tr><td><b>Long-lived assets</b></td></tr><tr><td style='padding-left:9pt'>Wales</td><td>310</td></tr>"
    found = figures(f"<p>Segments</p><table>{rows}</table>")
    assert [period for *_, period in found] == ["2023-04-01/2024-03-31", "2023-04-01/2024-03-31", "/2024-03-31"]


def test_what_moved_without_cash_is_no_balance():
    rows = "<tr><td></td><td>2024</td></tr><tr><td>Interest paid</td><td>4</td></tr>"
    rows += "<tr><td>Cash at the beginning of the year</td><td>10</td></tr>"
    rows += "<tr><td>Cash at the end of the year</td><td>6</td></tr>"
    rows += "<tr><td><b>Non-cash activities:</b></td></tr><tr><td>Lease liabilities assumed</td><td>3</td></tr>"
    found = figures(f"<p>Statement of cash flows</p><table>{rows}</table>")
    assert [period for *_, period in found] == [
        "2023-04-01/2024-03-31",
        "/2023-03-31",
        "/2024-03-31",
        "2023-04-01/2024-03-31",
    ]


def test_a_sentence_that_mentions_a_month_closes_no_year():
    sentence = (
        "The exceptional income comes from the support scheme that was open to us between May 2023 and the year end,"
    )
    body = f"<p>{sentence} and was paid out in full to the mills.</p><table>"
    body += "<tr><td></td><td>2024</td></tr><tr><td>Interest paid</td><td>4</td></tr></table>"
    assert [period for *_, period in figures(body)] == ["2023-04-01/2024-03-31"]
