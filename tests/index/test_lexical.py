from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from index_samples import read

from tickmark.index.lexical import LexicalView
from tickmark.index.store import Store
from tickmark.index.views.feed import Feed
from tickmark.ingest.errors import TickmarkIndexError


@pytest.fixture
def view(folder):
    view = LexicalView(folder)
    yield view
    view.close()


def ids(hits):
    return [item for item, _ in hits]


def test_words_rank(store, put, view):
    put(store, read(1, words="water consumption"))
    put(store, read(2, words="air emissions"))
    view.refresh(store)
    found = view.search("How much water was consumed?", 10, "passage")
    assert ids(found) == [p.id for p in read(1)[1]]
    assert all(score > 0 for _, score in found)
    assert set(ids(view.search("scope 2 emission", 10, "row"))) >= {read(2)[2][2].id}
    assert ids(view.search("scope 2 emission", 1, "row")) == [read(2)[2][2].id]


def test_kinds_are_apart_and_filings_filter(store, put, view):
    for number in range(3):
        put(store, read(number))
    view.refresh(store)
    assert len(view.search("every", 100, "passage")) == 9
    assert len(view.search("every", 4, "row")) == 4
    wanted = read(1)[0].id
    assert ids(view.search("every", 100, "passage", [wanted])) == [p.id for p in read(1)[1]]
    assert view.search("every", 100, "passage", []) == []
    assert view.search("every", 100, "passage", ["unknown"]) == []
    assert view.search("every", 0, "passage") == []


def test_windows_by_words_and_by_pairs(store, put, view):
    put(store, read(1, words="total water"))
    put(store, read(2, words="water in total"))
    view.refresh(store)
    found = {hit.passage_ids: hit for hit in view.windows("the total water", 9)}
    assert set(found) == {tuple(p.id for p in read(n)[1]) for n in (1, 2)}
    first, second = (found[tuple(p.id for p in read(n)[1])] for n in (1, 2))
    assert first.words == pytest.approx(second.words, rel=0.1)
    assert first.pairs > second.pairs
    assert [hit.passage_ids for hit in view.windows("total water", 9, [read(2)[0].id])] == [second.passage_ids]
    assert view.windows("total water", 0) == view.windows("total water", 9, []) == []


def test_a_word_in_every_passage_is_common_whatever_else_is_indexed(store, put, view):
    for number in range(4):
        put(store, read(number))
    view.refresh(store)
    ((_, common), *_), ((_, rare),) = view.search("every", 99, "passage"), view.search("every", 1, "row")
    assert len(view.search("every", 99, "passage")) == 12
    assert common < 0.2, "BM25 of a word that all of 12 passages hold"
    assert rare < 0.2


def test_a_filter_does_not_change_scores(store, put, view):
    for number in range(3):
        put(store, read(number))
    view.refresh(store)
    everywhere = dict(view.search("part1 emissions", 100, "passage"))
    here = dict(view.search("part1 emissions", 100, "passage", [read(2)[0].id]))
    assert all(everywhere[item] == pytest.approx(score) for item, score in here.items())


def test_only_stop_words_still_find(store, put, view):
    put(store, read(1, words="it will be as it was"))
    view.refresh(store)
    assert view.search("it was", 5, "passage")
    assert view.search("emissions that were not there", 5, "passage") == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(alphabet=st.characters()) | st.text(alphabet='+-&|!(){}[]^"~*?:\\/ aAND OR NOT'))
def test_odd_questions_never_raise(store, put, view, question):
    if store.generation() == 0:
        put(store, read(1))
    view.refresh(store)
    view.search(question, 5, "passage")


def test_a_very_long_question(store, put, view):
    put(store, read(1))
    view.refresh(store)
    assert view.search("emissions " + " ".join(f"w{n}" for n in range(5000)), 5, "passage")
    assert view.search("x" * 100_000, 5, "passage") == []


def test_changes_are_followed(store, put, view):
    put(store, read(1, source="a.txt", words="water"))
    view.refresh(store)
    put(store, read(2, source="a.txt", words="waste"))
    assert view.search("water", 5, "passage")
    view.refresh(store)
    assert view.search("water", 5, "passage") == []
    assert len(view.search("waste", 5, "passage")) == 3
    store.remove(read(2)[0].id)
    view.refresh(store)
    assert view.search("waste", 5, "passage") == []
    assert view.generation == store.generation()


