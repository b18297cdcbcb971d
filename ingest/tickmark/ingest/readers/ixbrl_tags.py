"""The XML inside an HTML source that is no HTML: inline XBRL's elements, each with its exact place.

One pass of one pattern over the source: HTML's own tags are passed over, so a large filing takes a fraction of a
second, and what is wrong with the HTML around them does not matter. Names are compared without case: programs that save
HTML anew write ``<ix:nonfraction contextref=...>``.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tickmark.ingest.markup import Marked

__all__ = ["Element", "Names", "elements", "marked", "printed", "walk"]

_RESOURCES = "context|unit|entity|identifier|segment|scenario|period|instant|startDate|endDate|forever|measure|divide"
_RESOURCES += "|unitNumerator|unitDenominator"
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    rf"|<(?P<close>/?)(?:(?P<prefix>[A-Za-z_][\w.-]*):(?P<name>[A-Za-z_][\w.-]*)|(?P<bare>{_RESOURCES}))(?=[\s/>])"
    r"(?P<attrs>(?>(?:[^<>\"']++|\"[^\"<]*\"|'[^'<]*')*))>",
    re.DOTALL | re.IGNORECASE,
)
_TELLING: Final = frozenset({"header", "hidden", "unitdenominator"})
_ATTRIBUTE = re.compile(r"([\w.:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_XMLNS = re.compile(r"\bxmlns:([\w.-]+)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_INK = re.compile(
    r"(?P<markup><!--.*?(?:-->|\Z)|<(?>(?:[^<>\"']++|\"[^\"<]*\"|'[^'<]*')*)>)|(?P<entity>&#?\w{1,31};)|(?P<space>\s+)|(?P<run>[^<&\s]+|.)",
    re.DOTALL,
)

_ENTITY = re.compile(r"&#?\w{1,31};")

# what a prefix stands for where the document does not say (a part of a filing, cut out of it)
_CUSTOMARY: Final = {
    "ix": "http://www.xbrl.org/2013/inlineXBRL",
    "xbrli": "http://www.xbrl.org/2003/instance",
    "xbrldi": "http://xbrl.org/2006/xbrldi",
    "iso4217": "http://www.xbrl.org/2003/iso4217",
}
# the customary prefix of a taxonomy, whatever prefix a document gives it
_PREFIXES: Final = (
    (re.compile(r"^https?://fasb\.org/(us-gaap|srt)/"), None),
    (re.compile(r"^https?://xbrl\.(?:us|sec\.gov)/([a-z]+(?:-[a-z]+)?)/\d{4}"), None),
    (re.compile(r"^https?://xbrl\.ifrs\.org/taxonomy/[\d-]+/(ifrs-[a-z]+)$"), None),
    (re.compile(r"^https?://xbrl\.frc\.org\.uk/[\w/]+/\d{4}-\d\d-\d\d/business$"), "bus"),
    (
        re.compile(
            r"^https?://xbrl\.frc\.org\.uk/[\w/]+/\d{4}-\d\d-\d\d/(core|direp|aurep|accrep|countries|languages)$"
        ),
        None,
    ),
    (re.compile(r"^http://www\.xbrl\.org/2003/(iso4217)$"), None),
    (re.compile(r"^http://www\.xbrl\.org/2009/(utr)$"), None),
    (re.compile(r"^http://www\.xbrl\.org/2003/instance$"), "xbrli"),
)


@dataclass(slots=True)
class Element:
    """One element: its local name in small letters, what its namespace is, and where its content stands.

    ``around`` are the names of the elements that it stands in, as far as those matter to what is in them.
    """

    name: str
    space: str
    attrs: dict[str, str]
    inner: tuple[int, int]
    stop: int
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)
    closed: bool = True
    around: frozenset[str] = frozenset()


class Names:
    """The prefixes that a document declares, and the customary ones of well-known taxonomies."""

    def __init__(self, source: str) -> None:
        self._uris = dict(_CUSTOMARY)
        declared: dict[str, str] = {}
        for prefix, double, single in _XMLNS.findall(source):
            declared.setdefault(prefix, double or single)
        self._uris |= declared
        self._customary = {prefix: _customary(uri) or prefix for prefix, uri in self._uris.items()}

    def space(self, prefix: str) -> str:
        """What elements with that prefix belong to: "ix", "xbrli", "xbrldi", or nothing of these."""
        uri = self._uris.get(prefix, "")
        if uri.lower().endswith("/inlinexbrl"):
            return "ix"
        return {"http://www.xbrl.org/2003/instance": "xbrli", "http://xbrl.org/2006/xbrldi": "xbrldi"}.get(uri, "")

    def qualified(self, name: str) -> str:
        """A qualified name under the customary prefix of its taxonomy: "gaap:Assets" becomes "us-gaap:Assets"."""
        prefix, colon, local = name.strip().partition(":")
        return f"{self._customary.get(prefix, prefix)}:{local}" if colon else prefix


def _customary(uri: str) -> str | None:
    for pattern, prefix in _PREFIXES:
        if found := pattern.match(uri):
            return prefix or found[1]
    return None


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}


def elements(source: str, names: Names) -> tuple[list[Element], list[Element]]:
    """The elements of inline XBRL and of XBRL's resources: the outermost ones, and those that are never closed."""
    roots: list[Element] = []
    stack: list[Element] = []
    unclosed: list[Element] = []
    opened: Counter[tuple[str, str]] = Counter()
    for tag in _TAG.finditer(source):
        name = (tag["name"] or tag["bare"] or "").lower()
        if not name or (tag["bare"] and not (stack and stack[0].name == "header")):
            continue
        space = names.space(tag["prefix"]) if tag["prefix"] else "xbrli"
        if not space:
            continue
        if tag["close"]:
            if opened[(space, name)]:
                _close(stack, (space, name), tag, unclosed, opened)
            continue
        element = Element(name, space, _attributes(tag["attrs"]), (tag.end(), tag.end()), tag.end())
        if stack:
            element.parent, element.around = stack[-1], _around(stack[-1])
            stack[-1].children.append(element)
        else:
            roots.append(element)
        if not tag["attrs"].endswith("/"):
            stack.append(element)
            opened[(space, name)] += 1
    unclosed += stack
    for element in unclosed:
        element.closed = False
    return roots, unclosed


