"""`kill -9` at random moments while mentions are linked; `python -m quality.killing_link` does more rounds."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="isnad[link] is not installed")

from quality.killing_link import TELLING, kill_links


def test_the_next_run_goes_on_and_comes_to_the_same_incidents(
    tmp_path: Path, new_url: Callable[[], str | None]
) -> None:
    found = kill_links(tmp_path / "workspace", 3, new_url(), seed=3, reports=60)
    assert (found.differing, found.findings) == (0, ())
    assert found.incidents == 60 // TELLING
