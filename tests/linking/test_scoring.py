"""Chances of pairs: what speaks for one incident does, and nothing depends on the rest of the record."""

import pytest

from isnad.linking.scoring import score_pairs
from tests.linking.making import DAY, row

_LATER = DAY.toordinal() + 3


def test_two_tellings_alike_are_likely_one_and_their_weights_can_be_read() -> None:
    (found,) = score_pairs([row(1), row(2)])
    assert found.chance > 0.9
    assert found.levels["place"] == "same place"
    assert found.weights["day"] > 0


def test_another_place_day_and_toll_speak_against() -> None:
    other = row(2, place="own:town", latitude=35.9, first=_LATER, last=_LATER, killed_low=9, killed_high=9)
    chances = [pair.chance for pair in score_pairs([row(1), other], keep=0.0)]
    assert chances
    assert max(chances) < 0.3


def test_far_in_time_are_no_candidates() -> None:
    days = DAY.toordinal() + 60
    assert list(score_pairs([row(1), row(2, first=days, last=days)], keep=0.0)) == []


def test_a_row_without_a_day_meets_the_same_village() -> None:
    (found,) = score_pairs([row(1), row(2, first=None, last=None)], keep=0.0)
    assert found.levels["day"] == "unknown"


def test_one_report_that_names_two_places_tells_two_incidents() -> None:
    two = row(2, report="r1", place="own:town", latitude=35.82)
    assert all(pair.chance < 0.02 for pair in score_pairs([row(1), two], keep=0.0))


def test_adding_in_two_goes_gives_what_adding_at_once_gives() -> None:
    rows = [row(1), row(2, killed_low=4, killed_high=4), row(3, type="air_strike"), row(4, words=(), place_words=())]
    at_once = list(score_pairs(rows))
    in_two = [*score_pairs(rows[:2]), *score_pairs(rows[2:], rows[:2])]
    assert sorted((p.low, p.high, round(p.chance, 9)) for p in in_two) == [
        (p.low, p.high, round(p.chance, 9)) for p in at_once
    ]


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        list(score_pairs([row(1), row(1)]))


def test_nothing_new_gives_nothing() -> None:
    assert list(score_pairs([], [row(1), row(2)])) == []
