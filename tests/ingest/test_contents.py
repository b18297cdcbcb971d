"""Tables of contents: pages are no figures, and no table of small numbers that rise is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_samples import Sheet, read_pdf_of

from tickmark.ingest import read
from tickmark.ingest.markup import Marked
from tickmark.ingest.tables.contents import lists_pages
from tickmark.ingest.tables.grid import Grid, GridCell, GridRow


def grid_of(*rows):
    def cell(text):
        return GridCell(Marked(text, tuple(range(len(text))), len(text)))

    return Grid(
        tuple(GridRow(tuple(map(cell, row)), at, (0, 0)) for at, row in enumerate(rows)), exact=True, whole=True
    )


def contents(*rows, above=(), pages=90, earlier=False):
    return lists_pages(grid_of(*rows), above, pages, earlier)


ITEMS = [("Item 1.", "What the mill makes", "3"), ("Item 1A.", "What may go wrong", "9"), ("Item 2.", "Mills", "9")]


def test_items_with_pages_that_never_fall_are_contents():
    assert contents(*ITEMS)
    assert contents(("Part I", "", ""), *ITEMS, ("Signatures", "", "81"))
    assert contents(("Note 1. How the accounts are made", "F-7"), ("Note 2. Cloth", "F-9"), ("Note 3. Yarn", "F-9"))


def test_a_header_that_says_page_is_enough():
    assert contents(("", "Beginning Page"), ("Cloth", "4"), ("Yarn", "6"))
    assert contents(("Topic", "Page(s)"), ("Water", "14, 31-32"), ("Waste", "12"), ("Wages", "40"))
    assert contents(("", "Page"), ("Cloth in", "4"), ("2014", "56"), ("Yarn", "57"))


def test_words_of_reports_and_a_heading_that_says_contents():
    reports = [("Report of the auditor", "12"), ("Balance sheets at year end", "14"), ("Statements of income", "15")]
    assert contents(*reports, ("Notes to the accounts", "19"))
    assert not contents(*reports[:2])
    assert contents(("Our year", "2"), ("Our people", "8"), ("Our mills", "14"), above=("Contents",))


def test_the_rest_of_contents_on_the_next_page():
    rest = [("Article 6. When the plan ends", "11"), ("Article 7. Trustees", "11")]
    assert contents(*rest, earlier=True)
    assert not contents(*rest)


@pytest.mark.parametrize(
    "rows",
    [
        [("", "2024"), ("Item 1", "3"), ("Item 2", "4"), ("Item 3", "5"), ("Item 4", "6")],
        [("", "Number"), ("Item 1", "3"), ("Item 2", "4"), ("Item 3", "5"), ("Item 4", "6")],
        [("Looms", "3"), ("Spindles", "4"), ("Carts", "5"), ("Horses", "9")],
        [("Report of the auditor", "$3"), ("Report of the board", "4"), ("Report of pay", "5"), ("Reports", "7")],
        [("Report of fires", "3"), ("Report of floods", "4"), ("Report of thefts", "5"), ("Total reports", "12")],
        [
            ("Report of fires", "3", "4"),
            ("Report of floods", "4", "5"),
            ("Report of thefts", "5", "9"),
            ("Reports", "6", "9"),
        ],
        [("Notes receivable", "12"), ("Notes payable", "15"), ("Parts in store", "18"), ("Partners", "20")],
        [("1. Looms", "3"), ("2. Spindles", "4"), ("3. Carts", "9"), ("4. Horses", "12")],
        [("Bonds of the mill", "A1"), ("Notes of the mill", "A2"), ("Article 3 notes", "A3"), ("Schedule B", "A4")],
        [(f"March {day}", str(day + 4)) for day in range(1, 13)],
        [(f"Shops in town {'abcdefghijkl'[n]}", str(n + 4)) for n in range(12)],
        [("Item 1. Cloth", "9"), ("Item 2. Yarn", "3"), ("Item 3. Coal", "5"), ("Item 4. Carts", "4")],
    ],
)
def test_tables_of_small_numbers_stay(rows):
    assert not contents(*rows)


def test_pages_beyond_the_end_of_the_document_are_none():
    assert not contents(*ITEMS[:2], ("Item 2.", "Mills", "460"), pages=30)
    assert contents(*ITEMS[:2], ("Item 2.", "Mills", "460"), pages=0)


@given(st.lists(st.tuples(st.text("abc dn", min_size=3, max_size=12), st.integers(0, 10**6)), min_size=1, max_size=9))
def test_amounts_are_never_pages(rows):
    assert not contents(*[(words, f"{number:,}.5") for words, number in rows])


def test_contents_of_a_pdf_have_no_figures_and_are_counted():
    sheet = Sheet()
    rows = [("Item 1. What the mill makes", "", "3"), ("Item 2. Mills", "", "9"), ("Item 3. Quarrels at law", "", "11")]
    filing = read_pdf_of(sheet.rows(100, rows))
    assert [*filing.figures()] == []
    assert filing.tables[0].grid[2] == ("Item 3. Quarrels at law", "11")
    assert "1 table of contents: their page numbers are no figures" in filing.warnings


def test_contents_of_an_html_filing_have_no_figures():
    entries = "".join(f"<tr><td>Item {n}.</td><td>Mill number {n}</td><td>{3 * n}</td></tr>" for n in range(1, 6))
    table = "<table><tr><td>Cloth</td><td>4</td></tr><tr><td>Yarn</td><td>6</td></tr></table>"
    page = f"<html><body><p>The mill</p><table>{entries}</table><p>Bales sold</p>{table}</body></html>"
    filing = read(page.encode(), "mill.htm")
    assert [str(f.number) for f in filing.figures()] == ["4", "6"]
