from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace

import numpy as np
import pytest
from index_samples import HashingEmbedder, read

from tickmark.index.database import writing
from tickmark.index.database.schema import DATABASE
from tickmark.index.filters import Filters
from tickmark.index.store import Store
from tickmark.ingest.errors import IndexFormatError, IndexLocked, ModelMismatch, NotAnIndex, UnknownDocument


def everything(folder):
    """Every row of every table but the counters, to compare two states of a database."""
    connection = sqlite3.connect(folder / DATABASE)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    connection.close()
    return rows


def test_a_filing_comes_back_whole(store, put):
    filing, passages, rows = read(1)
    assert put(store, (filing, passages, rows)) == "added"
    assert store.load(filing.id) == filing
    assert repr(store.load(filing.id)) == repr(filing)
    assert store.filing_text(filing.id) == filing.text
    assert store.table(filing.id, 0) == filing.tables[0]
    assert store.table(filing.id, 1) is None
    assert store.tables(filing.id) == list(filing.tables)
    assert store.passages_of(filing.id) == passages
    assert store.rows_of(filing.id) == rows
    assert list(store.iter_figures()) == list(filing.figures())


def test_summaries_count(store, put):
    filing, passages, _ = read(1)
    put(store, read(1))
    (summary,) = store.filings()
    assert (summary.id, summary.source, summary.issuer_names) == (filing.id, filing.source, filing.issuer_names)
    assert (summary.chars, summary.tables, summary.figures) == (len(filing.text), 1, 3)
    assert summary.passages == len(passages)
    assert summary.warnings == filing.warnings


def test_the_order_asked_is_kept_and_what_is_missing_left_out(store, put):
    filing, passages, rows = read(1, passages=1200)
    put(store, (filing, passages, rows))
    asked = [p.id for p in reversed(passages)]
    assert store.passages(["nothing", *asked, asked[0]]) == [*reversed(passages), passages[-1]]
    assert store.rows([rows[2].id, "x", rows[0].id]) == [rows[2], rows[0]]
    assert [f.id for f in store.figures([f"{filing.id}-f2", "?", f"{filing.id}-f0"])] == [
        f"{filing.id}-f2",
        f"{filing.id}-f0",
    ]
    assert store.passages([]) == []


def test_the_same_file_again_changes_nothing(store, put):
    put(store, read(1))
    before = store.generation()
    assert put(store, read(1)) == "unchanged"
    assert put(store, read(1, source="copy.txt")) == "unchanged"
    assert store.holds(read(1)[0])
    assert store.generation() == before


def test_a_changed_file_replaces_the_old_one_whole(store, put, folder):
    put(store, read(1, source="a.txt"))
    assert put(store, read(2, source="a.txt")) == "replaced"
    assert store.filing_ids() == [read(2)[0].id]
    assert store.passages([read(1)[1][0].id]) == []
    rows = everything(folder)
    assert len(rows["filings"]) == len(rows["sources"]) == 1
    assert (len(rows["blocks"]), len(rows["figures"]), len(rows["vectors"])) == (4, 3, 2)


def test_corrected_metadata_replace(store, put):
    filing, passages, rows = read(1)
    put(store, (filing, passages, rows))
    corrected = replace(filing, issuer="Another, Inc.")
    assert not store.holds(corrected)
    assert put(store, (corrected, passages, rows)) == "replaced"
    assert store.load(filing.id) == corrected
    assert store.filing_ids(Filters(issuer=("another",))) == [filing.id]


def test_remove_leaves_nothing(store, put, folder):
    put(store, read(1))
    assert store.remove("0000") == read(1)[0].id
    rows = everything(folder)
    assert not any(rows[name] for name in rows if name not in {"meta", "changes"})
    with pytest.raises(UnknownDocument):
        store.remove(read(1)[0].id)


def test_prefixes(store, put):
    put(store, read(0x1A))
    put(store, read(0x1B))
    assert store.resolve("000000000000001A") == f"{0x1A:016x}"
    with pytest.raises(UnknownDocument, match=r"begins several documents: .*filing-26\.txt"):
        store.resolve("00000")
    for wrong in ("", "f", "%", "_", "00000000000000010"):
        with pytest.raises(UnknownDocument):
            store.resolve(wrong)


def test_unknown_documents(store):
    for call in (store.load, store.filing_text, store.tables, store.rows_of, store.passages_of):
        with pytest.raises(UnknownDocument):
            call("0" * 16)


def test_a_put_that_fails_leaves_everything_as_it_was(store, put, folder):
    put(store, read(1, source="a.txt"))
    before = everything(folder)
    filing, passages, rows = read(2, source="a.txt")
    with pytest.raises(sqlite3.IntegrityError):
        put(store, (filing, [passages[0], passages[0]], rows))
    assert everything(folder) == before
    assert put(store, read(2, source="a.txt")) == "replaced"


def test_vectors_must_fit(store):
    filing, passages, rows = read(1)
    good, dimension = np.ones((3, 32), dtype=np.float32), store.embedder.dimension
    for wrong in (good[:2], np.full((3, dimension), np.nan, dtype=np.float32)):
        with pytest.raises(ValueError, match="3 finite vectors of 32"):
            store.put(filing, passages, rows, good, wrong)
    with pytest.raises(ValueError, match="does not belong"):
        store.put(filing, read(2)[1], rows, good, good)


