from decimal import Decimal

from ingest_samples import table, tabs


def paths(one):
    return [column.path for column in one.columns]


def test_one_line():
    one = table(tabs("Item|2023|2022", "Revenue|12|10"))
    assert paths(one) == [("2023",), ("2022",)]
    assert one.header_rows == 1
    assert one.stub == ("Item",)


def test_two_levels_a_year_over_quarters():
    one = table(tabs("|FY2023||FY2022|", "|Q1|Q2|Q1|Q2", "Orders|1|2|3|4"))
    assert paths(one) == [("FY2023", "Q1"), ("FY2023", "Q2"), ("FY2022", "Q1"), ("FY2022", "Q2")]


def test_a_stack_of_lines_is_one_text():
    one = table(tabs("|Pledged|Share", "|shares|of total", "Holder|held|capital", "Ms. A|5|1%"))
    assert paths(one) == [("Pledged shares held",), ("Share of total capital",)]


def test_days_over_months_are_header():
    one = table(tabs("|31|30", "|December|June", "|2023|2023", "|£'000|£'000", "Sales|70|60"))
    assert paths(one) == [("31 December 2023 £'000",), ("30 June 2023 £'000",)]
    assert [c.period.end for c in one.columns] == ["2023-12-31", "2023-06-30"]


def test_a_banner_reaches_over_the_years_below_it():
    one = table(tabs("|Six months ended 30 June|", "|2024|2023", "|RMB'000|RMB'000", "Revenue|12|10"))
    assert [(c.period.start, c.period.end, c.scale) for c in one.columns] == [
        ("2024-01-01", "2024-06-30", 1000),
        ("2023-01-01", "2023-06-30", 1000),
    ]


def test_a_second_header_in_the_middle_starts_new_columns():
    one = table(
        tabs(
            "Item|During the Reporting Period|Last year|Change (%)",
            "Revenue|12|10|20%",
            "|At the end of the Reporting Period|At the beginning of the Reporting Period|Change (%)",
            "Total assets|50|40|25%",
        )
    )
    assert len(one.columns) == 6
    ends = [(c.column, c.figures[0].period.start, c.figures[0].period.end) for c in one.rows[1].cells]
    assert ends == [(3, None, "2023-12-31"), (4, None, "2022-12-31"), (5, None, "2023-12-31")]


def test_a_second_header_over_several_lines():
    one = table(
        tabs(
            "Item|Last year|This year|Increase (%)",
            "Revenue|10|12|20%",
            "|At the beginning|At the end|Increase",
            "|of the Reporting|of the Reporting|",
            "|Period|Period|(%)",
            "Total assets|40|50|25%",
        )
    )
    assert [c.path[0] for c in one.columns[3:]] == [
        "At the beginning of the Reporting Period",
        "At the end of the Reporting Period",
        "Increase (%)",
    ]
    assert not one.noise


def test_a_header_said_again_adds_no_columns():
    one = table(tabs("Item|2023|2022", "Revenue|12|10", "Item|2023|2022", "Costs|8|7"))
    assert len(one.columns) == 2
    assert [row.label_path for row in one.rows] == [("Revenue",), ("Costs",)]


def test_a_repeated_header_may_name_the_group_below_it():
    text = (
        "| No. | Resolution | Votes (%) | | |\n|---|---|---|---|---|\n| | Ordinary | For | Against | Abstain |\n"
        "| 1. | Accounts | 90 (90%) | 9 (9%) | 1 (1%) |\n| | Special | For | Against | Abstain |\n"
        "| 2. | Articles | 80 (80%) | 19 (19%) | 1 (1%) |\n"
    )
    one = table(text)
    assert len(one.columns) == 3
    assert [row.label_path for row in one.rows] == [("Ordinary", "Accounts"), ("Special", "Articles")]
    assert {f.unit for f in one.figures} == {"votes", "%"}


def test_labels_alone_head_nothing():
    one = table(tabs("Attributable to:||", "Owners|5|4"))
    assert one.header_rows == 0
    assert one.rows[0].label_path == ("Attributable to:", "Owners")


def test_a_unit_set_alone_in_the_middle_of_a_header_is_that_of_all_columns():
    one = table(tabs("|2019|2018|2017", "||(in millions)|", "Barley|$92|$76|$52", "Oats|65|(14)|(71)", "Rye|9|7|4"))
    assert paths(one) == [("2019",), ("2018",), ("2017",)]
    assert {(f.scale, f.unit) for f in one.figures} == {(Decimal(1_000_000), "USD")}


def test_a_period_set_alone_in_the_middle_of_a_header_is_that_of_all_columns():
    one = table(
        tabs("||For the year ended|", "|31 May 2019|31 May 2018|31 May 2017", "Barley|92|76|52", "Oats|65|14|71")
    )
    assert [(c.period.kind, c.period.end) for c in one.columns] == [
        ("duration", "2019-05-31"),
        ("duration", "2018-05-31"),
        ("duration", "2017-05-31"),
    ]


def test_terms_until_something_falls_due_head_columns():
    head = "|||Due by period (in millions)|", "Commitments|Total|Less than 1 year|1-3 years|After 3 years"
    one = table(tabs(*head, "Barns|65.4|20.6|40.8|4.0", "Silos|12.6|2.1|6.4|4.1", "Fences|3.5|1.3|1.4|0.8"))
    assert [path[-1] for path in paths(one)] == ["Total", "Less than 1 year", "1-3 years", "After 3 years"]
    assert {f.scale for f in one.figures} == {Decimal(1_000_000)}
