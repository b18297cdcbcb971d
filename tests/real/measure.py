"""How well questions over five real filings are answered, as a table: ``python tests/real/measure.py``.

``--held-out`` asks those that nothing was ever mended for, ``--wrong`` lists what is answered wrongly.

The filings are not part of this repository. They are looked for in the folder that ``TICKMARK_SHARED`` names, then in
``shared/filings`` beside a folder above this file.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from tickmark.index.library import Library
from tickmark.ingest import read
from tickmark.ingest.model import Figure, Period
from tickmark.ingest.split import split
from tickmark.service.answer import answer
from tickmark.service.model import Answer

HERE = Path(__file__).resolve().parent
QUESTIONS = HERE / "questions.jsonl"
RECENT = HERE / "recent.jsonl"  # looked at, and not all mended
HELD_OUT = HERE / "held_out.jsonl"  # never looked at while anything is mended: no list of what is wrong of them
ONE_FIGURE = ("table", "prose", "callout")
EVIDENCE_CHARS = 2_000

_SAME_UNIT = {
    "cny": "rmb",
    "yuan": "rmb",
    "ton": "tonne",
    "t": "tonne",
    "pp": "percentage point",
    "m³": "m3",
    "m²": "m2",
    "cubic meter": "m3",
    "cubic metre": "m3",
    "square meter": "m2",
    "square metre": "m2",
    "people": "person",
    "employee": "person",
    "hr": "hour",
}
# what is measured, and not counted
_MEASURED = re.compile(
    r"%|percent|rmb|usd|hkd|gbp|eur|tonne|co2|\d|[kmgt]wh?\b|\b[gt]j\b|hour|day|year|month|\bkg\b|lit(?:re|er)|share|vote"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, what is known of its answer, and the answer that came."""

    question: dict[str, Any]
    answer: Answer
    texts: dict[str, str] = field(repr=False)

    @property
    def kind(self) -> str:
        return str(self.question["kind"])

    @property
    def status_right(self) -> bool:
        return bool(self.answer.verdict.status == self.question["status"])

    @property
    def refused(self) -> bool:
        return self.answer.verdict.status == "not_found"

    @property
    def first_right(self) -> bool:
        """Whether the first figure given is one of those that answer."""
        hit = next(iter(self.answer.figures), None)
        if hit is None or not self.answer.verdict.figure_ids:
            return False
        return any(same_figure(hit.figure, hit.filing.source, gold) for gold in self.question["figures"])

    @property
    def all_right(self) -> bool:
        """Whether the figures said are those known, each once, in the same order where they stand in one place."""
        said = [h for h in self.answer.figures if h.figure.id in self.answer.verdict.figure_ids]
        places = self.question["figures"]
        values = {_value(g) for g in places}
        found = {h.figure.value for h in said if any(same_figure(h.figure, h.filing.source, g) for g in places)}
        return bool(said) and found == values

    @property
    def calculated(self) -> bool:
        """Whether the result of the arithmetic is the known one, to its last digit but one."""
        wanted, made = self.question.get("calculation"), self.answer.verdict.calculation
        if not wanted:
            return False
        scale = _scale_of(wanted.get("unit")) if made else 1
        results = [made.result / scale] if made else [h.figure.number for h in self.answer.figures[:1]]
        gold = Decimal(str(wanted["result"]))
        step = Decimal(1).scaleb(int(gold.as_tuple().exponent))
        return any(r is not None and abs(abs(r) - abs(gold)) <= step for r in results)

    @property
    def evidence_shown(self) -> bool:
        """Whether a known place stands in the first 2,000 characters of the passages, in their order."""
        room = EVIDENCE_CHARS
        for hit in self.answer.passages:
            start, stop = hit.passage.span.chars
            stop = min(stop, start + room)
            text = self.texts[hit.filing.source]
            first, last = text.count("\n", 0, start) + 1, text.count("\n", 0, max(start, stop - 1)) + 1
            for place in self.question["evidence"]:
                if place["source"] == hit.filing.source and place["lines"][0] <= last and first <= place["lines"][1]:
                    return True
            room -= stop - start
            if room <= 0:
                return False
        return False


def _unit(unit: str | None) -> str:
    """A unit in one spelling: no plural, RMB for CNY."""
    parts = [re.sub(r"(?<=[a-z]{3})s$", "", part.strip()) for part in (unit or "").lower().split("/")]
    return "/".join(_SAME_UNIT.get(part, part) for part in parts)


def _same_unit(ours: str | None, theirs: str | None) -> bool:
    """Whether two units are one. Where none is known the number is a bare count: all but money and percent will do."""
    one, other = _unit(ours), _unit(theirs)
    if not other:
        return not re.search(r"%|percent|rmb|usd|hkd|gbp|eur", one)
    if not one and other in {"share", "vote"}:
        return True
    same = one == other or one.removesuffix("/year").removesuffix("/share") == other
    # a bare count and a count of something named are the same number; so are shares and their votes
    return same or {one, other} <= {"share", "vote"} or not (_MEASURED.search(one) or _MEASURED.search(other))


