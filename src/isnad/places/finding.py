"""Finding places by name for a reader, with the features by which the scorer orders them."""

from collections.abc import Iterable

from msgspec import Struct

from isnad.model.errors import UsageError
from isnad.model.place import Place
from isnad.places.context import Context
from isnad.places.gazetteer import Gazetteer
from isnad.places.geonames import plain_latin
from isnad.places.scoring import features
from isnad.places.similar import skeleton
from isnad.places.sources import folded_name
from isnad.places.words import read_weights, read_words


class Candidate(Struct, frozen=True, kw_only=True):
    """A place that a name may mean: what is known of it, its score without any context, and the features of it.

    `source` is where it comes from, `match` how it was found: `name`, `latin`, `near spelling`.
    """

    id: str
    name: str
    arabic: tuple[str, ...]
    kind: str
    country: str | None
    admin1: str | None
    admin1_code: str | None
    admin2: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float
    population: int
    source: str
    match: str
    score: float
    reasons: tuple[str, ...]


def find_places(
    gazetteer: Gazetteer, name: str, country: str | None = None, division: str | None = None
) -> list[Candidate]:
    """The places called `name`, in the order in which the scorer takes them where the text says nothing else.

    `country` is a code, `division` a first-order division by English name, ISO code or Arabic name; both only narrow
    the list. A head before the name ("محافظة حلب") counts as it does in a text.
    """
    rows, match, kinds = _rows(gazetteer, name)
    wanted = _division_names(gazetteer, division) if division else frozenset[str]()
    found = []
    for row in rows:
        place = gazetteer.place(row)
        if country and (place.country or "").upper() != country.upper():
            continue
        if division and not {place.admin1, place.admin1_code} & wanted:
            continue
        found.append(_candidate(gazetteer, row, match, kinds))
    return sorted(found, key=lambda each: (each.source != "own file", -each.score, each.id))


def show_place(gazetteer: Gazetteer, place_id: str) -> Candidate:
    """The place with this id; UsageError where there is none."""
    row = gazetteer.row_of(place_id)
    if row is None:
        raise UsageError(f"no place has the id {place_id}")
    return _candidate(gazetteer, row, "id", ())


def names_of_row(gazetteer: Gazetteer, row: int) -> list[str]:
    """All folded names that lead to the place of row `row`."""
    return [name for name_id, name in enumerate(gazetteer.names) if row in gazetteer.rows_of(name_id)]


def _rows(gazetteer: Gazetteer, name: str) -> tuple[Iterable[int], str, tuple[str, ...]]:
    name_id = gazetteer.name_id(name)
    if name_id is not None and gazetteer.rows_of(name_id):
        return gazetteer.rows_of(name_id), "name", ()
    head, _, rest = folded_name(name).partition(" ")
    kinds = read_words().heads.get(head, ())
    name_id = gazetteer.name_id(rest) if kinds and rest else None
    if name_id is not None and gazetteer.rows_of(name_id):
        return gazetteer.rows_of(name_id), "name", kinds
    key = _latin(name)
    if key:
        return [row for row in range(len(gazetteer)) if _latin(gazetteer.label(row)) == key], "latin", ()
    bones = skeleton(folded_name(name))
    near = [i for i, other in enumerate(gazetteer.names) if len(bones) > 2 and skeleton(other) == bones]
    return dict.fromkeys(row for i in near for row in gazetteer.rows_of(i)), "near spelling", ()


def _division_names(gazetteer: Gazetteer, division: str) -> frozenset[str | None]:
    """What `division` may be called in a place's `admin1` and `admin1_code`."""
    places = [place for place in gazetteer.lookup(division) if place.kind == "admin1"]
    codes = {place.admin1_code for place in places} | {place.admin1 for place in places}
    return frozenset({division, division.upper(), *codes, *_same_latin(gazetteer, division)} - {None})


def _same_latin(gazetteer: Gazetteer, division: str) -> set[str]:
    key = _latin(division)
    return {name for name in gazetteer.division_names() if key and _latin(name) == key}


def _latin(name: str) -> str:
    letters = plain_latin(name).lower()
    key = "".join(sign for sign in letters if sign.isalnum())
    return key if key.isascii() else ""


def _candidate(gazetteer: Gazetteer, row: int, match: str, kinds: tuple[str, ...]) -> Candidate:
    place: Place = gazetteer.place(row)
    weights = read_weights()
    marks = [(name, float(getattr(weights, name)) * value) for name, value in features(place, kinds, Context())]
    return Candidate(
        id=place.id,
        name=place.name,
        arabic=tuple(gazetteer.written_names(row)),
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        admin1_code=place.admin1_code,
        admin2=place.admin2,
        latitude=place.latitude,
        longitude=place.longitude,
        radius_km=place.radius_km,
        population=place.population,
        source=gazetteer.origin(row),
        match=match,
        score=round(sum(mark for _, mark in marks), 2),
        reasons=tuple(f"{name} {mark:+.2f}" for name, mark in marks if mark),
    )
