"""An event of another dataset as a row that linking can compare with the record's.

What files give in words of their own is brought to our keys: the division by the nearest known place, since no two
datasets spell divisions alike, and the point's own place, whose Arabic names are the rare words of the event.
"""

from math import floor
from typing import Final, get_args

from msgspec import Struct

from isnad.linking.outside_actors import OutsideActors
from isnad.linking.rows import Row, kins_of
from isnad.linking.wording import MOST_WORDS, bare_words, everyday_words
from isnad.model.coded import IncidentType
from isnad.model.outside import OutsideEvent
from isnad.model.place import Place
from isnad.places.distance import distance_km
from isnad.places.gazetteer import Gazetteer
from isnad.text.folding import fold

OUTSIDE_REPORT: Final = "\x00outside"  # no report's id
_CELL: Final = 0.25
_SAME_PLACE_KM: Final = 1.5
_NEAR_KM: Final = 40.0
_SETTLED: Final = 2
_DIVISION: Final = 4
_ALL_KINS: Final = tuple(sorted({kin for kind in get_args(IncidentType) for kin in kins_of(kind)}))


class Placed(Struct, frozen=True):
    """Where an event is, in our keys: country code, division code or name, and the id and words of the place."""

    country: str | None = None
    admin1: str | None = None
    place: str | None = None
    words: tuple[str, ...] = ()


class Surroundings:
    """The known places by cells of a quarter of a degree."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._seen: dict[tuple[float, float], tuple[Place, float] | None] = {}
        self._countries: dict[str, str] = {}
        for row in range(len(gazetteer)):
            place = gazetteer.place(row)
            if place.country:
                self._countries.setdefault(gazetteer.country_name(place.country).casefold(), place.country)
            if place.latitude is not None and place.longitude is not None and place.radius_km < _NEAR_KM:
                self._cells.setdefault(_cell(place.latitude, place.longitude), []).append(row)

    def place(self, event: OutsideEvent) -> Placed:
        """Where an event is."""
        country = self.country(event.country)
        found = self._nearest(event.latitude, event.longitude)
        if found is None:
            return Placed(country, event.admin1)
        near, km = found
        if country and near.country != country:
            return Placed(country, event.admin1)
        division = near.admin1_code or near.admin1
        if (event.precision or 1) >= _DIVISION:
            whole = self._gazetteer.division(near.country or "", near.admin1 or "")
            return Placed(near.country, division, whole.id if whole and event.precision == _DIVISION else None)
        if km > _SAME_PLACE_KM or (event.precision or 1) > _SETTLED:
            return Placed(near.country, division)
        return Placed(near.country, division, near.id, self._words(near))

    def country(self, words: str | None) -> str | None:
        """The code of a country by its English name, or a code as it is; None where it is not known."""
        if not words:
            return None
        name = words.partition("(")[0].strip()
        return name.upper() if len(name) == 2 else self._countries.get(name.casefold())

    def _nearest(self, latitude: float | None, longitude: float | None) -> tuple[Place, float] | None:
        if latitude is None or longitude is None:
            return None
        if (latitude, longitude) not in self._seen:
            self._seen[latitude, longitude] = self._look_around(latitude, longitude)
        return self._seen[latitude, longitude]

    def _look_around(self, latitude: float, longitude: float) -> tuple[Place, float] | None:
        y, x = _cell(latitude, longitude)
        around = [row for dy in (-1, 0, 1) for dx in (-1, 0, 1) for row in self._cells.get((y + dy, x + dx), ())]
        here = Place(id="", name="", kind="site", latitude=latitude, longitude=longitude, radius_km=0)
        measured = ((distance_km(here, self._gazetteer.place(row)), row) for row in around)
        km, row = min(measured, default=(_NEAR_KM + 1, 0))
        return (self._gazetteer.place(row), km) if km <= _NEAR_KM else None

    def _words(self, place: Place) -> tuple[str, ...]:
        row = self._gazetteer.row_of(place.id)
        names = self._gazetteer.written_names(row) if row is not None else []
        return _rare(" ".join(names))


def to_outside_row(event: OutsideEvent, number: int, surroundings: Surroundings, actors: OutsideActors) -> Row:
    """The row of an event, with `number` for its id. Its sides stand in both roles: most files do not say who began."""
    at, meant = surroundings.place(event), actors.meant(event.actors)
    sides = tuple(sorted(meant.ids))
    return Row(
        id=number,
        report=OUTSIDE_REPORT,
        root=OUTSIDE_REPORT,
        country=at.country,
        admin1=at.admin1,
        place=at.place,
        latitude=event.latitude,
        longitude=event.longitude,
        radius=event.radius_km,
        precision=event.precision,
        first=event.first.toordinal(),
        last=event.last.toordinal(),
        type=event.types[0] if event.types else "other",
        kins=tuple(sorted({kin for kind in event.types for kin in kins_of(kind)})) or _ALL_KINS,
        perpetrators=sides,
        targets=sides,
        killed_low=event.killed_low,
        killed_high=event.killed_high,
        words=tuple(sorted({*at.words, *_rare(event.place or "")}))[:MOST_WORDS],
    )


def _rare(words: str) -> tuple[str, ...]:
    """The rare Arabic words: Latin ones are in no report of ours."""
    return tuple(word for word in bare_words(fold(words)) if not word.isascii() and word not in everyday_words())


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return floor(latitude / _CELL), floor(longitude / _CELL)
