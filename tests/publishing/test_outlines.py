"""The outlines and who lies in which."""

import msgspec
import pytest

from isnad.model.slots import Where
from isnad.publishing.brief_content import AreaMap, Said, Shade, ShadeClass
from isnad.publishing.brief_map import map_svg
from isnad.publishing.outlines import area_of, holds, read_outlines
from tests.publishing.brief_record import place


def test_the_file_is_small_and_covers_the_arab_world() -> None:
    from importlib.resources import files

    raw = files("isnad.publishing").joinpath("data", "outlines.json").read_bytes()
    assert len(raw) < 400_000
    assert "public domain" in raw[:300].decode()
    countries = {area.country for area in read_outlines().values()}
    assert set("SY IQ LB JO PS IL EG SD SS LY TN DZ MA EH MR YE SA OM AE QA BH KW SO DJ KM".split()) <= countries
    assert all(area.ar and area.name for area in read_outlines().values())


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("SY-HL", 37.16, 36.2),
        ("SY-DY", 40.14, 35.33),
        ("IQ-NI", 43.13, 36.34),
        ("YE-TA", 44.02, 13.58),
        ("SD-KH", 32.53, 15.55),
    ],
)
def test_capitals_of_divisions_lie_in_them(code: str, longitude: float, latitude: float) -> None:
    assert [area.code for area in read_outlines().values() if holds(area, longitude, latitude)] == [code]


def test_a_place_is_found_by_code_or_by_point() -> None:
    where = place(0)
    assert (found := area_of(where)) is not None
    assert found.code == "SY-HL"
    coded_otherwise = msgspec.structs.replace(where, admin1_code="SY-99")
    assert (found := area_of(coded_otherwise)) is not None
    assert found.code == "SY-HL"
    assert area_of(msgspec.structs.replace(where, admin1=None, admin1_code=None)) is None


def map_of(**given: object) -> str:
    values: dict[str, object] = {
        "country": "SY",
        "division": None,
        "shades": (Shade(code="SY-HL", incidents=7, label="<حلب> 7"),),
        "classes": tuple(ShadeClass(low=low, label=str(low)) for low in (1, 3, 6, 11, 21)),
        "marks": (),
        "legend": "",
        "told": Said(text="told"),
        "note": "",
    }
    return map_svg(msgspec.convert(values | given, AreaMap))


def test_a_map_is_drawn_and_escapes_its_labels() -> None:
    drawn = map_of()
    assert drawn.startswith("<svg ")
    assert "&lt;حلب&gt; 7" in drawn
    assert drawn.count('fill="#6fa9d1"') == 2  # the division and its step of the legend


def test_a_map_of_nothing_is_no_map() -> None:
    assert map_of(country=None, shades=()) == ""


def test_all_divisions_of_a_country_fit_into_the_frame() -> None:
    for country in {area.country for area in read_outlines().values()}:
        assert map_of(country=country, shades=()).startswith("<svg ")


def test_where_without_a_point_is_on_no_map() -> None:
    where = Where(name="x", country="SY", admin1="Somewhere", precision=4, start=0, end=1, text="x")
    assert area_of(where) is None
