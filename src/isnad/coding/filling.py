"""Filling: the slots of one incident, each chosen by the judge among its candidates."""

from collections.abc import Hashable, Sequence

from msgspec import Struct

from isnad.coding.attribution import Attribution
from isnad.coding.judging import Features, Judge
from isnad.coding.nearness import Ground
from isnad.coding.parties import Candidate, party_of
from isnad.coding.placing import where_of
from isnad.coding.reading import Reading
from isnad.coding.slots import (
    absent_features,
    credits_of,
    parties_of,
    place_key,
    places_of,
    time_key,
    times_of,
    tolls_of,
)
from isnad.coding.subjects import Speaker
from isnad.coding.tallies import Tally
from isnad.coding.timing import days_of, unresolved_reasons, when_of
from isnad.coding.vocabulary import core_of, cores_of
from isnad.coding.workup import Workup
from isnad.model.slots import Party, When, Where

MOST_ATTACKERS, MOST_TARGETS = 2, 3
_RIVAL = 0.4  # a figure is told as a rival's from this share of the likeliest one's chance

_PLACE_REASONS = 4


class Chosen(Struct, frozen=True):
    """What was chosen for a slot: the chance the judge gave it (or none, where none was), and the reasons.

    The chance is None where there was nothing to choose from.
    """

    chance: float | None = None
    reasons: tuple[str, ...] = ()


def fill_place(work: Workup, ground: Ground, group: int, kind: str, judge: Judge) -> tuple[Where | None, Chosen]:
    """The likeliest place, if any is likely enough."""
    rows = list(places_of(work, ground, group))
    values = [place_key(work, row) for row, _ in rows]
    absent = absent_features(work, ground, group, kind, "place")
    if ground.witness is not None:
        ground.witness.hear(group, "where", "place", rows, absent)
    row, chosen = _likeliest("place", rows, values, absent, judge)
    _note(ground, "place", group, chosen.chance)
    if row is None:
        return None, chosen
    ground.chosen["place", group] = place_key(work, row)
    resolved = work.reading.resolved[row]
    why = resolved.reasons[:_PLACE_REASONS] if resolved is not None else ("place: no candidate fits the report",)
    return where_of(work.reading, row), Chosen(chosen.chance, (*chosen.reasons, *why))


def fill_time(work: Workup, ground: Ground, group: int, kind: str, judge: Judge) -> tuple[When | None, Chosen]:
    """The likeliest time, if any is likely enough and resolved."""
    times = work.reading.times
    near = list(times_of(work, ground, group))
    dated = [(found, days) for found in near if (days := days_of(times[found[0]], kind)) is not None]
    if not dated:
        return None, Chosen(reasons=unresolved_reasons(work.reading, (row for row, _ in near)))
    rows, values = [found for found, _ in dated], [days for _, days in dated]
    absent = absent_features(work, ground, group, kind, "time")
    if ground.witness is not None:
        ground.witness.hear(group, "when", "time", rows, absent)
    row, chosen = _likeliest("time", rows, values, absent, judge)
    _note(ground, "time", group, chosen.chance)
    if row is None:
        return None, chosen
    ground.chosen["time", group] = time_key(work, row)
    return when_of(work.reading, row, kind), chosen


def _likeliest(
    question: str, rows: list[tuple[int, Features]], values: Sequence[Hashable], absent: Features, judge: Judge
) -> tuple[int | None, Chosen]:
    """The row of the likeliest value, None where that is below the question's threshold, and why.

    `values`: what each row says; the chances of rows that say the same add up.
    """
    if not rows:
        return None, Chosen()
    shares = judge.shares(question, [features for _, features in rows], absent)
    value, top = _summed(values, shares)
    if top < judge.threshold(question):
        return None, Chosen(1.0 - sum(shares))
    best = max((number for number in range(len(rows)) if values[number] == value), key=shares.__getitem__)
    row, features = rows[best]
    return row, Chosen(top, tuple(judge.reasons(question, features)))


def _note(ground: Ground, slot: str, group: int, chance: float | None) -> None:
    """Keep how sure the choice for a slot was, where there was one."""
    if chance is not None:
        ground.sure[slot, group] = chance


def _summed(values: Sequence[Hashable], shares: Sequence[float]) -> tuple[Hashable, float]:
    """The value with the greatest sum of chances, and that sum."""
    sums: dict[Hashable, float] = {}
    for value, share in zip(values, shares, strict=True):
        sums[value] = sums.get(value, 0.0) + share
    return max(sums.items(), key=lambda item: item[1])


def tell_floors(values: Sequence[tuple[int, int | None]]) -> list[tuple[int, int | None]]:
    """The same number told exactly and as a floor ("20", "at least 20") is one figure, and the floor says what is known."""
    floors = {low for low, high in values if high is None}
    return [(low, None if low == high and low in floors else high) for low, high in values]


class Roles(Struct, frozen=True):
    """The parties chosen, and the candidates behind them."""

    perpetrators: tuple[Party, ...]
    targets: tuple[Party, ...]
    attackers: tuple[Candidate, ...]
    reasons: tuple[str, ...]


