"""Standing: how the text presents an act (codebook, `status`): features for one question a status."""

from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.reading import Reading
from isnad.model.coded import Status

STATUSES: tuple[Status, ...] = ("alleged", "denied", "disputed", "foiled", "threatened", "hypothetical")
_TURNS = frozenset(
    {"planned", "fear", "negation", "doubt", "denial", "foil", "threat", "plan", "future", "call", "condition", "general", "claim", "blame"}
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
    found += [f"rule:{status}" for status in {status_by_rule(reading, acts)} if status != "happened"]
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


_BEFORE: dict[str, Status] = {
    "condition": "hypothetical",
    "fear": "hypothetical",
    "denial": "denied",
    "doubt": "alleged",
    "foil": "foiled",
    "plan": "threatened",
    "call": "threatened",
    "future": "threatened",
    "threat": "threatened",
}
_SCOPE = 7


def status_by_rule(reading: Reading, acts: Sequence[Act]) -> Status:
    """The status by the codebook's markers: what turns most of an incident's acts, or denies one of several.

    A cue turns an act that follows it in its clause within a few words, no other act between; "محتملة" and its like follow theirs.
    """
    told = [act for act in acts if act.kind == "trigger"] or list(acts)
    turned = [_turn(reading, act) for act in told[:6]]
    plain = turned.count("happened")
    if "denied" in turned:
        return "disputed" if plain else "denied"
    if plain * 2 >= len(turned):
        return "happened"
    return max((status for status in turned if status != "happened"), key=turned.count)


def _turn(reading: Reading, act: Act) -> Status:
    first, last = reading.edges[act.sentence]
    words = reading.tokens.words
    clause = reading.clauses[act.first]
    for hit in reading.within("cues", act.last, min(last, act.last + 4)):
        if reading.lexicon.cues[hit.entry].cue == "planned" and reading.clauses[hit.first] == clause:
            return "threatened"
    if act.pos in ("verb", "passive"):
        word = words[act.first].lstrip("وف")
        if word[0] == "س" and word[1] in "يتن" and word[1:] in reading.lexicon.forms:
            return "threatened"
        if act.first > first and words[act.first - 1].lstrip("وف") in ("لم", "لن", "لا"):
            return "hypothetical"
    for hit in reversed(reading.within("cues", max(first, act.first - _SCOPE), act.first)):
        status = _BEFORE.get(reading.lexicon.cues[hit.entry].cue)
        if status is None or reading.clauses[hit.first] != clause or hit.last > act.first:
            continue
        if _other_act_between(reading, hit.last, act.first):
            return "happened"
        return status
    return "happened"


def _other_act_between(reading: Reading, low: int, high: int) -> bool:
    return any(not reading.lexicon.triggers[hit.entry].weak for hit in reading.within("triggers", low, high))
