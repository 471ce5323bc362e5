"""What goes wrong is said in both languages with status 1, and nothing acknowledged is lost."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from isnad.record.engine import Database
from tests.cli.conftest import Door
from tests.cli.record_coder import report, told, write_reports

ADD = """
import sys
from isnad import cli
from isnad.cli import record_add
from tests.cli.record_coder import RecordCoder
record_add.open_named_coder = lambda _: RecordCoder()
record_add.BATCH = 3
cli.main()
"""


@pytest.fixture
def filled(isnad: Door, tmp_path: Path) -> Door:
    isnad("add", write_reports(tmp_path / "reports.jsonl", report("a", told())))
    return isnad


def failure(isnad: Door, *arguments: str | Path) -> tuple[str, str]:
    """The Arabic and the English line of a command that must fail."""
    status, out, err = isnad.call("--workspace", isnad.workspace, *arguments)
    assert (status, out) == (1, "")
    arabic, english = err.splitlines()
    return arabic, english


def test_a_damaged_database(filled: Door) -> None:
    (filled.workspace / "record.db").write_bytes(b"no database" * 1000)
    arabic, english = failure(filled, "list")
    assert arabic.startswith("إسناد: قاعدة السجل أو نسخته الاحتياطية تالفة.")
    assert english.startswith(f"isnad: {filled.workspace}/record.db: the database is damaged")


def test_a_missing_database(filled: Door) -> None:
    (filled.workspace / "record.db").unlink()
    assert "isnad restore" in failure(filled, "status")[1]


def test_a_newer_schema(filled: Door) -> None:
    with sqlite3.connect(filled.workspace / "record.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    arabic, english = failure(filled, "link")
    assert arabic == "إسناد: هذا السجل من إصدار أحدث من إسناد. استعمل ذلك الإصدار."
    assert "newer Isnad" in english


def test_another_process_that_writes(filled: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "isnad.record.store.Database", lambda url, _: Database(url, 0.1)
    )  # a person waits half a minute, a test does not
    other = sqlite3.connect(filled.workspace / "record.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        arabic, english = failure(filled, "judge", "accept", filled.mention_of("a"))
    finally:
        other.close()
    assert arabic == "إسناد: عملية أخرى تكتب في السجل. لم يتغير شيء؛ أعد الأمر حين تفرغ."
    assert "another process is writing" in english
    assert filled("judge", "accept", filled.mention_of("a")).startswith("#1 accept")


@pytest.mark.skipif(os.name != "posix" or shutil.which("setpriv") is None, reason="needs another user")
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="needs root to become nobody")
def test_a_folder_that_is_read_only(filled: Door, project_root: Path) -> None:
    """Root may write everywhere: the command is then run by nobody."""
    for folder in (filled.workspace, *filled.workspace.parents[:3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    command = ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", "from isnad.cli import main; main()"]
    environment = {**os.environ, "PYTHONPATH": str(project_root / "src"), "ISNAD_AUTHOR": "reader"}
    at = ["--workspace", str(filled.workspace)]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *at, *arguments], capture_output=True, encoding="utf-8", env=environment, cwd="/"
        )

    if "Permission denied" in run("version").stderr:
        pytest.skip("nobody may not read the program here")
    done = run("judge", "accept", filled.mention_of("a"))
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == "إسناد: لا يمكن الكتابة في السجل، فهو للقراءة فقط. لم يتغير شيء."
    assert "cannot be written to" in done.stderr.splitlines()[1]


def test_add_killed_loses_nothing_it_told_of_and_the_next_run_goes_on(isnad: Door, tmp_path: Path) -> None:
    names = [f"r{number}" for number in range(120)]
    path = write_reports(tmp_path / "r.jsonl", *(report(name, told(killed=n)) for n, name in enumerate(names)))
    command = [sys.executable, "-c", ADD, "--workspace", str(isnad.workspace), "add", "--ids", str(path)]
    told_of: list[str] = []
    for number in (4, 17, 32):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL) as process:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(len(told_of) + number)]
            process.send_signal(signal.SIGKILL)
            lines += [line for line in process.stdout.readlines() if line.endswith("\n")]
        assert process.returncode == -signal.SIGKILL
        told_of = [line.split()[1] for line in lines]
        assert json.loads(isnad("status", "--json"))["reports"] >= len(told_of)
        assert isnad("verify")
    status, out, _ = isnad.call("--workspace", isnad.workspace, "add", "--ids", path)
    assert status == 0
    outcomes = {name: outcome for outcome, name in (line.split("\t") for line in out.splitlines())}
    assert list(outcomes) == names
    assert {outcomes[name] for name in told_of} == {"known"}
    assert outcomes["r119"] == "new"
    assert json.loads(isnad("status", "--json"))["reports"] == 120
