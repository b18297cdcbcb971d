"""A question refused as a whole, asked again by the sentence that asks: what stands around it may be in no filing.

"Were the neighbours upset? I'd like to know how many complaints came in." asks for complaints. The company and the
period of the whole count for the sentence. Where another sentence names a metric, a place or somebody of its own, the
sentence may hang on it: nothing is asked again then.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.context import hangs_on_another
from tickmark.index.asked.sentences import sentences
from tickmark.index.asked.telling import without_asking
from tickmark.index.filters import Filters
from tickmark.index.question import WEAK_CONCEPTS
from tickmark.index.search import Searcher, SearchResult
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.decide import decide
from tickmark.service.fitting import Decision

__all__ = ["asked_again"]

_NUMBER: Final = re.compile(r"\b(?:how (?:many|much)|what|which)\b", re.IGNORECASE)
_ENOUGH: Final = 2  # terms that a sentence names a metric by


def asked_again(
    searcher: Searcher, text: str, result: SearchResult, filters: Filters | None
) -> tuple[SearchResult, Decision] | None:
    """What the last sentence of a refused question finds by itself; None where that is nothing."""
    question = result.question
    if not result.filings or question.absent or question.strangers:
        return None
    parts = sentences(text)
    asking = without_asking(parts[-1])
    if len(parts) < 2 or not _NUMBER.search(asking) or hangs_on_another(asking):
        return None
    named = not question.issuers or any(name in asking for name in question.issuers)
    issuer = "" if named else f"{', '.join(question.issuers)}: "
    again = searcher.search(f"{issuer}{asking}", filters)
    if not again.question.periods and question.periods:
        spans = " ".join(mention.period.text or "" for mention in question.periods)
        again = searcher.search(f"{issuer}{asking.rstrip(' ?')} {spans}", filters)
    if not _whole(again, result, parts[:-1]):
        return None
    made = decide(searcher, again)
    return (again, made) if made.status in {"answered", "conflicting"} and made.figures else None


def _whole(again: SearchResult, result: SearchResult, before: list[str]) -> bool:
    """Whether a sentence names enough to be asked alone, and those before it nothing of their own."""
    named = {want.term for want in again.question.asked}
    others = {term for sentence in before for term in terms(sentence) if is_concept(term)}
    return (
        len(named) >= _ENOUGH
        and again.question.issuer_keys == result.question.issuer_keys
        and set(result.question.names) <= set(again.question.names)
        and not again.question.strangers
        and others - WEAK_CONCEPTS <= named
    )
