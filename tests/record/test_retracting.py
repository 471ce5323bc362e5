"""A report its outlet took back."""

import pytest

from isnad.model.errors import UsageError
from isnad.record.store import Record
from tests.record.builders import arrival


def test_a_retracted_report_is_marked_and_may_be_reinstated(record: Record) -> None:
    record.add([arrival()])
    record.retract("r1", "Rana", "the outlet's notice")
    assert [one.report.retracted for one in record.mentions()] == [True, True]
    assert list(record.verify()) == []
    with pytest.raises(UsageError, match="marked already"):
        record.retract("r1", "Rana")
    record.reinstate("r1", "Rana")
    assert [one.report.retracted for one in record.mentions()] == [False, False]
    assert list(record.verify()) == []
    with pytest.raises(UsageError, match="not marked"):
        record.reinstate("r1", "Rana")


def test_what_is_not_there_cannot_be_retracted(record: Record) -> None:
    with pytest.raises(UsageError, match="not on record"):
        record.retract("r1", "Rana")
    record.add([arrival()])
    record.erase("r1", "Rana", "")
    with pytest.raises(UsageError, match="was erased"):
        record.retract("r1", "Rana")
