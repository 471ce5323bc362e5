"""The weights that ship."""

import msgspec
import pytest

from isnad.linking.weights import Odds, decode_weights, load_weights


def test_the_weights_that_ship_are_those_of_the_comparisons_and_say_where_they_come_from() -> None:
    weights = load_weights()
    assert "same_incident" in weights.origin
    assert weights.bits("place", "same place") > 1 > -1 > weights.bits("place", "apart")
    assert weights.thresholds.unsure < weights.thresholds.same


def test_a_weight_is_the_logarithm_of_how_much_oftener() -> None:
    assert Odds(0.8, 0.1).bits == pytest.approx(3)


def test_weights_of_other_comparisons_are_refused() -> None:
    weights = load_weights()
    less = {name: levels for name, levels in weights.comparisons.items() if name != "day"}
    with pytest.raises(ValueError, match="fit them anew"):
        decode_weights(msgspec.json.encode(msgspec.structs.replace(weights, comparisons=less)))
