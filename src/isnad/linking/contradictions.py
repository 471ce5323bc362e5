"""Contradictions: two things said of one incident, by different roots, that cannot both be so (issue 5)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final, Generic, Literal, TypeVar, get_args

from msgspec import Struct

from isnad.linking.independence import Roots, party_key
from isnad.linking.kinship import family_of
from isnad.linking.rules import standing_figures
from isnad.model.mention import Mention
from isnad.model.place import Place
from isnad.model.recorded import Contradiction, Differing, Side, SourcedFigure
from isnad.model.slots import Party, When, Where
from isnad.places.distance import FAR, distance_km

Compared = Literal["killed", "wounded", "captured", "escaped", "killed_perpetrators"]
_COMPARED: Final[tuple[Compared, ...]] = get_args(Compared)
# "About 50" may be this much more or less.
_ABOUT: Final = 0.1
# What "several", "dozens", "hundreds" are coded as (codebook): words for a size, which half as many do not belie.
_VAGUE: Final = frozenset({3, 20, 200})
# How far a place reaches by its `where_prec` where it has no radius, in km (UCDP: 2 is within about 25 km).
_REACH: Final = {1: 5.0, 2: 25.0, 3: 60.0, 4: 150.0}
_ARMED: Final = frozenset({"state", "non_state", "organisation"})
_AFFIRMED: Final = frozenset({"happened", "foiled"})


T = TypeVar("T")


class Said(Struct, Generic[T], frozen=True):
    """A value as one root gives it in one mention."""

    value: T
    shown: str
    root: str
    mention: str


def find_contradictions(
    mentions: Sequence[Mention], figures: Sequence[SourcedFigure], roots: Roots
) -> tuple[Contradiction, ...]:
    """All contradictions among what is told of one incident: numbers, actor, place, day, denial, in that order.

    Retracted reports contradict nobody. A toll that rises from day to day is no contradiction, one that falls is.
    """
    if len(mentions) == 1 and len(figures) < 2:
        return ()
    standing = sorted((mention for mention in mentions if not mention.report.retracted), key=lambda each: each.seq)
    return tuple(
        [each for slot in _COMPARED for each in _opposed(slot, _numbers(figures, slot), _numbers_clash)]
        + list(_opposed("perpetrators", list(_actors(standing, roots)), _actors_clash))
        + list(_opposed("where", list(_places(standing, roots)), places_clash))
        + list(_opposed("when", list(_days(standing, roots)), _days_clash))
        + list(_opposed("status", list(_statuses(standing, roots)), _statuses_clash))
    )


def _opposed(slot: Differing, said: Sequence[Said[T]], clash: Callable[[T, T], bool]) -> Iterator[Contradiction]:
    groups: dict[str, list[Said[T]]] = {}
    for each in said:
        groups.setdefault(each.shown, []).append(each)
    for one, other in combinations(groups.values(), 2) if len(groups) > 1 else ():
        if any(a.root != b.root and clash(a.value, b.value) for a in one for b in other):
            yield Contradiction(slot=slot, sides=(_side(one), _side(other)))


def _side(said: Sequence[Said[T]]) -> Side:
    return Side(
        value=said[0].shown,
        roots=tuple(dict.fromkeys(each.root for each in said)),
        mentions=tuple(dict.fromkeys(each.mention for each in said)),
    )


def _numbers(figures: Sequence[SourcedFigure], slot: Compared) -> list[Said[SourcedFigure]]:
    standing = sorted(standing_figures(figures, slot), key=lambda figure: (figure.low, figure.high or figure.low))
    return [Said(figure, range_text(figure.low, figure.high), figure.root, figure.mention) for figure in standing]


def range_text(low: int, high: int | None) -> str:
    """A number in signs that no language owns: `140`, `140+`, `3-7`."""
    if high is None:
        return f"{low}+"
    return f"{low}" if low == high else f"{low}-{high}"


def _numbers_clash(one: SourcedFigure, other: SourcedFigure) -> bool:
    lower, upper = sorted((one, other), key=lambda figure: figure.low)
    if lower.high is None or _top(lower) >= _bottom(upper):
        return False
    rises = lower.published is not None and upper.published is not None and lower.published < upper.published
    return not rises


def _top(figure: SourcedFigure) -> float:
    return (figure.high or figure.low) * (1 + _ABOUT * figure.approximate)


def _bottom(figure: SourcedFigure) -> float:
    if figure.high is None and figure.low in _VAGUE:
        return figure.low / 2
    return figure.low * (1 - _ABOUT * figure.approximate)


def _actors(mentions: Sequence[Mention], roots: Roots) -> Iterator[Said[frozenset[str]]]:
    for mention in mentions:
        known = [party for party in mention.incident.perpetrators if party.id is not None and party.kind in _ARMED]
        if known and mention.incident.type != "clash":  # which side of a clash is which does not matter (codebook)
            keys = frozenset(family_of(party_key(party)) for party in known)
            yield Said(keys, _names(known), roots.of_mention(mention), mention.id)


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(sorted({party.name for party in parties}))


def _actors_clash(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one & other


def _places(mentions: Sequence[Mention], roots: Roots) -> Iterator[Said[Where]]:
    for mention in mentions:
        where = mention.incident.where
        if where is not None and where.latitude is not None and where.precision in _REACH:
            yield Said(where, where.name, roots.of_mention(mention), mention.id)


def places_clash(one: Where, other: Where) -> bool:
    """Whether two places lie further apart than both reach; false where one has no point."""
    if (one.latitude, one.longitude) == (other.latitude, other.longitude):
        return False
    apart = distance_km(_point(one), _point(other))
    return apart < FAR and apart > reach_km(one) + reach_km(other)


def reach_km(where: Where) -> float:
    """How far from its point a place may be meant, in km: its radius, at least what its precision says."""
    return max(where.radius_km or 0.0, _REACH.get(where.precision, FAR))


def _point(where: Where) -> Place:
    return Place(id="", name="", kind="site", radius_km=0.0, latitude=where.latitude, longitude=where.longitude)


def _days(mentions: Sequence[Mention], roots: Roots) -> Iterator[Said[When]]:
    for mention in mentions:
        when = mention.incident.when
        if when is not None and when.basis == "text" and not mention.incident.aggregate:
            yield Said(when, _interval_text(when.earliest, when.latest), roots.of_mention(mention), mention.id)


def _interval_text(earliest: date, latest: date) -> str:
    return earliest.isoformat() if earliest == latest else f"{earliest.isoformat()}/{latest.isoformat()}"


def _days_clash(one: When, other: When) -> bool:
    return one.latest < other.earliest or other.latest < one.earliest


def _statuses(mentions: Sequence[Mention], roots: Roots) -> Iterator[Said[str]]:
    for mention in mentions:
        status = mention.incident.status
        if status in _AFFIRMED or status == "denied":
            yield Said(status, status, roots.of_mention(mention), mention.id)


def _statuses_clash(one: str, other: str) -> bool:
    return "denied" in (one, other) and one != other
