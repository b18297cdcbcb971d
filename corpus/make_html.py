"""Write the two HTML filings of the corpus: ``python corpus/make_html.py``, then ``corpus/build_manifest.py``.

Both are set as submissions to the SEC are: a number, its currency sign and its closing bracket each in a cell of their
own, empty cells between the columns. The annual report is tagged in inline XBRL, the quarterly report is not. Each row
of a table is one line of the file, so that a place can be named by its line.
"""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from quillhaven import BALANCE, CASH, INCOME, ORDERS, QUARTER, SEGMENTS, Row

FILINGS = Path(__file__).resolve().parent / "filings"
SAMPLE = "Sample filing written for Tickmark; the issuer and every figure in it are invented."
NAME = "Quillhaven Pumps Corporation"
MILLIONS = "(in millions, except per share data)"


def cells(number: str, sign: bool, tagged: str | None) -> str:
    """The cells of one number: an empty one, the currency, the number, the bracket that closes it."""
    opening, closing = ("(", ")") if number.startswith("(") else ("", "")
    inner = (tagged or "{}").format(number.strip("()"))
    currency = "$" if sign and number not in {"", "—"} else ""
    return f"<td></td><td>{currency}</td><td>{opening}{inner}</td><td>{closing}</td>"


def tag(concept: str, context: str, number: str) -> str | None:
    """The tag around a number, with ``{}`` for the number; None for a cell without one."""
    if not concept or not number:
        return None
    share = "PerShare" in concept
    form = ' format="ixt:fixed-zero"' if number == "—" else ""
    minus = ' sign="-"' if concept.startswith("-") and number.startswith("(") else ""
    return (
        f'<ix:nonFraction contextRef="{context}" unitRef="{"usdPerShare" if share else "usd"}"'
        f' name="{concept.lstrip("-")}"'
        f' decimals="{2 if share else -5}" scale="{0 if share else 6}"{form}{minus}>{{}}</ix:nonFraction>'
    )


def table(banners: list[list[tuple[str, int]]], rows: list[Row], contexts: list[str]) -> str:
    """A table; a banner reaches over so many numbers. Sums and the first row have currency signs."""
    out = ["<table>"]
    for banner in banners:
        heads = (
            f'<td>&#160;</td><td colspan="{4 * n - 1}" style="text-align:center"><b>{escape(words)}</b></td>'
            for words, n in banner
        )
        out.append(f"<tr><td></td>{''.join(heads)}</tr>")
    first = next(label for label, _, numbers in rows if numbers)
    for label, concept, numbers in rows:
        sign = (
            label == first
            or label.strip().startswith(("Total", "Net income"))
            or "PerShare" in concept
            or "per share" in label
        )
        indent = ' style="padding-left:12pt"' if label.startswith(" ") else ""
        tags = (tag(concept, context, number) for context, number in zip(contexts or numbers, numbers, strict=False))
        made = "".join(cells(number, sign, tagged) for number, tagged in zip(numbers, tags, strict=True))
        out.append(f"<tr><td{indent}>{escape(label.strip(), quote=False)}</td>{made}</tr>")
    return "\n".join([*out, "</table>"])


def context(name: str, period: str, member: str = "") -> str:
    """A context of the whole issuer, or of one segment; the period is "day" or "day/day"."""
    start, slash, end = period.partition("/")
    when = (
        f"<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>"
        if slash
        else f"<xbrli:instant>{start}</xbrli:instant>"
    )
    part = (
        '<xbrli:segment><xbrldi:explicitMember dimension="us-gaap:StatementBusinessSegmentsAxis">'
        f"own:{member}</xbrldi:explicitMember></xbrli:segment>"
        if member
        else ""
    )
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0009990417'
        f"</xbrli:identifier>{part}</xbrli:entity><xbrli:period>{when}</xbrli:period></xbrli:context>"
    )


