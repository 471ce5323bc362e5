"""Presenting: how the text presents an incident (codebook, `status`), chosen by the judge.

The codebook's markers (`isnad.coding.standing`) are its strongest features; the words around the acts add what no list of
markers foresees. Names of parties are not among them.
"""

from collections.abc import Iterator, Sequence
from typing import Final, get_args

from isnad.coding.acts import Act
from isnad.coding.judging import Features, Judge
from isnad.coding.standing import status_by_rule, turn_of
from isnad.coding.weighing import Group, known
from isnad.coding.workup import Workup
from isnad.model.coded import Status

STATUSES: Final[tuple[Status, ...]] = get_args(Status)
_MOST_ACTS = 4
_BEFORE, _CLOSE, _AFTER = 9, 4, 5


def status_features(work: Workup, acts: Sequence[Act]) -> Features:
    """Features for the choice among statuses."""
    reading = work.reading
    found = [_ruled(status_by_rule(reading, acts), min(len(acts), 4))]
    turns = [turn_of(reading, act) for act in acts]
    found += [_turned(status, min(turns.count(status), 2), min(len(acts), 3)) for status in dict.fromkeys(turns)]
    for number, act in enumerate(acts[:_MOST_ACTS]):
        found.append(_formed(act.id, act.pos, number, reading.tokens.words[act.first].lstrip("وف")[:1] == "س"))
        found += _around(work, act)
        found += _cues(work, act)
    found += _said(work, acts)
    return list(dict.fromkeys(found))


def choose_status(work: Workup, acts: Sequence[Act], judge: Judge) -> tuple[Status, list[str]]:
    """The status, `happened` unless that is unlikely, and why; without weights the codebook's rule."""
    features = status_features(work, acts)
    chances = judge.among("status", STATUSES, features)
    if not chances:
        return status_by_rule(work.reading, acts), []
    if chances["happened"] >= judge.threshold("status"):
        return "happened", []
    status = max((name for name in chances if name != "happened"), key=chances.__getitem__)
    reasons = judge.reasons(f"status:{status}", features)
    return status, [f"status {status}: {reason}" for reason in reasons]  # type: ignore[return-value]


@known(256)
def _ruled(status: str, acts: int) -> Group:
    return f"rule:{status}", f"acts:{acts}"


@known(256)
def _turned(status: str, count: int, acts: int) -> Group:
    return f"turn:{status}", f"turn:{status}:{count}/{acts}"


@known(4096)
def _formed(act: str, pos: str, number: int, future: bool) -> Group:
    verb = ("future" if future else "verb",) if pos in ("verb", "passive") else ()
    return (f"form:{act}/{pos}", f"act {number}:{pos}", *verb)


def _around(work: Workup, act: Act) -> Iterator[Group]:
    """The words of the sentence before and after, those close before in the same clause once more."""
    first, last = work.reading.edges[act.sentence]
    words, clauses = work.vocabulary.words, work.reading.clauses
    for at in range(max(first, act.first - _BEFORE), act.first):
        if words[at]:
            close = act.first - at <= _CLOSE and clauses[at] == clauses[act.first]
            yield _word(words[at], "<<" if close else "<")
    for at in range(act.last, min(last, act.last + _AFTER)):
        if words[at]:
            yield _word(words[at], ">")


@known(8_192)
def _word(word: str, side: str) -> Group:
    return (f"<{word}", f"<<{word}") if side == "<<" else (f"{side}{word}",)


def _cues(work: Workup, act: Act) -> Iterator[Group]:
    reading = work.reading
    for hit in reading.within("cues", *reading.edges[act.sentence]):
        same = reading.clauses[hit.first] == reading.clauses[act.first]
        yield _cue(reading.lexicon.cues[hit.entry].cue, hit.first < act.first, same)


@known(256)
def _cue(cue: str, before: bool, same: bool) -> Group:
    return (f"cue:{cue}{'<' if before else '>'}{same}",)


def _said(work: Workup, acts: Sequence[Act]) -> Iterator[Group]:
    """Under which sayings the acts stand: "زعم", "نفى", "هدد"."""
    over = work.sayings_over
    for row in sorted({row for act in acts for row in over.get(act.index, ())}):
        saying = work.reading.lexicon.sayings[work.attributions[row].saying]
        yield f"stance:{saying.stance}", f"saying:{saying.id}"
