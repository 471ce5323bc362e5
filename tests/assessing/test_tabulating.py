"""Measures by group and period."""

from datetime import date

import pytest

from isnad.assessing.facts import Fact
from isnad.assessing.tabulating import groups_of, tabulate
from isnad.model.finding import Grouping
from isnad.model.scope import Scope
from tests.assessing.making_facts import fact, monthly


def test_months_between_the_first_and_the_last_are_all_there() -> None:
    found = tabulate(monthly([2, 0, 3]))
    assert [(row.period.first, row.measures.incidents) for row in found.rows] == [
        (date(2021, 1, 1), 2),
        (date(2021, 2, 1), 0),
        (date(2021, 3, 1), 3),
    ]
    assert all(row.thin for row in found.rows)  # one outlet alone is few


def test_the_longer_unit_dates_what_the_shorter_cannot() -> None:
    long = fact(9, date(2021, 2, 1), date(2021, 3, 20))
    facts = [*monthly([1, 1, 1, 1]), long, Fact(id="no-day")]
    assert (tabulate(facts).undated, tabulate(facts, unit="quarter").undated) == (2, 1)
    assert [row.measures.incidents for row in tabulate(facts, unit="quarter").rows] == [4, 1]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (None, (None,)),
        ("actor", ("north-forces", "south-brigade")),
        ("type", ("armed_attack",)),
        ("country", ("SY",)),
        ("admin1", ("SY/Homs",)),
        ("admin2", ("SY/Homs/unknown",)),
    ],
)
def test_groups(by: Grouping | None, groups: tuple[str | None, ...]) -> None:
    one = fact(1, country="SY", admin1="Homs", actors=("north-forces", "south-brigade"))
    assert groups_of(one, by) == groups
    assert groups_of(fact(1, actors=()), "actor") == ("unknown",)


def test_an_incident_of_two_actors_stands_under_both() -> None:
    facts = [fact(1, actors=("a", "b")), fact(2, actors=("b",))]
    assert [(row.group, row.measures.incidents) for row in tabulate(facts, by="actor").rows] == [("a", 1), ("b", 2)]


def test_a_scope_chooses_and_an_empty_one_has_no_rows() -> None:
    facts = monthly([2, 2])
    assert len(tabulate(facts, Scope(until=date(2021, 1, 31))).rows) == 1
    assert tabulate(facts, Scope(actor="nobody")).rows == ()
    assert tabulate([Fact(id="no-day")]).undated == 1


def test_new_ground_is_from_earlier_months_of_the_same_group() -> None:
    near, far = {"latitude": 35.0, "longitude": 38.0}, {"latitude": 36.0, "longitude": 38.0}
    facts = [fact(1, date(2021, 1, 3), **near), fact(2, date(2021, 2, 3), **far)]
    assert [row.measures.new_ground_km for row in tabulate(facts).rows] == [None, pytest.approx(111.2)]
