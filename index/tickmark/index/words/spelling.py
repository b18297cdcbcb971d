"""Misspelt words put right, and the words that nothing here knows told apart: names, and turns of phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tickmark.index.asked.dates import is_month
from tickmark.index.asked.named_unit import UNITS
from tickmark.index.asked.terms import fillers, limiting
from tickmark.index.question import Asked, Question, reread
from tickmark.index.words.analysis import STOP_WORDS
from tickmark.index.words.chinese import sounded_names
from tickmark.index.words.clipped import written_out
from tickmark.index.words.glossary import glossary
from tickmark.index.words.kindred import kindred, parts_of
from tickmark.index.words.ordinary import one_slip_away, ordinary, plain
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms, unknown_chinese

__all__ = ["Words", "spelled"]


# what a word counts that may be misspelt, and may be a word that the filings do not use
_GUESS = 0.6
# what one counts that the filings do not use, and have another for
_MEANT = 0.8
_TURN = 0.3  # and what a turn of phrase does, as those are that they have nothing like
_NARROWING = 0.4  # what words count that only narrow a metric down, and turns of phrase
_SHORTEST_NAME = 4  # and one letter less where it comes first
_SHORTEST_SLIP = 6
_PARTICLES = frozenset({"up", "out", "in", "on", "off", "over", "down", "back", "away"})
_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an index: how rare each is, which can be misspelt, and whether any passage mentions one.

    ``is_name``: whether its passages write a word as a name and in no other way, or as initials, if these are meant.
    ``labels``: those of rows that say it.
    """

    frequency: Mapping[str, float]
    vocabulary: Sequence[str]
    mentioned: Callable[[str], bool]
    is_name: Callable[[str, bool], bool]
    labels: Callable[[str], Iterable[str]]


def spelled(question: Question, words: Words) -> Question:
    """Misspelt words put right, and the words that nothing here knows told apart: names and turns of phrase."""
    names = _sounded(question.rest, words)
    if names:
        question = reread(question, _in_latin(question.rest, names))
        question = replace(question, strangers=tuple(_beside(question.strangers, names)))
    corrected, guessed = _corrected(question, words)
    if corrected != question.rest:
        question = reread(question, corrected)
    return _told_apart(question, guessed, words)


def _beside(strangers: Iterable[str], names: Collection[str]) -> Iterator[str]:
    """What is strange beside a name that is known: a company may be called after a town ("宁波" and two more)."""
    for stranger in strangers:
        rest = stranger
        for name in names:
            rest = rest.replace(name, "")
        if rest == stranger or len(rest) > 1:
            yield rest


def _corrected(question: Question, words: Words) -> tuple[str, set[str]]:
    """What is asked with misspelt words put right, and the terms that this is a guess at."""
    corrected, guessed = question.rest, set[str]()
    for want in question.asked:
        if not _known(want.term, words) and not kindred(want.term) and not ordinary(_written(want.term, corrected)):
            written = _written(want.term, corrected)
            if full := written_out(corrected, written, words.labels):
                corrected = re.sub(rf"\b{re.escape(written)}\b", full, corrected, flags=re.IGNORECASE)
                continue
            sure = _english(written, words) if written in question.text else None  # no name with a capital letter
            near = sure or _near(written, words) or _near(want.term, words)
            if near is not None:
                corrected = re.sub(rf"\b{re.escape(written)}\b", near, corrected, flags=re.IGNORECASE)
                guessed |= set[str]() if sure else {*terms(near), stem(near)} - {want.term}
    return corrected, guessed


def _told_apart(question: Question, guessed: Collection[str], words: Words) -> Question:
    """The question with what each word counts: less where the filings do not use it, unless it is a name."""
    asked: list[Asked] = []
    meant = limiting(question.rest)
    strangers = [s for s in question.strangers if not (s.isascii() and words.mentioned(s))]
    for want in _by_words(question, words):
        if want.term in guessed:
            asked.append(Asked(want.term, _GUESS * want.weight))
        elif want.term in meant or _known(want.term, words) or words.mentioned(want.term):
            asked.append(want)
        elif re.search(rf"{re.escape(want.term)}\w*\s*/|/\s*{re.escape(want.term)}", question.text, re.IGNORECASE):
            continue  # one of two names for the same thing ("kaizen / refined projects"), and not the one used here
        elif want.term in strangers:
            asked.append(want)
        elif _forename(want, question, words):
            asked.append(Asked(want.term, _TURN * want.weight))
        elif any(_like_a_name(want, text, words) for text in (question.text, question.rest)):
            strangers.append(want.term)
            asked.append(want)
        elif any(term in words.frequency for term in kindred(want.term)):
            asked.append(Asked(want.term, _MEANT * want.weight))
        else:
            asked.append(Asked(want.term, _TURN * want.weight))
    names = (*question.names, *_typed_small(question, words))
    return replace(question, asked=tuple(asked), strangers=tuple(strangers), names=tuple(dict.fromkeys(names)))


def _typed_small(question: Question, words: Words) -> Iterator[str]:
    """Names of the filings that a question writes without their capital; initials that no row has, where they lead."""
    for want in question.asked:
        term = want.term
        if term.isascii() and not is_concept(term) and term not in fillers():
            written = _written(term, question.rest)
            leads = len(written) >= _SHORTEST_NAME - 1 and question.rest.lower().startswith(f"{written} ")
            letters = term not in words.frequency
            named = leads or (len(written) >= _SHORTEST_NAME and not letters)
            small = named and written.islower() and written in question.text
            if small and not ordinary(written) and words.is_name(written, letters):
                yield term


