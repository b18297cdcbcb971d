"""The parts that a question lists by name: columns of one row, or rows of one column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from tickmark.index.asked.weights import in_one
from tickmark.index.checking.sameness import COMMON, unit_key
from tickmark.index.question import Question
from tickmark.index.search import FigureCandidate, Searcher, SearchResult
from tickmark.index.words.analysis import STOP_WORDS
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.fitting import LIMITS, Decision, fits
from tickmark.service.parts.listed_things import things
from tickmark.service.parts.siblings import across_listed, fullest_row, listed, row_of, siblings, without_total

__all__ = ["TOTAL", "WAYS", "apart", "many_listed", "named_columns", "named_rows", "one_way", "words_of"]

WAYS: Final = frozenset({"VOTE_FOR", "VOTE_AGAINST", "VOTE_ABSTAIN"})
"""The concepts of the ways to vote."""
_LISTED: Final = re.compile(r"[/,]|\band\b|\bversus\b|\bvs\b|[、和与及]", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:,\s*(?:and|or)\b|[/,、]|\b(?:and|or|versus|vs)\b\.?|[和与及])\s*", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[:;?!()：；？]|\s[-–—]\s")
_ASIDE: Final = re.compile(r"[(（]([^()（）]*)[)）]")
_WORD: Final = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
_LETTER: Final = re.compile(
    r"(?<![\w.'’&-])(?:[A-HJ-Z](?=\s+(?:and|or|vs|&)\b|[\s-](?:[Ss]hares?|[Cc]lass(?:es)?)\b|\s*[,/?.)]|\s*$)"
    r"|(?<=and )[A-HJ-Z](?![\w.'’&-]))"
)
TOTAL: Final = re.compile(r"(?:(?:sub|grand)[- ]?)?totals?|合[计計]|总[计額额]|總[計額]", re.IGNORECASE)
_EMPTY: Final = COMMON | frozenset(map(stem, STOP_WORDS))
# "for / against / abstained, number of votes"
_COUNTED: Final = re.compile(
    r"(?:in\s+)?(?:the\s+)?(?:numbers?|no\.?|count|amounts?)\s+of\s+\w+|in\s+\w+|%", re.IGNORECASE
)
# "At the yearly meeting of the board, what ...": where it was, and nothing listed
_WHERE: Final = re.compile(
    r"^\W*(?:cumulative\s*|(?:at|in|on|by|until|during|under|per|according\s+to|from|as\s+of)\s+"
    r"(?:(?!\band\b|\bor\b)[^,/&])*),\s*"
    r"(?=(?:what|how)\b)",
    re.IGNORECASE,
)
# "by treatment method": what a whole is divided by names none of its parts ("Other methods")
_DIVIDED_BY: Final = re.compile(
    r"\b(?:by|per|each|every)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:method|way|route|type|kind|sort|category|categorie|class|group|form|level|grade|band|bracket)e?s?\b",
    re.IGNORECASE,
)
_SEEDS, _LOOKED_AT = 6, 60
_ALL: Final = 0.95  # share of the words that make a label just what was asked for
_PAIR: Final = 2
_SHORT: Final = 2  # words of an item of such a list
_SHORT_ZH: Final = 8  # characters of a Chinese one, with what it asks of it
_LIST: Final = 3  # items that make a list of what a table heads its columns with


def named_columns(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The cells of the best row under the columns that a question lists ("votes for / against / abstained").

    A list of as many things as the row has such columns is of them, though some are worded otherwise ("yes / no").
    """
    text = result.question.text
    whole = _whole(result)
    if (
        one_way(result.question)
        or not _LISTED.search(text)
        or whole is None
        or whole.figure.cell is None
        or not whole.figure.column_path
    ):
        return None
    if fitting := [c for c in result.figures[:10] if fits(c) and c.figure.cell is not None]:
        whole = fullest_row(fitting, whole) if whole in fitting else whole
    if whole.figure.unit == "%" and not result.question.percent:  # the numbers before their shares
        counts = (c for c in result.figures[:10] if fits(c) and c.row.id == whole.row.id and c.figure.unit != "%")
        whole = next(counts, whole)
    ours = whole.figure
    row = [c for c in row_of(searcher, result, whole) if unit_key(c.figure) == unit_key(ours)]
    heads = [" ".join(c.figure.column_path) for c in row]
    named: dict[str, FigureCandidate] = {}
    for cell, head, said in zip(row, heads, _said(heads, text), strict=True):
        if said and cell.figure.period == ours.period:
            named.setdefault(head, cell)
    beside = [c for c in row if c.figure.period == ours.period and c.figure.column_path[:-1] == ours.column_path[:-1]]
    items = _items(text)
    if named and len(beside) == len(items) >= _LIST and all(map(_is_short, items[1:])):
        return across_listed(whole, beside)
    return across_listed(whole, list(named.values())) if len(named) > 1 else None


def one_way(question: Question) -> bool:
    """Whether one way to vote is asked for by itself: "for" is a preposition as well, and another column's name."""
    named = WAYS.intersection(want.term for want in question.asked)
    return len(named) == 1 and not many_listed(question.text)  # "yes / no / withheld"


