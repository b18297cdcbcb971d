"""Writes docs/settings.md from the settings themselves; a test holds the page to them.

python scripts/make_settings_page.py
"""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from tickmark.service.settings import PREFIX, Settings

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"
HEAD = """# Settings

Every setting is an environment variable; an option on the command line (`--index`, `--host`, `--port`, `--contact`)
wins over it. A value that cannot be used stops the program with an error that names the setting. This page is written
by `python scripts/make_settings_page.py`.

| variable | is | default |
|---|---|---|
"""


def _default(value: object) -> str:
    if value is None or isinstance(value, SecretStr):
        return "none"
    shown = ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f"`{shown}`"


def page() -> str:
    """The page as it should be."""
    rows = [
        f"| `{PREFIX}{name.upper()}` | {field.description} | {_default(field.default)} |"
        for name, field in Settings.model_fields.items()
    ]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
