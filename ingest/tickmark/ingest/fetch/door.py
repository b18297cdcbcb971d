"""What has to be there before anything is asked of an archive: the extra, and who is asking."""

from __future__ import annotations

import re
from importlib.metadata import version

from tickmark.ingest.errors import MissingExtra, SettingsError

__all__ = ["check_installed", "user_agent"]

_ADDRESS = re.compile(r"[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+")
_COMMENT = re.compile(r"[\x20-\x7e]+")
CONTACT_CHARS = 200


def check_installed() -> None:
    """Raise MissingExtra where httpx or tenacity is not installed."""
    try:
        import httpx  # noqa: F401, PLC0415
        import tenacity  # noqa: F401, PLC0415
    except ImportError as error:
        raise MissingExtra(
            f"fetching needs a package that is not installed ({error.name})",
            hint="Install it with: pip install 'tickmark[fetch]'",
        ) from error


def user_agent(contact: str | None) -> str:
    """The ``User-Agent`` that says which program is asking, and whom to write to about it.

    The SEC's fair-access rules ask for it; it is sent to every archive. The form is that of RFC 9110: product, then a
    comment.

    Raises:
        SettingsError: there is no contact, or none that could be written to.
    """
    contact = (contact or "").strip()
    problem = ""
    if not contact:
        problem = "no contact was given"
    elif not _ADDRESS.search(contact):
        problem = f"there is no e-mail address in {contact!r}"
    elif not _COMMENT.fullmatch(contact) or len(contact) > CONTACT_CHARS:
        problem = f"the contact has to be plain ASCII text of {CONTACT_CHARS} characters at most"
    if problem:
        raise SettingsError(
            problem,
            where="setting TICKMARK_CONTACT",
            hint="Archives want to know who is asking: give --contact or TICKMARK_CONTACT a name and an e-mail "
            'address, such as "Jane Doe jane@example.com".',
        )
    # Brackets would end the comment.
    return f"tickmark/{version('tickmark')} ({contact.replace('(', '').replace(')', '').replace(chr(92), '')})"
