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
from msgspec.structs import replace

from isnad.coding.judging import BIAS
from isnad.coding.nearness import Ground
from isnad.coding.reading import Reading
from isnad.model.coded import Incident

_WEIGHTS = Path(__file__).parent / "confidence.json"
_CHOICES: Final = ("mention", "type", "place", "time", "killed")
_LEAST = 0.01  # no choice is taken for surer than 0.99, nor for less sure than this

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
        """The incidents of a report, group by group as `ground` has them, each with its confidence and what made it."""
        found = []
        for group, signs in enumerate(signs_of(incidents, reading, ground)):
            incident = incidents[group]
            reasons = (*incident.reasons, _reason(ground.sure, group))
            found.append(replace(incident, confidence=round(self.chance(signs), 3), reasons=reasons))
        return tuple(found)


def signs_of(incidents: Sequence[Incident], reading: Reading, ground: Ground) -> Iterator[Signs]:
    """The signs of each incident of a report."""
    told = list(map(_told, incidents))
    alike = Counter(told)
    length = math.log(len(reading.tokens))
    places = math.log1p(len({resolved.place.id for resolved in reading.resolved if resolved is not None}))
    sentences = [ground.sentences(group) for group in range(len(incidents))]
    crowd = Counter(sentence for own in sentences for sentence in own)
    for group, incident in enumerate(incidents):
        signs = _choices(ground.sure, group)
        signs["words in report"], signs["places in report"] = length, places
        signs["incidents just like it"] = float(min(2, alike[told[group]] - 1))
        signs.update(dict.fromkeys(_filled(incident, ground.sure, group), 1.0))
        signs.update(dict.fromkeys(_standing(ground, group, sentences[group], crowd), 1.0))
        if all(reading.sentences[sentence].heading for sentence in sentences[group]):
            signs["in headings only"] = 1.0
        yield signs


def _told(incident: Incident) -> tuple[object, ...]:
    """What a record says first of all; two that say the same may be one told twice."""
    where, when = incident.where, incident.when
    return incident.type, where and where.name, when and (when.earliest, when.latest)


def _choices(sure: dict[tuple[str, int], float], group: int) -> Signs:
    """How sure the judge was of each choice, in log odds, and the logarithm of all chances multiplied."""
    signs, whole = {}, 0.0
    for choice in _CHOICES:
        chance = sure.get((choice, group))
        if chance is not None:
            kept = min(1 - _LEAST, max(_LEAST, chance))
            signs[choice] = math.log(kept / (1 - kept))
            whole += math.log(kept)
    signs["all choices"] = whole
    return signs


def _filled(incident: Incident, sure: dict[tuple[str, int], float], group: int) -> Iterator[str]:
    """What a record holds, and what it leaves empty: a slot without candidates, or with none likely enough."""
    where, when = incident.where, incident.when
    yield f"type:{incident.type}"
    yield f"place:{where.precision if where else _unfilled(sure, 'place', group)}"
    yield f"time:{when.precision if when else _unfilled(sure, 'time', group)}"
    yield f"killed:{'told' if incident.killed else _unfilled(sure, 'killed', group)}"
    if where is not None and where.admin1 is None:
        yield "place:no division"
    for slot in ("wounded", "perpetrators", "targets"):
        if getattr(incident, slot):
            yield f"{slot}:told"


def _standing(ground: Ground, group: int, own: Sequence[int], crowd: Counter[int]) -> Iterator[str]:
    """How an incident is told: over how many sentences, and with how many others at most in one of them."""
    yield f"spans:{min(4, own[-1] - own[0])}"
    yield f"beside:{min(3, max(crowd[sentence] for sentence in own) - 1)}"
    if all(act.weak for act in ground.acts(group)):
        yield "weak acts only"


def _unfilled(sure: dict[tuple[str, int], float], slot: str, group: int) -> str:
    return "none" if (slot, group) in sure else "no candidate"


def _reason(sure: dict[tuple[str, int], float], group: int) -> str:
    """The chances of what was chosen, slots left empty included, so that one sees where the doubt lies."""
    told = [f"{choice} {chance:.2f}" for choice in _CHOICES if (chance := sure.get((choice, group))) is not None]
    return f"confidence: {', '.join(told)}"


@lru_cache(maxsize=1)
def load_confidence(path: Path = _WEIGHTS) -> Confidence:
    """The weights that ship with Isnad (origin stated in the file)."""
    return msgspec.json.decode(path.read_bytes(), type=Confidence)
