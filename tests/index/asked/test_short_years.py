"""A bare year of two digits, and numbers that are none."""

import pytest

from tickmark.index.asked.short_years import written_out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ferries north 22", "ferries north 2022"),
        ("ferry fuel 23 (mwh)", "ferry fuel 2023 (mwh)"),
        ("soot let out 22 tonnes?", "soot let out 2022 tonnes?"),
        ("slag, melted, 23, t", "slag, melted, 2023, t"),
        ("rescue gear 23 rmb m", "rescue gear 2023 rmb m"),
        ("23 ferries north", "2023 ferries north"),
        ("women 23 on board", "women 2023 on board"),
        ("what was the bill for ropes, 22", "what was the bill for ropes, 2022"),
        ("ropes 23 - how much", "ropes 2023 - how much"),
        ("scope 3 22?", "scope 3 2022?"),
    ],
)
def test_two_digits_behind_what_is_asked_for_are_a_year(text, said):
    assert written_out(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "ferries 22, 2021",
        "ferries 22 in Q3",
        "sailors aged 22",
        "those above 22",
        "share of the top 20",
        "scope 22",
        "ferries 99",
        "20 days overdue",
        "25 million tonnes",
        "did they let out 22 tonnes?",
        "who holds 25 votes?",
        "how many have 25 shares",
        "IFRS 16 leases",
        "pay for 22 sailors",
        "Why did 25 sailors leave?",
        "ferries 22 or 23",
        "1 in 20",
        "20%",
        "22",
        "$22 fares",
        "20 May fares",
    ],
)
def test_other_numbers_are_no_years(text):
    assert written_out(text) == text
