"""Which filings of an issuer a question is about: those of the fiscal period that it asks for.

The 10-K for 2019 prints 2018 as well, and so does that for 2020; who asks for 2018 asks for the 10-K for 2018. Where
there is none, the first filing after it prints the period as its comparative.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from tickmark.index.filters import issuer_key
from tickmark.index.model import FilingSummary
from tickmark.index.question import Question
from tickmark.ingest.metadata import EVENTS

__all__ = ["home_filings"]

_SAME_END: Final = 8  # days: years of 52 weeks end near the month's last day
_IN_REACH: Final = 3 * 366  # days before the end of a period that its filing still prints


def home_filings(
    question: Question, filings: Sequence[FilingSummary], keys: Mapping[str, str]
) -> dict[str, FilingSummary] | None:
    """The filings that the question is about, by id; None where nothing tells them from the others.

    Args:
        question: with its periods and issuers.
        filings: those that may answer.
        keys: one key for each issuer by the key of each filing.
    """
    of_issuer: dict[str, list[FilingSummary]] = defaultdict(list)
    for filing in filings:
        of_issuer[keys.get(issuer_key(filing.issuer), "")].append(filing)
    if "" in of_issuer or (len(of_issuer) > 1 and len(question.issuer_keys) != len(of_issuer)):
        return None
    home: dict[str, FilingSummary] = {}
    for own in of_issuer.values():
        chosen = _of_issuer(question, own)
        if chosen is None:
            return None
        home.update((f.id, f) for f in chosen)
    return home if len(home) < len(filings) else None


def _of_issuer(question: Question, filings: Sequence[FilingSummary]) -> list[FilingSummary] | None:
    """The filings of one issuer that are meant; None where the question asks for no period, or for many years."""
    dated = [f for f in filings if _end(f) is not None]
    if not question.periods or not dated:
        return None
    ends = {f.id: [date.fromisoformat(p.end) for p in question.spans_for(f.period) if p.end] for f in dated}
    asked = [end for own in ends.values() for end in own]
    if not asked or (max(asked) - min(asked)).days > _IN_REACH:
        return None
    meant = [(max(e), f) for f in dated for e in [_met(f, ends[f.id])] if e]
    if meant:
        newest = max(end for end, _ in meant)
        events = [f for f in dated if f.form in EVENTS and _within(f, question)]
        return [*(f for end, f in meant if abs((newest - end).days) <= _SAME_END), *events]
    reports = [f for f in dated if f.form not in EVENTS]
    later = [f for f in reports if ends[f.id] and (_end(f) or date.min) > max(ends[f.id])]
    near = (
        sorted(later, key=lambda f: _end(f) or date.max)[:1] or sorted(reports, key=lambda f: _end(f) or date.min)[-1:]
    )
    return [f for f in dated if _end(f) == _end(near[0])] if near else None


def _end(filing: FilingSummary) -> date | None:
    return date.fromisoformat(filing.period.end) if filing.period and filing.period.end else None


def _within(filing: FilingSummary, question: Question) -> bool:
    """Whether a filing tells of an event in a period asked for."""
    day = filing.period.end if filing.period else None
    return any(p.start and p.end and day and p.start <= day <= p.end for p in question.spans_for(filing.period))


def _met(filing: FilingSummary, ends: Sequence[date]) -> list[date]:
    """The ends asked for at which this filing's own period ends."""
    own = _end(filing)
    return [end for end in ends if own and abs((own - end).days) <= _SAME_END]
