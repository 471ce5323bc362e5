"""The key of pseudonyms is made once, kept in the settings, and read by nobody else."""

from pathlib import Path

import pytest

from isnad.record.pseudonym_key import pseudonym_key
from isnad.record.workspace import SETTINGS, create_workspace, read_workspace


def test_it_is_made_once_and_kept(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "w")
    key = pseudonym_key(workspace)
    assert len(key) == 64
    assert pseudonym_key(workspace) == pseudonym_key(read_workspace(tmp_path / "w")) == key
    assert (tmp_path / "w" / SETTINGS).stat().st_mode & 0o007 == 0
    assert key != pseudonym_key(create_workspace(tmp_path / "other"))


@pytest.mark.parametrize(
    "given", ["[publishing]\ndelay_hours = 24\n", "[publishing]  # ours\n", "[people]\nauthor = 'x'\n"]
)
def test_what_was_set_stays(tmp_path: Path, given: str) -> None:
    workspace = create_workspace(tmp_path / "w")
    (tmp_path / "w" / SETTINGS).write_text(given, "utf-8")
    before = read_workspace(tmp_path / "w").settings
    key = pseudonym_key(workspace)
    after = read_workspace(tmp_path / "w").settings
    assert after.publishing.pseudonym_key == key
    assert (after.publishing.delay_hours, after.people) == (before.publishing.delay_hours, before.people)
