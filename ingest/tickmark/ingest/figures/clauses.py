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

from tickmark.ingest.figures.numbers import Mention
from tickmark.ingest.figures.references import counted_noun
from tickmark.ingest.markup import SUPERSCRIPTS

__all__ = ["EDGE", "PART_OF", "Told", "tell"]

ONE = Decimal(1)
_MARKS = re.compile(rf"[{SUPERSCRIPTS}]+")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_ASIDE = re.compile(r"\s*[(（][^()（）]{0,200}[)）]")
EDGE = re.compile(
    r"[,;:，；：()（）](?!\d{3}\b)|\b(?:while|whereas|which|of which|in which|including|where|as well as|but)\b",
    re.IGNORECASE,
)
# where another subject begins
_STRONG = re.compile(r"[;；]|\b(?:while|whereas)\b", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:and|or)\s+|[和及与與]", re.IGNORECASE)
_LINKING = re.compile(
    r"(?:\b(?:was|were|is|are|be|been|being|reached|reaching|amounted|amounting|totall?ed|totall?ing|recorded|achieved|stood|to|at|by|of|a|an|the|total"
    r"|approximately|about|around|roughly|nearly|some|only|over|up|down|also|should|shall|will|would|may|can"
    r"|increased|decreased|rose|fell|grew|came|come|higher|lower|than"
    r"|increase|decrease|expected|estimated|projected|has|have|had|with|from|cost|worth|and|or|in)|[(（]|约|約|为|為|达|達)\s*$",
    re.IGNORECASE,
)
# "This year", "By the end of 2023": says when, not what
_ONLY_WHEN = re.compile(
    r"(?:(?:in|during|over|for|by|since|at|as of|throughout|among|within)\s+)?(?:(?:the|this|last|that|current"
    r"|reporting|past|same|end|of|year|first|second"
    r"|third|fourth|them|us)\s+){0,5}(?:year|period|quarter|half|month|them|(?:19|20)\d{2})",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:in|during|for|as|according|by|with|since|to|on|at|upon|under|besides|moreover|furthermore|further|through|via|based"
    r"|after|before|among|of|from|compared|excluding|including|therefore|however|currently|finally|where|which|and|or|but)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:\w+ed|spent|made|sold|built|paid|took|won|gave|used|saving|reducing)$", re.IGNORECASE)
_COMPLETES = re.compile(r"(?:of|in|on|for|into|from|as)\s")
_UNIT = re.compile(r"[^\W\d_]|%")
_LONGEST_LINK = 24  # characters at the end of a clause
_LEANS = re.compile(r"(?:(?:and|or)\s+)?(?:with|having|of)\b", re.IGNORECASE)
_ENDS_OF = re.compile(r"\bof$")
_OPENING = re.compile(r"^(?:and|or|but|with|also|that is|then)\s+", re.IGNORECASE)
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
# a clause that begins with its verb ("saves ...", "distributed ...") has its subject further up
_VERB_FIRST = re.compile(r"^(?:thus |also |then )?[a-z]{3,}(?:es|[^s]s|ed)\s+(?!of\b|for\b|in\b)")
_COMPARED = re.compile(r"(?:against|compared (?:with|to)|versus|vs\.?)\b", re.IGNORECASE)
_PREPOSITIONS = frozenset({"to", "with", "from", "among", "by", "for", "at", "via", "through", "of", "in", "on"})
PART_OF = re.compile(r"\b(?:of|in|among) (?:which|whom|them|these)\b|其中", re.IGNORECASE)
_OPEN = frozenset({"the", "a", "an", "and", "or", "their", "its", "our", "that", "which"})
_HUNG = re.compile(r"\b(?:to|with|from|among|by|for|at|via|through)\s*$", re.IGNORECASE)
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
# "and other costs", "interest and other costs of": the end of a list whose beginning stands before a comma
_LAST_OF_LIST = re.compile(r"\s*(?:[\w-]+\s+)?(?:and|or)\b", re.IGNORECASE)
_HAS_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|be|been|will|shall|can|may|should|would|do|does|did|became|made|took|gave|grew|rose"
    r"|fell|won|built|sold|paid|spent|led|met|ran|began|held|saw|that|which|who|to|[a-z]{3,}ed)\b",
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
_LONGEST_TOPIC, _LONGEST_AFTER, _LONGEST_COMPLEMENT = 16, 14, 7


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


