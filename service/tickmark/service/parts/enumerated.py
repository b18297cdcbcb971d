"""The parts that a question names one by one, all of a printed group or sentence, whatever their whole is called there.

"Divided among drivers, clerks and everyone else" is answered by a group of three rows of which two are so named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tickmark.index.checking.sameness import COMMON, unit_key
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.service.fitting import LIMITS, Decision
from tickmark.service.parts.named_parts import apart, words_of
from tickmark.service.parts.printed_groups import ASKING_PARTS, unsaid
from tickmark.service.parts.siblings import listed, parts_of, row_of
from tickmark.service.parts.told_parts import running_on

__all__ = ["enumerated"]

_LED: Final = re.compile(
    r"\b(?:by|into|among|amongst|between|across|over|for)\b\s+(?P<items>[^:;?!()]{3,120}?\b(?:and|vs\.?|versus|or"
    r"|&)\b[^:;?!(),]{1,60})"
    r"|\bhow\s+many\s+(?P<counted>[^:;?!()]{3,120}?\band\b[^:;?!(),]{1,60})|(?:[:–—]"
    r"|\s-)\s+(?P<behind>[^:;?!()]{3,120})$"
    r"|^\W*(?P<front>[^:;?!()]{3,160}?\b(?:and|&)\b[^:;?!(),]{2,60})\s*[:–—]\s+(?=(?:how|what)\b)"
    r"|\((?P<aside>[^(),]{2,40}(?:,\s*[^(),]{2,40}){2,8})\)",
    re.IGNORECASE,
)
# "NOx SOx PM VOC": words that are written as no word is, one after the other
_WORDS: Final = re.compile(r"[A-Za-z][\w.]*(?:\s+[A-Za-z][\w.]*){2,7}")
_ABBREVIATED: Final = re.compile(r"\w*[A-Z]\w*[A-Z]\w*|[A-Z]+\w*\d\w*")
_BETWEEN: Final = re.compile(r"\s*(?:,\s*(?:and|or)\b|[/,、]|\b(?:and|or|versus|vs)\b\.?|&)\s*", re.IGNORECASE)
_REST: Final = re.compile(
    r"\b(?:everyone|everybody|everything|anything|all|the)\s+(?:else|others?|rest|remaining)\b|\bothers?\b|\brest\b",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 40
_MOST_UNSAID: Final = 0.5
_WEIGHTY: Final = 0.5
_PAIR: Final = 2
_MANY: Final = 3
_LONG: Final = 4


def enumerated(searcher: Searcher, result: SearchResult, least: int = 2) -> Decision | None:
    """The group of just as many members as the question lists, each named by its own words, but for one "else".

    Of a long list half of the names will do: what else would be listed in as many parts? A larger group is answered
    from where all of three or more items name a member each. ``least``: so many items.
    """
    items = _items(result.question.rest)
    names = [_words(item) for item in items if not _REST.search(item)]
    if len(items) < least or len(items) - len(names) > 1 or len(names) < _PAIR or not all(names):
        return None
    listed_words = frozenset[str]().union(*map(_words, items))
    metric = frozenset(a.term for a in result.question.asked if a.weight >= _WEIGHTY) - listed_words - ASKING_PARTS
    for seed, group in _groups(searcher, result, metric):
        own = apart([_words(c.figure.label_path[-1]) for c in group])
        places = [[i for i, said in enumerate(own) if name & said] for name in names]
        known = [place[0] for place in places if len(place) == 1]
        enough = len(names) if len(names) < _LONG else (len(names) + 1) // 2
        told_apart = len(known) == len(set(known)) >= enough and all(len(place) < _PAIR for place in places)
        members = [group[i] for i in sorted(known)] if _MANY <= len(items) == len(known) else []
        parts = group if len(group) == len(items) else members
        if parts and told_apart and unsaid(result, seed, listed_words | ASKING_PARTS) <= _MOST_UNSAID:
            return listed(seed, parts)
    return None


def _items(text: str) -> list[str]:
    """The things that a question lists; behind a colon abbreviations may stand without a comma between them."""
    found = _LED.search(text)
    if found is None:
        return []
    items = _BETWEEN.split(next(said for said in found.groups() if said).strip())
    words = items[0].split()
    written = sum(_ABBREVIATED.fullmatch(word) is not None for word in words)
    run_on = len(items) == 1 and _WORDS.fullmatch(items[0]) and _PAIR * written >= len(words)
    return words if run_on else items


def _words(text: str) -> frozenset[str]:
    return (words_of(text) | frozenset(terms(text))) - COMMON


def _groups(
    searcher: Searcher, result: SearchResult, metric: frozenset[str]
) -> Iterator[tuple[FigureCandidate, Sequence[FigureCandidate]]]:
    """The groups and sentences of the first candidates, each once, with the candidate it was found by.

    Of rows under no outer label only those are one that say as much of the metric ("Fire drills", "Leak drills").
    """
    seen: set[str] = set()
    for seed in result.figures[:_LOOKED_AT]:
        if seed.figure.id in seen or not seed.figure.label_path or seed.features.period < LIMITS.period:
            continue
        if seed.figure.cell is not None:
            group = parts_of(searcher, result, seed)
            if len(seed.figure.label_path) == 1 and (shared := metric & _words(seed.figure.label_path[0])):
                group = [c for c in group if shared <= _words(c.figure.label_path[-1])]
        else:
            sentence = row_of(searcher, result, seed)
            group = running_on(seed, sentence) or [c for c in sentence if _beside(c, seed)]
        seen |= {c.figure.id for c in group}
        yield seed, [c for c in group if c.figure.label_path]


def _beside(a: FigureCandidate, b: FigureCandidate) -> bool:
    ours, theirs = a.figure, b.figure
    alike = unit_key(ours) == unit_key(theirs) and ours.period == theirs.period
    return alike and len(ours.label_path) > 1 and ours.label_path[:-1] == theirs.label_path[:-1]
