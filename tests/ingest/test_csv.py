"""Comma-separated values: told from prose, fields in quotation marks, offsets into the file itself."""

import csv
import io
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ingest_samples import CORPUS, values
from office_samples import holds, read_or_refused

from tickmark.ingest import read
from tickmark.ingest.readers.csv import is_csv

SIMPLE = 'Indicator,Unit,FY2024,FY2023\r\n"Waste, total",tonnes,"1,276","1,340"\r\nWomen,%,34.1,(3)\r\n'
EXPORT = """Example Works plc
Income statement
£'000

,2024,2023
Revenue,412860,387415
Costs,(231202),(220827)

* Unaudited.
"""
PROSE = "Leeds, 12 September 2024\nRevenue rose, costs fell, profit grew\nRevenue, as before, was good\n"


def filing(text):
    found = read(text.encode(), "a.csv")
    holds(found)
    return found


def test_fields_are_cells_and_stand_where_they_say():
    found = filing(SIMPLE)
    assert values(found.tables[0]) == {"Waste, total": ["1276", "1340"], "Women": ["34.1", "-3"]}
    assert found.text == SIMPLE
    first = next(found.figures())
    assert (first.quote, first.unit, first.span.lines) == ("1,276", "tonnes", (2, 2))
    assert found.media_type == "text/csv"


def test_lines_around_the_table_are_text():
    found = filing(EXPORT)
    assert found.issuer == "Example Works plc"
    assert values(found.tables[0]) == {"Revenue": ["412860", "387415"], "Costs": ["-231202", "-220827"]}
    assert {f.scale for f in found.figures()} == {1000}


@pytest.mark.parametrize(
    "text",
    [
        SIMPLE,
        SIMPLE.replace("\r\n", "\r"),
        EXPORT,
        "Item;2024;2023\nRevenue;5;4\n",
        "Item,2024\nRevenue,5\nCosts,3\n",
        "Item, 2024, 2023\nRevenue, 5, 4\nCosts, 3, 2\n",
        'A,B,C\n"a line\nbreak",1,2\n',
    ],
)
def test_what_is_csv(text):
    assert is_csv(text.encode())
    assert is_csv(text.encode("utf-8-sig"))
    assert is_csv(text.encode("utf-16"))


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "",
        "one line, with a comma",
        "Revenue 6,687\nCosts 5,120\nProfit 1,567\n",
        "| a, b | c |\n|---|---|\n| 1, 2 | 3 |\n",
        "Item\t2024, restated\t2023\nRevenue, net\t5\t4\n",
        "<html><body>a,b\nc,d\ne,f</body></html>",
        "# Heading, one\n\na,b,c\nd,e,f\n",
    ],
)
def test_what_is_not(text):
    assert not is_csv(text.encode())


@pytest.mark.parametrize("path", [p for p in CORPUS if p.suffix in {".txt", ".md"}], ids=lambda path: path.name)
def test_no_sample_filing_is_taken_for_csv(path):
    assert not is_csv(path.read_bytes())


def test_a_decimal_comma_is_read_as_one_and_said():
    found = filing("Kennzahl;2024;2023\nUmsatz;1.276,5;1.340\nQuote;12,5%;(13,1)\n")
    assert values(found.tables[0]) == {"Umsatz": ["1276.5", "1340"], "Quote": ["12.5", "-13.1"]}
    assert [f.quote for f in found.figures()] == ["1.276,5", "1.340", "12,5%", "(13,1)"]
    assert any("decimal comma" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Item,2024,2023\n" + "".join(f"Loom {n},{n + 100},{n + 300}\n" for n in range(1, 9)),
        "".join(f"Loom {n},{n + 100},{n + 2000},{n}\n" for n in range(1, 9)),
    ],
)
def test_an_item_that_ends_with_a_digit_is_no_group_of_the_number_behind_it(text):
    """The whole file was read as a paragraph, and "Loom 1,101" as a number."""
    found = filing(text)
    assert values(found.tables[0])["Loom 1"][0] == "101"


def test_a_comma_between_groups_of_digits_is_no_decimal_comma():
    found = filing("Item;2024;2023\nRevenue;1,276;1,340\nCosts;2,100.5;3\n")
    assert values(found.tables[0]) == {"Revenue": ["1276", "1340"], "Costs": ["2100.5", "3"]}


def test_a_doubled_quotation_mark_is_one():
    assert filing('Item,2024,2023\n"The ""big"" one",5,4\n').tables[0].rows[0].label_path == ('The "big" one',)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Item,2024,2023\n" + "".join(f"Row {n},{n},{n}\n" for n in range(3000)), ""),
        ('Item,2024,2023\n"' + "words without a number " * 90_000 + '",1,2\nCosts,3,2\n', "read in pieces"),
        ("Item,2024,2023\n" + 'x,"1,2\n' * 5_000, ""),
        (("a," * 600 + "\n") * 5, "columns was cut"),
        ("," * 100_000 + "\n" + "," * 100_000 + "\n", ""),
    ],
    ids=["rows", "two megabytes in a cell", "marks never closed", "columns", "commas alone"],
)
def test_what_is_too_much_is_bounded_and_reported(text, told):
    started = time.process_time()
    found = filing(text)
    assert time.process_time() - started < 20
    assert any(told in warning for warning in found.warnings) or not told


ROWS = st.lists(
    st.lists(
        st.sampled_from(["Revenue", "2024", "1,234", "(5)", 'a "b"', "x\ny", "", " ", "/", "12.5%"]),
        min_size=2,
        max_size=5,
    ),
    min_size=2,
    max_size=8,
)


@given(ROWS, st.sampled_from(",;"))
@settings(max_examples=150, deadline=2000)
def test_what_is_written_is_read(rows, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    read_or_refused(out.getvalue().encode(), "a.csv")


@given(st.text(alphabet='ab,;"\n\r 12.|\t#-', max_size=80))
@example('"a,b\n"c",d\n,,\n')
@settings(max_examples=300, deadline=2000)
def test_any_text_is_read_or_refused(text):
    read_or_refused(text.encode(), "a.csv")
