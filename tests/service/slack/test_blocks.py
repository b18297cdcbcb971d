"""Answers as Slack messages: what is shown, and that Slack takes it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_samples import (
    HARBOUR,
    answered,
    calculated,
    conflicting,
    figure,
    in_words,
    not_disclosed,
    not_found,
    series,
    summary,
    table,
)
from slack_server import size, wrong_with
from slack_wire import PUBLIC_URL, buttons, texts

from tickmark.ingest.model import CellRef
from tickmark.service.slack.blocks import Message, answer_message
from tickmark.service.slack.desk import Found
from tickmark.service.slack.limits import fit
from tickmark.service.slack.links import Links
from tickmark.service.slack.listing import filings_message, help_message, note
from tickmark.service.slack.rows import cited_rows, member_rows
from tickmark.service.slack.words import INVISIBLE, escape, fenced, said_to

LINKS = Links(PUBLIC_URL)
NASTY = "<!channel> <@U123> & <https://evil.example|here> *bold* `code` ```fence``` :tada: \u202edlrow\u0007"


def shown(found: Found, links: Links = LINKS, **more: str) -> dict:
    message = answer_message(found, links, answer_id="a1", **more)
    assert wrong_with(vars_of(message)) == []
    return vars_of(message)


def vars_of(message: Message) -> dict:
    return {"text": message.text, "blocks": message.blocks}


def head(posted: dict) -> str:
    first = posted["blocks"][0]
    return first["text"]["text"] if first["type"] == "header" else ""


def test_a_figure_comes_with_everything_that_is_said_of_it() -> None:
    one = replace(
        figure("4.20", scale=1000), qualifiers=("approximate", "unaudited"), footnotes=("Without air travel",)
    )
    found = answered()
    hit = replace(found.answer.figures[0], figure=one)
    verdict = replace(found.answer.verdict, figure_ids=(one.id,))
    found = Found(replace(found.answer, figures=(hit,), verdict=verdict), {(summary().id, 0): table(one)})
    posted = shown(found)
    assert head(posted) == "approximately 4.20 thousand tCO2e"
    for words in (
        "*Unit*\ntCO2e",
        "*Period*\n2022",
        "*As printed*\n4.20",
        "approximate, unaudited",
    ):
        assert words in texts(posted)
    assert "Without air travel" in texts(posted)
    assert buttons(posted).keys() == {"Open the cell", "See it on the web", "👍 Right", "👎 Wrong"}


def test_the_four_statuses_look_different_and_say_why() -> None:
    posted = {kind: shown(make()) for kind, make in KINDS.items()}
    heads = {kind: head(each) for kind, each in posted.items()}
    assert heads["answered"] == "105,925 tCO2e"
    assert heads["not_disclosed"] == "⊘ Not disclosed"
    assert heads["conflicting"] == "⚠ The filings disagree"
    assert heads["not_found"] == "? Not found in these filings"
    assert 'Why: It prints "/".' in texts(posted["not_disclosed"])
    assert "105,900 and 105,901 differ." in texts(posted["conflicting"])
    assert "No filing here is by Contoso." in texts(posted["not_found"])
    assert "*Figure*\nrevenue" in texts(posted["not_found"])
    assert "Open the cell" not in buttons(posted["not_found"])
    sides = [block for block in posted["conflicting"]["blocks"] if "accessory" in block]
    assert [side["text"]["text"].splitlines()[0] for side in sides] == ["*105,900 tCO2e*", "*105,901 tCO2e*"]
    assert len({side["accessory"]["url"] for side in sides}) == 2


KINDS = {"answered": answered, "not_disclosed": not_disclosed, "conflicting": conflicting, "not_found": not_found}


def test_a_calculation_shows_its_result_large_and_its_operands() -> None:
    posted = shown(calculated())
    assert head(posted) == "7,925 tCO2e"
    assert "105,925 - 98,000 = 7,925" in texts(posted)
    assert "→ 105,925 ←" in texts(posted)
    assert "→ 98,000 ←" in texts(posted)


def test_a_series_is_a_small_table_and_a_long_one_ends_in_a_link() -> None:
    posted = shown(series(members=6))
    fence = re.search(r"```\n(.*)\n```", texts(posted), re.DOTALL)
    assert fence is not None
    assert len(fence[1].splitlines()) == 7
    posted = shown(series(members=300))
    assert re.search(rf"285 more rows\. <{PUBLIC_URL}/\?q=\S+\|See all of it>", texts(posted))
    assert re.search(rf"295 more places\. <{PUBLIC_URL}/\?q=\S+\|See all of it>", texts(posted))


def test_many_sides_of_a_conflict_end_in_a_link() -> None:
    posted = shown(conflicting(sides=40))
    assert "32 more places. <" in texts(posted)


def test_words_are_quoted_with_their_source_and_cut_with_a_link() -> None:
    posted = shown(in_words("Example LLP has audited the accounts."))
    assert "> Example LLP has audited the accounts." in texts(posted)
    assert f"<{PUBLIC_URL}/documents/{summary().id}/source#c10-47|" in texts(posted)
    posted = shown(in_words("All of these words stand in the filing. " * 400))
    quote = next(block for block in posted["blocks"] if "All of these" in str(block))["text"]["text"]
    assert re.search(r"… <https://\S+\|Read on>$", quote)
    assert size(quote) <= 3000


def test_without_an_address_what_is_cut_still_says_where_the_whole_is() -> None:
    posted = shown(in_words("word " * 2000), Links(None))
    assert "Tickmark's web page" in texts(posted)
    assert "https://" not in texts(posted)


@pytest.mark.parametrize("make", [*KINDS.values(), calculated, series, lambda: in_words(NASTY)])
def test_text_of_a_filing_does_nothing_in_slack(make) -> None:
    found = make()
    hits = tuple(
        replace(
            hit,
            figure=replace(
                hit.figure, label_path=(NASTY,), column_path=(NASTY,), qualifiers=(NASTY,), footnotes=(NASTY,)
            ),
            filing=summary(1, NASTY, source=NASTY, title=NASTY, form=NASTY),
        )
        for hit in found.answer.figures
    )
    verdict = replace(found.answer.verdict, text=NASTY, reason=NASTY)
    understood = replace(found.answer.interpretation, issuers=(NASTY,), metrics=(NASTY,))
    nasty = Found(
        replace(found.answer, query=NASTY, verdict=verdict, figures=hits, interpretation=understood),
        {key: table(figure(NASTY), label=NASTY, caption=NASTY) for key in found.tables},
    )
    posted = shown(nasty, read_as=NASTY, asked_by="U1")
    for block in posted["blocks"]:
        for text in texts_of(block):
            if text["type"] == "mrkdwn":
                assert text["verbatim"] is True
                assert re.findall(r"<[^>]*>", text["text"].replace("<@U1> asked", "")) == [
                    link for link in re.findall(r"<[^>]*>", text["text"]) if link.startswith(f"<{PUBLIC_URL}/")
                ]
                outside = re.sub(r"^```\n.*\n```$", "", text["text"], flags=re.DOTALL)
                assert "```" not in outside
                assert ":tada:" not in outside
                assert "\u202e" not in text["text"]
    assert "<!channel>" not in posted["text"]


def texts_of(block: dict) -> list[dict]:
    pieces = [block.get("text"), *block.get("fields", []), *block.get("elements", [])]
    return [piece for piece in pieces if piece and piece["type"] in ("mrkdwn", "plain_text")]


@pytest.mark.parametrize("make", [*KINDS.values(), calculated, series, lambda: in_words("long " * 9000)])
@pytest.mark.parametrize("filler", ["long word ", "&<>", "排放量", "𠮷𠮷", "*_~`"])
def test_slack_takes_it_however_long_everything_is(make, filler) -> None:
    long = filler * 4000
    found = make()
    hits = tuple(
        replace(
            hit,
            figure=replace(
                hit.figure, label_path=(long,), column_path=(long,), qualifiers=(long,), footnotes=(long,), unit=long
            ),
            filing=summary(1, long, source=long, title=long, form=long),
        )
        for hit in found.answer.figures
    )
    verdict = replace(found.answer.verdict, text=long, reason=f"because {long}")
    answer = replace(found.answer, query=long[:2000], verdict=verdict, figures=hits)
    posted = shown(
        Found(answer, {key: table(figure(long), label=long, caption=long) for key in found.tables}), read_as=long
    )
    assert "…" in texts(posted)
    assert "See all of it" in texts(posted)


@given(st.text(max_size=400), st.integers(min_value=40, max_value=300))
@settings(max_examples=150, deadline=None)
def test_fit_keeps_the_limit_and_cuts_no_escape_in_two(text: str, most: int) -> None:
    shown, cut = fit(text, most, render=escape, ending="<https://x.example|more>")
    assert size(shown) <= most
    assert cut == (size(escape(text)) > most)
    if cut:
        assert shown.endswith("… <https://x.example|more>")
    assert not re.search(r"&(?!amp;|lt;|gt;)", shown)


def test_escaping_shows_the_text_and_nothing_else() -> None:
    assert escape("R&D <5%>") == "R&amp;D &lt;5%&gt;"
    assert escape("<@U1> <!here> <#C1>") == "&lt;@U1&gt; &lt;!here&gt; &lt;#C1&gt;"
    assert escape("scope_2_total 2*3 10:30:45x") == "scope_2_total 2*3 10:30:45x".replace(":30:", f":{INVISIBLE}30:")
    assert escape("a *b* c").replace(INVISIBLE, "") == "a *b* c"
    assert INVISIBLE in escape("a *b* c")
    assert "```" not in fenced(["x ``` y"]).removeprefix("```\n").removesuffix("\n```")


def test_what_is_typed_is_read_as_it_was_typed() -> None:
    assert said_to("<@UBOT>  what is R&amp;D?", "UBOT") == "what is R&D?"
    assert (
        said_to("ask <@U2|ann> at <mailto:a@b.example|a@b.example> &lt;x&gt; <!here>", "UBOT")
        == "ask ann at a@b.example <x>"
    )
    assert said_to("&amp;lt;", None) == "&lt;"


def test_rows_line_up_also_in_chinese_and_mark_the_cited_cell() -> None:
    one, other = figure(), figure("98,000", 2021)
    grid = cited_rows(table(one, other, label="溫室氣體排放"), [one])
    assert grid is not None
    assert grid.lines == ("                     2022    2021", "溫室氣體排放  → 105,925 ←  98,000")
    assert cited_rows(table(other), [one]) is None


def test_a_number_is_never_cut() -> None:
    printed = "RMB400,000,000.00 ~ RMB460,000,000.00"
    grid = cited_rows(table(figure(printed)), [figure(printed)])
    assert grid is not None
    assert printed in grid.lines[1]
    assert not grid.shortened


def test_members_name_their_issuers_where_there_are_several() -> None:
    found = series(members=3)
    hits = list(found.answer.figures)
    assert "Issuer" not in member_rows(hits).lines[0]
    hits[1] = replace(hits[1], filing=summary(2, HARBOUR))
    assert HARBOUR in member_rows(hits).lines[2]


def test_links_of_long_questions_stay_links() -> None:
    assert Links(f"{PUBLIC_URL}/sub/").question("a b") == f"{PUBLIC_URL}/sub/?q=a+b"
    assert Links(PUBLIC_URL).question("排" * 2000) == f"{PUBLIC_URL}/"


@pytest.mark.parametrize("count", [0, 1, 10, 3000])
def test_listings_fit(count) -> None:
    filings = [summary(number, f"{NASTY} {number}", title=NASTY * 9) for number in range(count)]
    for links in (LINKS, Links(None)):
        message = vars_of(filings_message(filings, links))
        assert wrong_with(message) == []
        assert ("more filings" in texts(message)) == (count == 3000)
    assert "No filing here is called 'zzz'" in filings_message(filings, LINKS, "zzz").text or count == 0


def test_notes_and_help_fit() -> None:
    for message in (note("x" * 9000), help_message()):
        assert wrong_with(vars_of(message)) == []


def test_neighbours_stand_beside_the_cited_column_as_far_as_there_is_room() -> None:
    figures = [replace(figure(f"{at},000", 2000 + at), cell=CellRef(0, 1, at + 1)) for at in range(12)]
    grid = cited_rows(table(*figures, label="Scope 2"), figures[6:7])
    assert grid is not None
    assert grid.shortened
    assert "→ 6,000 ←" in grid.lines[1]
    assert "2005" in grid.lines[0]
    assert "2007" in grid.lines[0]
    assert max(map(len, grid.lines)) <= 84
    few = cited_rows(table(*figures[:3]), figures[1:2])
    assert few is not None
    assert not few.shortened


def test_columns_under_one_long_banner_can_be_told_apart() -> None:
    figures = [
        replace(figure(f"{at},000", 2000 + at), column_path=("Year ended 30 June, audited", str(2000 + at)))
        for at in (22, 23)
    ]
    grid = cited_rows(table(*figures), figures[:1])
    assert grid is not None
    assert grid.lines[0].split() == ["…", "2022", "…", "2023"]
