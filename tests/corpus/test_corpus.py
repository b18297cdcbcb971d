"""The sample corpus holds together: hashes, places, figures, and wording that is its own."""

import hashlib
import json
import os
import re
import runpy
import subprocess
import sys
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pytest

from tickmark.ingest import read

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
MANIFEST = json.loads((CORPUS / "manifest.json").read_text(encoding="utf-8"))
QUESTIONS = [json.loads(row) for row in (CORPUS / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
TEXT_SUFFIXES = {".txt", ".md"}


def text_of(path):
    """A filing as text: the file itself, or the words that are composed from it."""
    if path.suffix in TEXT_SUFFIXES:
        return path.read_text(encoding="utf-8")
    return read(path.read_bytes(), path.name).text


LINES = {path.name: text_of(path).splitlines() for path in sorted((CORPUS / "filings").iterdir())}

STATUS_OF_KIND = {
    "table": {"answered"},
    "prose": {"answered"},
    "callout": {"answered"},
    "series": {"answered"},
    "breakdown": {"answered"},
    "calculation": {"answered"},
    "cross_document": {"answered"},
    "conflict": {"conflicting"},
    "not_disclosed": {"not_disclosed"},
    "unanswerable": {"not_found"},
}
FIGURE_FIELDS = {
    "source",
    "lines",
    "printed",
    "number",
    "low",
    "high",
    "scale",
    "unit",
    "currency",
    "period",
    "label",
}
SCALES = {"1", "1000", "10000", "1000000", "100000000", "1000000000"}
CURRENCIES = {"RMB": "CNY", "RMB/share": "CNY", "GBP": "GBP", "pence/share": "GBP", "USD": "USD", "USD/share": "USD"}
NOT_DISCLOSED = {"/", "n/a"}
RUN = 10

FIGURES = [
    pytest.param(figure, id=f"{question['id']}-{index}")
    for question in QUESTIONS
    for index, figure in enumerate(question["figures"])
]
BY_ID = [pytest.param(question, id=question["id"]) for question in QUESTIONS]


def lines_of(place):
    """The lines a place names; fails when the file or a line is not there."""
    first, last = place["lines"]
    assert place["source"] in LINES, f"no filing called {place['source']}"
    assert 1 <= first <= last <= len(LINES[place["source"]]), f"{place['source']} has no lines {first}-{last}"
    return LINES[place["source"]][first - 1 : last]


def numbers_in(printed):
    """Every number in the printed words, separators resolved, brackets and minus read as a minus."""
    found = []
    for match in re.finditer(r"(?<![\w.])(\(|-)?[^\W\d_£$]*[£$]?(\d[\d,]*(?:\.\d+)?)", printed):
        number = Decimal(match[2].replace(",", ""))
        found.append(-number if match[1] else number)
    return found


# --- the manifest ----------------------------------------------------------------------------------------------------


def test_every_filing_is_in_the_manifest_once():
    names = [entry["name"] for entry in MANIFEST["filings"]]
    assert sorted(names) == sorted(LINES)
    assert len(names) == len(set(names))
    assert len(names) >= 8


@pytest.mark.parametrize("entry", MANIFEST["filings"], ids=lambda entry: entry["name"])
def test_the_manifest_describes_the_file_as_it_is(entry):
    assert set(entry) == {
        "name",
        "sha256",
        "title",
        "issuer",
        "stock_code",
        "form",
        "published",
        "language",
        "note",
    }
    assert all(entry.values()), "an empty field"
    assert hashlib.sha256((CORPUS / "filings" / entry["name"]).read_bytes()).hexdigest() == entry["sha256"], (
        "the file has changed: run corpus/build_manifest.py, then see whether its questions still hold"
    )
    assert entry["language"] in {"en", "zh-Hant", "zh-Hans"}
    date.fromisoformat(entry["published"])
    text = "\n".join(LINES[entry["name"]])
    assert entry["issuer"].casefold() in text.casefold(), "the issuer is not printed in the filing"
    assert entry["stock_code"].lstrip("0") in text, "the stock code is not printed in the filing"
    assert text.rstrip().splitlines()[-1].startswith("Sample filing written for Tickmark")


@pytest.mark.parametrize(
    ("script", "make", "name"),
    [
        ("make_html.py", "annual", "quillhaven-10k-2024.htm"),
        ("make_html.py", "quarterly", "quillhaven-10q-2024q3.htm"),
        ("make_pdf.py", "report", "quillhaven-annual-report-2024.pdf"),
    ],
)
def test_a_script_writes_the_filing_that_is_here(script, make, name, monkeypatch):
    monkeypatch.syspath_prepend(CORPUS)
    made = runpy.run_path(str(CORPUS / script))[make]()
    assert (made.encode() if isinstance(made, str) else made) == (CORPUS / "filings" / name).read_bytes()


def test_build_manifest_has_nothing_to_do():
    script = [sys.executable, str(CORPUS / "build_manifest.py"), "--check"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- the questions ---------------------------------------------------------------------------------------------------


def test_ids_are_unique():
    ids = [question["id"] for question in QUESTIONS]
    assert len(ids) == len(set(ids))


def test_questions_are_unique():
    asked = [question["question"].casefold() for question in QUESTIONS]
    assert len(asked) == len(set(asked))


def test_every_kind_is_asked_about():
    assert {question["kind"] for question in QUESTIONS} == set(STATUS_OF_KIND)
    assert len(QUESTIONS) >= 70


@pytest.mark.parametrize("question", BY_ID)
def test_kind_status_and_evidence(question):
    assert question["status"] in STATUS_OF_KIND[question["kind"]]
    assert question["language"] in {"en", "zh-Hant", "zh-Hans"}
    for place in question["evidence"]:
        assert any(line.strip() for line in lines_of(place)), "evidence of blank lines"
    assert bool(question["evidence"]) == (question["kind"] != "unanswerable")
    for figure in question["figures"]:
        assert any(
            place["source"] == figure["source"] and place["lines"][0] <= figure["lines"][0] <= place["lines"][1]
            for place in question["evidence"]
        ), "a figure outside the evidence"
    roles = {figure.get("role") for figure in question["figures"]}
    if question["kind"] in {"series", "breakdown", "conflict"}:
        assert roles == {"member"}
        assert len(question["figures"]) >= 2
    elif "calculation" in question:
        assert question["kind"] in {"calculation", "cross_document"}
        assert roles == {"operand"}
        assert set(question["calculation"]) == {"result", "unit"}
        Decimal(question["calculation"]["result"])
    elif question["kind"] == "cross_document":
        assert roles == {"member"}
        assert len({figure["source"] for figure in question["figures"]}) >= 2
    elif question["kind"] == "unanswerable":
        assert not question["figures"]
        assert question["reason"]
    else:
        assert roles <= {None}
        assert question["figures"] or question["kind"] == "not_disclosed"


@pytest.mark.parametrize("figure", FIGURES)
def test_a_gold_figure_stands_where_it_says(figure):
    assert set(figure) >= FIGURE_FIELDS
    assert set(figure) <= FIGURE_FIELDS | {"role", "also"}
    assert figure["printed"] in "\n".join(lines_of(figure))
    numbers = numbers_in(figure["printed"])
    if figure["printed"] in NOT_DISCLOSED:
        assert (figure["number"], figure["low"], figure["high"]) == (None, None, None)
    elif figure["number"] is not None:
        assert (figure["low"], figure["high"]) == (None, None)
        assert numbers == [Decimal(figure["number"])]
    else:
        assert numbers == [Decimal(figure["low"]), Decimal(figure["high"])]
        assert numbers == sorted(numbers)
    for place in figure.get("also", []):
        bare = re.sub(r"\.0+$", "", figure["printed"].split("%")[0].split(" ")[0].strip("()"))
        assert bare in "\n".join(lines_of(place)) or figure["low"] is not None, "the other place prints something else"


@pytest.mark.parametrize("figure", FIGURES)
def test_scale_unit_and_period_are_in_their_normal_forms(figure):
    assert figure["scale"] in SCALES
    assert figure["currency"] == CURRENCIES.get(figure["unit"])
    assert figure["unit"]
    assert figure["unit"] != "%" or figure["scale"] == "1"
    assert figure["label"]
    period = figure["period"]
    if period is None:
        return
    assert set(period) == {"kind", "start", "end"}
    end = date.fromisoformat(period["end"])
    if period["kind"] == "duration":
        assert date.fromisoformat(period["start"]) < end
    else:
        assert period == {"kind": "instant", "start": None, "end": period["end"]}


@pytest.mark.parametrize("question", [pytest.param(q, id=q["id"]) for q in QUESTIONS if q["kind"] == "conflict"])
def test_a_conflict_is_one(question):
    values = {Decimal(figure["number"]) * Decimal(figure["scale"]) for figure in question["figures"]}
    assert len(values) == len(question["figures"])


@pytest.mark.parametrize("question", [pytest.param(q, id=q["id"]) for q in QUESTIONS if q["kind"] == "series"])
def test_a_series_runs_forward_in_time(question):
    ends = [figure["period"]["end"] for figure in question["figures"]]
    assert ends == sorted(set(ends))


# --- the wording -----------------------------------------------------------------------------------------------------


def originals():
    """Where the published filings lie, if they are at hand."""
    shared = os.environ.get("TICKMARK_SHARED")
    folder = (Path(shared) if shared else ROOT.parent / "shared") / "filings"
    return sorted(folder.glob("*.txt"))


def words(text, pattern):
    return re.findall(pattern, re.sub(r"<[^>]*>", " ", text).casefold())


def runs(sequence):
    return zip(*(sequence[start:] for start in range(RUN)), strict=False)


@pytest.mark.parametrize("pattern", [r"\w+", r"[^\W\d_]+"], ids=["words and numbers", "words alone"])
def test_no_run_of_ten_words_is_taken_from_the_originals(pattern):
    sources = originals()
    if not sources:
        pytest.skip("the published filings are not here: set TICKMARK_SHARED to the folder that has filings/*.txt")
    texts = (words(path.read_text(encoding="utf-8"), pattern) for path in sources)
    taken = set(chain.from_iterable(map(runs, texts)))
    assert taken
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix in {*TEXT_SUFFIXES, ".docx", ".xlsx", ".htm", ".pdf", ".csv"}:
            text = text_of(path)
        elif path.suffix in {".json", ".jsonl"}:
            text = path.read_text(encoding="utf-8")
        else:
            continue
        found = [" ".join(run) for run in runs(words(text, pattern)) if run in taken]
        assert not found, f"{path.name}: {found[:3]}"
