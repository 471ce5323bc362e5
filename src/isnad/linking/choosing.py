"""Choosing an incident's slots among what its mentions say: the most roots first, then the most exact, then the first.

Ten copies of one wire weigh as much as the wire: support is counted in roots, never in reports.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar, get_args

from isnad.linking.contradictions import places_clash
from isnad.linking.independence import Roots, party_key
from isnad.model.coded import IncidentType, Status
from isnad.model.mention import Mention
from isnad.model.slots import Party, Weapon, Where

T = TypeVar("T")
Heard = Sequence[tuple[T, str]]

_TYPE_ORDER: Final[tuple[IncidentType, ...]] = get_args(IncidentType)
# Where as many roots say one as the other: what is known to have happened before what is only said.
_STATUS_ORDER: Final[tuple[Status, ...]] = (
    "happened",
    "foiled",
    "disputed",
    "alleged",
    "denied",
    "threatened",
    "hypothetical",
)
_SURE: Final = 0.99


def choose_type(mentions: Sequence[Mention], roots: Roots) -> IncidentType:
    """The type most roots give; of several, the highest in the codebook's table."""
    said = _by_value((mention.incident.type, roots.of_mention(mention)) for mention in mentions)
    return min(said, key=lambda kind: (-len(said[kind]), _TYPE_ORDER.index(kind)))


def choose_status(mentions: Sequence[Mention], roots: Roots) -> Status:
    """The status most roots give; `disputed` where one root affirms what another denies."""
    said = _by_value((mention.incident.status, roots.of_mention(mention)) for mention in mentions)
    affirmed, denied = said.get("happened", set()) | said.get("foiled", set()), said.get("denied", set())
    if affirmed and denied - affirmed:
        return "disputed"
    return min(said, key=lambda status: (-len(said[status]), _STATUS_ORDER.index(status)))


def choose_where(mentions: Sequence[Mention], roots: Roots) -> Where | None:
    """The most exact place, of several as exact the one whose surroundings most roots name."""
    heard = [
        (mention.incident.where, roots.of_mention(mention))
        for mention in mentions
        if mention.incident.where is not None
    ]
    least = min([_vagueness(where) for where, _ in heard], default=0)
    exact = [where for where, _ in heard if _vagueness(where) == least]
    if len(exact) < 2:
        return exact[0] if exact else None
    return min(
        exact,
        key=lambda where: (-len({root for other, root in heard if _agrees(where, other)}), where.precision),
    )


def _vagueness(where: Where) -> int:
    """Exact and near places are one step, so that support decides between a quarter and the town beside it."""
    if where.latitude is None:
        return 9
    return max(where.precision, 2) if where.precision < 7 else 5


def _agrees(where: Where, other: Where) -> bool:
    if where.latitude is None or other.latitude is None:
        return where.name == other.name
    return where.country in (None, other.country) and not places_clash(where, other)


def merge_parties(
    mentions: Sequence[Mention], roots: Roots, read: Callable[[Mention], Iterable[Party]]
) -> tuple[Party, ...]:
    """The parties that `read` gives, each once by id or name, those of most roots first."""
    heard = [(party, roots.of_mention(mention)) for mention in mentions for party in read(mention)]
    if not heard:
        return ()
    first: dict[str, Party] = {}
    for party, _ in heard:
        first.setdefault(party_key(party), party)
    support = _by_value((party_key(party), root) for party, root in heard)
    return tuple(first[key] for key in sorted(first, key=lambda key: -len(support[key])))


def clash_sides(mentions: Sequence[Mention], roots: Roots) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The two sides of a clash: reports name either first, so each is turned to fit those before it."""
    turned: set[str] = set()
    left, right = set[str](), set[str]()
    for mention in mentions:
        ones = set(map(party_key, mention.incident.perpetrators))
        others = set(map(party_key, mention.incident.targets))
        if len(ones & left) + len(others & right) < len(ones & right) + len(others & left):
            turned.add(mention.id)
            ones, others = others, ones
        left |= ones
        right |= others - left
    return (
        merge_parties(mentions, roots, lambda mention: _side_of(mention, mention.id in turned)),
        tuple(
            party
            for party in merge_parties(mentions, roots, lambda mention: _side_of(mention, mention.id not in turned))
            if party_key(party) not in left
        ),
    )


def _side_of(mention: Mention, second: bool) -> tuple[Party, ...]:
    return mention.incident.targets if second else mention.incident.perpetrators


def merge_weapons(mentions: Sequence[Mention]) -> tuple[Weapon, ...]:
    """The weapons, each once by its neutral name, in the order told."""
    first: dict[str, Weapon] = {}
    for weapon in (weapon for mention in mentions for weapon in mention.incident.weapons):
        first.setdefault(weapon.name, weapon)
    return tuple(first.values())


def joined_confidence(mentions: Sequence[Mention], roots: Roots) -> float:
    """How sure that it is an incident: the chance that not all roots err, each root by its surest mention."""
    surest: dict[str, float] = {}
    for mention in mentions:
        root = roots.of_mention(mention)
        surest[root] = max(surest.get(root, 0.0), mention.incident.confidence)
    doubt = 1.0
    for root in sorted(surest):
        doubt *= 1.0 - surest[root]
    return max(max(surest.values(), default=0.0), min(_SURE, round(1.0 - doubt, 4)))


def _by_value(said: Iterable[tuple[T, str]]) -> dict[T, set[str]]:
    found: dict[T, set[str]] = {}
    for value, root in said:
        found.setdefault(value, set()).add(root)
    return found
