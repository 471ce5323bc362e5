"""Imported places: what a user has brought from elsewhere, kept in one file in the user's data folder.

The folder is `--places-dir`, else `$ISNAD_DATA/places`, else `$XDG_DATA_HOME/isnad/places`, else
`~/.local/share/isnad/places`. The file is written beside its place and moved there, so that an import that was
interrupted leaves what was there before, and starting it again does all of it.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from isnad.model.errors import SettingsError
from isnad.model.place import PlaceKind
from isnad.prepared import write_whole

FILE_NAME: Final = "imported.jsonl"
FORMAT: Final = 1


class ImportedPlace(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One place of an import, checked: names as written in Arabic script (`arabic`) and in Latin letters (`latin`).

    `id` is `whosonfirst:<number>`, `geonames:<number>` or what a CSV gave; `geonames` is the GeoNames number where
    the source says so. `radius_km` 0 means as usual for the kind. Divisions are ours (English name, ISO 3166-2 code).
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float
    longitude: float
    arabic: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    admin1: str | None = None
    admin1_code: str | None = None
    admin2: str | None = None
    radius_km: float = 0.0
    population: int = 0
    geonames: int = 0


class Head(Struct, frozen=True):
    """The first line of the file: its format, how many places follow, and a hash of their lines."""

    format: int
    places: int
    digest: str


def places_folder(chosen: Path | None = None) -> Path:
    """Where imported places and the user's own are kept; the folder need not be there yet."""
    if chosen is not None:
        return chosen
    if os.environ.get("ISNAD_DATA"):
        return Path(os.environ["ISNAD_DATA"]) / "places"
    base = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    return Path(base) / "isnad" / "places"


def read_imported(folder: Path) -> dict[str, ImportedPlace]:
    """The imported places of `folder` by id, none where nothing was imported; SettingsError where the file is broken."""
    path = folder / FILE_NAME
    try:
        first, _, rest = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return {}
    except OSError as why:
        raise SettingsError(str(path), why.strerror or str(why)) from why
    try:
        head = msgspec.json.decode(first, type=Head)
        places = msgspec.json.Decoder(ImportedPlace).decode_lines(rest)
    except msgspec.MsgspecError as why:
        raise SettingsError(str(path), f"not a file of imported places: {why}") from why
    if head.format != FORMAT or len(places) != head.places or head.digest != _digest(rest):
        raise SettingsError(str(path), "changed or cut short; delete it and import again")
    return {place.id: place for place in places}


def write_imported(folder: Path, places: Mapping[str, ImportedPlace]) -> Path:
    """Keep `places`, ordered by id, whole or not at all; raises OSError where the folder cannot be written."""
    content = _lines(places[key] for key in sorted(places))
    head = Head(format=FORMAT, places=len(places), digest=_digest(content))
    path = folder / FILE_NAME
    write_whole(path, msgspec.json.encode(head) + b"\n" + content)
    return path


def imported_state(folder: Path) -> bytes:
    """What changes whenever the imported places of `folder` do, found without reading them all; b"" where none are."""
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file:
            first = file.readline()
        return first + str(path.stat().st_size).encode()
    except OSError:
        return b""


def _lines(places: Iterable[ImportedPlace]) -> bytes:
    return msgspec.json.Encoder().encode_lines(list(places))


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
