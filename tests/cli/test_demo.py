"""The demo: every bundled report is read to the letter, and the summary says what was found."""

from pathlib import Path

import pytest

from isnad.cli import demo
from isnad.model.report import Report
from tests.cli.fake_coder import TEXT, code_many


def test_bundled_reports_are_read() -> None:
    reports = list(demo.bundled_reports())
    assert len(reports) >= 20
    assert len({report.id for report in reports}) == len(reports)
    assert all(report.text and report.outlet and report.published for report in reports)


def test_the_demo_writes_every_format_and_sums_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "open_coder", lambda _: code_many)
    monkeypatch.setattr(demo, "bundled_reports", lambda: iter([Report(id="x1", text=TEXT), Report(id="x2", text="نص")]))
    demo.main(tmp_path / "demo")
    assert {path.name for path in (tmp_path / "demo").iterdir()} == {"coded.jsonl", "incidents.csv", "evidence.html"}
    said = capsys.readouterr().out
    assert "2 reports, 1 incidents" in said
    assert "القتلى · Killed: 3" in said
    assert "مصادر محلية" in said