def fill_roles(work: Workup, ground: Ground, group: int, kind: str, judge: Judge) -> Roles:
    """Who did it and to whom; a party serves in one role, the likelier one."""
    did: list[tuple[float, Candidate, Features]] = []
    suffered: list[tuple[float, Candidate, Features]] = []
    least_act, least_harm = judge.threshold("perpetrator"), judge.threshold("target")
    parties = list(parties_of(work, ground, group, kind))
    if ground.witness is not None:
        ground.witness.hear(group, "perpetrators", "perpetrator", parties)
        ground.witness.hear(group, "targets", "target", parties)
    for candidate, features in parties:
        act, harm = judge.chances("perpetrator", "target", features)
        if act >= least_act and act >= harm:
            did.append((act, candidate, features))
        elif harm >= least_harm:
            suffered.append((harm, candidate, features))
    reasons = [f"perpetrator: {r}" for r in (judge.reasons("perpetrator", max(did, key=_chance)[2]) if did else [])]
    reasons += [f"target: {r}" for r in (judge.reasons("target", max(suffered, key=_chance)[2]) if suffered else [])]
    attackers = _distinct(work.reading, did, MOST_ATTACKERS)
    targets = _distinct(work.reading, suffered, MOST_TARGETS)
    return Roles(
        tuple(party_of(work.reading, c) for c in attackers),
        tuple(party_of(work.reading, c) for c in targets),
        tuple(attackers),
        tuple(reasons),
    )


def _chance(row: tuple[float, Candidate, Features]) -> float:
    return row[0]


def _distinct(reading: Reading, found: list[tuple[float, Candidate, Features]], most: int) -> list[Candidate]:
    """The likeliest parties, each once: the same actor or the same head noun counts once, in its fullest words."""
    kept: list[Candidate] = []
    for _, candidate, _ in sorted(found, key=lambda row: -row[0]):
        twin = next((k for k in kept if same_party(reading, k, candidate)), None)
        if twin is None and len(kept) < most:
            kept.append(candidate)
        elif twin is not None and candidate.last - candidate.first > twin.last - twin.first:
            kept[kept.index(twin)] = candidate
    return sorted(kept, key=lambda c: c.first)


def same_party(reading: Reading, one: Candidate, two: Candidate) -> bool:
    """Do two phrases name one party: the same actor, the same noun where one says no more, or words among the other's.

    Persons, bodies and named places of one kind are told apart by their words.
    """
    if _same_words(reading, one, two):
        return True
    if one.sort in _TOLD_BY_WORDS and one.last - one.first > 1 and two.last - two.first > 1:
        return False
    if one.actor and two.actor:
        return one.actor == two.actor
    return one.sort == two.sort and one.id == two.id and (one.actor == two.actor or not one.actor or not two.actor)


_TOLD_BY_WORDS = frozenset({"person", "body", "facility"})


def _same_words(reading: Reading, one: Candidate, two: Candidate) -> bool:
    """Are the words of one phrase among those of the other: "الميليشيات", "الميليشيات المسلحة"."""
    words = reading.tokens.words
    mine, theirs = (frozenset(map(core_of, words[each.first : each.last])) for each in (one, two))
    return mine <= theirs or theirs <= mine


def fill_tolls(
    work: Workup, ground: Ground, group: int, kind: str, judge: Judge
) -> dict[str, list[tuple[float, Tally, Features]]]:
    """For each slot the losses likely to be this incident's, the likeliest first."""
    told: dict[str, list[tuple[Tally, Features]]] = {}
    for tally, features in tolls_of(work, ground, group, kind):
        told.setdefault(tally.slot, []).append((tally, features))
    found: dict[str, list[tuple[float, Tally, Features]]] = {}
    for slot, rows in told.items():
        absent = absent_features(work, ground, group, kind, slot)
        if ground.witness is not None:
            ground.witness.hear(group, slot, "toll", rows, absent)
        shares = judge.shares("toll", [features for _, features in rows], absent)
        values = [(tally.low, tally.high) for tally, _ in rows]
        value, top = _summed(tell_floors(values), shares)
        told_of = top >= judge.threshold("toll")
        _note(ground, slot, group, top if told_of else 1.0 - sum(shares))
        if told_of:
            told_by = [(share, *row) for share, row in zip(shares, rows, strict=True) if share >= _RIVAL * max(shares)]
            found[slot] = sorted(told_by, key=lambda row: ((row[1].low, row[1].high) != value, -row[0]))
    return found


def fill_sources(work: Workup, ground: Ground, group: int, judge: Judge) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """The chain credited for an incident: outlets before their sources, parallel sources in order of appearance."""
    kept: list[tuple[Attribution, Features]] = []
    near = list(credits_of(work, ground, group))
    if ground.witness is not None:
        ground.witness.hear(group, "according_to", "source", near)
    for attribution, features in near:
        if judge.chance("source", features) >= judge.threshold("source"):
            kept.append((attribution, features))
    ground.credited[group] = frozenset(attribution.start for attribution, _ in kept)
    chain: list[Party] = []
    for attribution, _ in kept:
        for speaker in told_by(work, attribution):
            for party in work.told_by(speaker):
                if not any(_same_source(party, other) for other in chain):
                    chain.append(party)
    reasons = judge.reasons("source", kept[0][1]) if kept else []
    return tuple(chain), tuple(f"source: {r}" for r in reasons)


def told_by(work: Workup, attribution: Attribution) -> Sequence[Speaker]:
    """The chain of an attribution without the outlet that published the report, where it only heard another."""
    last = attribution.chain[-1]
    return [who for who in attribution.chain if who is last or not work.own_outlet.is_outlet(work.reading, who)]


def _same_source(one: Party, two: Party) -> bool:
    """Is one source the other: the same words, the same on record, or the same named shorter."""
    if one.start == two.start or (one.id is not None and one.id == two.id):
        return True
    if one.id is not None and two.id is not None:
        return False
    mine, theirs = cores_of(one.text), cores_of(two.text)
    return mine <= theirs or theirs <= mine
