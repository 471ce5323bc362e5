"""Ranking: the likeliest place of what is told first, by a sum of named features (`data/telling.yaml`)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec
import yaml
from msgspec import Struct

from isnad.model.errors import SettingsError
from isnad.model.place import Place
from isnad.places.distance import distance_km


class Telling(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`data/telling.yaml`: what each feature counts; `kinds` by kind of place, `media` the words that make a medium."""

    kinds: dict[str, float]
    headed: float
    led: float
    repeated: float
    early: float
    later: float
    holds: float
    unknown: float
    opening: float
    owner: float
    media: frozenset[str]


class Named(Struct, frozen=True, kw_only=True):
    """A place as a report names it: how many places come before it, how often, in which sentence, after which words."""

    place: Place
    order: int
    times: int
    sentence: int
    headed: bool = False
    led: bool = False
    known: bool = True
    opening: bool = False
    owner: bool = False


@lru_cache(maxsize=1)
def read_telling() -> Telling:
    """The weights; SettingsError where the file is wrong."""
    text = files("isnad.places").joinpath("data/telling.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text), Telling)
    except (msgspec.ValidationError, yaml.YAMLError) as why:
        raise SettingsError("places/data/telling.yaml", str(why)) from why


def likelihood(named: Named, others: Sequence[Place]) -> tuple[float, tuple[str, ...]]:
    """How likely `named` is where it happened, and the features that say so."""
    telling = read_telling()
    found = dict(_features(named, others, telling))
    return round(sum(found.values()), 3), tuple(f"{name} {value:+.1f}" for name, value in found.items() if value)


def _features(named: Named, others: Sequence[Place], telling: Telling) -> Iterator[tuple[str, float]]:
    yield f"kind:{named.place.kind}", telling.kinds.get(named.place.kind, 0.0)
    for name in ("headed", "led", "opening", "owner"):
        if getattr(named, name):
            yield name, float(getattr(telling, name))
    if named.times > 1:
        yield "repeated", telling.repeated * min(named.times - 1, 3)
    if named.sentence == 0:
        yield "early", telling.early
    yield "later", telling.later * min(named.order, 10)
    if not named.known:
        yield "unknown", telling.unknown
    if any(holds(named.place, other) for other in others):
        yield "holds", telling.holds


def holds(wide: Place, narrow: Place) -> bool:
    """Does the wider place hold the narrower one: its country, its division, or a town around a quarter."""
    if wide.id == narrow.id or wide.country != narrow.country:
        return False
    if wide.kind == "country":
        return True
    if wide.kind == "admin1":
        return narrow.kind not in ("country", "admin1") and narrow.admin1 == wide.admin1
    return wide.kind in ("city", "town", "admin2") and narrow.kind in ("quarter", "site") and _is_near(wide, narrow)


def _is_near(wide: Place, narrow: Place) -> bool:
    return distance_km(wide, narrow) <= max(wide.radius_km, 10.0)
