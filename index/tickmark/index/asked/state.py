"""Which state of a metric a question wants: a level or a change of it, what is or what is planned, now or before."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tickmark.index.asked.change import STATE
from tickmark.index.question import Question
from tickmark.index.ranking.own_words import around
from tickmark.ingest.model import Figure

__all__ = ["change_fit", "not_the_largest", "off_target", "otherwise_diluted"]

_CHANGE_HEAD = re.compile(
    r"increas|decreas|change|growth|\bvariance\b|\b(?:up|down)\b|\b(?:ris(?:e|ing)|rose|gr[eo]w|fall|fell|drop)"
    r"|year-on-year|yoy|增减|增減|同比|變動|变动",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:(?:plans?|planned|intends?|strives?|commits?) to\b|aims? (?:to|at)\b|targets? (?:to|of)\b"
    r"|(?:goal|target) (?:of|is)\b|will (?:have|be)\b)",
    re.IGNORECASE,
)
# a question for what is yet to come, or for what has to be
_WANTS_TARGET = re.compile(
    r"\b(?:to be|must|have to|has to|should|shall|will|plan\w*|aim\w*|goals?|targets?\w*|by (?:end of |ye)?20\d\d"
    r"|minimum|required?|intend\w*|guid\w+|expect\w*|forecast\w*|outlook|project(?:ed|ion|s)?)\b"
    r"|目标|目標|计划|計劃",
    re.IGNORECASE,
)


_MOVED_BY = re.compile(
    r"\b(?:increased|decreased|declined|rose|fell|grew|dropped|improved|reduced|lowered|shortened|down|up|increase"
    r"|decrease|decline|rise"
    r"|fall|drop)"
    r"\s+(?:(?:by|of)\s+)?(?:(?:approximately|about|around|nearly|over)\s+)?(?:RMB|US|HK|CNY|EUR|GBP|USD)?\s*$"
    # "reduced its rate of accidents by 65%"
    r"|\b(?:reduc|cut|lower|increas|rais|rose|improv|decreas|grew|grow|shorten)\w*\s+[^.;:\d]{3,90}?\s+by\s+"
    r"(?:(?:approximately|about|around|nearly|over|more than)\s+)?(?:RMB|US|HK|CNY|EUR|GBP|USD)?\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def _moved_by(printed: str, sentence: str) -> bool:
    """Whether a sentence says that something moved by this much: "fell $12 million", not "fell to $12 million"."""
    return _MOVED_BY.search(around(printed, sentence)[0].rstrip("$€£¥")) is not None


@lru_cache(maxsize=16_384)
def _names_change(column: tuple[str, ...]) -> bool:
    return _CHANGE_HEAD.search(STATE.sub(" ", " ".join(column))) is not None


@lru_cache(maxsize=16_384)
def _speaks_of_change(text: str) -> bool:
    return _CHANGE_HEAD.search(text) is not None


@lru_cache(maxsize=4_096)
def _wants_target(question: str) -> bool:
    return _WANTS_TARGET.search(question) is not None


_VOTE_COLUMN = re.compile(r"for|against|abstain(?:ed)?|abstentions?|(?:number of )?votes\b.*", re.IGNORECASE)


def _is_change(figure: Figure) -> bool:
    """Whether a figure is a change against another period, not a level."""
    if _names_change(figure.column_path) or (figure.origin == "prose" and _moved_by(figure.printed, figure.context)):
        return True
    if figure.unit not in {"%", "percentage points"}:
        return False
    if "increase" in figure.qualifiers or "decrease" in figure.qualifiers:
        return True
    if any(_VOTE_COLUMN.fullmatch(part.strip()) for part in figure.column_path):
        return False  # so much of the votes, on a resolution to change something
    return _speaks_of_change(" ".join(figure.label_path[-1:]))


_LATER = re.compile(r"\b(?:after|upon|current|closing|following)\b|期末|年末", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:before|prior|beginning|opening|previous)\b|期初|年初", re.IGNORECASE)


def _earlier_column(question: Question, figure: Figure) -> bool:
    """A column of how things stood at another time than asked: before, unless asked for; after, when before was."""
    head = " ".join(figure.column_path)
    if figure.period is not None and figure.period.text in head:
        return False  # a period column: the period decides
    return _at_another_time(head, question.latest)


@lru_cache(maxsize=4_096)
def _at_another_time(head: str, latest: bool) -> bool:
    return (_EARLIER if latest else _LATER).search(head) is not None


_CHANGE_ONLY = re.compile(
    r"(?:representing |with )?(?:an? )?(?:year-on-year|up\b|down\b|increas|decreas|rise|fall|drop)|同比", re.IGNORECASE
)


_TO = re.compile(
    r"\s*(?:%|percent|percentage points)?,?\s*(?:(?:since|from|in|during|over)\s+[\w ]{2,20}?\s+)?to\s+"
    r"(?:a |about |approximately |nearly )?[A-Z$€£¥]*\s?\d"
)


@lru_cache(maxsize=16_384)
def _level_follows(printed: str, sentence: str) -> bool:
    """Whether a sentence tells right after a change what it led to: "rose 1.1 percent to $46.6 million"."""
    return _TO.match(around(printed, sentence)[1]) is not None


# "delivery time shortened than previous year": so many days less, though a table prints them as any level
_AGAINST_YEAR_BEFORE = re.compile(
    r"\b(?:than|from|over|on|against|compared\s+(?:with|to)|versus|vs\.?)\s+(?:the\s+)?(?:previous|prior|last"
    r"|preceding)\s+year\b"
    r"|\byear[- ]o(?:n|ver)[- ]year\b|[较比]上年|同比",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def _set_against_year_before(label: str) -> bool:
    return _AGAINST_YEAR_BEFORE.search(label) is not None


def change_fit(question: Question, figure: Figure) -> float:
    """Above 0 where a change was asked for and is one, below 0 where the one was asked for and the other is here."""
    if _is_change(figure):
        # a sentence that tells only of a change has no level to be preferred to it
        named = len(figure.label_path) > 1 and _CHANGE_ONLY.match(figure.label_path[-1]) is not None
        beside = -0.4 if named or _level_follows(figure.printed, figure.context) else -0.1
        return 0.6 if question.change else (beside if figure.origin == "prose" else -1.0)
    if question.change and figure.origin != "prose" and _set_against_year_before(" ".join(figure.label_path[-1:])):
        return 0.6
    if question.change and figure.origin == "prose" and figure.unit in {"%", "percentage points"}:
        return 0.6 if _speaks_of_change(figure.context) else -0.2
    return -0.2 if question.change else 0.0


def _inside_label(figure: Figure) -> bool:
    """Whether a number is printed in the label of its row ("net of allowances of $985"): an aside, not its value."""
    digits = figure.printed.strip("$€£() ")
    return figure.origin == "cell" and not figure.column_path and any(digits in part for part in figure.label_path)


@lru_cache(maxsize=16_384)
def _planned(printed: str, sentence: str) -> bool:
    """Whether what leads to a number plans it: "300 people, with whom we strive to work" plans nothing of it."""
    return _TARGET.search(around(printed, sentence)[0]) is not None


_PARENT = re.compile(r"(?:the )?parent(?: entity| company| only)?|company only", re.IGNORECASE)


def _of_parent_alone(question: Question, figure: Figure) -> bool:
    """Whether a column is of the parent without its group, which a question means only where it says so."""
    heads = (*figure.column_path, *figure.section[-1:])
    return any(map(_names_parent, heads)) and "parent" not in question.rest.lower()


@lru_cache(maxsize=16_384)
def _names_parent(head: str) -> bool:
    return _PARENT.fullmatch(head.strip()) is not None


_BASIC = re.compile(r"\bbasic\b|基本每股", re.IGNORECASE)
_DILUTED = re.compile(r"\bdiluted\b|稀[释釋]|[摊攤]薄", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def _dilution(text: str) -> str:
    """Whether a text speaks of basic figures per share or of diluted ones; empty where of neither, or of both."""
    basic, diluted = _BASIC.search(text) is not None, _DILUTED.search(text) is not None
    return "" if basic == diluted else ("basic" if basic else "diluted")


def otherwise_diluted(question: Question, figure: Figure) -> bool:
    """Whether the question asks for the basic figure and this is the diluted one, or the other way round."""
    asked = _dilution(question.text)
    told = _dilution(" ".join((*figure.label_path, *figure.column_path))) if asked else ""
    return bool(told) and told != asked


_HOLDER: Final = (
    r"(?:supplier|vendor|customer|client|buyer|creditor|lender|debtor|tenant|donor|shareholder|stockholder)"
)
_LARGEST = re.compile(rf"\b(?:biggest|largest|top|number one|no\.? ?1|#1)\s+(?:single\s+)?{_HOLDER}s?\b", re.IGNORECASE)
_TOLD_APART = re.compile(
    r"\b(?:(?:biggest|largest)\b|(?:top|major|main|principal|single|one|two|three|four|five|ten|5|10|key|leading"
    rf"|controlling|substantial|significant|individual|certain)\s+(?:\w+\s+){{0,2}}{_HOLDER}s?\b"
    rf"|{_HOLDER}\s+(?:no\.\s*)?(?:[A-Z]|\d)\b)",
    re.IGNORECASE,
)


def not_the_largest(asked: str, figure: Figure) -> bool:
    """Whether the largest customer, supplier or holder is asked for, and nothing says that a figure tells one apart.

    What all suppliers were paid, or those nearby, tells nothing of the largest.
    """
    if not _asks_largest(asked):
        return False
    return (
        _TOLD_APART.search(" ".join((*figure.section[-1:], *figure.label_path, *figure.column_path, figure.context)))
        is None
    )


@lru_cache(maxsize=4_096)
def _asks_largest(asked: str) -> bool:
    return _LARGEST.search(asked) is not None


_CASH_FLOW = re.compile(
    r"\bcash\s+(?:flows?|(?:\(?(?:used|from|provided|generated|paid|received|in|out)\b))", re.IGNORECASE
)


def _flow_of_cash(question: Question, figure: Figure) -> bool:
    """Whether cash is asked for and this is a flow of it: what there is at a day was not "used in investing"."""
    if not any(want.term in {"cash", "CASH"} for want in question.asked) or _FLOWS.search(question.rest):
        return False
    return _CASH_FLOW.search(" ".join(figure.label_path[-1:])) is not None


_FLOWS = re.compile(
    r"\b(?:flow\w*|used|uses?|spent|spend|generat\w*|provid\w*|from|by|paid|pay\w*|receiv\w*|burn\w*|activit\w*"
    r"|invest\w*|operat\w*|financ\w*|thr[eo]w\w*|went|go(?:es)?|c[ao]mes?|br(?:ing|ought)|rais\w*)\b|流",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:excluding|excl\.?|exclusive of|other than|except(?: for)?|net of|less|deducting)"
    r"\s+(?:the\s+|its\s+|a total of\s+)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def _is_left_out(printed: str, sentence: str) -> bool:
    """Whether a sentence leaves this number out of what it tells: "shares in issue, excluding 700 held in treasury"."""
    return _LEFT_OUT.search(around(printed, sentence)[0].rstrip("$€£¥")) is not None


def off_target(question: Question, figure: Figure, published: str | None) -> bool:
    """A goal where a fact was asked for, an earlier state where the present one was, or a number inside a label.

    So is the diluted figure where the basic one was asked for.
    """
    if _earlier_column(question, figure) or _inside_label(figure) or _of_parent_alone(question, figure):
        return True
    if otherwise_diluted(question, figure) or _flow_of_cash(question, figure):
        return True
    if figure.origin == "cell":
        return False
    if figure.origin == "prose" and _is_left_out(figure.printed, figure.context):
        return True
    wants = any(a.term in {"TARGET", "FORECAST"} for a in question.asked) or _wants_target(question.text)
    end = figure.period.end if figure.period else None
    if not wants and published is not None and end is not None and end > published:
        return True
    return not wants and figure.origin == "prose" and _planned(figure.printed, figure.context)
