"""What readers of other gazetteers give: places as stated, lines that are refused, and lines that are not wanted."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

import msgspec
import yaml
from msgspec import Struct

from isnad.model.errors import SettingsError
from isnad.text.folding import fold


class Stated(Struct, frozen=True, kw_only=True):
    """A place as a source states it, at `where` (FILE:LINE or a file); nothing of it has been checked.

    `kind` is ours, or "settled" for a town of any size. `admin1` is a code or name of the source; `division` and
    `district` are ids of places of the same source that hold it.
    """

    where: str
    id: str
    kind: str
    name: str
    country: str
    latitude: object
    longitude: object
    names: tuple[str, ...] = ()
    admin1: str = ""
    admin2: str = ""
    division: str = ""
    district: str = ""
    population: object = 0
    radius_km: object = 0.0
    geonames: int = 0


class Refused(Struct, frozen=True):
    """A line that cannot be used, and why."""

    where: str
    reason: str


class PassedOver(Struct, frozen=True):
    """A line of a kind that is known and not wanted (a river, a postcode)."""

    kind: str


Read = Iterator[Stated | Refused | PassedOver]


class KindTables(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`data/import_kinds.yaml`."""

    whosonfirst: dict[str, str]
    geonames: dict[str, str]
    passed_over: dict[str, frozenset[str]]
    heads: frozenset[str]


@lru_cache(maxsize=1)
def kind_tables() -> KindTables:
    """What kinds of other gazetteers are called here; SettingsError where the file is wrong."""
    name = "data/import_kinds.yaml"
    try:
        return msgspec.convert(yaml.safe_load(files("isnad.places").joinpath(name).read_text("utf-8")), KindTables)
    except (msgspec.ValidationError, yaml.YAMLError) as why:
        raise SettingsError(f"places/{name}", str(why)) from why


def without_head(name: str) -> str:
    """A folded name without the kind that a source puts before it ("مديريه ساقين")."""
    head, _, rest = name.partition(" ")
    return rest if rest and head in kind_tables().heads else name


def folded_name(name: str) -> str:
    """A name folded, its blanks made single, signs left out."""
    letters = "".join(sign if sign.isalnum() else " " for sign in fold(name))
    return " ".join(letters.split())
