"""Crediting: which attributions of a report an incident is told under (codebook, `according_to`)."""

from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.attribution import Attribution
from isnad.coding.nearness import apart, step
from isnad.coding.reading import Reading


def credit_features(reading: Reading, attribution: Attribution, acts: Sequence[Act]) -> list[str]:
    """Features of an attribution for the question `source` of one incident."""
    inside = [act for act in acts if attribution.start <= act.first < attribution.end]
    nearest = min(abs(act.sentence - attribution.sentence) for act in acts)
    first = acts[0]
    speaker = attribution.chain[-1]
    found = [
        f"inside:{bool(inside)}",
        f"inside:{bool(inside)}:{attribution.pattern}",
        f"pattern:{attribution.pattern}:{attribution.that}",
        f"apart:{min(nearest, 4)}",
        f"apart:{min(nearest, 4)}:{bool(inside)}",
        f"carried:{speaker.carried}:{bool(inside)}",
        f"share:{len(inside) * 4 // len(acts)}",
        f"first act inside:{first in inside}",
        f"length:{step(speaker.last - speaker.first)}",
        *_speaker(reading, attribution, bool(inside)),
    ]
    if attribution.saying >= 0:
        saying = reading.lexicon.sayings[attribution.saying]
        found += [f"saying:{saying.id}", f"saying:{saying.id}:{bool(inside)}", f"stance:{saying.stance}:{bool(inside)}"]
    if inside:
        found.append(f"step:{step(inside[0].first - attribution.start)}")
        found.append(f"verbs between:{min(3, len(reading.within('sayings', attribution.start, inside[0].first)))}")
    else:
        before = attribution.sentence - first.sentence
        found.append(f"side:{apart(before)}")
    if reading.sentences[attribution.sentence].heading:
        found.append("in heading")
    return found


def _speaker(reading: Reading, attribution: Attribution, inside: bool) -> list[str]:
    """What kind of speaker it is: a source noun, an actor, an outlet, a person."""
    speaker = attribution.chain[-1]
    found = []
    for kind in ("sources", "actors", "people", "states"):
        hit = reading.at(kind, speaker.first) or reading.at(kind, speaker.first + 1)
        if hit is None or hit.first >= speaker.last:
            continue
        if kind == "sources":
            source = reading.lexicon.sources[hit.entry]
            found += [f"source:{source.id}", f"source:{source.id}:{inside}", f"medium:{source.medium}"]
        elif kind == "actors":
            found.append(f"actor:{reading.lexicon.actors[hit.entry].kind}:{inside}")
        else:
            found.append(f"{kind}:{inside}")
    if len(attribution.chain) > 1:
        found.append("chain")
    return found or [f"unknown speaker:{inside}"]
