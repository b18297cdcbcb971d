"""A rate or growth that is printed answers a question for it; one of another whole does not."""

import pytest

pytestmark = pytest.mark.model

POTTERY = """SELWICK POTTERY PLC

(Stock code: SLWK)

ANNUAL REPORT 2023

28 March 2024

This report of Selwick Pottery plc ("Selwick") covers the year ended 31 December 2023.

1. Clay and waste

Indicator\tUnit\tYear of 2022\tYear of 2023
Clay waste\ttonne\t410\t395
Recovery rate of clay waste\t%\t61.5\t68.2
Glaze spending\tRMB million\t20\t25
Year-on-year growth of glaze spending\t%\t11.3\t25.4
"""


@pytest.fixture(scope="module")
def given(asked_of):
    return asked_of(POTTERY, "selwick-2023.txt")


def printed(answered):
    return [h.figure.printed for h in answered.figures if h.figure.id in answered.verdict.figure_ids]


def test_a_printed_rate_of_the_whole_that_was_asked_for(given):
    assert printed(given("What fraction of clay waste was recovered in 2023?")) == ["68.2"]


def test_a_growth_as_it_was_reported(given):
    assert printed(given("By how much did glaze spending grow in 2023 vs 2022, as reported?")) == ["25.4"]
    assert printed(given("By how much did glaze spending grow in 2023 vs 2022?")) == ["20", "25"]
