"""HTML documents: filings of the SEC and accounts from elsewhere, inline XBRL included (its tags are seen through).

``Draft.text`` is the decoded source itself, tags and all, and every place points into it.
"""

from __future__ import annotations

import re

from tickmark.ingest.lines import Lines
from tickmark.ingest.readers.decode import decode
from tickmark.ingest.readers.draft import Draft
from tickmark.ingest.readers.html_blocks import pieces_of
from tickmark.ingest.readers.html_flow import flow_of
from tickmark.ingest.readers.ixbrl import read_tags
from tickmark.ingest.readers.ixbrl_said import metadata_of

__all__ = ["looks_like_html", "read_html"]

_BEGINS = re.compile(
    rb"\s*+(?>(?:<\?xml[^>]*+>\s*+)?)(?>(?:<!--(?>(?:[^-]|-(?!->))*)-->\s*+)*)<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SUBMISSION = re.compile(rb"^<(?:SEC-DOCUMENT|SEC-HEADER|DOCUMENT|TYPE)>", re.MULTILINE)
_ELEMENT = re.compile(rb"<(?:html|body|head)\b", re.IGNORECASE)
_BLOCK = re.compile(rb"<(?:p|div|font|span|br|tr|td)\b", re.IGNORECASE)
_LOOKED_AT = 65_536


def looks_like_html(data: bytes) -> bool:
    """Whether ``data`` is a whole HTML document, rather than text with fragments of HTML in it."""
    head = data[:_LOOKED_AT]
    if head[:4] in {b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"} or head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head.replace(b"\x00", b"")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _BEGINS.match(head) or _SUBMISSION.search(head[:8_192]):
        return True
    return _ELEMENT.search(head) is not None and len(_BLOCK.findall(head)) > 5


def read_html(data: bytes, source: str) -> Draft:
    """The draft of an HTML document.

    Raises:
        UnreadableFile: the file is empty, binary, or in an unknown encoding.
    """
    text, read_as = decode(data, source)
    warnings, lines = list(read_as), Lines(text)
    flow, tables, too_deep = flow_of(text)
    if too_deep:
        warnings.append(f"{too_deep} tables nested too deep are read as text of the cell around them")
    pieces = pieces_of(text, lines, flow, tables, warnings)
    tags = read_tags(text)
    said, warnings = metadata_of(tags), [*warnings, *tags.warnings]
    return Draft(text, lines, pieces, "text/html", said=said, warnings=warnings, facts=tags.facts)
