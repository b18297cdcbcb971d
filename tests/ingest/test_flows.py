"""Whether rows are of a moment or of a stretch of time, by their words and by what stands over them."""

from __future__ import annotations

import pytest
from form_samples import APART, COVER_10Q, figures, html_table, periods

from tickmark.ingest.tables.completing import title_when
from tickmark.ingest.tables.flows import flow_of_row, moved
from tickmark.ingest.tables.turns import dated
from tickmark.ingest.tables.when import when_of


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Balance at end of period", "closing"),
        ("Unrealized losses on shares held at end of period", None),
        ("Transfer of a portion of the beginning balance to tolls", None),
        ("Beginning balance", "opening"),
    ],
)
def test_what_came_about_is_no_balance(label: str, kind: str | None) -> None:
    assert moved(label) == kind


def test_a_rate_reckoned_with_is_of_no_stretch_of_time() -> None:
    assert flow_of_row("Discount rate") is None
    assert flow_of_row("Probability of payment for mill permits") is None
    found = figures(
        f"{APART}<p>The inputs below were used:</p>"
        + html_table(
            [
                ["", "June 30, 2024", "December 31, 2023"],
                ["Discount rate", "5.1%", "4.9%"],
                ["Probability of payment of first royalty", "80%", "75%"],
                ["Probability of payment of second royalty", "60%", "55%"],
            ]
        ),
        COVER_10Q,
    )
    assert periods(found["Discount rate"]) == [(None, "2024-06-30"), (None, "2023-12-31")]


def test_what_is_recognized_in_earnings_happened_though_balances_stand_around_it() -> None:
    found = figures(
        html_table(
            [
                ["Years ended December 31", "2023", "2022"],
                ["Beginning balance", "$90", "$70"],
                ["Change in fair value recognized in net earnings", "12", "20"],
                ["Ending balance", "$102", "$90"],
            ]
        )
    )
    assert periods(found["Change in fair value recognized in net earnings"]) == [
        ("2023-01-01", "2023-12-31"),
        ("2022-01-01", "2022-12-31"),
    ]


def test_the_months_to_come_are_no_stretch_of_a_column() -> None:
    assert not when_of("To be reclassified within the next 12 months").stretch
    assert when_of("12 months ended June 30, 2024").stretch


def test_the_day_of_an_amount_in_brackets_is_not_that_of_its_row() -> None:
    assert not dated("Kilns, net of depreciation of $540 ($480 as of December 31, 2022)")
    assert dated("Balance as of December 31, 2022")


def test_another_paper_dates_no_table() -> None:
    assert not title_when("For more, see the Annual Report on Form 10-K, filed with the SEC on February 9, 2024.")
    assert title_when("For the year ended February 9, 2024").stretch


def test_changes_recognized_in_other_comprehensive_income_are_of_the_year() -> None:
    found = figures(
        "<p>Changes recognized in other comprehensive income as of December 31, 2023 and 2022, were as follows:</p>"
        + html_table([["", "2023", "2022"], ["Net actuarial loss", "$(11)", "$(15)"], ["Total", "$(11)", "$(15)"]])
    )
    assert periods(found["Net actuarial loss"]) == [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")]
