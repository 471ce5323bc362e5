"""The context of a report in which its place names are read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from isnad.model.place import Place
from isnad.places.gazetteer import Gazetteer
from isnad.places.mentions import Mentioned

COUNTRY_NAMED = 1.0
PLACE_NAMED = 1.0
OUTLET = 0.7
MOST_PLACES = 12


class Context(Struct, frozen=True, kw_only=True):
    """What is known before a name is resolved.

    `countries` has a weight from 0 to 1 for each country code (named in the report or known from its outlet), `sentence_places` the
    clear places of the same sentence, `report_places` those of the whole report.
    """

    countries: Mapping[str, float] = {}
    sentence_places: Sequence[Place] = ()
    report_places: Sequence[Place] = ()


def read_context(mentions: Sequence[Mentioned], gazetteer: Gazetteer, outlet_countries: Sequence[str] = ()) -> Context:
    """The context of a whole report: countries by their share of mentions, and its unambiguous places.

    A name counts for a country as far as its candidates lie there; one in a single country only is clear.
    The heaviest country has weight 1.
    """
    votes: dict[str, float] = defaultdict(float)
    clear: dict[str, Place] = {}
    for mention in mentions:
        candidates = gazetteer.candidates(mention.name_id)
        countries = {place.country for place in candidates if place.country}
        for code in countries:
            votes[code] += (COUNTRY_NAMED if candidates[0].kind == "country" else PLACE_NAMED) / len(countries)
        if candidates and (len(candidates) == 1 or _one_spot(candidates)):
            clear.setdefault(candidates[0].id, candidates[0])
    for code in outlet_countries:
        votes[code] += OUTLET
    most = max(votes.values(), default=1.0)
    return Context(
        countries={code: vote / most for code, vote in votes.items()}, report_places=tuple(clear.values())[:MOST_PLACES]
    )


def clear_places(mentions: Sequence[Mentioned], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places among `mentions` whose names leave no choice, for `Context.sentence_places`."""
    found = (gazetteer.candidates(mention.name_id) for mention in mentions)
    return tuple(c[0] for c in found if c and (len(c) == 1 or _one_spot(c)) and c[0].kind != "country")


def _one_spot(candidates: Sequence[Place]) -> bool:
    """A town and the division named after it count as one."""
    first = candidates[0]
    return len(candidates) <= 3 and all(p.country == first.country and p.admin1 == first.admin1 for p in candidates)


def without_places(context: Context, candidates: Sequence[Place]) -> Context:
    """The context without what the name itself may mean: a city is no evidence for the division of its own name."""
    own = {place.id for place in candidates}
    if not any(place.id in own for place in (*context.sentence_places, *context.report_places)):
        return context
    return Context(
        countries=context.countries,
        sentence_places=tuple(p for p in context.sentence_places if p.id not in own),
        report_places=tuple(p for p in context.report_places if p.id not in own),
    )
