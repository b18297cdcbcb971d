"""What a question asks to be worked out of which things: an operation, and each of its operands as a phrase.

The words for an operation are few. Where they stand, or at the word that sets two things against each other ("than",
"to", "versus"), the question is cut, and each side is a question for one figure. What a side leaves out ("that for the
other motion", "men than women were hired") it has from the other one. Whether there are such figures, and whether they
belong together, is for :mod:`tickmark.service.planned`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from tickmark.index.asked_terms import UNITS

__all__ = ["Operation", "Plan", "plans"]

Operation = Literal["difference", "sum", "times", "ratio", "share", "rest", "per"]


class Plan(NamedTuple):
    """An operation and its operands, each with the phrases that may word it, the likeliest first.

    A share is of the first in the second; a rest is the first less the second.
    """

    kind: Operation
    operands: tuple[tuple[str, ...], ...]


class _Words(NamedTuple):
    """The words of an operation, and those that stand between its operands, the surest first.

    ``cuts``: the cue itself may stand between them.
    """

    kind: Operation
    cue: re.Pattern[str]
    between: tuple[re.Pattern[str], ...] = ()
    cuts: bool = True


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_MORE: Final = (
    r"(?:(?<!\bor )(?<!\band )(?:more|fewer|less|higher|lower|larger|greater|bigger|smaller|longer|shorter|older"
    r"|younger|better|worse|above|below))"
)
_LESS: Final = _of(r"\b(?:fewer|less|lower|smaller|shorter|below|younger)\b(?=.*\bthan\b)")
_BE: Final = r"(?:is|are|was|were|did|does|do|has|have|had|would|could|can)"
_PART: Final = r"(?:percentage|percent|per\s?cent|pct|%|share|proportion|portion|fraction|part|slice|chunk|cut|piece)"
_GAP: Final = r"(?:difference|gap|spread|distance)"
_GO: Final = (
    r"(?:(?:sits?|sat|lies?|lay|rests?|belong(?:s|ed)?|went|goes|comes?|came|stem(?:s|med)?"
    r"|(?:(?:is|are|was|were)\s+)?(?:held|owned|used|made|spent|taken|contributed|consumed|employed|based|located|funded"
    r"|generated))\s+(?:up\s+)?(?:in|with|by|on|to|from|of|at|into))"
)
_AS_MUCH: Final = r"(?:many|much|high|large|big|great|long|old)"
_AND: Final = _of(r"\band\b|\bor\b|[与與和跟]")
_OPERATIONS: Final = (
    _Words(
        "times",
        _of(
            rf"\bhow\s+many\s+times(?:\s+over)?(?=.*\w)|\b(?:as\s+an?|what)\s+multiple\s+of\b|\btimes\s+as\s+{_AS_MUCH}\b"
            r"|(?:多少|几|幾)倍"
        ),
        (
            _of(rf"\b(?:cover(?:s|ed)?|exceed(?:s|ed)?|outnumber(?:s|ed)?|the\s+size\s+of|than)\b|\bas\s+{_AS_MUCH}\s+as\b"),
            _of(rf"\bas(?!\s+{_AS_MUCH}\b)\b|是"),
            _of(rf"\b{_BE}\b"),
        ),
    ),
    _Words("ratio", _of(r"(?<=\w)\s*[/÷]\s*(?=\w[^()]*\)$)|(?<=\w)\s+over\s+(?=\w[^()]*\)$)")),
    _Words("ratio", _of(r"\bdivided\s+by\b")),
    _Words("ratio", _of(r"\bratio\b(?:\s+(?:of|between))?|\brelative\s+to\b"), (_of(r"\bto\b"), _AND), cuts=False),
    _Words(
        "rest",
        _of(
            r"(?<![,;:(–-])(?<![,;:(–-]\s)\b(?<!and\s)(?<!but\s)(?:not|never|without|w/o|other\s+than|apart\s+from|aside\s+from|except(?:\s+for)?|excluding|outside(?:\s+of)?)\b"
            r"|\b(?:leaving|setting|putting|taking)(?=\s.+\b(?:aside|out|away)\b)|\bfree\s+(?:of|from)\b(?:\s+any\b)?"
            r"|\b(?:un|non-?)(?=(?:pledg|encumber|restrict|mortgag|hedg|secur|vest)\w*)"
        ),
    ),
    _Words(
        "share",
        _of(
            rf"\b(?:what|which|how\s+(?:big|large|great|high)(?:\s+of)?\s+an?)\s+{_PART}\s+of\b|\bas\s+(?:an?\s+)?{_PART}\s+(?:of|in)\b"
            rf"|['’]s?\s+{_PART}\s+(?:of|in)\b|\b(?:what|which)\s+{_PART}(?!\w)|\bhow\s+much\s+of\b|[占佔]"
        ),
        (_of(rf"\b{_GO}(?=\W)"), _of(rf"\b{_BE}\b"), _of(r"\bin\b")),
    ),
    _Words(
        "difference",
        _of(
            rf"\b(?:by\s+)?how\s+(?:much|many|far|wide|big)\b(?=.*\b(?:{_MORE}|{_GAP}|exceed\w*|outnumber\w*)\b)"
            rf"|\b{_GAP}(?:\s+(?:in|of|between))?\b|\bminus\b|\bless\b(?!\s+than)"
            r"|[比较](?=.+(?:多|高|少|低|大|小)(?:出|了)?(?:多少|几|幾))|相差|差[额額距值]"
        ),
        (
            _of(r"\bthan\b|\bminus\b|\bless\b(?!\s+than)|[比较](?=.+(?:多|高|少|低|大|小)(?:出|了)?(?:多少|几|幾))"),
            _of(r"\b(?:versus|vs\.?|against|compared\s+(?:with|to))(?=\s)|\b(?:exceed(?:s|ed)?|outnumber(?:s|ed)?)\b"),
            _AND,
        ),
        cuts=False,
    ),
    _Words(
        "sum",
        _of(
            r"\b(?:(?:put\s+|taken\s+)?together|add(?:ing|ed)?(?:\s+up)?|sum(?:med|ming)?(?:\s+up)?|combined|altogether|jointly|in\s+(?:total|all))\b"
            r"(?:\s+of\b)?|合[计計]|共[计計]|加起[来來]|之和|[总總]和|相加"
        ),
        (_of(r"\band\b|\bplus\b|\s\+\s|[和与與及]"),),
        cuts=False,
    ),
    _Words("per", _of(r"\bdivided\s+by\b|\bspread\s+over\b")),
    _Words(
        "per",
        _of(
            r"\b(?:per|for\s+(?:each|every))\b(?!\s?cent|\s+(?:annum|year|month|quarter|share)\b)"
            r"|(?:平均)?每(?!年|月|日|股)[一个個宗次名位件家]?"
        ),
        (_of(r"(?=损失|有|用|花|耗|产|培训|接受|获|捐|缴)"),),
    ),
)  # fmt: skip
# what only says that two things are compared, in what the outcome is told, or how it is to be worked out
_AROUND: Final = _of(
    rf"\b(?:where|what)\b[^,;:?]*\b(?:{_GAP}|{_MORE})\b|\bhow\s+(?:much|many|far|wide|big)\b|\b{_GAP}\b"
    r"|\b(?:percentage\s+)?points?\b|\b(?:the\s+)?(?:average|avg|mean)\b(?:\s+(?:number|amount|length|size))?(?:\s+(?:of|in))?"
    r"|\bbetween\b|\bboth\b|\baside\b|\bthe\s+rest\s+of\b|\b(?:work|worked|working)\s+out\b|\b(?:could|can)\s+you\b"
    rf"|\b(?:what|which)(?:\s+{_BE}|['’]s)\b|百分之[几幾]|多少|[几幾]成|的?(?:比例|比重|百分比)|(?<=[占佔])?当[年期](?=[总總])|是(?:多少)?$|[（(]?(?:人民币|人民幣)(?:百万|百萬|万|萬|亿|億)?元?[)）]?|[（(][^（）()]*[报報]告?[)）]"
)
_COMPARED: Final = _of(
    rf"[.;,–-]\s*(?:by\s+)?how\s+(?:much|many)\b[^,;:?]*\b{_MORE}\b.*$|\b{_MORE}\b|\bthan\b|(?:多|高|少|低)(?:出|了)?(?:多少|几|幾).*$"
)
# the state after an event, as columns word it; a clause that only tells the event
_AFTER: Final = _of(r"\b(?:after|following)\s+(?=(?:the|this|that)\s)")
_SINCE: Final = _of(r"^\W*(?:after|following|upon)\s+\w+ing\b[^,]*,\s*|\b(?:left|still|remain(?:s|ed|ing)?)\b")
# a second clause, that says again what is asked for
_AGAIN: Final = _of(r"\s+[-–]\s+(?:what|how|which)\b.*$")
_TOLD_IN: Final = _of(
    r"[,(\s–-]+(?:(?:in|as)\s+)?(?:an?\s+)?(?:percentage(?:\s+points?)?|percent|per\s?cent|pct|%|ratio|multiple|rmb|yuan)(?:\s+(?:mn|m|millions?|terms))?"
    r"\)?(?:\s*\([^()]*\))?\s*$"
)
_IN_UNIT: Final = _of(rf"\s*[,(]\s*(?:in\s+)?(?:{UNITS.pattern})\)?$")
_PREPOSITION: Final = r"(?:in|of|for|from|by|at|with|to|among|across|within|under|against|on|through|into|used|aged)"
_STARTS: Final = _of(rf"^(?P<p>{_PREPOSITION})\b")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SAME: Final = _of(r"^(?:the\s+)?(?:that|those|same(?:\s+\w+)?|ones?)\b\s*")
_HEAD: Final = _of(rf"^(?P<head>.+)\s{_PREPOSITION}\s+(?:the\s+)?\S.*?$")
_TAIL: Final = _of(rf"^.+?\s(?P<tail>(?:{_BE}|{_PREPOSITION})\s.+)$|^\S+\s(?P<rest>.+)$|^.+?的(?P<zh>.+)$")
_LETTER: Final = re.compile(r"\b[A-HJ-Z]$")  # "the A and H class meetings"
_LEAD: Final = _of(
    r"^(?P<lead>(?:in|at|for|during|of|among|following|after)\s[^,:]{2,40})[,:]\s+(?=\S)|^(?P<topic>[^,:]{3,60}):\s+(?=\S)"
)
_ENDS: Final = _of(
    rf"^(?:(?:the|a|an|its|their|both|and|of|is|are|was|were|did|do|does|,|:|{_GO})\s+)+"
    r"|(?:[\s,:]+(?:in|for|at|of|on|during|from|to|the|and|(?-i:a)|is|are|was|were|did|do|does|that|which|who|by|with|year))+$"
)
_INSIDE: Final = _of(r"^(?P<whole>.+?)[中里裡][面边邊]?[,，]?\s*(?P<part>.+)$")
_OF: Final = _of(r"^\W*(?:of|out of|among|in)\b|[里裡中]\W*$")


def plans(rest: str) -> Iterator[Plan]:
    """What the words ask to be done with which things; the question is given without issuer and periods."""
    text = re.sub(r"\s+([,.?:;])", r"\1", re.sub(r"\s+", " ", rest)).strip(" ?!.,，。？！")
    text = _TOLD_IN.sub("", text)
    for words in _OPERATIONS:
        found = words.cue.search(text)
        if found is None:
            continue
        seen = set[tuple[str, str]]()
        for first, second in _cuts(words, text, found):
            if first and second and (first, second) not in seen:
                seen.add((first, second))
                yield Plan(words.kind, _worded(words.kind, first, second))


def _cuts(words: _Words, text: str, found: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The operands: what stands on both sides of a word that sets one against the other, or of the cue."""
    before, after = text[: found.start()], text[found.end() :]
    if words.kind == "rest" and not _plain(before):
        taken, _, whole = after.partition(",")
        yield _plain(whole), _plain(taken)
        return
    compared = words.kind in {"difference", "times"}
    if words.kind == "per" and not _plain(before):
        for middle in (m for between in words.between for m in between.finditer(after)):
            yield _plain(after[middle.end() :]), _plain(after[: middle.start()])
        return
    if words.cuts and _plain(before):
        first, second = _plain(before, compared=compared), _plain(after, compared=compared)
        yield (second, first) if words.kind == "share" and _OF.search(before) else (first, second)
        if words.kind == "share":
            if (inside := _INSIDE.match(before)) and not second:
                yield _plain(inside["part"]), _plain(inside["whole"])
            return
    for between in words.between:
        for middle in between.finditer(text):
            sides = text[: middle.start()], text[middle.end() :]
            first, second = (_plain(words.cue.sub(" ", side), compared=compared) for side in sides)
            turned = words.kind == "share" or (words.kind == "difference" and _LESS.search(text))
            yield (second, first) if turned else (first, second)


