"""What is drawn for a question, as one pool."""

from tickmark.index.ranking.candidates import Drawn, fused, joined

ALL = fused([("a", 9.0), ("b", 5.0)], [("b", 0.8), ("c", 0.6)], 2)
HOME = fused([("d", 4.0)], [("b", 0.8), ("d", 0.3)], 2)


def test_what_both_views_drew_comes_first():
    assert ALL.ids == ["b", "a", "c"]
    assert ALL.floor == Drawn(5.0, 0.6)


def test_two_pools_are_one_without_what_they_share():
    both = joined(HOME, ALL)
    assert both.ids == ["d", "b", "a", "c"]
    assert both.drawn("d") == Drawn(4.0, 0.3)
    assert both.drawn("a") == Drawn(9.0, 0.3)  # the dense view scored nothing that it did not draw higher
    assert both.floor == Drawn(0.0, 0.3)
    assert both.shares()["d"] == 4.0 / 9.0
