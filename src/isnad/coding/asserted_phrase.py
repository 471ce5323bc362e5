"""A phrase that may assert a change: its words of change, the one it turns on, and what stands in a side clause."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from isnad.coding.change_words import Found, Role, find_change_words
from isnad.coding.reading import Reading
from isnad.model.coded import Direction, Measure
from isnad.text.numbers import may_start

_PARTING = frozenset("،,؛;:.\n")
_PERIOD_WORDS = frozenset({"خلال", "الفتره", "فتره", "طوال", "طيله"})
_MANNER_REACH = 3
_SINCE_REACH = 6
_COMPARED_REACH = 5


class Pivot(Struct, frozen=True):
    """What a phrase turns on: words [first, last), the direction they give, and the measure where they give one."""

    first: int
    last: int
    direction: Direction
    measure: Measure | None = None
    lowest: bool = False
    factor: float | None = None
    verb: bool = False
    stretch: bool = False  # a level reached in a stretch of time ("highest level"), not one act


class Phrase(Struct, frozen=True):
    """Words [first, last) of a reading with their words of change, in order."""

    reading: Reading
    first: int
    last: int
    found: tuple[Found, ...]

    def of(self, *roles: Role) -> list[Found]:
        """The words of change that play one of these roles."""
        return [found for found in self.found if found.word.role in roles]

    def starts(self, role: Role, at: int, reach: int = 1) -> Found | None:
        """The first word of a role that begins at word `at` or fewer than `reach` words on."""
        return next((found for found in self.of(role) if at <= found.first < at + reach), None)


def phrase_of(reading: Reading, first: int, last: int) -> Phrase:
    """The phrase of words [first, last)."""
    return Phrase(reading, first, last, tuple(find_change_words(reading, first, last)))


def pivot_of(phrase: Phrase) -> Pivot | None:
    """What the phrase turns on: a superlative, else a comparative, else the first word of a direction."""
    options: Iterable[Iterator[Pivot]] = (_tops(phrase), _comparatives(phrase), _directions(phrase))
    return next((pivot for option in options for pivot in option), None)


def strong_pivots(phrase: Phrase) -> list[Pivot]:
    """All that a phrase certainly turns on: "أكثر جرأة", "أكبر هجوم منذ"; more than one where several are joined."""
    since = {link.first for link in phrase.of("link")}
    tops = [top for top in _tops(phrase) if any(top.last <= at <= top.last + _SINCE_REACH for at in since)]
    return [*tops, *(one for one in _comparatives(phrase) if one.measure is not None)]


def _tops(phrase: Phrase) -> Iterator[Pivot]:
    """Superlatives: with the article, or before what is the greatest ("أكبر هجوم"), or of a level."""
    for top in phrase.of("top"):
        word = phrase.reading.tokens.words[top.first]
        level = top.last - top.first > 1 or top.word.measure is None
        manner = phrase.starts("manner", top.last)
        definite = word.startswith(("ال", "وال"))
        if top.word.manner and manner is None:
            continue
        if not level and not definite and phrase.starts("subject", top.last) is None:
            continue
        measure = manner.word.measure if manner else top.word.measure
        yield Pivot(top.first, top.last, "record", measure, top.word.lowest, stretch=top.word.measure is None)


def _comparatives(phrase: Phrase) -> Iterator[Pivot]:
    """ "أكثر جرأة", "أقل تنسيقا"; "هجمات أكثر … مما"."""
    for more in phrase.of("more"):
        manner = phrase.starts("manner", more.last, _MANNER_REACH)
        compared = _is_compared(phrase, more)
        if more.word.direction and (manner or compared):
            last = manner.last if manner else more.last
            yield Pivot(more.first, last, more.word.direction, manner.word.measure if manner else _reach(phrase))


def _is_compared(phrase: Phrase, more: Found) -> bool:
    """Does a comparison follow "أكثر", which then bounds no number ("بأكثر من 20 بالمئة")."""
    words = phrase.reading.tokens.words
    counts = more.hit.prefix or any(may_start(word) for word in words[more.last : more.last + 2])
    return not counts and any(found.first >= more.last for found in phrase.of("compare", "before", "year_before"))


def _directions(phrase: Phrase) -> Iterator[Pivot]:
    """Words that say which way, the one of a main clause first ("… إلى الارتفاع بعد هدوء")."""
    said = [found for found in phrase.found if found.word.role in ("direction", "manner") and found.word.direction]
    side = {link.last for link in phrase.of("link")}
    for found in sorted(said, key=lambda one: one.first in side):
        measure = found.word.measure
        measure = measure or _reach(phrase)
        assert found.word.direction is not None
        verb = found.hit.pos == "verb"
        yield Pivot(found.first, found.last, found.word.direction, measure, factor=found.word.factor, verb=verb)


def _reach(phrase: Phrase) -> Measure | None:
    """Spread, where a word for an area says that it is what changes ("في مناطق أقل")."""
    return "spread" if any(one.word.measure == "spread" for one in phrase.of("manner")) else None


class Zones(Struct, frozen=True):
    """Where a phrase says what: words of the main clause, of the event since which, of what is compared with.

    `compared` holds times only: a place said there is the place of both.
    """

    main: frozenset[int]
    event: tuple[int, int] | None
    compared: frozenset[int]


def _spans(phrase: Phrase, at: int) -> bool:
    """Does a word before a time make it the period of the whole and not the day of the act ("خلال آذار")."""
    return not _PERIOD_WORDS.isdisjoint(phrase.reading.tokens.words[max(phrase.first, at - 2) : at + 1])


def zones_of(phrase: Phrase, pivot: Pivot, timed: frozenset[int]) -> Zones:
    """The zones of a phrase around its pivot; `timed` are the words of time expressions."""
    event = None if pivot.direction == "record" else _event(phrase, pivot, timed)
    words = set(range(phrase.first, phrase.last))
    if event is not None:
        words -= set(range(*event))
    compared: set[int] = set()
    for found in phrase.of("compare"):
        compared |= set(range(found.first, min(phrase.last, found.last + _COMPARED_REACH)))
    return Zones(frozenset(words), event, frozenset(compared & words))


def _event(phrase: Phrase, pivot: Pivot, timed: frozenset[int]) -> tuple[int, int] | None:
    """The act that "منذ", "بعد" lead to: up to a comma, a comparison, or the pivot where it stands before that."""
    for link in phrase.of("link"):
        if link.last >= phrase.last or {link.first, link.last} & timed:
            continue
        end = pivot.first if link.first < pivot.first else phrase.last
        stops = [found.first for found in phrase.of("compare", "become") if found.first > link.last]
        stops += [at - 1 for at in range(link.last, end) if at in timed and _spans(phrase, at)]
        stops += [at for at in range(link.last, end) if not _PARTING.isdisjoint(phrase.reading.tokens.gap(at - 1))]
        return link.first, min([end, *stops])
    return None
