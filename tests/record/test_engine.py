"""The journal rule, and what is said when the database cannot be read or written."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from isnad.model.errors import RecordError, UsageError
from isnad.record.engine import Database
from isnad.record.store import Record, create_record, open_record
from isnad.text.folding import fold
from tests.record.builders import arrival, told

SQLITE = pytest.mark.parametrize("new_url", ["sqlite"], indirect=True)


@SQLITE
def test_the_journal_rule_of_decision_9_holds(record: Record) -> None:
    with record.reading() as connection:
        found = [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        ]
    assert found == ["truncate", 2, 1, 1, 30_000]
    record.add([arrival()])
    assert sorted(path.name for path in record.workspace.folder.glob("record.db*")) == [
        "record.db",
        "record.db-journal",
    ]
    assert (record.workspace.folder / "record.db-journal").stat().st_size == 0


def test_what_fails_in_the_middle_leaves_nothing(record: Record) -> None:
    def half_done() -> None:
        with record.database.writing() as connection:
            connection.execute(text("INSERT INTO snapshot VALUES (1, 'a', '2020-01-01', '[]')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert record.snapshots() == []


@SQLITE
@pytest.mark.parametrize("at", [0, 100, 5000])
def test_a_damaged_file_is_named(record: Record, at: int) -> None:
    record.add([told(number) for number in range(20)])
    record.close()
    path = record.workspace.folder / "record.db"
    content = bytearray(path.read_bytes())
    content[at : at + 60_000] = bytes(os.urandom(len(content[at : at + 60_000])))
    path.write_bytes(content)
    kind, message, where = opened_and_verified(record)
    assert (kind, where) == ("damaged", str(path))
    assert message


def opened_and_verified(record: Record) -> tuple[str, str, str]:
    """What is said: on opening, or, where the damage is further down, by `verify`."""
    try:
        with open_record(record.workspace, fold) as damaged:
            found = [one.what for one in damaged.verify()]
            return "damaged" if found else "sound", "".join(found), str(record.workspace.folder / "record.db")
    except RecordError as error:
        return error.kind, error.message, error.where


@SQLITE
def test_a_missing_file_is_named_and_not_made(record: Record) -> None:
    record.close()
    (record.workspace.folder / "record.db").unlink()
    with pytest.raises(RecordError, match="is not there") as caught:
        open_record(record.workspace, fold)
    assert caught.value.kind == "missing"
    assert not (record.workspace.folder / "record.db").exists()


@SQLITE
def test_a_full_disk_loses_nothing_acknowledged(record: Record) -> None:
    """The size of files is limited in a process of its own, as a disk would that has no room left."""
    record.add([told(0)])
    size = (record.workspace.folder / "record.db").stat().st_size
    program = f"""
import resource, sys
from pathlib import Path
from isnad.model.errors import RecordError
from isnad.record.store import open_record
from isnad.record.workspace import read_workspace
from isnad.text.folding import fold
from tests.record.builders import told
resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 20_000}, {size + 20_000}))
with open_record(read_workspace(Path({str(record.workspace.folder)!r})), fold) as record:
    for number in range(1, 200):
        try:
            print(record.add([told(number)])[0].id)
        except RecordError as error:
            print(error.kind, error.message, file=sys.stderr)
            break
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stderr.startswith("full no room to write"), done.stderr
    acknowledged = ["r0", *done.stdout.split()]
    assert len(acknowledged) < 200
    assert [facts.id for facts, _ in record.reports()] == acknowledged
    assert list(record.verify()) == []
    assert record.add([told(999)])[0].outcome == "new"


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to mount a small disk")
def test_a_disk_without_room_is_said_plainly(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        with create_record(folder / "workspace", fold) as small:
            added: list[str] = []

            def fill() -> None:
                for number in range(500):
                    added.extend(one.id for one in small.add([told(number)]))

            with pytest.raises(RecordError) as caught:
                fill()
            assert caught.value.kind == "full"
            assert [facts.id for facts, _ in small.reports()] == added
            assert list(small.verify()) == []
    finally:
        subprocess.run(["umount", folder], check=True)


@SQLITE
def test_a_read_only_record_can_be_read_and_says_so_when_written(record: Record) -> None:
    """Root may write everywhere: the test then reads as nobody, in a process of its own."""
    record.add([arrival()])
    record.close()
    folder = record.workspace.folder
    program = f"""
import os, sys
from pathlib import Path
from isnad.model.errors import RecordError
from isnad.record.store import open_record
from isnad.record.workspace import read_workspace
from isnad.text.folding import fold
from tests.record.builders import arrival, told
workspace = read_workspace(Path({str(folder)!r}))
open_record(workspace, fold).close()  # all is imported: nobody may not read the modules' folder
if os.geteuid() == 0:
    os.setuid(65534)
with open_record(read_workspace(Path({str(folder)!r})), fold) as record:
    print(len(list(record.mentions())))
    for new in (told(2), arrival("r3")):
        try:
            record.add([new])
        except RecordError as error:
            print(error.kind)
"""
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    parents = [parent for parent in folder.parents if parent.is_relative_to("/tmp") and parent != Path("/tmp")]
    before = {parent: parent.stat().st_mode for parent in parents}
    try:
        for parent in parents:
            parent.chmod(0o755)
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    finally:
        for parent, mode in before.items():
            parent.chmod(mode)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert done.stdout.splitlines() == ["2", "readonly", "readonly"], done.stderr


def test_a_second_writer_is_told_who_is_in_the_way(record: Record) -> None:
    with record.database.writing():
        other = Database(record.workspace.url, wait=0.2)
        with pytest.raises(RecordError, match="another process is writing") as caught, other.writing():
            pass
        other.close()
        assert caught.value.kind == "locked"
        assert record.counts()["reports"] == 0, "readers need not wait"


@SQLITE
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who holds a lock")
def test_the_process_in_the_way_is_named(record: Record) -> None:
    program = f"""
import sys, time
from pathlib import Path
from isnad.record.store import open_record
from isnad.record.workspace import read_workspace
from isnad.text.folding import fold
with open_record(read_workspace(Path({str(record.workspace.folder)!r})), fold).database.writing():
    print("ready", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        other = Database(record.workspace.url, wait=0.2)
        with pytest.raises(RecordError, match=f"process {process.pid}: .*python"), other.writing():
            pass
        other.close()
        process.communicate("")


def test_two_writers_take_turns(record: Record) -> None:
    errors: list[Exception] = []

    def write(first: int) -> None:
        try:
            with open_record(record.workspace, fold) as own:
                for number in range(first, first + 10):
                    own.add([told(number)])
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert record.counts()["reports"] == 30
    assert list(record.verify()) == []


@pytest.mark.parametrize("url", ["mysql://host/name", "no url at all"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(UsageError):
        Database(url)


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed (isnad[postgres])")
    database = Database("postgresql+psycopg://me:secret@127.0.0.1:1/name")
    with pytest.raises(RecordError) as caught, database.reading():
        pass
    assert caught.value.kind == "missing"
    assert "secret" not in str(caught.value)
