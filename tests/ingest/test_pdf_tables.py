from pdf_samples import BALANCE, Sheet, numbers, read_pdf_of


def test_a_table_without_rules_is_rebuilt_from_the_places_of_its_numbers():
    filing = read_pdf_of(Sheet().text(60, 80, "At 31 December, in thousands of pounds:").rows(110, BALANCE))
    (table,) = filing.tables
    assert numbers(table) == {
        "Stocks of cloth": ["1204", "998"],
        "Debtors": ["310", "-27"],
        "Total": ["1514", "971"],
    }
    assert [column.path for column in table.columns] == [("2024",), ("2023",)]


def test_leader_dots_are_no_column_and_signs_join_their_numbers():
    sheet = Sheet().rows(
        100, [("", "2024", "2023"), ("Sales of cloth", "88.5", "90.1"), ("Cost of yarn", "41.0", "43.2")]
    )
    sheet.text(150, 114, ". . . . . . . . . . . . . . .").text(150, 128, "..........................")
    for edge in (370.0, 470.0):
        sheet.text(edge, 114, "$", right=True)
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table) == {"Sales of cloth": ["88.5", "90.1"], "Cost of yarn": ["41.0", "43.2"]}
    assert {f.currency for f in table.figures if f.label_path == ("Sales of cloth",)} == {"USD"}
    assert [f.quote for f in table.figures][:2] == ["$88.5", "$90.1"]


def test_narrow_columns_with_signs_between_stay_apart():
    sheet = Sheet().text(320, 100, "Earned", right=True).text(360, 100, "Stock", right=True)
    sheet.rows(114, [("Cloth", "55,049", "(47,734)"), ("Yarn", "310", "(27)")], edges=(320, 362))
    sheet.text(328, 114, "$", right=True)
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table) == {"Cloth": ["55049", "-47734"], "Yarn": ["310", "-27"]}
    assert [column.path for column in table.columns] == [("Earned",), ("Stock",)]


def test_a_label_broken_over_lines_is_one_label():
    rows = [
        ("", "2024", "2023"),
        ("Cloth held for customers of the mill and", None),
        ("of its agents abroad", "5", "6"),
        ("Yarn", "7", "8"),
    ]
    (table,) = read_pdf_of(Sheet().rows(100, rows)).tables
    assert numbers(table) == {
        "Cloth held for customers of the mill and of its agents abroad": ["5", "6"],
        "Yarn": ["7", "8"],
    }


def test_values_in_the_middle_of_a_label_of_two_lines():
    sheet = Sheet().rows(100, [("", "2024", "2023"), ("Yarn", "7", "8")])
    sheet.text(60, 128, "Cloth held for customers").text(60, 140, "of the mill").rows(134, [("", "5", "6")])
    sheet.rows(154, [("Coal", "1", "2")])
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table) == {
        "Yarn": ["7", "8"],
        "Cloth held for customers of the mill": ["5", "6"],
        "Coal": ["1", "2"],
    }


def test_a_heading_in_a_table_is_the_group_of_what_follows():
    rows = [("", "2024", "2023"), ("Current assets", None), ("  Stocks", "3", "4"), ("  Debtors", "1", "2")]
    sheet = Sheet()
    sheet.rows(100, rows[:2]).rows(128, rows[2:], label=72)
    (table,) = read_pdf_of(sheet).tables
    assert list(numbers(table)) == ["Current assets > Stocks", "Current assets > Debtors"]


def test_a_table_of_typed_rules_and_unlabelled_sums():
    rows = [
        ("", "2024", "2023"),
        ("Cloth", "3", "4"),
        ("Yarn", "1", "2"),
        ("", "-------", "-------"),
        ("", "4", "6"),
        ("", "-------", "-------"),
    ]
    (table,) = read_pdf_of(Sheet().rows(100, rows)).tables
    assert [[f.printed for f in row.cells[0].figures] for row in table.rows] == [["3"], ["1"], ["4"]]
    assert not table.noise


def test_a_table_over_two_pages_is_one_table():
    sheet = Sheet().rows(760, [("", "2024", "2023"), ("Cloth", "3", "4"), ("Yarn", "1", "2")]).page()
    sheet.rows(60, [("Coal", "8", "9"), ("Wages", "12", "13")])
    filing = read_pdf_of(sheet)
    (table,) = filing.tables
    assert list(numbers(table)) == ["Cloth", "Yarn", "Coal", "Wages"]
    assert [row.span.page for row in table.rows] == [1, 1, 2, 2]


def test_a_footnote_mark_is_no_digit_of_its_number():
    sheet = Sheet().rows(100, [("", "2024", "2023"), ("Cloth", "224", "310"), ("Yarn", "17", "18")])
    sheet.font(6).text(400, 110, "2").font(10)
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table)["Cloth"] == ["224", "310"]
    assert table.rows[0].cells[0].figures[0].footnotes == ("2",)


