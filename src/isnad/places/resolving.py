"""Resolving a mention: which place is meant, how precisely, and why.

Precision is UCDP's `where_prec` (contract.md): 1 the place itself, 2 within about 25 km, 3 second-order division,
4 first-order division, 5 a vaguer region, 6 country, 7 sea.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from isnad.model.place import Place
from isnad.places.context import Context, without_places
from isnad.places.distance import distance_km
from isnad.places.gazetteer import Gazetteer
from isnad.places.mentions import Mentioned
from isnad.places.offsets import Offset, between, offset
from isnad.places.scoring import features, score
from isnad.places.sphere import Point
from isnad.places.words import read_weights, read_words

__all__ = ["Context", "Mentioned", "Resolved", "resolve"]

PRECISION = {
    "country": 6,
    "admin1": 4,
    "admin2": 3,
    "desert": 5,
    "region": 5,
    "water": 7,
    "mountain": 2,
    "road": 2,
    "field": 2,
}
FARTHEST_PAIR = 12
"""How many characters may part the two names of "between X and Y"."""
MINOR = frozenset({"town", "village", "quarter"})
FOREIGN_TOWN = 100_000
"""Inhabitants from which on a town may be meant in a report that hardly touches its country."""
HAMLET = 5_000
FAMOUS = 200_000
"""Inhabitants of a city that is meant by its name wherever the report is from."""
FAR_OFF_KM = 80.0
TOWN_KM = 20.0
"""How far from a place of its town a quarter may lie."""
HARDLY = 0.2
"""Share of the report's leading country below which a country counts as hardly touched."""
COUNTRYSIDE = frozenset({"ريف", "ارياف", "باديه"})


class Resolved(Struct, frozen=True, kw_only=True):
    """The place meant by a mention, with UCDP precision, uncertainty in km, relation, and the features that decided.

    `point` is where the act is put: the place's own point, or displaced from it as the relation says.
    """

    place: Place
    point: Point | None = None
    precision: int
    radius_km: float
    relation: str | None = None
    distance_km: float | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()


def resolve(mention: Mentioned, gazetteer: Gazetteer, context: Context) -> Resolved | None:
    """The best of the mention's candidates; None where its name has none that the report allows."""
    candidates = gazetteer.candidates(mention.name_id)
    if not candidates:
        return None
    kinds = read_words().heads.get(mention.head, ()) if mention.head else ()
    weights = read_weights()
    context = without_places(context, candidates)
    if _is_called_quarter(mention, gazetteer):
        candidates = [place for place in candidates if not _is_out_of_place(place, context)]
    if not candidates:
        return None
    candidates = [*candidates, *_namesakes(mention, gazetteer, candidates, kinds, context)]
    if len(candidates) == 1:
        best, mark, told = candidates[0], 0.0, list(features(candidates[0], kinds, context))
    else:
        rows = [list(features(place, kinds, context)) for place in candidates]
        marks = [score(row, weights) for row in rows]
        mark = max(marks)
        best, told = candidates[marks.index(mark)], rows[marks.index(mark)]
    if _is_far_fetched(best, mention, gazetteer, context):
        return None
    return _resolved(mention, _division_of(best, mention, gazetteer), mark, _reasons(told))


def _namesakes(
    mention: Mentioned, gazetteer: Gazetteer, candidates: Sequence[Place], kinds: Sequence[str], context: Context
) -> list[Place]:
    """Imported namesakes of a known place that the text speaks for: by the word before, or by the country around."""
    others = gazetteer.namesakes(mention.name_id)
    if not others:
        return []
    if kinds and not any(place.kind in kinds for place in candidates):
        return [place for place in others if place.kind in kinds]
    if any(place.kind == "country" or place.population >= FAMOUS for place in candidates):
        return []
    around = {place.country for place in (*context.sentence_places, *context.report_places)}
    if not around or any(place.country in around for place in candidates):
        return []
    return [place for place in others if place.country in around]


def _is_called_quarter(mention: Mentioned, gazetteer: Gazetteer) -> bool:
    """Do the words say "quarter of" before the name, or does the name begin so."""
    small = read_words().small
    return mention.head in small or gazetteer.names[mention.name_id].partition(" ")[0] in small


