"""Periods in every way that people ask for them, and what they mean for whom."""

import pytest

from tickmark.index.asked.periods import newest_calendar, periods_of
from tickmark.index.asked.ways import last_years
from tickmark.index.model import FilingSummary
from tickmark.index.question import Question
from tickmark.index.ranking.period_fit import period_fit
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.periods import PeriodMention
from tickmark.ingest.model import Figure, Period, Span

YEAR = Calendar(Period("duration", "2023-01-01", "2023-12-31", "2023"), (12, 31), "2024-02-20")
JUNE = Calendar(Period("duration", "2024-01-01", "2024-03-31", "Q3"), (6, 30), "2024-04-25")
SHOP = Calendar(Period("duration", "2022-01-30", "2023-01-28", "2022"), (1, 28), "2023-03-27", offset=1)


def asked(text, calendar=YEAR):
    periods, rest = periods_of(text, calendar)
    return [(m.period.start, m.period.end) for m in periods], rest.split()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("FY22", "2022-01-01", "2022-12-31"),
        ("FY2022", "2022-01-01", "2022-12-31"),
        ("fiscal 2022", "2022-01-01", "2022-12-31"),
        ("fiscal '22", "2022-01-01", "2022-12-31"),
        ("fiscal year 2022", "2022-01-01", "2022-12-31"),
        ("year ended 31 December 2023", "2023-01-01", "2023-12-31"),
        ("Q2 FY24", "2024-04-01", "2024-06-30"),
        ("FY24 Q2", "2024-04-01", "2024-06-30"),
        ("Q2 of fiscal 2024", "2024-04-01", "2024-06-30"),
        ("fiscal Q2 2024", "2024-04-01", "2024-06-30"),
        ("second quarter of fiscal 2024", "2024-04-01", "2024-06-30"),
        ("second quarter FY24", "2024-04-01", "2024-06-30"),
        ("2Q24", "2024-04-01", "2024-06-30"),
        ("quarter ended June 30, 2024", "2024-04-01", "2024-06-30"),
        ("H1 2026", "2026-01-01", "2026-06-30"),
        ("1H26", "2026-01-01", "2026-06-30"),
        ("first half of FY26", "2026-01-01", "2026-06-30"),
        ("H2 fiscal 2025", "2025-07-01", "2025-12-31"),
        ("9M 2024", "2024-01-01", "2024-09-30"),
        ("first nine months of 2024", "2024-01-01", "2024-09-30"),
        ("calendar year 2022", "2022-01-01", "2022-12-31"),
        ("last year", "2022-01-01", "2022-12-31"),
        ("two years ago", "2021-01-01", "2021-12-31"),
        ("the most recent fiscal year", "2023-01-01", "2023-12-31"),
        ("this quarter", "2023-10-01", "2023-12-31"),
        ("last quarter", "2023-07-01", "2023-09-30"),
    ],
)
def test_ways_to_say_it(text, start, end):
    assert asked(f"revenue {text}") == ([(start, end)], ["revenue"])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("FY24", "2023-07-01", "2024-06-30"),
        ("Q2 FY24", "2023-10-01", "2023-12-31"),
        ("1H24", "2023-07-01", "2023-12-31"),
        ("9M 2024", "2023-07-01", "2024-03-31"),
        ("calendar 2023", "2023-01-01", "2023-12-31"),
        ("last year", "2022-07-01", "2023-06-30"),
        ("two years ago", "2021-07-01", "2022-06-30"),
        ("this quarter", "2024-01-01", "2024-03-31"),
        ("the previous quarter", "2023-10-01", "2023-12-31"),
        ("the latest fiscal year", "2023-07-01", "2024-06-30"),
    ],
)
def test_a_year_that_ends_in_june(text, start, end):
    assert asked(f"revenue {text}", JUNE) == ([(start, end)], ["revenue"])


def test_a_fiscal_year_named_after_the_year_it_begins_in():
    assert asked("revenue fiscal 2022", SHOP)[0] == [("2022-01-29", "2023-01-28")]
    assert asked("revenue FY21", SHOP)[0] == [("2021-01-29", "2022-01-28")]


@pytest.mark.parametrize("text", ["6 months", "fiscal policy", "paid 22 fiscal agents", "calendar", "quarter of staff"])
def test_what_is_no_period(text):
    assert asked(f"revenue {text}")[0] == []


def summary(end, period, published, fiscal_year=None, part=None):
    return FilingSummary(
        f"{end}{published}", "a.txt", "t", "Acme", ("Acme",), None, "10-K", published, period, "en", "text/html",
        1, 1, 1, 1, fiscal_year_end=end, fiscal_year=fiscal_year, fiscal_period=part,
    )  # fmt: skip


def test_the_calendar_of_an_issuer_is_that_of_its_filings():
    old = Period("duration", "2022-09-25", "2023-09-30")
    new = Period("duration", "2024-06-30", "2024-09-28")
    found = newest_calendar([summary("09-28", new, "2024-11-01"), summary("09-30", old, "2023-11-03")])
    assert (found.reporting, found.fiscal_end, found.offset) == (new, (9, 28), 0)


def test_filings_of_several_fiscal_years_share_none():
    one, other = Period("duration", "2023-07-01", "2024-06-30"), Period("duration", "2023-01-01", "2023-12-31")
    found = newest_calendar([summary("06-30", one, "2024-08-01"), summary("12-31", other, "2024-02-01")])
    assert (found.reporting, found.fiscal_end) == (one, (12, 31))


def test_a_shops_fiscal_years_keep_their_names():
    period = Period("duration", "2022-01-30", "2023-01-28")
    assert newest_calendar([summary("01-28", period, "2023-03-27", 2022, "FY")]).offset == 1


def test_years_of_52_weeks_fit_though_they_end_some_days_off():
    wanted = Period("duration", "2022-09-29", "2023-09-28", "FY2023")
    question = Question("q", "en", periods=(PeriodMention(0, 1, wanted),), calendar=Calendar(fiscal_end=(9, 28)))

    def fit(kind, start, end):
        figure = Figure("f", "1", "1", Span((0, 1), (1, 1)), "cell", period=Period(kind, start, end))
        return period_fit(question, figure, None, None)

    assert fit("duration", "2022-09-25", "2023-09-30") == 1.0
    assert fit("instant", None, "2023-09-30") == 0.95
    assert fit("duration", "2021-09-26", "2022-09-24") == 0.0
    assert fit("duration", "2023-07-02", "2023-09-30") < 0.55


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2024年3月的销量", ["2024-03-31"]),
        ("2024年2月份销量", ["2024-02-29"]),
        ("cash at the start and at the end of 2023", ["2022-12-31", "2023-12-31"]),
        ("sales in H1 and H2 2025", ["2025-06-30", "2025-12-31"]),
    ],
)
def test_a_chinese_month_and_a_year_that_two_periods_share(text, ends):
    assert [end for _, end in asked(text)[0]] == ends


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("ferry fares over the last 3 years", 3, "ferry fares"),
        ("ferry fares in the past five fiscal years", 5, "ferry fares"),
        ("近三年船票价格", 3, "船票价格"),
    ],
)
def test_the_last_so_many_years_are_no_part_of_the_metric(text, number, rest):
    found = last_years(text)
    assert (found.years, found.rest.strip()) == (number, rest)


def test_other_numbers_stay():
    assert last_years("top 3 customers last year") is None
