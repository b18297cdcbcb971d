"""Write the PDF filing of the corpus: ``python corpus/make_pdf.py``, then ``corpus/build_manifest.py``.

The same bytes come out each time (with the same version of ReportLab): no date, no identifier, no compression. Every
word has a place of its own, as in a printed report: prose in two columns, a running head on each page, a table that
goes on over the page under its header, small raised marks and the footnotes that they call.
"""

from io import BytesIO
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FILINGS = Path(__file__).resolve().parent / "filings"
SAMPLE = "Sample filing written for Tickmark; the issuer and every figure in it are invented."
NAME = "Quillhaven Pumps Corporation"
WIDTH, HEIGHT = 612, 792
LEFT, MIDDLE, RIGHT = 60, 318, 552
EDGES = (392, 472, 552)
FONT = "Helvetica"

LETTER = [
    "Our customers move water, and they want to do it with less power. In 2024 we shipped 61,400 pumps, and more than "
    "half of them ran on motors that change their speed with the load. Net sales grew to $954.4 million.",
    "The plant in Duluth was rebuilt while it kept working. We spent $27.3 million on it over "
    "two years, and its second "
    "line came into use in June 2024. It can now make 24,000 pumps a year.",
    "Service is the part of our business that grows fastest. Our technicians made 48,700 "
    "visits in 2024, and 36% of the "
    "pumps that we look after now report how they run by themselves.",
    "We lowered our debt by $29.5 million and raised the dividend for the eleventh year in a row. In February 2025 the "
    "Board declared a dividend of $0.15 per share for the first quarter.",
    "For 2025 we expect net sales of $985 million to $1,010 million. Tariffs on castings could "
    "cost us $6 million, most "
    "of which we hope to pass on.",
    "I thank the 3,260 people of Quillhaven, and the farmers, operators and engineers who call "
    "us first when a pump stops.",
]
RECORD = [
    ("Number of pumps shipped (thousands)",),
    ("Submersible pumps", "22.8", "21.1", "20.4"),
    ("Centrifugal pumps", "19.6", "19.0", "18.2"),
    ("Metering pumps", "11.7", "10.9", "10.1"),
    ("Vacuum pumps", "7.3", "7.0", "7.4"),
    ("All pumps", "61.4", "58.0", "56.1"),
    ("Net sales by country ($ million)",),
    ("United States", "512.6", "479.3", "451.0"),
    ("Canada", "88.2", "84.9", "80.7"),
    ("Mexico", "41.5", "38.8", "35.2"),
    ("Germany", "72.4", "70.1", "68.8"),
    ("United Kingdom", "58.9", "57.6", "55.5"),
    ("France", "37.3", "36.2", "35.9"),
    ("India", "49.7", "42.6", "36.8"),
    ("Australia", "45.1", "41.9", "39.4"),
    ("Other countries", "48.7", "46.3", "45.8"),
    ("All countries", "954.4", "897.7", "849.1"),
    ("Service",),
    ("Number of visits by technicians", "48,700", "45,150", "42,320"),
    ("Number of pumps under contract (thousands)", "134.5", "121.8", "110.6"),
    ("Contracts renewed (%)", "91.4", "90.2", "88.7"),
    ("Number of people at year end",),
    ("Water Systems", "1,842", "1,790", "1,731"),
    ("Process Equipment", "1,214", "1,205", "1,188"),
    ("Corporate", "204", "211", "215"),
    ("All people", "3,260", "3,206", "3,134"),
    ("Safety",),
    ("Number of injuries per 200,000 hours^1", "1.32", "1.51", "1.78"),
    ("Number of days lost", "412", "498", "563"),
    ("Number of hours of safety training^2", "39,120", "34,870", "31,450"),
    ("Suppliers",),
    ("Number of suppliers audited", "86", "74", "61"),
    ("Castings bought at home (%)", "63.5", "66.2", "70.4"),
]
BREAK = 17  # so many rows of the record stand on its first page
NOTES = [
    "1 Contract workers are counted from 2023 on.",
    "2 Training by makers of equipment is not counted.",
]