def _plain(side: str, *, compared: bool = False) -> str:
    """A side without what only says that it is compared, and without the empty words at its ends."""
    bare = _AFTER.sub("upon ", _SINCE.sub("", side))
    bare = _COMPARED.sub(" ", bare) if compared else bare
    bare = bare.rpartition("(")[2] if bare.count("(") > bare.count(")") else bare
    bare = re.sub(r"\s+", " ", _AROUND.sub(" ", _AGAIN.sub("", bare))).strip(" -–:;,.?？，。")
    return _ENDS.sub("", bare).strip(" -–:;,.?？，。")


def _worded(kind: Operation, first: str, second: str) -> tuple[tuple[str, ...], ...]:
    if kind == "rest":
        return (first,), (f"{first} {second}",)
    if kind == "share":
        return (f"{first} {second}", first), (second,)
    if kind == "per":
        second = _IN_UNIT.sub("", second)
        told = (f"{first} {second.rpartition(' ')[0]}",) if len(first.split()) < len(second.split()) else ()
        topic, _, bare = first.rpartition(":")
        return (*told, first, *((bare,) if topic else ())), (second, *_with_head(first, second, ""))
    led = _LEAD.match(first)
    context = f"{led['lead'] or led['topic']} " if led else ""
    _, topic, bare = first.rpartition(" - ") if kind == "ratio" else ("", "", "")
    return (*((bare,) if topic else ()), *_with_tail(first, second)), tuple(_with_head(first, second, context))


