"""Windows: what stands around a passage. Whole passages of one filing, one after another, up to some 4,000 characters.

A passage is small so that it can be read and cited; the words of a question are often spread over several: the year in
the lead-in, the metric in a row, the reason in the paragraph below. So the lexical view also holds windows, by their
words and by their *pairs* of neighbouring words, stop words left out ("total revenue" of "total of the revenue"), which
tell two pages apart that use the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tickmark.index.words.analysis import STOP_WORDS, words
from tickmark.index.words.stems import stem
from tickmark.ingest.model import Passage

__all__ = ["WINDOW_CHARS", "Window", "pairs", "windows_of"]

WINDOW_CHARS = 4_000


@dataclass(frozen=True, slots=True)
class Window:
    """A window as the lexical view takes it in: the ids of its passages, in order, and their text as shown."""

    passage_ids: tuple[str, ...]
    filing_id: str
    text: str


def windows_of(passages: Iterable[Passage]) -> Iterator[Window]:
    """The windows of one filing's passages, given in reading order: each passage is in exactly one."""
    ids: list[str] = []
    texts: list[str] = []
    filing = ""
    for passage in passages:
        if ids and sum(map(len, texts)) + len(passage.text) > WINDOW_CHARS:
            yield Window(tuple(ids), filing, "\n".join(texts))
            ids, texts = [], []
        ids.append(passage.id)
        texts.append(passage.text)
        filing = passage.filing_id
    if ids:
        yield Window(tuple(ids), filing, "\n".join(texts))


def pairs(text: str) -> list[str]:
    """Neighbouring words of a text as single terms, stemmed; stop words do not part neighbours."""
    kept = [stem(word) for word in words(text) if word not in STOP_WORDS]
    return [f"{first}_{second}" for first, second in pairwise(kept)]
