"""The verdict on a row: each slot, and the whole record."""

from typing import Any

import pytest

from quality.verdict import compare
from tests.quality.builders import clash, shelling


def test_a_row_right_in_all() -> None:
    verdict = compare(shelling(), shelling())
    assert all(ok for slot, ok in verdict.right.items() if slot != "wounded")
    assert verdict.record
    assert verdict.sourced


@pytest.mark.parametrize(
    ("changed", "record", "sourced"),
    [
        ({"type": "air_strike"}, False, False),
        ({"status": "alleged"}, True, False),
        ({"when": None}, False, False),
        ({"where": {"text": "سرمين", "country": "SY", "admin1": "Idlib"}}, True, True),
        ({"where": {"text": "سرمين", "country": "SY", "admin1": "Homs"}}, False, False),
        ({"killed": {"low": 3, "high": None}}, False, False),
        ({"killed": None}, False, False),
        ({"wounded": {"low": 1, "high": 1}}, True, True),
        ({"according_to": ["شهود", "المصدر المحلي"]}, True, True),
        ({"according_to": ["شهود"]}, True, False),
    ],
)
def test_what_a_record_asks_for(changed: dict[str, Any], record: bool, sourced: bool) -> None:
    verdict = compare(shelling(), shelling(**changed))
    assert (verdict.record, verdict.sourced) == (record, sourced)


def test_what_neither_fills_is_right() -> None:
    verdict = compare(clash(where=None), clash(where=None))
    assert verdict.record
    assert verdict.filled("when") == (False, False)
    assert not compare(clash(), clash(when={"earliest": "2023-01-01", "latest": "2023-01-01"})).record


def test_missed_and_surplus_rows_are_right_in_nothing() -> None:
    for verdict in (compare(shelling(), None), compare(None, shelling())):
        assert not any(verdict.right.values())
        assert not verdict.paired
        assert not verdict.status
        assert not verdict.record
    assert compare(shelling(), None).filled("typed") == (True, False)
