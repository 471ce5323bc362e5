"""Near spellings: a name that no gazetteer has as written, and places whose names differ only in what scribes vary.

Long vowels, the article, ta marbuta, doubled letters and the gap in a compound are left out of a name's skeleton:
"معارة الأرتيق" and "معرة الارتيق" have the same one.
"""

import re
from collections.abc import Sequence

from isnad.model.place import Place
from isnad.places.gazetteer import ARTICLE, Gazetteer
from isnad.places.guarding import HEAD_ONLY
from isnad.places.stock import SETTLED

SHORTEST_SKELETON = 4
_VARIED = re.compile("[اويهىء]")
_DOUBLED = re.compile(r"(.)\1+")


def skeleton(name: str) -> str:
    """What is left of a folded name when all that scribes vary is taken out."""
    words = (word.removeprefix(ARTICLE) for word in name.split())
    return _DOUBLED.sub(r"\1", _VARIED.sub("", "".join(words)))


class NearSpellings:
    """Finds settled places by a near spelling. The table is made when the first name is asked for."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._rows: dict[str, list[int]] = {}

    def find(self, name: str, divisions: Sequence[Place]) -> Place | None:
        """The one settled place in one of `divisions` with a name like the folded `name`; None for none or several."""
        key = skeleton(name)
        if len(key) < SHORTEST_SKELETON or not divisions:
            return None
        allowed = {(place.country, place.admin1) for place in divisions if place.admin1}
        found: dict[str, Place] = {}
        for name_id in self._table().get(key, ()):
            for place in self._gazetteer.candidates(name_id):
                if place.kind in SETTLED | {"quarter"} and (place.country, place.admin1) in allowed:
                    found[place.id] = place
        return next(iter(found.values())) if len(found) == 1 else None

    def _table(self) -> dict[str, list[int]]:
        if not self._rows:
            for name_id, name in enumerate(self._gazetteer.names):
                if self._gazetteer.guards[name_id] <= HEAD_ONLY:
                    self._rows.setdefault(skeleton(name), []).append(name_id)
        return self._rows
