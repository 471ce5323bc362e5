"""The bundled annotation: every quotation stands in its text, and what is wrong is named with file and field."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from quality import fixtures
from quality.fixtures import gold_report, gold_reports, main
from quality.locating import BadAnnotationError

TEXT = "قُتل مدنيان في قصف على سرمين أمس، بحسب شهود. ثم قصف على بنش."
SOUND: dict[str, Any] = {
    "id": "z01",
    "style": "agency",
    "published": "2023-03-14",
    "outlet": "وكالة",
    "text": TEXT,
    "incidents": [
        {
            "mentions": ["قصف@2", "قصف على بنش"],
            "type": "shelling",
            "status": "happened",
            "when": ["2023-03-13", "2023-03-13"],
            "where": {"text": "سرمين", "country": "SY", "admin1": "Idlib", "relation": None},
            "targets": ["مدنيان"],
            "killed": [2, 2],
            "according_to": ["شهود"],
            "figures": [{"slot": "killed", "low": 2, "high": None, "according_to": ["شهود"]}],
        }
    ],
    "statements": [{"quote": "قُتل مدنيان", "speaker": "شهود", "chain": ["شهود"], "direct": False, "kind": "report"}],
    "assessments": [],
    "situations": [],
}


def written(**changed: Any) -> str:
    return str(yaml.safe_dump(SOUND | changed, allow_unicode=True))


def incident(**changed: Any) -> str:
    return written(incidents=[SOUND["incidents"][0] | changed])


def test_every_bundled_quotation_stands_in_its_text() -> None:
    docs = gold_reports()
    assert len(docs) >= 20
    spans = [
        (doc["text"], span)
        for doc in docs
        for span in [
            *(mention for row in doc["incidents"] for mention in row["mentions"]),
            *doc["statements"],
            *doc["assessments"],
            *doc["situations"],
        ]
    ]
    assert len(spans) > 300
    assert all(text[span["start"] : span["end"]] == span["text"] for text, span in spans)


def test_a_sound_file_gives_a_gold_row() -> None:
    row = gold_report("z01.yaml", written())
    second = TEXT.rindex("قصف")
    (found,) = row["incidents"]
    assert found["mentions"][0] == {"start": second, "end": second + 3, "text": "قصف"}
    assert found["when"] == {"earliest": "2023-03-13", "latest": "2023-03-13"}
    assert found["killed"] == {"low": 2, "high": 2}
    assert found["figures"] == [{"slot": "killed", "low": 2, "high": None, "according_to": ["شهود"]}]
    assert "optional" not in found
    assert row["statements"][0]["quote"] == row["statements"][0]["text"] == "قُتل مدنيان"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (incident(mentions=["غارة"]), r"incidents\[0\]\.mentions\[0\]: 'غارة' stands 0 times"),
        (incident(mentions=[]), r"\$\.incidents\[0\]\.mentions"),
        (incident(type="quarrel"), r"'quarrel'.*\$\.incidents\[0\]\.type"),
        (incident(colour="red"), r"unknown field `colour`"),
        (incident(when=["2023-03-14", "2023-03-13"]), r"incidents\[0\]\.when: 2023-03-14 is after 2023-03-13"),
        (incident(killed=[5, 2]), r"incidents\[0\]\.killed: 5 is more than 2"),
        (
            incident(where={"text": "حماة", "country": "SY", "admin1": "Hama", "relation": None}),
            r"incidents\[0\]\.where\.text: 'حماة'",
        ),
        (incident(where={"text": "سرمين", "country": False, "admin1": None, "relation": None}), r"\.where\.country"),
        (incident(figures=[{"slot": "tired", "low": 1, "high": 1, "according_to": []}]), r"figures\[0\]\.slot: 'tired'"),
        (
            written(situations=[{"quote": "حصار", "kind": "siege", "actor": None, "where": None, "period": None, "according_to": []}]),
            r"situations\[0\]\.quote: 'حصار'",
        ),
        (written(id="z02"), r"id: the file is not named after"),
        ("id: [", "while parsing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(content: str, named: str) -> None:
    with pytest.raises(BadAnnotationError, match=rf"(?s)^z01\.yaml: .*{named}"):
        gold_report("z01.yaml", content)


def test_writing_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "gold.jsonl")]) == 0
    rows = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text("utf-8").splitlines()]
    assert rows == gold_reports()
    assert main([]) == 0
    assert "all quotations stand" in capsys.readouterr().out


def test_a_wrong_annotation_ends_with_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def wrong() -> list[dict[str, Any]]:
        raise BadAnnotationError("z01.yaml: incidents[0].when: no")

    monkeypatch.setattr(fixtures, "gold_reports", wrong)
    assert main([]) == 2
    assert "z01.yaml: incidents[0].when" in capsys.readouterr().err


def test_check_prints_every_bundled_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    said = capsys.readouterr().out
    assert all(f"\n{doc['id']} · " in said for doc in gold_reports())
    assert "annotated rows are right records" in said
