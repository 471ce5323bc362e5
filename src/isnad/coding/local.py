"""What the words right around an act say of its place, time, parties and losses: evidence for telling acts apart."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.reading import Reading
from isnad.coding.standing import turn_of
from isnad.coding.tallies import Tally
from isnad.coding.vocabulary import Vocabulary, common_words
from isnad.lexicon.matching import Hit
from isnad.model.coded import Status

_WIDE = frozenset({"country", "admin1", "admin2", "region", "desert", "mountain", "water"})


class Local(Struct, frozen=True):
    """What stands near an act in its sentence, and how its clause turns it.

    Place ids, day interval (ordinals), party ids, losses and their slots; `reference`: the features that say whether the
    act refers back to another, for the question `same`; `words`: the telling words around it; `rank`: its number among
    the acts that may be mentions; `named`: the facilities with a name of their own ("سجن الصناعة"); `spots`: those of the places that are narrower than a district.
    """

    places: frozenset[str]
    divisions: frozenset[str]
    days: tuple[int, int] | None
    parties: frozenset[str]
    losses: frozenset[tuple[str, int]]
    slots: frozenset[str]
    reference: tuple[str, ...]
    turn: Status = "happened"
    words: frozenset[str] = frozenset()
    rank: int = 0
    named: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()


class Surroundings:
    """The places, times and parties of a report by sentence, found once."""

    def __init__(self, reading: Reading, losses: dict[int, list[Tally]], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
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

    def local(self, act: Act, rank: int) -> Local:
        """The evidence near one act: things of its clause, else the nearest of its sentence."""
        reading = self._reading
        places = self._near(act, self.places.get(act.sentence, ()), 14)
        found, divisions, spots = set(), set(), set()
        for row in places:
            resolved = reading.resolved[row]
            if resolved is not None and resolved.place.kind != "country":
                found.add(resolved.place.id)
                divisions.add(resolved.place.admin1 or resolved.place.id)
                if resolved.place.kind not in _WIDE:
                    spots.add(resolved.place.id)
        first, last = reading.edges[act.sentence]
        low, high = max(first, act.first - 10), min(last, act.last + 10)
        parties = {reading.lexicon.actors[h.entry].id for h in reading.within("actors", low, high)}
        facilities = reading.within("facilities", low, high)
        parties |= {reading.lexicon.facilities[h.entry].id for h in facilities}
        near = [tally for tally in self._losses.get(act.sentence, ()) if abs(tally.head - act.first) <= 12]
        return Local(
            frozenset(found),
            frozenset(divisions),
            self._days(act),
            frozenset(parties),
            frozenset((tally.slot, tally.low) for tally in near),
            frozenset(tally.slot for tally in near),
            tuple(_reference(reading, act)),
            turn_of(reading, act),
            self._vocabulary.content(act.sentence, act.first, act.last),
            rank,
            frozenset(self._named(facilities, last)),
            frozenset(spots),
        )

    def _named(self, facilities: Sequence[Hit], limit: int) -> Iterator[str]:
        """Each facility that a telling word with the article follows, with that word: its name, more often than not."""
        words = self._reading.tokens.words
        for hit in facilities:
            if hit.last < limit and not hit.article and words[hit.last].startswith("ال"):
                name = self._vocabulary.words[hit.last]
                if name and name not in common_words():
                    yield f"{self._reading.lexicon.facilities[hit.entry].id} {name}"

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


def _reference(reading: Reading, act: Act) -> Iterator[str]:
    """Does the act refer back: an article, "هذا", "نفسه"; or to another: "آخر", "مماثل"."""
    if act.definite and act.kind == "trigger":
        yield "back:article"
        if act.backward:
            yield "back:article+general"
    elif act.kind == "trigger" and act.pos in ("noun", "plural", "dual"):
        yield f"new:{act.pos}"
    first, last = reading.edges[act.sentence]
    for hit in reading.within("cues", max(first, act.first - 2), min(last, act.last + 3)):
        cue = reading.lexicon.cues[hit.entry].cue
        if cue in ("anaphora", "repeat"):
            yield f"near:{cue}"
