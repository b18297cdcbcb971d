"""Hostile Word documents, spreadsheets, archives and pages."""

from __future__ import annotations

import io
import zipfile

from fuzz_words import CELL, SENTENCE, Input, escaped, plain, planted_in
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["archives", "books", "pages", "paragraph", "sound_books", "sound_pages", "word", "words_xml", "zipped"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# ---- packages


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word(body: str) -> bytes:
    xml = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": _TYPES, "word/document.xml": xml.encode("utf-8", "replace")})


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def words_xml() -> SearchStrategy[str]:
    text = st.one_of(SENTENCE, CELL).map(escaped)
    properties = st.sampled_from(
        ["", "", '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="99999"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>",
         '<w:gridSpan w:val="-1"/>', '<w:gridSpan w:val="x"/>']
    )  # fmt: skip
    cell = st.builds("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>".format, properties, CELL.map(escaped).map(paragraph))
    row = st.builds(
        "<w:tr>{}{}</w:tr>".format,
        st.sampled_from(["", '<w:trPr><w:gridBefore w:val="1"/></w:trPr>', "<w:trPr><w:tblHeader/></w:trPr>"]),
        st.lists(cell, max_size=6).map("".join),
    )
    table = st.lists(row, max_size=8).map("".join).map("<w:tbl>{}</w:tbl>".format)
    styled = st.builds('<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'.format,
                       st.sampled_from(["Heading1", "Title", "x"]), text)  # fmt: skip
    nested = st.builds("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>".format, table, text.map(paragraph))
    return st.lists(st.one_of(text.map(paragraph), table, styled, nested), max_size=8).map("".join)


_FORMATS = (
    "General",
    "0%",
    "#,##0;(#,##0)",
    "yyyy-mm-dd",
    '0.0,,"m"',
    "[$£-809]#,##0",
    "@",
    "[",
    '"',
    "0.00E+00",
    "??/??",
)


def _book(cells: list[tuple[int, int, object, str]], merged: list[str]) -> bytes:
    import openpyxl  # noqa: PLC0415 - only where workbooks are made

    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for row, column, value, style in cells:
        put = sheet.cell(row, column)
        try:
            put.value = value
        except ValueError:
            continue
        put.number_format = style
    for place in merged:
        sheet.merge_cells(place)
    book.save(out)
    return out.getvalue()


def books() -> SearchStrategy[Input]:
    value = st.one_of(
        CELL.map(plain), st.integers(), st.floats(), st.dates(), st.datetimes(), st.booleans(), st.just("=1/0")
    )
    cell = st.tuples(st.integers(1, 12), st.integers(1, 8), value, st.sampled_from(_FORMATS))
    merged = st.lists(st.sampled_from(["A1:B2", "C1:C4", "A5:H5", "B2:D3"]), max_size=2)
    return st.builds(lambda cells, places: (_book(cells, places), ()), st.lists(cell, max_size=40), merged)


def sound_books() -> SearchStrategy[Input]:
    """Sheets whose every cell is seen, so that every word planted must be found again."""
    places = st.tuples(st.integers(1, 14), st.integers(1, 7))
    return st.dictionaries(places, CELL.map(plain), max_size=50).map(
        lambda cells: (
            _book([(*place, text, "General") for place, text in cells.items()], []),
            planted_in([*cells.values()]),
        )
    )


def archives() -> SearchStrategy[Input]:
    names = st.one_of(
        st.sampled_from(
            ["a.txt", "../a.txt", "/etc/x.htm", "C:\\x.csv", "a.zip", "b/a.txt", "x.bin", "\x00.txt", "é.md"]
        ),
        st.text(max_size=12).map("{}.txt".format),
    )
    member = st.one_of(st.binary(max_size=60), SENTENCE.map(lambda text: text.encode("utf-8", "replace")))

    def packed(inner: SearchStrategy[bytes]) -> SearchStrategy[bytes]:
        return st.dictionaries(names, inner, max_size=5).map(_safe_zip)

    return st.recursive(member, packed, max_leaves=8).map(lambda data: (data, ()))


def _safe_zip(files: dict[str, bytes]) -> bytes:
    return zipped({name.encode("utf-8", "replace").decode().replace("\x00", "0"): data for name, data in files.items()})


# ---- pages


def pages() -> SearchStrategy[Input]:
    place = st.tuples(
        st.sampled_from([60.0, 61.0, 300.0, 400.0, 500.0, -20.0, 9e6]), st.integers(20, 820), CELL.map(plain),
        st.sampled_from([4.0, 8.0, 10.0, 10.0, 24.0, 300.0]), st.booleans(),
    )  # fmt: skip
    row = st.builds(
        lambda y, cells: [(60.0 + 110 * n, y, plain(cell), 10.0, n > 0) for n, cell in enumerate(cells)],
        st.integers(40, 800), st.lists(CELL, max_size=5),
    )  # fmt: skip
    rule = st.tuples(*[st.floats(-50, 900)] * 4)
    page = st.tuples(
        st.lists(place, max_size=12),
        st.lists(row, max_size=20),
        st.lists(rule, max_size=12),
        st.sampled_from([0, 90, 180, 270]),
    )
    return st.lists(page, max_size=3).map(lambda pages: (_pdf(pages), ()))


def sound_pages() -> SearchStrategy[Input]:
    """Pages whose rows and cells stand clear of each other, so that every word planted must be found again."""
    row = st.lists(CELL.map(lambda cell: _fitting(plain(cell)[:18])), max_size=5)
    page = st.dictionaries(st.integers(3, 55), row, max_size=30)
    return st.lists(page, min_size=1, max_size=3).map(
        lambda made: (
            _pdf([([], [_set(14 * line, cells) for line, cells in one.items()], [], 0) for one in made]),
            planted_in([cell for one in made for cells in one.values() for cell in cells]),
        )
    )


def _fitting(cell: str) -> str:
    """A cell no wider than its place: words drawn over each other are no words."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - only where pages are made

    text = cell.encode("latin-1", "replace").decode("latin-1")
    return cell if stringWidth(text, "Helvetica", 8.0) < 50 else cell[:9]


def _set(y: int, cells: list[str]) -> list[tuple[float, int, str, float, bool]]:
    return [(60.0 + 110 * n, y, cell, 8.0, n > 0) for n, cell in enumerate(cells)]


def _pdf(
    pages: list[
        tuple[
            list[tuple[float, int, str, float, bool]],
            list[list[tuple[float, int, str, float, bool]]],
            list[tuple[float, ...]],
            int,
        ]
    ],
) -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - only where pages are made

    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0, invariant=1)
    for texts, rows, rules, turn in pages:
        canvas.setPageRotation(turn)
        for x, y, text, size, right in [*texts, *(each for row in rows for each in row)]:
            canvas.setFont("Helvetica", size)
            (canvas.drawRightString if right else canvas.drawString)(
                x, y, text.encode("latin-1", "replace").decode("latin-1")
            )
        for rule in rules:
            canvas.line(*rule)
        canvas.showPage()
    if not pages:
        canvas.showPage()
    canvas.save()
    return out.getvalue()
