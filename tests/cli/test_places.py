"""`isnad places`: formats, exit statuses, both languages on standard error. All reports and places are ours."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isnad.cli.app import app
from isnad.model.errors import UsageError

run = CliRunner().invoke
VILLAGE = {"id": 30, "pt": "locality", "cc": "SY", "name": "Zumurrudah", "ar": ["زمردانة"], "lat": 34.61, "lon": 36.91}


@pytest.fixture
def places(tmp_path: Path) -> list[str]:
    return ["--places-dir", str(tmp_path / "places")]


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


def test_find_lists_candidates_with_reasons(places: list[str]) -> None:
    result = run(app, ["places", "find", "طرابلس", *places])
    assert result.exit_code == 0
    header, first, *_ = result.stdout.splitlines()
    assert header.startswith("id")
    assert "LY-TB" in first
    assert "population +" in first
    lines = run(app, ["places", "find", "طرابلس", "--country", "LB", "--format", "jsonl", *places]).stdout.splitlines()
    assert {json.loads(line)["country"] for line in lines} == {"LB"}


def test_a_name_of_no_place_is_3(places: list[str]) -> None:
    result = run(app, ["places", "find", "ققققق", *places])
    assert (result.exit_code, result.stdout) == (3, "")
    assert "لا مكان بهذا الاسم" in result.stderr
    assert "no place is called" in result.stderr


def test_show_and_an_unknown_id(places: list[str]) -> None:
    shown = run(app, ["places", "show", "isnad:sy-al-baghuz", *places])
    assert "Deir ez-Zor" in shown.stdout
    assert isinstance(run(app, ["places", "show", "x:1", *places]).exception, UsageError)


def test_annotate_goes_on_after_broken_lines(tmp_path: Path, places: list[str]) -> None:
    path = tmp_path / "r.jsonl"
    rows = [{"id": "a", "text": "غارة على منبج"}, {"title": "غارة على منبج", "latitude": 1}]
    path.write_text(f"{json.dumps(rows[0])}\n{{broken\n{json.dumps(rows[1])}\n{{}}\n", "utf-8")
    result = run(app, ["places", "annotate", str(path), *places])
    first, broken, third, empty = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 3
    assert (first["id"], first["places"][0]["name"]) == ("a", "Manbij")
    assert third["places"][0]["latitude"] == first["places"][0]["latitude"]
    assert (broken["id"], empty["error"]["kind"]) == (f"{path}:2", "field")
    assert f"{path}:4" in result.stderr
    assert "2 of 4" in result.stderr


def test_annotate_reads_gzip_and_standard_input(tmp_path: Path, places: list[str]) -> None:
    line = json.dumps({"text": "غارة على منبج"}).encode() + b"\n"
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress(line))
    packed = run(app, ["places", "annotate", str(tmp_path / "r.jsonl.gz"), *places])
    piped = run(app, ["places", "annotate", "-", *places], input=line)
    assert packed.exit_code == piped.exit_code == 0
    assert packed.stdout == piped.stdout


def test_an_import_is_used_at_once(tmp_path: Path, places: list[str]) -> None:
    report = write(tmp_path / "r.jsonl", {"id": "a", "text": "غارة على قرية زمردانة"})
    before = run(app, ["places", "annotate", str(report), *places])
    assert json.loads(before.stdout)["places"][0]["unknown"]
    source = write(tmp_path / "w.ndjson", VILLAGE, {**VILLAGE, "id": 31, "lat": 100})
    result = run(app, ["places", "import", str(source), *places])
    assert result.exit_code == 3
    assert "new: 1" in result.stdout
    assert "refused: 1" in result.stdout
    assert f"{source}:2: latitude must be" in result.stderr
    after = run(app, ["places", "annotate", str(report), *places])
    assert json.loads(after.stdout)["places"][0]["id"] == "whosonfirst:30"
    counts = run(app, ["places", "coverage", "--format", "jsonl", *places]).stdout.splitlines()
    assert json.loads(counts[0])["sources"]["imported"] == 1


def test_coverage_of_reports(tmp_path: Path, places: list[str]) -> None:
    path = write(tmp_path / "r.jsonl", {"text": "غارة على منبج"}, {"text": "غارة على قرية زمردانة"}, {"text": "لا شيء"})
    share = json.loads(run(app, ["places", "coverage", "--of", str(path), "--format", "jsonl", *places]).stdout)
    assert (share["reports"], share["with_places"], share["named"], share["found"]) == (3, 2, 2, 1)
    assert share["missing"] == {"زمردانة": 1}
    assert "50.0%" in run(app, ["places", "coverage", "--of", str(path), *places]).stdout


def test_a_path_that_is_not_there_is_wrong_use(places: list[str]) -> None:
    for command in ("annotate", "import"):
        assert isinstance(run(app, ["places", command, "/none", *places]).exception, UsageError)
