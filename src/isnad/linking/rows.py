"""A mention as one flat row: what linking compares, and nothing else."""

from datetime import date
from math import floor
from typing import Any, Final

from msgspec import Struct

from isnad.linking.kinship import family_of
from isnad.linking.wording import name_words, place_words, rare_words, said_words
from isnad.model.coded import IncidentType
from isnad.model.mention import Mention
from isnad.model.slots import Loss, Party, When, Where

CELL_DEGREES: Final = 0.5  # a cell and its neighbours hold all that is within some 45 km
WEAK_DAYS: Final = 2  # news tells what happened today, yesterday or the day before

# Groups of types that two outlets may give one act (codebook, "Types"); a type may stand in more than one.
_KINS: Final[dict[str, frozenset[str]]] = {
    "explosive": frozenset(
        "suicide_bombing chemical_attack bombing landmine drone_strike air_strike shelling "
        "interception destruction".split()
    ),
    "violent": frozenset(
        "suicide_bombing chemical_attack prison_break bombing landmine drone_strike air_strike shelling assassination "
        "execution armed_attack clash killing sexual_violence security_operation interception destruction".split()
    ),
    "holding": frozenset("abduction arrest security_operation prison_break killing execution".split()),
    "ground": frozenset("clash territory_change deployment security_operation displacement armed_attack".split()),
    "street": frozenset("riot protest security_operation arrest".split()),
    "words": frozenset("agreement threat other deployment displacement".split()),
}
_FAINT_KINDS: Final = frozenset({"unnamed", "civilians", "facility"})


class Row(Struct, frozen=True, kw_only=True):
    """A mention as linking compares it.

    `id` is the mention's `seq`. Days are proleptic ordinals, both ends included, None where the text gives no day
    and publication is not used; `weak` where they come from publication.
    `radius` in kilometres; `precision` 1–7 (contract.md, `where`), None without a place;
    `named` where it is a place of its own, be it one that no gazetteer has, and no region. Losses are ranges whose high
    end is None where the text sets none. `words` are the rare words,
    `place_words` those of the place as written, `names` all words of a place of its own and `said` all words of the
    mention's sentences, but for the common ones, as numbers. `published` is the report's day, None where publication is
    not used; `root` the report whose near-copy this one is.
    """

    id: int
    report: str
    root: str
    country: str | None = None
    admin1: str | None = None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius: float = 0.0
    precision: int | None = None
    named: bool = False
    first: int | None = None
    last: int | None = None
    weak: bool = False
    type: IncidentType
    kins: tuple[str, ...]
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    killed_low: int | None = None
    killed_high: int | None = None
    wounded_low: int | None = None
    wounded_high: int | None = None
    weapons: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    place_words: tuple[str, ...] = ()
    names: tuple[int, ...] = ()
    said: tuple[int, ...] = ()
    published: int | None = None
    aggregate: bool = False
    status: str = "happened"

    @property
    def cell(self) -> tuple[int, int] | None:
        """The cell of half a degree that its point lies in, where it is known closely enough to look around it."""
        if self.latitude is None or self.longitude is None or (self.precision or 9) > 3:
            return None
        return floor(self.latitude / CELL_DEGREES), floor(self.longitude / CELL_DEGREES)


def to_row(mention: Mention, text: str, *, use_publication: bool = True) -> Row:
    """The row of a mention; `text` is its report's text as given.

    Without a day in the text, the days up to publication stand in, marked weak, unless `use_publication` is false.
    """
    incident = mention.incident
    placed, published = _placed(incident.where), mention.report.published if use_publication else None
    first, last, weak = _days(incident.when, published)
    killed, wounded = incident.killed, incident.wounded
    return Row(
        id=mention.seq,
        report=mention.report.id,
        root=mention.report.copy_of or mention.report.id,
        **placed,
        first=first,
        last=last,
        weak=weak,
        type=incident.type,
        kins=kins_of(incident.type),
        perpetrators=_named(incident.perpetrators),
        targets=_named(incident.targets),
        **_range("killed", killed),
        **_range("wounded", wounded),
        weapons=tuple(sorted({weapon.name for weapon in incident.weapons})),
        words=rare_words(mention, text),
        place_words=place_words(mention),
        names=name_words(mention) if placed.get("named") else (),
        said=said_words(mention, text),
        published=published.toordinal() if published else None,
        aggregate=incident.aggregate,
        status=incident.status,
    )


def kins_of(kind: IncidentType) -> tuple[str, ...]:
    """The groups of types that a type stands in, sorted."""
    return tuple(sorted(kin for kin, types in _KINS.items() if kind in types))


def _days(when: When | None, published: date | None) -> tuple[int | None, int | None, bool]:
    if when is not None and when.basis == "text":
        return when.earliest.toordinal(), when.latest.toordinal(), False
    if published is None:
        return None, None, False
    return published.toordinal() - WEAK_DAYS, published.toordinal(), True


def _placed(where: Where | None) -> dict[str, Any]:
    if where is None:
        return {}
    return {
        "country": where.country,
        "admin1": where.admin1_code or where.admin1,
        "place": where.gazetteer_id or where.name,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "radius": where.radius_km or 0.0,
        "precision": where.precision,
        "named": where.precision <= 2 or where.gazetteer_id is None,
    }


def _named(parties: tuple[Party, ...]) -> tuple[str, ...]:
    """Ids of the parties that are someone in particular, with whom each is part of: an air force is its state's.

    "Gunmen" or "civilians" tell no incident from another.
    """
    keys = {party.id or party.name for party in parties if party.kind not in _FAINT_KINDS}
    return tuple(sorted(keys | {family_of(key) for key in keys}))


def _range(name: str, loss: Loss | None) -> dict[str, Any]:
    return {f"{name}_low": loss.low if loss else None, f"{name}_high": loss.high if loss else None}
