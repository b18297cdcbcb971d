"""What is asked: issuer, periods, intent, and the words that name the metric."""

import pytest

from tickmark.index.asked.intents import asks_whether
from tickmark.index.model import FilingSummary
from tickmark.index.question import fiscal_end_of, issuer_names, understand
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import Period

FERRITES = "Palevsky Ferrites Co., Ltd."
FOODS = "Brindlemoor Foods plc"
YEAR_2023 = Period("duration", "2023-01-01", "2023-12-31", "2023")
TO_JUNE_2024 = Period("duration", "2023-07-01", "2024-06-30", "2024")
CALENDAR = Calendar(YEAR_2023, (12, 31), "2024-03-28")


def summary(issuer, names=(), code=None):
    return FilingSummary(
        issuer, f"{issuer}.txt", "Report", issuer, (issuer, *names), code, None, "2024-03-28", YEAR_2023, "en",
        "text/plain", 1, 1, 1, 1,
    )  # fmt: skip


NAMES = issuer_names([summary(FERRITES, ["江西帕列铁氧体股份有限公司"], "06912"), summary(FOODS, code="BRMF")])


def asked(text, calendar=CALENDAR):
    return understand(text, NAMES, calendar)


def days(question):
    return [(p.start, p.end) for p in question.spans]


def metric(question):
    return [a.term for a in question.asked]


def year(number):
    return (f"{number}-01-01", f"{number}-12-31")


@pytest.mark.parametrize(
    "name",
    [
        "Palevsky Ferrites Co., Ltd.",
        "PALEVSKY FERRITES CO LTD",
        "palevsky ferrites",
        "Palevsky",
        "Palevsky's",
        "Palevsky’s",
        "Palevski",
        "06912",
        "6912",
        "江西帕列铁氧体股份有限公司",
        "帕列铁氧体",
    ],
)
def test_an_issuer_by_any_of_its_names(name):
    question = asked(f"{name} revenue 2022")
    assert question.issuers == (FERRITES,)
    assert metric(question) == ["REVENUE"]
    assert days(question) == [year(2022)]


def test_a_slip_in_the_second_word_of_a_name():
    assert metric(asked("Palevsky Ferites revenue")) == ["REVENUE"]


@pytest.mark.parametrize("name", ["Brindlemoor", "brindelmoor", "BRMF", "Brindlemoor Foods"])
def test_another_issuer(name):
    assert asked(f"What was {name} revenue?").issuers == (FOODS,)


@pytest.mark.parametrize(
    "text", ["16912 revenue", "69120 revenue", "revenue of 2022", "Pale ale revenue", "food revenue"]
)
def test_no_issuer_where_none_is_named(text):
    assert asked(text).issuers == ()


def test_a_heading_and_the_words_after_it_are_no_name():
    misread = issuer_names([summary("m", ["Major Customers The Company"]), summary("d", ["Directors of the Group"])])
    assert misread == []


def test_two_issuers():
    assert set(asked("Palevsky and Brindlemoor revenue").issuers) == {FERRITES, FOODS}


def test_a_chinese_name_that_is_not_here_is_a_stranger():
    assert asked("宁德2022年营业收入").strangers == ("宁德",)
    assert asked("帕列铁氧体2022年营业收入").strangers == ()
    assert asked("2022年英洛达的营业收入").strangers == ("英洛达",)
    assert asked("大山熊有多少员工").strangers == ("大山熊",)
    assert asked("2022年员工的人数").strangers == ()
    assert asked("李安持有多少股").strangers == ()


