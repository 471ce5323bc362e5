"""Confiding: how likely the record of an incident is right as a whole, so that a reviewer can take the doubtful ones first.

Right is what the scorer's `record` calls right: an incident that the report tells, with the right type, time, place (or at
least its division) and number of dead. What the judge gave each of these choices, and how the incident stands among the
others of its report, are summed with weights that `quality.confiding` fits on reports coded by weights that have not seen
them. The chance that comes out is the incident's `confidence`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from isnad.coding.judging import BIAS
from isnad.coding.nearness import Ground
from isnad.coding.reading import Reading
from isnad.model.coded import Incident

_WEIGHTS = Path(__file__).parent / "confidence.json"
_SLOTS: Final = ("place", "time", "killed")
_LEAST = 0.01  # a chance is never taken for less sure, or surer, than this
_MOST_LEAD = 5.0

Signs = dict[str, float]
"""What speaks for or against a record, by name: a number, 1 for what holds and nothing for what does not."""


class Confidence(Struct, frozen=True):
    """The weights of the signs, in log odds for each unit of a sign, and where they come from."""

    weights: dict[str, float]
    origin: str = ""

    def chance(self, signs: Signs) -> float:
        """How likely a record with these signs is right, from 0 to 1; signs without a weight say nothing."""
        known = self.weights
        total = known.get(BIAS, 0.0) + sum([value * known.get(name, 0.0) for name, value in signs.items()])
        return 1 / (1 + math.exp(-total)) if total > -500 else 0.0

    def told(self, incidents: Sequence[Incident], reading: Reading, ground: Ground) -> tuple[Incident, ...]:
        """The incidents of a report, group by group as `ground` has them, each with its confidence."""
        all_signs = signs_of(incidents, reading, ground)
        return tuple(
            msgspec.structs.replace(incident, confidence=round(self.chance(signs), 3))
            for incident, signs in zip(incidents, all_signs, strict=True)
        )


def signs_of(incidents: Sequence[Incident], reading: Reading, ground: Ground) -> Iterator[Signs]:
    """The signs of each incident of a report."""
    alike = Counter(map(_told, incidents))
    types = Counter(incident.type for incident in incidents)
    crowd = math.log(len(incidents))
    for group, incident in enumerate(incidents):
        signs = _choices(ground.sure, group)
        signs["incidents in report"] = crowd
        signs["incidents of its type"] = math.log(types[incident.type])
        signs["incidents just like it"] = float(min(2, alike[_told(incident)] - 1))
        signs["mentions"] = math.log(len(ground.acts(group)))
        signs.update(dict.fromkeys(_standing(incident, reading, ground, group), 1.0))
        yield signs


def _told(incident: Incident) -> tuple[object, ...]:
    """What a record says first of all; two that say the same may be one told twice."""
    where, when = incident.where, incident.when
    return incident.type, where and where.name, when and (when.earliest, when.latest)


def _choices(sure: dict[tuple[str, int], float], group: int) -> Signs:
    """How sure the judge was of each choice, in log odds, and the log of all chances multiplied."""
    mention, lead = sure["mention", group], min(_MOST_LEAD, sure["type", group])
    signs = {"mention": _odds(mention), "type lead": lead}
    whole = math.log(mention) - math.log1p(math.exp(-lead))
    for slot in _SLOTS:
        chance = sure.get((slot, group))
        if chance is not None:
            signs[slot] = _odds(chance)
            whole += math.log(max(_LEAST, chance))
    signs["all choices"] = whole
    return signs


def _odds(chance: float) -> float:
    kept = min(1 - _LEAST, max(_LEAST, chance))
    return math.log(kept / (1 - kept))


def _standing(incident: Incident, reading: Reading, ground: Ground, group: int) -> Iterator[str]:
    """What is so of a record, and of where it is told."""
    where, when = incident.where, incident.when
    yield f"type:{incident.type}"
    yield f"place:{where.precision if where else 'none' if ('place', group) in ground.sure else 'no candidate'}"
    yield f"time:{when.precision if when else 'none' if ('time', group) in ground.sure else 'no candidate'}"
    yield f"killed:{'told' if incident.killed else 'none' if ('killed', group) in ground.sure else 'no candidate'}"
    yield f"status:{incident.status}"
    if where is not None and where.admin1 is None:
        yield "place:no division"
    if incident.aggregate:
        yield "several incidents"
    sentences = ground.sentences(group)
    yield f"sentence:{min(sentences[0], 4)}"
    if all(reading.sentences[sentence].heading for sentence in sentences):
        yield "in heading only"
    acts = ground.acts(group)
    yield f"first act:{acts[0].kind}/{acts[0].pos}"
    if all(act.weak for act in acts):
        yield "weak acts only"


@lru_cache(maxsize=1)
def load_confidence(path: Path = _WEIGHTS) -> Confidence:
    """The weights that ship with Isnad (origin stated in the file)."""
    return msgspec.json.decode(path.read_bytes(), type=Confidence)
