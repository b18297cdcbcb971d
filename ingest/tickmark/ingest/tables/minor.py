"""Amounts in the hundredth part of a currency: pence and cents, said by the number, its label, group or column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tickmark.ingest.figures.units import UnitSpec
from tickmark.ingest.tables.counted import counts

__all__ = ["in_minor"]

_NUMBER = re.compile(r"\d(?:(?P<p>p|\s?pence)|(?P<c>\s?cents?|\s?¢|(?<=\.\d)c|(?<=\.\d\d)c))[)\]]*$")
# "(pence)", "earnings per share - cents", "pence per share"; "5 pence each" is a name, a letter in brackets a mark
_SAID = re.compile(
    r"[(\[](?:in\s+)?(?:[A-Z]{1,2}\$?\s)?(?:(?P<p>pence)|(?P<c>cents?|¢))(?:\s+per\s+(?:\w+\s+)?share)?[)\]]"
    r"|(?<![\d.])(?<!\d\s)(?:^|[\s,–—-])(?:in\s+)?(?:(?P<p2>pence)|(?P<c2>cents))(?=\s+per\b|\s*$)",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"(?:[A-Z]{1,2}\$?\s)?(?:(?P<p>pence|p)|(?P<c>cents?|¢|c))(?:\s+per\s+(?:\w+\s+)?share)?", re.IGNORECASE
)


def in_minor(
    spec: UnitSpec, printed: str, label: str, groups: Sequence[str], path: Sequence[str], *, usual: str | None = None
) -> UnitSpec:
    """The unit of an amount, in pence or cents where the page says so of it; ``usual``: the filing's currency."""
    currency = spec.currency or (usual if spec.unit is None else None)
    if currency is None or any(sign in printed for sign in "$£€"):
        return spec
    head, group = path[-1].strip() if path else "", groups[-1] if groups else ""
    found = _NUMBER.search(printed) or _SAID.search(label) or _COLUMN.fullmatch(head)
    found = found or _SAID.search(head) or _SAID.search(group)
    if found is None:
        return spec
    name = "pence" if any(found.groupdict().get(key) for key in ("p", "p2")) else "cents"
    share = "/share" if (spec.unit or "").endswith("/share") or counts(label) == "per share" else ""
    return UnitSpec(f"{name}{share}", currency)