def test_latin_letters_among_chinese_ones_are_a_name():
    assert asked("公司的XYQI评级是多少").names == ("xyqi",)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2022", [year(2022)]),
        ("FY2022", [year(2022)]),
        ("FY22", [year(2022)]),
        ("Q2 2026", [("2026-04-01", "2026-06-30")]),
        ("1H26", [("2026-01-01", "2026-06-30")]),
        ("2022年上半年", [("2022-01-01", "2022-06-30")]),
        ("2021-2023", [year(2021), year(2022), year(2023)]),
        ("2021 to 2023", [year(2021), year(2022), year(2023)]),
        ("FY21-23", [year(2021), year(2022), year(2023)]),
        ("at 31 December 2022", [(None, "2022-12-31")]),
        ("in the year before the 2023 report", [year(2022)]),
        ("two years before the 2023 report", [year(2021)]),
        ("opening balance 2023", [(None, "2022-12-31")]),
        ("last year", [year(2022)]),
        ("去年", [year(2022)]),
        ("this year", []),
        ("", []),
    ],
)
def test_periods(words, found):
    question = asked(f"Palevsky cash {words}")
    assert days(question) == found
    assert "cash" in metric(question)


@pytest.mark.parametrize("words", ["2022", "FY2022", "Q2 2026", "1H26", "2021-2023", "last year", "去年"])
def test_the_words_of_a_period_are_no_part_of_the_metric(words):
    assert metric(asked(f"net profit {words}")) == ["NET_PROFIT"]


@pytest.mark.parametrize(
    "words", ["in the year before the 2023 report", "two years before the 2023 report", "prior year (2022)"]
)
def test_no_digits_of_a_period_in_words_are_left_in_the_metric(words):
    assert not [term for term in metric(asked(f"net profit {words}")) if term[0].isdigit()]


def test_the_year_compared_with_is_not_the_year_asked_for():
    assert days(asked("Was training longer than 2022?")) == []
    assert days(asked("revenue vs 2022")) == []
    assert days(asked("revenue 2023 against last year")) == [year(2023)]


def test_nor_is_it_behind_than_in():
    assert days(asked("Was training longer than in 2022?")) == []


def test_a_year_compared_with_is_no_part_of_the_metric():
    assert metric(asked("revenue vs 2022")) == ["REVENUE"]


def test_a_list_of_years_is_earliest_first():
    assert days(asked("revenue in 2023, 2021 and 2022")) == [year(2021), year(2022), year(2023)]


def test_relative_words_follow_the_calendar():
    later = Calendar(Period("duration", "2025-01-01", "2025-12-31", "2025"), (12, 31), "2026-03-01")
    assert days(asked("revenue last year", later)) == [year(2024)]


def test_a_fiscal_year_is_that_of_the_filing():
    question = asked("revenue FY2024")
    assert question.spans_for(YEAR_2023)[0].end == "2024-12-31"
    (june,) = question.spans_for(TO_JUNE_2024)
    assert (june.start, june.end) == ("2023-07-01", "2024-06-30")


def test_last_year_is_the_year_before_the_one_a_filing_reports_on():
    question = asked("revenue last year")
    assert [p.end for p in question.spans_for(TO_JUNE_2024)] == ["2023-06-30"]
    assert [p.end for p in question.spans_for(YEAR_2023)] == ["2022-12-31"]


@pytest.mark.parametrize(
    ("period", "end"),
    [
        (YEAR_2023, (12, 31)),
        (TO_JUNE_2024, (6, 30)),
        (Period("duration", "2024-01-01", "2024-06-30", "1H24"), None),
        (Period("instant", None, "2024-06-30", "at 30 June 2024"), None),
        (None, None),
    ],
)
def test_the_fiscal_end_is_known_from_a_whole_year(period, end):
    assert fiscal_end_of(period) == end


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("revenue 2023", "figure"),
        ("How many employees did it have?", "figure"),
        ("how much was spent on R&D in 2022", "figure"),
        ("2023年净利润是多少", "figure"),
        ("revenue trend", "series"),
        ("revenue over the years", "series"),
        ("revenue 2021-2023", "series"),
        ("revenue 2021 and 2022", "series"),
        ("近三年营业收入", "series"),
        ("employees by gender 2023", "breakdown"),
        ("staff by age group", "breakdown"),
        ("breakdown of waste", "breakdown"),
        ("按性别划分的员工", "breakdown"),
        ("revenue growth 2023", "calculation"),
        ("net margin 2023", "calculation"),
        ("difference between 2021 and 2022 revenue", "calculation"),
        ("what share of revenue was R&D", "calculation"),
        ("营业收入同比增长", "calculation"),
        ("who is the chairman", "fact"),
        ("why did revenue fall", "fact"),
        ("为什么营业收入下降", "fact"),
        ("is the company profitable", "yes_no"),
        ("which amount of tax was paid", "figure"),
        ("how did ferrite sales grow versus 2022", "calculation"),
        ("how did the company explain the change to its policy", "fact"),
        ("clay used for bricks, tonnes", "figure"),
        ("what is the clay used for", "fact"),
        ("abstentions on the change of the charter", "figure"),
    ],
)
def test_intents(text, intent):
    assert asked(text).intent == intent


