"""Settings: every one described, read from the environment, and refused with what to do."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tickmark.ingest.errors import SettingsError
from tickmark.service.settings import Settings, load


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"TICKMARK_{name.upper()}", raising=False)


def test_every_setting_says_what_it_is() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


def test_defaults_are_for_one_machine() -> None:
    settings = load()
    assert settings.host == "127.0.0.1"
    assert settings.index == Path(".tickmark")
    assert "*" not in settings.allowed_hosts


def test_the_environment_is_read_and_what_is_given_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TICKMARK_INDEX", "/srv/filings")
    monkeypatch.setenv("TICKMARK_PORT", "9000")
    monkeypatch.setenv("TICKMARK_ALLOWED_HOSTS", "Filings.example.com, localhost")
    monkeypatch.setenv("TICKMARK_LOG_LEVEL", "DEBUG")
    settings = load(port=9001, host=None)
    assert settings.index == Path("/srv/filings")
    assert settings.port == 9001
    assert settings.host == "127.0.0.1"
    assert settings.allowed_hosts == ("filings.example.com", "localhost")
    assert settings.log_level == "debug"


def test_an_empty_variable_is_not_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TICKMARK_PORT", "")
    assert load().port == 8000


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "many"), ("PORT", "70000"), ("LOG_LEVEL", "loud"), ("UPLOAD_MAX_BYTES", "0"), ("ALLOWED_HOSTS", ",")],
)
def test_a_bad_value_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"TICKMARK_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load()
    assert f"TICKMARK_{name}" in str(caught.value)
    assert value.strip(",") in str(caught.value)
    assert caught.value.hint


def test_the_page_of_settings_is_what_the_settings_say() -> None:
    script = Path(__file__).parents[2] / "scripts" / "make_settings_page.py"
    made = runpy.run_path(str(script))
    assert made["PAGE"].read_text("utf-8") == made["page"](), "run python scripts/make_settings_page.py"
