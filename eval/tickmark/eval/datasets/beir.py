"""Sets in the form of BEIR, with parts of documents as judgements where there are any.

::

    corpus/          one file a document, or corpus.jsonl with {"_id", "title", "text"}
    corpus_meta.jsonl    {"doc_id", "file", "company", "title", "form", ...}; optional
    queries.jsonl    {"_id" or "id", "text" or "question", ...}
    qrels.tsv        query-id, corpus-id, score and, beyond BEIR, part; or qrels/<split>.tsv

From ``queries.jsonl`` these are taken where they are there: ``kind`` (or ``answer_type``), ``language``, ``status``,
``unanswerable``, and the answer (see :mod:`tickmark.eval.datasets.answers`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tickmark.eval.datasets.answers import gold_calculation, gold_figure
from tickmark.eval.datasets.files import fingerprint, json_lines, same_bytes
from tickmark.eval.datasets.options import Options
from tickmark.eval.datasets.parts import needs_of
from tickmark.eval.datasets.texts import Text, read_texts
from tickmark.eval.model import Dataset, Document, Place, Question, Unread
from tickmark.ingest.errors import InputError

__all__ = ["load", "recognises"]

_TEXT_FIELDS = ("question", "text", "query")


class _Judgement(NamedTuple):
    query: str
    doc: str
    score: int
    part: str


class _Reading(NamedTuple):
    """What every question is read with; ``unread`` gathers judgements that point nowhere."""

    texts: dict[str, Text]
    options: Options
    unread: list[Unread]


def recognises(folder: Path) -> bool:
    """Whether this folder is in this form."""
    return (folder / "queries.jsonl").is_file() and (
        (folder / "corpus").is_dir() or (folder / "corpus.jsonl").is_file()
    )


def load(folder: Path, options: Options) -> Dataset:
    """Read a set in this form. Raises InputError."""
    documents, same, digests = same_bytes(_documents(folder))
    texts, unread = read_texts(documents)
    path = _qrels_path(folder, options.split)
    judged: dict[str, list[_Judgement]] = {}
    for judgement in _judgements(path):
        judged.setdefault(judgement.query, []).append(judgement._replace(doc=same.get(judgement.doc, judgement.doc)))
    reading = _Reading(texts, options, unread)
    known = {document.id for document in documents}
    for doc in dict.fromkeys(one.doc for row in judged.values() for one in row if one.doc not in known):
        unread.append(Unread(doc, "it is judged, and not in the corpus"))
    questions = []
    asked = set()
    for row in json_lines(folder / "queries.jsonl"):
        query = str(row.get("id", row.get("_id", "")))
        if not query or query in asked:
            raise InputError(f"the question {query!r} has no id of its own", where=str(folder / "queries.jsonl"))
        asked.add(query)
        # In BEIR itself queries.jsonl holds the questions of every split.
        if path.parent == folder or query in judged:
            questions.append(_question(query, row, judged.get(query, []), reading))
    unread += [Unread(query, "it is judged, and not among the questions") for query in judged if query not in asked]
    return Dataset(
        folder.resolve().name, tuple(documents), tuple(questions), fingerprint(digests, questions), tuple(unread), same
    )


def _documents(folder: Path) -> Iterator[Document]:
    meta = folder / "corpus_meta.jsonl"
    known = {str(row.get("doc_id", row.get("id", ""))): row for row in json_lines(meta)} if meta.is_file() else {}
    if (folder / "corpus").is_dir():
        by_file = {str(row["file"]): doc for doc, row in known.items() if "file" in row}
        files = sorted(path for path in (folder / "corpus").rglob("*") if path.is_file() and path.name[0] != ".")
        stems = [path.stem for path in files]
        for path in files:
            doc = by_file.get(path.name) or (path.stem if stems.count(path.stem) == 1 else path.name)
            yield Document(doc, path.name, path=path, facts=_facts(known.get(doc, {})))
        return
    for row in json_lines(folder / "corpus.jsonl"):
        doc, title = str(row["_id"]), str(row.get("title") or "")
        text = f"{title}\n\n{row['text']}" if title else str(row["text"])
        yield Document(doc, f"{doc}.txt", text=text, facts=_facts({"title": title, **known.get(doc, {})}))


def _facts(row: dict[str, Any]) -> dict[str, str]:
    """What is known of a document, under the names that Tickmark has for it."""
    issuer = row.get("issuer") or row.get("company")
    title = row.get("title") or (f"{issuer} {row['year']}" if issuer and row.get("year") else None)
    facts = {
        "issuer": issuer,
        "title": title,
        "form": row.get("form") or row.get("doc_type"),
        "stock_code": row.get("stock_code") or row.get("ticker"),
        "published": row.get("published"),
    }
    return {name: str(value) for name, value in facts.items() if value}


def _qrels_path(folder: Path, split: str | None) -> Path:
    if split is None and (folder / "qrels.tsv").is_file():
        return folder / "qrels.tsv"
    path = folder / "qrels" / f"{split or 'test'}.tsv"
    if not path.is_file():
        there = ", ".join(sorted(each.stem for each in (folder / "qrels").glob("*.tsv"))) or "none"
        raise InputError("there are no judgements", where=str(path), hint=f"Splits that are there: {there}.")
    return path


def _judgements(path: Path) -> Iterator[_Judgement]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if not row or row[0] == "query-id":
                continue
            try:
                yield _Judgement(row[0], row[1], int(row[2]), row[3].strip() if len(row) > 3 else "")
            except (IndexError, ValueError) as error:
                raise InputError(
                    "this is not a judgement",
                    where=f"{path}, line {number}",
                    hint="A line has query-id, corpus-id, score and optionally part, separated by tabs.",
                ) from error


def _question(
    query: str,
    row: dict[str, Any],
    judged: list[_Judgement],
    reading: _Reading,
) -> Question:
    needs: list[tuple[Place, ...]] = []
    documents: dict[str, int] = {}
    for one in judged:
        documents[one.doc] = max(one.score, documents.get(one.doc, 0))
        if one.score > 0:
            needs += _needs(query, one, reading)
    places = tuple(place for need in needs for place in need)
    figure = gold_figure(row, places)
    if row.get("answer_type") == "figure" or (len(judged) > 1 and all(not one.part for one in judged)):
        # One figure printed in several places, or whole documents each of which answers: any of them will do.
        needs = [places]
    return Question(
        id=query,
        text=_text(query, row, reading.options.text_field),
        kind=str(row.get("kind") or row.get("answer_type") or row.get("question_type") or ""),
        language=str(row.get("language") or ""),
        status=_status(row),
        documents=documents,
        needs=tuple(needs),
        figures=(figure,) if figure else (),
        calculation=gold_calculation(row),
    )


def _needs(query: str, one: _Judgement, reading: _Reading) -> list[tuple[Place, ...]]:
    """What one judgement needs; parts that a document has not are told."""
    text = reading.texts.get(one.doc)
    layout = text.layout if text and one.part else None
    found, lost = needs_of(one.part, layout, one.doc, reading.options.pages_from)
    if text:
        reading.unread.extend(Unread(f"{query}: {part} of {one.doc}", "there is no such place") for part in lost)
    return found


def _text(query: str, row: dict[str, Any], field: str | None) -> str:
    for name in (field,) if field else _TEXT_FIELDS:
        if row.get(name):
            return str(row[name])
    raise InputError(f"the question {query!r} has no field {field or ' or '.join(_TEXT_FIELDS)}", where="queries.jsonl")


def _status(row: dict[str, Any]) -> str | None:
    if row.get("status"):
        return str(row["status"])
    if row.get("unanswerable"):
        return "not_found"
    return "answered" if row.get("answer") not in (None, "", []) else None
