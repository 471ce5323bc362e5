"""Backup and restore, within and across the two databases."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from isnad.model.errors import RecordError, UsageError
from isnad.record.backup import backup, restore
from isnad.record.judging import NewJudgement
from isnad.record.snapshots import SeenIncident
from isnad.record.store import Record
from isnad.record.tables import metadata
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
