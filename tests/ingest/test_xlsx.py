"""Spreadsheets: cells as they are seen, tables between blank rows, what is hidden, and broken files."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import figures, periods, values
from office_samples import holds, read_or_refused, with_part, workbook, zipped
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tickmark.ingest import read
from tickmark.ingest.errors import UnreadableFile

ACCOUNTING = '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)'
ROWS = [
    ["Example Works plc"],
    ["Consolidated income statement"],
    ["£'000"],
    [],
    [None, "Year ended 30 June"],
    [None, 2024, 2023],
    ["Revenue", 412860.4, 387415],
    ["Cost of sales", -231202, -220827],
    ["Margin", 0.4401, 0.43],
    [],
    ["Attributable to:"],
    ["Owners", 26918, 22160],
    ["Others", 485, 0],
    ["¹ Restated for the sale of a plant in the year before."],
]


def sheet(*rows, name="Sheet1", change=lambda sheet: None):
    def fill(book):
        book.active.title = name
        for row in rows:
            book.active.append(row)
        change(book.active)

    return workbook(fill)


def filing(data):
    found = read(data, "a.xlsx")
    holds(found)
    return found


def formats(one):
    one.merge_cells("B5:C5")
    for row in (7, 8, 12, 13):
        for column in "BC":
            one[f"{column}{row}"].number_format = ACCOUNTING
    one["B9"].number_format = one["C9"].number_format = "0.0%"


EXAMPLE = sheet(*ROWS, name="Income", change=formats)


def test_what_is_read_is_what_is_seen():
    (table,) = filing(EXAMPLE).tables
    assert [[cell.printed for cell in row.cells] for row in table.rows if row.cells] == [
        ["412,860", "387,415"],
        ["(231,202)", "(220,827)"],
        ["44.0%", "43.0%"],
        ["26,918", "22,160"],
        ["485", "-"],
    ]
    assert periods(table) == ["2023-07-01/2024-06-30", "2022-07-01/2023-06-30"]
    assert [column.path for column in table.columns] == [("Year ended 30 June", "2024"), ("Year ended 30 June", "2023")]


def test_the_unit_over_the_table_and_a_group_below_a_blank_row():
    (table,) = filing(EXAMPLE).tables
    assert values(table)["Attributable to: > Owners"] == ["26918", "22160"]
    assert {(f.unit, f.scale) for row in table.rows[:2] for f in figures(row)} == {("GBP", 1000)}


def test_lines_above_and_below_a_table_are_text():
    found = filing(EXAMPLE)
    assert found.issuer == "Example Works plc"
    assert found.tables[0].section == ("Example Works plc", "Consolidated income statement")
    assert found.text.endswith("¹ Restated for the sale of a plant in the year before.\n")


def test_a_blank_row_divides_tables_that_have_headers_of_their_own():
    found = filing(sheet(["Item", 2024], ["Revenue", 5], [], ["Staff", 2023], ["Heads", 7]))
    assert [values(table) for table in found.tables] == [{"Revenue": ["5"]}, {"Heads": ["7"]}]


def test_columns_that_only_hold_apart_are_left_out():
    found = filing(sheet([None, "Item", None, 2024, None, 2023], [None, "Revenue", None, 5, None, 4]))
    assert found.tables[0].grid == (("Item", "2024", "2023"), ("Revenue", "5", "4"))


def test_hidden_sheets_rows_and_columns_are_set_aside_and_counted():
    def fill(book):
        one = book.active
        for row in (["Item", 2024, 2023], ["Revenue", 5, 4], ["Plan", 9, 9]):
            one.append(row)
        one.row_dimensions[3].hidden = True
        one.column_dimensions["C"].hidden = True
        other = book.create_sheet("Workings")
        other.append(["Item", 1])
        other.sheet_state = "veryHidden"

    found = filing(workbook(fill))
    assert found.text == "Item\t2024\nRevenue\t5\n"
    assert {
        "sheet 'Workings' is hidden: it is set aside",
        "sheet 'Sheet': 1 hidden rows are set aside",
        "sheet 'Sheet': 2 cells in hidden columns are set aside",
    } <= set(found.warnings)


def test_formulas_without_a_value_and_errors_are_reported():
    data = sheet(["Item", 2024], ["Revenue", "=1+1"], ["Costs", "#REF!"], ["Other", 3])
    found = filing(data)
    assert "sheet 'Sheet1': 1 formulas have no stored value (B2)" in found.warnings
    assert "sheet 'Sheet1': 1 cells show an error (B3)" in found.warnings


def test_a_formula_is_read_by_its_stored_value():
    data = with_part(
        sheet(["Item", 2024], ["Revenue", "=1+1"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>"),
    )
    assert values(filing(data).tables[0]) == {"Revenue": ["2"]}


def test_a_raised_mark_in_a_text_is_a_footnote():
    def mark(one):
        one["A2"] = CellRichText("Revenue", TextBlock(InlineFont(vertAlign="superscript"), "1"))

    def fill(book):
        book.active.append(["Item", 2024])
        book.active.append(["x", 5])
        mark(book.active)
        book.active.append(["¹ Net of all sales taxes and of what customers sent back."])

    found = filing(workbook(fill))
    assert "Revenue¹\t5" in found.text
    assert found.tables[0].rows[0].footnotes == ("1",)


def test_numbers_under_formats_that_are_not_known_are_shown_plainly_and_reported():
    def fraction(one):
        one["B2"].number_format = "# ?/?"

    found = filing(sheet(["Item", 2024], ["Share", 0.5], change=fraction))
    assert values(found.tables[0]) == {"Share": ["0.5"]}
    assert "sheet 'Sheet1': 1 numbers are shown without their format (B2)" in found.warnings


def test_texts_that_cells_share_and_the_name_of_a_sheet():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = "".join(f'<c r="{r}" t="{t}"><v>{v}</v></c>' for r, t, v in (("A1", "s", 0), ("B1", "n", 2024)))
    more = '<c r="A2" t="s"><v>1</v></c><c r="B2"><v>5</v></c><c r="A3" t="s"><v>99</v></c>'
    mark = '<r><rPr><vertAlign val="superscript"/></rPr><t>a</t></r><rPh><t>x</t></rPh>'
    texts = f"<si><t>Item</t></si><si><r><t>Reve</t></r><r><t>nue</t></r>{mark}</si>"
    rows = f"<row>{cells}</row><row>{more}</row>"
    data = zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": '<workbook><sheets><sheet name="Income" r:id="1" xmlns:r="r"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<R><R Id="1" Type="a/worksheet" Target="s.xml"/>'
            '<R Id="2" Type="a/sharedStrings" Target="/xl/t.xml"/></R>',
            "xl/t.xml": f'<sst xmlns="{main}">{texts}</sst>',
            "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )
    assert filing(data).text == "Income\n\nItem\t2024\nRevenueᵃ\t5\n"


# --- the worst -------------------------------------------------------------------------------------------------------


def far(one):
    one["XFD1048576"] = 5
    one["A1"] = 1


MERGES = "".join(f'<mergeCell ref="A1:{column}1048576"/>' for column in ("B", "ZZ", "XFD") for _ in range(2000))
COVERED = with_part(
    sheet(*([row, row] for row in range(400))),
    "xl/worksheets/sheet1.xml",
    lambda xml: xml.replace(b"</sheetData>", f"</sheetData><mergeCells>{MERGES}</mergeCells>".encode()),
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (sheet(["Item", 2024], *([f"Row {n}", n] for n in range(3000))), ""),
        (sheet(["Item", 2024], ["x" * 30_000, 5]), "goes on below its table"),
        (sheet(change=far), "beyond column 500"),
        (COVERED, ""),
    ],
    ids=["rows", "a long cell", "the last cell there is", "merged over each other"],
)
def test_what_is_too_much_is_bounded_and_reported(data, told):
    started = time.process_time()
    found = filing(data)
    assert time.process_time() - started < 20
    assert any(told in warning for warning in found.warnings) or not told


def test_a_sheet_too_large_is_cut_and_says_where(monkeypatch):
    monkeypatch.setattr("tickmark.ingest.readers.xlsx.MOST_ROWS", 10)
    found = filing(sheet(["Item", 2024], *([f"Row {n}", n] for n in range(50))))
    assert "sheet 'Sheet1' is too large: nothing below row 10 is read" in found.warnings


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (sheet(), "shows anything"),
        (EXAMPLE[:1500], "damaged"),
        (with_part(EXAMPLE, "xl/worksheets/sheet1.xml", lambda xml: xml[:-40]), "not well-formed"),
    ],
)
def test_what_cannot_be_read_is_refused_in_so_many_words(data, words):
    with pytest.raises(UnreadableFile, match=words):
        read(data, "a.xlsx")


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["Revenue", "2024", "£'000", "Total", "-", "/", "n/a", "(5)", "Year ended 30 June 2024", "*", "¹ Note", "a\nb"]
    ),
    st.integers(-(10**9), 10**9),
    st.decimals(-1000, 1000, places=3),
    st.booleans(),
    st.dates(),
)


@given(
    st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=12),
    st.sampled_from(["General", ACCOUNTING, "0.0%", "#,##0,"]),
)
@settings(max_examples=120, deadline=2000)
def test_any_sheet_holds_together(rows, code):
    def change(one):
        for row in one.iter_rows():
            for each in row:
                if isinstance(each.value, int | float):
                    each.number_format = code

    read_or_refused(sheet(*rows, change=change), "a.xlsx")


PARTS = [
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
    "xl/_rels/workbook.xml.rels",
]
PIECES = [
    b"<",
    b">",
    b'"',
    b"</row>",
    b"<row>",
    b'<c r="ZZZ9999999"><v>1</v></c>',
    b'r="A0"',
    b'r="-1"',
    b"\xff",
    b"999999999999",
]


@given(st.data())
@settings(max_examples=150, deadline=2000)
def test_a_workbook_with_a_damaged_part_is_read_or_refused(data):
    def change(xml):
        at = data.draw(st.integers(0, len(xml)))
        return (
            xml[:at]
            + data.draw(st.sampled_from(PIECES) | st.binary(max_size=8))
            + xml[at + data.draw(st.integers(0, 9)) :]
        )

    read_or_refused(with_part(EXAMPLE, data.draw(st.sampled_from(PARTS)), change), "a.xlsx")


@given(st.data())
@settings(max_examples=100, deadline=2000)
def test_a_damaged_workbook_is_read_or_refused(data):
    start = data.draw(st.integers(0, len(EXAMPLE)))
    read_or_refused(EXAMPLE[:start] + data.draw(st.binary(max_size=40)), "a.xlsx")
