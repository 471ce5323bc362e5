"""Governorates of towns that a gazetteer places in a territory only."""

from isnad.model.place import Place
from isnad.places.governing import told_divisions, with_governorates


def place(identity: str, longitude: float, code: str | None, kind: str = "town") -> Place:
    return Place(
        id=identity, name=identity, kind=kind, country="PS", admin1="West Bank", admin1_code=code,  # type: ignore[arg-type]
        admin2=code, latitude=32.0, longitude=longitude, radius_km=2.0,
    )  # fmt: skip


WEST, EAST = place("isnad:west", 35.0, "PS-QQA"), place("isnad:east", 35.4, "PS-JRH")
TERRITORY = place("isnad:PS_WB", 35.2, None, "admin1")


def governorate_of(longitude: float) -> str | None:
    return with_governorates([WEST, EAST, TERRITORY, place("geonames:1", longitude, None)], {"West Bank"})[
        -1
    ].admin1_code


def test_the_clearly_nearest_decides() -> None:
    assert governorate_of(35.02) == "PS-QQA"
    assert governorate_of(35.38) == "PS-JRH"


def test_midway_nothing_is_said() -> None:
    assert governorate_of(35.2) is None


def test_other_places_are_left_alone() -> None:
    assert with_governorates([WEST, EAST, TERRITORY], {"West Bank"}) == [WEST, EAST, TERRITORY]
    assert with_governorates([WEST, TERRITORY, place("geonames:1", 35.0, None)], set())[-1].admin1_code is None


def test_a_record_tells_the_governorate_where_one_is_known() -> None:
    assert told_divisions(WEST) == ("PS-QQA", None)
    assert told_divisions(TERRITORY) == ("West Bank", None)
