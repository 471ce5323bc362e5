"""Standing: how the text presents an act (codebook, `status`), by the words that turn it.

Fitted weights did worse here than the codebook's own markers (docs/quality.md), so this is a rule: a cue turns an act that
follows it in its clause within a few words, no other act between; "محتملة" and its like follow theirs.
"""

from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.reading import Reading
from isnad.model.coded import Status

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
    """The status by the codebook's markers: what turns most of an incident's acts, or denies one of several."""
    told = [act for act in acts if act.kind == "trigger"] or list(acts)
    turned = [turn_of(reading, act) for act in told[:6]]
    plain = turned.count("happened")
    if "denied" in turned:
        return "disputed" if plain else "denied"
    if plain * 2 >= len(turned):
        return "happened"
    return max((status for status in turned if status != "happened"), key=turned.count)


def turn_of(reading: Reading, act: Act) -> Status:
    """How the words of its clause turn one act: the status it would have alone."""
    return _turned(reading, act)[0]


def turning_words(reading: Reading, act: Act) -> str:
    """The words that turn an act, "" where none do."""
    return _turned(reading, act)[1]


def _turned(reading: Reading, act: Act) -> tuple[Status, str]:
    """What `_turn` finds, once for each act."""
    found = reading.turned.get(act.index)
    if found is None:
        found = reading.turned[act.index] = _turn(reading, act)
    return found


def _turn(reading: Reading, act: Act) -> tuple[Status, str]:
    first, last = reading.edges[act.sentence]
    clause = reading.clauses[act.first]
    for hit in reading.within("cues", act.last, min(last, act.last + 4)):
        if reading.lexicon.cues[hit.entry].cue == "planned" and reading.clauses[hit.first] == clause:
            return "threatened", reading.words(hit.first, hit.last)
    verb = _turn_of_verb(reading, act, first)
    if verb is not None:
        return verb
    for hit in reversed(reading.within("cues", max(first, act.first - _SCOPE), act.first)):
        status = _BEFORE.get(reading.lexicon.cues[hit.entry].cue)
        if status is None or reading.clauses[hit.first] != clause or hit.last > act.first:
            continue
        if _other_act_between(reading, hit.last, act.first):
            return "happened", ""
        return status, reading.words(hit.first, hit.last)
    return "happened", ""


def _turn_of_verb(reading: Reading, act: Act, first: int) -> tuple[Status, str] | None:
    """A verb in the future, or negated."""
    if act.pos not in ("verb", "passive"):
        return None
    words = reading.tokens.words
    word = words[act.first].lstrip("وف")
    if word[0] == "س" and word[1] in "يتن" and word[1:] in reading.lexicon.forms:
        return "threatened", word
    before = words[act.first - 1].lstrip("وف") if act.first > first else ""
    return ("hypothetical", before) if before in ("لم", "لن", "لا") else None


def _other_act_between(reading: Reading, low: int, high: int) -> bool:
    return any(not reading.lexicon.triggers[hit.entry].weak for hit in reading.within("triggers", low, high))