def _is_out_of_place(place: Place, context: Context) -> bool:
    """A quarter of another town than those the report names: such names are common."""
    if place.kind != "quarter":
        return False
    narrow = [other for other in (*context.sentence_places, *context.report_places) if other.admin1]
    return bool(narrow) and not any(_is_beside(place, other) for other in narrow)


def _is_beside(place: Place, other: Place) -> bool:
    same = (place.country, place.admin1) == (other.country, other.admin1)
    return same or distance_km(place, other) <= TOWN_KM + other.radius_km


def _is_far_fetched(place: Place, mention: Mentioned, gazetteer: Gazetteer, context: Context) -> bool:
    """A division or a city where the text says "village of", or a small place of a country the report hardly touches."""
    if mention.head in read_words().small and mention.relation is None and place.kind in ("country", "admin1", "city"):
        return True
    if is_obscure(place, gazetteer) and _is_elsewhere(place, context):
        return True
    minor = place.kind in MINOR and place.population < FOREIGN_TOWN
    return minor and 0.0 < context.countries.get(place.country or "", 0.0) < HARDLY


def is_obscure(place: Place, gazetteer: Gazetteer) -> bool:
    """A hamlet as only imported gazetteers have them."""
    small = place.kind in MINOR and place.population < HAMLET
    return small and gazetteer.is_imported(place)


def _is_elsewhere(place: Place, context: Context) -> bool:
    """Does the text lie far off and name neither the division nor a place near it: then it means a namesake."""
    around = [*context.sentence_places, *context.report_places]
    if not around or any((p.country, p.admin1) == (place.country, place.admin1) for p in around):
        return False
    return all(distance_km(place, other) > FAR_OFF_KM + other.radius_km for other in around)


def _division_of(place: Place, mention: Mentioned, gazetteer: Gazetteer) -> Place:
    """The governorate where the text says "countryside of" its capital: the same name bears both."""
    if mention.head not in COUNTRYSIDE or place.kind in ("admin1", "country") or not place.country or not place.admin1:
        return place
    division = gazetteer.division(place.country, place.admin1)
    same_name = division is not None and any(p.id == division.id for p in gazetteer.candidates(mention.name_id))
    return division if same_name and division is not None else place


def _resolved(mention: Mentioned, place: Place, mark: float, reasons: tuple[str, ...]) -> Resolved:
    where = offset(place, PRECISION.get(place.kind, 1), mention.relation, mention.wind, mention.distance_km)
    return Resolved(
        place=place, point=where.point, precision=where.precision, radius_km=where.radius_km, relation=mention.relation,
        distance_km=mention.distance_km, score=mark, reasons=reasons,
    )  # fmt: skip


def place_at(place: Place, mention: Mentioned, reasons: tuple[str, ...]) -> Resolved:
    """A place known from elsewhere, with what the words before its mention say."""
    return _resolved(mention, place, 0.0, reasons)


def as_is(place: Place, reason: str) -> Resolved:
    """A place that nothing is said of but its name."""
    mention = Mentioned(start=0, end=0, name_id=0)
    return _resolved(mention, place, 0.0, (reason,))


def join_between(mentions: Sequence[Mentioned], resolved: Sequence[Resolved | None]) -> list[Resolved | None]:
    """The same, both places of a "between X and Y" put midway where both are narrow enough to have a middle."""
    joined = list(resolved)
    for row in range(len(mentions) - 1):
        one, other = joined[row], joined[row + 1]
        if one is None or other is None or not mentions[row].relation == mentions[row + 1].relation == "between":
            continue
        middle = between(one.place, other.place)
        if middle is None or mentions[row + 1].start - mentions[row].end > FARTHEST_PAIR:
            continue
        reason = f"place: midway between {one.place.name} and {other.place.name}"
        joined[row] = _moved(one, middle, reason)
        joined[row + 1] = _moved(other, middle, reason)
    return joined


def _moved(resolved: Resolved, where: Offset, reason: str) -> Resolved:
    return replace(
        resolved, point=where.point, radius_km=where.radius_km, precision=where.precision,
        reasons=(reason, *resolved.reasons),
    )  # fmt: skip


def _reasons(told: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    return tuple([f"place:{name}" for name, value in told if value > 0.2])
