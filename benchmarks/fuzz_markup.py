"""Hostile texts: plain ones with tables of tabs and bars, HTML, inline XBRL, and tables typed with blanks."""

# ruff: noqa: E501 - tables of pieces
from __future__ import annotations

import csv
import io

from fuzz_words import CELL, ROWS, SENTENCE, escaped, plain
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["IX", "csv_of", "markup", "submitted", "tagged", "texts", "typed"]

IX = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
    ' xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"><body>'
)

# ---- text, Markdown, CSV


def texts() -> SearchStrategy[str]:
    tabs = ROWS.map(lambda rows: "\n".join("\t".join(map(plain, row)) for row in rows))
    pipes = ROWS.map(
        lambda rows: "\n".join(
            "| " + " | ".join(map(plain, row)) + " |" + ("\n|---|---|" if n == 0 else "") for n, row in enumerate(rows)
        )
    )
    heads = SENTENCE.map("# {}".format)
    items = SENTENCE.map("- {}".format)
    blocks = st.lists(st.one_of(SENTENCE, tabs, pipes, heads, items, tables(), CELL.map(plain)), max_size=12)
    return st.builds(str.join, st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n"]), blocks)


def csv_of(rows: list[list[str]], mark: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows([[plain(cell) for cell in row] for row in rows])
    return out.getvalue()


# ---- typed tables, as filings had them before HTML


def submitted(text: str) -> bytes:
    return f"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n<TABLE>\n{text}\n</TABLE>\n</TEXT>\n".encode("utf-8", "replace")


def typed() -> SearchStrategy[str]:
    gap = st.sampled_from([" ", "  ", "     ", " " * 30, " . . . ", "......", "  $ ", " " * 520])
    line = st.lists(st.tuples(CELL.map(plain), gap), max_size=6).map(lambda cells: "".join(a + b for a, b in cells))
    rule = st.sampled_from(
        ["", "  -------   ------", "<S>      <C>   <C>", "   ====", "<PAGE>", "<CAPTION>", "     --"]
    )
    return st.lists(st.one_of(line, line, rule), max_size=14).map("\n".join)


# ---- HTML and inline XBRL

_STYLES = st.sampled_from(
    ["", "", ' style="font-weight:bold"', ' style="padding-left:12pt"', ' align="right"', ' style="text-align:center"']
)
_SPANS = st.sampled_from(["", "", "", ' colspan="2"', ' colspan="3"', ' rowspan="2"', ' colspan="0"', ' rowspan="40"'])


def tables() -> SearchStrategy[str]:
    cell = st.builds("<td{}{}>{}</td>".format, _SPANS, _STYLES, CELL.map(escaped))
    return st.lists(st.lists(cell, max_size=6), max_size=10).map(
        lambda rows: "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>"
    )


def markup() -> SearchStrategy[str]:
    leaves = st.one_of(SENTENCE.map(escaped), tables())

    def around(inner: SearchStrategy[str]) -> SearchStrategy[str]:
        names = st.sampled_from(["p", "div", "b", "span", "h2", "ul", "li", "center", "font", "table", "td", "tr"])
        whole = st.builds(
            lambda n, s, parts: f"<{n}{s}>{' '.join(parts)}</{n}>", names, _STYLES, st.lists(inner, max_size=4)
        )
        nested = st.builds("<table><tr><td>{}</td><td>{}</td></tr></table>".format, inner, inner)
        return st.one_of(whole, nested)

    return st.recursive(leaves, around, max_leaves=12)


_NUMBERS = st.sampled_from(["1,234", "(5)", "-", "no", "1.2.3", "", "½", "9" * 60, "1 234,5", "zero", "<b>7</b>", "٣"])
_TAGGED = st.builds(
    '<ix:nonFraction name="us-gaap:{}" contextRef="c{}" unitRef="u{}" scale="{}" decimals="{}" format="ixt:{}"{}>{}</ix:nonFraction>'.format,
    st.sampled_from(["Assets", "Revenues", "", "a:b"]), st.integers(0, 4), st.integers(0, 3),
    st.sampled_from(["0", "6", "-2", "99", "-99999", "x", ""]), st.sampled_from(["-3", "INF", "x"]),
    st.sampled_from(["num-dot-decimal", "numdotdecimal", "fixed-zero", "num-comma-decimal", "none", "nope", ""]),
    st.sampled_from(["", ' sign="-"', ' xsi:nil="true"', ' sign="x"']), _NUMBERS,
)  # fmt: skip
_DAY = st.sampled_from(["2024-12-31", "2024-02-30", "", "2024-12-31T00:00:00", "0001-01-01", "9999-12-31", "x"])
_CONTEXT = st.builds(
    '<xbrli:context id="c{}"><xbrli:period>{}</xbrli:period></xbrli:context>'.format, st.integers(0, 4),
    st.one_of(
        st.builds("<xbrli:instant>{}</xbrli:instant>".format, _DAY),
        st.builds("<xbrli:startDate>{}</xbrli:startDate><xbrli:endDate>{}</xbrli:endDate>".format, _DAY, _DAY),
        st.just("<xbrli:forever/>"),
    ),
)  # fmt: skip
_UNIT = st.builds(
    '<xbrli:unit id="u{}"><xbrli:measure>{}</xbrli:measure></xbrli:unit>'.format, st.integers(0, 3),
    st.sampled_from(["iso4217:USD", "xbrli:shares", "xbrli:pure", "", ":", "iso4217:", "own:Sites"]),
)  # fmt: skip


def tagged() -> SearchStrategy[str]:
    row = st.builds("<tr><td>{}</td><td>{}</td><td>{}</td></tr>".format, CELL.map(escaped), _TAGGED, _TAGGED)
    body = st.one_of(_TAGGED, row.map("<table>{}</table>".format), SENTENCE.map(escaped), markup())
    return st.builds(
        lambda contexts, units, parts: (
            f"{IX}<ix:header><ix:resources>{''.join(contexts)}{''.join(units)}</ix:resources></ix:header>"
            f"{' '.join(parts)}</body></html>"
        ),
        st.lists(_CONTEXT, max_size=5), st.lists(_UNIT, max_size=4), st.lists(body, max_size=10),
    )  # fmt: skip
