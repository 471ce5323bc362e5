"""The judge: named yes-or-no features with weights in a data file (design, decision 5).

A question ("is this a mention of an incident?", "is this the place?") is answered by the sum of the weights of the
features that hold. The weights are fitted by `quality.fitting`; features the file does not know weigh nothing.

Features come in groups that hold together. Few different groups make up most of what is asked, so that each group's names
are made once and its weights are summed once; fitting takes the groups apart again (`names_of`).
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct

from isnad.coding.weighing import BIAS, MOST_REASONS, Choice, Group, Loudest, Sums

__all__ = ["BIAS", "NONE", "Features", "Group", "Judge", "Question", "load_judge", "names_of"]

_WEIGHTS = Path(__file__).parent / "weights.json"
NONE = "none"

Features = Sequence[Group]


def names_of(features: Iterable[Group]) -> Iterator[str]:
    """The features one by one, out of their groups."""
    return chain.from_iterable(features)


class Question(Struct, frozen=True):
    """The weights of one question; an answer above `threshold` (a probability) is yes."""

    weights: dict[str, float]
    threshold: float = 0.5


class Judge(Struct, frozen=True, dict=True):
    """All questions by name."""

    questions: dict[str, Question]
    origin: str = ""
    digest: str = ""  # of the file the weights came from

    @cached_property
    def _sums(self) -> dict[str, tuple[Callable[[Group], float], float]]:
        """For each question what a group of features weighs, and the bias."""
        return {
            name: (Sums(asked.weights).__getitem__, asked.weights.get(BIAS, 0.0))
            for name, asked in self.questions.items()
        }

    @cached_property
    def _choices(self) -> dict[str, Choice]:
        """The choices met so far."""
        return {}

    def _choice(self, question: str) -> Choice:
        """The weights of all answers to a choice turned round, so that each feature is looked up once."""
        found = self._choices.get(question)
        if found is None:
            head = f"{question}:"
            asked = {name.removeprefix(head): q.weights for name, q in self.questions.items() if name.startswith(head)}
            found = self._choices[question] = Choice(asked)
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
            asked = self._both[one, other] = (Sums(both).__getitem__, both.get(BIAS, 0j))
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

    @cached_property
    def _loudest(self) -> dict[str, Loudest]:
        """For each question the loudest features of a group."""
        return {name: Loudest(asked.weights) for name, asked in self.questions.items()}

    def reasons(self, question: str, features: Iterable[Group], most: int = 3) -> list[str]:
        """The features that spoke loudest, `MOST_REASONS` at most, with their weights: "place: governed by في +1.20"."""
        loudest = self._loudest.get(question)
        if loudest is None:
            return []
        weights = self.questions[question].weights
        loud = set(chain.from_iterable(map(loudest.__getitem__, features)))
        return [f"{name} {weights[name]:+.2f}" for _, name in sorted(loud)[: min(most, MOST_REASONS)]]


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-total)) if total > -500 else 0.0


@lru_cache(maxsize=1)
def load_judge(path: Path = _WEIGHTS) -> Judge:
    """The judge with the weights that ship with Isnad (origin stated in the file)."""
    content = path.read_bytes()
    judge = msgspec.json.decode(content, type=Judge)
    return msgspec.structs.replace(judge, digest=blake2b(content, digest_size=8).hexdigest())
