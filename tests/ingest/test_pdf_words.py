"""Every word that a page prints is accounted for: it stands in a block, or the filing says what it left out."""

from collections import Counter
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_samples import HEIGHT, WIDTH, Sheet, read_pdf_of

from tickmark.ingest.model import Table

KINDS = ("line", "indented", "right", "heading", "columns", "row", "row", "short row", "mark", "leaders", "large")
PAGE = st.lists(st.sampled_from(KINDS), max_size=24)
TURNS = {0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}


def words_of(filing):
    """What the blocks of a filing show, as a count of words; marks that hang on a number stand apart."""
    shown = []
    for block in filing.blocks:
        shown += [cell for row in block.grid for cell in row] if isinstance(block, Table) else [block.text]
    return Counter(" ".join(shown).split())


class Printer:
    """Prints words that are all different, each in a place of its own, and notes them."""

    def __init__(self):
        self.sheet, self.names, self.printed = Sheet(), count(1), []

    def turn(self, degrees):
        """The page is turned when it is shown, and what it prints is upright then."""
        self.sheet.turn(degrees).canvas.translate(*TURNS[degrees])
        self.sheet.canvas.rotate(degrees)

    def words(self, many):
        found = [f"w{next(self.names)}q" for _ in range(many)]
        self.printed += found
        return " ".join(found)

    def number(self):
        found = f"{next(self.names) + 10_000:,}"
        self.printed.append(found)
        return found

    def put(self, kind, y):
        sheet = self.sheet
        if kind == "line":
            sheet.text(60, y, self.words(12))
        elif kind == "indented":
            sheet.text(110, y, self.words(4))
        elif kind == "right":
            sheet.text(530, y, self.words(2), right=True)
        elif kind == "heading":
            sheet.bold(60, y, self.words(3))
        elif kind == "columns":
            sheet.text(60, y, self.words(5)).text(320, y, self.words(5))
        elif kind == "row":
            sheet.rows(y, [(self.words(2), self.number(), self.number())])
        elif kind == "short row":
            sheet.rows(y, [(self.words(1), "", self.number())])
        elif kind == "mark":
            sheet.text(60, y, self.words(1)).font(6).text(400, y - 3, self.words(1)).font(10)
        elif kind == "leaders":
            sheet.text(60, y, f"{self.words(2)} " + "." * 60).text(500, y, self.number(), right=True)
        else:
            sheet.font(16).text(60, y, self.words(4)).font(10)

    def heads(self, page):
        """A running head and the number of the page, on every page the same."""
        self.sheet.text(60, 30, "Fenwick Mills plc").text(297, 820, str(page), centre=True)


@given(st.lists(st.tuples(PAGE, st.sampled_from(list(TURNS))), min_size=1, max_size=4), st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_word_of_a_page_stands_in_a_block(pages, headed):
    printer = Printer()
    for number, (kinds, turn) in enumerate(pages, 1):
        printer.turn(turn)
        for at, kind in enumerate(kinds):
            printer.put(kind, 70 + 30 * at)
        if headed:
            printer.heads(number)
        printer.sheet.page()
    if not printer.printed:
        return
    filing = read_pdf_of(printer.sheet)
    found = words_of(filing)
    assert Counter(printer.printed) - found == Counter()
    if headed and "Fenwick" not in found:
        assert any("were set aside on" in warning for warning in filing.warnings)
