"""Names that the sentences before a number give: "under this agreement" is with whom the passage has named by then.

A sentence that points back to an agreement, a loan or a plan does not say again whose it is. What a question calls it
by is then said of the number where its passage says so before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tickmark.index.ranking.figure_words import FigureWords
from tickmark.index.words.terms import all_terms
from tickmark.ingest.model import Figure, Passage

__all__ = ["NamedBefore"]

_SAID: Final = 0.5  # what such a name counts
_POINTS_BACK: Final = re.compile(
    r"\b(?:th(?:is|ese|at|ose|e)|such|its)\s+(?:[\w'’-]+\s+){0,3}?(?:agreements?|contracts?|loans?|facilit(?:y|ies)"
    r"|plans?|leases?"
    r"|guarantees?|notes?|arrangements?|licen[cs]es?|mortgages?|commitments?|indemnit(?:y|ies)|polic(?:y|ies)"
    r"|warrants?)\b",
    re.IGNORECASE,
)


class NamedBefore:
    """Which of the names of a question stand in the passages of sentences, and before which of their numbers."""

    def __init__(self, names: Iterable[str], passages: Iterable[Passage]) -> None:
        """``passages`` are those that were drawn for the question: others have none of its names."""
        self._names = frozenset(names)
        self._naming: dict[str, list[Passage]] = {}
        if self._names:
            for passage in passages:
                if passage.kind == "prose" and not self._names.isdisjoint(all_terms(passage.text)):
                    self._naming.setdefault(passage.filing_id, []).append(passage)

    def of(self, figure: Figure, filing_id: str, said: FigureWords) -> FigureWords:
        """What is said of a figure, with the names before it where its sentence points back to them."""
        if not self._naming or figure.origin != "prose" or self._names <= said.worth.keys():
            return said
        if _POINTS_BACK.search(figure.context) is None:
            return said
        at = figure.span.chars[0]
        inside = (p for p in self._naming.get(filing_id, ()) if p.span.chars[0] <= at < p.span.chars[1])
        found = frozenset[str]().union(*(self._before(passage, figure) for passage in inside)) - said.worth.keys()
        return replace(said, worth={**said.worth, **dict.fromkeys(found, _SAID)}) if found else said

    def _before(self, passage: Passage, figure: Figure) -> frozenset[str]:
        """The names in a passage up to the sentence of a figure."""
        before, sentence, _ = passage.text.partition(figure.context)
        return self._names & all_terms(before) if sentence else frozenset()
