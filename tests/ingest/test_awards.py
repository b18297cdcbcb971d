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