def _scale_of(unit: str | None) -> int:
    """What a result is told in, where its unit says so ("RMB million", "10 thousand shares")."""
    words = {"10 thousand": 10_000, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
    return next((scale for word, scale in words.items() if word in (unit or "")), 1)


def _value(gold: dict[str, Any]) -> Decimal | None:
    return None if gold["number"] is None else Decimal(gold["number"]) * Decimal(gold["scale"])


def _same_end(period: Period | None, gold: dict[str, Any]) -> bool:
    """Whether two periods end alike; the morning of 1 January is the evening of 31 December."""
    if gold["end"] is None or period is None or period.end is None:
        return gold["end"] is None
    ours, theirs = date.fromisoformat(period.end), date.fromisoformat(gold["end"])
    opening = period.kind == gold["kind"] == "instant" and theirs.day == 1
    return ours == theirs or (opening and theirs - ours == timedelta(days=1))


def same_figure(figure: Figure, source: str, gold: dict[str, Any]) -> bool:
    """Whether a figure is the one known: its place, number, scale, unit, and period where one is known."""
    numbers = [None if gold[name] is None else Decimal(gold[name]) for name in ("number", "low", "high")]
    if source != gold["source"] or [figure.number, figure.low, figure.high] != numbers:
        return False
    if figure.number is not None and figure.scale != Decimal(gold["scale"]):
        return False
    first, last = figure.span.lines
    places = [gold["lines"], *(place["lines"] for place in gold.get("also", ()))]
    if not any(first <= end and begin <= last for begin, end in places) or not _same_unit(figure.unit, gold["unit"]):
        return False
    return gold["period"] is None or _same_end(figure.period, gold["period"])


def filings_folder() -> Path | None:
    """Where the five filings are, if they are anywhere."""
    candidates = [folder / "shared" / "filings" for folder in HERE.parents]
    if given := os.environ.get("TICKMARK_SHARED"):
        candidates = [Path(given) / "filings", Path(given), *candidates]
    return next((c for c in candidates if c.is_dir() and any(c.glob("*.txt"))), None)


def questions(path: Path = QUESTIONS) -> list[dict[str, Any]]:
    """The questions, each with the figures, the places and the status that answer it."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def ask_all(folder: Path, index: Path, asked: Path = QUESTIONS, every: int = 1) -> Iterator[Asked]:
    """Each ``every``-th question, asked of an index of the folder's filings; it is made where it is not there yet."""
    new = not index.exists()
    with Library.open(index, create=new) as library:
        texts = {}
        for path in sorted(folder.glob("*.txt")):
            filing = read(path.read_bytes(), path.name)
            texts[path.name] = filing.text
            if new:
                library.add(filing, *split(filing))
        library.refresh()
        for question in islice(questions(asked), 0, None, every):
            yield Asked(question, answer(library, question["question"], k=10), texts)


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table: of ``of`` questions, ``right`` were as they should be."""

    name: str
    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0


def measures(asked: Sequence[Asked]) -> dict[str, Measure]:
    """Every measure by its name."""
    by_kind: defaultdict[str, list[Asked]] = defaultdict(list)  # a set may lack some kinds
    for one in asked:
        by_kind[one.kind].append(one)

    def counted(name: str, among: Sequence[Asked], what: str) -> Measure:
        return Measure(name, sum(bool(getattr(one, what)) for one in among), len(among))

    single = [one for kind in ONE_FIGURE for one in by_kind[kind]]
    answerable = [one for one in asked if one.question["status"] != "not_found"]
    found = [
        counted("first figure right: all", single, "first_right"),
        *(counted(f"first figure right: {kind}", by_kind[kind], "first_right") for kind in ONE_FIGURE),
        counted("series complete", by_kind["series"], "all_right"),
        counted("breakdown complete", by_kind["breakdown"], "all_right"),
        counted("calculation right", by_kind["calculation"], "calculated"),
        counted("not disclosed said", by_kind["not_disclosed"], "status_right"),
        counted("conflict shown", by_kind["conflict"], "status_right"),
        counted("unanswerable refused", by_kind["unanswerable"], "refused"),
        counted("answerable refused", answerable, "refused"),
        counted("evidence in 2,000 characters", [one for one in answerable if one.question["evidence"]],
                "evidence_shown"),
    ]  # fmt: skip
    return {m.name: m for m in found}


def table(found: dict[str, Measure]) -> str:
    """The measures as a Markdown table."""
    lines = ["| measure | share | of |", "|---|---:|---:|"]
    lines += [f"| {m.name} | {m.share:.3f} | {m.right}/{m.of} |" for m in found.values()]
    return "\n".join(lines)


def main() -> int:
    folder = filings_folder()
    if folder is None:
        print("The filings are not here. Set TICKMARK_SHARED to the folder that holds them.", file=sys.stderr)
        return 1
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as index:
        held_out, recent = "--held-out" in sys.argv[1:], "--recent" in sys.argv[1:]
        asked = list(ask_all(folder, Path(index) / "index", HELD_OUT if held_out else RECENT if recent else QUESTIONS))
    if "--wrong" in sys.argv[1:] and not held_out:
        for one in asked:
            good = {"series": one.all_right, "breakdown": one.all_right, "calculation": one.calculated}.get(
                one.kind, one.first_right if one.kind in ONE_FIGURE else one.status_right
            )
            if not good:
                print(f"{one.question['id']} {one.kind}: {one.question['question']}\n    {one.answer.verdict.text}")
    print(table(measures(asked)))
    print(f"\n{len(asked)} questions in {time.perf_counter() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
