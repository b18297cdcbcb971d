"""Bytes to text, or a clear refusal."""

from __future__ import annotations

import codecs
import re

from tickmark.ingest.errors import UnreadableFile

__all__ = ["FORMATS", "decode"]

FORMATS = "HTML, Word (.docx), spreadsheets (.xlsx, .csv), Markdown and text, and .zip archives of these"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),  # the mark stays in the text, so that offsets are those of the file
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or a damaged Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "an SQLite database"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_COMMON_HAN = re.compile(r"[的是在有公司年月日及本为為之股份元度告人会會不中]")


def _looks_chinese(text: str) -> bool:
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    return han >= 20 and len(_COMMON_HAN.findall(text)) >= 0.08 * han


def decode(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` and warnings about how it was read. Line ends stay as they are.

    UTF-8 is expected; UTF-16 and UTF-32 with a byte order mark, GB 18030 and Big5 are recognised, and what is plain
    Latin text otherwise is read as Windows-1252 with a warning.

    Raises:
        UnreadableFile: the file is empty, binary, or in an encoding that cannot be told.
    """
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise UnreadableFile("the file is empty", where=source, hint="Check that it was saved or downloaded completely")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(
                f"this is {name}, which Tickmark cannot read",
                where=source,
                hint=f"Tickmark reads {FORMATS}",
            )
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise _broken(source, encoding, error) from error
    if b"\x00" in data:
        raise UnreadableFile(
            "the file is binary (it has zero bytes)",
            where=source,
            hint=f"Tickmark reads {FORMATS}; text in UTF-8",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(data, source, error)
    _refuse_control(text, source)
    return text, ()


def _refuse_control(text: str, source: str) -> None:
    control = len(_CONTROL.findall(text))
    if control > max(8, 0.01 * len(text)):
        raise UnreadableFile(
            "the file is binary (many control characters)",
            where=source,
            hint=f"Tickmark reads {FORMATS}; text in UTF-8",
        )


def _other(data: bytes, source: str, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    for encoding in ("gb18030", "big5"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_chinese(text):
            return text, (f"not UTF-8: read as {encoding}",)
    high = [b for b in data if b >= 0x80]
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise _broken(source, "utf-8", error) from error
    letters = sum(c.isalpha() or c.isspace() for c in text)
    if len(high) > 0.05 * len(data) or letters < 0.5 * len(text):
        raise _broken(source, "utf-8", error)
    _refuse_control(text, source)
    return text, ("not UTF-8: read as Windows-1252",)


def _broken(source: str, encoding: str, error: UnicodeDecodeError) -> UnreadableFile:
    return UnreadableFile(
        f"the file is not valid {encoding.upper()} (byte {error.start})",
        where=source,
        hint="Save it as UTF-8 and try again",
    )
