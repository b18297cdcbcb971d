"""What the elements of HTML mean to a reader: which end a paragraph, make up a table, hold nothing, or are not seen."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["BLOCK", "CELLS", "CLOSES", "ROWS", "TABLE_PARTS", "UNSEEN", "VOID"]

VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"})
BLOCK = frozenset(
    re.findall(
        r"\w+",
        "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd hr center blockquote pre section article header footer main aside"
        " nav address form fieldset figure body html table tr td th tbody thead tfoot caption page document text",
    )
)
TABLE_PARTS = frozenset({"tr", "td", "th", "tbody", "thead", "tfoot", "caption"})
CELLS, ROWS = frozenset({"td", "th"}), frozenset({"tr"})
CLOSES: Final = {
    "p": frozenset({"p"}),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
}
UNSEEN = frozenset({"head", "title", "ix:header", "ix:hidden", "ix:resources", "ix:references"})
