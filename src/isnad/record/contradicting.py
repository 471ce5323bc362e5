"""Whether a judgement of two mentions contradicts standing ones, also through a chain of others."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from isnad.model.judgement import Judgement, JudgementKind

Steps = Mapping[str, Sequence[tuple[str, Judgement]]]


def contradicted(kind: JudgementKind, one: str, other: str, standing: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The chain of standing judgements that says otherwise, from `one` to `other`; empty where none does.

    `different` is contradicted by a chain of `same`; `same` by such a chain that has one `different` in it. `unsure`
    contradicts nothing. Undone judgements do not count.
    """
    two = [judgement for judgement in standing if not judgement.undone and judgement.kind in {"same", "different"}]
    same = _steps(judgement for judgement in two if judgement.kind == "same")
    if kind == "different":
        return _chain(same, one).get(other, ())
    if kind != "same":
        return ()
    here, there = _chain(same, one), _chain(same, other)
    for judgement in two:
        for left, right in (judgement.mentions[:2], judgement.mentions[1::-1]):
            if judgement.kind == "different" and left in here and right in there:
                return (*here[left], judgement, *reversed(there[right]))
    return ()


def _steps(judgements: Iterable[Judgement]) -> Steps:
    found: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for judgement in judgements:
        left, right = judgement.mentions[:2]
        found[left].append((right, judgement))
        found[right].append((left, judgement))
    return found


def _chain(steps: Steps, start: str) -> dict[str, tuple[Judgement, ...]]:
    """The shortest chain of judgements from `start` to each mention that one leads to."""
    found: dict[str, tuple[Judgement, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there, judgement in steps.get(here, ()):
            if there not in found:
                found[there] = (*found[here], judgement)
                waiting.append(there)
    return found
