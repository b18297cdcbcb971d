"""Exact arithmetic over cited figures."""

from decimal import Decimal

import pytest

pytestmark = pytest.mark.model


def operands(given):
    return [h.figure.printed for h in given.figures if h.figure.id in given.verdict.figure_ids]


@pytest.mark.parametrize(
    ("question", "result", "unit", "of"),
    [
        # (1,150 - 1,000) / 1,000
        ("Palevsky revenue growth in percent 2023", "15.00", "%", ["1,000.00", "1,150.00"]),
        # (92 - 80) / 80
        ("how much did Palevsky's net profit grow in percent in 2023", "15.00", "%", ["80.00", "92.00"]),
        # (4,305 - 4,860) / 4,860 = -0.11419...
        ("percentage change of Palevsky's total greenhouse gas emissions in 2023", "-11.42", "%", ["4,860", "4,305"]),
        # (318,400 - 298,600) / 298,600 = 0.06630...
        ("Brindlemoor revenue growth rate FY2024", "6.63", "%", ["298,600", "318,400"]),
    ],
)
def test_change_in_percent(ask, question, result, unit, of):
    given = ask(question)
    assert given.verdict.status == "answered"
    made = given.verdict.calculation
    assert (str(made.result), made.unit) == (result, unit)
    assert operands(given) == of
    assert made.expression.endswith("x 100")
    assert f"{result}%" in given.verdict.text


@pytest.mark.parametrize(
    ("question", "result", "unit"),
    [
        ("By how much did Palevsky's revenue increase in 2023?", "150000000", "RMB"),
        ("Palevsky revenue change 2022 to 2023", "150000000", "RMB"),
        ("by how many tCO2e did Palevsky's scope 1 emissions fall in 2023", "-25", "tCO2e"),
        ("difference between Palevsky's scope 1 emissions in 2021 and 2023", "55", "tCO2e"),
    ],
)
def test_change_in_the_unit_of_the_figure(ask, question, result, unit):
    made = ask(question).verdict.calculation
    assert made is not None
    assert made.result == Decimal(result)
    assert made.unit == unit
    assert "x 100" not in made.expression


@pytest.mark.parametrize(
    ("question", "result", "of"),
    [
        ("Palevsky net margin 2023", "8.00", ["92.00", "1,150.00"]),
        ("Palevsky net margin 2022", "8.00", ["80.00", "1,000.00"]),
        ("Palevsky R&D as a share of revenue 2023", "6.00", ["69.00", "1,150.00"]),
        ("Palevsky R&D expenditure over revenue for 2023", "6.00", ["69.00", "1,150.00"]),
        ("what share of revenue was R&D expenditure Palevsky 2022", "5.00", ["50.00", "1,000.00"]),
        ("Brindlemoor gross margin FY2024", "40.00", ["127,360", "318,400"]),
        ("Brindlemoor gross margin 2023", "39.00", ["116,454", "298,600"]),
        ("Brindlemoor operating margin 2023", "9.00", ["26,874", "298,600"]),
    ],
)
def test_a_share_of_a_whole_and_a_derived_ratio(ask, question, result, of):
    given = ask(question)
    made = given.verdict.calculation
    assert (str(made.result), made.unit) == (result, "%")
    assert operands(given) == of
    assert len({h.figure.period.end for h in given.figures[:2]}) == 1


def test_the_expression_says_what_was_done(ask):
    made = ask("Palevsky R&D as a share of revenue 2023").verdict.calculation
    assert made.expression == "69,000,000 / 1,150,000,000 x 100"
    made = ask("Palevsky revenue growth in percent 2023").verdict.calculation
    assert made.expression == "(1,150,000,000 - 1,000,000,000) / 1,000,000,000 x 100"


def test_a_result_is_told_without_the_zeros_of_a_scale(ask):
    made = ask("Palevsky net profit plus R&D expenditure 2023").verdict.calculation
    assert str(made.result) == "161000000"


def test_no_change_before_the_first_year(ask):
    given = ask("Palevsky scope 1 emissions growth 2021")
    assert given.verdict.calculation is None


def test_what_is_printed_is_not_calculated(ask):
    given = ask("Palevsky employee turnover rate 2023")
    assert given.verdict.calculation is None
    assert operands(given) == ["10.80"]


def test_by_how_many_people(ask):
    made = ask("by how many people did Palevsky's total number of employees grow in 2023").verdict.calculation
    assert (made.result, made.unit) == (Decimal(150), "person")


@pytest.mark.parametrize(
    ("question", "expression", "result", "unit"),
    [
        # RMB 92.00 million and RMB 69.00 million
        ("Palevsky net profit plus R&D expenditure 2023", "92,000,000 + 69,000,000", "161000000", "RMB"),
        ("Palevsky 2022 revenue minus net profit", "1,000,000,000 - 80,000,000", "920000000", "RMB"),
        ("Palevsky scope 1 and scope 2 emissions combined, 2023", "585 + 3,720", "4305", "tCO2e"),
        # 1,150 million / 1,400 people
        ("Palevsky revenue per employee 2023", "1,150,000,000 / 1,400", "821428.57", "RMB per person"),
        ("average annual revenue of Palevsky over 2022 and 2023", "(1,000,000,000 + 1,150,000,000) / 2",
         "1075000000.00", "RMB"),
        ("Palevsky cumulative R&D expenditure 2022 and 2023", "50,000,000 + 69,000,000", "119000000", "RMB"),
    ],
)  # fmt: skip
def test_arithmetic_that_the_question_spells_out(ask, question, expression, result, unit):
    given = ask(question)
    made = given.verdict.calculation
    assert made is not None, given.verdict.text
    assert (made.expression, made.result, made.unit) == (expression, Decimal(result), unit)
    assert len(operands(given)) == 2


@pytest.mark.parametrize(
    "question",
    [
        "Palevsky employees per region 2023",  # divided by a region, not into people per region
        "Palevsky average training hours per employee 2023",  # printed as such
        "Palevsky revenue plus tea leaves 2023",
    ],
)
def test_nothing_is_computed_that_was_not_asked_for(ask, question):
    assert ask(question).verdict.calculation is None
