"""The built gazetteer as columns: a few long arrays, so that loading makes no object for each place."""

from array import array
from collections.abc import Sequence

from msgspec import Struct, msgpack

from isnad.model.place import Place
from isnad.places.borders import NOTHING_DISPUTED, POLICIES, Choice, Disputed

ORIGINS = ("geonames", "isnad", "imported", "own file")


class Division(Struct, frozen=True, array_like=True):
    """A first-order division: English name, and ISO 3166-2 code where there is one."""

    name: str
    code: str | None
    country: str


class Columns(Struct, frozen=True, array_like=True):
    """The gazetteer file. Texts are joined by line feeds; numbers are packed arrays of the machine's byte order.

    `starts[i]:starts[i + 1]` of `members` are the places (row numbers) that bear name `i`. `kinds` holds indices into
    `kind_names`; `countries`, `divisions` and `districts` hold indices into their tables, -1 for none. `guards` has one byte a name:
    0 free, 1 a place only after a preposition, a head word or beside another place, 2 only after a head such as "town of" or
    after a preposition and beside a place, 3 only after a head, 4 never (a longer name
    of something else, without places, that covers the place name in it). `known` says how many of a name's places count
    where nothing speaks for the others; `written` has the Arabic names of each place as written, parted by `/`; `origins`
    says where it comes from, as an index into `ORIGINS`. `areas` holds the disputed area of
    each place (-1 for none; what each policy says of it is in `borders`), `codes` its division's code in our data.
    """

    names: str
    starts: bytes
    members: bytes
    guards: bytes
    ids: str
    labels: str
    kinds: bytes
    kind_names: list[str]
    countries: bytes
    country_codes: list[str]
    country_names: dict[str, str]
    divisions: bytes
    division_table: list[Division]
    districts: bytes
    district_names: list[str]
    latitudes: bytes
    longitudes: bytes
    radii: bytes
    populations: bytes
    known: bytes
    written: str
    origins: bytes
    areas: bytes
    codes: bytes
    code_table: list[str]
    borders: dict[str, list[Choice]]


def integers(data: bytes) -> "array[int]":
    """A packed column of 32-bit integers."""
    column = array("i")
    column.frombytes(data)
    return column


def reals(data: bytes) -> "array[float]":
    """A packed column of double floats."""
    column = array("d")
    column.frombytes(data)
    return column


def index_of(values: Sequence[str | None], table: Sequence[str]) -> bytes:
    """Packed indices of `values` in `table`, -1 for None."""
    rows = {value: row for row, value in enumerate(table)}
    return array("i", [-1 if value is None else rows[value] for value in values]).tobytes()


def _members(ordered: Sequence[str], names: dict[str, list[int]]) -> tuple["array[int]", "array[int]"]:
    """Where each name's places begin, and the places of all names one after another."""
    starts, members = array("i", [0]), array("i")
    for name in ordered:
        members.extend(names[name])
        starts.append(len(members))
    return starts, members


def pack_columns(
    names: dict[str, list[int]],
    guards: dict[str, int],
    places: Sequence[Place],
    country_names: dict[str, str],
    known: dict[str, int],
    written: Sequence[str],
    origins: bytes,
    disputed: Disputed = NOTHING_DISPUTED,
) -> Columns:
    """Columns of `places` and of the folded `names` that lead to them (row numbers, best first).

    `known`, `written` and `origins` as in `Columns`; `disputed` says which places lie in a disputed area.
    """
    code_table = sorted({code for code in disputed.codes if code})
    ordered = sorted(names)
    starts, members = _members(ordered, names)
    kinds = sorted({p.kind for p in places})
    codes = sorted({p.country for p in places if p.country})
    table = sorted({(p.country or "", p.admin1, p.admin1_code or "") for p in places if p.admin1})
    rows = {key: row for row, key in enumerate(table)}
    districts = sorted({p.admin2 for p in places if p.admin2})
    keys = [(p.country or "", p.admin1, p.admin1_code or "") if p.admin1 else None for p in places]
    return Columns(
        names="\n".join(ordered),
        starts=starts.tobytes(),
        members=members.tobytes(),
        guards=bytes(guards.get(name, 0) for name in ordered),
        ids="\n".join(p.id for p in places),
        labels="\n".join(p.name for p in places),
        kinds=bytes(kinds.index(p.kind) for p in places),
        kind_names=list(kinds),
        countries=index_of([p.country for p in places], codes),
        country_codes=codes,
        country_names=country_names,
        divisions=array("i", [-1 if key is None else rows[key] for key in keys]).tobytes(),
        division_table=[Division(name, code or None, country) for country, name, code in table],
        districts=index_of([p.admin2 for p in places], districts),
        district_names=districts,
        latitudes=array("d", [p.latitude or 0.0 for p in places]).tobytes(),
        longitudes=array("d", [p.longitude or 0.0 for p in places]).tobytes(),
        radii=array("d", [p.radius_km for p in places]).tobytes(),
        populations=array("i", [p.population for p in places]).tobytes(),
        known=array("i", [known.get(name, len(names[name])) for name in ordered]).tobytes(),
        written="\n".join(line.replace("\n", " ") for line in written),
        origins=origins,
        areas=array("i", disputed.rows or [-1] * len(places)).tobytes(),
        codes=index_of(disputed.codes or [None] * len(places), code_table),
        code_table=code_table,
        borders={policy: [area.choice(policy) for area in disputed.areas] for policy in POLICIES},
    )


def encode_columns(columns: Columns) -> bytes:
    """The bytes of the gazetteer file."""
    return msgpack.encode(columns)


def decode_columns(data: bytes) -> Columns:
    """Columns from the bytes of a gazetteer file; raises `msgspec.DecodeError` or `ValidationError` on other bytes."""
    return msgpack.decode(data, type=Columns)
