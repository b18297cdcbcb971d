from ingest_samples import table, tabs, values


def labels(*rows):
    return [row.label_path for row in table(tabs("Item|2023|2022", *rows)).rows]


def test_a_label_that_breaks_off_goes_on_below():
    assert labels("Net profit attributable to||", "shareholders of the group|5|4") == [
        ("Net profit attributable to shareholders of the group",)
    ]


def test_a_label_may_go_on_after_its_values():
    assert labels("Return on net|8%|7%", "assets||") == [("Return on net assets",)]


def test_a_label_alone_names_the_group_below_it():
    assert labels("Current assets||", "Cash|5|4", "Stock|6|5") == [
        ("Current assets", "Cash"),
        ("Current assets", "Stock"),
    ]


def test_a_group_ends_where_its_total_stands():
    rows = labels("Current assets||", "Cash|5|4", "Stock|6|5", "Total current assets|11|9", "Total assets|20|19")
    assert rows[-2:] == [("Current assets", "Total current assets"), ("Total assets",)]


def test_a_breakdown_ends_where_the_unit_changes():
    one = table(tabs("Item|Unit|2023", "Suppliers by region||", "North|-|3", "South|-|4", "Local suppliers|%|40"))
    assert [row.label_path for row in one.rows] == [
        ("Suppliers by region", "North"),
        ("Suppliers by region", "South"),
        ("Local suppliers",),
    ]


def test_a_sum_without_a_label_is_the_total_of_its_group():
    found = values(table(tabs("Item|2023|2022", "Assets||", "Cash|5|4", "Stock|6|5", "|11|9")))
    assert found == {"Assets > Cash": ["5", "4"], "Assets > Stock": ["6", "5"], "Assets > Total": ["11", "9"]}


def test_a_change_printed_under_a_row_speaks_of_the_latest_column():
    one = table(
        tabs("Item|2022|2023", "Profit|RMB5 million|RMB6 million", "|Increased by 20% compared with last year|")
    )
    change = one.rows[1].cells[0].figures[0]
    assert one.rows[1].label_path == ("Profit",)
    assert (change.unit, change.qualifiers, change.period.end) == ("%", ("increase",), "2023-12-31")


def test_a_cell_cut_over_three_lines_is_mended():
    one = table(tabs("Item|2023|Change", "Return on|8.11%|Decrease by", "net assets||3.24", "|| percentage points"))
    change = one.rows[0].cells[1].figures[0]
    assert one.rows[0].label_path == ("Return on net assets",)
    assert (str(change.number), change.unit, change.qualifiers) == ("3.24", "percentage points", ("decrease",))


def test_noise_is_set_aside_and_reported():
    one = table(
        tabs(
            "Item|2023|2022",
            "Equity attributable|6,78 4,8S0 : 32|7 021 .",
            "to shareholders|678|702",
            ", . ,, 0 ;||",
            "Debt|5|4",
        )
    )
    assert values(one) == {"Equity attributable to shareholders": ["678", "702"], "Debt": ["5", "4"]}
    assert [n.text for n in one.noise] == ["6,78 4,8S0 : 32", "7 021 .", ", . ,, 0 ;"]


def test_ragged_rows():
    assert values(table(tabs("Item|2023|2022", "Only one|5", "Both|6|7", "None||"))) == {
        "Only one": ["5"],
        "Both": ["6", "7"],
    }


def test_chinese_labels_wrap_without_a_blank():
    one = table(tabs("项目|2023年|2022年", "归属于上市公司||", "股东的净利润|5|4", "资产||", "货币资金|6|5"))
    assert [row.label_path for row in one.rows] == [("归属于上市公司股东的净利润",), ("资产", "货币资金")]


def test_names_wrap_under_a_header_set_one_word_a_line():
    one = table(tabs("|Shares", "|that were", "Holder|held", "Northern||", "Venture||", "Co., Ltd.|5", "Ms. A|6"))
    assert [row.label_path for row in one.rows] == [("Northern Venture Co., Ltd.",), ("Ms. A",)]


def test_wrapping_does_not_run_away():
    rows = [f"part {n} of||" for n in range(40)]
    assert len(table(tabs("Item|2023|2022", *rows, "the end|1|2")).rows) == 1


def test_a_group_whose_rows_begin_with_an_empty_cell_ends_where_one_does_not():
    one = table(
        tabs(
            "Item|Unit|2022|2023",
            "Hides tanned|tonne|9|8",
            "Sludge by method|Landfill|tonne|4|3",
            "|Burning|tonne|2|1",
            "Hides split|tonne|5|6",
        )
    )
    assert [row.label_path for row in one.rows] == [
        ("Hides tanned",),
        ("Sludge by method", "Landfill"),
        ("Sludge by method", "Burning"),
        ("Hides split",),
    ]
