"""Local: what stands near an act, by which acts of a report are told apart."""

from collections.abc import Callable

import pytest

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
