"""The coded report as the contract writes it: one JSON line a report (contract.md), and the JSON Schema of that line."""

from typing import Any, Final

import msgspec

from isnad.model.coded import HIDDEN, ONLY_WHEN_SET, CodedReport, CodingError

_ADDRESS: Final = "https://json-schema.org/draft/2020-12/schema"


def to_json(coded: CodedReport) -> str:
    """One line of JSON, without a line end; see `CodedReport.to_dict`."""
    return coded.to_json()


def schema() -> dict[str, Any]:
    """The JSON Schema of one line, generated from `model/`: a coded report, or the error that took its place."""
    _, parts = msgspec.json.schema_components([CodedReport, CodingError], ref_template="#/$defs/{name}")
    report = parts["CodedReport"]
    report["title"] = "CodedReport"
    report["properties"] = {
        name: _never_null(part) if name in ONLY_WHEN_SET else part
        for name, part in report["properties"].items()
        if name not in HIDDEN | {"error"}
    }
    report["required"] = [name for name in report["required"] if name not in HIDDEN]
    report["not"] = {"required": ["error"]}
    parts["Failure"] = _failure()
    return {
        "$schema": _ADDRESS,
        "title": "Isnad: one line of coded reports",
        "anyOf": [{"$ref": "#/$defs/CodedReport"}, {"$ref": "#/$defs/Failure"}],
        "$defs": parts,
    }


def schema_json() -> str:
    """The schema as `docs/contract.schema.json` holds it: indented, one newline at the end."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def _failure() -> dict[str, Any]:
    return {
        "title": "Failure",
        "description": "A report that could not be coded.",
        "type": "object",
        "properties": {"id": {"type": "string"}, "error": {"$ref": "#/$defs/CodingError"}},
        "required": ["id", "error"],
        "additionalProperties": False,
    }


def _never_null(part: dict[str, Any]) -> dict[str, Any]:
    """`part` of the schema without its null: the field is left out of the line instead."""
    (kept,) = (choice for choice in part["anyOf"] if choice != {"type": "null"})
    return dict(kept)
