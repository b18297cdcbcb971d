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

_YEAR: Final = 366
_SAME_LENGTH: Final = 20  # days
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
    """The filings of one issuer that are meant; None where the question asks for no period, or for many years.

    Those without a period, and those that tell of an event in the time asked for, may always be.
    """
    dated = [f for f in filings if _end(f) is not None]
    if not question.periods or not dated:
        return None
    ends = {f.id: [date.fromisoformat(p.end) for p in question.spans_for(f.period) if p.end] for f in dated}
    asked = [end for own in ends.values() for end in own]
    if not asked or (max(asked) - min(asked)).days > _IN_REACH:
        return None
    others = [f for f in filings if f not in dated or (f.form in EVENTS and _near(f, asked))]
    # which of the periods asked for a filing is of: "FY24" may be another year for a subsidiary's report
    meant = [(max(numbers), f) for f in dated if (numbers := _met(f, ends[f.id]))]
    if meant:
        last = max(number for number, _ in meant)
        chosen = [f for number, f in meant if number == last or not _alike(question)]
    else:
        chosen = _around(dated, ends)
    return [*chosen, *(f for f in others if f not in chosen)] if chosen else None


def _around(dated: Sequence[FilingSummary], ends: Mapping[str, Sequence[date]]) -> list[FilingSummary]:
    """Where no filing is of a period asked for, one that prints it: that of the same season a year or two later.

    Else the first report after it, or the newest of all.
    """
    reports = sorted((f for f in dated if f.form not in EVENTS), key=lambda f: _end(f) or date.min)
    later = [f for f in reports if ends[f.id] and (_end(f) or date.min) > max(ends[f.id])]
    compared = [f for f in later if any(_years_after(_end(f), end) for end in ends[f.id])]
    near = [*compared[:1], *later[:1], *reports[-1:]][:1]
    return [f for f in reports if _end(f) == _end(near[0])] if near else []


def _years_after(own: date | None, asked: date) -> bool:
    """Whether a day is one or two years after another, but for the days by which a year of weeks moves."""
    days = (own - asked).days if own else 0
    return any(abs(days - 365 * years) <= _SAME_END + 1 for years in (1, 2))


def _alike(question: Question) -> bool:
    """Whether the periods asked for are of one length: then the last one's filing prints the earlier ones as well."""
    lengths = [
        (date.fromisoformat(p.end) - date.fromisoformat(p.start)).days if p.start and p.end else 0
        for p in question.spans
    ]
    return max(lengths) - min(lengths) <= _SAME_LENGTH


def _end(filing: FilingSummary) -> date | None:
    return date.fromisoformat(filing.period.end) if filing.period and filing.period.end else None


def _near(filing: FilingSummary, asked: Sequence[date]) -> bool:
    """Whether a filing tells of an event in the year up to an end asked for."""
    told = _end(filing) or (date.fromisoformat(filing.published) if filing.published else None)
    return told is not None and any(0 <= (end - told).days < _YEAR for end in asked)


def _met(filing: FilingSummary, ends: Sequence[date]) -> list[int]:
    """The numbers of the ends asked for, from the earliest, at which this filing's own period ends."""
    own = _end(filing)
    return [number for number, end in enumerate(sorted(ends)) if own and abs((own - end).days) <= _SAME_END]
