"""What can be said: answered, not disclosed, conflicting, or not found, and with which figures.

The order of thought is that of a careful reader: is the company here? is the metric? in that period? in that unit? and
does the filing say the same thing wherever it says it?
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tickmark.index.asked.intents import asks_whether
from tickmark.index.asked.parts import parts_asked
from tickmark.index.asked.years import in_each_period
from tickmark.index.checking.amendments import amending, set_aside
from tickmark.index.checking.restatement import is_restated, restated_aside
from tickmark.index.checking.sameness import same_value
from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.agreement import agreement
from tickmark.service.calculations.arithmetic import of_periods, sum_of
from tickmark.service.calculations.bands import in_bands
from tickmark.service.calculations.between import of_two_periods
from tickmark.service.calculations.calculation import calculation
from tickmark.service.calculations.compute import ratio
from tickmark.service.calculations.demand import demanded
from tickmark.service.calculations.implied import implied
from tickmark.service.calculations.instead import one_alone, worked_out_instead
from tickmark.service.calculations.measured import measured, prints_it, stated
from tickmark.service.calculations.operations import shares_asked
from tickmark.service.calculations.over_rows import over_rows
from tickmark.service.calculations.own_times import of_own_times, one_time_alone
from tickmark.service.calculations.planned_sums import added_over
from tickmark.service.calculations.portion_of_running import portion_of_running
from tickmark.service.calculations.printed_change import printed_beside
from tickmark.service.calculations.range_ends import range_end_moved
from tickmark.service.calculations.ranges import of_range
from tickmark.service.calculations.ratio_over import ratio_moved
from tickmark.service.calculations.rest_of_period import rest_of_period
from tickmark.service.calculations.taken_off import taken_off
from tickmark.service.comparison import comparison
from tickmark.service.dated_rows import of_dated_rows
from tickmark.service.defined import without_definitions
from tickmark.service.doubts import with_doubts
from tickmark.service.fitting import LIMITS, Decision
from tickmark.service.left_over import not_said_to_leave_out
from tickmark.service.members import series
from tickmark.service.one_figure import one_figure, sentence
from tickmark.service.parts.breakdown import breakdown, dimension_of, divided
from tickmark.service.parts.each_named import each_named
from tickmark.service.parts.enumerated import enumerated
from tickmark.service.parts.named_parts import many_listed, named_columns, named_rows
from tickmark.service.parts.of_group import group_total, share_of_group
from tickmark.service.parts.printed_groups import divided_by, undivided
from tickmark.service.passages import fact, said_undisclosed
from tickmark.service.refusal import not_found
from tickmark.service.wording import amount

__all__ = ["decide"]

_VERSUS = re.compile(r"\b(?:versus|vs)\b", re.IGNORECASE)
_KNOWN_ENOUGH = 0.8
_OF_PEOPLE = frozenset({"age", "gender", "education", "nationality", "tenure"})  # what nothing else is divided by


def decide(searcher: Searcher, result: SearchResult) -> Decision:
    """The decision for a search result, with what speaks against it.

    Readings that an amendment or a restatement replaced do not count, and are listed with it.
    """
    links = amending(result.filings)
    original = result.question.original
    aside = restated_aside(result.figures, original)
    if links:
        aside |= set_aside(result.figures, links, original)
    told = without_definitions(result.question, result.figures)
    counting = replace(result, figures=[c for c in told if c.figure.id not in aside])
    made = _decide(searcher, counting)
    return with_doubts(searcher, counting, _with_superseded(made, result.figures, aside) if aside else made)


def _with_superseded(
    made: Decision, figures: Sequence[FigureCandidate], aside: Mapping[str, FigureCandidate]
) -> Decision:
    """The decision with the readings that the answer's own figures stand instead of, where these differ."""
    chosen = {c.figure.id for c in made.figures}
    for other in figures:
        counts = aside.get(other.figure.id)
        if counts is not None and counts.figure.id in chosen and not same_value(other.figure, counts.figure):
            made.superseded.append((other, counts.figure.id))
    if made.superseded and len(made.figures) == 1:
        other = made.superseded[0][0]
        if other.filing.id == made.figures[0].filing.id:
            made.text += f" {amount(other.figure)} {'restated' if is_restated(other.figure) else 'before restatement'}."
            return made
        made.text += f" {amount(other.figure)} in {other.filing.form or other.filing.source}"
        made.text += f" of {other.filing.published}." if other.filing.published else "."
    return made


