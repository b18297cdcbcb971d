"""Bytes to text, or a clear refusal."""

from __future__ import annotations

import codecs
import re

from tickmark.ingest.errors import UnreadableFile

__all__ = ["FORMATS", "decode", "with_mark"]

FORMATS = "PDF, HTML, Word (.docx), spreadsheets (.xlsx, .csv), Markdown and text, and .zip archives of these"

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
    (b"{\\rtf", "a Rich Text document (.rtf)"),
    (b"%!PS", "a PostScript file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_COMMON_HAN = re.compile(r"[的是在有公司年月日及本为為之股份元度告人会會不中]")


# what a page or an XML file may say of itself; the others that Python knows are no encodings of pages
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{3,20})", re.IGNORECASE)
_PAGES = re.compile(r"(?:gb|big5|shift|euc|iso-?8859|windows-|koi8|cp125|macintosh|ks_c)[\w.:-]*", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "ks_c_5601-1987": "cp949"}
_FEW_HAN = 20
_MOST_BROKEN = 50  # of so many characters one may be broken, and the encoding is still certain


def with_mark(data: bytes) -> bytes:
    """The same bytes; UTF-16 without a byte order mark gets the one that it lacks.

    A character of the Latin alphabet has a zero byte in UTF-16, always on the same side; in binary files zeros stand
    anywhere.
    """
    if b"\x00" not in data[:4_096] or data.startswith(tuple(bom for bom, _ in _BOMS)):
        return data
    zeros = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 or min(zeros) or 20 * max(zeros) < len(data):
        return data
    mark, encoding = (codecs.BOM_UTF16_LE, "utf-16-le") if zeros[1] else (codecs.BOM_UTF16_BE, "utf-16-be")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return data
    return data if _CONTROL.search(text) else mark + data


def decode(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` and warnings about how it was read. Line ends stay as they are.

    UTF-8 is expected; UTF-16 and UTF-32 with a byte order mark, GB 18030 and Big5 are recognised, and so is what a page
    says of itself. What is plain Latin text otherwise is read as Windows-1252, with a warning; so is UTF-8 in which a
    byte here and there is broken.

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


def _binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > max(8, 0.01 * len(text))


def _refuse_control(text: str, source: str) -> None:
    if _binary(text):
        raise UnreadableFile(
            "the file is binary (many control characters)",
            where=source,
            hint=f"Tickmark reads {FORMATS}; text in UTF-8",
        )


def _other(data: bytes, source: str, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    for read in (_declared, _mended, _chinese):
        if (found := read(data)) is not None:
            _refuse_control(found[0], source)
            return found[0], (found[1],)
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


def _declared(data: bytes) -> tuple[str, str] | None:
    """The text in the encoding that the file says it has, and a warning."""
    found = _DECLARED.search(data[:4_096])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    if not _PAGES.fullmatch(name):
        return None
    try:
        return data.decode(_WIDER.get(name, name)), f"not UTF-8: read as {name}, as it says"
    except (UnicodeDecodeError, LookupError):
        return None


def _mended(data: bytes) -> tuple[str, str] | None:
    """UTF-8 in which some bytes are broken: each is shown as a replacement character."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) < 4 * broken:
        return None
    return text, f"{broken} broken bytes in the UTF-8: each is shown as \ufffd"


def _chinese(data: bytes) -> tuple[str, str] | None:
    """The text in whichever of the two Chinese encodings gives more of the commonest characters."""
    best: tuple[float, str, str] | None = None
    for encoding in ("gb18030", "big5"):
        text = data.decode(encoding, "replace")
        han, common, broken = (
            len(re.findall(r"[\u4e00-\u9fff]", text)),
            len(_COMMON_HAN.findall(text)),
            text.count("\ufffd"),
        )
        # of a few characters, two of the commonest are no chance: other text has them next to never
        sure = common >= 0.08 * han if han >= _FEW_HAN else common >= 2
        if sure and _MOST_BROKEN * broken <= han and (best is None or common / han > best[0]):
            told = f", {broken} of its characters broken" if broken else ""
            best = common / han, text, f"not UTF-8: read as {encoding}{told}"
    return best[1:] if best else None


def _broken(source: str, encoding: str, error: UnicodeDecodeError) -> UnreadableFile:
    return UnreadableFile(
        f"the file is not valid {encoding.upper()} (byte {error.start})",
        where=source,
        hint="Save it as UTF-8 and try again",
    )
