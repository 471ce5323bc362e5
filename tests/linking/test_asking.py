"""Questions for a person."""

from isnad.linking.asking import unsure_pairs
from isnad.linking.clustering import group
from tests.linking.making import THRESHOLDS, judged, members, pair

_PAIRS = [pair(1, 2, 0.9), pair(2, 3, 0.3), pair(1, 3, 0.2), pair(4, 5, 0.3), pair(5, 6, 0.05)]


def _asked(*said: object, dead: dict[int, int] | None = None) -> list[tuple[int, int]]:
    judgements = list(said)
    incidents = group(members(6), _PAIRS, judgements, THRESHOLDS)  # type: ignore[arg-type]
    found = unsure_pairs(members(6), _PAIRS, incidents, judgements, THRESHOLDS, dead)  # type: ignore[arg-type]
    return [(question.pair.low, question.pair.high) for question in found]


def test_one_question_for_two_incidents_and_none_where_it_is_clear() -> None:
    assert _asked() == [(2, 3), (4, 5)]


def test_more_dead_matter_more() -> None:
    assert _asked(dead={4: 40, 5: 40}) == [(4, 5), (2, 3)]


def test_what_a_person_judged_is_not_asked_again() -> None:
    assert _asked(judged(1, "different", 1, 3)) == [(4, 5)]
    assert _asked(judged(1, "unsure", 4, 5)) == [(2, 3)]
