"""A phrase that may assert a change: its words of change, the one it turns on, and what stands in a side clause."""

import itertools
from collections.abc import Iterable, Iterator

from msgspec import Struct

from isnad.coding.change_words import Found, Role, find_change_words
from isnad.coding.reading import Reading
from isnad.model.coded import Direction, Measure
from isnad.text.numbers import may_start, read_number

_PARTING = frozenset("،,؛;:.\n")
_PERIOD_WORDS = frozenset({"خلال", "الفتره", "فتره", "طوال", "طيله"})
_MANNER_REACH = 3
_SINCE_REACH = 6
_COMPARED_REACH = 5
_DENIED_REACH = 8
_BECOME_REACH = 12
_COUNTED_REACH = 6
_AGAINST_REACH = 3
_OFTEN_REACH = 6
_BECOMES = frozenset({"اصبح", "اصبحت", "صار", "صارت", "بات", "باتت", "اضحي", "اضحت", "امست", "غدت", "تصبح", "يصبح"})
_ENDED = frozenset({"يعد", "تعد", "عاد", "عادت"})
_NOT = frozenset({"لم", "ما"})
_PAIR = ("ين", "تين")
_ONE = frozenset({"واحد", "واحده"})


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
    options: Iterable[Iterator[Pivot]] = (
        _tops(phrase), _unequalled(phrase), _comparatives(phrase), _often(phrase), _directions(phrase),
        _multiples(phrase), _counted(phrase),
    )  # fmt: skip
    return next((pivot for option in options for pivot in option), None)


def strong_pivots(phrase: Phrase) -> list[Pivot]:
    """All that a phrase certainly turns on: "أكثر جرأة", "أكبر هجوم منذ"; more than one where several are joined."""
    since = {link.first for link in phrase.of("link")}
    tops = [top for top in _tops(phrase) if any(top.last <= at <= top.last + _SINCE_REACH for at in since)]
    return [*tops, *(one for one in _comparatives(phrase) if one.measure is not None)]


def _tops(phrase: Phrase) -> Iterator[Pivot]:
    """Superlatives: with the article, or before what is the greatest ("أكبر هجوم"), or of a level."""
    for top in phrase.of("top"):
        if top.word.direction is None:
            continue
        word = phrase.reading.tokens.words[top.first]
        level = top.last - top.first > 1 or top.word.measure is None
        manner = phrase.starts("manner", top.last)
        definite = word.startswith(("ال", "وال"))
        if top.word.manner and manner is None and phrase.starts("ever", top.last) is None:
            continue
        if not level and not definite and not _is_greatest(phrase, top):
            continue
        if _is_aside(phrase, top):
            continue
        measure = manner.word.measure if manner else top.word.measure
        yield Pivot(top.first, top.last, "record", measure, top.word.lowest, stretch=top.word.measure is None)


def _is_greatest(phrase: Phrase, top: Found) -> bool:
    """Does an elative without the article name the greatest: before what is one ("أكبر هجوم"), or "than ever"."""
    ever = phrase.starts("ever", top.last)
    return phrase.starts("subject", top.last) is not None or (ever is not None and ever.last - ever.first > 1)


def _is_aside(phrase: Phrase, top: Found) -> bool:
    """Is it told beside a change of the main clause as what went before ("تراجعت … بعد أن بلغت ذروتها")."""
    led = any(found.last == top.first and found.last - found.first > 1 for found in phrase.of("compare"))
    return led and any(found.word.direction and found.first < top.first for found in phrase.of("direction"))


def _unequalled(phrase: Phrase) -> Iterator[Pivot]:
    """ "لم تشهد المدينة مثيلا له منذ": a negation before, since when (or "before") after."""
    words, last = phrase.reading.tokens.words, phrase.last
    for found in phrase.of("unequalled"):
        denied = words[found.last - 1] == "لم" or any(
            stop.word.reason == "negated" and 0 < found.first - stop.first <= _DENIED_REACH
            for stop in phrase.of("stop")
        )
        since = any(other.first >= found.last for other in phrase.of("ever")) or "قبل" in words[found.last : last]
        if denied and since:
            measure = found.word.measure
            yield Pivot(found.first, found.last, "record", measure, stretch=measure is None)


def _often(phrase: Phrase) -> Iterator[Pivot]:
    """ "صارت شبه أسبوعية", "لم تعد نادرة": what has become frequent, or is rare no more."""
    words = phrase.reading.tokens.words
    for found in phrase.of("often"):
        before = range(max(phrase.first, found.first - _OFTEN_REACH), found.first)
        become = any(words[at].removeprefix("و") in _BECOMES for at in before)
        ended = any(words[at] in _ENDED and words[at - 1] in _NOT for at in before if at > phrase.first)
        if become != ended:
            more = (found.word.direction == "increase") != ended
            yield Pivot(found.first, found.last, "increase" if more else "decrease")


