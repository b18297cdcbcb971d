"""The ruled lines of a page, however many pieces they are drawn in."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from tickmark.ingest.readers.pdf.glyphs import Frame
from tickmark.ingest.readers.pdf.page import Rule

__all__ = ["rules_of"]

_MOST_OBJECTS = 40_000
_THICK = 3.0  # points: what is thicker is a bar or a box, no rule
_SHORT = 6.0  # points: what is shorter is no rule, only a piece of one
_TOUCHING = 1.0  # points between two pieces of one rule
_LEVEL = 0.6  # points: pieces of one rule stand no further apart


def rules_of(page: Any, frame: Frame) -> tuple[list[Rule], int]:
    """The ruled lines of a page, thin boxes and the sides of boxes included; and how many pictures it holds.

    Each piece as it is drawn comes first (the border of a cell), then the lines that touching pieces make together.
    """
    pieces: list[Rule] = []
    pictures = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        found = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(found)
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top):
            continue
        pieces += _lines_of(found, *frame.box(left.value, bottom.value, right.value, top.value))
    return [p for p in pieces if _length(p) >= _SHORT] + _joined(pieces), pictures


def _lines_of(found: Any, x0: float, y0: float, x1: float, y1: float) -> list[Rule]:
    """What of a drawn path is ruled lines: itself where it is thin, the sides of a box with an outline."""
    wide, high = x1 - x0, y1 - y0
    if min(wide, high) <= _THICK:
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        return [Rule(x0, middle[1], x1, middle[1]) if wide >= high else Rule(middle[0], y0, middle[0], y1)]
    if pdfium.FPDFPath_CountSegments(found) <= 5:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if pdfium.FPDFPath_GetDrawMode(found, fill, stroke) and stroke.value:
            return [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]
    return []


def _length(rule: Rule) -> float:
    return max(rule.x1 - rule.x0, rule.y1 - rule.y0)


def _joined(pieces: list[Rule]) -> list[Rule]:
    """Lines made of several pieces that touch, those across the page first."""
    rows = [(p.y0, p.x0, p.x1) for p in pieces if p.across]
    columns = [(p.x0, p.y0, p.y1) for p in pieces if not p.across]
    return [Rule(a, at, b, at) for at, a, b in _runs(rows)] + [Rule(at, a, at, b) for at, a, b in _runs(columns)]


def _runs(pieces: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """``(level, start, end)`` of the runs of two pieces and more, from pieces given the same way."""
    levels: list[list[tuple[float, float, float]]] = []
    for piece in sorted(pieces):
        if levels and piece[0] - levels[-1][0][0] < _LEVEL:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    runs: list[tuple[float, float, float]] = []
    for level in levels:
        at, count, start, end = level[0][0], 0, 0.0, 0.0
        for _, a, b in [*sorted(level, key=lambda p: p[1]), (at, float("inf"), float("inf"))]:
            if count and a - end <= _TOUCHING:
                count, end = count + (b > end), max(end, b)
                continue
            if count > 1 and end - start >= _SHORT:
                runs.append((at, start, end))
            count, start, end = 1, a, b
    return runs
