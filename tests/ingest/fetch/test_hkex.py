"""HKEXnews' search: stock ids, rows that are asked for again, both languages, filings in several files."""

from __future__ import annotations

import json
from datetime import date

import pytest
from archive_server import Announcement, body, page, status

from tickmark.ingest.errors import FetchError, NothingToFetch, UnknownIssuer
from tickmark.ingest.fetch import hkex as hkex_module
from tickmark.ingest.fetch.hkex import Hkex
from tickmark.ingest.fetch.hkex_forms import FORMS, form_of
from tickmark.ingest.fetch.hkex_text import plain
from tickmark.ingest.fetch.model import Wanted

SERVLET = "/search/titleSearchServlet.do"
FOLDER = "/listedco/listconews/sehk/2024/0328"
ANNUAL = Announcement(
    "11100001",
    "28/03/2024 22:05",
    "Financial Statements/ESG Information - [Annual Report]",
    "ANNUAL REPORT 2023 &amp; NOTICE",
    f"{FOLDER}/2024032800001.pdf",
)
ESG = Announcement(
    "11100002",
    "28/03/2024 22:06",
    "Financial Statements/ESG Information - [Environmental, Social and Governance Information/Report]",
    "ESG REPORT 2023",
    f"{FOLDER}/2024032800002.pdf",
    codes=("40000", "-2", "40400"),
)
RESULTS = Announcement(
    "11000003",
    "15/03/2023 18:00",
    "Announcements and Notices - [Final Results / Dividend or Distribution]",
    "RESULTS FOR 2022",
    "/listedco/listconews/sehk/2023/0315/2023031500003.pdf",
    codes=("10000", "3", "13300"),
)


ANY = {"fromDate": "", "toDate": "9", "t1code": "-2", "t2Gcode": "-2", "t2code": "-2", "rowRange": "100", "lang": "E"}


@pytest.fixture
def hkex(server, client):
    server.add_stock("06680", 900001, ANNUAL, ESG, RESULTS)
    server.add_stock("00123", 900002, board="inactive")
    return Hkex(client, base=server.url, today=date(2024, 6, 30))


def remotes(hkex, code, wanted):
    found = hkex.find(code, wanted)
    assert found.failed == ()
    return found.remotes


def ids(found):
    return [remote.id for remote in found]


def test_a_filing_with_all_that_is_known_of_it(hkex, server):
    (remote,) = remotes(hkex, "6680.HK", Wanted(("annual-report",), last=1))
    assert remote.archive == "hkex"
    assert remote.id == "11100001-en"
    assert remote.url == server.url + ANNUAL.link
    assert remote.name == "06680_annual-report_2024-03-28_11100001_en.pdf"
    assert remote.listed_as == "NORTHWIND NORTHWIND-R"
    said = remote.metadata
    assert (said.title, said.stock_code, said.form) == ("ANNUAL REPORT 2023 & NOTICE", "06680", "annual report")
    assert (said.published, said.language) == ("2024-03-28", "en")
    # The short name on the board is not the issuer's name, and would win over the one in the filing.
    assert said.issuer is None


def test_everything_newest_first(hkex):
    assert ids(remotes(hkex, "06680", Wanted())) == ["11100002-en", "11100001-en", "11000003-en"]


def test_forms_are_asked_of_the_search_and_read_from_the_rows(hkex):
    found = remotes(hkex, "06680", Wanted(("esg-report", "annual-results"), last=1))
    assert [remote.metadata.form for remote in found] == ["ESG report", "annual results"]


def test_dates_bound_the_search(hkex, server):
    assert ids(remotes(hkex, "06680", Wanted(since="2024-03-28", until="2024-03-28"))) == ["11100002-en", "11100001-en"]
    assert ids(remotes(hkex, "06680", Wanted(until="2024-03-27"))) == ["11000003-en"]
    remotes(hkex, "06680", Wanted())
    assert "fromDate=19990401&toDate=20240630" in server.requests[-1][0]


def test_chinese(hkex, server):
    chinese = Announcement(
        "11100001", "28/03/2024 22:05", "財務報表/環境、社會及管治資料 - [年報]", "2023年報", "/l/2_c.pdf"
    )
    server.announcements["900001"] = [chinese]
    (remote,) = remotes(hkex, "06680", Wanted(("annual-report",), last=1, language="zh-Hant"))
    assert (remote.metadata.form, remote.metadata.language) == ("annual report", "zh-Hant")
    assert remote.name == "06680_annual-report_2024-03-28_11100001_zh.pdf"
    assert "lang=ZH" in server.requests[-1][0]


def test_rows_are_asked_for_until_all_are_there(hkex, server):
    many = [
        Announcement(
            f"{12000000 + n}", f"{n % 28 + 1:02d}/01/2024 08:00", "Monthly Returns", f"RETURN {n}", f"/l/{n}.pdf"
        )
        for n in range(250)
    ]
    server.announcements["900001"] = many
    assert len(remotes(hkex, "06680", Wanted(since="2024-01-01"))) == 250
    assert server.asked(SERVLET) == 2  # a hundred, and then as many as there are said to be
    assert len(remotes(hkex, "06680", Wanted(last=120))) == 120


def test_rows_that_are_counted_and_not_given_are_an_error(hkex, server, monkeypatch):
    monkeypatch.setattr(hkex_module, "ROWS", 2)
    monkeypatch.setattr(hkex_module, "MOST_ROWS", 2)
    with pytest.raises(FetchError, match="there are 3 filings, and only 2 of them are told"):
        remotes(hkex, "06680", Wanted())


