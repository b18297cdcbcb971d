"""Follow-ups: a question that leans on what its thread is about, written out in full.

    after "JL MAG scope 2 emissions 2022"
    "and 2021?"                 ->  JL MAG ... scope 2 emissions 2021
    "the year before?"          ->  the same
    "what about Harrowgate?"    ->  Harrowgate ... scope 2 emissions 2022
    "and scope 1?"              ->  scope 1 JL MAG ... 2022

The question in full is what is asked, and what the answer says it was read as: nothing is filled in unseen. A question
that names its issuer and its figure stands on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tickmark.index.model import Interpretation
from tickmark.index.words.analysis import STOP_WORDS
from tickmark.ingest.figures.periods import find_periods
from tickmark.ingest.model import Period
from tickmark.service.model import Answer
from tickmark.service.slack.desk import cited
from tickmark.service.slack.threads import Topic

__all__ = ["completed", "looks_like_a_question", "topic_of"]

_LEAD_IN = re.compile(
    r"^\W*(?:(?:and|or|but|so|also|then|plus|ok|okay|(?:what|how) about|what of|same for|same|versus|vs"
    r"|compared (?:to|with))\b\W*)+"
    r"|^\W*(?:那么|那麼|那|还有|還有|以及|再看)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?:the |a )?year (?:before|earlier)|(?:the )?(?:previous|prior|last) year)\b|上一年|前一年|上年|去年",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:(?:the |a )?year (?:after|later)|(?:the )?(?:next|following) year)\b|下一年|次年|明年",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_WORD = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*")
_CHINESE_FILLER = re.compile("[那么麼呢吗嗎的又再是了年度]|如何|怎么样|怎麼樣|多少")
_NO_SUBJECT = re.compile(f"{_BEFORE.pattern}|{_AFTER.pattern}|{_CHINESE_FILLER.pattern}", re.IGNORECASE)
_FILLER = STOP_WORDS | frozenset(
    _WORD.findall(
        """after again before company's compared fiscal full fy give half instead just last like me next now ok okay one
        ones only previous prior quarter same thank thanks that's versus vs what's whats year year's years"""
    )
)
# Questions about all issuers at once: one must not be put into them.
_ACROSS = frozenset({"comparison", "list"})


def completed(question: str, told: Interpretation, topic: Topic) -> str | None:
    """The question in full, or None where there is nothing to fill in.

    Args:
        question: as it was typed.
        told: how it was understood by itself.
        topic: what its thread is about.
    """
    lead_in = _LEAD_IN.match(question)
    body = _with_years(question[lead_in.end() :] if lead_in else question, topic.periods)
    periods = [mention.period.text for mention in find_periods(body)] or [_words_of(each) for each in told.periods]
    subject = _subject(told.metrics)
    if subject and not lead_in and (told.issuers or told.intent in _ACROSS):
        return None
    if not subject and not topic.subject:
        return None
    if subject:
        asked = body.strip(" \t?？.。!,，")
        parts = [asked, *(() if told.issuers else topic.issuers), *(() if periods else topic.periods)]
    else:
        parts = [*(told.issuers or topic.issuers), topic.subject, *(periods or topic.periods)]
    whole = " ".join(part for part in parts if part)
    return None if _same(whole, question) else whole


def topic_of(answer: Answer) -> Topic:
    """What is talked about once this answer stands there."""
    told, hits = answer.interpretation, cited(answer)
    issuers = told.issuers or tuple(dict.fromkeys(hit.filing.issuer for hit in hits if hit.filing.issuer))
    periods = [_words_of(period) for period in told.periods]
    if not periods:
        periods = [_words_of(hit.figure.period) for hit in hits[:1] if hit.figure.period]
    labels = [" ".join(hit.figure.label_path) for hit in hits[:1]]
    subject = next((each for each in (", ".join(told.metrics), *labels) if each.strip()), "")
    return Topic(issuers, subject, tuple(each for each in periods if each))


def looks_like_a_question(text: str) -> bool:
    """Whether words in a thread that address nobody can be meant for the bot: people also talk to each other there."""
    return text.rstrip().endswith(("?", "？")) or (_LEAD_IN.match(text) is not None and bool(find_periods(text)))


def _subject(words: Iterable[str]) -> str:
    """The words that say which figure, without those of every question; of "and the year before" nothing is left."""
    kept = (word for each in words for word in _WORD.findall(_NO_SUBJECT.sub(" ", each)))
    return " ".join(word for word in kept if word.casefold() not in _FILLER and not word.isdecimal())


def _with_years(text: str, periods: Sequence[str]) -> str:
    """The text with "the year before" as the year before that of the thread."""
    years = [int(year) for period in periods for year in _YEAR.findall(period)]
    if not years:
        return text
    text = _BEFORE.sub(f" {min(years) - 1} ", text)
    text = _AFTER.sub(f" {max(years) + 1} ", text)
    return " ".join(text.split())


def _words_of(period: Period) -> str:
    """A period as words for a question; relative ones ("last year") would mean another one there."""
    if _YEAR.search(period.text):
        return period.text
    end, start = period.end or "", period.start or ""
    if start[4:] == "-01-01" and end[4:] == "-12-31" and start[:4] == end[:4]:
        return end[:4]
    return f"{start} to {end}" if start and end else end


def _same(one: str, other: str) -> bool:
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())
