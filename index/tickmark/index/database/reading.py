"""The queries behind :class:`~tickmark.index.store.Store`: each takes a connection that is inside a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal, TypeVar

from tickmark.index.database.codec import (
    decode_block,
    decode_figure,
    decode_head,
    decode_passage,
    decode_row,
    inflate_text,
)
from tickmark.index.filters import Filters, form_key, issuer_key, stock_keys
from tickmark.index.model import FilingSummary
from tickmark.ingest.errors import UnknownDocument
from tickmark.ingest.model import Figure, FigureRow, Filing, Passage, Table

__all__ = [
    "GENERATION",
    "Kind",
    "figures",
    "figures_of",
    "filing_ids",
    "generation",
    "ids_of",
    "load",
    "number",
    "original",
    "passages",
    "passages_of",
    "resolve",
    "rows",
    "rows_of",
    "summaries",
    "tables",
    "text",
]

GENERATION: Final = "SELECT value FROM meta WHERE key = 'generation'"
Kind = Literal["passage", "row"]
T = TypeVar("T")

# SQLite takes 32,766 parameters in one statement; fewer keeps the statement cache small.
_AT_ONCE = 500
_TABLE_OF: dict[Kind, str] = {"passage": "passages", "row": "rows"}


def generation(connection: sqlite3.Connection) -> int:
    """The generation of the index."""
    return int(connection.execute(GENERATION).fetchone()[0])


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _pieces(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _condition(filters: Filters) -> tuple[str, list[object]]:
    """The filters as an SQL condition on ``filings f``, and its parameters."""
    parts = ["1"]
    values: list[object] = []
    stock = [key for code in filters.stock_code for key in stock_keys(code)]
    for field, asked, keys in (
        ("issuer", filters.issuer, [issuer_key(name) for name in filters.issuer]),
        ("form", filters.form, [form_key(form) for form in filters.form]),
        ("stock", filters.stock_code, stock),
    ):
        if asked:
            parts.append(f"f.no IN (SELECT filing FROM keys WHERE field = ? AND key IN ({_marks(keys)}))")  # noqa: S608
            values += [field, *keys]
    if filters.document_id:
        parts.append(f"f.id IN ({_marks(filters.document_id)})")
        values += [filing_id.lower() for filing_id in filters.document_id]
    for operator, day in ((">=", filters.published_from), ("<=", filters.published_to)):
        if day:
            parts.append(f"f.published {operator} ?")
            values.append(day)
    condition, days = _period("f.period_end", filters)
    if days:
        inner, inner_days = _period("g.period_end", filters)
        parts.append(f"(({condition}) OR EXISTS (SELECT 1 FROM figures g WHERE g.filing = f.no AND {inner}))")  # noqa: S608
        values += [*days, *inner_days]
    return " AND ".join(parts), values


def _period(column: str, filters: Filters) -> tuple[str, list[object]]:
    parts = ["1"]
    values: list[object] = []
    for operator, day in ((">=", filters.period_from), ("<=", filters.period_to)):
        if day:
            parts.append(f"{column} {operator} ?")
            values.append(day)
    return " AND ".join(parts), values


def filing_ids(connection: sqlite3.Connection, filters: Filters) -> list[str]:
    """The ids of the filings that pass, in the order they came in."""
    condition, values = _condition(filters)
    found = connection.execute(f"SELECT f.id FROM filings f WHERE {condition} ORDER BY f.no", values)  # noqa: S608
    return [filing_id for (filing_id,) in found]


def period_years(connection: sqlite3.Connection) -> list[int]:
    """The years in which the periods of the figures end, in order; read off an index, so that it stays cheap."""
    found = connection.execute("SELECT DISTINCT substr(period_end, 1, 4) FROM figures WHERE period_end IS NOT NULL")
    return sorted(int(year) for (year,) in found)


def summaries(connection: sqlite3.Connection, filters: Filters) -> list[FilingSummary]:
    """The filings that pass, in the order they came in."""
    condition, values = _condition(filters)
    found = connection.execute(
        "SELECT f.head, f.chars, f.tables, f.figures, f.passages FROM filings f"  # noqa: S608
        f" WHERE {condition} ORDER BY f.no",
        values,
    )
    return [_summary(*row) for row in found]


def _summary(payload: bytes, chars: int, tables: int, figures: int, passages: int) -> FilingSummary:
    head = decode_head(payload)
    return FilingSummary(
        **{name: getattr(head, name) for name in head.__struct_fields__ if name != "pages"},
        chars=chars,
        tables=tables,
        figures=figures,
        passages=passages,
    )


def resolve(connection: sqlite3.Connection, prefix: str) -> str:
    """The one id that begins so. Raises UnknownDocument when there is none, or several."""
    wanted = prefix.strip().lower()
    found = connection.execute(
        "SELECT id, source FROM filings WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 6", (len(wanted), wanted)
    ).fetchall()
    if exact := [filing_id for filing_id, _ in found if filing_id == wanted]:
        return str(exact[0])
    if not wanted or not found:
        raise UnknownDocument(f"no document {prefix!r} in the index", hint="tickmark list shows what is there.")
    if len(found) > 1:
        several = ", ".join(f"{filing_id} ({source})" for filing_id, source in found[:5])
        raise UnknownDocument(f"{prefix!r} begins several documents: {several}", hint="Give more of the id.")
    return str(found[0][0])


def number(connection: sqlite3.Connection, filing_id: str) -> int:
    """The row number of a filing. Raises UnknownDocument."""
    row = connection.execute("SELECT no FROM filings WHERE id = ?", (filing_id,)).fetchone()
    return int(row[0]) if row else number(connection, resolve(connection, filing_id))


def text(connection: sqlite3.Connection, filing_id: str) -> str:
    """The source text. Raises UnknownDocument."""
    no = number(connection, filing_id)
    return inflate_text(connection.execute("SELECT text FROM sources WHERE filing = ?", (no,)).fetchone()[0])


def original(connection: sqlite3.Connection, filing_id: str) -> bytes | None:
    """The file itself, of a paged document; None of any other. Raises UnknownDocument."""
    row = connection.execute("SELECT data FROM originals WHERE filing = ?", (number(connection, filing_id),)).fetchone()
    return bytes(row[0]) if row else None


def load(connection: sqlite3.Connection, filing_id: str) -> Filing:
    """The filing, whole. Raises UnknownDocument."""
    no = number(connection, filing_id)
    (head,) = connection.execute("SELECT head FROM filings WHERE no = ?", (no,)).fetchone()
    found = connection.execute("SELECT kind, payload FROM blocks WHERE filing = ? ORDER BY n", (no,))
    blocks = tuple(decode_block(kind, payload) for kind, payload in found)
    return decode_head(head).filing(text(connection, filing_id), blocks)


def tables(connection: sqlite3.Connection, filing_id: str, index: int | None = None) -> list[Table]:
    """The tables in reading order, or only the one of that index. Raises UnknownDocument."""
    found = connection.execute(
        "SELECT kind, payload FROM blocks WHERE filing = ? AND table_index IS NOT NULL"
        " AND (?2 IS NULL OR table_index = ?2) ORDER BY n",
        (number(connection, filing_id), index),
    )
    blocks = [decode_block(kind, payload) for kind, payload in found]
    return [block for block in blocks if isinstance(block, Table)]


def _by_ids(connection: sqlite3.Connection, table: str, ids: Sequence[str], decode: Callable[[bytes], T]) -> list[T]:
    found: dict[str, bytes] = {}
    for piece in _pieces(ids):
        statement = f"SELECT id, payload FROM {table} WHERE id IN ({_marks(piece)})"  # noqa: S608
        found.update(connection.execute(statement, piece))
    return [decode(found[item]) for item in ids if item in found]


def passages(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Passage]:
    """Passages in the order asked."""
    return _by_ids(connection, "passages", ids, decode_passage)


def rows(connection: sqlite3.Connection, ids: Sequence[str]) -> list[FigureRow]:
    """Figure rows in the order asked."""
    return _by_ids(connection, "rows", ids, decode_row)


def figures(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Figure]:
    """Figures in the order asked."""
    return _by_ids(connection, "figures", ids, decode_figure)


def ids_of(connection: sqlite3.Connection, kind: Kind, seqs: Sequence[int]) -> dict[int, str]:
    """The ids of passages or rows by sequence number."""
    found: dict[int, str] = {}
    for piece in _pieces(seqs):
        statement = f"SELECT seq, id FROM {_TABLE_OF[kind]} WHERE seq IN ({_marks(piece)})"  # noqa: S608
        found.update(connection.execute(statement, piece))
    return found


def passages_of(connection: sqlite3.Connection, filing_id: str) -> list[Passage]:
    """The passages of one filing, in reading order. Raises UnknownDocument."""
    no = number(connection, filing_id)
    found = connection.execute("SELECT payload FROM passages WHERE filing = ? ORDER BY seq", (no,))
    return [decode_passage(payload) for (payload,) in found]


def rows_of(connection: sqlite3.Connection, filing_id: str) -> list[FigureRow]:
    """The figure rows of one filing, in reading order. Raises UnknownDocument."""
    no = number(connection, filing_id)
    found = connection.execute("SELECT payload FROM rows WHERE filing = ? ORDER BY seq", (no,))
    return [decode_row(payload) for (payload,) in found]


def figures_of(connection: sqlite3.Connection, filing_id: str, filters: Filters) -> list[Figure]:
    """The figures of one filing whose period passes, in reading order; none when the filing is gone."""
    condition, days = _period("g.period_end", filters)
    found = connection.execute(
        "SELECT g.payload FROM figures g JOIN filings f ON f.no = g.filing"  # noqa: S608
        f" WHERE f.id = ? AND {condition} ORDER BY g.seq",
        (filing_id, *days),
    )
    return [decode_figure(payload) for (payload,) in found]
