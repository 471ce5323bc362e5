"""Tolls: which loss belongs to which incident, and which figure stands in its slot."""

from isnad.coding.counted import PARTS
from isnad.coding.judging import Features
from isnad.coding.nearness import Ground, between_features
from isnad.coding.reading import Reading
from isnad.coding.tallies import RISING, Tally
from isnad.coding.vocabulary import Vocabulary
from isnad.coding.weighing import Group, known
from isnad.model.slots import Loss


def toll_facts(reading: Reading, vocabulary: Vocabulary, tally: Tally) -> Group:
    """What is so of a loss whichever incident is asked about."""
    found = [f"slot:{tally.slot}", f"form:{tally.form}", f"form:{tally.form}:{tally.slot}", f"group:{tally.group}"]
    if tally.high is None:
        found.append("open bound")
    if tally.low > 1000:
        found.append("thousands")
    if reading.sentences[tally.sentence].heading:
        found.append("in heading")
    hits = reading.within("cues", max(0, tally.head - 6), tally.head)
    cues = dict.fromkeys(reading.lexicon.cues[hit.entry].cue for hit in hits)
    found += [f"cue:{cue}" for cue in cues if cue in ("result", "negation", "repeat", "plan", "condition")]
    before = reading.tokens.words[max(0, tally.head - 5) : tally.head]
    if any(word.lstrip("وف") in PARTS for word in before):
        found.append("part of another")
    if any(word in _TOTAL or word.lstrip("وفل") in _TOTAL for word in before):
        found.append("toll rises")
    return (*found, *vocabulary.phrase(tally.sentence, tally.first, tally.last))


_TOTAL = RISING | {"عدد"}


def toll_features(reading: Reading, tally: Tally, steady: Group, ground: Ground, group: int, kind: str) -> Features:
    """Features of a loss, whose facts are `steady`, for the question `toll` of one incident of type `kind`."""
    nearness = ground.nearest(group, tally.head, tally.head + 1)
    act = nearness.act
    own = act.first == tally.head or (act.first <= tally.head < act.last)
    beside: bool | None = None
    if nearness.sentences:
        first, last = reading.edges[tally.sentence]
        beside = reading.holds("triggers", first, last)
    return (
        *between_features(reading, nearness, tally.head, tally.head + 1),
        ground.rivals(group, nearness, tally.head),
        steady,
        _owned(own, tally.slot, tally.form, kind),
        _apart(beside, tally.slot),
    )


@known(4096)
def _owned(own: bool, slot: str, form: str, kind: str) -> Group:
    return f"own:{own}", f"type:{kind}:{slot}", f"own:{own}:{slot}:{form}"


@known(64)
def _apart(beside: bool | None, slot: str) -> Group:
    """A loss of another sentence than the act; `beside`: whether acts stand in its own, None in the act's sentence."""
    return () if beside is None else ("acts beside" if beside else "no act beside", f"sentence:{slot}")


def loss_of(reading: Reading, tally: Tally) -> Loss:
    """The contract's loss object of a tally."""
    span = reading.span(tally.first, tally.last)
    return Loss(
        low=tally.low, high=tally.high, approximate=tally.approximate, start=span.start, end=span.end, text=span.text
    )