def many_listed(text: str) -> bool:
    """Whether a text ends with a list of three or more short things ("yes / no / abstained")."""
    items = _items(text)
    return len(items) >= _LIST and all(map(_is_short, items[1:]))


def _is_short(item: str) -> bool:
    """Whether an item of a list is a word or two."""
    return len(item.split()) <= _SHORT and sum(map(len, _HAN.findall(item))) <= _SHORT_ZH


def _said(heads: Sequence[str], text: str) -> list[bool]:
    """Whether a text says what tells a head from the others: "against" of "votes against", or its concept."""
    told = [False] * len(heads)
    for read in (words_of, _concepts):
        said = read(text)
        for i, own in enumerate(apart([read(head) for head in heads])):
            told[i] = told[i] or (bool(own) and own <= said)
    return told


def named_rows(searcher: Searcher, result: SearchResult) -> Decision | None:
    """The rows of the best figure's group that a question lists ("new hires, men and women").

    A row that says all that the others say together ("Scope 1 and Scope 2") is what was asked for, and no list.
    """
    whole = _whole(result)
    rest = in_one(_WHERE.sub("", result.question.rest))
    if not _lists(rest) or whole is None or _says_all(whole):
        return None
    group = siblings(searcher, result, whole) if whole.figure.cell is not None else _in_sentence(result, whole)
    members = [c for c in group if c.figure.label_path and not TOTAL.fullmatch(c.figure.label_path[-1].strip(" :"))]
    if any(_heads(whole, c) for c in members):  # the whole is no part of itself
        members = [c for c in members if c.figure.id != whole.figure.id]
    named = without_total(_named_among(members, _without_alias(_DIVIDED_BY.sub(" ", rest))))
    if len(named) < len(_items(rest)) and _DIVIDED_BY.search(rest):
        return None  # what it is divided by is said, and not all of the list is known: all of them are shown
    mine = any(c.figure.id == whole.figure.id or _heads(whole, c) for c in named)
    return listed(whole, named) if len(named) > 1 and mine else None


def _without_alias(text: str) -> str:
    """A text without what only says in brackets once more what stands before them.

    "Capital expenditure (purchases of property and equipment)" lists nothing; "headcount (men and women)" does.
    """
    aside = _ASIDE.search(text)
    if aside is None:
        return text
    before, inside = (frozenset(filter(is_concept, terms(part))) for part in (text[: aside.start()], aside[1]))
    return text if before.isdisjoint(inside) else _ASIDE.sub(" ", text)


def _lists(rest: str) -> bool:
    """Whether a question lists things: what is left of "(the second meeting, 23 November)" without its day does not."""
    return any(len(things(_BETWEEN.split(clause.strip()))) > 1 for clause in _CLAUSE.split(rest))


def _says_all(candidate: FigureCandidate) -> bool:
    """Whether a row's own label is just what was asked for: "Purchases of property and equipment" lists nothing."""
    features = candidate.features
    return not features.missing and features.own >= _ALL and features.precision >= _ALL


def _named_among(members: Sequence[FigureCandidate], text: str) -> list[FigureCandidate]:
    """The siblings that a text names by what tells them apart; all, where it names each in part ("senior, middle").

    Where it lists as many things as it names in part, each by words of its own, it is these.
    """
    items = _items(text)
    short = len(items) >= _LIST and all(map(_is_short, items[1:]))
    by_concepts = _told(members, text, _concepts)
    by_words = _told(members, text, words_of)
    named = [(own, c) for own, said, c in by_concepts if own and own <= said]
    for told in (by_concepts, by_words):
        partly = [(own & said, c) for own, said, c in told if own & said]
        if short and len(members) == len(items) > len(partly) > 1:
            return list(members)  # as many as are listed, some in other words
        if len(partly) == len(items) > len(named) and len({words for words, _ in partly}) == len(partly):
            named = partly
    if len(named) < 2:
        named = [(own, c) for own, _, c in by_words] if _each_in_part(by_words, items) else []
    if not _distinct(named):  # a concept may hold a word that all the labels have ("recycled waste")
        named = [(own, c) for own, said, c in by_words if own and own <= said]
    if not _distinct(named):
        return []
    chosen = [c for _, c in named]
    with_alike = (
        _with_alike(chosen, told, items, read) for told, read in ((by_words, words_of), (by_concepts, _concepts))
    )
    return max(with_alike, key=len)


def _with_alike(
    named: list[FigureCandidate],
    told: Sequence[tuple[frozenset[str], frozenset[str], FigureCandidate]],
    items: Sequence[str],
    read: Callable[[str], frozenset[str]],
) -> list[FigureCandidate]:
    """The siblings named, with those of an item that names several at once: all rows of "combustion" in such a list."""
    chosen = {c.figure.id for c in named}
    said = frozenset[str]().union(*(own for own, _, c in told if c.figure.id in chosen))
    left = [words for item in items if (words := read(item)) and words.isdisjoint(said)]
    if not named or len(named) + len(left) < _PAIR or len(left) != 1:
        return named
    return [c for own, _, c in told if c.figure.id in chosen or own & left[0]]


