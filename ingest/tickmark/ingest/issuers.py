"""Who a filing is by: company names and stock codes, as printed on its face."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

__all__ = ["EXCHANGE", "STOCK_CODE", "is_company", "issuer_names", "listed_code", "stock_code"]

_SUFFIX = re.compile(
    r"(?<![\w.])(?:CO(?:MPANY)?\.?,?\s*L(?:TD|IMITED)\b\.?|LTD\b\.?|LIMITED\b|INC\b\.?|INCORPORATED\b|CORP(?:ORATION)?\b\.?|PLC\b|P\.L\.C\.|N\.V\.|S\.A\.|S\.p\.A\."
    r"|SE\b|AG\b|ASA\b|LLC\b|L\.P\.|Co\.?,?\s*Ltd\b\.?|Ltd\b\.?|Limited\b|Inc\b\.?|Incorporated\b|Corp(?:oration)?\b\.?|plc\b|Company\b|Holdings\b|Group\b)"
    r"(?:\s+(?:Limited|plc|PLC|LIMITED|Ltd\.?|Inc\.?)(?!\w))?"
)
_JOINING = frozenset({"of", "and", "&", "the", "for", "de", "in", "du", "la", "und"})
_LEADING = frozenset({"The", "By", "Order", "Board", "For", "On", "On-behalf", "Signed", *_JOINING})
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
        while words and words[0] in _LEADING:
            words.pop(0)
        if words and any(w[0].isupper() for w in words):
            legal = re.sub(r"\s+", " ", found[0])
            yield f"{' '.join(words)} {legal}".strip()


def is_company(line: str) -> bool:
    """Whether a line is a company's name and nothing else."""
    han = _HAN_COMPANY.fullmatch(line)
    return han is not None or any(len(name) >= 0.9 * len(line) for name in _names_in(line))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _latin(lines: Sequence[str]) -> str | None:
    votes: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for index, line in enumerate(lines[:200]):
        if EXCHANGE.search(line):
            continue
        charter = index + 1 < len(lines) and re.search(r"exact name of registrant", lines[index + 1], re.IGNORECASE)
        for name in _names_in(line[:2_000]):
            alone = len(name) >= 0.7 * len(line.strip(" *#.")) and len(name.split()) <= 9
            weight = (8 if index < 40 else 4) if alone else 1
            weight += 12 if charter else 0
            weight += 6 if re.search(re.escape(name) + r"[\s,]*[(（][^()]{0,40}[\"“]", line) else 0
            votes[_key(name)] += weight
            spelled[_key(name)][name] += weight
    if not votes:
        return None
    for longer in list(votes):  # "Holders of X plc" at the start of a sentence speaks of X plc
        shorter = next((k for k in votes if k != longer and longer.endswith(k)), None)
        if shorter is not None:
            votes[shorter] += votes.pop(longer)
    best = max(votes, key=lambda key: (votes[key], -list(votes).index(key)))
    written = spelled[best]
    mixed = [name for name in written if not name.isupper() and name.split()[0] != name.split()[0].upper()]
    chosen = max(mixed or written, key=lambda name: (written[name], len(name)))
    return max((n for n in written if n.rstrip(".") == chosen.rstrip(".")), key=len)


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
    if not codes:
        return None
    hong_kong = _HONG_KONG.search(head) is not None
    local = [c.removesuffix(".HK") for c in codes if c.endswith(".HK") or (re.fullmatch(r"\d{4,5}", c) and hong_kong)]
    return local[0].zfill(5) if local else codes[0]
