"""The conflict names we were given are found where they are (issue 3, "Must show" 1)."""

import pytest

from isnad.places.gazetteer import load_gazetteer
from quality.places_names import Wanted, main, missing, read_wanted


@pytest.mark.shared
def test_all_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(read_wanted()) == 48
    assert main() == 0
    assert "48 of 48" in capsys.readouterr().out


def test_a_place_too_far_or_abroad_is_missing() -> None:
    gazetteer = load_gazetteer()
    here = Wanted(names=("تدمر",), country="SY", latitude=34.55, longitude=38.28, within_km=10)
    far = Wanted(names=("تدمر",), country="SY", latitude=33.0, longitude=38.28, within_km=10)
    abroad = Wanted(names=("تدمر",), country="IQ", latitude=34.55, longitude=38.28, within_km=10)
    assert list(missing([here, far, abroad], gazetteer)) == [far, abroad]
