"""Small inline XBRL documents, made up for the tests of the tags and of their overlay."""

from __future__ import annotations

HEAD = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
    ' xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"'
    ' xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:us-gaap="http://fasb.org/us-gaap/2024"'
    ' xmlns:dei="http://xbrl.sec.gov/dei/2024" xmlns:own="http://own.example/2024"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<body>\n'
)
RESOURCES = """<div style="display:none"><ix:header><ix:hidden>
<ix:nonNumeric contextRef="y24" name="dei:DocumentType">10-K</ix:nonNumeric>
<ix:nonFraction contextRef="e24" unitRef="usd" name="us-gaap:Goodwill" scale="0">77</ix:nonFraction>
</ix:hidden><ix:resources>
<xbrli:context id="y24"><xbrli:entity><xbrli:identifier scheme="s">1</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-12-31</xbrli:endDate></xbrli:period>
</xbrli:context>
<xbrli:context id="y23"><xbrli:period><xbrli:startDate>2023-01-01</xbrli:startDate>
<xbrli:endDate>2023-12-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="e24"><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="north"><xbrli:entity><xbrli:segment>
<xbrldi:explicitMember dimension="us-gaap:StatementBusinessSegmentsAxis">own:NorthMember</xbrldi:explicitMember>
<xbrldi:typedMember dimension="own:VesselAxis"><own:vessel>Aurora &amp; Sons</own:vessel></xbrldi:typedMember>
</xbrli:segment></xbrli:entity><xbrli:period><xbrli:instant>2024-12-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:context id="midnight"><xbrli:period><xbrli:instant>2025-01-01T00:00:00</xbrli:instant></xbrli:period>
</xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>
<xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure>
</xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>
</xbrli:divide></xbrli:unit>
<xbrli:unit id="rmb"><xbrli:measure>iso4217:CNY</xbrli:measure></xbrli:unit>
<xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>
<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
<xbrli:unit id="sites"><xbrli:measure>own:ProductionSite</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div>
"""


def document(body: str) -> str:
    """A whole document around ``body``."""
    return f"{HEAD}{RESOURCES}{body}\n</body></html>\n"


def tag(
    printed: str,
    name: str = "us-gaap:Assets",
    context: str = "e24",
    unit: str = "usd",
    *,
    form: str | None = "ixt:num-dot-decimal",
    **attributes: str,
) -> str:
    """One tagged number."""
    more = "".join(f' {key}="{value}"' for key, value in attributes.items())
    more += f' format="{form}"' if form else ""
    return f'<ix:nonFraction contextRef="{context}" unitRef="{unit}" name="{name}"{more}>{printed}</ix:nonFraction>'
