"""What a question is for, and what somebody is doing: "For my model:", "checking the annual report, ...".

None of it names a metric, so none of it may be missed in a filing. A company or a period in such a clause counts all
the same: the clause is taken out of the words of the metric only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from tickmark.index.asked.courtesies import ASKS
from tickmark.index.asked.dates import is_month
from tickmark.index.asked.telling import without_asking
from tickmark.index.asked.terms import WEAK_CONCEPTS, fillers, or_before, says_something
from tickmark.index.words.ordinary import ordinary
from tickmark.index.words.terms import is_concept, terms

__all__ = ["Purpose", "without_purpose"]

_DOING: Final = (
    r"(?:(?:just|currently|still|quickly|busy|we(?:['’]?re|\s+are)|i(?:['’]?m|\s+am)|am)\s+)*"
    r"(?:(?:double|cross|sanity|fact)?-?\s?checking|model(?:l)?ing|updating|building|writing(?:\s+up)?|preparing"
    r"|prepping|drafting"
    r"|looking\s+(?:at|into|for|up)|working\s+(?:on|out)|filling\s+(?:in|out)|reviewing|comparing|researching"
    r"|benchmarking|verifying"
    r"|charting|plotting|graphing|tallying|costing|scoping|pulling\s+together|looking\s+back(?:\s+at)?|digging\s+into"
    r"|sizing(?:\s+up)?|screening|analy[sz]ing|studying|compiling|scoring|putting\s+together|reconciling"
    r"|following\s+up(?:\s+on)?|thinking\s+about"
    r"|interested\s+in|curious\s+about|wondering\s+about|trying\s+to\s+\w+|need(?:ing)?\s+this\s+for|doing|mapping"
    r"|tracking|assessing"
    r"|testing|valuing|covering|(?:(?:an?|one)\s+)?(?:quick\s+)?(?:check|question|query|follow-?up)\s+(?:on|about|re"
    r"|regarding|for)|on|re|about|regarding|concerning|context|background|purpose|use\s+case)\b"
)
_WORK: Final = (
    r"(?:model|scorecard|score\s?sheet|sheet|spreadsheet|workbook|deck|slides?|memo|notes?|piece|article|story|client"
    r"|boss|manager|file|files"
    r"|benchmark(?:ing)?|screen(?:ing|er)?|scoring|ratings?|questionnaire|template|comps|peer\s+comparison|homework"
    r"|presentation|thesis|essay"
    r"|dashboard|tracker|log|overview|primer|paper|study|analysis|newsletter|podcast|interview|call|assignment"
    r"|colleague|friend|pm|due\s+diligence|write-?up|blog(?:\s+post)?|cheat\s?sheet|briefing|pitch)"
)
# a rank that people have is no purpose: "training hours for a senior manager"
_RANKED: Final = r"(?:senior|middle|mid-level|junior|top|line)\s+manager"
# what is no work where it stands behind a metric: "capacity for a new line"
_WORK_AHEAD: Final = (
    r"(?:packs?|submission|return|line|row|field|slot|cell|form|appendix|annex|checklist|factsheet|disclosures?|section"
    r"|index|database|dataset|feed|pipeline|(?:bot|unit|smoke|regression|sanity)\s+tests?|tests?|demo|scorecards?|report"
    r"|update|minutes|agenda|q\s?&\s?a|faq|website|speech|letter|meeting|roadshow|filing|comparison|table|chart|exhibit)"
)
_FOR_OWN: Final = rf"for\s+(?:my|our|a|an|this|some)\s+(?!{_RANKED})(?:[\w/&-]+\s+){{0,3}}?{_WORK}"
_FOR_THE: Final = (
    r"for\s+the\s+(?:[\w/&-]+\s+){0,2}?(?:scorecard|score\s?sheet|spreadsheet|deck|memo|dashboard|questionnaire"
    r"|benchmark|screener"
    r"|(?:esg|dcf|lbo|financial|valuation|earnings|our)\s+(?:model|screen|rating|review|note|report|file))"
)
_AHEAD: Final = rf"for\s+(?:my|our|a|an|the|this|some)\s+(?:[\w/&-]+\s+){{0,4}}?{_WORK_AHEAD}"
_FOR_SAKE: Final = (
    r"(?:purely\s+|just\s+|only\s+)?(?:for\s+(?:[a-z-]+\s+){0,2}?purposes?"
    r"|for\s+(?:(?:easy|easier|better|quick|my|your|our|the\s+sake\s+of|further)\s+)?"
    r"(?:reference|context|comparison|comparability|completeness|consistency|the\s+record|background|clarity)"
    r"|by\s+way\s+of\s+(?:comparison|background))"
)
_LEAD = re.compile(
    r"^\W*(?P<lead>[^:：?？!]{2,80}?)(?P<mark>\s*[:：]|\s+[-–—]+|\s*[–—]+|,|[.!])\s+(?P<rest>\S.*)$", re.DOTALL
)
_DOES = re.compile(rf"^(?:(?:hi|ok)\s+)?{_DOING}\s*(?P<what>.*)$", re.IGNORECASE)
_FOR = re.compile(
    rf"^(?:(?:need(?:ed)?|want(?:ed)?|wanted this|this is)\s+)?(?:{_FOR_OWN}|{_FOR_THE}|{_AHEAD}|{_FOR_SAKE})"
    r"(?:\s+(?:on|of|about)\b.*)?$",
    re.IGNORECASE,
)
_HAVING: Final = re.compile(r"^(?:i|we)(?:['’]ve|\s+have|\s+had|\s+got)\s+(?:got\s+)?\w", re.IGNORECASE)
_ABSTRACT: Final = re.compile(
    r"risks?|exposures?|performance|trends?|story|thesis|quality|growth|profile|disclosures?|data|numbers|figures"
    r"|metrics?"
    r"|kpis?|targets?|updates?|position|policy|policies|governance|headroom|pressure|momentum|angle|topic|question|side"
    r"|issue"
)
_WORDS_OF_WORK: Final = re.compile(
    rf"{_WORK}|{_WORK_AHEAD}|{_ABSTRACT.pattern}|unit|smoke|regression|sanity|for|need(?:ed)?|wanted|this|some|with|from|about|peers?|scoring|screening|rating"
    rf"|quarterly|annual|weekly"
    r"|monthly|client|next|little|internal|sector|industry|research|valuation|earnings|credit|equity|investment"
    r"|benchmarking"
    r"|excel|financial|sustainability|climate|carbon|board|morning|desk|team|overhang|dilution|liquidity|leverage"
    r"|margins?"
    r"|prelims?|preliminar(?:y|ies)|interims?|finals|results?|accounts?|reports?|filings?|announcements?|notices?"
    r"|circulars?|statements?|releases?|season"
    r"|quarters?|halves|half|years?|company|group|issuer|stock|shares?|sector|chapter|section|paragraph|page|exam"
    r"|course"
    r"|pyramids?|charts?|graphs?|tables?|maps?|timelines?|infographics?|histograms?|older|earlier|oldest|earliest"
    r"|latest|newest|purposes?|purely|reference|comparison|comparability|completeness|consistency|record|clarity|easier"
)
_NAME: Final = re.compile(r"\b[A-Z][a-z]{3,}\b")
_THE: Final = re.compile(r"\b(?:the|its|their|our|my|this)\b", re.IGNORECASE)
_CLAUSE: Final = 3  # words of a clause that may be a company's name and what is done with it
_PRONOUN = re.compile(
    r"\b(?:of|among) (?:it|them|these|those)\b"
    r"|\b(?:was|is|were|are|did) (?:it|they|this|that|these|those)\b|\b(?:it|they)\s*[?.]*$",
    re.IGNORECASE,
)
_TRAILING = re.compile(rf"[\s,;–—-]*(?:\(\s*)?\b(?:{_FOR_OWN}|{_FOR_THE})\s*\)?\s*[?.!]*\s*$", re.IGNORECASE)
# "For a note on mills I would need the ..."
_FOR_THEN = re.compile(
    rf"^\W*(?:{_FOR_OWN}|{_FOR_THE}|{_AHEAD})"
    r"(?:\s+(?:on|of|about)\s+(?:[a-z][\w-]*\s+){{0,5}}?[a-z][\w-]*)?,?\s+(?=(?:i|we"
    r"|could|can|would|please|may)\b)",
    re.IGNORECASE,
)


class Purpose(NamedTuple):
    """A question without what it is for; ``names`` are terms of that which may be a company's."""

    rest: str
    names: tuple[str, ...] = ()


