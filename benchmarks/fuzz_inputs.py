"""Hostile filings of every form: sample files with pieces changed, tables and markup built to be awkward, pieces grown.

Every strategy gives ``(bytes, planted)``: ``planted`` are the words that reading must find again, or say that it lost.
"""

# ruff: noqa: E501 - tables of pieces
from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["FORMS", "Input", "inputs"]

Input = tuple[bytes, tuple[str, ...]]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_IX = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
    ' xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"><body>'
)
SUFFIXES = {
    "text": ".txt", "markdown": ".md", "csv": ".csv", "html": ".htm", "ixbrl": ".htm", "docx": ".docx",
    "xlsx": ".xlsx", "pdf": ".pdf", "zip": ".zip",
}  # fmt: skip
FORMS = tuple(SUFFIXES)

PHRASES = (
    "2024", "2023", "2022", "Note", "£'000", "$ in millions", "As at 31 March", "Year ended 31 December 2024", "Q4",
    "three months ended", "at 1 April", "30 June 2023", "Balance at", "Group", "Company", "1,234", "(45)", "-", "—",
    "n/a", "5%", "12.5", "$", ")", "(1)", "RMB", "million", "per share", "Number of employees", "Total", "/", "1", "2.",
    "approximately 7 tonnes", "by 3.2 percentage points to", "H1 2024", "FY24", "52 weeks", "*", "1 – 5 years",
    "截至2024年12月31日止年度", "人民币", "12,345.67", "0", "١٢٣", "10^9999", "1e400", "99999999999999999999999",
    "31 February 2023", "0000-00-00", "thereafter", "votes (percent)", "1,234 (99.5%)", "see note 4", "²", "½",
)  # fmt: skip
JUNK = (
    b"<", b">", b'"', b"&#xD800;", b"&#1114112;", b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"\r", b"|", b"(", b"\t",
    b"9" * 40, b"<table>", b"</table>", b"<td rowspan=9>", b"<td colspan=1000>", b"<tr>", b"<!--", b"]]>", b"&", b"\x0c",
    b'style="display:none"', b"\xe2\x80\xa8", b"\xc2\x85", b"%PDF", b"PK\x03\x04", b"stream", b"endobj", b"-1", b"1e9",
    b'scale="99"', b"<ix:continuation>", b"32767", b"\xef\xbb\xbf", b"<pre>", b"<br>", b"\xe2\x80\xae",
)  # fmt: skip


def _planted(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"zq\d+zq", " ".join(parts)))


WORDS = st.integers(0, 10**6).map("zq{}zq".format)
PHRASE = st.sampled_from(PHRASES)
CELL = st.one_of(PHRASE, PHRASE, WORDS, st.text(max_size=8), st.builds("{} {}".format, WORDS, PHRASE))
SENTENCE = st.lists(st.one_of(WORDS, PHRASE, PHRASE), max_size=12).map(" ".join)
ROWS = st.lists(st.lists(CELL, max_size=6), max_size=10)


def _plain(cell: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f<&|\"\u2028\u2029\ud800-\udfff]", " ", cell)


# ---- text, Markdown, CSV


