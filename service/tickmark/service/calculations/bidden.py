"""Taking off and adding as a question bids it word for word: "deduct B from A", "A net of B", "add A to B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

__all__ = ["Bidden", "bidden"]


class Bidden(NamedTuple):
    """An operation and its operands; of what is left the whole comes first."""

    kind: Literal["difference", "rest", "sum"]
    sides: tuple[str, str]


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LEAD: Final = (
    r"^\W*(?:(?:please|just|simply|now|so|what|do|does|would|is|we|you|I|get|if|when|by|from|can|could|and|then)\s+)*"
)
_ASKS: Final = r"(?:\s*[?:;.,]\s*(?:what|how|which|and|give|show)\b.*|\s+(?:gives?|leaves?|makes?|comes?\s+to)\b.*)?$"
_DEDUCT: Final = _of(
    rf"{_LEAD}(?:subtract|deduct|take)(?:ing)?\s+(?P<off>[^?:;,]{{3,90}}?)(?:\s+(?:away|off))?\s+(?:from|off|out\s+of)\s+"
    rf"(?P<from>[^?:;,]{{3,90}}?){_ASKS}"
)
_ADD: Final = _of(rf"{_LEAD}add(?:ing)?\s+(?P<a>[^?:;,]{{3,90}}?)\s+to\s+(?P<b>[^?:;,]{{3,90}}?){_ASKS}")
# what labels themselves are net of: it is taken off in what they print
_PRINTED_OFF: Final = (
    r"(?!(?:(?:the|its|their|any|all|related|applicable)\s+)*(?:[\w-]+\s+)?(?:tax(?:es|ation)?|vat|interest|minorit\w+"
    r"|non-\w+|one-?\s?(?:offs?|time)|exceptional\w*|depreciation|amorti[sz]ation|impairments?|allowances?|provisions?"
    r"|discounts?|returns|rebates|duties|duty|cash|dividends?|(?:issue|issuance|transaction)\s+(?:costs?|expenses?)|costs?"
    r"|expenses?|premiums?|reinsurance)\b)"
)
_NET_OF: Final = _of(
    rf"^(?P<from>[^?:;,()]{{3,90}}?)\s*,?\s+net\s+of\s+{_PRINTED_OFF}(?P<off>[^?:;,()]{{3,90}}?)(?:\s*\([^()]*\)?.*)?$"
)
_NET_FIRST: Final = _of(rf"^\W*net\s+of\s+{_PRINTED_OFF}(?P<off>[^?:;,]{{3,90}}?),\s*(?P<from>[^?:;,]{{3,120}})$")
_ASKED: Final = _of(r"^\W*(?:how\s+(?:many|much)|what(?:\s+(?:is|was|were|are))?)\s+")
# what is left is free of it, which has been said
_FREE: Final = _of(
    r"\b(?:still|left(?:\s+over)?|remain(?:s|ing)?|freely|(?:un|non-?)(?:pledg|encumber|mortgag|restrict|secur)\w*"
    r"|free\s+(?:of|from)\s+any\s+\w+|free)\b"
)
# 甲持股中扣除已质押的部分，还有多少股
_DEDUCT_ZH: Final = re.compile(
    r"^(?P<from>[^,，?？]{2,40}?)(?:中|里|裡)?[,，]?(?:扣除|减去|減去|除去|扣掉|刨去)(?P<off>[^,，?？]{2,30}?)(?:的?(?:部分|股份))?(?:后|後|之后|之後)?[,，]"
    r"(?:还|還|仍)?(?:剩下?|有|剩余|剩餘)*(?:多少|[几幾]).*$"
)
_MINUS_ZH: Final = re.compile(
    r"^(?P<from>[^,，?？]{2,30}?)(?:减去|減去|减掉|減掉)(?P<off>[^,，?？]{2,30}?)(?:后|後|之后|之後)?[,，]?(?:是|为|為|等于|等於|还有|還有|还?剩|還?剩)*"
    r"(?:多少|[几幾]).*$"
)
_HOLDS_ZH: Final = re.compile(r"(?:的)?持股(?:[数數]量?)?$|(?:所)?持有的?股份(?:[数數]量?)?$")
_IT: Final = _of(
    r"^(?:(?:of\s+)?(?:the|those|its|their)\s+)*(?P<what>\S+)\s+(?:that\s+)?(?:it|they)\s+(?:has|have|had)\s+"
)
_EVENT: Final = _of(r"\s*\((?P<when>(?:after|upon|following)\s+[^()]*)\)\s*$")


def bidden(text: str) -> Iterator[Bidden]:
    """What is to be taken off what, or added to it, where that is said outright."""
    if (found := _DEDUCT.match(text)) and not _FREE.fullmatch(found["off"]):
        yield Bidden("difference", (found["from"], found["off"]))
    if found := _ADD.match(text):
        yield Bidden("sum", (found["a"], found["b"]))
    if found := _NET_OF.match(text):
        yield Bidden("difference", (_ASKED.sub("", found["from"]), found["off"]))
    if found := _NET_FIRST.match(text):
        whole = re.sub(r"\s+", " ", _FREE.sub(" ", found["from"])).strip()
        yield Bidden("rest", (whole, _without_it(found["off"])))
    if found := _MINUS_ZH.match(text):
        yield Bidden("difference", (found["from"], found["off"]))
    if found := _DEDUCT_ZH.match(text):
        yield Bidden("rest", (_HOLDS_ZH.sub("持股数量", found["from"]), found["off"]))


def _without_it(side: str) -> str:
    """What is taken off, without whose it is: "the boats it has leased (after the sale)" is "leased after the sale"."""
    bare = _EVENT.sub(r" \g<when>", side)
    return _IT.sub("", bare)
