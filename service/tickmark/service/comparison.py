"""One metric of several issuers side by side: "A and B revenue 2023", "which company has the most employees"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.index.checking.sameness import unit_key
from tickmark.index.filters import Filters, issuer_key
from tickmark.index.issuers.named import same_issuers
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.ingest.model import Period
from tickmark.service.fitting import Decision, fits
from tickmark.service.members import months_of
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["comparison"]

_LOWEST = re.compile(
    r"\b(?:lowest|least|fewest|smallest|lower|less|fewer|smaller|worst)\b|最低|最少|较低|較低", re.IGNORECASE
)
_NUMBERED = re.compile(r"_?\d+$")  # concepts that are told apart by a number: SCOPE_1, SCOPE_2
_LOOKED_AT = 30
_NEAR = 0.25
_MOST_ISSUERS = 12


def comparison(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The metric for each issuer that the question names, or for all of them when it asks which.

    Figures are of one period where all issuers have it; where fiscal years differ, each is of its own, and says so. An
    issuer without the figure is named in the reason: leaving it out in silence would answer another question.
    """
    groups = _by_issuer(result)
    if not 2 <= len(groups) <= _MOST_ISSUERS:
        return None
    found = {issuer: _fitting(searcher, result, ids) for issuer, ids in groups.items()}
    have = {issuer: candidates for issuer, candidates in found.items() if candidates}
    if not have or (len(have) < 2 and result.question.issuers):
        return None
    chosen = _chosen(list(have.values()))
    if len(chosen) < 2:
        return None
    missing = [issuer for issuer, candidates in found.items() if not candidates]
    return _said(result, chosen, missing if result.question.issuers else [])


def _by_issuer(result: SearchResult) -> dict[str, list[str]]:
    """Ids of the filings to look at, by the issuer's name."""
    one = same_issuers(result.filings)
    names: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for filing in result.filings:
        if filing.issuer:
            name = names.setdefault(one[issuer_key(filing.issuer)], filing.issuer)
            groups.setdefault(name, []).append(filing.id)
    return groups


def _fitting(searcher: Searcher, result: SearchResult, ids: list[str]) -> list[FigureCandidate]:
    alone = searcher.search(result.question.text, Filters(document_id=tuple(ids)))
    fitting = [c for c in alone.figures[:_LOOKED_AT] if fits(c) and c.figure.number is not None]
    fitting = _without_sums(fitting, result)
    tables = [c for c in fitting if c.figure.origin == "cell"]
    # cells of tables compare better than numbers of sentences, unless these fit far better
    near = tables and tables[0].score >= fitting[0].score - _NEAR
    return [*tables, *(c for c in fitting if c.figure.origin != "cell")] if near else fitting


def _without_sums(fitting: list[FigureCandidate], result: SearchResult) -> list[FigureCandidate]:
    """The candidates less those that add a like thing to what was asked for ("Scope 1 and Scope 2"), if any is left."""
    asked = {a.term for a in result.question.asked}
    families = {_NUMBERED.sub("", term) for term in asked if _NUMBERED.search(term)}
    if not families:
        return fitting
    alone = []
    for candidate in fitting:
        said = {t for t in terms(" ".join(candidate.figure.label_path)) if _NUMBERED.sub("", t) in families}
        if said <= asked:
            alone.append(candidate)
    return alone or fitting


def _when(candidate: FigureCandidate) -> tuple[str | None, str | None]:
    period = candidate.figure.period
    return (period.start, period.end) if period else (None, None)


def _chosen(found: Sequence[list[FigureCandidate]]) -> list[FigureCandidate]:
    """One figure an issuer, all of one unit or all money: of the latest period that all have, else each its best."""
    kind = _kind(found[0][0])
    same = [[c for c in candidates if _kind(c) == kind] for candidates in found]
    same = [candidates for candidates in same if candidates]
    if not same:
        return []
    shared = set.intersection(*({_when(c) for c in candidates} for candidates in same))
    latest = max(shared, key=lambda when: when[1] or "", default=None)
    return [next((c for c in candidates if _when(c) == latest), _newest(candidates)) for candidates in same]


def _kind(candidate: FigureCandidate) -> object:
    """What can stand side by side: amounts of money in whatever currency, else figures of one unit."""
    figure = candidate.figure
    return ("money", "/" in (figure.unit or "")) if figure.currency else unit_key(figure)


def _newest(candidates: list[FigureCandidate]) -> FigureCandidate:
    """The newest figure of the best row."""
    best = candidates[0]
    row = [c for c in candidates if c.row.id == best.row.id and unit_key(c.figure) == unit_key(best.figure)]
    return max(row, key=lambda c: _when(c)[1] or "")


def _said(result: SearchResult, chosen: list[FigureCandidate], missing: list[str]) -> Decision:
    lengths = {months_of(c.figure.period) for c in chosen if c.figure.period and c.figure.period.kind == "duration"}
    one_unit = len({unit_key(c.figure) for c in chosen}) == 1
    one_length = max(lengths, default=0) - min(lengths, default=0) <= 1  # years of 52 weeks touch 13 months
    ranked = one_unit and one_length
    ordered = chosen
    if ranked:
        ordered = sorted(chosen, key=lambda c: c.figure.value or 0, reverse=not _LOWEST.search(result.question.text))
    periods: dict[tuple[str | None, str | None], Period | None] = {_when(c): c.figure.period for c in ordered}
    shared = period_words(next(iter(periods.values()))) if len(periods) == 1 else ""
    parts = [
        f"{c.filing.issuer} {amount(c.figure)}{'' if shared else ' ' + period_words(c.figure.period)}".rstrip()
        for c in ordered
    ]
    text = f"{label_of(ordered[0].figure)}{' ' + shared if shared else ''}: {'; '.join(parts)}."
    notes = [f"Not found for {', '.join(missing)}."] if missing else []
    if not one_unit:
        notes.append("In different currencies, so they are not ranked.")
    if not one_length:
        notes.append("Over periods of different lengths, so they are not ranked.")
    text = " ".join([text, *notes])
    return Decision("answered", re.sub(r"\s+", " ", text), " ".join(notes) or None, ordered)
