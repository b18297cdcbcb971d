"""Whether a figure's unit can be the one asked for."""

from decimal import Decimal

import pytest

from tickmark.index.asked.unit import UnitFits, unit_fit
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Figure, Span


def fit(text, unit, currency=None, origin="cell"):
    figure = Figure(
        "f", "12", "12", Span((0, 2), (1, 1)), origin, number=Decimal(12), unit=unit, currency=currency
    )  # fmt: skip
    return unit_fit(understand(text, [], Calendar()), figure)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("water use in tonnes", "tonne"),
        ("water use in tonnes", "kg"),
        ("emissions in tonnes", "tCO2e"),
        ("emissions, tCO2e", "tCO2e"),
        ("electricity in MWh", "kWh"),
        ("gas in m3", "m³"),
        ("how many cubic metres of water were used", "tonne"),
        ("water use in tonnes", "m3"),
        ("area in square metres", "m2"),
        ("training hours", "hour"),
        ("用水量多少吨", "tonne"),
        ("shares held", "votes"),
        ("percentage of women", "%"),
        ("by how many percentage points", "percentage points"),
        ("how many staff", "person"),
    ],
)
def test_units_of_one_family_fit(text, unit):
    assert fit(text, unit) > 0


@pytest.mark.parametrize(
    ("text", "unit", "currency"),
    [
        ("water use in tonnes", "MWh", None),
        ("water use in tonnes", "%", None),
        ("water use in tonnes", "RMB", "CNY"),
        ("electricity in MWh", "tonne", None),
        ("training hours", "person", None),
        ("percentage of women", "person", None),
        ("by how many percentage points", "%", None),
        ("how many staff", "%", None),
        ("how many staff", "RMB", "CNY"),
        ("how much was spent on training", "hour", None),
        ("R&D in RMB", "%", None),
        ("training hours", None, None),
        ("crates reused, items", "tonnes", None),
        ("how many pieces of cloth were lent", "kg", None),
    ],
)
def test_units_of_another_family_do_not(text, unit, currency):
    assert fit(text, unit, currency) < 0


def test_money_fits_where_money_is_asked_for():
    assert fit("revenue", "RMB", "CNY") > 0 > fit("revenue", "%")
    assert fit("how much was spent on training", "RMB", "CNY") > 0
    assert fit("R&D in RMB", "RMB", "CNY") > 0


def test_what_is_measured_per_something_is_of_its_own_family():
    assert fit("emissions in tonnes", "tCO2e/RMB'000 of revenue") > 0
    assert fit("electricity in MWh", "tonne/MWh") < 0


def test_a_percentage_needs_no_asking_for_but_is_the_second_choice():
    assert fit("women in management", "%") < fit("women in management", "person")
    assert fit("women in management", "%") > fit("water in tonnes", "%")


def test_a_share_of_the_shares_may_be_a_percentage():
    assert fit("percentage of shares held", "%") > 0


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("cash dividends paid", False),
        ("net profit", False),
        ("dividend", True),
        ("dividends paid per share", True),
        ("earnings per share", True),
        ("EPS", True),
        ("par value", True),
    ],
)
def test_what_each_share_gets_is_no_sum(text, fits):
    assert (fit(text, "USD/share", "USD") >= 0) is fits


@pytest.mark.parametrize(
    ("text", "unit", "possible"),
    [
        ("number of clinics", "years", False),
        ("number of clinics", "working days", False),
        ("number of training hours", "hours", True),
        ("how many days does it take", "days", True),
        ("number of clinics", "clinics", True),
    ],
)
def test_a_stretch_of_time_counts_nothing_else(text, unit, possible):
    assert (fit(text, unit, origin="prose") > -0.75) is possible


@pytest.mark.parametrize(
    ("text", "currency", "possible"),
    [("revenue (in USD)", "GBP", False), ("revenue (in USD)", "USD", True), ("margin % (in USD)", None, True)],
)
def test_a_currency_that_is_demanded(text, currency, possible):
    assert (fit(text, currency or "%", currency) > -0.75) is possible


def test_the_very_unit_asked_for_fits_better_than_another_of_its_family():
    assert fit("water use in kg", "kilograms") > fit("water use in kg", "tonnes") > 0
    assert fit("area in sq m", "square meters") == fit("area in m2", "m2")


def test_a_change_of_what_is_measured_in_hours_may_be_told_in_per_cent():
    assert fit("growth of training hours", "%") > fit("growth of training in hours", "%")
    assert fit("by what percentage did training hours grow", "%") > 0


@pytest.mark.parametrize("unit", ["shares", "tonne", "%"])
def test_money_is_paid_in_no_other_unit(unit):
    assert fit("how much money was borrowed against the shares", unit) <= -0.75


@pytest.mark.parametrize(
    "text", ["R&D spending as a part of sales", "how big a slice of the shares does the trust hold"]
)
def test_a_part_of_a_whole_is_told_in_per_cent(text):
    assert fit(text, "%") > 0


def test_growth_of_a_budget_may_be_told_in_per_cent():
    assert fit("how much did the training budget grow", "%") == 0


def test_pence_are_asked_for_as_pence():
    assert fit("net assets per share (in pence)", "pence/share", "GBP") > 0
    assert fit("net assets per share (in pence)", "GBP/share", "GBP") == 0
    assert fit("net assets per share (in pence)", "%") == -1.0


def test_a_percentage_that_moves_by_points_moves_by_percentage_points():
    assert fit("by how many points did the margin fall", "percentage points") > 0
    assert understand("how many points are watched downwind", [], Calendar()).unit is None


def test_shares_bought_for_employees_count_no_employees():
    assert fit("number of employees", "shares", origin="prose") <= -0.75  # where a unit is ruled out


