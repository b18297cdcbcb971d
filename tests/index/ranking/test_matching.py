"""How well a figure is what was asked for, feature by feature."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tickmark.index.asked.unit import unit_fit
from tickmark.index.question import understand
from tickmark.index.ranking.cover import Wanted
from tickmark.index.ranking.figure_words import words_of
from tickmark.index.ranking.matching import Features, Weights, figure_features, score_of
from tickmark.index.ranking.period_fit import PeriodFits, period_fit
from tickmark.index.words.likeness import Spellings
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.model import CellRef, Figure, FigureRow, Period, Span

SPAN = Span((0, 5), (1, 1))


def year(number):
    return Period("duration", f"{number}-01-01", f"{number}-12-31", str(number))


CALENDAR = Calendar(year(2023), (12, 31), "2024-03-28")


def question(text):
    return understand(text, [], CALENDAR)


def figure(label, column=("2023",), period=None, **more):
    fields = {"unit": "tonne", "cell": CellRef(0, 1, 1), "number": Decimal(12), **more}
    return Figure(
        "f", "12", "12", SPAN, more.pop("origin", "cell"), label_path=label, column_path=column, period=period,
        **{k: v for k, v in fields.items() if k != "origin"},
    )  # fmt: skip


def features(text, found, index_text="", **more):
    row = FigureRow("r", "d", " > ".join(found.label_path), index_text, (found.id,), found.origin, SPAN)
    given = {"dense": 0.5, "lexical": 0.5, "filing": year(2023), "published": "2024-03-28", **more}
    asked, said = question(text), words_of(found, row)
    wanted = Wanted(asked.asked, given.pop("frequency", {}), Spellings(said.worth))
    given["period"] = period_fit(asked, found, given.pop("filing"), given["published"], index_text)
    given |= {"cover": wanted.cover(said.worth), "unit": unit_fit(asked, found)}
    return figure_features(asked, found, said, wanted, **given)


# periods


@pytest.mark.parametrize(
    ("text", "period", "fit"),
    [
        ("water", year(2023), 0.9),
        ("water", year(2021), 0.8),  # now is meant, where no time is named
        ("water 2022", year(2022), 1.0),
        ("water 2022", year(2021), 0.0),
        ("water 2022", Period("instant", None, "2022-12-31", ""), 0.95),
        ("cash at 31 December 2022", Period("instant", None, "2022-12-31", ""), 1.0),
        ("cash at 31 December 2022", Period("instant", None, "2023-12-31", ""), 0.0),
        ("water 2023", None, 0.75),
        ("water 2021", None, 0.0),
        ("water Q2 2022", Period("duration", "2022-04-01", "2022-06-30", ""), 1.0),
        ("water Q2 2022", Period("duration", "2022-01-01", "2022-06-30", ""), 0.2),
    ],
)
def test_period_fit(text, period, fit):
    assert period_fit(question(text), figure(("Water",), period=period), year(2023), "2024-03-28") == fit


def test_a_quarter_is_not_its_year():
    quarter = Period("duration", "2022-01-01", "2022-03-31", "")
    assert period_fit(question("water 2022"), figure(("Water",), period=quarter), year(2023), None) < 0.55


def test_a_fiscal_year_to_june_is_that_of_its_filing():
    june = Period("duration", "2023-07-01", "2024-06-30", "2024")
    assert period_fit(question("water FY2024"), figure(("Water",), period=june), june, "2024-09-10") == 1.0
    assert period_fit(question("water FY2024"), figure(("Water",), period=june), year(2024), "2025-03-10") < 0.55


def test_a_column_of_another_date_is_not_the_day_that_the_row_names():
    day = Period("instant", None, "2024-12-31", "December 31, 2024")
    other = Period("instant", None, "2025-06-30", "June 30, 2025")
    row = "Stocks of yarn | December 31, 2024; June 30, 2025"
    asked = "stocks of yarn as of December 31, 2024"
    assert features(asked, figure(("Stocks of yarn",), (day.text,), day), row).period == 1.0
    assert features(asked, figure(("Stocks of yarn",), (other.text,), other), row).period == 0.0


# labels


def test_the_label_that_says_it_beats_the_one_around_it():
    own = features("scope 2 emissions 2022", figure(("Indirect GHG emissions (Scope 2)",), period=year(2022)))
    near = features(
        "scope 2 emissions 2022", figure(("Diesel",), period=year(2022)), index_text="Scope 2 emissions and diesel"
    )
    assert own.cover == own.own == 1.0
    assert near.own == 0.0 < near.cover < own.cover


def test_a_narrower_label_is_less_precise():
    whole = features("water", figure(("Total water consumption",)))
    part = features("water", figure(("Water consumption per RMB 1,000 of revenue",)))
    assert whole.precision > part.precision
    assert whole.cover == part.cover


def test_a_number_that_differs_is_missing():
    found = features("resolution 5", figure(("Resolution 2: to appoint the auditor",), unit="votes"))
    assert "5" in found.missing


def test_the_column_is_part_of_what_is_said():
    votes = {"unit": "votes", "column": ("For",)}
    for_, against = figure(("Resolution 2",), **votes), figure(("Resolution 2",), **{**votes, "column": ("Against",)})
    text = "votes against resolution 2"
    assert features(text, against).cover > features(text, for_).cover


def test_a_change_is_no_level():
    level, change = figure(("Water",), unit="tonne"), figure(("Water",), column=("Increase/decrease (%)",), unit="%")
    assert features("water", level).change == 0.0
    assert features("water", change).change == -1.0
    assert features("growth of water use", change).change > 0 > features("growth of water use", level).change


def test_a_column_of_how_things_stood_before():
    before = figure(("Shares pledged",), column=("Before this pledge",), unit="shares")
    assert features("shares pledged", before).target == -1.0
    assert features("shares pledged before this pledge", before).target == 0.0


@pytest.mark.parametrize(
    ("said", "change"),
    [("Rent income fell $12 million.", True), ("Rent income rose by about $12 million.", True),
     ("Rent income fell to $12 million.", False), ("Rent income was $12 million, up a little.", False)],
)  # fmt: skip
def test_an_amount_by_which_something_moved_is_a_change(said, change):
    money = {"unit": "USD", "currency": "USD", "column": (), "origin": "prose", "context": said}
    found = replace(figure(("Rent income",), **money), printed="$12 million")
    assert (features("rent income", found).change < 0) is change
    assert (features("by how much did rent income fall", found).change > 0) is change


def test_a_goal_is_no_fact():
    goal = figure(("water",), column=(), origin="prose", context="It aims to use 12 tonnes of water.")
    assert features("water", goal).target == -1.0
    assert features("target for water", goal).target == 0.0


# scores

BASE = Features(
    cover=0.8, own=0.8, precision=0.8, dense=0.5, lexical=0.5, period=0.9, unit=0.0, change=0.0, origin=1.0, target=0.0
)


def test_score_is_the_weighted_sum():
    assert score_of(BASE, Weights()) == pytest.approx(0.55 * 0.8 + 0.2 * 0.8 + 0.15 * 0.5 + 0.05 * 0.5 + 0.03)


@pytest.mark.parametrize("worse", [{"period": 0.0}, {"unit": -1.0}, {"change": -1.0}, {"target": -1.0}, {"cover": 0.2}])
def test_what_does_not_fit_lowers_the_score(worse):
    assert score_of(replace(BASE, **worse), Weights()) < score_of(BASE, Weights())


def test_score_stays_within_0_and_1():
    best = replace(BASE, cover=1.0, precision=1.0, dense=1.0, lexical=1.0, period=1.0, unit=0.4, change=0.6)
    worst = replace(BASE, cover=0.0, precision=0.0, dense=0.0, lexical=0.0, period=0.0, unit=-1.0, change=-1.0)
    assert score_of(best, Weights()) == 1.0
    assert score_of(worst, Weights()) == 0.0


def test_the_labels_of_a_sentence_say_which_of_its_numbers_is_meant():
    text = "The mill gave out 85 lessons on thrift and 62 tests."
    lessons = figure(("The mill gave out lessons on thrift",), (), None, origin="prose", unit="lessons", cell=None)
    tests = figure(("The mill gave out", "tests"), (), None, origin="prose", unit="tests", cell=None)
    asked = "lessons on thrift"
    scores = [
        score_of(features(asked, replace(found, context=text, printed=printed)), Weights())
        for found, printed in ((lessons, "85"), (tests, "62"))
    ]
    assert scores[0] > scores[1]


def test_a_column_of_how_things_stood_after_a_change_is_no_column_of_changes():
    after = figure(("Pledged",), ("Number upon the changes in the pledge",), year(2023))
    assert features("pledged shares", after).change == 0.0
    assert features("pledged shares", figure(("Pledged",), ("Change",), year(2023))).change < 0


def test_a_month_that_the_row_tells_of_is_no_other_period():
    helpers = figure(("helpers",), (), year(2023), origin="prose", unit="helpers", cell=None)
    assert features("helpers March 2023", helpers, "In March 2023 the bank was cleared").period >= 0.8
    assert features("helpers May 2023", helpers, "In March 2023 the bank was cleared").period < 0.55


def test_dates_over_other_columns_are_not_a_cells_own():
    earlier = Period("instant", None, "2023-06-30", "June 30, 2023")
    cash = figure(("Cash",), ("June 30, 2023",), earlier)
    assert features("cash as of December 31, 2023", cash, "June 30, 2023 | December 31, 2023").period == 0.0
    assert features("cash as of June 30, 2023", cash, "June 30, 2023 | December 31, 2023").period == 1.0


def test_what_adds_up_years_is_none_of_a_single_one():
    summed = figure(("Spending on computers since 2021",), ("2023",), year(2023))
    assert features("spending on computers 2023", summed).period < 0.8
    assert features("spending on computers since 2021, as of 2023", summed).period >= 0.8


def test_periods_weighed_for_a_whole_search_fit_as_they_do_one_by_one():
    asked = question("fuel burnt in 2022 and in March 2023")
    fits = PeriodFits(asked)
    periods = [None, year(2021), year(2022), year(2023)]
    weighed = [
        (fits.of(found, filing, "2024-03-28", around), period_fit(asked, found, filing, "2024-03-28", around))
        for _ in range(2)
        for filing in periods
        for period in periods
        for label in ("Fuel burnt", "Fuel burnt since 2019")
        for found in [figure((label,), period=period)]
        for around in ("", "In March 2023, the kiln burnt 12 tonnes.")
    ]
    assert all(together == alone for together, alone in weighed)
    assert len({alone for _, alone in weighed}) > 3


def test_the_headings_of_a_statement_name_none_of_its_lines():
    tax = figure(("Operating activities", "Income tax"), unit="USD", currency="USD")
    assert features("income tax", tax, line=True).precision == 1.0
    assert features("income tax", tax).precision < 1.0


def test_the_basic_figure_is_another_one_than_the_diluted():
    basic = figure(("Basic earnings per share",))
    assert features("diluted earnings per share", basic).names
    assert features("稀释每股收益", basic).names
    assert not features("earnings per share", basic).names
