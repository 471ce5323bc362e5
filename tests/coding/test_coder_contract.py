"""What the coder gives keeps the contract: for our own reports, and for the whole corpus where it is there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import msgspec
import pytest

from isnad.coding.coder import Coder
from isnad.fixtures import bundled_reports
from isnad.intake import read_reports
from isnad.model.coded import CodedReport, Incident
from isnad.model.report import Report
from tests.coding.spans import wrong_spans

_IN_ANY_PROCESS = (
    "from isnad.coding.coder import Coder; from isnad.fixtures import bundled_reports\n"
    "for coded in Coder().code_many(bundled_reports()): print(coded.to_json())"
)


@cache
def bundled() -> list[CodedReport]:
    return list(Coder().code_many(bundled_reports()))


def assert_contract(reports: Iterable[CodedReport]) -> int:
    """Every report is coded, decodes strictly back, and quotes to the letter; how many incidents there are."""
    incidents = 0
    for coded in reports:
        assert coded.error is None, coded.id
        fields = json.loads(coded.to_json())
        assert msgspec.convert({**fields, "text": coded.text}, CodedReport, strict=True) == coded
        assert wrong_spans(coded) == [], coded.id
        assert [incident.id for incident in coded.incidents] == [
            f"{coded.id}#{number}" for number in range(1, len(coded.incidents) + 1)
        ]
        for incident in coded.incidents:
            assert_sense(incident)
        incidents += len(coded.incidents)
    return incidents


def assert_sense(incident: Incident) -> None:
    assert incident.mentions
    assert incident.reasons
    assert 0 <= incident.confidence <= 1
    assert incident.when is None or incident.when.earliest <= incident.when.latest
    for loss in (incident.killed, incident.wounded, incident.captured, incident.escaped, incident.strength):
        assert loss is None or 0 <= loss.low <= (loss.low if loss.high is None else loss.high)
    if incident.where is not None:
        assert 1 <= incident.where.precision <= 7


def test_bundled_reports_keep_the_contract() -> None:
    assert assert_contract(bundled()) >= 60


def test_every_kind_of_content_is_given() -> None:
    """No field of the contract is only there for show: over our own reports each is filled at least once."""
    coded = bundled()
    assert all(any(getattr(report, kind) for report in coded) for kind in ("incidents", "statements", "unread"))
    incidents = [incident for report in coded for incident in report.incidents]
    filled = {name for name in Incident.__struct_fields__ if any(getattr(incident, name) for incident in incidents)}
    assert {"when", "where", "perpetrators", "targets", "killed", "wounded", "weapons", "according_to"} <= filled


def test_the_same_report_gives_the_same_line_in_every_process() -> None:
    lines = {_run(seed) for seed in ("1", "2")}
    assert lines == {"".join(coded.to_json() + "\n" for coded in bundled())}


def _run(seed: str) -> str:
    environment = {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", _IN_ANY_PROCESS]
    return subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", env={**os.environ, **environment}
    ).stdout


@pytest.mark.shared
def test_the_whole_corpus_keeps_the_contract(shared: Path) -> None:
    """In fresh processes: what is measured of this one (coverage) would make it take five times as long."""
    items = read_reports([shared / "corpus" / "reports.jsonl.gz"])
    reports = [item for item in items if isinstance(item, Report)]
    with ProcessPoolExecutor(_PROCESSES, mp_context=get_context("spawn")) as pool:
        incidents = sum(pool.map(_incidents_of, (reports[part::_PROCESSES] for part in range(_PROCESSES))))
    assert incidents > len(reports)


_PROCESSES = 2


def _incidents_of(reports: list[Report]) -> int:
    return assert_contract(Coder().code_many(reports))
