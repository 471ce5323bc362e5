"""Titles with coordinates through `isnad places annotate`: how many have one of their first places near the point given.

`python -m quality.places_titles ../shared/places/titles_with_coordinates.jsonl [--places-dir DIR] [--missed]` prints the
share. The annotator is given the titles alone, so that it cannot see the points.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from isnad.places.sphere import great_circle_km

FIRST: Final = 3
WITHIN_KM: Final = 25.0
ISNAD: Final = (sys.executable, "-c", "from isnad.cli import main; main()", "places", "annotate")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the share of titles that are placed, and with `--missed` the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("titles", type=Path)
    parser.add_argument("--places-dir", type=Path)
    parser.add_argument("--missed", action="store_true")
    asked = parser.parse_args(arguments)
    rows = [json.loads(line) for line in asked.titles.read_text("utf-8").splitlines() if line.strip()]
    told = annotate([row["title"] for row in rows], asked.places_dir)
    missed = [(row, places) for row, places in zip(rows, told, strict=True) if not is_near(row, places)]
    print(f"{1 - len(missed) / len(rows):.1%} of {len(rows)} titles: one of the first {FIRST} within {WITHIN_KM:g} km")
    if asked.missed:
        print("\n".join(missed_lines(missed)))
    return 0


def annotate(titles: Sequence[str], places_dir: Path | None) -> list[list[dict[str, Any]]]:
    """The places of each title as the command line gives them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "titles.jsonl"
        path.write_text("".join(json.dumps({"title": title}) + "\n" for title in titles), "utf-8")
        chosen = ["--places-dir", str(places_dir)] if places_dir else []
        result = subprocess.run([*ISNAD, str(path), *chosen], capture_output=True, encoding="utf-8", check=True)
    return [json.loads(line)["places"] for line in result.stdout.splitlines()]


def is_near(row: dict[str, Any], places: Sequence[dict[str, Any]]) -> bool:
    """Is one of the first places within the distance of the row's point."""
    point = (row["latitude"], row["longitude"])
    located = [place for place in places[:FIRST] if place["latitude"] is not None]
    return any(great_circle_km(point, (p["latitude"], p["longitude"])) <= WITHIN_KM for p in located)


def missed_lines(missed: Sequence[tuple[dict[str, Any], list[dict[str, Any]]]]) -> Iterator[str]:
    """What was given for each title that is not placed."""
    for row, places in missed:
        yield f"{row['title']!r}: {[(place['name'], place['kind'], place['country']) for place in places]}"


if __name__ == "__main__":
    raise SystemExit(main())
