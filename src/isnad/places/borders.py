"""Disputed borders: the policy that says which country a place there gets (`data/borders.yaml`, docs/borders.md)."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from isnad.model.errors import SettingsError
from isnad.model.place import Place
from isnad.places.words import read_table

Borders = Literal["un", "de_facto", "none"]
POLICIES: tuple[Borders, ...] = get_args(Borders)
DEFAULT: Borders = "un"
USER_ASSIGNED = {"XN": "Northern Cyprus", "XS": "Somaliland"}
"""Names of the user-assigned country codes that are ours alone."""


class Choice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a policy gives a place: see the head of `data/borders.yaml`."""

    source: str
    country: str | None = None
    admin1: str | None = None
    code: str | None = None
    keep: bool = False
    codes: Mapping[str, str] = {}


class Area(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A disputed area: which places it holds, who claims it, and what each policy says."""

    id: str
    en: str
    ar: str
    claims: tuple[str, ...]
    un: Choice
    de_facto: Choice
    codes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    outline: tuple[tuple[float, float], ...] = ()

    def choice(self, policy: Borders) -> Choice:
        """What `policy` says of this area."""
        if policy == "none":
            return Choice(source="nothing is stated")
        return self.un if policy == "un" else self.de_facto

    def holds(self, place: Place, codes: Sequence[str]) -> bool:
        """Is `place`, with these country and division codes in our data, in this area.

        An outline says nothing of countries, divisions and seas: their point stands for something wider.
        """
        if not self.codes.isdisjoint(codes) or place.name in self.names:
            return True
        if not self.outline or place.kind in ("country", "admin1", "water") or place.latitude is None:
            return False
        return _within(place.latitude, place.longitude or 0.0, self.outline)


class Disputed(Struct, frozen=True, kw_only=True):
    """Which places lie in which disputed area: for each place its division's code and its row in `areas`, -1 for none."""

    codes: Sequence[str | None] = ()
    rows: Sequence[int] = ()
    areas: Sequence[Area] = ()


NOTHING_DISPUTED = Disputed()


def read_areas() -> tuple[Area, ...]:
    """All disputed areas, in the order in which they are tried; SettingsError where the file is wrong."""
    return read_table("borders.yaml", tuple[Area, ...])


def find_disputed(
    places: Sequence[Place], codes: Sequence[str | None], exempt: Collection[int] = ()
) -> tuple[list[Place], Disputed]:
    """The places as the policies are laid over them, and which are disputed; rows in `exempt` (the user's own) never are."""
    areas = read_areas()
    pairs = enumerate(zip(places, codes, strict=True))
    rows = [-1 if number in exempt else area_of(place, code, areas) for number, (place, code) in pairs]
    held = [without_foreign_division(p, areas[row]) if row >= 0 else p for p, row in zip(places, rows, strict=True)]
    return held, Disputed(codes=codes, rows=rows, areas=areas)


def area_of(place: Place, code: str | None, areas: Sequence[Area]) -> int:
    """The disputed area that holds a place, -1 for none; `code` is its division's code. The high seas are nobody's."""
    if place.country is None:
        return -1
    codes = [found for found in (place.country, code) if found]
    return next((row for row, area in enumerate(areas) if area.holds(place, codes)), -1)


def without_foreign_division(place: Place, area: Area) -> Place:
    """`place` without a division of a country other than `area`'s home: a source that takes sides does not decide here."""
    if place.country in (area.un.country, *(code[:2] for code in area.codes)):
        return place
    return replace(place, admin1=None, admin1_code=None, admin2=None)


def checked_policy(name: str) -> Borders:
    """The policy of this name; SettingsError where there is none."""
    for policy in POLICIES:
        if name == policy:
            return policy
    raise SettingsError("borders", f"no such policy: {name} (known: {', '.join(POLICIES)})")


def under(choice: Choice, place: Place, code: str | None) -> Place:
    """`place` with the country and division that `choice` gives; `code` is its division's code in our data."""
    if choice.keep:
        iso = choice.codes.get(code or "", place.admin1_code)
        theirs = iso is not None and iso.startswith(f"{choice.country}-")  # no country has another one's code
        return replace(place, country=choice.country, admin1_code=iso if theirs else None)
    same = choice.admin1 is not None and choice.admin1 == place.admin1 and choice.country == place.country
    return replace(
        place, country=choice.country, admin1=choice.admin1, admin1_code=choice.code,
        admin2=place.admin2 if same else None,
    )  # fmt: skip


@lru_cache(maxsize=64)
def _box(outline: tuple[tuple[float, float], ...]) -> tuple[float, float, float, float]:
    norths, easts = [north for north, _ in outline], [east for _, east in outline]
    return min(norths), max(norths), min(easts), max(easts)


def _within(latitude: float, longitude: float, outline: tuple[tuple[float, float], ...]) -> bool:
    """Does the point lie in the polygon: a line due east crosses its edges an odd number of times."""
    south, north, west, east = _box(outline)
    if not (south <= latitude <= north and west <= longitude <= east):
        return False
    inside = False
    for (north, east), (next_north, next_east) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (north > latitude) != (next_north > latitude):
            crossing = east + (latitude - north) * (next_east - east) / (next_north - north)
            inside ^= longitude < crossing
    return inside