def _around(parent: Element) -> frozenset[str]:
    return parent.around | {parent.name} if parent.name in _TELLING else parent.around


def _close(
    stack: list[Element],
    name: tuple[str, str],
    tag: re.Match[str],
    unclosed: list[Element],
    opened: Counter[tuple[str, str]],
) -> None:
    """Closes the innermost open element of that name, and with it what stands open inside it."""
    depth = next(n for n in range(len(stack) - 1, -1, -1) if (stack[n].space, stack[n].name) == name)
    opened.subtract((element.space, element.name) for element in stack[depth:])
    unclosed += stack[depth + 1 :]
    stack[depth].inner = stack[depth].inner[0], tag.start()
    stack[depth].stop = tag.end()
    del stack[depth:]


def walk(roots: list[Element]) -> Iterator[Element]:
    """Every element in the order of the document."""
    waiting = roots[::-1]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += element.children[::-1]


def marked(source: str, chars: tuple[int, int], without: Sequence[tuple[int, int]] = ()) -> Marked:
    """The words in a stretch of the source, each character with its place.

    Markup is left out, entities are resolved, white space is folded; so are the stretches in ``without``.
    """
    text: list[str] = []
    at: list[int] = []
    left, until = sorted(without, reverse=True), 0
    for ink in _INK.finditer(source, *chars):
        while left and left[-1][0] <= ink.start():
            until = max(until, left.pop()[1])
        if ink["markup"] or ink.start() < until:
            continue
        run = " " if ink["space"] else html.unescape(ink[0]) if ink["entity"] else ink[0]
        for offset, char in enumerate(run):
            blank = char.isspace()
            if not blank or (text and text[-1] != " "):
                text.append(" " if blank else char)
                at.append(ink.start() if ink["entity"] else ink.start() + offset)
    if text and text[-1] == " ":
        del text[-1], at[-1]
    return Marked("".join(text), tuple(at), chars[1])


def printed(
    source: str, chars: tuple[int, int], without: Sequence[tuple[int, int]] = ()
) -> tuple[str, tuple[int, int]]:
    """The words in a stretch of the source, and where the first and the last of their characters stand."""
    words = marked(source, chars, without)
    if not words:
        return "", (chars[0], chars[0])
    last = words.at[-1]
    entity = _ENTITY.match(source, last)
    return words.text, (words.at[0], entity.end() if entity else last + 1)
