"""What a sentence asserts of a change in the violence, or why it asserts nothing testable (codebook, "Assessments")."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from isnad.coding.asserted_days import periods_of, timed_words
from isnad.coding.asserted_parties import actor_of, areas_of
from isnad.coding.asserted_phrase import Phrase, Pivot, Zones, phrase_of, pivot_of, zones_of
from isnad.coding.asserted_refusals import asks, off_subject, refusal_of, refusal_without_pivot
from isnad.coding.asserted_size import size_of
from isnad.coding.attribution import Attribution, find_attributions
from isnad.coding.change_words import Found
from isnad.coding.preparing import Preparer
from isnad.coding.reading import Reading
from isnad.coding.settings import Settings
from isnad.coding.speakers import speaker_party
from isnad.lexicon.loading import load_lexicon
from isnad.model.assertion import Asserted, Assertion, Event, Refusal
from isnad.model.coded import Assessment, CodedReport, IncidentType, Measure
from isnad.model.report import Report
from isnad.model.stretches import Days
from isnad.places.gazetteer import load_gazetteer
from isnad.text.language import is_arabic

_SUBJECT_REACH = 14


class Asserter:
    """Reads sentences as assertions, with the coder's own lexicon and gazetteer."""

    def __init__(self, settings: Settings | None = None) -> None:
        chosen = settings or Settings()
        gazetteer = load_gazetteer(chosen.places, chosen.places_folder, chosen.borders)
        self._preparer = Preparer(load_lexicon(chosen.lexicon), gazetteer)

    def read(self, sentence: str, published: date | None = None) -> Assertion | Refusal:
        """What one sentence in Arabic asserts; relative times count from `published`. Of several the first."""
        if not is_arabic(sentence):
            return Refusal(text=sentence, reason="not_arabic")
        reading = self._reading(Report(id="", text=sentence, published=published))
        said = [_said(reading, first, last, find_attributions(reading)) for first, last in reading.edges]
        refused = Refusal(text=sentence, reason="no_change")
        return next((one for one in said if isinstance(one, Assertion)), next(iter(said), refused))

    def read_report(self, coded: CodedReport) -> Iterator[Asserted]:
        """The assessments of a coded report as assertions; the coder's word for actor, place and time fills gaps."""
        if not coded.assessments:
            return
        reading = self._reading(Report(id=coded.id, text=coded.text, published=coded.published, outlet=coded.outlet))
        attributions = find_attributions(reading)
        for assessment in coded.assessments:
            yield Asserted(
                said=_assessed(reading, assessment, attributions),
                report=coded.id,
                outlet=coded.outlet,
                published=coded.published,
                start=assessment.start,
                end=assessment.end,
            )

    def _reading(self, report: Report) -> Reading:
        reading = self._preparer.read(report)
        self._preparer.complete(reading)
        return reading


def _said(reading: Reading, first: int, last: int, attributions: list[Attribution]) -> Assertion | Refusal:
    """What words [first, last) assert."""
    phrase = phrase_of(reading, first, last)
    if first == last:
        return Refusal(text="", reason="no_change")
    text = reading.span(first, last).text
    if asks(phrase):
        return Refusal(text=text, reason="question")
    pivot = pivot_of(phrase)
    if pivot is None:
        return Refusal(text=text, reason=refusal_without_pivot(phrase))
    reason = refusal_of(phrase, pivot)
    if reason is not None:
        return Refusal(text=text, reason=reason, words=reading.span(pivot.first, pivot.last).text)
    credit = next((one for one in attributions if one.chain and one.start <= pivot.first < one.end), None)
    if credit is not None and first < credit.start:
        phrase = phrase_of(reading, credit.start, last)
    return _asserted(phrase, pivot, credit, text)


class _Subject(Struct, frozen=True):
    """What changes: the words after its names (the acts' own first), its types, its measure."""

    ends: tuple[int, ...]
    types: tuple[IncidentType, ...]
    measure: Measure | None


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
    actor, actors = actor_of(phrase, pivot, subject.ends, zones.main)
    areas = areas_of(reading, zones.main - zones.compared)
    periods = periods_of(phrase, pivot, zones, times)
    return Assertion(
        text=text,
        actor=actor,
        actors=actors,
        areas=areas,
        types=subject.types,
        measure=pivot.measure or subject.measure or "frequency",
        per_incident=pivot.measure == "lethality" and pivot.direction != "record",
        direction=pivot.direction,
        lowest=pivot.lowest,
        size=size_of(phrase, pivot),
        period=periods.period,
        compared=periods.compared,
        since=_since(phrase, zones),
        event=_event(phrase, pivot, subject, periods.period),
        chain=tuple(speaker_party(reading, speaker) for speaker in credit.chain) if credit else (),
    )


