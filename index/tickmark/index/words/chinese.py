"""Chinese questions over filings in English: one writing for both kinds of characters, and names by their sound.

Characters are brought into their simplified form by OpenCC, and names ("包头") into the Latin letters that English
filings write them in ("Baotou") by pypinyin. Both are loaded with the first Chinese text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

from tickmark.index.views import heavy

__all__ = ["apart", "plainly_chinese", "simplified", "sounded_names"]

_HAN = re.compile("[\u3400-\u9fff]+")
_LATIN = r"(?=[\w&./+-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9&./+-]*[A-Za-z0-9]"
_LATIN_AHEAD = re.compile(rf"(?<=[\u3400-\u9fff]){_LATIN}", re.ASCII)
_LATIN_BEHIND = re.compile(rf"(?<![A-Za-z0-9&./+-]){_LATIN}(?=[\u3400-\u9fff])", re.ASCII)
# as OpenCC leaves them
_CANTONESE = (
    ("几多", "多少"), ("有几", "有多少"), ("几钱", "多少钱"), ("边个", "谁"), ("边间", "哪家"),
    ("边度", "哪里"), ("点解", "为什么"), ("唔该", "请"), ("唔是", "不是"), ("有冇", "有没有"),
    ("乜嘢", "什么"), ("咩", "什么"), ("嗰", "那"), ("呢个", "这个"), ("喺", "在"),
    ("嘅", "的"), ("是咪", "是否"), ("佢哋", "他们"), ("佢", "他"), ("咗", "了"),
    ("啲", "些"), ("冇", "没有"), ("嚟", "来"), ("加埋", "合计"), ("埋一齐", "合计"), ("一齐", "一起"),
)  # fmt: skip
# what is said apart ("用了多少吨水"), as reports write it in one word
_MANY = r"(?:了|掉了?|去了?|下了?)?(?:总?共)?(?:多少|几)(?:[万亿千])?"
_SPOKEN = (
    (re.compile(rf"(?:用|耗|取){_MANY}(?:吨|立方米?|方)?(?:的)?(?:自来)?水(?![平准泥])"), "用水量多少吨"),
    (re.compile(rf"(?:用|耗){_MANY}(?:度|千瓦时)(?:的)?电"), "用电量多少千瓦时"),
    (re.compile(rf"(?:节?省|节约){_MANY}(?:度|千瓦时)(?:的)?电"), "节约用电量多少千瓦时"),
    (re.compile(rf"(?:节?省|节约){_MANY}(?:吨|立方米?|方)(?:的)?水"), "节约用水量多少吨"),
    (re.compile(rf"(?:花|砸|掏){_MANY}(?=钱|元|[万亿千]*$|[?？。])"), "投入多少"),
    # "甲同乙合计": and; who they are has been said
    (
        re.compile(r"(?<=[\u4e00-\u9fff)）])同(?![比期样时意等一年业行类上步])(?=[^同]+?(?:合计|一起|加起来|相加))"),
        "和",
    ),
    (re.compile(r"(?<=[\u4e00-\u9fff)）])(?:他们)?(?:两|二)个?人(?=[^,，。]*?(?:合计|一起|加起来|相加))"), ""),
    (re.compile(r"(?<![全本外各跨\w])省(?=了|下)"), "节省"),
    (re.compile(rf"(?:缴|交|纳|扣)税(?:之)?前(?:一共|总共|总计)?(?:赚|挣|盈利){_MANY}钱?"), "税前利润是多少"),
    # "第二项议案": motions are numbered in digits
    *(
        (re.compile(rf"第(?:{numeral}|{n})[项号个]?(?:普通|特别)?(?=(?:决议|议案|提案|动议))"), f" {n} 号")
        for n, numeral in enumerate("一二三四五六七八九", 1)
    ),
)
_LONGEST_NAME = 4
_SHORTEST_SOUND = 5


@cache
def _converter() -> Any:
    return heavy.opencc().OpenCC("t2s")


@lru_cache(maxsize=4_096)
def simplified(text: str) -> str:
    """A text with its Chinese characters in their simplified form; others are left as they are."""
    return str(_converter().convert(text)) if _HAN.search(text) else text


def plainly_chinese(text: str) -> str:
    """A Chinese question in simplified characters, its Cantonese words as they are written elsewhere."""
    if not _HAN.search(text):
        return text
    text = simplified(text.replace("係", "是"))
    for cantonese, written in _CANTONESE:
        text = text.replace(cantonese, written)
    for spoken, report in _SPOKEN:
        text = spoken.sub(report, text)
    return text


def apart(text: str) -> str:
    """A text with blanks between Chinese and words in Latin letters ("26H1归母净利"); letters alone stay ("H股")."""
    return _LATIN_BEHIND.sub(r"\g<0> ", _LATIN_AHEAD.sub(r" \g<0>", text)) if _HAN.search(text) else text


def sounded_names(text: str, known: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """The names of a text that are ``known`` by their sound: ("包头", "baotou"), longest first, none overlapping."""
    for run in _HAN.findall(text):
        sounds: list[str] = heavy.pypinyin().lazy_pinyin(run)
        at = 0
        while at < len(run):
            for length in range(min(_LONGEST_NAME, len(run) - at), 1, -1):
                sound = "".join(sounds[at : at + length])
                if len(sound) >= _SHORTEST_SOUND and known(sound):
                    yield run[at : at + length], sound
                    at += length
                    break
            else:
                at += 1
