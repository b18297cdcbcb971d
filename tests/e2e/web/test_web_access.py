"""For everyone: by keyboard, by ear, on a narrow screen, in the dark, and without script."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest

FIGURE = "/?q=JL+MAG+scope+2+emissions+2022"
PATHS = {
    "start": "/",
    "figure": FIGURE,
    "filters": FIGURE + "&issuer=JL+MAG+RARE-EARTH+CO.%2C+LTD.&from=2020",
    "series": "/?q=JL+MAG+total+GHG+emissions+2021+to+2023",
    "not disclosed": "/?q=JL+MAG+diesel+consumption+in+2021%3F",
    "breakdown": "/?q=JL+MAG+suppliers+by+region+in+2023",
    "wide table": "/?q=Harrowgate+revenue+2024",
    "Chinese": "/?" + urlencode({"q": "金力永磁2021年至2023年范围一排放"}),
    "not found": "/?q=Tesla+revenue+2023",
    "filings": "/filings",
}


def _conflict(site) -> str:
    return "/?" + urlencode({"q": site.question("conflicting")})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(site, visit, scheme: str) -> None:
    visitor = visit(color_scheme=scheme)
    for name, path in {**PATHS, "conflict": _conflict(site)}.items():
        visitor.open(path)
        assert visitor.complaints() == [], name
    page = visitor.page
    page.goto("/filings")
    page.get_by_role("link", name=re.compile("^Remove")).first.click()
    page.get_by_role("dialog").wait_for()
    assert visitor.complaints() == []
    page.goto(FIGURE)
    page.locator(".answer .cite a").click()
    visitor.lit()
    assert visitor.complaints() == []


def test_nothing_is_wider_than_a_narrow_window(site, visit) -> None:
    visitor = visit(viewport={"width": 320, "height": 640})
    for name, path in {**PATHS, "conflict": _conflict(site)}.items():
        page = visitor.open(path)
        assert visitor.overflow() <= 0, name
    page = visitor.open(FIGURE)
    cell, frame = page.locator("td.lit").first.bounding_box(), page.locator(".scroll").first.bounding_box()
    assert frame["x"] <= cell["x"]
    assert cell["x"] + cell["width"] <= frame["x"] + frame["width"] + 1
    page.locator(".answer .cite a").click()
    visitor.lit()
    assert visitor.overflow() <= 0


def test_by_keyboard_alone(visit) -> None:
    visitor = visit()
    page = visitor.open("/")
    page.keyboard.type("JL MAG scope 2 emissions 2022")
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()
    assert page.evaluate("document.activeElement.id") == "q"
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        where = page.evaluate(
            "(() => { const e = document.activeElement; return"
            " [e.tagName, e.closest('.cite') ? 'cite' : e.id || e.className, getComputedStyle(e).outlineStyle]; })()"
        )
        seen.append(where)
        assert where[2] != "none", where
        if where[1] == "cite":
            break
    assert seen[0][0] == "BUTTON", seen
    assert seen[-1][1] == "cite", seen
    page.keyboard.press("Enter")
    page.wait_for_url("**/source#c*")
    assert visitor.lit().startswith("105,925")


def test_the_first_stop_leads_past_the_navigation(visit) -> None:
    visitor = visit()
    page = visitor.open("/filings")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for role in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1, role
    page.goto("/")
    assert page.get_by_role("search").count() == 1


def test_the_remove_dialog_by_keyboard(visit) -> None:
    visitor = visit()
    page = visitor.open("/filings")
    link = page.get_by_role("link", name=re.compile("^Remove")).first
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Remove this filing?").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.className") == "remove"


def test_without_script(site, visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open("/")
    page.get_by_role("searchbox").fill("JL MAG scope 2 emissions 2022")
    page.get_by_role("button", name="Ask").click()
    page.locator(".answer .number").wait_for()
    assert page.locator(".answer .number").inner_text() == "105,925"
    assert page.get_by_text("Copy link").is_hidden()
    page.locator(".answer .cite a").click()
    page.wait_for_url("**/source#c*")
    place = page.url.partition("#")[2]
    assert "105,925" in page.locator(f"td:has([id='{place}']:target)").inner_text()

    page.goto("/filings")
    report = "Quillfeather Ltd.\n\n# Report 2023\n\nIndicator\tUnit\t2022\t2023\nWater used\tm3\t4,411\t4,522\n"
    page.set_input_files("#files", {"name": "quill.txt", "mimeType": "text/plain", "buffer": report.encode()})
    page.get_by_role("button", name="Add").click()
    page.locator(".uploads .taken").wait_for()
    assert "Added" in page.locator(".uploads").inner_text()
    page.get_by_role("row", name=re.compile("quill.txt")).get_by_role("link", name="Remove").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_text("The filing was removed.").wait_for()
    assert "quill.txt" not in page.locator("#listing").inner_text()
    visitor.page.close()


def test_motion_only_for_those_who_want_it(visit) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert visit(reduced_motion="reduce").open("/").evaluate(behaviour) == "auto"
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s').length"
    assert visit(reduced_motion="reduce").open("/").evaluate(moving) == 0


def test_dark_and_light_differ(visit) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = visit(color_scheme="light").open("/").evaluate(ground)
    assert visit(color_scheme="dark").open("/").evaluate(ground) != light
