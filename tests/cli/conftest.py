"""The fake coder in place of the real one, and a report it knows."""

from pathlib import Path

import pytest

from isnad.cli import engine, explain
from isnad.cli.request import Borders
from tests.cli.fake_coder import TEXT, code_many
from tests.cli.fake_coder import explain as explain_incident


@pytest.fixture
def fake_coder(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Puts the small coder in place of the real one; gives the lexicon folders it was opened with."""
    opened: list[Path | None] = []

    def open_coder(lexicon: Path | None, *_: Path | Borders | None) -> engine.CodeMany:
        opened.append(lexicon)
        return code_many

    monkeypatch.setattr(engine, "open_coder", open_coder)
    monkeypatch.setattr(explain, "open_explainer", lambda *_: explain_incident)
    return opened


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
