"""Sentences in the cells of HTML tables: their figures are read, names and labels stay names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.ingest.model import Figure, Filing
from tickmark.ingest.readers import read
from tickmark.ingest.readers.sheet_prose import speaks
from tickmark.ingest.rows import figure_rows

_PAGE = "<html><body><p>Annual report for the year ended December 31, 2023</p><p>Told in words.</p>{}</body></html>"


def filing(*rows: tuple[str, ...], above: str = "") -> Filing:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    return read(_PAGE.format(f"{above}<table>{cells}</table>").encode(), "told.html")


def told(read_from: Filing) -> list[tuple[str, str | None, str | None]]:
    return [(str(f.value), f.unit, f.period.end if f.period else None) for f in prose(read_from)]


def prose(read_from: Filing) -> list[Figure]:
    return [f for f in read_from.figures() if f.origin == "prose" and f.cell]


NAMES = ("Metal", "What happened")


def test_the_figures_of_sentences_in_a_table_of_words_are_read() -> None:
    found = filing(
        NAMES,
        ("Copper", "We sold 1,234 tonnes in 2023, up 5%"),
        ("Zinc", "Sales were $45 million in 2022. They fell to $40 million in 2023."),
    )
    assert told(found) == [
        ("1234", "tonnes", "2023-12-31"),
        ("5", "%", "2023-12-31"),
        ("45000000", "USD", "2022-12-31"),
        ("40000000", "USD", "2023-12-31"),
    ]
    first = prose(found)[0]
    assert (first.label_path[0], first.column_path) == ("Copper", ("What happened",))
    assert first.cell is not None
    assert (first.cell.row, first.cell.column) == (1, 1)


def test_a_sentence_is_one_row_to_find() -> None:
    found = filing(
        NAMES, ("Copper", "We sold 1,234 tonnes in 2023, up 5%"), ("Zinc", "We sold 17 tonnes of it in 2023")
    )
    assert [len(row.figure_ids) for row in figure_rows(found)] == [2, 1]


def test_sentences_beside_amounts_are_read_and_the_amounts_stay() -> None:
    found = filing(
        ("", "2023", "2022", "Why"),
        ("Sales", "$1,400", "$1,100", "We won 12 new customers in 2023"),
        ("Costs", "900", "800", "Prices of steel"),
    )
    cells = [str(f.value) for f in found.figures() if f.origin == "cell"]
    assert cells == ["1400", "1100", "900", "800"]
    assert [value for value, _, _ in told(found)] == ["12"]


@pytest.mark.parametrize(
    "row",
    [
        ("Common stock, $0.01 par value: 900 shares have been authorized", "$4,321", "$4,100"),
        ("5.25% notes due 2027 that we issued", "1,250", "1,300"),
    ],
)
def test_a_label_stays_a_label(row: tuple[str, ...]) -> None:
    assert told(filing(("", "2023", "2022"), row, ("Total", "$5,571", "$5,400"))) == []


def test_a_bare_amount_in_a_note_of_a_table_in_millions_is_counted_and_no_figure() -> None:
    found = filing(
        ("", "2023", "2022"),
        ("Receivables", "$4,321", "$4,100"),
        ("2Some of these have been pledged for a loan of $1,498, and 12% were sold for $3 million.", "", ""),
        above="<p>(in millions)</p>",
    )
    assert told(found) == [("12", "%", "2023-12-31"), ("3000000", "USD", "2023-12-31")]
    assert any(w.startswith("1 number in sentences inside scaled tables") for w in found.warnings)


@pytest.mark.parametrize(
    ("text", "is_sentence"),
    [
        ("We opened 12 shops in 2023", True),
        ("本集團於2023年售出1,234噸，增加5%", True),
        ("Description of the 3.150% Notes due May 2028.", False),
        ("Indenture, as it was amended on 3 May 2019 (incorporated by reference to Exhibit 4.1)", False),
        ("6.5% Senior Notes", False),
        ("Higher unit cost from increased mix of 7-inch screens", False),
    ],
)
def test_only_what_speaks_is_read(text: str, is_sentence: bool) -> None:
    assert speaks(text) is is_sentence


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Copper", "Zinc &amp; tin", "&nbsp;", "<b>Lead</b>"]),
            st.sampled_from(["We sold {} tonnes in 2023", "It <i>fell</i> by {}% to ${} million&#160;in 2022.", "{}"]),
            st.integers(1, 99_999),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_figure_quotes_the_source_wherever_it_stands(rows: list[tuple[str, str, int]]) -> None:
    found = filing(*((name, text.format(f"{number:,}", number)) for name, text, number in rows))
    for figure in found.figures():
        assert found.text[slice(*figure.span.chars)] == figure.quote
    read_at = [figure.span.chars for figure in found.figures()]
    assert len(read_at) == len(set(read_at))
