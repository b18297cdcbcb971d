"""What can be said: answered, not disclosed, conflicting, or not found, and with which figures.

The order of thought is that of a careful reader: is the company here? is the metric? in that period? in that unit? and
does the filing say the same thing wherever it says it?
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tickmark.index.amendments import amending, set_aside
from tickmark.index.asked_years import in_each_period
from tickmark.index.conflicts import conflicting, distinct
from tickmark.index.intents import asks_whether
from tickmark.index.question import Question
from tickmark.index.restatement import is_restated, restated_aside
from tickmark.index.sameness import far_apart, same_value
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.service.agreement import agreement
from tickmark.service.arithmetic import of_periods, sum_of
from tickmark.service.bands import in_bands
from tickmark.service.between import of_two_periods
from tickmark.service.breakdown import breakdown, dimension_of, divided
from tickmark.service.comparison import comparison
from tickmark.service.compute import change, change_by_event, in_percent_words, is_total, ratio
from tickmark.service.dated_rows import of_dated_rows
from tickmark.service.demand import demanded
from tickmark.service.doubts import with_doubts
from tickmark.service.each_named import each_named
from tickmark.service.enumerated import enumerated
from tickmark.service.fitting import LIMITS, Decision, fits, metric_fits, stands_alone, told_in_full
from tickmark.service.implied import implied
from tickmark.service.instead import one_alone, prints_outcome, worked_out_instead
from tickmark.service.measured import measured, prints_it, stated
from tickmark.service.members import series
from tickmark.service.named_parts import many_listed, named_columns, named_rows
from tickmark.service.of_group import group_total, share_of_group
from tickmark.service.operations import shares_asked
from tickmark.service.passages import fact, said_undisclosed
from tickmark.service.planned_over import sets_things_apart
from tickmark.service.planned_sums import added_over
from tickmark.service.printed_change import of_year_before, printed_beside
from tickmark.service.printed_groups import undivided
from tickmark.service.ranges import of_range
from tickmark.service.ratio_over import ratio_moved
from tickmark.service.refusal import not_found
from tickmark.service.rest_of_period import rest_of_period
from tickmark.service.taken_off import taken_off
from tickmark.service.wholes import names_whole, of_another_whole, of_own_whole, without_its_whole
from tickmark.service.wording import amount, label_of, period_words

__all__ = ["decide"]

_VERSUS = re.compile(r"\b(?:versus|vs)\b", re.IGNORECASE)
# "as reported": what is printed, not what can be worked out
_AS_PRINTED = re.compile(r"\bas (?:reported|printed|disclosed|stated|published|shown)\b", re.IGNORECASE)
# labels of what is itself a change: "Delivery time shortened", "Target: energy reduced by"
_MOVED = re.compile(
    r"\b(?:shorten|cut|sav|reduc|lower|fewer|less|more|higher|faster|slower|improv|increas|decreas|grow|ris)(?:\w*)\b"
    r"|缩短|縮短|减少|減少|降低|提高",
    re.IGNORECASE,
)
_KNOWN_ENOUGH = 0.8
_OF_IT = 0.3  # share of the words of a printed change's label that has to be asked for
_SAYS_NOTHING = 0.1
_MORE_OWN, _MORE_COVER = 0.4, 0.2  # by how much more is said of a figure that is the one asked for
_LOOKED_AT = 80


def decide(searcher: Searcher, result: SearchResult) -> Decision:
    """The decision for a search result, with what speaks against it.

    Readings that an amendment or a restatement replaced do not count, and are listed with it.
    """
    links = amending(result.filings)
    original = result.question.original
    aside = restated_aside(result.figures, original)
    if links:
        aside |= set_aside(result.figures, links, original)
    counting = replace(result, figures=[c for c in result.figures if c.figure.id not in aside]) if aside else result
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
    if summed := in_bands(searcher, result) or taken_off(searcher, result) or added_over(searcher, result):
        return summed
    made = stated(searcher, result) or _by_intent(searcher, result)
    made = made if _of_each_period(question, made) else worked_out_instead(searcher, result, made)
    if (made is None or not prints_it(made, question)) and (worked_out := measured(searcher, result)):
        return worked_out
    if made is None and (dated := of_dated_rows(searcher, result)) is not None:
        made = _by_intent(searcher, dated)
        made = None if made is not None and one_alone(made, question) else made
    made = made or ratio_moved(searcher, result) or rest_of_period(searcher, result, untold=True)
    if made is None:
        spoken_of = fact(result) if asks_whether(question.without_issuer) else None
        return said_undisclosed(result) or spoken_of or not_found(result)
    if (printed := printed_beside(result, made) or group_total(searcher, result, made)) is not None:
        return Decision("answered", _sentence(printed), figures=[printed])
    if of_members := share_of_group(searcher, result, made):
        return of_members
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
        return amounts or divided(searcher, result) or fact(result)
    if intent == "comparison":
        return comparison(searcher, result) or _one_figure(result)
    if intent == "breakdown":
        return _in_parts(searcher, result)
    for left_over in (rest_of_period, of_range, implied):
        if made := left_over(searcher, result):
            return made
    if computed := of_periods(searcher, result) or of_two_periods(searcher, result):
        return computed
    if intent in {"figure", "calculation"} and (parts := divided(searcher, result)):
        return parts
    if intent == "series":
        return series(result) or _one_figure(result)
    if intent == "calculation":
        things = _VERSUS.search(result.question.rest) and not result.question.change  # not "2023 vs 2022"
        set_against = named_rows(searcher, result) or each_named(searcher, result) if things else None
        return set_against or named_columns(searcher, result) or _calculation(searcher, result)
    if intent == "yes_no":
        told = bool(result.question.told)
        return (fact(result) if told else None) or _one_figure(result) or (None if told else fact(result))
    if result.question.strong_percent and next(shares_asked(result.question.rest), None):
        return _calculation(searcher, result)
    listed = named_columns(searcher, result) or named_rows(searcher, result)
    listed = listed or enumerated(searcher, result, least=3) or each_named(searcher, result)
    single = listed or _one_figure(result)
    alone = single is None or (not listed and all(c.figure.unit != "%" for c in single.figures))
    spelled_out = alone and next(shares_asked(result.question.rest), None) is not None
    return (ratio(searcher, result) if spelled_out else None) or single or ratio(searcher, result)


def _in_parts(searcher: Searcher, result: SearchResult) -> Decision | None:
    if of_all := undivided(result):
        return _one_figure(of_all)
    parts = breakdown(searcher, result)
    return sum_of(result.question.text, parts) or parts or _undivided(result)


def _calculation(searcher: Searcher, result: SearchResult) -> Decision | None:
    """What the filing prints itself comes first; then what can be computed from what it prints."""
    question = result.question
    direct = next((c for c in result.figures[:40] if fits(c)), None)
    years = {p.end for p in question.spans}
    if question.change:
        made = change_by_event(searcher, result)
        if made and not (direct and direct.features.change > 0 and direct.row.id == made.figures[0].row.id):
            return made
        alone = len(years) < 2 or _AS_PRINTED.search(question.text) is not None
        if direct is not None and direct.features.change > 0 and alone and _names_it(direct):
            printed = _one_figure(result)
            if not _names_no_more(direct):
                worked_out = change(searcher, result)
                outcome = worked_out.calculation if worked_out is not None else None
                return printed if printed and prints_outcome(printed, outcome, question) else worked_out or printed
            in_percent = in_percent_words(question.text) and not (question.currency and not question.strong_percent)
            percent_asked = in_percent or _AS_PRINTED.search(question.text) is not None
            amount_asked = direct.figure.unit == "%" and not percent_asked
            return (change(searcher, result) or printed) if amount_asked else printed
        if len(years) < 2 and sets_things_apart(question):
            return None  # the one against itself is no answer to "more than the other"
        made = change(searcher, result) or _told_change(result, direct)
        told = direct is not None and direct.features.change > 0 and direct.features.own >= LIMITS.own_change
        if made is not None and direct is not None and told and of_year_before(question, direct, made):
            return _one_figure(result)
        return made
    direct = _printed_share(result, direct)
    level = direct is not None and direct.features.change >= 0  # a change of it is no share
    if direct is not None and level and direct.figure.unit == "%" and direct.features.own >= LIMITS.own_share:
        surely = of_own_whole(question, direct) or without_its_whole(question, direct)
        share = ratio(searcher, result) if surely or of_another_whole(question, direct) else None
        if share or surely:
            return share
        over_time = series(result) if len(years) > 1 else None
        of_its_row = over_time is not None and any(c.row.id == direct.row.id for c in over_time.figures)
        return over_time if of_its_row else _one_figure(result)
    if direct is not None and level and direct.figure.unit == "%" and names_whole(question, direct):
        return _one_figure(result)
    set_against = len(years) > 1 and not _taken_together(question)
    made = ratio(searcher, result) or (change(searcher, result) if set_against else None)
    if made is None and direct is not None and direct.figure.unit != "%" and _share_asked(question):
        return None  # the part alone is no share of the whole
    if made is None and direct is not None and not level and _share_asked(question):
        return None  # by how much the part has grown is none either
    return made or _told_change(result, direct)


def _taken_together(question: Question) -> bool:
    """Whether what is told of several times is to be added up or averaged, and not set against each other."""
    kinds = {demand.kind for demand in demanded(question)}
    return not kinds.isdisjoint({"sum", "average"}) and "difference" not in kinds and not _VERSUS.search(question.rest)


def _share_asked(question: Question) -> bool:
    return question.percent and next(shares_asked(question.rest), None) is not None


def _printed_share(result: SearchResult, best: FigureCandidate | None) -> FigureCandidate | None:
    """The best candidate, or where a share is asked for and it is none, the share that its row prints beside it."""
    if best is None or not result.question.percent or best.figure.unit == "%" or best.figure.origin != "cell":
        return best
    row = (c for c in result.figures[:_LOOKED_AT] if c.row.id == best.row.id and c.figure.unit == "%")
    return next((c for c in row if fits(c) and c.features.change == 0), best)


def _told_change(result: SearchResult, direct: FigureCandidate | None) -> Decision | None:
    """A change that a filing tells. The level of one period alone is no answer where two were asked for."""
    named = len({p.end for p in result.question.spans}) > 1
    if direct is None or not named or direct.features.change > 0 or _MOVED.search(label_of(direct.figure)):
        return _one_figure(result)
    when = period_words(direct.figure.period)
    reason = (
        f"{label_of(direct.figure)} is given here {when or 'once'}, with nothing of the same kind to compare it with."
    )
    return Decision("not_found", f"Not found in these filings. {reason}", reason)


def _names_it(candidate: FigureCandidate) -> bool:
    return candidate.features.own >= LIMITS.own_change or candidate.score >= LIMITS.score_change


def _names_no_more(candidate: FigureCandidate) -> bool:
    """Whether a change that a table prints is of the metric itself, and not of one that its label names beside it."""
    return candidate.figure.origin != "cell" or candidate.features.precision >= _OF_IT


def _sentence(candidate: FigureCandidate) -> str:
    when = period_words(candidate.figure.period)
    where = f" ({candidate.filing.issuer})" if candidate.filing.issuer else ""
    return f"{label_of(candidate.figure)}: {amount(candidate.figure)}{' ' + when if when else ''}{where}."


def _of_all(best: FigureCandidate, fitting: Sequence[FigureCandidate]) -> FigureCandidate:
    """The best candidate, or the total of its column where the label of its row says nothing of what was asked.

    What is asked for is then told by the caption of the table, and the whole of it is meant.
    """
    if best.figure.origin != "cell" or best.features.own > _SAYS_NOTHING or best.features.precision > _SAYS_NOTHING:
        return best
    table, column = best.row.table, best.figure.column_path
    same = (c for c in fitting if c.filing.id == best.filing.id and c.row.table == table)
    return next((c for c in same if c.figure.column_path == column and is_total(c.figure)), best)


def _of_another_period(best: FigureCandidate, found: Sequence[FigureCandidate]) -> bool:
    """Whether the filing has the very figure for another period, and this one only shares words with it."""
    ours = best.features
    return any(
        c.filing.id == best.filing.id
        and c.features.period < LIMITS.period
        and c.features.own >= ours.own + _MORE_OWN
        and c.features.cover >= ours.cover + _MORE_COVER
        and c.features.precision >= ours.precision  # "tax on purchases" is no better name of purchases
        and set(c.features.missing) < set(ours.missing)
        and metric_fits(c)
        for c in found
    )


def _one_figure(result: SearchResult) -> Decision | None:
    fitting = [c for c in result.figures[:_LOOKED_AT] if fits(c)]
    if not fitting and not result.question.strangers and (alone := stands_alone(result.figures[:_LOOKED_AT])):
        fitting = [alone]
    if not fitting:
        return None
    if _of_another_period(fitting[0], result.figures[:_LOOKED_AT]):
        return None
    best = fitting[0] if result.question.change else _printed_share(result, fitting[0]) or fitting[0]
    best = told_in_full(_of_all(best, fitting), fitting)
    figure = best.figure
    when = period_words(figure.period)
    if figure.status == "not_disclosed":
        text = (
            f"Not disclosed: the filing prints {figure.printed!r} for {label_of(figure)}{' ' + when if when else ''}."
        )
        return Decision("not_disclosed", text, f"The filing prints {figure.printed!r} in this cell.", [best])
    if figure.status == "nil":
        text = f"{label_of(figure)}: nil (the filing prints {figure.printed!r}){' ' + when if when else ''}."
        return Decision("answered", text, figures=[best])
    if differing := conflicting(best, result.figures[:_LOOKED_AT]):
        return _first_reported(best, differing) if result.question.original else _conflict(best, differing)
    agreeing = [c for c in fitting[1:12] if same_value(figure, c.figure) and c.figure.period == figure.period]
    return Decision("answered", _sentence(best), figures=[best], support=agreeing)


def _undivided(result: SearchResult) -> Decision | None:
    """One figure where the parts are not found; none that only its sentence connects with what divides the whole."""
    made = _one_figure(result)
    if made is None or not made.figures or not dimension_of(result.question.text):
        return made
    features = made.figures[0].features
    unknown = dimension_of(result.question.text) & set(features.missing)
    return made if features.own >= LIMITS.own_change and not unknown else None


def _by_age(found: Sequence[FigureCandidate]) -> list[FigureCandidate]:
    """The figures, those of the newest filing first, where filings of different days print them."""
    dated = {c.filing.id: c.filing.published for c in found}
    if len(set(dated.values())) < 2 or not all(dated.values()):
        return list(found)
    return sorted(found, key=lambda c: c.filing.published or "", reverse=True)


def _first_reported(best: FigureCandidate, differing: Sequence[FigureCandidate]) -> Decision:
    """The reading of the oldest filing, where what was first reported is asked for; the others with it."""
    *later, first = _by_age([best, *distinct(differing)])
    text = f"{_sentence(first)} {' '.join(f'{amount(c.figure)} in {c.filing.source}.' for c in later)}"
    return Decision("answered", text, figures=[first], superseded=[(c, first.figure.id) for c in later])


def _conflict(best: FigureCandidate, differing: Sequence[FigureCandidate]) -> Decision:
    others = distinct(differing)
    # less than half or more than twice as much is no restatement: what was found first stays first
    revised = [c for c in others if not far_apart(best.figure, c.figure)]
    shown = [*_by_age([best, *revised]), *(c for c in others if c not in revised)]
    values = " and ".join(f"{amount(c.figure)} (line {c.figure.span.lines[0]} of {c.filing.source})" for c in shown)
    text = f"{label_of(best.figure)} {period_words(best.figure.period)}: the filings give {values}."
    ids = {c.figure.id for c in shown}
    conflicts = {c.figure.id: tuple(sorted(ids - {c.figure.id})) for c in shown}
    reason = "The same metric is printed with different values."
    newest, period = shown[0].filing, best.figure.period
    if newest.published != shown[-1].filing.published and period and newest.period and newest.period.end != period.end:
        reason = f"{newest.source} prints another value for this earlier period than was reported at the time."
    return Decision("conflicting", re.sub(r"\s+", " ", text), reason, shown, conflicts=conflicts)
