"""Events as rows: divisions by the nearest place whatever the file calls them, Arabic words of the place."""

from isnad.linking.outside_rows import to_outside_row
from tests.linking.outside_making import event, outside


def test_division_country_and_words_come_from_the_point() -> None:
    row = to_outside_row(event(admin1="Raqqa Governorate"), -1, outside().surroundings, outside().actors)
    assert (row.country, row.admin1) == ("SY", "SY-RA")
    assert row.place is not None


def test_a_whole_division_is_a_place_of_its_own() -> None:
    at = outside().surroundings.place(event(precision=4, radius_km=80))
    assert at.admin1 == "SY-RA"
    assert at.place != outside().surroundings.place(event()).place
    assert outside().surroundings.place(event(precision=6)).place is None


def test_words_of_a_place_nobody_knows_are_compared_if_arabic() -> None:
    at_sea = event(latitude=34.0, longitude=33.0, country=None, place="قرية زمردانة Zumurrudah")
    row = to_outside_row(at_sea, -1, outside().surroundings, outside().actors)
    assert (row.country, row.admin1) == (None, None)
    assert "زمردانه" in row.words
    assert not any(word.isascii() for word in row.words)


def test_countries_by_name_and_code() -> None:
    surroundings = outside().surroundings
    assert [surroundings.country(name) for name in ("Syria", "sy", "Yemen (North Yemen)", "Atlantis", None)] == [
        "SY", "SY", "YE", None, None,
    ]  # fmt: skip


def test_an_event_without_a_kind_may_be_anything() -> None:
    row = to_outside_row(event(types=()), -1, outside().surroundings, outside().actors)
    assert {"explosive", "street", "words"} <= {*row.kins}
