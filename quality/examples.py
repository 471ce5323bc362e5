"""Examples for the judge, drawn from annotated reports: gold incidents aligned with the acts the coder finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from isnad.coding.acts import Act
from isnad.coding.judging import Features, names_of
from isnad.coding.likeness import Likeness
from isnad.coding.nearness import Ground
from isnad.coding.parties import party_of
from isnad.coding.placing import named_span
from isnad.coding.preparing import Preparer
from isnad.coding.presenting import status_features
from isnad.coding.slots import (
    absent_features,
    credits_of,
    parties_of,
    place_key,
    places_of,
    time_key,
    times_of,
    tolls_of,
)
from isnad.coding.speakers import speaker_party
from isnad.coding.subjects import Speaker
from isnad.coding.timing import days_of
from isnad.coding.typing import type_features
from isnad.coding.workup import Workup
from quality.agreement import count, interval, place_names, same_name
from quality.choosing import Choice
from quality.excerpting import add_quotations
from quality.gold import to_report
from quality.learning import Examples


def work_up(preparer: Preparer, doc: dict[str, Any]) -> Workup:
    """An annotated report read and made ready for questions."""
    reading = preparer.read(to_report(doc))
    preparer.complete(reading)
    return Workup(reading)


def align(work: Workup, doc: dict[str, Any]) -> tuple[dict[int, int], set[int]]:
    """For each act the gold incident whose mention it stands in; and the acts in optional ones."""
    owner: dict[int, int] = {}
    optional: set[int] = set()
    reading = work.reading
    spans = {act.index: reading.span(act.first, act.last) for act in work.acts}
    for number, incident in enumerate(doc["incidents"]):
        for mention in incident["mentions"]:
            for act in work.acts:
                span = spans[act.index]
                if span.start < mention["end"] and mention["start"] < span.end:
                    if incident.get("optional"):
                        optional.add(act.index)
                    else:
                        owner.setdefault(act.index, number)
    return owner, optional - set(owner)


def add_report(
    examples: Examples, types: list[tuple[list[str], str, int]], work: Workup, doc: dict[str, Any], report: int
) -> None:
    """All examples of one report."""
    if not doc.get("ours"):
        examples.given.add(report)
    owner, optional = align(work, doc)
    marked = {act.sentence for act in work.acts if act.index in owner}
    for act in work.acts:
        if act.index not in optional and not _may_be_marked(act, owner, marked):
            features = [*names_of(work.mention_features(act)), *work.mention_words(act)]
            examples.add("mention", features, act.index in owner, report)
    groups: dict[int, list[Act]] = {}
    for act in work.acts:
        if act.index in owner:
            groups.setdefault(owner[act.index], []).append(act)
    add_quotations(examples, work, doc, report)
    _add_pairs(examples, work, [a for a in work.acts if a.index in owner], owner, report)
    numbers = list(groups)
    ground = Ground(work.reading, [groups[n] for n in numbers])
    for group, number in enumerate(numbers):
        gold = doc["incidents"][number]
        types.append((type_features(work.reading, groups[number]), gold["type"], report))
        if gold["type"] != "threat":
            told = list(names_of(status_features(work, groups[number])))
            examples.statuses.append((told, gold["status"], report))
        _add_slots(examples, work, ground, group, gold, report)


def _may_be_marked(act: Act, owner: dict[int, int], marked: set[int]) -> bool:
    """Is it the second of two unmarked acts whose sentence holds a marked one.

    Annotators mark the words that tell of an incident best, not all that do, so an unmarked act beside a marked one is no
    sure example of none: every second of them is left out, which halves what they weigh.
    """
    return act.index not in owner and act.sentence in marked and act.index % 2 == 0


def _add_pairs(examples: Examples, work: Workup, acts: list[Act], owner: dict[int, int], report: int) -> None:
    likeness = Likeness(work, acts)
    for later, two in enumerate(acts):
        own = likeness.own(two)
        for one in acts[max(0, later - 14) : later]:
            together = (*likeness.features(one, two), *likeness.apart(one.sentence, two.sentence))
            features = [*names_of(together), *own]
            examples.add("same", features, owner[one.index] == owner[two.index], report)


def _add_slots(examples: Examples, work: Workup, ground: Ground, group: int, gold: dict[str, Any], report: int) -> None:
    reading = work.reading
    kind = gold["type"]
    place_choice(examples, work, ground, group, gold, report)
    time_choice(examples, work, ground, group, gold, report)
    for candidate, features in parties_of(work, ground, group, kind):
        text = party_of(reading, candidate).text
        for question, slot in (("perpetrator", "perpetrators"), ("target", "targets")):
            _add(examples, question, features, any(same_name(text, g) for g in gold.get(slot) or []), report)
    tolls = list(tolls_of(work, ground, group, kind))
    for slot in ("killed", "wounded", "captured", "escaped"):
        of_slot = [(tally, features) for tally, features in tolls if tally.slot == slot]
        if not of_slot:
            continue
        wanted = count(gold.get(slot))
        rows = [list(names_of(features)) for _, features in of_slot]
        right = [wanted is not None and wanted == (tally.low, tally.high) for tally, _ in of_slot]
        absent = absent_features(work, ground, group, kind, slot)
        examples.choose("toll", Choice(rows, right, list(names_of(absent)), report))
    credited = gold.get("according_to") or []
    for attribution, features in credits_of(work, ground, group):
        speakers = [name for speaker in attribution.chain for name in _named(work, speaker)]
        right_source = any(same_name(s, c) for s in speakers for c in credited)
        _add(examples, "source", features, right_source, report)
        if right_source:
            ground.credited[group] = ground.credited.get(group, frozenset()) | {attribution.start}


def place_choice(
    examples: Examples, work: Workup, ground: Ground, group: int, gold: dict[str, Any], report: int
) -> None:
    """The choice of an incident's place among its candidates, those that gold has right."""
    reading, kind = work.reading, gold["type"]
    wanted_places = place_names(gold.get("where"))
    rows, right = [], []
    for row, features in places_of(work, ground, group):
        resolved = reading.resolved[row]
        text = named_span(reading, row).text
        forms = [text, resolved.place.name] if resolved else [text]
        rows.append(list(names_of(features)))
        right.append(any(same_name(w, f) for w in wanted_places for f in forms))
        if right[-1]:
            ground.chosen.setdefault(("place", group), place_key(work, row))
    absent = absent_features(work, ground, group, kind, "place")
    examples.choose("place", Choice(rows, right, list(names_of(absent)), report))