class Page:
    """A canvas on which places count from the top left corner, in points."""

    def __init__(self) -> None:
        self.out = BytesIO()
        self.canvas = Canvas(self.out, pagesize=(WIDTH, HEIGHT), pageCompression=0, invariant=1)
        self.number = 0

    def text(self, x: float, y: float, words: str, size: float = 10, *, font: str = FONT, right: bool = False) -> None:
        """Words at a place; ``^1`` at their end is set small and raised."""
        words, _, mark = words.partition("^")
        self.canvas.setFont(font, size)
        (self.canvas.drawRightString if right else self.canvas.drawString)(x, HEIGHT - y, words)
        if mark:
            self.canvas.setFont(font, size * 0.6)
            self.canvas.drawString(x + stringWidth(words, font, size), HEIGHT - y + size * 0.35, mark)

    def bold(self, x: float, y: float, words: str, size: float = 10, *, right: bool = False) -> None:
        """Words at a place, in bold type."""
        self.text(x, y, words, size, font=f"{FONT}-Bold", right=right)

    def begin(self) -> None:
        """The running head and foot."""
        self.number += 1
        self.text(LEFT, 36, f"{NAME} | Annual report 2024", 8)
        self.text(RIGHT, 764, str(self.number), 8, right=True)

    def column(self, x: float, y: float, width: float, paragraphs: list[str]) -> None:
        """Paragraphs in one column, broken where the next word no longer fits."""
        for paragraph in paragraphs:
            line = ""
            for word in [*paragraph.split(), ""]:
                if word and stringWidth(f"{line} {word}", FONT, 10) <= width:
                    line = f"{line} {word}".strip()
                    continue
                self.text(x, y, line)
                line, y = word, y + 13
            y += 7

    def rows(self, y: float, rows: list[tuple[str, ...]]) -> float:
        """Rows of the record under their header; those of one word head a group."""
        self.bold(LEFT, y, "Year ended December 31,")
        for edge, year in zip(EDGES, ("2024", "2023", "2022"), strict=True):
            self.bold(edge, y, year, right=True)
        self.canvas.line(LEFT, HEIGHT - y - 5, RIGHT, HEIGHT - y - 5)
        for label, *numbers in rows:
            y += 19
            if not numbers:
                self.bold(LEFT, y, label)
                continue
            self.text(LEFT + 12, y, label)
            for edge, number in zip(EDGES, numbers, strict=True):
                self.text(edge, y, number, right=True)
        return y


def report() -> bytes:
    """The annual report: cover, letter, record on two pages."""
    page = Page()
    page.begin()
    page.bold(LEFT, 150, NAME, 24)
    page.bold(LEFT, 190, "Annual report 2024", 18)
    page.text(LEFT, 230, "For the year ended December 31, 2024")
    page.text(LEFT, 250, "Stock code: QHVN (New York Stock Exchange)")
    page.text(LEFT, 270, "Published March 28, 2025")
    page.canvas.showPage()
    page.begin()
    page.bold(LEFT, 80, "Letter to our stockholders", 16)
    page.column(LEFT, 112, MIDDLE - LEFT - 18, LETTER[:3])
    page.column(MIDDLE, 112, RIGHT - MIDDLE, LETTER[3:])
    page.text(LEFT, 700, "Imogen Castellan, Chief Executive Officer")
    page.canvas.showPage()
    page.begin()
    page.bold(LEFT, 80, "Three-year record", 16)
    page.text(LEFT, 102, "The record is not audited.")
    page.rows(130, RECORD[:BREAK])
    page.canvas.showPage()
    page.begin()
    page.bold(LEFT, 80, "Three-year record (continued)", 12)
    y = page.rows(110, RECORD[BREAK:]) + 26
    for note in NOTES:
        page.text(LEFT, y, note, 8)
        y += 12
    page.text(LEFT, y + 20, SAMPLE, 8)
    page.canvas.showPage()
    page.canvas.save()
    return page.out.getvalue()


if __name__ == "__main__":
    (FILINGS / "quillhaven-annual-report-2024.pdf").write_bytes(report())
