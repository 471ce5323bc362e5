"""Nesting: which of a report's places lie in which, as far as an incident's sentences name both (codebook, `where`)."""

from collections.abc import Sequence

from isnad.coding.reading import Reading
from isnad.coding.weighing import Group, known
from isnad.model.place import Place
from isnad.places.distance import distance_km

_SIZES = {"country": 4, "region": 3, "desert": 3, "water": 3, "admin1": 3, "admin2": 2, "city": 2, "town": 1}
_SPREAD_KM = 12.0
"""How far from a town's point its quarters and the sites of it lie."""


class Nesting:
    """For the places of one report the sentences that name a place inside them, and one around them; found as asked for.

    `words`: the word each mention of `reading.places` begins with.
    """

    def __init__(self, reading: Reading, words: Sequence[int]) -> None:
        self._reading = reading
        self._words = words
        self._inside: dict[str, frozenset[int]] = {}
        self._around: dict[str, frozenset[int]] = {}

    def features(self, row: int, size: str, sentences: Sequence[int]) -> Group:
        """Do an incident's `sentences` name a place inside that of mention `row`, and one that it is in.

        The act took place at the most specific one; `size` is what the place's kind counts as.
        """
        resolved = self._reading.resolved[row]
        if resolved is None:
            return ()
        place = resolved.place
        if place.id not in self._inside:
            self._find(place)
        inside, around = self._inside[place.id], self._around[place.id]
        return _named(size, not inside.isdisjoint(sentences), not around.isdisjoint(sentences))

    def _find(self, place: Place) -> None:
        inside: set[int] = set()
        around: set[int] = set()
        for word, resolved in zip(self._words, self._reading.resolved, strict=True):
            if resolved is None or resolved.place.country != place.country or resolved.place.id == place.id:
                continue
            if is_inside(resolved.place, place):
                inside.add(self._reading.sentence_of[word])
            elif is_inside(place, resolved.place):
                around.add(self._reading.sentence_of[word])
        self._inside[place.id], self._around[place.id] = frozenset(inside), frozenset(around)


def is_inside(narrow: Place, wide: Place) -> bool:
    """Does a place lie in a wider one of the same country: the country, its division, or a district or town about it."""
    if _SIZES.get(narrow.kind, 0) >= _SIZES.get(wide.kind, 0):
        return False
    if wide.kind == "country":
        return True
    if wide.kind == "admin1":
        return narrow.admin1 == wide.admin1
    return distance_km(narrow, wide) <= max(_SPREAD_KM, wide.radius_km)


@known(256)
def _named(size: str, inside: bool, around: bool) -> Group:
    return f"nested:{size}:inside {inside}", f"nested:{size}:around {around}", f"nested:{inside}:{around}"
