"""Text to terms: words stemmed, and what the glossary knows by one name put under that name.

Both sides of the comparison, the question and the words around a figure, go through :func:`terms`, so "staff turnover"
in a question meets "Employee turnover" in a table. Concepts are written in capitals ("STAFF_TURNOVER"), stems are not.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeVar

import snowballstemmer

from tickmark.index.analysis import words
from tickmark.index.chinese import simplified

__all__ = [
    "Glossary",
    "Phrases",
    "all_terms",
    "asked_terms",
    "glossary",
    "is_concept",
    "stem",
    "tag_terms",
    "terms",
    "unknown_chinese",
]

_Phrase = TypeVar("_Phrase", str, tuple[str, ...])
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""Phrases in stems, each with the term it counts as, by the first stem."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HYPHEN = re.compile(r"(?<=[A-Za-z0-9])[-‐‑–](?=[A-Za-z0-9])")
_UN = re.compile(r"\b([Uu]n)[-‐‑–](?=[A-Za-z]{3})(?!\w+[-‐‑–])")  # "un-pledged" is one word, and not "pledged"
# single words that name a concept alone but mean something else inside a longer one ("employee turnover")
_AMBIGUOUS = frozenset({"REVENUE", "DIGITALISATION"})


_NOT_OF = frozenset({"non", "outsid"})  # "those outside management"
_NO_RATES = frozenset({"STAFF_TURNOVER"})  # a "turnover rate" is one of so many leavers, and says so

_KEPT = frozenset(
    {"pledgee", "lessee", "assignee", "trustee", "employer", "employers", "its", "audited", "dilutive", "underlying"}
)  # not the pledge itself; no information technology; what dilutes is not what is diluted; "underlying" is not "under"
_NONE: Mapping[str, Any] = {}
_PRONOUN = re.compile(r"\b[Ii]t\b(?![/&-])")  # "IT" is a word of its own
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
# what is to be received is no form of "receive", a meeting none of "meet", takings none of "take"; what is renewed is
# not renewable
_NOUNS = {
    "receivable": "receivable", "receivables": "receivable", "meeting": "meeting", "meetings": "meeting",
    "takings": "takings", "occupancy": "occupancy", "renewable": "renewable", "renewables": "renewable",
}  # fmt: skip
# Snowball parts "employee" from its most frequent misspelling; abbreviations that have one meaning in a filing
_SAME = {
    "employe": "employ", "hrs": "hour", "yrs": "year", "tech": "technolog", "dept": "depart", "depts": "depart",
    "govt": "govern", "qty": "quantiti", "sci": "scienc", "kilo": "kilogram",
    "mtg": "meeting", "mtgs": "meeting",
}  # fmt: skip
_WITHOUT = re.compile(r"\bw/o\b", re.IGNORECASE)
# "timely supplier deliveries": what is delivered stands between
_TIMELY = re.compile(
    r"\b(?:timely|punctual|prompt|on[- ]time)\s+(?P<what>[a-z]+)\s+(?:deliver(?:y|ies)|shipments?)\b", re.IGNORECASE
)
# "net income (loss)", "provision for (benefit from) taxes": the other way round is said in passing, and parts the words
_OR_ELSE = re.compile(
    r"\s?/?\s?\(\s*(?:loss(?:es)?|income|earnings|profits?|gains?|deficit|benefit(?:\s+from)?|credit|provision(?:\s+for)?|expense"
    r"|(?:cash\s+)?used(?:\s+(?:in|for|by))?|decrease|increase)\s*\)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(RMB|CNY|USD|HKD|EUR|GBP|US\$|HK\$)(?=\d)", re.IGNORECASE)  # "RMB1,000" is two words


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one lower-case word; numbers and compounds with digits stay as they are."""
    if word in _KEPT or any(c.isdigit() for c in word):
        return word
    if word in _NOUNS:
        return _NOUNS[word]
    if word in _SAME:
        return _SAME[word]
    stemmed = str(_stemmer().stemWord(word))
    return _SAME.get(stemmed, stemmed)


def is_concept(term: str) -> bool:
    """Whether a term is a concept of the glossary rather than a stem."""
    return term[:1].isupper()