def _subject(phrase: Phrase, pivot: Pivot, zones: Zones) -> _Subject | None:
    """What changes: the nearest words for violence outside side clauses, those that name its kind first."""
    near = [
        found
        for found in phrase.of("subject")
        if found.first in zones.main and abs(found.first - pivot.first) <= _SUBJECT_REACH
    ]
    near.sort(key=lambda found: (abs(found.first - pivot.first), found.first))
    if not near:
        return _acts(phrase, pivot, zones)
    typed = next((found for found in near if found.word.types), None)
    lethal = any(found.word.measure == "lethality" for found in near)
    return _Subject(_ends(near), typed.word.types if typed else (), "lethality" if lethal else near[0].word.measure)


def _ends(near: list[Found]) -> tuple[int, ...]:
    """The words after the names of what changes: who acts stands after the acts, not after the dead ("قتلى هجمات …")."""
    ordered = sorted(near, key=lambda found: found.word.measure == "lethality")
    return tuple(found.last for found in ordered)


def _acts(phrase: Phrase, pivot: Pivot, zones: Zones) -> _Subject | None:
    """The nearest act of the lexicon; nothing named at all is enough where a manner is ("الأكثر دموية")."""
    reading = phrase.reading
    hits = [hit for hit in reading.within("triggers", phrase.first, phrase.last) if hit.first in zones.main]
    hits = [hit for hit in hits if not pivot.first <= hit.first < pivot.last]
    if hits:
        hit = min(hits, key=lambda one: abs(one.first - pivot.first))
        kind = reading.lexicon.triggers[hit.entry].type
        return _Subject((hit.last,), (kind,), "frequency")
    return _Subject((pivot.last,), (), None) if pivot.measure is not None else None


def _since(phrase: Phrase, zones: Zones) -> Event | None:
    """The act since which all is said to have changed."""
    return None if zones.event is None else _told(phrase, *zones.event, None)


def _event(phrase: Phrase, pivot: Pivot, subject: _Subject, period: Days | None) -> Event | None:
    """The act that is called the greatest; None where a stretch of time is ("أعلى مستوى", "كان شهر أيار")."""
    long = period is not None and (period[1] - period[0]).days > 2
    if pivot.direction != "record" or pivot.stretch or long:
        return None
    told = _told(phrase, phrase.first, phrase.last, period)
    return Event(text=told.text, types=told.types or subject.types, areas=told.areas, days=period)


def _told(phrase: Phrase, first: int, last: int, days: Days | None) -> Event:
    """The act told in words [first, last)."""
    reading = phrase.reading
    types = dict.fromkeys(reading.lexicon.triggers[hit.entry].type for hit in reading.within("triggers", first, last))
    areas = areas_of(reading, range(first, last))
    return Event(text=reading.span(first, last).text, types=tuple(types), areas=areas, days=days)


def _assessed(reading: Reading, assessment: Assessment, attributions: list[Attribution]) -> Assertion | Refusal:
    """An assessment as an assertion: read in its sentence, with the coder's slots where its words say none."""
    if assessment.measure == "capability":
        return Refusal(text=assessment.text, reason="not_measured")
    first, last = _words(reading, assessment)
    said = _said(reading, first, last, attributions)
    if isinstance(said, Refusal):
        return said
    period = assessment.period
    return Assertion(
        text=assessment.text,
        actor=said.actor or assessment.actor,
        actors=said.actors or ((assessment.actor.id,) if assessment.actor and assessment.actor.id else ()),
        areas=said.areas or ((assessment.where,) if assessment.where and assessment.where.country else ()),
        types=said.types,
        measure=said.measure if said.direction == assessment.direction else assessment.measure,
        per_incident=said.per_incident,
        direction=assessment.direction,
        lowest=said.lowest,
        size=said.size,
        period=said.period or ((period.earliest, period.latest) if period else None),
        compared=said.compared,
        since=said.since,
        event=said.event,
        chain=said.chain or assessment.according_to,
    )


def _words(reading: Reading, assessment: Assessment) -> tuple[int, int]:
    """The words of an assessment in its report."""
    starts = [reading.folded.original(start) for start in reading.tokens.starts]
    inside = [word for word, start in enumerate(starts) if assessment.start <= start < assessment.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
