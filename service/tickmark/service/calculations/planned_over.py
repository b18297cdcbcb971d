"""One metric of several times set against itself: by how much it moved, how many times it grew, what it came to.

The metric is looked for once for each of the times, as a question of its own. The times are those asked for; a single
one that something is said to have moved in is set against the one before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import product
from typing import Final, Literal

from tickmark.index.asked.currency import CURRENCY_NAME
from tickmark.index.asked.left_out import ONE_OFFS, adds_up
from tickmark.index.question import Question, asked_in
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.terms import terms
from tickmark.ingest.model import Figure, Period
from tickmark.service.calculations.arithmetic import average_or_total
from tickmark.service.calculations.between import divided_by_earlier
from tickmark.service.calculations.both_ends import BOTH_ENDS, opening_and_closing
from tickmark.service.calculations.compute import changed
from tickmark.service.calculations.operands import addable, another
from tickmark.service.calculations.plans import without_unit
from tickmark.service.calculations.points import in_points, of_points
from tickmark.service.calculations.times import EARLIER, MOVES, asked_times, moves, spans_of, years_before
from tickmark.service.fitting import Decision, fits
from tickmark.service.members import months_of, over_periods
from tickmark.service.wording import label_of

__all__ = ["asked_over", "made_of", "of_each", "planned_over", "sets_things_apart"]

_Kind = Literal["change", "times", "average", "total", "alone"]
_LOOKED_AT: Final = 30
_KEPT: Final = 5
_ONE_ROW: Final = 0.2
_ONE_LABEL: Final = 0.15
_SURE: Final = 0.6  # how well figures of two labels have to fit, each by itself
_PCT: Final = r"(?:percentage|percent|per\s?cent|pct|%)"
_CUES: Final[tuple[tuple[_Kind, str], ...]] = (
    (
        "times",
        r"\bhow\s+many\s+times\b|\b(?:as\s+)?(?:an?|what)\s+(?:multiple|factor)(?:\s+of)?\b|\bfold\b|(?:几|幾|多少)倍",
    ),
    ("average", r"\b(?:on\s+average|averages?|averaged|mean)\b|年均|平均"),
    (
        "total",
        r"\b(?:together|combined|altogether|in\s+(?:total|sum|aggregate|all)|sum(?:\s+of)?|add(?:ed|s)?\s+up(?:\s+to)?"
        r"|cumulative(?:ly)?|all\s+told|all\s+in\s+all|overall\s+total"
        r"|(?:grand|\w+[- ]year)\s+total|total\s+(?:over|across))\b|合[计計]|[总總]共|一共|共[计計]",
    ),
    (
        "change",
        rf"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|yoy|y/y|{MOVES})\b|\b(?:up|down)\b|\bdifferen(?:ce|t)\b"
        r"|\bhow\s+(?:much|many)\s+(?:more|less|fewer|higher|lower)\b"
        r"|\b(?:compared\s+(?:with|to)|versus|vs\.?|against|than)(?=\W|$)"
        r"|同比|[增减減]长?|增[长長加幅]|下降|上升|提高|降低|减少|減少|多了|少了|比|[变變](?:化|动|動)了?",
    ),
)
_PATTERNS: Final = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _CUES)
_ALONE: Final = re.compile(
    r"\balone\b|\bin itself\b"
    r"|\b(?:in|during|for)\s+(?:just\s+)?that\s+(?:one\s+)?year\b|\bby itself\b|\bonly\b|单|單|当年|當年",
    re.IGNORECASE,
)
_BY_ITSELF: Final = re.compile(
    r"\balone\b|\bin itself\b|\bby itself\b|\bthat\s+(?:one\s+)?year\b|[单單当當]年", re.IGNORECASE
)
_WINDOW: Final = re.compile(
    r"\b(?:recent|last|past|latest)\s+(?:\w+\s+)?years?\b|近[一二两兩三四五几幾\d]+年", re.IGNORECASE
)
_RUNNING: Final = re.compile(
    r"\b(?:running|cumulative(?:ly)?|accumulated|since[- ]\w+(?=\s+(?:totals?|figures?)))\b"
    r"(?:\s+(?:totals?|figures?|numbers?|amounts?|from|since|basis|on))*|累[计計]",
    re.IGNORECASE,
)
# "is only shown as a running total. How much was spent in 2022 alone?"
_SHOWN: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:only\s+|just\s+|all\s+)?(?:shown|given|reported|disclosed|printed|stated|presented"
    r"|published)"
    r"(?:\s+(?:only|just))?(?:\s+(?:as|on))?(?:\s+an?)?(?=\W)|\b(?:since|from)\s*(?=[.?;,]|$)"
    r"|(?<=[.?;])\s*how\s+much\s+(?:of\s+(?:it|that|this)\s+)?(?:was|were)\s+(?:it|spent|invested|paid|added)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    rf"(?<!by )\bhow\s+many\s+(?=[a-z])(?!{_PCT}|points?\b|rmb\b|times\b)(?:(?:more|fewer|less)\s+)?", re.IGNORECASE
)
_SOURCES: Final = re.compile(
    r"[,;]?\s*\b(?:using|based on|according to|going by|as per)\s+(?:the\s+)?(?:[\w&]+\s+){0,6}"
    r"(?:reports?|announcements?|documents?|filings?|results|statements?|sheets?|notice)\b.*$",
    re.IGNORECASE,
)
# how a change is asked for, and in what it is told: none of it names a metric
_AROUND: Final = re.compile(
    rf"\b(?:by\s+)?(?:how\s+(?:much|many|far|fast)|what)\b(?:\s+(?:{_PCT}|rmb|yuan))?|{_PCT}(?:age)?(?:\s+points?)?"
    rf"|\brates?(?=\s+of\s*$|\s*$)|\bpace\s+of\b|\(\s*(?:(?:up\s+)?to|as\s+of|by|in)?\s*\)|\bpoints?\b|\bin\s+{CURRENCY_NAME}\b(?:\s+terms)?"
    r"|\b(?:rmb|yuan)\b(?:\s+(?:mn|m|millions?))?"
    r"|\b(?:or|and)\s*(?=$|[:,])|\bexact\b|\b(?:more|less|fewer|higher|lower|larger|bigger|greater|than|from|between"
    r"|over"
    r"|during|year|terms)\b|\b(?:[ae]gm|(?:general\s+)?meeting|did|was|were|is|the|figures?|need|could you"
    r"|work(?:ed)? (?:that |it )?out|going\s+by\s+(?:the\s+)?|judging\s+(?:by|from))\b"
    r"|百分之[几幾多少]+|百分点?|多少|[几幾]|率$|[（(]?(?:人民币|人民幣)(?:百万|百萬|万|萬|亿|億)?元?[)）]?",
    re.IGNORECASE,
)
_SET_AGAINST: Final = re.compile(r"\b(?:versus|vs|compared\s+(?:with|to))(?=\W|$)", re.IGNORECASE)
_THAN: Final = re.compile(r"\bthan\s+(?=[a-z])(?!doubl|trebl|tripl|quadrupl|hal[fv])", re.IGNORECASE)
_PART_OF: Final = re.compile(rf"\b{_PCT}(?:age)?\s+of\b(?!\s+(?:\d|change|growth))", re.IGNORECASE)
_ENDS: Final = re.compile(r"^(?:(?:in|to|of|for|at)\s+)+|(?:[\s,:]+(?:in|to|of|for|at|and|or))+$", re.IGNORECASE)


def planned_over(searcher: Searcher, result: SearchResult) -> Decision | None:
    """What a metric comes to over the times asked for; None where one of them is not there, or nothing is asked so."""
    question = result.question
    spans = spans_of(question)
    if not spans:
        return _over_newest(searcher, result)
    best = next((c.figure for c in result.figures[:_LOOKED_AT] if fits(c)), None)
    for kind, phrase in asked_over(question, spans, summed=best is not None and _runs(best)):
        if not any(want.weight >= 0.5 for want in asked_in(phrase)):
            continue
        wanted = spans if len(spans) > 1 else [years_before(spans[0], 1), *spans]
        wanted = wanted if kind in {"average", "total"} else [wanted[0], wanted[-1]]
        if kind == "alone":
            last = next((span for span in reversed(spans) if months_of(span) <= 12), spans[-1])
            wanted = [years_before(last, 1), last]  # "since 2021" only says how the total runs
        members = of_each(searcher, result, phrase, wanted, running=kind == "alone")
        if members is None or (kind == "total" and _of_a_whole(question, members)):
            continue
        if kind == "change" and in_points(question) and not all(of_points(c.figure.unit) for c in members):
            continue
        if made := made_of(kind, members, question):
            return made
    return None


def _of_a_whole(question: Question, members: Sequence[FigureCandidate]) -> bool:
    """Whether a share of a whole is asked for, and not how much the part came to."""
    return question.strong_percent and all(c.figure.unit != "%" for c in members)


def _over_newest(searcher: Searcher, result: SearchResult) -> Decision | None:
    """What a metric comes to over the last years, none of which is named."""
    question = result.question
    for kind, pattern in _PATTERNS:
        if question.newest > 1 and kind in {"average", "total"} and pattern.search(question.text):
            members = over_periods(searcher.again(pattern.sub(" ", question.text), result))
            return made_of(kind, members, question) if len(members) == question.newest else None
    return None


def asked_over(question: Question, spans: Sequence[Period], *, summed: bool = False) -> Iterator[tuple[_Kind, str]]:
    """What is to be done, and with which metric; ``summed``: only a running total of it is found."""
    named = (
        BOTH_ENDS.sub(" ", question.rest)
        if (both := opening_and_closing(question.text, question.spans))
        else question.rest
    )
    text = _COUNTED.sub("number of ", _SOURCES.sub(" ", EARLIER.sub(" ", without_unit(named))))
    if _ALONE.search(text) and (_RUNNING.search(text) or (summed and _BY_ITSELF.search(text))):
        bare = _plain(_RUNNING.sub(" ", _SHOWN.sub(" ", _ALONE.sub(" ", text))))
        yield from (("alone", phrase) for phrase in dict.fromkeys((bare, _plain(_ALONE.sub(" ", text)))))
        return
    if len(spans) == 1 and sets_things_apart(question):
        return
    for kind, pattern in _PATTERNS:
        found = pattern.search(text)
        if found is None or (
            kind in {"average", "total"} and not both and len({span.end for span in asked_times(question)}) < 2
        ):
            continue
        if kind == "total" and _SET_AGAINST.search(text):
            continue  # "combined, 2022 vs 2023": things are put together, the years are set against each other
        if len(spans) == 1 and not (question.change or moves(text)):
            continue
        metric = _plain(pattern.sub(" ", _PART_OF.sub("proportion of", text) if in_points(question) else text))
        yield kind, metric
        topic, _, rest = metric.partition(":")
        if rest and topic:
            yield kind, _plain(rest)


def sets_things_apart(question: Question) -> bool:
    """Whether something is more than something else, and not than before."""
    return _THAN.search(EARLIER.sub(" ", question.rest)) is not None


def _plain(text: str) -> str:
    bare = re.sub(r"\(\s*\)", " ", _AROUND.sub(" ", text))
    return _ENDS.sub("", re.sub(r"\s+", " ", bare).strip(" -–:;,.?？，。"))


def of_each(
    searcher: Searcher, result: SearchResult, phrase: str, spans: Sequence[Period], *, running: bool = False
) -> list[FigureCandidate] | None:
    """The figures of the metric at each of the times that belong together best."""
    issuer = result.question.issuers[0] if result.question.issuers else ""
    each: list[list[FigureCandidate]] = []
    for span in spans:
        found = searcher.again(f"{issuer} {phrase} {_words(span)}", result)
        members = [c for c in found.figures[:_LOOKED_AT] if _may_be(c, phrase, running=running)]
        if not members:
            return None
        each.append(members[:_KEPT])
    asked = {want.term for want in asked_in(phrase)}
    sets: list[Sequence[FigureCandidate]] = [chosen for chosen in product(*each) if _belong(chosen, asked)]
    best = max(sets, key=_fit, default=None)
    return list(best) if best is not None else None


def _words(span: Period) -> str:
    if span.text:
        return span.text
    if span.kind == "instant" or span.start is None:
        return f"at {span.end}"
    return f"{(span.end or '')[:4]}" if months_of(span) == 12 else f"{span.start} to {span.end}"


def _may_be(candidate: FigureCandidate, phrase: str, *, running: bool) -> bool:
    figure = candidate.figure
    if figure.value is None or not fits(candidate) or candidate.features.change > 0:
        return False
    return not another(phrase, figure) and (not running or _runs(figure))


def _runs(figure: Figure) -> bool:
    """Whether a figure is a running total, and not one of the last few years each time."""
    said = " ".join((*figure.label_path, *figure.column_path))
    return adds_up(said) and _WINDOW.search(said) is None


def _belong(chosen: Sequence[FigureCandidate], asked: Set[str]) -> bool:
    first = chosen[0]
    ends = {c.figure.period.end for c in chosen if c.figure.period is not None}
    if len(ends) < len(chosen) or not addable(chosen):
        return False
    if any(c.filing.issuer != first.filing.issuer for c in chosen):
        return False
    named = {c.figure.label_path[-1:] for c in chosen}
    return len(named) == 1 or (min(c.score for c in chosen) >= _SURE and not _of_another(named, asked))


def _of_another(labels: Collection[tuple[str, ...]], asked: Set[str]) -> bool:
    """Whether one of several labels names one-offs that nobody asked for: what they add to the profit is no profit."""
    return ONE_OFFS.isdisjoint(asked) and any(ONE_OFFS & set(terms(" ".join(label))) for label in labels)


def _fit(chosen: Sequence[FigureCandidate]) -> float:
    first = chosen[0]
    fit = sum(c.score for c in chosen) / len(chosen)
    if all(c.row.id == first.row.id for c in chosen):
        return fit + _ONE_ROW
    return fit + (_ONE_LABEL if len({label_of(c.figure) for c in chosen}) == 1 else 0.0)


def made_of(kind: _Kind, members: list[FigureCandidate], question: Question) -> Decision | None:
    """What members of one metric, oldest first, come to; None where they cannot be reckoned with so."""
    if kind in {"average", "total"}:
        return average_or_total("average" if kind == "average" else "total", members)
    if kind == "times":
        return divided_by_earlier(members[-1], members[0])
    return changed(members[0], members[-1], question)
