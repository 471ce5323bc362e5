"""The measure of titles: points count within the distance and among the first places only."""

from quality.places_titles import annotate, is_near

ROW = {"latitude": 36.53, "longitude": 37.95}
NEAR = {"latitude": 36.6, "longitude": 37.95}
FAR = {"latitude": 37.6, "longitude": 37.95}
NOWHERE = {"latitude": None, "longitude": None}


def test_only_the_first_three_count() -> None:
    assert is_near(ROW, [FAR, NOWHERE, NEAR])
    assert not is_near(ROW, [FAR, FAR, FAR, NEAR])
    assert not is_near(ROW, [])


def test_titles_go_through_the_command_line() -> None:
    ((first, *_), nothing) = annotate(["غارة على منبج", "لا مكان هنا"], None)
    assert first["name"] == "Manbij"
    assert nothing == []
