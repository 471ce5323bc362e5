"""Examples: what annotated reports teach the judge."""

from typing import Any

import pytest

from isnad.coding.preparing import Preparer
from isnad.lexicon.loading import load_lexicon
from isnad.places.gazetteer import load_gazetteer
from quality.examples import add_report, work_up
from quality.learning import Examples

TEXT = "قتل جنديان في انفجار عبوة. واعتقلت الشرطة رجلين ثم داهمت منزلا"


@pytest.fixture(scope="module")
def preparer() -> Preparer:
    return Preparer(load_lexicon(), load_gazetteer())


def mentions(preparer: Preparer, incidents: list[dict[str, Any]]) -> list[int]:
    """The answers to `mention` that a report with these incidents gives."""
    doc = {"id": "r", "text": TEXT, "published": "2020-01-01", "incidents": incidents}
    examples = Examples()
    add_report(examples, [], work_up(preparer, doc), doc, 0)
    return [answer for _, answer, _ in examples.rows["mention"]]


def test_every_act_of_a_report_without_incidents_is_an_example(preparer: Preparer) -> None:
    assert mentions(preparer, []) == [0, 0, 0, 0]


def test_an_unmarked_act_beside_a_marked_one_may_be_left_out(preparer: Preparer) -> None:
    start = TEXT.index("انفجار")
    blast = {"type": "bombing", "status": "happened", "mentions": [{"start": start, "end": start + 6}]}
    assert mentions(preparer, [blast]) == [1, 0, 0]


def test_an_act_of_an_optional_incident_is_no_example(preparer: Preparer) -> None:
    blast = {"type": "killing", "status": "happened", "optional": True, "mentions": [{"start": 0, "end": 3}]}
    assert mentions(preparer, [blast]) == [0, 0, 0]
