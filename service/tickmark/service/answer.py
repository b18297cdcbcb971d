"""Question in, :class:`~tickmark.service.model.Answer` out: the one function that every door calls.

Finding ranks; here it is decided what can be said. A figure is given when what was asked for (metric, issuer, period,
unit) is there; otherwise the answer says which of them is missing. Nothing is generated: every number in an answer
stands in a filing, or is computed exactly from numbers that do.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from tickmark.index.filters import Filters
from tickmark.index.library import Library
from tickmark.index.model import FigureHit, Interpretation, PassageHit
from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, PassageCandidate, Searcher, SearchResult
from tickmark.index.words.glossary import glossary
from tickmark.index.words.terms import is_concept
from tickmark.ingest.errors import QuestionError
from tickmark.service.asked_again import asked_again
from tickmark.service.decide import decide
from tickmark.service.explain import explain
from tickmark.service.fitting import Decision
from tickmark.service.model import Answer, Calculation, Verdict
from tickmark.service.wording import without_zeros

__all__ = ["LONGEST_QUESTION", "answer", "searcher_of"]

LONGEST_QUESTION = 2_000
# share of the best passage's score that a filing's own best has to have for its figures' passages to come first
_NEAR = 0.7
_BEFORE_FAR = 2  # passages shown before those of figures from other filings
_BEFORE_SUPPORT = 3  # passages by rank before those that only say again what the answer says

_searchers: WeakKeyDictionary[Library, Searcher] = WeakKeyDictionary()


def searcher_of(library: Library) -> Searcher:
    """The searcher of a library, made once."""
    found = _searchers.get(library)
    if found is None:
        found = _searchers[library] = Searcher(library)
    return found


def answer(
    library: Library, question: str, *, k: int = 5, filters: Filters | None = None, explained: bool = False
) -> Answer:
    """Answers a question from the filings of a library.

    Args:
        library: an open index.
        question: in the user's own words, up to :data:`LONGEST_QUESTION` characters.
        k: how many passages and how many further figures to give.
        filters: which filings and periods to look at.
        explained: whether to say why the candidates rank as they do.

    Raises:
        QuestionError: the question is empty or too long.
    """
    text = question.encode("utf-8", "replace").decode("utf-8").strip()  # half a surrogate pair is no character
    if not any(c.isalnum() for c in text):
        raise QuestionError("the question is empty", hint="Ask in a few words, for example: scope 2 emissions 2022")
    if len(text) > LONGEST_QUESTION:
        raise QuestionError(
            f"the question has {len(text):,} characters", hint=f"Ask in at most {LONGEST_QUESTION:,} characters"
        )
    started = time.perf_counter()
    searcher = searcher_of(library)
    result = searcher.search(text, filters)
    searched = time.perf_counter()
    decision = decide(searcher, result)
    if decision.status == "not_found" and (again := asked_again(searcher, text, result, filters)) is not None:
        result, decision = again
    made = _assemble(searcher, result, decision, text, k)
    if explained:
        made = replace(made, explanation=explain(searcher, result, decision))
    done = time.perf_counter()
    timings = {"total": 1000 * (done - started), "search": 1000 * (searched - started)}
    return replace(made, timings_ms={name: round(value, 2) for name, value in timings.items()})


def _interpretation(question: Question) -> Interpretation:
    names = glossary().names
    metrics = [names.get(a.term, a.term.lower().replace("_", "-")) for a in question.asked if is_concept(a.term)]
    if not metrics and question.rest:
        metrics = [question.rest]
    return Interpretation(
        issuers=question.issuers,
        metrics=tuple(dict.fromkeys(metrics)),
        periods=tuple(dict.fromkeys(question.spans)),
        intent=question.intent,
        language=question.language,
        forms=question.forms,
    )


def _hits(decision: Decision, result: SearchResult, k: int) -> tuple[FigureHit, ...]:
    """The answer's own figures first, then the next best of other rows, so that a person sees what else is near."""
    chosen = list(decision.figures)
    taken = {c.figure.id for c in chosen}
    further: list[FigureCandidate] = []
    if decision.status != "not_found" and result.question.intent not in {"series", "breakdown"}:
        further = [c for c in result.figures[: 4 * k] if c.figure.id not in taken and c.features.cover >= 0.5]
    room = max(0, k - len(chosen))
    conflicts = dict(decision.conflicts)
    for other, of in decision.disputed:
        conflicts[of] = (*conflicts.get(of, ()), other.figure.id)
    hits = [FigureHit(c.figure, c.filing, round(c.score, 4), conflicts.get(c.figure.id, ())) for c in chosen]
    replaced = [FigureHit(c.figure, c.filing, round(c.score, 4), superseded_by=by) for c, by in decision.superseded]
    replaced += [FigureHit(c.figure, c.filing, round(c.score, 4), conflicts_with=(of,)) for c, of in decision.disputed]
    gone = {hit.figure.id for hit in replaced}
    others = [FigureHit(c.figure, c.filing, round(c.score, 4)) for c in further[:room] if c.figure.id not in gone]
    return (*hits, *replaced, *others)


