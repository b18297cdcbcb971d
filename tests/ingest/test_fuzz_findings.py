"""Broken and hostile files: what mutating small filings found, pinned, and a short search of the same kind.

Whatever the bytes are, a reader reads them or refuses them in so many words, and what it reads holds together.
"""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import ROOT
from ixbrl_samples import document, tag
from office_samples import cell as word_cell
from office_samples import paragraph, read_or_refused, table_xml, word_xml, workbook
from pdf_samples import Sheet

from tickmark.ingest import read
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.split import split


def test_a_caption_behind_the_text_it_is_read_before():
    """A caption is read before the rows it was written behind: the passage stands around both."""
    row = "<tr><td>Words of a remark about nothing much</td></tr>"
    filing = read(f"<html><body><table>{row}<caption>Said late</caption></table></body></html>".encode(), "x.htm")
    passages, _ = split(filing)
    assert all(0 <= start < stop <= len(filing.text) for p in passages for start, stop in [p.span.chars])


def test_a_row_over_two_lines_of_different_width():
    """The cell of the lower line was looked for in the upper one, which is shorter."""
    filing = read(b"<table><th rowspan=2><td>(4)</td><tr><td><td>(4", "x.txt")
    assert [[cell.printed for cell in row.cells] for row in filing.tables[0].rows] == [["(4)", "(4"]]


def test_a_heading_closed_as_it_was_opened():
    texts = [block.text for block in read(b"## Sales # 1 ##  \n\nWords.\n", "x.md").blocks]
    assert texts == ["Sales # 1", "Words."]


def pre(*lines):
    return read("\n".join(("<DOCUMENT>", "<TYPE>10-K", "<TEXT>", *lines, "</TEXT>")).encode(), "x.txt")


def test_a_typed_table_of_nothing_but_rules():
    """Its lines end like numbers ("    --"), and then none of them was left."""
    filing = pre("Words stand over it.", *["<S>               ------"] * 3, "", "And under it.")
    assert not filing.tables
    assert filing.blocks[-1].text == "And under it."


def test_a_typed_table_wider_than_any():
    """What stood beyond the last column was dropped, and nothing said so."""
    rows = [f"{label}{' ' * 600}{number}" for label, number in (("Sales", 1234), ("Costs", 567), ("Tax", 89))]
    filing = pre("A table follows.", "", *rows)
    assert {"1234", "567", "89"} <= set(" ".join(block.text for block in filing.blocks).split())
    assert any("wider than 500 characters is read as text" in warning for warning in filing.warnings)


def test_a_cell_longer_than_any_goes_on_below_its_table():
    """Of an HTML cell, what was beyond 20,000 characters was not read."""
    words = "zq1zq " + "words of a remark " * 3_000 + "zq2zq"
    rows = "<tr><td>Item</td><td>2024</td></tr><tr><td>Sales</td><td>5</td></tr>"
    filing = read(f"<html><body><table>{rows}<tr><td>{words}</td><td>6</td></tr></table>".encode(), "x.htm")
    table, *below = filing.blocks
    assert [cell.printed for row in table.rows for cell in row.cells] == ["5", "6"]
    assert "zq1zq" in table.grid[2][0]
    assert below[-1].text.endswith("zq2zq")
    assert any("1 cells of more than 20000 characters go on below" in each for each in filing.warnings)


def test_a_caption_longer_than_any_goes_on_below_its_table():
    """It was looked through again and again, and only its beginning is a caption."""
    words = "zq1zq " + "words of a caption " * 3_000 + "zq2zq"
    rows = "<tr><td>Item</td><td>2024</td></tr><tr><td>Sales</td><td>5</td></tr>"
    filing = read(f"<html><body><table><caption>{words}</caption>{rows}</table></body></html>".encode(), "x.htm")
    table, *below = filing.blocks
    assert " ".join([table.caption, *(block.text for block in below)]) == words
    assert any("1 cells of more than 20000 characters go on below" in each for each in filing.warnings)


def test_a_field_longer_than_any_is_cut_between_words():
    """It was cut at the 20,000th character, and half a number was read on either side."""
    words = "a remark of " * 1_666 + "some 123456789 tonnes of cloth, and no more."
    filing = read(f'Item,2024,2023\nSales,5,6\nCosts,7,8\n"{words}",9,10\n'.encode(), "x.csv")
    (table,) = filing.tables
    assert f"{table.grid[-1][0]} {filing.blocks[-1].text}" == words


def test_a_word_set_miles_beside_the_page():
    """Strips were counted all the way to it."""
    sheet = Sheet().lines(60, 90, ["One line", "and another", "and a third", "and the last"]).text(2e8, 102, "lost")
    started = time.process_time()
    assert "and another" in read(sheet.done(), "x.pdf").text
    assert time.process_time() - started < 8


@pytest.mark.parametrize("matrix", ["1 0 0 1 {} 400", "1 0 0 1 60 -{}", "{} 0 0 1 60 400"])
def test_a_word_set_nowhere(matrix):
    """A place too far to be a number broke the reading of the whole file."""
    sheet = Sheet().text(60, 90, "Revenue rose 12% in 2024.")
    far = f"{'9' * 43}.5"
    sheet.canvas._code.append(f"BT {matrix.format(far)} Tm /F1 10 Tf (lost) Tj ET {far} 400 m {far} 900 l S")
    assert read(sheet.done(), "x.pdf").text.strip() == "Revenue rose 12% in 2024."


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("截至2024年12月31日止", None),
        ("截至2024年12月31日止年度", "2024-01-01"),
        ("截至2024年12月31日止財政年度", "2024-01-01"),
        ("截至2024年12月31日止十二个月", "2024-01-01"),
    ],
)
def test_a_day_up_to_which_no_stretch_is_named(words, start):
    """It broke the reading of the whole file."""
    (found,) = find_periods(f"{words}，公司共有员工5人。")
    assert (found.period.start, found.period.end, found.period.text) == (start, "2024-12-31", words)


