"""What kind of thing a question counts or measures: people, firms, drills; an area, a capacity, an emission.

A sentence often prints several numbers ("85 courses and 62 exams with 11,368 participants"). Which of them is meant is
told by what each of them counts, and by what a thing of the kind that was asked for can be measured in.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tickmark.index.kindred import kindred
from tickmark.index.likeness import Spellings
from tickmark.index.own_words import beside
from tickmark.index.question import Question
from tickmark.index.stems import stem
from tickmark.index.terms import all_terms, terms
from tickmark.ingest.model import Figure

__all__ = ["MEASURES", "asks_for_people", "counted_words", "family", "given_number", "kind_fit"]

MEASURES: Final = (
    ("points", r"percentage points?|pp\b|百分点|百分點"),
    ("carbon", r"tco2e?|co2"),
    ("mass", r"tonnes?|\btons?\b|\bkg\b|kilograms?|\bt\b|吨|噸|公斤"),
    ("volume", r"m3|m³|cubic met(?:re|er)s?|lit(?:re|er)s?|立方米"),
    ("area", r"m2|m²|square (?:met(?:re|er)s?|feet)|\bsq\.? ?m|\bsqm\b|hectares?|acres?|平方米"),
    ("energy", r"[kmgt]wh|\b[gt]j\b|千瓦时"),
    ("power", r"\b[kmg]w\b"),
    ("hours", r"hours?|hrs?\b|小时|小時"),
    ("days", r"\bdays?\b|天"),
    ("shares", r"shares?|股"),
    ("votes", r"votes?|票"),
    ("units", r"\bunits\b"),
)
_PATTERNS: Final = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in MEASURES)
_MEASURED: Final = frozenset({"carbon", "mass", "volume", "area", "energy", "power"})
# what a quantity of this name can be measured in
_DIMENSIONS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), frozenset(families.split()))
    for pattern, families in (
        (r"\b(?:area|floor space|square|sq|acreage)\b|面积|面積", "area"),
        (r"\bcapacity\b|产能|產能|装机|裝機", "power energy mass volume units"),
        (r"\b(?:emissions?|co2|carbon|ghg)\b|排放|碳", "carbon mass"),
        (r"\belectricity\b|电|電", "energy"),
        (r"\benergy\b|能耗", "energy mass volume"),
        (r"\bpower\b", "power energy"),
        (r"\bwater\b|水", "volume mass"),
        (r"\b(?:weight|weigh)\b", "mass"),
        (r"\b(?:duration|deadline|time limit|how long|how soon)\b|多久|时长|時長", "hours days"),
    )
)
_STRICT: Final = (
    (re.compile(r"\b(?:co2e?|carbon|ghg|greenhouse)\b|碳|温室", re.IGNORECASE), frozenset({"carbon", "mass"})),
    (re.compile(r"\belectricity\b|电量|用电", re.IGNORECASE), frozenset({"energy"})),
    (re.compile(r"\bwater\b|用水|耗水", re.IGNORECASE), frozenset({"volume", "mass"})),
)
# words that count the same kind of thing
_ALIKE: Final = tuple(
    frozenset(stem(word) for word in words.split())
    for words in (
        "person persons people employees employee staff workers personnel participants attendees recipients headcount"
        " associates teammates colleagues members persontimes men women newcomers"
        " joiners recruits trainees apprentices interns",
        "companies enterprises firms businesses corporations",
        "institutes institutions",
        "bodies agencies authorities departments",
        "sessions courses trainings classes times events",
        "drills exercises times",
        "machines devices pieces sets units equipment",
        "rules policies articles procedures systems",
    )
)
# "the holders' votes" are votes
_OWNERS = re.compile(r"\b[\w-]+(?:['’]s|s['’])\s+(?=[a-z])")
_COUNTED = re.compile(
    r"(?:\bhow many|\bnumber of|\bno\.? of|\bcount of|#\s?(?:of)?)\s+([\w&-]+(?:\s+[\w&-]+){0,4})", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:of|in|on|at|for|to|by|with|from|who|that|which|when|where|were|was|are|is|be|did|does|do|has|have|had|took"
    r"|got|the|this|per|during|can|could|will|would|may|held|made|given|conducted|organi[sz]ed)\b.*"
    r"|(?<=\s)(?:passed|failed|attended|joined|left|quit|resigned)\b.*",
    re.IGNORECASE,
)
_PER = re.compile(r"\b(?:per|for each|for every)\s+(?!year\b|annum\b|day\b|month\b|capita\b)", re.IGNORECASE)
_ASKS_RATE = re.compile(r"\b(?:per|each|every|intensity|rate|unit|kilo\w*|kg)\b|/|每", re.IGNORECASE)
# what can be told in percent as well
_LESS = re.compile(
    r"\b(?:reduc|cut|lower|less|gain|improv|decreas|increas|drop|more|higher|sav)\w*|降|减|減|增", re.IGNORECASE
)
_HOLDERS: Final = frozenset(map(stem, ("shareholders", "stockholders", "holders", "proxies", "investors", "attendees")))
_HELD: Final = frozenset(map(stem, ("shares", "stock", "votes", "interests")))
_HOLDERS_DO = re.compile(r"\b(?:share|stock)?holders?\b|\bprox(?:y|ies)\b|股东|股東|代理人", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:voted|backed|opposed|supported|rejected|abstained)\b.*", re.IGNORECASE)
_IN_TOTAL = re.compile(r"\b(?:in total|in all|altogether|total amount)\b|总共|合计", re.IGNORECASE)
_PERSONS: Final = frozenset(
    stem(w) for w in ("people", "persons", "ppl", "participants", "attendees", "recipients", "volunteers")
)
# "how many attended", "多少人": it is people that are counted, though no word for them follows
_PEOPLE_DO = re.compile(
    r"\bhow many\s+(?:attend|participat|took part|take part|joined|enrol|signed up|turned up|showed up|passed|graduated"
    r"|quit|left|resigned|volunteered)|\battendance at\b"
    r"|\bhead ?counts?\b|\b(?:staff|workforce|team|crew) (?:size|numbers?|strength)\b"
    r"|\bsize of (?:the |its |their )?(?:[\w&-]+ ){0,3}(?:staff|workforce|team|crew)\b|多少[人名位]|人[数數次]",
    re.IGNORECASE,
)


@lru_cache(maxsize=4_096)
def family(unit: str) -> str | None:
    """The physical measure that a unit belongs to, or None for what is merely counted."""
    return next((name for name, pattern in _PATTERNS if pattern.search(unit)), None)


@lru_cache(maxsize=4_096)
def _said(text: str) -> frozenset[str]:
    """Stems of the words of a question."""
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", text.lower()))


@lru_cache(maxsize=4_096)
def _counted(text: str) -> frozenset[str]:
    """Stems of the noun that is counted: "how many training courses were held" gives those of "training courses"."""
    found = _COUNTED.search(_OWNERS.sub("", text))
    counted = _ENDS.sub("", found[1]) if found else ""
    return frozenset(stem(word.lower()) for word in counted.split()) | frozenset(terms(counted))


@lru_cache(maxsize=4_096)
def _dimensions(text: str) -> frozenset[str]:
    return frozenset().union(*(families for pattern, families in _DIMENSIONS if pattern.search(text)))


@lru_cache(maxsize=4_096)
def _head(text: str) -> str:
    """The last word of the noun that is counted, as a term: "meeting" of "how many board meetings were held"."""
    found = _COUNTED.search(_OWNERS.sub("", text))
    told = terms(_ENDS.sub("", found[1])) if found else ()
    return told[-1] if told else ""


@lru_cache(maxsize=16_384)
def _speaks_of(words: str, head: str) -> bool:
    """Whether words name the thing, in whatever spelling."""
    said = all_terms(words)
    return head in said or bool(Spellings(said).of(head))


def _around(figure: Figure) -> str:
    """What leads to a number in its sentence, and what follows it."""
    return f"{' '.join(figure.label_path)} {beside(figure)}"


@lru_cache(maxsize=4_096)
def _strictly(text: str) -> frozenset[str]:
    """What the one thing that a text names can be measured in and in nothing else; empty where it names several."""
    found = [families for pattern, families in _STRICT if pattern.search(text)]
    return found[0] if len(found) == 1 else frozenset()


def _alike(unit: str, asked: frozenset[str]) -> bool:
    return (
        unit in asked or any(unit in group and group & asked for group in _ALIKE) or not asked.isdisjoint(kindred(unit))
    )


def given_number(question: Question, figure: Figure) -> bool:
    """Whether the question itself gives this number ("the event with 11 participants"): it is not what is asked."""
    if figure.origin == "cell" or figure.number is None:
        return False
    given = _divisors(question.text).union(a.term for a in question.asked if a.term[:1].isdigit())
    return bool(given) and format(figure.number.normalize(), "f") in given


_DIVISOR: Final = re.compile(r"\b(?:per|each|every)\s+(?:[A-Z]{0,3}[$€£¥]?\s?)?(\d[\d,]*)(?![\d.])", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _divisors(text: str) -> frozenset[str]:
    """The numbers by which a question divides: "per RMB 1,000 of revenue"."""
    return frozenset(found[1].replace(",", "") for found in _DIVISOR.finditer(text))


_PLACE = re.compile(r"\b(?:in|at|within|from|by|for|under|during|among|on|per)\b", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _before_place(text: str) -> frozenset[str]:
    """Stems of what is asked for, without where and by whom."""
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", _PLACE.split(text, maxsplit=1)[0].lower()))


def _said_of(figure: Figure) -> str:
    """The innermost label; with the one it is an equivalent of, whose measure it goes on with ("per kilogram")."""
    inner = " ".join(figure.label_path[-1:])
    return " ".join(figure.label_path[-2:]) if inner.startswith("equivalent") else inner


_IMPLIED: Final = {"area": "area", "power": "capacity", "hours": "time duration", "days": "time duration"}


@lru_cache(maxsize=4_096)
def _people_do(text: str) -> bool:
    return _PEOPLE_DO.search(text) is not None


@lru_cache(maxsize=4_096)
def _holders(text: str) -> bool:
    """Whether those who hold shares are to be counted, or who acts for them."""
    counted = _counted(_VOTED.sub("", text))
    if counted & _HOLDERS and not counted & _HELD:
        return True
    return _people_do(text) and _HOLDERS_DO.search(text) is not None


def asks_for_people(question: Question) -> bool:
    """Whether people are to be counted: "how many people hold shares" asks for no shares."""
    return _people_do(question.rest) or bool(_counted(question.rest) & _PERSONS)


def counted_words(figure: Figure) -> frozenset[str]:
    """Stems of what may be said for the thing that a figure counts or measures.

    "Attendees" of so many persons, "firms" of so many enterprises, an "area" of so many square metres.
    """
    unit = (figure.unit or "").partition("/")[0]
    head = stem(unit.partition("-")[0].split(" ")[-1].lower())
    if figure.origin == "cell":
        return _PERSONS if head and _alike(head, _PERSONS) else frozenset()
    implied = frozenset(stem(word) for word in _IMPLIED.get(family(unit) or "", "").split())
    if head and _alike(head, _PERSONS):
        return implied | _PERSONS
    return implied.union(*(group for group in _ALIKE[1:] if head in group))


def _cell_of_people(unit: str) -> float:
    """How well a cell with this unit counts people: one without a unit may count their meetings."""
    if not unit:
        return -0.15
    if family(unit) == "shares":
        return -1.0  # what they were given is no count of them
    return 0.15 if _alike(stem(unit.partition("-")[0].lower()), _PERSONS) else 0.0


def _cell_measured(asked: str, unit: str) -> float:
    """Below 0 where a cell measures what the thing asked for is made from or used in: the power, not its carbon."""
    measured = family(unit)
    if measured not in _MEASURED or _ASKS_RATE.search(asked):
        return 0.0
    possible = _strictly(_PLACE.split(asked, maxsplit=1)[0])
    return -0.4 if possible and measured not in possible else 0.0


_OUTLAY: Final = frozenset({"SPEND", "RND_SPEND", *map(stem, ("investment", "cost", "spending"))})  # of money
_SHARES_SAID = re.compile(r"\b(?:shares?|stock|votes?|voting|securities|units?)\b", re.IGNORECASE)


def _cannot_be(asked: str, unit: str, people: bool) -> bool:
    """Whether a number of a sentence counts what those asked for hold, or people where power or water is asked for."""
    if family(unit) in {"shares", "votes"}:
        return _holders(asked) or (bool(_counted(asked) & _ALIKE[0]) and not _SHARES_SAID.search(asked))
    heads = _alike(stem(unit.rsplit(maxsplit=1)[-1].lower()), _PERSONS)
    return heads and not people and not _counted(asked) and bool(_strictly(_PLACE.split(asked, maxsplit=1)[0]))


def _no_count(question: Question, figure: Figure) -> bool:
    """Whether a figure counts nobody: money, or a part of something where no part and no growth is asked for."""
    if figure.currency is not None:
        return True
    if figure.unit != "%" or not _people_do(question.rest):
        return False
    part = question.percent or question.change or question.intent == "calculation"
    return not part or not _OUTLAY.isdisjoint(all_terms(" ".join(figure.label_path)))


def kind_fit(question: Question, figure: Figure) -> float:
    """From 0.4, the very thing that was to be counted, to -0.4, another kind of thing; 0 where nothing is said."""
    unit = (figure.unit or "").partition("/")[0]
    said = _said(question.rest)
    people = bool(said & _PERSONS) or _people_do(question.rest)
    if people and not question.money and _no_count(question, figure):
        return -1.0 if _people_do(question.rest) else -0.4
    if question.count and question.unit is None and family(unit) in _MEASURED and not _dimensions(question.rest):
        return -0.4  # "how many cars": no tonnes
    if figure.origin == "cell":
        if family(unit) in {"shares", "votes"} and _holders(question.rest):
            return -1.0  # those who voted are not counted by their votes
        return _cell_of_people(unit) if people else _cell_measured(question.rest, unit)
    if not unit or figure.currency is not None:
        return 0.0
    if _cannot_be(question.rest, unit, people):
        return -1.0
    rate = -0.3 if _PER.search(_said_of(figure)) and not _ASKS_RATE.search(question.rest) else 0.0
    if unit in {"%", "percentage points"}:
        less = _LESS.search(question.rest) and not _IN_TOTAL.search(question.rest)
        amount = _dimensions(question.rest) and not (question.percent or question.change or less)
        return rate - (0.5 if amount else 0.0)
    measured = family(unit)
    if measured is not None:
        possible = _dimensions(question.rest)
        odd = possible and measured not in possible and measured not in {"points", "units"}
        return -0.4 if odd else rate
    return _counts_asked(question, figure, unit, said, people)


_NARROWED = re.compile(r"\s([a-z]+[^s\s])\s+([a-z]+[^s\s]s)$")


@lru_cache(maxsize=4_096)
def _only_narrows(text: str, head: str) -> bool:
    """Whether what a number counts only says which things are asked for: patents, of "how many patent applications"."""
    found = _COUNTED.search(_OWNERS.sub("", text))
    said = _NARROWED.search(f" {_ENDS.sub('', found[1]).strip().lower()}") if found else None
    if said is None or stem(said[1]) != head:
        return False
    return not _alike(stem(said[2]), frozenset({head}))


def _counts_asked(question: Question, figure: Figure, unit: str, said: frozenset[str], people: bool) -> float:
    """The fit of a number of a sentence that counts things."""
    head = stem(unit.rsplit(maxsplit=1)[-1].lower())
    wanted = _PERSONS if _people_do(question.rest) else _counted(question.rest)
    if wanted:
        if _alike(head, wanted) and not _only_narrows(question.rest, head):
            return 0.4
        named = _head(question.rest)
        return -0.3 if not named or _speaks_of(_around(figure), named) else -0.8  # so many of another thing
    measurable = bool(_dimensions(question.rest))
    if people and not _alike(head, _PERSONS):
        return 0.0 if head in said else -0.4
    if not people and not _alike(head, _before_place(question.rest)) and _alike(head, said):
        return 0.0  # "firms in the alliance": firms are asked for, not alliances
    if people or _alike(head, said):
        return 0.0 if measurable else 0.4
    if measurable:
        return -0.4
    spoken_of = not said or question.count or any(want.term in all_terms(unit) for want in question.asked)
    return 0.0 if spoken_of else -0.1  # a count of what the question does not speak of
