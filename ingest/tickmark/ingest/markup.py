"""Text without its markup, every character of which still knows where it stands in the source.

Readers and number scanners work on :class:`Marked`: plain text, white space folded, Markdown emphasis and inline tags
gone, entities resolved. ``Marked.at`` gives the source offset of each character, so that a number found in
"RMB **3.76** million" can be cited at the very characters that print it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["SUPERSCRIPTS", "Marked", "clean", "lowered", "places", "plain", "raised", "verbatim"]

_INLINE = "b|strong|i|em|u|s|a|span|font|sup|sub|small|big|mark|code|abbr|q|cite|ins|del|label"
_BLOCK = (
    "p|br|hr|div|li|ul|ol|td|th|tr|table|thead|tbody|tfoot|caption|section|article|h[1-6]|img|pre|blockquote|center"
)
_TOKEN = re.compile(
    rf"(?P<tag></?(?:{_INLINE}|{_BLOCK})\b[^<>]*>)"
    r"|(?P<comment><!--(?>(?:[^-]|-(?!->)){0,1000})-->)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<escape>\\(?=[*_`#|\\~<>\[\]()-]))"
    r"|(?P<bold>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<star>(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]))"
    r"|(?P<space>[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]+)",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})\b", re.IGNORECASE)
_SUP = re.compile(r"<sup\b", re.IGNORECASE)
_SUP_END = re.compile(r"</sup\b", re.IGNORECASE)
# letters only where one stands alone: "61,730<sup>a</sup>" is a mark, "1<sup>st</sup>" is not
_DIGITS, _RAISED_DIGITS = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTERS, _RAISED_LETTERS = "abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
SUPERSCRIPTS = _RAISED_DIGITS + _RAISED_LETTERS
_RAISE_DIGITS = str.maketrans(_DIGITS, _RAISED_DIGITS)
_RAISE_ONE = str.maketrans(_DIGITS + _LETTERS, SUPERSCRIPTS)
_LOWER = str.maketrans(SUPERSCRIPTS, _DIGITS + _LETTERS)


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain text with the source offset of each of its characters (``at`` has one entry a character)."""

    text: str
    at: Sequence[int]
    end: int

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def chars(self, start: int = 0, stop: int | None = None) -> tuple[int, int]:
        """Source offsets, half open, of ``text[start:stop]``; of an empty slice, the place where it would stand."""
        stop = len(self.text) if stop is None else stop
        if isinstance(self.at, range) and stop - start == len(self.at) > 0:
            return self.at.start, self.at.stop
        if start >= stop:
            here = self.at[start] if start < len(self.at) else self.end
            return here, here
        last = self.at[stop - 1]
        return self.at[start], last + 1

    def part(self, start: int, stop: int) -> Marked:
        """The slice ``[start:stop]`` without white space at its ends."""
        text = self.text
        while start < stop and text[start] == " ":
            start += 1
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        end = self.at[stop - 1] + 1 if stop > start else (self.at[start] if start < len(self.at) else self.end)
        return Marked(text[start:stop], self.at[start:stop], end)


def raised(run: str) -> str:
    """A raised run: digits, and a letter that stands alone, as superscripts."""
    return run.translate(_RAISE_ONE if len(run.strip()) == 1 else _RAISE_DIGITS)


def lowered(mark: str) -> str:
    """A footnote mark in plain digits and letters."""
    return mark.translate(_LOWER)


def places(at: list[int]) -> Sequence[int]:
    """The offsets of a text, in little memory where it stands in the source as it is: one after another."""
    if at and at[-1] - at[0] == len(at) - 1:
        whole = range(at[0], at[-1] + 1)
        if at == list(whole):
            return whole
    return tuple(at)


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, bool]]:
    """Runs ``(text, source offset, literal)``; literal runs advance the offset with each character."""
    at, up = start, False
    for found in _TOKEN.finditer(source, start, end):
        if found.start() > at:
            run = source[at : found.start()]
            yield (raised(run) if up else run), at, True
        at = found.end()
        if found["space"]:
            yield " ", found.start(), False
        elif found["entity"]:
            yield html.unescape(found["entity"]), found.start(), False
        elif found["tag"]:
            if _SUP.match(found["tag"]):
                up = True
            elif _SUP_END.match(found["tag"]):
                up = False
            elif _BLOCK_TAG.match(found["tag"]):
                yield " ", found.start(), False
    if at < end:
        run = source[at:end]
        yield (raised(run) if up else run), at, True


def clean(source: str, start: int = 0, end: int | None = None) -> Marked:
    """The plain text of ``source[start:end]``: markup gone, white space folded to single spaces, ends trimmed."""
    end = len(source) if end is None else end
    if start < end and _TOKEN.search(source, start, end) is None:
        return Marked(source[start:end], range(start, end), end)  # as most cells are
    runs: list[str] = []
    at: list[int] = []
    spaced = True  # a space here would be the first, or follow another
    for run, offset, literal in _pieces(source, start, end):
        if literal:  # holds no white space: that comes as runs of its own
            runs.append(run)
            at.extend(range(offset, offset + len(run)))
            spaced = False
            continue
        for char in run:
            blank = char.isspace()  # an entity such as &nbsp; is a space as well
            if not (blank and spaced):
                runs.append(" " if blank else char)
                at.append(offset)
                spaced = blank
    if at and spaced:
        runs.pop()
        at.pop()
    return Marked("".join(runs), places(at), end)


def plain(text: str) -> str:
    """``clean(text).text``, for where the places do not matter."""
    return clean(text).text


def verbatim(source: str, start: int, end: int) -> Marked:
    """``source[start:end]`` as it stands, in which nothing is markup; each white space is a blank."""
    return Marked(re.sub(r"\s", " ", source[start:end]), range(start, end), end)
