"""Who a filing is by: company names and stock codes, as printed on its face."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

__all__ = ["EXCHANGE", "STOCK_CODE", "is_company", "issuer_names", "listed_code", "stock_code"]

_SUFFIX = re.compile(
    r"(?<![\w.])(?:CO(?:MPANY)?\.?,?\s*L(?:TD|IMITED)\b\.?|LTD\b\.?|LIMITED\b|INC\b\.?|INCORPORATED\b"
    r"|CORP(?:ORATION)?\b\.?|PLC\b|P\.L\.C\.|N\.V\.|S\.A\.|S\.p\.A\."
    r"|SE\b|AG\b|ASA\b|LLC\b|L\.P\.|Co\.?,?\s*Ltd\b\.?|Ltd\b\.?|Limited\b|Inc\b\.?|Incorporated\b|Corp(?:oration)?\b\.?"
    r"|plc\b|Company\b|Holdings\b|Group\b)"
    r"(?:\s+(?:Limited|plc|PLC|LIMITED|Ltd\.?|Inc\.?)(?!\w))?"
)
_JOINING = frozenset({"of", "and", "&", "the", "for", "de", "in", "du", "la", "und"})
_LEADING = frozenset(
    {"The", "By", "To", "Order", "Board", "Directors", "Shareholders", "Members", "For", "On", "On-behalf", "Signed"}
    | _JOINING
)
_ANY_COMPANY = frozenset({"group", "company", "parent", "holding", "subsidiary", "limited", "public"})
# what stands above a name on a cover, and runs into it where lines are joined
_ABOVE = frozenset({"consolidated", "financial", "statements", "annual", "interim", "report", "accounts", "audited"})
_HAN_COMPANY = re.compile(r"[\u4e00-\u9fff（）()]{2,30}?(?:股份有限公司|有限责任公司|有限責任公司|有限公司|集团|集團)")
_HAN_PREFIX = re.compile(r"^[（()）]*(?:承董事[会會]命|关于|關於|本公司|及|和|由)+")
EXCHANGE = re.compile(
    r"exchange|clearing|regulat|commission|securities and futures|take no responsibility|united nations"
    r"|registrar|nominee"
    r"|交易所|结算|結算|聯交所|联交所",
    re.IGNORECASE,
)
STOCK_CODE = re.compile(
    r"(?:\b(?:stock|securities|share|H share|A share|company)\s*(?:codes?|ticker)|股份代[号號]|证券代码"
    r"|證券代碼|股票代码|股票代碼|股票代[号號]"
    r"|\bticker(?:\s+symbol)?|\btrading\s+symbol)s?\s*[:：]?\s*",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\(?\s*(?:(?:HKEX|SEHK|NYSE|NASDAQ|LSE|SZSE|SSE|AIM|TSX|ASX)\s*[:：]\s*)?"
    r"(?P<code>\d{4,6}(?:\.[A-Z]{1,2})?(?!\d)|[A-Z]{1,5}(?:\.[A-Z])?(?![\w.]))"
)
_LISTED = re.compile(
    r"\((?:NASDAQ|Nasdaq|NYSE|LSE|AIM|TSX|ASX)\s*[:：]\s*(?P<a>[A-Z]{1,5})\)"
    r"|(?<![\w$])(?P<b>[A-Z]{1,5})[\t |]+(?:The\s+)?(?:Nasdaq|NASDAQ|New York Stock Exchange|NYSE)\b"
)
_BESIDE_CODE = re.compile(
    r"(?P<n>(?:(?:[A-Z0-9][\w&.'’-]{0,24},?|of|and|&|the)[ ]){1,7})"
    r"\(\s*(?:NASDAQ|Nasdaq|NYSE|LSE|AIM|TSX|ASX|HKEX|SEHK)(?: [A-Z]\w+)?\s*[:：]"
)
_LABELLED = re.compile(
    r"^\W*(?:Name\s+of\s+(?:the\s+)?(?:reporting\s+|listed\s+)?(?:entity|issuer|company)|(?:Company|Entity"
    r"|Issuer)\s+name"
    r"|公司名[称稱]|公司中文名[称稱])\s*[:：\t]\s*(?P<n>[^\t\n|]{3,90})",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?:pricewaterhousecoopers|deloitte|ernstyoung|kpmg|bdo|grantthornton|mazars|rsmus|computershare|equiniti)"
)
_NO_CODES = frozenset({"CIK", "NONE", "NA", "N", "A", "THE"})
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|S\.?p\.?A|[A-Z])\.?$", re.IGNORECASE)
_DEFINED: Final = r"(?:\s+and\s+(?:its\s+)?subsidiaries)?[\s,]*[(（][^()]{0,40}[\"“]"
_ENOUGH = 6
_LONGEST = 2_000
_HONG_KONG = re.compile(r"Hong Kong|HKEX|SEHK|\.HK\b|香港|聯交所|联交所")
_LOOKED_AT = 40_000


def _names_in(line: str) -> Iterator[str]:
    """Company names in a line: from each legal form ("Co., Ltd.", "plc") back over the words that belong to it."""
    for found in _SUFFIX.finditer(line):
        words: list[str] = []
        before = re.split(r"\s+", line[max(0, found.start() - 160) : found.start()].rstrip())
        if line[: found.start()].strip() and not re.search(r"[\s,]$", line[: found.start()]):
            continue
        for at, word in enumerate(reversed(before)):
            bare = word.strip("*_\"“”'‘’")
            ends = at > 0 and re.search(r"[,;:!?。，：]$|[^A-Z]\.$|[”\"’)]$", word)
            if not bare or ends or len(words) >= 9 or not (bare[0].isupper() or bare[0].isdigit() or bare in _JOINING):
                break
            words.insert(0, bare)
            if word[:1] in '"“‘(':
                break
        while words and (words[0] in _LEADING or words[0].casefold() in _ABOVE):
            words.pop(0)
        if any(w[0].isupper() and w.casefold() not in _ANY_COMPANY for w in words):
            legal = re.sub(r"\s+", " ", found[0])
            yield f"{' '.join(words)} {legal}".strip()


def is_company(line: str) -> bool:
    """Whether a line is a company's name and nothing else."""
    han = _HAN_COMPANY.fullmatch(line)
    return han is not None or any(len(name) >= 0.9 * len(line) for name in _names_in(line))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


