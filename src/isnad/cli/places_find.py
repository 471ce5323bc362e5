"""`isnad places find` and `show`."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from isnad.cli import SOME_NOT_CODED
from isnad.cli.messages import complain
from isnad.cli.output import open_output
from isnad.cli.places import Listing
from isnad.places.finding import Candidate, find_places, names_of_row, show_place
from isnad.places.gazetteer import load_gazetteer

Chosen = tuple[Path | None, Path | None]
NOTHING_FOUND: Final = SOME_NOT_CODED
_HEADS: Final = ("id", "name", "الاسم", "kind", "country", "admin1", "point", "km", "source", "score: why")
_MOST_NAMES: Final = 3


def run_find(name: str, country: str | None, division: str | None, listing: Listing, chosen: Chosen) -> int:
    """List the places called `name`; the exit status."""
    found = find_places(load_gazetteer(*chosen), name, country, division)
    if not found:
        complain("no_place", f"no place is called {name}")
        return NOTHING_FOUND
    _write(found, listing)
    if found[0].match == "near spelling":
        complain("near_spelling", f"no place is written {name}; these are spelled nearly so")
    return 0


def run_show(place_id: str, listing: Listing, chosen: Chosen) -> None:
    """Show the place with this id; UsageError where there is none."""
    gazetteer = load_gazetteer(*chosen)
    place = show_place(gazetteer, place_id)
    if listing is Listing.jsonl:
        _write([place], listing)
        return
    facts = msgspec.to_builtins(place)
    for field in ("match", "score", "reasons"):
        del facts[field]
    facts["found as"] = tuple(names_of_row(gazetteer, gazetteer.row_of(place_id) or 0))
    with open_output(None) as stream:
        for field, value in facts.items():
            shown = "، ".join(value) if isinstance(value, list | tuple) else "–" if value is None else value
            stream.write(f"{field:<14}{shown}\n")


def lay_out(rows: Iterable[Sequence[str]]) -> str:
    """Rows as columns, each as wide as its longest cell."""
    table = list(rows)
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table)
    return "\n".join(lines) + "\n"


def _write(found: Sequence[Candidate], listing: Listing) -> None:
    with open_output(None) as stream:
        if listing is Listing.jsonl:
            stream.writelines(f"{msgspec.json.encode(place).decode()}\n" for place in found)
        else:
            stream.write(lay_out([_HEADS, *map(_row, found)]))
            if len(found) > 1:
                print(f"{len(found)} أماكن بهذا الاسم · {len(found)} places of this name", file=sys.stderr)


def _row(place: Candidate) -> tuple[str, ...]:
    names = "، ".join(place.arabic[:_MOST_NAMES]) + ("…" if len(place.arabic) > _MOST_NAMES else "")
    point = "–" if place.latitude is None else f"{place.latitude:.3f},{place.longitude:.3f}"
    division = " ".join(filter(None, (place.admin1, place.admin1_code and f"({place.admin1_code})")))
    return (
        place.id, place.name, names or "–", place.kind, place.country or "–", division or "–", point,
        f"{place.radius_km:g}", place.source, f"{place.score:.2f}: {', '.join(place.reasons) or '–'}",
    )  # fmt: skip
