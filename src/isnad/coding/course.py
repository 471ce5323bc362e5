"""The course of a report: how many acts, places and days it tells of, where a sentence turns to another matter.

A short report of one attack goes on about it; a round-up of many places begins anew with each sentence. What is found
here says nothing of two acts alone but of the report that holds them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain

from isnad.coding.acts import Act
from isnad.coding.local import Local
from isnad.coding.vocabulary import common_words
from isnad.coding.weighing import Group, known
from isnad.coding.workup import Workup
from isnad.text.stemming import stem_word

_ACTS = (2, 4, 7, 12, 20)
_PLACES = (1, 2, 3, 5, 8)
_DAYS = (0, 1, 2, 4)
_SENTENCES = (2, 5, 10, 20)
_TOPIC = 0.4  # a word of more than this share of the sentences is what the report is about
_RARE = 2
_AGES = ((-1, "to come"), (1, "of the day"), (7, "of the week"), (45, "of the month"), (10**7, "old"))


class Course:
    """One report's course; `acts` are those that may be mentions, in order, `locals_` what stands near each."""

    def __init__(self, work: Workup, acts: Sequence[Act], locals_: dict[int, Local]) -> None:
        self._reading = work.reading
        self._words = work.vocabulary.words
        self._leading = {act.index for before, act in zip([None, *acts], acts, strict=False) if _leads(before, act)}
        self._content: dict[int, frozenset[str]] = {}
        self._openings: dict[int, Group] = {}
        self._places: dict[int, frozenset[str]] = {}
        self._pairs: dict[tuple[int, int], tuple[Group, Group]] = {}
        self._told_places = work.surroundings.places
        self._published = work.reading.published.toordinal() if work.reading.published else None
        places = [locals_[act.index].places for act in acts]
        types = [act.type if act.kind == "trigger" else "" for act in acts]
        self._placed = _running(map(bool, places))
        self._of_places = {each: _running(other == each for other in places) for each in filter(None, set(places))}
        self._of_places[frozenset()] = [0] * len(self._placed)
        self._of_type = {act.type: _running(other == act.type for other in types) for act in acts}
        told = (len(work.acts), self._count_places(), self._count_days(), len(self._reading.edges))
        self.within, self.across = _reported(*told, "same"), _reported(*told, "other")

    def _count_places(self) -> int:
        return len({r.place.id for r in self._reading.resolved if r is not None and r.place.kind != "country"})

    def _count_days(self) -> int:
        return len({(time.earliest, time.latest) for time in self._reading.times if time.earliest})

    def opening(self, act: Act) -> Group:
        """The first words of the sentence whose first act this is: "كما", "وفي حادث"."""
        if act.index not in self._leading:
            return ()
        found = self._openings.get(act.sentence)
        if found is None:
            first, last = self._reading.edges[act.sentence]
            words = self._reading.tokens.words
            second = words[first + 1] if first + 1 < last else ""
            found = self._openings[act.sentence] = (f"begins:{words[first]}", f"begins:{words[first]} {second}")
        return found

    def told_between(self, one: Act, local: Local, two: Act, later: Local) -> Group:
        """How many acts of the same kind, and how many at other places, are told between two acts."""
        first, last = local.rank + 1, later.rank
        if first >= last:
            return _told_between(0, 0, two.definite)
        alike, placed, here = self._of_type[one.type], self._placed, self._of_places[local.places]
        elsewhere = placed[last] - placed[first] - here[last] + here[first]
        kind = alike[last] - alike[first]
        return _told_between(elsewhere if elsewhere < 3 else 3, kind if kind < 3 else 3, two.definite)

    def age(self, local: Local) -> str:
        """How long before the report the day told near an act lies: what is old is seldom what is reported."""
        if local.days is None or self._published is None:
            return "untold"
        return next(name for most, name in _AGES if self._published - local.days[1] <= most)

    def sentences(self, one: int, two: int) -> tuple[Group, Group]:
        """What words and what places two sentences share."""
        found = self._pairs.get((one, two))
        if found is None:
            found = self._pairs[one, two] = (self._shared(one, two), self._placed_in(one, two))
        return found

    def _placed_in(self, one: int, two: int) -> Group:
        """Do two sentences name the same places, and how many the later one names anew."""
        before, after = self._named(one), self._named(two)
        if before and after:
            told = "differ" if before.isdisjoint(after) else "meet"
        else:
            told = "earlier only" if before else "later only" if after else "none"
        return _placed(told, min(3, len(after - before)))

    def _named(self, sentence: int) -> frozenset[str]:
        found = self._places.get(sentence)
        if found is None:
            rows = [self._reading.resolved[row] for _, row in self._told_places.get(sentence, ())]
            told = {row.place.id for row in rows if row is not None and row.place.kind != "country"}
            found = self._places[sentence] = frozenset(told)
        return found

    def _shared(self, one: int, two: int) -> Group:
        """How many telling words two sentences share: those no other sentence has, and those few have."""
        both = self._telling(one) & self._telling(two)
        if not both:
            return _sharing(0, 0, 0)
        held = self._held
        rare = sum(held[word] <= _RARE for word in both)
        some = sum(_RARE < held[word] <= max(_RARE + 1, len(self._reading.edges) * _TOPIC) for word in both)
        return _sharing(min(4, rare), min(4, some), min(6, len(both)))

    def _telling(self, sentence: int) -> frozenset[str]:
        found = self._content.get(sentence)
        if found is None:
            first, last = self._reading.edges[sentence]
            telling = set(self._words[first:last]) - common_words()
            found = self._content[sentence] = frozenset(map(_stem, telling))
        return found

    @cached_property
    def _held(self) -> Counter[str]:
        """In how many sentences each telling word stands."""
        return Counter(chain.from_iterable(map(self._telling, range(len(self._reading.edges)))))


def _leads(before: Act | None, act: Act) -> bool:
    return before is None or before.sentence != act.sentence


def _running(marks: Iterable[bool]) -> list[int]:
    """How many of the acts before each, and before the end, are marked."""
    return list(accumulate(marks, initial=0))


@known(1024)
def _reported(acts: int, places: int, days: int, sentences: int, where: str) -> Group:
    """What a report is like, for two acts of the same sentence or of different ones."""
    found = (
        f"report:acts{_bound(acts, _ACTS)}",
        f"report:places{_bound(places, _PLACES)}",
        f"report:days{_bound(days, _DAYS)}",
        f"report:sentences{_bound(sentences, _SENTENCES)}",
        f"report:places by acts{round(min(2.0, places / max(1, acts)), 1)}",
    )
    return (*found, *(f"{name}:{where}" for name in found))


def _bound(number: int, bounds: Sequence[int]) -> str:
    return next((str(bound) for bound in bounds if number <= bound), "more")


@known(64)
def _told_between(elsewhere: int, alike: int, article: bool) -> Group:
    return f"elsewhere:{elsewhere}", f"alike:{alike}", f"elsewhere:{elsewhere}:{article}"


@known(256)
def _sharing(rare: int, some: int, all_told: int) -> Group:
    return f"sentences share:{all_told}", f"sentences share:{rare} rare", f"sentences share:{some} less rare"


@known(64)
def aged(one: str, two: str) -> Group:
    """The ages of the days told near two acts."""
    return f"age:{one}-{two}", f"age:{two}"


@known(64)
def _placed(told: str, new: int) -> Group:
    return f"sentences' places:{told}", f"sentences' places new:{new}"


_stem = lru_cache(maxsize=12_000)(stem_word.__wrapped__)  # not the many more that searching may remember