def without_purpose(text: str, known: Callable[[str], bool] | None = None) -> Purpose:
    """The words of a question without the clause that says what it is for, and without the words of asking.

    Args:
        text: a question without the names of its issuers.
        known: whether a word means something in the filings. Without it none is taken for a company's: what the
            question is about is told already.

    Returns:
        What is left, and the words of the clause that may name a company; with one of these it keeps its place.
    """
    bare = or_before(_TRAILING.sub(_end, text), text)
    bare = or_before(_FOR_THEN.sub("", bare), bare)
    lead = _LEAD.match(bare)
    made = _after(lead, bare, known) if lead is not None else Purpose(bare)
    return Purpose(without_asking(made.rest), made.names)


def _after(lead: re.Match[str], text: str, known: Callable[[str], bool] | None) -> Purpose:
    """What follows a clause of purpose; with the metric that the clause names, where nothing after it does."""
    clause = lead["lead"].strip()
    does = _DOES.match(clause)
    asks = re.match(rf"{ASKS}\b|the\b", lead["rest"], re.IGNORECASE)
    if not (does or _FOR.match(clause) or _HAVING.match(clause)) or (lead["mark"] in {",", ".", "!"} and not asks):
        return Purpose(text)
    if does and says_something(does["what"]) and _leans(lead["rest"]):
        return Purpose(f"{does['what']}, {lead['rest']}")
    if not says_something(lead["rest"]):
        return Purpose(text)
    names = _perhaps_names(does["what"] if does else clause, known) if known else ()
    named = {found.lower() for found in _NAME.findall(clause)}
    if names and known and named and all(map(known, named)) and _NAME.search(lead["rest"][1:]):
        return Purpose(lead["rest"])  # the question names what it is about itself
    return Purpose(text, names) if names else Purpose(lead["rest"])


