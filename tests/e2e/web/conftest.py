"""The web box as people meet it: a served index of the sample filings, and Chromium in front of it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import httpx
import pytest

ROOT = Path(__file__).parents[3]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Kept by the page itself, so that nothing depends on how the browser words its console.
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    if CHROMIUM is None:
        reason = "the browser tests need Chromium: scripts/install-chromium"
    elif importlib.util.find_spec("playwright") is None:
        reason = "the browser tests need playwright"
    else:
        reason = None
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.model)
            # Playwright's transport is left to the collector when its loop ends.
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"))
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


def _tickmark(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from tickmark.service.cli import main; main()", *arguments]


def _environment() -> dict[str, str]:
    mine = {name: value for name, value in os.environ.items() if not name.startswith("TICKMARK_")}
    return {**mine, "HF_HUB_OFFLINE": "1"}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


class Site:
    """A running ``tickmark serve``."""

    def __init__(self, url: str) -> None:
        self.url = url

    def said(self, question: str, **filters: object) -> dict[str, object]:
        """What the API answers: the page must say the same."""
        asked = {"query": question, "k": 8, "filters": filters}
        response = httpx.post(f"{self.url}/v1/search", json=asked, timeout=60)
        response.raise_for_status()
        answer: dict[str, object] = response.json()
        return answer

    def question(self, status: str, fits: Callable[[dict[str, object]], bool] = lambda said: True) -> str:
        """A question of the sample set that is meant to get this status, and gets it."""
        lines = (ROOT / "corpus" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        for each in map(json.loads, lines):
            if each["status"] == status and each["language"] == "en":
                said = self.said(each["question"])
                if said["answer"]["status"] == status and fits(said):
                    return str(each["question"])
        raise AssertionError(f"no question of the sample set is answered as {status}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("web")
    index, log = str(folder / "index"), folder / "serve.log"
    subprocess.run(
        _tickmark("ingest", str(ROOT / "corpus" / "filings"), "--index", index),
        check=True,
        capture_output=True,
        timeout=240,
        env=_environment(),
    )
    port = _free_port()
    with log.open("w") as sink:
        serving = subprocess.Popen(
            _tickmark("serve", "--index", index, "--port", str(port)), stdout=sink, stderr=sink, env=_environment()
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/readyz", serving, log)
        yield Site(url)
    finally:
        serving.terminate()
        serving.wait(timeout=30)


def _wait_for(url: str, serving: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert serving.poll() is None, log.read_text(encoding="utf-8")
        try:
            if httpx.get(url, timeout=10).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")  # not longer: while it is open, other tests cannot run an event loop of their own
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """Somebody with a window, and a record of everything that went wrong in it."""

    def __init__(self, browser: object, site: Site, **context: object) -> None:
        self.site = site
        self.context = browser.new_context(base_url=site.url, **context)
        self.context.set_default_timeout(20_000)
        self.context.add_init_script(WATCH)
        self.faults: list[str] = []
        self.page = self.context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._requested)

    def _requested(self, request: object) -> None:
        if not request.url.startswith((self.site.url, "data:", "blob:")):
            self.faults.append(f"a request to another host: {request.url}")

    def open(self, path: str) -> object:
        self.page.goto(path)
        return self.page

    def ask(self, question: str) -> object:
        """Opens the answer by its address."""
        return self.open(f"/?q={quote(question)}")

    def type(self, question: str) -> None:
        """Asks as a person does, and waits for the answer."""
        self.page.get_by_role("searchbox").fill(question)
        self.page.get_by_role("searchbox").press("Enter")
        self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == [question])
        self.page.locator("#results:not([aria-busy]) .answer").wait_for()

    def status(self) -> str:
        text: str = self.page.locator(".answer .status span").inner_text()
        return text.strip()

    def lit(self) -> str:
        """What is marked on the source page."""
        self.page.locator("mark").first.wait_for()
        text: str = self.page.evaluate("[...document.querySelectorAll('mark')].map(m => m.textContent).join('')")
        return text

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        extra: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return extra

    def _said(self, message: object) -> None:
        # A test that types before the page has put the cursor in its own field: nothing is wrong with the page.
        if not message.text.startswith("Autofocus processing was blocked"):
            self.faults.append(f"console: {message.text}")

    def complaints(self) -> list[str]:
        """What axe finds that is serious or critical."""
        self.page.evaluate(_axe())
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{rule['id']}: {node['html'][:160]} ({node['failureSummary']})"
            for rule in found["violations"]
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]

    def close(self) -> None:
        violations = [] if self.page.is_closed() else self.page.evaluate("window.violations ?? []")
        self.context.close()
        assert self.faults == []
        assert violations == []


def _axe() -> str:
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def visit(browser: object, site: Site) -> Iterator[Callable[..., Visitor]]:
    """Opens a window; when the test is done, nothing may have gone wrong in any of them."""
    visitors: list[Visitor] = []

    def visit(**context: object) -> Visitor:
        visitors.append(Visitor(browser, site, **context))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.close()
