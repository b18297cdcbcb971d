"""Documents cut the usual way: LangChain's recursive splitter over the text as seen. What the baselines search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tickmark.eval.datasets.texts import Text

__all__ = ["CHUNK_CHARS", "OVERLAP_CHARS", "Chunk", "chunks"]

# The sizes of LangChain's own tutorials.
CHUNK_CHARS = 1000
OVERLAP_CHARS = 200


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a document. ``chars`` are offsets into the source; ``indexed`` is what is searched."""

    doc: str
    chars: tuple[int, int]
    text: str
    indexed: str


def chunks(texts: Iterable[Text], *, facts: bool, whole: bool = False) -> Iterator[Chunk]:
    """The pieces of all documents, in order.

    Args:
        texts: The documents.
        facts: Whether what the set knows of a document (issuer, title, form, date) stands before each of its pieces.
        whole: Documents as they are, for sets whose documents are pages.
    """
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415 - a second to import

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK_CHARS, chunk_overlap=OVERLAP_CHARS, add_start_index=True)
    for text in texts:
        seen = text.visible
        known = " | ".join(text.document.facts.values()) if facts else ""
        pieces = (
            [(0, seen.text)]
            if whole
            else [(int(d.metadata["start_index"]), d.page_content) for d in splitter.create_documents([seen.text])]
        )
        for start, piece in pieces:
            # The splitter says -1 where it did not find a piece again; that has to be seen, not guessed.
            if start < 0:
                raise ValueError(f"a piece of {text.document.name} was not found in it")
            chars = seen.in_source(start, start + len(piece))
            yield Chunk(text.document.id, chars, piece, f"{known}\n{piece}" if known else piece)
