"""What `tickmark --help` shows and loads, and how commands of other packages join."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli_runner import assert_readable, tickmark

# Loaded before they are needed, these would make every command slow.
HEAVY = (
    "torch", "faiss", "tantivy", "sentence_transformers", "transformers", "langchain_text_splitters", "fastapi",
    "starlette", "pydantic", "pydantic_settings", "numpy", "rich", "uvicorn", "jinja2", "lxml", "httpx", "tenacity",
    "tickmark.ingest", "tickmark.index",
)  # fmt: skip


def test_help_is_quick_because_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys; sys.argv = ['tickmark', '--help']\n"
        "from tickmark.service.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    told, _, loaded = result.stdout.partition("LOADED ")
    assert "ingest" in told
    assert "serve" in told
    assert set(HEAVY) & set(loaded.split()) == set()


def test_version() -> None:
    result = tickmark("--version")
    assert result.returncode == 0
    assert result.stdout.startswith("tickmark ")


@pytest.mark.parametrize("module", ["tickmark", "tickmark.service.cli"])
def test_it_runs_as_a_module(module: str) -> None:
    """Where the script is not on the path."""
    result = subprocess.run(
        [sys.executable, "-m", module, "--version"], capture_output=True, text=True, timeout=60, check=True
    )
    assert result.stdout.startswith("tickmark ")


def test_commands_of_other_packages_join_when_they_are_asked_for(tmp_path: Path) -> None:
    information = tmp_path / "greeter-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: greeter\nVersion: 1.0\n", encoding="utf-8")
    entries = "[tickmark.commands]\ngreet = greeter:app\nbroken = no_such_module:app\n"
    (information / "entry_points.txt").write_text(entries, encoding="utf-8")
    code = (
        "import typer\napp = typer.Typer()\n"
        "@app.command()\ndef everyone() -> None:\n    print('hello')\n"
        "@app.command()\ndef nobody() -> None:\n    print('...')\n"
    )
    (tmp_path / "greeter.py").write_text(code, encoding="utf-8")
    path = {"PYTHONPATH": str(tmp_path)}
    assert tickmark("greet", "everyone", **path).stdout == "hello\n"
    helped = tickmark("--help", **path)
    assert "greet" in helped.stdout
    assert helped.stderr == ""
    broken = tickmark("broken", **path)
    assert_readable(broken, 2)
    assert "no_such_module" in broken.stderr