def _passages(searcher: Searcher, decision: Decision, result: SearchResult, k: int) -> tuple[PassageHit, ...]:
    """Passages that hold the answer's figures first, those of the statements it needs, then the others by rank.

    On paged filings one passage of each page comes before further ones of that page: who is shown a page has it all.
    """
    scores = {p.passage.id: p.score for p in result.passages}
    hits: dict[str, PassageHit] = {}
    for found in decision.passages:
        hits.setdefault(found.passage.id, PassageHit(found.passage, found.filing, round(found.score, 4)))
    near, far = decision.figures, list[FigureCandidate]()
    if not result.question.issuers:
        near, far = _parted(decision.figures, result.passages)
    _add_figures(searcher, near, scores, hits)
    own = [*list(hits)[:1], *list(hits)[len(decision.passages) :]]
    if far:
        for found in result.passages[:_BEFORE_FAR]:
            hits.setdefault(found.passage.id, PassageHit(found.passage, found.filing, round(found.score, 4)))
        _add_figures(searcher, far, scores, hits)
    for found in result.needed:
        hits.setdefault(found.passage.id, PassageHit(found.passage, found.filing, round(found.score, 4)))
    for found in result.passages[:_BEFORE_SUPPORT]:
        hits.setdefault(found.passage.id, PassageHit(found.passage, found.filing, round(found.score, 4)))
    _add_figures(searcher, decision.support, scores, hits)
    for found in result.passages:
        hits.setdefault(found.passage.id, PassageHit(found.passage, found.filing, round(found.score, 4)))
    return tuple(_page_by_page(hits, own))[:k]


def _parted(
    figures: Sequence[FigureCandidate], ranked: Sequence[PassageCandidate]
) -> tuple[list[FigureCandidate], list[FigureCandidate]]:
    """Figures of filings whose passages rank near the best, and those of others.

    Where no issuer is named, passages tell better than rows which filing is asked about. A figure from elsewhere may be
    right, but its passage is not shown before the first that the question ranks highest.
    """
    best: dict[str, float] = {}
    for found in ranked:
        best.setdefault(found.filing.id, found.score)
    floor = _NEAR * max(best.values(), default=0.0)
    near = [c for c in figures if best.get(c.filing.id, 0.0) >= floor]
    return near, [c for c in figures if best.get(c.filing.id, 0.0) < floor]


def _add_figures(
    searcher: Searcher, figures: Sequence[FigureCandidate], scores: Mapping[str, float], hits: dict[str, PassageHit]
) -> None:
    """The passages that figures stand in."""
    for candidate in figures:
        for passage in searcher.passages_of(candidate.filing.id):
            if passage.span.chars[0] <= candidate.figure.span.chars[0] < passage.span.chars[1]:
                score = max(candidate.score, scores.get(passage.id, 0.0))
                hits.setdefault(passage.id, PassageHit(passage, candidate.filing, round(score, 4)))


def _page_by_page(hits: Mapping[str, PassageHit], own: Sequence[str]) -> list[PassageHit]:
    """One of each page first; the answer's ``own`` passages and those of filings without pages stay where they are."""
    seen: set[tuple[str, int]] = set()
    first: list[PassageHit] = []
    again: list[PassageHit] = []
    for passage_id, hit in hits.items():
        page = hit.passage.span.page
        repeated = page is not None and (hit.filing.id, page) in seen
        if page is not None:
            seen.add((hit.filing.id, page))
        (again if repeated and passage_id not in own else first).append(hit)
    return [*first, *again]


def _shown(calculation: Calculation | None) -> Calculation | None:
    """Without the zeros of its operands' scale in the result; a rate keeps the decimals it is rounded to."""
    if calculation is None or calculation.unit == "%":
        return calculation
    return replace(calculation, result=without_zeros(calculation.result))


def _assemble(searcher: Searcher, result: SearchResult, decision: Decision, text: str, k: int) -> Answer:
    figures = _hits(decision, result, max(k, len(decision.figures)))
    passages = _passages(searcher, decision, result, k)
    said = {c.figure.id for c in decision.figures}
    return Answer(
        query=text,
        interpretation=_interpretation(result.question),
        verdict=Verdict(
            status=decision.status,
            text=decision.text,
            figure_ids=tuple(f.figure.id for f in figures if f.figure.id in said),
            passage_ids=tuple(p.passage.id for p in passages[:1]) if decision.status != "not_found" else (),
            calculation=_shown(decision.calculation),
            reason=decision.reason,
        ),
        figures=figures,
        passages=passages,
    )
