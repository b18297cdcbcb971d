from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tickmark.index.views.windows import WINDOW_CHARS, pairs, windows_of
from tickmark.ingest.model import Passage, Span


def passages(sizes):
    return [
        Passage(f"a-p{n}", "a", "prose", "x" * size, "context", Span((0, size), (1, 1)))
        for n, size in enumerate(sizes, 1)
    ]


def test_whole_passages_up_to_the_size_of_a_window():
    half = WINDOW_CHARS // 2
    found = list(windows_of(passages([half, half, 1, WINDOW_CHARS + 5, 3])))
    assert [w.passage_ids for w in found] == [("a-p1", "a-p2"), ("a-p3",), ("a-p4",), ("a-p5",)]
    assert found[0].text == "x" * half + "\n" + "x" * half
    assert {w.filing_id for w in found} == {"a"}


@given(st.lists(st.integers(0, 2 * WINDOW_CHARS), max_size=12))
def test_every_passage_is_in_exactly_one_window(sizes):
    given = passages(sizes)
    assert [i for w in windows_of(given) for i in w.passage_ids] == [p.id for p in given]


def test_pairs_pass_over_stop_words_and_endings():
    assert pairs("The total of revenues") == pairs("total revenue") == ["total_revenu"]
    assert pairs("of the") == []
    assert pairs("排放总量") == ["排放_放总", "放总_总量"]
