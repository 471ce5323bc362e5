"""Zones: incidents as they stand in a store, joined to larger ones as `regrouping` asks; only what is asked for is read."""

from collections.abc import Iterable
from typing import Protocol

from isnad.linking.clustering import Member

Known = tuple[int, int, float]  # two mentions by number, the lower first, and the chance that they are one incident


class Store(Protocol):
    """Where mentions are kept with their pairs and with how they stand."""

    def chances(self, seqs: Iterable[int]) -> Iterable[Known]:
        """All kept pairs that touch these mentions."""

    def chances_within(self, seqs: Iterable[int]) -> Iterable[Known]:
        """The kept pairs of which both are among these and stand in one incident."""

    def incidents_of(self, seqs: Iterable[int]) -> Iterable[tuple[int, str, str, int]]:
        """Number, id, report and incident (by any name) of these and of all that stand in an incident with them."""

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of mentions by their ids, as far as they are told."""


class Zones:
    """Sets of mentions, by a name of each, with their pairs as far as they were read."""

    def __init__(self, store: Store, least: float) -> None:
        self._store, self._least = store, least
        self.members: dict[int, Member] = {}
        self.reports: dict[int, str] = {}
        self.zone_of: dict[int, int] = {}
        self.mates: dict[int, set[int]] = {}
        self.chances: dict[int, dict[int, float]] = {}
        self._read: set[int] = set()
        self._read_inside: set[int] = set()

    def read_around(self, seqs: Iterable[int]) -> None:
        """All pairs of these mentions, and the whole incidents that likely pairs lead to."""
        new = set(seqs) - self._read
        self._read |= new
        pairs = list(self._store.chances(new))
        likely = {seq for low, high, chance in pairs if chance >= self._least for seq in (low, high)}
        self.read_incidents(new | likely)
        self._take(pairs)

    def read_incidents(self, seqs: Iterable[int]) -> None:
        """Whole incidents of mentions, without their pairs."""
        for seq, name, report, incident in self._store.incidents_of(set(seqs) - self.members.keys()):
            self.members[seq], self.reports[seq], self.zone_of[seq] = Member(seq, name, report), report, incident
            self.mates.setdefault(incident, set()).add(seq)

    def read_within(self, zones: Iterable[int]) -> None:
        """The pairs within these zones."""
        unread = {zone for zone in zones if len(self.mates[zone]) > 1 and zone not in self._read_inside}
        self._read_inside |= unread
        seqs = {seq for zone in unread for seq in self.mates[zone]} - self._read
        self._take(self._store.chances_within(seqs) if seqs else ())

    def join(self, one: int, other: int) -> int:
        """Two zones become one; gives its name, that of the larger."""
        into, gone = (one, other) if len(self.mates[one]) >= len(self.mates[other]) else (other, one)
        if into != gone:
            moved = self.mates.pop(gone)
            self.zone_of |= dict.fromkeys(moved, into)
            self.mates[into] |= moved
        return into

    def inside(self, zone: int) -> dict[tuple[int, int], float]:
        """The pairs within a zone, by the two numbers, the lower first."""
        mates = self.mates[zone]
        return {
            (seq, other): chance
            for seq in mates
            for other, chance in self.chances.get(seq, {}).items()
            if seq < other and other in mates
        }

    def outside(self, seq: int) -> list[tuple[int, float]]:
        """The pairs of a mention with those of other zones, as far as these are known."""
        zone, zone_of = self.zone_of[seq], self.zone_of
        return [
            (other, chance) for other, chance in self.chances.get(seq, {}).items() if zone_of.get(other, zone) != zone
        ]

    def _take(self, pairs: Iterable[Known]) -> None:
        chances = self.chances
        for low, high, chance in pairs:
            chances.setdefault(low, {})[high] = chance
            chances.setdefault(high, {})[low] = chance
