"""Libraries that scoring needs and that come with the extra ``eval``, imported when first used and here alone.

They come back as Any: they are without type stubs, or with wrong ones.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tickmark.ingest.errors import MissingExtra

__all__ = ["bm25s", "ir_measures", "scipy_stats", "stemmer"]


def _load(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra(
            f"scoring needs {name.partition('.')[0]}, which is not installed", hint="pip install 'tickmark[eval]'."
        ) from error


def ir_measures() -> Any:
    """The library ir-measures."""
    return _load("ir_measures")


def scipy_stats() -> Any:
    """The statistics of SciPy."""
    return _load("scipy.stats")


def bm25s() -> Any:
    """The library bm25s."""
    return _load("bm25s")


def stemmer() -> Any:
    """PyStemmer."""
    return _load("Stemmer")
