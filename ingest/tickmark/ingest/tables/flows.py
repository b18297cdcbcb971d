"""Does a table state what is there at a moment, or what happened over a time? Its rows and titles tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tickmark.ingest.figures.calendar import MONTH

__all__ = ["flow_of_group", "flow_of_row", "moved", "moved_columns", "only_flows", "prefers_flow", "titled"]

_FLOW = re.compile(
    r"revenue|sales|expenses?\b|\bincome\b|earnings|\bcosts?\b|\bgains?\b|\bloss(?:es)?\b|provision"
    r"|amorti[sz]ation|depreciation|impairment|remuneration|emoluments|\bwages\b|\bsalaries\b|\bhire of\b"
    r"|\bdisposals?\b|\bpaid\b|payments?|proceeds"
    r"|purchases?|compensation|\bcharges?\b|dividends|\binterest\b|additions|settlements|issued|granted|vested"
    r"|forfeited|exercised|cash flows?"
    r"|used in|provided by|margin|turnover|profit|weighted[\s-]average shares|basic|diluted|\brate\b"
    r"|benefit cost|return on|change in|net change|acquisitions|repurchase|\bobtained\b|\bexchange\b|transferred",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"assets?\b|liabilit|receivable|payable|inventor|goodwill|\bdebt\b|equity|accrued|deferred|allowance"
    r"|\bcash\b|carrying|gross|\bbalance|outstanding"
    r"|\bnotes?\b|borrowings|\bbonds?\b|securities|fair value|obligation|funded|unrecognized|reserve|property"
    r"|plant|equipment|buildings|\bland\b|prepaid"
    r"|creditors?\b|debtors?\b|accruals?\b|prepayments|tangible|provisions\b|deposits|commitments|thereafter"
    r"|maturit|past\s+due|accumulated|capital|loans?\b|investments?\b"
    r"|unamortized|lease|level \d|\bcalled[\s-]up\b|\bordinary\s+(?:\w+\s+)?shares?\b|\bshares?\s+of\b.{1,20}\beach\b"
    r"|^ordinary(?:\s+\w{1,2})?$",
    re.IGNORECASE,
)
# what is done to an asset is no statement of it: "depreciation of tangible assets"
_DONE_TO = re.compile(
    r"\b(?P<f>depreciation|amorti[sz]ation|impairment|disposals?|written\s+off)\s+(?:of|on|to)?\s*"
    r"(?:(?!and\b)\w+\s+){0,3}?(?:assets?|investments?|property|equipment|inventor(?:y|ies)|stocks?)\b",
    re.IGNORECASE,
)
_LEASE_COST = re.compile(r"\bleases?\s+(?P<f>costs?|expenses?|income)\b", re.IGNORECASE)
_ACCUMULATED = re.compile(
    r"\baccumulated\s+(?:depreciation|amortization)(?:(?:,\s*|\s+and\s+|\s*,\s*and\s+)(?:depreciation"
    r"|amortization|depletion))*",
    re.IGNORECASE,
)
_TITLE_STOCK = re.compile(
    r"^\W*(?:\d{1,2}\.?\s+)?(?:creditors|debtors|inventor(?:y|ies)|stocks|goodwill|cash and cash equivalents"
    r"|investments?|(?:long-term\s+)?debt"
    r"|property,? plant and equipment(?:, net)?|(?:trade\s+)?(?:receivables?|payables?)"
    r"|intangible assets(?:, net)?|accrued (?:expenses|liabilities))\b[^.]{0,25}$"
    r"|balance\s+sheets?|financial\s+(?:position|condition)|\bas\s+(?:of|at)\b|maturit|carrying"
    r"|called[\s-]up\s+share\s+capital\b[^.]{0,20}$|\bfall(?:s|ing)?\s+due\b|\bfuture\s+minimum\b"
    r"|deferred\s+tax\s+(?:assets|liabilities)|capital\s+commitments"
    r"|components of .{0,300}(?:inventor|assets|liabilit|equity)",
    re.IGNORECASE,
)
_TITLE_AT = re.compile(rf"\bat\s+(?:{MONTH}\s*\d|\d{{1,2}}\s+{MONTH}\b|(?:the\s+end\s+of|year[\s-]end))", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?]\s+[A-Z]")
_TITLE_FLOW = re.compile(
    r"statements?\s+of\s+(?:\w+\s+){0,3}(?:operations|income|earnings|cash\s+flows|comprehensive|loss|changes)"
    r"|income\s+statement|cash\s+flows?"
    r"|(?:months?|years?|quarters?|weeks?|periods?)\s+ended|for\s+the\s+(?:\w+\s+){0,2}(?:year|period|quarter"
    r"|month)s?\b|profit\s+and\s+loss|stated\s+after\s+(?:charging|crediting)"
    r"|\bprovision\b.{0,30}\btaxes\b|income\s+tax\s+(?:expense|provision|benefit)"
    r"|\bchanges\s+recognized\s+in\s+other\s+comprehensive\b|during\s+(?:the|fiscal|20\d\d)"
    rf"|\b(?:during|in\s+the\s+month\s+of)\s+{MONTH}\s+20\d\d",
    re.IGNORECASE,
)


_GROUP_STOCK = re.compile(
    r"\brecognized\s+(?:in|on)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:balance\s+sheets?|accumulated\s+other\s+comprehensive)\b"
    r"|^(?:long-lived|identifiable|segment|total)\s+assets\b|^target\s+(?:asset\s+)?allocations?\b"
    r"|^(?:consolidated\s+)?balance\s+sheets?\s*:?$|\bbenefit\s+obligations?\b(?!.{0,300}\bcosts?\b)",
    re.IGNORECASE,
)
_GROUP_FLOW = re.compile(
    r"\bcapital\s+expenditures\b|\bnon-?cash\b(?!\s+collateral)|\bnet\s+(?:periodic\s+)?benefit\s+costs?\b|^statements?\s+of\s+income\b"
    r"|^(?:consolidated\s+)?statements?\s+of\s+(?:operations|earnings|cash\s+flows)\b"
    r"|^(?:total\s+)?(?:net\s+)?(?:sales|revenues?)(?:\s+to\s+(?:\w+\s+){0,2}customers)?\s*:?$"
    r"|\bchanges\b.{0,100}\bother\s+comprehensive\b",
    re.IGNORECASE,
)
_MOVES = re.compile(r"(?:(?:reconciliation|roll[\s-]?forward)\s+of\s+)?(?:the\s+)?changes?\s+in\b", re.IGNORECASE)
# "Notes to the financial statements for the year ended ..." runs over every page and says nothing of one table
_WHOLE = re.compile(
    r"\b(?:financial\s+statements|(?:annual|statutory|group|consolidated)\s+accounts|notes\s+to\s+the\s+accounts"
    r"|annual\s+report)\b",
    re.IGNORECASE,
)


def titled(titles: Iterable[str]) -> bool | None:
    """Whether the titles say so: True for a stretch of time, False for a moment, None when they do not say."""
    for title in titles:
        stock, flow = _TITLE_STOCK.search(title), _TITLE_FLOW.search(title)
        if (
            stock is None and flow is None
        ):  # a paragraph may mention any day: the sentence that leads to the table does not
            stock = _TITLE_AT.search(title[max((m.end() for m in _SENTENCE.finditer(title)), default=1) - 1 :])
        whole = flow is not None and len(title) < 160 and _WHOLE.search(title) is not None
        if bool(stock) != bool(flow) and not whole:
            return flow is not None
    return None


# what an amount was reckoned with is of no stretch of time by itself
_INPUT = re.compile(r"\bdiscount\s+rates?\b|\bprobabilit(?:y|ies)\s+of\b.{0,200}", re.IGNORECASE)


def _plain(label: str) -> str:
    """A label without the words that say the opposite of what it means."""
    label = _INPUT.sub(" ", label)
    return _DONE_TO.sub(r"\g<f>", _LEASE_COST.sub(r"\g<f>", _ACCUMULATED.sub("accumulated", label)))


def flow_of_group(groups: Sequence[str]) -> bool | None:
    """Whether rows are of a stretch of time by the innermost heading over them that says so; None when none does."""
    return next((said for text in reversed(groups) if (said := _flow_of_heading(text)) is not None), None)


@lru_cache(maxsize=1_024)  # asked of a heading for each cell under it
def _flow_of_heading(text: str) -> bool | None:
    flow, stock = _GROUP_FLOW.search(text), _GROUP_STOCK.search(text)
    if stock and _MOVES.match(text):
        return None  # "Change in benefit obligation" is over balances and over what moved between them
    return None if bool(flow) == bool(stock) else flow is not None


@lru_cache(maxsize=1_024)
def flow_of_row(label: str) -> bool | None:
    """Whether a row is of a stretch of time, by its own words; None when they do not say."""
    label = _plain(label)
    flow, stock = _FLOW.search(label), _STOCK.search(label)
    return None if bool(flow) == bool(stock) else flow is not None


def only_flows(labels: Iterable[str]) -> bool:
    """Whether several rows speak of what happened over a time, and none of what is there at a moment."""
    said = [kind for label in labels if (kind := flow_of_row(label)) is not None]
    return len(said) > 2 and all(said)


def prefers_flow(labels: Iterable[str], titles: Iterable[str]) -> bool:
    """Whether a table's undated amounts are of a stretch of time: as the nearest title says, else as its rows do."""
    said = titled(titles)
    if said is not None:
        return said
    flows = stocks = 0
    for text in labels:
        label = _plain(text)
        flow, stock = len(_FLOW.findall(label)), len(_STOCK.findall(label))
        flows += flow > stock
        stocks += stock > flow
    return flows >= stocks