def test_a_search_that_gives_no_more_rows_is_not_asked_for_ever(hkex, server):
    same = {"result": json.dumps([]), "hasNextRow": True, "recordCnt": 9}
    server.faults[SERVLET] = [body(json.dumps(same).encode())] * 50
    with pytest.raises(FetchError, match="there are 9 filings, and only 0"):
        remotes(hkex, "06680", Wanted())
    assert server.asked(SERVLET) == 2


def test_a_filing_in_several_files_is_all_of_them(hkex, server):
    contents = f"{FOLDER}/2024032800009.htm"
    server.announcements["900001"] = [
        Announcement("11100009", "28/03/2024 23:00", ANNUAL.headline, "ANNUAL REPORT", contents, info="Multiple")
    ]
    server.files[contents] = (
        b'<html><a href="2024032800010.pdf">Cover</a> <a href="2024032800011.pdf">Accounts</a>'
        b'<a href="2024032800010.pdf#page=2">Cover</a> <a href="http://example.com/x.pdf">elsewhere</a>'
        b'<a href="#top">top</a></html>'
    )
    first, second = sorted(remotes(hkex, "06680", Wanted(last=1)), key=lambda remote: remote.id)
    assert (first.id, second.id) == ("11100009-1-en", "11100009-2-en")
    assert first.url == f"{server.url}{FOLDER}/2024032800010.pdf"
    assert second.name == "06680_annual-report_2024-03-28_11100009-2_en.pdf"


def test_a_contents_page_without_contents_is_named_and_the_rest_goes_on(hkex, server):
    server.announcements["900001"] += [
        Announcement("11100009", "29/03/2024 23:00", ANNUAL.headline, "REPORT", "/l/1.htm", info="Multiple")
    ]
    server.files["/l/1.htm"] = page("Nothing here")
    found = hkex.find("06680", Wanted())
    assert ids(found.remotes) == ["11100002-en", "11100001-en", "11000003-en"]
    assert [(error.where, "several files" in error.what) for error in found.failed] == [(server.url + "/l/1.htm", True)]


def test_a_page_of_its_own_is_a_filing(hkex, server):
    server.announcements["900001"] = [
        Announcement("11100009", "28/03/2024 23:00", "Announcements and Notices", "NOTE", "/l/1.htm", info="9KB")
    ]
    (remote,) = remotes(hkex, "06680", Wanted(last=1))
    assert remote.name == "06680_announcement_2024-03-28_11100009_en.htm"
    assert remote.metadata.form is None


def test_a_delisted_stock_is_found_in_the_other_list(hkex, server):
    server.announcements["900002"] = [RESULTS]
    assert ids(remotes(hkex, "123", Wanted(last=1))) == ["11000003-en"]
    assert "category=1" in server.requests[-1][0]


def test_an_unknown_stock_code(hkex):
    with pytest.raises(UnknownIssuer, match="'09999'"):
        remotes(hkex, "9999", Wanted(last=1))


def test_a_code_of_several_stocks_is_not_guessed_at(hkex, server):
    server.add_stock("00123", 900003, board="inactive")
    with pytest.raises(UnknownIssuer, match="2 stocks"):
        remotes(hkex, "00123", Wanted(last=1))


def test_nothing_found(hkex):
    with pytest.raises(NothingToFetch, match="no circular"):
        remotes(hkex, "06680", Wanted(("circular",)))


def test_the_search_works_without_its_page(hkex, server):
    server.faults["/search/titlesearch.xhtml"] = [status(404)]
    assert len(remotes(hkex, "06680", Wanted(last=1))) == 1


@pytest.mark.parametrize(
    "answer",
    [[], {"result": "{"}, {"result": '{"a": 1}'}, {"result": '["row"]'}],
)
def test_an_answer_of_another_shape_is_an_error(hkex, server, answer):
    server.faults[SERVLET] = [body(json.dumps(answer).encode())]
    with pytest.raises(FetchError, match="another shape"):
        remotes(hkex, "06680", Wanted(last=1))


@pytest.mark.parametrize("lost", ["NEWS_ID", "FILE_LINK", "DATE_TIME"])
def test_a_row_of_another_shape_is_named(hkex, server, lost):
    answer = json.loads(server.search({**ANY, "stockId": "900001"}))
    rows = json.loads(answer["result"])
    del rows[0][lost]
    server.faults[SERVLET] = [body(json.dumps({**answer, "result": json.dumps(rows)}).encode())]
    found = hkex.find("06680", Wanted())
    assert ids(found.remotes) == ["11100002-en", "11000003-en"]
    assert [error.where for error in found.failed] == [server.url + SERVLET]


@pytest.mark.parametrize(
    ("headline", "form"),
    [
        ("Announcements and Notices - [Interim Results / Closure of Books]", "interim results"),
        ("Financial Statements/ESG Information - [Interim/Half-Year Report]", "interim report"),
        ("Circulars - [General Mandate / Explanatory Statement for Repurchase of Shares]", "circular"),
        ("公告及通告 - [末期業績 / 股息或分派]", "annual results"),
        ("Announcements and Notices - [Delay in Results Announcement]", None),
        ("Monthly Returns", None),
        ("", None),
    ],
)
def test_a_form_is_read_off_the_headline(headline, form):
    assert form_of(headline) == form


def test_forms_have_search_codes_of_their_own():
    assert len(set(FORMS.values())) == len(FORMS)


def test_fields_hold_markup():
    assert plain("A &amp; B&#x2f;C<br/>D \n E") == "A & B/C D E"
