"""Pages of an open document as words and rules."""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

from tickmark.ingest.readers.pdf.glyphs import Glyphs
from tickmark.ingest.readers.pdf.overprint import without_overprint
from tickmark.ingest.readers.pdf.page import Page, Rule, turned
from tickmark.ingest.readers.pdf.rules import rules_of
from tickmark.ingest.readers.pdf.words import words_of

__all__ = ["load_page"]


def load_page(document: pdfium.PdfDocument, index: int) -> Page:
    """Page ``index`` (0-based). A page that PDFium cannot load is empty, with ``broken`` set."""
    handle = raw.FPDF_LoadPage(document, index)
    if not handle:
        return Page(index + 1, 0.0, 0.0, broken=True)
    text = raw.FPDFText_LoadPage(handle)
    try:
        width, height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
        glyphs = Glyphs(handle, text, width, height)
        words, aside, turn = words_of(glyphs)
        words, overprinted = without_overprint(words)
        rules, pictures = rules_of(handle, glyphs.frame)
        if turn:
            rules = [Rule(*turned((r.x0, r.y0, r.x1, r.y1), -turn % 4, width, height)) for r in rules]
        return Page(
            index + 1,
            width,
            height,
            words,
            aside,
            rules,
            pictures,
            turn,
            glyphs.cut,
            overprinted=overprinted,
            unmapped=glyphs.unmapped,
        )
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(handle)
