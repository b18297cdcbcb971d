"""Figures and periods in words."""

from decimal import Decimal

import pytest

from tickmark.ingest.model import Figure, Period, Reading, Span
from tickmark.service.wording import amount, disagreement, label_of, number_words, period_words, scale_words, with_unit


def figure(number="354", **more):
    fields = {"number": None if number is None else Decimal(number), **more}
    return Figure("f", "/" if number is None else number, "q", Span((0, 1), (1, 1)), "cell", **fields)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (figure("105925", unit="tCO2e"), "105,925 tCO2e"),
        (figure("354", unit="RMB", currency="CNY", scale=Decimal(1_000_000)), "RMB 354 million"),
        (figure("-354", unit="RMB", currency="CNY", scale=Decimal(1_000_000)), "-RMB 354 million"),
        (figure("0.42", unit="RMB/share", currency="CNY"), "RMB 0.42 per share"),
        (figure("17.50", unit="%"), "17.50%"),
        (figure("-3.2", unit="%"), "-3.2%"),
        (figure("151.00", unit="shares", scale=Decimal(10_000)), "151.00 ten thousand shares"),
        (figure("3", unit="percentage points"), "3 percentage points"),
        (figure("1400"), "1,400"),
        (figure("20", unit="%", qualifiers=("approximate",)), "approximately 20%"),
        (figure("20", unit="%", qualifiers=("more than", "unaudited")), "more than 20%"),
        (figure(None, status="not_disclosed"), "/"),
        (
            figure(None, low=Decimal(400), high=Decimal(460), unit="RMB", currency="CNY", scale=Decimal(1_000_000)),
            "between RMB 400 million and RMB 460 million",
        ),
    ],
)
def test_amounts(made, words):
    assert amount(made) == words


def test_where_the_page_and_the_tag_differ():
    million, at_end = Decimal(1_000_000), Period("instant", None, "2024-12-31")
    page = Reading(Decimal(354), Decimal(1000), "USD", "USD", at_end)
    made = figure(unit="USD", currency="USD", scale=million, printed_as=page, disagrees=("scale",))
    assert disagreement(made) == (
        "The page and its tag disagree on the scale: the page alone reads USD 354 thousand at 31 December 2024."
    )
    assert disagreement(figure(unit="USD", currency="USD", scale=million, printed_as=page)) == ""
    assert disagreement(figure(disagrees=("value",))) == ""


def test_a_column_is_named_without_what_it_is_told_in():
    pledged = figure("151", label_path=("Ann Lee",), column_path=("Number of shares (in 10 thousand)",))
    assert label_of(pledged) == "Ann Lee (Number of shares)"


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("5232.00", "person", "5,232 person"),
        ("105877000.0000", "RMB", "105,877,000 RMB"),
        ("477322478.20", "RMB", "477,322,478.20 RMB"),
        ("7.250000", None, "7.25"),
        ("12.00", "%", "12.00%"),
    ],
)
def test_what_was_worked_out_loses_the_zeros_of_its_scale(number, unit, words):
    assert with_unit(Decimal(number), unit) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (None, ""),
        (Period("none"), ""),
        (Period("instant", None, "2023-12-31"), "at 31 December 2023"),
        (Period("duration", "2022-01-01", "2022-12-31"), "in 2022"),
        (Period("duration", "2021-01-01", "2023-12-31"), "from 2021 to 2023"),
        (Period("duration", "2023-07-01", "2024-06-30"), "in the year to 30 June 2024"),
        (Period("duration", "2026-01-01", "2026-06-30"), "in the six months to 30 June 2026"),
        (Period("duration", "2026-04-01", "2026-06-30"), "in the three months to 30 June 2026"),
        (Period("duration", "2026-01-01", "2026-09-30"), "in the nine months to 30 September 2026"),
        (Period("duration", "2024-03-05", "2024-03-20"), "from 5 March 2024 to 20 March 2024"),
    ],
)
def test_periods(period, words):
    assert period_words(period) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("0", "0"), ("-1200", "-1,200"), ("1000000.00", "1,000,000.00"), ("1E+2", "100"), ("0.000001", "0.000001")],
)
def test_numbers_keep_their_decimals(number, words):
    assert number_words(Decimal(number)) == words


@pytest.mark.parametrize(
    ("scale", "words"), [("1", ""), ("1000", "thousand"), ("10000", "ten thousand"), ("1E+9", "billion")]
)
def test_scales(scale, words):
    assert scale_words(Decimal(scale)) == words


@pytest.mark.parametrize(
    ("path", "column", "period", "label"),
    [
        (("Scope 2",), ("2022",), Period("duration", "2022-01-01", "2022-12-31", "2022"), "Scope 2"),
        (("Staff", "By gender", "Female"), ("2022",), Period("none", text="2022"), "By gender: Female"),
        (("Resolution 2",), ("For",), None, "Resolution 2 (For)"),
        ((), ("For",), None, "For"),
        ((), (), None, "The figure"),
    ],
)
def test_labels(path, column, period, label):
    assert label_of(figure(label_path=path, column_path=column, period=period)) == label