@dataclass(slots=True)
class _Votes:
    """How much speaks for each name, and how it was written."""

    votes: Counter[str] = field(default_factory=Counter)
    spelled: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, name: str, weight: int) -> None:
        self.votes[_key(name)] += weight
        self.spelled[_key(name)][name] += weight


def _latin(lines: Sequence[str]) -> str | None:
    found = _on_face(lines)
    if not found.votes or max(found.votes.values()) < _ENOUGH:
        throughout = _throughout(lines)
        found = throughout if throughout.votes else found
    return _elected(found) if found.votes else None


def _on_face(lines: Sequence[str]) -> _Votes:
    """Names at the top: alone on a line, defined in a sentence, behind a label, before the code of an exchange."""
    found = _Votes()
    for index, line in enumerate(lines[:200]):
        for beside in _BESIDE_CODE.finditer(line[:_LONGEST]):
            named = [w for w in beside["n"].split() if w[0].isupper() or w in _JOINING]
            while named and named[0] in _LEADING:
                named.pop(0)
            if named:
                found.add(" ".join(named).rstrip(","), 8)
        labelled = _LABELLED.match(line)
        if labelled:
            found.add(labelled["n"].strip(" .;*"), 20)
        if EXCHANGE.search(line):
            continue
        charter = index + 1 < len(lines) and re.search(r"exact name of registrant", lines[index + 1], re.IGNORECASE)
        for name in _names_in(line[:_LONGEST]):
            alone = len(name) >= 0.7 * len(_bare(line)) and len(name.split()) <= 9
            weight = (8 if index < 40 else 4) if alone else 1
            weight += 12 if charter else 0
            weight += 6 if re.search(re.escape(name) + _DEFINED, line) else 0
            found.add(name, weight)
    return found


def _bare(line: str) -> str:
    """A line without what stands above a name on a cover and ran into it ("CONSOLIDATED FINANCIAL STATEMENTS X")."""
    words = line.strip(" *#.").split(" ")
    while words and words[0].casefold() in _ABOVE:
        words.pop(0)
    return " ".join(words)


