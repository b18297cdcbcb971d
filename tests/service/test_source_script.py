"""The source page in a browser: the script lights what the address names, and without it the page still leads there."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tickmark.ingest.model import Filing
from tickmark.service.api.guard import CONTENT_SECURITY_POLICY
from tickmark.service.web.source_page import source_page

sync_api = pytest.importorskip("playwright.sync_api", reason="the browser tests need playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
STATIC = Path(__file__).parents[2] / "service" / "tickmark" / "service" / "web" / "static"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="the browser tests need chromium"),
    # Playwright's transport is left to the collector when its loop ends.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
NASTY = [
    "<script>document.title='run'</script>", "&amp;", "<", "\r\n", "\r", "\n", "\t", "  ",
    "\u200f\u05d0\u05d1", "\u202e",
    "𝟙𝟚", "😀", "e\u0301", "1,234", "\ufeff", "&#13;", "</code>", "\x85", "\u2028", "\x0b", "\0",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Window:
    """A window that shows one filing, served under the policy of the service."""

    def __init__(self, browser: object, filing: Filing, *, script: bool = True) -> None:
        context = browser.new_context(java_script_enabled=script, viewport={"width": 900, "height": 500})
        self.page = context.new_page()
        self.filing = filing
        self.faults: list[str] = []
        self.page.on("console", lambda said: self.faults.append(said.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        context.route("**/*", self.serve)

    def serve(self, route: object) -> None:
        path = route.request.url.split("http://filing.test")[1].split("#")[0]
        if path.startswith("/static/"):
            file = STATIC / path.removeprefix("/static/")
            route.fulfill(body=file.read_text(encoding="utf-8"), content_type=TYPES[file.suffix])
            return
        asked = path.partition("?chars=")[2]
        chars = tuple(map(int, asked.split("-"))) if asked else None
        route.fulfill(
            body=source_page(self.filing, chars),
            content_type="text/html; charset=utf-8",
            headers={"content-security-policy": CONTENT_SECURITY_POLICY},
        )

    def go(self, path: str) -> None:
        self.page.goto(f"http://filing.test{path}")

    def marked(self) -> str:
        text: str = self.page.evaluate("[...document.querySelectorAll('mark')].map(m => m.textContent).join('')")
        return text

    def source(self) -> str:
        text: str = self.page.evaluate("[...document.querySelectorAll('code')].map(c => c.textContent).join('')")
        return text

    def lit(self) -> list[str]:
        return [cell.inner_text() for cell in self.page.query_selector_all("td.lit")]

    def in_view(self, selector: str) -> bool:
        box = self.page.locator(selector).first.bounding_box()
        return bool(box) and 0 <= box["y"] < 500


def test_the_script_marks_exactly_the_characters_of_the_address(browser: object) -> None:
    chance = random.Random(7)  # the same every time
    text = "".join(chance.choice(NASTY) for _ in range(400))
    window = Window(browser, Filing("0" * 16, "nasty.txt", text, ()))
    seen = text.replace("\0", "\ufffd")
    window.go("/")
    assert window.source() == seen
    for _ in range(60):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.choice([1, 2, 5, 40]))
        window.go(f"/#c{start}-{end}")  # the same page: only the fragment changes
        assert window.marked() == seen[start:end], (start, end)
        assert window.source() == seen
    window.go("/?chars=3-30")
    assert window.marked() == seen[3:30]
    assert window.page.title() == "nasty.txt · Tickmark"
    assert window.faults == []


def test_a_cited_cell_is_lit_and_in_view(browser: object, filing: Filing) -> None:
    window = Window(browser, filing)
    for figure in filing.tables[0].figures:
        start, end = figure.span.chars
        window.go(f"/#c{start}-{end}")
        assert window.marked() == figure.quote
        assert len(window.lit()) == 1
        assert figure.printed in window.lit()[0]
        assert window.in_view("td.lit")
        assert window.page.evaluate("document.querySelector('mark').closest('details').open") is True
    assert window.faults == []


def test_a_place_far_down_is_scrolled_to(browser: object) -> None:
    text = "".join(f"line {n}\n" for n in range(3000)) + "the figure 42 is here\n"
    start = text.index("42")
    window = Window(browser, Filing("0" * 16, "long.txt", text, ()))
    window.go(f"/#c{start}-{start + 2}")
    window.page.wait_for_timeout(300)
    assert window.marked() == "42"
    assert window.in_view("mark")


def test_without_the_script_the_address_still_leads_to_the_figure(browser: object, filing: Filing) -> None:
    window = Window(browser, filing, script=False)
    (figure,) = [each for each in filing.figures() if each.printed == "105,925"]
    start, end = figure.span.chars
    window.go(f"/?chars={start}-{end}#c{start}-{end}")
    assert window.page.locator("mark").inner_text() == "105,925"
    assert window.page.locator("td.lit").inner_text() == "105,925"
    assert window.page.locator(f"td:has(:target)#c{start}-{end}, td:has(#c{start}-{end}:target)").count() == 1
