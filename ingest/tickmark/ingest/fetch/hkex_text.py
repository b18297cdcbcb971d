"""Text as HKEXnews sends it: entities and line breaks inside fields, and pages that only hold links."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

__all__ = ["links_of", "plain"]

_TAG = re.compile(r"<[^<>]*>")


def plain(field: str) -> str:
    """A field without markup: entities resolved, ``<br/>`` and runs of white space as one space."""
    return " ".join(_TAG.sub(" ", unescape(field)).split())


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value.strip() for name, value in attrs if name == "href" and value and value.strip()]


def links_of(page: str) -> list[str]:
    """Where the links of an HTML page lead, as written, in their order."""
    parser = _Links()
    parser.feed(page)
    parser.close()
    return parser.found
