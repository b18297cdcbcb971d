"""From a page of the file to characters; with ``rules`` the only place that asks PDFium about content."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from tickmark.ingest.readers.pdf.page import Box, turned

__all__ = ["Frame", "Glyph", "Glyphs"]

MOST_GLYPHS = 60_000
_BOX = 1.11  # of the size of a font: how high the box of a letter is in most of them
_FAR = 1e6  # points: no page reaches so far
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b|-b$|cmbx", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|-i$", re.IGNORECASE)


@dataclass(slots=True)
class Glyph:
    """One printed character, its box and base line on the page as shown, and the quarter turns it is set at."""

    text: str
    box: Box
    base: tuple[float, float]
    index: int
    turn: int = 0
    apart: bool = False  # PDFium sees a blank before it


class Glyphs:
    """The characters of one page. Font names are asked for one at a time (:meth:`style`): most are never needed."""

    def __init__(self, page: Any, text: Any, width: float, height: float) -> None:
        self._text = text
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._matrix = pdfium.FS_MATRIX()
        self.width, self.height = width, height
        self.frame = Frame(page, width, height)
        self.cut = False
        self.unmapped = 0
        self.glyphs = list(self._read())
        self._turn()

    def _read(self) -> Iterator[Glyph]:
        text, frame = self._text, self.frame
        count = pdfium.FPDFText_CountChars(text)
        if count > MOST_GLYPHS:
            count, self.cut = MOST_GLYPHS, True
        rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        unicode, unknown, loose, origin = (
            pdfium.FPDFText_GetUnicode,
            pdfium.FPDFText_HasUnicodeMapError,
            pdfium.FPDFText_GetLooseCharBox,
            pdfium.FPDFText_GetCharOrigin,
        )
        flat, left, top = frame.quarters == 0, frame.left, frame.height + frame.bottom
        high, apart = 0, False
        for index in range(count):
            code = unicode(text, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            char = _char(code)
            if char is None:
                continue
            if char == " " and pdfium.FPDFText_IsGenerated(text, index) == 1:
                apart = True
                continue
            if char != " " and unknown(text, index) == 1:
                self.unmapped += 1  # the font does not say which letter it draws here
                continue
            if not loose(text, index, rect) or not origin(text, index, x, y):
                continue
            if flat:  # as frame.box and frame.point would have it, in a third of the time
                box = rect.left - left, top - rect.top, rect.right - left, top - rect.bottom
                base = x.value - left, top - y.value
            else:
                box, base = frame.box(rect.left, rect.bottom, rect.right, rect.top), frame.point(x.value, y.value)
            if char == " ":
                yield Glyph(char, box, base, index)
                continue
            across = -_FAR < box[0] < self.width and 0 < box[2] < _FAR
            if not across or not (-_FAR < box[1] < self.height and 0 < box[3] < _FAR):
                continue  # off the page, or nowhere (no number): not printed
            yield Glyph(char, box, base, index, apart=apart)
            apart = False

    def _turn(self) -> None:
        """Asks for angles only where characters follow one another up or down the page, or right to left."""
        odd = 0
        for a, b in zip(self.glyphs, self.glyphs[1:], strict=False):
            across, down = b.base[0] - a.base[0], abs(b.base[1] - a.base[1])
            size = max(a.box[2] - a.box[0], a.box[3] - a.box[1])
            odd += (abs(across) < 0.1 * size and 0.15 * size < down < 1.6 * size) or (
                -1.2 * size < across < 0 and not down
            )
        if odd < 3:
            return
        for glyph in self.glyphs:
            angle = pdfium.FPDFText_GetCharAngle(self._text, glyph.index)
            glyph.turn = (round(angle / (math.pi / 2)) + self.frame.quarters) % 4 if angle >= 0 else 0

    def letters(self, index: int) -> float:
        """The height of the letters of a character's font, by its size: that of the font's own box may be anything."""
        if not pdfium.FPDFText_GetMatrix(self._text, index, self._matrix):
            return 0.0
        size: float = pdfium.FPDFText_GetFontSize(self._text, index)
        return _BOX * size * math.hypot(self._matrix.c, self._matrix.d)

    def hidden(self, index: int) -> bool:
        """Whether a character is drawn without ink, as the words found by text recognition are."""
        found = pdfium.FPDFText_GetTextObject(self._text, index)
        return bool(found) and pdfium.FPDFTextObj_GetTextRenderMode(found) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE

    def style(self, index: int) -> tuple[bool, bool]:
        """(bold, italic) of a character, from the name of its font: the weight is often 0."""
        found = pdfium.FPDFText_GetTextObject(self._text, index)
        if not found:
            return False, False
        font = pdfium.FPDFTextObj_GetFont(found)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            bold = _BOLD.search(name) is not None or pdfium.FPDFFont_GetWeight(font) >= 600
            self._fonts[key] = bold, _ITALIC.search(name) is not None
        return self._fonts[key]


@lru_cache(maxsize=4096)
def _char(code: int) -> str | None:
    """The character to keep for a code; white space is a blank, a control character is none."""
    if code in {0x02, 0xAD}:
        return "-"  # how PDFium marks a hyphen at the end of a line; a soft hyphen that is printed
    if code in {0x09, 0x0A, 0x0D}:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xE000 <= code < 0xF900 or code in {0xFFFE, 0xFFFF, 0xFEFF, 0x200B}:
        return None
    char = chr(code)
    return " " if char.isspace() else char


class Frame:
    """From the file's own coordinates to the page as shown: the visible box, turned, from its top left corner."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        rect = pdfium.FS_RECTF()
        self.left, self.bottom = 0.0, 0.0
        self.width, self.height = width, height
        self.quarters = max(0, pdfium.FPDFPage_GetRotation(page)) % 4
        if pdfium.FPDF_GetPageBoundingBox(page, rect):
            self.left, self.bottom = rect.left, rect.bottom
        if self.quarters % 2:
            self.width, self.height = height, width

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box given by its sides."""
        upright = (
            left - self.left,
            self.height - (top - self.bottom),
            right - self.left,
            self.height - (bottom - self.bottom),
        )
        return turned(upright, self.quarters, self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point."""
        return self.box(x, y, x, y)[:2]
