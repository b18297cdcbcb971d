"""Parts that a question lists by name, and what only says by what a whole is divided."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model

TANNERY = """FENMOOR TANNERIES PLC

(Stock code: FENT)

ANNUAL REPORT 2024

14 March 2025

This report of Fenmoor Tanneries plc ("Fenmoor") covers the year ended 31 December 2024.

Emissions and waste

Indicator\tUnit\tYear of 2023\tYear of 2024
Total GHG emissions\ttCO2e\t1,300\t1,250
Direct GHG emissions (Scope 1)\ttCO2e\t400\t350
Indirect GHG emissions (Scope 2)\ttCO2e\t900\t900
Sludge by treatment method\tLandfill\ttonne\t41\t38
\tCombustion with heat recovery\ttonne\t12\t15
\tCombustion without heat recovery\ttonne\t7\t4
\tOther methods\ttonne\t3\t2
Hides scraped\ttonne\t50\t60
Hides split\ttonne\t20\t25
"""


@pytest.fixture(scope="module")
def ask(asked_of):
    return asked_of(TANNERY, "fenmoor-2024.txt")


def _values(answer):
    return [hit.figure.value for hit in answer.figures if hit.figure.id in answer.verdict.figure_ids]


@pytest.mark.parametrize(
    "asked",
    [
        "Fenmoor sludge by treatment method 2024",
        "Fenmoor sludge by treatment method 2024 (landfill, burning etc)",  # examples ask for no fewer
        "Fenmoor sludge by treatment route 2024, e.g. landfill",
        "Fenmoor sludge by treatment method 2024 (landfill, burnt w/o heat, pyrolysis, compost)",  # not all known
    ],
)
def test_what_a_whole_is_divided_by_names_no_part(ask, asked):
    assert _values(ask(asked)) == [Decimal(38), Decimal(15), Decimal(4), Decimal(2)]


@pytest.mark.parametrize(
    "asked",
    [
        "Fenmoor total GHG (S1+S2) trend 2023-24",
        "Fenmoor combined scope 1 and 2 emissions each year from 2023 to 2024",
    ],
)
def test_a_sum_asked_for_time_by_time_is_the_row_that_prints_it(ask, asked):
    answer = ask(asked)
    assert [(hit.figure.label_path[-1], hit.figure.value) for hit in answer.figures[:2]] == [
        ("Total GHG emissions", Decimal(1300)),
        ("Total GHG emissions", Decimal(1250)),
    ]


def test_a_sum_over_all_times_is_added_up(ask):
    answer = ask("Fenmoor scope 1 and scope 2 emissions together over 2023-2024, total")
    assert answer.verdict.calculation.result == Decimal(2550)


def test_an_average_of_sums_is_no_series_of_them(ask):
    answer = ask("Fenmoor average of scope 1 and scope 2 emissions together each year, 2023 and 2024")
    assert answer.verdict.calculation.result == Decimal(1275)


def test_a_sum_that_no_row_prints_is_not_added_up_over_the_years(ask):
    answer = ask("Fenmoor hides scraped plus hides split each year, 2023 and 2024, in total")
    assert answer.verdict.status == "not_found"
    assert "Ask for one time" in answer.verdict.text
