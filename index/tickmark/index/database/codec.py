"""The nouns as bytes, and back again exactly.

Blocks and figures are kept as JSON written by msgspec: it keeps :class:`~decimal.Decimal` as a string (never a binary
float), needs no schema of its own beyond the dataclasses, and stays readable in any SQLite shell. A union of
dataclasses carries no tag in JSON, so the kind of a block stands in a column beside its payload.

Long payloads are deflated: a table repeats its field names for every cell and shrinks to an eighth (in the sample ESG
report).
"""

from __future__ import annotations

import zlib
from dataclasses import fields
from typing import Any

import msgspec

from tickmark.ingest.model import (
    Block,
    Callout,
    Figure,
    FigureRow,
    Filing,
    FiscalPeriod,
    Heading,
    Language,
    Paragraph,
    Passage,
    Period,
    Table,
)

__all__ = [
    "FilingHead",
    "decode_block",
    "decode_figure",
    "decode_head",
    "decode_passage",
    "decode_row",
    "deflate_text",
    "encode",
    "encode_block",
    "encode_head",
    "inflate_text",
]

# Level 1 gives 6.1 to 1 on the sample ESG report's blocks, the default 7.0 to 1 in twice the time.
_LEVEL = 1
_BLOCKS: dict[str, type[Block]] = {"heading": Heading, "paragraph": Paragraph, "callout": Callout, "table": Table}
_KINDS = {cls: kind for kind, cls in _BLOCKS.items()}
_BLOCK_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {k: msgspec.json.Decoder(c) for k, c in _BLOCKS.items()}
_FIGURE = msgspec.json.Decoder(Figure)
_PASSAGE = msgspec.json.Decoder(Passage)
_ROW = msgspec.json.Decoder(FigureRow)
_ENCODER = msgspec.json.Encoder()


class FilingHead(msgspec.Struct, omit_defaults=True):
    """A filing without its text and blocks: the fields of :class:`Filing` that a listing needs, and the counts."""

    id: str
    source: str
    title: str = ""
    issuer: str = ""
    issuer_names: tuple[str, ...] = ()
    stock_code: str | None = None
    form: str | None = None
    published: str | None = None
    period: Period | None = None
    language: Language = "en"
    media_type: str = "text/plain"
    warnings: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    cik: str | None = None
    accession: str | None = None
    currency: str | None = None
    fiscal_year: int | None = None
    fiscal_period: FiscalPeriod | None = None
    fiscal_year_end: str | None = None
    amends: str | None = None
    pages: tuple[int, ...] = ()

    @classmethod
    def of(cls, filing: Filing) -> FilingHead:
        """The head of a filing."""
        return cls(*(getattr(filing, name) for name in cls.__struct_fields__))

    def filing(self, text: str, blocks: tuple[Block, ...]) -> Filing:
        """The filing again, whole."""
        return Filing(text=text, blocks=blocks, **{name: getattr(self, name) for name in self.__struct_fields__})


_HEAD = msgspec.json.Decoder(FilingHead)


def encode(noun: Figure | Passage | FigureRow) -> bytes:
    """One noun as JSON, without the fields that hold their default: most of a figure's fields do."""
    kept = {}
    for field in fields(noun):
        value = getattr(noun, field.name)
        # Compared with the type, too: Decimal("1.0") equals Decimal(1) and is printed otherwise.
        if value != field.default or repr(value) != repr(field.default):
            kept[field.name] = value
    return _ENCODER.encode(kept)


def encode_block(block: Block) -> tuple[str, bytes]:
    """A block's kind ("heading", "paragraph", "callout", "table") and its deflated JSON."""
    return _KINDS[type(block)], zlib.compress(_ENCODER.encode(block), _LEVEL)


def decode_block(kind: str, payload: bytes) -> Block:
    """The block that :func:`encode_block` wrote."""
    block: Block = _BLOCK_DECODERS[kind].decode(zlib.decompress(payload))
    return block


def encode_head(filing: Filing) -> bytes:
    """A filing's head as JSON."""
    return _ENCODER.encode(FilingHead.of(filing))


def decode_head(payload: bytes) -> FilingHead:
    """The head that :func:`encode_head` wrote."""
    return _HEAD.decode(payload)


def decode_figure(payload: bytes) -> Figure:
    """The figure that :func:`encode` wrote."""
    return _FIGURE.decode(payload)


def decode_passage(payload: bytes) -> Passage:
    """The passage that :func:`encode` wrote."""
    return _PASSAGE.decode(payload)


def decode_row(payload: bytes) -> FigureRow:
    """The figure row that :func:`encode` wrote."""
    return _ROW.decode(payload)


def deflate_text(text: str) -> bytes:
    """A source text as deflated UTF-8. Lone surrogates, which broken PDFs give, survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def inflate_text(payload: bytes) -> str:
    """The text that :func:`deflate_text` wrote."""
    return zlib.decompress(payload).decode("utf-8", "surrogatepass")
