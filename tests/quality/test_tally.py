"""Precision, recall and F1 from counts."""

from quality.tally import Tally


def test_a_wrong_value_is_both_wrong_and_missed() -> None:
    tally = Tally()
    tally.add(True, True, True)
    tally.add(True, True, False)
    tally.add(False, True, False)
    tally.add(True, False, False)
    tally.add(False, False, True)
    assert (tally.tp, tally.fp, tally.fn) == (1, 2, 2)
    assert tally.figures() == {"p": 33.3, "r": 33.3, "f1": 33.3, "tp": 1, "fp": 2, "fn": 2}


def test_a_member_is_taken_once() -> None:
    tally = Tally()
    tally.lists([["قسد"], ["الجيش"]], [["قسد", "SDF"], ["قسد"]])
    assert (tally.tp, tally.fp, tally.fn) == (1, 1, 1)


def test_no_counts_give_noughts() -> None:
    assert Tally().figures()["f1"] == 0.0