@dataclass(frozen=True, slots=True)
class _Before:
    """The words that lead up to a number: ``listed`` where it only goes on with a list, ``hung`` after a "with"."""

    words: str = ""
    listed: bool = False
    leans: bool = False
    of: bool = False


def _subject(clause: str) -> str:
    """A clause without the linking words at its end and its beginning."""
    while True:
        clause = clause.rstrip()
        linking = _LINKING.search(clause, max(0, len(clause) - _LONGEST_LINK))
        shorter = (clause[: linking.start()] if linking else clause).strip(" ,:;，、")
        if shorter == clause:
            return _OPENING.sub("", clause)
        clause = shorter


def _says(words: str) -> bool:
    """Whether words are more than a single short one."""
    return len(words.split()) >= 2 or _HAN.search(words) is not None


def _listed(own: str, edges: Sequence[int], tail: str) -> str:
    """The whole list that a clause ends: "the fees, interest, and other costs" of "and other costs"."""
    at = len(own) - len(tail)
    for edge in reversed([0, *(e for e in edges if e < at)]):
        part = own[edge:at].strip(" ,")
        if edge and (len(part.split()) > 8 or _ADVERBIAL.match(part) or not part):
            break
        if not edge and (_ADVERBIAL.match(part) or _ONLY_WHEN.fullmatch(part)):
            break
        at = edge
    return own[at:]


def _made(tail: str, listed: bool = False) -> _Before:
    tail = tail.strip()
    return _Before(_subject(tail), listed, _LEANS.match(tail) is not None, _ENDS_OF.search(tail) is not None)


def _before(sentence: str, mentions: Sequence[Mention], index: int) -> _Before:
    """The words of its own clause that lead up to a number; none where it only goes on with a list."""
    mention = mentions[index]
    start = mentions[index - 1].stop if index else 0
    own = _ASIDE.sub(" ", sentence[start : mention.start])
    part = next(iter(reversed(list(PART_OF.finditer(own)))), None) if index else None
    if part and own[: part.start()].strip():
        return _Before(f"{part[0]} {_subject(own[part.end() :].strip(' ,'))}".strip(), leans=True)
    if index:
        return _between(own, mentions[index - 1])
    edges = [m.end() for m in EDGE.finditer(own)]
    tail = next((own[e:] for e in reversed(edges) if _says(own[e:])), own)
    if _LAST_OF_LIST.match(tail) and len(tail.split()) < 8:
        tail = _listed(own, edges, tail)
    elif edges and _LAST_OF_LIST.match(tail) and _long_subject(own, tail):
        tail = own
    found = _made(tail)
    return found if found.words else _made(own)


def _long_subject(own: str, tail: str) -> bool:
    """Whether the end of a list ends the subject: "sales of pans, lids, and knives helped raise 40 for the fund".

    Nothing before it is a verb, then, and nothing is set off that only says when or how.
    """
    before = own[: len(own) - len(tail)]
    return not _ADVERBIAL.match(before.strip()) and not _HAS_VERB.search(before) and not _STRONG.search(before)


def _between(own: str, previous: Mention) -> _Before:
    """The words between two numbers that belong to the second: those after the last edge, "and" or preposition."""
    noun = counted_noun(own) if previous.unit is not None else None
    if noun and own.lstrip().startswith(noun):
        own = own.lstrip()[len(noun) :]
    edges = [m.end() for m in EDGE.finditer(own)]
    joints = [m.end() for m in _JOINT.finditer(own)]
    if not edges and not joints:
        hung = _HUNG.search(own)
        return _Before(hung[0].strip(), leans=True) if hung else _made(own)
    last = own[max([*edges, *joints]) :]
    if not last.strip():
        return _Before(listed=True)
    clause = own[edges[-1] :] if edges else last
    if not edges or _VERB_FIRST.match(last) or re.match(r"(?:an?|the)\s", last):
        clause = last
    if _says(_subject(clause.strip())) or re.fullmatch(r"[a-z]+(?:ed|ing)", _subject(clause.strip())):
        return _made(clause)
    whole = next((own[e:] for e in reversed(edges) if _says(_subject(own[e:].strip()))), "")
    if not whole or _HUNG.search(clause) or re.search(r"\b(?:total|cumulative|average)\b", clause):
        return _made(clause)
    return _made(whole) if len(clause.split()) < 2 and not _subject(clause.strip()) else _made(clause)


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
        joints = [m.start() for m in _JOINT.finditer(after)]
        after = _subject(after[: joints[-1]] if joints else _HUNG.sub("", after))
    return " ".join(after.strip(" .;").split()[:_LONGEST_AFTER])