def contexts() -> Iterable[str]:
    """Every context that the annual report uses."""
    for year in (24, 23, 22):
        yield context(f"y{year}", f"20{year}-01-01/20{year}-12-31")
        yield context(f"e{year}", f"20{year}-12-31")
        for member in ("Water", "Process"):
            yield context(f"{member}{year}", f"20{year}-01-01/20{year}-12-31", f"{member}Member")
    yield context("cover", "2025-02-14")


def dei(name: str, words: str, form: str = "") -> str:
    """A fact of the cover page."""
    form = f' format="{form}"' if form else ""
    return f'<ix:nonNumeric contextRef="y24" name="dei:{name}"{form}>{words}</ix:nonNumeric>'


def head(title: str, spaces: str = "") -> str:
    return f'<!DOCTYPE html>\n<html{spaces}>\n<head><meta charset="utf-8"/><title>{title}</title></head>\n<body>'


SPACES = "".join(
    f' xmlns{":" if prefix else ""}{prefix}="{address}"'
    for prefix, address in (
        ("", "http://www.w3.org/1999/xhtml"),
        ("ix", "http://www.xbrl.org/2013/inlineXBRL"),
        ("ixt", "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"),
        ("xbrli", "http://www.xbrl.org/2003/instance"),
        ("xbrldi", "http://xbrl.org/2006/xbrldi"),
        ("iso4217", "http://www.xbrl.org/2003/iso4217"),
        ("us-gaap", "http://fasb.org/us-gaap/2024"),
        ("dei", "http://xbrl.sec.gov/dei/2024"),
        ("own", "http://quillhaven.example/2024"),
    )
)
UNITS = """<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>
<xbrli:unit id="usdPerShare"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure>\
</xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>\
</xbrli:divide></xbrli:unit>"""
END = f'<hr/><p style="font-size:8pt">\n{SAMPLE}</p></body></html>\n'


def centred(*lines: str) -> str:
    return "\n".join(f'<p style="text-align:center"><b>{line}</b></p>' for line in lines)


def annual() -> str:
    """The annual report on Form 10-K, tagged."""
    years = [("2024", 1), ("2023", 1), ("2022", 1)]
    three = [f"y{year}" for year in (24, 23, 22)]
    parts = [f"{member}{year}" if member else f"y{year}" for year in (24, 23) for member in ("Water", "Process", "")]
    shares = (
        '<ix:nonFraction contextRef="cover" unitRef="shares" name="dei:EntityCommonStockSharesOutstanding" decimals="0"'
        ' scale="0" format="ixt:num-dot-decimal">50,412,000</ix:nonFraction>'
    )
    backlog = (
        '<ix:nonFraction contextRef="e{}" unitRef="usd" name="us-gaap:RevenueRemainingPerformanceObligation" '
        'decimals="-5" scale="6" format="ixt:num-dot-decimal">{}</ix:nonFraction>'
    )
    return "\n".join([
        head("qhvn-20241231", SPACES),
        '<div style="display:none"><ix:header><ix:hidden>',
        dei("DocumentFiscalYearFocus", "2024"),
        dei("DocumentFiscalPeriodFocus", "FY"),
        dei("CurrentFiscalYearEndDate", "--12-31"),
        dei("EntityCentralIndexKey", "0009990417"),
        "</ix:hidden><ix:resources>",
        *contexts(),
        UNITS,
        "</ix:resources></ix:header></div>",
        centred("UNITED STATES SECURITIES AND EXCHANGE COMMISSION", f"FORM {dei('DocumentType', '10-K')}"),
        "<p>Annual report for the fiscal year ended "
        f"{dei('DocumentPeriodEndDate', 'December 31, 2024', 'ixt:date-monthname-day-year-en')}</p>",
        centred(dei("EntityRegistrantName", NAME)),
        "<p>Incorporated in Delaware. The common stock is listed on the New York Stock Exchange under the symbol "
        f"{dei('TradingSymbol', 'QHVN')}.</p>",
        f"<p>Shares of common stock outstanding on February 14, 2025: {shares}</p>",
        "<p><b>Item 1. Business</b></p>",
        "<p>We make pumps, seals and controls that move water and other liquids, and we look after "
        "them once they run. Our "
        "two segments are Water Systems, which sells to utilities and farms, and Process "
        "Equipment, which sells to makers "
        "of food, paper and chemicals. At the end of 2024 we employed 3,260 people in nine countries.</p>",
        f"<p>Our backlog was ${backlog.format(24, '318.4')} million at December 31, 2024, compared with "
        f"${backlog.format(23, '289.7')} million a year before. We expect to ship about 85% of it in 2025.</p>",
        "<p><b>Item 7. Management's Discussion and Analysis</b></p>",
        "<p>Net sales rose by 6.3% in 2024, of which prices brought 2.4 percentage points. Gross "
        "margin was 35.3%, against "
        "34.6% in 2023, as steel became cheaper and our plant in Duluth ran fuller.</p>",
        "<p><b>Item 8. Financial Statements</b></p>",
        centred("CONSOLIDATED STATEMENTS OF INCOME", MILLIONS),
        table([[("Year Ended December 31,", 3)], years], INCOME, three),
        centred("CONSOLIDATED BALANCE SHEETS", "(in millions)"),
        table([[("December 31,", 2)], years[:2]], BALANCE, ["e24", "e23"]),
        centred("CONSOLIDATED STATEMENTS OF CASH FLOWS", "(in millions)"),
        table([[("Year Ended December 31,", 3)], years], CASH, three),
        "<p><b>Note 14. Segments</b></p>",
        "<p>Sales between the segments are small and have been left out (in millions):</p>",
        table(
            [
                [("Year Ended December 31, 2024", 3), ("Year Ended December 31, 2023", 3)],
                [("Water Systems", 1), ("Process Equipment", 1), ("Total", 1)] * 2,
            ],
            SEGMENTS,
            parts,
        ),
        centred("SIGNATURES"),
        "<p>Date: February 21, 2025</p>",
        f"<p>{NAME}<br/>By: M. Ostrander, Chief Financial Officer</p>",
        END,
    ])  # fmt: skip


