"""What holds of every filing, whatever it says."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ingest_samples import CORPUS

from tickmark.ingest import read
from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.figures.numbers import scan
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.figures.readings import read_cell
from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Callout, Heading, Paragraph
from tickmark.ingest.split import split

# pieces that filings are made of, in any order: where mistakes live
WORDS = st.sampled_from(
    [
        "Revenue",
        "RMB",
        "million",
        "2023",
        "2022",
        "5",
        "1,234",
        "(7)",
        "%",
        "\t",
        "\n",
        "\n\n",
        "|",
        "|---|",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<th colspan=2>",
        "/",
        "-",
        "Unit",
        "of",
        "Total",
        "²",
        "<sup>a</sup>",
        "~",
        "to",
        "year ended 31 December 2023",
        "增长",
        "亿元",
        "。",
        "，",
        "&amp;",
        "# ",
        "- ",
        "1.",
        "●",
        "\r\n",
        "\x0c",
        "\xa0",
        "approximately",
        "p",
        "cents",
        "**",
        "ISO",
        "No.",
        "“",
        "”",
        "0",
        "12/31",
        "H1 2024",
        "since",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join), st.lists(WORDS, max_size=80).map("".join)
)


def holds(filing):
    """The promises that everything above stands on."""
    text, lines = filing.text, Lines(filing.text)
    seen = set()
    for figure in filing.figures():
        start, stop = figure.span.chars
        assert 0 <= start < stop <= len(text)
        assert text[start:stop] == figure.quote
        assert figure.span.lines == (lines.line_of(start), lines.line_of(stop - 1))
        assert figure.id not in seen
        seen.add(figure.id)
        assert isinstance(figure.scale, Decimal)
        if figure.status != "value":
            assert (figure.number, figure.low, figure.high) == (None, None, None)
        elif figure.low is not None:
            assert figure.number is None
            assert figure.low <= figure.high
        else:
            assert figure.number is not None
            assert figure.value == figure.number * figure.scale
        assert figure.unit != ""
        if figure.period is not None:
            assert figure.period.kind == ("duration" if figure.period.start else "instant")
            assert (figure.period.start or figure.period.end) <= figure.period.end
    for block in filing.blocks:
        start, stop = block.span.chars
        assert 0 <= start <= stop <= len(text)
        assert isinstance(block, Heading | Paragraph | Callout) or len(block.grid) >= block.header_rows
    for table in filing.tables:
        for row in table.rows:
            assert all(
                0 <= cell.grid_column < len(table.grid[row.grid_row]) for cell in row.cells if cell.grid_column < 10_000
            )
    passages, rows = split(filing)
    for passage in passages:
        start, stop = passage.span.chars
        assert 0 <= start <= stop <= len(text)
        assert passage.text.strip()
    assert {f for row in rows for f in row.figure_ids} == seen


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_sample_filings(path):
    filing = read(path.read_bytes(), path.name)
    holds(filing)
    assert read(path.read_bytes(), path.name) == filing


@given(TEXTS)
@example("<table><tr><td>5")
@example("|a|\n|--|\n|5%|\n")
@example("\t5\n\t6")
@example("5%\n\n5%\n\n5%")
@settings(max_examples=250, deadline=None)
def test_any_text_is_read_or_refused(text):
    data = text.encode("utf-8", "surrogatepass")
    try:
        filing = read(data, "any.txt")
    except UnreadableFile:
        return
    holds(filing)
    assert read(data, "any.txt") == filing


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    try:
        holds(read(data, "any.bin"))
    except UnreadableFile as error:
        assert error.hint


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_mentions_stand_where_they_say(text):
    last = 0
    for mention in scan(text):
        assert last <= mention.start < mention.stop <= len(text)
        assert mention.start <= mention.core[0] < mention.core[1] <= mention.stop
        assert text[mention.start : mention.stop] == mention.printed
        last = mention.stop
    for mention in read_cell(text[:200]).mentions:
        assert text[:200][mention.start : mention.stop] == mention.printed
    found = find_periods(text)
    assert all(a.stop <= b.start for a, b in itertools.pairwise(found))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_printed_number_comes_back_as_it_was(number):
    reading = read_cell(f"{number:,}")
    assert reading.mentions[0].number == number
    assert read_cell(f"({abs(number):,})").mentions[0].number == -abs(number)
