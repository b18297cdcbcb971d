"""Libraries that take long to import, or much memory, imported when first used and here alone.

Listing and reading an index needs none of them. They come back as Any: their own type stubs are partly wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

__all__ = ["faiss", "no_progress_bars", "opencc", "pypinyin", "sentence_transformers", "tantivy", "torch"]


def faiss() -> Any:
    """FAISS."""
    return import_module("faiss")


def tantivy() -> Any:
    """Tantivy."""
    return import_module("tantivy")


def opencc() -> Any:
    """OpenCC."""
    return import_module("opencc")


def pypinyin() -> Any:
    """The pypinyin package."""
    return import_module("pypinyin")


def torch() -> Any:
    """Torch."""
    return import_module("torch")


def sentence_transformers() -> Any:
    """The sentence-transformers package."""
    return import_module("sentence_transformers")


@contextmanager
def no_progress_bars() -> Iterator[None]:
    """Keeps transformers from drawing a bar for loading a model: it would land among a program's own messages."""
    logging = import_module("transformers.utils.logging")
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()
