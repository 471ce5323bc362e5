"""Local: what stands near an act, by which acts of a report are told apart."""

from collections.abc import Callable

import pytest

from isnad.coding.grouping import same_features
from isnad.coding.judging import names_of
from isnad.coding.reading import Reading
from isnad.coding.workup import Workup

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("هجوم على سجن الصقر في المدينة", {"prison صقر"}),
        ("هجوم على سجن في المدينة", set()),
        ("هجوم على الدورية", set()),
    ],
)
def test_a_facility_with_a_name_is_kept_with_it(read: Read, text: str, named: set[str]) -> None:
    work = Workup(read(text))
    local = work.locals_of(work.acts)[work.acts[0].index]
    assert local.named == named


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("هجوم على معسكر الصقر. وخلف الهجوم على معسكر الصقر دمارا.", "named:same"),
        ("هجوم على معسكر الصقر. ووقع الهجوم على معسكر النهر.", "named:differ"),
    ],
)
def test_acts_at_named_facilities_are_told_apart_by_the_name(read: Read, text: str, feature: str) -> None:
    work = Workup(read(text))
    attacks = [act for act in work.acts if act.id == "attack"]
    features = same_features(work.reading, attacks[0], attacks[1], work.locals_of(work.acts))
    assert feature in set(names_of(features))
