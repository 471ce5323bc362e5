"""What each measure counts of an incident (docs/measures.md defines them, with their sources)."""

from collections.abc import Callable
from typing import Final, Literal

from msgspec import Struct

from isnad.assessing.facts import Fact
from isnad.model.finding import Measured


class Sign(Struct, frozen=True):
    """A number told of an incident, None where the record does not tell; summed per day, or per incident it is of."""

    name: str
    value: Callable[[Fact], float | None]
    per: Literal["day", "incident"]


def is_complex(fact: Fact) -> bool | None:
    """Two or more tactics, or two or more weapons; None where neither is known."""
    known = fact.tactics or fact.weapons
    return len(fact.tactics) > 1 or len(fact.weapons) > 1 if known else None


def killed(which: Literal[0, 1, 2]) -> Callable[[Fact], float | None]:
    """The low, best or high number of dead; an open high is at least the best."""

    def value(fact: Fact) -> float | None:
        if fact.killed is None:
            return None
        told = fact.killed[which]
        return fact.killed[1] if told is None else told

    return value


def _one(_: Fact) -> float:
    return 1.0


def _able(fact: Fact) -> float:
    return float(bool(fact.defended) or bool(is_complex(fact)))


_DEFENDED: Final = Sign("defended", lambda fact: fact.defended, "incident")
_STRENGTH: Final = Sign("attackers", lambda fact: fact.strength, "incident")

# The sign that a measure's verdict rests on.
MAIN: Final[dict[Measured, Sign]] = {
    "frequency": Sign("incidents", _one, "day"),
    "deaths": Sign("best", killed(1), "day"),
    "lethality": Sign("best", killed(1), "incident"),
    "boldness": _DEFENDED,
    "complexity": Sign("complex", is_complex, "incident"),
    "capability": Sign("complex_or_defended", _able, "day"),
    "control": Sign("control_claims", lambda fact: fact.control_claim, "day"),
    "civilian_harm": Sign("civilian", lambda fact: bool(fact.civilian), "day"),
}
TOLLS: Final[dict[Measured, tuple[Sign, ...]]] = {
    "deaths": (Sign("low", killed(0), "day"), Sign("high", killed(2), "day")),
    "lethality": (Sign("low", killed(0), "incident"), Sign("high", killed(2), "incident")),
}
PARTS: Final[dict[Measured, tuple[Sign, ...]]] = {
    "boldness": (
        _STRENGTH,
        Sign("daylight", lambda fact: fact.daylight, "incident"),
        Sign("in_town", lambda fact: fact.in_town, "incident"),
    ),
    "capability": (_STRENGTH,),
    "civilian_harm": (Sign("share", lambda fact: fact.civilian, "incident"),),
}
