"""Roles: which parties did it, and to whom (codebook, `perpetrators`, `targets`): features for the judge."""

from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.nearness import Ground, Nearness, between_features, link_of, step
from isnad.coding.parties import Candidate
from isnad.coding.reading import Reading


def role_features(
    reading: Reading, candidates: Sequence[Candidate], at: int, ground: Ground, group: int, kind: str
) -> tuple[list[str], Nearness]:
    """Features of candidate `at` for the questions `perpetrator` and `target` of one incident of type `kind`."""
    candidate = candidates[at]
    noun = candidate.quantity.last if candidate.quantity else candidate.first
    nearness = ground.nearest(group, candidate.first, candidate.last)
    act = nearness.act
    rivals = ground.rivals(group, nearness, candidate.first)
    form = f"{act.kind}/{act.pos}"
    key = ("role", candidate.first, candidate.last, nearness.sentences, *rivals, kind, form if act.hit.pronoun else "")
    if nearness.sentences and key in ground.far:
        return ground.far[key], nearness
    link = link_of(reading, noun if candidate.first == noun else candidate.first, candidate.prefix)
    side = ">" if nearness.after else "<"
    what = (
        f"{candidate.sort}/{candidate.group}"
        if candidate.sort in ("people", "facility", "state")
        else f"actor/{candidate.group}"
    )
    found = [
        *between_features(reading, nearness, candidate.first, candidate.last),
        *rivals,
        f"what:{what}",
        f"link:{link}",
        f"fights:{candidate.fights}",
        f"type:{kind}:{what}",
        f"type:{kind}:{side}",
    ]
    if nearness.sentences == 0:
        near = "adjacent" if nearness.words == 0 else step(nearness.words)
        rank = _rank(candidates, at, act)
        found += [
            f"frame:{form}{side}{link}",
            f"frame:{act.id}{side}{link}",
            f"frame:{form}{side}{near}",
            f"frame:{act.id}{side}{'adjacent' if nearness.words == 0 else 'apart'}",
            f"frame:{what}{side}{form}{link}",
            f"rank:{side}{rank}",
            f"rank:{form}{side}{rank}",
            *_hints(reading, candidate, act),
        ]
        if candidate.quantity:
            found.append(f"quantity:{form}{side}")
    elif reading.sentences[candidate.sentence].heading:
        found.append("in heading")
    if act.hit.pronoun:
        found.append(f"pronoun:{form}{side}")
    if nearness.sentences:
        ground.far[key] = found  # many incidents stand in the same sentences and ask for the same again
    return found, nearness


def _rank(candidates: Sequence[Candidate], at: int, act: Act) -> str:
    """Which of the parties on its side of the act a candidate is, counted from the act."""
    candidate = candidates[at]
    if candidate.first >= act.first:
        passed = sum(act.first <= c.first < candidate.first for c in candidates)
    else:
        passed = sum(candidate.first < c.first < act.first for c in candidates)
    return str(min(passed, 3))


def _hints(reading: Reading, candidate: Candidate, act: Act) -> list[str]:
    """Words around a candidate that give its role away: "على يد X", "تبناه X", "اتهم X", "التي شنها X"."""
    first, last = reading.edges[candidate.sentence]
    found = []
    for hit in reading.within("cues", max(first, candidate.first - 4), candidate.first):
        cue = reading.lexicon.cues[hit.entry].cue
        if cue in ("by", "against", "blame", "claim", "result", "denial") and hit.last >= candidate.first - 2:
            found.append(f"led by:{cue}")
    if any(
        hit.last >= candidate.first - 1
        for hit in reading.within("sayings", max(first, candidate.first - 3), candidate.first)
    ):
        found.append("speaks")
    after = reading.at("sayings", candidate.last) if candidate.last < last else None
    if after is not None:
        found.append("speaks after")
    before = reading.at("harms", candidate.first - 1) if candidate.first > first else None
    if before is not None:
        found.append(f"suffers:{before.pos}")
    governing = reading.within("harms", max(first, candidate.first - 5), candidate.first)
    if governing and not reading.holds("triggers", governing[-1].last, candidate.first):
        found.append("under harm")
    trigger = reading.within("triggers", max(first, candidate.first - 3), candidate.first)
    if trigger and trigger[-1].last == candidate.first:
        form = f"{reading.lexicon.triggers[trigger[-1].entry].id}/{trigger[-1].pos}"
        found.append(f"after trigger:{form}{'' if trigger[-1].first == act.first else ' other'}")
    following = reading.at("triggers", candidate.last) if candidate.last < last else None
    if following is not None:
        found.append(f"before trigger:{following.pos}{'' if following.first == act.first else ' other'}")
    return found
