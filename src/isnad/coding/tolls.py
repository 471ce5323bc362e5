"""Tolls: which loss belongs to which incident, and which figure stands in its slot."""

from isnad.coding.judging import Features
from isnad.coding.nearness import Ground, between_features
from isnad.coding.reading import Reading
from isnad.coding.tallies import Tally
from isnad.coding.vocabulary import words_beside
from isnad.model.slots import Loss


def toll_features(reading: Reading, tally: Tally, ground: Ground, group: int, kind: str) -> Features:
    """Features of a loss for the question `toll` of one incident of type `kind`."""
    nearness = ground.nearest(group, tally.head, tally.head + 1)
    act = nearness.act
    own = act.first == tally.head or (act.first <= tally.head < act.last)
    found = [
        f"own:{own}",
        f"slot:{tally.slot}",
        f"form:{tally.form}",
        f"form:{tally.form}:{tally.slot}",
        f"group:{tally.group}",
        f"type:{kind}:{tally.slot}",
        f"own:{own}:{tally.slot}:{tally.form}",
    ]
    if tally.high is None:
        found.append("open bound")
    if tally.low > 1000:
        found.append("thousands")
    if reading.sentences[tally.sentence].heading:
        found.append("in heading")
    if nearness.sentences:
        first, last = reading.edges[tally.sentence]
        found.append("acts beside" if reading.within("triggers", first, last) else "no act beside")
        found.append(f"sentence:{tally.slot}")
    hits = reading.within("cues", max(0, tally.head - 6), tally.head)
    cues = dict.fromkeys(reading.lexicon.cues[hit.entry].cue for hit in hits)
    found += [f"cue:{cue}" for cue in cues if cue in ("result", "negation", "repeat", "plan", "condition")]
    before = reading.tokens.words[max(0, tally.head - 5) : tally.head]
    if any(w in ("بينهم", "بينها", "منهم", "ضمنهم", "وبينهم") for w in before):
        found.append("part of another")
    if any(
        w.lstrip("وفل") in ("ليرتفع", "يرتفع", "ارتفاع", "ترتفع", "حصيله", "ارتفعت", "ارتفع", "عدد") for w in before
    ):
        found.append("toll rises")
    return (
        *between_features(reading, nearness, tally.head, tally.head + 1),
        ground.rivals(group, nearness, tally.head),
        tuple(found),
        words_beside(reading, tally.first, tally.last),
    )


def loss_of(reading: Reading, tally: Tally) -> Loss:
    """The contract's loss object of a tally."""
    span = reading.span(tally.first, tally.last)
    return Loss(
        low=tally.low, high=tally.high, approximate=tally.approximate, start=span.start, end=span.end, text=span.text
    )
