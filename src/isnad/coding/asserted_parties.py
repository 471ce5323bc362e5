"""Whose violence an assertion speaks of, and where."""

from collections.abc import Collection, Iterator

from isnad.coding.asserted_phrase import Phrase, Pivot
from isnad.coding.parties import Candidate, find_candidates, party_of
from isnad.coding.placing import where_of
from isnad.coding.reading import Reading
from isnad.lexicon.entries import ActorEntry
from isnad.model.slots import Party, Where

_AGAINST = frozenset({"علي", "ضد", "بحق", "في", "الي", "من", "استهدفت", "تستهدف"})
_RELATIVE = frozenset({"التي", "الذي", "الذين"})
_COUNTRY, _DIVISION = 6, 4


def actor_of(
    phrase: Phrase, pivot: Pivot, ends: tuple[int, ...], words: Collection[int]
) -> tuple[Party | None, tuple[str, ...]]:
    """The armed party among `words` whose violence is spoken of, and the ids that count as it.

    `ends` are the words after the names of the acts ("هجمات | داعش"): who stands there is meant, else who is nearest.
    """
    found = [one for one in find_candidates(phrase.reading, phrase.first, phrase.last) if one.first in words]
    acting = [one for one in found if _acts(phrase, one, ends)]
    relative = phrase.reading.tokens.words[pivot.first - 1] in _RELATIVE if pivot.first else False
    heads = [one for one in found if relative and one.last == pivot.first - 1 and one.fights]
    chosen = (
        heads[-1]
        if heads
        else min(acting, key=lambda one: (one.first not in ends, abs(one.first - pivot.first)), default=None)
    )
    if chosen is None:
        return None, ()
    party = party_of(phrase.reading, chosen)
    return party, tuple(ids_of(phrase.reading, party, chosen.sort == "state"))


def _acts(phrase: Phrase, one: Candidate, ends: tuple[int, ...]) -> bool:
    """May a party be the one that acts: a force; a state by its adjective after the acts ("الغارات الإسرائيلية")."""
    words = phrase.reading.tokens.words
    before = words[one.first - 1] if one.first > phrase.first else ""
    if not one.fights or before in _AGAINST or one.prefix.endswith("ب"):
        return False
    if one.sort == "state":
        return (one.first in ends and one.pos != "metonym") or (one.pos == "demonym" and one.first - 1 in ends)
    return one.sort == "actor" or bool(one.actor)


def ids_of(reading: Reading, party: Party, state: bool) -> Iterator[str]:
    """The ids that count as a party: its own, those of its parts; a state's forces with the state."""
    if party.id is None:
        return
    yield party.id
    lexicon = reading.lexicon
    country = next((entry.country for entry in lexicon.states if state and entry.id == party.id), None)
    for entry in lexicon.actors:
        if entry.id != party.id and (_under(entry, party.id) or (country and _of_state(entry, country))):
            yield entry.id


def _under(entry: ActorEntry, parent: str) -> bool:
    return entry.parent == parent


def _of_state(entry: ActorEntry, country: str) -> bool:
    return entry.kind == "state" and entry.country == country


def areas_of(reading: Reading, words: Collection[int]) -> tuple[Where, ...]:
    """The places named among `words`; a wider one beside one inside it is left out, others are alternatives."""
    found = []
    for row, place in enumerate(reading.places):
        where = where_of(reading, row)
        if reading.tokens.first_at(place.start) in words and where.country is not None:
            found.append(where)
    kept = {where.gazetteer_id or where.name: where for where in found if not any(_holds(where, one) for one in found)}
    return tuple(kept.values())


def _holds(wide: Where, narrow: Where) -> bool:
    """Is the one place a country or division that holds the other."""
    if wide.precision <= narrow.precision or wide.country != narrow.country:
        return False
    return wide.precision >= _COUNTRY or (wide.precision == _DIVISION and wide.admin1 == narrow.admin1)
