"""Passages of further pages come before further passages of one page."""

from __future__ import annotations

from tickmark.index.model import FilingSummary, PassageHit
from tickmark.ingest.model import Passage, Span
from tickmark.service.answer import _page_by_page

FILING = FilingSummary("f", "f.pdf", "", "Acme", ("Acme",), None, None, None, None, "en", "application/pdf", 1, 1, 1, 1)


def _hits(*pages: int | None) -> dict[str, PassageHit]:
    spans = [Span((n, n + 1), (1, 1), page=page) for n, page in enumerate(pages)]
    return {
        str(n): PassageHit(Passage(str(n), "f", "prose", "", "", span), FILING, 1.0) for n, span in enumerate(spans)
    }


def _order(hits: dict[str, PassageHit], *own: str) -> str:
    return "".join(hit.passage.id for hit in _page_by_page(hits, own))


def test_one_passage_of_each_page_first() -> None:
    assert _order(_hits(3, 3, 4, 3, 5)) == "02413"


def test_the_passages_of_the_answer_stay() -> None:
    assert _order(_hits(3, 3, 4, 3, 5), "0", "1") == "01243"


def test_without_pages_the_order_is_kept() -> None:
    assert _order(_hits(None, None, None)) == "012"
