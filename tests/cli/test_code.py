"""`isnad code`: formats, exit statuses, standard error, files written whole or not at all."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isnad.cli.app import app
from isnad.model.errors import UsageError
from tests.cli.fake_coder import TEXT

pytestmark = pytest.mark.usefixtures("fake_coder")
run = CliRunner().invoke


def lines_of(*arguments: str) -> list[dict[str, object]]:
    result = run(app, ["code", *arguments])
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_report_becomes_a_line(report_file: Path) -> None:
    result = run(app, ["code", str(report_file), "--published", "2022-04-21", "--outlet", "صحيفة"])
    assert (result.exit_code, result.stderr) == (0, "")
    coded = json.loads(result.stdout)
    assert (coded["published"], coded["outlet"], coded["incidents"][0]["type"]) == (
        "2022-04-21",
        "صحيفة",
        "armed_attack",
    )


def test_a_broken_line_is_told_of_in_its_place_and_the_rest_is_coded(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(
        '{"id": "1", "text": "أ"}\n{"id\n{"id": "3", "text": "ب", "published": "x"}\n{"id": "4", "text": "ج"}\n'
    )
    result = run(app, ["code", str(path)])
    first, second, third, fourth = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 3
    assert (first["id"], fourth["id"]) == ("1", "4")
    assert set(second) == {"id", "error"}
    assert (second["id"], second["error"]["kind"]) == (f"{path}:2", "json")
    assert (third["id"], third["error"]["kind"]) == ("3", "field")
    assert f"{path}:3" in result.stderr
    assert "سطر JSON غير سليم" in result.stderr
    assert "2 of 4" in result.stderr


def test_a_table_has_a_row_an_incident(report_file: Path, tmp_path: Path) -> None:
    result = run(app, ["code", str(report_file), "--format", "table"])
    (row,) = csv.DictReader(result.stdout.splitlines())
    assert (row["type"], row["where_name"], row["killed_low"]) == ("armed_attack", "Homs", "3")
    table = tmp_path / "t.csv"
    assert run(app, ["code", str(report_file), "--format", "table", "--output", str(table)]).stdout == ""
    assert table.read_bytes().startswith(b"\xef\xbb\xbfreport_id")


def test_a_page_holds_the_report(report_file: Path, tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    assert run(app, ["code", str(report_file), "--format", "html", "--output", str(page)]).exit_code == 0
    assert "مصادر محلية" in page.read_text(encoding="utf-8")


def test_output_is_replaced_only_when_the_run_ends_well(
    report_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("before")
    folder = sorted(tmp_path.iterdir())
    with monkeypatch.context() as patched:
        patched.setattr("isnad.publishing.contract.to_json", lambda _: 1 / 0)
        assert isinstance(run(app, ["code", str(report_file), "--output", str(output)]).exception, ZeroDivisionError)
    assert output.read_text() == "before"
    assert run(app, ["code", str(report_file), "--output", str(output)]).exit_code == 0
    assert json.loads(output.read_text())["incidents"]
    assert sorted(tmp_path.iterdir()) == folder


def test_output_may_be_a_device_but_not_a_folder(report_file: Path, tmp_path: Path) -> None:
    assert run(app, ["code", str(report_file), "--output", "/dev/null"]).exit_code == 0
    for wrong in (tmp_path, tmp_path / "none" / "out"):
        assert isinstance(run(app, ["code", str(report_file), "--output", str(wrong)]).exception, UsageError)


@pytest.mark.parametrize(
    "wrong",
    [
        ["code"],
        ["code", "r", "--format", "xml"],
        ["code", "r", "--published", "1/2/2022"],
        ["code", "r", "--lexicon", "no"],
    ],
)
def test_wrong_use_is_2(wrong: list[str]) -> None:
    assert run(app, wrong).exit_code == 2


def test_the_lexicon_folder_reaches_the_coder(report_file: Path, tmp_path: Path, fake_coder: list[Path | None]) -> None:
    run(app, ["code", str(report_file), "--lexicon", str(tmp_path)])
    assert fake_coder == [tmp_path]


def test_standard_input_is_read(fake_coder: list[Path | None]) -> None:
    result = run(app, ["code", "-"], input=TEXT.encode())
    assert json.loads(result.stdout)["incidents"]
    assert fake_coder == [None]
