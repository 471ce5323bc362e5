"""Lexicon folders written by the tests, and a cache of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a lexicon file into a folder of the test's own."""

    def write_file(name: str, content: str) -> Path:
        path = tmp_path / "overlay" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    return write_file


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"
