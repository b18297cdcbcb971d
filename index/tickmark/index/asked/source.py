"""The document that a question is to be read from: "according to the pledge notice" asks for nothing pledged."""

from __future__ import annotations

import re

from tickmark.index.asked.terms import or_before

__all__ = ["without_dated_source", "without_source"]

# the document it is to be read from: "according to the pledge notice" asks for nothing pledged
_SOURCE = re.compile(
    r"[\s,;–—-]*(?:\(\s*)?\b(?:according to|(?:as )?per|going by|based on|as (?:of|at)|in|from|under"
    r"|as (?:disclosed|reported|stated|shown|given|printed|published|set out|announced) in)"
    r"\s+(?:the|its|their|that|this|an?|[\w&.-]*['’]s?)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:notice|ann?oun?ce?ments?|filing|circular|disclosure|release)s?\b\s*\)?\s*[?.!]*\s*$"
    # and named alone, behind a comma: "shares held by each, pledge announcement"
    r"|\s*[,;(–—]\s*(?:(?:the|its|their)\s+)?(?:[\w'’-]+\s+){1,3}?(?:notice|ann?oun?ce?ments?|anncmts?|ann\.?"
    r"|circular)\s*\)?\s*[?.!]*\s*$"
    # where its date has been read: "as of pledge notice"
    r"|\s*[,;(–—]?\s*\b(?:as (?:of|at|per)|per)\s+(?:[\w'’-]+\s+){1,2}?"
    r"(?:notice|ann?oun?ce?ments?|anncmts?|circular)\s*[?.!]*\s*$"
    # figures that nobody has audited yet
    r"|[\s,;(–—]*\b(?:according to|going by|judging by|based on|(?:as )?per)\s+(?:the|its|their)\s+"
    r"(?:[\w'’-]+\s+){0,2}?(?:early|preliminary|provisional|unaudited|flash|rough|initial)\s+(?:[\w'’-]+\s+){0,2}?"
    r"(?:numbers|figures|accounts|results|estimates|data|reading)\s*\)?\s*[?.!]*\s*$"
    r"|[\s,;(–—]*\b(?:according to|going by|judging by|based on|(?:as )?per)\s+(?:the|its|their|this|[\w&.-]*['’]s?)\s+"
    r"(?:[\w'’-]+\s+){0,4}?reports?\s*\)?\s*[?.!]*\s*$"
    # and behind a bracket: "( pledge ann)"
    r"|\s*\(\s*[\w'’-]+\s+(?:notice|ann?oun?ce?ments?|anncmts?|ann\.?|circular|filing)\s*\)",
    re.IGNORECASE,
)


# the same in front: "In the pledge notice, by how much ..."
_SOURCE_FIRST = re.compile(
    r"^\W*(?:according to|(?:as )?per|by|going by|looking at|judging by|based on|in|from|under)\s+"
    r"(?:the|its|their|that|this)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:notice|ann?oun?ce?ments?|filing|circular|disclosure|release)s?\s*[,:]\s+"
    r"(?=(?:by\s+)?(?:how|what|which|who)\b)",
    re.IGNORECASE,
)


# when it came out: "what stake did they hold when the pledge notice came out"
_SOURCE_CAME = re.compile(
    r"[\s,;–—-]*\b(?:when|at the time|by the time|as)\s+(?:the|its|their|this|that)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:notice|ann?oun?ce?ments?|filing|circular|disclosure|release|report)\s+"
    r"(?:came out|went out|went up|appeared|landed|dropped|(?:was|got)\s+(?:published|issued|released|made"
    r"|filed|posted|put out))"
    r"\s*[?.!]*\s*$"
    # or what it tells of: "when the pledge was announced", with "in" left of its date
    r"|[\s,;–—-]*\b(?:when|at the time|by the time)\s+(?:the|its|their|this|that)\s+(?:[\w'’-]+\s+){1,3}?"
    r"(?:was|were)\s+(?:announced|disclosed|made public)(?:\s+(?:in|on|of))?\s*[?.!]*\s*$",
    re.IGNORECASE,
)


# the same behind a comma, whatever it is called: ", per the May 2023 flash numbers"
_SOURCE_BEHIND = re.compile(
    r"\s*[,;(–—]\s*(?:the\s+)?(?:comparatives?|comparison|base|prior[- ]year figures?)\s+(?:in|from)\s+(?:the"
    r"|its|their|that|this)\s+"
    r"(?:[\w'’-]+\s+){0,5}?[\w'’-]+\s*\)?\s*[?.!]*\s*$"
    r"|\s*[,;(–—]\s*(?:according to|(?:as )?per|going by|based on|from)\s+(?:the|its|their|that|this)\s+"
    r"(?:[\w'’-]+\s+){0,5}?[\w'’-]+\s*\)?\s*[?.!]*\s*$",
    re.IGNORECASE,
)


# at the head of a Chinese question: "业绩快报里2022年的..."
_SOURCE_ZH = re.compile(
    r"^\W*(?:根据|根據|按照|依据|依據|在|据|據)?[《「]?(?:[这這]份|[该該本]|公司|的|年度|半年度?|中期|季度|全年|初步|业绩|業績|盈利"
    r"|财务|財務|质押|質押|投票|股东大会|股東大會|ESG|可持续发展|可持續發展|社会责任|社會責任|环境|環境|预增|預增|预告|預告|结果|結果)*(?:快报|快報|公告|通告|通函|报告|報告|年报|年報"
    r"|中报|中報|季报|季報|财报|財報|预告|預告)[》」]?(?:里面?|裡面?|中|内|內|上)(?:的|[，,：:])?(?=.{4})"
)


# and within it: "控股股东在质押公告里一共持有多少股"
_SOURCE_WITHIN_ZH = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:根据|按照|依据|在|据)[^，。？,?]{0,10}?(?:快报|公告|通告|通函|报告|年报|中报|季报|财报|预告)(?:里面?|中|内|上)(?=.{3})"
)


def without_source(text: str) -> str:
    """A question without the document that it names as its source, in front or at its end."""
    bare = _SOURCE_WITHIN_ZH.sub("", _SOURCE_ZH.sub("", _SOURCE_FIRST.sub("", text)))
    return or_before(_SOURCE.sub(_end, _SOURCE_CAME.sub(_end, bare)), text)


def without_dated_source(text: str) -> str:
    """A question without the document that it is to be read from, whose date is not the one that is asked for."""
    return or_before(_SOURCE_BEHIND.sub(_end, _SOURCE.sub(_end, text)), text)


def _end(found: re.Match[str]) -> str:
    return "?" if "?" in found[0] else ""
