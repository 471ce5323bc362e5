"""Where the workspace is, and what its settings may say."""

from pathlib import Path

import pytest

from isnad.model.errors import RecordError, SettingsError, UsageError
from isnad.record.workspace import create_workspace, find_workspace, read_workspace


def test_a_new_workspace_is_found_again(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "a" / "b")
    assert made.url == f"sqlite:///{tmp_path}/a/b/record.db"
    inner = tmp_path / "a" / "b" / "c" / "d"
    inner.mkdir(parents=True)
    assert find_workspace(inner, environment={}) == made
    assert find_workspace(tmp_path, made.folder, {"ISNAD_WORKSPACE": "/nowhere"}) == made
    assert find_workspace(tmp_path, None, {"ISNAD_WORKSPACE": str(made.folder)}) == made


def test_the_nearest_is_taken(tmp_path: Path) -> None:
    create_workspace(tmp_path)
    inner = create_workspace(tmp_path / "inner")
    assert find_workspace(tmp_path / "inner" / "originals", environment={}) == inner


def test_the_server_is_kept_in_the_settings(tmp_path: Path) -> None:
    url = 'postgresql+psycopg://me@host/a"b'
    assert read_workspace(create_workspace(tmp_path, url).folder).url == url


def test_no_workspace_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="isnad init DIR"):
        find_workspace(tmp_path, environment={})
    with pytest.raises(UsageError, match="is no workspace"):
        find_workspace(tmp_path, tmp_path / "none", {})
    with pytest.raises(UsageError, match="ISNAD_WORKSPACE: "):
        find_workspace(tmp_path, None, {"ISNAD_WORKSPACE": str(tmp_path)})


def test_a_workspace_is_not_made_twice(tmp_path: Path) -> None:
    create_workspace(tmp_path)
    with pytest.raises(UsageError, match="a workspace already"):
        create_workspace(tmp_path)


def test_where_nothing_can_be_written_none_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="no workspace can be made"):
        create_workspace(tmp_path / "file" / "inner")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[database]\nurl = 5", "database.url"),
        (b"[databose]", "databose"),
        (b"[people]\nauthor = 'R'\nother = 1", "other"),
        (b"[database]\nurl = ]\n", "line 2"),
        (b"\xff\xfe", ""),
    ],
)
def test_wrong_settings_name_file_and_field(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "isnad.toml").write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        read_workspace(tmp_path)
    assert caught.value.where == str(tmp_path / "isnad.toml")
    assert said in caught.value.message