def time_choice(
    examples: Examples, work: Workup, ground: Ground, group: int, gold: dict[str, Any], report: int
) -> None:
    """The choice of an incident's time among its candidates, those that gold has right."""
    reading, kind = work.reading, gold["type"]
    days = interval(gold.get("when"))
    rows, right = [], []
    for row, features in times_of(work, ground, group):
        told = days_of(reading.times[row], kind)
        if told is not None:
            mine = (told[0].toordinal(), told[1].toordinal())
            rows.append(list(names_of(features)))
            right.append(days is not None and _meet(mine, days))
            if right[-1]:
                ground.chosen.setdefault(("time", group), time_key(work, row))
    absent = absent_features(work, ground, group, kind, "time")
    examples.choose("time", Choice(rows, right, list(names_of(absent)), report))


def _named(work: Workup, speaker: Speaker) -> Iterator[str]:
    """The names a speaker may be credited by: its own words, and those of the one a bare noun stands for."""
    fuller = work.fuller_speakers.get(speaker.first)
    party = speaker_party(work.reading, speaker, fuller)
    yield from (party.text, party.name)
    if fuller is not None:
        yield work.reading.span(fuller.first, fuller.last, fuller.skip).text


def _add(examples: Examples, question: str, features: Features, answer: bool, report: int) -> None:
    examples.add(question, list(names_of(features)), answer, report)


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    inter = min(one[1], two[1]) - max(one[0], two[0]) + 1
    return inter > 0 and inter / (max(one[1], two[1]) - min(one[0], two[0]) + 1) >= 0.5
