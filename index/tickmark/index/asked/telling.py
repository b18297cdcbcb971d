"""Words of asking and of telling around what is asked for: "Could you pull the ...", "I recall that ..."."""

from __future__ import annotations

import re

from tickmark.index.asked.terms import WEAK_CONCEPTS, fillers, or_before
from tickmark.index.words.terms import terms

__all__ = ["leans", "without_asking", "without_telling", "without_told_amount"]

# "Could you pull the ...": whoever asks so wants what follows
_ASKING = re.compile(
    r"^\W*(?:(?:also|and|then|so)\s+)?(?:(?:can|could|would|will|may|might)\s+(?:you|u|someone|anyone|anybody|somebody"
    r"|we|i)\s+)?(?:(?:please|pls|plz|kindly|quickly|just)\s+)*"
    r"(?:(?:pull|dig|look|fish|bring)\s+(?:up|out|for)|(?:pull|grab|fetch|get|find|give|tell|show|send|remind|help|name"
    r"|quote)\s+(?:me|us)(?:\s+(?:with|of|about|out|up))?"
    r"|(?:pull|grab|fetch)(?=\s+(?:the|their|its)\b)"
    r"|(?:i|we)(?:['’](?:d|m|re)|\s+(?:would|am|are|was))?\s*(?:just\s+)?(?:(?:like|want|need|love|wish|have|trying"
    r"|hoping)(?:\s+to\s+\w+(?:\s+out)?)?|after|looking\s+for|wondering(?:\s+about)?|curious(?:\s+about)?)"
    r"|(?:need|want|seeking|wanted|require|looking\s+for|searching\s+for|trying\s+to\s+(?:find|get|see|pin\s+down"
    r"|work\s+out|figure\s+out)|anyone\s+know|(?:do|does)\s+(?:you|anyone|anybody|u)\s+know|any\s+idea)(?:\s+(?:of|on"
    r"|about))?)\s+(?=\S)",
    re.IGNORECASE,
)

_TELLING = re.compile(
    r"^\W*(?:(?:someone|somebody|they|people|a colleague|my \w+|our \w+)\s+(?:told|says?|said|mentioned"
    r"|claims?)(?:\s+(?:to )?(?:me|us))?"
    r"|(?:i|we)\s+(?:\w+\s+)?(?:recall|remember|understand|gather|believe|think|know|heard|read|saw|noticed|see"
    r"|assume))"
    r"(?:\s+(?:that|how)\b)?\s+(?=\S)",
    re.IGNORECASE,
)


# "they say it saves about 30 tonnes a year: how does that split ...": what is known already is not asked for
_TOLD_AMOUNT = re.compile(
    r"(?P<told>\b(?:says?|said|saying|claim(?:s|ed)?|report(?:s|ed)|stat(?:es|ed)|reckons?|put(?:s)?|boast(?:s|ed)?"
    r"|point(?:s|ed) out|tells? us|told us|mention(?:s|ed))\b[^:;?!]{2,90}?)"
    r"\s(?:about|around|roughly|some|nearly|almost|over|more than|approximately|approx\.?|circa|c\.)\s?"
    r"[\d,.]*\d(?:\s?(?:million|billion|thousand|hundred|mn?|bn|k)\b)?(?:\s?(?:tonnes?|tons?|t)\b)?(?:\s+of\b)?"
    r"(?=[^:;?!]{0,90}[:;.!]\s+(?:and\s+|so\s+|but\s+)?(?:how|what|which)\b[^?]*\?)",
    re.IGNORECASE,
)


def without_told_amount(text: str) -> str:
    """A question without the rough amount that somebody is said to have told before it."""
    return or_before(_TOLD_AMOUNT.sub(r"\g<told>", text, count=1), text)


def without_asking(text: str) -> str:
    """A question without the words that only ask ("I would need the ..."); one that is nothing else keeps them."""
    return or_before(_ASKING.sub("", text, count=1), text)


def leans(sentence: str) -> bool:
    """Whether a sentence that asks names nothing itself ("Would you remind me of the percentage drop in 2023?")."""
    asked = _ASKING.sub("", sentence, count=1)
    return all(term in fillers() or term in WEAK_CONCEPTS or term.isdigit() for term in terms(asked))


def without_telling(sentence: str) -> str:
    """A sentence without the words of somebody who tells it: "I recall that revenue fell"."""
    return or_before(_TELLING.sub("", sentence), sentence)
