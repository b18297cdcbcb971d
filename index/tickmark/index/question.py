"""What is asked: issuer, metric, periods, unit, intent. Rules and a glossary, no model, so that it can be explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tickmark.index.asked_ages import plain_ages
from tickmark.index.asked_around import without_dated_source, without_purpose, without_source
from tickmark.index.asked_doing import in_nouns
from tickmark.index.asked_how import topic, without_places
from tickmark.index.asked_periods import fiscal_end_of, periods_of
from tickmark.index.asked_terms import (
    PARTS,
    SLICE,
    WEAK_CONCEPTS,
    Asked,
    asked_in,
    fillers,
    people_apart,
    unit_asked,
)
from tickmark.index.asked_turns import TURNS
from tickmark.index.asked_ways import last_years
from tickmark.index.asked_years import without_each_period
from tickmark.index.chinese import plainly_chinese
from tickmark.index.instructions import Instructed, instructions
from tickmark.index.intents import MOVED, asks_whether, intent_of
from tickmark.index.issuers import IssuerName, find_issuers, issuer_names
from tickmark.index.left_out import in_brackets, left_out
from tickmark.index.model import Intent
from tickmark.index.set_aside import set_aside
from tickmark.index.terms import is_concept, terms
from tickmark.index.written_names import chinese_stranger, written_names
from tickmark.ingest.concepts import CONCEPT, concept_words
from tickmark.ingest.figures.calendar import Calendar
from tickmark.ingest.figures.periods import PeriodMention
from tickmark.ingest.metadata import language_of
from tickmark.ingest.model import Language, Period

__all__ = [
    "STATE",
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

_CHANGE = re.compile(
    r"\b(?:growth|grow|grows|grew|grown|rise|rises|rose|rising|increase[ds]?|increasing|decrease[ds]?"
    r"|drop(?:ped|s)?|f[ae]ll|fallen|decline[ds]?|change[ds]?|yoy|year[- ]on[- ]year"
    r"|how much (?:more|less|higher|lower|better)|improve[ds]?|improvement|uplift"
    r"|(?:go|goes|went|going) (?:up|down)|jump(?:ed)?|climb(?:ed)?|surged?|soar(?:ed)?"
    r"|plunged?|slump(?:ed)?|shr[aiu]nk|expand(?:ed)?|faster|slower"
    r"|gained|(?:was|were|been) added to|did\b[^,?]{3,60} gain"
    rf"|{MOVED})\b|同比|增长|增長"
    r"|下降|增减|增減|升幅|降幅|(?:增加|减少|減少|上升|提高|降低|多|少)了",
    re.IGNORECASE,
)

# how things stood before or after a change: no question for the change, and no column of changes
STATE = re.compile(
    r"\b(?:before|after|upon|prior to|following|pre|post)[\s-]+(?:(?:the|this|that)\s+)?"
    r"(?:changes?|increases?|decreases?)\b",
    re.IGNORECASE,
)

_PERCENT = re.compile(
    r"%|\b(?:percent(?:age)?s?|per cent|pct|(?<![ABH]\s)(?<!\bper\s)(?<!\beach\s)share|proportion"
    r"|portion|ratio|rate|margin|coverage|stake|spread|yield"
    r"|(?:which|what) (?:part|fraction) of"
    rf"|{SLICE})\b"
    r"|占比|比例|率",
    re.IGNORECASE,
)

_STRONG_PERCENT = re.compile(
    r"%|\b(?:percent(?:age)?|per cent|pct|portion|proportion"
    r"|(?:which|what) (?:part|fraction|share) of|turnout(?![^?]*\bhow many\b)"
    r"|(?:interest|coupon|tax|growth|default|vacancy|occupancy) rate"
    rf"|{SLICE}"
    r"|(?:as|how (?:big|large|small|high)) an? (?:part|fraction|slice|chunk|piece|share|stake) in"
    # a result is an amount: "share of profit of associates"
    r"|(?<!per )(?<!each )(?<!\ba )share of(?! (?:(?:the|its|their|net|total|comprehensive|other|operating) )*"
    r"(?:profits?|loss(?:es)?|results?|income|earnings|equity|assets)\b))\b|占比|百分|投票率|出席率|占.{1,12}(?:比|多少(?![股人吨元份]))",
    re.IGNORECASE,
)

_MONEY = re.compile(
    r"\b(?:rmb|yuan|cny|usd|us\$|dollars?|hk\$|hkd|eur|euros?|gbp|pounds?|spend|spent|spending|cost|costs"
    r"|invest(?:ed|ment|ing)?|expenditure|capex|money|cash|donat(?:ed|ion|ions)|funds?|funding|bonus(?:es)?|pay-?outs?|revenue|profit|income|budget)\b|[$£€¥元]|投入|费用|金额|利润"
    r"|收入",
    re.IGNORECASE,
)

_SPENDING = re.compile(
    r"\b(?:spend|spent|spending|money|cost|costs|capex|expenditure|paid|budget"
    r"|borrow(?:ed|s)?|lent|lends?|loan (?:amount|size|sum|value)"
    r"|(?:amount|size|sum|value|principal) of (?:the |its |this )?(?:loan|borrowing|credit|financing)"
    r"|how much (?:cash|money)"
    r"|(?:put|poured|ploughed|sunk) into)\b"
    r"|\b(?:in|rmb) (?:rmb|usd|gbp|eur|hkd)\b|花费|费用",
    re.IGNORECASE,
)

_CURRENCY = re.compile(
    r"(?<!per thousand )(?<!per )(?:\bin\s+|[(,]\s*)?\b(?:rmb|yuan|cny|usd|us dollars|hkd|gbp|eur|euros)\b(?!\s?\d)",
    re.IGNORECASE,
)

_COUNT = re.compile(
    r"\bhow many\b|\b(?:number|no\.|nr\.?) of\b(?!\s*(?:rmb|yuan|us\$|usd|hkd|eur|dollars|euros|pounds))|#\s?of\b"
    r"|\bcount\b|\bheadcount\b|多少(?:人|名|家|个|項|项)|人数|人數|数量|數量|次数|次數",
    re.IGNORECASE,
)

# a scale, and no number that has to stand in the filing ("in 10k shares", "per 1m hours"); times in full
_SCALED = (
    (re.compile(r"\bshs\b", re.IGNORECASE), "shares"),
    (re.compile(r"\bshr\b", re.IGNORECASE), "share"),
    (
        re.compile(
            r"\bop\.?(?=[\s-]+(?:profits?|margins?|income|earnings|cash|costs?|expenses?|loss(?:es)?|results?)\b)", re.I
        ),
        "operating",
    ),
    (re.compile(r"(\b(?:in|per)|[(,])\s?10\s?k\b", re.IGNORECASE), r"\1 ten thousand"),
    # "paid 2 shareholders": typed for "to"; what is numbered says of what ("scope 2", "phase 2")
    (re.compile(r"\b(lost|paid|sold|sent|owed|due|went|given|donated|related) 2 (?=[a-z])", re.IGNORECASE), r"\1 to "),
    (
        re.compile(r"\bper\s+(rmb|cny|usd|hkd|us\$|hk\$|eur|gbp|yuan|\$|€|£)\s?1\s?k\b", re.IGNORECASE),
        r"per \1 thousand",
    ),
    (re.compile(r"\b(in|per) 1\s?k\b|\b(in|per) 1,?000s?\b(?! of\b)", re.IGNORECASE), r"\1\2 thousand"),
    (re.compile(r"\b(in|per) 1\s?(?:m|mn|mio|mm)\b", re.IGNORECASE), r"\1 million"),
    # "per diluted share", "per share (basic)": no share of anything, and nothing to be divided
    (
        re.compile(
            r"\bper\s+((?:fully\s+)?diluted|basic|ordinary|common)\s+share\b|\bper\s+share,?\s+\(?(diluted|basic)\b\)?",
            re.I,
        ),
        r"\1\2 per share",
    ),
    # an officer, and no cash flow
    (
        re.compile(r"\bCFO(?=\s+[A-Z][a-z]+\s+[A-Z][a-z]+)|(?<=\bpay its )CFO\b|(?<=\bpaid its )CFO\b"),
        "chief financial officer",
    ),
    # an interest in a company is a share of its shares; interest alone is paid on a loan
    (
        re.compile(
            r"\b(?:what|which|how (?:big|large|great)) (?:an? |the )?"
            r"(?:equity|ownership|shareholding|beneficial) interest\b",
            re.IGNORECASE,
        ),
        r"what percentage held",
    ),
    (re.compile(r"\b(?:over|during|in) the course of\b", re.IGNORECASE), "during"),  # no course that is taught
    # "how much did they lay out on": spent; a report lays out a plan
    (re.compile(r"\b(how much\b[^?,;]{0,60}?)\b(?:lay|lays|laid) out\b", re.IGNORECASE), r"\1spend"),
    (re.compile(r"\b(how (?:many|much)\b[^?,;]{0,80}?)\b(?:sit|sits|sat|sitting) on\b", re.IGNORECASE), r"\1hold"),
    (
        re.compile(r"\b(r ?(?:&|and) ?d|research(?: (?:and|&) development)?) intensity\b", re.IGNORECASE),
        r"\1 as a percentage of revenue",
    ),
    # "the 1.51m share pledge": which one is meant, and printed in another way
    (
        re.compile(
            r"(?<!over )(?<!above )(?<!than )(?<!under )(?<!below )(?<!least )(?<![\d.,$€£¥])"
            r"\b\d+\.\d+\s?(?:k|m|mn|bn)\b(?=\s+[a-z])"
        ),
        " ",
    ),
    (re.compile(r"\byr(s?)\b", re.IGNORECASE), r"year\1"),
    (re.compile(r"\bqtr(s?)\b", re.IGNORECASE), r"quarter\1"),
    # what moves by points is a percentage; points that do not move may be anything
    (
        re.compile(
            r"(?<=\bhow many )(?:points|p\.?p\.?s?|ppts?|pts)"
            r"(?=\s.*\b(?:(?:fall|fell|rise|rose|drop|chang|mov|improv|increas|decreas|declin|slip|gain|los)\w*"
            r"|went|gone|go|up|down|higher|lower)\b)",
            re.IGNORECASE,
        ),
        "percentage points",
    ),
)

_MAKER = re.compile(r"\b(?:the|this)\s+(?:[\w-]+\s+){1,2}(?:maker|producer|manufacturer)\b(?:['’]s)?", re.IGNORECASE)

_ASIDE = re.compile(
    r"\((?:non|not (?:including|counting|incl\.?)|excluding|excl\.?|i\.e\.|e\.g\.)\b[^()]*\)", re.IGNORECASE
)
_NOT_ASIDE = re.compile(r"\(not\b[^()]*\)", re.IGNORECASE)  # where it is too long to tell what it sets aside

# the first reading is asked for, not that of an amendment
_ORIGINAL = re.compile(
    r",?\s*\b(?:(?:as\s+)?(?:originally|first|initially)\s+(?:reported|stated|filed|published|announced)"
    r"|(?:in|from)\s+the\s+original\s+(?:filing|report|announcement)|before\s+(?:the\s+)?(?:restatement|amendment|revision))\b"
    r"|更正前|修[订訂]前|重述前",
    re.IGNORECASE,
)


# a participle before its noun: "the improved process" asks for no improvement
_PARTICIPLE = re.compile(
    r"\b(?:the|an?|its|this|that|these)\s+(?:improved|increased|decreased|reduced|expanded|changed)\b", re.IGNORECASE
)
_VOTING = frozenset({"VOTE_FOR", "VOTE_AGAINST", "VOTE_ABSTAIN"})


@dataclass(slots=True)
class Question:
    """A question, understood. ``rest`` is the question without issuer and period: what the metric is read from.

    ``concept`` is the XBRL concept that it names, if it names one: only figures tagged with it can answer.
    ``demanded`` is the ISO code of the currency that the answer has to be in, if it says so. ``told`` holds what is to
    be spoken of at all ("did they mention mergers or acquisitions?"), an entry for each alternative, any of which will
    do. ``absent``: the company it names has no filing here. ``statements`` are those that it names, ``definition`` is
    how it defines what it asks for, ``newest`` of how many of the last years or quarters it asks, ``left_out`` the
    terms of what it does not mean ("other than"), ``people_apart`` those that say which people ("disabled persons"),
    ``amount`` that no share of anything is wanted.
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
        unless one issuer is asked about: then it is told by that issuer's newest filing.
        """
        end = fiscal_end_of(filing) or self.calendar.fiscal_end
        relative = any(m.relative for m in self.periods) and len(self.issuer_keys) != 1
        if not self.periods or (not relative and end == self.calendar.fiscal_end):
            return self.spans
        key = (filing if relative else None, end)
        if key not in self._spans:
            base = filing if relative else self.calendar.reporting
            calendar = Calendar(base, end, self.calendar.published, self.calendar.offset)
            self._spans[key] = tuple(m.period for m in periods_of(self.without_issuer, calendar)[0]) or self.spans
        return self._spans[key]


def _in_money(rest: str, currency: str | None) -> bool:
    """Whether an amount in a named currency is asked for: a margin "(in USD)" is still one in per cent."""
    return (_CURRENCY.search(rest) is not None or currency is not None) and _STRONG_PERCENT.search(rest) is None


def _aside(found: re.Match[str]) -> str:
    """What is left of brackets that set something aside: "(non-hazardous)" says by its own name which one is meant."""
    named = found[0][1:4].lower() == "non" and any(is_concept(term) for term in terms(found[0]))
    return found[0] if named else " "


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
    text, concept = how.text, CONCEPT.search(how.text)
    if concept:
        text = f"{text[: concept.start()]}{concept_words(concept[0])}{text[concept.end() :]}"
    for pattern, words_for in (*_SCALED, *TURNS):
        text = pattern.sub(words_for, text)
    issuers, without_issuer = find_issuers(_ASIDE.sub(_aside, _MAKER.sub(" ", text)), names, known)
    original = _ORIGINAL.search(without_issuer) is not None
    without_issuer = plainly_chinese(without_places(_ORIGINAL.sub(" ", without_issuer)))
    purpose = without_purpose(without_issuer, None if issuers else known or (lambda _: False))
    unwanted = set_aside(purpose.rest)
    bare = _NOT_ASIDE.sub(" ", unwanted.rest)
    periods, rest = periods_of(bare, calendar)
    undated = without_dated_source(bare) if len(periods) > 1 else bare
    if undated != bare and (of_question := periods_of(undated, calendar))[0]:
        bare, (periods, rest) = undated, of_question
    rest = in_nouns(without_source(plain_ages(rest)))
    if periods or not periods_of(without_issuer, calendar)[0]:
        without_issuer = bare
    else:
        periods = periods_of(without_issuer, calendar)[0]  # "for my March 2024 note: ..."
    intent = intent_of(bare, periods, len(issuers))
    spoken = topic(rest) if len(issuers) < 2 else None
    if spoken is not None:
        rest, intent = spoken[0], "yes_no"
    last = last_years(rest) if intent == "series" else None
    if last is not None:
        rest = last.rest
    if intent == "series":
        rest = without_each_period(rest)
        # "is it rising? yearly figures": the level is shown, whatever way it went
        rest = _CHANGE.sub(" ", rest) if asks_whether(bare) and any(map(str.isalnum, _CHANGE.sub("", rest))) else rest
    without = left_out(rest)
    rest = without.rest
    voting = not _VOTING.isdisjoint(terms(rest))  # the title of a resolution may speak of a change
    change = spoken is None and not voting and _CHANGE.search(_PARTICIPLE.sub(" ", STATE.sub(" ", rest))) is not None
    if voting and intent == "calculation":
        intent = "figure"
    return Question(
        text=how.text,
        language=language_of(text),
        issuers=tuple(issuers.values()),
        issuer_keys=frozenset(issuers),
        periods=tuple(periods),
        intent=intent,
        asked=asked_in(rest, change, issuers.values()),
        rest=re.sub(r"\s+", " ", rest).strip(" ?!.,"),
        percent=not unwanted.amount and (unwanted.share or _PERCENT.search(rest) is not None),
        strong_percent=not unwanted.amount
        and (unwanted.share or _STRONG_PERCENT.search(rest) is not None or any(p.search(rest) for p in PARTS)),
        amount=unwanted.amount,
        currency=_in_money(rest, how.currency) and "INTENSITY" not in terms(rest),
        spending=_SPENDING.search(rest) is not None,
        money=_MONEY.search(rest) is not None,
        count=_COUNT.search(rest) is not None,
        latest=re.search(r"\b(?:before|prior|previous|beginning|start|opening)\b|期初|年初", text, re.IGNORECASE)
        is None,
        change=change,
        names=written_names(rest),
        original=original,
        calendar=calendar,
        without_issuer=without_issuer,
        concept=concept[0] if concept else "",
        demanded=how.currency,
        statements=how.statements,
        definition=how.definition,
        left_out=without.terms | unwanted.terms | in_brackets(text),
        newest=last.years if last else 0,
        people_apart=people_apart(rest),
        told=tuple(asked_in(part) for part in spoken[1]) if spoken else (),
        strangers=() if issuers else (*purpose.names, *chinese_stranger(without_issuer)),
        unit=unit_asked(rest),
    )


def reread(question: Question, rest: str) -> Question:
    """The question with its metric words put right, and with what a misspelt word may have hidden of its unit."""
    question.rest = rest
    question.names = written_names(rest)
    question.asked = asked_in(rest, question.change, question.issuers)
    if not question.amount:
        question.percent = question.percent or _PERCENT.search(rest) is not None
        question.strong_percent = question.strong_percent or _STRONG_PERCENT.search(rest) is not None
    question.spending = question.spending or _SPENDING.search(rest) is not None
    question.money = question.money or _MONEY.search(rest) is not None
    question.count = question.count or _COUNT.search(rest) is not None
    question.unit = question.unit or unit_asked(rest)
    question.people_apart |= people_apart(rest)
    return question


def concepts(question: Question) -> tuple[str, ...]:
    """The concepts of the glossary that a question names."""
    return tuple(a.term for a in question.asked if is_concept(a.term))
