"""The measures of a group of incidents."""

import pytest

from isnad.assessing.measuring import measure
from isnad.model.finding import Measures, Share, Toll
from tests.assessing.making_facts import fact


def test_nothing_has_no_measures() -> None:
    assert measure([]) == Measures()
    assert Share().value is None


def test_tolls_carry_low_best_and_high() -> None:
    found = measure([fact(1, killed=(1, 2, 3)), fact(2, killed=(4, 5, None)), fact(3)])
    assert found.killed == Toll(low=5, best=7, high=8)
    assert (found.incidents, found.killed_told, found.open_high) == (3, 2, 1)
    assert found.lethality == (2.5, 3.5, 4.0)


def test_shares_are_of_what_is_told() -> None:
    found = measure(
        [
            fact(1, defended=True, daylight=True, in_town=False, civilian=False, strength=100),
            fact(2, defended=False, tactics=("suicide", "direct_fire"), strength=20),
            fact(3, weapons=("mine",)),
            fact(4, weapons=("mine", "mortar"), tactics=("planted",)),
        ]
    )
    assert found.defended == Share(count=1, known=2)
    assert found.defended.value == 0.5
    assert (found.daylight, found.in_town) == (Share(count=1, known=1), Share(count=0, known=1))
    assert found.complexity == Share(count=2, known=3)
    assert found.civilian_harm == Share(count=0, known=1)
    assert (found.attackers_median, found.attackers_known) == (60, 2)


def test_districts_control_and_civilians() -> None:
    homs, hama = {"country": "SY", "admin1": "Homs"}, {"country": "SY", "admin1": "Hama"}
    found = measure(
        [
            fact(1, **homs, control_claim=True, civilians_killed=(1, 2, None)),
            fact(2, **homs),
            fact(3, **hama, civilians_killed=(0, 1, 2)),
            fact(4),
        ]
    )
    assert (found.districts, found.top_district, found.top_district_share) == (2, "SY/Homs", Share(count=2, known=3))
    assert found.districts_even == pytest.approx(3)
    assert found.control_claims == 1
    assert found.civilians_killed == Toll(low=1, best=3, high=4)


def test_independence_of_the_sourcing() -> None:
    found = measure([fact(1, roots=("a",)), fact(2, roots=("a", "b", "c")), fact(3, roots=(), outlets=("x", "y"))])
    assert (found.roots, found.single_root) == (2.0, Share(count=1, known=2))
    assert found.outlets == 3


def test_forty_outlets_make_one_incident() -> None:
    assert measure([fact(1, outlets=tuple(f"o{n}" for n in range(40)))]).incidents == 1
