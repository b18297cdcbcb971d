"""Small filings, and an embedding model without a model, for the tests of the index."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from tickmark.index.embed import EmbedderInfo
from tickmark.ingest.model import (
    Callout,
    Cell,
    CellRef,
    Column,
    Figure,
    FigureRow,
    Filing,
    Heading,
    Paragraph,
    Passage,
    Period,
    Row,
    SetAside,
    Span,
    Table,
)

Read = tuple[Filing, list[Passage], list[FigureRow]]
YEAR_2022 = Period("duration", "2022-01-01", "2022-12-31", "Year of 2022")


class HashingEmbedder:
    """Each word is a direction: deterministic, instant, and texts that share words are near."""

    def __init__(self, dimension: int = 32, name: str = "hashing") -> None:
        self.info = EmbedderInfo(name, dimension)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        vectors = np.zeros((len(texts), self.info.dimension), dtype=np.float32)
        for n, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                rng = np.random.default_rng(zlib.crc32(word.encode()))
                vectors[n] += rng.standard_normal(self.info.dimension, dtype=np.float32)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.where(norms == 0, 1, norms)

    def encode_query(self, text: str) -> np.ndarray:
        return self.encode([text])[0]


def read(
    number: int,
    *,
    source: str | None = None,
    words: str = "emissions",
    passages: int = 3,
    issuer: str = "JL MAG Rare-Earth Co., Ltd.",
    stock_code: str | None = "06680",
    form: str | None = "ESG report",
    published: str | None = "2024-03-28",
    period: Period | None = YEAR_2022,
) -> Read:
    """A filing with one block of each kind, and its passages and rows, all of which say "every" and ``words``."""
    filing_id = f"{number:016x}"
    span = Span((0, 7), (1, 1))
    figures = [
        Figure(
            f"{filing_id}-f{n}", "105,925", "105,925", span, origin, number=Decimal(105925 + n), unit="tCO2e",
            period=period, label_path=("Indirect GHG emissions (Scope 2)",), column_path=("Year of 2022",),
            cell=CellRef(0, 1, 1) if origin == "cell" else None, scale=Decimal("1E+3"),
        )
        for n, origin in enumerate(("prose", "callout", "cell"))
    ]  # fmt: skip
    table = Table(
        0, (Column(("Year of 2022",), period, "tCO2e"),),
        (Row(("Indirect GHG emissions (Scope 2)",), (Cell(0, 1, "105,925", span, (figures[2],)),), span, 1),),
        span, noise=(SetAside(3, "100 100 00 <"),), grid=(("", "2022"), ("Scope 2", "105,925")), header_rows=1,
    )  # fmt: skip
    blocks = (
        Heading("Environment", 1, span),
        Paragraph("We emitted 105,925 t.", span, ("Environment",), (figures[0],)),
        Callout("105,925 t", span, ("Environment",), (figures[1],)),
        table,
    )
    filing = Filing(
        filing_id, source or f"filing-{number}.txt", f"105,925 number {number}: {words} 排放 \x00 end", blocks,
        title=f"Report {number}", issuer=issuer, issuer_names=(issuer.partition(" ")[0], "金力永磁"),
        stock_code=stock_code,
        form=form, published=published, period=period, warnings=("one page had no text",),
    )  # fmt: skip
    chunks = [
        Passage(f"{filing_id}-p{n}", filing_id, "prose", f"{words} {n}", f"every {words} part{n} filing{number}", span)
        for n in range(passages)
    ]
    rows = [
        FigureRow(
            f"{filing_id}-r{n}", filing_id, "Scope 2", f"every Indirect GHG {words} (Scope {n}) tCO2e filing{number}",
            (figures[n].id,), figures[n].origin, span, table=0,
        )
        for n in range(3)
    ]  # fmt: skip
    return filing, chunks, rows
