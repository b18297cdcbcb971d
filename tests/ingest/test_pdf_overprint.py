"""Words printed over each other, letters without a name: one copy is read, or the page says what was not read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_samples import BALANCE, Sheet, numbers, prose, read_pdf_of, unnamed_letters

from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.readers.pdf.overprint import without_overprint
from tickmark.ingest.readers.pdf.page import Word

LINE = "The mill wove more cloth than it did in any year."


def word(text, x, base=100.0, *, size=10.0, hidden=False):
    wide = 0.5 * size * len(text)
    return Word(text, x, base - size, x + wide, base, base, size, ((x, base - size, x + wide, base),), hidden=hidden)


def warned(filing):
    return [w for w in filing.warnings if "over each other" in w]


@pytest.mark.parametrize(("across", "down"), [(0.3, 0.0), (0.0, 0.4), (1.2, 1.2)])
def test_a_line_printed_twice_is_read_once(across, down):
    filing = read_pdf_of(Sheet().text(60, 100, LINE).text(60 + across, 100 + down, LINE))
    assert prose(filing) == [LINE]
    assert not warned(filing)


def test_figures_printed_twice_are_read_once():
    filing = read_pdf_of(Sheet().rows(100, BALANCE).rows(100.6, BALANCE, label=60.6, edges=(400.6, 500.6)))
    (table,) = filing.tables
    assert numbers(table) == {
        "Stocks of cloth": ["1204", "998"],
        "Debtors": ["310", "-27"],
        "Total": ["1514", "971"],
    }


def test_hidden_words_under_printed_ones_are_left_out():
    sheet = Sheet().text(60, 100, LINE).hidden(61, 100.5, "Tne mi11 vvove rnore c1oth tnan 1t did 1n any yaer.")
    assert prose(read_pdf_of(sheet)) == [LINE]


def test_hidden_words_under_a_picture_alone_are_read():
    assert prose(read_pdf_of(Sheet().picture().hidden(120, 400, LINE))) == [LINE]


def test_different_numbers_in_one_place_are_not_read_and_told():
    rows = [*BALANCE, ("Coal", "77", "78")]
    filing = read_pdf_of(Sheet().rows(100, rows).text(400, 114, "5,678", right=True))
    assert numbers(filing.tables[0])["Stocks of cloth"] == ["998"]
    assert warned(filing) == ["pages 1 print different words over each other: these were not read"]


def test_the_letters_of_a_watermark_leave_the_words_alone():
    sheet = Sheet().lines(60, 100, [LINE] * 3).font(70).text(80, 118, "DRAFT")
    filing = read_pdf_of(sheet)
    assert LINE in " ".join(prose(filing))
    assert not warned(filing)


def test_letters_without_a_name_are_not_read_and_told():
    filing = read_pdf_of(unnamed_letters("Words about cloth."))
    assert prose(filing) == ["Words about cloth."]
    assert "pages 1 draw letters that their fonts do not name: these were not read" in filing.warnings


def test_a_file_of_letters_without_a_name_is_refused():
    with pytest.raises(UnreadableFile, match="do not say which letters"):
        read_pdf_of(unnamed_letters())


def test_a_part_of_a_word_over_it_is_a_copy():
    whole, part = word("customer", 60), word("tomer", 75)
    assert without_overprint([part, whole]) == ([whole], 0)


@given(st.lists(st.tuples(st.sampled_from(["12", "345", "cloth"]), st.integers(0, 60), st.integers(0, 4)), max_size=12))
def test_what_is_left_stands_apart_and_nothing_else_is_lost(places):
    words = [word(text, 4.0 * x, 100.0 + 15 * row) for text, x, row in places]
    kept, unread = without_overprint(words)
    for a in kept:
        for b in kept:
            if a is not b and a.base == b.base:
                assert min(a.x1, b.x1) - max(a.x0, b.x0) <= 0.4 * min(a.x1 - a.x0, b.x1 - b.x0) + 1e-6
    apart = [w for w in words if all(w is o or o.base != w.base or min(w.x1, o.x1) <= max(w.x0, o.x0) for o in words)]
    assert all(any(w is k for k in kept) for w in apart)
    assert len(kept) + unread <= len(words)
