"""The tree of exceptions, and what their messages name."""

import pytest

from isnad.model.errors import IsnadError, ReportError, SettingsError, UsageError


@pytest.mark.parametrize("kind", [UsageError, SettingsError, ReportError])
def test_one_tree(kind: type[Exception]) -> None:
    assert issubclass(kind, IsnadError)


def test_a_settings_error_names_file_and_line() -> None:
    error = SettingsError("actors.yaml:12", "missing `id`")
    assert str(error) == "actors.yaml:12: missing `id`"
    assert (error.where, error.message) == ("actors.yaml:12", "missing `id`")


def test_a_report_error_names_its_place_where_known() -> None:
    assert str(ReportError("json", "no object", "in.jsonl:3")) == "in.jsonl:3: no object"
    error = ReportError("empty", "no text")
    assert str(error) == "no text"
    assert (error.kind, error.where, error.message) == ("empty", "", "no text")
