"""The judge: named yes-or-no features with weights in a data file (design, decision 5).

A question ("is this a mention of an incident?", "is this the place?") is answered by the sum of the weights of the
features that hold. The weights are fitted by `quality.fitting`; features the file does not know weigh nothing.

Features come in groups that hold together. Few different groups make up most of what is asked, so that each group's names
are made once and its weights are summed once; fitting takes the groups apart again (`names_of`).
"""

import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

_WEIGHTS = Path(__file__).parent / "weights.json"
BIAS = "bias"
NONE = "none"
_REMEMBERED = 5_000

Group = tuple[str, ...]
Features = Sequence[Group]


def names_of(features: Iterable[Group]) -> Iterator[str]:
    """The features one by one, out of their groups."""
    return chain.from_iterable(features)


class Question(Struct, frozen=True):
    """The weights of one question; an answer above `threshold` (a probability) is yes."""

    weights: dict[str, float]
    threshold: float = 0.5


Weight = TypeVar("Weight", float, complex)


class _Sums(dict[Group, Weight]):
    """What the groups met so far weigh for one question; so many of them are remembered, and as many met before these."""

    def __init__(self, weights: dict[str, Weight]) -> None:
        super().__init__()
        self._weights: dict[str, Weight] = weights
        self._older: dict[Group, Weight] = {}

    def __missing__(self, group: Group) -> Weight:
        found = self._older.get(group)
        if found is None:
            # Features the file does not know (None) and those that weigh nothing fall out.
            found = sum(filter(None, map(self._weights.get, group)), 0.0)
        if len(self) >= _REMEMBERED:
            self._older = self.copy()
            self.clear()
        self[group] = found
        return found