def test_a_filing_without_passages_and_rows(store, put):
    filing, _, _ = read(1)
    assert put(store, (filing, [], [])) == "added"
    assert store.load(filing.id) == filing


def test_the_feed_says_what_changed(store, put):
    put(store, read(1))
    put(store, read(2))
    since = store.generation()
    store.remove(read(1)[0].id)
    put(store, read(3))
    put(store, read(4, source="filing-2.txt"))
    with store.feed() as feed:
        delta = feed.delta(since)
        assert [f.id[-1] for f in delta.removed] == ["1", "2"]
        assert [f.id[-1] for f in delta.added] == ["3", "4"]
        assert delta.generation == store.generation()
        assert [f.id[-1] for f in feed.everything().added] == ["3", "4"]
        assert feed.delta(feed.generation).added == ()
        assert feed.delta(feed.generation + 1) is None
        three = delta.added[0]
        assert feed.vectors(three, "passage").shape == (3, 32)
        assert three.passages[1] - three.passages[0] == 3
        assert [t.id for kind in ("passage", "row") for t in feed.texts([three], kind)] == [
            item.id for item in (*read(3)[1], *read(3)[2])
        ]


def test_sequence_numbers_are_never_used_twice(store, put):
    put(store, read(1))
    store.remove(read(1)[0].id)
    put(store, read(1))
    with store.feed() as feed:
        assert feed.everything().added[0].passages == (3, 6)


def test_a_view_too_far_behind_starts_again(store, put, monkeypatch):
    monkeypatch.setattr(writing, "KEPT_CHANGES", 2)
    monkeypatch.setattr("tickmark.index.views.feed.KEPT_CHANGES", 2)
    for number in range(5):
        put(store, read(number))
    with store.feed() as feed:
        assert feed.delta(2) is None
        assert len(feed.delta(3).added) == 2


def test_one_writer_at_a_time(store, folder, embedder):
    with pytest.raises(IndexLocked, match="another process is writing"):
        Store.open(folder, write=True)
    with pytest.raises(IndexLocked):
        Store.create(folder, embedder.info)
    with Store.open(folder) as reader:
        with reader.borrow_lock() as held:
            assert not held
        with pytest.raises(IndexLocked, match="open for reading"):
            reader.remove("0")
    store.close()
    with Store.open(folder) as reader, reader.borrow_lock() as held:
        assert held
    Store.open(folder, write=True).close()


def test_a_reader_sees_what_is_written_and_nothing_half_done(store, folder, put):
    with Store.open(folder) as reader:
        assert reader.filing_ids() == []
        put(store, read(1))
        assert reader.load(read(1)[0].id) == read(1)[0]
        with reader.feed() as feed:
            put(store, read(2))
            assert len(feed.everything().added) == 1
        assert reader.generation() == 2


def test_many_threads_read_while_one_writes(store, folder, put):
    problems: list[BaseException] = []
    stop = threading.Event()

    def watch(reader):
        try:
            while not stop.is_set():
                for summary in reader.filings():
                    assert len(reader.passages_of(summary.id)) == summary.passages
                    assert sum(1 for _ in reader.load(summary.id).figures()) == summary.figures
        except UnknownDocument:
            watch(reader)  # replaced between two calls: legitimate
        except BaseException as problem:
            problems.append(problem)

    with Store.open(folder) as reader:
        threads = [threading.Thread(target=watch, args=(reader,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for number in range(40):
            put(store, read(number, source=f"{number % 7}.txt", passages=number % 5))
        stop.set()
        for thread in threads:
            thread.join()
    assert problems == []


def test_not_an_index(tmp_path, folder):
    with pytest.raises(NotAnIndex, match="tickmark ingest"):
        Store.open(tmp_path / "nowhere")
    with pytest.raises(NotAnIndex):
        Store.open(tmp_path, write=True)
    for content in (b"", b"this is not a database, whatever its name says" * 100):
        folder.mkdir(exist_ok=True)
        (folder / DATABASE).write_bytes(content)
        for write in (False, True):
            with pytest.raises(NotAnIndex):
                Store.open(folder, write=write)
    with pytest.raises(NotAnIndex):
        Store.create(folder, HashingEmbedder().info)
    assert (folder / DATABASE).read_bytes() == content, "what is not ours is not touched"


def test_another_format(store, folder):
    store.close()
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("UPDATE meta SET value = '99' WHERE key = 'format'")
    connection.commit()
    connection.close()
    with pytest.raises(IndexFormatError, match=r"format 99, .* format 2"):
        Store.open(folder)


def test_another_model(store, folder):
    store.close()
    with pytest.raises(ModelMismatch, match=r"'hashing' \(32 dimensions\), not with 'other'.*Use 'hashing'"):
        Store.create(folder, HashingEmbedder(name="other").info)
    with pytest.raises(ModelMismatch, match="64 dimensions"):
        Store.create(folder, HashingEmbedder(64).info)
    Store.create(folder, HashingEmbedder().info).close()


def test_a_folder_that_may_only_be_read(store, folder, put, monkeypatch):
    put(store, read(1))
    store.close()
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with Store.open(folder) as reader:
        assert reader.load(read(1)[0].id) == read(1)[0]


def test_closed_is_closed(store):
    store.close()
    store.close()
    with pytest.raises(NotAnIndex, match="closed"):
        store.generation()
