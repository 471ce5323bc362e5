"""Assessments and situations: how violence changes, and lasting conditions (codebook)."""

from isnad.coding.parties import find_candidates, party_of
from isnad.coding.placing import where_of
from isnad.coding.speakers import speaker_party
from isnad.coding.timing import when_of
from isnad.coding.workup import Workup
from isnad.lexicon.matching import Hit
from isnad.model.coded import Assessment, Situation
from isnad.model.slots import Party, When, Where
from isnad.model.span import Span


def find_assessments(work: Workup) -> tuple[Assessment, ...]:
    """Sentences that say how violence changes: a cue of change with a subject, or a cue that stands alone."""
    reading, found = work.reading, []
    cues = reading.of("assessments")
    told: set[tuple[int, str]] = set()
    for hit in cues:
        cue = reading.lexicon.assessments[hit.entry]
        if cue.measure is None or cue.direction is None:
            continue
        clause = reading.clauses[hit.first]
        near = [c for c in cues if abs(c.first - hit.first) <= 6 and reading.clauses[c.first] == clause]
        subject = any(reading.lexicon.assessments[c.entry].id == "subject" and c.first != hit.first for c in near)
        if not (cue.alone or subject) or (hit.first, cue.measure) in told:
            continue
        if any((first, cue.measure) in told for first in range(hit.first - 8, hit.first)):
            continue
        told.add((hit.first, cue.measure))
        span = _clause_span(work, hit)
        actor, where, period, credit = _about(work, hit)
        found.append(
            Assessment(
                start=span.start,
                end=span.end,
                text=span.text,
                actor=actor,
                measure=cue.measure,
                direction=cue.direction,
                period=period,
                where=where,
                according_to=credit,
            )
        )
    return tuple(found)


def find_situations(work: Workup) -> tuple[Situation, ...]:
    """Phrases that tell of a lasting condition, with whose it is, where and since when."""
    reading, found, reach = work.reading, [], -1
    for hit in reading.of("situations"):
        if hit.first < reach:
            continue
        cue = reading.lexicon.situations[hit.entry]
        span = _clause_span(work, hit)
        actor, where, period, credit = _about(work, hit)
        if actor is None and where is None:
            continue
        found.append(
            Situation(
                start=span.start,
                end=span.end,
                text=span.text,
                kind=cue.kind,
                actor=actor,
                where=where,
                period=period,
                according_to=credit,
            )
        )
        reach = hit.last + 3
    return tuple(found)


def _clause_span(work: Workup, hit: Hit) -> Span:
    """The clause around a cue."""
    reading = work.reading
    first, last = _clause(work, hit)
    return reading.span(first, last)


def _clause(work: Workup, hit: Hit) -> tuple[int, int]:
    reading = work.reading
    low, high = reading.edges[reading.sentence_of[hit.first]]
    first, last = hit.first, hit.last
    while first > low and reading.clauses[first - 1] == reading.clauses[hit.first]:
        first -= 1
    while last < high and reading.clauses[last] == reading.clauses[hit.last - 1]:
        last += 1
    return first, last


def _about(work: Workup, hit: Hit) -> tuple[Party | None, Where | None, When | None, tuple[Party, ...]]:
    """The armed party, the place, the time and the credit that go with a cue."""
    reading = work.reading
    first, last = _clause(work, hit)
    armed = [c for c in find_candidates(reading, first, last) if c.fights]
    actor = min(armed, key=lambda c: abs(c.first - hit.first), default=None)
    sentence = reading.sentence_of[hit.first]
    rows = [row for word, row in work.surroundings.places.get(sentence, ()) if first <= word < last]
    times = [row for word, row in work.surroundings.times.get(sentence, ()) if first <= word < last]
    credit = next((a.chain for a in work.attributions if a.start <= hit.first < a.end), ())
    return (
        party_of(reading, actor) if actor else None,
        where_of(reading, rows[0]) if rows else None,
        when_of(reading, times[0]) if times else None,
        tuple(speaker_party(reading, speaker) for speaker in credit),
    )
