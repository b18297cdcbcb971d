import itertools
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tickmark.ingest.figures.calendar import Calendar, duration
from tickmark.ingest.figures.period_table import PATTERNS
from tickmark.ingest.figures.periods import find_period, find_periods, own_periods, prior_year

YEAR = duration(date(2023, 1, 1), date(2023, 12, 31), "2023")
CALENDAR = Calendar(YEAR, (12, 31), "2024-03-28")
JUNE = Calendar(duration(date(2023, 7, 1), date(2024, 6, 30), "FY2024"), (6, 30), "2024-09-12")


def short(period):
    return None if period is None else f"{period.start or ''}/{period.end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January 1, 2023 to December 31, 2023", "2023-01-01/2023-12-31"),
        ("six months ended 30 June 2026", "2026-01-01/2026-06-30"),
        ("Half year to 31 December 2023", "2023-07-01/2023-12-31"),
        ("Year to 30 June 2024", "2023-07-01/2024-06-30"),
        ("52 weeks ended 29 June 2024", "2023-07-02/2024-06-29"),
        ("thirteen weeks ended November 2, 2024", "2024-08-04/2024-11-02"),
        ("Thirty-nine weeks ended 2 November 2024", "2024-02-04/2024-11-02"),
        ("as at 30 June 2024", "/2024-06-30"),
        ("January – June 2026 (estimated)", "2026-01-01/2026-06-30"),
        ("second quarter of 2026", "2026-04-01/2026-06-30"),
        ("2Q26", "2026-04-01/2026-06-30"),
        ("H1 2026", "2026-01-01/2026-06-30"),
        ("the end of 2023", "/2023-12-31"),
        ("FY2023", "2023-01-01/2023-12-31"),
        ("Year of 2022", "2022-01-01/2022-12-31"),
        ("March 2024", "2024-03-01/2024-03-31"),
        ("2026年半年度", "2026-01-01/2026-06-30"),
        ("2026年1-6月", "2026-01-01/2026-06-30"),
        ("2026年第二季度", "2026-04-01/2026-06-30"),
        ("截至二零二三年十二月三十一日止年度", "2023-01-01/2023-12-31"),
        ("截至2024年6月30日止六個月", "2024-01-01/2024-06-30"),
        ("2023年末", "/2023-12-31"),
    ],
)
def test_absolute_words(text, expected):
    assert short(find_period(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During the Reporting Period", "2023-01-01/2023-12-31"),
        ("For the period of last year", "2022-01-01/2022-12-31"),
        ("a year earlier", "2022-01-01/2022-12-31"),
        ("At the end of the Reporting Period", "/2023-12-31"),
        ("At the beginning of the Reporting Period", "/2022-12-31"),
        ("the date of this announcement", "/2024-03-28"),
        ("since 2021", "2021-01-01/2023-12-31"),
        ("Since the opening of the plant in 2012", "2012-01-01/2023-12-31"),
        ("上年同期", "2022-01-01/2022-12-31"),
    ],
)
def test_relative_words_lean_on_the_reporting_period(text, expected):
    assert short(find_period(text, CALENDAR)) == expected
    assert find_period(text) is None or "20" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FY2024", "2023-07-01/2024-06-30"),
        ("2024", "2023-07-01/2024-06-30"),
        ("Q1 2024", "2023-07-01/2023-09-30"),
        ("2023", "2022-07-01/2023-06-30"),
    ],
)
def test_a_fiscal_year_that_ends_in_june(text, expected):
    assert short(find_period(text, JUNE)) == expected


@pytest.mark.parametrize(
    "text", ["ISO 2060", "RMB2,023 million", "2,023 tonnes", "Rule 2023", "12345", "no words at all", "$2023", "2023%"]
)
def test_what_is_no_period(text):
    assert find_periods(text, CALENDAR) == []


def test_what_is_only_compared_with_is_not_its_own():
    text = "Sales in 2023 rose by 5% compared with 2022"
    assert [m.period.end for m in own_periods(text, CALENDAR)] == ["2023-12-31"]
    assert [m.period.end for m in find_periods(text, CALENDAR)] == ["2023-12-31", "2022-12-31"]
    assert own_periods("较去年同期增加12%", CALENDAR) == []


def test_the_most_specific_reading_wins_and_mentions_do_not_overlap():
    found = find_periods("for the six months ended 30 June 2026 and the year 2025", CALENDAR)
    assert [short(m.period) for m in found] == ["2026-01-01/2026-06-30", "2025-01-01/2025-12-31"]
    assert all(a.stop <= b.start for a, b in itertools.pairwise(found))


def test_prior_year_of_a_moment():
    moment = find_period("as at 29 February 2024")
    assert short(prior_year(moment, "a year before")) == "/2023-02-28"


WORDS = [
    "31", "December", "Sept.", "May", "2024", "19", "20", "year", "half", "ended", "to", "Q4", "3Q", "FY", "24",
    "2023年", "二零二三", "年", "度", "月", "上半年", "中期", "第一季", "末", "H1", "1H", "-", "the", "end", "of",
    "period", "last", "same", "since", "six months", "week", "twenty-six", ".", "12.5.2020", "2024-12-31",
    "2024年1月5日", "as at", "first", "quarter", "reporting", "start", "beginning", "from", ",", "fiscal",
    "financial", "interim", "date", "this announcement", "hereof", "a", "earlier", "ago", "截至", "止", "上年同期",
    "期初", "年初", "本年", "报告期", "本公告日"
]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", " ", "-"])), max_size=9))
@settings(max_examples=200, deadline=None)
def test_a_pattern_matches_only_where_one_of_its_words_stands(parts):
    text = "".join(word + gap for word, gap in parts)
    for pattern, _, _, words in PATTERNS:
        assert any(word in text.casefold() for word in words) or not pattern.search(text), pattern.pattern


@pytest.mark.parametrize("words", ["31 December", "December 31", "December", "May 2024 to June", "2024年"])
@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0"])
def test_a_gap_without_end_costs_no_time(words, gap):
    """A date broken off before a long run of blanks: the time grew with the square of its length."""
    started = time.process_time()
    found = find_periods(f"{words}{gap * 20_000}x, and the year 2023")
    assert found[-1].period.end == "2023-12-31"
    assert time.process_time() - started < 2
