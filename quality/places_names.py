"""The conflict names of `../shared/places/names48.jsonl`, each found within its distance: `python -m quality.places_names`.

Exit status 1 where one is not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from isnad.model.place import Place
from isnad.places.gazetteer import Gazetteer, load_gazetteer
from isnad.places.sphere import great_circle_km

NAMES: Final = Path(__file__).resolve().parents[2] / "shared" / "places" / "names48.jsonl"


class Wanted(msgspec.Struct, frozen=True):
    """A place under its names, and how near the place found must be."""

    names: tuple[str, ...]
    country: str
    latitude: float
    longitude: float
    within_km: float


def read_wanted(path: Path = NAMES) -> tuple[Wanted, ...]:
    """The rows of the file."""
    return tuple(msgspec.json.decode(line, type=Wanted) for line in path.read_bytes().splitlines())


def missing(rows: Sequence[Wanted], gazetteer: Gazetteer) -> Iterator[Wanted]:
    """The rows under none of whose names a place of their country lies near enough."""
    for row in rows:
        found = (place for name in row.names for place in gazetteer.lookup(name) if place.country == row.country)
        if not any(_gap_km(row, place) <= row.within_km for place in found):
            yield row


def _gap_km(row: Wanted, place: Place) -> float:
    if place.latitude is None or place.longitude is None:
        return float("inf")
    return great_circle_km((row.latitude, row.longitude), (place.latitude, place.longitude))


def main() -> int:
    """Print how many are found and which are not; the exit status."""
    if not NAMES.exists():
        print(f"{NAMES} is not here, so nothing is compared")
        return 0
    rows = read_wanted()
    lost = tuple(missing(rows, load_gazetteer()))
    for row in lost:
        print(f"not within {row.within_km} km: {row.names[0]}")
    print(f"{len(rows) - len(lost)} of {len(rows)} found")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
