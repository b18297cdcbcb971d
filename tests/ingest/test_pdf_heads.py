from pdf_samples import Sheet, numbers, read_pdf_of


def test_a_banner_reaches_over_the_columns_it_is_centred_on():
    sheet = Sheet().text(350, 100, "Six months ended 30 June", centre=True).text(515, 100, "Change", centre=True)
    sheet.rows(
        114,
        [("", "2024", "2023", "%"), ("Sales", "12", "10", "20"), ("Costs", "7", "8", "(13)")],
        edges=(320, 390, 520),
    )
    (table,) = read_pdf_of(sheet).tables
    assert [column.path[0] for column in table.columns] == ["Six months ended 30 June"] * 2 + ["Change"]


def test_two_days_over_the_middle_of_three_columns_each_stand_over_all_of_them():
    edges = (250, 310, 370, 430, 490, 550)
    sheet = Sheet().font(8).text(300, 100, "June 30, 2024", centre=True).text(480, 100, "Dec 31, 2023", centre=True)
    for edge, word in zip(edges, ("Gross", "Worn off", "Net") * 2, strict=True):
        sheet.text(edge - 10, 114, word, centre=True)
    sheet.rows(
        128,
        [("Looms", "877", "(284)", "593", "876", "(250)", "626"), ("Mills", "84", "(52)", "32", "84", "(46)", "38")],
        edges=edges,
    )
    (table,) = read_pdf_of(sheet).tables
    days = ["June 30, 2024"] * 3 + ["Dec 31, 2023"] * 3
    assert [column.path for column in table.columns] == list(zip(days, ("Gross", "Worn off", "Net") * 2, strict=True))


def test_the_same_day_over_every_narrow_column_is_a_header_and_no_sentence():
    edges = (250, 290, 330, 370, 410, 450)
    sheet = (
        Sheet().font(8).text(290, 90, "Three Months Ended", centre=True).text(410, 90, "Six Months Ended", centre=True)
    )
    for edge in edges:
        sheet.text(edge, 101, "Jun 30,", right=True)
    sheet.rows(
        112,
        [
            ("In millions", *("2024", "2023", "2022") * 2),
            ("Hedges", "4", "5", "6", "7", "8", "9"),
            ("Other", *"112233"),
        ],
        edges=edges,
    )
    (table,) = read_pdf_of(sheet).tables
    assert [(c.period.start, c.period.end) for c in table.columns][:4] == [
        ("2024-04-01", "2024-06-30"),
        ("2023-04-01", "2023-06-30"),
        ("2022-04-01", "2022-06-30"),
        ("2024-01-01", "2024-06-30"),
    ]


def test_the_upper_line_of_a_narrow_cell_stands_over_what_its_lower_line_stands_over():
    edges = (250, 290, 340, 380, 430, 470, 520, 560)
    sheet = Sheet().font(8).text(310, 90, "Cloth plans", centre=True).text(490, 90, "Other plans", centre=True)
    sheet.text(442, 101, "Three months", centre=True)
    for middle, words in (
        (262, "Three months ended June 30,"),
        (352, "Six months ended June 30,"),
        (532, "Six months ended June 30,"),
    ):
        sheet.font(5).text(middle, 112, words, centre=True).font(8)
    sheet.text(442, 112, "ended June 30,", centre=True)
    sheet.rows(
        123,
        [("", *("2024", "2023") * 4), ("Service", *"67812345"), ("Interest", *"10937561")],
        edges=edges,
    )
    (table,) = read_pdf_of(sheet).tables
    assert [(c.period.start, c.period.end) for c in table.columns][2:7:2] == [
        ("2024-01-01", "2024-06-30"),
        ("2024-04-01", "2024-06-30"),
        ("2024-01-01", "2024-06-30"),
    ]


def test_a_header_said_again_on_the_next_page_is_no_row():
    sheet = Sheet().rows(760, [("", "2024", "2023"), ("Cloth", "3", "4"), ("Yarn", "1", "2")]).page()
    sheet.rows(60, [("", "2024", "2023"), ("Coal", "8", "9"), ("Wages", "12", "13")])
    (table,) = read_pdf_of(sheet).tables
    assert list(numbers(table)) == ["Cloth", "Yarn", "Coal", "Wages"]