SLOW = {
    "comments before a text": "<!-- -->" * 5_000 + "words",
    "a heading with a gap": "# a" + " " * 50_000 + "b",
    "a gap in a typed table": "<DOCUMENT>\n<TEXT>\nA" + " " * 50_000 + "x\nB  6\nC  7\n",
    "blank lines below a year": "Item,2023\na,5\n" + "\n" * 50_000 + "b,6\n",
    "a period again and again": "Words for the " + "year ended 31 December 2024" * 1_500,
    "tables that never end": "FY24\n<table>\n\n" * 6_000,
    "a table rule with a gap": "a|b\n" + " " * 20_000 + "|x\n",
    "texts within texts": document('<ix:nonNumeric contextRef="y24" name="dei:X">a' * 10_000),
    "closed texts within texts": document(
        '<ix:nonNumeric contextRef="y24" name="dei:X">a' * 5_000 + "</ix:nonNumeric>" * 5_000
    ),
    "numbers within numbers": document(
        '<ix:nonFraction contextRef="e24" unitRef="usd" name="a:B">' * 5_000 + "5" + "</ix:nonFraction>" * 5_000
    ),
    "contexts within contexts": document('<xbrli:context id="a"><xbrli:period>' * 10_000),
    "units within units": document('<xbrli:unit id="a"><xbrli:measure>x' * 10_000),
    "tags of many names": document("".join(f"<ix:a{n}>" for n in range(10_000))),
    "numbers and blanks": "7 " * 40_000,
    "rows of words alone": "Item\t2024\t2023\nSales\t5\t6\n" + "x\ty\n" * 4_000 + "\t7\t8\n",
    "marks without end": ("Sales in 2024 were 5 tonnes." + "¹" * 19_000 + ".\n\n") * 5,
    "a header of points": "Item\t2024 " + "." * 40_000 + "\nSales\t5\nCosts\t6\n",
    "a header of dates": "<table><tr><td>Item"
    + "".join("<td>" + f"{year}-" * 3_900 for year in (2024, 2023, 2022))
    + "<tr><td>Sales<td>5<td>6<td>7<tr><td>Costs<td>6<td>7<td>8</table>",
    "a broken tag of one long name": "<p>Words.</p><" + "a" * 30_000,
    "a caption of components": "<html><body><table><caption>"
    + "components of x" * 5_000
    + "</caption><tr><td>Item<td>2024<td>2023<tr><td>Sales<td>5<td>6</table>",
    "a column of cash at no end": "<html><body><table><tr><td>Item<td>2024<td>2023<tr><td>total cash,"
    + ", " * 9_000
    + "<td>5<td>6</table>",
    "shares without a word between": "5%" * 20_000,
    "numbers of one paragraph": document(f"<p>{('word ' + tag('5') + ' ') * 1_500}</p>"),
}


@pytest.mark.parametrize("name", SLOW)
def test_time_grows_with_the_file(name):
    """Each took seconds for a tenth of this, or did not end. Seconds are generous: machines differ, and are shared."""
    started = time.process_time()
    split(read(SLOW[name].encode(), "slow.txt"))
    assert time.process_time() - started < 8


def _pdf() -> bytes:
    sheet = Sheet(pageCompression=0).text(60, 90, "Revenue rose 12% in 2024.")
    return sheet.rows(130, [("In thousands", "2024", "2023"), ("Revenue", "1,234", "(9)")]).done()


def _fill(book) -> None:
    book.active.append(["In thousands", "2024", "2023"])
    book.active.append(["Revenue", 1234.5, 0.12])


ROWS = "<tr><td>In millions</td><td>2024</td></tr><tr><td>Sales<sup>(1)</sup></td><td>$1,234</td></tr>"
SAMPLES = {
    "html": f"<html><body><p><b>Item 1</b></p><table>{ROWS}</table><ul><li>one &amp; 5%</ul></body></html>".encode(),
    "ixbrl": document(f"<p>Assets of {tag('1.2', scale='6')} and {tag(tag('7'))}</p><table>{ROWS}</table>").encode(),
    "pre": b"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n        1998     1997\nSales  $ 1,234  $ 1,100\nCosts      7     (45)\n",
    "md": (ROOT / "corpus" / "filings" / "harrowgate-sustainability-2024.md").read_bytes(),
    "csv": b'Item,2023,2022\nRevenue,"1,234",1100\n"A ""b""",5%,(4)\n',
    "docx": word_xml(paragraph("Results 2024") + table_xml(word_cell("Sales") + word_cell("5"))),
    "xlsx": workbook(_fill),
    "pdf": _pdf(),
}
JUNK = [b"<", b'"', b"&#xD800;", b"\x00", b"\xed\xa0\x80", b"\r", b"|", b"(", b"9" * 40, b"<table>", b"<td rowspan=9>"]


@pytest.mark.parametrize("kind", SAMPLES)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_whatever_becomes_of_a_file(kind, seed):
    chance, data = random.Random(seed), SAMPLES[kind]
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        stop = min(len(data), start + chance.randint(0, 60))
        between = chance.choice([b"", chance.choice(JUNK), data[start:stop] * chance.randint(2, 9)])
        data = data[:start] + between + data[stop:]
    read_or_refused(data, f"broken.{kind}")
