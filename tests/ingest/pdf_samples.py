"""Small PDF files, set by hand so that every place is known."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tickmark.ingest import read
from tickmark.ingest.model import Metadata, Paragraph

WIDTH, HEIGHT = 595.0, 842.0
GIVEN = Metadata(issuer="Fenwick Mills plc", published="2025-03-01")
BALANCE = [
    ("", "2024", "2023"),
    ("Stocks of cloth", "1,204", "998"),
    ("Debtors", "310", "(27)"),
    ("Total", "1,514", "971"),
]


class Sheet:
    """Pages set one after the other; ``y`` counts from the top of the page."""

    def __init__(self, **how):
        self.out = BytesIO()
        self.canvas = Canvas(self.out, pagesize=(WIDTH, HEIGHT), invariant=1, **how)
        self.font()

    def font(self, size=10.0, name="Helvetica"):
        self.canvas.setFont(name, size)
        self.size, self.name = size, name
        return self

    def text(self, x, y, words, *, right=False, centre=False):
        put = (
            self.canvas.drawRightString
            if right
            else self.canvas.drawCentredString
            if centre
            else self.canvas.drawString
        )
        put(x, HEIGHT - y, words)
        return self

    def bold(self, x, y, words, **how):
        size = self.size
        self.font(size, "Helvetica-Bold").text(x, y, words, **how)
        return self.font(size)

    def lines(self, x, y, lines, step=12.0):
        for at, line in enumerate(lines):
            self.text(x, y + at * step, line)
        return self

    def rule(self, x0, y0, x1, y1):
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        return self

    def rows(self, y, rows, *, label=60.0, edges=(400.0, 500.0), step=14.0):
        """Rows of a label and numbers set flush right at ``edges``; brackets hang over the edge."""
        for at, (words, *numbers) in enumerate(rows):
            if words:
                self.text(label, y + at * step, words)
            for edge, number in zip(edges, numbers, strict=False):
                if number:
                    hang = self.canvas.stringWidth(")", self.name, self.size) if number.endswith(")") else 0
                    self.text(edge + hang, y + at * step, number, right=True)
        return self

    def hidden(self, x, y, words):
        """Words without ink, as text recognition lays them under a picture."""
        out = self.canvas.beginText(x, HEIGHT - y)
        out.setTextRenderMode(3)
        out.textOut(words)
        self.canvas.drawText(out)
        return self

    def picture(self):
        self.canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), (90, 120, 150))), 100, 300, 300, 300)
        return self

    def page(self):
        self.canvas.showPage()
        return self.font(self.size)

    def turn(self, degrees):
        self.canvas.setPageRotation(degrees)
        return self

    def done(self):
        self.canvas.showPage()
        self.canvas.save()
        return self.out.getvalue()


def read_pdf_of(sheet, name="sample.pdf"):
    return read(sheet if isinstance(sheet, bytes) else sheet.done(), name, GIVEN)


def locked(user, owner="the owner"):
    return StandardEncryption(user, ownerPassword=owner, canPrint=0)


def numbers(table):
    """{label path: the numbers of its row}."""
    return {
        " > ".join(row.label_path): [
            str(f.number) if f.status == "value" else f.status for cell in row.cells for f in cell.figures
        ]
        for row in table.rows
    }


def prose(filing):
    return [block.text for block in filing.blocks if isinstance(block, Paragraph)]


def unnamed_letters(words=None):
    """A page whose first line is set in a font that does not say which letters it draws; ``words`` stand below it."""
    content = b"BT /F1 12 Tf 72 700 Td <00240025002600270028> Tj ET"
    content += f" BT /F2 12 Tf 72 650 Td ({words}) Tj ET".encode() if words else b""
    fonts = b"<</F1 5 0 R/F2 8 0 R>>"
    system = b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return _file_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font" + fonts + b">>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo" + system + b"/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/Odd/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200"
        b"/CapHeight 700/StemV 80>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def ligatures():
    """A line with "ff" and "ffi" drawn as one letter each."""
    content = b"BT /F1 12 Tf 72 700 Td (The sta\x80 of the o\x81ce) Tj ET"
    named = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange"
        b" 2 beginbfchar <80> <00660066> <81> <006600660069> endbfchar endcmap end"
    )
    widths = b" ".join({0x80: b"600", 0x81: b"850"}.get(code, b"500") for code in range(32, 130))
    return _file_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 129/Widths["
        + widths
        + b"]/ToUnicode 6 0 R"
        b"/ToUnicode 6 0 R/Encoding/WinAnsiEncoding>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(named), named),
    )


def _file_of(*objects):
    """A PDF file of these objects, the first of them its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out + head + table + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    )


def boxed(sheet, top, rows, *, edges=(60.0, 220.0, 320.0, 420.0), high=28.0):
    """Rows of cells ruled off on all sides; a cell of several lines has them separated by "/"."""
    for at in range(len(rows) + 1):
        sheet.rule(edges[0], top + at * high, edges[-1], top + at * high)
    for x in edges:
        sheet.rule(x, top, x, top + len(rows) * high)
    for at, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            lines = cell.split("/")
            first = top + at * high + (12 if len(lines) > 1 else 18)
            for n, line in enumerate(lines):
                if column:
                    sheet.text(edges[column + 1] - 4, first + 11 * n, line, right=True)
                else:
                    sheet.text(edges[0] + 4, first + 11 * n, line)
    return sheet