def quarterly() -> str:
    """The quarterly report on Form 10-Q, without tags, its orders typed with blanks."""
    return "\n".join([
        head("Quillhaven 10-Q"),
        centred("UNITED STATES SECURITIES AND EXCHANGE COMMISSION", "FORM 10-Q"),
        "<p>Quarterly report for the quarterly period ended September 30, 2024</p>",
        centred(NAME),
        "<table><tr><td>Title of each class</td><td>Trading symbol</td><td>Name of each exchange</td></tr>",
        "<tr><td>Common stock, $0.01 par value</td><td>QHVN</td><td>New York Stock Exchange</td></tr></table>",
        "<p><b>Item 1. Financial Statements</b></p>",
        centred("CONDENSED CONSOLIDATED STATEMENTS OF INCOME", MILLIONS, "(unaudited)"),
        table(
            [
                [("Three Months Ended September 30,", 2), ("Nine Months Ended September 30,", 2)],
                [("2024", 1), ("2023", 1)] * 2,
            ],
            QUARTER,
            [],
        ),
        "<p><b>Item 2. Management's Discussion and Analysis</b></p>",
        "<p>Net sales of the quarter grew by 8.0%. A large order for a desalination plant, $12.6 "
        "million, was shipped in "
        "August.</p>",
        centred("Orders received", "(in thousands)"),
        f"<pre>\n{ORDERS}\n</pre>",
        "<p>At September 30, 2024 we had drawn $35.0 million on our credit line of $250.0 million.</p>",
        centred("SIGNATURES"),
        "<p>Date: November 1, 2024</p>",
        f"<p>{NAME}<br/>By: M. Ostrander, Chief Financial Officer</p>",
        END,
    ])  # fmt: skip


if __name__ == "__main__":
    (FILINGS / "quillhaven-10k-2024.htm").write_text(annual(), encoding="utf-8")
    (FILINGS / "quillhaven-10q-2024q3.htm").write_text(quarterly(), encoding="utf-8")
