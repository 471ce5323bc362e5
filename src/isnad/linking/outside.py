"""Which events of another dataset are on record: each held against the record's mentions, one incident an event.

The match weights are those of linking, without what a dataset of events cannot tell (the wounded, weapons, words of an
Arabic report, actors it names in a way not known here): what is not said must not speak against. An incident is as
likely an event's as the likeliest of its mentions. Pairs are taken from the likeliest down, each event and each
incident once.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Final, Literal

from msgspec import Struct

from isnad.linking.blocking import LONGEST_DAYS
from isnad.linking.outside_actors import OutsideActors
from isnad.linking.outside_rows import Surroundings, to_outside_row
from isnad.linking.rows import Row
from isnad.linking.scoring import Pair, score_pairs
from isnad.linking.weights import Weights, load_weights
from isnad.model.outside import OutsideEvent

OutsideStatus = Literal["on_record", "unsure", "missing"]
# Chances, 0 to 1; measured on events with known reports (docs/reconcile.md).
ON_RECORD: Final = 0.4
UNSURE: Final = 0.2
_LEAST: Final = 0.0005  # what the plain weights may say against, and the fair ones take back
_AT_ONCE: Final = 50_000
_UNTOLD: Final = frozenset({"wounded", "weapons"})
# Datasets have one row for each day and place: what lies days or towns apart is another row, however alike.
_NEVER: Final = {
    "day": frozenset({"unknown", "long, apart", "weak, days between", "days between"}),
    "place": frozenset({"apart"}),
}
# What may be a slip of a report or of the file, for a person to see.
_DOUBTFUL: Final = {
    "day": frozenset({"weak, up to two days", "up to three days"}),
    "place": frozenset({"unknown", "same country or region", "far"}),
}
_DOUBTFUL_CHANCE: Final = 0.35  # below ON_RECORD
_SOME: Final = 2  # dead
# Where a file's kinds say nothing, a town at war has several events a day: only a toll of some can tell them apart.
_TELLING_TOLLS: Final = frozenset({"equal, five or more", "equal, two to four", "overlapping", "rising"})


class Candidate(Struct, frozen=True):
    """An event that may be an incident: the event's place in the list, any number of the incident, and the chance."""

    event: int
    incident: int
    chance: float


class Matched(Struct, frozen=True, kw_only=True):
    """What was found of an event.

    `incident` is the likeliest one (None where nothing comes near). `taken_by` is the id of the event that has this
    incident with a greater chance: two events of theirs may be one of ours, which a person has to see.
    """

    event: OutsideEvent
    status: OutsideStatus
    incident: int | None = None
    chance: float = 0.0
    taken_by: str | None = None


class Outside(Struct, frozen=True):
    """What events are read against: the known places and actors."""

    surroundings: Surroundings
    actors: OutsideActors


def match_events(
    events: Sequence[OutsideEvent], known: Sequence[Row], home: Mapping[int, int], outside: Outside
) -> list[Matched]:
    """What was found of each event, in order; `home` gives the incident of each known row's mention.

    Mentions without days, or with more than `blocking.LONGEST_DAYS`, are no candidates: "in 2018" is any event of the
    year. A function of the events and the record alone: neither order has a part in it.
    """
    known = [row for row in known if is_dated(row)]
    best: dict[tuple[int, int], float] = {}
    kinds = {row.id: row.type for row in known}
    for start in range(0, len(events), _AT_ONCE):
        part = range(start, min(start + _AT_ONCE, len(events)))
        rows = [to_outside_row(events[each], -1 - each, outside.surroundings, outside.actors) for each in part]
        by_id = {row.id: row for row in rows}
        for pair in score_pairs(rows, known, keep=_LEAST, across=True):
            event = -1 - pair.low
            whole = outside.actors.meant(events[event].actors).whole
            chance = fair_chance(pair, events[event], by_id[pair.low], kinds[pair.high], whole=whole)
            key = (event, home[pair.high])
            best[key] = max(best.get(key, 0.0), chance)
    return _assign(events, (Candidate(event, incident, chance) for (event, incident), chance in best.items()))


def is_dated(row: Row) -> bool:
    """Whether a mention has days, and few enough to be held against an event's."""
    return row.first is not None and row.last is not None and row.last - row.first <= LONGEST_DAYS


def fair_chance(
    pair: Pair, event: OutsideEvent, row: Row, kind: str, *, whole: bool, weights: Weights | None = None
) -> float:
    """The chance of a pair without what the event's file does not tell; `kind` is the mention's type.

    0 where days or places lie apart, never enough to be on record where they nearly do, or where neither kind nor toll says anything.
    `whole`: all actors the file names are known here, so that another actor on record speaks against.
    """
    chosen = weights or load_weights()
    if any(pair.levels[name] in levels for name, levels in _NEVER.items()):
        return 0.0
    bits = log2(chosen.prior / (1 - chosen.prior))
    for name, level in pair.levels.items():
        if _tells(name, level, event, row, whole=whole):
            bits += chosen.bits("type", "same") if name == "type" and kind in event.types else chosen.bits(name, level)
    doubtful = any(pair.levels[name] in levels for name, levels in _DOUBTFUL.items())
    doubtful |= event.broad and not _toll_tells(pair, event)
    return min(1 / (1 + 2**-bits), _DOUBTFUL_CHANCE if doubtful else 1.0)


def _toll_tells(pair: Pair, event: OutsideEvent) -> bool:
    """Whether a toll of two or more goes together with that of the mention."""
    return pair.levels["killed"] in _TELLING_TOLLS and max(event.killed_low or 0, event.killed_best or 0) >= _SOME


def _tells(name: str, level: str, event: OutsideEvent, row: Row, *, whole: bool) -> bool:
    if name == "type":
        return not event.broad and bool(event.types)
    if name in {"perpetrators", "targets"}:
        return level == "shared" or (level == "others" and whole)
    if name == "words":
        return level != "none" or bool(row.words)
    if name == "killed":
        return event.killed_low is not None
    return name not in _UNTOLD


def _assign(events: Sequence[OutsideEvent], candidates: Iterable[Candidate]) -> list[Matched]:
    """Each event its likeliest incident that no likelier event has, where there is one."""
    ordered = sorted(
        (each for each in candidates if each.chance >= UNSURE),
        key=lambda each: (-each.chance, events[each.event].id, each.incident),
    )
    taken: dict[int, int] = {}
    found: dict[int, Matched] = {}
    for each in ordered:
        if each.event not in found and each.incident not in taken:
            taken[each.incident] = each.event
            found[each.event] = _matched(events, each, None)
    for each in ordered:
        # What is left has only incidents that others have: say whose, from the likeliest on.
        if each.event not in found:
            found[each.event] = _matched(events, each, events[taken[each.incident]].id)
    return [found.get(each) or Matched(event=event, status="missing") for each, event in enumerate(events)]


def _matched(events: Sequence[OutsideEvent], each: Candidate, taken_by: str | None) -> Matched:
    sure = each.chance >= ON_RECORD and taken_by is None
    return Matched(
        event=events[each.event],
        status="on_record" if sure else "unsure",
        incident=each.incident,
        chance=each.chance,
        taken_by=taken_by,
    )
