"""`kill -9` at random moments while reports are added; `python -m quality.killing` does more rounds."""

from collections.abc import Callable
from pathlib import Path

from quality.killing import kill_rounds


def test_nothing_acknowledged_is_lost(tmp_path: Path, new_url: Callable[[], str | None]) -> None:
    found = kill_rounds(tmp_path / "workspace", 4, new_url(), seed=7)
    assert (found.lost, found.findings) == ((), ())
    assert found.acknowledged == found.on_record > 0
