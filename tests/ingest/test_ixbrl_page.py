import pytest

from tickmark.ingest.readers.ixbrl_page import PrintedTable, hidden_ranges, printed_sign


@pytest.mark.parametrize(
    ("source", "prose", "tagged_negative", "negative"),
    [
        ("<td>(<b>5</b>)</td>", False, False, True),
        ("<td>$ (<b>5</b></td><td>)</td>", False, False, True),
        ("<td>-<b>5</b></td>", False, False, True),
        ("<td>− $<b>5</b></td>", False, False, True),
        ("<td>&#8722;<b>5</b></td>", False, False, True),
        ("<td>-</td><td><b>5</b></td>", False, True, False),
        ("<td>$ -<b>5</b></td>", False, False, True),
        ("<td>2 – <b>5</b></td>", False, False, False),
        ("<td>Shares (<b>5</b> authorised)</td>", False, False, False),
        ("<td>(<b>5</b> authorised)</td>", False, False, False),
        ("<td>Loss (<b>5</b>)</td>", False, False, True),
        ("<p>a change of −$<b>5</b></p>", True, True, True),
        ("<p>the fleet – <b>5</b> ships</p>", True, False, False),
        ("<td>2-<b>5</b></td>", False, False, False),
        ("<td><b>5</b></td>", False, True, False),
        ("<p>a loss of (<b>5</b>) was made</p>", True, True, True),
        ("<p>sold all (<b>5</b>) ships</p>", True, False, False),
        ("<p>sold (<b>5</b> in May)</p>", True, True, False),
    ],
)
def test_the_sign_that_is_printed(source, prose, tagged_negative, negative):
    at = source.index("5</b>")
    assert printed_sign(source, (at, at + 1), prose, tagged_negative) is negative


TABLE = (
    "<table><tr><td colspan=2>Item</td><td>2024</td></tr><tr><td></td><td>Par <b>0.01</b></td><td>7</td></tr></table>"
)


@pytest.mark.parametrize(("printed", "place"), [("Item", (0, 0)), ("2024", (0, 2)), ("0.01", (1, 1)), ("7<", (1, 2))])
def test_row_and_column(printed, place):
    assert PrintedTable(TABLE, (0, len(TABLE))).place(TABLE.index(printed)) == place


def test_the_words_of_a_row():
    table = PrintedTable(TABLE, (0, len(TABLE)))
    assert table.label(TABLE.index("7<")) == "Par 0.01"
    assert table.label(TABLE.index("0.01")) == "Par 0.01"
    assert PrintedTable("<table><tr><td>5</td></tr></table>", (0, 34)).label(15) == ""


def test_what_a_style_hides():
    source = (
        "a<div style='Display : none'>b<div>c</div>d</div>e<br style='display:none'>f<p style='visibility:hidden'>g</p>"
    )
    assert [source[a:b] for a, b in hidden_ranges(source)] == [
        "<div style='Display : none'>b<div>c</div>d</div>",
        "<p style='visibility:hidden'>g</p>",
    ]
    assert hidden_ranges("words: display:none; <div style='display:none'>never closed") == []
