"""Words, cells and sentences that filings hold, and awkward ones: what every form of hostile filing is made of."""

# ruff: noqa: E501 - tables of pieces
from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

__all__ = ["CELL", "JUNK", "PHRASE", "PHRASES", "ROWS", "SENTENCE", "WORDS", "Input", "escaped", "plain", "planted_in"]

Input = tuple[bytes, tuple[str, ...]]
PHRASES = (
    "2024", "2023", "2022", "Note", "£'000", "$ in millions", "As at 31 March", "Year ended 31 December 2024", "Q4",
    "three months ended", "at 1 April", "30 June 2023", "Balance at", "Group", "Company", "1,234", "(45)", "-", "—",
    "n/a", "5%", "12.5", "$", ")", "(1)", "RMB", "million", "per share", "Number of employees", "Total", "/", "1", "2.",
    "approximately 7 tonnes", "by 3.2 percentage points to", "H1 2024", "FY24", "52 weeks", "*", "1 – 5 years",
    "截至2024年12月31日止年度", "人民币", "12,345.67", "0", "١٢٣", "10^9999", "1e400", "99999999999999999999999",
    "31 February 2023", "0000-00-00", "thereafter", "votes (percent)", "1,234 (99.5%)", "see note 4", "²", "½",
)  # fmt: skip
JUNK = (
    b"<", b">", b'"', b"&#xD800;", b"&#1114112;", b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"\r", b"|", b"(", b"\t",
    b"9" * 40, b"<table>", b"</table>", b"<td rowspan=9>", b"<td colspan=1000>", b"<tr>", b"<!--", b"]]>", b"&", b"\x0c",
    b'style="display:none"', b"\xe2\x80\xa8", b"\xc2\x85", b"%PDF", b"PK\x03\x04", b"stream", b"endobj", b"-1", b"1e9",
    b'scale="99"', b"<ix:continuation>", b"32767", b"\xef\xbb\xbf", b"<pre>", b"<br>", b"\xe2\x80\xae",
)  # fmt: skip


def planted_in(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"zq\d+zq", " ".join(parts)))


WORDS = st.integers(0, 10**6).map("zq{}zq".format)
PHRASE = st.sampled_from(PHRASES)
CELL = st.one_of(PHRASE, PHRASE, WORDS, st.text(max_size=8), st.builds("{} {}".format, WORDS, PHRASE))
SENTENCE = st.lists(st.one_of(WORDS, PHRASE, PHRASE), max_size=12).map(" ".join)
ROWS = st.lists(st.lists(CELL, max_size=6), max_size=10)


def plain(cell: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f<&|\"\u2028\u2029\ud800-\udfff]", " ", cell)


def escaped(text: str) -> str:
    return plain(text).replace(">", "&gt;")
