"""The record beside a file, ``NAME.meta.json``: what is said of a filing, and where a fetched one came from."""

from __future__ import annotations

from typing import Final

__all__ = ["PROVENANCE", "SIDECAR"]

SIDECAR: Final = ".meta.json"
# What a record of a fetched filing holds beside the fields of Metadata: kept for people, not read back.
PROVENANCE: Final = frozenset(
    {"archive", "archive_id", "bytes", "fetched", "listed_as", "media_type", "sha256", "source_url"}
)
