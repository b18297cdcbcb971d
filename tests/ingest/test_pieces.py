from tickmark.ingest.lines import Lines
from tickmark.ingest.model import Heading
from tickmark.ingest.readers import read
from tickmark.ingest.readers.bounds import MOST_COLUMNS
from tickmark.ingest.readers.pieces import cut


def pieces(text):
    warnings = []
    return list(cut(text, Lines(text), warnings)), warnings


def kinds(text):
    return [(p.kind, p.lines) for p in pieces(text)[0]]


def test_headings_paragraphs_rules_and_lists():
    text = "# Title #\n\nOne line\nand one more\n\n-----\n- item one\n- item two\n\n1. third"
    assert kinds(text) == [
        ("heading", (1, 1)),
        ("text", (3, 4)),
        ("text", (7, 7)),
        ("text", (8, 8)),
        ("text", (10, 10)),
    ]
    assert [p.item for p in pieces(text)[0]] == [False, False, True, True, True]


def test_a_tab_table_bridges_labels_and_noise_without_tabs():
    text = "Before\n\nItem\t2023\t2022\nSales of\ngoods\t5\t4\n, . ;\nTotal\t5\t4\n\nAfter"
    assert kinds(text) == [("text", (1, 1)), ("grid", (3, 7)), ("text", (9, 9))]


def test_a_label_with_blank_cells_opens_a_table():
    assert kinds("Attributable to:\t\t\nOwners\t5\t4") == [("grid", (1, 2))]


def test_a_line_with_a_single_tab_at_its_end_is_text():
    assert kinds("Just a line\t\n\nAnother") == [("text", (1, 1)), ("text", (3, 3))]


def test_a_pipe_table_needs_its_rule():
    assert kinds("| a | b |\n|---|--:|\n| 1 | 2 |\ntext") == [("grid", (1, 3)), ("text", (4, 4))]
    assert kinds("| a | b |\n| 1 | 2 |") == [("text", (1, 2))]


def test_an_escaped_bar_divides_nothing():
    grid = pieces("| a | b |\n|---|---|\n| x \\| y | 2 |")[0][0].grid
    assert [c.text.text for c in grid.rows[1].cells] == ["x | y", "2"]


def test_text_around_a_fragment_on_its_own_lines_is_kept():
    text = "Before <table><tr><td>5</td></tr></table> between <table><tr><td>6</td></tr></table> after\nnext line"
    found, _ = pieces(text)
    assert [p.kind for p in found] == ["text", "grid", "text", "grid", "text"]
    assert [p.text.text for p in found if p.kind == "text"] == ["Before", "between", "after next line"]


def test_a_fragment_right_under_a_paragraph_is_a_table():
    assert kinds("Read on:\n<table><tr><td>5</td></tr></table>\n") == [("text", (1, 1)), ("grid", (2, 2))]


def test_footnotes_are_marked():
    assert pieces("⁷ As restated.\n\n[^1]: Estimated.\n\n<sup>a</sup> Also.")[0][0].note
    assert all(p.note for p in pieces("⁷ As restated.\n\n[1] Estimated.\n\n<sup>a</sup> Also.")[0])


def test_what_is_cut_is_said():
    wide = "\t".join("12345678901"[: 1 + n % 3] for n in range(MOST_COLUMNS + 2))
    found, warnings = pieces(wide + "\n" + wide)
    assert {p.kind for p in found} == {"text"}
    assert "columns" in warnings[0]
    found, warnings = pieces("word " * 30_000)
    assert len(found) > 1
    assert " ".join(p.text.text for p in found) == ("word " * 30_000).strip()
    assert "in pieces" in warnings[0]
    assert "never closed" in pieces("<table><tr><td>5\n\nmore")[1][0]


def test_a_heading_that_begins_with_a_year_is_numbered_by_none_of_its_digits():
    text = """Larkmoor Mills Inc.

2023 Kiln training data

Indicator\tUnit\t2023
Hours of training\thour\t120

Appendix of Figures

Waste Told Kind by Kind

Indicator\tUnit\t2023
Waste\ttonne\t40
"""
    headings = [block for block in read(text.encode(), "mills.txt").blocks if isinstance(block, Heading)]
    year = next(head for head in headings if head.text.startswith("2023"))
    assert year.level == 6
    assert all(year.text not in head.section for head in headings)
