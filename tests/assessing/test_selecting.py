"""Which facts a scope and a period mean."""

from datetime import date

import pytest

from isnad.assessing.facts import Fact
from isnad.assessing.selecting import days_covered, select, set_aside, within
from isnad.model.finding import Period
from isnad.model.scope import Scope
from tests.assessing.making_facts import fact

HERE = fact(1, date(2021, 3, 5), country="SY", admin1="Homs", admin1_code="SY-HI")


@pytest.mark.parametrize(
    ("scope", "meant"),
    [
        (Scope(), True),
        (Scope(actor="north-forces", country="SY", admin1="Homs", types=("armed_attack",)), True),
        (Scope(admin1="SY-HI"), True),
        (Scope(since=date(2021, 3, 5), until=date(2021, 3, 5)), True),
        (Scope(actor="south-brigade"), False),
        (Scope(country="IQ"), False),
        (Scope(admin1="Aleppo"), False),
        (Scope(types=("clash",)), False),
        (Scope(since=date(2021, 3, 6)), False),
        (Scope(until=date(2021, 3, 4)), False),
    ],
)
def test_all_that_a_scope_gives_must_hold(scope: Scope, meant: bool) -> None:
    assert bool(select([HERE], scope)) is meant


def test_a_measure_has_its_own_types_where_the_scope_names_none() -> None:
    protest, taken = fact(2, type="protest"), fact(3, type="territory_change")
    assert select([HERE, protest, taken], Scope(), "frequency") == [HERE]
    assert select([HERE, protest, taken], Scope(), "control") == [taken]
    assert select([HERE, protest, taken], Scope(types=("protest",)), "frequency") == [protest]
    assert select([HERE, protest, taken], Scope()) == [HERE, protest, taken]


def test_an_incident_without_a_day_is_within_no_dates() -> None:
    undated = Fact(id="x")
    assert select([undated], Scope(until=date(2030, 1, 1))) == []
    assert select([undated], Scope()) == [undated]
    assert days_covered([undated]) is None
    assert days_covered([undated, HERE]) == Period(date(2021, 3, 5), date(2021, 3, 5))


def test_a_long_interval_is_set_aside_not_counted() -> None:
    long, march = fact(4, date(2021, 2, 10), date(2021, 4, 10)), Period(date(2021, 3, 1), date(2021, 3, 31))
    assert within([HERE, long], march, 31) == [HERE]
    assert set_aside([HERE, long], [march], 31) == 1
    assert set_aside([HERE, long], [Period(date(2022, 1, 1), date(2022, 2, 1))], 31) == 0