def _end(found: re.Match[str]) -> str:
    return "?" if "?" in found[0] else ""


def _leans(text: str) -> bool:
    """Whether a question speaks of what was named before it ("what was it?", "total spend?")."""
    named = any(term not in fillers() and term not in WEAK_CONCEPTS and not term.isdigit() for term in terms(text))
    return not named or _PRONOUN.search(text) is not None


def _perhaps_names(what: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Stems of the words of a clause that mean nothing here and belong to no kind of work.

    "Overhang risk" is a risk; "acme widgets" may be anybody.
    """
    said = re.findall(r"[A-Za-z]{4,}", what)
    found: list[str] = []
    for word, after in zip(said, [*said[1:], ""], strict=False):
        low = word.lower()
        if _WORDS_OF_WORK.fullmatch(low) or is_month(low) or _of_glossary(low) or (word == low and known(low)):
            continue
        if word == low and (len(said) > _CLAUSE or (_THE.search(what) and ordinary(low))):
            continue  # so many words are a sentence, and what is called "the" is no company
        if word != low or not (ordinary(low) and _ABSTRACT.fullmatch(after.lower())):
            found += terms(low)
    return tuple(found)


def _of_glossary(word: str) -> bool:
    return all(is_concept(term) or term in fillers() for term in terms(word))
