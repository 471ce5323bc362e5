"""The two sides of a UCDP event and its type of violence."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import Party
from isnad.publishing.countries import country_of
from isnad.publishing.profiles import LeftOut
from isnad.publishing.registry import Registry

_CIVIL: Final = frozenset({"civilians", "media", "organisation", "official"})
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


class UcdpSide(Struct, frozen=True, kw_only=True):
    """A side by its neutral name; `number` is Gleditsch and Ward's, for a state's."""

    name: str
    number: int | None = None
    is_perpetrator: bool


class Dyad(Struct, frozen=True, kw_only=True):
    """The sides of an event; in state-based violence A is the state."""

    a: UcdpSide
    b: UcdpSide
    violence: int


def dyad_of(incident: RecordedIncident, registry: Registry) -> Dyad | LeftOut:
    """The dyad, or why there is none: UCDP counts only violence of sides that are known and organised."""
    doer = _organised(incident.perpetrators, registry)
    if doer is None:
        return LeftOut("perpetrator_unknown")
    target = _organised(incident.targets, registry)
    if target is None:
        # `others` beside fighters of no name is no attack on civilians alone.
        if any(party.kind in _CIVIL for party in incident.targets) and not _forces(incident.targets):
            civilians = UcdpSide(name="Civilians", is_perpetrator=False)
            return Dyad(a=_side(doer, registry, True), b=civilians, violence=ONE_SIDED)
        return LeftOut("target_unknown")
    first, second = _side(doer, registry, True), _side(target, registry, False)
    if target.kind == "state" and doer.kind != "state":
        first, second = second, first
    violence = STATE_BASED if "state" in {doer.kind, target.kind} else NON_STATE
    return Dyad(a=first, b=second, violence=violence)


def _organised(parties: Iterable[Party], registry: Registry) -> Party | None:
    """The first state or armed organisation that has a name of its own in the lexicon."""
    return next((p for p in parties if p.kind in {"state", "non_state"} and p.id in registry.interactions), None)


def _forces(parties: Iterable[Party]) -> bool:
    return any(party.kind in {"state", "non_state"} for party in parties)


def _side(party: Party, registry: Registry, is_perpetrator: bool) -> UcdpSide:
    home = country_of(registry.countries.get(party.id or "")) if party.kind == "state" else None
    return UcdpSide(name=party.name, number=home.gw if home else None, is_perpetrator=is_perpetrator)
