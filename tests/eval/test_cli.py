"""The command line, as a person types it."""

import json
import subprocess
import sys

import pytest

SET = {
    "one.txt": "Northwind revenue was 10 million.",
    "two.txt": "Southwind water use was 20 litres.",
}


def tickmark(*arguments):
    code = "from tickmark.service.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture
def folder(beir):
    queries = [{"id": "q1", "text": "Northwind revenue"}, {"id": "q2", "text": "litres of water"}]
    return beir(SET, queries, [("q1", "one", 1, ""), ("q2", "two", 1, "")])


def test_run_score_compare_and_report(folder, tmp_path):
    for system, run in (("bm25", "a"), ("bm25-whole", "b")):
        done = tickmark("eval", "run", "--data", folder, "--system", system, "--out", tmp_path / run, "-k", 5)
        assert done.returncode == 0, done.stderr
        assert done.stdout == f"{tmp_path / run}\n"
        assert "2 questions, 2 responses, 0 failed" in done.stderr
    done = tickmark("eval", "score", tmp_path / "a", "--measures", "P@1 RR")
    assert done.returncode == 0, done.stderr
    assert "document P@1" in done.stdout
    assert json.loads((tmp_path / "a" / "scores.json").read_text())["each"]["document RR"] == {"q1": 1.0, "q2": 1.0}
    done = tickmark("eval", "score", tmp_path / "a", tmp_path / "b", "--markdown")
    assert done.stdout.startswith("| measure")
    assert done.stdout.splitlines()[0].split() == ["|", "measure", "|", "bm25", "|", "bm25-whole", "|"]
    done = tickmark("eval", "compare", tmp_path / "a", tmp_path / "b", "--json")
    assert {each["p"] for each in json.loads(done.stdout)["differences"] if each["name"].startswith("doc")} == {1.0}
    done = tickmark("eval", "report", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "r.html")
    assert done.returncode == 0, done.stderr
    assert "bm25-whole against bm25" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "--data", "nowhere", "--system", "bm25", "--out", "x"], "no such folder"),
        (["run", "--data", ".", "--system", "best", "--out", "x"], "there is no system 'best'"),
        (["score", "nowhere"], "not a whole run"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(arguments, words, tmp_path):
    done = tickmark("eval", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_systems_are_listed():
    done = tickmark("eval", "systems")
    assert "tickmark-no-rows" in done.stdout
    assert "trec:FILE" in done.stdout


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from typer.testing import CliRunner; from tickmark.eval.cli import app; "
        "done = CliRunner().invoke(app, ['run', '--help']); assert done.exit_code == 0, done.output; "
        "heavy = {'numpy', 'scipy', 'torch', 'faiss', 'ir_measures', 'jinja2', 'lxml'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
