"""What a number of a sentence is: the words of its own clause, and the words that this clause leans on.

"The firm covers 3 schools, 21 clinics and 9 labs, up 4 %": each number has words of its own ("clinics", "up") and a
governing clause that it shares with its neighbours ("The firm covers"). A label path holds both, outermost first, so
that a question can be compared with what is said of this number before it is compared with the whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tickmark.ingest.figures.clause_words import (
    ADVERBIAL,
    ASIDE,
    EDGE,
    HAN,
    HUNG,
    JOINT,
    LONGEST_LINK,
    ONLY_WHEN,
    PART_OF,
    STRONG,
    VERB_FIRST,
    says,
    subject,
)
from tickmark.ingest.figures.lead_up import LeadUp, lead_up
from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.references import counted_noun
from tickmark.ingest.markup import SUPERSCRIPTS

__all__ = ["Told", "tell"]

ONE = Decimal(1)
_MARKS = re.compile(rf"[{SUPERSCRIPTS}]+")
_DONE = re.compile(r"\b(?:\w+ed|spent|made|sold|built|paid|took|won|gave|used|saving|reducing)$", re.IGNORECASE)
_COMPLETES = re.compile(r"(?:of|in|on|for|into|from|as)\s")
_UNIT = re.compile(r"[^\W\d_]|%")
# a change of the number before it: "up 5 %", "(a year-on-year increase of 9 %)"
_CHANGE = re.compile(
    r"^(?:up\b|down\b|(?:representing |with )?(?:an? )?(?:year-on-year|increase|decrease|rise|fall|drop)"
    r"|(?:in|de)creas(?:ing|ed) by|同比)",
    re.IGNORECASE,
)
# a share of the number before it, or the same in other units
_SHARE = re.compile(r"^(?:account|represent|equal|equivalent|for %|or\b|占|佔)", re.IGNORECASE)
_DEPENDENT = re.compile(
    r"^(?:up\b|down\b|of\b|to\b|with\b|from\b|among\b|a year-on-year|year-on-year"
    r"|an? (?:increase|decrease|rise|fall)|[a-z]+ing\b|[a-z]+ed (?:by|to|as)\b|其中|同比)",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?:against|compared (?:with|to)|versus|vs\.?)\b", re.IGNORECASE)
_PREPOSITIONS = frozenset({"to", "with", "from", "among", "by", "for", "at", "via", "through", "of", "in", "on"})
_OPEN = frozenset({"the", "a", "an", "and", "or", "their", "its", "our", "that", "which"})
_HEADED = re.compile(r"\b(?:an?|the|its|our|their)\s+(?:(?:further|total|additional|mere|full)\s+)?$", re.IGNORECASE)
# "reducing 3 kg carbon per coat": the thing follows its measure
_TAKES = re.compile(
    r"\b(?:reduc|sav|us|produc|consum|recycl|emit|generat|treat|avoid|releas|cut|discharg)(?:t?ing|t?ed|es|e|s)$",
    re.IGNORECASE,
)
_NO_HEAD = re.compile(
    r"(?:of|in|on|to|from|by|with|for|at|as|per|than|was|were|is|are|has|have|had|and|or|while|during|over|under|since"
    r"|compared|year-on-year)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"(?:were|was|are|is)\s+(?!\w+(?:ed|ing)\b|in\b|at\b|on\b|due\b|to\b|not\b)", re.IGNORECASE)
_AMONG = re.compile(r"^(?:\s[\w-]+){0,3}\s(from|across|among|in)\s*$")
# what completes a counted noun: "colleges" "and universities", "sessions" "on quality awareness"
_GOES_WITH = re.compile(
    r"^(?:\s+(?:and|or)\s+[a-z-]{3,}s\b)?(?:\s+(?:for|on|of|in|with|at|from|against)\s+(?!(?:19|20)\d\d)[\w'’&/ -]+)?"
)
# "of strategic, key and other customers": one phrase in spite of its commas
_OF_SEVERAL = re.compile(r"\s*of(?: the| our| its)? [a-z-]+(?:, [a-z-]+)+,? and [a-z-]+(?: [a-z-]+s\b)?")
# "there were 33 mills that run at night": what is said of the things stands behind them
_THERE = re.compile(r"\bthere$", re.IGNORECASE)
_LONGEST_TOPIC, _LONGEST_AFTER, _LONGEST_COMPLEMENT, _LONGEST_SAID = 16, 14, 7, 10


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one number: its label path, outermost first.

    ``base`` is the path that a share or change printed after it leans on, ``governor`` the clause that the
    members of a list share, ``topic`` whether the path begins with words that say nothing of this number alone.
    """

    path: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    governor: str = ""
    topic: bool = False


def _after(sentence: str, mentions: Sequence[Mention], index: int) -> str:
    """What is said of a number after it, up to the end of its clause or the next number."""
    mention = mentions[index]
    stop = min(len(sentence), mention.stop + 160)
    cut = index + 1 < len(mentions) and mentions[index + 1].start < stop
    after = sentence[mention.stop : mentions[index + 1].start if cut else stop]
    edge = EDGE.search(after)
    several = _OF_SEVERAL.match(after)
    if several:
        after = several[0]
    elif edge:
        after = after[: edge.start()]
    elif cut:
        joints = [m.start() for m in JOINT.finditer(after)]
        after = subject(after[: joints[-1]] if joints else HUNG.sub("", after))
    return " ".join(after.strip(" .;").split()[:_LONGEST_AFTER])


