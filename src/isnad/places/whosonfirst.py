"""Reading Who's On First: a folder of GeoJSON files, one GeoJSON file, or one JSON object a line (also gzip)."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from isnad.model.errors import UsageError
from isnad.places.sources import PassedOver, Read, Refused, Stated, kind_tables

_READ_ERRORS: Final = (OSError, EOFError, zlib.error)


class _Line(Struct):
    """One place in the short form: `pt` placetype, `cc` country, `gn` GeoNames number, `region`, `county` ids."""

    id: int = 0
    pt: str = ""
    cc: str = ""
    name: str = ""
    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    region: int = 0
    county: int = 0
    gn: int = 0
    pop: int = 0


_line: Final = msgspec.json.Decoder(_Line)


def read_lines(path: Path) -> Read:
    """The places of a file with a place a line."""
    number = 0
    with gzip.GzipFile(path, "rb") if path.name.endswith(".gz") else path.open("rb") as stream:
        try:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _read_line(line, f"{path}:{number}")
        except _READ_ERRORS as why:
            yield Refused(f"{path}:{number + 1}", f"the file is broken from here: {why}")


def read_folder(path: Path) -> Read:
    """The places of all `.geojson` files under `path`, by name; UsageError where there is none."""
    files = sorted(path.rglob("*.geojson"))
    if not files:
        raise UsageError(f"no .geojson file in {path}")
    for file in files:
        if "-alt-" not in file.name:  # other shapes of the same place
            yield from read_feature(file)


def read_feature(path: Path) -> Read:
    """The place of one GeoJSON file."""
    try:
        feature = msgspec.json.decode(path.read_bytes())
        properties = feature["properties"]
        if _is_gone(properties):
            yield PassedOver("deprecated")
            return
        yield _stated(_line_of(feature.get("id"), properties), str(path))
    except (OSError, msgspec.MsgspecError, KeyError, TypeError, ValueError, AttributeError) as why:
        yield Refused(str(path), f"no Who's On First feature: {why}")


def _read_line(line: bytes, where: str) -> Stated | Refused | PassedOver:
    try:
        return _stated(_line.decode(line), where)
    except (msgspec.MsgspecError, UnicodeDecodeError) as why:
        return Refused(where, str(why))


def _stated(line: _Line, where: str) -> Stated | Refused | PassedOver:
    kinds = kind_tables()
    kind = kinds.whosonfirst.get(line.pt)
    if kind is None:
        known = line.pt in kinds.passed_over["whosonfirst"]
        return PassedOver(line.pt) if known else Refused(where, f'no such placetype: "{line.pt}"')
    if line.id <= 0:
        return Refused(where, '"id" is missing')
    return Stated(
        where=where,
        id=f"whosonfirst:{line.id}",
        kind=kind,
        name=line.name,
        country=line.cc,
        latitude=line.lat,
        longitude=line.lon,
        names=(*line.ar, *line.en),
        division=f"whosonfirst:{line.region}" if line.region > 0 else "",
        district=f"whosonfirst:{line.county}" if line.county > 0 else "",
        population=line.pop,
        geonames=line.gn,
    )


def _is_gone(properties: dict[str, Any]) -> bool:
    ended = str(properties.get("edtf:deprecated") or "")
    return bool(properties.get("wof:superseded_by")) or ended not in ("", "uuuu", "..")


def _line_of(identity: object, properties: dict[str, Any]) -> _Line:
    parents = (properties.get("wof:hierarchy") or [{}])[0]
    own = {
        "id": properties.get("wof:id", identity),
        "pt": properties.get("wof:placetype", ""),
        "cc": properties.get("iso:country") or properties.get("wof:country") or "",
        "name": properties.get("wof:name") or "",
        "ar": list(_names(properties, ("name:ara_x_preferred", "name:ara_x_variant", "name:ara_x_colloquial"))),
        "en": list(_names(properties, ("name:eng_x_preferred", "name:eng_x_variant"))),
        "lat": properties.get("lbl:latitude", properties.get("geom:latitude")),
        "lon": properties.get("lbl:longitude", properties.get("geom:longitude")),
        "region": parents.get("region_id", 0),
        "county": parents.get("county_id", 0),
        "gn": (properties.get("wof:concordances") or {}).get("gn:id", 0),
        "pop": properties.get("wof:population") or 0,
    }
    return msgspec.convert(own, _Line, strict=False)


def _names(properties: dict[str, Any], keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from properties.get(key) or ()
