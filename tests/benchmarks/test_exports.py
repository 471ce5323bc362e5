"""The benchmark of exports takes its incidents from where it says."""

from pathlib import Path

import pytest

from benchmarks.exports import recorded_incidents, run_format
from isnad.record.store import create_record
from isnad.text.stemming import search_text
from tests.record.builders import arrival


def test_made_incidents_are_exported_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_format("csv", 200, "public", tmp_path, None)
    assert "200 written" in capsys.readouterr().out


def test_a_record_is_read_again_until_there_are_enough(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with create_record(folder, search_text) as record:
        record.add([arrival("r1"), arrival("r2")])
        own = [group[0].id for group in record.groups()]
    read = [incident.id for incident in recorded_incidents(folder, 2 * len(own) + 1, "ucdp")]
    assert own
    assert read == [*own, *own, own[0]]
