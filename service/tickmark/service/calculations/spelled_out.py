"""Turns of a question that put the things to be reckoned with in another order or place than plain sides have.

"Winners' bonus: how much for each winner", "how many more than B does A have", "(against + abstained)", 人均.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from tickmark.service.calculations.dividing import PER

__all__ = ["SpelledOut", "spelled_out"]


class SpelledOut(NamedTuple):
    """An operation and its operands; ``whole`` where each is said in full, and has nothing to have from the other."""

    kind: Literal["difference", "sum", "times", "per"]
    sides: tuple[str, ...]
    whole: bool = True


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# "how much did each winner get, on average": what there is of it, for each of them
_EACH_GETS: Final = _of(
    r"\bhow\s+(?:much|many)\s+(?P<what>(?:[\w&-]+\s+){1,4}?)(?:did|does|do|would|has|have|had|was|were)\s+(?:each"
    r"|every)\s+(?P<kind>(?:[a-z-]+\s+){0,2}?)(?P<who>person|employee|worker"
    r"|staff\s+member|recipient|winner|participant|awardee|beneficiary|family|household|student|graduate|volunteer"
    r"|trainee|researcher|scientist|engineer|shareholder|holder)"
    r"(?P<which>(?:\s+(?!(?:get|receive|win|have)\b)[\w&'’-]+){0,14}?)\s+"
    r"(?:(?:get|got|gets|receive|received)(?=\s+(?:vested|granted|awarded|paid|allotted)\b)|get|got|gets|receive|received|take\s+home|takes?\s+away|pocket|win|have|had|given|awarded|granted|paid|earn"
    r"|generate|bring\s+in|contribute|produce|account\s+for|stand\s+for|cost)(?=\W*$|\s+(?:(?:vested|granted|awarded|paid|allotted)|in|on|for|from|out\s+of|at|by|during|last|that)\b)"
)
_DIVIDES: Final = _of(PER)
_TOPIC: Final = _of(r"^(?P<topic>[^?:,;]{3,90}?)(?:\s*:|\s+[-–—])\s+(?P<asks>(?:how|what|which|votes|shares)\b.+)$")
# what is counted both above and below: so many of these for each of those
_COUNTED: Final = _of(r"\b(?:vote|share)s?\b")
_MORE_THAN: Final = _of(
    r"\b(?:by\s+)?how\s+(?:much|many)\s+(?:more|fewer|less|higher|lower|larger|bigger"
    r"|greater)\s+(?P<what>(?:[\w-]+\s+){0,4}?)than\s+"
    r"(?P<b>[^,;:?]{2,60}?)\s+(?:did|does|do|had|has|have)\s+(?P<a>[^,;:?]{2,140})$"
)
_FEWER: Final = _of(r"\bhow\s+(?:much|many)\s+(?:fewer|less|lower)\b")
_TOLD_WHEN: Final = _of(r"\s+when\s.*$")  # an event that only says which day is meant
_DOES: Final = _of(
    r"\b(?:hold|held|have|had|own|cast|gets?|got|receiv|use|emit|make|made|sell|sold|produc|spen[dt]|pa(?:y|id)|los[et]"
    r"|record|report|generat"
    r"|consum|hire|employ|pledg|earn|donat|buy|bought|treat|train)\w*\b.*$"
)
# "votes not in favour (against plus abstained) on ...": the ways to vote that are to be added
_WAY: Final = r"(?:against|abstain(?:ed|ing|s)?|abstentions?|abstained|withheld|invalid|for|in\s+favou?r)"
_IN_BRACKETS: Final = _of(
    rf"^(?P<what>[^()]{{3,90}}?)\s*\(\s*(?P<a>{_WAY})(?:\s+plus\s+|\s*\+\s*"
    rf"|\s+and\s+)(?P<b>{_WAY})(?:\s+votes)?\s*\)(?P<more>[^()]*)$"
)
_VOTES_LEAD: Final = _of(
    r"(?<!\w)(?:not|non)[-\s](?:cast[-\s])?(?:in[-\s]favou?r(?:\s+of)?|for|supporting)\b|\b(?:total|combined|dissenting"
    r"|opposing|cast|number\s+of|how\s+many|the)\b"
    r"|\b(?:that\s+)?(?:were|was|are|is)\b"
)
# "second motion: margin of for over against, votes"
_MARGIN: Final = _of(
    rf"^(?P<what>[^?]{{3,120}}?)[\s:,;–-]+(?:the\s+)?(?:margin|lead|majority|excess|surplus)\s+of\s+(?:the\s+)?(?P<a>{_WAY})"
    rf"(?:\s+votes)?\s+over\s+(?:the\s+)?(?P<b>{_WAY})(?:\s*[,(]?\s*(?:in\s+)?(?:number\s+of\s+)?votes\)?)?$"
)
# "how many more for than against votes did the second motion get"
_MORE_VOTES: Final = _of(
    rf"^how\s+many\s+more\s+(?:votes\s+)?(?P<a>{_WAY}|yes|aye)s?(?:\s+votes)?\s+than\s+(?P<b>{_WAY}|no|nay)e?s?(?:\s+votes)?\s+"
    r"(?:did|were\s+(?:there\s+)?(?:cast\s+)?(?:on|for)|had|on|for)\s+(?P<what>[^?]{3,120}?)(?:\s+(?:get|have|receive|draw|attract)\b)?"
    r"(?P<more>\s+at\s+[^?]+)?$"
)
_BELOW: Final = _of(rf"^(?P<way>(?:votes?|shares?)\s+{_WAY})\b[\s,]*(?:(?:on|for|at|to|of)\s+)?(?P<topic>.*)$")
# "for every vote against, how many were in favour": so many of these for each of those
_FOR_EACH: Final = _of(
    r"^for\s+(?:each|every)\s+(?:single\s+|one\s+)?(?P<below>(?P<noun>[a-z]+)\b[^,?]{0,110}?),\s*how\s+(?:many"
    r"|much)\s+(?P<above>[^,?]{3,110}?)"
    r"(?:\s+(?:is|are|was|were)\s+(?:there|cast|made|earned|spent|used|employed))?$"
)
_BEING: Final = _of(r"^(?:is|are|was|were|went|voted)\s+")
# "total team and individual prizes": the noun is that of both
_TOTAL_OF_BOTH: Final = _of(
    r"^(?:the\s+)?(?:total|combined)\s+(?:number\s+of\s+)?(?P<a>[a-z]+)\s+(?:and|&"
    r"|\+)\s+(?P<b>[a-z]+)\s+(?P<noun>[a-z]+s)(?:\s+in)?$"
)
# "total number of badges handed out to crews and to single workers"
_TOTAL_TO_BOTH: Final = _of(
    r"^(?:the\s+)?(?:total|combined)\s+(?:number\s+of\s+)?(?P<noun>[a-z]+s)\s+(?:[a-z]+\s+){0,2}?(?:to|for|by)\s+(?:both\s+)?"
    r"(?P<a>[a-z]+?)s?\s+and\s+(?:(?:to|for|by)\s+)?(?P<b>[a-z]+?)s?(?:\s+of\s+[a-z]+)?(?:\s+in)?$"
)
_LEFT_BEHIND: Final = _of(r"\s+(?:in|for|at|on|during|of|as)$")
# what there is of it for each head; the staff are counted unless others are named before it
_A_HEAD: Final = re.compile(
    r"^(?:全体|全體|公司|集团|集團)?(?:员工|員工|职工|職工)?(?:平均)?人均(?P<what>[^?？(（,，]{2,40})"
)
_ASKS: Final = re.compile(r"(?:大概|大约|约|分别|分別)?(?:是|为|為|有|达|達)?(?:多少|几|幾)[\u4e00-\u9fff]{0,3}$")
_STAFF: Final = "员工总数"
# "奖学金平均每位获奖学生拿到多少": what each of them got of it
_EACH_ONE_GETS: Final = re.compile(
    r"^(?P<topic>[^,，?？]{2,30}?)(?:中|里|裡)?[,，]?(?:平均)?每[一]?[位名个個人](?P<who>[^,，?？]{2,12}?)(?:平均)?(?:可以|可)?(?:拿|得|获|獲|领|領"
    r"|分)(?:到|得)?(?:了)?"
    r"(?:多少|[几幾])(?P<what>[^,，?？（(]{0,10})"
)
# "每名研究人员对应的经费", "创新奖人均奖金": what there is of it for each of those
_EACH_HAS_ZH: Final = re.compile(
    r"^(?:平均)?每一?[名位个個](?P<who>[^,，?？的]{1,14}?)(?:所|平均)*(?:对应|對應|分[摊攤]到?|[摊攤]到|[占佔]有?|背后|背後|拥有|擁有|创造|創造|获得|獲得|得到)?的"
    r"(?P<what>[^,，?？]{2,20})"
)
_A_HEAD_OF_ZH: Final = re.compile(r"^(?P<topic>[^,，?？]{2,20}?[奖獎员員生者户戶])的?人均(?P<what>[^?？(（,，]{2,40})")
# "一号议案的赞成票是反对票的几倍", "赞成票比反对票多多少": both of the same motion
_WAY_ZH: Final = "(?:赞成|反对|弃权|同意)"
_WAYS_ZH: Final = re.compile(
    rf"^(?P<topic>[^?？，,]{{2,40}}?)的?(?P<a>{_WAY_ZH})票?数?(?:是|为|比|与|和|跟)(?P<b>{_WAY_ZH})票?数?的?"
    r"(?:(?P<times>(?:多少|几)倍)|(?:相?差|[多少高低]出?了?|之差|差距)[^倍]*)"
)
_AWARD_ZH: Final = re.compile(r"[奖獎](?:项|項|励|勵)?$")
_WINNERS_ZH: Final = re.compile(r"[获獲得中受][奖獎](?:者|人[员員]?|[员員]工|[职職]工|[个個]人)?")


def spelled_out(text: str) -> Iterator[SpelledOut]:
    """What is to be reckoned with what, the surest first; the sides are worded as the question does."""
    yield from _votes_apart(text)
    if each := _EACH_GETS.search(text):
        rest = f"{text[: each.start()]} {each['what']} {each['which']} {text[each.end() :]}".replace("roughly", " ")
        counted = f"number of {each['kind']}{each['who']}s" if each["kind"] else each["who"]
        yield SpelledOut("per", (rest, f"{counted}{each['which']}"), whole=False)
    if each := _EACH_ONE_GETS.match(text):
        yield SpelledOut("per", (f"{each['topic']}{each['what']}", _people(each["topic"], each["who"])))
    if each := _FOR_EACH.match(text):
        yield _for_each(each)
    if both := _TOTAL_OF_BOTH.match(text) or _TOTAL_TO_BOTH.match(text):
        yield SpelledOut("sum", (f"{both['a']} {both['noun']}", f"{both['b']} {both['noun']}"))
    if quotient := _quotient(text):
        yield quotient
    if (more := _MORE_THAN.search(text)) and (sides := _of_each_side(more)):
        yield SpelledOut("difference", sides[::-1] if _FEWER.search(text) else sides)
    if listed := _listed(text):
        yield SpelledOut("sum", listed)
    if (each := _EACH_HAS_ZH.match(text)) and (what := _ASKS.sub("", each["what"])):
        yield SpelledOut("per", (what, f"{each['who']}人数"))
    if (head := _A_HEAD_OF_ZH.match(text)) and (what := _ASKS.sub("", head["what"])):
        yield SpelledOut("per", (f"{head['topic']}{what}", _people(head["topic"], "人")))
    if (head := _A_HEAD.match(text)) and (what := _ASKS.sub("", head["what"])):
        yield SpelledOut("per", (what, _STAFF))


def _votes_apart(text: str) -> Iterator[SpelledOut]:
    """Two ways to vote on one motion that are set against each other."""
    if votes := _MORE_VOTES.match(text):
        what = f"{votes['what']}{votes['more'] or ''}"
        yield SpelledOut("difference", (f"votes for {what}", f"votes against {what}"))
    if margin := _MARGIN.match(text):
        yield SpelledOut("difference", tuple(f"votes {margin[way]} {margin['what']}" for way in "ab"))
    if ways := _WAYS_ZH.match(text):
        yield SpelledOut("times" if ways["times"] else "difference", tuple(f"{ways['topic']}{ways[w]}票" for w in "ab"))


def _people(topic: str, who: str) -> str:
    """Who gets something of it: whoever wins an award need not be of the staff."""
    won = _WINNERS_ZH.fullmatch(who) is not None or (who == "人" and _AWARD_ZH.search(topic) is not None)
    return f"number of people awarded {topic}" if won else f"{topic}{who}数" if who == "人" else f"{topic}{who}人数"


def _for_each(found: re.Match[str]) -> SpelledOut:
    """What there is for each of something; what is not named again is of the same kind ("how many were in favour")."""
    above, below = found["above"], found["below"]
    if _BEING.match(above):
        above = f"{found['noun']}s {_BEING.sub('', above)}"
    alike = _COUNTED.match(below) is not None and _COUNTED.match(above) is not None
    if alike and (voted := _BELOW.match(below)) and voted["topic"]:
        above = f"{above}, {voted['topic']}"
    return SpelledOut("times" if alike else "per", (above, below))


def _without_when(side: str) -> str:
    """A side without the preposition that a time left behind."""
    return _LEFT_BEHIND.sub("", side.strip())


def _quotient(text: str) -> SpelledOut | None:
    """What is divided by what where the topic of both stands before, or where both are counted alike."""
    led = _TOPIC.match(text)
    asks = led["asks"] if led else text
    found = _DIVIDES.search(asks)
    if found is None or not asks[: found.start()].strip() or not asks[found.end() :].strip():
        return None
    above, below = asks[: found.start()], asks[found.end() :]
    alike = _COUNTED.search(above) is not None and _COUNTED.search(below) is not None
    below = _without_when(below)
    topic = led["topic"] if led else ""
    if alike and (voted := _BELOW.match(below)) and voted["topic"]:
        below, topic = voted["way"], f"{topic} {voted['topic']}".strip()
    if not topic:
        return SpelledOut("times", (above, below), whole=False) if alike else None
    return SpelledOut("times" if alike else "per", (f"{above.strip()}, {topic}", f"{below}, {topic}"))


def _of_each_side(found: re.Match[str]) -> tuple[str, ...]:
    """Both sides of "how many more than B does A have", each with what is counted and what is said of both."""
    first = _TOLD_WHEN.sub("", found["a"])
    said = _DOES.search(first)
    if said is None:
        return ()
    return f"{found['what']}{first}", f"{found['what']}{found['b']} {said[0]}"


def _listed(text: str) -> tuple[str, ...]:
    """The ways to vote that brackets say are to be added, each with all else that is said of the votes."""
    found = _IN_BRACKETS.match(text)
    if found is None or not _COUNTED.search(found["what"]):
        return ()
    topic = re.sub(r"\s+", " ", _COUNTED.sub(" ", _VOTES_LEAD.sub(" ", found["what"]))).strip()
    return tuple(f"votes {found[way]} {topic} {found['more'].strip()}".strip() for way in "ab")
