import pytest
from pdf_samples import BALANCE, Sheet, ligatures, numbers, prose, read_pdf_of

from tickmark.ingest.model import Heading
from tickmark.ingest.split import split


def test_a_name_in_small_capitals_is_not_torn():
    sheet = Sheet().font(20).text(60, 80, "MGK").text(120, 80, "R").text(182, 80, "I")
    sheet.font(14).text(137, 80, "ESTS").text(190, 80, "NNS").font(10).text(60, 120, "The inns let 40 rooms.")
    assert read_pdf_of(sheet).text.startswith("MGK RESTS INNS\n")


def test_a_sum_that_hangs_on_its_verb_is_read():
    sheet = Sheet().lines(
        60, 80, ["The mill's rent was$23.56 a day in 2024, and US$4 in 2023, of which", "half was paid."]
    )
    filing = read_pdf_of(sheet)
    assert "was $23.56 a day" in filing.text
    assert "US$4" in filing.text


def test_two_columns_of_text_are_read_one_after_the_other():
    left = [
        "The mill wove more cloth than it",
        "did in any year since the war, and",
        "sold nearly all of it in the same",
        "twelve months to its old customers.",
    ]
    right = [
        "Wages rose again, as they had in",
        "the years before, while the price",
        "of yarn fell by a third and of coal",
        "by a quarter, to our great relief.",
    ]
    sheet = Sheet().lines(60, 100, left).lines(320, 100, right)
    sheet.text(60, 70, "What the directors have to say of the year that has gone by, in a few words and no more")
    words = " ".join(prose(read_pdf_of(sheet)))
    assert words.index("old customers") < words.index("Wages rose")
    assert " ".join(left) in words
    assert " ".join(right) in words


def test_running_heads_and_page_numbers_are_set_aside_and_told():
    sheet = Sheet()
    for number in range(1, 5):
        sheet.text(60, 40, "Fenwick Mills plc  Annual report").text(297, 815, str(number), centre=True)
        sheet.text(60, 200, f"Section {number} speaks of loom {number} and of those who worked it.").page()
    filing = read_pdf_of(sheet)
    assert "Annual report" not in filing.text
    assert prose(filing) == [f"Section {n} speaks of loom {n} and of those who worked it." for n in range(1, 5)]
    assert any("set aside on 4 pages" in warning for warning in filing.warnings)


def test_words_broken_over_lines_are_joined_but_not_those_that_have_a_hyphen():
    lines = [
        "The weavers went on with their un-",
        "finished cloth, and a long-",
        "standing customer took it. A long-standing friend.",
    ]
    (text,) = prose(read_pdf_of(Sheet().lines(60, 100, lines)))
    assert "their unfinished cloth" in text
    assert "a long-standing customer" in text


def test_headings_are_told_by_their_letters():
    sheet = Sheet().font(18).text(60, 60, "Report of the directors").font(10)
    sheet.bold(60, 100, "The year in brief").lines(60, 120, ["Much the same as the one before, all in all."] * 3)
    found = [(b.text, b.level) for b in read_pdf_of(sheet).blocks if isinstance(b, Heading)]
    assert [text for text, _ in found] == ["Report of the directors", "The year in brief"]
    assert found[0][1] < found[1][1]


def test_chinese_words_have_no_blanks_put_between_them():
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    sheet = Sheet().font(10, "STSong-Light")
    sheet.lines(60, 80, ["本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述", "或者重大遗漏。"])
    sheet.rows(140, [("项目", "2024年", "2023年"), ("营业收入", "1,200", "1,100"), ("净利润", "90", "80")])
    filing = read_pdf_of(sheet)
    assert "误导性陈述或者重大遗漏" in prose(filing)[0]
    assert numbers(filing.tables[0]) == {"营业收入": ["1200", "1100"], "净利润": ["90", "80"]}


def test_a_long_paragraph_with_signs_of_markup_is_split_whole():
    line = "Cloth *of the best* kind <b>and</b> yarn __of the next__ best, at 3 &amp; 4 pence."
    filing = read_pdf_of(Sheet().font(8).lines(60, 100, [line] * 14))
    passages, _ = split(filing)
    assert "".join("".join(p.text for p in passages).split()) == "".join((line * 14).split())
    assert all(p.span.page == 1 and p.span.box for p in passages)


def test_both_letters_of_a_ligature_are_read():
    assert prose(read_pdf_of(ligatures())) == ["The staff of the office"]


def test_a_line_stretched_to_the_width_of_its_column_is_no_row_of_cells():
    sheet = Sheet()
    for x, word in zip((60, 120, 180, 240, 300), ("set", "out", "as", "rule", "136"), strict=True):
        sheet.text(x + 3 * (60 - x) / 60, 112, word, right=False)
    filing = read_pdf_of(sheet.text(60, 100, "The mill asks each year whether the looms have lost worth,"))
    assert not filing.tables


def test_stamps_along_the_edge_of_every_page_are_set_aside():
    sheet = Sheet()
    for at in range(5):
        sheet.text(60, 300, f"What the mill did in month {'abcde'[at]} of its year.")
        sheet.canvas.saveState()
        sheet.canvas.rotate(90)
        sheet.text(300, 842 + 20, "For the eyes of the board")
        sheet.canvas.restoreState()
        if at < 4:
            sheet.page()
    filing = read_pdf_of(sheet)
    assert "eyes" not in filing.text
    assert "running heads, feet and page numbers were set aside on 5 pages" in filing.warnings


BESIDE = [
    "The mill wove more cloth than it",
    "did in any year since the war, and",
    "sold nearly all of it in the same",
    "twelve months, at prices that rose",
    "from $4.1 million in 2023 to $4.6",
    "million in 2024, to customers both",
    "old and new who had waited for it.",
]


@pytest.mark.parametrize(("text", "label", "edges"), [(50, 310, (450, 530)), (310, 50, (190, 270))])
def test_a_table_beside_running_text_has_its_own_labels(text, label, edges):
    """The lines of the text became labels of the rows beside them, or columns."""
    sheet = Sheet().lines(text, 100, BESIDE).rows(118, BALANCE, label=label, edges=edges)
    filing = read_pdf_of(sheet)
    (table,) = filing.tables
    assert numbers(table) == {"Stocks of cloth": ["1204", "998"], "Debtors": ["310", "-27"], "Total": ["1514", "971"]}
    assert prose(filing) == [" ".join(BESIDE)]


def test_labels_set_over_several_lines_are_no_running_text():
    rows = [(f"Cloth of the kind that is woven for sails of ship {n}", "", "") for n in range(4)]
    rows = [each for row in rows for each in (row, ("and kept in the store by the quay", "1,204", "998"))]
    (table,) = read_pdf_of(Sheet().rows(100, [("", "2024", "2023"), *rows])).tables
    assert len(table.columns) == 2
    assert sum(len(row.cells) for row in table.rows) == 8