def test_a_rule_drawn_in_pieces_says_how_far_a_banner_reaches():
    edges = (300, 380, 460, 540)
    sheet = Sheet().text(340, 90, "Three months ended 30 June", centre=True)
    sheet.text(500, 90, "Six months ended 30 June", centre=True)
    for first in (230.0, 390.0):  # as programs draw it, a bit for each cell and one for the blank between them
        for start, end in ((0, 10), (10, 66), (66, 70), (70, 80), (80, 150)):
            sheet.rule(first + start, 93, first + end, 93)
    for edge, year in zip(edges, ("2024", "2023") * 2, strict=True):
        sheet.text(edge + 14, 104, year, right=True)
    sheet.rows(118, [("Sales", "12", "10", "22", "20"), ("Costs", "7", "8", "15", "17")], edges=edges)
    (table,) = read_pdf_of(sheet).tables
    assert [c.path for c in table.columns] == [
        ("Three months ended 30 June", "2024"),
        ("Three months ended 30 June", "2023"),
        ("Six months ended 30 June", "2024"),
        ("Six months ended 30 June", "2023"),
    ]


def test_the_banner_of_tables_that_begin_a_page_is_no_running_head():
    sheet = Sheet()
    for page in range(4):
        sheet.text(450, 60, "Three months ended March 31,", centre=True)
        sheet.rows(74, [("", "2024", "2023"), (f"Looms of shed {page}", "4", "5"), ("Yarn", "6", "7")]).page()
    (table,) = read_pdf_of(sheet).tables  # the header said again on each of its pages
    assert len(table.rows) == 8
    assert [(c.period.start, c.period.end) for c in table.columns] == [
        ("2024-01-01", "2024-03-31"),
        ("2023-01-01", "2023-03-31"),
    ]


def test_a_long_line_under_the_header_is_the_group_of_the_rows_below_it():
    group = "What was paid in cash for the looms that stand in the sheds of other mills:"
    sheet = Sheet().font(9).rows(100, [("", "2024", "2023"), (group, None), ("Rent", "3", "4"), ("Repairs", "1", "2")])
    (table,) = read_pdf_of(sheet).tables
    assert [c.path for c in table.columns] == [("2024",), ("2023",)]


def test_the_upper_words_of_a_column_of_words_are_part_of_the_header():
    sheet = Sheet().text(450, 86, "30 June 2024", centre=True)
    sheet.text(200, 100, "Grade", centre=True).text(200, 114, "of cloth", centre=True)
    sheet.rows(114, [("In thousands", "Cost", "Price"), ("Shirts", "12", "20"), ("Sheets", "7", "15")])
    for at in (128, 142):
        sheet.text(200, at, "Grade 2", centre=True)
    (table,) = read_pdf_of(sheet).tables
    assert [c.path[0] for c in table.columns][-2:] == ["30 June 2024"] * 2


def test_years_in_larger_letters_than_the_rows_are_a_header_and_no_title():
    sheet = Sheet().font(11).rows(100, [("For the years ended 31 March", "2024", "2023")]).font(9)
    sheet.rows(118, [("Cloth", "3", "4"), ("Yarn", "1", "2")])
    (table,) = read_pdf_of(sheet).tables
    assert [c.period.end for c in table.columns] == ["2024-03-31", "2023-03-31"]


def test_a_header_over_several_lines_is_no_column_of_text_beside_its_labels():
    sheet = Sheet().text(60, 90, "What the sheds of the mill").text(60, 104, "took and paid in the year")
    sheet.text(60, 118, "that ended at midsummer,").text(60, 132, "in thousands of pounds")
    edges = (330, 420, 510)
    for at, words in zip(
        (95, 109, 123), (("Old", "New", "All"), ("looms", "looms", "sheds"), ("2024",) * 3), strict=True
    ):
        for edge, word in zip(edges, words, strict=True):
            sheet.text(edge, at, word, right=True)
    sheet.rows(146, [("Cloth", "3", "4", "7"), ("Yarn", "1", "2", "3")], edges=edges)
    (table,) = read_pdf_of(sheet).tables
    assert [c.path[-1] for c in table.columns] == ["2024"] * 3
