import pytest

from tickmark.ingest import read
from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.readers.decode import FORMATS, decode, with_mark

CHINESE = "本公司董事会公告：二零二四年度报告的股份数目为一千万股，有关人士不会增加。" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(encoding):
    text, warnings = decode("Größe 5 €\r\n".encode(encoding), "a.txt")
    assert text.endswith("Größe 5 €\r\n")
    assert warnings == ()


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_chinese_code_pages_are_told(encoding):
    source = (
        CHINESE if encoding == "gb18030" else "本公司董事會公告：年度報告的股份數目為一千萬股，有關人士不會增加。" * 3
    )
    text, warnings = decode(source.encode(encoding), "a.txt")
    assert text == source
    assert warnings == (f"not UTF-8: read as {encoding}",)


def test_latin_text_is_read_with_a_warning():
    text, warnings = decode("caf\xe9 sales rose by 5% in the whole of the year".encode("cp1252"), "a.txt")
    assert "café" in text
    assert warnings == ("not UTF-8: read as Windows-1252",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04 ...", "Office"),
        (b"\x89PNG\r\n", "picture"),
        (b"text with a zero \x00 byte", "binary"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08" * 20, "binary"),
        (bytes(range(128, 256)) * 4, "valid"),
        (b"\xff\xfe\x00", "UTF-16"),
    ],
)
def test_refusals_say_what_and_what_to_do(data, words):
    with pytest.raises(UnreadableFile) as caught:
        decode(data, "name.bin")
    assert words in caught.value.what
    assert caught.value.where == "name.bin"
    assert caught.value.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Revenue was £5 million in 2024.\n"),
        ("a.csv", "Item,2024,2023\nSales,5,6\nCosts,7,8\n"),
        ("a.htm", "<html><body><p>Revenue was £5 million in 2024.</p></body></html>"),
        ("a.txt", "2024年，公司營業收入為港幣5萬元。\n2023年為6萬元。\n"),
    ],
)
def test_utf_16_needs_no_mark(encoding, name, text):
    filing = read(text.encode(encoding), name)
    assert filing.text == text
    assert [figure.printed for figure in filing.figures()]
    assert all(filing.text[slice(*figure.span.chars)] == figure.quote for figure in filing.figures())


@pytest.mark.parametrize("data", [b"plain", b"text with a zero \x00 byte", b"\x00" * 64, bytes(range(256)) * 8])
def test_what_is_no_utf_16_gets_no_mark(data):
    assert with_mark(data) == data


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "项目,2024年,2023年\n营业收入,5,6\n成本,7,8\n"),
        ("big5", "項目,2024年,2023年\n營業收入,5,6\n成本,7,8\n"),
    ],
)
def test_a_small_chinese_table_is_enough(encoding, text):
    read_as, warnings = decode(text.encode(encoding), "a.csv")
    assert read_as == text
    assert warnings == (f"not UTF-8: read as {encoding}",)


def test_a_byte_broken_here_and_there_costs_no_more_than_itself():
    euros = "Größe über 5 € für Männer. " * 4
    text, warnings = decode(euros.encode() + b"cut \xe2\x82", "a.txt")
    assert text == euros + "cut \ufffd"
    assert warnings == ("1 broken bytes in the UTF-8: each is shown as \ufffd",)
    text, warnings = decode((CHINESE * 2).encode("gb18030") + b" \xff.", "a.txt")
    assert text == CHINESE * 2 + " \ufffd."
    assert warnings == ("not UTF-8: read as gb18030, 1 of its characters broken",)


def test_a_page_may_say_how_it_is_encoded():
    page = '<html><head><meta charset="{}"></head><body><p>Выручка 5 млн. руб. в 2024 году</p></body></html>'
    text, warnings = decode(page.format("windows-1251").encode("windows-1251"), "a.htm")
    assert text == page.format("windows-1251")
    assert warnings == ("not UTF-8: read as windows-1251, as it says",)
    for name in ("unicode_escape", "windows-no-such", "utf-7"):
        with pytest.raises(UnreadableFile, match="not valid UTF-8"):
            decode(page.format(name).encode("windows-1251"), "a.htm")


def test_a_file_without_a_word_says_so():
    for data in (b"<html><body><script>fill()</script></body></html>", b"-----\n=====\n", b"\xff\xfe"):
        assert any("no words" in warning for warning in read(data, "a.htm").warnings)


@pytest.mark.parametrize(
    "data", [b"{\\rtf1\\ansi Revenue 5}", b"%!PS-Adobe-3.0 (5) show", b"Rar!\x1a\x07\x00", b"II*\x00"]
)
def test_formats_that_only_look_like_text_are_told(data):
    with pytest.raises(UnreadableFile, match="cannot read") as caught:
        decode(data, "a.txt")
    assert FORMATS in caught.value.hint
    assert FORMATS.startswith("PDF")
