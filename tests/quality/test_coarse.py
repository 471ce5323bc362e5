"""Every type of the codebook has a group."""

from typing import get_args

from isnad.model.coded import IncidentType
from quality.coarse import GROUP_OF, coarse


def test_the_groups_hold_the_codebooks_types_and_no_others() -> None:
    assert set(GROUP_OF) == set(get_args(IncidentType))


def test_unknown_types() -> None:
    assert coarse({"type": "landmine"}) == "explosions"
    assert coarse({"type": "quarrel"}) == coarse({}) == "unknown"
