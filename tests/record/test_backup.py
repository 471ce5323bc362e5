"""Backup and restore, within and across the two databases."""

import gzip
import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from isnad.model.errors import RecordError, UsageError
from isnad.record.backup import backup, restore
from isnad.record.judging import NewJudgement
from isnad.record.snapshots import SeenIncident
from isnad.record.store import Record
from isnad.record.tables import metadata
from isnad.record.workspace import SETTINGS, DatabaseSettings, WorkspaceSettings, read_workspace, written_settings
from isnad.text.folding import fold
from tests.record.builders import arrival, told


def rows_of(record: Record) -> list[str]:
    with record.reading() as connection:
        return [
            repr(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]


def fill(record: Record) -> None:
    added = record.add([told(number) for number in range(6)])
    record.add(
        [arrival("copy", told(0).report.text), arrival("r1", told(1).report.text, coder="coder 2", incidents=())]
    )
    first = record.judge(
        NewJudgement(kind="same", mentions=(added[0].mentions[0], added[2].mentions[0]), author="Rana")
    )
    record.undo(first.seq, "Rana", "not so")
    record.take_snapshot("one", [SeenIncident(id="m-1", members=("m-1",), digest="d")])
    record.erase("r3", "Rana", "")


def test_all_comes_back_also_in_the_other_database(
    record: Record, tmp_path: Path, new_url: Callable[[], str | None], request: pytest.FixtureRequest
) -> None:
    fill(record)
    backup(record, tmp_path / "backup.tar.gz")
    other: str | None = None
    if record.database.is_sqlite is False:
        other = None
    elif _has_postgres(request):
        other = request.getfixturevalue("fresh_url")()
    for name, url in (("same", new_url()), ("other", other)):
        with restore(tmp_path / "backup.tar.gz", tmp_path / name, fold, url) as back:
            assert rows_of(back) == rows_of(record)
            assert list(back.verify()) == []
            assert len(back.search("سوق")) == len(record.search("سوق")) == 6
            (added,) = back.add([told(9)])
            assert added.outcome == "new"
            assert list(back.verify()) == []


def _has_postgres(request: pytest.FixtureRequest) -> bool:
    try:
        request.getfixturevalue("postgres_server")
    except pytest.skip.Exception:
        return False
    return True


def test_a_backup_overwrites_nothing_and_is_restored_onto_nothing(record: Record, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(UsageError, match="there already"):
        backup(record, tmp_path / "there")
    backup(record, tmp_path / "backup.tar.gz")
    with pytest.raises(UsageError, match="not empty"):
        restore(tmp_path / "backup.tar.gz", record.workspace.folder, fold)
    assert (tmp_path / "there").read_text() == "mine"


def test_a_database_with_a_record_is_not_restored_onto(tmp_path: Path, record: Record) -> None:
    record.add([told(1)])
    backup(record, tmp_path / "backup.tar.gz")
    if record.database.is_sqlite:
        pytest.skip("a new folder has a new file")
    with pytest.raises(RecordError, match="has a record in it already"):
        restore(tmp_path / "backup.tar.gz", tmp_path / "new", fold, record.workspace.url)
    assert list(record.verify()) == []


@pytest.mark.parametrize("where", [0.2, 0.5, 0.9])
def test_a_damaged_archive_is_refused_and_leaves_nothing(tmp_path: Path, record: Record, where: float) -> None:
    record.add([told(number) for number in range(20)])
    backup(record, tmp_path / "backup.tar.gz")
    content = bytearray(gzip.decompress((tmp_path / "backup.tar.gz").read_bytes()))
    at = content.index(b"{", int(len(content) * where * 0.5)) + 9
    content[at] ^= 1
    (tmp_path / "damaged.tar.gz").write_bytes(gzip.compress(bytes(content)))
    with pytest.raises(RecordError):
        restore(tmp_path / "damaged.tar.gz", tmp_path / "new", fold)
    assert not (tmp_path / "new").exists() or list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no archive", gzip.compress(b"no archive")])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "it").write_bytes(content)
    with pytest.raises((RecordError, UsageError)):
        restore(tmp_path / "it", tmp_path / "new", fold)


def test_a_cut_archive_is_refused(tmp_path: Path, record: Record) -> None:
    record.add([told(1)])
    backup(record, tmp_path / "backup.tar.gz")
    whole = (tmp_path / "backup.tar.gz").read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RecordError, match="cannot be read"):
        restore(tmp_path / "cut.tar.gz", tmp_path / "new", fold)


OWN = """
# Kept by Rana.
[people]
author = "رنا \\"R\\""

[publishing]
pseudonym_key = "0f1e"
delay_hours = 96
"""


def with_settings(record: Record) -> WorkspaceSettings:
    path = record.workspace.folder / SETTINGS
    path.write_text(path.read_text("utf-8") + OWN, "utf-8")
    return read_workspace(record.workspace.folder).settings


def test_settings_come_back_to_the_letter_but_for_the_database(
    record: Record, tmp_path: Path, new_url: Callable[[], str | None]
) -> None:
    settings = with_settings(record)
    assert (settings.people.author, settings.publishing.delay_hours) == ('رنا "R"', 96)
    backup(record, tmp_path / "backup.tar.gz")
    url = new_url()
    with restore(tmp_path / "backup.tar.gz", tmp_path / "back", fold, url) as back:
        assert back.workspace.settings == msgspec.structs.replace(settings, database=DatabaseSettings(url=url))
        assert read_workspace(tmp_path / "back") == back.workspace
    if url is None:
        written = (record.workspace.folder / SETTINGS).read_bytes()
        assert (tmp_path / "back" / SETTINGS).read_bytes() == written
    for secret in (tmp_path / "backup.tar.gz", tmp_path / "back" / SETTINGS):
        assert secret.stat().st_mode & 0o007 == 0, "the key of pseudonyms is in it"


def test_settings_of_a_server_do_not_lead_the_restored_record_to_it(tmp_path: Path, record: Record) -> None:
    settings = with_settings(record)
    elsewhere = msgspec.structs.replace(settings, database=DatabaseSettings(url="postgresql+psycopg://a@b/c"))
    (record.workspace.folder / SETTINGS).write_text(written_settings(elsewhere), "utf-8")
    assert read_workspace(record.workspace.folder).settings == elsewhere
    backup(record, tmp_path / "backup.tar.gz")
    with restore(tmp_path / "backup.tar.gz", tmp_path / "back", fold) as back:
        assert back.workspace.settings == msgspec.structs.replace(settings, database=DatabaseSettings())


def repacked(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The archive with members changed, or left out where there is nothing of them."""
    changed = path.with_name("changed.tar.gz")
    with tarfile.open(path) as old, tarfile.open(changed, "w:gz") as new:
        for member in old:
            content = old.extractfile(member)
            kept = change(member.name, content.read() if content else b"")
            if kept is not None:
                member.size = len(kept)
                new.addfile(member, io.BytesIO(kept))
    return changed


@pytest.mark.parametrize("change", [b"[people]\nauthor = 'else'\n", None])
def test_settings_altered_or_taken_out_are_found(tmp_path: Path, record: Record, change: bytes | None) -> None:
    if not record.database.is_sqlite:
        pytest.skip("the same code, and a server's database would have to be new for each")
    backup(record, tmp_path / "backup.tar.gz")
    archive = repacked(tmp_path / "backup.tar.gz", lambda name, content: change if name == SETTINGS else content)
    with pytest.raises(RecordError, match=r"isnad\.toml"):
        restore(archive, tmp_path / "new", fold)


def test_an_archive_of_the_first_format_is_restored_without_settings(tmp_path: Path, record: Record) -> None:
    if not record.database.is_sqlite:
        pytest.skip("what a manifest says is the same on both")
    record.add([told(1)])
    backup(record, tmp_path / "backup.tar.gz")

    def first(name: str, content: bytes) -> bytes | None:
        if name != "manifest.json":
            return None if name == SETTINGS else content
        manifest = {**msgspec.json.decode(content), "format": 1}
        del manifest["settings"]
        return msgspec.json.encode(manifest)

    with restore(repacked(tmp_path / "backup.tar.gz", first), tmp_path / "new", fold) as back:
        assert len(list(back.reports())) == 1
        assert back.workspace.settings == WorkspaceSettings()
