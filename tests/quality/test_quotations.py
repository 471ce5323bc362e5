"""Quotations: more than half of the longer one, and the thing they must agree on."""

from quality.agreement import Row
from quality.quotations import count_quotations, covers, same_speaker
from quality.tally import Tally


def quote(start: int, end: int, **others: object) -> Row:
    return {"start": start, "end": end, **others}


def test_more_than_half_of_the_longer() -> None:
    assert covers(quote(0, 10), quote(4, 10))
    assert not covers(quote(0, 10), quote(5, 10))
    assert not covers(quote(0, 10), {"start": None, "end": None})


def test_speakers() -> None:
    assert same_speaker({}, {"speaker": None})
    assert same_speaker({"speaker": "الناطق"}, {"speaker": {"text": "ناطق", "name": "spokesman"}})
    assert not same_speaker({"speaker": "الناطق"}, {})


def test_counting() -> None:
    gold = [quote(0, 10, kind="control"), quote(20, 30, kind="siege", optional=True), quote(40, 50, kind="siege")]
    told = [quote(0, 9, kind="control"), quote(20, 30, kind="siege"), quote(40, 50, kind="control")]
    tally = Tally()
    count_quotations(tally, "situations", gold, told)
    assert (tally.tp, tally.fp, tally.fn) == (1, 1, 1)
