"""HTML documents: words, headings, tables, and the places of all of them in the source."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.ingest.model import Filing, Heading
from tickmark.ingest.readers import read
from tickmark.ingest.split import split

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


def test_a_row_set_as_far_out_as_its_group_ends_it() -> None:
    inner = "<tr><td style='padding-left:12pt'>{}</td><td>{}</td><td>{}</td></tr>"
    outer = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    filing = document(
        "<table><tr><td>Tonnes</td><td>2024</td><td>2023</td></tr><tr><td>Barley:</td></tr>"
        + inner.format("Malted", 41, 39)
        + inner.format("Raw", 17, 15)
        + outer.format("Total barley", 58, 54)
        + outer.format("Oats", 9, 8)
        + "</table>"
    )
    labels = [" > ".join(row.label_path) for row in filing.tables[0].rows]
    assert labels == ["Barley: > Malted", "Barley: > Raw", "Barley: > Total barley", "Oats"]


def test_a_row_is_set_in_however_its_style_says_so() -> None:
    row = "<tr><td style='{}'><div style='{}'>{}</div></td><td>{}</td><td>{}</td></tr>"
    filing = document(
        "<table><tr><td>Tonnes</td><td>2024</td><td>2023</td></tr><tr><td style='padding:2px 1pt'>Barley</td></tr>"
        + row.format("padding:2px 1pt", "padding-left:18pt;text-indent:-9pt", "Malted", 41, 39)
        + row.format("padding:2px 1pt 2px 10pt", "", "Raw", 17, 15)
        + row.format("padding:2px 1pt", "", "Oats", 9, 8)
        + "</table>"
    )
    labels = [" > ".join(row.label_path) for row in filing.tables[0].rows]
    assert labels == ["Barley > Malted", "Barley > Raw", "Oats"]


def test_a_group_whose_first_row_is_as_far_out_as_it_goes_on() -> None:
    row = "<tr><td style='padding-left:{}pt'>{}</td><td>{}</td><td>{}</td></tr>"
    filing = document(
        "<table><tr><td>Tonnes</td><td>2024</td><td>2023</td></tr><tr><td>Barley</td></tr>"
        + row.format(0, "Opening stock", 17, 15)
        + row.format(12, "Bought", 41, 39)
        + row.format(0, "Closing stock", 58, 54)
        + "</table>"
    )
    labels = [" > ".join(row.label_path) for row in filing.tables[0].rows]
    assert labels == ["Barley > Opening stock", "Barley > Bought", "Barley > Closing stock"]


def test_a_group_says_what_its_rows_count() -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    filing = document(
        "<table><tr><td>Item</td><td>2024</td><td>2023</td></tr><tr><td>Sales by grain ($ million)</td></tr>"
        + row.format("Barley", "4.1", "3.9")
        + "<tr><td>Number of sacks (thousands)</td></tr>"
        + row.format("Oats", "7.5", "7.1")
        + "</table>"
    )
    found = [(f.label_path[-1], str(f.number), f"{f.scale:f}", f.unit) for f in filing.tables[0].figures]
    assert found == [
        ("Barley", "4.1", "1000000", "USD"),
        ("Barley", "3.9", "1000000", "USD"),
        ("Oats", "7.5", "1000", None),
        ("Oats", "7.1", "1000", None),
    ]


def test_tables_count_as_the_document_counts_them() -> None:
    filing = document(
        "<table><tr><td>Only words stand here</td></tr></table>"
        "<table><tr><td>As of June 30, 2024</td><td>Tonnes</td></tr><tr><td>Barley</td><td>41</td></tr>"
        "<tr><td>Oats</td><td>17</td></tr></table>"
    )
    assert [table.index for table in filing.tables] == [1]


def table_of(body: str) -> list[tuple[str, str, str | None, str | None]]:
    """(label, printed, value, end of period) of the figures of the only table."""
    (table,) = document(body).tables
    return [
        (f.label_path[-1], f.printed, None if f.value is None else str(f.value), f.period.end if f.period else None)
        for f in table.figures
    ]


def test_a_cell_over_two_rows_names_both() -> None:
    found = table_of(
        "<table><tr><th></th><th>Grade</th><th>2024</th></tr>"
        "<tr><td rowspan=2>Barley</td><td>Feed</td><td>410</td></tr>"
        "<tr><td>Malt</td><td>120</td></tr></table>"
    )
    assert [(label, printed) for label, printed, _, _ in found] == [("Feed", "410"), ("Malt", "120")]


def test_balances_roll_and_what_is_between_them_moves() -> None:
    filing = document(
        "<p>The allowance moved as follows:</p><table><tr><td></td><td>2024</td></tr>"
        "<tr><td>Balance at beginning of year</td><td>300</td></tr><tr><td>Additions</td><td>25</td></tr>"
        "<tr><td>Balance at end of year</td><td>325</td></tr></table>"
    )
    periods = [(f.period.start, f.period.end) for f in filing.figures() if f.period]
    assert periods == [(None, "2023-12-31"), ("2024-01-01", "2024-12-31"), (None, "2024-12-31")]


def test_years_to_come_are_no_periods() -> None:
    found = table_of(
        "<p>Payments due as of December 31, 2024:</p><table><tr><td>2025</td><td>$</td><td>400</td></tr>"
        "<tr><td>2026</td><td></td><td>300</td></tr><tr><td>Thereafter</td><td></td><td>900</td></tr></table>"
    )
    assert [end for *_, end in found] == ["2024-12-31"] * 3


def test_less_than_a_year_is_no_period_either() -> None:
    found = table_of(
        "<p>Unrealized losses as of June 30, 2024:</p><table><tr><td></td><td>Less than 12 months</td>"
        "<td>12 months or more</td></tr><tr><td>Bonds</td><td>410</td><td>120</td></tr></table>"
    )
    assert [end for *_, end in found] == ["2024-06-30"] * 2


def test_a_note_mark_is_no_number_and_a_small_loss_is_no_mark() -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"
    found = table_of(
        "<table><tr><td></td><td>2024</td><td></td><td>2023</td></tr>"
        + row.format("Oats", "1,250", "(a)", "1,100")
        + row.format("Rye", "410", "", "(2)")
        + "</table>"
    )
    assert [value for _, _, value, _ in found] == ["1250", "1100", "410", "-2"]


def test_a_table_goes_on_after_the_page() -> None:
    filing = document(
        "<p>In thousands</p><table><tr><td></td><td>2024</td><td>2023</td></tr>"
        "<tr><td>Oats</td><td>410</td><td>300</td></tr>"
        "</table><p>17</p><table><tr><td>Rye</td><td>41</td><td>30</td></tr></table>"
    )
    assert [(str(f.value), f.period and f.period.end) for f in filing.tables[1].figures] == [
        ("41000", "2024-12-31"),
        ("30000", "2023-12-31"),
    ]


def test_nested_tables_are_read_on_their_own() -> None:
    filing = document(
        "<table><tr><td><p>Left</p></td><td><table><tr><td></td><td>2024</td></tr><tr><td>Oats</td><td>410</td></tr>"
        "<tr><td>Rye</td><td>41</td></tr></table></td></tr></table>"
    )
    assert [(table.index, [f.printed for f in table.figures]) for table in filing.tables] == [(1, ["410", "41"])]


def test_tables_nested_beyond_reason_are_bounded_and_reported() -> None:
    filing = document("<table><tr><td>" * 1_000 + "41,250 tonnes" + "</td></tr></table>" * 1_000)
    assert any("nested too deep" in warning for warning in filing.warnings)
    assert "41,250 tonnes" in [figure.quote for figure in filing.figures()]


def test_a_cell_longer_than_any_is_cut_and_reported() -> None:
    filing = document(
        f"<table><tr><td>Sales</td><td>410</td></tr><tr><td>{'word ' * 9_000}</td><td>41</td></tr></table>"
    )
    assert any("go on below the table" in warning for warning in filing.warnings)
    assert [f.printed for f in filing.figures()] == ["410", "41"]


def test_quotes_that_never_end_cost_no_time() -> None:
    filing = document("<p>Kept 41,250 tonnes</p>" + '<a href="' * 20_000)
    assert "41,250 tonnes" in [figure.quote for figure in filing.figures()]


CELLS = st.sampled_from(
    ["", "$", "(", ")", "%", "1,250", "(12", "(7)", "&#8212;", "2024", "Sales", "&nbsp;", "41<sup>1</sup>", "&pound;12"]
)


@given(st.lists(st.lists(st.tuples(CELLS, st.integers(1, 3), st.integers(1, 3)), max_size=6), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_every_quote_is_where_it_says(rows: list[list[tuple[str, int, int]]]) -> None:
    made = "".join(
        "<tr>" + "".join(f"<td colspan={c} rowspan={r}>{text}</td>" for text, c, r in row) + "</tr>" for row in rows
    )
    filing = document(f"<p>Head</p><table>{made}</table>")
    for figure in filing.figures():
        assert filing.text[slice(*figure.span.chars)] == figure.quote
        assert any(character.isdigit() for character in figure.printed) or figure.status != "value"


def test_passages_lose_no_words_to_markup() -> None:
    words = "The mill ran <ix:nonNumeric name='a'>three shifts</ix:nonNumeric> and stored barley in its silos. "
    filing = document(
        f"<p>{words * 60}</p><table><tr><td></td><td>2024</td></tr><tr><td>Oats</td><td>410</td></tr>"
        "<tr><td>Weighed at the gate</td><td></td></tr></table>"
    )
    passages, _ = split(filing)
    assert "".join(p.text for p in passages).count("three shifts") >= 60
    assert "Weighed at the gate" in passages[-1].text
    assert not any("<" in p.text for p in passages)


def test_votes_are_votes_of_the_day_and_need_no_label() -> None:
    filing = document(
        "<p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 8-K</p><p>CURRENT REPORT</p>"
        "<p>Date of Report (Date of earliest event reported): May 18, 2022</p>"
        "<p>Ten directors were elected, each for a term that expires at the annual meeting to be held in 2023, by the"
        " votes below; the next vote on pay of this kind is due at the meeting of 2028.</p>"
        "<table><tr><td>Votes For</td><td>Votes Against</td><td>Abstentions</td></tr>"
        "<tr><td>57,172,731</td><td>13,324,080</td><td>170,172</td></tr></table>"
    )
    (table,) = filing.tables
    found = [(f.column_path, f.value, f.unit, f.currency) for f in table.figures]
    assert found == [
        (("Votes For",), Decimal(57_172_731), "votes", None),
        (("Votes Against",), Decimal(13_324_080), "votes", None),
        (("Abstentions",), Decimal(170_172), "votes", None),
    ]
    assert {f.period.end for f in table.figures if f.period} <= {"2022-05-18"}


def test_numbers_without_a_sign_or_a_scale_are_not_taken_for_money() -> None:
    filing = document(
        "<p>All amounts are in US dollars unless said otherwise.</p>"
        "<table><tr><td></td><td>2024</td><td>2023</td></tr>"
        "<tr><td>Visits by technicians</td><td>48,700</td><td>45,210</td></tr></table>"
        "<table><tr><td></td><td>2024</td><td>2023</td></tr>"
        "<tr><td>Sales</td><td>$</td><td>1,250</td><td>$</td><td>1,105</td></tr>"
        "<tr><td>Rent</td><td></td><td>310</td><td></td><td>298</td></tr></table>"
    )
    visits, sales = filing.tables
    assert [(f.value, f.unit) for f in visits.figures] == [(Decimal(48_700), None), (Decimal(45_210), None)]
    assert {f.currency for f in sales.figures} == {"USD"}
