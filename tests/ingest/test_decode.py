import pytest

from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.readers.decode import decode

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