def _each_in_part(told: Sequence[tuple[frozenset[str], frozenset[str], FigureCandidate]], items: Sequence[str]) -> bool:
    """Whether each sibling is named in part, and not all of them by the words of one item of a list."""
    if not all(own & said for own, said, _ in told):
        return False
    places = [{i for i, item in enumerate(items) if own & said & words_of(item)} for own, said, _ in told]
    return len(items) < _PAIR or any(len(place) != 1 or place != places[0] for place in places)


def _distinct(named: Sequence[tuple[frozenset[str], FigureCandidate]]) -> bool:
    """Whether no word names two of them."""
    told_apart = frozenset[str]().union(*(words for words, _ in named))
    return len(told_apart) == sum(len(words) for words, _ in named)


def _told(
    members: Sequence[FigureCandidate], text: str, read: Callable[[str], frozenset[str]]
) -> list[tuple[frozenset[str], frozenset[str], FigureCandidate]]:
    """Each sibling with what its label alone says, as it is read, and what the text says."""
    said = read(text)
    own = apart([read(c.figure.label_path[-1]) - _EMPTY for c in members])
    return [(words, said, c) for words, c in zip(own, members, strict=True)]


def _items(text: str) -> list[str]:
    """The things of the longest list in a text, without a last one that only says what is counted."""
    found = max((_BETWEEN.split(clause) for clause in _CLAUSE.split(text)), key=len, default=[])
    return found[:-1] if len(found) > _LIST and _COUNTED.fullmatch(found[-1].strip()) else found


def apart(heads: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """What each head says that not all do."""
    shared = frozenset[str].intersection(*heads) if heads else frozenset[str]()
    return [head - shared for head in heads]


def words_of(text: str) -> frozenset[str]:
    """The words of a text, and the single letters that name a class or a plant ("A and H") in it."""
    return frozenset(map(stem, _WORD.findall(text.lower()))) | {f"{name[0]}!" for name in _LETTER.finditer(text)}


def _concepts(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def _whole(result: SearchResult) -> FigureCandidate | None:
    """The best figure that fits; where none does by itself, the first of those that say together what is listed."""
    if (one := next((c for c in result.figures[:10] if fits(c)), None)) is not None:
        return one
    rated = [(_said_together(result, c), -i, c) for i, c in enumerate(result.figures[:_SEEDS]) if _may_be_listed(c)]
    best = max(rated, default=None, key=lambda one: one[:2])
    return best[2] if best is not None and best[0] >= LIMITS.cover else None


def _may_be_listed(candidate: FigureCandidate) -> bool:
    features = candidate.features
    right = features.period >= LIMITS.period and features.unit > LIMITS.unit
    return right and candidate.figure.cell is not None and not (features.names or features.only_numbers)


def _said_together(result: SearchResult, seed: FigureCandidate) -> float:
    """The share of the question that a figure and those beside it say, each of which leaves out another thing of it.

    One figure of a list says one of its things: none of them says all that was asked for.
    """
    beside = [c for c in result.figures[:_LOOKED_AT] if c.row.table == seed.row.table and _are_siblings(c, seed)]
    missing = [frozenset(c.features.missing) for c in beside]
    nowhere = frozenset[str].intersection(*missing) if missing else frozenset[str]()
    if not all(own - nowhere for own in missing) or len(beside) < 2:
        return 0.0
    weights = {a.term: a.weight for a in result.question.asked}
    total = sum(weights.values())
    return 1 - sum(weights.get(term, 0.0) for term in nowhere) / total if total else 0.0


def _are_siblings(a: FigureCandidate, b: FigureCandidate) -> bool:
    """Whether two cells stand in one row, or under one outer label in one column, of one unit and time."""
    ours, theirs = a.figure, b.figure
    if a.filing.id != b.filing.id or unit_key(ours) != unit_key(theirs) or ours.period != theirs.period:
        return False
    one_column = ours.column_path == theirs.column_path and ours.label_path[:-1] == theirs.label_path[:-1]
    return a.row.id == b.row.id or one_column


def _heads(whole: FigureCandidate, part: FigureCandidate) -> bool:
    """Whether a part of a sentence is told under the name of the whole: "so many shares, of which A shares"."""
    return whole.row.id == part.row.id and whole.figure.label_path == part.figure.label_path[:-1] != ()


def _in_sentence(result: SearchResult, whole: FigureCandidate) -> list[FigureCandidate]:
    """The figures of the same sentence that are told of the same thing, in the same unit and of the same time."""
    figure = whole.figure
    return [
        c
        for c in result.figures
        if c.row.id == whole.row.id
        and (c.figure.label_path[:-1] == figure.label_path[:-1] or _heads(whole, c))
        and c.figure.period == figure.period
        and unit_key(c.figure) == unit_key(figure)
    ]
