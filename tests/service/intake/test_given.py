"""Metadata that people give: manifests, sidecars, and what they may not say."""

import json

import pytest

from tickmark.ingest.errors import InputError
from tickmark.ingest.model import Metadata
from tickmark.service.intake.given import checked, over, read_manifest, read_sidecar
from tickmark.service.intake.ingesting import collect, read_candidate

REPORT = "Harrow Vale plc\n\nAnnual report 2023\n\nRevenue rose to £5 million.\n"


def test_every_field_is_checked():
    found = checked(
        {
            "issuer": " Harrow Vale plc ", "tickers": "HVA; HVB", "cik": "912345", "accession": "0000912345-24-000001",
            "currency": "gbp", "fiscal_year": "2024", "fiscal_period": "fy", "fiscal_year_end": "06-30",
            "period_end": "2024-06-30", "language": "EN", "title": "",
        }
    )  # fmt: skip
    assert found == Metadata(
        issuer="Harrow Vale plc", tickers=("HVA", "HVB"), cik="0000912345", accession="0000912345-24-000001",
        currency="GBP", fiscal_year=2024, fiscal_period="FY", fiscal_year_end="06-30", period_end="2024-06-30",
        language="en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published", "28/03/2024"),
        ("period_end", "2024-02-30"),
        ("cik", "AAPL"),
        ("accession", "123"),
        ("currency", "pounds"),
        ("fiscal_year", "24"),
        ("fiscal_period", "Q5"),
        ("fiscal_year_end", "30-06"),
        ("language", "fr"),
        ("tickers", 7),
        ("issuer", ["A"]),
        ("sha256", "abc"),
    ],
)
def test_what_a_field_cannot_take(name, value):
    with pytest.raises(InputError) as raised:
        checked({name: value}, "m.csv, row 2")
    assert str(raised.value).startswith("m.csv, row 2")
    assert name in str(raised.value)


def test_a_csv_manifest(tmp_path):
    path = tmp_path / "filings.csv"
    path.write_text("source,issuer,tickers\na.txt,Harrow Vale plc,HVA;HVB\nsub/b.txt,,\n", encoding="utf-8-sig")
    manifest = read_manifest(path)
    assert manifest.of("sub/a.txt", "a.txt") == Metadata(issuer="Harrow Vale plc", tickers=("HVA", "HVB"))
    assert manifest.of("c.txt", "c.txt") == Metadata()
    assert manifest.unused() == ["sub/b.txt"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("m.csv", "file,issuer\na.txt,X\n", "no column 'source'"),
        ("m.csv", "source,published\na.txt,soon\n", "m.csv, row 1, published"),
        ("m.csv", "source,issuer\na.txt,X\n,Y\n", "m.csv, row 2, source"),
        ("m.csv", "source,issuer\na.txt,X\na.txt,Y\n", "stands in two rows"),
        ("m.csv", "source,issuer\na.txt,X,Y\n", "m.csv, row 1"),
        ("m.json", '{"filings": [{"name": "a.txt", "sha256": "00"}]}', "no list of objects"),
        ("m.json", '[{"source": "a.txt", "fiscal_year": "last"}]', "m.json, row 1, fiscal_year"),
        ("m.json", "[", "not JSON"),
        ("m.json", "[" * 100_000, "nested too deep"),
        ("m.json", f"[{'9' * 5_000}]", "not JSON"),
        ("m.json", r'[{"source": "\ud83d"}]', "m.json, row 1, source: '\\ud83d' holds half a character"),
        ("m.csv", f"source,issuer\na.txt,{'x' * 200_000}\n", "m.csv, row 1: it is no CSV"),
        ("m.csv", f"source,{'x' * 200_000}\n", "it is no CSV"),
    ],
)
def test_manifests_that_cannot_be_used(tmp_path, name, text, said):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_manifest(tmp_path / name)
    assert said in str(raised.value)
    assert raised.value.hint


def test_what_is_said_of_one_file_wins(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "a.txt.meta.json").write_text(json.dumps({"form": "10-K", "issuer": "Side Ltd"}), encoding="utf-8")
    path = tmp_path / "m.json"
    path.write_text(json.dumps([{"source": "a.txt", "issuer": "Row Ltd"}]), encoding="utf-8")
    (candidate,) = collect([tmp_path]).candidates
    filing = read_candidate(candidate, Metadata(issuer="All Ltd", form="notice", currency="EUR"), read_manifest(path))
    assert (filing.issuer, filing.form, filing.currency) == ("Row Ltd", "10-K", "EUR")


def test_a_sidecar_may_leave_out_the_suffix(tmp_path):
    (tmp_path / "a.meta.json").write_text('{"cik": 912345}', encoding="utf-8")
    assert read_sidecar(tmp_path / "a.pdf") == Metadata(cik="0000912345")
    assert read_sidecar(tmp_path / "b.pdf") == Metadata()


@pytest.mark.parametrize(
    "text",
    [
        "[]", "{", '{"issuer": {}}', '{"color": "red"}', "[" * 100_000, f'{{"fiscal_year": {"9" * 5_000}}}',
        r'{"issuer": "\ud83d"}', r'{"tickers": ["\ud83d"]}', '{"period_end": "0001-01-01", "fiscal_period": "FY"}',
        '{"period_start": "2024-12-31", "period_end": "2024-01-01"}', '{"fiscal_year": "20٣٤"}', '{"cik": "١٢"}',
        f'{{"currency": "{"x" * 9_000}"}}', f'{{"{"x" * 9_000}": 1}}',
    ],
)  # fmt: skip
def test_sidecars_that_cannot_be_used(tmp_path, text):
    (tmp_path / "a.txt.meta.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt\.meta\.json") as raised:
        read_sidecar(tmp_path / "a.txt")
    assert raised.value.hint
    assert len(str(raised.value)) < 500


def test_a_sidecar_is_no_filing_and_a_manifest_of_hashes_is_no_sidecar(tmp_path):
    for name in ("a.txt", "a.txt.meta.json", "manifest.json"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    plan = collect([tmp_path])
    assert [c.source for c in plan.candidates] == ["a.txt"]
    assert plan.passed_over == {".json": 1}


def test_over_keeps_what_the_first_does_not_say():
    assert over(Metadata(issuer="A"), Metadata(issuer="B", form="C")) == Metadata(issuer="A", form="C")
