"""Our annotation of the corpus, kept as offsets: nothing is lost on the way, no words are kept, another text is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from quality import corpus_annotation
from quality.corpus_annotation import KEPT, annotated_corpus, main, pack, unpack
from quality.locating import BadAnnotationError

TEXT = "قتل ثلاثة جنود أمس في هجوم على حاجز قرب البلدة، بحسب مصدر أمني. وتبنى التنظيم الهجوم."
REPORTS = {"r1": {"id": "r1", "text": TEXT, "published": "2020-01-02", "outlet": "منبر"}}
ANNOTATED = """
id: r1
incidents:
  - mentions: [هجوم على حاجز, الهجوم]
    type: armed_attack
    status: happened
    when: [2020-01-01, 2020-01-01]
    where: {text: البلدة, country: SY, admin1: null, relation: near}
    targets: [ثلاثة جنود]
    killed: [3, 3]
    according_to: [مصدر أمني]
    claimed_by: التنظيم
  - mentions: [قتل]
    type: killing
    status: happened
    optional: true
"""
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "reports.jsonl.gz"


def packed() -> dict[str, Any]:
    line: dict[str, Any] = json.loads(json.dumps(pack("r1.yaml", ANNOTATED, REPORTS)))
    return line


def test_a_kept_line_gives_the_gold_row_back() -> None:
    row = unpack(packed(), REPORTS["r1"])
    first, second = row["incidents"]
    assert [m["text"] for m in first["mentions"]] == ["هجوم على حاجز", "الهجوم"]
    assert all(TEXT[m["start"] : m["end"]] == m["text"] for m in first["mentions"])
    assert first["when"] == {"earliest": "2020-01-01", "latest": "2020-01-01"}
    assert first["where"] == {"text": "البلدة", "country": "SY", "admin1": None, "relation": "near"}
    assert (first["targets"], first["according_to"], first["claimed_by"]) == (["ثلاثة جنود"], ["مصدر أمني"], "التنظيم")
    assert (first["killed"], first["wounded"], "optional" in first) == ({"low": 3, "high": 3}, None, False)
    assert second["optional"] is True


def test_no_words_are_kept() -> None:
    assert not any("\u0600" <= letter <= "\u06ff" for letter in json.dumps(packed(), ensure_ascii=False))


def test_the_project_keeps_no_arabic_words_of_the_corpus() -> None:
    assert not any(
        "\u0600" <= letter <= "\u06ff" for line in KEPT.read_text("utf-8").splitlines() for letter in _apart(line)
    )


def _apart(line: str) -> str:
    """A kept line without the report's id, which some collections name in Arabic."""
    return json.dumps({key: value for key, value in json.loads(line).items() if key != "id"}, ensure_ascii=False)


def test_another_text_is_refused() -> None:
    with pytest.raises(BadAnnotationError, match="another text"):
        unpack(packed(), REPORTS["r1"] | {"text": TEXT + " "})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id: r2\nincidents: []", "r2"),
        ("id: r1\nincidents: [{mentions: [لا يوجد], type: killing, status: happened}]", r"incidents\[0\]"),
        ("id: r1\nincidents: [{mentions: [قتل], type: murder, status: happened}]", "murder"),
    ],
)
def test_a_wrong_annotation_is_named(content: str, told: str) -> None:
    with pytest.raises(BadAnnotationError, match=told):
        pack("r1.yaml", content, REPORTS)


def test_the_command_writes_the_lines_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, corpus, good, bad = (tmp_path / name for name in ("kept.jsonl", "c.jsonl", "r1.yaml", "bad.yaml"))
    monkeypatch.setattr(corpus_annotation, "KEPT", kept)
    corpus.write_text(json.dumps(REPORTS["r1"]), encoding="utf-8")
    good.write_text(ANNOTATED, encoding="utf-8")
    bad.write_text("id: r9\nincidents: []", encoding="utf-8")
    assert main([str(corpus), str(good), str(bad)]) == 2
    assert "bad.yaml" in capsys.readouterr().err
    assert not kept.exists()
    assert main([str(corpus), str(good)]) == 0
    assert [row["id"] for row in annotated_corpus(corpus)] == ["r1"]


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not on this machine")
def test_every_kept_line_fits_the_corpus() -> None:
    rows = annotated_corpus(CORPUS)
    assert len(rows) == len({row["id"] for row in rows}) > 600
