"""Ranges of figures: what all reports agree on is sure, what a few reports decide is not."""

import numpy as np

from quality.intervals import Ranged, lines, ranges
from quality.scoring import score
from tests.quality.builders import clash, document, shelling

RIGHT = document(shelling(), id="right")
HALF = document(shelling(), clash(), id="half")
CODED = [RIGHT, document(shelling(type="air_strike"), id="half")]


def test_what_all_reports_agree_on_is_sure() -> None:
    found = ranges([RIGHT] * 5, [RIGHT] * 5, draws=50)
    assert found["record"] == found["on pairs when"] == Ranged(100.0, 100.0, 100.0)
    assert "wounded" not in found  # no report has any


def test_values_are_the_scorers() -> None:
    found = ranges([RIGHT, HALF], CODED, draws=50)
    result = score([RIGHT, HALF], CODED).result()
    figures = {name: each.value for name, each in found.items() if not name.startswith("on pairs")}
    assert figures == {name: result[name]["f1"] for name in figures}
    assert found["on pairs typed"].value == result["on_pairs"]["typed"]["right"] == 50.0


def test_the_range_is_that_of_reports_drawn_by_hand() -> None:
    """Of four reports each wholly right or wholly wrong, the share right in a draw is binomial."""
    wrong = document(shelling(type="air_strike"), id="wrong")
    gold = [RIGHT, RIGHT, document(shelling(), id="wrong"), document(shelling(), id="wrong")]
    found = ranges(gold, [RIGHT, RIGHT, wrong, wrong], draws=4000)["on pairs typed"]
    drawn = np.random.default_rng(1).binomial(4, 0.5, 100_000) * 25.0
    assert (found.low, found.high) == tuple(np.percentile(drawn, [2.5, 97.5]))


def test_a_line_names_figure_and_range() -> None:
    assert list(lines({"record": Ranged(35.4, 31.0, 39.5)})) == ["record                   35.4    31.0 to  39.5"]
