"""EDGAR's lists: ticker to CIK, the newest page and the older ones, which filings are meant."""

from __future__ import annotations

import json

import pytest
from archive_server import SecFiling

from tickmark.ingest.errors import FetchError, NothingToFetch, UnknownIssuer
from tickmark.ingest.fetch.model import Wanted
from tickmark.ingest.fetch.sec import Sec

RECENT = [
    SecFiling("0000001234-24-000009", "8-K", "2024-05-02"),
    SecFiling("0000001234-24-000007", "10-K/A", "2024-04-20", "amend.htm", "2023-12-31"),
    SecFiling("0000001234-24-000005", "10-K", "2024-02-20", "nwm-20231231.htm", "2023-12-31"),
    SecFiling("0000001234-23-000031", "10-Q", "2023-11-01", "q3.htm", "2023-09-30"),
    SecFiling("0000001234-23-000004", "10-K", "2023-02-21", "nwm-20221231.htm", "2022-12-31"),
]
OLDER = [
    SecFiling("0000001234-22-000006", "10-K/A", "2022-06-01", "amend22.htm", "2021-12-31"),
    SecFiling("0000001234-22-000004", "10-K", "2022-02-22", "nwm-20211231.htm", "2021-12-31"),
]
OLDEST = [
    SecFiling("0000001234-01-000002", "10-K", "2001-03-30", "", "2000-12-31"),
    SecFiling("0000001234-99-000001", "10-K405", "1999-03-30", "", ""),
]
PAGE_1 = "/submissions/CIK0000001234-submissions-001.json"
PAGE_2 = "/submissions/CIK0000001234-submissions-002.json"
LIST = "/submissions/CIK0000001234.json"


@pytest.fixture
def sec(server, client):
    server.add_issuer("NWM", 1234, "Northwind Magnetics Inc.", RECENT, OLDER, OLDEST)
    server.add_issuer("BRK-B", 77, "Brookside Inc.", [SecFiling("0000000077-24-000001", "10-K", "2024-01-05")])
    return Sec(client, www=server.url, data=server.url + "/")


def remotes(sec, code, wanted):
    found = sec.find(code, wanted)
    assert found.failed == ()
    return found.remotes


def ids(found):
    return [remote.id for remote in found]


def test_the_newest_of_a_form_with_all_that_is_known_of_it(sec, server):
    (remote,) = remotes(sec, "nwm", Wanted(("10-K",), last=1))
    assert remote.archive == "sec"
    assert remote.id == "0000001234-24-000005"
    assert remote.url == server.url + "/Archives/edgar/data/1234/000000123424000005/nwm-20231231.htm"
    assert remote.name == "NWM_10-K_2024-02-20_0000001234-24-000005.htm"
    assert remote.period_end == "2023-12-31"
    said = remote.metadata
    assert (said.issuer, said.stock_code, said.form) == ("Northwind Magnetics Inc.", "NWM", "10-K")
    assert (said.published, said.language, said.title) == ("2024-02-20", "en", None)


def test_older_pages_are_asked_for_only_when_they_are_needed(sec, server):
    assert len(remotes(sec, "NWM", Wanted(("10-K",), last=2))) == 2
    assert server.asked("-submissions-") == 0
    assert ids(remotes(sec, "NWM", Wanted(("10-K",), last=3)))[-1] == "0000001234-22-000004"
    assert server.asked(PAGE_1) == 1
    assert server.asked(PAGE_2) == 0
    assert len(remotes(sec, "NWM", Wanted(("10-K",), last=9))) == 4
    assert server.asked(PAGE_2) == 1


def test_the_list_of_tickers_is_asked_for_once(sec, server):
    remotes(sec, "NWM", Wanted(last=1))
    remotes(sec, "BRK.B", Wanted(last=1))
    assert server.asked("company_tickers") == 1


def test_dates_bound_the_pages_as_well_as_the_filings(sec, server):
    found = remotes(sec, "NWM", Wanted(since="2022-02-22", until="2023-02-21"))
    assert ids(found) == ["0000001234-23-000004", "0000001234-22-000006", "0000001234-22-000004"]
    assert server.asked(PAGE_2) == 0
    assert remotes(sec, "NWM", Wanted(until="1999-12-31", since="1990-01-01"))[0].metadata.form == "10-K405"
    assert server.asked(PAGE_1) == 1


