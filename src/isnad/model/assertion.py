"""What somebody asserts of a change in the violence, made testable; or why it cannot be."""

from datetime import date
from typing import Literal

from msgspec import Struct

from isnad.model.coded import Direction, IncidentType, Measure
from isnad.model.slots import Party, Where
from isnad.model.stretches import Days

RefusalReason = Literal[
    "not_arabic",
    "question",  # asks and asserts nothing
    "call",  # asks for a change, wishes it
    "future",  # expects, fears or threatens a change
    "conditional",
    "negated",  # says only what has not come about; the opposite may be checked
    "no_change",  # tells of an act or a condition, not of a change
    "not_violence",  # prices, people, votes change, not the violence
    "no_measure",  # says better or worse and not in what
    "no_stretch",  # the greatest, but not since when
    "toll",  # the toll of one act is told anew, higher or lower
    "not_measured",  # strength, influence: nothing that a record of incidents can measure
]


class Size(Struct, frozen=True, kw_only=True):
    """By how much: `factor` is after by before, so that "doubled" is 2 and "decreased by 30 %" is 0.7."""

    factor: float
    bound: Literal["exactly", "about", "at_least"] = "exactly"
    text: str = ""


class Event(Struct, frozen=True, kw_only=True):
    """An act an assertion hangs on: that since which all has changed, or that which is called the greatest.

    `types` and `areas` say which act is meant; `day` the days it was on, where the sentence says them.
    """

    text: str
    types: tuple[IncidentType, ...] = ()
    areas: tuple[Where, ...] = ()
    days: Days | None = None


class Assertion(Struct, frozen=True, kw_only=True):
    """A testable statement: whose violence, where, in what measure, in which direction, by how much, when against when.

    `actors` are the ids that count as `actor` (a state's forces with the state);
    `owned`: the acts are somebody's ("هجماتها"), named or not. Empty `types` are all kinds of violence.
    With `per_incident` lethality is the dead of an act, else all the dead. Of several `areas` any will do. `period` None: the sentence does not say; `compared` None: against what it does not say.
    For `record` `compared` is the stretch in which nothing is said to be greater (with `lowest`: smaller), `event` the
    act, `period` its time or the stretch (a month, "the deadliest") that is compared. `since` is the act since which.
    `chain` is whom the sentence credits, from the nearest to the furthest.
    """

    text: str
    actor: Party | None = None
    actors: tuple[str, ...] = ()
    owned: bool = False
    areas: tuple[Where, ...] = ()
    types: tuple[IncidentType, ...] = ()
    measure: Measure
    per_incident: bool = False
    direction: Direction
    lowest: bool = False
    size: Size | None = None
    period: Days | None = None
    compared: Days | None = None
    since: Event | None = None
    event: Event | None = None
    chain: tuple[Party, ...] = ()


class Refusal(Struct, frozen=True, kw_only=True):
    """A sentence that asserts nothing testable, and why."""

    text: str
    reason: RefusalReason
    words: str = ""


class Asserted(Struct, frozen=True, kw_only=True):
    """An assertion (or what looked like one) of a report on record: who made it through whom, and when."""

    said: Assertion | Refusal
    report: str
    outlet: str | None = None
    published: date | None = None
    start: int
    end: int
