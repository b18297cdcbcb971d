"""What passages are ranked by. The samples' numbers are worked out by hand."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from tickmark.index.ranking.candidates import Candidates, Drawn, Pool, fused
from tickmark.index.ranking.figures import MOST_BEHIND, _behind
from tickmark.index.ranking.passages import NAMES, PassageFeatures, chance, features_of, total
from tickmark.index.views.tantivy_index import WindowHit
from tickmark.ingest.model import FigureRow, Passage, Span

NOTHING = Pool([], {}, {}, Drawn(0.0, 0.0))


def passage(number, text, chars, filing="a"):
    return Passage(f"{filing}-p{number}", filing, "prose", text, text, Span(chars, (number, number)))


def row(number, at, filing="a"):
    return FigureRow(f"{filing}-r{number}", filing, "", "", (), "cell", Span((at, at + 5), (1, 1)))


LEAD = passage(1, "Sales by region in 2019 and 2018", (0, 50))
TABLE = passage(2, "North 12 10", (50, 90))
OTHER = passage(1, "Rivers in 2018, because of rain", (0, 40), filing="b")


def features(question="north sales 2019 against 2017", rows=(), **drawn):
    given = {"passages": NOTHING, "expanded": NOTHING, "windows": (), "passage_rows": NOTHING} | drawn
    found = Candidates(rows=NOTHING, **given)
    return features_of(question, [LEAD, TABLE, OTHER], found, {r.id: r for r in rows})


def test_views_are_fused_by_rank_and_keep_their_scores():
    pool = fused([("a", 9.0), ("b", 3.0), ("c", 1.0)], [("b", 0.9), ("d", 0.5)], 3)
    assert pool.ids == ["b", "a", "d", "c"]
    assert pool.drawn("b") == (3.0, 0.9)
    assert pool.shares()["b"] == pytest.approx(1 / 3)


def test_what_a_full_view_did_not_draw_scores_as_its_last():
    pool = fused([("a", 9.0), ("b", 3.0), ("c", 1.0)], [("b", 0.9)], 2)
    assert pool.drawn("d") == (3.0, 0.0), "two were asked for: the words drew two, the meaning one"
    assert "d" not in pool.shares()
    assert "c" not in pool.ids


def test_a_passage_has_what_its_window_has():
    found = features(
        windows=[WindowHit(("a-p1", "a-p2"), 7.0, 4.0), WindowHit(("z-p1",), 5.0, 1.0)],
        passages=Pool(["a-p1"], {"a-p1": 6.0}, {"a-p2": 0.5}, Drawn(2.0, 0.1)),
    )
    lead, table = found["a-p1"], found["a-p2"]
    assert (lead.words, lead.dense, table.words, table.dense) == (6.0, 0.1, 2.0, 0.5)
    for one in (lead, table):
        assert (one.window_words, one.window_pairs) == (7.0, 4.0)
    assert (found["b-p1"].window_words, found["b-p1"].window_pairs) == (5.0, 1.0), "no window of it was drawn"


def test_a_row_speaks_for_the_passage_it_stands_in():
    pool = Pool(["a-r1", "a-r2", "b-r3"], {"a-r1": 8.0}, {"a-r2": 0.7}, Drawn(1.0, 0.2))
    found = features(rows=[row(1, 60), row(2, 70), row(3, 95, filing="b")], passage_rows=pool)
    assert (found["a-p2"].row_words, found["a-p2"].row_dense) == (8.0, 0.7)
    assert (found["a-p1"].row_words, found["a-p1"].row_dense) == (1.0, 0.2)
    assert (found["b-p1"].row_words, found["b-p1"].row_dense) == (1.0, 0.2), "it stands behind the passage"


def test_the_share_of_the_years_asked_for_that_the_window_prints():
    together = [WindowHit(("a-p1", "a-p2"), 1.0, 0.0)]
    assert features(windows=together)["a-p2"].years == 0.5
    assert features()["a-p2"].years == 0.0, "on its own it prints none"
    assert features("sales of the north")["a-p1"].years == 0.0


def test_reasons_count_only_where_they_are_asked_for():
    assert features("why were rivers high?")["b-p1"].cause == 1.0
    assert features("why were rivers high?")["a-p1"].cause == 0.0
    assert features("rivers")["b-p1"].cause == 0.0


def test_figures_lose_by_filing_as_far_as_its_best_passage_is_behind():
    best, near, far = (PassageFeatures(window_words=words) for words in (40.0, 39.0, 0.0))
    lost = _behind([(LEAD, best), (OTHER, near), (TABLE, far)])
    assert lost["a"] == 0.0
    assert 0.0 < lost["b"] < MOST_BEHIND
    assert _behind([(LEAD, PassageFeatures(words=1e6)), (OTHER, far)])["b"] == MOST_BEHIND
    assert _behind([]) == {}


def test_the_weights_that_are_shipped():
    raw = json.loads((files("tickmark.index") / "data" / "ranking.json").read_text("utf-8"))
    assert set(raw["weights"]) == set(NAMES)
    better = PassageFeatures(words=9.0, dense=0.6, window_words=9.0, window_pairs=9.0, years=1.0)
    worse = PassageFeatures(words=3.0, dense=0.2, window_words=3.0, window_pairs=1.0)
    assert total(better) > total(worse)
    assert 0 < chance(total(worse)) < chance(total(better)) < 1
    assert chance(-1e9) < chance(1e9) <= 1
