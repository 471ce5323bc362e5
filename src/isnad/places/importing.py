"""Importing: places of another gazetteer, checked, laid beside what was imported before, and kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from isnad.model.errors import SettingsError, UsageError
from isnad.places.checking import Divisions, check
from isnad.places.geonames_dump import ALTERNATES, read_dump
from isnad.places.imported import ImportedPlace, read_imported, write_imported
from isnad.places.named_columns import read_table
from isnad.places.sources import PassedOver, Read, Refused, Stated
from isnad.places.supplement import Row
from isnad.places.whosonfirst import read_feature, read_folder, read_lines

_TABLES: Final = (".csv", ".tsv")
_LINES: Final = (".ndjson", ".jsonl")


class Summary(Struct, frozen=True, kw_only=True):
    """What came of an import: how many places were new, the same as before, changed, and those refused and why.

    `held` is how many are kept now; `passed_over` counts kinds that are known and not wanted.
    """

    new: int
    same: int
    changed: int
    refused: tuple[Refused, ...]
    passed_over: dict[str, int]
    held: int


def import_places(path: Path, folder: Path, *, replace: bool = False) -> Summary:
    """Take the places at `path` into `folder`; a place that was there with other values is changed only on `replace`.

    Nothing is kept until all is read. Raises UsageError where `path` is nothing that can be imported, SettingsError
    where what was kept before is broken or the folder cannot be written.
    """
    stated, refused, passed = _sorted_out(open_source(path))
    held = read_imported(folder)
    counts: Counter[str] = Counter()
    read: dict[str, ImportedPlace] = {}
    for where, place in _checked(stated, refused):
        outcome = _compare(place, held, read, replace)
        counts[outcome] += 1
        if outcome in ("new", "changed"):
            read[place.id] = place
        elif outcome == "differs":
            refused.append(Refused(where, _why_not(place, read.get(place.id), held)))
        else:
            read.setdefault(place.id, held.get(place.id, place))
    merged = held | read
    if merged != held:
        try:
            write_imported(folder, merged)
        except OSError as why:
            raise SettingsError(str(folder), f"cannot be written: {why.strerror or why}") from why
    return Summary(
        new=counts["new"],
        same=counts["same"],
        changed=counts["changed"],
        refused=tuple(refused),
        passed_over=dict(passed.most_common()),
        held=len(merged),
    )


def open_source(path: Path) -> Read:
    """The places at `path` by what it is: a folder, or a file known by the end of its name."""
    if path.is_dir():
        return read_folder(path)
    if not path.exists():
        raise UsageError(f"no such file or folder: {path}")
    name = path.name.removesuffix(".gz")
    if name.endswith(_LINES):
        return read_lines(path)
    if name.endswith((".geojson", ".json")):
        return read_feature(path)
    if name.endswith(_TABLES):
        return read_table(path)
    if name.endswith(".txt") and path.name not in ALTERNATES:
        return read_dump(path)
    raise UsageError(
        f"{path}: give a GeoNames dump (XX.txt), a Who's On First folder, .geojson or .ndjson, or a .csv or .tsv table"
    )


def _sorted_out(read: Read) -> tuple[list[Stated], list[Refused], Counter[str]]:
    stated: list[Stated] = []
    refused: list[Refused] = []
    passed: Counter[str] = Counter()
    for item in read:
        if isinstance(item, Stated):
            stated.append(item)
        elif isinstance(item, PassedOver):
            passed[item.kind] += 1
        else:
            refused.append(item)
    return stated, refused, passed


def _checked(stated: Iterable[Stated], refused: list[Refused]) -> Iterator[tuple[str, ImportedPlace]]:
    """Each place with where it stands; those that are wrong go to `refused`."""
    stated = list(stated)
    divisions = Divisions()
    named = {place.id: place for place in stated if place.kind in ("admin1", "admin2")}
    rows = {
        key: divisions.find(place.country, _called(place)) for key, place in named.items() if place.kind == "admin1"
    }
    for place in stated:
        row = _division(place, rows, divisions)
        district = named[place.district].name if place.district in named and place.district != place.id else None
        checked = check(place, row, place.name if place.kind == "admin2" else district)
        if isinstance(checked, Refused):
            refused.append(checked)
        else:
            yield place.where, checked


def _called(place: Stated) -> tuple[str, ...]:
    return (place.name, *place.names)


def _division(place: Stated, rows: dict[str, Row | None], divisions: Divisions) -> Row | None:
    if place.kind == "admin1" and place.admin1 == "":
        return rows.get(place.id)
    if place.division:
        return rows.get(place.division)
    return divisions.find(place.country, (place.admin1,)) if place.admin1 else None


def _compare(
    place: ImportedPlace, held: dict[str, ImportedPlace], read: dict[str, ImportedPlace], replace: bool
) -> str:
    """ "new", "same", "changed" or "differs": what is read twice in one source never replaces itself."""
    if place.id in read:
        return "same" if read[place.id] == place else "differs"
    if place.id not in held:
        return "new"
    if held[place.id] == place:
        return "same"
    return "changed" if replace else "differs"


def _why_not(place: ImportedPlace, twice: ImportedPlace | None, held: dict[str, ImportedPlace]) -> str:
    other = twice or held[place.id]
    fields = ", ".join(f for f in place.__struct_fields__ if getattr(place, f) != getattr(other, f))
    if twice is not None:
        return f"{place.id} stands in the source before with another {fields}"
    return f"{place.id} is held with another {fields}; --replace takes the new values"
