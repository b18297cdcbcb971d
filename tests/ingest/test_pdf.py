import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_samples import HEIGHT, WIDTH, Sheet, locked, numbers, read_pdf_of

from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.model import Heading, Paragraph
from tickmark.ingest.split import split

BALANCE = [
    ("", "2024", "2023"),
    ("Stocks of cloth", "1,204", "998"),
    ("Debtors", "310", "(27)"),
    ("Total", "1,514", "971"),
]


def prose(filing):
    return [block.text for block in filing.blocks if isinstance(block, Paragraph)]


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


def test_a_table_over_two_pages_is_one_table():
    sheet = Sheet().rows(760, [("", "2024", "2023"), ("Cloth", "3", "4"), ("Yarn", "1", "2")]).page()
    sheet.rows(60, [("Coal", "8", "9"), ("Wages", "12", "13")])
    filing = read_pdf_of(sheet)
    (table,) = filing.tables
    assert list(numbers(table)) == ["Cloth", "Yarn", "Coal", "Wages"]
    assert [row.span.page for row in table.rows] == [1, 1, 2, 2]


def test_a_header_said_again_on_the_next_page_is_no_row():
    sheet = Sheet().rows(760, [("", "2024", "2023"), ("Cloth", "3", "4"), ("Yarn", "1", "2")]).page()
    sheet.rows(60, [("", "2024", "2023"), ("Coal", "8", "9"), ("Wages", "12", "13")])
    (table,) = read_pdf_of(sheet).tables
    assert list(numbers(table)) == ["Cloth", "Yarn", "Coal", "Wages"]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_turned_when_shown_is_read_as_it_is_shown(degrees):
    sheet = Sheet().turn(degrees)
    canvas = sheet.canvas
    if degrees == 90:
        canvas.translate(HEIGHT, 0)
        canvas.rotate(90)
    elif degrees == 180:
        canvas.translate(WIDTH, HEIGHT)
        canvas.rotate(180)
    elif degrees == 270:
        canvas.translate(0, WIDTH)
        canvas.rotate(270)
    sheet.rows(300, BALANCE, edges=(300, 400))
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table)["Total"] == ["1514", "971"]
    first = table.rows[0].cells[0].span.box
    second = table.rows[0].cells[1].span.box
    assert first[2] <= second[0]
    assert first[1] == pytest.approx(second[1], abs=1)


def test_a_table_set_sideways_on_an_upright_page_is_read():
    sheet = Sheet()
    sheet.canvas.translate(595, 0)
    sheet.canvas.rotate(90)
    sheet.rows(300, BALANCE, edges=(300, 400))
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table)["Stocks of cloth"] == ["1204", "998"]
    left, top, right, bottom = table.rows[0].cells[0].span.box
    assert bottom - top > right - left


def test_pages_that_hold_only_pictures_are_named():
    sheet = Sheet().text(60, 100, "One page of words about cloth.").page().picture().page().picture().page()
    sheet.text(60, 100, "Another page of words about yarn.")
    assert "pages 2-3 hold only pictures: not read" in read_pdf_of(sheet).warnings


def test_a_file_of_pictures_alone_is_refused():
    with pytest.raises(UnreadableFile, match="only pictures"):
        read_pdf_of(Sheet().picture())


def test_an_encrypted_file_is_refused_and_says_why():
    with pytest.raises(UnreadableFile, match="is encrypted"):
        read_pdf_of(Sheet(encrypt=locked("secret")).text(60, 100, "Nobody may read this."))


def test_a_file_locked_for_printing_only_is_read():
    filing = read_pdf_of(Sheet(encrypt=locked("")).text(60, 100, "Anyone may read this line of words."))
    assert prose(filing) == ["Anyone may read this line of words."]


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"%PDF-1.4\n" + bytes(range(256)) * 4])
def test_a_damaged_file_is_refused(data):
    with pytest.raises(UnreadableFile, match=r"damaged"):
        read_pdf_of(data)


@pytest.mark.parametrize(("bound", "most"), [("MOST_PAGES", 2), ("MOST_SECONDS", -1)])
def test_a_bound_that_keeps_pages_out_is_told(monkeypatch, bound, most):
    sheet = Sheet()
    for number in range(4):
        sheet.text(60, 100, f"Page {number} of words about cloth.").page()
    monkeypatch.setattr(f"tickmark.ingest.readers.pdf.{bound}", most)
    if bound == "MOST_SECONDS":
        with pytest.raises(UnreadableFile, match="no text"):
            read_pdf_of(sheet)
    else:
        assert any(w.startswith("pages 3-5 were not read") for w in read_pdf_of(sheet).warnings)


def test_more_characters_than_a_page_may_hold_are_told(monkeypatch):
    monkeypatch.setattr("tickmark.ingest.readers.pdf.glyphs.MOST_GLYPHS", 20)
    filing = read_pdf_of(Sheet().text(60, 100, "Words about cloth, and then some more of them."))
    assert any("the rest was cut" in warning for warning in filing.warnings)


def test_a_text_that_speaks_of_pdf_files_is_a_text():
    filing = read_pdf_of(b"A file that begins with %PDF-1.7 is a PDF file, which this one is not.")
    assert filing.media_type == "text/plain"


def test_a_file_with_something_before_its_header_is_read():
    data = b"From the post\r\n" + Sheet().text(60, 100, "Words about cloth, and no more.").done()
    assert prose(read_pdf_of(data)) == ["Words about cloth, and no more."]


def test_a_footnote_mark_is_no_digit_of_its_number():
    sheet = Sheet().rows(100, [("", "2024", "2023"), ("Cloth", "224", "310"), ("Yarn", "17", "18")])
    sheet.font(6).text(400, 110, "2").font(10)
    (table,) = read_pdf_of(sheet).tables
    assert numbers(table)["Cloth"] == ["224", "310"]
    assert table.rows[0].cells[0].figures[0].footnotes == ("2",)


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


def test_every_page_has_its_place_in_the_text():
    sheet = Sheet().text(60, 100, "First page of it.").page().page().text(60, 100, "Third page of it.")
    filing = read_pdf_of(sheet)
    assert len(filing.pages) == 3
    assert filing.page_of(filing.text.index("First")) == 1
    assert filing.page_of(filing.text.index("Third")) == 3
    assert filing.original is not None


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Cloth", "Yarn", "Coal of the best kind"]), st.integers(-9999, 99999), st.integers(0, 999)
        ),
        min_size=2,
        max_size=6,
    ),
    st.floats(30, 120),
    st.floats(60, 500),
)
def test_the_box_of_every_figure_holds_what_it_quotes(rows, label, y):
    printed = [(name, f"({-a:,})" if a < 0 else f"{a:,}", f"{b:,}") for name, a, b in rows]
    filing = read_pdf_of(Sheet().rows(y, [("", "2024", "2023"), *printed], label=label))
    figures = list(filing.figures())
    assert len(figures) == 2 * len(rows)
    for at, figure in enumerate(figures):
        assert filing.text[slice(*figure.span.chars)] == figure.quote
        assert figure.span.page == 1
        left, top, right, bottom = figure.span.box
        base = y + 14 * (at // 2 + 1)
        assert top < base - 5 < base <= bottom + 0.5
        edge = (400, 500)[at % 2]
        assert left < edge - 3
        assert right == pytest.approx(edge, abs=4)
