"""The fake coders in place of the real one, a report they know, and the program with a workspace."""

import json
import sys
from pathlib import Path

import pytest

from isnad import cli
from isnad.cli import engine, explain
from isnad.cli.request import Borders
from isnad.record.store import open_record
from isnad.record.workspace import read_workspace
from isnad.text.stemming import search_text
from tests.cli.fake_coder import TEXT, code_many
from tests.cli.fake_coder import explain as explain_incident
from tests.cli.record_coder import RecordCoder


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


class Door:
    """The program called in this process as from a shell, with a workspace and a small coder."""

    def __init__(self, workspace: Path, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self.workspace, self._patch, self._captured = workspace, patch, captured
        self.coder = RecordCoder()
        patch.setattr("isnad.cli.record_add.open_named_coder", lambda _: self.coder)

    def call(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Exit status, standard output, standard error."""
        self._captured.readouterr()
        self._patch.setattr(sys, "argv", ["isnad", *map(str, arguments)])
        with pytest.raises(SystemExit) as leaving:
            cli.main()
        said = self._captured.readouterr()
        return int(leaving.value.code or 0), said.out, said.err

    def __call__(self, *arguments: str | Path) -> str:
        """Standard output of a command on the workspace that must do well."""
        status, out, err = self.call("--workspace", self.workspace, *arguments)
        assert status == 0, err
        return out

    def incidents(self) -> dict[str, set[str]]:
        """The reports of each incident, by its id."""
        lines = [json.loads(line) for line in self("list", "--format", "jsonl").splitlines()]
        return {line["id"]: {one["id"] for one in line["reports"]} for line in lines}

    def mention_of(self, report: str) -> str:
        """The id of the mention of a report that tells one act."""
        with open_record(read_workspace(self.workspace), search_text) as record:
            return next(one.id for one in record.mentions() if one.report.id == report)


@pytest.fixture
def isnad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Door:
    """The program, with an empty workspace."""
    monkeypatch.delenv("ISNAD_WORKSPACE", raising=False)
    monkeypatch.setenv("ISNAD_AUTHOR", "reader")
    found = Door(tmp_path / "workspace", monkeypatch, capsys)
    found("init", found.workspace)
    return found
