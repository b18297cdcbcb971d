from ingest_samples import filing, table, tabs, units, values


def test_rows_with_more_cells_than_the_header_are_matched_from_the_right():
    one = table(
        tabs(
            "Indicator|Unit|2023|2022",
            "1|Energy|MWh|30|20",
            "2|Exhaust|NOx|tonne|7|/",
            "||SOx|tonne|1|/",
        )
    )
    assert values(one) == {
        "Energy": ["30", "20"],
        "Exhaust > NOx": ["7", "not_disclosed"],
        "Exhaust > SOx": ["1", "not_disclosed"],
    }
    assert [row.number for row in one.rows] == ["1", "2", None]
    assert [row.unit for row in one.rows] == ["MWh", "tonne", "tonne"]


def test_a_unit_column_is_no_value_column():
    one = table(tabs("Item|Unit of measure|2023", "Water|m ³|5", "Waste|ten thousand tonnes|6"))
    assert units(one) == {"Water": [("m3", "1")], "Waste": [("tonnes", "10000")]}


def test_a_unit_column_without_a_head():
    one = table(
        tabs(
            "||2021|2022", "Water treated|ten thousand tonnes|24.9|35.5", "Intensity|tonne/RMB'000 of revenue|0.06|0.05"
        )
    )
    assert units(one)["Water treated"] == [("tonnes", "10000")] * 2
    assert len(one.columns) == 2


def test_row_numbers_are_kept_apart():
    one = table(tabs("No.|Name|2023", "1.|Wages|5", "2.|Rent|6"))
    assert [(row.number, row.label_path) for row in one.rows] == [("1.", ("Wages",)), ("2.", ("Rent",))]


def test_note_numbers_are_no_figures():
    one = table(tabs("|Note|2023|2022", "Revenue|3|12|10", "Costs||(8)|(7)", "Tax|4, 5|1|1"))
    assert values(one) == {"Revenue": ["12", "10"], "Costs": ["-8", "-7"], "Tax": ["1", "1"]}


def test_age_groups_are_labels():
    one = table("| New staff | | Number |\n|---|---|--:|\n| Age | 31-40 | 604 |\n| | 51 or above | 2 |\n")
    assert [row.label_path for row in one.rows] == [("Age", "31-40"), ("Age", "51 or above")]
    assert values(one) == {"Age > 31-40": ["604"], "Age > 51 or above": ["2"]}


def test_a_percent_sign_in_a_cell_of_its_own():
    one = table(tabs("|2023||2022|", "Gross margin|44.0|%|43.0|%"))
    assert units(one) == {"Gross margin": [("%", "1")] * 2}
    assert values(one) == {"Gross margin": ["44.0", "43.0"]}


def test_a_currency_sign_in_a_cell_of_its_own():
    text = "(In millions, except per share amounts)\n" + tabs(
        "||2023||2022", "Sales|$|294|$|298", "Services||96||85", "Earnings per share|$|6.11|$|6.16"
    )
    one = table(text)
    assert units(one) == {
        "Sales": [("USD", "1000000")] * 2,
        "Services": [("USD", "1000000")] * 2,
        "Earnings per share": [("USD/share", "1")] * 2,
    }


def test_columns_of_words_hold_no_figures():
    one = table(tabs("Name|Pledgee|Shares held", "Ms. A|A Bank|5", "Total|-|5"))
    assert values(one) == {"Ms. A": ["5"], "Total": ["5"]}


def test_a_table_cut_by_a_page_goes_on_without_its_header():
    found = filing("Unit: RMB\n" + tabs("Item|2023|2022", "Revenue|12|10") + "\n7\n\n" + tabs("Costs|8|7", "Tax|1|1"))
    first, second = found.tables
    assert [c.path for c in second.columns] == [c.path for c in first.columns]
    assert units(second)["Costs"] == [("RMB", "1")] * 2
    assert second.rows[0].cells[1].figures[0].period.end == "2022-12-31"


def test_a_table_that_does_not_fit_the_one_above_stands_alone_and_says_so():
    found = filing(tabs("Item|2023", "Revenue|12") + "\n" + tabs("Costs|8|7|6", "Tax|1|1|1"))
    assert all(c.path == () for c in found.tables[1].columns)
    assert any("without a header" in w for w in found.warnings)


def test_a_table_of_contents_has_no_figures():
    assert not list(filing("CONTENTS\n\n" + tabs("Chairman|01", "Board|04", "Climate|12")).figures())


def test_a_matrix_of_dots_has_no_figures():
    assert not list(filing(tabs("|Audit|Strategy", "Ms. A|●|", "Mr. B||●")).figures())


def test_columns_in_any_order():
    one = table(tabs("Item|2021|2023|2022|Unit", "Waste|3|5|4|tonnes"))
    assert [f.period.end[:4] for f in one.figures] == ["2021", "2023", "2022"]
