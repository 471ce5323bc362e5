"""UCDP GED: columns as its codebook lists them, sides, deaths that sum to best, what is left out and why."""

from datetime import date
from typing import Any

import pytest

from isnad.model.recorded import RecordedIncident
from isnad.publishing.acled import Mapping
from isnad.publishing.columns import read_columns
from isnad.publishing.profiles import LeftOut
from isnad.publishing.ucdp_ged import event_number, grid_cell, ucdp_row
from tests.linking.builders import loss
from tests.publishing.recorded import (
    ARMY,
    AS_OF,
    CIVILIANS,
    GROUP,
    GUNMEN,
    REBELS,
    REGISTRY,
    days,
    incident,
    killed_of,
    where,
)

COLUMNS = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1
adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a
deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()
OWN = [name for name in COLUMNS if "dset_id" in name or "new_id" in name]
MAPPING = Mapping(registry=REGISTRY, as_of=AS_OF)


def row(given: RecordedIncident) -> dict[str, Any]:
    found = ucdp_row(given, MAPPING)
    assert not isinstance(found, LeftOut), found
    return dict(found)


def parts(found: dict[str, Any]) -> tuple[int, int, int, int]:
    return found["deaths_a"], found["deaths_b"], found["deaths_civilians"], found["deaths_unknown"]


def test_the_columns_are_ucdps() -> None:
    assert list(read_columns("ucdp_ged").names) == COLUMNS == list(row(incident()))
    assert len(COLUMNS) == 49


def test_ids_of_ucdp_are_never_invented() -> None:
    found = row(incident())
    assert len(OWN) == 8
    assert {found[name] for name in [*OWN, "conflict_name", "active_year", "code_status"]} == {None}
    assert all(column.empty for column in read_columns("ucdp_ged").columns if column.name in OWN)


def test_one_sided_violence() -> None:
    found = row(incident())
    assert (found["type_of_violence"], found["side_a"], found["side_b"]) == (3, "Syrian government forces", "Civilians")
    assert parts(found) == (0, 0, 4, 0)
    assert (found["low"], found["best"], found["high"]) == (4, 4, 4)
    assert (found["gwnoa"], found["country_id"], found["region"]) == (652, 652, "Middle East")
    assert found["source_original"] == "الطبيب سالم الراوي"


def test_the_state_is_side_a_whoever_attacks() -> None:
    found = row(
        incident(
            perpetrators=(GROUP,), targets=(ARMY,), killed=loss(10), figures=(), killed_perpetrators=loss(3),
            victims=killed_of(civilians=2, forces=4),
        )
    )  # fmt: skip
    assert (found["type_of_violence"], found["dyad_name"]) == (1, "Syrian government forces - Islamic State")
    assert parts(found) == (4, 3, 2, 1)
    assert sum(parts(found)) == found["best"]


def test_forces_of_no_side_told_are_unknown() -> None:
    found = row(incident(perpetrators=(GROUP,), targets=(REBELS,), victims=killed_of(forces=4)))
    assert found["type_of_violence"] == 2
    assert parts(found) == (0, 0, 0, 4)


def test_parts_never_exceed_best() -> None:
    found = row(
        incident(
            perpetrators=(GROUP,),
            targets=(REBELS,),
            killed_perpetrators=loss(9),
            victims=killed_of(civilians=7, forces=7),
        )
    )
    assert parts(found) == (4, 0, 0, 0)


def test_an_open_toll_is_as_high_as_anyone_named() -> None:
    found = row(incident(killed=loss(4, None), figures=()))
    assert (found["low"], found["best"], found["high"]) == (4, 4, 4)


@pytest.mark.parametrize(
    ("first", "last", "grade"),
    [
        (date(2023, 3, 1), date(2023, 3, 1), 1),
        (date(2023, 3, 1), date(2023, 3, 6), 2),
        (date(2023, 3, 1), date(2023, 3, 7), 3),
        (date(2023, 3, 1), date(2023, 3, 31), 4),
        (date(2023, 1, 1), date(2023, 12, 31), 5),
    ],
)
def test_days(first: date, last: date, grade: int) -> None:
    found = row(incident(when=days(first, last)))
    assert (found["date_prec"], found["date_start"], found["date_end"]) == (grade, str(first), str(last))


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ({"status": "alleged"}, "status_alleged"),
        ({"aggregate": True}, "aggregate"),
        ({"perpetrators": ()}, "perpetrator_unknown"),
        ({"perpetrators": (GUNMEN,)}, "perpetrator_unknown"),
        ({"targets": ()}, "target_unknown"),
        ({"targets": (GUNMEN, CIVILIANS)}, "target_unknown"),
        ({"killed": None, "figures": ()}, "no_death"),
        ({"killed": loss(0), "figures": ()}, "no_death"),
        ({"when": days(date(2021, 1, 1), date(2022, 12, 31))}, "day_too_vague"),
        ({"where": where(country=None)}, "no_country"),
        ({"where": where(longitude=None)}, "no_coordinates"),
    ],
)
def test_what_is_left_out_says_why(slots: dict[str, Any], reason: str) -> None:
    assert ucdp_row(incident(**slots), MAPPING) == LeftOut(reason)


def test_grid_cells() -> None:
    # PRIO-GRID counts from the south-west corner of the world.
    assert grid_cell(-90, -180) == 1
    assert grid_cell(-89.6, -179.4) == 2
    assert grid_cell(-89.4, -180) == 721
    assert grid_cell(90, 180) == 259200


def test_numbers_of_incidents() -> None:
    assert event_number("m-0000000000ff") == 255
    assert event_number("m-" + "f" * 12) < 2**53
    with pytest.raises(ValueError, match="not an incident"):
        event_number("r1#1")
