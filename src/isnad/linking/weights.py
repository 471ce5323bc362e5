"""The match weights of linking: how much each level of a comparison speaks for or against one incident.

For each level, `m` is how often it holds of two tellings of one incident, `u` how often of candidates that tell two.
Its weight in bits is log2(m / u). `prior` is the share of candidates that tell one incident. Fitted by
`python -m quality.link_fitting`; kept in `weights.json`.
"""

from functools import lru_cache
from importlib.resources import files
from math import log2

import msgspec
from msgspec import Struct

from isnad.linking.comparisons import COMPARISONS


class Odds(Struct, frozen=True):
    """How often a level holds of pairs that are one incident (`m`) and of candidates that are not (`u`)."""

    m: float
    u: float

    @property
    def bits(self) -> float:
        """The weight of the level: positive where it speaks for one incident."""
        return log2(self.m / self.u)


class Thresholds(Struct, frozen=True, kw_only=True):
    """Chances, 0 to 1.

    The machine joins where the mean of the log-odds is that of `same` or more; from `unsure` on a person is asked.
    `twice`: two mentions of one report may stand in one incident only from this chance on, and never join by themselves.
    `apart`: two mentions whose chance is lower are clearly different, and no cluster may hold both. `unseen` is the
    chance of two mentions that were no candidates of one another. `keep`: pairs below it are not handed on.
    """

    same: float
    unsure: float
    twice: float
    apart: float
    unseen: float
    keep: float


class Weights(Struct, frozen=True, kw_only=True):
    """All that linking knows from data, with its origin."""

    origin: str
    prior: float
    thresholds: Thresholds
    comparisons: dict[str, dict[str, Odds]]

    def bits(self, comparison: str, level: str) -> float:
        """The weight of a level in bits."""
        return self.comparisons[comparison][level].bits


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that come with Isnad. Raises msgspec.ValidationError or ValueError where the file is not right."""
    return decode_weights(files("isnad.linking").joinpath("weights.json").read_bytes())


def decode_weights(content: bytes) -> Weights:
    """Weights from JSON; raises ValueError where a level of `COMPARISONS` has none, or there is one too many."""
    found = msgspec.json.decode(content, type=Weights)
    wanted = {comparison.name: [level.name for level in comparison.levels] for comparison in COMPARISONS}
    given = {name: list(levels) for name, levels in found.comparisons.items()}
    if wanted != given:
        raise ValueError("the match weights are not those of the comparisons: fit them anew (quality.link_fitting)")
    return found