def _texts() -> SearchStrategy[str]:
    tabs = ROWS.map(lambda rows: "\n".join("\t".join(map(_plain, row)) for row in rows))
    pipes = ROWS.map(
        lambda rows: "\n".join(
            "| " + " | ".join(map(_plain, row)) + " |" + ("\n|---|---|" if n == 0 else "") for n, row in enumerate(rows)
        )
    )
    heads = SENTENCE.map("# {}".format)
    items = SENTENCE.map("- {}".format)
    blocks = st.lists(st.one_of(SENTENCE, tabs, pipes, heads, items, _tables(), CELL.map(_plain)), max_size=12)
    return st.builds(str.join, st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n"]), blocks)


def _csv_of(rows: list[list[str]], mark: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows([[_plain(cell) for cell in row] for row in rows])
    return out.getvalue()


# ---- HTML and inline XBRL

_STYLES = st.sampled_from(
    ["", "", ' style="font-weight:bold"', ' style="padding-left:12pt"', ' align="right"', ' style="text-align:center"']
)
_SPANS = st.sampled_from(["", "", "", ' colspan="2"', ' colspan="3"', ' rowspan="2"', ' colspan="0"', ' rowspan="40"'])


def _escaped(text: str) -> str:
    return _plain(text).replace(">", "&gt;")


def _tables() -> SearchStrategy[str]:
    cell = st.builds("<td{}{}>{}</td>".format, _SPANS, _STYLES, CELL.map(_escaped))
    return st.lists(st.lists(cell, max_size=6), max_size=10).map(
        lambda rows: "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>"
    )


def _markup() -> SearchStrategy[str]:
    leaves = st.one_of(SENTENCE.map(_escaped), _tables())

    def around(inner: SearchStrategy[str]) -> SearchStrategy[str]:
        names = st.sampled_from(["p", "div", "b", "span", "h2", "ul", "li", "center", "font", "table", "td", "tr"])
        whole = st.builds(
            lambda n, s, parts: f"<{n}{s}>{' '.join(parts)}</{n}>", names, _STYLES, st.lists(inner, max_size=4)
        )
        nested = st.builds("<table><tr><td>{}</td><td>{}</td></tr></table>".format, inner, inner)
        return st.one_of(whole, nested)

    return st.recursive(leaves, around, max_leaves=12)


_NUMBERS = st.sampled_from(["1,234", "(5)", "-", "no", "1.2.3", "", "½", "9" * 60, "1 234,5", "zero", "<b>7</b>", "٣"])
_TAGGED = st.builds(
    '<ix:nonFraction name="us-gaap:{}" contextRef="c{}" unitRef="u{}" scale="{}" decimals="{}" format="ixt:{}"{}>{}</ix:nonFraction>'.format,
    st.sampled_from(["Assets", "Revenues", "", "a:b"]), st.integers(0, 4), st.integers(0, 3),
    st.sampled_from(["0", "6", "-2", "99", "-99999", "x", ""]), st.sampled_from(["-3", "INF", "x"]),
    st.sampled_from(["num-dot-decimal", "numdotdecimal", "fixed-zero", "num-comma-decimal", "none", "nope", ""]),
    st.sampled_from(["", ' sign="-"', ' xsi:nil="true"', ' sign="x"']), _NUMBERS,
)  # fmt: skip
_DAY = st.sampled_from(["2024-12-31", "2024-02-30", "", "2024-12-31T00:00:00", "0001-01-01", "9999-12-31", "x"])
_CONTEXT = st.builds(
    '<xbrli:context id="c{}"><xbrli:period>{}</xbrli:period></xbrli:context>'.format, st.integers(0, 4),
    st.one_of(
        st.builds("<xbrli:instant>{}</xbrli:instant>".format, _DAY),
        st.builds("<xbrli:startDate>{}</xbrli:startDate><xbrli:endDate>{}</xbrli:endDate>".format, _DAY, _DAY),
        st.just("<xbrli:forever/>"),
    ),
)  # fmt: skip
_UNIT = st.builds(
    '<xbrli:unit id="u{}"><xbrli:measure>{}</xbrli:measure></xbrli:unit>'.format, st.integers(0, 3),
    st.sampled_from(["iso4217:USD", "xbrli:shares", "xbrli:pure", "", ":", "iso4217:", "own:Sites"]),
)  # fmt: skip


def _tagged() -> SearchStrategy[str]:
    row = st.builds("<tr><td>{}</td><td>{}</td><td>{}</td></tr>".format, CELL.map(_escaped), _TAGGED, _TAGGED)
    body = st.one_of(_TAGGED, row.map("<table>{}</table>".format), SENTENCE.map(_escaped), _markup())
    return st.builds(
        lambda contexts, units, parts: (
            f"{_IX}<ix:header><ix:resources>{''.join(contexts)}{''.join(units)}</ix:resources></ix:header>"
            f"{' '.join(parts)}</body></html>"
        ),
        st.lists(_CONTEXT, max_size=5), st.lists(_UNIT, max_size=4), st.lists(body, max_size=10),
    )  # fmt: skip


# ---- packages


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def _word(body: str) -> bytes:
    xml = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": _TYPES, "word/document.xml": xml.encode("utf-8", "replace")})


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _words_xml() -> SearchStrategy[str]:
    text = st.one_of(SENTENCE, CELL).map(_escaped)
    properties = st.sampled_from(
        ["", "", '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="99999"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>",
         '<w:gridSpan w:val="-1"/>', '<w:gridSpan w:val="x"/>']
    )  # fmt: skip
    cell = st.builds("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>".format, properties, CELL.map(_escaped).map(_paragraph))
    row = st.builds(
        "<w:tr>{}{}</w:tr>".format,
        st.sampled_from(["", '<w:trPr><w:gridBefore w:val="1"/></w:trPr>', "<w:trPr><w:tblHeader/></w:trPr>"]),
        st.lists(cell, max_size=6).map("".join),
    )
    table = st.lists(row, max_size=8).map("".join).map("<w:tbl>{}</w:tbl>".format)
    styled = st.builds('<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'.format,
                       st.sampled_from(["Heading1", "Title", "x"]), text)  # fmt: skip
    nested = st.builds("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>".format, table, text.map(_paragraph))
    return st.lists(st.one_of(text.map(_paragraph), table, styled, nested), max_size=8).map("".join)


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


def _books() -> SearchStrategy[Input]:
    value = st.one_of(
        CELL.map(_plain), st.integers(), st.floats(), st.dates(), st.datetimes(), st.booleans(), st.just("=1/0")
    )
    cell = st.tuples(st.integers(1, 12), st.integers(1, 8), value, st.sampled_from(_FORMATS))
    merged = st.lists(st.sampled_from(["A1:B2", "C1:C4", "A5:H5", "B2:D3"]), max_size=2)
    return st.builds(lambda cells, places: (_book(cells, places), ()), st.lists(cell, max_size=40), merged)


def _archives() -> SearchStrategy[Input]:
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


def _pages() -> SearchStrategy[Input]:
    place = st.tuples(
        st.sampled_from([60.0, 61.0, 300.0, 400.0, 500.0, -20.0, 9e6]), st.integers(20, 820), CELL.map(_plain),
        st.sampled_from([4.0, 8.0, 10.0, 10.0, 24.0, 300.0]), st.booleans(),
    )  # fmt: skip
    row = st.builds(
        lambda y, cells: [(60.0 + 110 * n, y, _plain(cell), 10.0, n > 0) for n, cell in enumerate(cells)],
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


# ---- changed, and grown


def _changed(data: bytes, seed: int) -> bytes:
    """``data`` with a few stretches cut, repeated, moved or replaced by junk."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(data))
        stop = min(len(data), start + chance.choice([0, 1, 3, 12, 60, 400]))
        other = chance.randint(0, len(data))
        between = chance.choice(
            [b"", chance.choice(JUNK), data[start:stop] * chance.randint(2, 9), data[other : other + 80],
             chance.choice(PHRASES).encode()]
        )  # fmt: skip
        data = data[:start] + between + data[stop:]
    return data


def _changed_parts(data: bytes, seed: int) -> bytes:
    """A package with one of its parts changed."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([n for n in parts if "theme" not in n])
    return zipped({**parts, name: _changed(parts[name], seed)})


def _mutations(samples: list[bytes], packed: bool) -> SearchStrategy[Input]:
    return st.builds(
        lambda data, seed: (_changed_parts(data, seed) if packed and seed % 4 else _changed(data, seed), ()),
        st.sampled_from(samples), st.integers(0, 2**32),
    )  # fmt: skip


def _grown(pieces: SearchStrategy[str], wrap: Callable[[str], bytes], size: int) -> SearchStrategy[Input]:
    """A small piece again and again, up to about ``size`` characters."""
    return st.builds(
        lambda piece, glue: (wrap((piece + glue) * max(1, size // (len(piece + glue) or 1))), ()),
        pieces, st.sampled_from(["", " ", "\n", "\t", "\n\n", "|"]),
    )  # fmt: skip


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _sound(texts: SearchStrategy[str], wrap: Callable[[str], bytes] = _utf8) -> SearchStrategy[Input]:
    return texts.map(lambda text: (wrap(text), _planted([text])))


def _page(body: str) -> bytes:
    return _utf8(f"<html><body>{body}</body></html>")


_MARKUP_PIECES = st.lists(
    st.sampled_from(
        ["<table>", "</table>", "<tr>", "<td>", "<td colspan=9>", "<td rowspan=9>", "<th>", "<p>", "<div>", "</div>", "<b>",
         "<span>", "</span>", "<pre>", "<li>", "<ul>", "<a href=x>", "<!--", "<sup>", "<caption>", "<br>", "&nbsp;", "&", "<",
         "<ix:nonFraction contextRef=c0 unitRef=u0 name=a:b>", "</ix:nonFraction>", "<ix:nonNumeric name=a:b contextRef=c0>",
         "<ix:continuation id=a continuedAt=a>", "<title>", "<script>", "<font size=2>", "<hr>", *PHRASES]
    ), min_size=1, max_size=5,
).map("".join)  # fmt: skip
_TEXT_PIECES = st.lists(
    st.one_of(PHRASE, st.sampled_from(["\t", "\n", " ", "|", "- ", "# ", ".", "(", "A", "<td>", "<table>", "~", "of "])),
    min_size=1, max_size=5,
).map("".join)  # fmt: skip


def inputs(form: str, corpus: Path, size: int) -> SearchStrategy[Input]:
    """Hostile inputs of one form; ``corpus`` has the sample files, ``size`` is how large grown ones are."""
    samples = [path.read_bytes() for path in sorted(corpus.iterdir()) if path.suffix == SUFFIXES[form]]
    changed = _mutations(samples, form in {"docx", "xlsx"}) if samples else st.nothing()
    if form in {"text", "markdown"}:
        return st.one_of(_sound(_texts()), changed, _grown(_TEXT_PIECES, _utf8, size))
    if form == "csv":
        rows = st.builds(_csv_of, ROWS, st.sampled_from(",;\t|"))
        return st.one_of(_sound(rows), changed, _grown(st.builds(_csv_of, ROWS, st.just(",")), _utf8, size))
    if form in {"html", "ixbrl"}:
        whole = _sound(_tagged()) if form == "ixbrl" else _sound(st.lists(_markup(), max_size=8).map("".join), _page)
        wrap = _page if form == "html" else lambda text: _utf8(_IX + text)
        return st.one_of(whole, changed, _grown(_MARKUP_PIECES, wrap, size), _grown(_markup(), wrap, size))
    if form == "docx":
        return st.one_of(_sound(_words_xml(), _word), changed, _grown(_words_xml(), _word, size))
    made = {"xlsx": _books, "pdf": _pages, "zip": _archives}[form]()
    return st.one_of(
        made, changed, st.builds(lambda one, seed: (_changed(one[0], seed), ()), made, st.integers(0, 2**32))
    )
