"""What an XBRL tag says of a figure, as terms that a question can be compared with.

A tag names its figure exactly where a printed label does not ("Balance at January 1, 2023" is stockholders' equity, or
one part of it). The glossary ties element names to the concepts that questions are read into.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from tickmark.index.ranking.owners_share import WHOSE_SHARE, is_owners_share
from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import is_concept, tag_terms, terms
from tickmark.ingest.concepts import concept_words
from tickmark.ingest.model import Figure

_SAID = 0.6  # enough to come before what fits as well and does not say so, not before what fits better
_COMMON_ALONE = re.compile(r"\bcommon\b|\bordinary\b", re.IGNORECASE)
_ADDED_UP = frozenset({"REVENUE", "COST_OF_SALES"})  # made of several lines, whose sum is what is meant
_TOTAL = re.compile(
    r"total\s+(?:(?:net|operating|consolidated|company)\s+)*(?:revenues?|(?:net )?sales|costs? of)\b", re.IGNORECASE
)

__all__ = ["other_tag", "tag_fit", "tag_precision", "tagged_terms"]


def tagged_terms(figure: Figure) -> frozenset[str]:
    """The terms that the tag gives a figure; none without a tag."""
    return tag_terms(figure.concept) | _members(figure) if figure.concept else frozenset()


def tag_fit(asked: Collection[str], figure: Figure) -> float:
    """1 where the tag is all that was asked for and no more, 0 with another one.

    Without a tag, a little for a label that says as much.

    Of several elements that stand for one concept the glossary lists the plainest first; the others count half: "net
    income" is what the shareholders get, unless a question says more.
    """
    if figure.concept is None:
        return _told_by_label(asked, figure.label_path[-1]) if figure.label_path and figure.origin == "cell" else 0.0
    name = figure.concept.rpartition(":")[2]
    known, wanted = glossary().tags.get(name), frozenset(t for t in asked if is_concept(t))
    if not known or not wanted or not known <= wanted or not _members(figure) <= frozenset(asked):
        return 0.0
    if len(known) < _most_said(wanted):
        return 0.0  # basic shares, where diluted ones are asked for and have an element of their own
    return 0.5 if glossary().tag_places[name] and len(known) == 1 else 1.0


def _told_by_label(asked: Collection[str], label: str) -> float:
    """What an untagged label says as a tag would: the shareholders' profit, the total of all sales."""
    if not WHOSE_SHARE.isdisjoint(asked) and is_owners_share(label):
        # what is left for common shares alone is less by the preferred dividends: the plainer is the better
        return _SAID / 2 if _COMMON_ALONE.search(label) else _SAID
    return _SAID if not _ADDED_UP.isdisjoint(asked) and _TOTAL.match(label) else 0.0


@lru_cache(maxsize=4_096)
def _most_said(wanted: frozenset[str]) -> int:
    """How many of the concepts asked for one element stands for, at most, and for nothing else."""
    return max((len(known) for known in glossary().tags.values() if known <= wanted), default=0)


def tag_precision(asked: Collection[str], figure: Figure, frequency: Mapping[str, float]) -> float:
    """The share (by weight) of what the tag says that was asked for; the members of its dimensions count in full.

    "Net income" asks for no segment: a figure tagged with one is another figure.
    """
    if figure.concept is None:
        return 0.0
    named = tag_terms(figure.concept)
    concepts = frozenset(t for t in named if is_concept(t)) or named
    said = concepts | _members(figure)
    total = sum(frequency.get(term, 1.0) for term in said)
    return sum(frequency.get(term, 1.0) for term in said if term in asked) / total if total else 0.0


def _members(figure: Figure) -> frozenset[str]:
    return _named(tuple(member for _, member in figure.dimensions)) if figure.dimensions else frozenset()


@lru_cache(maxsize=16_384)
def _named(members: tuple[str, ...]) -> frozenset[str]:
    words = " ".join(concept_words(member).removesuffix(" member") for member in members)
    return frozenset(terms(words))


def other_tag(a: Figure, b: Figure) -> bool:
    """Whether two figures are surely of different metrics: both are tagged, with other elements or other members."""
    if a.concept is None or b.concept is None:
        return False
    return (a.concept, frozenset(a.dimensions)) != (b.concept, frozenset(b.dimensions))
