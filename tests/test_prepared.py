"""Prepared files: made once, never stale, kept wherever a folder can be written."""

from pathlib import Path

import pytest

from isnad import prepared as preparing
from isnad.prepared import cache_folders, prepared, write_whole


class Counted:
    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> dict[str, int]:
        self.made += 1
        return {"n": self.made}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path / "first"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "second"))
    monkeypatch.setattr(preparing.tempfile, "gettempdir", lambda: str(tmp_path / "last"))
    return tmp_path


def test_the_folders_in_order(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, last = cache_folders()
    assert (first, second) == (cache / "first", cache / "second" / "isnad")
    assert last.parent == cache / "last"
    monkeypatch.delenv("ISNAD_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(cache / "home"))
    assert cache_folders()[0] == cache / "home" / ".cache" / "isnad"


def test_made_once_and_read_ever_after(cache: Path) -> None:
    make = Counted()
    assert prepared("t-1.msgpack", dict[str, int], make) == {"n": 1}
    assert prepared("t-1.msgpack", dict[str, int], make) == {"n": 1}
    assert [path.name for path in (cache / "first").iterdir()] == ["t-1.msgpack"]
    assert prepared("t-2.msgpack", dict[str, int], make) == {"n": 2}


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"\xa3abc"])
def test_a_broken_file_is_made_anew(cache: Path, content: bytes) -> None:
    write_whole(cache / "first" / "t.msgpack", content)
    make = Counted()
    assert prepared("t.msgpack", dict[str, int], make) == {"n": 1}
    assert prepared("t.msgpack", dict[str, int], make) == {"n": 1}


def test_a_folder_that_cannot_be_written_is_passed_over(cache: Path) -> None:
    (cache / "first").write_text("a file where the folder should be")
    make = Counted()
    assert prepared("t.msgpack", dict[str, int], make) == {"n": 1}
    assert (cache / "second" / "isnad" / "t.msgpack").is_file()
    assert prepared("t.msgpack", dict[str, int], make) == {"n": 1}


def test_without_any_folder_the_table_is_made_each_time(cache: Path) -> None:
    for name in ("first", "second", "last"):
        (cache / name).write_text("in the way")
    make = Counted()
    assert prepared("t.msgpack", dict[str, int], make) == {"n": 1}
    assert prepared("t.msgpack", dict[str, int], make) == {"n": 2}


def test_a_write_that_fails_leaves_nothing_behind(cache: Path) -> None:
    (cache / "first" / "t.msgpack").mkdir(parents=True)
    with pytest.raises(OSError, match=r"t\.msgpack"):
        write_whole(cache / "first" / "t.msgpack", b"content")
    assert [path.name for path in (cache / "first").iterdir()] == ["t.msgpack"]