def _with_head(first: str, second: str, context: str) -> Iterator[str]:
    """The second operand, with what it leaves out of the first."""
    same, starts = _SAME.match(second), _STARTS.match(second)
    own = second[same.end() :] if same else second
    starts = _STARTS.match(own)
    if starts is not None:
        at = re.search(rf"\b{starts['p']}\b", first, re.IGNORECASE)
        head = first[: at.start()] if at else (led["head"] if (led := _HEAD.match(first)) else first)
        yield f"{head.strip()} {own}"
        return
    if rest := _same_of(first, own):
        yield f"{context}{own}{rest}"
    yield f"{context}{own}"
    if led := _HEAD.match(first):
        yield f"{led['head']} {own}"
    if tail := _tail(first):
        yield f"{context}{own} {tail}"


def _with_tail(first: str, second: str) -> Iterator[str]:
    """The first operand, and with what it may have left to the second to say."""
    if (tail := _tail(second)) and _LETTER.search(first):
        yield f"{first} {tail}"
        return
    yield first
    if tail and len(first.split()) < len(second.split()):
        yield f"{first} {tail}"


def _tail(side: str) -> str:
    found = _TAIL.match(side)
    return (found["tail"] or found["rest"] or found["zh"]) if found else ""


def _same_of(first: str, second: str) -> str:
    """What a Chinese first side says behind the word that the second one ends with: A股出席率, H股."""
    at = first.rfind(second[-1:]) if _HAN.search(second[-1:]) else -1
    return first[at + 1 :] if at > 0 else ""
