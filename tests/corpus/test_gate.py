"""The quality gate: the coder stays above its floors on our own reports, and the gate fails where it should."""

import json
from pathlib import Path

import pytest

from quality import gate
from quality.floors import faults, read_floors
from quality.gate import BUNDLED, FLOORS, corpora, main, measure
from quality.gold import open_coder


def test_the_coder_stays_above_its_floors_on_the_bundled_reports() -> None:
    measured, failed = measure(corpora()[BUNDLED](), open_coder())
    assert failed == []
    assert faults(read_floors(FLOORS), BUNDLED, measured) == []


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Floors of three bundled reports, pinned to what the coder gives now, away from the project's own."""
    few = gate.gold_reports()[:3]
    monkeypatch.setattr(gate, "gold_reports", lambda: few)
    path = tmp_path / "floors.json"
    assert main(["--raise"], path, tmp_path) == 0
    capsys.readouterr()
    return path


def set_floor(path: Path, figure: str, value: float) -> None:
    content = json.loads(path.read_text("utf-8"))
    content["corpora"][BUNDLED]["floors"][figure] = value
    path.write_text(json.dumps(content), encoding="utf-8")


def test_it_passes_at_the_floor_and_says_what_is_not_here(pinned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], pinned, pinned.parent) == 0
    said = capsys.readouterr()
    assert "dev: " in said.out
    assert "is not judged" in said.out
    assert said.err == ""


def test_it_fails_below_a_floor_until_that_is_accepted(pinned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_floor(pinned, "typed", 99.0)
    before = pinned.read_bytes()
    assert main([], pinned, pinned.parent) == 1
    assert "its floor is 99.0" in capsys.readouterr().err
    assert main(["--raise"], pinned, pinned.parent) == 1
    assert "that takes --accept-lower" in capsys.readouterr().err
    assert pinned.read_bytes() == before
    assert main(["--accept-lower", "the floor was a test's"], pinned, pinned.parent) == 0
    assert json.loads(pinned.read_text("utf-8"))["lowered"][0]["reason"] == "the floor was a test's"
    assert main([], pinned, pinned.parent) == 0


def test_lowering_takes_a_reason(pinned: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--accept-lower", "  "], pinned, pinned.parent)
    assert stopped.value.code == 2


def test_a_gold_set_beside_the_project_is_judged(pinned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "r1", "text": "قصف على بلدة سرمين.", "incidents": []}
    (pinned.parent / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main([], pinned, pinned.parent) == 1
    said = capsys.readouterr()
    assert "dev (1 reports)" in said.out
    assert "dev: no floors are pinned" in said.err
