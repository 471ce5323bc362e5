"""Reading annotated reports, coding them, and telling one corpus from another."""

import json
from pathlib import Path

import msgspec
import pytest

from isnad.coding.judging import Judge, Question
from quality.gold import code_rows, digest, open_coder, read_rows, to_report
from tests.quality.builders import document, shelling


def test_rows_are_read_and_blank_lines_left_out(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a"}\n\n{"id": "b"}\n', encoding="utf-8")
    assert [row["id"] for row in read_rows(path)] == ["a", "b"]


@pytest.mark.parametrize("line", ["{", '{"no": "id"}', "[]", '{"id": "a"}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl:2: "):
        read_rows(path)


def test_a_report_has_nothing_of_its_annotation() -> None:
    report = to_report(document(shelling(), published=None))
    assert (report.id, report.published, report.outlet) == ("r1", None, None)


def test_coding_gives_a_line_for_each() -> None:
    (row,) = code_rows([document(shelling())], open_coder())
    assert row["id"] == "r1"
    assert "error" not in row


def test_other_weights_are_used(tmp_path: Path) -> None:
    never = Judge({"mention": Question({"bias": -20.0}, 0.5)}, "never")
    (tmp_path / "weights.json").write_bytes(msgspec.json.encode(never))
    (row,) = code_rows([document(shelling())], open_coder(tmp_path / "weights.json"))
    assert row["incidents"] == []


def test_the_digest_is_of_contents() -> None:
    row = document(shelling())
    same = json.loads(json.dumps(dict(reversed(row.items()))))
    assert digest([row]) == digest([same])
    assert digest([row]) != digest([document(shelling(killed=None))])
    assert digest([row, document(id="r2")]) != digest([document(id="r2"), row])
