"""Tables of awards: numbers, prices, times and sums beside each other in a filing that counts in thousands."""

import pytest
from form_samples import figures, html_table

HEAD = ("", "Number of options", "Weighted average exercise price", "{}", "Aggregate intrinsic value")
NOTES = "<h2>NOTES TO FINANCIAL STATEMENTS</h2><p>(Amounts in thousands, except share and per share amounts)</p>"


@pytest.mark.parametrize(
    "term",
    [
        "Weighted average remaining contractual term (in years)",
        "Weighted average remaining contractual term (yrs.)",
        "Weighted average remaining contractual term",
        "Average contractual life in years",
    ],
)
def test_each_column_counts_its_own(term: str) -> None:
    table = html_table(
        [
            tuple(cell.format(term) for cell in HEAD),
            ("Outstanding at January 1, 2023", "81,412", "$ 14.12", "7.25", "$ 3,412"),
            ("Exercised", "(6,120)", "9.87", "", ""),
            ("Outstanding at December 31, 2023", "75,292", "$ 14.47", "6.50", "$ 2,871"),
        ]
    )
    found = figures(f"{NOTES}<p>What stood open is shown below.</p>{table}")
    count, price, years, value = found["Outstanding at January 1, 2023"]
    assert (count.unit, count.scale) == ("shares", 1)
    assert (price.unit, price.scale) == ("USD/share", 1)
    assert (years.currency, years.scale) == (None, 1)
    assert (value.unit, value.scale) == ("USD", 1_000)


def test_shares_beside_prices_are_counted_one_by_one() -> None:
    table = html_table(
        [
            ("", "Number of shares awarded", "Weighted average grant date fair value"),
            ("Not vested at January 1, 2023", "24,300", "$ 12.41"),
            ("Granted", "69,000", "13.02"),
        ]
    )
    statement = html_table([("", "2023", "2022"), ("Clay", "$ 8,412", "$ 7,903")])
    found = figures(f"<p>Balance sheets</p><p>(in thousands)</p>{statement}<p>What was granted</p>{table}")
    assert [f.scale for f in found["Granted"]] == [1, 1]


def test_the_value_of_one_award_at_its_grant_has_no_scale() -> None:
    table = html_table(
        [
            ("(in millions)", "Shares", "Weighted-average value at grant date"),
            ("Outstanding", "12,412", "$ 393.55"),
            ("Granted", "1,120", "$ 401.20"),
        ]
    )
    assert [f.scale for f in figures(table)["Granted"]][1] == 1


def test_so_many_shares_are_printed_in_full() -> None:
    table = html_table([("In thousands", "2023", "2022"), ("Average number of shares", "1,080,816,000", "768,367")])
    assert [f.scale for f in figures(table)["Average number of shares"]] == [1, 1_000]


@pytest.mark.parametrize(
    ("head", "count", "value"),
    [
        ("Restricted Stock/ Stock Units", "94", "94000000"),
        ("Number", "94", "94000000"),
        ("Units (in thousands)", "94", "94000"),
        ("Number", "7,420,703,118", "7420703118"),
    ],
)
def test_what_stands_beside_a_price_of_awards_counts_awards(head: str, count: str, value: str) -> None:
    rows = [("", head, "Weighted average exercise price"), ("Open at January 1, 2023", count, "$ 42.93")]
    table = html_table([*rows, ("Taken over", "0", "41.10")])
    number, price = figures(f"<p>Awards were as follows (in millions, except per-share amounts):</p>{table}")[
        "Open at January 1, 2023"
    ]
    assert (str(number.value), number.unit) == (value, "shares")
    assert (str(price.value), price.unit) == ("42.93", "USD/share")


def test_an_average_price_of_awards_may_be_above_a_thousand() -> None:
    rows = [("", "Number of units", "Weighted-average grant-date fair value"), ("Open", "15.2", "$ 2,004")]
    found = figures(f"<p>Unit activity (in millions):</p>{html_table([*rows, ('Granted', '0.6', '3,147')])}")
    assert [(str(f.value), f.unit) for f in found["Granted"]] == [("600000.0", "shares"), ("3147", "USD/share")]


def test_options_and_their_value_in_scales_of_their_own() -> None:
    head = (
        "(options in thousands, intrinsic value in millions)",
        "Options",
        "Average exercise price",
        "Intrinsic value",
    )
    options, _, value = figures(html_table([head, ("Open", "7,481", "$ 102.80", "$ 390")]))["Open"]
    assert (str(options.value), options.unit) == ("7481000", "shares")
    assert (str(value.value), value.unit) == ("390000000", "USD")


def test_rows_between_shares_are_shares_beside_a_sign_in_their_column() -> None:
    rows = [("(in millions)", "2023", "2022"), ("Income", "$ 5,995", "$ 6,950"), ("Basic average shares", "386", "392")]
    rows += [("Plus: stock options and stock units", "2", "3"), ("Diluted average shares", "388", "395")]
    found = figures(html_table(rows))["Plus: stock options and stock units"]
    assert [(str(f.value), f.unit) for f in found] == [("2000000", "shares"), ("3000000", "shares")]


def test_a_total_without_a_label_counts_the_shares_above_it() -> None:
    rows = [("", "2023", "2023"), ("", "No.", "£"), ("Ordinary A shares of £1 each", "5,975", "5,975")]
    rows += [("Ordinary B shares of £1 each", "400", "400"), ("", "6,375", "6,375")]
    assert [f.unit for f in figures(html_table(rows))[""]] == ["shares", "GBP"]


def test_the_value_of_awards_beside_their_price_is_money() -> None:
    rows = [("(in millions)", "Options", "Exercise price", "Value of options"), ("Open", "74", "$ 42.93", "390")]
    assert [f.unit for f in figures(html_table(rows))["Open"]] == ["shares", "USD/share", "USD"]
