"""What people said of pairs of mentions, and whether a new word of theirs can stand beside it."""

from collections import deque
from collections.abc import Iterable
from typing import Literal

from isnad.model.judgement import Judgement

Verdict = Literal["same", "different", "unsure"]


def verdicts(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Verdict]:
    """The standing verdict on each pair of mention ids (sorted), by the number of its judgement.

    A later judgement on the same pair takes the place of an earlier one; undone ones do not stand.
    """
    found: dict[tuple[str, str], Verdict] = {}
    for judgement in sorted(judgements, key=lambda judgement: judgement.seq):
        if judgement.undone or len(judgement.mentions) != 2:
            continue
        if judgement.kind in ("same", "different", "unsure"):
            one, other = sorted(judgement.mentions)
            found.pop((one, other), None)
            found[one, other] = judgement.kind
    return found


def contradicting_chain(judgements: Iterable[Judgement], kind: Verdict, one: str, other: str) -> tuple[str, ...]:
    """The mention ids through which standing judgements contradict a new one on `one` and `other`; empty where none do.

    Against a new `different` it is the chain of `same` from one to the other. Against a new `same` it is the shortest
    such chain with exactly one `different` in it. An earlier judgement on the very same pair is replaced, not
    contradicted.
    """
    standing = {pair: verdict for pair, verdict in verdicts(judgements).items() if pair != tuple(sorted((one, other)))}
    if kind == "unsure":
        return ()
    return _walk(standing, one, other, breaks=0 if kind == "different" else 1)


def _walk(standing: dict[tuple[str, str], Verdict], start: str, goal: str, breaks: int) -> tuple[str, ...]:
    """The shortest chain of `same` with as many `different` in it as `breaks`."""
    beside: dict[str, list[tuple[str, int]]] = {}
    for (one, other), verdict in standing.items():
        if verdict != "unsure":
            beside.setdefault(one, []).append((other, int(verdict == "different")))
            beside.setdefault(other, []).append((one, int(verdict == "different")))
    came: dict[tuple[str, int], tuple[str, int] | None] = {(start, 0): None}
    waiting = deque([(start, 0)])
    while waiting:
        at = waiting.popleft()
        if at == (goal, breaks):
            return tuple(reversed(list(_back(came, at))))
        for mention, cost in sorted(beside.get(at[0], ())):
            step = (mention, at[1] + cost)
            if step[1] <= breaks and step not in came:
                came[step] = at
                waiting.append(step)
    return ()


def _back(came: dict[tuple[str, int], tuple[str, int] | None], at: tuple[str, int] | None) -> Iterable[str]:
    while at is not None:
        yield at[0]
        at = came[at]
