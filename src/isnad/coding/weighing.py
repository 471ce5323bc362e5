"""Weighing: what groups of features weigh, kept for those met again and again.

Few groups make up most of what is asked. Most of them are made once and are the same object ever after (`known`), and what a
group weighs for a question is summed once.
"""

import sys
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

Group = tuple[str, ...]
P = ParamSpec("P")

BIAS = "bias"
MOST_REASONS = 3
_REMEMBERED = 4_000
_LONGEST = 12  # names; what is longer are the words around an act or a verb, which seldom come again
_BITS, _HALF, _UNIT = 32, 1 << 31, 1_000_000


class Known(Group):
    """A group met again and again as one object: it is looked up by which it is, without a look at its names."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


def known(most: int) -> Callable[[Callable[P, Group]], Callable[P, Group]]:
    """Has a function that makes groups make each once; so many of them are remembered."""

    def remembering(make: Callable[P, Group]) -> Callable[P, Group]:
        @lru_cache(maxsize=most)
        @wraps(make)
        def made(*args: P.args, **names: P.kwargs) -> Group:
            return Known(make(*args, **names))

        return cast("Callable[P, Group]", made)

    return remembering


Weight = TypeVar("Weight", float, complex)


class Sums(dict[Group, Weight]):
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
        if len(group) > _LONGEST:
            return found
        if len(self) >= _REMEMBERED:
            self._older = self.copy()
            self.clear()
        self[group] = found
        return found


class Loudest(dict[Group, tuple[tuple[float, str], ...]]):
    """The loudest features of the groups met so far, as (less than zero the louder, name)."""

    def __init__(self, weights: dict[str, float]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, group: Group) -> tuple[tuple[float, str], ...]:
        known = [(-abs(weight), name) for name in group if (weight := self._weights.get(name)) is not None]
        found = tuple(sorted(known)[:MOST_REASONS])
        if isinstance(group, Known):  # others seldom come again
            if len(self) >= _REMEMBERED:
                self.clear()
            self[group] = found
        return found


class Choice:
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
