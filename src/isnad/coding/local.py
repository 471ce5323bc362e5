"""What the words right around an act say of its place, time, parties and losses: evidence for telling acts apart."""

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.losses import Tally
from isnad.coding.reading import Reading
from isnad.coding.standing import turn_of
from isnad.model.coded import Status


class Local(Struct, frozen=True):
    """Place ids, day interval (ordinals), party ids and losses near an act in its sentence; how its clause turns it."""

    places: frozenset[str]
    divisions: frozenset[str]
    days: tuple[int, int] | None
    parties: frozenset[str]
    losses: tuple[tuple[str, int], ...]
    turn: Status = "happened"


class Surroundings:
    """The places, times and parties of a report by sentence, found once."""

    def __init__(self, reading: Reading, losses: dict[int, list[Tally]]) -> None:
        self._reading = reading
        self._losses = losses
        self.places: dict[int, list[tuple[int, int]]] = {}
        self.times: dict[int, list[tuple[int, int]]] = {}
        tokens = reading.tokens
        for row, place in enumerate(reading.places):
            word = tokens.first_at(place.start)
            self.places.setdefault(reading.sentence_of[word], []).append((word, row))
        for row, time in enumerate(reading.times):
            word = min(tokens.first_at(time.start), len(tokens) - 1)
            self.times.setdefault(reading.sentence_of[word], []).append((word, row))

    def local(self, act: Act) -> Local:
        """The evidence near one act: things of its clause, else the nearest of its sentence."""
        reading = self._reading
        places = self._near(act, self.places.get(act.sentence, ()), 14)
        found, divisions = set(), set()
        for row in places:
            resolved = reading.resolved[row]
            if resolved is not None and resolved.place.kind != "country":
                found.add(resolved.place.id)
                divisions.add(resolved.place.admin1 or resolved.place.id)
        first, last = reading.edges[act.sentence]
        low, high = max(first, act.first - 10), min(last, act.last + 10)
        parties = {reading.lexicon.actors[h.entry].id for h in reading.within("actors", low, high)}
        parties |= {reading.lexicon.facilities[h.entry].id for h in reading.within("facilities", low, high)}
        losses = tuple(
            (tally.slot, tally.low) for tally in self._losses.get(act.sentence, ()) if abs(tally.head - act.first) <= 12
        )
        turn = turn_of(reading, act)
        return Local(frozenset(found), frozenset(divisions), self._days(act), frozenset(parties), losses, turn)

    def _days(self, act: Act) -> tuple[int, int] | None:
        for row in self._near(act, self.times.get(act.sentence, ()), 14):
            time = self._reading.times[row]
            if time.earliest is not None and time.latest is not None:
                return time.earliest.toordinal(), time.latest.toordinal()
        return None

    def _near(self, act: Act, found: list[tuple[int, int]] | tuple[()], reach: int) -> list[int]:
        """Rows of the things nearest to an act, those of its clause first."""
        clauses = self._reading.clauses
        here = [(abs(word - act.first), row) for word, row in found if clauses[word] == clauses[act.first]]
        if not here:
            here = [(abs(word - act.first), row) for word, row in found if abs(word - act.first) <= reach]
        return [row for _, row in sorted(here)][:2]
