"""One process writes an index at a time."""

import pytest

from tickmark.index.database.write_lock import LOCK, acquire
from tickmark.ingest.errors import IndexLocked


def test_a_held_lock_is_refused_and_a_released_one_is_not(tmp_path):
    held = acquire(tmp_path, 0.0)
    assert (tmp_path / LOCK).exists()
    with pytest.raises(IndexLocked, match="another process is writing"):
        acquire(tmp_path, 0.0)
    held.release()
    acquire(tmp_path, 0.0).release()