def _by_words(question: Question, words: Words) -> list[Asked]:
    """What is asked, with the words of a phrase by themselves where the filings use all of them: "legal fees"."""
    found: dict[str, Asked] = {}
    for want in question.asked:
        parts = parts_of(want.term)
        known = len(parts) > 1 and all(
            part in words.frequency or words.mentioned(_written(part, question.rest)) for part in parts
        )
        alone = [part for part in parts if part not in fillers()] if known else [want.term]
        for term in alone:
            found.setdefault(term, Asked(term, 1.0) if known else want)
    return list(found.values())


def _sounded(text: str, words: Words) -> dict[str, str]:
    """The Chinese names of a text that the filings write in Latin letters, with these; no part of a known word."""
    if text.isascii():
        return {}
    pieces = " ".join(unknown_chinese(text, shortest=2))
    return dict(sounded_names(pieces, lambda sound: stem(sound) in words.frequency))


def _in_latin(text: str, names: Mapping[str, str]) -> str:
    """A text with those names in Latin letters: what stands around them is then no part of them."""
    for name, sound in names.items():
        text = text.replace(name, f" {sound} ")
    return text


def _known(term: str, words: Words) -> bool:
    return (
        is_concept(term) or term in glossary().loose or term in words.frequency or not term.isascii() or len(term) < 3
    )


def _written(term: str, text: str) -> str:
    """The whole word that a stem was cut from: a slip in the middle of a word can make its stem another."""
    whole: list[str] = [word for word in re.findall(r"\w+", text.lower()) if stem(word) == term]
    if whole:
        return whole[0]  # "boundry", whose stem is "boundri"
    found = re.search(rf"\b{re.escape(term)}\w*", text, re.IGNORECASE)
    return found[0].lower() if found else term


def _near(term: str, words: Words) -> str | None:
    """The word of the glossary, or of the index, that a word is one slip away from (two in a long word)."""
    if len(term) < 5 or not term.isalpha() or words.mentioned(term):
        return None
    slips = 1 if len(term) < 9 else 2
    found = (
        process.extractOne(term, known, scorer=OSA.distance, score_cutoff=slips)
        for known in (_glossary_words(), words.vocabulary)
    )
    near = [(best[1], str(best[0])) for best in found if best is not None and str(best[0])[0] == term[0]]
    return min(near, key=lambda one: one[0])[1] if near else None


def _english(word: str, words: Words) -> str | None:
    """The one English word of the filings that a word is one slip away from; None where there are several."""
    if len(word) < _SHORTEST_SLIP or not word.isalpha():
        return None
    near = [one for one in one_slip_away(word) if one[0] == word[0] and stem(one) in words.frequency]
    return near[0] if len(near) == 1 else None


@cache
def _glossary_words() -> list[str]:
    """Words and stems of the glossary, long enough to be told apart."""
    known = (*glossary().words.values(), *glossary().said.values())
    words = {w for found in known for phrase in found for w in phrase.lower().split() if len(w) > 4}
    return sorted(words | {stem(w) for w in words if len(stem(w)) > 4})


def _compares(word: str) -> bool:
    """Whether a word is the superlative of an English one: "oldest", "busiest"."""
    if not word.endswith("est") or len(word) < 6:
        return False
    return any(ordinary(base) for base in (word[:-3], word[:-2], f"{word[:-4]}y", word[:-4]) if len(base) > 2)


def _attribute(term: str, after: str, words: Words) -> bool:
    """Whether an unknown word says which of a known thing is meant ("nuclear energy"), and nothing here is like it."""
    found = _NEXT_WORD.match(after)
    if found is None or found[1].lower() in STOP_WORDS or found[1].lower() in _PARTICLES:
        return False  # "what did it pull in": what is done, not which one
    told = any(is_concept(t) or t in words.frequency for t in terms(found[1]))
    return told and not any(t in words.frequency for t in kindred(term))


def _forename(want: Asked, question: Question, words: Words) -> bool:
    """Whether an unknown name stands before one that is known: filings print the initial of "Mirela Orlow"."""
    if want.term not in question.names:
        return False
    found = re.search(rf"\b{re.escape(want.term)}\w*\s+(?:[A-Z]\.?\s+)?(?P<next>[A-Z][\w'’-]+)", question.rest, re.I)
    return found is not None and any(t in question.names and t in words.frequency for t in terms(found["next"]))


def _like_a_name(want: Asked, text: str, words: Words) -> bool:
    """Whether an unknown word is written or placed like a name: capitals, a possessive, first of the keywords.

    An English word that only narrows the metric down ("the parent's holders only", in brackets) is none by its place.
    """
    term = want.term
    found = re.search(rf"\b{re.escape(term)}\w*", text, re.IGNORECASE)
    if found is None:
        return False
    word, before, after = found[0], text[: found.start()].strip(), text[found.end() :]
    if is_month(word.lower()) or _compares(word.lower()) or UNITS.fullmatch(word):
        return False
    begins = before[-1:] in {".", "?", "!"} and plain(word.lower())  # every sentence begins with a capital letter
    if (word[:1].isupper() and before and not begins) or word.isupper():
        return True
    if plain(word.lower()) and want.weight <= _NARROWING:
        return False
    if re.match(r"['’]s\b", after):
        return True
    if UNITS.search(word):
        return False
    if before and re.search(r"\b(?:does|did)$", before) is None:
        return False
    # "household rubbish 2023" names nobody, where the filings know domestic waste
    return not plain(word.lower()) or _attribute(term, after, words)
