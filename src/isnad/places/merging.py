"""Merging imported places and the user's own into the gazetteer: what is the same place is one place.

An imported town that the gazetteer has (its GeoNames number, or a shared name in the same country within 5 km) gives it
its names and keeps the gazetteer's id and values. A place of the user's own file takes the place of ours instead.
"""

from collections.abc import Iterable

from isnad.model.place import Place
from isnad.places.distance import distance_km
from isnad.places.guarding import is_no_name
from isnad.places.imported import ImportedPlace
from isnad.places.sources import folded_name, without_head
from isnad.places.spelling import respelled
from isnad.places.stock import SETTLED, Stock
from isnad.places.supplement import RADII

SAME_PLACE_KM = 5.0
SAME_DISTRICT_KM = 60.0
SHORTEST = 3
HEADLESS = SETTLED | {"admin1", "admin2"}


def add_imported(stock: Stock, places: Iterable[ImportedPlace]) -> None:
    """Take in imported places, ordered by id, after all of ours."""
    divisions = {(p.country, p.admin1): row for row, p in enumerate(stock.places) if p.kind == "admin1"}
    districts: list[ImportedPlace] = []
    for place in places:
        if place.kind == "country":
            continue  # all countries are ours; their names in other gazetteers are often those of regions
        if place.kind == "admin1" and (place.country, place.admin1) in divisions:
            _call_division(stock, divisions[place.country, place.admin1], place)
        elif place.kind == "admin2":
            districts.append(place)  # once all towns are there: a district must not take their names
        else:
            _add(stock, place)
    for place in districts:
        _add_district(stock, place)


def add_chosen(stock: Stock, places: Iterable[ImportedPlace]) -> None:
    """Take in the places of the user's own file; each overrides ours of the same id, or of the same name and kind."""
    for place in places:
        names, written = names_of(place)
        row = stock.rows.get(place.id)
        if row is None:
            made = place_of(place)
            row = stock.twin(made, names, SAME_PLACE_KM, stock.chosen) if made.kind in SETTLED else None
            if row is None:
                row = stock.add(made, [], {})
        stock.places[row] = place_of(place, stock.places[row])
        stock.minor.discard(row)
        stock.chosen.add(row)
        _give_way(stock, row, names)
        stock.call(row, names, written)


def names_of(place: ImportedPlace) -> tuple[list[str], dict[str, str]]:
    """The folded names that lead to an imported place, other usual spellings among them, and those it has as written."""
    written = {folded_name(name): name for name in place.arabic}
    found: dict[str, None] = {}
    for key in written:
        # "village of X" is X with its head before it; a camp or a quarter may be known by the whole only.
        for name in (without_head(key),) if place.kind in HEADLESS else (key, without_head(key)):
            if len(name) >= SHORTEST and not is_no_name(name):
                found.update(dict.fromkeys(respelled(name)))
    return list(found), written


def place_of(place: ImportedPlace, old: Place | None = None) -> Place:
    """An imported place as a place of the gazetteer; what it leaves open is taken from `old`, whose id it keeps."""
    known = old if old is not None else Place(id=place.id, name=place.name, kind=place.kind, radius_km=0.0)
    same_country = known.country == place.country
    return Place(
        id=known.id,
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1 or (known.admin1 if same_country else None),
        admin1_code=place.admin1_code or (known.admin1_code if same_country and not place.admin1 else None),
        admin2=place.admin2 or (known.admin2 if same_country else None),
        latitude=place.latitude,
        longitude=place.longitude,
        radius_km=place.radius_km or usual_radius(place),
        population=place.population or known.population,
    )


def usual_radius(place: ImportedPlace) -> float:
    """How far such a place usually reaches, in km."""
    return 100.0 if place.kind == "admin1" else 400.0 if place.kind == "country" else float(RADII[place.kind])


def _add(stock: Stock, place: ImportedPlace) -> None:
    names, written = names_of(place)
    made = place_of(place)
    row = stock.rows.get(place.id, stock.rows.get(f"geonames:{place.geonames}"))
    if row is None and place.kind in SETTLED | {"quarter"}:
        row = stock.twin(made, names, SAME_PLACE_KM)
    if row is not None and stock.places[row].country == place.country:
        stock.call(row, _unclaimed(stock, row, names), written)
        return
    stock.minor.add(stock.add(made, names, written))


def _unclaimed(stock: Stock, row: int, names: Iterable[str]) -> list[str]:
    """Names for a known place without those of a division or country: a capital is often listed under theirs."""
    own = stock.places[row]
    return [
        name
        for name in names
        if not any(
            stock.places[other].kind in ("admin1", "country") and stock.places[other].country == own.country
            for other in stock.names.get(name, ())
        )
    ]


def _call_division(stock: Stock, row: int, place: ImportedPlace) -> None:
    """Names for a division of ours, without those of a town of its country (many list it under its capital's)."""
    names, written = names_of(place)
    country = stock.places[row].country
    free = [n for n in names if not any(stock.places[r].country == country for r in stock.names.get(n, ()))]
    stock.call(row, free, {key: name for key, name in written.items() if key in free})


def _add_district(stock: Stock, place: ImportedPlace) -> None:
    """A district, or more names for the one of ours that it is; beside a town of its name it counts after its head."""
    made = place_of(place)
    names, written = names_of(place)
    ours = {row for name in names for row in stock.names.get(name, ()) if stock.places[row].kind == "admin2"}
    for row in sorted(ours):
        other = stock.places[row]
        if other.country == place.country and distance_km(made, other) < SAME_DISTRICT_KM:
            stock.call(row, [name for name in names if name not in stock.names], written)
            return
    stock.minor.add(stock.add(made, names, written))


def _give_way(stock: Stock, row: int, names: Iterable[str]) -> None:
    """Ours of the same name, country and sort lose it to the user's place, unless they lie in another division."""
    chosen = stock.places[row]
    for name in names:
        kept = [r for r in stock.names.get(name, ()) if r in stock.chosen or not _is_rival(stock.places[r], chosen)]
        if name in stock.names:
            stock.names[name] = kept


def _is_rival(place: Place, chosen: Place) -> bool:
    alike = place.kind == chosen.kind or {place.kind, chosen.kind} <= SETTLED | {"quarter"}
    apart = place.admin1 is not None and chosen.admin1 is not None and place.admin1 != chosen.admin1
    return alike and place.country == chosen.country and not apart
