"""The glossary: which phrases and XBRL tags name which concept, and which plain words mean the same.

What is known stands in ``data/glossary.toml`` and ``data/synonyms.toml``; here it is made ready to be looked up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

from tickmark.index.words.chinese import simplified
from tickmark.index.words.stems import CJK, stem, stems_of, without_it

__all__ = ["Glossary", "glossary"]

_Phrase = TypeVar("_Phrase", str, tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Glossary:
    """Phrases by their first stem, longest first; Chinese phrases longest first; the words of each concept.

    ``said`` gives everyday turns of phrase for a concept: they are among the phrases, and not among its words.

    ``plain`` gives the other ways to write a plain word, by the stem that they all count as.

    ``loose`` gives, by its stem, the concept that a plain English word may stand for in a question.

    ``tags`` gives the concepts that the local name of an XBRL element stands for ("EarningsPerShareDiluted": two),
    ``tag_places`` its place in their lists, 0 for the plainest.

    ``exact`` gives the stems of which a figure has to say one, to be what these concepts name.
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
    exact: Mapping[str, frozenset[str]]
    said: Mapping[str, tuple[str, ...]]


def _longest_first(phrases: Iterable[tuple[_Phrase, str]]) -> tuple[tuple[_Phrase, str], ...]:
    """Phrases with their concepts, each once; those of one length in the order of the alphabet, in every process."""
    return tuple(sorted(set(phrases), key=lambda known: (-len(known[0]), known)))


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
        for phrase in (*entry.get("en", ()), *entry.get("said", ())):
            stems = stems_of(without_it(phrase))
            if stems:
                phrases.setdefault(stems[0], []).append((stems, concept))
        chinese += [(simplified(phrase), concept) for phrase in entry.get("zh", ())]
        for place, name in enumerate(entry.get("xbrl", ())):
            places[name] = min(place, places.get(name, place))
            tags[name] = tags.get(name, frozenset()) | {concept}
    plain, broader = _synonyms()
    for term, others in plain.items():
        for phrase in others:
            if CJK.search(phrase):
                chinese.append((simplified(phrase), term))
            else:
                stems = stems_of(phrase)
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
        exact={key.upper(): frozenset(map(stem, entry["exact"])) for key, entry in raw.items() if "exact" in entry},
        said={key.upper(): tuple(entry["said"]) for key, entry in raw.items() if "said" in entry},
    )
