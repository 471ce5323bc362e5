"""A place of the gazetteer."""

from typing import Literal

from msgspec import Struct

PlaceKind = Literal[
    "country",
    "admin1",
    "admin2",
    "city",
    "town",
    "village",
    "quarter",
    "camp",
    "prison",
    "base",
    "crossing",
    "dam",
    "field",
    "desert",
    "mountain",
    "water",
    "road",
    "region",
    "site",
]


class Place(Struct, frozen=True, kw_only=True):
    """One place: `id` is `geonames:<number>` or `isnad:<slug>`, `name` the English or Latin name for output.

    `country` is ISO 3166-1 alpha-2, `admin1` the English name of the first-order division and `admin1_code` its
    ISO 3166-2 code; each is None where it does not apply (a sea) or is not known. `radius_km` says how far from the
    point the place reaches; `population` is 0 where unknown.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float
    population: int = 0
