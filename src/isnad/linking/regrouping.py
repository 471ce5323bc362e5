"""Grouping again only what new mentions can change, given how all stood without them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from isnad.linking.across import Limits
from isnad.linking.clustering import grow
from isnad.linking.joining import Clusters
from isnad.linking.lives import Life, Meeting, lives_of
from isnad.linking.verdicts import verdicts
from isnad.linking.weights import Thresholds
from isnad.linking.zones import Store, Zones
from isnad.model.judgement import Judgement

MANY: Final = 3_000  # new mentions that are grouped all at once: zone by zone would take longer


class Regrouping:
    """Incidents as they stood, and new mentions, taken together to zones as far as a join leads from one to another.

    As long as no join crosses from one zone into another, each is grouped alone as it is among all others (`lives`).
    So new mentions are zones of their own at first; wherever a cluster of theirs could meet one of another zone, the two
    become one zone and are grouped again, until none can. Zones that nothing new came to did not cross before, and
    do not now; nor do clusters of a zone that end as they did before, beside these: until then nothing is new for either.
    A zone larger than needed costs time and changes nothing.
    """

    def __init__(self, store: Store, judgements: Sequence[Judgement], thresholds: Thresholds) -> None:
        self._zones, self._thresholds, self._limits = Zones(store, thresholds.same), thresholds, Limits(thresholds)
        self._lives: dict[int, list[Life]] = {}
        self._changed: set[int] = set()
        self._before: set[frozenset[int]] = set()  # clusters that came to be in incidents as they stood
        self._incidents: dict[int, list[frozenset[int]]] = {}
        self._judged: dict[str, list[Judgement]] = {}
        self._same: dict[int, set[int]] = {}
        self._take_judgements(store, judgements)

    def seniors(self, fresh: Iterable[int]) -> dict[int, int]:
        """The lowest number of the incident of each mention whose incident may have changed since these came."""
        self._zones.read_around(fresh)
        zone_of = self._zones.zone_of
        changed = {seq for seq in fresh if seq in zone_of}
        waiting = self._together(changed) if len(changed) > MANY else {zone_of[seq] for seq in changed}
        while waiting:
            waiting = self._joined(waiting)
        return {
            seq: min(incident)
            for zone in {zone_of[seq] for seq in changed}
            for incident in self._incidents[zone]
            for seq in incident
        }

    def _together(self, fresh: set[int]) -> set[int]:
        """Group many new mentions as one zone with all that likely pairs lead to; no zone is left to be grouped then.

        No join comes without a likely pair across. To ask which of these zones a join does reach would take longer than
        grouping them all once.
        """
        zones, one = self._zones, min(fresh)
        reached = {zones.zone_of[seq] for seq in fresh}
        while reached:
            for other in reached:
                zones.join(zones.zone_of[one], other)
            zone = zones.zone_of[one]
            zones.read_around(zones.mates[zone])
            reached = {other for _, other in self._told_same({zone})} | (zones.mates.keys() - {zone})
        self._group(zone)
        return set()

    def _joined(self, waiting: set[int]) -> set[int]:
        """Group these zones; the zones that came of joining some of them with others, which are to be grouped next."""
        zones = self._zones
        self._changed |= waiting
        zones.read_around(seq for zone in waiting for seq in zones.mates[zone])
        if told := self._told_same(waiting):
            return self._merged(told, waiting)
        for zone in waiting:
            self._group(zone)
        meetings = [met for zone in sorted(waiting) for met in self._meetings(zone)]
        zones.read_within(other for _, _, other in meetings)
        suspects: dict[int, set[int]] = {}
        for zone, one, other in meetings:
            if other not in suspects.get(zone, ()) and one.meets(self._lives_of(other)):
                suspects.setdefault(zone, set()).add(other)
        return self._merged([(zone, other) for zone, near in suspects.items() for other in self._reached(zone, near)])

    def _reached(self, zone: int, near: Set[int]) -> set[int]:
        """Which of these zones a zone is joined with, where it is grouped beside them."""
        zones = self._zones
        mates = zones.mates[zone]
        seqs = sorted(mates.union(*(zones.mates[other] for other in near)))
        pairs = {**zones.inside(zone)}
        for other in near:
            pairs |= zones.inside(other)
        for seq in mates:
            for out, chance in zones.outside(seq):
                if zones.zone_of[out] in near:
                    pairs[min(seq, out), max(seq, out)] = chance
        grown = self._grown(seqs, pairs)
        return {zones.zone_of[seq] for one in grown.all() if not one.isdisjoint(mates) for seq in one} - {zone}

    def _told_same(self, waiting: set[int]) -> list[tuple[int, int]]:
        """Zones that people's words join to these."""
        mates = [
            (zone, other) for zone in waiting for seq in self._zones.mates[zone] for other in self._same.get(seq, ())
        ]
        if mates:
            self._zones.read_incidents(other for _, other in mates)
        zone_of = self._zones.zone_of
        return [(zone, zone_of[other]) for zone, other in mates if zone_of.get(other, zone) != zone]

    def _group(self, zone: int) -> None:
        mates = sorted(self._zones.mates[zone])
        grown = self._grown(mates, self._zones.inside(zone))
        self._incidents[zone], self._lives[zone] = grown.all(), lives_of(mates, grown.joins)

    def _grown(self, seqs: Sequence[int], pairs: Mapping[tuple[int, int], float]) -> Clusters:
        members = [self._zones.members[seq] for seq in seqs]
        said = {one.seq: one for member in members for one in self._judged.get(member.id, ())} if self._judged else {}
        return grow(members, pairs, said.values(), self._thresholds)

    def _lives_of(self, zone: int) -> list[Life]:
        if zone not in self._lives:
            self._group(zone)
        return self._lives[zone]

    def _meetings(self, zone: int) -> Iterator[tuple[int, Meeting, int]]:
        """Each cluster of a zone beside each other zone that it might meet."""
        zones, least = self._zones, self._thresholds.same
        outside = {seq: zones.outside(seq) for seq in zones.mates[zone]}
        for life in self._lives[zone]:
            pairs = [
                (seq, other, zones.zone_of[other], chance) for seq in life.members for other, chance in outside[seq]
            ]
            near = {far for _, _, far, chance in pairs if chance >= least}
            if life.became and frozenset(life.became) in self._before:
                near &= self._changed
            if near:
                meeting = Meeting(life, zones.reports, self._limits)
                meeting.take((seq, other, chance) for seq, other, far, chance in pairs if far in near)
                yield from ((zone, meeting, other) for other in near if meeting.may_meet(zones.mates[other]))

    def _merged(self, joins: Iterable[tuple[int, int]], also: Iterable[int] = ()) -> set[int]:
        """Zones joined; the new ones, with others of which some may have gone."""
        zones, found = self._zones, set(also)
        now = {zone: next(iter(zones.mates[zone])) for pair in joins for zone in pair}
        for one, other in joins:
            ours, theirs = zones.zone_of[now[one]], zones.zone_of[now[other]]
            if ours != theirs:
                found |= {zones.join(ours, theirs)}
                for gone in (ours, theirs):
                    lives = self._lives.pop(gone, ())
                    if gone not in self._changed:
                        self._before.update(frozenset(life.members) for life in lives)
        return {zone for zone in found if zone in zones.mates}

    def _take_judgements(self, store: Store, judgements: Sequence[Judgement]) -> None:
        for judgement in judgements:
            for one in judgement.mentions:
                self._judged.setdefault(one, []).append(judgement)
        same = [pair for pair, kind in verdicts(judgements).items() if kind == "same"]
        numbers = store.numbers({one for pair in same for one in pair}) if same else {}
        for one, other in same:
            if one in numbers and other in numbers:
                self._same.setdefault(numbers[one], set()).add(numbers[other])
                self._same.setdefault(numbers[other], set()).add(numbers[one])