def _decide(searcher: Searcher, result: SearchResult) -> Decision:
    question = result.question
    if not result.filings or not question.asked or question.absent:
        return not_found(result)
    for surely in (
        in_bands,
        taken_off,
        added_over,
        implied,
        range_end_moved,
        of_own_times,
        over_rows,
        portion_of_running,
    ):
        if made := surely(searcher, result):
            return made
    made = stated(searcher, result) or _by_intent(searcher, result)
    made = made if _of_each_period(question, made) else worked_out_instead(searcher, result, made)
    if (made is None or not prints_it(made, question)) and (worked_out := measured(searcher, result)):
        return worked_out
    if made is None and (dated := of_dated_rows(searcher, result)) is not None:
        made = _by_intent(searcher, dated)
        made = None if made is not None and one_alone(made, question) else made
    made = None if made is not None and one_time_alone(made, result) else made
    made = made or ratio_moved(searcher, result) or rest_of_period(searcher, result, untold=True)
    if made is None:
        spoken_of = fact(result) if asks_whether(question.without_issuer) else None
        return said_undisclosed(result) or spoken_of or not_found(result)
    beside = printed_beside(result, made)
    if beside is None and (of_members := share_of_group(searcher, result, made)):
        return of_members
    if (printed := beside or group_total(searcher, result, made)) is not None:
        return Decision("answered", sentence(printed), figures=[printed])
    if not_said_to_leave_out(question.text, made):
        return not_found(result)
    found_for_words = (
        made.figures and made.calculation is None
    )  # operands were looked for without the words of reckoning
    if found_for_words and (made.figures[0].features.untold or _strange(question, made.figures[0])):
        return not_found(result)
    return made


def _strange(question: Question, found: FigureCandidate) -> bool:
    """Whether a word that nothing here mentions was asked for, and no word of the figure is near it in meaning.

    Where all else is said of the figure that counts for nothing, unless it opens a Chinese question as a name does.
    """
    told = {want.term for want in question.asked} - set(found.features.missing)
    strangers = set(question.strangers) - told
    return any(found.features.cover < _KNOWN_ENOUGH or not stranger.isascii() for stranger in strangers)


def _of_each_period(question: Question, made: Decision | None) -> bool:
    """Whether the figures of each period are asked for outright, or three periods listed, and there.

    Nothing is to be worked out of them then.
    """
    if made is None or len(made.figures) < 2 or made.calculation is not None or question.intent != "series":
        return False
    if any(demand.kind in {"average", "sum"} for demand in demanded(question)):
        return False
    return in_each_period(question.text) or len(made.figures) == len({span.end for span in question.spans}) > 2


def _by_intent(searcher: Searcher, result: SearchResult) -> Decision | None:
    intent = result.question.intent
    if agreed := agreement(searcher, result):
        return agreed
    if intent == "fact":
        # "where did it go? tonnes burnt / sold"
        amounts = named_rows(searcher, result) if result.question.unit else None
        amounts = amounts or (named_columns(searcher, result) if many_listed(result.question.text) else None)
        amounts = amounts or (enumerated(searcher, result, least=3) if result.question.count else None)
        return amounts or divided(searcher, result) or fact(result)
    if intent == "comparison":
        return comparison(searcher, result) or one_figure(result)
    if intent == "breakdown":
        return _in_parts(searcher, result)
    for left_over in (rest_of_period, of_range):
        if made := left_over(searcher, result):
            return made
    if computed := of_periods(searcher, result) or of_two_periods(searcher, result):
        return computed
    if intent in {"figure", "calculation"} and (parts := divided(searcher, result)):
        return parts
    if intent == "series":
        return series(result) or one_figure(result)
    if intent == "calculation":
        things = _VERSUS.search(result.question.rest) and not result.question.change  # not "2023 vs 2022"
        set_against = named_rows(searcher, result) or each_named(searcher, result) if things else None
        return set_against or named_columns(searcher, result) or calculation(searcher, result)
    if intent == "yes_no":
        told = bool(result.question.told)
        return (fact(result) if told else None) or one_figure(result) or (None if told else fact(result))
    if result.question.strong_percent and next(shares_asked(result.question.rest), None):
        return calculation(searcher, result)
    listed = named_columns(searcher, result) or named_rows(searcher, result)
    listed = listed or enumerated(searcher, result, least=3) or each_named(searcher, result)
    listed = sum_of(result.question.text, listed) or listed
    single = listed or one_figure(result)
    alone = single is None or (not listed and all(c.figure.unit != "%" for c in single.figures))
    spelled_out = alone and next(shares_asked(result.question.rest), None) is not None
    return (ratio(searcher, result) if spelled_out else None) or single or ratio(searcher, result)


def _in_parts(searcher: Searcher, result: SearchResult) -> Decision | None:
    if of_all := undivided(result):
        return one_figure(of_all)
    parts = breakdown(searcher, result)
    return sum_of(result.question.text, parts) or parts or _undivided(result)


def _undivided(result: SearchResult) -> Decision | None:
    """One figure where the parts are not found; none that only its sentence connects with what divides the whole."""
    made = one_figure(result)
    if made is None or not made.figures or not dimension_of(result.question.text):
        return made
    by = (asked.by & _OF_PEOPLE) if (asked := parts_asked(result.question.rest)) is not None else frozenset[str]()
    if by and not by & divided_by(made.figures[0]):
        return None
    features = made.figures[0].features
    unknown = dimension_of(result.question.text) & set(features.missing)
    return made if features.own >= LIMITS.own_change and not unknown else None