def test_a_mark_that_stands_alone_before_the_numbers_is_of_the_label_above():
    sheet = Sheet().rows(100, [("", "2024", "2023"), ("Yarn", "7", "8")])
    sheet.text(60, 128, "Cloth held for customers of the mill and of its agents").font(6).text(62, 136, "1").font(10)
    sheet.rows(140, [("", "5", "6"), ("Coal", "1", "2")])
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table)["Cloth held for customers of the mill and of its agents"] == ["5", "6"]
    assert table.rows[1].footnotes == ("1",)


def test_a_letter_in_raised_brackets_is_a_mark():
    sheet = Sheet().rows(100, [("", "2024", "2023"), ("Cost of cloth", "7", "8"), ("Cost of yarn", "5", "6")])
    sheet.font(6).text(117, 110, "(a)").font(10)
    (table,) = read_pdf_of(sheet).tables
    assert list(numbers(table)) == ["Cost of cloth", "Cost of yarn"]
    assert table.rows[0].footnotes == ("a",)


def test_a_unit_said_again_in_a_table_leaves_the_columns_their_years():
    sheet = Sheet().text(60, 60, "In the year ended 31 March 2024, with sales of £5")
    sheet.rows(90, [("", "2024", "2023"), ("Sales", "3,204", "4,110"), ("Costs", "1,022", "2,310")])
    sheet.rows(140, [("", "Pence", "Pence"), ("Earnings per share", "10.21", "2.59"), ("Diluted", "9.80", "2.51")])
    found = [f for t in read_pdf_of(sheet).tables for f in t.figures if f.label_path[-1] == "Earnings per share"]
    assert [(str(f.number), f.unit, f.period.end) for f in found] == [
        ("10.21", "pence/share", "2024-03-31"),
        ("2.59", "pence/share", "2023-03-31"),
    ]


def test_a_heading_of_pages_far_above_says_nothing_of_a_table_s_period():
    sheet = Sheet().text(60, 60, "Report for the year ended 31 March 2024").font(24)
    sheet.text(60, 100, "Growth hoped for in FY 2030").font(10)
    for page in range(5):
        for line in range(30):
            sheet.text(60, 140 + 20 * line, f"{'abcdefghij'[line % 10]} {page} was sold in shed {line}.")
        sheet.page()
    sheet.bold(60, 80, "Where it was sold").rows(
        100, [("", "Old shed", "New shed"), ("Cloth", "3,204", "4,110"), ("Yarn", "7", "8")]
    )
    (table, *_) = [t for t in read_pdf_of(sheet).tables if t.rows[0].label_path[-1] == "Cloth"]
    assert not any(f.period and f.period.end.startswith("203") for f in table.figures)


def test_a_bold_line_that_ends_in_a_small_word_heads_the_rows_below_it():
    sheet = Sheet().rows(100, [("", "2024", "2023"), ("Profit", "7", "8")]).bold(60, 128, "Analysed as")
    (table,) = read_pdf_of(sheet.rows(142, [("Sales", "9", "9"), ("Costs", "2", "1")])).tables
    assert list(numbers(table)) == ["Profit", "Analysed as > Sales", "Analysed as > Costs"]


def test_amounts_right_under_years_have_no_label_among_them():
    sheet = Sheet()
    for edge, year, due in zip(
        (150, 250, 350, 450), ("2025", "2026", "2027", "Later"), ("$794", "$1,659", "$1,878", "$2"), strict=True
    ):
        sheet.text(edge, 100, year, right=True).text(edge, 114, due, right=True)
    (table,) = read_pdf_of(sheet).tables
    assert [(f.column_path, str(f.number)) for f in table.figures] == [
        (("2025",), "794"),
        (("2026",), "1659"),
        (("2027",), "1878"),
        (("Later",), "2"),
    ]


def test_years_before_small_numbers_stay_labels():
    rows = [("", "2024", "2023"), ("2025", "7", "8"), ("2026", "5", "6")]
    (table,) = read_pdf_of(Sheet().rows(100, rows)).tables
    assert numbers(table) == {"2025": ["7", "8"], "2026": ["5", "6"]}


def test_the_end_of_a_sentence_in_a_cell_is_no_header():
    sheet = Sheet().rows(100, [("", "2024", "2023"), ("Threshold", "£1.48m", "£1.84m")])
    sheet.text(60, 142, "Why so").text(330, 142, "as the spinners had agreed").text(330, 156, "long before the flood.")
    filing = read_pdf_of(sheet.rows(170, [("Lower threshold", "£0.97m", "£1.19m")]))
    figures = [*filing.figures()]
    assert [str(f.number) for f in figures] == ["1.48", "1.84", "0.97", "1.19"]
    assert not any("flood" in head for f in figures for head in f.column_path)


def test_codes_are_no_figures():
    sheet = Sheet().text(60, 100, "Delaware").text(400, 100, "12-3456789")
    sheet.text(60, 112, "(State or other jurisdiction of incorporation)").text(
        400, 112, "(Employer Identification No.)"
    )
    sheet.text(60, 130, "1 Mill Lane, Fenwick, Ohio").text(400, 130, "44101")
    sheet.page().rows(
        100, [("", "2024"), ("Registered number of the mill", "00481516"), ("Looms", "44101")], edges=(400,)
    )
    assert [f.quote for f in read_pdf_of(sheet).figures() if f.origin == "cell"] == ["44101"]
