"""The ZIP packages of Office Open XML (Word, spreadsheets): their parts, their relations, and how large they may be."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree as ET

from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.markup import SUPERSCRIPTS, lowered
from tickmark.ingest.readers.decode import FORMATS
from tickmark.ingest.readers.draft import Draft

__all__ = ["Package", "attribute", "child", "is_refused", "kind_of", "local", "raised", "refuse"]

MOST_BYTES = 128 * 2**20
"""Bytes of XML that one part may hold, unpacked."""
_MAIN = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "a binary workbook (.xlsb)",
    "ppt/presentation.xml": "a PowerPoint presentation",
}
_OLE, _LOCKED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_RAISE = {ord(lowered(mark)): mark for mark in SUPERSCRIPTS}
_RAISE_DIGITS = {code: mark for code, mark in _RAISE.items() if chr(code).isdigit()}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)


def kind_of(data: bytes | BinaryIO) -> str:
    """What a ZIP file is: "docx", "xlsx", another document in words, or "zip" for an archive; "" for any other file."""
    file = io.BytesIO(data) if isinstance(data, bytes) else data
    head = file.read(4)
    if head not in {b"PK\x03\x04", b"PK\x05\x06"}:
        return ""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except _BROKEN:
        # cut off before its list of parts: those that are there still tell what it was to be
        file.seek(0)
        whole = file.read()
        return next((kind for name, kind in _MAIN.items() if name.encode() in whole), "zip")
    if "[Content_Types].xml" in names:
        for name, kind in _MAIN.items():
            if name in names:
                return kind
        for main, kind in (("/document", "docx"), ("/workbook", "xlsx")):  # "word/document2.xml" is allowed
            if any(main in name and name.endswith(".xml") for name in names):
                return kind
    if "mimetype" in names and "META-INF/manifest.xml" in names:
        return "an OpenDocument file"
    return "zip"


def is_refused(data: bytes) -> bool:
    """Whether this is a package of another kind, or one that is locked with a password."""
    return kind_of(data) not in {"", "zip", "docx", "xlsx"} or (data.startswith(_OLE) and _LOCKED in data)


def refuse(data: bytes, source: str) -> Draft:
    """Says what such a package is. Raises UnreadableFile, always."""
    if data.startswith(_OLE):
        raise UnreadableFile("it is locked with a password", where=source, hint="Save it without one and try again")
    hint = f"Save it as .docx, .xlsx or PDF; Tickmark reads {FORMATS}"
    raise UnreadableFile(f"this is {kind_of(data)}, which Tickmark cannot read", where=source, hint=hint)


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace: transitional and strict documents read alike."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: ET.Element | None, name: str) -> str | None:
    """An attribute by its name without its namespace."""
    if element is None:
        return None
    return next((value for key, value in element.items() if local(key) == name), None)


def child(element: ET.Element | None, *names: str) -> ET.Element | None:
    """The first child of that name, of that child the first of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each.tag) == name), None)
    return element


def raised(text: str) -> str:
    """Text set above the line, as superscript characters: digits, and a letter that stands alone."""
    return text.translate(_RAISE if len(text.strip()) == 1 else _RAISE_DIGITS)


@dataclass(slots=True)
class Package:
    """An open package. Trouble with a part is an :class:`UnreadableFile` that names the part."""

    archive: zipfile.ZipFile
    source: str

    @classmethod
    def open(cls, data: bytes, source: str) -> Package:
        """The package in ``data``. Raises UnreadableFile."""
        try:
            return cls(zipfile.ZipFile(io.BytesIO(data)), source)
        except _BROKEN as error:
            raise cls._broken(source, "the file is damaged or cut off", error) from error

    @staticmethod
    def _broken(source: str, what: str, error: Exception | None = None) -> UnreadableFile:
        told = f"{what} ({error})" if error and str(error) else what
        return UnreadableFile(told, where=source, hint="Open it in the program it was made with and save it anew")

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self.archive.NameToInfo

    def bytes_of(self, name: str) -> bytes:
        """A part, unpacked; "" when it is not there. Raises UnreadableFile."""
        info = self.archive.NameToInfo.get(name)
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise UnreadableFile(f"{name} in it is encrypted", where=self.source, hint="Save it without a password")
        try:
            with self.archive.open(info) as stream:
                data = stream.read(MOST_BYTES + 1)
        except _BROKEN as error:
            raise self._broken(self.source, f"{name} in it is damaged", error) from error
        if len(data) > MOST_BYTES:
            raise UnreadableFile(
                f"{name} in it unpacks to more than {MOST_BYTES // 2**20} MB",
                where=self.source,
                hint="Divide the document into smaller files",
            )
        if b"<!DOCTYPE" in data or b"<\0!\0D\0O\0C\0T" in data:
            # no Office program writes one, and entities are what makes a small file grow without end
            raise self._broken(self.source, f"{name} in it has a document type declaration, which is not allowed there")
        return data

    def part(self, name: str) -> ET.Element | None:
        """The root element of an XML part; None when it is not there. Raises UnreadableFile."""
        data = self.bytes_of(name)
        if not data:
            return None
        try:
            return ET.fromstring(data)  # noqa: S314 - without a document type there are no entities
        except (ET.ParseError, ValueError, LookupError) as error:
            raise self._broken(self.source, f"{name} in it is not well-formed XML", error) from error

    def stream(self, name: str) -> Iterator[tuple[str, ET.Element]]:
        """The ("start" or "end", element) events of an XML part, for parts too large for a tree."""
        try:
            yield from ET.iterparse(io.BytesIO(self.bytes_of(name)), ("start", "end"))  # noqa: S314 - as above
        except (ET.ParseError, ValueError, LookupError) as error:
            raise self._broken(self.source, f"{name} in it is not well-formed XML", error) from error

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points to: {relation id: (last word of its type, name of the part)}."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if relation.get("TargetMode") != "External":
                found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], path)
        return found

    def main(self) -> str:
        """The name of the part that the document begins with. Raises UnreadableFile."""
        for kind, path in self.related("").values():
            if kind == "officeDocument" and self.has(path):
                return path
        for path in _MAIN:
            if self.has(path):
                return path
        raise self._broken(self.source, "the document has no main part")
