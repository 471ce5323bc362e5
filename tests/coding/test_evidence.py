"""Evidence: what stands around an act, as the judge is told it."""

from collections.abc import Callable

import pytest

from isnad.coding.acts import find_acts
from isnad.coding.evidence import mention_features, read_setting
from isnad.coding.judging import names_of
from isnad.coding.reading import Reading

Read = Callable[[str], Reading]


def told(reading: Reading, number: int = 0) -> list[str]:
    """The names of the features of one act, for the question whether it is a mention."""
    acts = find_acts(reading)
    return list(names_of(mention_features(reading, acts[number], read_setting(reading, acts))))


@pytest.mark.parametrize(("text", "old"), [("تفجير السفارة عام 1998", True), ("تفجير السفارة عام 2018", False)])
def test_a_time_more_than_ten_years_before_publication_is_history(read: Read, text: str, old: bool) -> None:
    assert ("near:history" in told(read(text))) is old


def test_an_act_knows_those_beside_it_in_its_sentence(read: Read) -> None:
    reading = read("قتل جندي في انفجار عبوة. واعتقلت الشرطة رجلين")
    assert {"act>explosion", "act>explosion:3", "act<none"} <= set(told(reading, 0))
    assert {"act<kill", "act>none"} <= set(told(reading, 1))
    assert {"act<none", "act>none"} <= set(told(reading, 2))
