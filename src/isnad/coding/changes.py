"""Assessments and situations: how violence changes, and lasting conditions (codebook)."""

from collections.abc import Iterator

from msgspec import Struct

from isnad.coding.excerpts import begins_of, cue_features, ends_of
from isnad.coding.judging import Features, Judge
from isnad.coding.parties import find_candidates, party_of
from isnad.coding.placing import where_of
from isnad.coding.quoting import likeliest
from isnad.coding.speakers import speaker_party
from isnad.coding.timing import when_of
from isnad.coding.workup import Workup
from isnad.lexicon.matching import Hit
from isnad.model.coded import Assessment, Measure, Situation
from isnad.model.slots import Party, When, Where

_LETHAL = 5


class Excerpt(Struct, frozen=True):
    """Words [first, last) that tell of a change or a condition, and the cue they were found by."""

    first: int
    last: int
    hit: Hit
    chance: float
    sort: str


def find_assessments(work: Workup, judge: Judge) -> tuple[Assessment, ...]:
    """Phrases that say how violence changes, with whose it is, where, since when and on whose word."""
    found = []
    for excerpt in _excerpts(work, judge, "assessment"):
        cue = work.reading.lexicon.assessments[excerpt.hit.entry]
        measure = measure_of(work, excerpt.hit)
        if measure is None or cue.direction is None:
            continue
        span = work.reading.span(excerpt.first, excerpt.last)
        actor, where, period, credit = _about(work, excerpt)
        found.append(
            Assessment(
                start=span.start,
                end=span.end,
                text=span.text,
                actor=actor,
                measure=measure,
                direction=cue.direction,
                period=period,
                where=where,
                according_to=credit,
            )
        )
    return tuple(found)


def find_situations(work: Workup, judge: Judge) -> tuple[Situation, ...]:
    """Phrases that tell of a lasting condition, with whose it is, where, since when and on whose word."""
    found = []
    for excerpt in _excerpts(work, judge, "situation"):
        cue = work.reading.lexicon.situations[excerpt.hit.entry]
        span = work.reading.span(excerpt.first, excerpt.last)
        actor, where, period, credit = _about(work, excerpt)
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
    return tuple(found)


def measure_of(work: Workup, hit: Hit) -> Measure | None:
    """What an assessment's cue measures: its own measure, or lethality where the dead follow ("تراجع عدد القتلى")."""
    reading = work.reading
    cue = reading.lexicon.assessments[hit.entry]
    if cue.measure != "frequency":
        return cue.measure
    last = min(reading.edges[reading.sentence_of[hit.first]][1], hit.last + _LETHAL)
    near = reading.within("assessments", max(0, hit.first - _LETHAL), last)
    lethal = any(reading.lexicon.assessments[other.entry].id == "dead" for other in near)
    return "lethality" if lethal else "frequency"


def cues_of(work: Workup, question: str) -> Iterator[tuple[Hit, str, Features]]:
    """The cues of a report for `assessment` or `situation`, what each stands for, and its features."""
    reading = work.reading
    kind = f"{question}s"
    for hit in reading.of(kind):
        if question == "situation":
            sort: str | None = reading.lexicon.situations[hit.entry].kind
        else:
            sort = measure_of(work, hit)
        if sort is not None:
            yield hit, sort, cue_features(work, hit, kind, sort)


def _excerpts(work: Workup, judge: Judge, question: str) -> list[Excerpt]:
    """The likely excerpts in order; where two of one sort overlap, or two that share a cue, the likelier one."""
    least, several = judge.threshold(question), question == "assessment"
    told = [(judge.chance(question, features), hit, sort) for hit, sort, features in cues_of(work, question)]
    kept: list[Excerpt] = []
    for chance, hit, sort in sorted(told, key=lambda row: (-row[0], row[1].first)):
        if chance < least:
            break
        if any(k.first <= hit.first < k.last and (not several or k.sort == sort) for k in kept):
            continue  # whatever its cut, it would be told in the same words
        excerpt = Excerpt(*_cut(work, judge, hit), hit, chance, sort)
        if not any(_same_words(excerpt, other, several) for other in kept):
            kept.append(excerpt)
    return sorted(kept, key=lambda excerpt: excerpt.first)


def _same_words(one: Excerpt, other: Excerpt, several: bool) -> bool:
    """Are two excerpts one: they overlap, and where the same words may tell `several`, they tell one sort or share a cue.

    "أكثر جرأة وأكثر تعقيداً" tells two changes; a condition is told once.
    """
    overlap = one.first < other.last and other.first < one.last
    cue = one.hit.first < other.hit.last and other.hit.first < one.hit.last
    return overlap and (cue or not several or one.sort == other.sort)


def _cut(work: Workup, judge: Judge, hit: Hit) -> tuple[int, int]:
    """The words around a cue, begun and ended where that is likeliest."""
    begins = begins_of(work.reading, hit.first, hit.pos)
    ends = ends_of(work.reading, hit.last, hit.pos)
    return likeliest(judge, "excerpt begin", begins), likeliest(judge, "excerpt end", ends)


def _about(work: Workup, excerpt: Excerpt) -> tuple[Party | None, Where | None, When | None, tuple[Party, ...]]:
    """The armed party, the place, the time and the credit that go with an excerpt: what stands in it."""
    reading, hit = work.reading, excerpt.hit
    first, last = excerpt.first, excerpt.last
    sentence = reading.sentence_of[hit.first]
    armed = [c for c in find_candidates(reading, first, last) if c.fights]
    if not any(c.sort != "state" for c in armed):  # "أكثر تعقيداً": whose attacks they are stands before
        armed = [c for c in find_candidates(reading, reading.edges[sentence][0], hit.first) if c.fights] or armed
    actor = min(armed, key=lambda c: (c.sort == "state", abs(c.first - hit.first)), default=None)
    rows = [row for word, row in work.surroundings.places.get(sentence, ()) if first <= word < last]
    times = [row for word, row in work.surroundings.times.get(sentence, ()) if first <= word < last]
    credit = next((a.chain for a in work.attributions if a.start <= hit.first < a.end), ())
    return (
        party_of(reading, actor) if actor else None,
        where_of(reading, rows[0]) if rows else None,
        when_of(reading, times[0]) if times else None,
        tuple(speaker_party(reading, speaker) for speaker in credit),
    )
