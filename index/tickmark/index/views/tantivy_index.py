"""tantivy: what is in an index of one kind, how it follows the store, and how it is asked.

One kind, one index: BM25 weighs a term by how many documents of the *whole* index hold it, and a text by the mean
length over all of them. With passages, rows and windows in one index a word that stands in every window would still
count as rare, and every window as long.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from tickmark.index.database.reading import Kind
from tickmark.index.views import heavy
from tickmark.index.views.feed import Delta, Feed, FilingRange
from tickmark.index.views.lexical_files import ViewError, guarded
from tickmark.index.views.windows import pairs
from tickmark.index.words.analysis import STOP_WORDS, words

__all__ = ["PARTS", "TantivyIndexes", "WindowHit"]

PARTS = ("passage", "row", "window")
_ANALYZER = "tickmark"
_LONGEST_WORD = 64
# One thread: ingest is bound by embedding, and every thread writes a segment of its own at each commit.
_WRITER_BYTES = 64 << 20
_MOST_TERMS = 256
_IDS_KEPT = 100_000


class WindowHit(NamedTuple):
    """A window that was found: its passages, in order, and its BM25 by words and by pairs of words.

    Of one that was found by one of them alone, the other is the score of the last window found by it, which it cannot
    pass.
    """

    passage_ids: tuple[str, ...]
    words: float
    pairs: float


class TantivyIndexes:
    """The indexes of all kinds, each in a folder of its own under one."""

    def __init__(self, parts: Mapping[str, _TantivyIndex]) -> None:
        self._parts = parts

    @classmethod
    def create(cls, folder: Path) -> TantivyIndexes:
        """Empty indexes at generation -1."""
        return cls({part: _TantivyIndex.create(folder / part) for part in PARTS})

    @classmethod
    def open(cls, folder: Path) -> TantivyIndexes:
        """The indexes in a folder. Raises ViewError when one cannot be used."""
        return cls({part: _TantivyIndex.open(folder / part) for part in PARTS})

    @property
    def generation(self) -> int:
        """What all of them have reached: they are committed one after another, and one may be ahead after a crash."""
        return min(part.generation for part in self._parts.values())

    def follow(self, feed: Feed) -> None:
        """Bring each to the feed's generation, an empty one from nothing. Raises ViewError when one cannot catch up."""
        for name, part in self._parts.items():
            delta = feed.everything() if part.generation < 0 else feed.delta(part.generation)
            if delta is None:
                raise ViewError(f"the index of {name}s is too far from the store")
            part.apply(delta, _documents(name, feed, delta.added))

    def search(self, text: str, k: int, kind: Kind, filing_ids: Collection[str] | None) -> list[tuple[str, float]]:
        """See :meth:`LexicalView.search`."""
        part = self._parts[kind]
        return part.best("text", _terms(text), k, filing_ids)

    def windows(self, text: str, k: int, filing_ids: Collection[str] | None) -> list[WindowHit]:
        """See :meth:`LexicalView.windows`."""
        part = self._parts["window"]
        by_words = part.best("text", _terms(text), k, filing_ids)
        by_pairs = part.best("pairs", list(dict.fromkeys(pairs(text)))[:_MOST_TERMS], k, filing_ids)
        floors = [found[-1][1] if len(found) >= k else 0.0 for found in (by_words, by_pairs)]
        of_words, of_pairs = dict(by_words), dict(by_pairs)
        return [
            WindowHit(tuple(ids.split()), of_words.get(ids, floors[0]), of_pairs.get(ids, floors[1]))
            for ids in {**of_words, **of_pairs}
        ]


def _documents(part: str, feed: Feed, filings: Collection[FilingRange]) -> Iterator[dict[str, str]]:
    """The fields of every document of these filings."""
    if part != "window":
        for item in feed.texts(list(filings), "row" if part == "row" else "passage"):
            yield {"id": item.id, "filing": item.filing_id, "text": " ".join(words(item.text))}
        return
    for window in feed.windows(list(filings)):
        fields = {"text": " ".join(words(window.text)), "pairs": " ".join(pairs(window.text))}
        yield {"id": " ".join(window.passage_ids), "filing": window.filing_id, **fields}


class _Committed:
    """An index as it was after one commit: its searcher, and the ids of the documents found so far.

    To read a document takes longer than to find it, so it is read once.
    """

    def __init__(self, searcher: Any) -> None:
        self.searcher = searcher
        self._ids: dict[tuple[int, int], str] = {}

    def id_at(self, address: Any) -> str:
        """The id of the document at an address of this searcher."""
        place = address.segment_ord, address.doc
        found = self._ids.get(place)
        if found is None:
            if len(self._ids) >= _IDS_KEPT:
                self._ids.clear()
            found = self._ids[place] = str(self.searcher.doc(address)["id"][0])
        return found


