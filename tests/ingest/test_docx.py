"""Word documents: what is text and what is not, tables with merged cells, notes, and broken files."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import figures, periods, values
from office_samples import (
    cell,
    holds,
    paragraph,
    paragraph_run,
    read_or_refused,
    table_xml,
    with_part,
    word,
    word_xml,
    zipped,
)

from tickmark.ingest import read
from tickmark.ingest.errors import UnreadableFile
from tickmark.ingest.model import Heading, Paragraph, Table


def filing(body, **parts):
    found = read(word_xml(body, **parts), "a.docx")
    holds(found)
    return found


def example(document):
    document.add_heading("Example Works plc", 0)
    document.add_paragraph("Results for the year ended 31 December 2023")
    document.add_heading("Income", 1)
    table = document.add_table(rows=4, cols=3)
    rows = (
        ("£ million", "Year ended 31 December", ""),
        ("", "2023", "2022"),
        ("Revenue", "1,234.5", "1,100.0"),
        ("Loss", "(12.0)", "-"),
    )
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_paragraph("Revenue rose by 5%.")
    document.add_paragraph("First point", style="List Bullet")


EXAMPLE = word(example)


def test_a_document_is_read_in_order_with_its_outline():
    found = read(EXAMPLE, "results.docx")
    holds(found)
    assert [type(block).__name__ for block in found.blocks] == [
        "Heading",
        "Paragraph",
        "Heading",
        "Table",
        "Paragraph",
        "Paragraph",
    ]
    assert (found.issuer, found.title) == ("Example Works plc", "Results for the year ended 31 December 2023")
    assert found.tables[0].section == ("Income",)
    assert found.media_type.endswith("wordprocessingml.document")


def test_a_header_of_two_levels_and_the_unit_over_the_labels():
    table = read(EXAMPLE, "results.docx").tables[0]
    assert [column.path for column in table.columns] == [
        ("Year ended 31 December", "2023"),
        ("Year ended 31 December", "2022"),
    ]
    assert values(table) == {"Revenue": ["1234.5", "1100.0"], "Loss": ["-12.0", "nil"]}
    assert periods(table) == ["2023-01-01/2023-12-31", "2022-01-01/2022-12-31"]
    assert {(f.unit, f.scale) for row in table.rows for f in figures(row)} == {("GBP", 1_000_000)}


def test_a_cell_over_rows_is_printed_in_the_first_of_them():
    rows = (
        cell("Source") + cell("Method") + cell("2023"),
        cell("Scope 2", '<w:vMerge w:val="restart"/>') + cell("location") + cell("9,246"),
        cell("", "<w:vMerge/>") + cell("market") + cell("2,114"),
    )
    assert values(filing(table_xml(*rows)).tables[0]) == {"Scope 2 > location": ["9246"], "Scope 2 > market": ["2114"]}


def test_a_table_in_a_cell_is_read_after_the_one_it_stands_in():
    inner = table_xml(cell("Item") + cell("2023"), cell("Inner") + cell("7"))
    outer = table_xml(cell("Item") + cell("2023"), cell("Outer", more=inner) + cell("5"))
    assert [values(table) for table in filing(outer).tables] == [{"Outer": ["5"]}, {"Inner": ["7"]}]


def test_a_table_of_one_cell_is_a_frame():
    framed = filing(table_xml(cell("Profit rose to £5 million in 2023.")))
    assert [type(block) for block in framed.blocks] == [Paragraph]
    assert framed.blocks[0].figures[0].printed == "£5 million"


def test_deleted_and_hidden_text_is_no_text_and_is_counted():
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Profit was </w:t></w:r>'
        "<w:del><w:r><w:delText>£9 million</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>£5 million.</w:t></w:r></w:ins></w:p>"
        + paragraph("Secret £7 million", "<w:vanish/>")
        + "<w:moveFrom><w:p/></w:moveFrom>"
    )
    found = filing(body)
    assert found.text == "Profit was £5 million.\n"
    assert "1 tracked deletions are left out" in found.warnings
    assert "1 runs of hidden text are left out" in found.warnings


def test_a_deleted_row_is_no_row():
    rows = "<w:tr>{}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr><w:tr>{}</w:tr>"
    body = rows.format(cell("Item") + cell("2023"), cell("Gone") + cell("1"), cell("Kept") + cell("2"))
    assert values(filing(f"<w:tbl>{body}</w:tbl>").tables[0]) == {"Kept": ["2"]}


def test_a_footnote_is_marked_and_read_out_at_the_end_of_its_section():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    rows = (
        cell("Item") + cell("2023"),
        cell("Waste") + f"<w:tc><w:p><w:r><w:t>61,730</w:t></w:r>{reference}</w:p></w:tc>",
    )
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">'
        + paragraph("Estimated from last year's.")
        + "</w:footnote>"
    )
    heading = paragraph("Next part", properties='<w:outlineLvl w:val="0"/>')
    found = filing(table_xml(*rows) + heading + paragraph("The end."), footnotes=notes)
    (figure,) = found.tables[0].figures
    assert (figure.printed, figure.footnotes) == ("61,730", ("1",))
    assert found.text.index("¹ Estimated from last year's.") < found.text.index("Next part")


def test_raised_letters_and_digits_are_marks_and_raised_words_are_not():
    raised = '<w:vertAlign w:val="superscript"/>'
    body = "".join(
        paragraph(word, more=paragraph_run(mark, raised)) for word, mark in (("CO", "2"), ("net", "a"), ("21", "st"))
    )
    assert filing(body).text.split() == ["CO²", "netᵃ", "21st"]


def test_text_boxes_are_read_once_and_pictures_are_counted():
    box = f"<w:txbxContent>{paragraph('Boxed words here.')}</w:txbxContent>"
    choice, fallback = f"<w:drawing><x>{box}</x></w:drawing>", f"<w:pict>{box}</w:pict>"
    either = f"<AlternateContent><Choice>{choice}</Choice><Fallback>{fallback}</Fallback></AlternateContent>"
    picture = "<w:r><w:drawing><blip/></w:drawing></w:r>"
    found = filing(paragraph("Before.", more=f"<w:r>{either}</w:r>{picture}"))
    assert found.text == "Before.\n\nBoxed words here.\n"
    assert "1 pictures or charts are left out" in found.warnings


def test_headings_by_style_by_the_style_it_is_based_on_and_by_outline_level():
    styles = (
        '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:styleId="Loop"><w:name w:val="loop"/><w:basedOn w:val="Loop"/></w:style>'
    )
    body = (
        paragraph("of the second level", properties='<w:pStyle w:val="H2"/>')
        + paragraph("based on it", properties='<w:pStyle w:val="Own"/>')
        + paragraph("by its outline", properties='<w:outlineLvl w:val="2"/>')
        + paragraph("in a circle, which is no heading.", properties='<w:pStyle w:val="Loop"/>')
    )
    found = filing(body, styles=styles)
    assert [(b.text, b.level) for b in found.blocks if isinstance(b, Heading)] == [
        ("of the second level", 2),
        ("based on it", 2),
        ("by its outline", 3),
    ]


def test_running_headers_and_comments_are_set_aside_and_counted():
    found = filing(paragraph("Body."), header1=paragraph("Draft 7"), comments="<w:comment/><w:comment/>")
    assert found.text == "Body.\n"
    assert {"1 running headers and footers are left out", "2 comments are left out"} <= set(found.warnings)


def test_paragraphs_set_with_tabs_are_a_table_when_they_end_with_values():
    lines = ["Item<w:tab/>2023<w:tab/>2022", "Revenue<w:tab/>12<w:tab/>10", "Costs<w:tab/>7<w:tab/>6"]
    body = "".join(
        "<w:p><w:r>" + "<w:tab/>".join(f"<w:t>{t}</w:t>" for t in line.split("<w:tab/>")) + "</w:r></w:p>"
        for line in lines
    )
    assert values(filing(body).tables[0]) == {"Revenue": ["12", "10"], "Costs": ["7", "6"]}
    prose = "<w:p><w:r><w:t>(a)</w:t><w:tab/><w:t>the first of two points</w:t></w:r></w:p>" * 2
    assert filing(prose).tables == ()


# --- the worst -------------------------------------------------------------------------------------------------------


def nested(depth):
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("5 tonnes in 2023") + "</w:tc></w:tr></w:tbl>" * depth


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (nested(1000), "nested tables"),
        (table_xml(*[cell(f"Row {n}") + cell(str(n)) for n in range(3000)]), ""),
        (
            table_xml(cell("Item") + cell("2023"), cell("Long") + cell("five tonnes " * 100_000)),
            "goes on below its table",
        ),
        (paragraph("x " * 100_000), "read in pieces"),
        (table_xml("".join(cell(str(n)) for n in range(700)), cell("a") + cell("1")), "columns was cut"),
        (table_xml(cell("a", '<w:gridSpan w:val="999999999"/>') + cell("1"), cell("b") + cell("2")), "columns was cut"),
    ],
    ids=["nested", "rows", "a long cell", "a long paragraph", "columns", "a span without end"],
)
def test_what_is_too_much_is_bounded_and_reported(body, told):
    started = time.process_time()
    found = filing(body)
    assert time.process_time() - started < 20
    assert any(told in warning for warning in found.warnings) or not told


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (word_xml(""), "no words"),
        (EXAMPLE[:2000], "damaged"),
        (with_part(EXAMPLE, "word/document.xml", lambda xml: xml[:-30]), "not well-formed"),
        (
            with_part(EXAMPLE, "word/document.xml", lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml),
            "type declaration",
        ),
        (zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis", "META-INF/manifest.xml": "", "content.xml": ""}), "OpenDocument"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old Office document"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_cannot_be_read_is_refused_in_so_many_words(data, words):
    with pytest.raises(UnreadableFile, match=words):
        read(data, "a.docx")


NAMES = [
    "p",
    "r",
    "t",
    "tab",
    "br",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "gridSpan",
    "vMerge",
    "del",
    "ins",
    "sdt",
    "sdtContent",
    "drawing",
]
NAMES += [
    "txbxContent",
    "footnoteReference",
    "pPr",
    "pStyle",
    "outlineLvl",
    "numPr",
    "trPr",
    "gridBefore",
    "AlternateContent",
    "Choice",
]
TREES = st.recursive(
    st.sampled_from(["5 million", "2023", "Revenue", "(1,234)", "%", "", "**", "&amp;", "&#8199;"]).map(
        lambda t: f"<w:t>{t}</w:t>"
    ),
    lambda inner: st.builds(
        lambda name, value, parts: f'<w:{name} w:val="{value}" w:id="{value}">{"".join(parts)}</w:{name}>',
        st.sampled_from(NAMES),
        st.sampled_from(["1", "0", "-1", "restart", "99999", "²", "x"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=6))
@settings(max_examples=150, deadline=2000)
def test_any_tree_of_elements_is_read_or_refused(trees):
    body = "".join(trees)
    read_or_refused(word_xml(body, footnotes=f'<w:footnote w:id="1">{body}</w:footnote>', styles=body), "a.docx")


@given(st.data())
@settings(max_examples=150, deadline=2000)
def test_a_damaged_document_is_read_or_refused(data):
    start = data.draw(st.integers(0, len(EXAMPLE)))
    junk = data.draw(st.binary(max_size=40))
    read_or_refused(
        EXAMPLE[:start] + junk + EXAMPLE[start + len(junk) :] if data.draw(st.booleans()) else EXAMPLE[:start] + junk,
        "a.docx",
    )


@given(st.data())
@settings(max_examples=150, deadline=2000)
def test_a_document_with_a_damaged_part_is_read_or_refused(data):
    name = data.draw(
        st.sampled_from(
            [
                "word/document.xml",
                "word/styles.xml",
                "word/_rels/document.xml.rels",
                "[Content_Types].xml",
                "_rels/.rels",
            ]
        )
    )

    def change(xml):
        at = data.draw(st.integers(0, len(xml)))
        return (
            xml[:at]
            + data.draw(st.binary(max_size=20) | st.sampled_from([b"<", b">", b'"', b"</w:p>", b"<w:p>"]))
            + xml[at + data.draw(st.integers(0, 9)) :]
        )

    read_or_refused(with_part(EXAMPLE, name, change), "a.docx")


def test_tables_keep_their_words():
    body = table_xml(cell("Item") + cell("2023"), cell("Revenue") + cell("12"))
    (table,) = (block for block in filing(body).blocks if isinstance(block, Table))
    assert table.grid == (("Item", "2023"), ("Revenue", "12"))
