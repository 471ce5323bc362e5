"""Holding what a sentence was read as against its annotation."""

from datetime import date

from isnad.model.assertion import Assertion, Refusal, Size
from quality.asserting import differences

ROW = {"published": "2023-07-01", "measure": "frequency", "direction": "increase", "factor": 2.0, "types": ["clash"]}
SAID = Assertion(text="…", measure="frequency", direction="increase", size=Size(factor=2.0), types=("clash",))


def test_all_that_is_annotated_must_agree() -> None:
    assert differences(ROW, SAID) == []
    assert differences({**ROW, "actor": "taliban"}, SAID) == ["actor: None for taliban"]
    assert differences({**ROW, "factor": 3.0}, SAID) == ["factor: 2.0 for 3.0"]


def test_what_is_not_annotated_must_not_be_there() -> None:
    timed = Assertion(text="…", measure="frequency", direction="increase", period=(date(2023, 1, 1), date(2023, 6, 30)))
    row = {"published": "2023-07-01", "measure": "frequency", "direction": "increase"}
    assert len(differences(row, timed)) == 1
    assert differences({**row, "period": ["2023-01-01", "2023-06-30"]}, timed) == []
    assert differences({**row, "period": ["2023-04-01", "2023-06-30"]}, timed) != []


def test_a_refusal_needs_its_own_reason() -> None:
    refused = Refusal(text="…", reason="future")
    assert differences({"refusal": "future"}, refused) == []
    assert differences({"refusal": "call"}, refused) == ["future for call"]
    assert differences(ROW, refused) == ["future for assertion"]
