from __future__ import annotations

import numpy as np
import pytest
from index_samples import read

from tickmark.index import dense as dense_module
from tickmark.index.dense import DenseView
from tickmark.index.store import Store
from tickmark.index.views.dense_index import VectorIndex


@pytest.fixture
def view(folder):
    return DenseView(folder)


def vectors(count, dimension=32, seed=0):
    made = np.random.default_rng(seed).standard_normal((count, dimension), dtype=np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def search(view, store, vector, k, kind, *filters):
    view.refresh(store)
    found = view.search(vector, k, kind, *filters)
    ids = store.ids_of(kind, [number for number, _ in found])
    return [(ids[number], score) for number, score in found]


def exact(store, vector, kind, filing_ids=None):
    """All ids by falling inner product with the vectors in the store."""
    found = []
    with store.feed() as feed:
        for filing in feed.everything().added:
            if filing_ids is None or filing.id in filing_ids:
                scores = feed.vectors(filing, kind) @ vector
                found += zip(store.ids_of(kind, range(*filing.of(kind))).items(), scores, strict=True)
    return [(item, score) for (_, item), score in sorted(found, key=lambda hit: -hit[1])]


def assert_same(found, expected, tolerance=2e-3):
    assert len(found) == len(expected)
    for (item, score), (_, best) in zip(found, expected, strict=True):
        assert score == pytest.approx(best, abs=tolerance), item


def test_search_is_exact_and_filters(store, put, view, embedder):
    for number in range(5):
        put(store, read(number, words=f"topic{number} emissions"))
    question = embedder.encode_query("topic3 emissions part1")
    for kind in ("passage", "row"):
        assert_same(search(view, store, question, 99, kind), exact(store, question, kind))
    only = [read(1)[0].id, read(4)[0].id, "unknown"]
    found = search(view, store, question, 99, "passage", only)
    assert_same(found, exact(store, question, "passage", only))
    assert {item.partition("-")[0] for item, _ in found} == set(only[:2])
    assert search(view, store, question, 1, "passage")[0][0] == read(3)[1][1].id
    assert view.search(question, 5, "passage", []) == []
    assert view.search(question, 0, "passage") == []


def test_an_empty_index(store, view, embedder):
    assert search(view, store, embedder.encode_query("anything"), 5, "row") == []


def test_changes_are_followed_and_written(store, put, view, folder, embedder):
    question = embedder.encode_query("every")
    for number in range(3):
        put(store, read(number))
    assert len(search(view, store, question, 99, "passage")) == 9
    store.remove(read(1)[0].id)
    put(store, read(9, source="filing-2.txt"))
    found = search(view, store, question, 99, "passage")
    assert {item.partition("-")[0][-1] for item, _ in found} == {"0", "9"}
    again = DenseView(folder)
    again.refresh(store)
    assert again._on_disk == store.generation()
    assert search(again, store, question, 99, "passage") == found


def test_catching_up_reads_only_what_changed(*, store, put, view, folder, monkeypatch, embedder):
    for number in range(3):
        put(store, read(number))
    view.refresh(store)
    put(store, read(7))
    taken = []
    real = dense_module.Feed.vectors
    monkeypatch.setattr(
        dense_module.Feed, "vectors", lambda feed, filing, kind: (taken.append(filing.id), real(feed, filing, kind))[1]
    )
    DenseView(folder).refresh(store)
    assert set(taken) == {read(7)[0].id}


def test_a_reader_keeps_up_while_another_writes_and_writes_nothing(store, put, view, folder, embedder):
    question = embedder.encode_query("noise")
    put(store, read(1))
    view.refresh(store)
    before = (folder / "dense.faiss").read_bytes()
    theirs = DenseView(folder)
    with Store.open(folder) as reader:
        put(store, read(2, words="noise"))
        assert {item for item, _ in search(theirs, reader, question, 9, "passage")} >= {p.id for p in read(2)[1]}
        assert (folder / "dense.faiss").read_bytes() == before


def test_a_reader_does_not_write_what_is_there_already(*, store, put, view, folder, embedder, monkeypatch):
    theirs = DenseView(folder)
    with Store.open(folder) as reader:
        put(store, read(1))
        theirs.refresh(reader)
        view.refresh(store)
        store.close()
        monkeypatch.setattr(dense_module, "write_snapshot", lambda *_: pytest.fail("written again"))
        theirs._write(reader)


@pytest.mark.parametrize("part", [0.0, 0.02, 0.3, 0.6, 0.99])
@pytest.mark.parametrize("how", ["flip", "truncate", "garbage", "delete"])
def test_a_damaged_file_is_made_anew(*, store, put, view, folder, embedder, part, how):
    question = embedder.encode_query("part1 scope")
    for number in range(3):
        put(store, read(number))
    expected = search(view, store, question, 99, "row")
    path = folder / "dense.faiss"
    data = bytearray(path.read_bytes())
    at = int(len(data) * part)
    if how == "flip":
        data[at] ^= 0xFF
    elif how == "truncate":
        del data[at:]
    else:
        data[at : at + 64] = b"\n7\ngarbage" * 6
    path.write_bytes(data)
    if how == "delete":
        path.unlink()
    fresh = DenseView(folder)
    assert search(fresh, store, question, 99, "row") == expected
    last = DenseView(folder)
    last._load(store)
    assert last.generation == store.generation(), "and the file is sound again"


def test_many_vectors_are_clustered_and_filters_stay_exact(store, folder, put):
    view = DenseView(folder, flat_up_to=1000)
    made = vectors(2400)
    for number in range(12):
        filing, passages, rows = read(number, passages=200)
        store.put(filing, passages, rows, made[200 * number : 200 * (number + 1)], made[:3])
        view.refresh(store)
    assert view._snapshot.indexes["passage"].trained_for > 1000
    assert view._snapshot.indexes["row"].trained_for == 0
    questions = vectors(20, seed=1)
    hits = 0
    for question in questions:
        best = {item for item, _ in exact(store, question, "passage")[:10]}
        hits += len(best & {item for item, _ in search(view, store, question, 10, "passage")})
        only = [read(3)[0].id]
        # One byte a dimension: scores are near, the filing is searched to its last vector.
        assert_same(
            search(view, store, question, 200, "passage", only), exact(store, question, "passage", only), tolerance=0.02
        )
    assert hits / 200 > 0.8
    again = DenseView(folder, flat_up_to=1000)
    assert search(again, store, questions[0], 10, "passage") == search(view, store, questions[0], 10, "passage")
    for number in range(10):
        store.remove(read(number)[0].id)
    view.refresh(store)
    assert view._snapshot.indexes["passage"].trained_for == 0, "small again, so flat again"
    assert len(search(view, store, questions[0], 999, "passage")) == 400


def test_searches_under_way_keep_their_snapshot():
    index = VectorIndex.empty(32, 3, 10, vectors).add([((5, 8), vectors(3))])
    smaller = index.without([(5, 6)])
    assert (len(index), len(smaller)) == (3, 2)
    assert index.search(vectors(1)[0], 1, None)[0][0] == 5
    assert {number for number, _ in smaller.search(vectors(1)[0], 9, None)} == {6, 7}


def test_the_store_put_back_from_a_backup(store, put, view, folder, embedder):
    """A view ahead of its store is not trusted."""
    question = embedder.encode_query("every")
    put(store, read(1))
    view.refresh(store)
    with store._transaction() as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'generation'")
        connection.execute("DELETE FROM filings")
        connection.execute("DELETE FROM changes")
    assert search(DenseView(folder), store, question, 9, "passage") == []
