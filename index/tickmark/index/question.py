"""What is asked: issuer, metric, periods, unit, intent. Rules and a glossary, no model, so that it can be explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tickmark.index.asked.ages import plain_ages
from tickmark.index.asked.change import asks_change, without_change
from tickmark.index.asked.context import without_context
from tickmark.index.asked.doing import in_nouns
from tickmark.index.asked.event import without_event
from tickmark.index.asked.how import topic, without_places
from tickmark.index.asked.instructions import Instructed, instructions
from tickmark.index.asked.intents import asks_whether, intent_of
from tickmark.index.asked.left_out import left_out, left_out_behind
from tickmark.index.asked.named_unit import unit_asked
from tickmark.index.asked.number import (
    asks_count,
    asks_currency,
    asks_money,
    asks_percent,
    asks_percent_alone,
    asks_spending,
)
from tickmark.index.asked.periods import fiscal_end_of, periods_of
from tickmark.index.asked.purpose import without_purpose
from tickmark.index.asked.set_aside import both, set_aside
from tickmark.index.asked.source import without_dated_source, without_source
from tickmark.index.asked.taught import subjects
from tickmark.index.asked.terms import PARTS, WEAK_CONCEPTS, Asked, asked_in, fillers, people_apart
from tickmark.index.asked.told_dates import without_told_dates
from tickmark.index.asked.turns import as_filings_say
from tickmark.index.asked.ways import last_years
from tickmark.index.asked.written_names import chinese_stranger, written_names
from tickmark.index.asked.years import without_each_period
from tickmark.index.issuers.behind import of_exchange
from tickmark.index.issuers.named import IssuerName, find_issuers, issuer_names
from tickmark.index.model import Intent
from tickmark.index.words.chinese import plainly_chinese
from tickmark.index.words.terms import is_concept, terms
from tickmark.ingest.concepts import CONCEPT, concept_words
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.periods import PeriodMention
from tickmark.ingest.metadata import language_of
from tickmark.ingest.model import Language, Period

__all__ = [
    "WEAK_CONCEPTS",
    "Asked",
    "IssuerName",
    "Question",
    "asked_in",
    "fillers",
    "fiscal_end_of",
    "issuer_names",
    "reread",
    "understand",
]

_MAKER = re.compile(r"\b(?:the|this)\s+(?:[\w-]+\s+){1,2}(?:maker|producer|manufacturer)\b(?:['’]s)?", re.IGNORECASE)

# "(the tanker owner)" behind a name
_WHO = re.compile(
    r"\(\s*(?:the|an?)\s+(?:[\w&'’-]+\s+){0,4}?(?:owner|operator|maker|producer|manufacturer|company|group|firm|bank"
    r"|lender|insurer"
    r"|reinsurer|retailer|grocer|REIT|miner|developer|trust|fund|chain|giant|business|supplier|provider|dealer|explorer"
    r"|shipper|broker|brewer|airline|utility|biotech|holding)\s*\)",
    re.IGNORECASE,
)

_ASIDE = re.compile(
    r"\((?:non|not (?:including|counting|incl\.?)|excluding|excl\.?|i\.e\.|e\.g\.)\b[^()]*\)", re.IGNORECASE
)
_NOT_ASIDE = re.compile(r"\(not\b[^()]*\)", re.IGNORECASE)  # where it is too long to tell what it sets aside

# the first reading is asked for, not that of an amendment
_ORIGINAL = re.compile(
    r",?\s*\b(?:(?:as\s+)?(?:originally|first|initially)\s+(?:reported|stated|filed|published|announced)"
    r"|(?:in|from)\s+the\s+original\s+(?:filing|report|announcement)|before\s+(?:the\s+)?(?:restatement|amendment"
    r"|revision))\b"
    r"|更正前|修[订訂]前|重述前",
    re.IGNORECASE,
)


# what each filing means by its own words
_OF_A_FILING = re.compile(
    r"\b(?:latest|most recent|newest|(?:reporting|reported|same|corresponding|comparative) (?:period|quarter|half)"
    r"|period under review|(?:end|beginning|start) of (?:the )?period)\b|报告期|期[初末]|同期",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:before|prior|previous|beginning|start|opening)\b|期初|年初", re.IGNORECASE)
_VOTING = frozenset({"VOTE_FOR", "VOTE_AGAINST", "VOTE_ABSTAIN"})


@dataclass(slots=True)
class Question:
    """A question, understood. ``rest`` is the question without issuer and period: what the metric is read from.

    ``concept`` is the XBRL concept that it names, if it names one: only figures tagged with it can answer.
    ``demanded`` is the ISO code of the currency that the answer has to be in, if it says so. ``told`` holds what is to
    be spoken of at all ("did they mention mergers or acquisitions?"), an entry for each alternative, any of which will
    do. ``absent``: the company it names has no filing here. ``statements`` are those that it names, ``definition`` is
    how it defines what it asks for, ``newest`` of how many of the last years or quarters it asks, ``left_out`` the
    terms of what it does not mean ("other than"), ``people_apart`` those that say which people ("disabled persons")
    or which lessons, ``amount`` that no share of anything is wanted.
    ``text`` is without what it says of how to answer.
    """

    text: str
    language: Language
    issuers: tuple[str, ...] = ()
    issuer_keys: frozenset[str] = frozenset()
    periods: tuple[PeriodMention, ...] = ()
    intent: Intent = "figure"
    asked: tuple[Asked, ...] = ()
    rest: str = ""
    percent: bool = False
    strong_percent: bool = False
    money: bool = False
    spending: bool = False
    currency: bool = False
    count: bool = False
    latest: bool = True
    change: bool = False
    unit: str | None = None
    strangers: tuple[str, ...] = field(default_factory=tuple)
    names: tuple[str, ...] = ()
    original: bool = False
    forms: tuple[str, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    without_issuer: str = ""
    concept: str = ""
    demanded: str | None = None
    told: tuple[tuple[Asked, ...], ...] = ()
    absent: bool = False
    statements: tuple[str, ...] = ()
    definition: str = ""
    newest: int = 0
    people_apart: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    amount: bool = False
    _spans: dict[tuple[Period | None, tuple[int, int]], tuple[Period, ...]] = field(default_factory=dict)

    @property
    def spans(self) -> tuple[Period, ...]:
        """The periods asked for."""
        return tuple(m.period for m in self.periods)

    def spans_for(self, filing: Period | None) -> tuple[Period, ...]:
        """The periods asked for as a filing would mean them.

        "FY2024" ends in June where the filing's fiscal year does; "last year" is the one before that it reports on,
        unless one issuer is asked about: then it is told by that issuer's newest filing. "The latest year" and "the
        reporting period" are those that a filing reports on, whoever is asked about: the newest may be of half a year.
        """
        end = fiscal_end_of(filing) or self.calendar.fiscal_end
        own = any(m.relative and _OF_A_FILING.search(m.period.text or "") for m in self.periods)
        relative = own or (any(m.relative for m in self.periods) and len(self.issuer_keys) != 1)
        if not self.periods or (not relative and end == self.calendar.fiscal_end):
            return self.spans
        key = (filing if relative else None, end)
        if key not in self._spans:
            base = filing if relative else self.calendar.reporting
            calendar = Calendar(base, end, self.calendar.published, self.calendar.offset)
            self._spans[key] = tuple(m.period for m in periods_of(self.without_issuer, calendar)[0]) or self.spans
        return self._spans[key]


def _aside(found: re.Match[str]) -> str:
    """What is left of brackets that set something aside: "(non-hazardous)" says by its own name which one is meant."""
    named = found[0][1:4].lower() == "non" and any(is_concept(term) for term in terms(found[0]))
    return found[0] if named else " "


class _Dated(NamedTuple):
    """A question parted from its periods: ``rest`` is ``bare`` without them, ``whole`` the text that names them."""

    bare: str
    periods: Sequence[PeriodMention]
    rest: str
    whole: str


def _dated(bare: str, around: str, calendar: Calendar) -> _Dated:
    """The periods of a question; where it names none, those named around it ("for my March 2024 note: ...")."""
    periods, rest = periods_of(bare, calendar)
    undated = without_dated_source(bare) if len(periods) > 1 else bare
    if undated != bare and (of_question := periods_of(undated, calendar))[0]:
        bare, (periods, rest) = undated, of_question
    if not periods and (mentioned := periods_of(around, calendar)[0]):
        return _Dated(bare, mentioned, rest, " ".join((bare, *(m.period.text or "" for m in mentioned))))
    return _Dated(bare, periods, rest, bare)


def _of_series(rest: str, bare: str) -> tuple[str, int]:
    """What each figure of a series is, and of how many of the last years or quarters they are to be."""
    last = last_years(rest)
    rest = without_each_period(last.rest if last else rest)
    # "is it rising? yearly figures": the level is shown, whatever way it went
    level = without_change(rest)
    return level if asks_whether(bare) and any(map(str.isalnum, level)) else rest, last.years if last else 0


def understand(
    asked: str | Instructed, names: Sequence[IssuerName], calendar: Calendar, known: Callable[[str], bool] | None = None
) -> Question:
    """Reads a question.

    The name of a concept ("us-gaap:Assets") asks for the figures that are tagged with it; its words are the metric.

    Args:
        asked: the question; parted from its instructions, if it is already.
        names: the issuers' names.
        calendar: resolves "last year" and the like, relative to the newest filing.
        known: whether a word means something in the filings, so that it is no misspelt name.
    """
    how = asked if isinstance(asked, Instructed) else instructions(asked)
    text = how.text
    concept = None if (named := CONCEPT.search(text)) is None or of_exchange(named[0]) else named
    if concept:
        text = f"{text[: concept.start()]}{concept_words(concept[0])}{text[concept.end() :]}"
    text = as_filings_say(text)
    issuers, without_issuer = find_issuers(_ASIDE.sub(_aside, _WHO.sub(" ", _MAKER.sub(" ", text))), names, known)
    original = _ORIGINAL.search(without_issuer) is not None
    without_issuer = plainly_chinese(without_places(_ORIGINAL.sub(" ", without_issuer)))
    told = None if issuers else known or (lambda _: False)
    context = without_context(without_issuer, told)
    purpose = without_purpose(context.rest, told)
    unwanted = both(set_aside(purpose.rest), context.unwanted)
    bare = without_told_dates(_NOT_ASIDE.sub(" ", unwanted.rest), calendar)
    dated = _dated(without_event(bare, calendar), without_issuer, calendar)
    rest = in_nouns(without_source(plain_ages(dated.rest)))
    intent = intent_of(dated.bare, dated.periods, len(issuers))
    spoken = topic(rest) if len(issuers) < 2 else None
    if spoken is not None:
        rest, intent = spoken[0], "yes_no"
    newest = 0
    if intent == "series":
        rest, newest = _of_series(rest, dated.bare)
    without = left_out(rest)
    rest = without.rest
    voting = not _VOTING.isdisjoint(terms(rest))  # the title of a resolution may speak of a change
    change = spoken is None and not voting and asks_change(rest)
    if voting and intent == "calculation":
        intent = "figure"
    return Question(
        text=without_context(how.text, told).rest,
        language=language_of(text),
        issuers=tuple(issuers.values()),
        issuer_keys=frozenset(issuers),
        periods=tuple(dated.periods),
        intent=intent,
        asked=asked_in(rest, change, issuers.values()),
        rest=re.sub(r"\s+", " ", rest).strip(" ?!.,"),
        percent=not unwanted.amount and (unwanted.share or context.percent or asks_percent(rest)),
        strong_percent=not unwanted.amount
        and (unwanted.share or context.percent or asks_percent_alone(rest) or any(p.search(rest) for p in PARTS)),
        amount=unwanted.amount,
        currency=asks_currency(rest, how.currency) and "INTENSITY" not in terms(rest),
        spending=asks_spending(rest),
        money=asks_money(rest),
        count=asks_count(rest),
        latest=_EARLIER.search(text) is None,
        change=change,
        names=written_names(rest),
        original=original,
        calendar=calendar,
        without_issuer=dated.whole,
        concept=concept[0] if concept else "",
        demanded=how.currency,
        statements=how.statements,
        definition=how.definition,
        left_out=without.terms | unwanted.terms | left_out_behind(text),
        newest=newest,
        people_apart=people_apart(rest) | subjects(rest),
        told=tuple(asked_in(part) for part in spoken[1]) if spoken else (),
        strangers=() if issuers else (*purpose.names, *chinese_stranger(without_source(dated.whole))),
        unit=unit_asked(rest),
    )


def reread(question: Question, rest: str) -> Question:
    """The question with its metric words put right, and with what a misspelt word may have hidden of its unit."""
    question.rest = rest
    question.names = written_names(rest)
    question.asked = asked_in(rest, question.change, question.issuers)
    if not question.amount:
        question.percent = question.percent or asks_percent(rest)
        question.strong_percent = question.strong_percent or asks_percent_alone(rest)
    question.spending = question.spending or asks_spending(rest)
    question.money = question.money or asks_money(rest)
    question.count = question.count or asks_count(rest)
    question.unit = question.unit or unit_asked(rest)
    question.people_apart |= people_apart(rest) | subjects(rest)
    return question
