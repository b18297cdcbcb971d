"""Text to terms: words stemmed, and what the glossary knows by one name put under that name.

Both sides of the comparison, the question and the words around a figure, go through :func:`terms`, so "staff turnover"
in a question meets "Employee turnover" in a table. Concepts are written in capitals ("STAFF_TURNOVER"), stems are not.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import snowballstemmer

from tickmark.index.analysis import words

__all__ = ["Glossary", "glossary", "is_concept", "stem", "terms"]

_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_NUMBER = re.compile(r"^\d")


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one lower-case word; numbers and compounds with digits stay as they are."""
    return word if any(c.isdigit() for c in word) else str(_stemmer().stemWord(word))


def is_concept(term: str) -> bool:
    """Whether a term is a concept of the glossary rather than a stem."""
    return term[:1].isupper()


@dataclass(frozen=True, slots=True)
class Glossary:
    """Phrases by their first stem, longest first; Chinese phrases longest first; the words of each concept."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    chinese: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(w) for w in words(text))


@cache
def glossary() -> Glossary:
    """The glossary that is shipped, read once."""
    raw = tomllib.loads((files("tickmark.index") / "data" / "glossary.toml").read_text("utf-8"))
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    chinese: list[tuple[str, str]] = []
    for key, entry in raw.items():
        concept = key.upper()
        for phrase in entry.get("en", ()):
            stems = _stems(phrase)
            if stems:
                phrases.setdefault(stems[0], []).append((stems, concept))
        chinese += [(phrase, concept) for phrase in entry.get("zh", ())]
    ordered = {first: tuple(sorted(set(found), key=lambda p: -len(p[0]))) for first, found in phrases.items()}
    return Glossary(
        phrases=ordered,
        chinese=tuple(sorted(chinese, key=lambda p: -len(p[0]))),
        names={key.upper(): (entry.get("en") or entry.get("zh"))[0] for key, entry in raw.items()},
        words={key.upper(): tuple(entry.get("en", ())) for key, entry in raw.items()},
    )


def _latin_terms(text: str) -> list[str]:
    known = glossary().phrases
    stems = _stems(text)
    found: list[str] = []
    at = 0
    while at < len(stems):
        for phrase, concept in known.get(stems[at], ()):
            if stems[at : at + len(phrase)] == phrase:
                found.append(concept)
                at += len(phrase)
                break
        else:
            found.append(stems[at])
            at += 1
    return found


def _chinese_terms(run: str) -> list[str]:
    found: list[str] = []
    for phrase, concept in glossary().chinese:
        if phrase in run:
            found.append(concept)
            run = run.replace(phrase, " ")
    for rest in run.split():
        found += [rest[i : i + 2] for i in range(len(rest) - 1)] or [rest]
    return found


@lru_cache(maxsize=131_072)
def terms(text: str) -> tuple[str, ...]:
    """The terms of a text, in order for Latin script; of each Chinese run, concepts first, then pairs of the rest."""
    text = unicodedata.normalize("NFKC", text)
    found: list[str] = []
    at = 0
    for run in _CJK.finditer(text):
        found += _latin_terms(text[at : run.start()])
        found += _chinese_terms(run[0])
        at = run.end()
    found += _latin_terms(text[at:])
    return tuple(found)
