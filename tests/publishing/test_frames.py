"""Incidents in pandas, Arrow and geopandas have the values of the rows."""

import pytest

from isnad.publishing.columns import read_columns
from isnad.publishing.frames import IncidentTable
from tests.publishing.recorded import incident, where

pytest.importorskip("pyarrow")
TABLE = IncidentTable(
    lambda: [incident(), incident(seq=2, published=None, where=None, when=None, killed=None, figures=())]
)


def test_it_may_be_gone_through_again() -> None:
    assert [one.id for one in TABLE] == [one.id for one in TABLE] == ["m-1", "m-2"]


def test_arrow() -> None:
    found = TABLE.to_arrow()
    assert tuple(found.column_names) == read_columns("incidents").names
    assert found.column("killed_best").to_pylist() == [4, None]


def test_pandas_knows_missing_from_zero() -> None:
    pd = pytest.importorskip("pandas")
    frame = TABLE.to_pandas()
    assert list(frame["killed_best"]) == [4, pd.NA]
    assert frame["killed_best"].sum() == 4
    assert frame["when_latest"][0] == pd.Timestamp(2023, 3, 10)
    assert pd.isna(frame["when_latest"][1])


def test_geopandas_has_points_where_they_are_known() -> None:
    pytest.importorskip("geopandas")
    frame = TABLE.to_geopandas()
    place = where()
    assert (frame.geometry[0].x, frame.geometry[0].y) == (place.longitude, place.latitude)
    assert frame.geometry[1] is None
    assert len(frame) == 2


def test_claims() -> None:
    pytest.importorskip("pandas")
    frame = TABLE.claims()
    assert list(frame["according_to"]) == ["الطبيب سالم الراوي"]
    assert list(frame["relayed_by"]) == ["وكالة النهر"]


def test_nothing_gives_an_empty_frame_with_all_columns() -> None:
    pytest.importorskip("pandas")
    frame = IncidentTable(list).to_pandas()
    assert (len(frame), tuple(frame.columns)) == (0, read_columns("incidents").names)
