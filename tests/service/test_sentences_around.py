"""Questions with sentences around them, typed with slips, in words that people use for those of a table."""

import pytest
from tests.small_index import given_by, index_of

pytestmark = pytest.mark.model

REPORT = """Larch Valley Limited
Annual report for the year ended 31 December 2023

I. People
Indicator\tUnit\t2021\t2022\t2023
Number of employees\tperson\t2,050\t2,110\t2,240
Employee turnover rate, Upper Dale\t%\t9.15\t8.02\t7.44
Employee turnover rate, Lower Dale\t%\t6.31\t6.90\t7.02
Employee turnover, Lower Dale\tperson\t41\t48\t52
Percentage of internal recruitment\t%\t/\t31.20\t35.60
New employees hired\tperson\t301\t322\t344
Number of suppliers in Upper Dale\t-\t17\t21\t33

II. Giving and safety
Indicator\tUnit\t2021\t2022\t2023
Amount of community investment\tGBP million\t2.14\t1.21\t0.69
Investment in health and safety\tGBP million\t7.19\t9.04\t11.96
Investment in workplace safety posters\tGBP million\t0.03\t0.04\t0.16
Average delivery time shortened on the previous year\tday\t2\t0.50\t1
Total energy consumption\tMWh\t81,069\t99,940\t103,609
Combustion of hazardous waste (with heat recovery)\ttonne\t410.25\t432.10\t444.25
Combustion of hazardous waste (without heat recovery)\ttonne\t120.10\t143.15\t90.48
Offcuts by treatment\tLandfill\ttonne\t6.02\t5.90\t5.65
\tComposting (in heaps)\ttonne\t1.10\t1.20\t1.31
\tComposting (in vessels)\ttonne\t2.10\t2.20\t2.42
\tOther methods\ttonne\t3.10\t3.20\t3.53

In 2023, 43 colleagues taught as internal trainers. During the year, our inspectors dealt with
21 unsafe acts of contractors.

In 2023, the green power usage of Upper Dale totaled 4.4 million kWh, accounting for 58% of total power usage. The
company's total green power usage was 11.2 million kWh in 2023.

III. Waste

Indicator\tUnit\t2021\t2022\t2023
Hazardous waste treatment per GBP 1,000 of revenue\tkg/GBP'000 of revenue\t0.07\t0.06\t0.05
Non-hazardous waste treatment per GBP 1,000 of revenue\tkg/GBP'000 of revenue\t2.31\t2.10\t2.77
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return index_of(tmp_path_factory.mktemp("around") / "index", {"report.txt": REPORT.encode()})


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("What percentage of staff quit in Upper Dale in 2022? I mean the rate, not the heads.", ["8.02"]),
        ("I'd like the overall energy use in megawatt-hours for 2021, before the mill's expansion.", ["81,069"]),
        ("% of openings filled from inside the company, 2022", ["31.20"]),
        ("The company says that goods leave sooner. By how many days did it shorten delivery in 2023?", ["1"]),
        ("How thirsty are the mills? Please give me the number of suppliers in Upper Dale in 2022.", ["21"]),
        ("I don't need the rate: how many employees left in Lower Dale in 2022?", ["48"]),
        ("leavers in Lower Dale 2023 (headcount not %)", ["52"]),
        ("For comparison purposes: overall energy use in 2021", ["81,069"]),
        ("Did staffing grow? How many employees did they have in 2021?", ["2,050"]),
        ("Supplier deck, page 3: as of Dec-22, how many vendors did they have in Upper Dale?", ["21"]),
        ("how much did they give to local comunities in 2021, in GBP mn?", ["2.14"]),
        (
            "I need the trend: money put into workplace health and safety in 2021, 2022 and 2023",
            ["7.19", "9.04", "11.96"],
        ),
        ("How many tonnes of dangerous waste were burned with the heat being put to use in 2022?", ["432.10"]),
        ("It seems few people quit in Lower Dale. What was the attrition rate there in 2021?", ["6.31"]),
        ("churn rate Upper Dale 2022 in %", ["8.02"]),
        ("internal recruitment percentage at Larch Valley, latest yr", ["35.60"]),
        ("How many times were contractors caught behaving dangerously and dealt with in 2023?", ["21"]),
        ("What proportion of the power used in Upper Dale was green in 2023? Not the group's number.", ["58%"]),
        ("Non-hazardous waste intensity, FY2022, kilos per thousand of sales", ["2.10"]),
        ("Larch Valley在FY22的内部招聘比例", ["31.20"]),
        ("how many ppl did they take on in 2022", ["322"]),
        ("by how much did the avg delivery time get shorter in 2022 vs the year before", ["0.50"]),
        ("Lower Dale staff who left in 2022 - number of leavers", ["48"]),
        ("Hoow many of their own people acted as in-house teachers in 2023?", ["43"]),
    ],
)
def test_the_figure_is_found(library, question, printed):
    verdict, figures = given_by(library, question)
    assert (verdict.status, figures) == ("answered", printed)


@pytest.mark.parametrize(
    "question",
    [
        "number of employees: % increase 2023 over 2022",
        "2023年员工总数同比变化百分之多少",
        "total number of employees: % increase 2023 over 2022",
    ],
)
def test_an_increase_over_a_year_adds_nothing_up(library, question):
    verdict, figures = given_by(library, question)
    assert (str(verdict.calculation.result), verdict.calculation.unit) == ("6.16", "%")  # (2,240 - 2,110) / 2,110
    assert sorted(figures) == ["2,110", "2,240"]


def test_all_rows_of_an_item_that_names_several_are_given(library):
    figures = given_by(library, "offcuts split by treatment 2023: landfill, composting, other")[1]
    assert sorted(figures) == ["1.31", "2.42", "3.53", "5.65"]


def test_a_company_named_beside_the_question_is_asked_about(library):
    assert (
        given_by(library, "Our client is Oddlington. How many employees did it have in 2022?")[0].status == "not_found"
    )
