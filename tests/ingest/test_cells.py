import pytest
from ingest_samples import filing, periods, plain, table, tabs, units, when


@pytest.mark.parametrize(
    ("before", "head", "label", "expected"),
    [
        ("Unit: RMB\n", "2023", "Revenue", ("RMB", "1")),
        ("", "2023 (RMB million)", "Revenue", ("RMB", "1000000")),
        ("", "2023", "Revenue (RMB million)", ("RMB", "1000000")),
        ("", "2023", "Revenue, in RMB million", ("RMB", "1000000")),
        ("### Money (RMB million)\n\n", "2023", "Revenue", ("RMB", "1000000")),
        ("Unit: RMB million\n", "2023", "Basic earnings per share", ("RMB/share", "1")),
        ("Unit: RMB million\n", "2023", "Share capital (shares)", ("shares", "1")),
        ("Unit: RMB million\n", "2023", "Share capital (number of shares)", ("shares", "1")),
        ("Unit: RMB million\n", "2023", "Return on equity (%)", ("%", "1")),
        ("Unit: RMB million\n", "2023", "Total number of employees", ("employees", "1")),
        ("单位：萬股\n", "質押股份數目", "贛州", ("shares", "10000")),
        ("", "Shares held (in 10 thousand)", "Ms. A", ("shares", "10000")),
        ("", "Shares that could vote", "Meeting", ("shares", "1")),
        ("", "Number of votes", "Accounts", ("votes", "1")),
        ("", "£'000", "Dividend", ("GBP", "1000")),
        ("", "Pence per share", "Dividend", ("pence/share", "1")),
        ("", "Persons", "Left in 2023", ("persons", "1")),
        ("", "2023", "Suppliers by region", ("suppliers", "1")),
        ("", "2023", "Audit", (None, "1")),
    ],
)
def test_where_a_unit_comes_from(before, head, label, expected):
    assert units(table(before + tabs(f"Item|{head}", f"{label}|5")))[label] == [expected]


def test_what_a_cell_prints_wins():
    one = table("Unit: RMB million\n" + tabs("Item|2023", "Margin|5%", "Revenue|HK$7", "EPS, basic|33.6p"))
    assert [f.unit for f in one.figures] == ["%", "HKD", "pence/share"]


def test_a_caption_of_an_html_table_gives_its_unit():
    one = table(
        "<table><caption>Waste, tonnes unless stated</caption>"
        "<tr><th>Item</th><th>2023</th></tr><tr><td>Glass</td><td>5</td></tr></table>"
    )
    assert one.caption == "Waste, tonnes unless stated"
    assert units(one) == {"Glass": [("tonnes", "1")]}


def test_the_parts_of_a_head_count_are_people():
    one = table(tabs("Item||2023", "Employees, total||9", "Gender|Male|5", "|Female|4"))
    assert {f.unit for f in one.figures} == {"employees"}


def test_ballots_count_votes():
    one = table(tabs("Resolution|For|Against", "Accounts|90 (90.0%)|10 (10.0%)"))
    assert [(plain(f.number), f.unit) for f in one.figures] == [
        ("90", "votes"),
        ("90.0", "%"),
        ("10", "votes"),
        ("10.0", "%"),
    ]


def test_periods_of_columns():
    assert periods(table(tabs("Item|2023|2022", "Revenue|12|10"))) == ["2023-01-01/2023-12-31", "2022-01-01/2022-12-31"]


def test_last_year_means_the_year_before_the_column_beside_it():
    one = table(tabs("Item|April – June 2023|Same period last year", "Profit|12|10"))
    assert periods(one) == ["2023-04-01/2023-06-30", "2022-04-01/2022-06-30"]


def test_a_change_belongs_to_the_later_period():
    one = table(tabs("Item|2022|2023|Change from last year (%)", "Profit|10|12|20"))
    assert periods(one)[-1] == "2023-01-01/2023-12-31"


def test_a_balance_sheet_speaks_of_moments():
    one = table("BALANCE SHEET\nas at 31 December 2023\n\n" + tabs("Item|2023|2022", "Cash|12|10"))
    assert periods(one) == ["/2023-12-31", "/2022-12-31"]


def test_a_label_may_state_the_period():
    one = table(tabs("Item|Group|Company", "Balance at 31 March 2022|12|10"))
    assert periods(one) == ["/2022-03-31"] * 2


def test_without_any_word_it_is_the_reporting_period():
    assert periods(table(tabs("Item|Group|Company", "Cash flow|12|10"))) == ["2023-01-01/2023-12-31"] * 2


def test_a_filing_about_an_event_speaks_of_its_day():
    head = "Example Works plc\n\nPOLL RESULTS OF THE MEETING HELD ON MAY 5, 2023\n\nLeeds, May 5, 2023\n\n"
    assert periods(table(tabs("Resolution|For|Against", "Accounts|90|10"), head)) == ["/2023-05-05"] * 2


def test_qualifiers_from_header_label_and_footnote():
    one = filing(
        tabs("Item|2023 (unaudited)|2022", "Waste²|approximately 5|4") + "\n² Restated when methods changed."
    ).tables[0]
    first, second = one.figures
    assert first.qualifiers == ("approximate", "unaudited", "restated")
    assert second.qualifiers == ("restated",)
    assert first.footnotes == ("2",)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Waste¹⁷|5", "¹⁷ As listed in the system at the end of the year."),
        ("Waste ¹⁷|5", "¹⁷ As listed in the system at the end of the year."),
        (
            "Waste 17|5",
            "16 Another note that goes on for a while here.\n\n17 As listed in the system at the end of the year.",
        ),
        ("Waste[^17]|5", "[^17]: As listed."),
    ],
)
def test_footnote_marks_on_labels(text, notes):
    row = filing(tabs("Item|2023", text) + "\n" + notes).tables[0].rows[0]
    assert row.label_path == ("Waste",)
    assert row.footnotes == ("17",)


def test_a_number_that_belongs_to_a_label_is_no_mark():
    notes = "\n1 A first note that goes on for a while here.\n\n2 Another note that goes on for a while here."
    rows = filing(tabs("Item|2023", "Scope 2|5", "Phase 1|6") + notes).tables[0].rows
    assert [row.label_path for row in rows] == [("Scope 2",), ("Phase 1",)]


def test_sentences_in_cells_are_read():
    one = table(tabs("For whom|What came of it", "New staff|12 examinations, passed by 1,193 people"))
    assert [(plain(f.number), f.unit, f.origin) for f in one.figures] == [
        ("12", "examinations", "prose"),
        ("1193", "people", "prose"),
    ]
    assert all(f.label_path[0] == "New staff" and f.column_path == ("What came of it",) and f.cell for f in one.figures)


def test_signs_for_nothing_have_a_status_and_no_number():
    one = table(tabs("Item|Unit|2023|2022|2021", "Diesel|MWh|5|/|-"))
    assert [(f.status, f.number) for f in one.figures][1:] == [("not_disclosed", None), ("nil", None)]
    assert [when(f) for f in one.figures][1:] == ["2022-01-01/2022-12-31", "2021-01-01/2021-12-31"]
