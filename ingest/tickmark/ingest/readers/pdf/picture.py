"""A page as a picture, with a box lit."""

from __future__ import annotations

import math
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from tickmark.ingest.errors import UnknownPage, UnreadableFile
from tickmark.ingest.readers.pdf.opening import ONE_AT_A_TIME, open_pdf
from tickmark.ingest.readers.pdf.page import Box

__all__ = ["page_picture"]

_SCALE = 1.75  # pixels a point: 126 dots an inch
_MOST_PIXELS = 4_000_000
_ROOM = 1.5  # points around the lit box
_LIT, _EDGE = (255, 221, 51, 90), (196, 120, 0, 255)


def page_picture(data: bytes, page: int, lit: Box | None = None) -> bytes:
    """A page of a PDF file as PNG, no larger than four million pixels.

    Args:
        data: the file.
        page: which page, counted from 1.
        lit: a box on it in points from its top left corner.

    Raises:
        UnreadableFile: the file cannot be opened.
        UnknownPage: it has no such page.
    """
    with ONE_AT_A_TIME, open_pdf(data, "the document") as document:
        if not 1 <= page <= len(document):
            raise UnknownPage(f"there is no page {page}", hint=f"The document has {len(document)} pages.")
        image, scale = _rendered(document, page)
    if lit is not None:
        image = _with_box(image, lit, scale)
    out = BytesIO()
    image.save(out, format="PNG", compress_level=3)
    return out.getvalue()


def _rendered(document: pdfium.PdfDocument, page: int) -> tuple[Image.Image, float]:
    try:
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(_SCALE, math.sqrt(_MOST_PIXELS / max(1.0, width * height)))
        return sheet.render(scale=scale).to_pil().convert("RGB"), scale
    except pdfium.PdfiumError as error:
        raise UnreadableFile(f"page {page} is damaged", hint="Look at it in the file itself") from error


def _with_box(image: Image.Image, lit: Box, scale: float) -> Image.Image:
    sheet = Image.new("RGBA", image.size, (0, 0, 0, 0))
    left, top, right, bottom = lit
    corners = [(left - _ROOM) * scale, (top - _ROOM) * scale, (right + _ROOM) * scale, (bottom + _ROOM) * scale]
    ImageDraw.Draw(sheet).rectangle(corners, fill=_LIT, outline=_EDGE, width=max(1, round(scale)))
    return Image.alpha_composite(image.convert("RGBA"), sheet).convert("RGB")