def _throughout(lines: Sequence[str]) -> _Votes:
    """Names that the whole filing repeats: designed reports print no name on their first pages, or as a picture."""
    found = _Votes()
    for line in lines[:20_000]:
        if _SUFFIX.search(line) and not EXCHANGE.search(line):
            for name in _names_in(line[:_LONGEST]):
                if len(name.split()) > 1:
                    found.add(name, 1)
    common = [key for key, count in found.votes.most_common(12) if count >= 3 and not _FIRM.search(key)]
    text = " ".join(lines[:20_000]).casefold()
    spoken = {key: text.count(_short(found.spelled[key].most_common(1)[0][0])) for key in common}
    return _Votes(Counter({key: count for key, count in spoken.items() if count >= _ENOUGH}), found.spelled)


def _short(name: str) -> str:
    """The first two words of a name: what a filing goes on calling its issuer by."""
    words = _SUFFIX.sub("", name).split() or name.split()
    return " ".join(words[:2]).strip(" ,.").casefold()


def _elected(found: _Votes) -> str:
    votes, spelled = found.votes, found.spelled
    for longer in sorted(votes, key=len, reverse=True):  # "Holders of X plc" at the start of a sentence speaks of X plc
        shorter = next((k for k in votes if k != longer and longer.endswith(k)), None) if longer in votes else None
        if shorter is not None:  # of a name broken over two lines, the whole is there as often, or behind a label
            kept, gone = (shorter, longer) if votes[shorter] >= votes[longer] else (longer, shorter)
            votes[kept] += votes.pop(gone)
    best = max(votes, key=lambda key: (votes[key], -list(votes).index(key)))
    written = spelled[best]
    mixed = [name for name in written if not name.isupper() and name.split()[0] != name.split()[0].upper()]
    chosen = max(mixed or written, key=lambda name: (written[name], len(name)))
    name = max((n for n in written if n.rstrip(".") == chosen.rstrip(".")), key=len)
    return name if _ABBREVIATED.search(name) else name.rstrip(".")


def _han(lines: Sequence[str]) -> str | None:
    votes: Counter[str] = Counter()
    for index, line in enumerate(lines[:200]):
        for match in _HAN_COMPANY.finditer(line[:2_000]):
            name = _HAN_PREFIX.sub("", match[0]).strip("（()）")
            if len(name) < 4 or EXCHANGE.search(name):
                continue
            alone = len(name) >= 0.6 * len(line.strip(" *#"))
            votes[name] += (6 if index < 40 else 3) if alone else 1
    return votes.most_common(1)[0][0] if votes else None


def issuer_names(lines: Sequence[str], chinese: bool) -> tuple[str, ...]:
    """Names of the issuer, the one to show first: in the language of the filing, then the other one."""
    latin, han = _latin(lines), _han(lines)
    ordered = (han, latin) if chinese else (latin, han)
    return tuple(dict.fromkeys(name for name in ordered if name))


def _listed(head: str) -> list[str]:
    return [found["a"] or found["b"] for found in _LISTED.finditer(head)]


def listed_code(text: str) -> str | None:
    """The first code printed with its exchange: "(NYSE: BKE)"."""
    return next(iter(_listed(text[:_LOOKED_AT])), None)


def stock_code(text: str) -> str | None:
    """The stock code; of several, the one of the Hong Kong listing, written with its five digits."""
    head = text[:_LOOKED_AT]
    codes: list[str] = []
    for label in STOCK_CODE.finditer(head):
        at = label.end()
        while found := _CODE.match(head, at):
            codes.append(found["code"])
            gap = re.compile(
                r"[^\S\n]*(?:\([^()\n]{0,40}\)|（[^（）\n]{0,40}）)?[^\S\n]*(?:,|/|、|;|and\b|及)\s*"
            ).match(head, found.end())
            if gap is None:
                break
            at = gap.end()
    codes += _listed(head)
    codes = [code for code in codes if code not in _NO_CODES]
    if not codes:
        return None
    hong_kong = _HONG_KONG.search(head) is not None
    local = [c.removesuffix(".HK") for c in codes if c.endswith(".HK") or (re.fullmatch(r"\d{4,5}", c) and hong_kong)]
    return local[0].zfill(5) if local else codes[0]
