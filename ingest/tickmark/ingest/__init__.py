"""Ground floor: bytes in, a filing with its tables, figures and passages out."""

from tickmark.ingest.readers import read

__all__ = ["read"]
