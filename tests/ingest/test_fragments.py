from tickmark.ingest.lines import Lines
from tickmark.ingest.readers.bounds import MOST_COLUMNS
from tickmark.ingest.readers.fragments import fragment_grid, fragment_ranges


def grid(text):
    warnings = []
    (start, end), *_ = fragment_ranges(text)
    return fragment_grid(text, Lines(text), start, end, warnings), warnings


def shown(one):
    return [[c.text.text if c else None for c in row.cells] for row in one.rows]


def test_outermost_tables_and_where_they_end():
    text = "a <table><tr><td><TABLE></TABLE></td></tr></table> b <table></table>"
    assert [text[a:b] for a, b in fragment_ranges(text)] == [text[2:50], "<table></table>"]


def test_one_that_is_never_closed_ends_at_a_blank_line():
    text = "<table><tr><td>5\n6\n\nnot this"
    assert fragment_ranges(text) == [(0, text.index("\n\n"))]


def test_spans_keep_columns_in_place():
    text = (
        "<table><caption>In <b>tonnes</b></caption><tr><th rowspan=2>Item</th><th colspan=2>Year</th></tr>"
        "<tr><th>2023</th><th>2022</th></tr><tr><td>Waste</td><td>5</td><td>4</td></tr></table>"
    )
    one, _ = grid(text)
    assert one.caption == "In tonnes"
    assert shown(one) == [["Item", "Year", None], [None, "2023", "2022"], ["Waste", "5", "4"]]
    assert [c.width for c in one.rows[0].cells if c] == [1, 2]
    assert one.exact
    assert one.spans


def test_cells_and_rows_may_be_left_open():
    one, _ = grid("<table><tr><td>a<td>5<tr><td>b<td>6</table>")
    assert shown(one) == [["a", "5"], ["b", "6"]]


def test_a_cell_that_is_open_at_the_end_is_kept():
    one, _ = grid("<table><tr><td>a<td>5")
    assert shown(one) == [["a", "5"]]


def test_the_place_of_every_cell_is_exact():
    text = "x\n<table>\n<tr><td class='n'>1,234</td></tr></table>"
    cell = grid(text)[0].rows[0].cells[0]
    assert text[slice(*cell.text.chars())] == "1,234"
    assert grid(text)[0].rows[0].line == 3


def test_bounds_on_what_is_built():
    one, warnings = grid(
        "<table><tr>" + "<td colspan=99999 rowspan=99999>5</td>" * 20 + "</tr><tr><td>6</td></tr></table>"
    )
    assert one.width <= MOST_COLUMNS
    assert "cut" in warnings[0]
    assert "nested" in grid("<table><tr><td><table><tr><td>5</td></tr></table></td></tr></table>")[1][0]
