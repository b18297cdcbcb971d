import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_samples import BALANCE, HEIGHT, WIDTH, Sheet, locked, numbers, prose, read_pdf_of

from tickmark.ingest.errors import UnreadableFile


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
