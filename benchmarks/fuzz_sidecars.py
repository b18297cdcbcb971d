"""Hostile records beside files: JSON of the fields of a filing, and of anything else."""

from __future__ import annotations

import json
from typing import Any

from fuzz_words import JUNK, PHRASES
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tickmark.service.intake.given import FIELDS

__all__ = ["sidecars"]

_GOOD = (
    "2024-12-31",
    "0001-01-01",
    "9999-12-31",
    "06-30",
    "02-29",
    "2024",
    "FY",
    "Q2",
    "H1",
    "en",
    "USD",
    "10-K/A",
    "0000912345",
)
_TEXT = st.one_of(st.sampled_from(_GOOD), st.sampled_from(PHRASES), st.text(st.characters(), max_size=9))
_VALUE = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), _TEXT, _TEXT, st.sampled_from([10**400, "x" * 10_000])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_TEXT, inner, max_size=3)),
    max_leaves=6,
)


def sidecars() -> SearchStrategy[bytes]:
    """Records whose fields hold what they may and what they may not, whole or broken."""
    record = st.dictionaries(st.sampled_from(FIELDS), _VALUE, max_size=6)
    written = st.one_of(record, record, _VALUE).map(_json)
    broken = st.builds(
        lambda text, at, junk: text[:at] + junk + text[at:], written, st.integers(0, 60), st.sampled_from(JUNK)
    )
    deep = st.sampled_from([b"[" * 100_000, b'{"a":' * 50_000, b"9" * 5_000, b""])
    return st.one_of(written, written, broken, deep)


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()
