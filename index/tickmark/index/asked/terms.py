"""What a question asks for, as weighted terms: empty words left out, those that only qualify weighed less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from tickmark.index.asked.currency import without_currency
from tickmark.index.asked.dates import is_month
from tickmark.index.asked.named_unit import COUNTED_ENDS, HOW_MANY, UNITS
from tickmark.index.asked.weights import narrowing
from tickmark.index.words.analysis import STOP_WORDS, words
from tickmark.index.words.glossary import glossary
from tickmark.index.words.kindred import JOINT, kindred, phrases
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import asked_terms, is_concept, terms

__all__ = [
    "PARTS",
    "SLICE",
    "WEAK_CONCEPTS",
    "Asked",
    "asked_in",
    "chinese_filler",
    "fillers",
    "limiting",
    "names_something",
    "or_before",
    "people_apart",
    "says_something",
]

# a part of a whole, not a share of a company: "green power share", not "earnings per share" or "share price"
_PART: Final = re.compile(
    r"(?<=[a-z] )(?<!\bper )(?<!\beach )(?<!earnings )(?<!dividend )(?<!profit )(?<!loss )(?<!value )(?<!price )"
    r"(?<!assets )(?<!income )(?<!\b[ABH] )share(?= (?:at|in|for|by|during|within)\b|\s*[,?(]|\s*$)",
    re.IGNORECASE,
)
# what is told per RMB of revenue is an intensity, in whatever unit
_RELATIVE: Final = re.compile(
    r"\brelative to(?! (?:the )?(?:revenue|sales|turnover|output|production)\b)", re.IGNORECASE
)
PARTS: Final = (_PART, _RELATIVE)

SLICE: Final = (
    r"(?:how (?:big|large|great|small|high|much of|wide)|what|which|what sort of|what kind of"
    r"|what size) (?:of )?(?:an? |the )?"
    r"(?:slice|chunk|part|portion|share|proportion|fraction|percentage|cut|piece|stake) of"
    r"|as an? (?:part|fraction|share|slice|chunk|portion|piece|cut) of"
)
_WHAT_PART: Final = re.compile(rf"\b(?:(?:which|what) (?:part|fraction|portion|share) of|{SLICE})\b", re.IGNORECASE)
_HOW: Final = re.compile(r"\bhow (?:large|big|high|low|small|strong|old|long|soon|quickly)\b", re.IGNORECASE)
# one votes against a motion; a share is measured against a whole, and a loan taken against a pledge
_AGAINST: Final = re.compile(
    r"(?<!many )(?<!many were )(?<!number )(?<!shares )(?<!and )(?<!or )(?<!/)\bagainst(?:\s+(?=\w)|\W*$)",
    re.IGNORECASE,
)
_VOTING: Final = re.compile(
    r"\b(?:vot\w+|ballots?|polls?|resolutions?|motions?|proposals?|amend\w*|(?:meeting|mtg)s?|[ae]gms?"
    r"|abst[ae]\w+|shareholders?|in favou?r|(?:went|go|goes|going|came (?:out|down)|come (?:out|down)) against)\b",
    re.IGNORECASE,
)
_ON_THE_DAY: Final = re.compile(r"\bon (?:the|that) (?:same )?(?:day|date)\b", re.IGNORECASE)
_TAKES_PLACE: Final = re.compile(r"\b(?:took|takes?|taken|taking) place\b", re.IGNORECASE)
_HELD: Final = re.compile(r"\bheld\b", re.IGNORECASE)
_HOLDING: Final = re.compile(
    r"%|\b(?:shares?|stocks?|stake|interest|equity|percent\w*|proportion|securities)\b", re.IGNORECASE
)
# where it was said, unless meetings are counted
_MEETINGS: Final = re.compile(r"\b(?:how many|number of|no\.? of)\s+(?:[\w-]+\s+){0,3}meetings?\b", re.IGNORECASE)
# where it was decided, unless the meeting itself is asked about: "approved at the annual general meeting"
_AT_MEETING: Final = re.compile(
    r"\b(?:at|during)\s+(?:the\s+|its\s+|their\s+|an?\s+|that\s+|last\s+|latest\s+)*(?:annual"
    r"|ordinary)\s+general\s+meetings?\b",
    re.IGNORECASE,
)
_CHINESE_FILLER: Final = re.compile("[的了是多少几幾在和与與及个個请請问問为為年月日吨噸公司本其谁誰这這次变化變化]")
_HAN: Final = re.compile("[\u3040-\u9fff]")
_DONE: Final = re.compile(r"[a-z]{4,}(?:ed|ing)", re.IGNORECASE)
_DONE_WEIGHT: Final = 0.6
_PHRASE_WEIGHT: Final = 0.3
_TURN_WEIGHT: Final = 0.5  # a turn of phrase with a word of its own in the filings
_PHRASAL: Final = re.compile(
    r"\b(?:did|does|do)\s+(?:(?:it|they|he|she|the\s+\w+)\s+)?(?P<verb>[a-z]{3,})"
    r"\s+(?:up|out|in|on|off|over|down|back|away)\b",
    re.IGNORECASE,
)
# a rise or fall, put strongly
_MOVING: Final = frozenset(
    stem(word)
    for word in words(
        "jump climb surge soar balloon swell leap rocket slide plunge slump dip tumble shrink double triple creep edge"
        " expand widen spike leapt shrank shrunk crept swelled swollen"
    )
)
_PEOPLE: Final = frozenset(
    term
    for word in ("persons", "people", "employees", "staff", "workers", "shareholders", "directors", "managers")
    for term in terms(word)
)

# what somebody is: "independent directors" are not all of them
_STATUS: Final = re.compile(
    r"\b(?P<status>independent|temporary|permanent|seasonal|foreign|retired|disabled|pregnant|expatriate|migrant)\s+"
    r"(?:persons?|people|employees?|staff|workers?|workforce|directors?|managers?|executives?|contractors?"
    r"|shareholders?|members?|colleagues)\b",
    re.IGNORECASE,
)

# concepts that qualify a metric; on their own they name none
WEAK_CONCEPTS: Final = frozenset(
    {
        "CONSUMPTION",
        "CUMULATIVE",
        "DECREASE",
        "EMISSION",
        "EXCLUDING",
        "FORECAST",
        "GENERATED",
        "INCREASE",
        "MEASURES",
        "PERCENTAGE",
        "PER_CAPITA",
        "PRODUCTION",
        "PURPOSE",
        "SAVED",
        "SEGMENT",
        "SPEND",
        "STAKE",
        "TARGET",
        "VOTE",
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for: a term and its weight before frequency is known."""

    term: str
    weight: float = 1.0


