"""Filings that amend others: which one each means, and which of two readings of a figure counts.

Nothing of this is kept: the links follow from the filings that are in the index at the time, in whatever order they
came in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tickmark.index.checking.sameness import same_metric, same_time, unit_key
from tickmark.index.filters import form_key, issuer_key
from tickmark.index.model import FilingSummary
from tickmark.index.search import FigureCandidate
from tickmark.ingest.figures.calendar import DATE, parse_date

__all__ = ["Links", "amending", "set_aside"]

_AMENDED_FORM = re.compile(r"/A$", re.IGNORECASE)
_DATED = re.compile(rf"dated ({DATE})", re.IGNORECASE)
# forms that only say that something is made known: what they amend may be of any form
_ANY_FORM = frozenset({"announcement", "notice", "circular", ""})

Links = Mapping[str, frozenset[str]]


def amending(filings: Sequence[FilingSummary]) -> Links:
    """By the id of each amended filing, the ids of those that amend it.

    A filing amends those of the same issuer that are not newer, of the same form and period; where it names the day of
    what it amends, the filings of that day; where its form is only an announcement, those of the same period.
    """
    amended: dict[str, set[str]] = defaultdict(set)
    saying = [f for f in filings if f.amends]
    by_issuer: dict[str, list[FilingSummary]] = defaultdict(list)
    for filing in filings if saying else ():
        by_issuer[issuer_key(filing.issuer)].append(filing)
    for amendment in saying:
        for older in by_issuer[issuer_key(amendment.issuer)] if amendment.issuer else ():
            if older.id != amendment.id and _amends(amendment, older):
                amended[older.id].add(amendment.id)
    return {filing_id: frozenset(ids) for filing_id, ids in amended.items()}


def _amends(amendment: FilingSummary, older: FilingSummary) -> bool:
    if amendment.published and older.published:
        if older.published > amendment.published:
            return False
    elif older.amends:
        return False  # of two amendments without a date, neither is known to be the newer
    if older.published == amendment.published and older.amends:
        return False
    named = _DATED.search(amendment.amends or "")
    day = parse_date(named[1]) if named else None
    if day is not None and older.published == day.isoformat():
        return True
    ours, theirs = _plain_form(amendment), _plain_form(older)
    if ours != theirs and ours not in _ANY_FORM:
        return False
    ends = [f.period.end if f.period else None for f in (amendment, older)]
    return ends[0] is not None and ends[0] == ends[1]


def _plain_form(filing: FilingSummary) -> str:
    return form_key(_AMENDED_FORM.sub("", filing.form or ""))


def set_aside(candidates: Sequence[FigureCandidate], links: Links, original: bool) -> dict[str, FigureCandidate]:
    """The figures that do not count, by id, each with the one that counts instead.

    Of two readings of one metric at one time the amendment's counts; the amended filing's where the question asks for
    the ``original``.
    """
    aside: dict[str, FigureCandidate] = {}
    touched = [c for c in candidates if c.filing.id in links or any(c.filing.id in ids for ids in links.values())]
    for older in touched:
        for newer in touched:
            if newer.filing.id in links.get(older.filing.id, ()) and _same_reading(older, newer):
                loser, winner = (newer, older) if original else (older, newer)
                aside.setdefault(loser.figure.id, winner)
    return aside


def _same_reading(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two candidates tell one metric of one time, in one unit."""
    if unit_key(a.figure) != unit_key(b.figure) or not same_time(a, b):
        return False
    return a.figure.label_path == b.figure.label_path or same_metric(a.figure, b.figure)
