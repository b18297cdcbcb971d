"""Hostile filings of every form: sample files with pieces changed, tables and markup built to be awkward, pieces grown.

Every strategy gives ``(bytes, planted)``: ``planted`` are the words that reading must find again, or say that it lost.
"""

# ruff: noqa: E501 - tables of pieces
from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from fuzz_markup import IX, csv_of, markup, submitted, tagged, texts, typed
from fuzz_packages import archives, books, pages, sound_books, sound_pages, word, words_xml, zipped
from fuzz_sidecars import sidecars
from fuzz_words import JUNK, PHRASE, PHRASES, ROWS, Input, planted_in
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["FORMS", "Input", "inputs"]

SUFFIXES = {
    "text": ".txt", "markdown": ".md", "csv": ".csv", "html": ".htm", "ixbrl": ".htm", "typed": ".sgml", "docx": ".docx",
    "xlsx": ".xlsx", "pdf": ".pdf", "zip": ".zip", "sidecar": ".json",
}  # fmt: skip
FORMS = tuple(SUFFIXES)


# ---- changed, and grown


def _changed(data: bytes, seed: int) -> bytes:
    """``data`` with a few stretches cut, repeated, moved or replaced by junk."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 8)):
        start = chance.randint(0, len(data))
        stop = min(len(data), start + chance.choice([0, 1, 3, 12, 60, 400]))
        other = chance.randint(0, len(data))
        between = chance.choice(
            [b"", chance.choice(JUNK), data[start:stop] * chance.randint(2, 9), data[other : other + 80],
             chance.choice(PHRASES).encode()]
        )  # fmt: skip
        data = data[:start] + between + data[stop:]
    return data


def _changed_parts(data: bytes, seed: int) -> bytes:
    """A package with one of its parts changed."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([n for n in parts if "theme" not in n])
    return zipped({**parts, name: _changed(parts[name], seed)})


def _mutations(samples: list[bytes], packed: bool) -> SearchStrategy[Input]:
    return st.builds(
        lambda data, seed: (_changed_parts(data, seed) if packed and seed % 4 else _changed(data, seed), ()),
        st.sampled_from(samples), st.integers(0, 2**32),
    )  # fmt: skip


def _grown(pieces: SearchStrategy[str], wrap: Callable[[str], bytes], size: int) -> SearchStrategy[Input]:
    """A small piece again and again, up to about ``size`` characters."""
    return st.builds(
        lambda piece, glue: (wrap((piece + glue) * max(1, size // (len(piece + glue) or 1))), ()),
        pieces, st.sampled_from(["", " ", "\n", "\t", "\n\n", "|"]),
    )  # fmt: skip


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _sound(texts: SearchStrategy[str], wrap: Callable[[str], bytes] = _utf8) -> SearchStrategy[Input]:
    return texts.map(lambda text: (wrap(text), planted_in([text])))


def _page(body: str) -> bytes:
    return _utf8(f"<html><body>{body}</body></html>")


_MARKUP_PIECES = st.lists(
    st.sampled_from(
        ["<table>", "</table>", "<tr>", "<td>", "<td colspan=9>", "<td rowspan=9>", "<th>", "<p>", "<div>", "</div>", "<b>",
         "<span>", "</span>", "<pre>", "<li>", "<ul>", "<a href=x>", "<!--", "<sup>", "<caption>", "<br>", "&nbsp;", "&", "<",
         "<ix:nonFraction contextRef=c0 unitRef=u0 name=a:b>", "</ix:nonFraction>", "<ix:nonNumeric name=a:b contextRef=c0>",
         "<ix:continuation id=a continuedAt=a>", "<title>", "<script>", "<font size=2>", "<hr>", *PHRASES]
    ), min_size=1, max_size=5,
).map("".join)  # fmt: skip
_TEXT_PIECES = st.lists(
    st.one_of(PHRASE, st.sampled_from(["\t", "\n", " ", "|", "- ", "# ", ".", "(", "A", "<td>", "<table>", "~", "of "])),
    min_size=1, max_size=5,
).map("".join)  # fmt: skip


def inputs(form: str, folders: list[Path], size: int) -> SearchStrategy[Input]:
    """Hostile inputs of one form; ``folders`` have files to change, ``size`` is how large grown ones are."""
    files = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix == SUFFIXES[form]]
    samples = [path.read_bytes() for path in files]
    changed = _mutations(samples, form in {"docx", "xlsx"}) if samples else st.nothing()
    if form in {"text", "markdown"}:
        return st.one_of(_sound(texts()), changed, _grown(_TEXT_PIECES, _utf8, size))
    if form == "csv":
        rows = st.builds(csv_of, ROWS, st.sampled_from(",;\t|"))
        return st.one_of(_sound(rows), changed, _grown(st.builds(csv_of, ROWS, st.just(",")), _utf8, size))
    if form in {"html", "ixbrl"}:
        whole = _sound(tagged()) if form == "ixbrl" else _sound(st.lists(markup(), max_size=8).map("".join), _page)
        wrap = _page if form == "html" else lambda text: _utf8(IX + text)
        return st.one_of(whole, changed, _grown(_MARKUP_PIECES, wrap, size), _grown(markup(), wrap, size))
    if form == "typed":
        return st.one_of(
            _sound(typed(), submitted), changed, _grown(_TEXT_PIECES, submitted, size), _grown(typed(), submitted, size)
        )
    if form == "sidecar":
        return sidecars().map(lambda data: (data, ()))
    if form == "docx":
        return st.one_of(_sound(words_xml(), word), changed, _grown(words_xml(), word, size))
    made = {"xlsx": books, "pdf": pages, "zip": archives}[form]()
    sound = {"xlsx": sound_books, "pdf": sound_pages}
    return st.one_of(
        sound[form]() if form in sound else st.nothing(),
        made,
        changed,
        st.builds(lambda one, seed: (_changed(one[0], seed), ()), made, st.integers(0, 2**32)),
    )