class _Choice:
    """A choice among several answers: for each feature what it weighs for all of them, side by side in one integer.

    Each answer has 32 bits, in which weights count as millionths; so that all answers are summed at once.
    """

    def __init__(self, weights: dict[str, dict[str, float]]) -> None:
        """`weights`: those of each answer."""
        self.answers = list(weights)
        self._rows: dict[str, int] = {}
        for place, of_answer in enumerate(weights.values()):
            for feature, weight in of_answer.items():
                self._rows[feature] = self._rows.get(feature, 0) + (round(weight * _UNIT) << place * _BITS)
        # Half of what 32 bits hold, so that sums below zero stay in their own bits.
        self._start = sum(_HALF << place * _BITS for place in range(len(weights))) + self._rows.get(BIAS, 0)

    def sums(self, names: Iterable[str]) -> list[float]:
        """What speaks for each answer, in their order; a sum is less than 2,000 from zero."""
        total = sum(filter(None, map(self._rows.get, names)), self._start)
        sums = memoryview(total.to_bytes(len(self.answers) * _BITS // 8, sys.byteorder)).cast("I").tolist()
        return [(each - _HALF) / _UNIT for each in (sums if sys.byteorder == "little" else reversed(sums))]


_BITS, _HALF, _UNIT = 32, 1 << 31, 1_000_000


class Judge(Struct, frozen=True, dict=True):
    """All questions by name."""

    questions: dict[str, Question]
    origin: str = ""
    digest: str = ""  # of the file the weights came from

    @cached_property
    def _sums(self) -> dict[str, tuple[Callable[[Group], float], float]]:
        """For each question what a group of features weighs, and the bias."""
        return {
            name: (_Sums(asked.weights).__getitem__, asked.weights.get(BIAS, 0.0))
            for name, asked in self.questions.items()
        }

    @cached_property
    def _choices(self) -> dict[str, _Choice]:
        """The choices met so far."""
        return {}

    def _choice(self, question: str) -> _Choice:
        """The weights of all answers to a choice turned round, so that each feature is looked up once."""
        found = self._choices.get(question)
        if found is None:
            head = f"{question}:"
            asked = {name.removeprefix(head): q.weights for name, q in self.questions.items() if name.startswith(head)}
            found = self._choices[question] = _Choice(asked)
        return found

    def sums(self, question: str, features: Iterable[str]) -> dict[str, float]:
        """What speaks for each answer to a choice, in log odds; its weights are those of `question:answer`."""
        choice = self._choice(question)
        return dict(zip(choice.answers, choice.sums(features), strict=True))

    def chance(self, question: str, features: Iterable[Group], beside: float = 0.0) -> float:
        """The probability of yes, from 0 to 1; `beside`: what else was weighed (`weight`)."""
        asked = self._sums.get(question)
        if asked is None:
            return 0.5
        return _chance(sum(map(asked[0], features), asked[1]) + beside)

    @cached_property
    def _both(self) -> dict[tuple[str, str], tuple[Callable[[Group], complex], complex]]:
        """As `_sums`, for the pairs of questions met so far."""
        return {}

    def chances(self, one: str, other: str, features: Iterable[Group]) -> tuple[float, float]:
        """The chances of two questions that are asked of the same features, summed as the two parts of complex numbers."""
        asked = self._both.get((one, other))
        if asked is None:
            if one not in self.questions or other not in self.questions:
                return self.chance(one, features), self.chance(other, features)
            mine, theirs = self.questions[one].weights, self.questions[other].weights
            both = {name: complex(mine.get(name, 0.0), theirs.get(name, 0.0)) for name in mine.keys() | theirs.keys()}
            asked = self._both[one, other] = (_Sums(both).__getitem__, both.get(BIAS, 0j))
        total = sum(map(asked[0], features), asked[1])
        return _chance(total.real), _chance(total.imag)

    def sum(self, question: str, features: Iterable[Group]) -> float:
        """What groups of features weigh that are the same for much of what is asked, to be summed once (`beside`)."""
        asked = self._sums.get(question)
        return sum(map(asked[0], features), 0.0) if asked else 0.0

    def weight(self, question: str, loose: Iterable[str]) -> float:
        """What features that seldom come together weigh, one by one."""
        asked = self.questions.get(question)
        return sum(filter(None, map(asked.weights.get, loose)), 0.0) if asked else 0.0

    def shares(self, question: str, candidates: Iterable[Features], absent: Features) -> list[float]:
        """The chance of each candidate to be the one asked for; what is left of 1 is the chance of none.

        `absent`: the features that speak for none of them.
        """
        asked = self._sums.get(question)
        if asked is None:
            return [0.0 for _ in candidates]
        scores = [sum(map(asked[0], features), 0.0) for features in candidates]
        none = sum(map(asked[0], absent), self.questions[question].weights.get(NONE, 0.0))
        top = max(none, *scores) if scores else none
        raised = [math.exp(score - top) for score in scores]
        total = sum(raised) + math.exp(none - top)
        return [each / total for each in raised]

    def among(self, question: str, answers: Iterable[str], features: Features) -> dict[str, float]:
        """The chance of each answer to a choice among several (`sums`)."""
        sums = self.sums(question, names_of(features))
        scores = {answer: sums[answer] for answer in answers if answer in sums}
        top = max(scores.values(), default=0.0)
        raised = {answer: math.exp(score - top) for answer, score in scores.items()}
        total = sum(raised.values())
        return {answer: each / total for answer, each in raised.items()}

    def threshold(self, question: str) -> float:
        """The probability from which on the answer is yes."""
        asked = self.questions.get(question)
        return asked.threshold if asked else 0.5

    def weigh(self, question: str, features: Iterable[Group], constant: str = BIAS) -> dict[str, float]:
        """What each feature that weighs anything adds to a question's sum, with its constant (`BIAS` or `NONE`)."""
        asked = self.questions.get(question)
        if asked is None:
            return {}
        found: dict[str, float] = {}
        for name in (*names_of(features), *([constant] if constant else [])):
            weight = asked.weights.get(name)
            if weight:
                found[name] = found.get(name, 0.0) + weight
        return found

    def reasons(self, question: str, features: Iterable[Group], most: int = 3) -> list[str]:
        """The features that spoke loudest, with their weights: "place: governed by في +1.20"."""
        asked = self.questions.get(question)
        weights = asked.weights if asked else {}
        names = list(set(chain.from_iterable(features)))
        found = list(map(weights.get, names))
        volumes = [abs(weight or 0.0) for weight in found]
        least = min(sorted(volumes)[-most:], default=0.0)  # only what is as loud need be ranked
        rows = zip(volumes, names, found, strict=True)
        loud = [(-volume, name) for volume, name, weight in rows if volume >= least and weight is not None]
        return [f"{name} {weights[name]:+.2f}" for _, name in sorted(loud)[:most]]


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-total)) if total > -500 else 0.0


@lru_cache(maxsize=1)
def load_judge(path: Path = _WEIGHTS) -> Judge:
    """The judge with the weights that ship with Isnad (origin stated in the file)."""
    content = path.read_bytes()
    judge = msgspec.json.decode(content, type=Judge)
    return msgspec.structs.replace(judge, digest=blake2b(content, digest_size=8).hexdigest())
