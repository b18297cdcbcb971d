"""Answers that stand in words: the passage that answers, and a sentence that says that something is not disclosed."""

from __future__ import annotations

import re
from itertools import islice

from tickmark.index.question import Question
from tickmark.index.search import PassageCandidate, SearchResult
from tickmark.index.words.terms import all_terms, terms
from tickmark.service.fitting import LIMITS, Decision

__all__ = ["fact", "said_undisclosed"]

_SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|\n")
_UNDISCLOSED = re.compile(
    r"\b(?:not|never)\s+(?:\w+\s+){0,2}(?:disclosed?|reported|published|available)\b"
    r"|\bdo(?:es)? not (?:disclose|report|publish)\b|未披露|不披露|未公布",
    re.IGNORECASE,
)


def fact(result: SearchResult) -> Decision | None:
    """The passage that answers, and its best sentence as the text."""
    asked = {a.term: a.weight for a in result.question.asked}
    good = list(islice(filter(_passage_fits, result.passages), 3))
    if not good or _named_stranger(result.question):
        return None
    pieces = [s for s in _SENTENCE.split(good[0].passage.text) if len(s) > 20] or [good[0].passage.text]
    sentence = max(pieces, key=lambda s: sum(asked.get(t, 0.0) for t in set(terms(s))))
    return Decision("answered", sentence.strip()[:600], passages=good)


def _passage_fits(found: PassageCandidate) -> bool:
    """Whether a passage is about the question: by its words, or by fewer of them and its meaning."""
    if found.cover >= LIMITS.passage_cover:
        return True
    return found.cover >= LIMITS.passage_cover_with_dense and found.dense >= LIMITS.passage_dense


def said_undisclosed(result: SearchResult) -> Decision | None:
    """A sentence that says of what was asked that it is not disclosed."""
    wanted = {a.term: a.weight for a in result.question.asked}
    total = sum(wanted.values())
    for found in result.passages[:15]:
        for sentence in _SENTENCE.split(found.passage.text):
            if total and _UNDISCLOSED.search(sentence):
                known = all_terms(sentence)
                if sum(w for t, w in wanted.items() if t in known) >= LIMITS.cover * total:
                    said = sentence.strip()[:400]
                    return Decision("not_disclosed", f"Not disclosed: {said}", "The filing says so.", passages=[found])
    return None


def _named_stranger(question: Question) -> bool:
    """Whether a word that nothing here mentions was written as a name."""
    return any(
        re.search(rf"(?<!^)\b{re.escape(s[:1].upper() + s[1:])}", question.text) or not s.isascii()
        for s in question.strangers
    )
