"""Standing: how the text presents an act (codebook, `status`): features for one question a status."""

from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.reading import Reading
from isnad.model.coded import Status

STATUSES: tuple[Status, ...] = ("alleged", "denied", "disputed", "foiled", "threatened", "hypothetical")
_TURNS = frozenset(
    {"negation", "doubt", "denial", "foil", "threat", "plan", "future", "call", "condition", "general", "claim", "blame"}
)


def status_features(reading: Reading, acts: Sequence[Act]) -> list[str]:
    """Features for the status of one incident: turning words before and near its acts."""
    found: list[str] = []
    for number, act in enumerate(acts[:6]):
        first, last = reading.edges[act.sentence]
        clause = reading.clauses[act.first]
        for hit in reading.within("cues", first, last):
            cue = reading.lexicon.cues[hit.entry].cue
            if cue not in _TURNS:
                continue
            if number == 0:
                found.append(f"sentence:{cue}")
            if hit.first <= act.first and act.first - hit.last <= 8 and reading.clauses[hit.first] == clause:
                found.append(f"before:{cue}")
                if act.first - hit.last <= 1:
                    found += [f"right before:{cue}", f"right before:{reading.words(hit.first, hit.last)}"]
                if number == 0:
                    found.append(f"first:before:{cue}")
            elif hit.first >= act.last and hit.first - act.last <= 4:
                found.append(f"after:{cue}")
                if hit.first == act.last:
                    found.append(f"right after:{reading.words(hit.first, hit.last)}")
        found += _verb(reading, act)
    found.append(f"acts:{min(len(acts), 3)}")
    found.append(f"id:{acts[0].id}")
    return list(dict.fromkeys(found))


def _verb(reading: Reading, act: Act) -> list[str]:
    """The tense of a verb act, and the verbs before a noun act."""
    words = reading.tokens.words
    found = []
    word = words[act.first].lstrip("وف")
    if act.pos in ("verb", "passive"):
        if word[:2] in ("سي", "ست", "سن", "سا") and len(word) > 4:
            found.append("future verb")
        elif word[:1] in "يتن":
            found.append("present verb")
            if act.first and words[act.first - 1] in ("ان", "لن", "كي"):
                found.append(f"subjunctive:{words[act.first - 1]}")
        else:
            found.append("past verb")
    for index in range(max(reading.edges[act.sentence][0], act.first - 4), act.first):
        before = words[index].lstrip("و")
        if before[:2] in ("سي", "ست", "سن") and len(before) > 4:
            found.append("future verb before")
        if before in ("لن", "لم", "قد", "كان", "لا"):
            found.append(f"particle:{before}")
    return found
