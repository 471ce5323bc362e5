"""`isnad check`, `isnad assess` on a small record. The reports are ours, their people and outlets invented."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isnad.cli.app import app

run = CliRunner().invoke
TEXT = (
    "قُتل ثلاثة جنود في هجوم شنه تنظيم داعش على حاجز شرق حمص أمس. "
    "وقال مصدر محلي إن هجمات داعش أصبحت أكثر جرأة في سوريا. وأضاف أن أسعار الوقود ارتفعت."
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("assess")
    report = {"id": "r1", "published": "2022-04-21", "outlet": "أخبار السهل", "text": TEXT}
    reports = folder / "reports.jsonl"
    reports.write_text(json.dumps(report, ensure_ascii=False) + "\n", "utf-8")
    assert run(app, ["init", str(folder / "w")]).exit_code == 0
    assert run(app, ["--workspace", str(folder / "w"), "add", str(reports)]).exit_code == 0
    return str(folder / "w")


def test_a_sentence_that_asserts_nothing_is_refused_without_a_record(tmp_path: Path) -> None:
    result = run(app, ["--workspace", str(tmp_path), "check", "هل ازدادت الهجمات؟"])
    assert result.exit_code == 3
    assert "لا يُفحص: الجملة سؤال" in result.stdout


def test_check_gives_verdict_figures_and_incidents_in_arabic(workspace: str) -> None:
    asked = ["check", "ازدادت هجمات داعش في سوريا", "--published", "2022-04-21"]
    result = run(app, ["--workspace", workspace, *asked])
    assert result.exit_code == 0
    assert result.stdout.startswith("القول: «ازدادت هجمات داعش في سوريا»")
    assert "الحكم: لا تكفي البيانات" in result.stdout
    assert "بعد: الوقائع 1 (الأيام 183)؛ قبل: الوقائع 0" in result.stdout
    line = json.loads(run(app, ["--workspace", workspace, *asked, "--format", "json"]).stdout)
    assert (line["ruling"], len(line["incidents"][0])) == ("not_enough_data", 1)


def test_assess_gives_measures_and_who_asserted_what(workspace: str) -> None:
    result = run(app, ["--workspace", workspace, "assess", "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "2022-04-01\t—\t1\t3–3–3" in result.stdout
    assert "Said by: أخبار السهل (2022-04-21, r1) ← " in result.stdout
    assert "boldness" in result.stdout


def test_assess_filters_assertions(workspace: str) -> None:
    for given, number in (
        (["--actor", "islamic-state"], 1),
        (["--actor", "taliban"], 0),
        (["--from", "2023-01-01"], 0),
    ):
        result = run(app, ["--workspace", workspace, "assess", "--format", "json", *given])
        assert len(result.stdout.splitlines()) == 1 + number
