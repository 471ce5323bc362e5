"""Evidence: what stands around an act, as the judge is told it."""

from collections.abc import Callable

import pytest

from isnad.coding.acts import find_acts
from isnad.coding.evidence import mention_features, read_setting
from isnad.coding.judging import names_of
from isnad.coding.reading import Reading

Read = Callable[[str], Reading]


def told(reading: Reading) -> list[str]:
    """The names of the features of the first act, for the question whether it is a mention."""
    acts = find_acts(reading)
    return list(names_of(mention_features(reading, acts[0], read_setting(reading, acts))))


@pytest.mark.parametrize(("text", "old"), [("تفجير السفارة عام 1998", True), ("تفجير السفارة عام 2018", False)])
def test_a_time_more_than_ten_years_before_publication_is_history(read: Read, text: str, old: bool) -> None:
    assert ("near:history" in told(read(text))) is old