@cache
def fillers() -> frozenset[str]:
    """Stems of the words that say nothing of the metric; the list is data."""
    lines = (files("tickmark.index") / "data" / "fillers.txt").read_text("utf-8").splitlines()
    listed = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset(stem(w) for w in STOP_WORDS.union(listed))


def chinese_filler(text: str) -> bool:
    """Whether Chinese characters hold one that only joins others or asks."""
    return _CHINESE_FILLER.search(text) is not None


def asked_in(rest: str, change: bool = False, issuers: Collection[str] = ()) -> tuple[Asked, ...]:
    """The terms of the metric, fillers left out; concepts that only qualify, units, and what narrows it weigh less."""
    rest = _plainly(rest)
    empty = fillers() - {"meeting"} if _MEETINGS.search(rest) else fillers()
    done = _done(rest)
    factors = narrowing(rest, issuers, WEAK_CONCEPTS)
    found: dict[str, float] = {}
    unit_stems = frozenset(stem(w) for m in UNITS.finditer(rest) for w in words(m[0]))
    for term in asked_terms(rest, phrases(), exactly=_VOTING.search(rest) is not None):
        if (term in empty and term not in glossary().loose) or (len(term) < 2 and not term.isdigit()):
            continue
        if _HAN.match(term) and chinese_filler(term):
            continue
        weight = 0.1 if change and term == "PERCENTAGE" else _weight(term, unit_stems)
        weight *= done.get(term, 1.0)
        found[term] = max(found.get(term, 0.0), weight * factors.get(term, 1.0))
    return tuple(Asked(term, weight) for term, weight in found.items())


