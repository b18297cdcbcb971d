"""How a filing goes into the tables, and how it leaves them.

Called by :class:`~tickmark.index.store.Store` alone, inside its transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tickmark.index.database.codec import deflate_text, encode, encode_block, encode_head
from tickmark.index.filters import code_keys, form_keys, issuer_key
from tickmark.ingest.model import FigureRow, Filing, Passage, Table

__all__ = ["KEPT_CHANGES", "bump", "delete_filing", "insert_filing"]

# How many generations a view may be behind and still catch up filing by filing; further back it is rebuilt.
KEPT_CHANGES = 10_000


def _meta_int(connection: sqlite3.Connection, key: str) -> int:
    return int(connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()[0])


def _set_meta(connection: sqlite3.Connection, key: str, value: int) -> None:
    connection.execute("UPDATE meta SET value = ? WHERE key = ?", (str(value), key))


def bump(connection: sqlite3.Connection) -> int:
    """The next generation; changes too old to catch up on are forgotten."""
    generation = _meta_int(connection, "generation") + 1
    _set_meta(connection, "generation", generation)
    connection.execute("DELETE FROM changes WHERE generation <= ?", (generation - KEPT_CHANGES,))
    return generation


def _log(connection: sqlite3.Connection, generation: int, op: str, filing_id: str, ranges: tuple[int, ...]) -> None:
    connection.execute(
        "INSERT INTO changes (generation, filing_id, op, first_passage, passages, first_row, rows)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (generation, filing_id, op, *ranges),
    )


def delete_filing(connection: sqlite3.Connection, no: int, generation: int) -> None:
    """Delete a filing and all that hangs on it (foreign keys cascade), and log it with its sequence numbers."""
    filing_id, *ranges = connection.execute(
        "SELECT id, first_passage, passages, first_row, rows FROM filings WHERE no = ?", (no,)
    ).fetchone()
    connection.execute("DELETE FROM filings WHERE no = ?", (no,))
    _log(connection, generation, "remove", filing_id, tuple(ranges))


def insert_filing(
    connection: sqlite3.Connection,
    generation: int,
    filing: Filing,
    *,
    passages: Sequence[Passage],
    rows: Sequence[FigureRow],
    vectors: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]],
) -> None:
    """Insert a filing whole and log it. ``vectors`` are those of the passages, (p, d), and of the rows, (r, d)."""
    first_passage, first_row = _meta_int(connection, "next_passage"), _meta_int(connection, "next_row")
    figures = list(filing.figures())
    ranges = (first_passage, len(passages), first_row, len(rows))
    no = connection.execute(
        "INSERT INTO filings (id, source, head, published, period_end, chars, tables, figures,"
        " first_passage, passages, first_row, rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            filing.id,
            filing.source,
            encode_head(filing),
            filing.published[:10] if filing.published else None,
            filing.period.end if filing.period else None,
            len(filing.text),
            len(filing.tables),
            len(figures),
            *ranges,
        ),
    ).lastrowid
    assert no is not None
    _insert_keys(connection, no, filing)
    connection.execute("INSERT INTO sources VALUES (?, ?)", (no, deflate_text(filing.text)))
    if filing.original is not None:
        connection.execute("INSERT INTO originals VALUES (?, ?)", (no, filing.original))
    connection.executemany(
        "INSERT INTO blocks (filing, n, kind, table_index, payload) VALUES (?, ?, ?, ?, ?)",
        (
            (no, n, kind, block.index if isinstance(block, Table) else None, payload)
            for n, block in enumerate(filing.blocks)
            for kind, payload in [encode_block(block)]
        ),
    )
    _insert_figures(connection, no, filing)
    connection.executemany(
        "INSERT INTO passages (seq, id, filing, kind, payload) VALUES (?, ?, ?, ?, ?)",
        ((first_passage + n, p.id, no, p.kind, encode(p)) for n, p in enumerate(passages)),
    )
    connection.executemany(
        "INSERT INTO rows (seq, id, filing, label, payload) VALUES (?, ?, ?, ?, ?)",
        ((first_row + n, r.id, no, r.label, encode(r)) for n, r in enumerate(rows)),
    )
    connection.executemany(
        "INSERT INTO vectors VALUES (?, ?, ?)",
        ((no, kind, v.astype("<f2").tobytes()) for kind, v in zip(("passage", "row"), vectors, strict=True)),
    )
    _set_meta(connection, "next_passage", first_passage + len(passages))
    _set_meta(connection, "next_row", first_row + len(rows))
    _log(connection, generation, "put", filing.id, ranges)


def _insert_keys(connection: sqlite3.Connection, no: int, filing: Filing) -> None:
    names = {issuer_key(name) for name in (filing.issuer, *filing.issuer_names) if name}
    keys = [("issuer", key) for key in names if key]
    keys += [("stock", key) for key in code_keys(filing)]
    keys += [("form", key) for key in form_keys(filing.form or "")]
    connection.executemany("INSERT INTO keys VALUES (?, ?, ?)", ((field, key, no) for field, key in keys))


def _insert_figures(connection: sqlite3.Connection, no: int, filing: Filing) -> None:
    connection.executemany(
        "INSERT INTO figures (id, filing, origin, status, label, value, unit, currency, period_start, period_end,"
        " table_index, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                f.id,
                no,
                f.origin,
                f.status,
                " | ".join(f.label_path),
                None if f.value is None else str(f.value),
                f.unit,
                f.currency,
                f.period.start if f.period else None,
                f.period.end if f.period else None,
                f.cell.table if f.cell else None,
                encode(f),
            )
            for f in filing.figures()
        ),
    )
