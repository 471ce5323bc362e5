"""One phrase read as an assertion: subject, actor, areas, size, days, the act it hangs on (docs/assertions.md)."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from isnad.coding.asserted_bare_days import Timed
from isnad.coding.asserted_days import Periods, periods_of, timed_words
from isnad.coding.asserted_parties import actor_of, areas_of, country_of_struck, country_of_teller, lands_of
from isnad.coding.asserted_phrase import Phrase, Pivot, Zones, phrase_of, pivot_of, zones_of
from isnad.coding.asserted_refusals import asks, off_subject, refusal_of, refusal_without_pivot
from isnad.coding.asserted_size import size_of
from isnad.coding.attribution import Attribution
from isnad.coding.change_words import Found
from isnad.coding.reading import Reading
from isnad.coding.speakers import speaker_party
from isnad.model.assertion import Assertion, Event, Refusal
from isnad.model.coded import IncidentType, Measure
from isnad.model.slots import Where
from isnad.model.stretches import Days

_SUBJECT_REACH = 14
_ATTACK: Final = "armed_attack"
_ONTO = frozenset({"علي", "ضد"})  # what stands after these is struck ("على كمائن الجيش")
_COUNTED = frozenset({"عدد", "اعداد"})
_NEVER = Periods(None, None)
_ACT_DAYS = 2  # more days are a stretch
_VIOLENT = frozenset(
    "suicide_bombing chemical_attack prison_break bombing landmine drone_strike air_strike shelling assassination "
    "execution sexual_violence abduction armed_attack clash killing".split()
)


def read_words(reading: Reading, first: int, last: int, attributions: list[Attribution]) -> Assertion | Refusal:
    """What words [first, last) assert."""
    if first == last:
        return Refusal(text="", reason="no_change")
    phrase = phrase_of(reading, first, last)
    if asks(phrase):
        return Refusal(text=reading.span(first, last).text, reason="question")
    pivot = pivot_of(phrase)
    if pivot is None:
        return Refusal(text=reading.span(first, last).text, reason=refusal_without_pivot(phrase))
    return read_pivot(phrase, pivot, attributions)


def read_pivot(phrase: Phrase, pivot: Pivot, attributions: list[Attribution]) -> Assertion | Refusal:
    """What a phrase asserts that turns on these words; where they are credited to someone, in the words credited."""
    reading, text = phrase.reading, phrase.reading.span(phrase.first, phrase.last).text
    reason = refusal_of(phrase, pivot)
    if reason is not None:
        return Refusal(text=text, reason=reason, words=reading.span(pivot.first, pivot.last).text)
    credit = next((one for one in attributions if one.chain and one.start <= pivot.first < one.end), None)
    if credit is not None and _is_seen(phrase, credit):
        credit = None
    whole = phrase
    if credit is not None and phrase.first < credit.start:
        phrase = phrase_of(reading, credit.start, phrase.last)
    said = _asserted(phrase, pivot, credit, text)
    if isinstance(said, Assertion) and not said.areas:
        return replace(said, areas=_areas_of_teller(whole, phrase, said))
    return said


def _areas_of_teller(whole: Phrase, phrase: Phrase, said: Assertion) -> tuple[Where, ...]:
    """Where no place is named: that of who tells it ("أكد والي ديالى أن المحافظة …", "أعلنت الداخلية العراقية …")."""
    if phrase.first > whole.first and phrase.of("that_place"):
        return areas_of(phrase.reading, range(whole.first, phrase.first))
    return country_of_teller(whole) or country_of_struck(phrase) if said.actor is None else ()


def _is_seen(phrase: Phrase, credit: Attribution) -> bool:
    """Is it a place that saw what is told, and nobody who tells it ("شهدت الخرطوم")."""
    seen = {found.last for found in phrase.of("witness")}
    places = {phrase.reading.tokens.first_at(place.start) for place in phrase.reading.places}
    return any(
        speaker.first in seen and not places.isdisjoint(range(speaker.first, speaker.last)) for speaker in credit.chain
    )


class _Subject(Struct, frozen=True):
    """What changes: the words after its names (the acts' own first), its types, its measure; `single`: one act."""

    ends: tuple[int, ...]
    types: tuple[IncidentType, ...]
    measure: Measure | None
    single: bool = False
    counted: bool = False  # "عدد الهجمات": of the number it is said, not of an act


def _asserted(phrase: Phrase, pivot: Pivot, credit: Attribution | None, text: str) -> Assertion | Refusal:
    reading = phrase.reading
    times = timed_words(reading, phrase.first, phrase.last)
    timed = frozenset(word for time in times for word in range(time.first, time.last))
    zones = zones_of(phrase, pivot, timed)
    subject = _subject(phrase, pivot, zones)
    reason = off_subject(phrase, pivot, subject is not None)
    if reason is not None or subject is None:
        word = reading.span(pivot.first, pivot.last).text
        return Refusal(text=text, reason=reason or "no_measure", words=word)
    if subject.counted and pivot.direction == "record" and pivot.measure == "lethality":
        pivot = replace(pivot, measure="frequency", stretch=True)  # "عدد الصواريخ … هو الأكبر"
    actor, actors = actor_of(phrase, pivot, subject.ends, zones.main)
    where = zones.main - zones.compared
    areas = areas_of(reading, where) or areas_of(reading, zones.main) or lands_of(phrase, where)
    periods = periods_of(phrase, pivot, zones, times)
    if pivot.direction == "record" and periods == _NEVER and not phrase.of("ever"):
        return Refusal(text=text, reason="no_stretch", words=reading.span(pivot.first, pivot.last).text)
    act = pivot.direction == "record" and not pivot.stretch and subject.single
    return Assertion(
        text=text,
        actor=actor,
        actors=actors,
        owned=any(found.hit.pronoun and found.first in zones.main for found in phrase.of("subject")),
        areas=areas,
        types=subject.types,
        measure=pivot.measure or subject.measure or "frequency",
        per_incident=pivot.measure == "lethality" and pivot.direction != "record",
        direction=pivot.direction,
        lowest=pivot.lowest,
        size=size_of(phrase, pivot),
        period=None if act and not _is_day(periods.period) else periods.period,
        compared=periods.compared or (periods.period if act and not _is_day(periods.period) else None),
        since=None if pivot.direction == "record" else _since(phrase, zones, times),
        event=_event(phrase, pivot, subject, zones, periods.period),
        chain=tuple(speaker_party(reading, speaker) for speaker in credit.chain) if credit else (),
    )


def _subject(phrase: Phrase, pivot: Pivot, zones: Zones) -> _Subject | None:
    """What changes: the nearest words for violence outside side clauses, those that name its kind first."""
    reading = phrase.reading
    near = [
        found
        for found in phrase.of("subject")
        if found.first in zones.main and abs(found.first - pivot.first) <= _SUBJECT_REACH
    ]
    struck = [found for found in near if found.first and reading.tokens.words[found.first - 1] in _ONTO]
    near = [found for found in near if found not in struck] or near
    near.sort(key=lambda found: (abs(found.first - pivot.first), found.first))
    if not near:
        return _acts(phrase, pivot, zones)
    typed = next((found for found in near if found.word.types), None)
    single = any(found.hit.pos == "noun" for found in near)
    lethal = any(found.word.measure == "lethality" for found in near)
    measure = "lethality" if lethal else near[0].word.measure
    counted = not lethal and any(found.first and reading.tokens.words[found.first - 1] in _COUNTED for found in near)
    return _Subject(_ends(near), typed.word.types if typed else (), measure, single, counted)


def _ends(near: list[Found]) -> tuple[int, ...]:
    """The words after the names of what changes: who acts stands after the acts, not after the dead ("قتلى هجمات …")."""
    ordered = sorted(near, key=lambda found: found.word.measure == "lethality")
    return tuple(found.last for found in ordered)


def _acts(phrase: Phrase, pivot: Pivot, zones: Zones) -> _Subject | None:
    """The nearest act of the lexicon; nothing named at all is enough where a manner is ("الأكثر دموية")."""
    reading = phrase.reading
    hits = [hit for hit in reading.within("triggers", phrase.first, phrase.last) if hit.first in zones.main]
    hits = [hit for hit in hits if not pivot.first <= hit.first < pivot.last]
    hits = [hit for hit in hits if reading.lexicon.triggers[hit.entry].type in _VIOLENT]
    if hits:
        hit = min(hits, key=lambda one: abs(one.first - pivot.first))
        kind = reading.lexicon.triggers[hit.entry].type
        # "مهاجمة" is as wide as "هجمات": all kinds of violence.
        return _Subject((hit.last,), () if kind == _ATTACK else (kind,), "frequency", hit.pos == "noun")
    killed = [hit for hit in reading.within("harms", phrase.first, phrase.last) if hit.first in zones.main]
    if any(reading.lexicon.harms[hit.entry].slot == "killed" for hit in killed):
        return _Subject((pivot.last,), (), "lethality")
    return _Subject((pivot.last,), (), None) if pivot.measure not in (None, "spread") else None


def _since(phrase: Phrase, zones: Zones, times: list[Timed]) -> Event | None:
    """The act since which all is said to have changed, with its days where they stand beside it."""
    if zones.event is None:
        return None
    first, last = zones.event
    days = next((time.days for time in times if first <= time.first < last and not time.since), None)
    return _told(phrase, range(first, last), days)


def _is_day(period: Days | None) -> bool:
    """Is a time that of an act and no stretch to compare in ("اليوم", "أمس"; "هذا العام" is one)."""
    return period is not None and (period[1] - period[0]).days <= _ACT_DAYS


def _event(phrase: Phrase, pivot: Pivot, subject: _Subject, zones: Zones, period: Days | None) -> Event | None:
    """The act that is called the greatest; None where a stretch of time is ("أعلى مستوى", "كان شهر أيار")."""
    stretch = pivot.stretch or (not subject.single and period is not None and not _is_day(period))
    if pivot.direction != "record" or stretch:
        return None
    words = [word for word in range(phrase.first, phrase.last) if word in zones.main]
    told = _told(phrase, range(words[0], words[-1] + 1), period if _is_day(period) else None)
    areas = areas_of(phrase.reading, zones.main)
    return Event(text=told.text, types=told.types or subject.types, areas=areas, days=told.days)


def _told(phrase: Phrase, words: range, days: Days | None) -> Event:
    """The act told in these words."""
    reading, first, last = phrase.reading, words.start, words.stop
    types = dict.fromkeys(reading.lexicon.triggers[hit.entry].type for hit in reading.within("triggers", first, last))
    areas = areas_of(reading, words)
    return Event(text=reading.span(first, last).text, types=tuple(types), areas=areas, days=days)
