"""Hearing an incident again: for each slot the candidates that stood for it, what speaks for each, and who was refused."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.judging import BIAS, NONE, Judge
from isnad.coding.nearness import Ground
from isnad.coding.reading import Reading
from isnad.coding.witnessing import NOTHING, Asked
from isnad.coding.workup import Workup
from isnad.model.coded import Incident
from isnad.model.span import Span


class Hearing(Struct, frozen=True):
    """One incident of a report coded with a witness, and all that is needed to ask about it again.

    `groups`: the acts of each incident; `chances`: how likely each act is a mention, by its index; `group`: which incident
    of the report this is, from 0.
    """

    work: Workup
    ground: Ground
    groups: list[list[Act]]
    chances: dict[int, float]
    judge: Judge
    group: int
    incident: Incident

    @property
    def reading(self) -> Reading:
        """The report as the coder reads it."""
        return self.work.reading

    @property
    def acts(self) -> list[Act]:
        """The incident's acts."""
        return self.groups[self.group]

    def asked(self, slot: str) -> Asked:
        """The question that decided a slot; without candidates where there was none to ask about."""
        witness = self.ground.witness
        return NOTHING if witness is None else witness.asked(self.group, slot)


class Option(Struct, frozen=True):
    """One candidate: its value in the model's terms, its words, its chance, and what each of its features adds.

    `key` says what it says: candidates with the same key are no rivals. `note`: why it was refused, where its chance alone
    does not say so.
    """

    value: object
    words: Span | None
    key: Hashable
    chance: float
    weights: dict[str, float]
    note: str = ""


class Trial(Struct, frozen=True):
    """The candidates for a slot, likeliest first, the chance they need, and the answer "none of them" where it is one."""

    options: tuple[Option, ...] = ()
    threshold: float | None = None
    none: Option | None = None


Show = Callable[[Any], tuple[Hashable, Any]]
"""What a candidate says, and its value in the model's terms."""


def try_shared(judge: Judge, asked: Asked, show: Show) -> Trial:
    """Candidates of which one at most is right. What says the same shares one chance (`isnad.coding.filling`)."""
    if not asked.candidates:
        return Trial()
    absent = asked.absent or ()
    shares = judge.shares(asked.question, [features for _, features in asked.candidates], absent)
    shown = [show(candidate) for candidate, _ in asked.candidates]
    sums: dict[Hashable, float] = {}
    for (key, _), share in zip(shown, shares, strict=True):
        sums[key] = sums.get(key, 0.0) + share
    rows = zip(shown, shares, asked.candidates, strict=True)
    ranked = sorted(rows, key=lambda row: (-sums[row[0][0]], -row[1]))
    options = tuple(
        Option(value, words_of(value), key, sums[key], judge.weigh(asked.question, features, ""))
        for (key, value), _, (_, features) in ranked
    )
    none = Option(None, None, None, 1.0 - sum(shares), judge.weigh(asked.question, absent, NONE))
    return Trial(options, judge.threshold(asked.question), none)


def try_alone(judge: Judge, asked: Asked, show: Callable[[Any], Iterable[tuple[Hashable, Any]]]) -> Trial:
    """Candidates each of which may be right by itself; one candidate may hold more than one value."""
    options = [
        Option(value, words_of(value), key, chance, judge.weigh(asked.question, features))
        for candidate, features in asked.candidates
        for chance in (judge.chance(asked.question, features),)
        for key, value in show(candidate)
    ]
    options.sort(key=lambda option: -option.chance)
    return Trial(tuple(options), judge.threshold(asked.question) if options else None)


def try_answers(judge: Judge, asked: Asked, find_words: Callable[[str], Span | None]) -> Trial:
    """The answers of a closed list; `find_words` gives the words that speak for an answer."""
    if not asked.candidates:
        return Trial()
    features = asked.candidates[0][1]
    chances = judge.among(asked.question, [answer for answer, _ in asked.candidates], features)
    options = [
        Option(answer, find_words(answer), answer, chance, judge.weigh(f"{asked.question}:{answer}", features, BIAS))
        for answer, chance in chances.items()
    ]
    options.sort(key=lambda option: -option.chance)
    return Trial(tuple(options))


def words_of(value: Any) -> Span | None:
    """The words of a value that has some."""
    start = getattr(value, "start", None)
    return None if start is None else Span(start=start, end=value.end, text=value.text)
