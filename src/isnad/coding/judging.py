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

_WEIGHTS = Path(__file__).parent / "weights.json"
BIAS = "bias"
NONE = "none"
_REMEMBERED = 3_000

Group = tuple[str, ...]
Features = Sequence[Group]


def names_of(features: Iterable[Group]) -> Iterator[str]:
    """The features one by one, out of their groups."""
    return chain.from_iterable(features)


class Question(Struct, frozen=True):
    """The weights of one question; an answer above `threshold` (a probability) is yes."""

    weights: dict[str, float]
    threshold: float = 0.5


class _Sums(dict[Group, float]):
    """What the groups met so far weigh for one question; so many of them are remembered, and as many met before these."""

    def __init__(self, weights: dict[str, float]) -> None:
        super().__init__()
        self._weights = weights
        self._older: dict[Group, float] = {}

    def __missing__(self, group: Group) -> float:
        found = self._older.get(group)
        if found is None:
            # Features the file does not know (None) and those that weigh nothing fall out.
            found = sum(filter(None, map(self._weights.get, group)), 0.0)
        if len(self) >= _REMEMBERED:
            self._older = self.copy()
            self.clear()
        self[group] = found
        return found


class _Choice(Struct, frozen=True):
    """A choice among several answers: the biases, and for each feature what it weighs for each of the answers."""

    answers: list[str]
    biases: list[float]
    rows: dict[str, list[float]]

    def sums(self, names: Iterable[str]) -> list[float]:
        """What speaks for each answer, in their order."""
        return list(map(sum, zip(self.biases, *filter(None, map(self.rows.get, names)), strict=True)))


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
            rows: dict[str, list[float]] = {}
            for number, weights in enumerate(asked.values()):
                for feature, weight in weights.items():
                    rows.setdefault(feature, [0.0] * len(asked))[number] = weight
            biases = [weights.get(BIAS, 0.0) for weights in asked.values()]
            found = self._choices[question] = _Choice(list(asked), biases, rows)
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
        total = sum(map(asked[0], features), asked[1]) + beside
        return 1 / (1 + math.exp(-total)) if total > -500 else 0.0

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
        known = weights.keys() & set(chain.from_iterable(features))
        loud = sorted([(-abs(weights[name]), name) for name in known])[:most]
        return [f"{name} {weights[name]:+.2f}" for _, name in loud]


@lru_cache(maxsize=1)
def load_judge(path: Path = _WEIGHTS) -> Judge:
    """The judge with the weights that ship with Isnad (origin stated in the file)."""
    content = path.read_bytes()
    judge = msgspec.json.decode(content, type=Judge)
    return msgspec.structs.replace(judge, digest=blake2b(content, digest_size=8).hexdigest())
