from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from index_samples import HashingEmbedder, read

from tickmark.index.embed import DEFAULT_MODEL
from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.ingest.errors import IndexLocked, ModelMismatch, NotAnIndex, UnknownDocument


def filings_of(hits):
    return {item.partition("-")[0] for item, _ in hits}


def test_add_find_read_remove(library):
    filing, passages, rows = read(1, words="water")
    assert list(library.add_many([read(1, words="water"), read(2), read(1, words="water")])) == [
        "added",
        "added",
        "unchanged",
    ]
    assert filings_of(library.lexical("water", 9, "passage")) == {filing.id}
    assert library.dense("every water part1 filing1", 1, "passage")[0][0] == passages[1].id
    assert library.dense(library.embed("water"), 9, "row", [filing.id])
    assert library.passages([passages[2].id]) == [passages[2]]
    assert library.rows([rows[0].id]) == [rows[0]]
    assert library.rows_of(filing.id) == rows
    assert library.figures(rows[0].figure_ids) == [next(filing.figures())]
    assert library.table(filing.id, 0) == filing.tables[0]
    assert library.text(filing.id) == filing.text
    assert library.load(filing.id) == filing
    assert [s.id for s in library.summaries(Filters(document_id=(filing.id,)))] == [filing.id]
    ends = {f.period.end for f in library.iter_figures() if f.period and f.period.end}
    assert library.period_years() == sorted({int(end[:4]) for end in ends}) != []
    assert library.remove(filing.id) == filing.id
    assert library.lexical("water", 9, "passage") == []
    assert filings_of(library.dense("every", 99, "passage")) == {read(2)[0].id}
    with pytest.raises(UnknownDocument):
        library.remove(filing.id)


def test_views_are_brought_up_to_date_once_a_batch(library, folder, monkeypatch):
    refreshed = []
    monkeypatch.setattr(Library, "refresh", lambda self: refreshed.append(self.generation()))
    list(library.add_many(read(n) for n in range(4)))
    assert refreshed == [4]
    monkeypatch.undo()
    assert len(library.dense("every", 99, "row")) == 12


def test_a_batch_that_fails_keeps_what_was_done(library):
    def items():
        yield read(1)
        raise OSError("the disk of the filings went away")

    with pytest.raises(OSError, match="went away"):
        list(library.add_many(items()))
    assert len(library.lexical("every", 99, "passage")) == 3


def test_unchanged_filings_are_not_embedded_again(library, monkeypatch):
    library.add(*read(1))
    monkeypatch.setattr(HashingEmbedder, "encode", lambda *_: pytest.fail("embedded again"))
    assert library.add(*read(1)) == "unchanged"


def test_closing_leaves_views_that_need_no_work(library, folder, embedder, monkeypatch):
    library.add(*read(1))
    library.close()
    with Library.open(folder, embedder=embedder) as again:
        monkeypatch.setattr("tickmark.index.views.feed.Feed.texts", lambda *_: pytest.fail("read again"))
        monkeypatch.setattr("tickmark.index.views.feed.Feed.vectors", lambda *_: pytest.fail("read again"))
        assert again.lexical("every", 1, "row")
        assert again.dense("every", 1, "row")


def test_opening(folder, embedder):
    with pytest.raises(NotAnIndex):
        Library.open(folder, embedder=embedder)
    assert not folder.exists()
    with Library.open(folder, create=True, embedder=embedder) as writer:
        assert writer.info == embedder.info
        with pytest.raises(IndexLocked):
            Library.open(folder, write=True, wait=0)
        with Library.open(folder, embedder="hashing") as reader, pytest.raises(IndexLocked):
            reader.remove("0")
    with pytest.raises(ModelMismatch, match=r"made with the embedding model 'hashing'.*not with 'BAAI/bge-m3'"):
        Library.open(folder, embedder="BAAI/bge-m3")
    with pytest.raises(ModelMismatch, match=DEFAULT_MODEL):
        Library.open(folder, create=True, embedder=DEFAULT_MODEL, wait=0)
    with pytest.raises(ModelMismatch):
        Library.open(folder, embedder=HashingEmbedder(8))
    Library.open(folder, create=True, wait=0).close()


def test_listing_needs_nothing_heavy(library, folder):
    library.add(*read(1))
    library.close()
    code = (
        "import sys; from tickmark.index.library import Library\n"
        f"with Library.open({str(folder)!r}) as library: print(len(library.summaries()), library.load('0')!= None)\n"
        "print([m for m in ('torch', 'sentence_transformers', 'faiss', 'tantivy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["1 True", "[]"]


def test_broken_while_open(library, folder):
    """Files that rot after they were opened: the answer comes from a new view."""
    library.add(*read(1))
    expected = library.lexical("every", 9, "row")
    library._lexical._index.search = lambda *_: (_ for _ in ()).throw(ValueError("corrupt"))
    assert library.lexical("every", 9, "row") == expected


def test_readers_follow_a_writer(library, folder, embedder):
    """Several readers, several threads: each answer is of one moment and no older than the question."""
    problems: list[BaseException] = []
    stop = threading.Event()
    done = [0]

    def watch(reader):
        try:
            while not stop.is_set():
                sure = done[0]
                for hits in (reader.lexical("every", 999, "passage"), reader.dense("every", 999, "passage")):
                    assert len(filings_of(hits)) >= sure
                    assert len(hits) == 3 * len(filings_of(hits)), "a filing is there whole, or not at all"
        except BaseException as problem:
            problems.append(problem)

    readers = [Library.open(folder, embedder=embedder) for _ in range(2)]
    threads = [threading.Thread(target=watch, args=(reader,)) for reader in readers for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(25):
        library.add(*read(number))
        done[0] = number + 1
        if number % 5 == 0:
            library.refresh()
    stop.set()
    for thread in threads:
        thread.join()
    for reader in readers:
        reader.close()
    assert problems == []


@pytest.mark.model
def test_with_the_real_model(folder):
    with Library.open(folder, create=True) as library:
        list(library.add_many([read(1, words="water consumption"), read(2, words="greenhouse gas emissions")]))
        found = library.dense("how much carbon dioxide was emitted", 3, "passage")
        assert filings_of(found) == {read(2)[0].id}
    with Library.open(folder) as library:
        assert library.info.name == DEFAULT_MODEL
        assert [item for item, _ in library.dense("how much carbon dioxide was emitted", 3, "passage")] == [
            item for item, _ in found
        ]
