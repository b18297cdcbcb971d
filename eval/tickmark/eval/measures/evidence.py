"""How much of what a question needs stands in the first so many characters of the passages.

A person, and a language model, reads so many characters and not so many chunks: ten chunks of 200 characters are no
more than two of 1,000. The passage that crosses the limit counts as far as it reaches; where what is shown differs from
the source (markup, repeated headers) it is cut in proportion.
"""

from __future__ import annotations

from tickmark.eval.measures.base import Measure
from tickmark.eval.model import Place, Question, Response

__all__ = ["EvidenceWithin", "shown_within"]


def shown_within(response: Response, limit: int) -> list[Place]:
    """The places shown in the first ``limit`` characters of passages, in their order."""
    places: list[Place] = []
    left = limit
    for passage in response.passages:
        if left <= 0:
            break
        place = passage.place
        if passage.size > left and place.chars is not None:
            start, end = place.chars
            place = Place(place.doc, (start, start + (end - start) * left // passage.size))
        elif passage.size > left:  # a whole document longer than what is left: it cannot be said what is seen of it
            place = Place(place.doc, (0, left))
        places.append(place)
        left -= passage.size
    return places


class EvidenceWithin(Measure):
    """Recall of needs within a number of characters."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.name = f"evidence@{limit}c"
        self.help = f"share of what a question needs that stands in the first {limit:,} characters of passages"

    def value(self, question: Question, response: Response) -> float | None:
        """Needs met by needs."""
        if not question.needs:
            return None
        shown = shown_within(response, self.limit)
        met = sum(any(place.meets(seen) for place in places for seen in shown) for places in question.needs)
        return met / len(question.needs)
