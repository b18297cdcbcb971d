"""Names that a question writes with a capital or a possessive and that the glossary does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.index.asked.dates import is_month
from tickmark.index.asked.named_unit import UNITS
from tickmark.index.asked.terms import chinese_filler, fillers
from tickmark.index.issuers.places import is_place
from tickmark.index.words.ordinary import ordinary
from tickmark.index.words.terms import is_concept, terms, unknown_chinese

__all__ = ["chinese_stranger", "only_a_name", "written_names"]

_OPENS = r"^(?:请问|請問)?"
_AND_ON = r"(?:公司|集团)?(?=(?:19|20)\d{2}\s?年|的|[去今前]年|(?<![持拥所共总没还具享占])有(?:多少|几))"
# what came before or after something else: who took part in that is not who is asked about
_CLAUSE = re.compile(
    r"\b(?:before|after|when|once|until)\s+(?:it|they|he|she|the (?:company|group|firm))\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_CHINESE_NAME = re.compile(rf"{_OPENS}([\u4e00-\u9fff]{{2,8}}?){_AND_ON}")
_DATED_CHINESE_NAME = re.compile(
    rf"{_OPENS}在?(?:19|20)\d{{2}}\s?年度?[，,]?([\u4e00-\u9fff]{{3,6}}?)(?:公司|集团)?(?=的)"
)

_CAPITAL = re.compile(r"(?<![A-Za-z0-9])[A-Z][\w&.-]*[A-Za-z](?![A-Za-z0-9₂])(?:['’]s)?")

_BRAND = 7  # letters from which on a word in capitals is a name: the short ones are units and abbreviations
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff]\s*$")  # what stands in Latin letters among them is a name, if anything is

_HEAD_OF = re.compile(r"\s+(?:of|on|per|from)\b", re.IGNORECASE)  # "Rate of ...": a noun with what it is of

_HEADS_COMPANY = re.compile(r"\s+subsidiary\b", re.IGNORECASE)  # "Larkmoor subsidiary"

_NAME_PLACE = re.compile(r"(?:^|\b(?:of|at|for|by|does|did|do|has|is|was|has|about)\s+)$", re.IGNORECASE)


def chinese_stranger(text: str) -> tuple[str, ...]:
    """A name that opens a Chinese question and is neither an issuer here nor a word of the glossary.

    Behind a year only what is unknown from end to end is taken for one: much that is no name stands there.
    """
    for pattern, whole in ((_CHINESE_NAME, False), (_DATED_CHINESE_NAME, True)):
        found = pattern.match(text.strip())
        if found is None or any(is_concept(t) for t in terms(found[1])) or chinese_filler(found[1]):
            continue
        unknown = unknown_chinese(found[1])
        if unknown and len(unknown[0]) > 1 and (not whole or unknown[0] == found[1]):
            return (unknown[0],)
    return ()


def only_a_name(word: str, texts: Sequence[str], *, letters: bool = False) -> bool:
    """Whether texts write a word with a capital wherever it stands, inside a sentence as well: "Goldwind".

    Who types it without one means the same. ``letters``: whether they write it in capitals only, as initials that
    stand for nothing which they say in full ("(EHS)").
    """
    if letters and any(f"({word.upper()})" in text for text in texts):
        return False
    written = re.compile(
        rf"(?<![\w-])(?:(?P<inside>[^\W\d_][\w,]*)\s)?(?P<word>{re.escape(word)})(?![\w-])", re.IGNORECASE
    )
    found = [match for text in texts for match in written.finditer(text)]
    capital = all(match["word"][:1].isupper() and match["word"].isupper() is letters for match in found)
    return capital and any(match["inside"] for match in found)


def written_names(rest: str) -> tuple[str, ...]:
    """Stems of what is written like a name and is no word of the glossary: capitals inside a sentence, a possessive.

    Countries are names without a capital too ("sales in japan").
    """
    rest = _CLAUSE.sub("", rest)
    words_in = re.findall(r"[A-Za-z][\w'’&-]*", rest)
    if not words_in or (sum(w[:1].isupper() for w in words_in) > 0.6 * len(words_in) and len(words_in) > 3):
        return ()  # a question in title case says nothing by its capitals
    said = frozenset(terms(rest))
    found: list[str] = []
    last_end = -1
    for match in _CAPITAL.finditer(rest):
        word = re.sub(r"['’]s$", "", match[0])
        start = rest[: match.start()].strip()
        joined = found and match.start() - last_end <= 1
        surely = len(word) >= _BRAND or _HAN_BEFORE.search(rest[: match.start()]) is not None
        if word.isupper() and not (
            surely or _NAME_PLACE.search(rest[: match.start()]) or match[0] != word or joined or not start
        ):
            continue
        known = terms(word)
        if not said.issuperset(known):
            continue  # part of a phrase that means something ("NAV per share")
        if word.isupper() and len(word) < 3 and not re.match(r"\s[A-Z][a-z]", rest[match.end() :]):
            continue
        if (
            not known
            or is_month(word.lower())
            or UNITS.search(word)
            or any(is_concept(t) or t in fillers() for t in known)
        ):
            continue
        first = start[-1:] in {"", ".", "?", "!"} and match[0] == word and not word.isupper()
        of_group = _HEADS_COMPANY.match(rest[match.end() :]) and not ordinary(word.lower())
        if first and not of_group and (len(words_in) > 5 or _HEAD_OF.match(rest[match.end() :])):
            continue  # the first word of a sentence has a capital anyway
        found += known
        last_end = match.end()
    lower = (word for word in re.findall(r"[a-z]+", rest) if is_place(word))
    found += [term for word in lower for term in terms(word) if not is_concept(term)]
    return tuple(dict.fromkeys(found))
