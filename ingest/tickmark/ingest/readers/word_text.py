"""What a Word paragraph says: its runs in order, footnote marks raised, tracked deletions and hidden text left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tickmark.ingest.readers.ooxml import Package, attribute, child, local, raised

__all__ = ["Notes", "Said", "Style", "Styles", "inline", "said_in"]

_LEFT_OUT = {"del": "tracked deletions", "moveFrom": "tracked moves"}
_SILENT = {"pPr", "rPr", "tblPr", "sdtPr", "sdtEndPr", "instrText", "delText", "Fallback", "proofErr"}
_PICTURES = {"drawing", "pict", "object"}
_BREAKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_ON = {None, "1", "true", "on"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs and runs; None where the style that it is based on decides."""

    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    listed: bool | None = None
    align: str | None = None
    hidden: bool | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a document, by their id."""

    known: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles in ``styles.xml``."""
        known = {}
        for style in root if root is not None else ():
            outline = attribute(child(style, "pPr", "outlineLvl"), "val")
            known[attribute(style, "styleId") or ""] = Style(
                (attribute(child(style, "name"), "val") or "").lower(),
                attribute(child(style, "basedOn"), "val"),
                int(outline) if outline and outline.isdecimal() else None,
                True if child(style, "pPr", "numPr") is not None else None,
                attribute(child(style, "rPr", "vertAlign"), "val"),
                _switch(child(style, "rPr", "vanish")),
            )
        return cls(known)

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """A style and those that it is based on; one that is based on itself ends."""
        for _ in range(20):
            style = self.known.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = style.based_on


def _switch(element: Element | None) -> bool | None:
    return None if element is None else attribute(element, "val") in _ON


@dataclass(slots=True)
class Notes:
    """Footnotes and endnotes: counted as they are referred to, read out where their section ends."""

    bodies: dict[tuple[str, str], Element] = field(default_factory=dict)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    waiting: list[tuple[str, Element]] = field(default_factory=list)

    @classmethod
    def of(cls, package: Package, related: dict[str, tuple[str, str]]) -> Notes:
        """The notes of a document."""
        bodies = {}
        for kind, path in related.values():
            root = package.part(path) if kind in {"footnotes", "endnotes"} else None
            for note in root if root is not None else ():
                if attribute(note, "type") in {None, "normal"}:
                    bodies[kind[:-1], attribute(note, "id") or ""] = note
        return cls(bodies)

    def refer(self, kind: str, reference: Element) -> str:
        """The mark to print where a note is referred to; "" when the text prints a mark of its own."""
        key = kind, attribute(reference, "id") or ""
        custom = attribute(reference, "customMarkFollows") in {"1", "true", "on"}
        mark = self.marks.get(key)
        if mark is None:
            mark = self.marks[key] = "" if custom else raised(str(1 + sum(map(bool, self.marks.values()))))
            if key in self.bodies:
                self.waiting.append((mark, self.bodies[key]))
        return mark


@dataclass(slots=True)
class Said:
    """What the reading of paragraphs shares, and counts: what is left out is reported."""

    styles: Styles
    notes: Notes
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Run:
    align: str | None = None
    hidden: bool = False


def _properties(run: Element, styles: Styles) -> _Run:
    properties = child(run, "rPr")
    chain = list(styles.chain(attribute(child(properties, "rStyle"), "val")))
    align = attribute(child(properties, "vertAlign"), "val") or next((s.align for s in chain if s.align), None)
    hidden = _switch(child(properties, "vanish"))
    if hidden is None:
        hidden = next((s.hidden for s in chain if s.hidden is not None), False)
    return _Run(align, hidden)


def inline(paragraph: Element, said: Said) -> tuple[str, list[Element]]:
    """The text of a paragraph, tabs and line breaks in it, and the text boxes that are anchored there."""
    out: list[str] = []
    boxes: list[Element] = []
    stack: list[tuple[Iterator[Element], _Run]] = [(iter(paragraph), _Run())]
    while stack:
        children, run = stack[-1]
        element = next(children, None)
        if element is None:
            stack.pop()
            continue
        name = local(element.tag)
        if name in _LEFT_OUT:
            said.left_out[_LEFT_OUT[name]] += 1
        elif name in _SILENT:
            continue
        elif name in _PICTURES:
            _pictured(element, boxes, said)
        elif name == "r":
            stack.append((iter(element), _properties(element, said.styles)))
        elif run.hidden:
            said.left_out["runs of hidden text"] += name == "t"
        elif (text := _text(element, name, run, said)) is not None:
            out.append(text)
        else:
            stack.append((iter(element), run))
    return "".join(out), boxes


def _text(element: Element, name: str, run: _Run, said: Said) -> str | None:
    """What an element of a run prints; None when its children say it."""
    if name == "t":
        text = (element.text or "").replace("\u00ad", "")
        return raised(text) if run.align == "superscript" else text
    if name == "br":
        return "\n" if attribute(element, "type") in {None, "textWrapping"} else ""
    if name in {"footnoteReference", "endnoteReference"}:
        return said.notes.refer(name.removesuffix("Reference"), element)
    if name == "sym":
        said.left_out["characters of symbol fonts"] += 1
        return ""
    return _BREAKS.get(name)


def _pictured(element: Element, boxes: list[Element], said: Said) -> None:
    """A drawing: its text boxes, or a picture that cannot be read."""
    chosen = _chosen(element)
    if chosen:
        boxes += chosen
    elif any(local(each.tag) in {"blip", "chart", "imagedata", "OLEObject", "relIds"} for each in element.iter()):
        said.left_out["pictures or charts"] += 1


def _chosen(element: Element) -> list[Element]:
    """The text boxes in a drawing, not those of the fallback that says the same for older programs."""
    found: list[Element] = []
    stack = [element]
    while stack:
        each = stack.pop()
        if local(each.tag) == "txbxContent":
            found.append(each)
        elif local(each.tag) != "Fallback":
            stack += reversed(each)
    return found


def said_in(element: Element) -> str:
    """All the words in an element, for what is nested too deep to be taken apart."""
    return " ".join(text for each in element.iter() if local(each.tag) == "t" and (text := each.text))