def test_catching_up_reads_only_what_changed(store, put, view, folder, monkeypatch):
    for number in range(3):
        put(store, read(number))
    view.refresh(store)
    put(store, read(7))
    taken = []
    real = Feed.texts
    monkeypatch.setattr(
        Feed, "texts", lambda feed, filings, kind: (taken.append([f.id for f in filings]), real(feed, filings, kind))[1]
    )
    fresh = LexicalView(folder)
    fresh.refresh(store)
    assert taken == [[read(7)[0].id]] * 2, "passages and rows"
    fresh.close()


def test_a_reader_keeps_up_while_another_writes(store, folder, put, view):
    put(store, read(1))
    view.refresh(store)
    theirs = LexicalView(folder)
    with Store.open(folder) as reader:
        put(store, read(2, words="noise"))
        theirs.refresh(reader)
        assert len(theirs.search("noise", 9, "passage")) == 3
        assert view.search("noise", 9, "passage") == [], "the writer's own view is not touched"
        store.remove(read(1)[0].id)
        put(store, read(3, words="noise"))
        theirs.refresh(reader)
        assert len(theirs.search("noise", 9, "passage")) == 6
        assert theirs.search("emissions", 9, "passage") == []
        view.refresh(store)
        put(store, read(4))
        view.refresh(store)
        theirs.refresh(reader)
        assert theirs._private is None, "the view on disk is current again, so the private copy is gone"
        assert theirs.search("every", 99, "passage") == view.search("every", 99, "passage")
        theirs.close()


def test_a_reader_without_any_view_on_disk(store, folder, put):
    put(store, read(1))
    theirs = LexicalView(folder)
    with Store.open(folder) as reader:
        theirs.refresh(reader)
        assert len(theirs.search("every", 9, "row")) == 3
        assert not (folder / "lexical").exists()
        theirs.close()


def test_a_reader_mends_the_view_when_nobody_writes(store, folder, put, view):
    put(store, read(1))
    store.close()
    with Store.open(folder) as reader:
        view.refresh(reader)
        assert (folder / "lexical" / "current.json").is_file()
        assert len(view.search("every", 9, "row")) == 3


def files_of(folder):
    return sorted(p for p in (folder / "lexical").rglob("*") if p.is_file() and p.suffix != ".lock")


def replaced(path, data):
    """Puts a damaged file in a file's place; to shorten one that a thread still has mapped would kill the process."""
    other = path.with_name(f"{path.name}.damaged")
    other.write_bytes(data)
    other.replace(path)


def damage_truncate(path):
    replaced(path, path.read_bytes()[: path.stat().st_size // 2])


def damage_middle(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0xFF
    replaced(path, bytes(data))


def damage_garbage(path):
    replaced(path, b"\x07garbage" * 40)


def damage_delete(path):
    path.unlink()


@pytest.mark.parametrize("damage", [damage_truncate, damage_middle, damage_garbage, damage_delete])
def test_a_damaged_view_is_made_anew(store, folder, put, damage):
    for number in range(2):
        put(store, read(number))
    whole = LexicalView(folder)
    whole.refresh(store)
    expected = whole.search("every scope 2", 99, "row"), whole.search("part1", 99, "passage")
    whole.close()
    for n in range(len(files_of(folder))):
        path = files_of(folder)[n]
        damage(path)
        view = LexicalView(folder)
        view.refresh(store)
        assert (view.search("every scope 2", 99, "row"), view.search("part1", 99, "passage")) == expected, path.name
        view.close()


def test_a_view_of_another_index_is_not_used(*, store, folder, put, view, tmp_path, embedder):
    put(store, read(1, words="alien"))
    view.refresh(store)
    with Store.create(tmp_path / "other", embedder.info) as other:
        put(other, read(2))
        (folder / "lexical").rename(tmp_path / "other" / "lexical")
        moved = LexicalView(tmp_path / "other")
        moved.refresh(other)
        assert moved.search("alien", 5, "passage") == []
        assert len(moved.search("every", 5, "passage")) == 3
        moved.close()


def test_a_view_that_cannot_be_written_says_so(store, folder, put):
    put(store, read(1))
    (folder / "lexical").write_text("a file where the folder should be")
    view = LexicalView(folder)
    with pytest.raises(TickmarkIndexError, match="lexical view cannot be written"):
        view.refresh(store)
