"""Tables ruled off cell by cell, with figures and of words alone."""

from pdf_samples import Sheet, boxed, numbers, prose, read_pdf_of

HEAD = ("For the years ended 31 March", "2024", "2023")


def test_labels_of_two_lines_belong_to_the_numbers_in_their_row():
    rows = [HEAD, ("Profit of those who own/the mill", "412", "398"), ("Profit of those who own/the looms", "88", "90")]
    (table,) = read_pdf_of(boxed(Sheet(), 100, rows)).tables
    assert numbers(table) == {
        "Profit of those who own the mill": ["412", "398"],
        "Profit of those who own the looms": ["88", "90"],
    }
    assert [c.period.end for c in table.columns] == ["2024-03-31", "2023-03-31"]


def test_a_unit_set_over_its_number_is_the_number_s():
    rows = [HEAD, ("Sales, in thousands", "412", "398"), ("Return on equity", "%/9.5", "%/8.7")]
    rows += [("Price to earnings", "times/15.9", "times/11.1"), ("Earnings per share", "Yen/118.75", "Yen/152.44")]
    (table,) = read_pdf_of(boxed(Sheet(), 100, rows)).tables
    found = {row.label_path[-1]: [(str(f.number), f.unit) for c in row.cells for f in c.figures] for row in table.rows}
    assert found["Return on equity"] == [("9.5", "%"), ("8.7", "%")]
    assert found["Price to earnings"] == [("15.9", "times"), ("11.1", "times")]
    assert found["Earnings per share"] == [("118.75", "JPY/share"), ("152.44", "JPY/share")]


def test_two_units_over_the_columns_of_one_header():
    sheet = boxed(Sheet(), 100, [("", "Millions of yen", "Thousands of euros"), ("In the year", "2024", "2024")])
    sheet = boxed(sheet, 156, [("Sales", "1,128", "9,231"), ("Costs", "912", "7,447")])
    (table,) = read_pdf_of(sheet).tables
    assert [(f.currency, str(f.value)) for f in table.figures] == [
        ("JPY", "1128000000"),
        ("EUR", "9231000"),
        ("JPY", "912000000"),
        ("EUR", "7447000"),
    ]


def test_a_table_of_words_alone_is_a_table():
    rows = [
        ("Shed", "Made there", "Sold to"),
        ("Old shed", "Shirts/and sheets", "Shops"),
        ("New shed", "Sails", "Ports"),
    ]
    filing = read_pdf_of(
        boxed(Sheet().text(60, 60, "Where what is made."), 100, rows).text(60, 220, "So much for sheds.")
    )
    (table,) = filing.tables
    assert table.grid == (("Shed", "Made there", "Sold to"), ("Old shed", "Shirts and sheets", "Shops"), rows[2])
    assert not list(filing.figures())
    assert prose(filing) == ["Where what is made.", "So much for sheds."]


def test_cells_that_hold_a_column_of_numbers_are_read_line_by_line():
    sheet = Sheet().rows(112, [("", "2024", "2023"), ("Cloth", "3", "4"), ("Yarn", "1", "2"), ("Coal", "7", "9")])
    for y in (100, 118, 162, 180):
        sheet.rule(56, y, 504, y)
    for x in (56, 340, 420, 504):
        sheet.rule(x, 100, x, 180)
    (table,) = read_pdf_of(
        sheet.text(60, 174, "Wages").text(400, 174, "5", right=True).text(500, 174, "6", right=True)
    ).tables
    assert numbers(table) == {"Cloth": ["3", "4"], "Yarn": ["1", "2"], "Coal": ["7", "9"], "Wages": ["5", "6"]}