def _multiples(phrase: Phrase) -> Iterator[Pivot]:
    """ "ثلاثة أضعاف ما كان عليه": a multiple says which way where something is compared."""
    compares = phrase.of("compare", "before", "year_before")
    for found in phrase.of("size"):
        if found.word.factor is not None and any(other.last > found.last for other in compares):
            yield Pivot(found.first, found.last, "increase" if found.word.factor > 1 else "decrease", _reach(phrase))


def _comparatives(phrase: Phrase) -> Iterator[Pivot]:
    """ "أكثر جرأة", "أقل تنسيقا"; "هجمات أكثر … مما"."""
    for more in phrase.of("more"):
        manner = phrase.starts("manner", more.last, _MANNER_REACH)
        before = next((one for one in phrase.of("manner") if one.last == more.first), None)
        compared = _is_compared(phrase, more) or (more.word.measure is not None and _has_become(phrase, more))
        if more.word.direction and (manner or before or compared):
            last = manner.last if manner else more.last
            named = manner or before
            measure = named.word.measure if named else more.word.measure or _reach(phrase)
            ever = phrase.starts("ever", last)
            direction = "record" if ever is not None and ever.last - ever.first > 1 else more.word.direction
            yield Pivot(more.first, last, direction, measure, stretch=direction == "record")


def _counted(phrase: Phrase) -> Iterator[Pivot]:
    """ "312 هجوما … مقابل 208": two numbers that are held against each other."""
    counts = counts_of(phrase)
    if counts is not None and counts.before != counts.after:
        yield Pivot(counts.first, counts.last, "increase" if counts.after > counts.before else "decrease")


def _has_become(phrase: Phrase, more: Found) -> bool:
    """Does "أصبحت" stand a few words before."""
    return any(0 < more.first - found.first <= _BECOME_REACH for found in phrase.of("become"))


def _is_compared(phrase: Phrase, more: Found) -> bool:
    """Does a comparison follow "أكثر", which then bounds no number ("بأكثر من 20 بالمئة")."""
    words = phrase.reading.tokens.words
    after = words[more.last : more.last + 2]
    if _than_time(phrase, more) is not None:
        return True
    if more.hit.prefix or (after[:1] == ["من"] and any(may_start(word) for word in after)):
        return False
    if after[:1] != ["من"] and "بنسبه" in words[more.last : phrase.last]:
        return True
    return any(found.first >= more.last for found in phrase.of("compare", "before", "year_before", "than_before"))


def _than_time(phrase: Phrase, more: Found) -> int | None:
    """The word at which a time follows "أكثر من" ("أكثر من رمضان الماضي")."""
    words, at = phrase.reading.tokens.words, more.last + 1
    starts = {phrase.reading.tokens.between(time.start, time.end)[0] for time in phrase.reading.times}
    return at if at < phrase.last and words[more.last] == "من" and at in starts else None


def than_times(phrase: Phrase) -> set[int]:
    """The words at which the times begin that "أكثر من", "أقل من" lead to."""
    return {at for more in phrase.of("more") if (at := _than_time(phrase, more)) is not None}


def _directions(phrase: Phrase) -> Iterator[Pivot]:
    """Words that say which way, the one of a main clause first ("… إلى الارتفاع بعد هدوء")."""
    said = [found for found in phrase.found if found.word.role in ("direction", "manner") and found.word.direction]
    names = {found.first for found in phrase.of("direction") if found.word.direction is None}
    said = [found for found in said if found.first not in names]
    side = {link.last for link in phrase.of("link")}
    words = phrase.reading.tokens.words
    but = next((at for at in range(phrase.first, phrase.last) if words[at] == "بل"), phrase.first)
    for found in sorted(said, key=lambda one: (one.first in side, one.first < but)):
        measure = found.word.measure or _manner_after(phrase, found) or _reach(phrase)
        assert found.word.direction is not None
        verb = found.hit.pos == "verb"
        yield Pivot(found.first, found.last, found.word.direction, measure, factor=found.word.factor, verb=verb)


def _manner_after(phrase: Phrase, found: Found) -> Measure | None:
    """ "تزايد التنسيق", "ازدادت دموية": the manner that grows stands just after."""
    manner = phrase.starts("manner", found.last)
    return manner.word.measure if manner else None