def _topic(sentence: str, stop: int) -> str:
    """What a clause without a subject is about: the first part of the sentence, as far as it is no adverbial."""
    start = max((m.end() for m in _STRONG.finditer(sentence, 0, stop)), default=0)
    for part in EDGE.split(_ASIDE.sub(" ", sentence[start:stop])):
        words = part.split()
        if not _says(part) or _ADVERBIAL.match(part.strip()) or _ONLY_WHEN.fullmatch(part.strip()):
            continue
        return _subject(" ".join(words[:_LONGEST_TOPIC]))
    return ""


def _own(sentence: str, mentions: Sequence[Mention], index: int, before: _Before) -> str:
    """The words before a number, completed by what it counts or is a share of, or by what follows it."""
    mention, words = mentions[index], before.words
    printed_unit = mention.scale == ONE and _UNIT.search(sentence, mention.core[1], mention.stop) is not None
    noun = None if printed_unit else counted_noun(sentence[mention.stop : mention.stop + 80], mention.number == ONE)
    after = _after(sentence, mentions, index)
    part = after.startswith("of ")
    if mention.unit == "%" and _COMPLETES.match(after):
        return f"{words} {'% ' if part and words else ''}{after}"
    among = _among(sentence, mentions, index)
    if noun:
        return f"{words} {noun}{_complement(after.removeprefix(noun)) or among}"
    if among and words:
        return f"{words}{among}"
    headed = _HEADED.search(sentence, max(0, mention.start - _LONGEST_LINK), mention.start) or _TAKES.search(words)
    if mention.unit is not None and after and headed and not _NO_HEAD.match(after):
        return f"{words} {after}"  # "a 70 % cut in energy use", "the 3 MW plant at the harbour"
    if _COMPLETES.match(after) and (part or _DONE.search(words)):
        return f"{words} {after.removeprefix('of ') if words and not before.of else after}"
    is_part = _IS.match(after) if PART_OF.fullmatch(words) else None
    if is_part:
        return f"{words} {after[is_part.end() :]}"  # "of which 40 were looms"
    if after and not _says(words):
        return f"{words} {after}"
    return words


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
    if not found or _ONLY_WHEN.fullmatch(found[0].strip()):
        return ""
    words = found[0].split()[:_LONGEST_COMPLEMENT]
    while words and words[-1].lower() in _PREPOSITIONS | _OPEN:
        words.pop()
    return " ".join(["", *words])


def _clean(words: str) -> str:
    return " ".join(_MARKS.sub("", words).split()).strip(" (")


def tell(sentence: str, mentions: Sequence[Mention], index: int, previous: Told) -> Told:
    """What the number at ``index`` measures, read off its own clause and the clauses before it (``previous``)."""
    before = _before(sentence, mentions, index)
    if _ONLY_WHEN.fullmatch(before.words):
        before = _Before(listed=before.listed)
    own = _clean(_own(sentence, mentions, index, before).strip())
    goes_on = index > 0 and not _STRONG.search(sentence, mentions[index - 1].stop, mentions[index].start)
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
        head, topic = _clean(_topic(sentence, mentions[index].start)), True
    governor = (_clean(before.words) if _says(before.words) and not before.leans else "") or head
    verb = _VERB_FIRST.match(own) is not None
    leans = before.leans or before.listed or _DEPENDENT.match(own) or _SHARE.match(own) or not before.words
    leans = leans or (len(own.split()) < 4 and not _HAN.search(own)) or (verb and topic)
    if not leans or not head or own.startswith(head):
        path = (own or head,) if own or head else ()
        return Told(path, path, governor)
    path = (head, own) if own and own != head else (head,)
    base = previous.base if before.listed and previous.base else path
    return Told(path, base, previous.governor if goes_on and not before.listed else head, topic)