def _topic(sentence: str, stop: int) -> str:
    """What a clause without a subject is about: the first part of the sentence, as far as it is no adverbial."""
    start = max((m.end() for m in STRONG.finditer(sentence, 0, stop)), default=0)
    for part in EDGE.split(ASIDE.sub(" ", sentence[start:stop])):
        words = part.split()
        if not says(part) or ADVERBIAL.match(part.strip()) or ONLY_WHEN.fullmatch(part.strip()):
            continue
        return subject(" ".join(words[:_LONGEST_TOPIC]))
    return ""


def _own(sentence: str, mentions: Sequence[Mention], index: int, before: LeadUp) -> str:
    """The words before a number, completed by what it counts or is a share of, or by what follows it."""
    mention, words = mentions[index], before.words
    printed_unit = mention.scale == ONE and _UNIT.search(sentence, mention.core[1], mention.stop) is not None
    noun = None if printed_unit else counted_noun(sentence[mention.stop : mention.stop + 80], mention.number == ONE)
    after = _after(sentence, mentions, index)
    part = after.startswith("of ")
    if mention.unit == "%" and _COMPLETES.match(after):
        return f"{words} {'% ' if part and words else ''}{after}"
    among = _among(sentence, mentions, index)
    counted = noun or (mention.unit if printed_unit and mention.unit != "%" and mention.currency is None else None)
    if counted and _THERE.search(words):
        return _there_are(words, counted, after.removeprefix(noun or ""))
    if noun:
        return f"{words} {noun}{_complement(after.removeprefix(noun)) or among}"
    if among and words:
        return f"{words}{among}"
    headed = _HEADED.search(sentence, max(0, mention.start - LONGEST_LINK), mention.start) or _TAKES.search(words)
    if mention.unit is not None and after and headed and not _NO_HEAD.match(after):
        return f"{words} {after}"  # "a 70 % cut in energy use", "the 3 MW plant at the harbour"
    if _COMPLETES.match(after) and (part or _DONE.search(words)):
        return f"{words} {after.removeprefix('of ') if words and not before.of else after}"
    is_part = _IS.match(after) if PART_OF.fullmatch(words) else None
    if is_part:
        return f"{words} {after[is_part.end() :]}"  # "of which 40 were looms"
    if after and not says(words):
        return f"{words} {after}"
    return words


def _there_are(words: str, counted: str, after: str) -> str:
    """What "there were 33 patients who left early" counts: "patients who left early", without "there"."""
    where = _THERE.sub("", words).strip()
    return " ".join(["" if ONLY_WHEN.fullmatch(where) else where, counted, *after.split()[:_LONGEST_SAID]])


def _among(sentence: str, mentions: Sequence[Mention], index: int) -> str:
    """Where the counted things are, in numbers of their own: "hired 40 people from 3 towns" gives "from towns"."""
    if index + 1 == len(mentions):
        return ""
    following = mentions[index + 1]
    found = _AMONG.search(sentence[mentions[index].stop : following.start])
    noun = counted_noun(sentence[following.stop : following.stop + 80]) if found else None
    return f" {found[1]} {noun}" if found and noun else ""


def _complement(after: str) -> str:
    """What goes with a counted noun: "drills" "for chemical leaks"; not when it was."""
    found = _GOES_WITH.match(after)
    if not found or ONLY_WHEN.fullmatch(found[0].strip()):
        return ""
    words = found[0].split()[:_LONGEST_COMPLEMENT]
    while words and words[-1].lower() in _PREPOSITIONS | _OPEN:
        words.pop()
    return " ".join(["", *words])


def _clean(words: str) -> str:
    return " ".join(_MARKS.sub("", words).split()).strip(" (")


def tell(sentence: str, mentions: Sequence[Mention], index: int, previous: Told) -> Told:
    """What the number at ``index`` measures, read off its own clause and the clauses before it (``previous``)."""
    before = lead_up(sentence, mentions, index)
    if ONLY_WHEN.fullmatch(before.words):
        before = LeadUp(listed=before.listed)
    own = _clean(_own(sentence, mentions, index, before).strip())
    goes_on = index > 0 and not STRONG.search(sentence, mentions[index - 1].stop, mentions[index].start)
    if goes_on and _CHANGE.match(own) and previous.base:
        return Told((*previous.base[-2:], own), previous.base, previous.governor, previous.topic)
    if own.casefold() in _PREPOSITIONS or (goes_on and _COMPARED.match(own)):
        own = ""
    if goes_on and not own and previous.base:  # "rose 9 % to 427", "against 35 the year before": the same once more
        return Told(previous.base, previous.base, previous.governor, previous.topic)
    share = mentions[index].unit == "%" and not before.words and own.startswith("of ")
    if goes_on and (share or _SHARE.match(own) or PART_OF.match(own)) and previous.base:
        path = (*previous.base[-2:], own)
        return Told(path, path, previous.governor, previous.topic)
    if goes_on:
        head, topic = (previous.governor, True) if before.listed else (next(iter(previous.base), ""), previous.topic)
    else:
        head, topic = _THERE.sub("", _clean(_topic(sentence, mentions[index].start))).strip(), True
    governor = (_clean(before.words) if says(before.words) and not before.leans else "") or head
    verb = VERB_FIRST.match(own) is not None
    leans = before.leans or before.listed or _DEPENDENT.match(own) or _SHARE.match(own) or not before.words
    leans = leans or (len(own.split()) < 4 and not HAN.search(own)) or (verb and topic)
    if not leans or not head or own.startswith(head):
        path = (own or head,) if own or head else ()
        return Told(path, path, governor)
    path = (head, own) if own and own != head else (head,)
    base = previous.base if before.listed and previous.base else path
    return Told(path, base, previous.governor if goes_on and not before.listed else head, topic)
