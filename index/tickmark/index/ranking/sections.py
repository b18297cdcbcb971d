"""Figures of the sections beside the one that a question names.

A heading over several parts names all of them ("results of the general meeting and of the two class meetings"), and so
whatever stands below it is said to be of each. The heading nearest to a figure says which of them it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final

from tickmark.index.question import Question
from tickmark.index.words.terms import terms
from tickmark.ingest.model import Figure

__all__ = ["beside_the_named"]

_WEIGHTY: Final = 0.5
_DEEP: Final = 2  # headings over a figure from which on there are sections beside its own


def beside_the_named(question: Question, found: Iterable[tuple[str, Figure]]) -> frozenset[str]:
    """Ids of cells that only a heading over several sections connects with what is asked.

    A cell is one where the nearest heading of another such section, which has a cell of the same column among those
    found, says the term itself.

    Args:
        question: As understood.
        found: Ids of filings with their figures, the likeliest ones.
    """
    asked = frozenset(want.term for want in question.asked if want.weight >= _WEIGHTY)
    groups: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for filing, figure in found:
        if figure.origin == "cell" and len(figure.section) >= _DEEP:
            groups[filing, figure.section[:-1], figure.column_path].append(figure)
    lost: set[str] = set()
    for (_, outer, _), members in groups.items():
        heads = {figure.section[-1]: _said(figure.section[-1:]) & _said(outer) for figure in members}
        if len(heads) > 1 and not asked.isdisjoint(_said(outer)) and _each_named(list(heads.values())):
            lost.update(_beside(asked, members, heads))
    return frozenset(lost)


def _each_named(heads: Sequence[Set[str]]) -> bool:
    """Whether the heading over all names each of the sections by a term that the others have not."""
    return all(head - set[str]().union(*heads[:at], *heads[at + 1 :]) for at, head in enumerate(heads))


def _beside(asked: Set[str], members: Collection[Figure], heads: Mapping[str, Set[str]]) -> Iterable[str]:
    """Those of sections that lack a term which is asked for and which the nearest heading of another one says."""
    told_apart = asked & set[str]().union(*heads.values())
    for figure in members:
        said = heads[figure.section[-1]] | _said(figure.label_path) | _said(figure.column_path)
        if any(term not in said for term in told_apart):
            yield figure.id


@lru_cache(maxsize=8_192)
def _said(path: tuple[str, ...]) -> frozenset[str]:
    return frozenset(terms(" > ".join(path)))
