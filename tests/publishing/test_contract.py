"""The line is the contract's, keeps no text, and loses nothing else; the schema in docs/ is the model's."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from isnad.model.coded import CodedReport
from isnad.publishing.contract import schema, schema_json, to_json
from tests.publishing.builders import failed_report, full_report, hostile_report, skipped_report

SCHEMA = Path(__file__).parents[2] / "docs" / "contract.schema.json"


@pytest.mark.parametrize("coded", [full_report(), hostile_report(), skipped_report()])
def test_line_decodes_to_the_same_report(coded: CodedReport) -> None:
    fields: dict[str, Any] = json.loads(to_json(coded))
    assert "text" not in fields
    assert msgspec.convert({**fields, "text": coded.text}, CodedReport, strict=True) == coded


def test_line_has_every_field_in_the_contract_order() -> None:
    fields = json.loads(to_json(full_report()))
    assert list(fields) == [
        "id",
        "published",
        "outlet",
        "coder",
        "incidents",
        "statements",
        "assessments",
        "situations",
        "unread",
    ]
    assert set(fields) <= set(schema()["$defs"]["CodedReport"]["properties"])
    for name in ("incidents", "statements", "assessments", "situations", "unread"):
        part = schema()["$defs"][name[:-1].capitalize() if name != "unread" else "Unread"]
        assert all(list(item) == list(part["properties"]) for item in fields[name])


def test_unsaid_is_null_and_tuples_are_lists() -> None:
    line = to_json(full_report())
    assert "\n" not in line
    first, second = json.loads(line)["incidents"]
    assert first["killed"] == {"low": 140, "high": None, "approximate": False} | {
        key: first["killed"][key] for key in ("start", "end", "text")
    }
    assert first["escaped"] is None
    assert first["victims"] == {
        "killed": None,
        "wounded": {
            "civilians": None,
            "forces": {"low": 25, "high": 30, "approximate": False},
            "women": None,
            "children": None,
        },
    }
    assert second["when"] is None
    assert second["incident_count"] == [6, 6]
    assert second["figures"] == []


def test_skipped_and_failed_reports() -> None:
    skipped = json.loads(to_json(skipped_report()))
    assert skipped["skipped"] == "language"
    assert skipped["incidents"] == []
    assert json.loads(to_json(failed_report())) == {"id": "r3", "error": {"kind": "empty", "message": "no text <b>"}}


def test_schema_in_docs_is_up_to_date() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_json(), (
        "run: python -c 'from isnad.publishing.contract import schema_json; print(schema_json(), end=\"\")'"
        " > docs/contract.schema.json"
    )


def test_schema_hides_the_text_and_names_the_failure() -> None:
    parts = schema()["$defs"]
    assert parts["CodedReport"]["required"] == ["id", "coder"]
    assert not {"text", "error"} & set(parts["CodedReport"]["properties"])
    assert parts["CodedReport"]["properties"]["skipped"] == {"enum": ["language"]}
    assert parts["Failure"]["required"] == ["id", "error"]
