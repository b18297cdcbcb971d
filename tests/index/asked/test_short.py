"""What is typed short: written out, a scale as a word."""

import pytest

from tickmark.index.asked.turns import as_filings_say
from tickmark.index.question import understand
from tickmark.ingest.figures.calendar import Calendar


def asked(text):
    return understand(text, [], Calendar())


def metric(text):
    return [a.term for a in asked(text).asked]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("scope 2 and phase 2 sites", "scope 2 and phase 2 sites"),
        ("op. profit of the last 2 yrs, by qtr", "operating profit of the last 2 years, by quarter"),
        ("ppl at the pottery", "people at the pottery"),
        ("how many million yuan went into kilns", "how much yuan went into kilns"),
        ("spent on kilns in 2022, 10 thousand yuan", "spent on kilns in 2022, yuan"),
        ("spent on kilns in RMB'000", "spent on kilns in RMB"),
        ("attrition % of the night shift", "attrition rate of the night shift"),
        ("no. of kilns, # of sheds", "number of kilns, number of sheds"),
        ("clay assets/share of the s/h", "clay assets per share of the shareholder"),
        ("prelim kiln nos, per the annct", "preliminary kiln nos, per the announcement"),
        ("glazed w/ salt", "glazed with salt"),
        ("a kiln of 2 Megawatts", "a kiln of 2 MW"),
        ("by how much in renminbi", "by how much in RMB"),
        ("clay dug, t/yr", "clay dug, tonnes per annum"),
        ("clay as % of sales", "clay as a percentage of sales"),
        ("spent on PPE for the kiln workers", "spent on protective gear for the kiln workers"),
        ("PPE net of depreciation", "PPE net of depreciation"),
        ("injuries per 1m working hours", "injuries per million working hours"),
        ("clay per rmb 1k of sales", "clay per thousand of revenue"),
        ("enviro fines, %-points", "environmental fines, percentage points"),
        ("CFO 2023", "CFO 2023"),
        ("rent inside SG&A", "rent within SG&A"),
        ("rules on inside information", "rules on inside information"),
        ("gain from the change in fair value of pens", "gain from the variation in fair value of pens"),
        ("change in fair value of pens", "change in fair value of pens"),
        ("power in Megawatt-hours", "power in  MWh"),
        ("耗電多少兆瓦時", "耗電多少 MWh"),
        ("gas in million cubic metres", "gas in cubic metres"),
        ("how many pts did the margin fall", "how many percentage points did the margin fall"),
        ("how many pts for the quiz", "how many pts for the quiz"),
        ("gap in fares, pp", "gap in fares, percentage points"),
        ("see pp. 12 of it", "see pp. 12 of it"),
        ("S1 emissions of the mill", "scope 1 emissions of the mill"),
        ("S1+S2 emissions of the mill", "scope 1 plus scope 2 emissions of the mill"),
        ("the S2 model in red", "the S2 model in red"),
        ("net headcount add 2024 vs 2023", "change in headcount 2024 vs 2023"),
        ("ash dumped, with + without cover, total tonnes", "ash dumped, with and without cover combined"),
    ],
)
def test_words_typed_short(typed, written):
    assert as_filings_say(typed) == written


def test_a_scale_is_no_number_that_has_to_stand_there():
    asked_for = metric("injuries per 1m working hours")
    assert "million" in asked_for and "1m" not in asked_for
    assert "10k" not in metric("shares of Ann Lee, in 10k shares")


def test_a_unit_typed_short_is_one():
    assert asked("Palevsky stake (10k shs)").unit == "shares"
    assert "10k" not in metric("Palevsky stake (10k shs)")
