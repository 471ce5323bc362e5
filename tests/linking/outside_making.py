"""Events of other datasets and rows of the record for tests; all invented."""

from datetime import date
from functools import cache
from typing import Any

from isnad.lexicon.loading import load_lexicon
from isnad.linking.outside import Outside
from isnad.linking.outside_actors import OutsideActors
from isnad.linking.outside_rows import Surroundings
from isnad.linking.rows import Row, kins_of
from isnad.model.outside import OutsideEvent
from isnad.places.gazetteer import load_gazetteer

DAY = date(2023, 3, 1)


@cache
def outside() -> Outside:
    return Outside(Surroundings(load_gazetteer()), OutsideActors(load_lexicon()))


def event(identity: str = "e1", **changed: Any) -> OutsideEvent:
    """A bombing in Raqqa with 14 dead, changed as asked."""
    facts: dict[str, Any] = {
        "line": 2, "first": DAY, "last": DAY, "latitude": 35.95, "longitude": 39.01, "precision": 1, "radius_km": 5.0,
        "country": "Syria", "kind": "bombing", "types": ("bombing",), "killed_low": 14, "killed_best": 14, "killed_high": 14,
    }  # fmt: skip
    facts.update(changed)
    return OutsideEvent(id=identity, **facts)


def known(number: int, **changed: Any) -> Row:
    """The same as the record has it."""
    facts: dict[str, Any] = {
        "report": f"r{number}", "root": f"r{number}", "country": "SY", "admin1": "SY-RA", "latitude": 35.95,
        "longitude": 39.01, "radius": 5.0, "precision": 1, "first": DAY.toordinal(), "last": DAY.toordinal(),
        "type": "bombing", "killed_low": 14, "killed_high": 14,
    }  # fmt: skip
    facts.update(changed)
    return Row(id=number, kins=kins_of(facts["type"]), **facts)
