"""`isnad explain`: each value with its words, where they stand, and what decided."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isnad.cli.app import app
from isnad.cli.explain import explain_lines
from isnad.model.coded import Incident
from isnad.model.errors import ReportError, UsageError
from isnad.model.slots import Breakdown, Figure, Party, Range, Victims, Weapon
from tests.cli.fake_coder import TEXT

pytestmark = pytest.mark.usefixtures("fake_coder")
run = CliRunner().invoke


@pytest.fixture
def lines_file(tmp_path: Path) -> Path:
    path = tmp_path / "r.jsonl"
    rows = [{"id": "a", "text": "لا شيء"}, {"id": "b#2", "text": TEXT}, {"id": "c", "text": 5}]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_each_value_has_its_words_and_reasons(report_file: Path) -> None:
    shown = run(app, ["explain", str(report_file), "1"]).stdout
    start = TEXT.index("ثلاثة")
    assert f"[{start}:{start + 5}] «ثلاثة»" in shown
    killed, reason = shown[shown.index("killed") :].splitlines()[:2]
    assert killed.split()[:2] == ["killed", "3"]
    assert reason.strip() == "← killed: nearest count, 2 tokens"
    assert "Homs (SY; precision 1)" in shown
    assert shown.rstrip().endswith("← read by the fake coder")
    assert shown.index("according_to") < shown.index("← source: pattern وفق") < shown.index("confidence")
    assert shown.count("←") == 4


def test_a_report_is_found_by_its_id_or_by_the_incident_s(lines_file: Path) -> None:
    by_option = run(app, ["explain", str(lines_file), "1", "--id", "b#2"]).stdout
    assert by_option == run(app, ["explain", str(lines_file), "b#2#1"]).stdout
    assert "armed_attack" in by_option


def test_figures_weapons_counts_and_victims_are_shown() -> None:
    words = {"start": 0, "end": 4, "text": "كلمة"}
    incident = Incident(
        id="r#1",
        mentions=(),
        type="shelling",
        incident_count=(6, None),
        figures=(Figure(slot="killed", low=5, high=None, according_to=(Party(name="police", **words),), **words),),
        weapons=(Weapon(name="mortar", **words),),
        victims=Victims(killed=Breakdown(children=Range(low=2, high=2))),
    )
    shown = "\n".join(explain_lines(incident))
    assert "killed 5 or more according to police  [0:4] «كلمة»" in shown
    assert "mortar  [0:4] «كلمة»" in shown
    assert "incident_count      6 or more" in shown
    assert '"children":{"low":2' in shown


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["1"], UsageError),  # which report?
        (["1", "--id", "none"], UsageError),
        (["2", "--id", "b#2"], UsageError),
        (["1", "--id", "a"], UsageError),
        (["1", "--id", "c"], ReportError),
    ],
)
def test_what_is_not_there_is_said(lines_file: Path, arguments: list[str], error: type[Exception]) -> None:
    assert isinstance(run(app, ["explain", str(lines_file), *arguments]).exception, error)
