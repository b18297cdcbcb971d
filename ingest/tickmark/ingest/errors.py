"""Every error that Tickmark raises on purpose.

::

    TickmarkError
    ├── InputError                 what was handed in cannot be used
    │   ├── UnreadableFile         a file that no reader can read (empty, binary, unknown encoding)
    │   ├── NothingToIngest        a folder (or list of paths) that holds no filing
    │   ├── QuestionError          an empty question, or one too long
    │   └── FilterError            an unknown filter, or a value it cannot take
    ├── TickmarkIndexError                the index folder cannot be used
    │   ├── NotAnIndex             there is no index in that folder
    │   ├── IndexFormatError       the index was written by another version of Tickmark
    │   ├── ModelMismatch          the index was made with another embedding model
    │   ├── IndexLocked            another process is writing
    │   ├── UnknownDocument        no such document in the index
    │   └── UnknownPage            no such page in the document
    ├── FetchError                 a filing could not be fetched from where it is published
    │   ├── FetchRefused           the archive refuses to answer, or asks for less haste than can be waited for
    │   ├── UnknownIssuer          the archive has no issuer under that ticker or stock code
    │   └── NothingToFetch         the issuer has no filing of that form and time
    ├── SettingsError              a setting cannot be used (unknown model, bad number)
    └── MissingExtra               an optional dependency is not installed

Each says what was wrong (``what``), where (``where``), and what to do (``hint``). ``str(error)`` is one line of the
three, fit for a terminal; ``status`` and ``slug`` are what the HTTP service needs for a problem document.
"""

from __future__ import annotations

__all__ = [
    "FetchError",
    "FetchRefused",
    "FilterError",
    "IndexFormatError",
    "IndexLocked",
    "InputError",
    "MissingExtra",
    "ModelMismatch",
    "NotAnIndex",
    "NothingToFetch",
    "NothingToIngest",
    "QuestionError",
    "SettingsError",
    "TickmarkError",
    "TickmarkIndexError",
    "UnknownDocument",
    "UnknownIssuer",
    "UnknownPage",
    "UnreadableFile",
]


class TickmarkError(Exception):
    """The root of the tree."""

    status = 500
    slug = "error"

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.hint}" if self.hint else head


class InputError(TickmarkError):
    """What was handed in cannot be used."""

    status = 422
    slug = "invalid-input"


class UnreadableFile(InputError):
    """A file that no reader can read."""

    slug = "unreadable-file"


class NothingToIngest(InputError):
    """A folder that holds no filing."""

    slug = "nothing-to-ingest"


class QuestionError(InputError):
    """An empty question, or one too long."""

    slug = "invalid-question"


class FilterError(InputError):
    """An unknown filter, or a value it cannot take."""

    slug = "invalid-filter"


class TickmarkIndexError(TickmarkError):
    """The index folder cannot be used."""

    slug = "index-error"


class NotAnIndex(TickmarkIndexError):
    """There is no index in that folder."""

    status = 503
    slug = "not-an-index"


class IndexFormatError(TickmarkIndexError):
    """The index was written by another version of Tickmark."""

    slug = "index-format"


class ModelMismatch(TickmarkIndexError):
    """The index was made with another embedding model."""

    status = 409
    slug = "model-mismatch"


class IndexLocked(TickmarkIndexError):
    """Another process is writing to the index."""

    status = 409
    slug = "index-locked"


class UnknownDocument(TickmarkIndexError):
    """No such document in the index."""

    status = 404
    slug = "unknown-document"


class UnknownPage(TickmarkIndexError):
    """No such page in the document."""

    status = 404
    slug = "unknown-page"


class FetchError(TickmarkError):
    """A filing could not be fetched from where it is published."""

    status = 502
    slug = "fetch-failed"


class FetchRefused(FetchError):
    """The archive refuses to answer; asking on would make it worse."""

    slug = "fetch-refused"


class UnknownIssuer(FetchError):
    """The archive has no issuer under that ticker or stock code."""

    status = 404
    slug = "unknown-issuer"


class NothingToFetch(FetchError):
    """The issuer has no filing of that form and time."""

    status = 404
    slug = "nothing-to-fetch"


class SettingsError(TickmarkError):
    """A setting cannot be used."""

    slug = "settings"


class MissingExtra(TickmarkError):
    """An optional dependency is not installed."""

    status = 501
    slug = "missing-extra"
