"""Facts from rows of UCDP GED; the row is invented."""

from datetime import date

import pytest

from isnad.assessing.ged import fact_of_ged

ROW = {
    "id": "7",
    "type_of_violence": "1",
    "side_a_new_id": "118",
    "side_b_new_id": "4456",
    "source_office": "Paper;Paper;Watch",
    "source_original": "",
    "where_prec": "1",
    "adm_1": "Homs Governorate",
    "adm_2": "",
    "latitude": "34.8",
    "longitude": "36.7",
    "country_id": "652",
    "date_start": "2016-01-01",
    "date_end": "2016-01-03",
    "deaths_civilians": "2",
    "low": "3",
    "best": "4",
    "high": "6",
}


def test_a_row_becomes_a_fact() -> None:
    found = fact_of_ged(ROW)
    assert (found.id, found.type, found.country, found.admin1, found.admin2) == ("ged:7", "clash", "SY", "Homs", None)
    assert (found.day, found.days) == (date(2016, 1, 2), 3)
    assert found.actors == ("ucdp:118", "ucdp:4456")
    assert found.killed == (3, 4, 6)
    assert found.civilian is True
    assert found.outlets == found.roots == ("Paper", "Watch")


def test_one_sided_violence_has_one_actor_and_harms_civilians() -> None:
    found = fact_of_ged({**ROW, "type_of_violence": "3", "deaths_civilians": "0", "where_prec": "4"})
    assert (found.type, found.actors, found.civilian, found.in_town) == ("killing", ("ucdp:118",), True, None)


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="many"):
        fact_of_ged({**ROW, "best": "many"})
    with pytest.raises(KeyError):
        fact_of_ged({"id": "7"})