class _TantivyIndex:
    """One tantivy index in one folder."""

    def __init__(self, index: Any) -> None:
        self._index = index
        index.register_tokenizer(_ANALYZER, _analyzer())
        # Reloaded when the store says so: a thread that watches the files would change results between two questions.
        index.config_reader("manual")
        self.generation = -1
        self._reload()

    @classmethod
    def create(cls, folder: Path) -> _TantivyIndex:
        """An empty index at generation -1."""
        tantivy = heavy.tantivy()

        with guarded():
            folder.mkdir()
            return cls(tantivy.Index(_schema(), path=str(folder), reuse=False))

    @classmethod
    def open(cls, folder: Path) -> _TantivyIndex:
        """The index in a folder. Raises ViewError when it cannot be used."""
        tantivy = heavy.tantivy()

        with guarded():
            return cls(tantivy.Index.open(str(folder)))

    def _reload(self) -> None:
        tantivy = heavy.tantivy()

        self._index.reload()
        self._now = _Committed(self._index.searcher())
        mark = tantivy.Query.term_query(self._index.schema, "id", "generation", "basic")
        hits = self._now.searcher.search(mark, 1, count=False).hits
        self.generation = int(self._now.searcher.doc(hits[0][1])["generation"][0]) if hits else -1

    def apply(self, delta: Delta, documents: Iterator[dict[str, str]]) -> None:
        """Take the delta's filings out and in, and its generation, in one commit. Raises ViewError."""
        tantivy = heavy.tantivy()

        if delta.generation == self.generation:
            return
        with guarded():
            writer = self._index.writer(_WRITER_BYTES, 1)
            try:
                for filing in {filing.id for filing in (*delta.removed, *delta.added)}:
                    writer.delete_documents_by_term("filing", filing)
                writer.delete_documents_by_term("id", "generation")
                for document in documents:
                    writer.add_document(tantivy.Document(**document))
                writer.add_document(tantivy.Document(id="generation", generation=delta.generation))
                writer.commit()
            finally:
                # Without this the merges of one small commit after another would never be finished.
                writer.wait_merging_threads()
            self._reload()

    def best(
        self, field: str, terms: Sequence[str], k: int, filing_ids: Collection[str] | None
    ) -> list[tuple[str, float]]:
        """(id, BM25) of the documents that share most terms in a field, best first."""
        tantivy = heavy.tantivy()

        if not terms:
            return []
        schema, query, occur = self._index.schema, tantivy.Query, tantivy.Occur
        asked = query.boolean_query([(occur.Should, query.term_query(schema, field, term, "freq")) for term in terms])
        if filing_ids is not None:
            # one of several terms: a set of them (term_set_query) finds the same and takes two to eight times as long
            each = [(occur.Should, query.term_query(schema, "filing", filing, "basic")) for filing in filing_ids]
            allowed = query.const_score_query(query.boolean_query(each), 0.0)
            asked = query.boolean_query([(occur.Must, asked), (occur.Must, allowed)])
        now = self._now
        limit = max(1, min(k, now.searcher.num_docs))
        hits = now.searcher.search(asked, limit, count=False).hits
        found = [(now.id_at(address), float(score)) for score, address in hits]
        # Equal scores come in the order of segments, which changes with every merge: by their ids instead.
        found.sort(key=itemgetter(0))
        found.sort(key=itemgetter(1), reverse=True)
        return found


def _schema() -> Any:
    tantivy = heavy.tantivy()

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("filing", tokenizer_name="raw", index_option="basic")
    # Frequencies without positions: no phrases are asked.
    builder.add_text_field("text", tokenizer_name=_ANALYZER, index_option="freq")
    builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("generation", stored=True)
    return builder.build()


@lru_cache(maxsize=256)
def _terms(text: str) -> tuple[str, ...]:
    """The terms to ask for, at most as many as a question can have: stop words only where there is nothing else."""
    asked = words(text)
    asked = [word for word in asked if word not in STOP_WORDS] or asked
    stemmed = _analyzer().analyze(" ".join(asked[: 4 * _MOST_TERMS]))
    return tuple(dict.fromkeys(stemmed))[:_MOST_TERMS]


@cache
def _analyzer() -> Any:
    tantivy = heavy.tantivy()

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.remove_long(_LONGEST_WORD)).filter(tantivy.Filter.stemmer("english")).build()
