"""Text to terms: words stemmed, and what the glossary knows by one name put under that name.

Both sides of the comparison, the question and the words around a figure, go through :func:`terms`, so "staff turnover"
in a question meets "Employee turnover" in a table. Concepts are written in capitals ("STAFF_TURNOVER"), stems are not.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from tickmark.index.words.chinese import simplified
from tickmark.index.words.glossary import glossary
from tickmark.index.words.stems import CJK, stems_of, without_it

__all__ = [
    "Phrases",
    "all_terms",
    "asked_terms",
    "is_concept",
    "tag_terms",
    "terms",
    "unknown_chinese",
]

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""Phrases in stems, each with the term it counts as, by the first stem."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
# single words that name a concept alone but mean something else inside a longer one ("employee turnover")
_AMBIGUOUS = frozenset({"REVENUE", "DIGITALISATION"})


_NOT_OF = frozenset({"non", "outsid"})  # "those outside management"
_NO_RATES = frozenset({"STAFF_TURNOVER"})  # a "turnover rate" is one of so many leavers, and says so

_NONE: Mapping[str, Any] = {}
# "物业、厂房及设备": marks between the words of one run
_RUN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff](?:、?[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])*")
_SCOPE_NUMBER = re.compile(r"(?:范围|范畴)\s?([123])")
# the country; "us" is whoever speaks
_COUNTRY = re.compile(
    r"(?<![\w.])(?:U\.\s?S\.?(?:\s?A\.?)?|USA|US(?![\w$.&-])|United States(?: of America)?|(?<=in the )us)(?!\w)"
    r"(?!\s*(?:\$|dollars?|cents?|currency|GAAP|Treasur))"
)
_SHARE_CLASS = re.compile(r"(?<![A-Za-z])([ABH])\s?股")
_RATES = ("率", "占比", "比例")
_WITHOUT = re.compile(r"\bw/o\b", re.IGNORECASE)
# "timely supplier deliveries": what is delivered stands between
_TIMELY = re.compile(
    r"\b(?:timely|punctual|prompt|on[- ]time)\s+(?P<what>[a-z]+)\s+(?:deliver(?:y|ies)|shipments?)\b", re.IGNORECASE
)
# "net income (loss)", "provision for (benefit from) taxes": the other way round is said in passing, and parts the words
_OR_ELSE = re.compile(
    r"\s?/?\s?\(\s*(?:loss(?:es)?|income|earnings|profits?|gains?|deficit|benefit(?:\s+from)?|credit"
    r"|provision(?:\s+for)?|expense"
    r"|(?:cash\s+)?used(?:\s+(?:in|for|by))?|decrease|increase)\s*\)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(RMB|CNY|USD|HKD|EUR|GBP|US\$|HK\$)(?=\d)", re.IGNORECASE)  # "RMB1,000" is two words


def is_concept(term: str) -> bool:
    """Whether a term is a concept of the glossary rather than a stem."""
    return term[:1].isupper()


def _latin_terms(text: str, loose: Mapping[str, str] = _NONE, turns: Phrases = _NONE) -> list[str]:
    """The terms of a text; the words in ``loose`` stay plain words, ``turns`` are phrases with a term of their own."""
    known = glossary().phrases
    stems = stems_of(text)
    found: list[str] = []
    at = 0
    while at < len(stems):
        for phrase, concept in (*known.get(stems[at], ()), *turns.get(stems[at], ())):
            if stems[at : at + len(phrase)] == phrase:
                named = phrase[0] if len(phrase) == 1 and loose.get(phrase[0]) == concept else concept
                # "non-management" is not management
                negated = at > 0 and stems[at - 1] in _NOT_OF
                found.append(f"NON_{named}" if negated and is_concept(named) else named)
                if phrase[-1] == "rate" and concept in _NO_RATES:
                    found.append("rate")
                at += len(phrase)
                break
        else:
            found.append(stems[at])
            at += 1
    return found


@cache
def _chinese_words() -> Mapping[str, tuple[tuple[int, str, tuple[str, ...]], ...]]:
    """Known Chinese words by their first character: the place in the order of reading, the word, what it counts as.

    What says nothing counts as nothing. There is one order, longest first, for the glossary and the plain words:
    "其他收入" is read before "收入". Of one length the glossary's come first, so that a plain word never cuts one.
    """
    raw = tomllib.loads((files("tickmark.index") / "data" / "chinese.toml").read_text("utf-8"))
    plain = {phrase: tuple(_latin_terms(english)) for english, found in raw["words"].items() for phrase in found}
    plain.update(dict.fromkeys(raw["fillers"], ()))
    known = {phrase: (concept, *_rate(phrase, concept)) for phrase, concept in glossary().chinese}
    first = {**dict.fromkeys(plain, 1), **dict.fromkeys(known, 0)}
    ordered = sorted((plain | known).items(), key=lambda word: (-len(word[0]), first[word[0]], word[0]))
    found: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    for place, (phrase, meant) in enumerate(ordered):
        found.setdefault(phrase[0], []).append((place, phrase, meant))
    return {initial: tuple(words) for initial, words in found.items()}


def _words_in(run: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """The known words that may stand in a run of characters, in the order of reading."""
    known = _chinese_words()
    return sorted(word for initial in set(run) for word in known.get(initial, ()) if word[1] in run)


def _rate(phrase: str, concept: str) -> tuple[str, ...]:
    return ("PERCENTAGE",) if phrase.endswith(_RATES) and concept != "PERCENTAGE" else ()


def unknown_chinese(text: str, shortest: int = 1) -> list[str]:
    """What neither the glossary nor the list of plain words knows of a Chinese text, piece by piece, in order.

    Args:
        text: in either kind of characters.
        shortest: words of fewer characters are left in: names may hold them.
    """
    text = " ".join(_RUN.findall(simplified(text)))
    for _, phrase, _ in _words_in(text):
        if len(phrase) >= shortest:
            text = text.replace(phrase, " ")
    return text.replace("、", " ").split()


def _chinese_terms(run: str) -> list[str]:
    found: list[str] = []
    plain: list[str] = []
    for _, phrase, meant in _words_in(run):
        if phrase in run:
            (found if any(map(is_concept, meant)) else plain).extend(meant)
            run = run.replace(phrase, " ")
    found += plain
    for rest in run.replace("、", " ").split():
        pairs = [rest[i : i + 2] for i in range(len(rest) - 1)]
        found += ["PERCENTAGE"] if rest in _RATES else pairs or [rest]
    return found


def _plain(text: str) -> str:
    """A text in one writing, without the pronoun "it"; what holds a digit or letter as in English ("H股", "范围2")."""
    text = _TIMELY.sub(r"\g<what> on-time delivery", _WITHOUT.sub("without", _OR_ELSE.sub(" ", text)))
    text = _CODE.sub(r"\1 ", simplified(unicodedata.normalize("NFKC", _COUNTRY.sub("USA", text))))
    text = _SCOPE_NUMBER.sub(r" scope \1 ", text)
    return _SHARE_CLASS.sub(r" \1 shares ", without_it(text))


@lru_cache(maxsize=131_072)
def terms(text: str) -> tuple[str, ...]:
    """The terms of a text, in order for Latin script; of each Chinese run, concepts first, then pairs of the rest."""
    return _terms(text, _NONE)


def asked_terms(text: str, turns: Phrases = _NONE, *, exactly: bool = False) -> tuple[str, ...]:
    """The terms of a question: a plain English word that may stand for a concept is asked for as that word.

    "Which projects were approved" asks for what was approved, by whatever means; the votes for a motion answer it too,
    unless what is asked is known to be of that kind (``exactly``). ``turns`` are phrases that count as one word.
    """
    return _terms(text, _NONE if exactly else glossary().loose, turns)


def _terms(text: str, loose: Mapping[str, str], turns: Phrases = _NONE) -> tuple[str, ...]:
    text = _plain(text)
    found: list[str] = []
    at = 0
    for run in _RUN.finditer(text):
        found += _latin_terms(text[at : run.start()], loose, turns)
        found += _chinese_terms(run[0])
        at = run.end()
    found += _latin_terms(text[at:], loose, turns)
    return tuple(found)


@lru_cache(maxsize=16_384)
def tag_terms(tag: str) -> frozenset[str]:
    """What an XBRL element name ("us-gaap:AssetsCurrent") can be found by: its concepts, else the words in its name."""
    name = tag.rpartition(":")[2]
    return glossary().tags.get(name) or all_terms(_CAMEL.sub(" ", name))


@lru_cache(maxsize=131_072)
def all_terms(text: str) -> frozenset[str]:
    """Everything a text can be found by: its terms, all its stems, and the concepts inside longer ones."""
    said = _OR_ELSE.findall(text)
    text = _plain(text)
    found = set(terms(text))
    known = glossary().phrases
    stems = stems_of(CJK.sub(" ", text))
    found.update(stems)
    found.update(*map(stems_of, said))
    for at, first in enumerate(stems):
        for phrase, concept in known.get(first, ()):
            negated = at > 0 and stems[at - 1] == "non"
            if (
                stems[at : at + len(phrase)] == phrase
                and not negated
                and (len(phrase) > 1 or concept not in _AMBIGUOUS)
            ):
                found.add(concept)
    return frozenset(found)
