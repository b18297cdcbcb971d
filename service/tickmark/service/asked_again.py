"""A question refused as a whole, asked again: by the sentence that asks, or for the others of what it leaves out.

"Were the neighbours upset? I'd like to know how many complaints came in." asks for complaints. The company and the
period of the whole count for the sentence. Where another sentence names a metric, a place or somebody of its own, the
sentence may hang on it: nothing is asked again then.

"Pass rate of raw materials excluding clays" is printed as that of "other raw materials": a row that says "other" is
taken for it, and no row of the whole.
"""

from __future__ import annotations

import re
from typing import Final

from tickmark.index.asked.context import hangs_on_another
from tickmark.index.asked.left_out import names_left_out
from tickmark.index.asked.sentences import sentences
from tickmark.index.asked.telling import without_asking
from tickmark.index.filters import Filters
from tickmark.index.question import WEAK_CONCEPTS
from tickmark.index.search import Searcher, SearchResult
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.decide import decide
from tickmark.service.fitting import Decision

__all__ = ["asked_again"]

_Again = tuple[SearchResult, Decision]
_NUMBER: Final = re.compile(r"\b(?:how (?:many|much)|what|which)\b", re.IGNORECASE)
_ENOUGH: Final = 2  # terms that a sentence names a metric by
_LEAVES_OUT: Final = re.compile(
    r"[(,]?\s*(?<![\w-])(?:excluding|excl\b\.?|ex\b\.?|except(?:ing)?(?:\s+for)?|without)\s+(?:the\s+|any\s+)?"
    r"[a-z][^,;.?!()]{2,40}?\s*(?:\([^()]*\)|\))?(?=\s*(?:[,;?!]|$))"
    r"|\bnon[-\s][a-z]+[-\s][a-z]+(?=\s+[a-z])",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(r"\b(?:others?|rest|remaining)\b|其他|其它|其餘|其余", re.IGNORECASE)


def asked_again(searcher: Searcher, text: str, result: SearchResult, filters: Filters | None) -> _Again | None:
    """What a refused question finds when it is asked otherwise; None where that is nothing."""
    question = result.question
    if not result.filings or question.absent or question.strangers:
        return None
    return _by_its_sentence(searcher, text, result, filters) or _by_the_others(searcher, text, result, filters)


def _by_its_sentence(searcher: Searcher, text: str, result: SearchResult, filters: Filters | None) -> _Again | None:
    """What the last sentence of a question finds by itself."""
    question = result.question
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
    return _answered(searcher, again) if _whole(again, result, parts[:-1]) else None


def _by_the_others(searcher: Searcher, text: str, result: SearchResult, filters: Filters | None) -> _Again | None:
    """What is printed for the others, where a question leaves something out."""
    left_out = result.question.left_out
    others = _LEAVES_OUT.sub(" other ", text, count=1)
    if not left_out or others == text:
        return None
    again = _answered(searcher, searcher.search(others, filters))
    if again is None:
        return None
    labels = [" ".join(c.figure.label_path[-1:]) for c in again[1].figures]
    fit = all(_OTHERS.search(label) and not names_left_out(label, left_out) for label in labels)
    return again if fit else None


def _answered(searcher: Searcher, again: SearchResult) -> _Again | None:
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
