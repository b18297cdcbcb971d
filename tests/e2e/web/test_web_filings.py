"""Filings come in by drop and by button, are asked about, and go; and a hostile one can do nothing."""

from __future__ import annotations

import re

import httpx
import pytest

REPORT = """Brindlewood Timber plc

# Annual report 2023

Published on 4 April 2024.

Indicator\tUnit\t2022\t2023
Timber sold\ttonnes\t7,104\t8,256
"""
HOSTILE = """Nastyworks </title><script>alert(1)</script> plc

# <img src=x onerror="alert(2)"> Report \u202eof\u2066 2023

See [the accounts](javascript:alert(3)) and <a href="javascript:alert(4)" onclick="alert(5)">here</a>.

Indicator\tUnit\t2022\t2023
\u202eSlag <b onmouseover=alert(6)>heaped</b>\t<svg onload=alert(7)>\t5,511\t6,622
\u05d0\u05d1\u05d2 ingots"><script src=//evil.test/x.js></script>\ttonnes\t3,301\t4,412
"""
NAME = "<img src=x onerror=alert(8)>\u202etxt.txt"


def _file(name: str, text: str | bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "text/plain", "buffer": text if isinstance(text, bytes) else text.encode()}


@pytest.fixture
def tidy(site):
    """Takes out what a test has brought in."""
    before = {each["document_id"] for each in _documents(site)}
    yield
    for each in _documents(site):
        if each["document_id"] not in before:
            httpx.delete(f"{site.url}/v1/documents/{each['document_id']}", timeout=60)


def _documents(site) -> list[dict[str, object]]:
    found: list[dict[str, object]] = httpx.get(f"{site.url}/v1/documents", timeout=60).json()["documents"]
    return found


def test_the_list_says_what_is_there(site, visit) -> None:
    page = visit().open("/filings")
    rows = page.locator(".filings tbody tr")
    documents = _documents(site)
    assert rows.count() == len(documents)
    for at, each in enumerate(documents):
        text = rows.nth(at).inner_text()
        assert each["title"] in text
        assert each["issuer"] in text
        assert each["source"] in text
        assert f"{each['figures']:,}" in text
        assert rows.nth(at).locator("a").first.get_attribute("href") == each["url"]


def test_an_upload_can_be_asked_about_and_removed(visit, tidy) -> None:
    visitor = visit()
    page = visitor.open("/filings")
    page.set_input_files("#files", [_file("brindlewood.txt", REPORT), _file("empty.txt", b"")])
    page.get_by_role("button", name="Add").click()
    page.locator("#uploads .failed").wait_for()
    taken = page.locator("#uploads .taken")
    assert "brindlewood.txt" in taken.inner_text()
    assert "1 table, 2 figures, 2 passages" in taken.inner_text()
    failed = page.locator("#uploads .failed").inner_text()
    assert "empty.txt" in failed
    assert "empty" in failed.replace("empty.txt", "")
    page.get_by_role("row", name=re.compile("brindlewood.txt")).wait_for()
    page.locator("#said", has_text="1 of 2 files").wait_for(state="attached")
    visitor.faults.clear()  # the browser notes the status of the file that failed

    page.get_by_role("navigation").get_by_role("link", name="Ask").click()
    visitor.type("timber sold by Brindlewood 2023")
    assert page.locator(".answer .number").inner_text() == "8,256"
    page.locator(".answer .cite a").click()
    assert visitor.lit() == "8,256"

    page.goto("/filings")
    page.get_by_role("row", name=re.compile("brindlewood.txt")).get_by_role("link", name="Remove").click()
    dialog = page.get_by_role("dialog", name="Remove this filing?")
    assert "Annual report 2023" in dialog.inner_text()
    dialog.get_by_role("button", name="Keep it").click()
    assert page.get_by_role("row", name=re.compile("brindlewood.txt")).count() == 1
    page.get_by_role("row", name=re.compile("brindlewood.txt")).get_by_role("link", name="Remove").click()
    dialog.get_by_role("button", name="Remove").click()
    page.get_by_text("The filing was removed.").wait_for()
    assert page.get_by_role("row", name=re.compile("brindlewood.txt")).count() == 0


def test_files_are_dropped(visit, tidy) -> None:
    visitor = visit()
    page = visitor.open("/filings")
    dropped = page.evaluate_handle(
        "text => { const held = new DataTransfer();"
        " held.items.add(new File([text], 'dropped.txt', {type: 'text/plain'})); return held; }",
        REPORT.replace("8,256", "8,257"),
    )
    page.locator(".drop").dispatch_event("dragover", {"dataTransfer": dropped})
    assert "over" in page.locator(".drop").get_attribute("class")
    page.locator(".drop").dispatch_event("drop", {"dataTransfer": dropped})
    page.locator("#uploads .taken").wait_for()
    page.get_by_role("row", name=re.compile("dropped.txt")).wait_for()
    assert "over" not in page.locator(".drop").get_attribute("class").split()


def test_a_hostile_filing_is_shown_inert(visit, tidy) -> None:
    visitor = visit()
    page = visitor.page
    page.on("dialog", lambda dialog: (visitor.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    visitor.open("/filings")
    page.set_input_files("#files", _file(NAME, HOSTILE))
    page.get_by_role("button", name="Add").click()
    page.locator("#uploads .taken").wait_for()
    page.get_by_role("row", name=re.compile("onerror=alert")).wait_for()
    _inert(page)
    page.get_by_role("row", name=re.compile("onerror=alert")).get_by_role("link", name="Remove").click()
    _inert(page)

    visitor.ask("ingots 2023")
    page.locator(".answer").wait_for()
    _inert(page)
    assert page.locator(".answer .number").inner_text() == "4,412"
    shown = page.locator("main").inner_text()
    assert "<script src=//evil.test/x.js></script>" in shown
    assert "<svg onload=alert(7)>" in shown
    # Marks that turn the direction of writing end with the words they stand in.
    turned = page.evaluate(
        "(() => { const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);"
        " const found = []; while (walk.nextNode()) if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(walk.currentNode.data))"
        " found.push(getComputedStyle(walk.currentNode.parentElement.closest('bdi, [dir], option') ?? document.body)"
        ".unicodeBidi); return found; })()"
    )
    assert turned
    assert set(turned) <= {"isolate", "isolate-override", "plaintext"}

    page.get_by_role("link", name=re.compile("Open the filing")).first.click()
    page.wait_for_url("**/source#c*")
    _inert(page)


def _inert(page) -> None:
    """No element, attribute or address of the filing came alive."""
    scripts = page.evaluate("[...document.scripts].map(s => new URL(s.src || 'inline:').pathname)")
    assert set(scripts) <= {"/static/box.js", "/static/source.js"}
    alive = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a =>"
        " a.name.startsWith('on') || a.name === 'style' || /^\\s*javascript:/i.test(a.value)).map(a => a.name))"
    )
    assert alive == []
    assert page.locator("main img, main iframe, main object, main embed").count() == 0
