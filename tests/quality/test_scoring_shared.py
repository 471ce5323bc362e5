"""Our scorer gives the figures of the shared one, to the last digit."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from quality.agreement import Row
from quality.gold import code_rows, open_coder, read_rows
from quality.scoring import score

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def theirs(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", shared / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[Row]:
    return read_rows(shared / "gold" / "dev.jsonl")


@pytest.fixture(scope="module")
def coded(gold: list[Row]) -> list[Row]:
    return code_rows(gold, open_coder())


def test_on_what_the_coder_gives(theirs: ModuleType, gold: list[Row], coded: list[Row]) -> None:
    assert score(gold, coded).result() == theirs.score(gold, coded)


def test_on_gold_itself(theirs: ModuleType, gold: list[Row]) -> None:
    assert score(gold, gold).result() == theirs.score(gold, gold)


def test_on_missing_and_broken_reports(theirs: ModuleType, gold: list[Row], coded: list[Row]) -> None:
    error = {"kind": "internal", "message": "x"}
    broken = [{"id": row["id"], "error": error} if n % 5 == 0 else row for n, row in enumerate(coded[3:])]
    assert score(gold, broken).result() == theirs.score(gold, broken)


def test_on_rows_of_other_shapes(theirs: ModuleType, gold: list[Row], coded: list[Row]) -> None:
    """Bare spans, bare names, pairs for ranges, no status: other coders may write them."""
    bare = [
        row
        | {
            "incidents": [
                {
                    "mentions": [[m["start"], m["end"]] for m in incident["mentions"]],
                    "type": incident["type"],
                    "when": [incident["when"]["earliest"], incident["when"]["latest"]] if incident["when"] else None,
                    "where": incident["where"]["text"] if incident["where"] else None,
                    "killed": [incident["killed"]["low"], incident["killed"]["high"]] if incident["killed"] else None,
                    "perpetrators": [party["text"] for party in incident["perpetrators"]],
                }
                for incident in row.get("incidents", [])
            ]
        }
        for row in coded
    ]
    assert score(gold, bare).result() == theirs.score(gold, bare)