def test_units_weighed_for_a_whole_search_fit_as_they_do_one_by_one():
    question = understand("how many of the 12 looms ran, in tonnes or as a percentage", [], Calendar())
    fits, told = UnitFits(question), set()
    for _ in range(2):
        for unit, currency in ((None, None), ("tonne", None), ("%", None), ("EUR", "EUR"), (None, "EUR")):
            for origin in ("cell", "prose"):
                figure = Figure(
                    "f", "12", "12", Span((0, 2), (1, 1)), origin, number=Decimal(12), unit=unit, currency=currency
                )  # fmt: skip
                told.add(fits.of(figure))
                assert fits.of(figure) == unit_fit(question, figure)
    assert len(told) > 2


def test_a_total_is_no_average():
    def of(label, text):
        figure = Figure(
            "f", "12", "12", Span((0, 2), (1, 1)), "cell", number=Decimal(12), unit="hour", label_path=(label,)
        )  # fmt: skip
        return unit_fit(understand(text, [], Calendar()), figure)

    asked = "total hours of practice of the crew"
    assert of("Total hours of practice", asked) - of("Average hours of practice", asked) == pytest.approx(0.4)
    asked = "total hours of practice per crew member"
    assert of("Average hours of practice", asked) == of("Total hours of practice", asked)


def test_a_total_is_none_of_its_parts():
    def of(label, text="total borrowings"):
        figure = Figure(
            "f", "12", "12", Span((0, 2), (1, 1)), "cell", number=Decimal(12), currency="GBP", label_path=(label,)
        )  # fmt: skip
        return unit_fit(understand(text, [], Calendar()), figure)

    assert of("Borrowings, non-current") < of("Borrowings")
    assert of("Borrowings, non-current", "total non-current borrowings") == of("Borrowings", "total borrowings")


def test_a_share_of_each_kind_is_no_part_of_a_whole():
    for text in ("profit per diluted share", "profit per share, diluted", "profit per share (basic)"):
        question = understand(text, [], Calendar())
        assert "PERCENTAGE" not in {want.term for want in question.asked}
        assert fit(text, "GBP/share", "GBP") > 0


def test_what_a_loan_is_taken_against_is_not_its_unit():
    assert understand("loan amount raised against the shares", [], Calendar()).unit is None
    assert understand("shares pledged", [], Calendar()).unit == "shares"
    assert fit("loan amount raised against the shares", "shares") <= -0.75  # where a unit is ruled out
    assert fit("loan amount raised against the shares", "RMB", "CNY") >= 0


def test_so_much_a_year_is_asked_for_like_that():
    assert fit("water the mill can save each year", "tonnes/year") > fit("water the mill can save each year", "tonnes")
    assert fit("mill water, tonnes per yr", "tonnes/year") > fit("mill water, tonnes per yr", "tonnes")
    asked = "how much water does the mill save each year"
    assert fit(asked, "tonnes/year") > fit(asked, "tonnes")
    assert fit("water saved in 2021", "tonnes/year") == fit("water saved in 2021", "tonnes")


def test_votes_of_holders_are_votes():
    assert fit("how many of the shareholders' votes were cast against", "votes") > 0
    assert fit("how many A shareholders' votes backed the motion", "votes") > 0
    assert fit("how many shareholders voted against the motion", "votes") < 0


def test_what_is_laid_out_is_money_whoever_it_is_for():
    assert fit("how much did the mill lay out on gloves for its people", "RMB", "CNY") > 0


@pytest.mark.parametrize(
    ("text", "unit", "better"),
    [
        ("crane hire per day", "USD/day", 0.25),
        ("daily crane hire", "USD/day", 0.25),
        ("crane hire per day", "USD", -0.3),
        ("crane hire", "USD", 0.0),
        ("crane hire per the filing", "USD", 0.0),
    ],
)
def test_so_much_a_day_is_told_by_its_unit(text, unit, better):
    assert fit(text, unit, "USD") - fit("crane hire", "USD", "USD") == pytest.approx(better)


def test_what_is_left_beside_the_others_is_a_part():
    def of(text, *column):
        figure = Figure(
            "f", "12", "12", Span((0, 2), (1, 1)), "cell", number=Decimal(12), unit="USD", currency="USD",
            column_path=column,
        )  # fmt: skip
        return unit_fit(understand(text, [], Calendar()), figure)

    assert of("total pay of the warden", "All other pay") < of("total pay of the warden", "Fees")
    assert of("total other pay of the warden", "All other pay") == of("total other pay of the warden", "Fees")


@pytest.mark.parametrize(
    ("text", "unit", "origin", "can_be"),
    [
        ("dredging revenue in 2023", "dredgers", "prose", False),
        ("dredging revenue in 2023", "%", "prose", False),
        ("dredging revenue in 2023", "dredgers", "cell", True),
        ("how many dredgers bring in revenue", "dredgers", "prose", True),
        ("share of revenue from dredging", "%", "prose", True),
    ],
)
def test_a_count_in_a_sentence_is_no_amount_of_money(text, unit, origin, can_be):
    assert (fit(text, unit, origin=origin) > -0.75) is can_be


def test_how_satisfied_people_are_may_be_told_in_percent():
    told = Figure("f", "91", "91", Span((0, 2), (1, 1)), "cell", number=Decimal(91), unit="%")
    assert unit_fit(understand("crew satisfaction in 2023", [], Calendar()), told) == 0.0


def test_so_much_for_an_amount_of_money_is_no_amount():
    assert fit("hazardous waste, kg", "kg/RMB'000 of revenue") < 0 < fit("hazardous waste, kg", "tonne")
    assert fit("hazardous waste per thousand of revenue, kg", "kg/RMB'000 of revenue") > 0
