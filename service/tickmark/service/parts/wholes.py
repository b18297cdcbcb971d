"""Whether a share that a filing prints is of the whole that was asked for."""

from __future__ import annotations

import re

from tickmark.index.checking.sameness import COMMON
from tickmark.index.question import WEAK_CONCEPTS, Question, fillers
from tickmark.index.search import FigureCandidate
from tickmark.index.words.analysis import words
from tickmark.index.words.kindred import kindred
from tickmark.index.words.stems import stem
from tickmark.index.words.terms import is_concept, terms
from tickmark.service.calculations.operations import shares_asked

__all__ = [
    "column_names",
    "goes_on",
    "names_whole",
    "of_all",
    "of_another_whole",
    "of_own_whole",
    "told_of_another",
    "without_its_whole",
]

_SHARE_OF = re.compile(
    r"\b(?:proportion|percentage|percent|share|ratio)\s+(?:to|of|in)\s+(?:the\s+)?(?P<whole>.+)$", re.IGNORECASE
)
_AS_SHARE_OF = re.compile(
    r"\b(?:as\s+an?\s+(?:percentage|percent|share|proportion|%)|(?:account(?:s|ed|ing)?\s+for|represent(?:s|ed"
    r"|ing)?)(?:\s+%)?)"
    r"\s+of\s+(?:the\s+)?(?P<whole>.+)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)?")
_ALL = 100
_LOOSE = 0.3  # share of the words of a label that was asked for
_NARROWING = 0.5  # a term that weighs less only says more of what the others name
_RATE = re.compile(r"\brates?\b|率", re.IGNORECASE)
# "what percentage of staff quit" asks for the rate itself
_OF_PEOPLE_WHO = re.compile(
    r"(?:percentage|percent|per cent|pct|%|share|proportion|fraction) of (?:the |its |their |all "
    r"|our )*(?:[\w-]+ ){0,2}"
    r"(?:staff|employees|workers|workforce|people|headcount|women|men|managers|team)(?: members)?,? "
    r"(?:(?:who|that) )?(?:have |has |had )?(?:quit|left|leave|resigned|departed|walked(?: out)?|churned|moved on)\b",
    re.IGNORECASE,
)
_RATE_OF = re.compile(r"\brate of\s+(?P<whole>.+)$", re.IGNORECASE)


def of_another_whole(question: Question, printed: FigureCandidate) -> bool:
    """Whether a printed share leaves out words of the whole that was asked for: of all staff, not of the new hires."""
    share = next(shares_asked(question.rest), None)
    if share is None:
        return False
    wanted = set(terms(share.whole)) - COMMON - fillers()
    named = _SHARE_OF.search(" ".join(printed.figure.column_path))
    own = set(terms(named["whole"])) - COMMON - fillers() if named else set()
    # "Proportion to the shares held" is none of the shares pledged
    return bool(wanted & set(printed.features.missing)) or bool(own and wanted and not own & wanted)


def told_of_another(whole: str, printed: FigureCandidate) -> bool:
    """Whether the label of a printed share says outright of what it is one, and that is nothing of a whole.

    "Research spending as a percentage of revenue" is no share of the employees, nor is what a plant accounts for of
    all power one of the green power.
    """
    named = _AS_SHARE_OF.search(" ".join(printed.figure.label_path[-1:]))
    wanted = set(terms(whole)) - fillers() - COMMON
    own = set(terms(named["whole"])) - fillers() - COMMON if named else set()
    if not own or not set(terms(whole)) - fillers() - {"total"}:
        return False
    return not own & wanted or bool(own - wanted and any(map(is_concept, wanted - own)))


def of_all(printed: FigureCandidate) -> bool:
    """Whether a sentence that is mostly about other things tells that something is so of all in it: of no part."""
    figure = printed.figure
    return figure.origin != "cell" and figure.number == _ALL and printed.features.precision < _LOOSE


def goes_on(printed: FigureCandidate, part: FigureCandidate, whole: str) -> bool:
    """Whether a sentence tells a part and goes on with its share of the whole ("43 kWh, accounting for 58% of ...")."""
    if printed.figure.origin != "prose" or printed.figure.unit != "%" or printed.filing.id != part.filing.id:
        return False
    named = _AS_SHARE_OF.search(" ".join(printed.figure.label_path[-1:]))
    own = {*terms(named["whole"]), *map(stem, words(named["whole"]))} if named else set[str]()
    wanted = set(terms(whole)) - fillers() - COMMON - WEAK_CONCEPTS
    same = printed.figure.label_path[:-1] == part.figure.label_path and printed.figure.context == part.figure.context
    return same and bool(wanted) and wanted <= own


def column_names(whole: str, printed: FigureCandidate) -> bool:
    """Whether all that the column of a printed share tells of its whole is said of a whole as well."""
    named = _SHARE_OF.search(" ".join(printed.figure.column_path))
    own = set(terms(named["whole"])) - COMMON - fillers() if named else set()
    return bool(own) and own <= set(terms(whole))


def names_whole(question: Question, printed: FigureCandidate) -> bool:
    """Whether the column of a printed share names the whole that was asked for: "Proportion to the shares held"."""
    share = next(shares_asked(question.rest), None)
    named = _SHARE_OF.search(" ".join(printed.figure.column_path))
    if share is None or named is None or of_another_whole(question, printed):
        return False
    return bool((set(terms(share.whole)) & set(terms(named["whole"]))) - COMMON - fillers())


def without_its_whole(question: Question, printed: FigureCandidate) -> bool:
    """Whether a printed share says nothing of the metric that the whole is: women of all staff, not of those hired.

    Or leaves out a metric that the part is told by: "overseas customers" are not those of the customer service.
    """
    share = next(shares_asked(question.rest), None)
    concepts = {term for term in terms(share.whole) if is_concept(term)} - COMMON if share is not None else set()
    named = _ASIDE.sub(" ", share.part) if share is not None else ""
    narrowing = {want.term for want in question.asked if want.weight < _NARROWING}  # "delivered by suppliers"
    part = {term for term in terms(named) if is_concept(term)} - COMMON - WEAK_CONCEPTS - narrowing
    if not part.isdisjoint(printed.features.missing):
        return True
    if share is not None and printed.features.missing and told_of_another(share.whole, printed):
        return True
    return bool(concepts) and concepts <= set(printed.features.missing)


def of_own_whole(question: Question, printed: FigureCandidate, named_whole: str = "") -> bool:
    """Whether a printed figure is a rate where a part of a whole was asked for: a rate has a whole of its own.

    Of those who left, a third were men; the turnover rate of men is another thing. ``named_whole`` is the whole where
    the question does not word it as a share ("what slice of the staff sits in the north?").
    """
    share = next(shares_asked(question.rest), None)
    if _OF_PEOPLE_WHO.search(question.rest):
        return False
    label = " ".join((*printed.figure.label_path, *printed.figure.column_path))
    asked = share.whole if share is not None else named_whole
    if not asked or _RATE.search(label) is None or _RATE.search(question.rest) is not None:
        return False
    of = _RATE_OF.search(label)  # "recovery rate of packaging": the whole is named
    whole, told = set(terms(asked)), set(terms(of["whole"])) if of is not None else set[str]()
    named = (term for term in whole if term in told or not told.isdisjoint(kindred(term)))
    return 2 * len(list(named)) < len(whole) or not told
