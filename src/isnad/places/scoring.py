"""How well a candidate place fits a mention: a sum of named features with weights from `data/weights.yaml`.

`country`               weight of the candidate's country in the report (0 to 1)
`division_in_sentence`  its first-order division is named in the sentence (in the report: `division_in_report`)
`near_in_sentence`      nearness to the closest other place of the sentence, 1 beside it, 1/e at 60 km (`near_in_report`)
`head_fits`             the word before the name announces its kind ("village of"); `head_differs` another kind
`population`            log10 of inhabitants; `supplement` it is one of our own conflict places
`is_country`, `is_division`, `is_village`  how much likelier such a place is meant when nothing else is said
"""

from collections.abc import Iterable, Iterator, Sequence
from math import exp, log10

from isnad.model.place import Place
from isnad.places.context import Context
from isnad.places.distance import distance_km
from isnad.places.words import Weights

NEAR_KM = 60.0
BROAD = frozenset({"country", "admin1", "desert", "water"})
MOST_NEIGHBOURS = 8


def features(place: Place, kinds: Sequence[str], context: Context) -> Iterator[tuple[str, float]]:
    """The features of `place` for a mention whose head announces `kinds`, by name of their weight."""
    if place.country is not None:
        yield "country", context.countries.get(place.country, 0.0)
    if place.admin1 is not None:
        if _in_named_division(place, context.sentence_places):
            yield "division_in_sentence", 1.0
        elif _in_named_division(place, context.report_places):
            yield "division_in_report", 1.0
    yield "near_in_sentence", nearness(place, context.sentence_places)
    yield "near_in_report", nearness(place, context.report_places)
    if kinds:
        yield ("head_fits" if place.kind in kinds else "head_differs"), 1.0
    if place.population:
        yield "population", log10(place.population)
    if place.id.startswith("isnad:"):
        yield "supplement", 1.0
    if place.kind in ("country", "village"):
        yield f"is_{place.kind}", 1.0
    elif place.kind == "admin1":
        yield "is_division", 1.0


def score(told: Iterable[tuple[str, float]], weights: Weights) -> float:
    """The weighted sum of `features`."""
    return sum([float(getattr(weights, name)) * value for name, value in told])


def nearness(place: Place, others: Sequence[Place]) -> float:
    """1 beside the closest of the narrow places `others`, falling to 0 with distance."""
    if not others or place.kind in BROAD:
        return 0.0
    gaps = [distance_km(place, other) for other in _narrow(others, place)]
    return exp(-min(gaps) / NEAR_KM) if gaps else 0.0


def _narrow(others: Iterable[Place], place: Place) -> list[Place]:
    return [other for other in others if other.kind not in BROAD and other.id != place.id][:MOST_NEIGHBOURS]


def _in_named_division(place: Place, others: Iterable[Place]) -> bool:
    return any(o.admin1 == place.admin1 and o.country == place.country and o.id != place.id for o in others)