def test_fillers_are_no_part_of_the_metric():
    assert metric(asked("Could you please tell me what the revenue was?")) == ["REVENUE"]


def test_a_qualifying_concept_weighs_less_than_a_metric():
    weights = {a.term: a.weight for a in asked("percentage of women, tonnes").asked}
    assert weights["FEMALE"] == 1.0
    assert weights["PERCENTAGE"] < 1.0
    assert weights["tonn"] < weights["PERCENTAGE"]


@pytest.mark.parametrize(
    ("text", "language"), [("revenue", "en"), ("去年营业收入", "zh-Hans"), ("去年營業收入", "zh-Hant")]
)
def test_language(text, language):
    assert asked(text).language == language


def test_change_and_before():
    assert asked("revenue growth").change
    assert not asked("revenue").change
    assert not asked("shares pledged before this pledge").latest
    assert asked("shares pledged").latest


def test_what_is_received_is_no_receivable():
    assert "RECEIVABLES" not in metric(asked("how many people received shares"))
    assert "RECEIVABLES" in metric(asked("trade receivables 2023"))


def test_what_yes_or_no_would_answer():
    assert asks_whether("Does Brindlemoor have an improving margin profile?")
    assert not asks_whether("Did you see how many people work there?")
    assert not asks_whether("Which sites are there?")


@pytest.mark.parametrize(
    "text", ["Rate of work-related accidents", "Abstentions on the charter", "NAV per share", "total NAV per share"]
)
def test_a_noun_with_its_complement_or_a_known_phrase_is_no_name(text):
    assert asked(text).names == ()


def test_a_capital_is_a_name_still():
    assert asked("sales of Quillon in brief").names == ("quillon",)


def test_a_country_is_a_name_without_a_capital_too():
    assert asked("berths let in norway").names == ("norway",)
    assert asked("berths let outside norway").names == ()


def test_the_meeting_at_which_it_was_decided_is_not_what_was_decided():
    assert "general" not in metric(asked("votes for the auditor at the annual general meeting"))
    assert "general" in metric(asked("votes for the rules of general meetings"))


def test_what_a_country_does_not_have_is_overseas():
    question = asked("berths let outside norway")
    assert question.left_out == {"norway"}
    assert "norway" not in metric(question)


def test_brackets_may_hold_the_very_name_of_the_metric():
    weights = {a.term: a.weight for a in asked("barrels lying in the sheds (inventories)").asked}
    assert weights["INVENTORY"] == 1.0
    assert weights["barrel"] < 0.5


def test_words_for_the_whole_of_a_company_say_little():
    weights = {a.term: a.weight for a in asked("boatmen employed worldwide").asked}
    assert weights["worldwid"] < 0.5 < weights["boatmen"]


def test_more_words_of_an_issuer_are_none_of_the_metric():
    mining = summary("Palevsky Ferrites Mining Trust Limited")
    question = understand("Palevsky Ferrites' share in quarries", issuer_names([mining]), CALENDAR)
    assert not question.names
    assert "ferrit" not in metric(question)
