"""Whether filings agree on a figure: the question whether it is the same in the report and in the announcement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tickmark.index.checking.sameness import same_time, same_value, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.fitting import Decision, fits
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["agreement", "without_documents"]

_AGREE: Final = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did)\b.*\b(?:same|agree|match(?:es)?|consistent|tally|identical)\b"
    r"|是否(?:一致|相同|相符|一样)|(?:一致|相同|相符|一样)吗",
    re.IGNORECASE | re.DOTALL,
)
_AGREE_WORDS: Final = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did)\b|\b(?:give|show|print|state|report)?\s*(?:the\s+)?(?:same|identical)\b"
    r"|\b(?:agree(?:\s+(?:on|about|with))?|match(?:es)?|consistent|tally)\b|是否(?:一致|相同|相符|一样)|(?:一致|相同|相符|一样)吗",
    re.IGNORECASE,
)
_KIND: Final = r"(?:ESG|annual|interim|quarterly|full|sustainability|results|data|English|Chinese|two|both|final)"
_PAPER: Final = (
    r"(?:summar(?:y|ies)|reports?|announcements?|versions?|filings?|documents?|results|estimates?|accounts|texts?)"
)
_DOCUMENTS: Final = re.compile(
    rf"(?:\b(?:in|from|between|by|using|of|across)\s+)?(?:\b(?:the|both"
    rf"|each)\s+)?\b(?:{_KIND}\s+)+(?:and\s+(?:in\s+)?(?:the\s+)?"
    rf"(?:{_KIND}\s+)*)?{_PAPER}\b|[，,]?(?:中文|英文)(?:版|公告|报告|報告)?(?:[和与與](?:中文|英文)(?:版|公告|报告|報告)?)?",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 40
_MOST_PLACES: Final = 4


def without_documents(text: str) -> str:
    """A question without the words for the filings that it wants looked at."""
    return re.sub(r"\s+", " ", re.sub(r"\band\s*(?=[?.]|$)", " ", _DOCUMENTS.sub(" ", text))).strip()


def agreement(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The figure as each filing prints it, where the question is whether they agree; None where only one does."""
    text = result.question.text
    if not _AGREE.search(text):
        return None
    bare = _AGREE_WORDS.sub(" ", without_documents(text))
    found = [c for c in searcher.again(bare, result).figures[:_LOOKED_AT] if fits(c) and c.figure.status == "value"]
    places = _one_a_filing(found)
    if len(places) < 2:
        return None
    first = places[0]
    named = f"{label_of(first.figure)} {period_words(first.figure.period)}".strip()
    said = "; ".join(f"{c.filing.source}, line {c.figure.span.lines[0]}: {amount(c.figure)}" for c in places)
    if all(same_value(first.figure, other.figure) for other in places[1:]):
        return Decision("answered", f"{named}: the filings agree. {said}.", figures=places)
    ids = {c.figure.id for c in places}
    conflicts = {c.figure.id: tuple(sorted(ids - {c.figure.id})) for c in places}
    reason = "The same metric is printed with different values."
    return Decision("conflicting", f"{named}: the filings differ. {said}.", reason, places, conflicts=conflicts)


def _one_a_filing(found: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """The best figure of each filing that is of the time and unit of the best of all."""
    places: dict[str, FigureCandidate] = {}
    for candidate in found:
        first = next(iter(places.values()), candidate)
        comparable = candidate is first or (
            same_time(first, candidate) and unit_key(first.figure) == unit_key(candidate.figure)
        )
        if comparable and len(places) < _MOST_PLACES:
            places.setdefault(candidate.filing.id, candidate)
    return list(places.values())
