"""The benchmark of assessing times what it says it times."""

import pytest

from benchmarks.assessing import assess, made_up


def test_a_small_record_is_assessed(capsys: pytest.CaptureFixture[str]) -> None:
    facts = made_up(2000)
    assert len({fact.id for fact in facts}) == 2000
    took = assess(facts)
    assert 0 < took.clock < 60
    assert took.processor > 0
    assert "30 changes" in capsys.readouterr().out
