"""The sample corpus' own form: ``questions.jsonl``, ``manifest.json`` and ``filings/``; see corpus/README.md."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from tickmark.eval.datasets.files import fingerprint, json_file, json_lines, same_bytes
from tickmark.eval.datasets.options import Options
from tickmark.eval.datasets.texts import Text, read_texts
from tickmark.eval.model import Dataset, Document, GoldCalculation, GoldFigure, GoldPeriod, Place, Question, Unread

__all__ = ["load", "recognises"]

_FACTS = ("title", "issuer", "stock_code", "form", "published", "language")


def recognises(folder: Path) -> bool:
    """Whether this folder is in this form."""
    return (folder / "questions.jsonl").is_file() and (folder / "manifest.json").is_file()


def load(folder: Path, options: Options) -> Dataset:
    """Read a set in this form. Raises InputError."""
    entries = json_file(folder / "manifest.json")["filings"]
    documents, same, digests = same_bytes(
        Document(
            entry["name"],
            entry["name"],
            path=folder / "filings" / entry["name"],
            facts={name: str(entry[name]) for name in _FACTS if entry.get(name)},
        )
        for entry in entries
    )
    texts, unread = read_texts(documents)
    questions = [_question(row, texts, unread) for row in json_lines(folder / "questions.jsonl")]
    return Dataset(
        folder.resolve().name, tuple(documents), tuple(questions), fingerprint(digests, questions), tuple(unread), same
    )


def _question(row: dict[str, Any], texts: dict[str, Text], unread: list[Unread]) -> Question:
    def place(spot: dict[str, Any]) -> Place | None:
        text = texts.get(spot["source"])
        first, last = spot["lines"]
        found = text.layout.place(f"lines:{first}-{last}") if text else None
        if found is None:
            unread.append(Unread(f"{row['id']}: lines {first}-{last} of {spot['source']}", "there is no such place"))
        return found

    def places(spots: list[dict[str, Any]]) -> tuple[Place, ...]:
        return tuple(found for found in map(place, spots) if found)

    figures = tuple(_figure(figure, places([figure, *figure.get("also", [])])) for figure in row["figures"])
    evidence = places(row["evidence"])
    return Question(
        id=row["id"],
        text=row["question"],
        kind=row["kind"],
        language=row["language"],
        status=row["status"],
        documents=dict.fromkeys((spot["source"] for spot in row["evidence"]), 1),
        needs=_needs(figures, evidence),
        figures=figures,
        calculation=_calculation(row.get("calculation")),
    )


def _needs(figures: tuple[GoldFigure, ...], evidence: tuple[Place, ...]) -> tuple[tuple[Place, ...], ...]:
    """Members and operands are needed each; alternatives are one need; without figures, any of the evidence will do."""
    needed = [figure.places for figure in figures if figure.role != "alternative"]
    alternatives = tuple(place for figure in figures if figure.role == "alternative" for place in figure.places)
    if alternatives or (evidence and not needed):
        needed.append(alternatives or evidence)
    return tuple(needed)


def _figure(figure: dict[str, Any], places: tuple[Place, ...]) -> GoldFigure:
    number = _decimal(figure["number"])
    scale = Decimal(figure["scale"])
    period = figure["period"]
    return GoldFigure(
        places,
        role=figure.get("role", "alternative"),
        number=number,
        low=_decimal(figure["low"]),
        high=_decimal(figure["high"]),
        scale=scale,
        value=None if number is None else number * scale,
        unit=figure["unit"],
        period=GoldPeriod(period["kind"], period["end"], period["start"]) if period else None,
        printed=figure["printed"],
    )


def _calculation(row: dict[str, Any] | None) -> GoldCalculation | None:
    return GoldCalculation(Decimal(row["result"]), row["unit"]) if row else None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
