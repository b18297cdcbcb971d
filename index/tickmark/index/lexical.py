"""The lexical view: BM25 over passages and figure rows, on tantivy.

One tantivy index holds both kinds, each in a text field of its own, so that a short row is not measured against the
length of prose. The generation the view was built from is a document of the index itself, committed together with the
rest: the two cannot disagree.

On disk::

    lexical/current.json     which folder holds the view, for which index, in which format; replaced atomically
    lexical/<name>/          a tantivy index, changed by commits while it is sound; a rebuild makes a new folder

Only the holder of the write lock commits there. A reader that finds the view behind while another process holds the
lock makes a private copy (hard links: tantivy never changes a segment file) and brings that up to date, so that its
answers are current and its scores are those of the whole index.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from tickmark.index import heavy
from tickmark.index.analysis import STOP_WORDS, words
from tickmark.index.feed import Delta, Feed
from tickmark.index.lexical_files import Shelf, ViewError, guarded
from tickmark.index.reading import Kind
from tickmark.index.store import Store
from tickmark.ingest.errors import TickmarkIndexError

__all__ = ["LexicalView"]

_ANALYZER = "tickmark"
_LONGEST_WORD = 64
# One thread: ingest is bound by embedding, and every thread writes a segment of its own at each commit.
_WRITER_BYTES = 64 << 20
_MOST_TERMS = 256
_COPY_TRIES = 4


class LexicalView:
    """BM25 search that follows a store. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder / "lexical")
        self._lock = Lock()
        self._index: TantivyIndex | None = None
        self._private: TemporaryDirectory[str] | None = None

    @property
    def generation(self) -> int:
        """The generation that searches see; -1 before the first :meth:`refresh`."""
        return self._index.generation if self._index else -1

    def refresh(self, store: Store, generation: int | None = None) -> None:
        """Make searches see at least this generation of the store (by default its present one)."""
        wanted = store.generation() if generation is None else generation
        if self.generation >= wanted:
            return
        with self._lock:
            if self.generation >= wanted or self._follow_disk(store, wanted):
                return
            self._update(store)

    def rebuild(self, store: Store) -> None:
        """Make the view anew from the store, whatever lies on disk: for when a search has found it broken."""
        with self._lock:
            self._use(None, None)
            with store.borrow_lock() as held:
                if held:
                    self._shelf.forget()
            self._update(store)

    def _update(self, store: Store) -> None:
        try:
            with store.borrow_lock() as held, store.feed() as feed:
                if held:
                    self._use(self._update_disk(feed), None)
                else:
                    self._update_private(feed)
        except (ViewError, OSError) as error:
            raise TickmarkIndexError(
                f"the lexical view cannot be written ({error})",
                where=str(store.folder),
                hint="Is the disk full, or the folder not writable?",
            ) from error

    def search(
        self, text: str, k: int, kind: Kind, filing_ids: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The passages or rows that share most with a text, best first; never raises on what the text is.

        Args:
            text: A question in words; no query syntax is read in it.
            k: How many at most.
            kind: "passage" or "row".
            filing_ids: Only in these filings; None is all.

        Returns:
            (id, BM25 score) pairs. Scores are above zero and comparable within one search only.

        Raises:
            ViewError: The files are broken; :meth:`rebuild` mends that.
        """
        index = self._index
        if index is None or k < 1 or (filing_ids is not None and not filing_ids):
            return []
        with guarded():
            return index.search(text, k, kind, filing_ids)

    def close(self) -> None:
        """Let go of the index and of a private copy."""
        with self._lock:
            self._use(None, None)

    def _use(self, index: TantivyIndex | None, private: TemporaryDirectory[str] | None) -> None:
        # Searches under way keep the old index, whose files stay mapped after they are unlinked.
        old, self._index, self._private = self._private, index, private
        if old is not None and old is not private:
            old.cleanup()

    def _follow_disk(self, store: Store, wanted: int) -> bool:
        """Use the view on disk if it has (or a writer has meanwhile brought it to) the wanted generation."""
        try:
            folder = self._shelf.current(store.index_id)
            if folder is None:
                return False
            self._shelf.verify(folder)
            index = TantivyIndex.open(folder)
        except ViewError:
            return False
        # A view ahead of its store is from before the store was put back from a backup: to be made anew.
        if not wanted <= index.generation <= store.generation():
            return False
        self._use(index, None)
        return True

    def _update_disk(self, feed: Feed) -> TantivyIndex:
        """Bring the view on disk to the feed's generation: catch up where possible, else make it anew."""
        try:
            folder = self._shelf.current(feed.index_id)
            if folder is not None:
                self._shelf.verify(folder)
                index = TantivyIndex.open(folder)
                delta = feed.delta(index.generation)
                if delta is not None:
                    index.apply(delta, feed)
                    return index
        except ViewError:
            pass  # Made anew below: the store has all that was in it.
        with self._shelf.new(feed.index_id) as folder:
            index = TantivyIndex.create(folder)
            index.apply(feed.everything(), feed)
        return index

    def _update_private(self, feed: Feed) -> None:
        """Bring a private copy to the feed's generation."""
        index, private = (self._index, self._private) if self._private else (None, None)
        delta = feed.delta(index.generation) if index else None
        if index is not None and delta is not None:
            index.apply(delta, feed)
            return
        private = TemporaryDirectory(prefix="tickmark-lexical-", ignore_cleanup_errors=True)
        try:
            index = self._copied(feed, Path(private.name))
            delta = feed.delta(index.generation)
            index.apply(feed.everything() if delta is None else delta, feed)
        except BaseException:
            private.cleanup()
            raise
        self._use(index, private)

    def _copied(self, feed: Feed, target: Path) -> TantivyIndex:
        for attempt in range(_COPY_TRIES):
            copy = target / f"copy{attempt}"
            try:
                folder = self._shelf.current(feed.index_id)
                if folder is None:
                    break
                self._shelf.copy(folder, copy)
                self._shelf.verify(copy)
                index = TantivyIndex.open(copy)
                if feed.delta(index.generation) is not None:
                    return index
            except ViewError:
                continue  # a merge took files away half-way through the copy, or the view is broken
        (target / "new").mkdir()
        return TantivyIndex.create(target / "new")


class TantivyIndex:
    """One tantivy index in one folder: what is in it, how to change it and how to ask it."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self._analyzer = _analyzer()
        index.register_tokenizer(_ANALYZER, self._analyzer)
        # Reloaded when the store says so: a thread that watches the files would change results between two questions.
        index.config_reader("manual")
        self.generation = -1
        self._reload()

    @classmethod
    def create(cls, folder: Path) -> TantivyIndex:
        """An empty index at generation -1."""
        tantivy = heavy.tantivy()

        with guarded():
            return cls(tantivy.Index(_schema(), path=str(folder), reuse=False))

    @classmethod
    def open(cls, folder: Path) -> TantivyIndex:
        """The index in a folder. Raises ViewError when it cannot be used."""
        tantivy = heavy.tantivy()

        with guarded():
            return cls(tantivy.Index.open(str(folder)))

    def _reload(self) -> None:
        tantivy = heavy.tantivy()

        self._index.reload()
        self._searcher = self._index.searcher()
        mark = tantivy.Query.term_query(self._index.schema, "id", "generation", "basic")
        hits = self._searcher.search(mark, 1, count=False).hits
        self.generation = int(self._searcher.doc(hits[0][1])["generation"][0]) if hits else -1

    def apply(self, delta: Delta, feed: Feed) -> None:
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
                for item in feed.texts(delta.added):
                    document = {"id": item.id, "filing": item.filing_id, item.kind: " ".join(words(item.text))}
                    writer.add_document(tantivy.Document(**document))
                writer.add_document(tantivy.Document(id="generation", generation=delta.generation))
                writer.commit()
            finally:
                # Without this the merges of one small commit after another would never be finished.
                writer.wait_merging_threads()
            self._reload()

    def search(self, text: str, k: int, kind: Kind, filing_ids: Collection[str] | None) -> list[tuple[str, float]]:
        """See :meth:`LexicalView.search`."""
        tantivy = heavy.tantivy()

        schema, query, occur = self._index.schema, tantivy.Query, tantivy.Occur
        terms = self._terms(text)
        if not terms:
            return []
        wanted = [(occur.Should, query.term_query(schema, kind, term, "freq")) for term in terms]
        asked = query.boolean_query(wanted)
        if filing_ids is not None:
            allowed = query.term_set_query(schema, "filing", list(filing_ids))
            asked = query.boolean_query([(occur.Must, asked), (occur.Must, query.const_score_query(allowed, 0.0))])
        searcher = self._searcher
        limit = max(1, min(k, searcher.num_docs))
        hits = searcher.search(asked, limit, count=False).hits
        found = [(str(searcher.doc(address)["id"][0]), float(score)) for score, address in hits]
        # Equal scores come in the order of segments, which changes with every merge.
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def _terms(self, text: str) -> list[str]:
        asked = words(text)
        asked = [word for word in asked if word not in STOP_WORDS] or asked
        stemmed = self._analyzer.analyze(" ".join(asked[: 4 * _MOST_TERMS]))
        return list(dict.fromkeys(stemmed))[:_MOST_TERMS]


def _schema() -> Any:
    tantivy = heavy.tantivy()

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("filing", tokenizer_name="raw", index_option="basic")
    # Frequencies without positions: no phrases are asked.
    builder.add_text_field("passage", tokenizer_name=_ANALYZER, index_option="freq")
    builder.add_text_field("row", tokenizer_name=_ANALYZER, index_option="freq")
    builder.add_unsigned_field("generation", stored=True)
    return builder.build()


def _analyzer() -> Any:
    tantivy = heavy.tantivy()

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.remove_long(_LONGEST_WORD)).filter(tantivy.Filter.stemmer("english")).build()