_OPENING = re.compile(
    r"\b(?:at|as of)?\s*(?:the\s+)?(?:beginning|start(?!-?\s?up\b))\b(?:\s+of\b)?|\bopening\b"
    r"|\bbeginning\s+(?:balance|cash)"
    r"|brought forward",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:at|as of)?\s*(?:the\s+)?end\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:year|period|quarter|month)"
    r"|\bending\s+(?:balance|cash)|\bclosing\b|carried forward"
    r"|\bat\s+(?:year|period)[\s-]end|^(?:year|period)[\s-]end\b|^ending\b"
    r"|\b(?:cash|equivalents|balances?)\s?[,:–—-]\s?ending$"
    r"|^(?:total\s+)?(?:balances?|cash[\w, ]*)[,\s-]{1,5}end\b|, end of\b",
    re.IGNORECASE,
)
_OF_OPENING = re.compile(
    r"subsequent|after the beginning|\brecogni[sz]ed|\bincluded in\b|\bportion\s+of\b", re.IGNORECASE
)
# "losses on shares still held at the end of the period" came about over the period
_OF_CLOSING = re.compile(r"\b(?:gains?|loss(?:es)?)\b.{0,200}\bheld\s+at\b", re.IGNORECASE)
_STANDS = re.compile(r"^(?:balances?\s+)?outstanding\b|^balances?$", re.IGNORECASE)


@lru_cache(maxsize=1_024)  # asked of a row for each of its cells
def moved(label: str) -> str | None:
    """Whether a row states what was there when its period "opened" or "closed", rather than what happened in it."""
    if _OPENING.search(label) and not _OF_OPENING.search(label):
        return "opening"
    return "closing" if _CLOSING.search(label) and not _OF_CLOSING.search(label) else None


def moved_columns(paths: Sequence[tuple[str, ...]]) -> list[str | None]:
    """Which columns state what was there when their period "opened" or "closed", where there is one of each."""
    kinds = [moved(" ".join(path)) for path in paths]
    if "opening" in kinds:
        kinds = [
            k or ("closing" if any(map(_STANDS.search, path)) else None) for k, path in zip(kinds, paths, strict=True)
        ]
    return kinds if {"opening", "closing"} <= set(kinds) else [None] * len(kinds)
