"""Our own places lie in the divisions they are said to be in (issue 3, "Must show" 1)."""

import pytest

pytest.importorskip("shapely", reason="shapely is not installed: make setup")

from quality.places_polygons import FEWEST, POLYGONS, WANTED, compare, main


@pytest.mark.shared
def test_enough_places_lie_in_their_division(capsys: pytest.CaptureFixture[str]) -> None:
    compared = compare(POLYGONS)
    assert compared.rows >= FEWEST
    assert compared.share >= WANTED
    assert set(compared.unmatched) <= {"PS-JEM"}
    assert main() == 0
    assert f"{compared.rows} places" in capsys.readouterr().out