def test_several_forms_each_have_their_newest(sec):
    assert ids(remotes(sec, "NWM", Wanted(("10-K", "10-Q", "10-k"), last=1))) == [
        "0000001234-24-000005",
        "0000001234-23-000031",
    ]


def test_amendments_come_along_and_do_not_count(sec):
    assert ids(remotes(sec, "NWM", Wanted(("10-K",), last=1, amendments=True))) == [
        "0000001234-24-000007",
        "0000001234-24-000005",
    ]
    # The amendment of 2022 belongs to the third newest.
    with_older = ids(remotes(sec, "NWM", Wanted(("10-K",), last=3, amendments=True)))
    assert with_older[3] == "0000001234-22-000006"
    assert len(with_older) == 5


def test_any_form(sec):
    assert ids(remotes(sec, "NWM", Wanted(last=2))) == ["0000001234-24-000009", "0000001234-24-000007"]


def test_before_there_were_primary_documents_the_whole_submission_is_one_file(sec, server):
    (remote,) = remotes(sec, "NWM", Wanted(("10-K",), until="2001-12-31", last=1))
    assert remote.url == server.url + "/Archives/edgar/data/1234/000000123401000002/0000001234-01-000002.txt"
    assert remote.name.endswith(".txt")


def test_an_issuer_may_be_given_by_its_cik(sec, server):
    (remote,) = remotes(sec, "1234", Wanted(("10-K",), last=1))
    assert remote.metadata.stock_code == "NWM"
    assert server.asked("company_tickers") == 0


def test_an_issuer_with_several_tickers_has_each_filing_once(sec, server):
    server.add_issuer("NWM-PA", 1234, "Northwind Magnetics Inc.", RECENT)
    server.files[LIST] = server.files[LIST].replace(b'["NWM-PA"]', b'["NWM", "NWM-PA"]')
    assert remotes(sec, "NWM-PA", Wanted(("10-K",))) == remotes(sec, "NWM", Wanted(("10-K",)))


def test_an_unknown_ticker(sec):
    with pytest.raises(UnknownIssuer, match="'NOPE'") as caught:
        remotes(sec, "NOPE", Wanted(last=1))
    assert "CIK" in caught.value.hint


def test_a_form_that_was_not_filed_says_which_were(sec):
    with pytest.raises(NothingToFetch, match="no 20-F") as caught:
        remotes(sec, "NWM", Wanted(("20-F",), since="2023-01-01"))
    assert caught.value.where == "NWM"
    assert "8-K, 10-K/A, 10-K, 10-Q" in caught.value.hint


def _without_a_date(recent):
    recent["filingDate"].pop()


def _with_a_path_up(recent):
    recent["primaryDocument"][0] = "../../../secret"


def _with_an_accession_that_is_none(recent):
    recent["accessionNumber"][0] = "../1"


def _without_forms(recent):
    del recent["form"]


@pytest.mark.parametrize(
    "spoil",
    [_without_a_date, _with_a_path_up, _with_an_accession_that_is_none, _without_forms],
    ids=lambda f: f.__name__,
)
def test_a_list_of_another_shape_is_an_error_and_not_half_a_list(sec, server, spoil):
    listed = json.loads(server.files[LIST])
    spoil(listed["filings"]["recent"])
    server.files[LIST] = json.dumps(listed).encode()
    with pytest.raises(FetchError, match="another shape"):
        remotes(sec, "NWM", Wanted(("10-K",), last=1))


def test_a_page_elsewhere_is_not_asked_for(sec, server):
    listed = json.loads(server.files[LIST])
    listed["filings"]["files"][0]["name"] = "../../elsewhere.json"
    server.files[LIST] = json.dumps(listed).encode()
    with pytest.raises(FetchError, match="elsewhere"):
        remotes(sec, "NWM", Wanted(("10-K",), last=9))
    assert server.asked("elsewhere") == 0
