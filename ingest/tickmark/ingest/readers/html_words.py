"""The words of a paragraph with the place of each character: entities resolved, white space folded."""

from __future__ import annotations

import re
from html import unescape

from tickmark.ingest.markup import Marked, places, raised
from tickmark.ingest.readers.html_nodes import Paragraph

__all__ = ["joined", "words_of"]

_RUN = r"[^\s&\u00a0\u00ad\u2000-\u200d\u202f\u2060\u3000\ufeff]+"
_REST = (
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<nothing>[\u00ad\u200b-\u200d\u2060\ufeff]+)"
    r"|(?P<space>[\s\u00a0\u2000-\u200a\u202f\u3000]+)|(?P<bare>&)"
)
_PART = re.compile(rf"(?P<run>{_RUN}){_REST}")
_WORDS = re.compile(rf"(?P<run>{_RUN}(?: {_RUN})*){_REST}")  # words with one plain blank between stay as they are
_NOTHING = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def words_of(source: str, paragraph: Paragraph) -> Marked:
    """The plain text of a paragraph; raised digits and single letters become superscripts (footnote marks)."""
    return _words(source, paragraph.runs)


def _words(source: str, runs: list[tuple[int, int, bool]]) -> Marked:
    if len(runs) == 1 and not runs[0][2]:
        whole = _WORDS.match(source, *runs[0][:2])
        if whole and whole.lastgroup == "run" and whole.end() == runs[0][1]:
            start, stop = whole.span()
            return Marked(whole[0], range(start, stop), stop)  # as most cells are
    text: list[str] = []
    at: list[int] = []
    spaced, end = True, runs[-1][1] if runs else 0
    for start, stop, up in runs:
        if start == stop and not spaced:
            text.append(" ")
            at.append(start)
            spaced = True
        for found in (_PART if up else _WORDS).finditer(source, start, stop):
            kind, place = found.lastgroup, found.start()
            if kind in {"run", "bare"}:
                run, where = found[0], range(place, found.end())
                if up:
                    run, where = _raised(run, where)
                text.append(run)
                at.extend(where)
                spaced = False
                continue
            if kind == "nothing":
                continue
            for char in " " if kind == "space" else unescape(found[0]):
                if char in _NOTHING:
                    continue
                blank = char.isspace()
                if not (blank and spaced):
                    text.append(" " if blank else raised(char) if up else char)
                    at.append(place)
                    spaced = blank
    if at and spaced:
        text.pop()
        at.pop()
    return Marked("".join(text), places(at), end)


def _raised(run: str, where: range) -> tuple[str, range]:
    """A raised run as a footnote mark: "(1)" is the mark 1."""
    inside = re.fullmatch(r"[(\[]([^()\[\]]{1,3})[)\]],?", run)
    if inside:
        run, where = inside[1], where[inside.start(1) : inside.end(1)]
    return raised(run), where


def joined(source: str, paragraphs: list[Paragraph]) -> Marked:
    """Several paragraphs as one text, a blank between them."""
    if len(paragraphs) == 1:
        return _words(source, paragraphs[0].runs)
    runs: list[tuple[int, int, bool]] = []
    for paragraph in paragraphs:
        if runs:
            runs.append((runs[-1][1], runs[-1][1], False))
        runs += paragraph.runs
    return _words(source, runs)
