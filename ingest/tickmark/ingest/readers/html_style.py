"""What a tag's style says of its text: hidden, bold, italic, underlined, how large, how set on the line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tickmark.ingest.readers.html_tokens import attributes

__all__ = ["PLAIN", "Style", "styled"]

_SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)\s*(pt|px|em|%)?")
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|lighter|[1-5]00)|font\s*:[^;]*\bbold\b")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_ALIGN = re.compile(r"text-align\s*:\s*(center|right|left|justify)")
_BREAK = re.compile(r"page-break-(?:before|after)\s*:\s*always|break-(?:before|after)\s*:\s*page")
_INDENT = re.compile(
    r"(?:padding|margin)-left\s*:\s*(-?\d+(?:\.\d+)?)\s*(pt|px|em)?|text-indent\s*:\s*(-?\d+(?:\.\d+)?)\s*(pt|px|em)?"
)
_EDGES = re.compile(r"(?<![\w-])(?:padding|margin)\s*:\s*([^;!]+)")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|px|em)?")
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|top\b(?=.*font-size\s*:\s*[1-6](?:\.\d+)?pt))")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 10.0, "%": 0.1, "": 0.75}
_BOLD_TAGS = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a run of text, inherited from tag to tag. Sizes are points."""

    hidden: bool = False
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    size: float = 0.0
    align: str = ""
    indent: float = 0.0


PLAIN = Style()


@lru_cache(maxsize=16_384)
def styled(style: Style, name: str, inside: str) -> tuple[Style, bool]:
    """``style`` as a tag changes it, and whether the tag breaks the page."""
    changed = style
    if name in _BOLD_TAGS:
        changed = replace(changed, bold=True)
    elif name in {"i", "em"}:
        changed = replace(changed, italic=True)
    elif name == "u":
        changed = replace(changed, underlined=True)
    elif name == "sup":
        changed = replace(changed, raised=True)
    elif name == "center":
        changed = replace(changed, align="center")
    if not inside or inside.isspace():
        return changed, False
    given = attributes(inside)
    if "hidden" in given:
        changed = replace(changed, hidden=True)
    if given.get("align"):
        changed = replace(changed, align=given["align"].lower())
    css = given.get("style", "").lower()
    return (_css(changed, css), _BREAK.search(css) is not None) if css else (changed, False)


def _css(style: Style, css: str) -> Style:
    """``style`` with what an inline style sheet says."""
    if _HIDDEN.search(css):
        style = replace(style, hidden=True)
    if weight := _WEIGHT.search(css):
        word = weight[1] or "bold"
        style = replace(style, bold=word.startswith("bold") or (word[0].isdigit() and int(word) >= 600))
    if "italic" in css:
        style = replace(style, italic=True)
    if "underline" in css:
        style = replace(style, underlined=True)
    if _RAISED.search(css):
        style = replace(style, raised=True)
    if size := _SIZE.search(css):
        style = replace(style, size=float(size[1]) * _POINTS[size[2] or ""])
    if align := _ALIGN.search(css):
        style = replace(style, align=align[1])
    indent = sum(float(a or b) * _POINTS[u or v or ""] for a, u, b, v in _INDENT.findall(css))
    indent += sum(_left(edges.split()) for edges in _EDGES.findall(css))
    return replace(style, indent=style.indent + indent) if indent else style


def _left(edges: list[str]) -> float:
    """The left one of lengths given for one to four edges, from the top clockwise, in points."""
    at = {1: 0, 2: 1, 3: 1, 4: 3}.get(len(edges))
    length = None if at is None else _LENGTH.fullmatch(edges[at])
    return float(length[1]) * _POINTS[length[2] or ""] if length else 0.0
