"""Opening a PDF file, or saying why it cannot be read."""

from __future__ import annotations

from threading import RLock

import pypdfium2 as pdfium

from tickmark.ingest.errors import UnreadableFile

__all__ = ["MOST_PAGES", "MOST_SECONDS", "ONE_AT_A_TIME", "open_pdf"]

MOST_PAGES = 3_000
MOST_SECONDS = 900
ONE_AT_A_TIME = RLock()  # PDFium may not be used from two threads at once


def open_pdf(data: bytes, source: str) -> pdfium.PdfDocument:
    """The document. What only its owner's password restricts (printing, copying) opens without it.

    Raises:
        UnreadableFile: it is encrypted, damaged, or has no pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise UnreadableFile(
                "the PDF is encrypted: it opens only with a password",
                where=source,
                hint="Save a copy without the password and ingest that",
            ) from error
        raise UnreadableFile(
            "the PDF is damaged: it cannot be opened",
            where=source,
            hint="Check that it was saved or downloaded completely",
        ) from error
    if not len(document):
        document.close()
        raise UnreadableFile("the PDF has no pages", where=source, hint="Check that it was saved completely")
    return document
