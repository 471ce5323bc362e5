"""The outside table and Knox's test on simulated points."""

from pathlib import Path

import pytest

from isnad.assessing.clustering import by_arrays
from isnad.assessing.tabulating import tabulate
from quality.assess_ucdp import found_share, library_checks, planted, read_ged, scattered, table_checks

TABLE = Path(__file__).resolve().parents[3] / "shared" / "events" / "ucdp_ged_syria_2016_2019.csv.gz"


def test_knox_finds_what_is_planted_and_seldom_what_is_not() -> None:
    assert found_share(planted, 20, by_arrays) >= 0.9
    assert found_share(scattered, 60, by_arrays) <= 0.13


@pytest.mark.shared
@pytest.mark.skipif(not TABLE.exists(), reason="the shared table is not here")
def test_the_outside_table_is_measured_as_the_libraries_measure_it() -> None:
    ours = tabulate(read_ged(TABLE))
    assert [name for name, right in [*table_checks(TABLE, ours), *library_checks(ours)] if not right] == []
