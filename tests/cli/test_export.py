"""`isnad export` and `isnad codebook` from end to end, on a record of one fake report."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from isnad.cli.app import app
from isnad.model.errors import UsageError
from isnad.record.workspace import create_workspace
from isnad.text.stemming import search_text
from tests.record.builders import arrival


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    from isnad.record.store import create_record

    folder = tmp_path / "w"
    with create_record(folder, search_text) as record:
        record.add([arrival("r1"), arrival("r2")])
    return folder


def run(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--workspace", str(workspace), *arguments], catch_exceptions=True)


def manifest(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_name(f"{path.name}.manifest.json").read_text("utf-8"))
    return found


def test_the_manifest_says_how_to_make_the_file_again(workspace: Path, tmp_path: Path) -> None:
    out, claims = tmp_path / "out.csv", tmp_path / "claims.csv"
    result = run(workspace, "export", "--as", "csv", "--output", str(out), "--claims", str(claims), "--country", "sy")
    assert result.exit_code == 0, result.exception
    told = manifest(out)
    assert [(file["name"], file["sha256"]) for file in told["files"]] == [
        (path.name, sha256(path.read_bytes()).hexdigest()) for path in (out, claims)
    ]
    assert (told["filters"], told["rule"], told["profile"]) == ({"country": "sy"}, "isnad_default", "private")
    assert told["record"]["coders"]
    assert not told["record"]["changed_meanwhile"]
    assert str(tmp_path) not in json.dumps(told)
    again = tmp_path / "again.csv"
    run(workspace, "export", "--as", "csv", "--output", str(again), "--country", "sy", "--as-of", told["as_of"])
    assert again.read_bytes() == out.read_bytes()


def test_it_is_logged_and_the_record_still_verifies(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.acled"
    run(workspace, "export", "--as", "acled", "--output", str(out), "--profile", "public", "--author", "سلمى")
    told = manifest(out)
    status = json.loads(run(workspace, "status", "--json").stdout)
    assert status["audit_entries"] == told["record"]["audit_entries"] + 1
    assert (told["rule"], told["delay_hours"]) == ("acled_lowest", 72)
    assert run(workspace, "verify").exit_code == 0


def test_what_is_left_out_is_counted_and_named(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    result = run(workspace, "export", "--as", "ucdp-ged", "--output", str(out))
    told = manifest(out)
    assert told["left_out_counts"] == {reason: len(ids) for reason, ids in told["left_out"].items()}
    total = int(run(workspace, "status", "--json").stdout.split('"incidents":')[1].split(",")[0])
    assert told["incidents"] + sum(told["left_out_counts"].values()) == total
    assert all(reason in result.stderr for reason in told["left_out"])


def test_the_private_profile_makes_no_key(workspace: Path, tmp_path: Path) -> None:
    settings = workspace / "isnad.toml"
    before = settings.read_bytes()
    run(workspace, "export", "--as", "jsonl", "--output", str(tmp_path / "a"))
    assert settings.read_bytes() == before
    run(workspace, "export", "--as", "jsonl", "--output", str(tmp_path / "b"), "--profile", "partner")
    assert b"pseudonym_key" in settings.read_bytes()


@pytest.mark.parametrize(
    "wrong",
    [
        ["--as-of", "2999-01-01"],
        ["--claims", "OUT"],
        ["--claims", "OUT.manifest.json"],
        ["--output", "FOLDER"],
        ["--output", "FOLDER/none/out.csv"],
    ],
)
def test_wrong_use_writes_nothing(workspace: Path, tmp_path: Path, wrong: list[str]) -> None:
    out = tmp_path / "o"
    out.mkdir()
    given = [part.replace("OUT", str(out / "x")).replace("FOLDER", str(out)) for part in wrong]
    result = run(workspace, "export", "--as", "csv", "--output", str(out / "x"), *given)
    assert isinstance(result.exception, UsageError)
    assert list(out.iterdir()) == []


def test_nothing_is_left_behind_when_it_fails(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w")
    (tmp_path / "o").mkdir()
    result = run(tmp_path / "w", "export", "--as", "csv", "--output", str(tmp_path / "o" / "x"))
    assert result.exit_code != 0
    assert list((tmp_path / "o").iterdir()) == []


def test_the_codebook(tmp_path: Path) -> None:
    runner = CliRunner()
    assert "`event_id_cnty`" in runner.invoke(app, ["codebook", "--lang", "en"]).stdout
    assert 'dir="rtl"' in runner.invoke(app, ["codebook"]).stdout
    out = tmp_path / "codebook.csv"
    assert runner.invoke(app, ["codebook", "--format", "csv", "--output", str(out)]).exit_code == 0
    assert out.read_text("utf-8").startswith("table,column,")
