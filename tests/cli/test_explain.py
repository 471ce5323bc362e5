"""`isnad explain`: each value with its words, what spoke for it, and the best rival that was refused."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isnad.cli import explain as command
from isnad.cli.app import app
from isnad.cli.explain_text import explanation_lines
from isnad.coding.accounts import Explained, Explanation, Rival
from isnad.coding.coder import Coder
from isnad.fixtures import bundled_reports
from isnad.model.coded import Incident
from isnad.model.errors import ReportError, UsageError
from isnad.model.report import Report
from isnad.model.slots import Figure, Party, Range, Weapon
from isnad.model.span import Span
from tests.cli.fake_coder import TEXT

pytestmark = pytest.mark.usefixtures("fake_coder")
run = CliRunner().invoke


@pytest.fixture
def lines_file(tmp_path: Path) -> Path:
    path = tmp_path / "r.jsonl"
    rows = [{"id": "a", "text": "لا شيء"}, {"id": "b#2", "text": TEXT}, {"id": "c", "text": 5}]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_each_value_has_its_words_features_and_rival(report_file: Path) -> None:
    shown = run(app, ["explain", str(report_file), "1"]).stdout
    start = TEXT.index("حمص")
    where = shown[shown.index("where · أين") : shown.index("killed · القتلى")].splitlines()
    assert where[1:] == [
        f"  = Homs (SY; precision 1)  [{start}:{start + 3}] «حمص»",
        "    chance · الاحتمال: 0.80 (needs 0.20; left empty 0.10)",
        "    note · ملاحظة: place:country; x",
        "      +1.20  link:في",
        "  ✗ refused · المنافس المرفوض: Hama (SY; precision 2)  [13:17] «هجوم»",
        "    chance 0.10 against 0.80",
        "",  # "far -0.50" was told with the mention
    ]


def test_a_slot_left_empty_and_a_value_without_rivals_say_so(report_file: Path) -> None:
    shown = run(app, ["explain", str(report_file), "1"]).stdout
    assert "  = left empty · تُركت فارغة\n    rule · القاعدة: nothing near its mentions could fill it" in shown
    assert (
        "  ✗ refused · المنافس المرفوض: left empty · تُركت فارغة\n    chance 0.30 against 0.70\n      +0.80  none"
        in shown
    )
    assert shown.rstrip().endswith("✗ refused · المنافس المرفوض: nothing else stood for it · لا مرشّح غيره")


def test_json_holds_all_of_it(report_file: Path) -> None:
    told = json.loads(run(app, ["explain", str(report_file), "1", "--format", "json"]).stdout)
    assert told["incident"].endswith("#1")
    (where,) = (value for value in told["values"] if value["slot"] == "where")
    assert where["words"]["text"] == "حمص"
    assert where["features"] == [{"feature": "link:في", "weight": 1.2}]
    assert where["rival"]["value"]["name"] == "Hama"
    assert where["rival"]["difference"][0] == {"feature": "link:في", "weight": 1.2}
    assert [value["slot"] for value in told["values"]] == ["mentions", "when", "where", "killed", "according_to"]


def test_a_report_is_found_by_its_id_or_by_the_incident_s(lines_file: Path) -> None:
    by_option = run(app, ["explain", str(lines_file), "1", "--id", "b#2"]).stdout
    assert by_option == run(app, ["explain", str(lines_file), "b#2#1"]).stdout
    assert by_option.startswith("b#2#1 · Armed attack · هجوم مسلح\n")


def test_figures_weapons_counts_and_victims_are_shown() -> None:
    span = Span(start=0, end=4, text="كلمة")
    words = {"start": 0, "end": 4, "text": "كلمة"}
    figure = Figure(slot="killed", low=5, high=None, according_to=(Party(name="police", **words),), **words)
    values = (
        Explained("incident_count", (6, None), span, rule="counted"),
        Explained("victims.killed.children", Range(low=2, high=2), span),
        Explained("figures", figure, span),
        Explained(
            "weapons",
            Weapon(name="mortar", **words),
            span,
            rival=Rival(Weapon(name="mine", **words), span, None, "far"),
        ),
    )
    shown = "\n".join(explanation_lines(Explanation(Incident(id="r#1", mentions=(), type="shelling"), values)))
    assert "incident_count · عدد الوقائع\n  = 6 or more  [0:4] «كلمة»" in shown
    assert "victims.killed.children · من هم، القتلى، أطفال\n  = 2  [0:4]" in shown
    assert "killed 5 or more according to police  [0:4] «كلمة»" in shown
    assert "= mortar  [0:4] «كلمة»\n  ✗ refused · المنافس المرفوض: mine  [0:4] «كلمة»\n    far" in shown


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


def test_what_goes_wrong_in_coding_is_the_report_s_error(report_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(report: Report, incident: str) -> Explanation:
        raise ZeroDivisionError(report.id + incident)

    monkeypatch.setattr(command, "open_explainer", lambda *_: fail)
    failed = run(app, ["explain", str(report_file), "1"]).exception
    assert isinstance(failed, ReportError)
    assert failed.kind == "internal"


def test_the_real_coder_explains_a_bundled_report() -> None:
    report = bundled_reports()[0]
    lines = list(explanation_lines(Coder().explain(report, 2)))
    assert lines[0].startswith(f"{report.id}#2 · ")
    assert sum(line.startswith("  ✗") for line in lines) > 10
    # Numbers and names come first and Arabic last, so that lines stay legible in any terminal.
    assert not any("\u0600" <= line.strip()[:1] <= "\u06ff" for line in lines)
