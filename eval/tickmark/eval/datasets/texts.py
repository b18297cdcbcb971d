"""Documents as text: their source, what is seen of it, and where their pages are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tickmark.eval.datasets.parts import Layout
from tickmark.eval.datasets.visible import Visible, see_html, see_text
from tickmark.eval.model import Document, Unread
from tickmark.ingest.errors import InputError, UnreadableFile

__all__ = ["PLAIN_SUFFIXES", "Text", "read_texts"]

PLAIN_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml")


@dataclass(frozen=True)
class Text:
    """One document as text. Offsets everywhere in scoring are into ``source``."""

    document: Document
    source: str
    pages: dict[int, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def visible(self) -> Visible:
        """What is seen of it."""
        if self.document.name.lower().endswith((".htm", ".html", ".xhtml")):
            return see_html(self.source)
        return see_text(self.source)

    @cached_property
    def layout(self) -> Layout:
        """Its lines, tables and pages."""
        return Layout.of(self.document.id, self.source, self.visible, self.pages)


def _read(document: Document) -> Text:
    data = document.data()
    if document.name.lower().endswith(PLAIN_SUFFIXES):
        from tickmark.ingest.readers.decode import decode  # noqa: PLC0415 - readers take a while to import

        return Text(document, decode(data, document.name)[0])
    from tickmark.ingest import read  # noqa: PLC0415

    try:
        filing = read(data, document.name)
    except InputError:
        raise
    except Exception as error:  # a reader that breaks over one document must not end the run
        raise UnreadableFile(f"reading it failed ({type(error).__name__}: {error})", where=document.name) from error
    pages: dict[int, tuple[int, int]] = {}
    for block in filing.blocks:
        if block.span.page is not None:
            first, last = pages.get(block.span.page, block.span.chars)
            pages[block.span.page] = min(first, block.span.chars[0]), max(last, block.span.chars[1])
    return Text(document, filing.text, pages)


def read_texts(documents: Sequence[Document]) -> tuple[dict[str, Text], list[Unread]]:
    """Every document that can be read, by id, and the others with the reason."""
    texts: dict[str, Text] = {}
    unread: list[Unread] = []
    for document in documents:
        try:
            texts[document.id] = _read(document)
        except (InputError, OSError) as error:
            unread.append(Unread(document.name, str(error)))
    return texts, unread
