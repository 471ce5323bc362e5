"""The gazetteer: folded names, and the places that bear them, made into objects only when asked for."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import cast

from isnad.model.place import Place, PlaceKind
from isnad.places.borders import DEFAULT, POLICIES, checked_policy, under
from isnad.places.columns import ORIGINS, Columns, integers, reals
from isnad.places.imported import places_folder
from isnad.text.folding import fold

ARTICLE = "ال"


class Gazetteer:
    """Places by name.

    `names` holds every folded surface form (no clitics; with its article if the name has one), sorted; a name's
    index is its id. `borders` is the policy for disputed places (docs/borders.md). `guards` has one small number a name,
    see `Columns`; a few names cover others and have no places.
    """

    def __init__(self, columns: Columns, borders: str = DEFAULT) -> None:
        self._columns = columns
        self.borders = checked_policy(borders)
        self._choices = columns.borders[self.borders]
        self.names: list[str] = columns.names.split("\n") if columns.names else []
        self.guards = columns.guards
        self._starts = integers(columns.starts)
        self._members = integers(columns.members)
        self._ids = columns.ids.split("\n")
        self._labels = columns.labels.split("\n")
        self._countries = integers(columns.countries)
        self._divisions = integers(columns.divisions)
        self._districts = integers(columns.districts)
        self._latitudes = reals(columns.latitudes)
        self._longitudes = reals(columns.longitudes)
        self._radii = reals(columns.radii)
        self._populations = integers(columns.populations)
        self._known = integers(columns.known)
        self._areas = integers(columns.areas)
        self._codes = integers(columns.codes)
        self._made: dict[int, Place] = {}
        self._found: dict[int, tuple[Place, ...]] = {}

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._ids)

    def candidates(self, name_id: int) -> Sequence[Place]:
        """The places that bear name `name_id`, supplement and populous ones first; IndexError for an unknown id.

        Imported namesakes of a known place are left out; see `namesakes`.
        """
        known = self._found.get(name_id)
        if known is None:
            if not 0 <= name_id < len(self.names):
                raise IndexError(f"no name {name_id}")
            start = self._starts[name_id]
            rows = self._members[start : start + self._known[name_id]]
            known = self._found[name_id] = tuple(self.place(row) for row in rows)
        return known

    def namesakes(self, name_id: int) -> Sequence[Place]:
        """The imported places that bear name `name_id` beside a known one; they count where the text speaks for one."""
        start, end = self._starts[name_id] + self._known[name_id], self._starts[name_id + 1]
        return [self.place(row) for row in self._members[start:end]]

    def rows_of(self, name_id: int) -> Sequence[int]:
        """The rows of all places that bear name `name_id`."""
        return self._members[self._starts[name_id] : self._starts[name_id + 1]]

    def row_of(self, place_id: str) -> int | None:
        """The row of the place with this id; None where there is none."""
        return self._row_of_id.get(place_id)

    def is_imported(self, place: Place) -> bool:
        """Has only an import of the user's this place."""
        row = self.row_of(place.id)
        return row is not None and self.origin(row) == "imported"

    def label(self, row: int) -> str:
        """The Latin name of the place of row `row`."""
        return self._labels[row]

    def division_names(self) -> list[str]:
        """The English names of all first-order divisions."""
        return [division.name for division in self._columns.division_table]

    def origin(self, row: int) -> str:
        """Where the place of row `row` comes from: one of `ORIGINS`."""
        return ORIGINS[self._columns.origins[row]]

    def written_names(self, row: int) -> list[str]:
        """The names of the place of row `row` in Arabic script, as written, the usual one first."""
        return [name for name in self._written[row].split("/") if name]

    def lookup(self, name: str) -> Sequence[Place]:
        """The places called `name` as written: folded, then with or without its article; () where there are none."""
        name_id = self.name_id(name)
        return () if name_id is None else self.candidates(name_id)

    def name_id(self, name: str) -> int | None:
        """The id of a name as written, article added or left out where needed; None where it is unknown."""
        key = " ".join(fold(name).split())
        if not key:
            return None
        other = key[len(ARTICLE) :] if key.startswith(ARTICLE) else ARTICLE + key
        return self._rows.get(key, self._rows.get(other))

    def country_name(self, code: str) -> str:
        """The English name of the country with this ISO 3166-1 alpha-2 code; the code itself where unknown."""
        return self._columns.country_names.get(code, code)

    def division(self, country: str, admin1: str) -> Place | None:
        """The first-order division of `country` with this English name, as a place."""
        row = self._division_rows.get((country, admin1))
        return None if row is None else self.place(row)

    def country(self, code: str) -> Place | None:
        """The country with this ISO 3166-1 alpha-2 code, as a place."""
        row = self._row_of_id.get(f"isnad:{code}")
        return None if row is None else self.place(row)

    def place(self, row: int) -> Place:
        """The place of row `row`."""
        made = self._made.get(row)
        if made is None:
            made = self._made[row] = self._make(row)
        return made

    def _make(self, row: int) -> Place:
        columns = self._columns
        country, division, district = self._countries[row], self._divisions[row], self._districts[row]
        part = columns.division_table[division] if division >= 0 else None
        place = Place(
            id=self._ids[row],
            name=self._labels[row],
            kind=cast(PlaceKind, columns.kind_names[columns.kinds[row]]),
            country=columns.country_codes[country] if country >= 0 else None,
            admin1=part.name if part else None,
            admin1_code=part.code if part else None,
            admin2=columns.district_names[district] if district >= 0 else None,
            latitude=self._latitudes[row],
            longitude=self._longitudes[row],
            radius_km=self._radii[row],
            population=self._populations[row],
        )
        area, code = self._areas[row], self._codes[row]
        if area < 0:
            return place
        return under(self._choices[area], place, columns.code_table[code] if code >= 0 else None)

    @cached_property
    def _row_of_id(self) -> dict[str, int]:
        return {place_id: row for row, place_id in enumerate(self._ids)}

    @cached_property
    def _written(self) -> list[str]:
        return self._columns.written.split("\n")

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.names)}

    @cached_property
    def _division_rows(self) -> dict[tuple[str, str], int]:
        kind = self._columns.kind_names.index("admin1") if "admin1" in self._columns.kind_names else -1
        found: dict[tuple[str, str], int] = {}
        for row, its in enumerate(self._columns.kinds):
            if its == kind:
                place = self.place(row)
                if place.admin1 is not None and place.name == place.admin1:
                    found[place.country or "", place.admin1] = row
        return found


@lru_cache(maxsize=2 * len(POLICIES))
def _load(own_file: Path | None, folder: Path, borders: str, _state: str) -> Gazetteer:
    from isnad.places.building import read_or_build

    return Gazetteer(read_or_build(own_file, folder), borders)


def load_gazetteer(own_file: Path | None = None, folder: Path | None = None, borders: str = DEFAULT) -> Gazetteer:
    """The gazetteer with what was imported, built at first use and kept in the user's cache folder.

    `own_file` is a table of places of the user's own, `folder` where imported places are kept (by default the user's
    data folder), `borders` the policy for disputed places. Read again only when something has changed; SettingsError
    where a file of the user's is wrong or there is no such policy.
    """
    from isnad.places.building import state_key

    chosen = places_folder(folder)
    return _load(own_file, chosen, checked_policy(borders), state_key(own_file, chosen))
