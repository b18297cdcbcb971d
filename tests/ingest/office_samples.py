"""Office files made for tests, and what may become of broken ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import openpyxl

from tickmark.ingest import read
from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.model import Filing, Heading
from tickmark.ingest.split import split

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word(make: Callable[[docx.document.Document], None]) -> bytes:
    """A Word document that ``make`` fills."""
    document, out = docx.Document(), io.BytesIO()
    make(document)
    document.save(out)
    return out.getvalue()


def word_xml(body: str, **parts: str) -> bytes:
    """A Word document with this XML in its body, and other parts by name ("footnotes") with theirs."""
    files = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    relations = ""
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>'
        relations += f'<Relationship Id="{name}" Type="http://x/{name.rstrip("123")}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return zipped(files)


def paragraph_run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, run: str = "", properties: str = "", more: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{paragraph_run(text, run)}{more}</w:p>"


def cell(text: str, properties: str = "", more: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}{more}</w:tc>"


def table_xml(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def workbook(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    """A workbook that ``fill`` fills."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    fill(book)
    book.save(out)
    return out.getvalue()


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return zipped({**parts, name: change(parts[name])})


def holds(filing: Filing) -> None:
    """Every figure stands where it says, and so does every block."""
    for figure in filing.figures():
        assert filing.text[slice(*figure.span.chars)] == figure.quote
        assert figure.printed
    for block in filing.blocks:
        start, end = block.span.chars
        assert 0 <= start <= end <= len(filing.text)
        if isinstance(block, Heading):
            assert block.text
    split(filing)


def read_or_refused(data: bytes, name: str) -> None:
    """Reads broken input: either it holds together, or it is refused in so many words."""
    try:
        filing = read(data, name)
    except UnreadableFile as error:
        assert error.what
        assert error.where == name
        assert error.hint
    else:
        holds(filing)
