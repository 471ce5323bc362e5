"""`isnad.open`: a record for Python."""

from datetime import date
from pathlib import Path

import pytest

import isnad
from isnad.record.store import create_record
from isnad.text.stemming import search_text
from tests.record.builders import arrival


def test_incidents_of_a_workspace(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    with create_record(tmp_path / "w", search_text) as record:
        record.add([arrival("r1"), arrival("r2")])
        count = record.counts()["incidents"]
    with isnad.open(tmp_path / "w") as found:
        frame = found.incidents().to_pandas()
        assert len(frame) == len(list(found.incidents())) == count > 0
        assert len(found.incidents(since=date(2999, 1, 1)).to_pandas()) == 0


def test_no_workspace_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(isnad.UsageError):
        isnad.open(tmp_path)
