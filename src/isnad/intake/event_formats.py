"""The formats of event files: which column holds what, as data (`formats/*.yaml`, from the codebooks)."""

from functools import cache
from importlib.resources import files
from typing import Any, Final, get_args

import msgspec
from msgspec import Struct

from isnad.model.coded import IncidentType
from isnad.model.recorded import Rule

FORMATS: Final = ("acled", "ucdp-ged", "csv")


class Nearness(Struct, frozen=True, forbid_unknown_fields=True):
    """What a file's code of geographic precision means: UCDP's `where_prec`, and kilometres around the point."""

    precision: int
    radius_km: float


class Covered(Struct, frozen=True, forbid_unknown_fields=True):
    """Which acts belong in such a dataset at all: these types; with `deaths` only where someone died."""

    types: tuple[IncidentType, ...] = get_args(IncidentType)
    deaths: bool = False


class Fields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The column of each value; None where the format has none."""

    id: str
    first: str
    last: str | None = None
    place: str | None = None
    latitude: str
    longitude: str
    precision: str | None = None
    radius: str | None = None
    days: str | None = None
    country: str
    admin1: str | None = None
    low: str | None = None
    best: str
    high: str | None = None


class EventFormat(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One format. `needed` columns must be there, `ignored` are known and not read; others are told as unread.

    `kinds` are the columns for the kind of event, the narrowest first, whose values are keys of `types`; without
    `types` they hold our own types. `days` is what the day may be off by for each code of temporal precision.
    `rule` is how our rival figures become one that may be held against the file's.
    """

    columns: Fields
    kinds: tuple[str, ...]
    actors: tuple[str, ...]
    actor_separator: str
    needed: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    rule: Rule
    broad: bool = False
    vague_killed: tuple[int, ...] = ()
    zero_is_silence: bool = False
    days: dict[str, int] = {}
    precisions: dict[str, Nearness] = {}
    types: dict[str, tuple[IncidentType, ...]] = {}
    covers: Covered = Covered()

    @property
    def known(self) -> set[str]:
        """The columns this format has, read or not."""
        named: dict[str, Any] = msgspec.structs.asdict(self.columns)
        return {*filter(None, named.values()), *self.kinds, *self.actors, *self.needed, *self.ignored}


@cache
def load_format(name: str) -> EventFormat:
    """The format of this name, one of `FORMATS`; KeyError for another."""
    import yaml

    if name not in FORMATS:
        raise KeyError(name)
    text = files("isnad.intake").joinpath("formats", f"{name}.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), EventFormat)
