"""Makes docs/screenshots/*.png from the sample filings.

Run it as ``python scripts/make_screenshots.py [NAME ...]``. It ingests corpus/filings into a temporary index, serves it
on a free port of this machine, and opens the pages in Chromium (scripts/install-chromium). Run it after a change to the
pages, and look at what it made.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "screenshots"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = (1280, 940)
NARROW = (390, 844)


@dataclass(frozen=True)
class Shot:
    """One picture: what is asked, in which window, and whether the citation is followed.

    Of several questions the first is taken that is answered with this status and shows all of its words.
    """

    name: str
    status: str
    questions: dict[str, tuple[str, ...]]
    dark: bool = False
    size: tuple[int, int] = WIDE
    source: bool = False


FIGURE = {"JL MAG scope 2 emissions 2022": ("105,925",)}
SHOTS = (
    Shot("answer", "answered", FIGURE),
    Shot("answer-dark", "answered", FIGURE, dark=True),
    Shot(
        "conflict",
        "conflicting",
        {
            "Pass rate for other raw materials at JL MAG in 2023?": ("99.92", "99.90"),
            "average training hours for senior management 2023": ("215.17", "121"),
            "women in middle management jl mag 2023 %": ("18.99", "19.35"),
            "How many people did Harrowgate employ on average in FY2024?": ("1,842", "1,824"),
            "How many hours of training did JL MAG give in total in 2023?": ("876,282.36", "876,282.26"),
        },
    ),
    Shot("series", "answered", {"JL MAG total GHG emissions 2021 to 2023": ("91,005", "109,146", "83,512")}),
    Shot("not-disclosed", "not_disclosed", {"JL MAG diesel consumption in 2021?": ()}),
    Shot("not-found", "not_found", {"What was JL MAG's total revenue in 2019?": ()}, size=(1280, 720)),
    Shot("narrow", "answered", FIGURE, size=NARROW),
    Shot("source", "answered", FIGURE, source=True, size=(1280, 800)),
)


def main(names: list[str]) -> None:
    """Make the pictures called ``names``, or all of them."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("The pictures need Chromium: scripts/install-chromium")
    OUT.mkdir(parents=True, exist_ok=True)
    made: list[bool] = []
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for shot in SHOTS:
            if not names or shot.name in names:
                width, height = shot.size
                context = browser.new_context(
                    base_url=url,
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if shot.dark else "light",
                    device_scale_factor=2 if shot.size == NARROW else 1,
                    reduced_motion="reduce",
                )
                made.append(take(context.new_page(), shot))
                context.close()
        browser.close()
    if not all(made):
        sys.exit(1)


def take(page: Page, shot: Shot) -> bool:
    """Make one picture; False when there is nothing to show."""
    for question, words in shot.questions.items():
        page.goto(f"/?{urlencode({'q': question})}")
        answer = page.locator(f".answer.{shot.status}")
        if answer.count() and all(word in answer.inner_text() for word in words):
            break
    else:
        print(f"{shot.name}: none of its questions is answered as {shot.status}", file=sys.stderr)
        return False
    if shot.source:
        page.locator(".answer .cite a").click()
        page.locator("td.lit").wait_for()
    path = OUT / f"{shot.name}.png"
    page.screenshot(path=path)
    print(f"{path.relative_to(ROOT)}: {question}")
    return True


@contextmanager
def served() -> Iterator[str]:
    """The sample filings on a free port, for as long as the block runs."""
    tickmark = [sys.executable, "-c", "from tickmark.service.cli import main; main()"]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    with tempfile.TemporaryDirectory() as folder:
        ingest = [*tickmark, "ingest", str(ROOT / "corpus" / "filings"), "--index", folder]
        subprocess.run(ingest, check=True, env=environment, capture_output=True)  # noqa: S603 - our own command
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        serving = subprocess.Popen(  # noqa: S603 - our own command
            [*tickmark, "serve", "--index", folder, "--port", str(port)],
            env={**environment, "TICKMARK_LOG_LEVEL": "warning"},
        )
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(f"{url}/readyz", serving)
            yield url
        finally:
            serving.terminate()
            serving.wait(timeout=60)


def wait_for(url: str, serving: subprocess.Popen[bytes]) -> None:
    """Wait until the service answers questions."""
    while serving.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=30):  # noqa: S310 - our own service
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.3)
    sys.exit("the service did not start")


if __name__ == "__main__":
    main(sys.argv[1:])
