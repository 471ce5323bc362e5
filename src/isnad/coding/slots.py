"""The candidates for each slot of an incident, each with its features: what the judge is asked, and learns from."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator

from isnad.coding.attribution import Attribution
from isnad.coding.crediting import Company, credit_features
from isnad.coding.judging import Features
from isnad.coding.nearness import Ground
from isnad.coding.parties import Candidate
from isnad.coding.placing import place_features
from isnad.coding.roles import role_features
from isnad.coding.tallies import Tally
from isnad.coding.timing import time_features
from isnad.coding.tolls import toll_features
from isnad.coding.weighing import Group, known
from isnad.coding.workup import Workup

_NEAR = 1


def sentences_near(ground: Ground, group: int, count: int, reach: int) -> list[int]:
    """The sentences that hold an act of the group, those up to `reach` before and after, and the first one."""
    own = ground.sentences(group)
    near = {s + d for s in own for d in range(-reach, reach + 1) if 0 <= s + d < count}
    return sorted(near | {0})


def places_of(work: Workup, ground: Ground, group: int) -> Iterator[tuple[int, Features]]:
    """Rows of the places near an incident with their features for `place`."""
    for sentence in sentences_near(ground, group, len(work.reading.sentences), _NEAR):
        for _, row in work.surroundings.places.get(sentence, ()):
            features = place_features(work.reading, work.place_facts, row, ground, group)
            yield row, (*features, _continued(ground, group, "place", place_key(work, row)))


def times_of(work: Workup, ground: Ground, group: int) -> Iterator[tuple[int, Features]]:
    """Rows of the times near an incident with their features for `time`."""
    for sentence in sentences_near(ground, group, len(work.reading.sentences), _NEAR):
        for word, row in work.surroundings.times.get(sentence, ()):
            facts = work.time_facts(row, word)
            if facts is not None:
                features = time_features(work.reading, row, facts, ground, group)
                yield row, (*features, _continued(ground, group, "time", time_key(work, row)))


def place_key(work: Workup, row: int) -> Hashable:
    """What a place mention says: two that say the same have the same key."""
    resolved = work.reading.resolved[row]
    return resolved.place.id if resolved is not None else row


def time_key(work: Workup, row: int) -> Hashable:
    """What a time expression says: its first and last day."""
    time = work.reading.times[row]
    return time.earliest, time.latest


def _continued(ground: Ground, group: int, slot: str, key: Hashable) -> Group:
    """Is it what the incident told before this one has, or the report's first: reports go on about a day and a place."""
    if not group:
        return ("first incident",)
    before, first = ground.chosen.get((slot, group - 1)), ground.chosen.get((slot, 0))
    gap = min(2, max(0, ground.acts(group)[0].sentence - ground.acts(group - 1)[0].sentence))
    same = "none" if before is None else str(before == key)
    return _as_before(same, gap, "none" if first is None else str(first == key))


@known(64)
def _as_before(before: str, gap: int, first: str) -> Group:
    return f"as before:{before}", f"as before:{before}:{gap}", f"as first:{first}", f"as first:{first}:{before}"


def parties_of(work: Workup, ground: Ground, group: int, kind: str) -> Iterator[tuple[Candidate, Features]]:
    """The parties in an incident's sentences with their features for `perpetrator` and `target`."""
    for sentence in ground.sentences(group):
        candidates, facts = work.candidates(sentence)
        for at, candidate in enumerate(candidates):
            yield candidate, role_features(work.reading, candidates, facts, at, ground, group, kind)


def tolls_of(work: Workup, ground: Ground, group: int, kind: str) -> Iterator[tuple[Tally, Features]]:
    """The losses near an incident with their features for `toll`."""
    for sentence in sentences_near(ground, group, len(work.reading.sentences), _NEAR):
        for tally in work.losses.get(sentence, ()):
            yield tally, toll_features(work.reading, tally, work.toll_facts(tally), ground, group, kind)


def credits_of(work: Workup, ground: Ground, group: int) -> Iterator[tuple[Attribution, Features]]:
    """The attributions near an incident with their features for `source`."""
    acts = ground.acts(group)
    low = min(act.sentence for act in acts) - _NEAR
    high = max(acts[0].sentence, acts[-1].sentence) + _NEAR
    rows = work.attributions[
        bisect_left(work.attributions, low, key=_sentence) : bisect_right(work.attributions, high, key=_sentence)
    ]
    company = Company([row for row in rows if row.chain], acts, work.speaker_names)
    for at, attribution in enumerate(company.rows):
        features = credit_features(work.reading, attribution, acts)
        others = company.features(at, ground.others_within(group, attribution.start, attribution.end))
        own = _own(work.own_outlet.is_outlet(work.reading, attribution.chain[-1]))
        yield attribution, (*features, others, own, _credited(ground, group, attribution.start))


def _sentence(attribution: Attribution) -> int:
    return attribution.sentence


@known(4)
def _own(own: bool) -> Group:
    return (f"own outlet:{own}",)


def _credited(ground: Ground, group: int, start: int) -> Group:
    """Is the incident told before this one credited to the same words, and how many were."""
    if not group:
        return ("first incident",)
    before = ground.credited.get(group - 1, frozenset())
    return (f"credited before:{start in before}:{min(2, len(before))}",)


def absent_features(work: Workup, ground: Ground, group: int, kind: str, slot: str) -> Features:
    """What speaks for a slot of an incident being left empty, whatever its candidates."""
    acts = ground.acts(group)
    reading = work.reading
    first = acts[0]
    own = ground.sentences(group)
    found = [_absent(slot, kind, min(len(acts), 4), f"{first.kind}/{first.pos}")]
    found += [(f"none:{slot}:{act_id}",) for act_id in dict.fromkeys(act.id for act in acts[:4])]
    if all(reading.sentences[sentence].heading for sentence in own):
        found.append((f"none:{slot}:heading",))
    if all(act.weak for act in acts):
        found.append((f"none:{slot}:weak",))
    if slot in ("place", "time"):
        found += [tuple(work.mention_words(act)) for act in acts[:2]]
    held = {"place": work.surroundings.places, "time": work.surroundings.times}.get(slot)
    if held is not None:
        beside = int(not held.keys().isdisjoint(own))
    else:
        beside = min(2, sum([tally.slot == slot for sentence in own for tally in work.losses.get(sentence, ())]))
    found.append((f"none:{slot}:beside{beside}", f"none:{slot}:sentence{min(own[0], 3)}"))
    return found


@known(4096)
def _absent(slot: str, kind: str, acts: int, first: str) -> Group:
    return f"none:{slot}", f"none:{slot}:{kind}", f"none:{slot}:acts{acts}", f"none:{slot}:{first}"