def _reach(phrase: Phrase) -> Measure | None:
    """Spread, where a word for an area says that it is what changes ("في مناطق أقل")."""
    within = {at for one in phrase.of("subject") for at in range(one.first, one.last)}
    areas = (one for one in phrase.of("manner") if one.word.measure == "spread" and one.first not in within)
    return "spread" if any(areas) else None


class Counts(Struct, frozen=True):
    """How many there were before and after, as a phrase says in words [first, last), the second number at `second`.

    `rising`: told in the order of time ("من … إلى").
    """

    first: int
    last: int
    before: int
    after: int
    second: int
    rising: bool = False


def counts_of(phrase: Phrase) -> Counts | None:
    """The two numbers of "من 12 إلى 30", of "30 … مقابل 12", of "إلى 30 … بعدما كانت 12"; None where there are not two."""
    numbers = _numbers(phrase)
    words = phrase.reading.tokens.words
    for one, other in itertools.pairwise(numbers):
        if (
            words[one.first - 1] == "من"
            and words[other.first - 1] == "الي"
            and other.first - one.last <= _COUNTED_REACH
        ):
            return Counts(one.first, other.last, one.value, other.value, other.first, rising=True)
        against = [found for found in phrase.of("compare") if one.last <= found.first and found.last <= other.first]
        if any(other.first - found.last < _AGAINST_REACH for found in against):
            return Counts(one.first, other.last, other.value, one.value, other.first)
    return None


class _Number(Struct, frozen=True):
    first: int
    last: int
    value: int


def _numbers(phrase: Phrase) -> list[_Number]:
    """The numbers of a phrase that count something: no part of a time, no percentage, no multiple."""
    reading, found, at = phrase.reading, [], phrase.first
    spans = [reading.tokens.between(time.start, time.end) for time in reading.times]
    timed = {word for first, last in spans for word in range(first, last)}
    counted = {one.first: one for one in phrase.of("subject") if one.hit.pos == "noun" and one.last == one.first + 1}
    while at < phrase.last:
        number = None
        if at in counted and (few := _worded(phrase, at)) is not None:
            found.append(few)
            at = few.last
            continue
        if at > phrase.first and at not in timed and may_start(reading.tokens.words[at]):
            number = read_number(reading.tokens, at, phrase.last)
        if number is None:
            at += 1
            continue
        sized = any(one.first <= at < one.last for one in phrase.of("size"))
        shared = reading.tokens.words[number.last : number.last + 1] in (["بالمئه"], ["بالمائه"], ["مره"], ["مرات"])
        if not (sized or shared or number.vague or _is_share(phrase, at, number.last)) and number.value > 0:
            found.append(_Number(at, number.last, number.value))
        at = number.last
    return found


def _worded(phrase: Phrase, at: int) -> _Number | None:
    """ "هجومين" is two, "هجوم واحد" one."""
    words = phrase.reading.tokens.words
    if words[at].endswith(_PAIR):
        return _Number(at, at + 1, 2)
    return _Number(at, at + 2, 1) if at + 1 < phrase.last and words[at + 1] in _ONE else None


def _is_share(phrase: Phrase, first: int, last: int) -> bool:
    """Do words [first, last) stand with a percent sign, or name a year."""
    tokens = phrase.reading.tokens
    year = last - first == 1 and tokens.words[first].isdecimal() and len(tokens.words[first]) == 4
    return year or any(sign in tokens.gap(last - 1) + tokens.gap(first - 1)[-1:] for sign in "%٪")


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
    event = _event(phrase, pivot, timed)
    words = set(range(phrase.first, phrase.last))
    if event is not None:
        words -= set(range(*event))
    compared: set[int] = set()
    for found in phrase.of("compare"):
        compared |= set(range(found.first, min(phrase.last, found.last + _COMPARED_REACH)))
    return Zones(frozenset(words), event, frozenset(compared & words))


def _event(phrase: Phrase, pivot: Pivot, timed: frozenset[int]) -> tuple[int, int] | None:
    """The act that "منذ", "بعد" lead to: up to a comma, a comparison, or the pivot where it stands before that."""
    comparing = {found.first for found in phrase.of("compare")}
    for link in phrase.of("link"):
        if link.last >= phrase.last or {link.first, link.last} & timed or link.first in comparing:
            continue
        end = pivot.first if link.first < pivot.first else phrase.last
        stops = [found.first for found in phrase.of("compare", "become") if found.first > link.last]
        stops += [at - 1 for at in range(link.last, end) if at in timed and _spans(phrase, at)]
        stops += [at for at in range(link.last, end) if not _PARTING.isdisjoint(phrase.reading.tokens.gap(at - 1))]
        return link.first, min([end, *stops])
    return None