def _plainly(rest: str) -> str:
    """The metric's words, turns of phrase put plainly."""
    rest = _WHAT_PART.sub("percentage of", _ON_THE_DAY.sub(" ", rest))
    rest = _HOW.sub(" ", _PART.sub("percentage", without_currency(rest)))
    rest = rest if _MEETINGS.search(rest) else _AT_MEETING.sub(" meeting ", rest)
    rest = rest if _VOTING.search(rest) else _AGAINST.sub(" ", rest)
    rest = _TAKES_PLACE.sub(" ", _RELATIVE.sub("percentage of", rest))
    return rest if _HOLDING.search(rest) else _HELD.sub(" ", rest)  # shares are held, and so are meetings


def _weight(term: str, unit_stems: frozenset[str]) -> float:
    if term in {"INCREASE", "DECREASE", "chang"}:
        return 0.15
    if term == "FORECAST":
        return 0.25
    if term in _MOVING:
        return 0.3
    if JOINT in term and unit_stems.issuperset(term.split(JOINT)):
        return 0.2  # "cubic metres"
    if JOINT in term and kindred(term):
        return _TURN_WEIGHT
    if is_month(term):
        return 0.3  # of a year that is not named
    if term in WEAK_CONCEPTS:
        return 0.5
    if term in unit_stems:
        return 0.2  # a unit says how the answer is measured, not what it is
    return 0.15 if _HAN.match(term) else 1.0


def _done(rest: str) -> Mapping[str, float]:
    """What terms of doing count: how a thing was dealt with ("handled", "carried out") is put in many ways.

    Verbs with a particle are turns of phrase ("what did they ring up in sales").
    """
    verbs = (term for found in _PHRASAL.finditer(rest) for term in terms(found["verb"]) if not is_concept(term))
    return {**dict.fromkeys(_participles(rest) - limiting(rest), _DONE_WEIGHT), **dict.fromkeys(verbs, _PHRASE_WEIGHT)}


def limiting(rest: str) -> frozenset[str]:
    """Terms of participles that stand before their noun and say which are meant: "restricted shares"."""
    return frozenset[str]().union(*(done for done, _ in _attributes(rest)))


def people_apart(rest: str) -> frozenset[str]:
    """Terms that set people apart: a count of all persons tells nothing of "disabled persons" or of women.

    Where both women and men are asked for, all are. So does what is counted, where the glossary knows it: a count of
    employees is none of suppliers.
    """
    participles = frozenset[str]().union(*(done for done, noun in _attributes(rest) if noun in _PEOPLE))
    participles |= {stem(m["status"].lower()) for m in _STATUS.finditer(rest)}
    kinds = glossary().apart
    named = {term for term in terms(rest) if term in kinds}
    counts = Counter(kinds[term] for term in named)
    return participles | _head_counted(rest) | {term for term in named if counts[kinds[term]] == 1}


def _head_counted(rest: str) -> frozenset[str]:
    """The concept that is counted: the last one of "how many overseas suppliers"; none where another noun follows it.

    What is counted is many: a plain word without an "s" behind it says what they do ("how many suppliers sit in ...").
    """
    found = HOW_MANY.search(rest)
    said = COUNTED_ENDS.sub("", found["counted"]) if found else ""
    counted = [] if UNITS.search(said) else words(said)  # "how many tonnes of waste": amounts are not counted
    while counted and not counted[-1].endswith("s") and not any(map(is_concept, terms(counted[-1]))):
        counted.pop()
    heads = terms(" ".join(counted))[-1:]
    return frozenset(term for term in heads if is_concept(term) and term not in WEAK_CONCEPTS)


def _attributes(rest: str) -> Iterator[tuple[frozenset[str], str]]:
    """The terms of each participle that stands before a noun, and the first term of the noun."""
    for word, after in pairwise(words(rest)):
        if after[:1].isalpha() and after not in STOP_WORDS and (done := _participles(word)):
            yield done, next(iter(terms(after)), "")


@lru_cache(maxsize=16_384)
def _participles(text: str) -> frozenset[str]:
    found = (term for word in words(text) if _DONE.fullmatch(word) for term in terms(word))
    return frozenset(term for term in found if not is_concept(term))


def says_something(text: str) -> bool:
    """Whether there is anything to look for in a text."""
    return any(term not in fillers() for term in terms(text))


def names_something(text: str) -> bool:
    """Whether a text names more than a year."""
    return any(term not in fillers() and not term.isdigit() for term in terms(text))


def or_before(bare: str, before: str) -> str:
    """A text that something was taken out of; as it was where nothing to look for is left."""
    return bare if says_something(bare) else before
