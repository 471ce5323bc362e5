"""`python -m quality.evaluate`: the table, the JSON, the errors drawn."""

import json
from pathlib import Path

import pytest

from quality import evaluate
from quality.evaluate import drawn, main
from tests.quality.builders import clash, document, shelling


@pytest.fixture
def gold(tmp_path: Path) -> str:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document(shelling(type="other"), clash())) + "\n", encoding="utf-8")
    return str(path)


def test_the_table(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([gold]) == 0
    assert "sourced_record" in capsys.readouterr().out


def test_json_and_errors(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([gold, "--json", "--errors", "1"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["reports"] == 1
    assert json.loads(said.err)["id"] == "r1"


def test_a_broken_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gold.jsonl").write_text("{", encoding="utf-8")
    assert main([str(tmp_path / "gold.jsonl")]) == 2
    assert "gold.jsonl:1" in capsys.readouterr().err


def test_a_report_that_fails_is_told_of(
    gold: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = {"kind": "internal", "message": "broken"}
    monkeypatch.setattr(evaluate, "code_rows", lambda _docs, _coder: [{"id": "r1", "error": error}])
    assert main([gold]) == 1
    assert "broken" in capsys.readouterr().err


def test_errors_are_drawn_the_same_for_the_same_seed() -> None:
    rows = [{"id": str(number)} for number in range(20)]
    assert drawn(rows, 5, 1) == drawn(rows, 5, 1) != drawn(rows, 5, 2)
    assert len(drawn(rows, 50, 1)) == 20
