"""Which passages an answer shows first."""

from dataclasses import replace
from decimal import Decimal

from tickmark.index.model import FilingSummary
from tickmark.index.ranking.matching import Features
from tickmark.index.search import FigureCandidate, PassageCandidate
from tickmark.ingest.model import Figure, FigureRow, Passage, Span
from tickmark.service.answer import _parted

SPAN = Span((0, 4), (1, 1))
ONE = FilingSummary("a", "a.txt", "A", "Fenwick Mills plc", (), None, None, None, None, "en", "text/plain", 9, 1, 1, 1)
OTHER = replace(ONE, id="b", source="b.txt")
FEATURES = Features(1.0, 1.0, 1.0, 0.5, 0.5, 1.0, 0.0, 0.0, 1.0, 0.0)


def figure_of(filing):
    found = Figure("f", "12", "12", SPAN, "cell", number=Decimal(12), label_path=("Cloth",))
    return FigureCandidate(found, FigureRow("r", filing.id, "Cloth", "", ("f",), "cell", SPAN), filing, FEATURES, 0.9)


def passage_of(filing, score):
    return PassageCandidate(
        Passage(f"p{filing.id}{score}", filing.id, "prose", "12", "12", SPAN), filing, score, lambda _: 1.0, 0.5
    )


def test_figures_of_filings_that_rank_far_behind_come_later():
    ranked = [passage_of(ONE, 0.8), passage_of(OTHER, 0.5), passage_of(OTHER, 0.79)]
    near, far = _parted([figure_of(OTHER), figure_of(ONE)], ranked)
    assert [c.filing.id for c in near] == ["a"]
    assert [c.filing.id for c in far] == ["b"]  # its first passage stands at .5, and .56 would be near


def test_figures_of_filings_that_rank_alike_come_first():
    near, far = _parted([figure_of(OTHER), figure_of(ONE)], [passage_of(ONE, 0.8), passage_of(OTHER, 0.6)])
    assert [c.filing.id for c in near] == ["b", "a"]
    assert far == []


def test_without_passages_nothing_is_held_back():
    assert _parted([figure_of(ONE)], []) == ([figure_of(ONE)], [])
