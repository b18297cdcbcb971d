"""Measures worked out of the statements of a filing."""

from decimal import Decimal

import pytest

from tickmark.service.answer import answer

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "result", "unit"),
    [
        # 954.4 / ((214.9 + 206.3) / 2)
        ("Quillhaven fixed asset turnover 2024", "4.53", None),
        # (442.8 - 141.2) / 175.9
        ("Quillhaven quick ratio at the end of 2024", "1.71", None),
        # 365 x 86.35 / (617.7 + 141.2 - 148.6)
        ("What was Quillhaven's days payable outstanding in FY2024?", "51.64", "days"),
        # 365 x 144.9 / 617.7 + 365 x 159.8 / 954.4 - the days above
        ("Quillhaven cash conversion cycle 2024", "95.09", "days"),
        # 84.5 / ((465.7 + 417.7) / 2)
        ("Quillhaven return on equity 2024", "19.13", "%"),
        # 134.3 - 46.5, in millions
        ("Quillhaven free cash flow 2024", "87800000.0", "USD"),
        # ((38.2 / 897.7) + (46.5 / 954.4)) / 2
        ("average capex as a % of revenue of Quillhaven 2023 to 2024", "4.56", "%"),
        # 121.8 / 14.6: brackets around the expense only say that it is taken off
        ("Quillhaven interest coverage 2024", "8.34", None),
        # 442.8 - 175.9; "Changes in working capital" of the cash flow statement are another thing
        ("What is the working capital of Quillhaven in 2024?", "266900000.0", "USD"),
    ],
)
def test_a_measure_is_worked_out_of_its_lines(sample_library, question, result, unit):
    given = answer(sample_library, question)
    made = given.verdict.calculation
    assert given.verdict.status == "answered"
    assert (made.result, made.unit) == (Decimal(result), unit)
    assert {h.filing.source for h in given.figures if h.figure.id in given.verdict.figure_ids} == {
        "quillhaven-10k-2024.htm"
    }


def test_the_operands_are_cited_and_the_arithmetic_said(sample_library):
    given = answer(sample_library, "Quillhaven fixed asset turnover 2024")
    assert [h.figure.printed for h in given.figures[:3]] == ["$954.4", "214.9", "206.3"]
    assert given.verdict.calculation.expression == "954,400,000 / ((214,900,000 + 206,300,000) / 2)"
    assert "revenue / average property, plant and equipment" in given.verdict.text


def test_a_definition_in_the_question_counts(sample_library):
    asked = "What is the quick ratio of Quillhaven for FY2024? It is defined as: cash / current liabilities."
    # 118.4 / 175.9
    assert answer(sample_library, asked).verdict.calculation.result == Decimal("0.67")


def test_how_it_moved_gives_the_year_before(sample_library):
    # 102.5 / 16.2
    assert "6.33 in 2023" in answer(sample_library, "Did Quillhaven's interest coverage improve in 2024?").verdict.text


@pytest.mark.parametrize(
    "question",
    [
        "Quillhaven return on assets 2022",  # no balance sheet of 2021 is there for the average
        "Quillhaven quick ratio in the third quarter of 2024",  # no day, and no year
        "Quillhaven adjusted operating margin 2024",
        "Quillhaven interest coverage with adjusted EBIT as the numerator 2024",
        "Quillhaven fixed asset turnover of the Water Systems segment 2024",
        "Harrowgate fixed asset turnover 2019",
    ],
)
def test_nothing_is_worked_out_where_a_part_is_in_doubt(sample_library, question):
    assert answer(sample_library, question).verdict.calculation is None


def test_what_is_printed_comes_first(sample_library):
    given = answer(sample_library, "Quillhaven gross margin 2024")
    assert given.verdict.calculation is None
    assert given.figures[0].figure.printed == "35.3%"


def test_a_line_of_the_statement_that_is_named(sample_library):
    given = answer(sample_library, "Using the balance sheet, what was Quillhaven's net PP&E at the end of 2024?")
    assert [h.figure.printed for h in given.figures if h.figure.id in given.verdict.figure_ids] == ["214.9"]
