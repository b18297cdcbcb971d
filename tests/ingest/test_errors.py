import inspect

import pytest

from tickmark.ingest import errors


def test_every_error_stands_in_the_tree_that_is_drawn():
    drawn = errors.__doc__
    for name, one in inspect.getmembers(errors, inspect.isclass):
        assert issubclass(one, errors.TickmarkError)
        assert name in drawn
        assert name in errors.__all__
        assert 400 <= one.status < 600
        assert one.slug


def test_one_line_for_a_terminal():
    error = errors.UnreadableFile("the file is empty", where="a.txt", hint="Save it again")
    assert str(error) == "a.txt: the file is empty. Save it again"
    assert str(errors.TickmarkError("broken")) == "broken"


def test_they_are_caught_as_one():
    with pytest.raises(errors.InputError):
        raise errors.NothingToIngest("no filings")