@dataclass(frozen=True, slots=True)
class Glossary:
    """Phrases by their first stem, longest first; Chinese phrases longest first; the words of each concept.

    ``plain`` gives the other ways to write a plain word, by the stem that they all count as.

    ``loose`` gives, by its stem, the concept that a plain English word may stand for in a question.

    ``tags`` gives the concepts that the local name of an XBRL element stands for ("EarningsPerShareDiluted": two),
    ``tag_places`` its place in their lists, 0 for the plainest.

    ``exact`` are the concepts that a figure has to be called by.
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    chinese: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    plain: Mapping[str, tuple[str, ...]]
    loose: Mapping[str, str]
    broader: Mapping[str, str]
    tags: Mapping[str, frozenset[str]]
    tag_places: Mapping[str, int]
    ratios: Mapping[str, tuple[str, str]]
    outflows: frozenset[str]
    apart: Mapping[str, str]
    exact: frozenset[str]


def _longest_first(phrases: Iterable[tuple[_Phrase, str]]) -> tuple[tuple[_Phrase, str], ...]:
    """Phrases with their concepts, each once; those of one length in the order of the alphabet, in every process."""
    return tuple(sorted(set(phrases), key=lambda known: (-len(known[0]), known)))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(w) for w in words(_HYPHEN.sub(" ", _UN.sub(r"\1", text))))


def _synonyms() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Plain words with the others that mean the same, by the stem of the first; stems with a broader one."""
    raw = tomllib.loads((files("tickmark.index") / "data" / "synonyms.toml").read_text("utf-8"))
    broader = {stem(word): stem(other) for word, other in raw.pop("broader").items()}
    return {stem(word): tuple(others) for word, others in raw.items()}, broader


@cache
def glossary() -> Glossary:
    """The glossary that is shipped, read once."""
    raw = tomllib.loads((files("tickmark.index") / "data" / "glossary.toml").read_text("utf-8"))
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    chinese: list[tuple[str, str]] = []
    tags: dict[str, frozenset[str]] = {}
    places: dict[str, int] = {}
    for key, entry in raw.items():
        concept = key.upper()
        for phrase in entry.get("en", ()):
            stems = _stems(_PRONOUN.sub(" ", phrase))
            if stems:
                phrases.setdefault(stems[0], []).append((stems, concept))
        chinese += [(simplified(phrase), concept) for phrase in entry.get("zh", ())]
        for place, name in enumerate(entry.get("xbrl", ())):
            places[name] = min(place, places.get(name, place))
            tags[name] = tags.get(name, frozenset()) | {concept}
    plain, broader = _synonyms()
    for term, others in plain.items():
        for phrase in others:
            if _CJK.search(phrase):
                chinese.append((simplified(phrase), term))
            else:
                stems = _stems(phrase)
                phrases.setdefault(stems[0], []).append((stems, term))
    ordered = {first: _longest_first(found) for first, found in phrases.items()}
    return Glossary(
        phrases=ordered,
        chinese=_longest_first(chinese),
        names={key.upper(): (entry.get("en") or entry.get("zh"))[0] for key, entry in raw.items()},
        words={key.upper(): tuple(entry.get("en", ())) for key, entry in raw.items()},
        plain=plain,
        loose={stem(word): key.upper() for key, entry in raw.items() for word in entry.get("loose", ())},
        broader={
            **broader,
            **{key.upper(): entry["broader"].upper() for key, entry in raw.items() if "broader" in entry},
        },
        tags=tags,
        tag_places=places,
        ratios={key.upper(): (entry["ratio"][0], entry["ratio"][1]) for key, entry in raw.items() if "ratio" in entry},
        outflows=frozenset(key.upper() for key, entry in raw.items() if entry.get("outflow")),
        apart={key.upper(): entry["apart"] for key, entry in raw.items() if "apart" in entry},
        exact=frozenset(key.upper() for key, entry in raw.items() if entry.get("exact")),
    )


def _latin_terms(text: str, loose: Mapping[str, str] = _NONE, turns: Phrases = _NONE) -> list[str]:
    """The terms of a text; the words in ``loose`` stay plain words, ``turns`` are phrases with a term of their own."""
    known = glossary().phrases
    stems = _stems(text)
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
    return _SHARE_CLASS.sub(r" \1 shares ", _PRONOUN.sub(" ", text))


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
    stems = _stems(_CJK.sub(" ", text))
    found.update(stems)
    found.update(*map(_stems, said))
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
